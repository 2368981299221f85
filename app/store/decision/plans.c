#include "store/decision/plans.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/event.h"

static const char *const states[PLAN_STATES] = {"planned", "doing", "done", "dropped"};

const char *
plan_state_key(enum plan_state s)
{
	return states[s];
}

enum plan_state
plan_state_of(const char *key)
{
	enum plan_state s = PLAN_PLANNED;
	while (s < PLAN_STATES && strcmp(states[s], key) != 0)
		s++;
	return s;
}

bool
plan_open(const struct plan *p)
{
	return p->state == PLAN_PLANNED || p->state == PLAN_DOING;
}

bool
plan_overdue(const struct plan *p, day_t today)
{
	return plan_open(p) && p->due_day < today;
}

struct plan_summary
plan_summary(const struct plan *list, size_t count, day_t today)
{
	struct plan_summary s = {.all = (int64_t)count};
	for (size_t i = 0; i < count; i++) {
		s.of[list[i].state]++;
		s.overdue += plan_overdue(&list[i], today);
	}
	s.done = (struct rate){.numerator = s.of[PLAN_DONE], .denominator = s.all};
	return s;
}

/* ---- reading --------------------------------------------------------------------------- */

/* `x` is the plan, or one of its changes. */
#define PLAN_COLUMNS(x)                                                                                      \
	"SELECT p.id, p.cycle_id, p.department_id, coalesce(d.name, ''), p.set_key, p.item, " x              \
	".measure, p.owner_id, " x ".owner_name, " x ".due_day, " x ".state, " x ".done_day, " x             \
	".result, " x ".revision FROM plan p LEFT JOIN cycle_department d ON d.cycle_id = p.cycle_id"        \
	" AND d.department_id = p.department_id "

static void
plan_read(struct rows *r, struct arena *a, struct plan *out)
{
	*out = (struct plan){.id = row_int(r, 0),
		.cycle_id = row_int(r, 1),
		.department_id = row_int(r, 2),
		.department_name = row_text(r, 3, a),
		.set_key = row_text(r, 4, a),
		.item = row_text(r, 5, a),
		.measure = row_text(r, 6, a),
		.owner_id = row_int(r, 7),
		.owner_name = row_text(r, 8, a),
		.due_day = (day_t)row_int(r, 9),
		.state = plan_state_of(row_peek(r, 10, NULL)),
		.done_day = (day_t)row_int(r, 11),
		.result = row_text(r, 12, a),
		.revision = (int)row_int(r, 13)};
}

SQL(find_plan, PLAN_COLUMNS("p") "WHERE p.id = $1");

bool
plan_find(struct db *db, struct arena *a, int64_t id, struct plan *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_plan, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		plan_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such plan"));
}

SQL(list_plans,
	PLAN_COLUMNS("x") "JOIN plan_change x ON x.plan_id = p.id AND x.revision = (SELECT max(y.revision)"
			  " FROM plan_change y WHERE y.plan_id = p.id AND y.at <= $3)"
			  " WHERE p.cycle_id = $1 AND ($2 < 0 OR coalesce(p.department_id, 0) = $2)"
			  " ORDER BY d.ord IS NOT NULL, d.ord, p.department_id, x.due_day, p.id");

bool
plans_list(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, instant_t at,
	struct plan **out, size_t *count, struct err *e)
{
	struct rows r;
	struct plan *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_plans, "iii", cycle_id, department_id, at))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		plan_read(&r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(list_plan_changes, "SELECT revision, at, who, measure, owner_name, due_day, state, done_day, result"
		       " FROM plan_change WHERE plan_id = $1 ORDER BY revision DESC");

bool
plan_history(struct db *db, struct arena *a, int64_t plan_id, struct plan_change **out, size_t *count,
	struct err *e)
{
	struct rows r;
	struct plan_change *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_plan_changes, "i", plan_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct plan_change){.revision = (int)row_int(&r, 0),
			.at = row_int(&r, 1),
			.who = row_text(&r, 2, a),
			.measure = row_text(&r, 3, a),
			.owner_name = row_text(&r, 4, a),
			.due_day = (day_t)row_int(&r, 5),
			.state = plan_state_of(row_peek(&r, 6, NULL)),
			.done_day = (day_t)row_int(&r, 7),
			.result = row_text(&r, 8, a)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

/* ---- changing ---------------------------------------------------------------------------- */

static bool
texts_fit(const struct plan *p, struct err *e)
{
	if (utf8_blank(p->measure))
		return err_set(e, ERR_INPUT, _("write what will be done"));
	if (utf8_count(p->measure) > PLAN_TEXT_MOST || utf8_count(p->result) > PLAN_TEXT_MOST)
		return err_set(
			e, ERR_INPUT, _("a text of a plan has more than %d characters"), PLAN_TEXT_MOST);
	return true;
}

static bool
plan_fits(const struct plan *p, instant_t now, struct err *e)
{
	if (!texts_fit(p, e))
		return false;
	if (p->state == PLAN_DONE && p->done_day == 0)
		return err_set(e, ERR_INPUT, _("a plan that is done has the day on which it was done"));
	if (p->state != PLAN_DONE && p->done_day != 0)
		return err_set(e, ERR_INPUT, _("only a plan that is done has the day on which it was done"));
	if (p->done_day > day_of_instant(now))
		return err_set(e, ERR_INPUT, _("the day on which it was done is in the future"));
	return p->state != PLAN_DROPPED || !utf8_blank(p->result) ||
	       err_set(e, ERR_INPUT, _("write why the plan is dropped"));
}

/* A cycle takes plans from when people answer until it ends. */
static bool
cycle_takes(struct db *db, struct arena *a, int64_t cycle_id, struct cycle *out, struct err *e)
{
	if (!cycle_find(db, a, cycle_id, out, e))
		return false;
	if (out->state == CYCLE_ENDED)
		return err_set(
			e, ERR_CONFLICT, _("the cycle has ended, so its improvements stay as they are"));
	return cycle_opened(out->state) || err_set(e, ERR_CONFLICT, _("this cycle has not been opened yet"));
}

SQL(find_owner_name, "SELECT name FROM person WHERE id = $1");

static bool
owner_find(struct db *db, struct arena *a, struct plan *p, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_owner_name, "i", p->owner_id))
		return false;
	bool found = rows_next(&r);
	if (found)
		p->owner_name = row_text(&r, 0, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_INPUT, _("choose who is in charge"));
}

SQL(insert_plan, "INSERT INTO plan (cycle_id, department_id, set_key, item, measure, owner_id, owner_name,"
		 " due_day, state, done_day, result) VALUES ($1, nullif($2, 0), $3, $4, $5, $6, $7, $8, $9,"
		 " nullif($10, 0), $11) RETURNING id");
SQL(update_plan, "UPDATE plan SET measure = $3, owner_id = $4, owner_name = $5, due_day = $6, state = $7,"
		 " done_day = nullif($8, 0), result = $9, revision = revision + 1"
		 " WHERE id = $1 AND revision = $2");

static bool
plan_insert(struct db *db, struct plan *p, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_plan, "iisssisisis", p->cycle_id, p->department_id, p->set_key,
		    p->item, p->measure, p->owner_id, p->owner_name, (int64_t)p->due_day,
		    plan_state_key(p->state), (int64_t)p->done_day, p->result))
		return false;
	p->id = rows_next(&r) ? row_int(&r, 0) : 0;
	p->revision = 1;
	return rows_end(&r, e);
}

static bool
plan_update(struct db *db, struct plan *p, struct err *e)
{
	if (!db_exec(db, e, update_plan, "iisisisis", p->id, (int64_t)p->revision, p->measure, p->owner_id,
		    p->owner_name, (int64_t)p->due_day, plan_state_key(p->state), (int64_t)p->done_day,
		    p->result))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_CONFLICT,
			_("someone else has changed this plan meanwhile; look at it and change it again"));
	p->revision++;
	return true;
}

SQL(insert_plan_change,
	"INSERT INTO plan_change (plan_id, revision, at, who, measure, owner_name, due_day, state, done_day,"
	" result) SELECT p.id, p.revision, $2, (SELECT coalesce(n.name, a.login) FROM account a"
	" LEFT JOIN person n ON n.id = a.person_id WHERE a.id = $3), p.measure, p.owner_name, p.due_day,"
	" p.state, p.done_day, p.result FROM plan p WHERE p.id = $1");

static bool
plan_store(struct db *db, struct arena *a, struct plan *p, int64_t account_id, instant_t now, struct err *e)
{
	struct cycle cycle;
	bool fresh = p->id == 0;
	return cycle_takes(db, a, p->cycle_id, &cycle, e) && plan_fits(p, now, e) &&
	       owner_find(db, a, p, e) && (fresh ? plan_insert(db, p, e) : plan_update(db, p, e)) &&
	       db_exec(db, e, insert_plan_change, "iii", p->id, now, account_id) &&
	       event_add(db, now, account_id, fresh ? "plan_made" : "plan_changed", p->item, p->measure, e);
}

bool
plan_save(struct db *db, struct plan *p, int64_t account_id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	struct plan saved = *p;
	bool ok = plan_store(db, a, &saved, account_id, now, e);
	if (ok) {
		p->id = saved.id;
		p->revision = saved.revision;
	}
	arena_destroy(a);
	return ok;
}

/* ---- the year before ------------------------------------------------------------------------ */

bool
plans_cycle_before(struct db *db, struct arena *a, const struct cycle *c, struct cycle *out, struct err *e)
{
	struct cycle *list;
	size_t count;
	if (!cycles_list(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) { /* newest first */
		bool before = c->previous_id != 0 ? list[i].id == c->previous_id
						  : !list[i].adhoc && list[i].year < c->year;
		if (before && cycle_opened(list[i].state)) {
			*out = list[i];
			return true;
		}
	}
	return err_set(e, ERR_ABSENT, _("there was no cycle before this one"));
}

bool
plans_before(struct db *db, struct arena *a, const struct cycle *c, int64_t department_id, instant_t at,
	struct plan **out, size_t *count, struct err *e)
{
	struct cycle before;
	struct cycle_department then = {.department_id = department_id}, *were = &then;
	struct err absent = {0};
	size_t places = 1;
	*out = NULL;
	*count = 0;
	if (!plans_cycle_before(db, a, c, &before, &absent))
		return absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
	if (department_id > 0 && !cycle_ancestors(db, a, before.id, department_id, &were, &places, e))
		return false;
	for (size_t i = 0; i < places; i++) {
		struct plan *some;
		size_t more;
		if (!plans_list(db, a, before.id, were[i].department_id, at, &some, &more, e))
			return false;
		for (size_t k = 0; k < more; k++) {
			*out = ARENA_PUSH(a, *out, *count);
			(*out)[(*count)++] = some[k];
		}
	}
	return true;
}
