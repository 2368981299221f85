#include "store/risk/demo_risks.h"

#include <string.h>

#include "base/resource.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/organisation/account.h"
#include "store/register/registers.h"
#include "store/risk/reviews.h"
#include "store/risk/risk_settlements.h"
#include "store/risk/risks.h"
#include "yaml/yaml.h"

static const char file[] = "questionnaires/demo/risks.yaml";

struct playing {
	struct db *db;
	struct arena *arena;
	const struct policy *policy;
	const struct registers *registers;
	struct account admin, management;
	instant_t now;
};

static bool
entry_take(const struct playing *p, const struct demo_risk *w, struct risk *r, bool *there, struct err *e)
{
	struct entry x;
	struct err absent = {0};
	const char *slash = strchr(w->entry, '/');
	const struct register_kind *kind =
		slash == NULL ? NULL
			      : register_find(p->registers,
					arena_strndup(p->arena, w->entry, (size_t)(slash - w->entry)));
	*there = kind != NULL && entry_find(p->db, p->arena, kind, slash + 1, &x, &absent) && x.owner_id != 0;
	if (!*there)
		return absent.kind == ERR_NONE || absent.kind == ERR_ABSENT ||
		       err_set(e, absent.kind, "%s", absent.text);
	r->entry_id = x.id;
	r->asset = x.texts[FIELD_NAME];
	r->department_id = x.department_id;
	r->owner_id = x.owner_id;
	r->owner_name = x.owner_name;
	return true;
}

static bool
risk_play(const struct playing *p, const struct demo_risk *w, struct err *e)
{
	const struct risk_proposal none = {.evidence = {.points = -1}, .clause = ""};
	struct risk_act x = {p->arena, p->policy, p->admin.id, p->now};
	const int year = fiscal_year_of(day_of_instant(p->now));
	bool there;
	struct risk r = {.year = year,
		.threat = w->threat,
		.likelihood = w->likelihood,
		.loss = w->loss,
		.grounds = w->grounds,
		.measure = w->measure,
		.treatment = risk_treatment_of(w->treatment)};
	if (!entry_take(p, w, &r, &there, e))
		return false;
	if (!there)
		return true;
	if (!risk_save(p->db, &x, &r, &none, e))
		return false;
	x.account_id = p->management.id;
	return w->accepted == 0 ||
	       risk_accept(p->db, &x, r.id, r.revision, fiscal_year_last(year + 1), w->grounds, e);
}

static bool
settled_play(const struct playing *p, const struct demo_settled *w, struct err *e)
{
	const struct risk_act x = {p->arena, p->policy, p->admin.id, p->now};
	const day_t today = day_of_instant(p->now);
	struct risk_settling now;
	struct risk_settlement s = {
		.year = fiscal_year_of(today), .approved_by = w->approved_by, .approved_day = today, .reason = ""};
	if (!risk_settling_read(p->db, p->arena, s.year, &now, e))
		return false;
	s.changes = now.changes;
	return now.risks == 0 || risk_settle(p->db, &x, &s, e);
}

static bool
review_play(const struct playing *p, const struct demo_review *w, struct err *e)
{
	struct review r = {.cause = review_cause_of(w->cause),
		.occasion = w->occasion,
		.weighed = w->weighed,
		.revise = w->revise != 0,
		.decision = w->decision,
		.decided_by = w->decided_by,
		.decided_day = day_of_instant(p->now) - w->ago};
	return review_add(p->db, p->arena, &r, p->admin.id, p->now, e);
}

bool
demo_risks(struct db *db, struct arena *a, const struct policy *policy, const struct registers *registers,
	instant_t now, struct err *e)
{
	struct faults faults = {.arena = a};
	struct playing p = {.db = db, .arena = a, .policy = policy, .registers = registers, .now = now};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_risks *w = yaml_load(&demo_risks_schema, path, file, &faults);
	if (faults.count > 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file,
			faults.items[0].line, faults.items[0].text);
	if (!account_by_login(db, a, "admin", &p.admin, e) ||
		!account_by_login(db, a, "management", &p.management, e))
		return false;
	for (unsigned i = 0; i < w->risks_count; i++)
		if (!risk_play(&p, &w->risks[i], e))
			return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, w->risks[i].line,
				arena_strdup(a, e->text));
	for (unsigned i = 0; i < w->settled_count; i++)
		if (!settled_play(&p, &w->settled[i], e))
			return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, w->settled[i].line,
				arena_strdup(a, e->text));
	for (unsigned i = 0; i < w->reviews_count; i++)
		if (!review_play(&p, &w->reviews[i], e))
			return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, w->reviews[i].line,
				arena_strdup(a, e->text));
	return true;
}
