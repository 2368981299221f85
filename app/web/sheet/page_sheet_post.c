/* What is done with a posted answering page; page_sheet.c has the table of cases. */
#include "web/sheet/sheet_answer.h"

#include <string.h>

#include "web/pages.h"
#include "web/show.h"

struct posting {
	struct sheet sheet;
	const struct questionnaire *q;
	struct sheet_form form;
	struct sheet_change change;
	struct answers whole; /* what will be stored, as far as this request can see */
	bool submitting;
};

static bool
change_work(struct db *db, struct piece *piece, struct err *e)
{
	return sheet_change(db, piece, piece->with, e);
}

static void
show_posted(struct call *c, int status, const struct posting *p, const struct missing *missing, size_t count)
{
	struct sheet shown = p->sheet;
	struct sheet_page page = {.sheet = &shown,
		.q = p->q,
		.answers = &p->whole,
		.complaints = p->form.complaints,
		.complaint_count = p->form.complaint_count,
		.missing = missing,
		.missing_count = count,
		.taught = sheet_taught(&p->sheet, false),
		.shown = p->form.complaint_count > 0 ? p->form.shown : 0,
		.kept = p->form.complaint_count > 0 ? p->form.kept : 0};
	if (p->form.complaint_count == 0) { /* it was stored as a draft */
		shown.revision = p->change.revision;
		shown.draft_at = page.saved = c->now;
	} else {
		shown.revision = p->form.revision;
	}
	sheet_show_form(c, status, &page);
}

/* One of the items in which what was posted and what is stored differ. */
static struct dict *
fill_differing(struct dict *page, const char *section, const struct posting *p, const struct item *item)
{
	struct dict *row = dict_add(page, section);
	dict_set(row, "id", item->id);
	show_number(row, "number", (int64_t)sheet_item_number(p->q, p->sheet.flags, item));
	dict_set(row, "text", item->text);
	return row;
}

static void
fill_replaced(struct dict *page, const char *stored, const struct posting *p)
{
	struct dict *list = p->change.replaced_count > 0 ? dict_add(page, "replacing") : NULL;
	if (list != NULL)
		dict_show(list, stored);
	for (size_t i = 0; i < p->change.replaced_count; i++) {
		const struct item *item = p->change.replaced[i];
		struct dict *row = fill_differing(list, "replaced", p, item);
		sheet_fill_answer(dict_add(row, "mine"), &p->change.answers.items[item - p->q->items]);
		sheet_fill_answer(dict_add(row, "other"), &p->change.former.items[item - p->q->items]);
	}
}

static void
fill_standing(struct dict *page, const char *stored, const struct posting *p)
{
	struct dict *list = p->change.refused_count > 0 ? dict_add(page, "stands") : NULL;
	if (list != NULL)
		dict_show(list, stored);
	for (size_t i = 0; i < p->change.refused_count; i++)
		fill_differing(list, "standing", p, p->change.refused[i]);
}

static void
show_merged(struct call *c, const struct posting *p)
{
	struct dict *page = page_begin(c, p->q->title);
	dict_set(page, "set_title", p->q->title);
	show_unit(page, &p->sheet);
	show_number(page, "sheet_id", p->sheet.id);
	const char *stored =
		p->change.submit && p->change.missing_count == 0 ? "stored_submitted" : "stored_draft";
	dict_show(page, stored);
	sheet_fill_saved(c, page, c->now);
	show_number(page, "given", (int64_t)answers_given(&p->change.answers, p->sheet.flags));
	show_number(page, "asked", (int64_t)answers_asked(p->q, p->sheet.flags));
	fill_replaced(page, stored, p);
	fill_standing(page, stored, p);
	page_show(c, 200, "sheet_merged.tpl", page);
}

static bool
wants_json(const struct call *c)
{
	const char *accept = http_header(c->http, "Accept");
	return accept != NULL && strcmp(accept, "application/json") == 0;
}

/* Closed meanwhile, or not to be stored: what was typed is shown, so that it is not lost. */
static void
after_failure(struct call *c, const struct posting *p, const struct err *failed)
{
	struct sheet_page typed = {.sheet = &p->sheet, .q = p->q, .answers = &p->whole};
	if (failed->kind == ERR_DENIED || failed->kind == ERR_ABSENT)
		page_error(c, failed);
	else
		sheet_show_closed(c, error_status(c, failed), &typed);
}

/* Where a saved draft goes on. */
static const char *const goes_on[] = {
	[DO_SAVE] = "?",
	[DO_SUBMIT] = "?",
	[DO_EVIDENCE] = "/evidence?",
	[DO_PREVIOUS] = "?previous=1&",
	[DO_CURRENT] = "?previous=0&",
};

static void
after_change(struct call *c, const struct err *failed)
{
	struct posting *p = c->state;
	const struct sheet_change *change = &p->change;
	if (failed != NULL) {
		after_failure(c, p, failed);
		return;
	}
	if (wants_json(c)) {
		sheet_saved_answer(c, &p->sheet, p->q, &p->change);
		return;
	}
	struct missing *missing = change->missing;
	size_t lacking = change->missing_count;
	if (p->submitting && !change->submit)
		lacking = answers_missing(c->arena, &p->whole, p->sheet.flags, &missing);
	if (change->replaced_count > 0 || (change->refused_count > 0 && lacking == 0))
		show_merged(c, p);
	else if (lacking > 0)
		show_posted(c, 422, p, missing, lacking);
	else if (p->submitting)
		page_redirect(c, "/sheets/%lld/receipt", (long long)p->sheet.id);
	else
		page_redirect(c, "/sheets/%lld%ssaved=%lld", (long long)p->sheet.id, goes_on[p->form.what],
			(long long)c->now);
}

/* A form older than what is stored does not take back what another window said. */
static bool
whole_merge(struct call *c, struct posting *p, struct err *e)
{
	const char *json = p->sheet.draft != NULL ? p->sheet.draft : p->sheet.submitted;
	struct answers stored;
	const struct item **replaced;
	if (p->form.revision == p->sheet.revision)
		return true;
	if (!answers_parse(c->arena, p->q, json != NULL ? json : "", &stored, e))
		return false;
	answers_merge(c->arena, &p->whole, &stored, &replaced);
	return true;
}

static bool
whole_answers(struct call *c, struct posting *p, struct err *e)
{
	const struct item **refused;
	size_t count;
	p->whole = answers_none(c->arena, p->q);
	memcpy(p->whole.items, p->form.answers.items, sizeof(struct answer) * p->q->count);
	return whole_merge(c, p, e) &&
	       sheet_keep_known(c->arena, &p->sheet, false, &p->whole, &refused, &count, e);
}

static bool
posting_read(struct call *c, struct posting *p, struct err *e)
{
	size_t count;
	if (!sheet_of_call(c, &p->sheet, &p->q, e))
		return false;
	const struct http_field *fields = sheet_form_fields(c->arena, c->http, &count);
	if (!sheet_form_read(c->arena, p->q, p->sheet.flags, fields, count, &p->form, e))
		return false;
	p->submitting = p->form.what == DO_SUBMIT;
	return whole_answers(c, p, e);
}

static void
store_posted(struct call *c, struct posting *p)
{
	struct missing *missing;
	bool complete = answers_missing(c->arena, &p->whole, p->sheet.flags, &missing) == 0;
	answers_fit(&p->form.answers, p->sheet.flags);
	p->change = (struct sheet_change){
		.sheet_id = p->sheet.id,
		.person_id = c->account.person_id,
		.shown = p->form.shown,
		.kept = p->form.kept,
		.base_revision = p->form.revision,
		.submit = p->submitting && complete,
		.answers = p->form.answers,
		.flags = p->sheet.flags,
		.now = c->now,
		.arena = c->arena,
	};
	c->state = p;
	web_write(c, change_work, &p->change, after_change);
}

void
page_sheet_post(struct call *c)
{
	struct err e = {0};
	struct posting *p = ARENA_NEW(c->arena, struct posting);
	if (!posting_read(c, p, &e)) {
		page_error(c, &e);
		return;
	}
	struct sheet_page shown = {.sheet = &p->sheet, .q = p->q, .answers = &p->whole};
	if (!sheet_answerable(&p->sheet))
		sheet_show_closed(c, 409, &shown);
	else if (p->form.complaint_count > 0 && wants_json(c))
		sheet_faults_answer(c, &p->sheet, p->q, &p->form);
	else if (p->form.complaint_count > 0)
		show_posted(c, 422, p, NULL, 0);
	else
		store_posted(c, p);
}

/* ---- a session that ended while someone typed ---- */

struct keeping {
	int64_t sheet_id, person_id;
	const char *answers;
	instant_t shown, now;
};

static bool
keep_work(struct db *db, struct piece *piece, struct err *e)
{
	const struct keeping *k = piece->with;
	return sheet_keep(db, k->sheet_id, k->person_id, k->answers, k->shown, k->now, e);
}

static void
after_keep(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else if (c->signed_in)
		page_redirect(c, "/sheets/%s", c->parts[0]);
	else
		page_redirect(c, "/signin?kept=1&next=/sheets/%s", c->parts[0]);
}

/* What another window left here already stays where this one says nothing. */
static bool
keep_merge(struct call *c, struct posting *p, struct err *e)
{
	struct answers kept;
	const struct item **replaced;
	if (p->sheet.kept == NULL)
		return true;
	if (!answers_parse(c->arena, p->q, p->sheet.kept, &kept, e))
		return false;
	answers_merge(c->arena, &p->whole, &kept, &replaced);
	return true;
}

void
page_sheet_keep(struct call *c)
{
	struct err e = {0};
	struct posting *p = ARENA_NEW(c->arena, struct posting);
	if (!posting_read(c, p, &e) || !keep_merge(c, p, &e)) {
		page_error(c, &e);
		return;
	}
	struct buf json = BUF_INIT;
	answers_fit(&p->whole, p->sheet.flags);
	answers_format(&p->whole, &json);
	struct keeping *k = ARENA_NEW(c->arena, struct keeping);
	*k = (struct keeping){.sheet_id = p->sheet.id,
		.person_id = c->account.person_id,
		.answers = arena_strdup(c->arena, json.data),
		.shown = p->form.shown,
		.now = c->now};
	buf_free(&json);
	web_write(c, keep_work, k, after_keep);
}
