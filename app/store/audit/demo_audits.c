#include "store/audit/demo_audits.h"

#include "base/resource.h"
#include "base/words.h"
#include "domain/organisation/register.h"
#include "store/audit/engagements.h"
#include "store/organisation/account.h"
#include "store/organisation/departments.h"
#include "store/register/registers.h"

static const char file[] = "questionnaires/demo/audits.yaml";
enum { DAY = 86400, PLANNED_AHEAD = 60 /* days */, PERIOD = 180 };

struct playing {
	struct db *db;
	struct arena *arena;
	const struct bank *bank;
	const struct demo_audit *words;
	int64_t auditor, lead, management;
	int64_t audit;
	instant_t now;
};

static bool
people_find(struct playing *p, struct err *e)
{
	const struct {
		const char *login;
		int64_t *id;
	} rows[] = {{"auditor", &p->auditor}, {"lead", &p->lead}, {"management", &p->management}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct account who;
		if (!account_by_login(p->db, p->arena, rows[i].login, &who, e))
			return false;
		*rows[i].id = who.id;
	}
	return true;
}

static struct engagement_act
act_of(const struct playing *p, int64_t account, int days)
{
	instant_t at = p->now + (instant_t)(p->words->begins + days) * DAY;
	return (struct engagement_act){.arena = p->arena,
		.account_id = account,
		.now = at < p->now ? at : p->now - 1,
		.engagement_id = p->audit};
}

static bool
target_find(const struct playing *p, struct engagement *out, struct err *e)
{
	struct department where;
	struct entry system = {0};
	const struct register_kind *kind = register_find(p->bank->registers, "system");
	if (!department_find(p->db, p->arena, p->words->department, day_of_instant(p->now), &where, e) ||
		(*p->words->system != '\0' &&
			!entry_find(p->db, p->arena, kind, p->words->system, &system, e)))
		return false;
	out->department_id = where.id;
	out->entry_id = system.id;
	return true;
}

static bool
audit_plan(struct playing *p, struct err *e)
{
	const struct demo_audit *w = p->words;
	day_t begins = day_of_instant(p->now) + w->begins;
	struct engagement_act x = act_of(p, p->lead, -PLANNED_AHEAD);
	struct engagement g = {.title = w->title,
		.ordered = *w->ordered_by != '\0',
		.ordered_by = w->ordered_by,
		.order_reason = w->order_reason,
		.purpose = w->purpose,
		.theme = w->theme,
		.excluded = w->excluded,
		.place = w->place,
		.covers_from = begins - PERIOD,
		.covers_to = begins - 1,
		.begins_day = begins,
		.ends_day = begins + w->lasts - 1};
	if (!target_find(p, &g, e) || !engagement_add(p->db, &x, &g, e))
		return false;
	p->audit = x.engagement_id = g.id;
	return engagement_name(p->db, &x, p->auditor, false, e) &&
	       engagement_name(p->db, &x, p->lead, true, e);
}

bool
demo_audits(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e)
{
	struct faults faults = {.arena = a};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_audits *w = yaml_load(&demo_audits_schema, path, file, &faults);
	if (faults.count > 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file,
			faults.items[0].line, faults.items[0].text);
	struct playing p = {.db = db, .arena = a, .bank = bank, .now = now};
	if (!people_find(&p, e))
		return false;
	for (unsigned i = 0; i < w->audits_count; i++) {
		struct department where;
		struct err absent = {0};
		p.words = &w->audits[i];
		if (!department_find(db, a, p.words->department, day_of_instant(now), &where, &absent))
			continue; /* a smaller body has fewer */
		if (!audit_plan(&p, e))
			return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, p.words->line,
				arena_strdup(a, e->text));
	}
	return true;
}
