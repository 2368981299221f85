/* Which reminders have come due. */
#include "work/remind.h"

#include <string.h>

#include "store/cycle/closings.h"
#include "store/remind/ladder.h"
#include "store/setting.h"

struct due {
	const struct cycle *cycle;
	const struct calendar *calendar;
	const struct rung *rungs;
	size_t count;
	instant_t now;
};

static bool
wave_job(struct db *db, int64_t wave_id, const char *subject, int64_t account_id, instant_t now,
	int64_t *job_id, struct err *e)
{
	struct arena *a = arena_create();
	struct job j = {.kind = remind_kind.name,
		.subject = subject,
		.given = arena_printf(a, "wave=%lld", (long long)wave_id),
		.account_id = account_id,
		.created_at = now};
	bool ok = job_add(db, &j, job_id, e);
	arena_destroy(a);
	return ok;
}

bool
remind_begin(struct db *db, const struct wave *w, int64_t *job_id, struct err *e)
{
	int64_t id;
	*job_id = 0;
	return wave_begin(db, w, &id, e) &&
	       (id == 0 || wave_job(db, id, w->cycle_title, w->account_id, w->planned_at, job_id, e));
}

/* Those that are passed over are on record as skipped, so that nothing climbs them later. */
static bool
rung_climb(struct db *db, const struct due *d, const struct rung *r, bool skipped, struct err *e)
{
	int64_t id;
	struct wave w = {.cycle_id = d->cycle->id,
		.cycle_title = d->cycle->title,
		.due_day = d->cycle->due_day,
		.day = day_of_instant(d->now),
		.rung = r->key,
		.to = r->to,
		.subject = r->subject,
		.text = r->text,
		.state = skipped ? WAVE_SKIPPED : WAVE_PLANNING,
		.planned_at = d->now};
	int64_t job;
	if (!wave_begin(db, &w, &id, e))
		return false;
	if (skipped || id == 0)
		return true;
	return waves_replace(db, &w, id, e) && wave_job(db, id, w.cycle_title, 0, w.planned_at, &job, e);
}

static bool
ladder_climb(struct db *db, const struct due *d, enum rung_to to, struct err *e)
{
	bool taken[RUNGS_MOST + 1];
	size_t settled[RUNGS_MOST + 1], settled_count;
	if (!waves_taken(db, d->cycle->id, d->cycle->due_day, d->rungs, d->count, taken, e))
		return false;
	const struct rung *pick = ladder_pick(d->rungs, d->count, to, d->calendar, d->cycle->due_day,
		day_of_instant(d->cycle->opened_at), day_of_instant(d->now), taken, settled, &settled_count);
	for (size_t i = 0; i < settled_count; i++) {
		const struct rung *r = &d->rungs[settled[i]];
		if (!rung_climb(db, d, r, r != pick, e))
			return false;
	}
	return true;
}

static bool
cycles_climb(struct db *db, struct arena *a, struct due *d, struct err *e)
{
	struct cycle *cycles;
	size_t count;
	if (!cycles_list(db, a, &cycles, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		d->cycle = &cycles[i];
		for (enum rung_to to = RUNG_PERSON; cycle_answers(cycles[i].state) && to <= RUNG_HEAD; to++)
			if (!ladder_climb(db, d, to, e))
				return false;
	}
	return true;
}

/* What was cut off or put off goes on: of the ladder in its hours, what somebody sent at any time. */
static bool
waves_resume(struct db *db, struct arena *a, instant_t now, bool hours, struct err *e)
{
	struct wave *list;
	size_t count;
	int64_t job;
	if (!waves_unfinished(db, a, now, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if ((hours || list[i].account_id != 0) &&
			!wave_job(db, list[i].id, list[i].cycle_title, list[i].account_id, now, &job, e))
			return false;
	return true;
}

static bool
hours_of(struct db *db, const struct calendar *c, instant_t now)
{
	return !day_is_closed(c, day_of_instant(now)) &&
	       civil_of_instant(now).hour >= setting_number(db, "remind_hour");
}

bool
remind_hours(struct db *db, instant_t now, bool *open, struct err *e)
{
	struct arena *a = arena_create();
	struct calendar calendar;
	bool ok = calendar_load(db, a, &calendar, e);
	*open = ok && hours_of(db, &calendar, now);
	arena_destroy(a);
	return ok;
}

static bool
tick_work(struct db *db, struct piece *p, struct err *e)
{
	instant_t now = *(const instant_t *)p->with;
	struct arena *a = arena_create();
	struct calendar calendar;
	struct rung *rungs;
	struct due d = {.calendar = &calendar, .now = now};
	bool ok = calendar_load(db, a, &calendar, e) && ladder_load(db, a, &rungs, &d.count, e);
	bool hours = ok && hours_of(db, &calendar, now);
	if (hours) {
		d.rungs = rungs;
		ok = cycles_climb(db, a, &d, e);
	}
	ok = ok && waves_resume(db, a, now, hours, e);
	arena_destroy(a);
	return ok;
}

bool
remind_tick(struct store *s, instant_t now, struct err *e)
{
	return writer_run(store_writer(s), tick_work, &now, e);
}
