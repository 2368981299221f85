#include "store/audit/chases.h"

#include <string.h>

#include "base/buf.h"
#include "base/secret.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/setting.h"

SQL(interrupt_chases, "UPDATE finding_reminder SET state = 'unknown' WHERE state = 'sending'");
SQL(hand_chases, "UPDATE finding_reminder SET state = 'by_hand' WHERE state = 'planned'");
SQL(put_off_chases, "UPDATE finding_reminder SET retry_at = $1 WHERE state = 'planned'");

bool
chases_interrupted(struct db *db, struct err *e)
{
	return db_exec(db, e, interrupt_chases, "");
}

bool
chases_by_hand(struct db *db, struct err *e)
{
	return db_exec(db, e, hand_chases, "");
}

bool
chases_put_off(struct db *db, instant_t until, struct err *e)
{
	return db_exec(db, e, put_off_chases, "i", until);
}

/* ---- the next message ------------------------------------------------------------------------------ */

/* What nobody waits for any more: it was handed in meanwhile, or has another day. */
SQL(drop_chases,
	"UPDATE finding_reminder SET state = 'unneeded' WHERE state = 'planned' AND NOT EXISTS (SELECT 1"
	" FROM finding f WHERE f.id = finding_reminder.finding_id AND ("
	" (finding_reminder.about = 'plan' AND f.state IN ('planning', 'returned')"
	" AND NOT EXISTS (SELECT 1 FROM finding_plan n WHERE n.finding_id = f.id AND n.at >="
	" coalesce((SELECT max(m.at) FROM finding_move m WHERE m.finding_id = f.id AND m.to_state = "
	"f.state), 0)))"
	" OR (finding_reminder.about = 'measure' AND f.state IN ('planned', 'doing')"
	" AND f.due_day = finding_reminder.due_day)"
	" OR (finding_reminder.about = 'acceptance' AND f.state = 'accepted'"
	" AND f.due_day = finding_reminder.due_day)))");

SQL(next_chase, "SELECT r.person_id, q.name, r.address, r.rung, r.subject, r.text, max(r.tries) FROM "
		"finding_reminder r"
		" JOIN person q ON q.id = r.person_id WHERE r.state = 'planned' AND (r.retry_at IS NULL"
		" OR r.retry_at <= $1) GROUP BY r.person_id, q.name, r.address, r.rung, r.subject, r.text"
		" ORDER BY r.person_id, r.rung LIMIT 1");
SQL(claim_chase, "UPDATE finding_reminder SET state = 'sending', message_id = $4 WHERE state = 'planned'"
		 " AND person_id = $1 AND rung = $2 AND address = $3");

static bool
next_find(struct db *db, struct arena *a, instant_t now, struct chase *out, bool *found, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, next_chase, "i", now))
		return false;
	*found = rows_next(&r);
	if (*found)
		*out = (struct chase){.person_id = row_int(&r, 0),
			.name = row_text(&r, 1, a),
			.address = row_text(&r, 2, a),
			.rung = row_text(&r, 3, a),
			.subject = row_text(&r, 4, a),
			.text = row_text(&r, 5, a),
			.tries = (int)row_int(&r, 6)};
	return rows_end(&r, e);
}

SQL(list_chased_findings, "SELECT finding_id, due_day FROM finding_reminder WHERE message_id = $1"
			  " ORDER BY due_day, finding_id");

static bool
names_fill(struct db *db, struct arena *a, struct chase *c, struct err *e)
{
	struct rows r;
	struct buf names = BUF_INIT;
	int64_t count = 0, ids[100];
	day_t days[100];
	const int64_t most = (int64_t)(sizeof ids / sizeof *ids);
	if (!db_query(db, &r, e, list_chased_findings, "s", c->message_id))
		return false;
	for (; rows_next(&r); count++)
		if (count < most) {
			ids[count] = row_int(&r, 0);
			days[count] = (day_t)row_int(&r, 1);
		}
	bool ok = rows_end(&r, e);
	for (int64_t i = 0; ok && i < count && i < most; i++) {
		struct finding f;
		ok = finding_find(db, a, ids[i], &f, e);
		if (ok)
			buf_addf(&names, _("%s- %s (%s), due %s"), i > 0 ? "\n" : "", finding_number(a, &f),
				f.department_name, wareki_day(a, days[i]));
	}
	if (ok && count > most)
		buf_addf(&names, _("\nand %lld more"), (long long)(count - most));
	c->words.names = arena_strdup(a, names.data != NULL ? names.data : "");
	c->words.count = arena_printf(a, "%lld", (long long)count);
	buf_free(&names);
	return ok;
}

bool
chase_claim(struct db *db, struct arena *a, instant_t now, const char *domain, struct chase *out, bool *found,
	struct err *e)
{
	char token[TOKEN_SIZE];
	if (!db_exec(db, e, drop_chases, "") || !next_find(db, a, now, out, found, e))
		return false;
	if (!*found)
		return true;
	token_make(token);
	out->message_id = arena_printf(a, "finding.%lld.%s@%s", (long long)out->person_id, token, domain);
	out->words = (struct rung_words){.name = out->name,
		.body = setting_text(db, a, "body_name"),
		.cycle = "",
		.due = "",
		.department = "",
		.sets = "",
		.link = setting_text(db, a, "service_url")};
	return db_exec(db, e, claim_chase, "isss", out->person_id, out->rung, out->address,
		       out->message_id) &&
	       names_fill(db, a, out, e);
}

SQL(settle_chase, "UPDATE finding_reminder SET state = $2, sent_at = nullif($3, 0), error = $4, tries = $5"
		  " WHERE message_id = $1");

bool
chase_settle(struct db *db, const struct chase *c, struct err *e)
{
	return db_exec(db, e, settle_chase, "ssisi", c->message_id, reminder_state_key(c->state), c->sent_at,
		c->error, (int64_t)c->tries);
}

/* ---- looking ---------------------------------------------------------------------------------------- */

SQL(list_chases,
	"SELECT q.name, r.rung, r.recipient, r.state, r.planned_at, r.sent_at FROM finding_reminder r"
	" JOIN person q ON q.id = r.person_id WHERE r.finding_id = $1 ORDER BY r.id DESC");

bool
chases_of(
	struct db *db, struct arena *a, int64_t finding_id, struct chased **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_chases, "i", finding_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct chased){row_text(&r, 0, a), row_text(&r, 1, a),
			row_text(&r, 2, a), row_text(&r, 3, a), row_int(&r, 4), row_int(&r, 5)};
	}
	return rows_end(&r, e);
}
