/* Waves of reminders: begun once for each rung and due day. */
#include "store/remind/reminders.h"

#include <string.h>

#include "base/words.h"

static const char *const wave_keys[] = {[WAVE_PLANNING] = "planning",
	[WAVE_SENDING] = "sending",
	[WAVE_DONE] = "done",
	[WAVE_SKIPPED] = "skipped"};

const char *
wave_state_key(enum wave_state s)
{
	return wave_keys[s];
}

static enum wave_state
wave_state_of(const char *key)
{
	enum wave_state s = WAVE_SKIPPED;
	while (s > WAVE_PLANNING && strcmp(wave_keys[s], key) != 0)
		s--;
	return s;
}

SQL(wave_of_rung, "SELECT 1 FROM wave WHERE cycle_id = $1 AND due_day = $2 AND rung = $3");

bool
waves_taken(struct db *db, int64_t cycle_id, day_t due_day, const struct rung *rungs, size_t count,
	bool *taken, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		struct rows r;
		if (!db_query(db, &r, e, wave_of_rung, "iis", cycle_id, (int64_t)due_day, rungs[i].key))
			return false;
		taken[i] = rows_next(&r);
		if (!rows_end(&r, e))
			return false;
	}
	return true;
}

SQL(insert_wave,
	"INSERT INTO wave (cycle_id, due_day, rung, recipient, department_id, day, subject, text, state,"
	" planned_at, account_id) VALUES ($1, $2, $3, $4, nullif($5, 0), $6, $7, $8, $9, $10,"
	" nullif($11, 0)) ON CONFLICT (cycle_id, due_day, rung) DO NOTHING RETURNING id");

bool
wave_begin(struct db *db, const struct wave *w, int64_t *id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_wave, "iissiisssii", w->cycle_id, (int64_t)w->due_day, w->rung,
		    rung_to_key(w->to), w->department_id, (int64_t)w->day, w->subject, w->text,
		    wave_keys[w->state], w->planned_at, w->account_id))
		return false;
	*id = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

/* ---- its way ---------------------------------------------------------------------------------- */

SQL(set_wave, "UPDATE wave SET state = $2 WHERE id = $1");

bool
wave_set_state(struct db *db, int64_t id, enum wave_state s, struct err *e)
{
	return db_exec(db, e, set_wave, "is", id, wave_keys[s]);
}

SQL(find_standing, "SELECT 1 FROM cycle WHERE id = $1 AND due_day = $2 AND state IN ('open', 'grace')");

bool
wave_stands(struct db *db, const struct wave *w, bool *stands, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_standing, "ii", w->cycle_id, (int64_t)w->due_day))
		return false;
	*stands = rows_next(&r);
	return rows_end(&r, e);
}

#define REPLACED                                                                                             \
	"cycle_id = $1 AND recipient = $2 AND id <> $3 AND account_id IS NULL"                               \
	" AND state IN ('planning', 'sending')"
SQL(replace_reminders, "UPDATE reminder SET state = 'given_up', error = $4 WHERE state = 'planned'"
		       " AND wave_id IN (SELECT id FROM wave WHERE " REPLACED ")");
SQL(replace_waves, "UPDATE wave SET state = 'done' WHERE " REPLACED);

bool
waves_replace(struct db *db, const struct wave *by, int64_t by_id, struct err *e)
{
	const char *to = rung_to_key(by->to);
	return db_exec(db, e, replace_reminders, "isis", by->cycle_id, to, by_id,
		       _("a later reminder took its place")) &&
	       db_exec(db, e, replace_waves, "isi", by->cycle_id, to, by_id);
}

SQL(put_off_wave, "UPDATE wave SET tries = tries + 1, retry_at = $2 WHERE id = $1");

bool
wave_put_off(struct db *db, int64_t id, instant_t retry_at, struct err *e)
{
	return db_exec(db, e, put_off_wave, "ii", id, retry_at);
}

/* ---- looking ------------------------------------------------------------------------------------ */

#define WAVE_COLUMNS                                                                                         \
	"SELECT w.id, w.cycle_id, w.department_id, w.due_day, w.day, w.rung, w.recipient, w.subject,"        \
	" w.text, w.state, w.tries, w.retry_at, w.planned_at, w.account_id, coalesce(p.name, a.login, ''),"  \
	" coalesce(d.name, ''), c.title FROM wave w JOIN cycle c ON c.id = w.cycle_id"                       \
	" LEFT JOIN cycle_department d ON d.cycle_id = w.cycle_id AND d.department_id = w.department_id"     \
	" LEFT JOIN account a ON a.id = w.account_id LEFT JOIN person p ON p.id = a.person_id"

SQL(find_wave, WAVE_COLUMNS " WHERE w.id = $1");
SQL(list_waves, WAVE_COLUMNS " WHERE w.cycle_id = $1 ORDER BY w.id DESC");
SQL(unfinished_waves, WAVE_COLUMNS " WHERE w.state IN ('planning', 'sending')"
				   " AND (w.retry_at IS NULL OR w.retry_at <= $1) ORDER BY w.id");

static struct wave
wave_row(struct rows *r, struct arena *a)
{
	struct wave w = {.id = row_int(r, 0),
		.cycle_id = row_int(r, 1),
		.department_id = row_int(r, 2),
		.due_day = (day_t)row_int(r, 3),
		.day = (day_t)row_int(r, 4),
		.rung = row_text(r, 5, a),
		.subject = row_text(r, 7, a),
		.text = row_text(r, 8, a),
		.state = wave_state_of(row_text(r, 9, a)),
		.tries = (int)row_int(r, 10),
		.retry_at = row_int(r, 11),
		.planned_at = row_int(r, 12),
		.account_id = row_int(r, 13),
		.who = row_text(r, 14, a),
		.department_name = row_text(r, 15, a),
		.cycle_title = row_text(r, 16, a)};
	(void)rung_to_parse(row_text(r, 6, a), &w.to);
	return w;
}

static bool
waves_take(struct rows *r, struct arena *a, struct wave **out, size_t *count, struct err *e)
{
	struct wave *list = NULL;
	size_t n = 0;
	while (rows_next(r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = wave_row(r, a);
	}
	*out = list;
	*count = n;
	return rows_end(r, e);
}

bool
wave_find(struct db *db, struct arena *a, int64_t id, struct wave *out, struct err *e)
{
	struct rows r;
	struct wave *list;
	size_t count;
	if (!db_query(db, &r, e, find_wave, "i", id) || !waves_take(&r, a, &list, &count, e))
		return false;
	if (count == 0)
		return err_set(e, ERR_ABSENT, _("there is no such sending"));
	*out = list[0];
	return true;
}

bool
waves_list(struct db *db, struct arena *a, int64_t cycle_id, struct wave **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_waves, "i", cycle_id) && waves_take(&r, a, out, count, e);
}

bool
waves_unfinished(
	struct db *db, struct arena *a, instant_t now, struct wave **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, unfinished_waves, "i", now) && waves_take(&r, a, out, count, e);
}
