/* What stands behind a percentage: numerator, denominator and what was left out, the
 * formula with the numbers put in, and question by question. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "report/explain.h"
#include "store/setting.h"
#include "web/scope.h"
#include "web/show.h"

enum { YEARS = 1 };
static const char all_key[] = "all"; /* every question */

struct asked {
	struct cycle cycle;
	struct cycle_department department; /* id 0: the body */
	struct figures figures;
	const char *measure, *item; /* at most one */
};

static void
fill_rate(struct dict *d, const struct figure *f)
{
	struct shown s = shown_of(f);
	if (!s.known) {
		dict_show(d, f->hidden ? "withheld" : "without");
		dict_set(d, "mark", s.mark);
		return;
	}
	struct dict *known = dict_add(d, "known");
	dict_setf(known, "percent", "%d.%d", s.tenths / 10, s.tenths % 10);
	show_number(known, "numerator", f->rate.numerator);
	show_number(known, "denominator", f->rate.denominator);
	show_number(known, "na", f->rate.na);
	show_number(known, "unknown", f->rate.unknown);
	show_number(known, "unanswered", f->rate.unanswered);
}

static void
fill_items(struct dict *page, const struct explanation *x)
{
	struct dict *list = dict_add(page, "items");
	dict_show(list, explain_kind_key(x->kind));
	for (size_t i = 0; i < x->item_count; i++) {
		if (!x->items[i].applies)
			continue;
		struct dict *row = dict_add(list, "item");
		dict_set(row, "id", x->items[i].item->id);
		dict_set(row, "text", x->items[i].item->text);
		show_number(row, "weight", x->items[i].item->weight);
		fill_rate(row, &x->items[i].figure);
	}
}

/* One question: how often each answer was given. The right answer of a knowledge question is
 * nobody's to see before the own sheet is submitted, so not while sheets are still submitted. */
static void
fill_choices(struct dict *page, const struct explained_item *x, bool live)
{
	if (x->item->scale->knowledge && live)
		dict_show(page, "choices_later");
	if (x->figure.hidden || (x->item->scale->knowledge && live))
		return;
	struct dict *list = dict_add(page, "choices");
	for (size_t i = 0; i < x->item->choice_count; i++) {
		const struct choice *choice = &x->item->choices[i];
		struct dict *row = dict_add(list, "choice");
		dict_set(row, "label", choice->label);
		show_number(row, "points", choice->points);
		dict_show(row, choice->role == CHOICE_NA        ? "outside"
			       : choice->role == CHOICE_UNKNOWN ? "nothing"
			       : choice->done                   ? "counts"
								: "counts_not");
		show_number(row, "times",
			choice->role == CHOICE_NA        ? x->tally.na
			: choice->role == CHOICE_UNKNOWN ? x->tally.unknown
							 : x->tally.slots[choice->slot]);
	}
}

/* Every kind of percentage there is for what was asked; the questions once. */
static bool
fill_kinds(struct call *c, struct dict *page, const struct asked *q, struct err *e)
{
	bool first = true;
	for (enum explain_kind kind = EXPLAIN_RESPONSE; kind <= EXPLAIN_KNOWLEDGE; kind++) {
		struct explanation x;
		struct err absent = {0};
		bool whole = q->measure == NULL && q->item == NULL;
		if (kind == EXPLAIN_RESPONSE && !whole)
			continue;
		if (!explain(&q->figures, c->arena, q->department.department_id, kind, q->measure, q->item,
			    &x, &absent)) {
			if (absent.kind == ERR_ABSENT)
				continue;
			*e = absent;
			return false;
		}
		struct dict *d = dict_add(page, "kind");
		dict_show(d, explain_kind_key(kind));
		fill_rate(d, &x.figure);
		dict_set(d, "unit", unit_word(q->figures.set->unit));
		if (x.left_out > 0)
			show_number(dict_add(d, "leaves_out"), "left_out", (int64_t)x.left_out);
		if (q->item != NULL && first && x.item_count > 0)
			fill_choices(page, &x.items[0], cycle_live(q->cycle.state));
		else if (q->item == NULL && kind != EXPLAIN_RESPONSE && kind != EXPLAIN_DONE_OR_PARTLY)
			fill_items(page, &x);
		first = first && kind == EXPLAIN_RESPONSE;
	}
	return true;
}

/* A finding starts from the question it is about. */
static void
fill_raise(struct dict *page, const struct item *item, const struct cycle_department *of)
{
	struct dict *d = dict_add(page, "may_raise");
	dict_set(d, "id", item->id);
	dict_set(d, "clause_key", item->clause->key);
	dict_set(d, "department_key", of->key);
}

static bool
read_what(struct call *c, struct asked *q, struct dict *page, struct err *e)
{
	const char *what = c->parts[3];
	const struct item *item = questionnaire_find(q->figures.set, what);
	if (strcmp(what, all_key) == 0)
		return true;
	if (item != NULL) {
		q->item = what;
		struct dict *d = dict_add(page, "one_item");
		dict_set(d, "id", item->id);
		dict_set(d, "text", item->text);
		dict_set(d, "clause", item->clause->display);
		dict_set(d, "clause_title", item->clause->title);
		if ((c->account.roles & AUDITORS) != 0)
			fill_raise(page, item, &q->department);
		return true;
	}
	for (size_t i = 0; i < q->figures.measure_count; i++) {
		if (strcmp(q->figures.measures[i]->key, what) != 0)
			continue;
		q->measure = what;
		struct dict *d = dict_add(page, "one_measure");
		dict_set(d, "clause", q->figures.measures[i]->display);
		dict_set(d, "clause_title", q->figures.measures[i]->title);
		return true;
	}
	return err_set(e, ERR_ABSENT, _("there is no such figure"));
}

static bool
figure_fill(struct call *c, struct dict *page, struct err *e)
{
	struct asked q = {0};
	int64_t department;
	if (!number_parse(c->parts[2], 0, INT64_MAX, &department))
		return err_set(e, ERR_ABSENT, _("there is no such figure"));
	if (!scope_cycle(c, c->parts[0], &q.cycle, e) ||
		!scope_department_id(c, &q.cycle, department, &q.department, e) ||
		!figures_gather(c->store, c->arena, &q.cycle, c->parts[1], department, YEARS, &q.figures, e))
		return false;
	dict_set(page, "cycle_title", q.cycle.title);
	show_number(page, "cycle_id", q.cycle.id);
	dict_set(page, "set_key", q.figures.set->key);
	dict_set(page, "set_title", q.figures.set->title);
	show_number(page, "department_id", department);
	show_number(page, "k", q.cycle.k);
	dict_set(page, "subject",
		department == 0 ? setting_text(c->db, c->arena, "body_name") : q.department.name);
	dict_show(page, department == 0 ? "of_body" : "of_department");
	dict_show(page, sees_every_department(c) ? "from_dashboard" : "from_section");
	return read_what(c, &q, page, e) && fill_kinds(c, page, &q, e);
}

void
page_figure(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("What a figure is made of"));
	if (figure_fill(c, page, &e)) {
		page_show(c, 200, "figure.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
