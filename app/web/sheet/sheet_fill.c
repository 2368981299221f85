#include "web/sheet/sheet_fill.h"

#include <string.h>

#include "domain/cycle/fiscal.h"
#include "store/setting.h"
#include "web/show.h"

size_t
sheet_item_number(const struct questionnaire *q, flags_t department, const struct item *item)
{
	size_t number = 0;
	for (const struct item *i = q->items; i <= item; i++)
		number += item_applies(i, department);
	return number;
}

/* What is asked to be looked at again, above the form, each a link to its question. */
static void
fill_request_list(struct dict *page, const struct sheet_page *p)
{
	struct dict *list = p->request_count > 0 ? dict_add(page, "requests") : NULL;
	for (size_t i = 0; i < p->request_count; i++) {
		const struct item *item = p->requests[i].item;
		struct dict *line = dict_add(list, "request");
		dict_set(line, "id", item->id);
		show_number(line, "number", (int64_t)sheet_item_number(p->q, p->sheet->flags, item));
		dict_set(line, "text", item->text);
	}
}

const char *
sheet_state(const struct sheet *s)
{
	bool draft = s->draft_at != 0;
	if (s->submitted_at == 0)
		return draft ? "draft" : "fresh";
	return draft ? "revised" : "submitted";
}

void
sheet_fill_state(struct call *c, struct dict *page, const struct sheet *s)
{
	dict_show(page, sheet_state(s));
	show_instant(page, c->arena, "draft_at", s->draft_at);
	show_instant(page, c->arena, "submitted_at", s->submitted_at);
	dict_set(page, "receipt", s->receipt);
}

const char *
sheet_saved_words(struct arena *a, instant_t saved)
{
	struct civil t = civil_of_instant(saved);
	return saved == 0 ? "" : arena_printf(a, "%02d:%02d:%02d", t.hour, t.minute, t.second);
}

void
sheet_fill_saved(struct call *c, struct dict *page, instant_t saved)
{
	dict_set(page, "saved_at", sheet_saved_words(c->arena, saved));
	if (saved != 0)
		dict_show(page, "was_saved");
}

/* The end of the field's id that the list above links to. */
static const char *
lack_field(const struct missing *m)
{
	switch (m->lack) {
	case LACK_ANSWER:
		return m->item->scale->text ? "x" : "1";
	case LACK_REASON:
		return "r";
	case LACK_NA:
		return "n";
	default:
		return "x";
	}
}

/* The list above the form: one line a lack or a fault, each a link to its field. */
void
sheet_fill_errors(struct dict *page, const struct sheet_page *p)
{
	if (p->missing_count + p->complaint_count == 0)
		return;
	struct dict *list = dict_add(page, p->complaint_count > 0 ? "refused" : "incomplete");
	show_number(list, "error_count", (int64_t)(p->missing_count + p->complaint_count));
	for (size_t i = 0; i < p->missing_count + p->complaint_count; i++) {
		bool complaint = i < p->complaint_count;
		size_t m = i - p->complaint_count;
		const struct item *item = complaint ? p->complaints[i].item : p->missing[m].item;
		struct dict *line = dict_add(list, "error");
		dict_set(line, "id", item->id);
		show_number(line, "number", (int64_t)sheet_item_number(p->q, p->sheet->flags, item));
		dict_set(line, "text", item->text);
		dict_show(line, complaint ? fault_sections[p->complaints[i].fault]
					  : lack_sections[p->missing[m].lack]);
		const char *fault_field =
			complaint && p->complaints[i].fault == FAULT_REASON_LONG ? "r" : "x";
		dict_set(line, "field", complaint ? fault_field : lack_field(&p->missing[m]));
	}
}

/* Who will see what, and whom to ask. */
static void
fill_about(struct call *c, struct dict *page, const struct sheet_page *p)
{
	if (questionnaire_teaches(p->q))
		dict_show(page, "teaches");
	dict_show(page, p->q->duty ? "for_office" : p->sheet->individual ? "individual" : "personal");
	const char *line = c->db == NULL ? "" : setting_text(c->db, c->arena, "contact");
	struct dict *contact = *line == '\0' ? NULL : dict_add(page, "contact");
	for (size_t length; *line != '\0'; line += length + (line[length] == '\n')) {
		length = strcspn(line, "\n");
		dict_set(dict_add(contact, "contact_line"), "line", arena_strndup(c->arena, line, length));
	}
}

void
sheet_fill_head(struct call *c, struct dict *page, const struct sheet_page *p)
{
	const struct sheet *s = p->sheet;
	dict_set(page, "set_title", p->q->title);
	show_unit(page, s);
	dict_set(page, "purpose", p->q->purpose);
	show_number(page, "minutes", p->q->minutes);
	show_number(page, "sheet_id", s->id);
	show_number(page, "revision", s->revision);
	show_number(page, "shown", p->shown != 0 ? p->shown : c->now);
	show_number(page, "given", (int64_t)answers_given(p->answers, s->flags));
	show_number(page, "asked", (int64_t)answers_asked(p->q, s->flags));
	dict_set(page, "sheet_department", s->department_name);
	show_due(page, c->arena, s->due_day, c->now);
	sheet_fill_state(c, page, s);
	sheet_fill_saved(c, page, p->saved);
	show_typed(page, c->arena, s, true);
	dict_set(page, "return_comment", s->return_comment);
	if (s->returned_at != 0)
		dict_show(page, "returned");
	fill_about(c, page, p);
}

static void
show_before(struct call *c, struct dict *page, const struct sheet_before *before)
{
	if (before == NULL) {
		dict_show(page, "without_before");
		return;
	}
	struct dict *shown = dict_add(page, "with_before");
	if (before->cycle_id == 0)
		dict_show(shown, "no_before");
	else
		dict_set(dict_add(shown, "some_before"), "before_year",
			fiscal_year_name(c->arena, before->year));
}

void
sheet_fill(struct call *c, struct dict *page, const struct sheet_page *p)
{
	struct sheet_holes holes = sheet_answers_holes(p);
	sheet_fill_head(c, page, p);
	sheet_fill_errors(page, p);
	fill_request_list(page, p);
	if (p->kept != 0)
		show_number(dict_add(page, "kept"), "kept_at", p->kept);
	show_before(c, page, p->before);
	sheet_include_questions(page, p, &holes);
}

void
sheet_fill_answer(struct dict *row, const struct answer *a)
{
	if (a->choice != NULL)
		dict_set(dict_add(row, "chosen"), "label", a->choice->label);
	else if (*a->extra == '\0')
		dict_show(row, "nothing");
	if (a->na != NULL)
		dict_set(dict_add(row, "with_na"), "na_name", na_name(a->na));
	if (*a->extra != '\0')
		dict_set(dict_add(row, "with_extra"), "extra", a->extra);
	if (*a->reason != '\0')
		dict_set(dict_add(row, "with_reason"), "reason", a->reason);
}

void
sheet_fill_answers(struct dict *page, const struct sheet_page *p)
{
	size_t number = 0;
	for (size_t i = 0; i < p->q->count; i++) {
		const struct item *item = &p->q->items[i];
		if (!item_applies(item, p->sheet->flags))
			continue;
		struct dict *row = dict_add(page, "answer");
		show_number(row, "number", (int64_t)++number);
		dict_set(row, "text", item->text);
		sheet_fill_answer(row, &p->answers->items[i]);
	}
}
