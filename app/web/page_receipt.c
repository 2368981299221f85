/* What a person holds after submitting: number, time, count; the right answers to
 * knowledge questions, and what to do next about what is not done yet. */
#include "web/pages.h"

#include "web/sheet_fill.h"
#include "web/show.h"

static void
fill_knowledge(struct dict *page, const struct item *item, const struct answer *a)
{
	struct dict *row = dict_add(page, "knowledge");
	dict_set(row, "text", item->text);
	dict_set(row, "explanation", item->explanation);
	dict_set(row, "given", a->choice->label);
	dict_show(row, a->choice->done ? "right" : "wrong");
	for (size_t i = 0; i < item->choice_count && !a->choice->done; i++) {
		if (item->choices[i].done)
			dict_set(dict_add(row, "answer"), "label", item->choices[i].label);
	}
}

static void
fill_advice(struct dict *page, const struct item *item, const struct answer *a)
{
	struct dict *row = dict_add(page, "advice_item");
	dict_set(row, "text", item->text);
	dict_set(row, "label", a->choice->label);
	dict_set(row, "advice", item->advice);
}

static void
fill_lessons(struct dict *page, const struct answers *answers, flags_t department)
{
	bool knowledge = false, advice = false;
	for (size_t i = 0; i < answers->questionnaire->count; i++) {
		const struct item *item = &answers->questionnaire->items[i];
		const struct answer *a = &answers->items[i];
		if (a->choice == NULL || !item_applies(item, department))
			continue;
		if (item->scale->knowledge) {
			fill_knowledge(page, item, a);
			knowledge = true;
		} else if (!a->choice->done && a->choice->role != CHOICE_NA && item->advice != NULL) {
			fill_advice(page, item, a);
			advice = true;
		}
	}
	if (knowledge)
		dict_show(page, "has_knowledge");
	if (advice)
		dict_show(page, "has_advice");
}

void
page_receipt(struct call *c)
{
	struct err e = {0};
	struct sheet s;
	const struct questionnaire *q;
	struct receipt r;
	struct answers answers;
	if (!sheet_of_call(c, &s, &q, &e) || !receipt_of_sheet(c->db, c->arena, s.id, &r, &e) ||
		!answers_parse(c->arena, q, s.submitted != NULL ? s.submitted : "", &answers, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, q->title);
	dict_set(page, "set_title", q->title);
	show_unit(page, &s);
	dict_set(page, "number", r.number);
	show_number(page, "answered", r.answered);
	show_instant(page, c->arena, "submitted_at", r.submitted_at);
	show_number(page, "sheet_id", s.id);
	dict_set(page, "sheet_department", s.department_name);
	dict_set(page, "person_name", s.person_name);
	show_day(page, c->arena, "due", s.due_day);
	dict_show(page, sheet_answerable(&s) ? "open" : "closed");
	show_sheet_state(page, "standing", &s);
	fill_lessons(page, &answers, s.flags);
	page_show(c, 200, "receipt.tpl", page);
}
