/* What is done with findings: raised, reworded, moved, answered, passed on. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "store/audit/finding_public.h"
#include "store/audit/working_papers.h"
#include "store/organisation/departments.h"
#include "store/organisation/people.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/once.h"
#include "web/pages.h"

struct doing {
	struct finding_act act;
	struct finding finding;
	struct finding_plan plan;
	struct finding_report report;
	struct finding_public public;
	const struct registers *registers;
	const char *name, *reason, *done;
	day_t expiry;
	int64_t department_id, child_id;
	struct engagement_act line; /* engagement_id 0: raised from no checklist */
	bool (*run)(struct db *db, struct doing *d, struct err *e);
};

static bool
doing_work(struct db *db, struct piece *p, struct err *e)
{
	struct doing *d = p->with;
	return d->run(db, d, e);
}

/* Refused, the page is shown again with what was typed. */
static void
refuse(struct call *c, const struct err *failed)
{
	if (!finding_refusal(failed))
		page_error(c, failed);
	else if (c->parts[0] == NULL)
		finding_show_new(c, failed);
	else
		finding_show(c, failed);
}

static void
after(struct call *c, const struct err *failed)
{
	struct doing *d = c->state;
	if (failed != NULL)
		refuse(c, failed);
	else
		page_redirect(c, "/findings/%lld?done=%s",
			(long long)(c->parts[0] != NULL ? d->act.finding_id : d->finding.id), d->done);
}

static struct doing *
doing_begin(struct call *c, const char *done)
{
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	d->act = (struct finding_act){.arena = c->arena,
		.policy = store_bank(c->store)->policy,
		.account_id = c->account.id,
		.now = c->now};
	d->done = done;
	return d;
}

/* The form names the revision it was made from. */
static bool
target_read(struct call *c, struct doing *d, struct err *e)
{
	struct finding f;
	unsigned actors;
	int64_t revision;
	if (!finding_of_call(c, &f, &actors, e))
		return false;
	if (!number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	d->act.finding_id = f.id;
	d->act.revision = (int)revision;
	return true;
}

static void
doing_store(struct call *c, struct doing *d, bool (*run)(struct db *db, struct doing *d, struct err *e),
	bool read, const struct err *e)
{
	d->run = run;
	c->state = d;
	if (read)
		web_write(c, doing_work, d, after);
	else
		refuse(c, e);
}

/* ---- words ----------------------------------------------------------------------------------- */

static void
words_read(struct call *c, struct finding *f)
{
	f->title = form_text(c, "title");
	f->severity = finding_severity_of(form_text(c, "severity"));
	f->clause = form_text(c, "clause");
	f->threat = form_text(c, "threat");
	f->facts = form_lines(c->arena, form_text(c, "facts"));
	f->criterion = form_lines(c->arena, form_text(c, "criterion"));
	f->cause = form_lines(c->arena, form_text(c, "cause"));
	f->effect = form_lines(c->arena, form_text(c, "effect"));
	f->proposal = form_lines(c->arena, form_text(c, "proposal"));
}

/* "R08-003", as lists show it. */
static bool
predecessor_read(struct call *c, int64_t *out, struct err *e)
{
	const char *number = form_text(c, "predecessor");
	struct finding_filter filter = {.state = FINDING_STATES, .severity = SEVERITIES};
	struct finding *list;
	size_t count;
	*out = 0;
	if (*number == '\0')
		return true;
	if (!findings_list(c->db, c->arena, &filter, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && *out == 0; i++)
		if (strcmp(finding_number(c->arena, &list[i]), number) == 0)
			*out = list[i].id;
	return *out != 0 || err_set(e, ERR_INPUT, _("there is no finding with the number %s"), number);
}

/* An item is a question or a line of a checklist; the field may be left empty. */
static bool
item_read(struct call *c, const char **out, struct err *e)
{
	const struct bank *b = store_bank(c->store);
	*out = form_text(c, "item");
	bool known = **out == '\0';
	for (size_t i = 0; i < b->count && !known; i++)
		known = questionnaire_find(b->sets[i], *out) != NULL;
	return known || err_set(e, ERR_INPUT, _("there is no item with the number %s"), *out);
}

static bool
department_read(struct call *c, int64_t *out, struct err *e)
{
	struct department d;
	const char *key = form_text(c, "department");
	if (*key == '\0')
		return err_set(e, ERR_INPUT, _("choose the department"));
	if (!department_find(c->db, c->arena, key, day_of_instant(c->now), &d, e))
		return err_set(e, e->kind == ERR_ABSENT ? ERR_INPUT : e->kind, "%s",
			_("there is no department with this code"));
	*out = d.id;
	return true;
}

/* The line of a checklist it is raised from, if it is: of an audit of that department. */
static bool
line_read(struct call *c, struct doing *d, struct err *e)
{
	struct engagement g;
	const char *audit = form_text(c, "audit");
	if (*audit == '\0')
		return true;
	if (!number_parse(audit, 1, INT64_MAX, &d->line.engagement_id))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	d->act.engagement_id = d->line.engagement_id;
	d->line.arena = c->arena;
	d->line.account_id = c->account.id;
	d->line.now = c->now;
	return engagement_find(c->db, c->arena, d->line.engagement_id, &g, e) &&
	       (g.department_id == d->finding.department_id ||
		       err_set(e, ERR_INPUT, _("a finding of this audit is about the department it audits")));
}

static bool
raise_run(struct db *db, struct doing *d, struct err *e)
{
	return finding_raise(db, &d->act, &d->finding, e) &&
	       (d->line.engagement_id == 0 || line_finding_add(db, &d->line, d->finding.item, d->finding.id,
						      finding_number(d->act.arena, &d->finding), e));
}

void
page_finding_raise(struct call *c)
{
	static const char *const names[] = {"department", "item", "predecessor", "title", "severity",
		"clause", "threat", "facts", "criterion", "cause", "effect", "proposal", "audit", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "raised");
	words_read(c, &d->finding);
	bool read = form_check(c, names, &e) && department_read(c, &d->finding.department_id, &e) &&
		    item_read(c, &d->finding.item, &e) &&
		    predecessor_read(c, &d->finding.predecessor_id, &e) && line_read(c, d, &e);
	d->run = raise_run;
	c->state = d;
	if (read)
		web_write_once(c, doing_work, d, &d->finding.id, after);
	else
		refuse(c, &e);
}

static bool
edit_run(struct db *db, struct doing *d, struct err *e)
{
	return finding_edit(db, &d->act, &d->finding, e);
}

void
page_finding_edit(struct call *c)
{
	static const char *const names[] = {"revision", "title", "severity", "clause", "threat", "facts",
		"criterion", "cause", "effect", "proposal", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved");
	words_read(c, &d->finding);
	doing_store(c, d, edit_run, form_check(c, names, &e) && target_read(c, d, &e), &e);
}

/* ---- moves and papers ------------------------------------------------------------------------ */

static bool
move_run(struct db *db, struct doing *d, struct err *e)
{
	return finding_act_move(db, &d->act, d->name, d->reason, d->expiry, e);
}

void
page_finding_move(struct call *c)
{
	static const char *const names[] = {"revision", "do", "reason", "expiry", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved");
	d->name = form_text(c, "do");
	d->reason = form_lines(c->arena, form_text(c, "reason"));
	bool read =
		form_check(c, names, &e) && form_day(c, "expiry", &d->expiry, &e) && target_read(c, d, &e);
	doing_store(c, d, move_run, read, &e);
}

/* Who is not in the list gets the same answer whether the staff number is someone's or nobody's. */
static bool
owner_read(struct call *c, struct finding_plan *p, struct err *e)
{
	struct person owner;
	struct err absent = {0};
	if (person_by_number(c->db, c->arena, form_text(c, "owner"), &owner, &absent))
		p->owner_id = owner.id;
	return p->owner_id != 0 || absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
}

static bool
plan_run(struct db *db, struct doing *d, struct err *e)
{
	return finding_plan_file(db, &d->act, &d->plan, e);
}

void
page_finding_plan(struct call *c)
{
	static const char *const names[] = {
		"revision", "stopgap", "plan_cause", "measure", "owner", "due_day", "spread", "budget", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved");
	d->plan = (struct finding_plan){.stopgap = form_lines(c->arena, form_text(c, "stopgap")),
		.cause = form_lines(c->arena, form_text(c, "plan_cause")),
		.measure = form_lines(c->arena, form_text(c, "measure")),
		.spread = form_has(c, "spread"),
		.budget = form_has(c, "budget")};
	bool read = form_check(c, names, &e) && target_read(c, d, &e) &&
		    form_day(c, "due_day", &d->plan.due_day, &e) && owner_read(c, &d->plan, &e);
	doing_store(c, d, plan_run, read, &e);
}

static bool
report_run(struct db *db, struct doing *d, struct err *e)
{
	return finding_report_file(db, &d->act, &d->report, e);
}

void
page_finding_report(struct call *c)
{
	static const char *const names[] = {
		"revision", "day", "report_done", "report_effect", "remaining", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved");
	d->report = (struct finding_report){.done = form_lines(c->arena, form_text(c, "report_done")),
		.effect = form_lines(c->arena, form_text(c, "report_effect")),
		.remaining = form_lines(c->arena, form_text(c, "remaining"))};
	bool read =
		form_check(c, names, &e) && target_read(c, d, &e) && form_day(c, "day", &d->report.day, &e);
	doing_store(c, d, report_run, read, &e);
}

static bool
spread_run(struct db *db, struct doing *d, struct err *e)
{
	return finding_spread(db, &d->act, d->department_id, &d->child_id, e);
}

void
page_finding_spread(struct call *c)
{
	static const char *const names[] = {"revision", "department", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "passed");
	bool read = form_check(c, names, &e) && target_read(c, d, &e) &&
		    department_read(c, &d->department_id, &e);
	doing_store(c, d, spread_run, read, &e);
}

static bool
publish_run(struct db *db, struct doing *d, struct err *e)
{
	return finding_publish(db, &d->act, d->registers, &d->public, e);
}

void
page_finding_publish(struct call *c)
{
	static const char *const names[] = {"revision", "public_title", "public_measure", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved");
	d->registers = store_bank(c->store)->registers;
	d->public = (struct finding_public){.title = form_text(c, "public_title"),
		.measure = form_lines(c->arena, form_text(c, "public_measure"))};
	doing_store(c, d, publish_run, form_check(c, names, &e) && target_read(c, d, &e), &e);
}
