#ifndef WEB_SHEET_SHEET_FILL_H
#define WEB_SHEET_SHEET_FILL_H

/* Fills the answering page (sheet.tpl) with questions and with what was answered. */

#include "store/decision/na.h"
#include "store/sheet/sheet_before.h"
#include "web/sheet/sheet_form.h"
#include "web/sheet/sheet_wording.h"
#include "web/web.h"

struct sheet_page {
	const struct sheet *sheet;
	const struct questionnaire *q;
	const struct answers *answers;
	const struct complaint *complaints;
	size_t complaint_count;
	const struct missing *missing;
	size_t missing_count;
	instant_t kept;                    /* the answers were typed after a session had ended, then; 0: no */
	bool taught;                       /* the knowledge answers stand (sheet_taught) */
	instant_t saved;                   /* when all of the form was in the store; 0: not to be said */
	instant_t shown;                   /* since when it is in hand; 0: now */
	const struct sheet_before *before; /* shown beside the questions; NULL: not asked for */
	const struct na_request *requests; /* what is asked to be looked at again */
	size_t request_count;
	const struct answers
		*stored; /* on paper's page: told beside what is typed where it differs; or NULL */
	struct sheet_wording wording; /* of the clauses, beside the questions */
	bool paper;      /* the questions in the order they have on paper (report/block_sheet.c) */
};

/* What stands in the way, as sections of the template: by enum lack and enum field_fault. */
extern const char *const lack_sections[], *const fault_sections[];

/* What the page shows of one field. The form cache puts markers here instead. */
struct sheet_holes {
	const char *(*checked)(void *with, const struct item *i, const struct choice *c);
	const char *(*selected)(void *with, const struct item *i, const struct na_reason *n);
	const char *(*reason)(void *with, const struct item *i);
	const char *(*extra)(void *with, const struct item *i);
	void *with;
};

/* The answers of the page itself; the page must live as long. */
struct sheet_holes sheet_answers_holes(const struct sheet_page *p);

void sheet_fill(struct call *c, struct dict *page, const struct sheet_page *p);

/* The parts sheet_fill is made of. */
void sheet_fill_questions(struct dict *page, const struct sheet_page *p, const struct sheet_holes *holes);
/* The same as they stand on the answering page: {{>questions}}. */
void sheet_include_questions(struct dict *page, const struct sheet_page *p, const struct sheet_holes *holes);
void sheet_fill_errors(struct dict *page, const struct sheet_page *p); /* {{#refused}} or {{#incomplete}} */
void sheet_fill_head(struct call *c, struct dict *page, const struct sheet_page *p);
const char *sheet_state(const struct sheet *s); /* "fresh" "draft" "submitted" "revised": a section each */
void sheet_fill_state(struct call *c, struct dict *page, const struct sheet *s);
const char *sheet_saved_words(struct arena *a, instant_t saved); /* "14:03:21", or "" */
void sheet_fill_saved(
	struct call *c, struct dict *page, instant_t saved); /* {{saved_at}} in {{#was_saved}} */

/* One answer: {{#chosen}}, {{#with_na}}, {{#with_extra}}, {{#with_reason}} or {{#nothing}}. */
void sheet_fill_answer(struct dict *row, const struct answer *a);

/* Question, answer and reason of every item that applies, to be read only. */
void sheet_fill_answers(struct dict *page, const struct sheet_page *p);

/* The number an item has on this department's form; 1 is the first. */
size_t sheet_item_number(const struct questionnaire *q, flags_t department, const struct item *item);

#endif
