#include "web/audit/audit_paper.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/organisation/departments.h"
#include "store/organisation/managed.h"
#include "store/audit/audit_plans.h"
#include "web/audit/audit_page.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/inside.h"
#include "web/scope.h"

static bool
absent(struct err *e)
{
	return err_set(e, ERR_ABSENT, _("there is no such report"));
}

/* An issue has a number and stays: not everybody who looks at it makes it. */
static void
may_issue(struct call *c, struct audit_paper *p, bool sees)
{
	p->issues = sees && (c->account.roles & (ROLE_LEAD | ROLE_ADMIN)) != 0;
	p->drafts = sees;
}

/* ---- who may ------------------------------------------------------------------------------- */

static bool
audit_may(struct call *c, struct audit_paper *p, struct err *e)
{
	struct audit_view v;
	if (!audit_look(c, p->id, &v, e))
		return false;
	p->title = v.what.title;
	p->back = arena_printf(c->arena, "/audits/%lld", (long long)p->id);
	bool notified = v.what.state >= ENGAGEMENT_NOTIFIED && v.what.state != ENGAGEMENT_CANCELLED;
	may_issue(c, p, v.inside);
	if (!v.inside)
		return ((p->readers != READERS_FULL || p->recipe.told) && p->standing.settled &&
			       (!p->recipe.guarded || notified)) ||
		       absent(e);
	return !p->recipe.guarded || p->standing.settled || v.reads || absent(e);
}

/* A manager has what is about the own department only; what is guarded not at all. */
static bool
year_may(struct call *c, struct audit_paper *p, struct err *e)
{
	bool looks, acts;
	p->title = fiscal_year_name(c->arena, (int)p->id);
	may_issue(c, p, sees_every_department(c));
	p->back = !p->drafts || strcmp(p->recipe.name, "findings") == 0
			  ? "/findings"
			  : arena_printf(c->arena, "/audit-years/%lld", (long long)p->id);
	if (p->drafts)
		return !p->recipe.guarded || p->standing.settled ||
		       (c->account.roles & (ROLE_LEAD | ROLE_MANAGEMENT)) != 0 || absent(e);
	if (p->recipe.guarded || p->department_id == 0)
		return absent(e);
	return manages_today(c->db, c->account.id, p->department_id, &looks, &acts, e) &&
	       (looks || absent(e));
}

static bool
finding_may(struct call *c, struct audit_paper *p, struct err *e)
{
	struct finding f;
	unsigned actors;
	if (!finding_look(c, p->id, &f, &actors, e))
		return false;
	p->title = f.title;
	p->issues = true; /* the department's own papers are among them */
	p->back = arena_printf(c->arena, "/findings/%lld", (long long)p->id);
	return true;
}

/* Plans are for whoever sees every department; others have what anybody may. */
static bool
plan_may(struct call *c, struct audit_paper *p, struct err *e)
{
	struct audit_plan plan;
	if (!audit_plan_find(c->db, c->arena, p->id, &plan, e))
		return false;
	p->title = plan.title;
	may_issue(c, p, true);
	p->back = arena_printf(c->arena, "/audit-plans/%lld", (long long)p->id);
	bool of_kind = (plan.kind == AUDIT_PLAN_MID) == (strcmp(p->recipe.name, "audit-plan-mid") == 0);
	return (of_kind && sees_every_department(c)) || absent(e);
}

static bool
risks_may(struct call *c, struct audit_paper *p, struct err *e)
{
	p->title = fiscal_year_name(c->arena, (int)p->id);
	may_issue(c, p, true);
	p->back = arena_printf(c->arena, "/risks?year=%lld", (long long)p->id);
	return sees_every_department(c) || absent(e);
}

static const struct {
	const char *about;
	bool (*may)(struct call *c, struct audit_paper *p, struct err *e);
} abouts[] = {{"audit", audit_may}, {"year", year_may}, {"finding", finding_may}, {"plan", plan_may},
	{"risks", risks_may}};
enum { ABOUTS = sizeof abouts / sizeof *abouts };

static size_t
about_of(const char *about)
{
	size_t i = 0;
	while (i < ABOUTS && strcmp(abouts[i].about, about) != 0)
		i++;
	return i;
}

static bool
paper_may(struct call *c, struct audit_paper *p, struct err *e)
{
	struct topic about = {p->recipe.about, p->id};
	p->standing = (struct standing){.edition = 1};
	if (p->readers != READERS_FULL && !p->recipe.readers[p->readers])
		return absent(e);
	if (p->recipe.settles != NULL &&
		!topic_standing(c->db, c->arena, &about, p->recipe.settles, &p->standing, e))
		return false;
	return abouts[about_of(p->recipe.about)].may(c, p, e);
}

/* ---- what a path names -------------------------------------------------------------------------- */

static bool
recipe_named(struct call *c, const char *name, struct recipe_name *out, struct err *e)
{
	struct recipe_name *list;
	size_t count;
	if (!recipes_list(c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		*out = list[i];
		if (strcmp(list[i].name, name) == 0 && about_of(list[i].about) < ABOUTS && list[i].paper)
			return true;
	}
	return absent(e);
}

static bool
query_read(struct call *c, struct audit_paper *p, struct err *e)
{
	const char *readers = http_query(c->http, "readers"), *key = http_query(c->http, "department");
	struct department d;
	p->readers = readers == NULL || *readers == '\0' ? READERS_FULL : readers_of(readers);
	p->department_key = key == NULL ? "" : key;
	if (p->readers == READERS_COUNT)
		return absent(e);
	if (*p->department_key == '\0')
		return p->recipe.body || strcmp(p->recipe.about, "year") != 0 || absent(e);
	if (strcmp(p->recipe.about, "year") != 0 || !p->recipe.department)
		return absent(e);
	if (!department_find(c->db, c->arena, key, day_of_instant(c->now), &d, e))
		return false;
	p->department_id = d.id;
	return true;
}

bool
audit_paper_of_call(struct call *c, const char *of, struct audit_paper *out, struct err *e)
{
	*out = (struct audit_paper){.of = of};
	return recipe_named(c, c->parts[0], &out->recipe, e) && query_read(c, out, e) &&
	       report_about(c->store, c->arena, out->recipe.name, of, &out->id, e) && paper_may(c, out, e);
}

bool
audit_paper_stands(struct call *c, const struct audit_paper *p, bool *out, struct err *e)
{
	const struct document key = {.about = {p->recipe.about, p->id},
		.recipe = p->recipe.name,
		.set_key = "",
		.department_id = p->department_id,
		.readers = readers_key(p->readers)};
	struct document last;
	bool found;
	if (!document_latest(c->db, c->arena, &key, &last, &found, e))
		return false;
	*out = found && (last.about_edition == p->standing.version || p->standing.gone);
	return true;
}

/* ---- a list of them ------------------------------------------------------------------------------ */

static bool
paper_fill(struct call *c, struct dict *row, const struct audit_paper *p, struct err *e)
{
	bool full = p->readers == READERS_FULL, stands;
	if (!audit_paper_stands(c, p, &stands, e))
		return false;
	dict_set(row, "paper_title", p->recipe.title);
	dict_set(row, "link",
		arena_printf(c->arena, "/papers/%s/%s%s%s", query_escape(c->arena, p->recipe.name),
			query_escape(c->arena, p->of), full ? "" : "?readers=", full ? "" : readers_key(p->readers)));
	if (!full)
		dict_show(row, readers_key(p->readers));
	if (p->recipe.settles != NULL)
		dict_show(row, p->standing.settled ? "settled" : "draft");
	if (p->recipe.numbered && p->standing.settled && !p->standing.gone && !stands)
		dict_show(row, "unissued");
	return true;
}

bool
audit_papers_fill(struct call *c, struct dict *page, const char *about, int64_t id, const char *of,
	struct err *e)
{
	struct recipe_name *list;
	size_t count;
	if (!recipes_list(c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		for (int r = 0; r < READERS_COUNT; r++) {
			struct audit_paper p = {
				.recipe = list[i], .id = id, .of = of, .readers = (enum readers)r};
			struct err why = {0};
			if (strcmp(list[i].about, about) != 0 || !list[i].paper)
				continue;
			if (!paper_may(c, &p, &why)) {
				if (why.kind != ERR_ABSENT)
					return err_set(e, why.kind, "%s", why.text);
			} else if (!paper_fill(c, dict_add(page, "paper"), &p, e))
				return false;
		}
	return true;
}

/* The letter until the fieldwork is over, the report from its notification on. */
static bool
is_waited_for(struct call *c, const struct audit_paper *p, bool *out, struct err *e)
{
	struct engagement g;
	bool stands;
	*out = false;
	if (!p->recipe.numbered || !p->standing.settled)
		return true;
	if (!engagement_find(c->db, c->arena, p->id, &g, e) || !audit_paper_stands(c, p, &stands, e))
		return false;
	*out = !stands && g.state != ENGAGEMENT_CANCELLED &&
	       (p->recipe.guarded ? g.state >= ENGAGEMENT_NOTIFIED : g.state <= ENGAGEMENT_FIELDWORK);
	return true;
}

bool
audit_papers_fill_unissued(struct call *c, struct dict *page, int64_t id, const char *of, struct err *e)
{
	struct recipe_name *list;
	size_t count;
	if (!recipes_list(c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct audit_paper p = {.recipe = list[i],
			.id = id,
			.of = of,
			.readers = list[i].told ? READERS_FULL : READERS_AUDITEE};
		struct err why = {0};
		bool waited;
		if (strcmp(list[i].about, "audit") != 0 || !list[i].paper)
			continue;
		if (!paper_may(c, &p, &why)) {
			if (why.kind != ERR_ABSENT)
				return err_set(e, why.kind, "%s", why.text);
			continue;
		}
		if (!is_waited_for(c, &p, &waited, e) ||
			(waited && !paper_fill(c, dict_add(page, "letter"), &p, e)))
			return false;
	}
	return true;
}
