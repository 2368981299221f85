/*
 * 代理入力: the code printed on a paper leads to one page that is filled in from the
 * keyboard alone, and from there back to the next code. What lacks an answer on paper
 * is not made up: nothing is stored until everything is there.
 */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/role.h"
#include "domain/sheet_code.h"
#include "store/proxy.h"
#include "store/sheet_acts.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/sheet_fill.h"
#include "web/show.h"

enum { FOUND_MOST = 50 };

/* ---- which sheet ---------------------------------------------------------------------- */

static bool
may_type(struct call *c, const struct sheet *s, struct err *e)
{
	unsigned actors;
	struct sheet_facts facts = sheet_facts(s);
	return sheet_actors(c->db, c->arena, s->id, c->account.id, &actors, e) &&
	       sheet_may(SHEET_PROXY, actors, &facts, e);
}

/* ERR_INPUT: a code nobody printed. */
static bool
typed_sheet(struct call *c, const char *typed, struct sheet *s, struct err *e)
{
	const char *code = sheet_code_read(c->arena, typed);
	if (code == NULL)
		return err_set(e, ERR_INPUT, _("%s is not the code of a sheet; look at it once more"), typed);
	if (!sheet_by_code(c->db, c->arena, code, s, e))
		return e->kind == ERR_ABSENT ? err_set(e, ERR_INPUT, _("there is no sheet %s"), code) : false;
	return may_type(c, s, e);
}

/* In every department at once, or in those the manager acts for one after another. */
static bool
find_words(struct call *c, const char *words, struct sheet **out, size_t *count, struct err *e)
{
	struct cycle cycle;
	struct cycle_department *departments;
	size_t department_count;
	*out = NULL;
	*count = 0;
	if (!scope_cycle(c, NULL, &cycle, e))
		return false;
	if ((c->account.roles & ROLE_ADMIN) != 0)
		return sheets_find_words(c->db, c->arena, cycle.id, 0, words, FOUND_MOST, out, count, e);
	if (!scope_departments(c, &cycle, ROLE_ADMIN, true, &departments, &department_count, e))
		return false;
	for (size_t i = 0; i < department_count; i++) {
		struct sheet *list;
		size_t n;
		if (!sheets_find_words(c->db, c->arena, cycle.id, departments[i].department_id, words,
			    FOUND_MOST, &list, &n, e))
			return false;
		for (size_t k = 0; k < n && *count < FOUND_MOST; k++) {
			*out = ARENA_PUSH(c->arena, *out, *count);
			(*out)[(*count)++] = list[k];
		}
	}
	return true;
}

static bool
fill_found(struct call *c, struct dict *page, const char *words, struct err *e)
{
	struct sheet *list;
	size_t count;
	struct err why;
	if (!find_words(c, words, &list, &count, e))
		return false;
	struct dict *found = dict_add(page, count > 0 ? "found" : "none");
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q =
			store_cycle_set(c->store, list[i].cycle_id, list[i].set_key, e);
		if (q == NULL)
			return false;
		struct dict *row = dict_add(found, "sheet");
		dict_set(row, "code", list[i].code);
		dict_set(row, "department", list[i].department_name);
		show_unit(row, &list[i]);
		dict_set(row, "set_title", q->title);
		show_sheet_state(row, "state", &list[i]);
		if (may_type(c, &list[i], &why))
			dict_show(row, "typable");
	}
	return true;
}

static void
fill_done(struct call *c, struct dict *page, const char *receipt)
{
	int64_t kept;
	const char *text = http_query(c->http, "kept");
	struct dict *d = dict_add(page, "done");
	dict_set(d, "receipt", receipt);
	if (text != NULL && number_parse(text, 1, INT32_MAX, &kept))
		show_number(dict_add(d, "some_kept"), "kept", kept);
}

static void
proxy_show(struct call *c, int status, const char *typed, const char *fault)
{
	struct err e = {0};
	const char *words = http_query(c->http, "q"), *done = http_query(c->http, "done");
	struct dict *page = page_begin(c, _("Typing in what was answered on paper"));
	dict_set(page, "typed", typed);
	dict_set(page, "day", http_query(c->http, "day"));
	dict_set(page, "words", words);
	if (fault != NULL)
		dict_set(dict_add(page, "fault"), "sentence", fault);
	else if (done != NULL)
		fill_done(c, page, done);
	if (words != NULL && *words != '\0' && !fill_found(c, page, words, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, status, "proxy.tpl", page);
}

/* What was the day of the paper before goes along. */
static const char *
day_query(struct call *c)
{
	day_t day;
	const char *text = http_query(c->http, "day");
	return text != NULL && day_parse(text, &day) ? arena_printf(c->arena, "?day=%s", text) : "";
}

void
page_proxy(struct call *c)
{
	struct err e = {0};
	struct sheet s;
	const char *typed = http_query(c->http, "code");
	if (typed == NULL || *typed == '\0')
		proxy_show(c, 200, "", NULL);
	else if (typed_sheet(c, typed, &s, &e))
		page_redirect(c, "/proxy/%s%s", s.code, day_query(c));
	else if (e.kind == ERR_SYSTEM || e.kind == ERR_BUSY)
		page_error(c, &e);
	else
		proxy_show(c, 422, typed, e.text);
}

/* ---- its page --------------------------------------------------------------------------- */

/* What becomes of what was saved or submitted before. */
enum over { OVER_UNSAID, OVER_PAPER, OVER_KEEP };

struct typing {
	struct sheet sheet;
	const struct questionnaire *q;
	struct sheet_form form;
	struct proxy proxy;
	day_t day;
	const char *day_text; /* as it was typed */
	struct paper_days days;
	bool occupied; /* something was saved or submitted before */
	struct answers stored;
	enum over over;
	size_t kept; /* answers in which that was kept against the paper */
	/* what is wrong */
	bool day_wrong, over_unsaid;
	const char *conflict;
};

static bool
typing_begin(struct call *c, struct typing *t, struct err *e)
{
	if (!typed_sheet(c, c->parts[0], &t->sheet, e))
		return e->kind == ERR_INPUT ? err_set(e, ERR_ABSENT, "%s", arena_strdup(c->arena, e->text))
					    : false;
	const char *stored = t->sheet.draft != NULL ? t->sheet.draft : t->sheet.submitted;
	t->occupied = stored != NULL;
	t->q = store_cycle_set(c->store, t->sheet.cycle_id, t->sheet.set_key, e);
	return t->q != NULL && paper_days(c->db, t->sheet.id, c->now, &t->days, e) &&
	       answers_parse(c->arena, t->q, stored != NULL ? stored : "", &t->stored, e);
}

static const char *
option_selected(void *with, const struct item *i, const struct choice *c)
{
	struct sheet_holes answers = sheet_answers_holes(with);
	return *answers.checked(with, i, c) != '\0' ? "selected" : "";
}

/* What was saved or submitted before, and the choice what becomes of it. */
static void
fill_occupied(struct call *c, struct dict *page, const struct typing *t)
{
	const struct sheet *s = &t->sheet;
	struct dict *d = dict_add(page, "occupied");
	if (s->submitted_at != 0) {
		struct dict *submitted = dict_add(d, "submitted");
		show_instant(submitted, c->arena, "submitted_at", s->told_at);
		show_typed(submitted, c->arena, s, true);
		dict_show(submitted, s->proxy_at == 0 ? "by_person" : "by_proxy");
	}
	if (s->draft_at != 0)
		show_instant(dict_add(d, "draft"), c->arena, "draft_at", s->draft_at);
	dict_set(d, "paper_selected", t->over == OVER_PAPER ? "selected" : "");
	dict_set(d, "keep_selected", t->over == OVER_KEEP ? "selected" : "");
	if (t->over_unsaid)
		dict_show(d, "unsaid");
}

static void
fill_faults(struct call *c, struct dict *page, const struct typing *t, const struct sheet_page *p)
{
	size_t wrong = p->missing_count + p->complaint_count + t->day_wrong +
		       (t->over_unsaid && t->conflict == NULL);
	if (t->conflict != NULL)
		dict_set(dict_add(page, "conflict"), "sentence", t->conflict);
	if (wrong > 0)
		show_number(dict_add(page, "faults"), "fault_count", (int64_t)wrong);
	if (t->day_wrong)
		show_day(dict_add(page, "no_day"), c->arena, "first", t->days.first);
}

static void
typing_show(struct call *c, int status, const struct typing *t, const struct sheet_page *p)
{
	struct sheet_holes holes = sheet_answers_holes(p);
	struct dict *page = page_begin(c, t->q->title);
	holes.checked = option_selected;
	dict_set(page, "code", t->sheet.code);
	dict_set(page, "set_title", t->q->title);
	dict_set(page, "department", t->sheet.department_name);
	show_unit(page, &t->sheet);
	show_number(page, "revision", p->sheet->revision);
	dict_set(page, "day", t->day_text);
	if (t->occupied)
		fill_occupied(c, page, t);
	else
		dict_show(page, "vacant");
	fill_faults(c, page, t, p);
	sheet_fill_questions(page, p, &holes);
	page_show(c, status, "proxy_sheet.tpl", page);
}

/* Papers come in heaps of one day: the day of the one before, where it can be of this one too. */
static const char *
day_before(struct call *c, const struct paper_days *days)
{
	day_t day;
	const char *text = http_query(c->http, "day");
	if (text != NULL && day_parse(text, &day) && day >= days->first && day <= days->last)
		return text;
	char today[16];
	day_format(day_of_instant(c->now), today);
	return arena_strdup(c->arena, today);
}

void
page_proxy_sheet(struct call *c)
{
	struct err e = {0};
	struct typing t = {0};
	const struct item **refused;
	size_t count;
	if (!typing_begin(c, &t, &e)) {
		page_error(c, &e);
		return;
	}
	struct sheet_page p = {.sheet = &t.sheet,
		.q = t.q,
		.answers = &t.stored,
		.taught = sheet_taught(&t.sheet, true),
		.paper = true};
	t.day_text = day_before(c, &t.days);
	if (sheet_keep_known(c->arena, &t.sheet, true, &t.stored, &refused, &count, &e))
		typing_show(c, 200, &t, &p);
	else
		page_error(c, &e);
}

/* ---- storing it --------------------------------------------------------------------------- */

static bool
store_work(struct db *db, struct piece *piece, struct err *e)
{
	return proxy_store(db, piece, piece->with, e);
}

/* As it was typed, beside what is stored where that differs. */
static void
show_again(struct call *c, int status, const struct typing *t, struct missing *missing, size_t count)
{
	struct sheet_page p = {.sheet = &t->sheet,
		.q = t->q,
		.answers = &t->form.answers,
		.stored = t->occupied ? &t->stored : NULL,
		.complaints = t->form.complaints,
		.complaint_count = t->form.complaint_count,
		.missing = missing,
		.missing_count = count,
		.taught = sheet_taught(&t->sheet, true),
		.paper = true};
	typing_show(c, status, t, &p);
}

/* What was typed goes on to the page again, whatever came between. */
static void
after_store(struct call *c, const struct err *failed)
{
	struct typing *t = c->state;
	const struct sheet_change *change = &t->proxy.change;
	if (failed != NULL && failed->kind == ERR_CONFLICT) {
		t->conflict = failed->text;
		show_again(c, 409, t, NULL, 0);
	} else if (failed != NULL) {
		page_error(c, failed);
	} else if (change->missing_count > 0) {
		show_again(c, 422, t, change->missing, change->missing_count);
	} else {
		page_redirect(c, "/proxy?done=%s&day=%s&kept=%zu", change->receipt.number, t->day_text, t->kept);
	}
}

static enum over
over_of(const char *said)
{
	return strcmp(said, "paper") == 0 ? OVER_PAPER : strcmp(said, "keep") == 0 ? OVER_KEEP : OVER_UNSAID;
}

/* The day on the paper and what becomes of what is stored are fields of this page alone. */
static bool
form_take(struct call *c, struct typing *t, struct err *e)
{
	size_t count, kept = 0;
	const struct item **refused;
	const struct http_field *sent = sheet_form_fields(c->arena, c->http, &count);
	struct http_field *fields = ARENA_ARRAY(c->arena, struct http_field, count + 1);
	for (size_t i = 0; i < count; i++)
		if (strcmp(sent[i].name, "day") != 0 && strcmp(sent[i].name, "over") != 0)
			fields[kept++] = sent[i];
	t->day_text = form_text(c, "day");
	t->over = over_of(form_text(c, "over"));
	if (!sheet_form_read(c->arena, t->q, t->sheet.flags, fields, kept, &t->form, e))
		return false;
	answers_fit(&t->form.answers, t->sheet.flags);
	return sheet_keep_known(c->arena, &t->sheet, true, &t->form.answers, &refused, &count, e);
}

/* What is stored wins where it says something. */
static void
stored_keep(struct call *c, struct typing *t, struct answers *out)
{
	const struct item **differing;
	*out = t->form.answers;
	if (!t->occupied || t->over != OVER_KEEP)
		return;
	*out = answers_none(c->arena, t->q);
	memcpy(out->items, t->stored.items, sizeof *out->items * t->q->count);
	t->kept = answers_merge(c->arena, out, &t->form.answers, &differing);
	answers_fit(out, t->sheet.flags);
}

static struct sheet_change
change_of(const struct call *c, const struct typing *t, struct answers answers)
{
	return (struct sheet_change){.sheet_id = t->sheet.id,
		.person_id = t->sheet.person_id,
		.proxy_by = c->account.id,
		.base_revision = t->form.revision,
		.paper_day = t->day,
		.submit = true,
		.answers = answers,
		.flags = t->sheet.flags,
		.now = c->now,
		.arena = c->arena};
}

/* False: the page was shown again. */
static bool
typing_whole(struct call *c, struct typing *t, const struct answers *answers)
{
	struct err changed = {0};
	struct missing *missing;
	size_t lacking = answers_missing(c->arena, answers, t->sheet.flags, &missing);
	t->day_wrong = !day_parse(t->day_text, &t->day) || t->day < t->days.first || t->day > t->days.last;
	t->over_unsaid = t->occupied && t->over == OVER_UNSAID;
	if (t->form.revision != t->sheet.revision) {
		proxy_changed(&changed);
		t->over = OVER_UNSAID; /* said of something else */
		t->over_unsaid = true;
		t->conflict = arena_strdup(c->arena, changed.text);
		show_again(c, 409, t, missing, lacking);
		return false;
	}
	if (lacking == 0 && t->form.complaint_count == 0 && !t->day_wrong && !t->over_unsaid)
		return true;
	show_again(c, 422, t, missing, lacking);
	return false;
}

void
page_proxy_post(struct call *c)
{
	struct err e = {0};
	struct answers answers;
	struct typing *t = ARENA_NEW(c->arena, struct typing);
	if (!typing_begin(c, t, &e) || !form_take(c, t, &e)) {
		page_error(c, &e);
		return;
	}
	stored_keep(c, t, &answers);
	if (!typing_whole(c, t, &answers))
		return;
	t->proxy.change = change_of(c, t, answers);
	c->state = t;
	web_write(c, store_work, &t->proxy, after_store);
}
