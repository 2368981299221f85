/* A question set as it will look, and tried out (試行回答): answered like a sheet of a chosen
 * department and checked like one. Nothing of it is stored. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "store/organisation/departments.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/sheet/sheet_fill.h"
#include "web/show.h"

struct trial {
	int64_t set_id;
	const struct questionnaire *q;
	struct sheet sheet;         /* stands for one that nobody has been given */
	const char *department_key; /* "": every question is shown, whatever its condition */
};

/* The edition as it was loaded, in this year's words. */
static bool
set_read(struct call *c, struct trial *t, struct err *e)
{
	const char *yaml;
	size_t length;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &t->set_id))
		return err_set(e, ERR_ABSENT, _("there is no such question set"));
	if (!question_set_yaml(c->db, c->arena, t->set_id, &yaml, &length, e))
		return false;
	struct faults faults = {.arena = c->arena};
	const struct bank *bank = store_bank(c->store);
	t->q = questionnaire_parse(yaml, length, c->parts[0], bank->policy, bank->scales, 0, &faults);
	return t->q != NULL || err_set(e, ERR_CONFLICT,
				       _("this question set does not fit the policy any more: %s"),
				       faults.count > 0 ? faults.items[0].text : "");
}

static bool
trial_read(struct call *c, struct trial *t, struct err *e)
{
	const char *key = http_query(c->http, "department");
	struct department d;
	*t = (struct trial){.sheet = {.flags = ~(flags_t)0}, .department_key = ""};
	if (!set_read(c, t, e))
		return false;
	if (key == NULL || *key == '\0')
		return true;
	if (!department_find(c->db, c->arena, key, day_of_instant(c->now), &d, e))
		return false;
	t->sheet.flags = d.flags;
	t->department_key = d.key;
	return true;
}

/* The department whose form it is; the first choice is every question. Hundreds of departments are typed by
 * their keys, not chosen from a list. */
static bool
fill_departments(struct call *c, struct dict *page, const struct trial *t, struct err *e)
{
	enum { LIST_MOST = 60 };
	struct department *list;
	size_t count;
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	struct dict *choose = dict_add(page, count > LIST_MOST ? "department_typed" : "department_chosen");
	if (count > LIST_MOST) {
		dict_set(choose, "value", t->department_key);
		return true;
	}
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(choose, "department_choice");
		bool here = strcmp(list[i].key, t->department_key) == 0;
		dict_set(row, "value", list[i].key);
		dict_set(row, "name", list[i].name);
		dict_set(row, "selected", here ? "selected" : "");
	}
	return true;
}

static void
show_trial(struct call *c, int status, const struct trial *t, const struct sheet_page *p, bool tried)
{
	struct err e = {0};
	struct sheet_page worded = *p;
	struct sheet_holes holes = sheet_answers_holes(p);
	struct dict *page = page_begin(c, t->q->title);
	if (!fill_departments(c, page, t, &e) || !sheet_wording_find(c, &worded.wording, &e) ||
		!sheet_wording_load(c, &worded.wording, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	show_number(page, "set_id", t->set_id);
	dict_set(page, "set_title", t->q->title);
	dict_set(page, "edition", t->q->edition);
	dict_set(page, "purpose", t->q->purpose);
	dict_set(page, "department_key", t->department_key);
	show_number(page, "minutes", t->q->minutes);
	show_number(page, "item_count", (int64_t)answers_asked(t->q, t->sheet.flags));
	show_number(page, "shown", p->shown != 0 ? p->shown : c->now);
	sheet_fill_errors(page, p);
	if (tried && p->missing_count + p->complaint_count == 0) {
		struct dict *done = dict_add(page, "complete");
		show_number(done, "minutes_taken", (c->now - p->shown) / 60);
		show_number(done, "seconds_taken", (c->now - p->shown) % 60);
	}
	sheet_include_questions(page, &worded, &holes);
	page_show(c, status, "question_set.tpl", page);
}

void
page_question_set(struct call *c)
{
	struct err e = {0};
	struct trial *t = ARENA_NEW(c->arena, struct trial);
	if (!trial_read(c, t, &e)) {
		page_error(c, &e);
		return;
	}
	struct answers none = answers_none(c->arena, t->q);
	show_trial(c, 200, t, &(struct sheet_page){.sheet = &t->sheet, .q = t->q, .answers = &none}, false);
}

void
page_question_set_try(struct call *c)
{
	struct err e = {0};
	struct trial *t = ARENA_NEW(c->arena, struct trial);
	struct sheet_form form;
	struct missing *missing = NULL;
	size_t count, lacking = 0;
	const struct http_field *fields = sheet_form_fields(c->arena, c->http, &count);
	if (!trial_read(c, t, &e) ||
		!sheet_form_read(c->arena, t->q, t->sheet.flags, fields, count, &form, &e)) {
		page_error(c, &e);
		return;
	}
	if (form.complaint_count == 0)
		lacking = answers_missing(c->arena, &form.answers, t->sheet.flags, &missing);
	struct sheet_page p = {.sheet = &t->sheet,
		.q = t->q,
		.answers = &form.answers,
		.complaints = form.complaints,
		.complaint_count = form.complaint_count,
		.missing = missing,
		.missing_count = lacking,
		.shown = form.shown > 0 && form.shown <= c->now ? form.shown : c->now};
	show_trial(c, lacking + form.complaint_count > 0 ? 422 : 200, t, &p, true);
}
