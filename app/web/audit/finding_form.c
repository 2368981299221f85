/* The words of a finding as a form, and one finding in a row. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/organisation/departments.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/show.h"

bool
finding_refusal(const struct err *failed)
{
	return failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT || failed->kind == ERR_DENIED;
}

int
finding_status(const struct err *refused)
{
	if (refused == NULL)
		return 200;
	return refused->kind == ERR_CONFLICT ? 409 : refused->kind == ERR_DENIED ? 403 : 422;
}

bool
finding_of_call(struct call *c, struct finding *out, unsigned *actors, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such finding"));
	return finding_look(c, id, out, actors, e);
}

bool
finding_look(struct call *c, int64_t id, struct finding *out, unsigned *actors, struct err *e)
{
	if (!finding_find(c->db, c->arena, id, out, e))
		return scope_gone(c, "findings", id, e);
	if (!finding_acting(c->db, c->arena, out, c->account.id, c->now, actors, e))
		return false;
	return sees_every_department(c) ||
	       ((*actors & (FINDING_AUDITEE | FINDING_ABOVE)) != 0 && out->told) ||
	       err_set(e, ERR_ABSENT, _("there is no such finding"));
}

static void
clause_fill(struct call *c, struct dict *row, const char *key)
{
	const struct clause *clause = policy_find(store_bank(c->store)->policy, key);
	dict_set(row, "clause", clause != NULL ? clause->display : key);
	dict_set(row, "clause_title", clause != NULL ? clause->title : "");
}

void
finding_fill(struct call *c, struct dict *row, const struct finding *f)
{
	show_number(row, "finding_id", f->id);
	dict_set(row, "number", finding_number(c->arena, f));
	dict_set(row, "audited_name", f->department_name);
	dict_set(row, "finding_title", f->title);
	clause_fill(c, row, f->clause);
	dict_show(dict_include(row, "severity", "finding_word.tpl"), finding_severity_key(f->severity));
	dict_show(dict_include(row, "state", "finding_word.tpl"), finding_state_key(f->state));
	if (f->wait_day != 0) {
		struct dict *due = dict_add(row, "due");
		show_day(due, c->arena, "due_day", f->wait_day);
		if (f->state == FINDING_PLANNING)
			dict_show(due, "of_plan");
	}
	if (finding_overdue(f->state, f->wait_day, day_of_instant(c->now)))
		dict_show(row, "overdue");
	if (f->times > 1)
		show_number(dict_add(row, "repeated"), "times", f->times);
	if (f->parent_id != 0)
		show_number(dict_add(row, "passed_on"), "parent_id", f->parent_id);
}

/* ---- the form -------------------------------------------------------------------------------- */

static void
clauses_fill(struct call *c, struct dict *form, const struct finding *f)
{
	const struct policy *p = store_bank(c->store)->policy;
	const char *clause = form_typed(c, "clause", f->clause), *threat = form_typed(c, "threat", f->threat);
	for (size_t i = 0; i < p->count; i++) {
		const struct clause *one = &p->clauses[i];
		bool danger = one->kind == CLAUSE_THREAT && one->parent != NULL;
		if (one->kind != CLAUSE_DUTY && one->kind != CLAUSE_SCOPE && !danger)
			continue;
		struct dict *row = dict_add(form, danger ? "threat_choice" : "clause_choice");
		dict_set(row, "value", one->key);
		dict_set(row, "display", one->display);
		dict_set(row, "choice_title", one->title);
		dict_set(row, "selected", strcmp(danger ? threat : clause, one->key) == 0 ? "selected" : "");
	}
}

static bool
departments_fill(struct call *c, struct dict *form, struct err *e)
{
	struct department *list;
	size_t count;
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(form, "department_choice");
		dict_set(row, "value", list[i].key);
		dict_set(row, "choice_name", list[i].name);
	}
	return true;
}

/* The confirmed findings of earlier years that this one may repeat. */
static bool
earlier_fill(struct call *c, struct dict *form, struct err *e)
{
	const struct finding_filter filter = {.before_year = fiscal_year_of(day_of_instant(c->now)),
		.state = FINDING_STATES,
		.severity = SEVERITIES};
	struct finding *list;
	size_t count;
	if (!findings_list(c->db, c->arena, &filter, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(form, "earlier_choice");
		dict_set(row, "value", finding_number(c->arena, &list[i]));
		dict_set(row, "choice_name",
			arena_printf(c->arena, "%s %s", list[i].department_name, list[i].title));
	}
	return true;
}

bool
finding_fill_form(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	const struct {
		const char *name, *stored;
	} rows[] = {{"title", f->title}, {"item", f->item}, {"facts", f->facts}, {"criterion", f->criterion},
		{"cause", f->cause}, {"effect", f->effect}, {"proposal", f->proposal},
		{"department", f->department_key}, {"predecessor", NULL}, {"audit", NULL}};
	struct dict *form = dict_include(dict_add(page, "form"), "fields", "finding_fields.tpl");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		dict_set(form, arena_printf(c->arena, "%s_typed", rows[i].name),
			form_typed(c, rows[i].name, rows[i].stored));
	const char *severity = form_typed(
		c, "severity", f->severity < SEVERITIES ? finding_severity_key(f->severity) : NULL);
	dict_set(form, arena_printf(c->arena, "%s_selected", *severity != '\0' ? severity : "none"),
		"selected");
	clauses_fill(c, form, f);
	if (f->id != 0)
		return true;
	struct dict *fresh = dict_add(form, "fresh");
	return departments_fill(c, fresh, e) && earlier_fill(c, fresh, e);
}
