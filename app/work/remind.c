/* The job behind a wave: plans its people, then hands their messages to the mail server. */
#include "work/remind.h"

#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "store/cycle/closings.h"
#include "store/setting.h"
#include "work/runner.h"

enum {
	PLAN_PEOPLE = 500, /* a piece */
	SEND_PEOPLE = 10,  /* at a time: so many at most are of unknown fate when the power fails */
	TRIES_MOST = 5,    /* for one message that is not taken */
	FIRST_WAIT = 600,
	LONGEST_WAIT = 4 * 3600,
	PATIENCE = 2 * 86400, /* and so many open days: */
	OPEN_DAYS = 2,
	REFUSALS_MOST = 20, /* in a row: then it is not these people it refuses */
};

struct sending {
	struct job_run *job;
	const struct remind_config *config;
	struct wave wave;
	struct mailer *mailer;
	const char *from_name;
	struct arena *arena; /* of the messages in hand */
	struct reminder *list;
	size_t count;
	int64_t last; /* id of the latest claimed */
	int64_t done, total;
	int refusals; /* in a row */
	bool away;
	bool useless;   /* the wave, meanwhile */
	struct err why; /* the server's last complaint */
};

/* ---- planning ------------------------------------------------------------------------------- */

struct planning {
	const struct wave *wave;
	int64_t last;
	bool by_mail;
	day_t today;
};

static bool
plan_work(struct db *db, struct piece *p, struct err *e)
{
	struct planning *w = p->with;
	return wave_plan(db, w->wave, w->by_mail, PLAN_PEOPLE, &w->last, w->today, e) &&
	       (w->last != 0 || wave_set_state(db, w->wave->id, WAVE_SENDING, e));
}

static bool
wave_prepare(struct sending *s, struct err *e)
{
	struct planning w = {.wave = &s->wave,
		.by_mail = s->config->server != NULL,
		.today = day_of_instant(runner_now(s->job->runner))};
	if (s->wave.state != WAVE_PLANNING)
		return true;
	do
		if (!job_write(s->job, plan_work, &w, e) || !job_progress(s->job, 0, 0, e))
			return false;
	while (w.last != 0);
	s->wave.state = WAVE_SENDING;
	return true;
}

/* ---- sending ---------------------------------------------------------------------------------- */

static bool
interrupted_work(struct db *db, struct piece *p, struct err *e)
{
	return reminders_interrupted(db, *(const int64_t *)p->with, e);
}

/* What became of those in hand, and the next ones, in one go. */
static bool
next_work(struct db *db, struct piece *p, struct err *e)
{
	struct sending *s = p->with;
	for (size_t i = 0; i < s->count; i++)
		if (!reminder_settle(db, &s->list[i], e))
			return false;
	s->count = 0;
	bool stands;
	if (!wave_stands(db, &s->wave, &stands, e))
		return false;
	s->useless = !stands;
	if (s->useless)
		return reminders_drop(db, s->wave.id, e);
	if (s->away)
		return true;
	arena_reset(s->arena);
	return reminders_claim(db, s->arena, s->wave.id, s->last, SEND_PEOPLE,
		strrchr(s->config->from, '@') + 1, &s->list, &s->count, e);
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
	case MAIL_LATER:
		return tries < TRIES_MOST ? REMINDER_PLANNED : REMINDER_GIVEN_UP;
	default:
		return REMINDER_PLANNED;
	}
}

static bool
reminder_send(struct sending *s, struct reminder *r, struct err *e)
{
	struct rung_words words;
	bool waits;
	if (!wave_words(s->job->db, s->arena, &s->wave, r->person_id, &words, &waits, e))
		return false;
	if (!waits) { /* submitted meanwhile */
		r->state = REMINDER_UNNEEDED;
		return true;
	}
	instant_t now = runner_now(s->job->runner);
	struct mail m = {.from = s->config->from,
		.from_name = s->from_name,
		.to = r->address,
		.to_name = r->name,
		.subject = rung_fill(s->arena, s->wave.subject, &words),
		.text = rung_fill(s->arena, s->wave.text, &words),
		.id = r->message_id,
		.at = now};
	enum mail_outcome o = mail_send(s->mailer, &m, &s->why);
	s->refusals = o == MAIL_REFUSED ? s->refusals + 1 : o == MAIL_SENT ? 0 : s->refusals;
	s->away = o == MAIL_AWAY || s->refusals >= REFUSALS_MOST;
	r->tries += o == MAIL_LATER;
	r->state = state_after(o, r->tries);
	r->error = o == MAIL_SENT ? NULL : arena_strdup(s->arena, s->why.text);
	r->sent_at = o == MAIL_SENT || o == MAIL_UNKNOWN ? now : 0;
	return true;
}

/* Those in hand; once the server is away the rest goes back to the plan untried. */
static bool
hand_send(struct sending *s, struct err *e)
{
	size_t i = 0;
	for (; i < s->count && !s->away; i++) {
		s->last = s->list[i].id;
		if (!reminder_send(s, &s->list[i], e))
			break;
	}
	bool ok = i == s->count || s->away;
	for (; i < s->count; i++)
		s->list[i].state = REMINDER_PLANNED;
	s->done += (int64_t)s->count;
	return ok;
}

static bool
wave_send(struct sending *s, struct err *e)
{
	struct err late;
	bool ok = job_write(s->job, next_work, s, e);
	while (ok && s->count > 0) {
		ok = hand_send(s, e) && job_progress(s->job, s->done, s->total, e);
		s->away |= !ok;
		if (!job_write(s->job, next_work, s, ok ? e : &late)) /* also when it is time to stop */
			return false;
	}
	return ok;
}

/* ---- the end of it ------------------------------------------------------------------------------ */

struct ending {
	struct sending *sending;
	int64_t left;
	instant_t now;
	bool over;
};

/* Whether it has been tried long enough: days that the office is closed do not count. */
static bool
patience_ends(struct db *db, struct arena *a, const struct ending *w, bool *ends, struct err *e)
{
	struct calendar calendar;
	instant_t planned = w->sending->wave.planned_at;
	int open = 0;
	if (!calendar_load(db, a, &calendar, e))
		return false;
	for (day_t d = day_of_instant(planned) + 1; d <= day_of_instant(w->now) && open < OPEN_DAYS; d++)
		open += !day_is_closed(&calendar, d);
	*ends = open >= OPEN_DAYS && w->now >= planned + PATIENCE;
	return true;
}

static bool
end_work(struct db *db, struct piece *p, struct err *e)
{
	struct ending *w = p->with;
	const struct wave *wave = &w->sending->wave;
	w->over = w->left == 0;
	if (!w->over && !patience_ends(db, w->sending->arena, w, &w->over, e))
		return false;
	if (!w->over) {
		int64_t wait = (int64_t)FIRST_WAIT << (wave->tries < 8 ? wave->tries : 8);
		return wave_put_off(db, wave->id, w->now + (wait < LONGEST_WAIT ? wait : LONGEST_WAIT), e);
	}
	return reminders_give_up(db, wave->id, e) && wave_set_state(db, wave->id, WAVE_DONE, e);
}

static bool
wave_end(struct sending *s, struct err *e)
{
	int64_t counts[REMINDER_STATES];
	struct ending w = {.sending = s, .now = runner_now(s->job->runner)};
	if (!wave_counts(s->job->db, s->wave.id, counts, e))
		return false;
	w.left = counts[REMINDER_PLANNED];
	if (!job_write(s->job, end_work, &w, e))
		return false;
	if (s->away && !w.over)
		return err_set(e, ERR_BUSY,
			s->refusals >= REFUSALS_MOST
				? _("the mail server refuses everybody; it will be tried again: %s")
				: _("the mail server cannot be reached; it will be tried again: %s"),
			s->why.text);
	job_say(s->job, _("%lld sent, %lld refused or uncertain, %lld to be told by word"),
		(long long)counts[REMINDER_SENT],
		(long long)(counts[REMINDER_REFUSED] + counts[REMINDER_UNKNOWN]),
		(long long)counts[REMINDER_BY_HAND]);
	return true;
}

/* One of the ladder that the server left last night, or before the weekend. */
static bool
wave_in_hours(struct sending *s, struct err *e)
{
	bool open;
	if (!remind_hours(s->job->db, runner_now(s->job->runner), &open, e))
		return false;
	return open || s->wave.account_id != 0 ||
	       err_set(e, ERR_BUSY, _("the office is closed; it goes on on the next open day"));
}

/* Without a mail server nothing was planned to be sent, or it waits until there is one. */
static bool
wave_run(struct sending *s, struct err *e)
{
	int64_t counts[REMINDER_STATES];
	if (!job_write(s->job, interrupted_work, &s->wave.id, e) || !wave_in_hours(s, e) ||
		!wave_prepare(s, e) || !wave_counts(s->job->db, s->wave.id, counts, e))
		return false;
	for (size_t i = 0; i < REMINDER_STATES; i++)
		s->total += counts[i];
	s->done = s->total - counts[REMINDER_PLANNED];
	if (s->config->server == NULL)
		return wave_end(s, e);
	s->mailer = mailer_create(s->config->server);
	return wave_send(s, e) && wave_end(s, e);
}

static bool
remind_run(struct job_run *j, struct err *e)
{
	long long id = 0;
	struct sending s = {.job = j, .config = runner_remind(j->runner), .arena = arena_create()};
	bool ok = sscanf(j->job.given, "wave=%lld", &id) == 1 && wave_find(j->db, j->arena, id, &s.wave, e);
	if (ok) {
		s.from_name = setting_text(j->db, j->arena, "mail_from_name");
		ok = s.wave.state == WAVE_DONE || wave_run(&s, e);
	}
	mailer_destroy(s.mailer);
	arena_destroy(s.arena);
	return ok;
}

const struct job_kind remind_kind = {.name = "remind", .resumes = true, .run = remind_run};
