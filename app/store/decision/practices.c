/* 好事例: what others may learn from. */
#include "store/decision/plans.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/event.h"

static const char *const states[PRACTICE_STATES] = {"recorded", "adopted", "declined"};

const char *
practice_state_key(enum practice_state s)
{
	return states[s];
}

enum practice_state
practice_state_of(const char *key)
{
	enum practice_state s = PRACTICE_RECORDED;
	while (s < PRACTICE_STATES && strcmp(states[s], key) != 0)
		s++;
	return s;
}

#define STATE_THEN                                                                                           \
	"coalesce((SELECT x.state FROM practice_decision x WHERE x.practice_id = p.id AND x.at <= $4"        \
	" ORDER BY x.revision DESC LIMIT 1), 'recorded')"
SQL(list_practices, "SELECT p.id, p.cycle_id, p.department_id, coalesce(d.name, ''), p.text, p.consent,"
		    " p.who, p.at, " STATE_THEN
		    " FROM practice p LEFT JOIN cycle_department d ON d.cycle_id = p.cycle_id"
		    " AND d.department_id = p.department_id WHERE p.cycle_id = $1 AND p.at <= $4"
		    " AND ($2 < 0 OR coalesce(p.department_id, 0) = $2) AND ($3 = '' OR " STATE_THEN " = $3)"
		    " ORDER BY d.ord IS NOT NULL, d.ord, p.id");

bool
practices_list(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	enum practice_state state, instant_t at, struct practice **out, size_t *count, struct err *e)
{
	struct rows r;
	struct practice *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_practices, "iisi", cycle_id, department_id,
		    state < PRACTICE_STATES ? practice_state_key(state) : "", at))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct practice){.id = row_int(&r, 0),
			.cycle_id = row_int(&r, 1),
			.department_id = row_int(&r, 2),
			.department_name = row_text(&r, 3, a),
			.text = row_text(&r, 4, a),
			.consent = row_text(&r, 5, a),
			.who = row_text(&r, 6, a),
			.at = row_int(&r, 7),
			.state = practice_state_of(row_peek(&r, 8, NULL))};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

static bool
cycle_takes(struct db *db, int64_t cycle_id, struct err *e)
{
	struct arena *a = arena_create();
	struct cycle cycle;
	bool found = cycle_find(db, a, cycle_id, &cycle, e);
	arena_destroy(a);
	return found && (cycle.state != CYCLE_ENDED ||
				err_set(e, ERR_CONFLICT,
					_("the cycle has ended, so its improvements stay as they are")));
}

static bool
practice_fits(const struct practice *p, struct err *e)
{
	if (utf8_blank(p->text))
		return err_set(e, ERR_INPUT, _("write what went well"));
	if (utf8_blank(p->consent))
		return err_set(e, ERR_INPUT, _("write who has agreed to its being told"));
	return (utf8_count(p->text) <= PLAN_TEXT_MOST && utf8_count(p->consent) <= PLAN_TEXT_MOST) ||
	       err_set(e, ERR_INPUT, _("a text of a plan has more than %d characters"), PLAN_TEXT_MOST);
}

SQL(insert_practice, "INSERT INTO practice (cycle_id, department_id, text, consent, who, at)"
		     " VALUES ($1, nullif($2, 0), $3, $4, (SELECT coalesce(n.name, a.login) FROM account a"
		     " LEFT JOIN person n ON n.id = a.person_id WHERE a.id = $5), $6)");

bool
practice_add(struct db *db, const struct practice *p, int64_t account_id, instant_t now, struct err *e)
{
	return cycle_takes(db, p->cycle_id, e) && practice_fits(p, e) &&
	       db_exec(db, e, insert_practice, "iissii", p->cycle_id, p->department_id, p->text, p->consent,
		       account_id, now) &&
	       event_add(db, now, account_id, "practice_recorded", p->text, p->consent, e);
}

SQL(decide_practice,
	"UPDATE practice SET state = $3, revision = revision + 1 WHERE id = $2 AND cycle_id = $1");
SQL(record_practice, "INSERT INTO practice_decision (practice_id, revision, state, account_id, at)"
		     " SELECT id, revision, state, $2, $3 FROM practice WHERE id = $1");

bool
practice_decide(struct db *db, int64_t cycle_id, int64_t id, enum practice_state state, int64_t account_id,
	instant_t now, struct err *e)
{
	if (!cycle_takes(db, cycle_id, e) ||
		!db_exec(db, e, decide_practice, "iis", cycle_id, id, practice_state_key(state)))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_ABSENT, _("there is no such example"));
	return db_exec(db, e, record_practice, "iii", id, account_id, now) &&
	       event_add(db, now, account_id, "practice_decided", practice_state_key(state), "", e);
}
