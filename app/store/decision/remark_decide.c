/* What the secretariat decides about texts. */
#include "store/decision/remarks.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/event.h"

SQL(save_remark_decision,
	"INSERT INTO remark_decision (cycle_id, key, revision, state, wording, reason, account_id, at)"
	" SELECT $1, $2, coalesce(max(revision), 0) + 1, $3, $4, $5, $6, $7 FROM remark_decision"
	" WHERE cycle_id = $1 AND key = $2");

static bool
key_fits(const char *key)
{
	return strlen(key) == DIGEST_SIZE - 1 && strspn(key, "0123456789abcdef") == DIGEST_SIZE - 1;
}

static bool
reason_fits(const char *reason)
{
	for (size_t i = 0; i < REMARK_REASONS; i++)
		if (strcmp(remark_reasons[i], reason) == 0)
			return true;
	return false;
}

static bool
decision_fits(const struct remark_decision *d, struct err *e)
{
	if (!key_fits(d->key) || d->state >= REMARK_STATES)
		return err_set(e, ERR_INPUT, _("there is no such text to decide on"));
	if (d->state == REMARK_REWRITTEN && utf8_blank(d->wording))
		return err_set(e, ERR_INPUT, _("write the words that take the place of the text"));
	if (d->state == REMARK_REWRITTEN && utf8_count(d->wording) > REMARK_WORDING_MOST)
		return err_set(
			e, ERR_INPUT, _("the new words have more than %d characters"), REMARK_WORDING_MOST);
	if (d->state == REMARK_LEFT_OUT && !reason_fits(d->reason))
		return err_set(e, ERR_INPUT, _("choose why the text is left out"));
	return true;
}

static bool
decision_save(struct db *db, int64_t cycle_id, const struct remark_decision *d, int64_t account_id,
	instant_t now, struct err *e)
{
	return decision_fits(d, e) &&
	       db_exec(db, e, save_remark_decision, "issssii", cycle_id, d->key, remark_state_key(d->state),
		       d->state == REMARK_REWRITTEN ? d->wording : "",
		       d->state == REMARK_LEFT_OUT ? d->reason : "", account_id, now);
}

static bool
decisions_save(struct db *db, struct arena *a, int64_t cycle_id, const struct remark_decision *list,
	size_t count, int64_t account_id, instant_t now, struct err *e)
{
	struct cycle cycle;
	long long counts[REMARK_STATES] = {0};
	if (!cycle_find(db, a, cycle_id, &cycle, e))
		return false;
	if (cycle.state == CYCLE_ENDED)
		return err_set(e, ERR_CONFLICT, _("the cycle has ended, so nothing was decided"));
	for (size_t i = 0; i < count; i++) {
		if (!decision_save(db, cycle_id, &list[i], account_id, now, e))
			return false;
		counts[list[i].state]++;
	}
	return event_add(db, now, account_id, "remarks_decided", cycle.title,
		arena_printf(a, _("adopted %lld, reworded %lld, left out %lld, undecided again %lld"),
			counts[REMARK_ADOPTED], counts[REMARK_REWRITTEN], counts[REMARK_LEFT_OUT],
			counts[REMARK_UNDECIDED]),
		e);
}

bool
remarks_decide(struct db *db, int64_t cycle_id, const struct remark_decision *list, size_t count,
	int64_t account_id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	bool ok = decisions_save(db, a, cycle_id, list, count, account_id, now, e);
	arena_destroy(a);
	return ok;
}
