#include "store/keep/retained.h"

#include <assert.h>
#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/keep/policy_rows.h"
#include "store/keep/record_tables.h"

const char *
retained_state_key(enum retained_state s)
{
	static const char *const keys[RETAINED_STATES] = {
		"none", "open", "kept", "held", "expired", "proposed", "approved", "running", "disposed"};
	return keys[s];
}

struct looking {
	struct db *db;
	struct arena *arena;
	struct record_subject subject;
	day_t today, completed; /* completed 0: not yet */
	int64_t except;
};

/* ---- how many ------------------------------------------------------------------------ */

static bool
rows_count(const struct looking *l, const char *sql, int64_t *sum, struct err *e)
{
	struct rows r;
	int64_t from = l->subject.cycle_id, to = 0;
	if (from == 0) {
		from = instant_of_day(fiscal_year_first(l->subject.year));
		to = instant_of_day(fiscal_year_last(l->subject.year) + 1);
	}
	if (!db_query(l->db, &r, e, sql, "ii", from, to))
		return false;
	*sum += rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

static bool
kind_count(const struct looking *l, struct retained *r, struct err *e)
{
	for (size_t i = 0; i < record_table_count; i++)
		if (record_tables[i].count != NULL && strcmp(record_tables[i].kind, r->kind->key) == 0 &&
			!rows_count(l, record_tables[i].count, &r->count, e))
			return false;
	return true;
}

/* ---- until when ------------------------------------------------------------------------ */

SQL(cycle_completed, "SELECT ended_at FROM cycle WHERE id = $1 AND state = 'ended'");

static bool
completed_find(struct looking *l, struct err *e)
{
	struct rows r;
	day_t last = fiscal_year_last(l->subject.year);
	if (l->subject.cycle_id == 0) {
		l->completed = last < l->today ? last : 0;
		return true;
	}
	if (!db_query(l->db, &r, e, cycle_completed, "i", l->subject.cycle_id))
		return false;
	if (rows_next(&r) && !row_null(&r, 0))
		l->completed = day_of_instant(row_int(&r, 0));
	return rows_end(&r, e);
}

/* Sheets wait for what belongs to them. */
static void
spans_join(struct retained *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < count; k++)
			if (list[k].count > 0 && list[k].kind->with != NULL &&
				strcmp(list[k].kind->with, list[i].kind->key) == 0)
				list[i].span = retention_longest(list[i].span, list[k].span);
}

static void
state_count(struct retained *r, day_t today)
{
	r->state = r->count == 0                        ? RETAINED_NONE
		   : !r->span.counting                  ? RETAINED_OPEN
		   : retention_expired(&r->span, today) ? RETAINED_EXPIRED
							: RETAINED_KEPT;
}

/* ---- what is on its way ------------------------------------------------------------------ */

#define OF_SUBJECT "coalesce(cycle_id, 0) = $1 AND year = $2"
SQL(holds_of_subject,
	"SELECT kind, reason FROM retention_hold WHERE " OF_SUBJECT " AND lifted_at IS NULL ORDER BY id");

static bool
holds_apply(const struct looking *l, struct retained *list, size_t count, struct err *e)
{
	struct rows r;
	if (!db_query(l->db, &r, e, holds_of_subject, "ii", l->subject.cycle_id, (int64_t)l->subject.year))
		return false;
	while (rows_next(&r)) {
		const char *kind = row_text(&r, 0, l->arena), *reason = row_text(&r, 1, l->arena);
		for (size_t i = 0; i < count; i++)
			if (list[i].count > 0 && (kind[0] == '\0' || strcmp(kind, list[i].kind->key) == 0)) {
				list[i].state = RETAINED_HELD;
				list[i].held_for = reason;
			}
	}
	return rows_end(&r, e);
}

SQL(disposals_of_subject, "SELECT p.kind, d.id, d.state, coalesce(d.done_at, 0) FROM disposal d"
			  " JOIN disposal_part p ON p.disposal_id = d.id WHERE " OF_SUBJECT
			  " AND d.id <> $3 AND d.state NOT IN ('withdrawn', 'declined') ORDER BY d.id");

static void
disposal_apply(struct retained *r, int64_t id, enum disposal_state s, instant_t done_at)
{
	static const enum retained_state states[DISPOSAL_STATES] = {[DISPOSAL_PROPOSED] = RETAINED_PROPOSED,
		[DISPOSAL_APPROVED] = RETAINED_APPROVED,
		[DISPOSAL_RUNNING] = RETAINED_RUNNING};
	r->disposal_id = id;
	r->disposed_at = done_at;
	if (s != DISPOSAL_DONE)
		r->state = states[s];
	else if (r->count == 0)
		r->state = RETAINED_DISPOSED;
}

static bool
disposals_apply(const struct looking *l, struct retained *list, size_t count, struct err *e)
{
	struct rows r;
	if (!db_query(l->db, &r, e, disposals_of_subject, "iii", l->subject.cycle_id,
		    (int64_t)l->subject.year, l->except))
		return false;
	while (rows_next(&r)) {
		enum disposal_state s = disposal_state_of(row_peek(&r, 2, NULL));
		for (size_t i = 0; i < count && s < DISPOSAL_STATES; i++)
			if (strcmp(list[i].kind->key, row_peek(&r, 0, NULL)) == 0)
				disposal_apply(&list[i], row_int(&r, 1), s, row_int(&r, 3));
	}
	return rows_end(&r, e);
}

/* ---- together ------------------------------------------------------------------------------ */

static bool
kinds_take(struct looking *l, struct retained **out, size_t *count, struct err *e)
{
	struct retention_kind *kinds;
	size_t n;
	enum retention_scope scope = l->subject.cycle_id != 0 ? RETENTION_OF_CYCLE : RETENTION_OF_YEAR;
	*count = 0;
	if (!completed_find(l, e) || !retention_kinds(l->db, l->arena, &kinds, &n, e))
		return false;
	*out = ARENA_ARRAY(l->arena, struct retained, n);
	for (size_t i = 0; i < n; i++) {
		if (kinds[i].scope != scope)
			continue;
		struct retained *r = &(*out)[(*count)++];
		*r = (struct retained){.kind = &kinds[i],
			.span = retention_count(kinds[i].years, l->completed),
			.held_for = ""};
		if (!kind_count(l, r, e))
			return false;
	}
	return true;
}

bool
retained_list(struct db *db, struct arena *a, struct record_subject subject, day_t today, int64_t except,
	struct retained **out, size_t *count, struct err *e)
{
	struct looking l = {.db = db, .arena = a, .subject = subject, .today = today, .except = except};
	if (!kinds_take(&l, out, count, e))
		return false;
	spans_join(*out, *count);
	for (size_t i = 0; i < *count; i++)
		state_count(&(*out)[i], today);
	return holds_apply(&l, *out, *count, e) && disposals_apply(&l, *out, *count, e);
}

const struct retained *
retained_find(const struct retained *list, size_t count, const char *kind)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].kind->key, kind) == 0)
			return &list[i];
	return NULL;
}

static bool
until_refused(const struct retained *r, struct err *e)
{
	struct arena *a = arena_create();
	err_set(e, ERR_CONFLICT, _("%s is to be kept until %s"), r->kind->title,
		wareki_day(a, r->span.expires));
	arena_destroy(a);
	return false;
}

bool
retained_may_go(const struct retained *r, struct err *e)
{
	const char *title = r->kind->title;
	switch (r->state) {
	case RETAINED_EXPIRED:
		return true;
	case RETAINED_OPEN:
		return err_set(e, ERR_CONFLICT,
			_("%s: the matter is not completed, so it is not counted yet"), title);
	case RETAINED_KEPT:
		if (r->span.endless)
			return err_set(e, ERR_CONFLICT, _("%s is kept for ever"), title);
		return until_refused(r, e);
	case RETAINED_HELD:
		return err_set(e, ERR_CONFLICT, _("%s is on hold: %s"), title, r->held_for);
	case RETAINED_NONE:
	case RETAINED_DISPOSED:
		return err_set(e, ERR_CONFLICT, _("there is nothing left of %s"), title);
	default:
		return err_set(e, ERR_CONFLICT, _("a disposal of %s is under way already"), title);
	}
}

/* ---- asked by others ---------------------------------------------------------------------- */

SQL(first_record,
	"SELECT min(at) FROM (SELECT min(at) AS at FROM event UNION ALL SELECT min(created_at) FROM job"
	" UNION ALL SELECT min(at) FROM finding_move UNION ALL SELECT min(at) FROM engagement_move"
	" UNION ALL SELECT min(at) FROM audit_plan_move UNION ALL SELECT min(at) FROM risk_change"
	" UNION ALL SELECT min(at) FROM policy_review UNION ALL SELECT min(" DAY_BEGINS("y.from_day") ") FROM"
	" policy_edition y WHERE EXISTS (SELECT 1 FROM policy_edition o WHERE o.from_day < y.from_day)"
	" UNION ALL SELECT min(" DAY_BEGINS("y.from_day") ") FROM standard_edition y WHERE EXISTS"
	" (SELECT 1 FROM standard_edition o WHERE o.from_day < y.from_day)) x");

bool
record_years(struct db *db, struct arena *a, day_t today, int **out, size_t *count, struct err *e)
{
	struct rows r;
	int last = fiscal_year_of(today) - 1, first = last + 1;
	if (!db_query(db, &r, e, first_record, ""))
		return false;
	if (rows_next(&r) && !row_null(&r, 0))
		first = fiscal_year_of(day_of_instant(row_int(&r, 0)));
	*count = 0;
	*out = ARENA_ARRAY(a, int, last >= first ? (size_t)(last - first + 1) : 1);
	for (int year = last; year >= first; year--)
		(*out)[(*count)++] = year;
	return rows_end(&r, e);
}

SQL(begun_disposal, "SELECT EXISTS (SELECT 1 FROM disposal d JOIN disposal_part p ON p.disposal_id = d.id"
		    " WHERE d.cycle_id = $1 AND p.kind = $2 AND d.state IN ('running', 'done'))");

bool
records_disposed(struct db *db, int64_t cycle_id, const char *kind, bool *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, begun_disposal, "is", cycle_id, kind))
		return false;
	*out = rows_next(&r) && row_int(&r, 0) != 0;
	return rows_end(&r, e);
}

SQL(end_of_disposal,
	"SELECT c.title, coalesce(max(d.done_at), 0) FROM disposal d"
	" JOIN disposal_part p ON p.disposal_id = d.id JOIN cycle c ON c.id = d.cycle_id"
	" WHERE d.cycle_id = $1 AND p.kind = $2 AND d.state IN ('running', 'done') GROUP BY c.title");

/* That they are gone, and since when. */
static bool
gone_say(struct db *db, struct arena *a, int64_t cycle_id, const struct retention_kind *k, struct err *e)
{
	struct rows r;
	const char *cycle = "";
	instant_t done = 0;
	if (!db_query(db, &r, e, end_of_disposal, "is", cycle_id, k->key))
		return false;
	if (rows_next(&r)) {
		cycle = row_text(&r, 0, a);
		done = row_int(&r, 1);
	}
	if (!rows_end(&r, e))
		return false;
	if (done == 0)
		return err_set(e, ERR_GONE, _("the time of %s of %s is over: it is being disposed of"),
			k->title, cycle);
	return err_set(e, ERR_GONE, _("the time of %s of %s was over: it was disposed of on %s"), k->title,
		cycle, wareki_day(a, day_of_instant(done)));
}

bool
records_there(struct db *db, struct arena *a, int64_t cycle_id, const char *kind, struct err *e)
{
	struct retention_kind *list;
	size_t count;
	bool gone;
	if (!records_disposed(db, cycle_id, kind, &gone, e))
		return false;
	if (!gone)
		return true;
	if (!retention_kinds(db, a, &list, &count, e))
		return false;
	const struct retention_kind *k = retention_kind_find(list, count, kind);
	assert(k != NULL);
	return gone_say(db, a, cycle_id, k, e);
}
