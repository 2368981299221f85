/* The roster: chosen, compared with the people of today, shown, and only then applied. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/roster.h"
#include "store/files.h"
#include "store/people.h"
#include "web/form.h"
#include "web/pending.h"
#include "web/show.h"
#include "work/roster_job.h"

enum { SHOWN_MOST = 500 }; /* lines of a table; the counts are always of all */

/* The day from which the file counts, as it was typed; ERR_INPUT when it is no day. */
static bool
day_of_form(struct call *c, day_t *out, struct err *e)
{
	const char *typed = form_text(c, "on");
	if (typed[0] == '\0')
		return roster_usual_day(c->db, c->now, out, e);
	return day_parse(typed, out) ||
	       err_set(e, ERR_INPUT, _("choose the day from which the roster counts"));
}

static struct dict *
roster_begin(struct call *c)
{
	static const char *const done[] = {"applied", NULL};
	struct err e = {0};
	day_t day;
	char text[16] = "";
	struct dict *page = page_begin(c, _("Roster"));
	form_done(c, page, done);
	if (day_of_form(c, &day, &e))
		day_format(day, text);
	dict_set(page, "on", text[0] != '\0' ? text : form_text(c, "on"));
	return page;
}

void
page_roster(struct call *c)
{
	page_show(c, 200, "roster.tpl", roster_begin(c));
}

static void
fill_change(struct call *c, struct dict *page, const struct roster_difference *d)
{
	static const char *const sections[] = {
		[ROSTER_NEW] = "new", [ROSTER_CHANGED] = "changed", [ROSTER_GONE] = "gone"};
	const struct roster_row *shown = d->after != NULL ? d->after : d->before;
	struct dict *row = dict_add(page, "difference");
	struct dict *kind = dict_add(row, sections[d->change]);
	dict_set(row, "staff_number", shown->number);
	dict_set(row, "name", shown->name);
	dict_set(row, "department", shown->department_name);
	if (d->change != ROSTER_CHANGED)
		return;
	enum roster_column *columns;
	size_t count = roster_changed(c->arena, d, &columns);
	for (size_t i = 0; i < count; i++) {
		struct dict *field = dict_add(kind, "field");
		const char *was = roster_text(c->arena, d->before, columns[i]);
		const char *is = roster_text(c->arena, d->after, columns[i]);
		dict_set(field, "title", roster_title(columns[i]));
		dict_set(field, "was", was);
		dict_set(field, "is", is);
		if (was[0] == '\0')
			dict_show(field, "was_none");
		if (is[0] == '\0')
			dict_show(field, "is_none");
	}
}

/* Where some end and others begin, a reorganisation is likely: what came of which is better said first. */
static bool
fill_departments(struct call *c, struct dict *page, const struct roster *before, const struct roster *r,
	day_t day, struct err *e)
{
	static const char *const sections[] = {[ROSTER_DEPARTMENT_NEW] = "begins",
		[ROSTER_DEPARTMENT_RENAMED] = "renamed",
		[ROSTER_DEPARTMENT_BACK] = "returns",
		[ROSTER_DEPARTMENT_ENDED] = "ends"};
	struct roster_department *list;
	size_t count, of[ROSTER_DEPARTMENT_ENDED + 1] = {0};
	if (!roster_departments(c->db, c->arena, before, r, day, &list, &count, e))
		return false;
	if (count == 0)
		return true;
	struct dict *d = dict_add(page, "departments");
	for (size_t i = 0; i < count; i++) {
		of[list[i].change]++;
		if (i >= SHOWN_MOST)
			continue;
		struct dict *row = dict_add(d, "changing");
		dict_show(row, sections[list[i].change]);
		dict_set(row, "key", list[i].key);
		dict_set(row, "name", list[i].name);
		dict_set(row, "was", list[i].was);
	}
	show_number(d, "begin_count", (int64_t)of[ROSTER_DEPARTMENT_NEW]);
	show_number(d, "renamed_count", (int64_t)of[ROSTER_DEPARTMENT_RENAMED]);
	show_number(d, "end_count", (int64_t)of[ROSTER_DEPARTMENT_ENDED]);
	if (of[ROSTER_DEPARTMENT_NEW] > 0 && of[ROSTER_DEPARTMENT_ENDED] > 0)
		dict_show(d, "reorganised");
	return true;
}

static bool
compare(struct call *c, struct dict *page, const struct roster *r, day_t day, struct err *e)
{
	struct roster before;
	struct roster_difference *list;
	char people[DIGEST_SIZE];
	int64_t counts[ROSTER_GONE + 1] = {0};
	if (!roster_current(c->db, c->arena, day, &before, e))
		return false;
	roster_digest(c->arena, &before, people);
	dict_set(page, "people", people);
	size_t count = roster_compare(c->arena, &before, r, &list);
	for (size_t i = 0; i < count; i++) {
		counts[list[i].change]++;
		if (i < SHOWN_MOST)
			fill_change(c, page, &list[i]);
	}
	show_number(page, "new_count", counts[ROSTER_NEW]);
	show_number(page, "changed_count", counts[ROSTER_CHANGED]);
	show_number(page, "gone_count", counts[ROSTER_GONE]);
	show_number(page, "row_count", (int64_t)r->count);
	dict_set(page, "charset", r->charset);
	dict_show(page, count == 0 ? "no_difference" : "differences");
	if (count > SHOWN_MOST)
		show_number(dict_add(page, "more"), "shown", SHOWN_MOST);
	return fill_departments(c, page, &before, r, day, e);
}

static void
show_dry_run(struct call *c, const struct http_field *file, day_t day)
{
	struct err e = {0};
	struct faults faults = {.arena = c->arena};
	const struct roster *r = roster_parse(file->value, file->length, file->filename, &faults);
	if (r != NULL && !roster_fits(c->db, c->arena, r, day, c->now, file->filename, &faults, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = roster_begin(c);
	dict_set(page, "filename", file->filename);
	if (r == NULL || faults.count > 0) {
		show_faults(page, &faults);
		page_show(c, 422, "roster.tpl", page);
		return;
	}
	struct dict *dry = dict_add(page, "dry_run");
	if (!compare(c, dry, r, day, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	char digest[DIGEST_SIZE];
	pending_put(file->filename, file->value, file->length, c->account.id, c->now, digest);
	dict_set(dry, "digest", digest);
	show_day(dry, c->arena, "on_words", day);
	page_show(c, 200, "roster.tpl", page);
}

void
page_roster_post(struct call *c)
{
	static const char *const names[] = {"roster", "on", NULL};
	struct err e = {0};
	day_t day;
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, "roster");
	bool dated = day_of_form(c, &day, &e);
	if (file != NULL && dated) {
		show_dry_run(c, file, day);
		return;
	}
	struct dict *page = roster_begin(c);
	dict_show(page, dated ? "no_file" : "bad_day");
	page_show(c, 422, "roster.tpl", page);
}

/* ---- the yes ---- */

struct applying {
	struct roster_import import;
	struct job job;
};

static bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	const struct applying *w = p->with;
	return roster_import_apply(db, &w->import, e);
}

static bool
hand_over_work(struct db *db, struct piece *p, struct err *e)
{
	struct applying *w = p->with;
	return job_add(db, &w->job, &w->job.id, e);
}

static void
after_hand_over(struct call *c, const struct err *failed)
{
	const struct applying *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		page_redirect(c, "/jobs/%lld", (long long)w->job.id);
}

/* A large one is a job: it takes longer than a page. */
static void
apply_or_hand_over(struct call *c, struct applying *w, const struct pending *file)
{
	struct err e = {0};
	char digest[DIGEST_SIZE];
	if (w->import.roster->count < ROSTER_JOB_ROWS) {
		form_store(c, apply_work, w, "/admin/roster?done=applied");
	} else if (file_put(c->store, file->data, file->length, digest, &e)) {
		w->job = roster_job(c->arena, &w->import, arena_strdup(c->arena, digest));
		c->state = w;
		web_write(c, hand_over_work, w, after_hand_over);
	} else {
		page_error(c, &e);
	}
}

void
page_roster_apply(struct call *c)
{
	static const char *const names[] = {"digest", "people", "on", NULL};
	struct err e = {0};
	struct pending file;
	struct faults faults = {.arena = c->arena};
	day_t day;
	if (!form_check(c, names, &e) || !day_of_form(c, &day, &e)) {
		page_error(c, &e);
		return;
	}
	bool there = pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &file);
	const struct roster *r = there ? roster_parse(file.data, file.length, file.name, &faults) : NULL;
	if (r == NULL) {
		struct dict *page = roster_begin(c);
		dict_show(page, "expired");
		page_show(c, 409, "roster.tpl", page);
		return;
	}
	struct applying *w = ARENA_NEW(c->arena, struct applying);
	w->import = (struct roster_import){
		c->arena, r, file.name, form_text(c, "people"), day, c->account.id, c->now};
	apply_or_hand_over(c, w, &file);
}
