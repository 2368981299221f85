#include "store/audit/chases.h"

#include <string.h>

#include "base/buf.h"
#include "base/secret.h"
#include "base/words.h"
#include "store/audit/outbox.h"
#include "store/setting.h"

bool
chases_interrupted(struct db *db, struct err *e)
{
	for (size_t i = 0; i < outbox_count; i++)
		if (!db_exec(db, e, outboxes[i].interrupt, ""))
			return false;
	return true;
}

bool
chases_by_hand(struct db *db, struct err *e)
{
	for (size_t i = 0; i < outbox_count; i++)
		if (!db_exec(db, e, outboxes[i].hand, ""))
			return false;
	return true;
}

bool
chases_put_off(struct db *db, instant_t until, struct err *e)
{
	for (size_t i = 0; i < outbox_count; i++)
		if (!db_exec(db, e, outboxes[i].put_off, "i", until))
			return false;
	return true;
}

bool
chases_waiting(struct db *db, instant_t now, bool hours, int64_t *out, struct err *e)
{
	struct rows r;
	*out = 0;
	for (size_t i = 0; i < outbox_count; i++) {
		if (!db_query(db, &r, e, outboxes[i].count, "ii", now, (int64_t)hours))
			return false;
		if (rows_next(&r))
			*out += row_int(&r, 0);
		if (!rows_end(&r, e))
			return false;
	}
	return true;
}

bool
chases_drop(struct db *db, struct err *e)
{
	for (size_t i = 0; i < outbox_count; i++)
		if (!db_exec(db, e, outboxes[i].drop, ""))
			return false;
	return true;
}

/* ---- the next message ------------------------------------------------------------------------------ */

static bool
next_find(struct db *db, struct arena *a, instant_t now, bool hours, struct chase *out, bool *found,
	struct err *e)
{
	const struct outbox *box = out->box;
	struct rows r;
	if (!db_exec(db, e, box->drop, "") || !db_query(db, &r, e, box->next, "ii", now, (int64_t)hours))
		return false;
	*found = rows_next(&r);
	if (*found)
		*out = (struct chase){.box = box,
			.person_id = row_int(&r, 0),
			.name = row_text(&r, 1, a),
			.address = row_text(&r, 2, a),
			.rung = row_text(&r, 3, a),
			.subject = row_text(&r, 4, a),
			.text = row_text(&r, 5, a),
			.tries = (int)row_int(&r, 6)};
	return rows_end(&r, e);
}

enum { NAMED_MOST = 100 };

struct named {
	enum chase_about about;
	int64_t id;
	day_t due;
};

static bool
things_find(
	struct db *db, const struct chase *c, struct named list[NAMED_MOST], int64_t *count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, c->box->things, "s", c->message_id))
		return false;
	for (*count = 0; rows_next(&r); ++*count)
		if (*count < NAMED_MOST)
			list[*count] = (struct named){
				chase_about_of(row_peek(&r, 0, NULL)), row_int(&r, 1), (day_t)row_int(&r, 2)};
	return rows_end(&r, e);
}

static bool
names_fill(struct db *db, struct arena *a, struct chase *c, struct err *e)
{
	struct buf names = BUF_INIT;
	struct named list[NAMED_MOST];
	int64_t count;
	bool ok = things_find(db, c, list, &count, e);
	for (int64_t i = 0; ok && i < count && i < NAMED_MOST; i++) {
		const char *words;
		ok = c->box->thing(db, a, list[i].about, list[i].id, list[i].due, &words, e);
		if (ok)
			buf_addf(&names, "%s%s", i > 0 ? "\n" : "", words);
	}
	if (ok && count > NAMED_MOST)
		buf_addf(&names, _("\nand %lld more"), (long long)(count - NAMED_MOST));
	c->words.names = arena_strdup(a, names.data != NULL ? names.data : "");
	c->words.count = ok ? arena_printf(a, "%lld", (long long)count) : "";
	buf_free(&names);
	return ok;
}

bool
chase_claim(struct db *db, struct arena *a, instant_t now, bool hours, const char *domain, struct chase *out,
	bool *found, struct err *e)
{
	char token[TOKEN_SIZE];
	*found = false;
	for (size_t i = 0; i < outbox_count && !*found; i++) {
		out->box = &outboxes[i];
		if (!next_find(db, a, now, hours, out, found, e))
			return false;
	}
	if (!*found)
		return true;
	token_make(token);
	out->message_id =
		arena_printf(a, "%s.%lld.%s@%s", out->box->name, (long long)out->person_id, token, domain);
	out->words = (struct rung_words){.name = out->name,
		.body = setting_text(db, a, "body_name"),
		.cycle = "",
		.due = "",
		.department = "",
		.sets = "",
		.link = setting_text(db, a, "service_url")};
	return db_exec(db, e, out->box->claim, "isssss", out->person_id, out->rung, out->address,
		       out->subject, out->text, out->message_id) &&
	       names_fill(db, a, out, e);
}

bool
chase_settle(struct db *db, const struct chase *c, struct err *e)
{
	return db_exec(db, e, c->box->settle, "ssisi", c->message_id, reminder_state_key(c->state),
		c->sent_at, c->error, (int64_t)c->tries);
}

/* ---- looking ---------------------------------------------------------------------------------------- */

#define CHASED "SELECT r.id, q.name, r.rung, r.recipient, r.state, r.planned_at, r.sent_at FROM "
SQL(list_finding_chases, CHASED "finding_reminder r JOIN person q ON q.id = r.person_id"
				" WHERE r.finding_id = $1 ORDER BY r.id DESC");
SQL(list_audit_chases, CHASED "audit_reminder r JOIN person q ON q.id = r.person_id"
			      " WHERE r.about_id = $1 AND r.about = $2 ORDER BY r.id DESC");

static bool
chased_take(struct rows *r, struct arena *a, struct chased **out, size_t *count, struct err *e)
{
	*out = NULL;
	*count = 0;
	while (rows_next(r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct chased){row_int(r, 0), row_text(r, 1, a), row_text(r, 2, a),
			row_text(r, 3, a), row_text(r, 4, a), row_int(r, 5), row_int(r, 6)};
	}
	return rows_end(r, e);
}

bool
chases_of_finding(
	struct db *db, struct arena *a, int64_t finding_id, struct chased **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_finding_chases, "i", finding_id) && chased_take(&r, a, out, count, e);
}

bool
chases_of_audit(struct db *db, struct arena *a, enum chase_about about, int64_t about_id, struct chased **out,
	size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_audit_chases, "is", about_id, chase_about_key(about)) &&
	       chased_take(&r, a, out, count, e);
}

/* ---- told by word ------------------------------------------------------------------------------------ */

bool
chases_untold(struct db *db, struct arena *a, struct chase_untold **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	for (size_t i = 0; i < outbox_count; i++) {
		if (!db_query(db, &r, e, outboxes[i].untold, ""))
			return false;
		size_t first = *count;
		while (rows_next(&r)) {
			*out = ARENA_PUSH(a, *out, *count);
			(*out)[(*count)++] = (struct chase_untold){.box = outboxes[i].name,
				.id = row_int(&r, 0),
				.about = chase_about_of(row_peek(&r, 1, NULL)),
				.about_id = row_int(&r, 2),
				.recipient = row_text(&r, 3, a),
				.planned_at = row_int(&r, 4),
				.name = row_text(&r, 5, a),
				.department_name = row_text(&r, 6, a)};
		}
		if (!rows_end(&r, e))
			return false;
		for (; first < *count; first++)
			if (!outboxes[i].number(db, a, (*out)[first].about, (*out)[first].about_id,
				    &(*out)[first].number, e))
				return false;
	}
	return true;
}

static const struct outbox *
outbox_find(const char *name)
{
	for (size_t i = 0; i < outbox_count; i++)
		if (strcmp(outboxes[i].name, name) == 0)
			return &outboxes[i];
	return NULL;
}

bool
chase_told(struct db *db, struct arena *a, const char *box_name, bool urgent, int64_t id, int64_t account_id,
	instant_t now, struct err *e)
{
	const struct outbox *box = outbox_find(box_name);
	struct rows r;
	enum chase_about about = CHASE_ABOUTS;
	int64_t about_id = 0;
	const char *name = NULL, *number;
	if (box == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such reminder"));
	if (!db_query(db, &r, e, box->told, "iii", id, now, (int64_t)urgent))
		return false;
	if (rows_next(&r)) {
		about = chase_about_of(row_peek(&r, 0, NULL));
		about_id = row_int(&r, 1);
		name = row_text(&r, 2, a);
	}
	if (!rows_end(&r, e))
		return false;
	if (name == NULL)
		return err_set(e, ERR_CONFLICT, _("nobody waits any more to be told this by word"));
	return box->number(db, a, about, about_id, &number, e) &&
	       event_add(db, now, account_id, urgent ? "urgent_told" : "audit_reminder_told", number, name, e);
}
