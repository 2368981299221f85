#include "report/about.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "report/audits.h"
#include "report/freeze.h"
#include "store/audit/engagements.h"
#include "store/audit/findings.h"
#include "store/organisation/departments.h"
#include "store/organisation/people.h"
#include "store/policy/policy_editions.h"

/* ---- a cycle, or one sheet of it ------------------------------------------------------------- */

bool
about_set(struct db *db, struct arena *a, const struct recipe *r, int64_t cycle_id, const char **set,
	struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	*set = r->set;
	if (!cycle_sets(db, a, cycle_id, &sets, &count, e))
		return false;
	bool has = count == 0;
	for (size_t i = 0; i < count && !has; i++)
		has = strcmp(sets[i].set_key, *set) == 0;
	if (!has)
		*set = sets[0].set_key;
	return true;
}

/* A sheet shows no figures, so none are gathered: a department has hundreds of sheets. */
static bool
sheet_load(struct composer *c, struct err *e)
{
	struct figures *f = ARENA_NEW(c->arena, struct figures);
	struct sheet *s = ARENA_NEW(c->arena, struct sheet);
	struct person person = {.number = ""};
	if (!sheet_find(c->db, c->arena, c->request->sheet_id, s, e) ||
		!cycle_find(c->db, c->arena, s->cycle_id, &f->cycle, e) ||
		(s->person_id != 0 && !person_find(c->db, c->arena, s->person_id, &person, e)))
		return false;
	f->set = store_cycle_set(c->store, s->cycle_id, s->set_key, e);
	c->policy = store_cycle_policy(c->store, s->cycle_id, e);
	if (f->set == NULL || c->policy == NULL)
		return false;
	c->sheet = s;
	c->person_number = person.number;
	f->departments = ARENA_NEW(c->arena, struct department_figures);
	f->departments->name = s->department_name;
	f->subject = f->departments;
	c->figures = f;
	if (!c->recipe->filled)
		return true;
	if (s->submitted == NULL)
		return err_set(e, ERR_CONFLICT, _("this sheet has not been submitted yet"));
	return answers_parse(c->arena, f->set, s->submitted, &c->answers, e);
}

static bool
cycle_load(struct composer *c, struct err *e)
{
	struct figures *f = ARENA_NEW(c->arena, struct figures);
	struct cycle cycle;
	const char *set = c->request->set_key;
	if (c->recipe->sheet)
		return sheet_load(c, e);
	if (!cycle_find(c->db, c->arena, c->request->cycle_id, &cycle, e))
		return false;
	if (!cycle_opened(cycle.state))
		return err_set(e, ERR_CONFLICT, _("%s has not been opened yet"), cycle.title);
	c->figures = f;
	c->policy = store_cycle_policy(c->store, cycle.id, e);
	return c->policy != NULL &&
	       (set != NULL || about_set(c->db, c->arena, c->recipe, cycle.id, &set, e)) &&
	       figures_gather(c->store, c->arena, &cycle, set, c->request->department_id, TREND_YEARS, f, e);
}

static bool
cycle_mark_of(struct db *db, struct arena *a, int64_t id, const char **out, struct err *e)
{
	struct cycle c;
	if (!cycle_find(db, a, id, &c, e))
		return false;
	*out = cycle_mark(a, &c);
	return true;
}

/* ---- audits ------------------------------------------------------------------------------------ */

/* A year, and whom it is about: what is not of a cycle has no other figures. */
static struct figures *
figures_bare(struct composer *c, int year, const char *title)
{
	struct figures *f = ARENA_NEW(c->arena, struct figures);
	f->cycle = (struct cycle){.year = year, .title = title, .edition = 1};
	f->subject = &f->body;
	c->figures = f; /* what the body has decided is asked for with these */
	f->body.name = decided(c, "body_name");
	c->policy = store_bank(c->store)->policy;
	return f;
}

static void
figures_department(struct composer *c, struct figures *f, int64_t id, const char *key, const char *name)
{
	f->departments = ARENA_NEW(c->arena, struct department_figures);
	*f->departments = (struct department_figures){.department_id = id, .key = key, .name = name};
	f->subject = f->departments;
}

static bool
audit_load(struct composer *c, struct err *e)
{
	struct engagement *x = ARENA_NEW(c->arena, struct engagement);
	if (!engagement_find(c->db, c->arena, c->request->about_id, x, e))
		return false;
	c->audits = x;
	c->audit_count = 1;
	struct figures *f = figures_bare(c, x->year, x->title);
	figures_department(c, f, x->department_id, x->department_key, x->department_name);
	return audits_read(c, e);
}

static bool
audit_mark(struct db *db, struct arena *a, int64_t id, const char **out, struct err *e)
{
	struct engagement x;
	if (!engagement_find(db, a, id, &x, e))
		return false;
	*out = engagement_number(a, &x);
	return true;
}

/* An ordered audit is in no list before it is announced: whoever reads the list may be whom it is about. A
 * planned one, whose department stands in the plan of the year, is in no list of somebody it is about. */
static bool
of_the_year(struct composer *c, const struct engagement *x, bool *out, struct err *e)
{
	struct engagement_stand s;
	*out = x->state != ENGAGEMENT_CANCELLED && (!x->ordered || x->state >= ENGAGEMENT_ANNOUNCED);
	if (!*out || c->request->reader_id == 0)
		return true;
	if (!engagement_stand(c->db, c->arena, x, c->request->reader_id, today_of(c), &s, e))
		return false;
	*out = !s.hidden;
	return true;
}

/* What is judged before a report is fixed is for who reads the working papers. */
static void
unsettled_forget(struct composer *c)
{
	for (size_t i = 0; i < c->audit_count; i++)
		if (!engagement_final(c->audits[i].state))
			c->lines[i].count = 0;
}

/* The audits of the fiscal year, but those that were cancelled; of one department, or all. */
static bool
year_load(struct composer *c, struct err *e)
{
	struct engagement *list;
	size_t count;
	int year = (int)c->request->about_id;
	struct department d;
	const struct engagement_filter f = {.year = year, .department_id = c->request->department_id};
	if (!engagements_list(c->db, c->arena, &f, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool of;
		if (!of_the_year(c, &list[i], &of, e))
			return false;
		if (of)
			list[c->audit_count++] = list[i];
	}
	c->audits = list;
	if (!audits_read(c, e))
		return false;
	if (!c->recipe->guarded)
		unsettled_forget(c);
	struct figures *figures = figures_bare(c, year, fiscal_year_name(c->arena, year));
	if (c->request->department_id == 0)
		return true;
	if (!department_at(
		    c->db, c->arena, c->request->department_id, today_of(c), &d, e))
		return false;
	figures_department(c, figures, d.id, d.key, d.name);
	return true;
}

/* R08-A02, as lists show it. */
static bool
audit_named(struct db *db, struct arena *a, const char *name, int64_t *id, struct err *e)
{
	struct engagement *list;
	size_t count;
	*id = 0;
	if (!engagements_list(db, a, &(struct engagement_filter){0}, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && *id == 0; i++)
		if (strcmp(engagement_number(a, &list[i]), name) == 0)
			*id = list[i].id;
	return *id != 0 || err_set(e, ERR_ABSENT, _("there is no audit with the number %s"), name);
}

static bool
year_named(struct db *db, struct arena *a, const char *name, int64_t *id, struct err *e)
{
	(void)db;
	(void)a;
	return number_parse(name, 2000, 2200, id) || err_set(e, ERR_ABSENT, _("\"%s\" is no fiscal year"), name);
}

static bool
year_mark(struct db *db, struct arena *a, int64_t id, const char **out, struct err *e)
{
	(void)db;
	(void)e;
	*out = fiscal_year_mark(a, (int)id);
	return true;
}

static bool
finding_load(struct composer *c, struct err *e)
{
	struct finding *f = ARENA_NEW(c->arena, struct finding);
	if (!finding_find(c->db, c->arena, c->request->about_id, f, e))
		return false;
	c->finding = f;
	figures_department(c, figures_bare(c, f->year, f->title), f->department_id, f->department_key,
		f->department_name);
	return true;
}

static bool
finding_mark(struct db *db, struct arena *a, int64_t id, const char **out, struct err *e)
{
	struct finding f;
	if (!finding_find(db, a, id, &f, e))
		return false;
	*out = finding_number(a, &f);
	return true;
}

static bool
finding_named(struct db *db, struct arena *a, const char *name, int64_t *id, struct err *e)
{
	const struct finding_filter all = {.state = FINDING_STATES, .severity = SEVERITIES};
	struct finding *list;
	size_t count;
	*id = 0;
	if (!findings_list(db, a, &all, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && *id == 0; i++)
		if (strcmp(finding_number(a, &list[i]), name) == 0)
			*id = list[i].id;
	return *id != 0 || err_set(e, ERR_ABSENT, _("there is no finding with the number %s"), name);
}

/* ---- the policy ---------------------------------------------------------------------------------- */

static bool
revision_load(struct composer *c, struct err *e)
{
	struct policy_edition x;
	if (!policy_edition_find(c->db, c->arena, c->request->about_id, &x, e))
		return false;
	figures_bare(c, fiscal_year_of(x.from_day), x.edition);
	return true;
}

static bool
revision_mark(struct db *db, struct arena *a, int64_t id, const char **out, struct err *e)
{
	struct policy_edition x;
	if (!policy_edition_find(db, a, id, &x, e))
		return false;
	*out = x.edition;
	return true;
}

/* By the name of the edition. */
static bool
revision_named(struct db *db, struct arena *a, const char *name, int64_t *id, struct err *e)
{
	struct policy_edition *list;
	size_t count;
	*id = 0;
	if (!policy_editions_list(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && *id == 0; i++)
		if (strcmp(list[i].edition, name) == 0)
			*id = list[i].id;
	return *id != 0 || err_set(e, ERR_ABSENT, _("there is no edition of the policy called %s"), name);
}

/* ---- plans of audits ----------------------------------------------------------------------------- */

static bool
plan_load(struct composer *c, struct err *e)
{
	struct audit_plan *p = ARENA_NEW(c->arena, struct audit_plan);
	if (!audit_plan_find(c->db, c->arena, c->request->about_id, p, e))
		return false;
	c->plan = p;
	figures_bare(c, p->first_year, p->title);
	return true;
}

static bool
plan_mark(struct db *db, struct arena *a, int64_t id, const char **out, struct err *e)
{
	struct audit_plan p;
	if (!audit_plan_find(db, a, id, &p, e))
		return false;
	*out = audit_plan_number(a, &p);
	return true;
}

static bool
plan_named(struct db *db, struct arena *a, const char *name, int64_t *id, struct err *e)
{
	struct audit_plan *list;
	size_t count;
	*id = 0;
	if (!audit_plans_list(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && *id == 0; i++)
		if (strcmp(audit_plan_number(a, &list[i]), name) == 0)
			*id = list[i].id;
	return *id != 0 || err_set(e, ERR_ABSENT, _("there is no plan of audits with the number %s"), name);
}

/* ---- risks ------------------------------------------------------------------------------------------ */

static bool
risks_load(struct composer *c, struct err *e)
{
	int year = (int)c->request->about_id;
	struct risk_settling *now = ARENA_NEW(c->arena, struct risk_settling);
	figures_bare(c, year, fiscal_year_name(c->arena, year));
	c->risks = now;
	return risk_settling_read(c->db, c->arena, year, now, e);
}

/* ---- the rows ------------------------------------------------------------------------------------ */

static const struct about_kind kinds[] = {
	{"cycle", ABOUT_CYCLE, true, cycle_load, cycle_mark_of, NULL},
	{"audit", ABOUT_AUDIT, false, audit_load, audit_mark, audit_named},
	{"year", ABOUT_YEAR, true, year_load, year_mark, year_named},
	{"finding", ABOUT_FINDING, false, finding_load, finding_mark, finding_named},
	{"plan", ABOUT_PLAN, false, plan_load, plan_mark, plan_named},
	{"revision", ABOUT_REVISION, false, revision_load, revision_mark, revision_named},
	{"risks", ABOUT_RISKS, false, risks_load, year_mark, year_named},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

const struct about_kind *
about_find(const char *about)
{
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].about, about) == 0)
			return &kinds[i];
	return NULL;
}

size_t
about_names(struct arena *a, const char *const **names)
{
	const char **out = ARENA_ARRAY(a, const char *, KINDS);
	for (size_t i = 0; i < KINDS; i++)
		out[i] = kinds[i].about;
	*names = out;
	return KINDS;
}

enum about
recipe_about(const struct recipe *r)
{
	const struct about_kind *k = about_find(r->about == NULL ? kinds[0].about : r->about);
	return k == NULL ? ABOUT_CYCLE : k->bit;
}

struct topic
request_topic(const struct recipe *r, const struct report_request *rq)
{
	return r->about == NULL ? topic_cycle(rq->cycle_id) : (struct topic){r->about, rq->about_id};
}
