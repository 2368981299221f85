/*
 * What a person holds after submitting: number, time, count; the right answers to
 * knowledge questions, and what to do next about what is not done yet.
 *
 * That the right answers are shown is stored before they go out (store/sheet/lessons.h),
 * with the answers read after that: what is then beside them is what stands. The
 * button at the end says that all of it was read.
 */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "store/sheet/lessons.h"
#include "web/form.h"
#include "web/sheet/sheet_fill.h"
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

/* A set of the body's own may give no advice: then what is meant by doing it. */
static void
fill_advice(struct dict *page, const struct item *item, const struct answer *a)
{
	struct dict *row = dict_add(page, "advice_item");
	dict_set(row, "text", item->text);
	dict_set(row, "label", a->choice->label);
	if (item->advice != NULL && *item->advice != '\0')
		dict_set(dict_add(row, "told"), "advice", item->advice);
	else
		dict_set(dict_add(row, "untold"), "help", item->help);
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
		} else if (!a->choice->done && a->choice->role != CHOICE_NA) {
			fill_advice(page, item, a);
			advice = true;
		}
	}
	if (knowledge)
		dict_show(page, "has_knowledge");
	if (advice)
		dict_show(page, "has_advice");
}

static void
fill_reading(struct call *c, struct dict *page, const struct sheet *s)
{
	struct dict *d = dict_add(page, s->read_at != 0 ? "read" : "unread");
	show_instant(d, c->arena, "read_at", s->read_at);
	show_number(d, "sheet_id", s->id);
}

static void
receipt_fill(struct call *c, struct dict *page, const struct sheet *s, const struct receipt *r)
{
	dict_set(page, "number", r->number);
	show_number(page, "answered", r->answered);
	show_instant(page, c->arena, "submitted_at", r->submitted_at);
	show_number(page, "sheet_id", s->id);
	show_unit(page, s);
	dict_set(page, "sheet_department", s->department_name);
	dict_set(page, "person_name", s->person_name);
	show_due(page, c->arena, s->due_day, c->now);
	dict_show(page, sheet_answerable(s) ? "open" : "closed");
	show_sheet_state(page, "standing", s);
	show_typed(page, c->arena, s, true);
}

static void
receipt_show(struct call *c)
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
	receipt_fill(c, page, &s, &r);
	if (s.taught_at != 0 || !questionnaire_teaches(q))
		fill_lessons(page, &answers, s.flags);
	if (s.taught_at != 0 && questionnaire_teaches(q))
		fill_reading(c, page, &s);
	page_show(c, 200, "receipt.tpl", page);
}

/* ---- showing the right answers, and having read them ------------------------------------ */

struct learning {
	int64_t sheet_id, person_id;
	instant_t now;
	struct arena *arena;
};

static struct learning *
learning_of(struct call *c, const struct sheet *s)
{
	struct learning *l = ARENA_NEW(c->arena, struct learning);
	*l = (struct learning){s->id, c->account.person_id, c->now, c->arena};
	return l;
}

static bool
teach_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	const struct learning *l = p->with;
	return lesson_teach(db, l->sheet_id, l->person_id, l->now, e);
}

static void
after_teaching(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else
		receipt_show(c);
}

/* HEAD shows nobody anything. */
void
page_receipt(struct call *c)
{
	struct err e = {0};
	struct sheet s;
	const struct questionnaire *q;
	bool shows = strcmp(http_method(c->http), "GET") == 0;
	if (!sheet_of_call(c, &s, &q, &e))
		page_error(c, &e);
	else if (shows && questionnaire_teaches(q) && s.submitted != NULL && s.taught_at == 0)
		web_write(c, teach_work, learning_of(c, &s), after_teaching);
	else
		receipt_show(c);
}

static bool
read_work(struct db *db, struct piece *p, struct err *e)
{
	const struct learning *l = p->with;
	return lesson_read(db, l->arena, l->sheet_id, l->person_id, l->now, e);
}

void
page_receipt_read(struct call *c)
{
	static const char *const names[] = {NULL};
	struct err e = {0};
	struct sheet s;
	const struct questionnaire *q;
	if (!form_check(c, names, &e) || !sheet_of_call(c, &s, &q, &e))
		page_error(c, &e);
	else if (!questionnaire_teaches(q))
		page_status(c, 404, NULL);
	else
		form_store(c, read_work, learning_of(c, &s),
			arena_printf(c->arena, "/sheets/%lld/receipt", (long long)s.id));
}
