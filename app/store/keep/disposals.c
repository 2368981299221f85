#include "store/keep/disposals.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/event.h"
#include "store/keep/holds.h"

/* ---- whether it may be ----------------------------------------------------------------- */

static bool
is_among(const char *kind, const char *const *kinds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(kinds[i], kind) == 0)
			return true;
	return false;
}

/* What belongs to a kind that goes and is still there must go as well. */
static bool
parts_complete(const struct retained *list, size_t n, const char *const *kinds, size_t count, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		const struct retention_kind *k = list[i].kind;
		if (k->with != NULL && list[i].count > 0 && is_among(k->with, kinds, count) &&
			!is_among(k->key, kinds, count))
			return err_set(e, ERR_CONFLICT,
				_("%s belongs to %s and is disposed of before it or with it"), k->title,
				retained_find(list, n, k->with)->kind->title);
	}
	return true;
}

/* A log is cut off at its beginning, so nothing older may be held. */
SQL(held_before,
	"SELECT year FROM retention_hold WHERE cycle_id IS NULL AND year < $1 AND kind IN ('', 'events')"
	" AND lifted_at IS NULL ORDER BY year LIMIT 1");

static bool
log_free(struct db *db, struct record_subject subject, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, held_before, "i", (int64_t)subject.year))
		return false;
	int64_t year = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e))
		return false;
	return year == 0 ||
	       err_set(e, ERR_CONFLICT,
		       _("the log of fiscal year %lld is on hold, and the log goes from its beginning only"),
		       (long long)year);
}

static bool
kinds_fit(struct db *db, struct record_subject subject, const struct retained *list, size_t n,
	const char *const *kinds, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		const struct retained *r = retained_find(list, n, kinds[i]);
		if (r == NULL)
			return err_set(e, ERR_INPUT, _("there is no such kind of records"));
		if (!retained_may_go(r, e) || (strcmp(kinds[i], "events") == 0 && !log_free(db, subject, e)))
			return false;
	}
	return parts_complete(list, n, kinds, count, e);
}

bool
disposal_fits(struct db *db, struct arena *a, const struct disposal *d, day_t today, struct err *e)
{
	struct retained *list;
	size_t n;
	const char **kinds = ARENA_ARRAY(a, const char *, d->part_count + 1);
	for (size_t i = 0; i < d->part_count; i++)
		kinds[i] = d->parts[i].kind;
	return retained_list(db, a, d->subject, today, d->id, &list, &n, e) &&
	       kinds_fit(db, d->subject, list, n, kinds, d->part_count, e);
}

SQL(standing_disposal, "SELECT EXISTS (SELECT 1 FROM disposal WHERE cycle_id = $1"
		       " AND state IN ('approved', 'running', 'done'))");

bool
cycle_undisposed(struct db *db, int64_t cycle_id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, standing_disposal, "i", cycle_id))
		return false;
	bool stands = rows_next(&r) && row_int(&r, 0) != 0;
	return rows_end(&r, e) &&
	       (!stands || err_set(e, ERR_CONFLICT,
				   _("records of this cycle have been disposed of, or are about to be, so it "
				     "stays as it ended")));
}

/* ---- the log ------------------------------------------------------------------------------ */

SQL(name_of_account,
	"SELECT coalesce(p.name, a.login) FROM account a LEFT JOIN person p ON p.id = a.person_id"
	" WHERE a.id = $1");

static const char *
account_name(struct db *db, struct arena *a, int64_t id)
{
	struct rows r;
	const char *name = "";
	if (!db_query(db, &r, NULL, name_of_account, "i", id))
		return name;
	if (rows_next(&r))
		name = row_text(&r, 0, a);
	rows_end(&r, NULL);
	return name;
}

bool
disposal_log(struct db *db, struct arena *a, int64_t id, const char *what, int64_t account_id, instant_t now,
	struct err *e)
{
	struct disposal d;
	const char *detail = "";
	if (!disposal_find(db, a, id, &d, e))
		return false;
	for (size_t i = 0; i < d.part_count; i++)
		detail = arena_printf(a, "%s%s%s", detail, i > 0 ? ", " : "", d.parts[i].title);
	const char *why = d.comment[0] != '\0' ? d.comment : d.reason;
	return event_add(db, now, account_id, what, d.subject_name,
		arena_printf(a, "%lld %s: %s", (long long)id, detail, why), e);
}

/* ---- proposing ------------------------------------------------------------------------------ */

SQL(insert_disposal,
	"INSERT INTO disposal (cycle_id, year, state, reason, proposed_by, proposer, proposed_at)"
	" VALUES (nullif($1, 0), $2, 'proposed', $3, $4, $5, $6) RETURNING id");
SQL(insert_part, "INSERT INTO disposal_part (disposal_id, kind, class, starts_day, expires_day)"
		 " VALUES ($1, $2, $3, $4, $5)");

static bool
disposal_insert(struct db *db, struct arena *a, const struct disposal_wish *w, int64_t *id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_disposal, "iisisi", w->subject.cycle_id, (int64_t)w->subject.year,
		    w->reason, w->account_id, account_name(db, a, w->account_id), w->now))
		return false;
	*id = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

bool
disposal_propose(struct db *db, struct arena *a, const struct disposal_wish *w, int64_t *id, struct err *e)
{
	struct retained *list;
	size_t n;
	if (!disposal_may_propose(w->roles, e) || !retention_reason_check(w->reason, e))
		return false;
	if (w->count == 0)
		return err_set(e, ERR_INPUT, _("choose what is to be disposed of"));
	if (!retained_list(db, a, w->subject, day_of_instant(w->now), 0, &list, &n, e) ||
		!kinds_fit(db, w->subject, list, n, w->kinds, w->count, e) ||
		!disposal_insert(db, a, w, id, e))
		return false;
	for (size_t i = 0; i < w->count; i++) {
		const struct retained *r = retained_find(list, n, w->kinds[i]);
		if (!db_exec(db, e, insert_part, "issii", *id, w->kinds[i],
			    retention_class_key(r->kind->years), (int64_t)r->span.starts,
			    (int64_t)r->span.expires))
			return false;
	}
	return disposal_log(db, a, *id, "disposal_proposed", w->account_id, w->now, e);
}

/* ---- deciding ----------------------------------------------------------------------------- */

SQL(decide_disposal, "UPDATE disposal SET state = $2, decided_by = $3, decider = $4, decided_at = $5,"
		     " comment = $6 WHERE id = $1");

static bool
comment_check(const struct disposal_decision *w, struct err *e)
{
	if (w->act == DISPOSAL_DECLINE || w->comment[0] != '\0')
		return retention_reason_check(w->comment, e);
	return true;
}

bool
disposal_decide(struct db *db, struct arena *a, const struct disposal_decision *w, struct err *e)
{
	static const char *const events[DISPOSAL_ACTS] = {[DISPOSAL_WITHDRAW] = "disposal_withdrawn",
		[DISPOSAL_APPROVE] = "disposal_approved",
		[DISPOSAL_DECLINE] = "disposal_declined"};
	struct disposal d;
	if (!disposal_find(db, a, w->id, &d, e) ||
		!disposal_may(w->act, d.state, w->roles, d.proposed_by == w->account_id, e) ||
		!comment_check(w, e))
		return false;
	if (w->act == DISPOSAL_GO_ON)
		return true;
	if (w->act == DISPOSAL_APPROVE && !disposal_fits(db, a, &d, day_of_instant(w->now), e))
		return false;
	return db_exec(db, e, decide_disposal, "isisis", w->id,
		       disposal_state_key(disposal_after(w->act, d.state)), w->account_id,
		       account_name(db, a, w->account_id), w->now, w->comment) &&
	       disposal_log(db, a, w->id, events[w->act], w->account_id, w->now, e);
}
