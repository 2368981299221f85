#include "store/audit/waivers.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/engagement_inside.h"
#include "store/audit/independence.h"
#include "store/organisation/account.h"
#include "store/organisation/departments.h"

static const char *const state_keys[WAIVER_STATES] = {
	[WAIVER_ASKED] = "asked",
	[WAIVER_APPROVED] = "approved",
	[WAIVER_DECLINED] = "declined",
};

const char *
waiver_state_key(enum waiver_state s)
{
	return state_keys[s];
}

static enum waiver_state
state_of(const char *key)
{
	size_t s = 0;
	while (s < WAIVER_STATES && strcmp(state_keys[s], key) != 0)
		s++;
	return (enum waiver_state)s;
}

SQL(list_waivers,
	"SELECT w.id, w.engagement_id, w.account_id, w.who, w.kind, w.department_id, t.name, w.reason,"
	" w.asked_who, w.asked_at, w.state, w.decided_who, w.note, w.decided_at FROM independence_waiver "
	"w" TERM_LATEST("t", "w.department_id") " WHERE w.engagement_id = $1 ORDER BY w.id");

bool
waivers_list(struct db *db, struct arena *a, int64_t engagement_id, struct waiver **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_waivers, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct waiver){.id = row_int(&r, 0),
			.engagement_id = row_int(&r, 1),
			.account_id = row_int(&r, 2),
			.who = row_text(&r, 3, a),
			.kind = conflict_of(row_peek(&r, 4, NULL)),
			.department_id = row_int(&r, 5),
			.department_name = row_text(&r, 6, a),
			.reason = row_text(&r, 7, a),
			.asked_who = row_text(&r, 8, a),
			.asked_at = row_int(&r, 9),
			.state = state_of(row_peek(&r, 10, NULL)),
			.decided_who = row_text(&r, 11, a),
			.note = row_text(&r, 12, a),
			.decided_at = row_int(&r, 13)};
	}
	return rows_end(&r, e);
}

static bool
is_about(const struct waiver *w, int64_t account_id, const struct conflict *conflict)
{
	return w->account_id == account_id && w->kind == conflict->kind &&
	       w->department_id == conflict->department_id;
}

bool
waiver_covers(const struct waiver *w, int64_t account_id, const struct conflict *conflict)
{
	return w->state == WAIVER_APPROVED && is_about(w, account_id, conflict);
}

/* ---- asking ------------------------------------------------------------------------------------ */

static bool
reason_fits(const char *reason, bool must, struct err *e)
{
	if (must && utf8_blank(reason))
		return err_set(e, ERR_INPUT, _("say why"));
	return utf8_count(reason) <= ENGAGEMENT_TEXT_MOST ||
	       err_set(e, ERR_INPUT, _("a text has more than %d characters"), ENGAGEMENT_TEXT_MOST);
}

static bool
may_ask(struct db *db, const struct engagement_act *x, struct engagement *g, struct err *e)
{
	unsigned actors;
	if (!engagement_find(db, x->arena, x->engagement_id, g, e) ||
		!engagement_acting(db, x, g, &actors, e))
		return false;
	if ((actors & (ENGAGEMENT_LEAD | ENGAGEMENT_MANAGEMENT)) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
	return g->state < ENGAGEMENT_FIXED ||
	       err_set(e, ERR_CONFLICT, _("who audited is not changed once the report is fixed"));
}

SQL(insert_waiver, "INSERT INTO independence_waiver (engagement_id, account_id, who, kind, department_id, "
		   "reason, asked_by,"
		   " asked_who, asked_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked')");

struct asking {
	const char *auditor, *by; /* names */
	const char *reason;
	const struct waiver *known;
	size_t known_count;
};

/* *asked counts up unless the same waits already. */
static bool
conflict_ask(struct db *db, const struct engagement_act *x, int64_t account_id, const struct asking *w,
	const struct conflict *conflict, size_t *asked, struct err *e)
{
	for (size_t i = 0; i < w->known_count; i++)
		if (w->known[i].state == WAIVER_ASKED && is_about(&w->known[i], account_id, conflict))
			return true;
	++*asked;
	return db_exec(db, e, insert_waiver, "iissisisi", x->engagement_id, account_id, w->auditor,
		conflict_key(conflict->kind), conflict->department_id, w->reason, x->account_id, w->by,
		x->now);
}

bool
waiver_ask(
	struct db *db, const struct engagement_act *x, int64_t account_id, const char *reason, struct err *e)
{
	struct engagement g;
	struct account auditor, by;
	struct conflict *list;
	struct waiver *known;
	size_t count, known_count, asked = 0;
	if (!may_ask(db, x, &g, e) || !reason_fits(reason, true, e) ||
		!account_find(db, x->arena, account_id, &auditor, e) ||
		!account_find(db, x->arena, x->account_id, &by, e) ||
		!waivers_list(db, x->arena, g.id, &known, &known_count, e) ||
		!engagement_conflicts(db, x->arena, &g, account_id, day_of_instant(x->now), &list, &count, e))
		return false;
	const struct asking w = {auditor.name, by.name, reason, known, known_count};
	for (size_t i = 0; i < count; i++)
		if (!conflict_ask(db, x, account_id, &w, &list[i], &asked, e))
			return false;
	if (asked == 0)
		return err_set(
			e, ERR_CONFLICT, _("nothing stands against %s that could be waived"), auditor.name);
	return event_add(
		db, x->now, x->account_id, "waiver_asked", engagement_number(x->arena, &g), auditor.name, e);
}

/* ---- deciding ----------------------------------------------------------------------------------- */

SQL(find_waiver_auditor,
	"SELECT account_id, who FROM independence_waiver WHERE id = $1 AND engagement_id = $2");

/* Nobody decides about themselves. */
static bool
is_another(struct db *db, const struct engagement_act *x, int64_t id, const char **auditor, struct err *e)
{
	struct rows r;
	bool found, same = false;
	if (!db_query(db, &r, e, find_waiver_auditor, "ii", id, x->engagement_id))
		return false;
	found = rows_next(&r);
	if (found) {
		same = row_int(&r, 0) == x->account_id;
		*auditor = row_text(&r, 1, x->arena);
	}
	if (!rows_end(&r, e))
		return false;
	if (!found)
		return err_set(e, ERR_ABSENT, _("there is no such waiver"));
	return !same || err_set(e, ERR_DENIED, _("someone else decides about your own independence"));
}

SQL(decide_waiver,
	"UPDATE independence_waiver SET state = $2, decided_by = $3, decided_who = $4, decided_at = $5,"
	" note = $6 WHERE id = $1 AND state = 'asked'");

bool
waiver_decide(struct db *db, const struct engagement_act *x, int64_t id, bool approved, const char *note,
	struct err *e)
{
	struct engagement g;
	struct account by;
	const char *auditor = "";
	const char *state = waiver_state_key(approved ? WAIVER_APPROVED : WAIVER_DECLINED);
	unsigned actors;
	if (!engagement_find(db, x->arena, x->engagement_id, &g, e) ||
		!engagement_actors(db, x->arena, &g, x->account_id, &actors, e) ||
		!account_find(db, x->arena, x->account_id, &by, e))
		return false;
	if ((actors & ENGAGEMENT_MANAGEMENT) == 0)
		return err_set(e, ERR_DENIED, _("the management decides about a waiver"));
	if (g.state >= ENGAGEMENT_FIXED)
		return err_set(e, ERR_CONFLICT, _("who audited is not changed once the report is fixed"));
	if (!is_another(db, x, id, &auditor, e) || !reason_fits(note, !approved, e) ||
		!db_exec(db, e, decide_waiver, "isisis", id, state, x->account_id, by.name, x->now, note))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_CONFLICT, _("this waiver has been decided already"));
	return event_add(db, x->now, x->account_id, "waiver_decided", engagement_number(x->arena, &g),
		arena_printf(x->arena, "%s %s", auditor, state), e);
}
