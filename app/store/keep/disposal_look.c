/* Looking at disposals. */
#include "store/keep/disposals.h"

#include "base/words.h"
#include "store/keep/holds.h"

#define DISPOSAL_COLUMNS                                                                                     \
	"SELECT d.id, coalesce(d.cycle_id, 0), d.year, d.state, d.reason, d.comment, d.proposed_by,"         \
	" coalesce(d.executed_by, 0), d.proposer, d.decider, d.executor, d.proposed_at,"                     \
	" coalesce(d.decided_at, 0), coalesce(d.begun_at, 0), coalesce(d.done_at, 0), d.figures, "           \
	"d.log_head,"                                                                                        \
	" d.log_last, (SELECT count(*) FROM disposal_file f WHERE f.disposal_id = d.id AND f.state = "       \
	"'removed'),"                                                                                        \
	" (SELECT coalesce(sum(f.size), 0) FROM disposal_file f WHERE f.disposal_id = d.id"                  \
	" AND f.state = 'removed') FROM disposal d "

static struct disposal
disposal_row(struct rows *r, struct arena *a)
{
	return (struct disposal){.id = row_int(r, 0),
		.subject = {row_int(r, 1), (int)row_int(r, 2)},
		.state = disposal_state_of(row_peek(r, 3, NULL)),
		.reason = row_text(r, 4, a),
		.comment = row_text(r, 5, a),
		.proposed_by = row_int(r, 6),
		.executed_by = row_int(r, 7),
		.proposer = row_text(r, 8, a),
		.decider = row_text(r, 9, a),
		.executor = row_text(r, 10, a),
		.proposed_at = row_int(r, 11),
		.decided_at = row_int(r, 12),
		.begun_at = row_int(r, 13),
		.done_at = row_int(r, 14),
		.figures = row_text(r, 15, a),
		.log_head = row_text(r, 16, a),
		.log_last = row_int(r, 17),
		.files = row_int(r, 18),
		.file_bytes = row_int(r, 19)};
}

SQL(list_parts, "SELECT kind, class, starts_day, expires_day FROM disposal_part WHERE disposal_id = $1");

/* In the order of the kinds. */
static bool
parts_read(struct db *db, struct arena *a, const struct retention_kind *kinds, size_t count,
	struct disposal *d, struct err *e)
{
	struct rows r;
	struct disposal_part *found = ARENA_ARRAY(a, struct disposal_part, count);
	d->parts = ARENA_ARRAY(a, struct disposal_part, count);
	if (!db_query(db, &r, e, list_parts, "i", d->id))
		return false;
	while (rows_next(&r)) {
		const struct retention_kind *k = retention_kind_find(kinds, count, row_peek(&r, 0, NULL));
		if (k != NULL)
			found[k - kinds] = (struct disposal_part){k->key, k->title, row_text(&r, 1, a),
				(day_t)row_int(&r, 2), (day_t)row_int(&r, 3)};
	}
	for (size_t i = 0; i < count; i++)
		if (found[i].kind != NULL)
			d->parts[d->part_count++] = found[i];
	return rows_end(&r, e);
}

static bool
disposal_complete(struct db *db, struct arena *a, struct disposal *d, struct err *e)
{
	struct retention_kind *kinds;
	size_t count;
	return retention_kinds(db, a, &kinds, &count, e) && parts_read(db, a, kinds, count, d, e) &&
	       record_subject_name(db, a, d->subject, &d->subject_name, e);
}

SQL(find_disposal, DISPOSAL_COLUMNS "WHERE d.id = $1");

bool
disposal_find(struct db *db, struct arena *a, int64_t id, struct disposal *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_disposal, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = disposal_row(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found ? disposal_complete(db, a, out, e)
		     : err_set(e, ERR_ABSENT, _("there is no such disposal"));
}

SQL(list_disposals, DISPOSAL_COLUMNS "WHERE $1 = '' OR d.state = $1 ORDER BY d.id DESC");

bool
disposals_list(struct db *db, struct arena *a, enum disposal_state state, struct disposal **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(
		    db, &r, e, list_disposals, "s", state < DISPOSAL_STATES ? disposal_state_key(state) : ""))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = disposal_row(&r, a);
	}
	if (!rows_end(&r, e))
		return false;
	for (size_t i = 0; i < *count; i++)
		if (!disposal_complete(db, a, &(*out)[i], e))
			return false;
	return true;
}

SQL(list_disposal_rows, "SELECT kind, what, rows FROM disposal_count WHERE disposal_id = $1 AND rows > 0 "
			"ORDER BY kind, what");

bool
disposal_rows_list(
	struct db *db, struct arena *a, int64_t id, struct disposal_rows **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_disposal_rows, "i", id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] =
			(struct disposal_rows){row_text(&r, 0, a), row_text(&r, 1, a), row_int(&r, 2)};
	}
	return rows_end(&r, e);
}

SQL(list_disposal_files, "SELECT digest, state, size FROM disposal_file WHERE disposal_id = $1"
			 " ORDER BY digest LIMIT $3 OFFSET $2");

bool
disposal_files_list(struct db *db, struct arena *a, int64_t id, int skip, int most,
	struct disposal_file **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_disposal_files, "iii", id, (int64_t)skip, (int64_t)most))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] =
			(struct disposal_file){row_text(&r, 0, a), row_text(&r, 1, a), row_int(&r, 2)};
	}
	return rows_end(&r, e);
}

SQL(find_disposed_file, "SELECT coalesce(d.done_at, 0) FROM disposal_file f JOIN disposal d"
			" ON d.id = f.disposal_id WHERE f.digest = $1 ORDER BY d.id DESC LIMIT 1");

bool
disposed_file(struct db *db, const char *digest, bool *found, instant_t *at, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_disposed_file, "s", digest))
		return false;
	*found = rows_next(&r);
	if (*found)
		*at = row_int(&r, 0);
	return rows_end(&r, e);
}
