#include "store/keep/archives.h"

#include <stdio.h>

#include "base/words.h"
#include "store/event.h"

SQL(save_archive,
	"INSERT INTO archive (cycle_id, edition, seal, digest, size, sheets, evidence, log_last, log_head,"
	" written_at, written_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, nullif($11, 0))"
	" ON CONFLICT (cycle_id, seal) DO UPDATE SET digest = coalesce(excluded.digest, archive.digest)"
	" RETURNING id");

bool
archive_record(struct db *db, const struct archive *x, int64_t account_id, int64_t *id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, save_archive, "iissiiiisii", x->cycle_id, (int64_t)x->edition, x->seal,
		    x->digest, x->size, (int64_t)x->sheets, (int64_t)x->evidence, x->log_last, x->log_head,
		    x->written_at, account_id))
		return false;
	*id = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e) &&
	       event_add(db, x->written_at, account_id, "archive_written", x->cycle_title, x->seal, e);
}

#define ARCHIVE_COLUMNS                                                                                      \
	"SELECT x.id, x.cycle_id, c.title, c.year, x.edition, x.seal, x.digest, x.size, x.sheets, "          \
	"x.evidence,"                                                                                        \
	" x.log_last, x.log_head, x.written_at, coalesce(p.name, a.login, '') FROM archive x"                \
	" JOIN cycle c ON c.id = x.cycle_id LEFT JOIN account a ON a.id = x.written_by"                      \
	" LEFT JOIN person p ON p.id = a.person_id "

static struct archive
archive_row(struct rows *r, struct arena *a)
{
	return (struct archive){.id = row_int(r, 0),
		.cycle_id = row_int(r, 1),
		.cycle_title = row_text(r, 2, a),
		.year = (int)row_int(r, 3),
		.edition = (int)row_int(r, 4),
		.seal = row_text(r, 5, a),
		.digest = row_text(r, 6, a),
		.size = row_int(r, 7),
		.sheets = row_int(r, 8) != 0,
		.evidence = row_int(r, 9) != 0,
		.log_last = row_int(r, 10),
		.log_head = row_text(r, 11, a),
		.written_at = row_int(r, 12),
		.who = row_text(r, 13, a)};
}

SQL(find_archive, ARCHIVE_COLUMNS "WHERE x.id = $1");

bool
archive_find(struct db *db, struct arena *a, int64_t id, struct archive *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_archive, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = archive_row(&r, a);
	return rows_end(&r, e) && (found || err_set(e, ERR_ABSENT, _("there is no such archive")));
}

SQL(list_archives, ARCHIVE_COLUMNS "WHERE x.cycle_id = $1 ORDER BY x.id DESC");

bool
archives_of_cycle(
	struct db *db, struct arena *a, int64_t cycle_id, struct archive **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_archives, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = archive_row(&r, a);
	}
	return rows_end(&r, e);
}

SQL(last_of_cycle,
	"SELECT coalesce(max(id), 0) FROM event WHERE what = 'cycle_ended' AND at = $1 AND subject = $2");

bool
archive_log_last(struct db *db, const struct cycle *c, int64_t *out, struct err *e)
{
	struct rows r;
	char year[16];
	snprintf(year, sizeof year, "%d", c->year);
	if (!db_query(db, &r, e, last_of_cycle, "is", c->ended_at, year))
		return false;
	*out = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}
