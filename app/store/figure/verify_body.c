/* The whole database: every cycle, what no cycle asked for, the question sets, what was disposed of,
 * the log, and the file. */
#include "store/figure/verify.h"

#include <string.h>

#include "base/words.h"
#include "store/event_chain.h"
#include "store/figure/summary_digest.h"
#include "store/store.h"

/* ---- cycles whose sheets are gone ------------------------------------------------------- */

SQL(sheets_disposal, "SELECT d.state, d.figures, EXISTS (SELECT 1 FROM disposal x JOIN disposal_part y"
		     " ON y.disposal_id = x.id WHERE x.cycle_id = $1 AND y.kind = 'tallies'"
		     " AND x.state IN ('running', 'done'))"
		     " FROM disposal d JOIN disposal_part p ON p.disposal_id = d.id WHERE d.cycle_id = $1"
		     " AND p.kind = 'sheets' AND d.state IN ('running', 'done') ORDER BY d.id LIMIT 1");
SQL(sheets_left, "SELECT count(*) FROM sheet WHERE cycle_id = $1");

struct gone {
	bool sheets, done, tallies; /* a disposal of them has begun; done: of the sheets, and ended */
	char figures[DIGEST_SIZE];
};

static bool
gone_read(struct check *c, struct gone *out, struct err *e)
{
	struct rows r;
	*out = (struct gone){0};
	if (!db_query(c->db, &r, e, sheets_disposal, "i", c->cycle->id))
		return false;
	if (rows_next(&r)) {
		size_t length;
		const char *figures = row_peek(&r, 1, &length);
		out->sheets = true;
		out->done = strcmp(row_peek(&r, 0, NULL), "done") == 0;
		out->tallies = row_int(&r, 2) != 0;
		if (length < DIGEST_SIZE)
			memcpy(out->figures, figures, length + 1);
	}
	return rows_end(&r, e);
}

static bool
left_check(struct check *c, struct err *e)
{
	struct rows r;
	if (!db_query(c->db, &r, e, sheets_left, "i", c->cycle->id))
		return false;
	int64_t left = rows_next(&r) ? row_int(&r, 0) : 0;
	if (left > 0)
		verify_differs(c, _("fiscal year %d: the sheets were disposed of, and yet there are %lld"),
			c->cycle->year, (long long)left);
	return rows_end(&r, e);
}

/* They cannot be counted any more; that the summaries are the same as then can still be told. */
static bool
gone_check(struct check *c, const struct gone *gone, struct err *e)
{
	char figures[DIGEST_SIZE];
	c->result->disposed++;
	if (!summary_digest(c->db, c->cycle->id, figures, e))
		return false;
	if (!gone->tallies && strcmp(figures, gone->figures) != 0)
		verify_differs(c,
			_("fiscal year %d: the summaries have changed since the sheets were disposed of"),
			c->cycle->year);
	return !gone->done || left_check(c, e);
}

bool
cycle_verify(struct check *c, const struct cycle *cycle, struct err *e)
{
	struct gone gone;
	c->cycle = cycle;
	c->arena = arena_create();
	c->sheet = arena_create();
	bool ok = gone_read(c, &gone, e) && (gone.sheets ? gone_check(c, &gone, e) : cycle_check(c, e));
	arena_destroy(c->sheet);
	arena_destroy(c->arena);
	return ok;
}

static bool
cycles_check(struct check *c, struct err *e)
{
	struct arena *a = arena_create();
	struct cycle *cycles;
	size_t count = 0;
	bool ok = cycles_list(c->db, a, &cycles, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = !cycle_opened(cycles[i].state) || cycle_verify(c, &cycles[i], e);
	arena_destroy(a);
	return ok;
}

/* ---- what is not of a cycle ---------------------------------------------------------------- */

/* What no cycle asked for cannot be met by going through what the cycles asked. */
SQL(strays,
	"SELECT 'tally', count(*) FROM tally t WHERE NOT EXISTS (SELECT 1 FROM cycle_set s"
	" WHERE s.cycle_id = t.cycle_id AND s.set_key = t.set_key)"
	" UNION ALL SELECT 'progress', count(*) FROM progress p WHERE NOT EXISTS (SELECT 1 FROM cycle_set s"
	" JOIN cycle_department d ON d.cycle_id = s.cycle_id WHERE s.cycle_id = p.cycle_id"
	" AND s.set_key = p.set_key AND d.department_id = p.department_id)"
	" UNION ALL SELECT 'sheet', count(*) FROM sheet h WHERE NOT EXISTS (SELECT 1 FROM cycle_set s"
	" WHERE s.cycle_id = h.cycle_id AND s.set_key = h.set_key)");

static bool
strays_check(struct check *c, struct err *e)
{
	struct rows r;
	if (!db_query(c->db, &r, e, strays, ""))
		return false;
	while (rows_next(&r))
		if (row_int(&r, 1) > 0)
			verify_differs(c, _("%s: %lld rows belong to nothing that was asked"),
				row_peek(&r, 0, NULL), (long long)row_int(&r, 1));
	return rows_end(&r, e);
}

SQL(set_texts, "SELECT title, edition, yaml, digest FROM question_set ORDER BY id");

/* The questions are frozen with their cycle: what was counted must be what was asked. */
static bool
set_texts_check(struct check *c, struct err *e)
{
	struct rows r;
	if (!db_query(c->db, &r, e, set_texts, ""))
		return false;
	while (rows_next(&r)) {
		size_t length;
		char digest[DIGEST_SIZE];
		const char *text = row_peek(&r, 2, &length);
		digest_of(text, length, digest);
		if (strcmp(digest, row_peek(&r, 3, NULL)) != 0)
			verify_differs(c, _("the questions of %s (%s) are not those that were loaded"),
				row_peek(&r, 0, NULL), row_peek(&r, 1, NULL));
	}
	return rows_end(&r, e);
}

/* ---- the log ------------------------------------------------------------------------------- */

SQL(archived_logs, "SELECT c.year, a.log_last, a.log_head FROM archive a JOIN cycle c ON c.id = a.cycle_id"
		   " WHERE a.log_last > 0 ORDER BY a.id");
SQL(cut_log, "SELECT coalesce(max(log_last), 0) FROM disposal WHERE begun_at IS NOT NULL");

struct archived_log {
	int year;
	char digest[DIGEST_SIZE];
};

static bool
logs_read(struct check *c, struct arena *a, struct archived_log **logs, struct event_mark **marks,
	size_t *count, struct err *e)
{
	struct rows r;
	*logs = NULL;
	*marks = NULL;
	*count = 0;
	if (!db_query(c->db, &r, e, archived_logs, ""))
		return false;
	while (rows_next(&r)) {
		*logs = ARENA_PUSH(a, *logs, *count);
		*marks = ARENA_PUSH(a, *marks, *count);
		struct archived_log *log = &(*logs)[*count];
		log->year = (int)row_int(&r, 0);
		strncpy(log->digest, row_peek(&r, 2, NULL), DIGEST_SIZE - 1);
		(*marks)[(*count)++].last = row_int(&r, 1);
	}
	*marks = ARENA_PUSH(a, *marks, *count); /* and one for the whole log */
	(*marks)[*count] = (struct event_mark){0};
	return rows_end(&r, e);
}

static bool
log_check(struct check *c, struct err *e)
{
	struct arena *a = arena_create();
	struct archived_log *logs;
	struct event_mark *marks;
	struct rows r;
	size_t count;
	int64_t cut = 0;
	bool ok = logs_read(c, a, &logs, &marks, &count, e) && db_query(c->db, &r, e, cut_log, "");
	if (ok) {
		cut = rows_next(&r) ? row_int(&r, 0) : 0;
		ok = rows_end(&r, e) && event_chain_read(c->db, marks, count + 1, &c->result->events, e);
	}
	for (size_t i = 0; ok && i < count; i++)
		if (marks[i].last >= cut && (!marks[i].known || strcmp(marks[i].digest, logs[i].digest) != 0))
			verify_differs(c,
				_("fiscal year %d: the log has changed since the archive was written"),
				logs[i].year);
	if (ok)
		memcpy(c->result->log_head, marks[count].digest, DIGEST_SIZE);
	arena_destroy(a);
	return ok;
}

/* ---- the file ------------------------------------------------------------------------------ */

SQL(count_all_receipts, "SELECT count(*) FROM receipt");
SQL(integrity, "PRAGMA integrity_check");
SQL(foreign_keys, "PRAGMA foreign_key_check");

static bool
file_check(struct check *c, struct err *e)
{
	struct rows r;
	if (!db_query(c->db, &r, e, count_all_receipts, ""))
		return false;
	c->result->receipts = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e) || !db_query(c->db, &r, e, integrity, ""))
		return false;
	while (rows_next(&r))
		if (strcmp(row_peek(&r, 0, NULL), "ok") != 0)
			verify_differs(c, _("the database file is damaged: %s"), row_peek(&r, 0, NULL));
	if (!rows_end(&r, e) || !db_query(c->db, &r, e, foreign_keys, ""))
		return false;
	while (rows_next(&r))
		verify_differs(c, _("a row of %s refers to nothing"), row_peek(&r, 0, NULL));
	return rows_end(&r, e);
}

bool
body_verify(struct check *c, struct err *e)
{
	*c->result = (struct verify_result){0};
	return cycles_check(c, e) && strays_check(c, e) && set_texts_check(c, e) && log_check(c, e) &&
	       file_check(c, e);
}

bool
tallies_verify(struct store *s, void (*say)(void *, const char *line), void *with, struct verify_result *out,
	struct err *e)
{
	struct check c = {
		.db = store_reader(s, e), .frozen = store_frozen(s), .say = say, .with = with, .result = out};
	if (c.db == NULL || !db_begin(c.db, e)) /* one snapshot: people may be answering meanwhile */
		return false;
	bool ok = body_verify(&c, e);
	db_rollback(c.db);
	return ok;
}
