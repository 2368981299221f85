/* Each person's part in a wave, from planned to sent. */
#include "store/remind/reminders.h"

#include <string.h>

#include "base/secret.h"
#include "store/event.h"
#include "store/organisation/people.h"

static const char *const state_keys[] = {[REMINDER_PLANNED] = "planned",
	[REMINDER_SENDING] = "sending",
	[REMINDER_SENT] = "sent",
	[REMINDER_REFUSED] = "refused",
	[REMINDER_UNKNOWN] = "unknown",
	[REMINDER_GIVEN_UP] = "given_up",
	[REMINDER_UNNEEDED] = "unneeded",
	[REMINDER_ABSENT] = "absent",
	[REMINDER_BY_HAND] = "by_hand",
	[REMINDER_HANDED] = "handed"};

const char *
reminder_state_key(enum reminder_state s)
{
	return state_keys[s];
}

static enum reminder_state
reminder_state_of(const char *key)
{
	enum reminder_state s = REMINDER_HANDED;
	while (s > REMINDER_PLANNED && strcmp(state_keys[s], key) != 0)
		s--;
	return s;
}

/* ---- sending -------------------------------------------------------------------------------- */

#define REMINDER_COLUMNS                                                                                     \
	"SELECT r.id, r.wave_id, r.person_id, p.name, coalesce(ot.name, ''), r.address, r.message_id,"       \
	" r.error, r.state, r.tries, r.sent_at FROM reminder r JOIN person p ON p.id = "                     \
	"r.person_id" LATEST_POST("o", "r.person_id", "ot")

static struct reminder
reminder_row(struct rows *r, struct arena *a)
{
	return (struct reminder){.id = row_int(r, 0),
		.wave_id = row_int(r, 1),
		.person_id = row_int(r, 2),
		.name = row_text(r, 3, a),
		.department_name = row_text(r, 4, a),
		.address = row_text(r, 5, a),
		.message_id = row_text(r, 6, a),
		.error = row_text(r, 7, a),
		.state = reminder_state_of(row_text(r, 8, a)),
		.tries = (int)row_int(r, 9),
		.sent_at = row_int(r, 10)};
}

static bool
reminders_take(struct rows *r, struct arena *a, struct reminder **out, size_t *count, struct err *e)
{
	struct reminder *list = NULL;
	size_t n = 0;
	while (rows_next(r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = reminder_row(r, a);
	}
	*out = list;
	*count = n;
	return rows_end(r, e);
}

SQL(next_reminders, REMINDER_COLUMNS
	" WHERE r.wave_id = $1 AND r.state = 'planned' AND r.id > $2 ORDER BY r.id LIMIT $3");
SQL(claim_reminder, "UPDATE reminder SET state = 'sending', message_id = $2 WHERE id = $1");

bool
reminders_claim(struct db *db, struct arena *a, int64_t wave_id, int64_t after, int most, const char *domain,
	struct reminder **out, size_t *count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, next_reminders, "iii", wave_id, after, (int64_t)most) ||
		!reminders_take(&r, a, out, count, e))
		return false;
	for (size_t i = 0; i < *count; i++) {
		char token[TOKEN_SIZE];
		token_make(token);
		(*out)[i].state = REMINDER_SENDING;
		(*out)[i].message_id = arena_printf(a, "%lld.%s@%s", (long long)(*out)[i].id, token, domain);
		if (!db_exec(db, e, claim_reminder, "is", (*out)[i].id, (*out)[i].message_id))
			return false;
	}
	return true;
}

SQL(settle_reminder, "UPDATE reminder SET state = $2, sent_at = nullif($3, 0), error = $4, tries = $5"
		     " WHERE id = $1");

bool
reminder_settle(struct db *db, const struct reminder *r, struct err *e)
{
	return db_exec(db, e, settle_reminder, "isisi", r->id, state_keys[r->state], r->sent_at, r->error,
		(int64_t)r->tries);
}

SQL(interrupt_reminders, "UPDATE reminder SET state = 'unknown' WHERE wave_id = $1 AND state = 'sending'");

bool
reminders_interrupted(struct db *db, int64_t wave_id, struct err *e)
{
	return db_exec(db, e, interrupt_reminders, "i", wave_id);
}

SQL(give_up_reminders, "UPDATE reminder SET state = 'given_up' WHERE wave_id = $1 AND state = 'planned'");

bool
reminders_give_up(struct db *db, int64_t wave_id, struct err *e)
{
	return db_exec(db, e, give_up_reminders, "i", wave_id);
}

SQL(drop_reminders, "UPDATE reminder SET state = 'unneeded' WHERE wave_id = $1 AND state = 'planned'");

bool
reminders_drop(struct db *db, int64_t wave_id, struct err *e)
{
	return db_exec(db, e, drop_reminders, "i", wave_id);
}

/* ---- wishes of the secretariat --------------------------------------------------------------- */

static bool
wish_event(struct db *db, const char *what, int64_t wave_id, int64_t account_id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	int64_t changed = db_changes(db);
	struct wave w;
	bool ok = wave_find(db, a, wave_id, &w, e) &&
		  event_add(db, now, account_id, what, w.cycle_title,
			  arena_printf(a, "%s (%lld)", w.subject, (long long)changed), e);
	arena_destroy(a);
	return ok;
}

SQL(again_reminders, "UPDATE reminder SET state = 'planned', tries = 0, error = NULL WHERE wave_id = $1"
		     " AND address <> '' AND state IN ('unknown', 'refused', 'given_up')");
SQL(again_wave,
	"UPDATE wave SET state = 'sending', tries = 0, retry_at = NULL, planned_at = $2 WHERE id = $1");

bool
reminders_again(struct db *db, int64_t wave_id, int64_t account_id, instant_t now, struct err *e)
{
	return db_exec(db, e, again_reminders, "i", wave_id) &&
	       wish_event(db, "reminders_again", wave_id, account_id, now, e) &&
	       db_exec(db, e, again_wave, "ii", wave_id, now);
}

SQL(hand_reminders, "UPDATE reminder SET state = 'handed', sent_at = $2 WHERE wave_id = $1"
		    " AND state = 'by_hand'");

bool
reminders_handed(struct db *db, int64_t wave_id, int64_t account_id, instant_t now, struct err *e)
{
	return db_exec(db, e, hand_reminders, "ii", wave_id, now) &&
	       wish_event(db, "reminders_handed", wave_id, account_id, now, e);
}

/* ---- looking ------------------------------------------------------------------------------------ */

SQL(count_reminders, "SELECT state, count(*) FROM reminder WHERE wave_id = $1 GROUP BY state");

bool
wave_counts(struct db *db, int64_t wave_id, int64_t counts[REMINDER_STATES], struct err *e)
{
	struct rows r;
	size_t length;
	memset(counts, 0, sizeof *counts * REMINDER_STATES);
	if (!db_query(db, &r, e, count_reminders, "i", wave_id))
		return false;
	while (rows_next(&r))
		counts[reminder_state_of(row_peek(&r, 0, &length))] = row_int(&r, 1);
	return rows_end(&r, e);
}

SQL(list_reminders, REMINDER_COLUMNS " WHERE r.wave_id = $1 AND ($4 = '' OR r.state = $4)"
				     " ORDER BY ot.ord, p.number LIMIT $3 OFFSET $2");

bool
reminders_list(struct db *db, struct arena *a, int64_t wave_id, const char *state, int skip, int most,
	struct reminder **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_reminders, "iiis", wave_id, (int64_t)skip, (int64_t)most, state) &&
	       reminders_take(&r, a, out, count, e);
}
