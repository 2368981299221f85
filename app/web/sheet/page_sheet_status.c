/* One sheet as its manager and the secretariat deal with it: where it stands, and
 * what may be done with it now. What it says is shown to a manager only where the
 * cycle allows it or the sheet is an office's, and every such look is recorded. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/organisation/people.h"
#include "store/sheet/sheet_acts.h"
#include "web/form.h"
#include "web/sheet/sheet_fill.h"
#include "web/sheet/sheet_row.h"
#include "web/show.h"

enum { COMMENT_CHARACTERS = 500 };

/* A sheet and what the caller is to it. */
struct dealt {
	struct sheet sheet;
	const struct questionnaire *q;
	struct sheet_facts facts;
	unsigned actors; /* without the owner: that is another page */
	const char *complaint;
};

/* Who has nothing to do with a sheet learns of it as little as of one that does not exist. */
static bool
dealt_of_call(struct call *c, struct dealt *d, struct err *e)
{
	int64_t id;
	*d = (struct dealt){0};
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_DENIED, _("this sheet is not for you to deal with"));
	if (!sheet_find(c->db, c->arena, id, &d->sheet, e))
		return e->kind == ERR_ABSENT
			       ? err_set(e, ERR_DENIED, _("this sheet is not for you to deal with"))
			       : false;
	if (!sheet_actors(c->db, c->arena, id, c->account.id, &d->actors, e))
		return false;
	d->actors &= ACTOR_MANAGER | ACTOR_SECRETARIAT;
	if (d->actors == 0)
		return err_set(e, ERR_DENIED, _("this sheet is not for you to deal with"));
	d->facts = sheet_facts(&d->sheet);
	d->q = store_cycle_set(c->store, d->sheet.cycle_id, d->sheet.set_key, e);
	return d->q != NULL;
}

/* Submitted answers only, and never a draft. */
static bool
may_read(const struct dealt *d)
{
	if (d->sheet.submitted == NULL)
		return false;
	return d->q->duty || ((d->actors & ACTOR_MANAGER) != 0 && d->sheet.individual);
}

/* ---- the page ---- */

/* What may be done, each a section with its form. */
static const struct {
	enum sheet_action action;
	const char *section;
} offers[] = {
	{SHEET_CONFIRM, "may_confirm"},
	{SHEET_RETURN, "may_return"},
	{SHEET_PROXY, "may_proxy"},
	{SHEET_EXCLUDE, "may_exclude"},
	{SHEET_INCLUDE, "may_include"},
	{SHEET_ASSIGN, "may_assign"},
};

static void
fill_reasons(struct call *c, struct dict *d)
{
	const char *chosen = form_text(c, "reason");
	for (size_t i = 0; i < SHEET_EXCLUSIONS; i++) {
		struct dict *row = dict_add(d, "choice");
		dict_set(row, "code", sheet_exclusions[i]);
		dict_set(row, "checked", strcmp(chosen, sheet_exclusions[i]) == 0 ? "checked" : "");
		dict_show(dict_include(row, "word", "sheet_exclusion.tpl"), sheet_exclusions[i]);
	}
}

static void
fill_offers(struct call *c, struct dict *page, const struct dealt *d)
{
	for (size_t i = 0; i < sizeof offers / sizeof *offers; i++) {
		if (!sheet_may(offers[i].action, d->actors, &d->facts, NULL) ||
			(offers[i].action == SHEET_ASSIGN && d->q->unit == UNIT_PERSON) ||
			(offers[i].action == SHEET_PROXY && d->sheet.code == NULL))
			continue;
		struct dict *offer = dict_add(page, offers[i].section);
		if (offers[i].action == SHEET_EXCLUDE)
			fill_reasons(c, offer);
		if (offers[i].action == SHEET_PROXY)
			dict_set(offer, "code", d->sheet.code);
	}
	if (may_read(d))
		dict_show(page, "may_read");
}

static void
fill_state(struct call *c, struct dict *page, const struct dealt *d)
{
	const struct sheet *s = &d->sheet;
	sheet_fill_row(c, page, s);
	dict_set(page, "set_title", d->q->title);
	show_number(page, "cycle_id", s->cycle_id);
	show_cycle_state(page, "cycle_state", s->state);
	show_due(page, c->arena, s->due_day, c->now);
	if (s->code != NULL)
		dict_set(dict_add(page, "coded"), "code", s->code);
	/* Not the receipt's number either: it counts the submissions. */
	if (s->told_at != 0)
		show_instant(dict_add(page, "received"), c->arena, "submitted_at", s->told_at);
	if (s->return_comment != NULL)
		dict_set(dict_add(page, "returning"), "return_comment", s->return_comment);
	dict_show(page, (d->actors & ACTOR_SECRETARIAT) != 0 ? "for_secretariat" : "for_manager");
}

static void
show_status(struct call *c, int status, const struct dealt *d)
{
	static const char *const done[] = {"confirmed", "returned", "excluded", "included", "assigned", NULL};
	static const char *const typed[] = {"comment", "text", "number"};
	struct dict *page = page_begin(c, d->q->title);
	form_done(c, page, done);
	fill_state(c, page, d);
	fill_offers(c, page, d);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		dict_set(page, typed[i], form_text(c, typed[i]));
	if (d->complaint != NULL)
		dict_show(page, d->complaint);
	page_show(c, status, "sheet_status.tpl", page);
}

void
page_sheet_status(struct call *c)
{
	struct err e = {0};
	struct dealt d;
	if (dealt_of_call(c, &d, &e))
		show_status(c, 200, &d);
	else
		page_error(c, &e);
}

/* ---- what was chosen ---- */

typedef bool act_function(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);

struct doing {
	struct dealt dealt;
	struct sheet_act act;
	act_function *carry_out;
};

static bool
read_log(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e)
{
	(void)p;
	return sheet_log(db, x->arena, x->sheet_id, x->account_id, "sheet_read", "", x->now, e);
}

/* ---- the fields each needs; the section to complain in when they are wrong ---- */

static const char *
return_fields(struct call *c, struct doing *d)
{
	d->act.text = form_lines(c->arena, form_text(c, "comment"));
	bool bad = utf8_blank(d->act.text) || utf8_count(d->act.text) > COMMENT_CHARACTERS;
	return bad ? "bad_comment" : NULL;
}

static const char *
exclude_fields(struct call *c, struct doing *d)
{
	d->act.reason = form_text(c, "reason");
	d->act.text = form_lines(c->arena, form_text(c, "text"));
	bool bad = !sheet_exclusion_known(d->act.reason) || utf8_count(d->act.text) > COMMENT_CHARACTERS ||
		   (strcmp(d->act.reason, "other") == 0 && utf8_blank(d->act.text));
	return bad ? "bad_reason" : NULL;
}

static const char *
assign_fields(struct call *c, struct doing *d)
{
	struct person p;
	if (!person_by_number(c->db, c->arena, form_text(c, "number"), &p, NULL) || p.left_day != 0)
		return "bad_number";
	d->act.person_id = p.id;
	return NULL;
}

static const struct {
	const char *name, *done;
	act_function *carry_out;
	const char *(*fields)(struct call *c, struct doing *d);
} doings[] = {
	{"confirm", "confirmed", sheet_confirm, NULL},
	{"return", "returned", sheet_return, return_fields},
	{"exclude", "excluded", sheet_exclude, exclude_fields},
	{"include", "included", sheet_include, NULL},
	{"assign", "assigned", sheet_assign, assign_fields},
	{"read", NULL, read_log, NULL},
};
enum { DOINGS = sizeof doings / sizeof *doings };

static bool
doing_work(struct db *db, struct piece *p, struct err *e)
{
	const struct doing *d = p->with;
	return d->carry_out(db, p, &d->act, e);
}

/* The look is on record before anything is shown. */
static void
after_read_log(struct call *c, const struct err *failed)
{
	const struct doing *d = c->state;
	struct answers answers;
	struct err e = {0};
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	if (!answers_parse(c->arena, d->dealt.q, d->dealt.sheet.submitted, &answers, &e)) {
		page_error(c, &e);
		return;
	}
	struct sheet_page shown = {.sheet = &d->dealt.sheet, .q = d->dealt.q, .answers = &answers};
	struct dict *page = page_begin(c, d->dealt.q->title);
	fill_state(c, page, &d->dealt);
	sheet_fill_answers(page, &shown);
	page_show(c, 200, "sheet_read.tpl", page);
}

static bool
doing_read(struct call *c, struct doing *d, size_t *which, struct err *e)
{
	static const char *const names[] = {"do", "comment", "reason", "text", "number", NULL};
	if (!form_check(c, names, e) || !dealt_of_call(c, &d->dealt, e))
		return false;
	size_t i = 0;
	while (i < DOINGS && strcmp(doings[i].name, form_text(c, "do")) != 0)
		i++;
	if (i == DOINGS)
		return err_set(e, ERR_INPUT, _("choose what to do with the sheet"));
	if (doings[i].done == NULL && !may_read(&d->dealt))
		return err_set(e, ERR_DENIED, _("the answers of this sheet are not for you to read"));
	d->act = (struct sheet_act){.sheet_id = d->dealt.sheet.id,
		.account_id = c->account.id,
		.now = c->now,
		.arena = c->arena,
		.questionnaire = d->dealt.q};
	d->carry_out = doings[i].carry_out;
	d->dealt.complaint = doings[i].fields != NULL ? doings[i].fields(c, d) : NULL;
	*which = i;
	return true;
}

void
page_sheet_status_post(struct call *c)
{
	struct err e = {0};
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	size_t i = 0;
	if (!doing_read(c, d, &i, &e)) {
		page_error(c, &e);
	} else if (d->dealt.complaint != NULL) {
		show_status(c, 422, &d->dealt);
	} else if (doings[i].done == NULL) {
		c->state = d;
		web_write(c, doing_work, d, after_read_log);
	} else {
		form_store(c, doing_work, d,
			arena_printf(c->arena, "/sheets/%lld/status?done=%s", (long long)d->act.sheet_id,
				doings[i].done));
	}
}
