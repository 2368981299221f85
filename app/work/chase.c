#include "work/chase.h"

#include <string.h>

#include "base/words.h"
#include "store/audit/chases.h"
#include "store/setting.h"
#include "work/remind.h"
#include "work/runner.h"

enum { WAIT = 3600, TRIES_MOST = 3 };

/* ---- planning -------------------------------------------------------------------------------------- */

/* What is urgent goes out at any hour. */
static bool
tick_plan(struct db *db, struct arena *a, instant_t now, bool hours, struct err *e)
{
	int64_t waiting, id;
	const struct job j = {
		.kind = chase_kind.name, .subject = _("Audits"), .given = "due", .created_at = now};
	return chases_drop(db, e) && (!hours || chases_plan(db, a, now, e)) && chases_waiting(db, now, hours, &waiting, e) &&
	       (waiting == 0 || job_add(db, &j, &id, e));
}

static bool
tick_work(struct db *db, struct piece *p, struct err *e)
{
	instant_t now = *(const instant_t *)p->with;
	bool hours;
	if (!remind_hours(db, now, &hours, e))
		return false;
	struct arena *a = arena_create();
	bool ok = tick_plan(db, a, now, hours, e);
	arena_destroy(a);
	return ok;
}

bool
chase_tick(struct store *s, instant_t now, struct err *e)
{
	return writer_run(store_writer(s), tick_work, &now, e);
}

/* ---- sending --------------------------------------------------------------------------------------- */

struct sending {
	struct job_run *job;
	const struct remind_config *config;
	struct mailer *mailer;
	struct arena *arena;
	struct chase chase;
	bool found, away, begun;
	int64_t sent, failed;
	instant_t now;
};

/* What became of the message in hand, and the next one, in one go. */
static bool
next_work(struct db *db, struct piece *p, struct err *e)
{
	struct sending *s = p->with;
	if (s->found && !chase_settle(db, &s->chase, e))
		return false;
	if (!s->begun && !chases_interrupted(db, e))
		return false;
	s->begun = true;
	s->found = false;
	if (s->away)
		return chases_put_off(db, s->now + WAIT, e);
	if (s->config->server == NULL)
		return chases_by_hand(db, e);
	arena_reset(s->arena);
	bool hours;
	return remind_hours(db, s->now, &hours, e) &&
	       chase_claim(db, s->arena, s->now, hours, strrchr(s->config->from, '@') + 1, &s->chase,
		       &s->found, e);
}

static enum reminder_state
state_after(enum mail_outcome o, int tries)
{
	switch (o) {
	case MAIL_SENT:
		return REMINDER_SENT;
	case MAIL_REFUSED:
		return REMINDER_REFUSED;
	case MAIL_UNKNOWN:
		return REMINDER_UNKNOWN;
	default:
		return tries < TRIES_MOST ? REMINDER_PLANNED : REMINDER_GIVEN_UP;
	}
}

static void
chase_send(struct sending *s)
{
	struct chase *c = &s->chase;
	struct err why = {0};
	const struct mail m = {.from = s->config->from,
		.from_name = setting_text(s->job->db, s->arena, "mail_from_name"),
		.to = c->address,
		.to_name = c->name,
		.subject = rung_fill(s->arena, c->subject, &c->words),
		.text = rung_fill(s->arena, c->text, &c->words),
		.id = c->message_id,
		.at = s->now};
	enum mail_outcome o = mail_send(s->mailer, &m, &why);
	s->away = o == MAIL_AWAY || o == MAIL_LATER;
	c->tries += s->away;
	c->state = state_after(o, c->tries);
	c->error = o == MAIL_SENT ? NULL : arena_strdup(s->arena, why.text);
	c->sent_at = o == MAIL_SENT || o == MAIL_UNKNOWN ? s->now : 0;
	s->sent += o == MAIL_SENT;
	s->failed += o != MAIL_SENT;
}

static bool
chases_send(struct sending *s, struct err *e)
{
	bool ok = job_write(s->job, next_work, s, e);
	while (ok && s->found) {
		chase_send(s);
		ok = job_write(s->job, next_work, s, e) &&
		     job_progress(s->job, s->sent + s->failed, s->sent + s->failed, e);
	}
	return ok;
}

static bool
chase_run(struct job_run *j, struct err *e)
{
	struct sending s = {.job = j,
		.config = runner_remind(j->runner),
		.arena = arena_create(),
		.now = runner_now(j->runner)};
	if (s.config->server != NULL)
		s.mailer = mailer_create(s.config->server);
	bool ok = chases_send(&s, e);
	mailer_destroy(s.mailer);
	arena_destroy(s.arena);
	if (ok)
		job_say(j, _("%lld sent, %lld not taken"), (long long)s.sent, (long long)s.failed);
	return ok;
}

const struct job_kind chase_kind = {.name = "chase", .resumes = true, .run = chase_run};
