/* One paper, filled in from the keyboard alone in the order it was printed in. What whoever answers has
 * saved or submitted, before or meanwhile, is shown and stays until it is said what becomes of it. */
#include "web/sheet/proxy_page.h"

#include <string.h>

#include "base/words.h"
#include "store/sheet/proxy.h"
#include "web/form.h"
#include "web/sheet/sheet_fill.h"
#include "web/show.h"

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
	if (!proxy_sheet(c, c->parts[0], &t->sheet, e))
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
	if (t->conflict != NULL) {
		struct dict *conflict = dict_add(page, "conflict");
		dict_set(conflict, "sentence", t->conflict);
		if (t->occupied)
			dict_show(conflict, "beside");
	}
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
		page_redirect(
			c, "/proxy?done=%s&day=%s&kept=%zu", change->receipt.number, t->day_text, t->kept);
	}
}

static enum over
over_of(const char *said)
{
	return strcmp(said, "paper") == 0 ? OVER_PAPER : strcmp(said, "keep") == 0 ? OVER_KEEP : OVER_UNSAID;
}

/* The day on the paper and what becomes of what is stored are fields of this page alone. */
static bool
form_read(struct call *c, struct typing *t, struct err *e)
{
	size_t count, kept = 0;
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
	return true;
}

/* The fields of a paper have one line: what came back as it was shown is what is stored, with its lines. */
static const char *
lines_again(const char *typed, const char *stored)
{
	size_t i = 0;
	while (typed[i] != '\0' && (typed[i] == stored[i] || (typed[i] == ' ' && stored[i] == '\n')))
		i++;
	return typed[i] == '\0' && stored[i] == '\0' ? stored : typed;
}

static void
lines_keep(struct typing *t)
{
	for (size_t i = 0; t->occupied && i < t->q->count; i++) {
		struct answer *typed = &t->form.answers.items[i];
		const struct answer *stored = &t->stored.items[i];
		typed->reason = lines_again(typed->reason, stored->reason);
		typed->extra = lines_again(typed->extra, stored->extra);
	}
}

static bool
form_take(struct call *c, struct typing *t, struct err *e)
{
	const struct item **refused;
	size_t count;
	if (!form_read(c, t, e))
		return false;
	lines_keep(t);
	return sheet_keep_known(c->arena, &t->sheet, true, &t->form.answers, &refused, &count, e);
}

/* Somebody answered meanwhile whose answers are not the caller's to see: what was typed is shown again,
 * and nothing of what is stored. */
static bool
typing_refused(struct call *c, struct typing *t, const struct err *why)
{
	struct err e;
	if (why->kind != ERR_CONFLICT || t->sheet.id == 0)
		return false;
	t->q = store_cycle_set(c->store, t->sheet.cycle_id, t->sheet.set_key, &e);
	if (t->q == NULL || !form_read(c, t, &e))
		return false;
	t->conflict = why->text;
	t->sheet.draft = t->sheet.submitted = NULL;
	t->sheet.taught_at = 0;
	show_again(c, 409, t, NULL, 0);
	return true;
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
		if (!typing_refused(c, t, &e))
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

/* The session ended while the paper was typed in: shown again, to be registered in a new one. */
void
page_proxy_keep(struct call *c)
{
	struct err e = {0};
	struct typing *t = ARENA_NEW(c->arena, struct typing);
	if (!proxy_sheet(c, c->parts[0], &t->sheet, &e) && e.kind != ERR_CONFLICT) {
		page_error(c, &e);
		return;
	}
	err_set(&e, ERR_CONFLICT,
		_("nothing was stored, for the session of this page had ended; sign in in another window if you "
		  "have not, then register once more"));
	if (!typing_refused(c, t, &e))
		page_error(c, &e);
}
