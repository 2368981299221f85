/* The questions of the answering page and of the one that papers are typed in on, with what was answered. */
#include "web/sheet/sheet_fill.h"

#include <string.h>

#include "web/show.h"

static const struct answer *
answer_of(const struct sheet_page *p, const struct item *item)
{
	return &p->answers->items[item - p->q->items];
}

static const char *
answered_checked(void *with, const struct item *i, const struct choice *c)
{
	return answer_of(with, i)->choice == c ? "checked" : "";
}

static const char *
answered_selected(void *with, const struct item *i, const struct na_reason *n)
{
	return answer_of(with, i)->na == n ? "selected" : "";
}

static const char *
answered_reason(void *with, const struct item *i)
{
	return answer_of(with, i)->reason;
}

static const char *
answered_extra(void *with, const struct item *i)
{
	return answer_of(with, i)->extra;
}

struct sheet_holes
sheet_answers_holes(const struct sheet_page *p)
{
	return (struct sheet_holes){
		answered_checked, answered_selected, answered_reason, answered_extra, (void *)p};
}

static void
fill_choices(struct dict *d, const struct item *item, bool stands, const struct sheet_holes *holes)
{
	dict_set(d, "disabled", stands ? "disabled" : "");
	for (size_t i = 0; i < item->choice_count; i++) {
		const struct choice *choice = &item->choices[i];
		struct dict *o = dict_add(d, "choice");
		dict_set(o, "code", choice->code);
		dict_set(o, "label", choice->label);
		dict_set(o, "mark", choice->mark);
		show_number(o, "digit", (int64_t)i + 1);
		dict_set(o, "checked", holes->checked(holes->with, item, choice));
		if (i == 0)
			dict_show(o, "first");
		if (choice->reason)
			dict_show(o, choice->role == CHOICE_NA ? "na" : "why");
	}
}

static void
fill_na(struct dict *field, const struct item *item, const struct sheet_holes *holes)
{
	if (!item_takes_na(item))
		return;
	struct dict *list = dict_add(field, "na_field");
	for (size_t i = 0; i < NA_REASONS; i++) {
		const struct na_reason *n = &na_reasons[i];
		struct dict *o = dict_add(list, "na_reason");
		dict_set(o, "key", n->key);
		dict_set(o, "na_name", na_name(n));
		show_number(o, "digit", (int64_t)i + 1);
		dict_set(o, "selected", holes->selected(holes->with, item, n));
	}
}

static void
fill_reason(struct dict *d, const struct item *item, const struct sheet_holes *holes)
{
	struct dict *field = NULL;
	for (size_t i = 0; i < item->choice_count; i++) {
		if (!item->choices[i].reason)
			continue;
		if (field == NULL)
			field = dict_add(d, "reason_field");
		dict_set(dict_add(field, "need"), "label", item->choices[i].label);
	}
	if (field == NULL)
		return;
	dict_set(field, "reason", holes->reason(holes->with, item));
	fill_na(field, item, holes);
}

/* The field beside the choices, or the only one of a free text item. */
static void
fill_extra(struct dict *d, const struct item *item, const struct sheet_holes *holes)
{
	if (!item->scale->text && item->extra == EXTRA_NONE)
		return;
	struct dict *x = dict_add(d, item->scale->text           ? "free_text"
				     : item->extra == EXTRA_DATE ? "date"
								 : "number_field");
	dict_set(x, "extra", holes->extra(holes->with, item));
}

static void
fill_help(struct dict *d, const struct item *item)
{
	if (item->help != NULL && *item->help != '\0')
		dict_set(dict_add(d, "help_line"), "help", item->help);
	if (item->evidence_count == 0)
		return;
	struct dict *line = dict_add(d, "evidence_line");
	for (size_t i = 0; i < item->evidence_count; i++)
		dict_set(dict_add(line, "evidence"), "record", item->evidence[i]);
}

static void
fill_item(
	struct dict *d, const struct item *item, size_t number, bool taught, const struct sheet_holes *holes)
{
	dict_set(d, "id", item->id);
	show_number(d, "number", (int64_t)number);
	dict_set(d, "text", item->text);
	dict_set(d, "clause", item->clause->display);
	dict_set(d, "clause_title", item->clause->title);
	if (item->priority)
		dict_show(d, "priority");
	if (item->scale->knowledge)
		dict_show(d, "tall");
	if (item->scale->knowledge)
		dict_show(d, taught ? "knowledge_stands" : "knowledge");
	fill_help(d, item);
	if (item->choice_count > 0)
		fill_choices(dict_add(d, "choices"), item, item->scale->knowledge && taught, holes);
	fill_extra(d, item, holes);
	if (item->evidence_files > 0)
		show_number(dict_add(d, "evidence_field"), "evidence_files", item->evidence_files);
	fill_reason(d, item, holes);
}

static void
fill_hidden(struct dict *page, const struct questionnaire *q, flags_t department)
{
	struct dict *list = NULL;
	int64_t count = 0;
	for (size_t i = 0; i < q->count; i++) {
		const struct item *item = &q->items[i];
		if (item_applies(item, department))
			continue;
		if (list == NULL)
			list = dict_add(page, "hidden_items");
		show_number(list, "hidden_count", ++count);
		struct dict *row = dict_add(list, "hidden_item");
		dict_set(row, "text", item->text);
		dict_show(row, item->when.any ? "any" : "all");
		show_flags(row, item->when.flags);
	}
}

/* A heading stands where the clause under which items are counted changes. */
static bool
same_section(const struct item *a, const struct item *b)
{
	const char *x = a->clause->measure, *y = b->clause->measure;
	return x != NULL && y != NULL ? strcmp(x, y) == 0 : a->clause == b->clause;
}

static const struct clause *
section_clause(const struct item *item)
{
	const struct clause *c = item->clause;
	while (c->parent != NULL && c->measure != NULL && strcmp(c->key, c->measure) != 0)
		c = c->parent;
	return c;
}

const char *const lack_sections[] = {"lack_answer", "lack_reason", "lack_extra", "lack_na"};
const char *const fault_sections[] = {"reason_long", "text_long", "no_date", "no_number"};

static void
mark_faults(struct dict *d, const struct item *item, const struct sheet_page *p)
{
	bool faulty = false;
	for (size_t i = 0; i < p->missing_count; i++) {
		if (p->missing[i].item == item) {
			dict_show(d, lack_sections[p->missing[i].lack]);
			faulty = true;
		}
	}
	for (size_t i = 0; i < p->complaint_count; i++) {
		if (p->complaints[i].item == item) {
			dict_show(d, fault_sections[p->complaints[i].fault]);
			faulty = true;
		}
	}
	if (faulty)
		dict_show(d, "faulty");
}

static void
fill_requests(struct dict *d, const struct item *item, const struct sheet_page *p)
{
	for (size_t i = 0; i < p->request_count; i++)
		if (p->requests[i].item == item)
			dict_set(dict_add(d, "asked_back"), "comment", p->requests[i].comment);
}

/* What was answered before, where it means the same; set beside the question, never into it. */
static void
fill_before(struct dict *d, const struct item *item, const struct sheet_before *before)
{
	const struct item *then = questionnaire_find(before->questionnaire, item->id);
	const struct answer *a =
		then == NULL ? NULL : &before->answers.items[then - before->questionnaire->items];
	if (then == NULL || then->meaning != item->meaning || then->scale->text ||
		(a->choice == NULL && *a->extra == '\0'))
		return;
	struct dict *b = dict_add(d, "before");
	dict_set(b, "before_label", a->choice != NULL ? a->choice->label : "");
	if (*a->extra != '\0')
		dict_set(dict_add(b, "before_extra"), "extra", a->extra);
	if (*a->reason != '\0')
		dict_set(dict_add(b, "before_reason"), "reason", a->reason);
	if (strcmp(then->text, item->text) != 0)
		dict_set(dict_add(b, "reworded"), "former_text", then->text);
}

/* On paper each of these is a table of its own. */
enum paper_part { PART_SCORED, PART_KNOWLEDGE, PART_TEXT, PAPER_PARTS };

static enum paper_part
part_of(const struct item *i)
{
	return i->scale->text ? PART_TEXT : i->scale->knowledge ? PART_KNOWLEDGE : PART_SCORED;
}

/* The items that are asked, as they stand on the page. */
static size_t
items_in_order(const struct sheet_page *p, struct arena *a, const struct item ***out)
{
	size_t count = 0;
	*out = ARENA_ARRAY(a, const struct item *, p->q->count);
	for (unsigned part = 0; part < (p->paper ? PAPER_PARTS : 1u); part++)
		for (size_t i = 0; i < p->q->count; i++) {
			const struct item *item = &p->q->items[i];
			if (item_applies(item, p->sheet->flags) && (!p->paper || part_of(item) == part))
				(*out)[count++] = item;
		}
	return count;
}

static void
fill_stored(struct dict *d, const struct sheet_page *p, const struct item *item)
{
	const struct answer *typed = answer_of(p, item),
			    *stored = p->stored != NULL ? &p->stored->items[item - p->q->items] : typed;
	if (stored->choice != typed->choice || stored->na != typed->na ||
		strcmp(stored->reason, typed->reason) != 0 || strcmp(stored->extra, typed->extra) != 0)
		sheet_fill_answer(dict_add(d, "stored"), stored);
}

static void
fill_question(struct dict *d, const struct sheet_page *p, const struct item *item, size_t number,
	const struct sheet_holes *holes)
{
	fill_item(d, item, number, p->taught, holes);
	mark_faults(d, item, p);
	fill_requests(d, item, p);
	fill_stored(d, p, item);
	if (p->before != NULL && p->before->cycle_id != 0)
		fill_before(d, item, p->before);
}

static void
fill_heading(struct dict *section, const struct sheet_page *p, const struct item *const *items, size_t count)
{
	size_t own = 1;
	while (own < count && same_section(items[own - 1], items[own]))
		own++;
	dict_set(section, "heading", section_clause(items[0])->title);
	dict_set(section, "heading_clause", section_clause(items[0])->display);
	sheet_wording_fill(section, &p->wording, items, own);
}

void
sheet_fill_questions(struct dict *page, const struct sheet_page *p, const struct sheet_holes *holes)
{
	struct arena *a = arena_create();
	const struct item **items;
	struct dict *section = NULL;
	size_t count = items_in_order(p, a, &items);
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || !same_section(items[i - 1], items[i])) {
			section = dict_add(page, "section");
			fill_heading(section, p, items + i, count - i);
		}
		fill_question(dict_add(section, "item"), p, items[i], i + 1, holes);
	}
	arena_destroy(a);
	fill_hidden(page, p->q, p->sheet->flags);
}

void
sheet_include_questions(struct dict *page, const struct sheet_page *p, const struct sheet_holes *holes)
{
	sheet_fill_questions(dict_include(page, "questions", "sheet_questions.tpl"), p, holes);
}
