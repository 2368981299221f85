/* Waves of reminders: begun once for each rung and due day, planned a few people at a time. */
#include "store/reminders.h"

#include <string.h>

#include "base/words.h"

#include "store/reminder_sql.h"

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

/* ---- who is in it --------------------------------------------------------------------------- */

#define NEXT_PEOPLE                                                                                          \
	"(SELECT s.person_id AS id" WAITING(                                                                 \
		"$1", "$2", "$3") " AND s.person_id > $4"                                                    \
				  " GROUP BY s.person_id ORDER BY s.person_id LIMIT $5)"
#define PLAN_PERSON                                                                                          \
	"p.id, p.mail, CASE WHEN $7 = 1 AND p.mail <> '' THEN 'planned' ELSE 'by_hand' END FROM person p"

SQL(last_of_next, "SELECT coalesce(max(n.id), 0) FROM " NEXT_PEOPLE " n");
SQL(plan_people, "INSERT INTO reminder (wave_id, person_id, address, state) SELECT $6, " PLAN_PERSON
		 " JOIN " NEXT_PEOPLE " n ON n.id = p.id WHERE true"
		 " ON CONFLICT (wave_id, person_id) DO NOTHING");
SQL(plan_chiefs,
	REACH("$1", "$2", "$3",
		"$4") " INSERT INTO reminder (wave_id, person_id, address, state) SELECT $5, p.id, p.mail,"
		      " CASE WHEN $6 = 1 AND p.mail <> '' THEN 'planned' ELSE 'by_hand' END FROM person p"
		      " WHERE p.id IN (SELECT person_id FROM reach) ON CONFLICT (wave_id, person_id) DO "
		      "NOTHING");

bool
wave_plan(struct db *db, const struct wave *w, bool by_mail, int most, int64_t *last, day_t today,
	struct err *e)
{
	struct rows r;
	int64_t after = *last;
	*last = 0;
	if (w->to != RUNG_PERSON)
		return db_exec(db, e, plan_chiefs, "iiisii", w->cycle_id, w->department_id, (int64_t)today,
			rung_to_key(w->to), w->id, (int64_t)by_mail);
	if (!db_query(db, &r, e, last_of_next, "iiiii", w->cycle_id, w->department_id, (int64_t)today, after,
		    (int64_t)most))
		return false;
	if (rows_next(&r))
		*last = row_int(&r, 0);
	return rows_end(&r, e) && db_exec(db, e, plan_people, "iiiiiii", w->cycle_id, w->department_id,
					  (int64_t)today, after, (int64_t)most, w->id, (int64_t)by_mail);
}

SQL(reach_people,
	"SELECT count(*) FILTER (WHERE p.mail <> ''), count(*) FILTER (WHERE p.mail = ''), min(p.id)"
	" FROM person p WHERE p.id IN (SELECT s.person_id" WAITING("$1", "$2", "$3") ")");
SQL(reach_chiefs, REACH("$1", "$2", "$3", "$4") " SELECT count(*) FILTER (WHERE p.mail <> ''), count(*) "
						"FILTER (WHERE p.mail = ''), min(p.id)"
						" FROM person p WHERE p.id IN (SELECT person_id FROM reach)");

bool
wave_reach(struct db *db, const struct wave *w, day_t today, int64_t *with, int64_t *without,
	int64_t *first_person, struct err *e)
{
	struct rows r;
	bool asked = w->to == RUNG_PERSON ? db_query(db, &r, e, reach_people, "iii", w->cycle_id,
						    w->department_id, (int64_t)today)
					  : db_query(db, &r, e, reach_chiefs, "iiis", w->cycle_id,
						    w->department_id, (int64_t)today, rung_to_key(w->to));
	if (!asked)
		return false;
	(void)rows_next(&r);
	*with = row_int(&r, 0);
	*without = row_int(&r, 1);
	*first_person = row_int(&r, 2);
	return rows_end(&r, e);
}

/* ---- its way ---------------------------------------------------------------------------------- */

SQL(set_wave, "UPDATE wave SET state = $2 WHERE id = $1");

bool
wave_set_state(struct db *db, int64_t id, enum wave_state s, struct err *e)
{
	return db_exec(db, e, set_wave, "is", id, wave_keys[s]);
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
