/*
 * The answering page. What a person has typed is never lost without a word:
 *
 *	save, complete or not	stored as a draft, back to the form
 *	submit, complete	stored, on to the receipt
 *	submit, incomplete	stored as a draft, the form with what is missing (422)
 *	a field that is wrong	not stored, the form with what was typed (422)
 *	cycle closed meanwhile	not stored, what was typed to read and copy (409)
 *	session ended		kept aside until the person signs in again
 *	form from another tab's older state	merged, and said which answers were replaced
 */
#include "web/sheet/sheet_answer.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "web/inside.h"
#include "web/pages.h"
#include "web/sheet/form_cache.h"
#include "web/show.h"

/* A sheet that is not one's own looks the same as one that does not exist. */
static bool
own_sheet(struct call *c, struct sheet *s, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_DENIED, _("this sheet is not yours"));
	if (!sheet_find(c->db, c->arena, id, s, e))
		return e->kind == ERR_ABSENT ? err_set(e, ERR_DENIED, _("this sheet is not yours")) : false;
	if (c->account.person_id == 0 || s->person_id != c->account.person_id)
		return err_set(e, ERR_DENIED, _("this sheet is not yours"));
	return true;
}

bool
sheet_of_call(struct call *c, struct sheet *s, const struct questionnaire **q, struct err *e)
{
	if (!own_sheet(c, s, e))
		return false;
	*q = store_cycle_set(c->store, s->cycle_id, s->set_key, e);
	return *q != NULL;
}

/* What the form starts with: what waited from an ended session, over the draft, over what was submitted. */
static bool
answers_to_show(struct call *c, const struct sheet *s, const struct questionnaire *q, struct answers *out,
	struct err *e)
{
	const char *stored = s->draft != NULL ? s->draft : s->submitted;
	struct answers kept;
	const struct item **replaced;
	if (!answers_parse(c->arena, q, stored != NULL ? stored : "", out, e))
		return false;
	if (s->kept == NULL)
		return true;
	if (!answers_parse(c->arena, q, s->kept, &kept, e))
		return false;
	answers_merge(c->arena, &kept, out, &replaced);
	*out = kept;
	return true;
}

/* The same, but for knowledge questions whose right answers have been shown. */
static bool
page_answers(struct call *c, const struct sheet *s, const struct questionnaire *q, struct answers *out,
	struct err *e)
{
	const struct item **refused;
	size_t count;
	return answers_to_show(c, s, q, out, e) &&
	       sheet_keep_known(c->arena, s, false, out, &refused, &count, e);
}

/* Whether the former answers are wanted beside the questions: remembered by the browser. */
static const char before_cookie[] = "tenken_before";

static bool
wants_before(struct call *c)
{
	const char *asked = http_query(c->http, "previous"), *known = http_cookie(c->http, before_cookie);
	if (asked != NULL)
		return strcmp(asked, "1") == 0;
	return known != NULL && strcmp(known, "1") == 0;
}

static void
remember_before(struct call *c)
{
	enum { A_YEAR = 366 * 86400 };
	if (http_query(c->http, "previous") != NULL)
		http_set_header(c->http, "Set-Cookie",
			arena_printf(c->arena, "%s=%d; Max-Age=%d; Path=/sheets; HttpOnly; SameSite=Lax",
				before_cookie, wants_before(c), A_YEAR));
}

static bool
requests_find(struct call *c, struct sheet_page *p, struct err *e)
{
	struct na_request *list;
	if (!p->sheet->asked)
		return true;
	if (!na_requests(c->db, c->arena, p->sheet->id, p->q, &list, &p->request_count, e))
		return false;
	p->requests = list;
	return true;
}

void
sheet_show_form(struct call *c, int status, const struct sheet_page *shown)
{
	struct err e = {0};
	struct sheet_before before;
	struct sheet_page p = *shown;
	if (wants_before(c)) {
		if (!sheet_before_find(c->store, c->arena, p.sheet, &before, &e)) {
			page_error(c, &e);
			return;
		}
		p.before = &before;
	}
	if (!requests_find(c, &p, &e) || !sheet_wording_find(c, &p.wording, &e) ||
		!sheet_wording_load(c, &p.wording, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, p.q->title);
	sheet_fill(c, page, &p);
	page_show(c, status, "sheet.tpl", page);
}

static bool
takes_files(const struct questionnaire *q)
{
	for (size_t i = 0; i < q->count; i++)
		if (q->items[i].evidence_files > 0)
			return true;
	return false;
}

void
sheet_show_closed(struct call *c, int status, const struct sheet_page *p)
{
	struct dict *page = page_begin(c, p->q->title);
	dict_set(page, "set_title", p->q->title);
	show_unit(page, p->sheet);
	show_number(page, "sheet_id", p->sheet->id);
	sheet_fill_state(c, page, p->sheet);
	show_typed(page, c->arena, p->sheet, true);
	if (takes_files(p->q))
		dict_show(page, "has_evidence");
	show_sheet_state(page, "standing", p->sheet);
	dict_show(page, status == 200 ? "reading" : status == 409 ? "refused" : "not_stored");
	sheet_fill_answers(page, p);
	page_show(c, status, "sheet_closed.tpl", page);
}

/* A save leads back here and says when it was. Whoever writes such an address by hand is believed only
 * where it is true: nothing was stored since, so what the form shows was in the store then. */
static instant_t
saved_then(struct call *c, const struct sheet *s)
{
	int64_t then;
	const char *text = http_query(c->http, "saved");
	instant_t latest = s->draft_at > s->submitted_at ? s->draft_at : s->submitted_at;
	bool fits = text != NULL && s->kept == NULL && latest != 0 &&
		    number_parse(text, latest, c->now, &then) &&
		    day_of_instant(then) == day_of_instant(c->now);
	return fits ? then : 0;
}

void
page_sheet(struct call *c)
{
	struct err e = {0};
	struct sheet sheet;
	struct answers answers;
	struct sheet_page p = {.sheet = &sheet, .answers = &answers};
	if (!sheet_of_call(c, &sheet, &p.q, &e) || !page_answers(c, &sheet, p.q, &answers, &e) ||
		!sheet_wording_find(c, &p.wording, &e)) {
		page_error(c, &e);
		return;
	}
	p.kept = sheet.kept != NULL ? sheet.kept_at : 0;
	p.taught = sheet_taught(&sheet, false);
	p.saved = saved_then(c, &sheet);
	remember_before(c);
	if (!sheet_answerable(&sheet))
		sheet_show_closed(c, 200, &p);
	else if (p.kept != 0 || sheet.asked || sheet.proxy_at != 0 || wants_before(c))
		sheet_show_form(c, 200, &p);
	else
		form_cache_show(c, c->web->forms, &p);
}
