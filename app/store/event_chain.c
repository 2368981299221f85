#include "store/event_chain.h"

#include <string.h>

#include "base/buf.h"

SQL(chain_base, "SELECT log_last, log_head FROM disposal WHERE log_last > 0 AND begun_at IS NOT NULL"
		" ORDER BY log_last DESC LIMIT 1");
SQL(chain_events,
	"SELECT id, at, coalesce(account_id, 0), what, subject, detail FROM event WHERE id > $1 ORDER BY id");

static bool
base_read(struct db *db, struct event_mark *base, struct err *e)
{
	struct rows r;
	*base = (struct event_mark){.known = true};
	if (!db_query(db, &r, e, chain_base, ""))
		return false;
	if (rows_next(&r)) {
		size_t length;
		const char *digest = row_peek(&r, 1, &length);
		base->last = row_int(&r, 0);
		if (length < DIGEST_SIZE)
			memcpy(base->digest, digest, length + 1);
	}
	return rows_end(&r, e);
}

/* Each text with its length before it, so that none can run into the next. */
static void
link_add(struct buf *out, struct rows *r, const char *before)
{
	buf_clear(out);
	buf_addf(out, "%s %lld %lld %lld", before, (long long)row_int(r, 0), (long long)row_int(r, 1),
		(long long)row_int(r, 2));
	for (int column = 3; column <= 5; column++) {
		size_t length;
		const char *text = row_peek(r, column, &length);
		buf_addf(out, " %zu:", length);
		buf_add(out, text, length);
	}
}

static void
marks_reach(struct event_mark *marks, size_t count, const struct event_mark *here)
{
	for (size_t i = 0; i < count; i++)
		if (marks[i].last == here->last || marks[i].last == 0) {
			memcpy(marks[i].digest, here->digest, DIGEST_SIZE);
			marks[i].known = true;
		}
}

bool
event_chain_read(struct db *db, struct event_mark *marks, size_t count, int64_t *events, struct err *e)
{
	struct rows r;
	struct event_mark here;
	struct buf link = BUF_INIT;
	*events = 0;
	for (size_t i = 0; i < count; i++)
		marks[i].known = false;
	if (!base_read(db, &here, e) || !db_query(db, &r, e, chain_events, "i", here.last))
		return false;
	marks_reach(marks, count, &here);
	while (rows_next(&r)) {
		link_add(&link, &r, here.digest);
		sha256_of(link.data, link.length, here.digest);
		here.last = row_int(&r, 0);
		marks_reach(marks, count, &here);
		++*events;
	}
	buf_free(&link);
	return rows_end(&r, e);
}

SQL(chain_cut, "SELECT coalesce((SELECT max(id) FROM event WHERE id < coalesce("
	       "(SELECT min(id) FROM event WHERE at >= $1), 9223372036854775807)), 0)");

bool
event_chain_cut(struct db *db, instant_t before, int64_t *last, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, chain_cut, "i", before))
		return false;
	*last = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}
