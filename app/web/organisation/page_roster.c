/* The roster: chosen, compared with the people of today, shown, and only then applied. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/organisation/roster.h"
#include "store/files.h"
#include "store/organisation/people.h"
#include "web/form.h"
#include "web/organisation/table_file.h"
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

/* A file beside the people of its day; read in LANE_SHEETS, as ten thousand take a while. */
struct comparing {
	const struct http_field *file;
	day_t day;
	struct faults faults;
	const struct roster *roster; /* NULL: it is none */
	struct roster_department *departments;
	size_t department_count;
	struct roster_difference *list;
	size_t count;
	int64_t counts[ROSTER_GONE + 1];
	char people[DIGEST_SIZE], digest[DIGEST_SIZE];
};

static bool
compare_work(struct call *c, struct err *e)
{
	struct comparing *w = c->state;
	struct roster before;
	w->roster = roster_parse(w->file->value, w->file->length, w->file->filename, &w->faults);
	if (w->roster == NULL)
		return true;
	if (!roster_fits(c->db, c->arena, w->roster, w->day, c->now, w->file->filename, &w->faults, e) ||
		!roster_current(c->db, c->arena, w->day, &before, e))
		return false;
	roster_digest(c->arena, &before, w->people);
	w->count = roster_compare(c->arena, &before, w->roster, &w->list);
	for (size_t i = 0; i < w->count; i++)
		w->counts[w->list[i].change]++;
	if (!roster_departments(c->db, c->arena, &before, w->roster, w->day, &w->departments,
		    &w->department_count, e))
		return false;
	if (w->faults.count == 0)
		pending_put(
			w->file->filename, w->file->value, w->file->length, c->account.id, c->now, w->digest);
	return true;
}

/* Where some end and others begin, a reorganisation is likely: what came of which is better said first. */
static void
fill_departments(struct dict *page, const struct comparing *w)
{
	static const char *const sections[] = {[ROSTER_DEPARTMENT_NEW] = "begins",
		[ROSTER_DEPARTMENT_RENAMED] = "renamed",
		[ROSTER_DEPARTMENT_BACK] = "returns",
		[ROSTER_DEPARTMENT_ENDED] = "ends"};
	size_t of[ROSTER_DEPARTMENT_ENDED + 1] = {0};
	struct dict *d = w->department_count > 0 ? dict_add(page, "departments") : NULL;
	for (size_t i = 0; i < w->department_count; i++) {
		const struct roster_department *one = &w->departments[i];
		of[one->change]++;
		if (i >= SHOWN_MOST)
			continue;
		struct dict *row = dict_add(d, "changing");
		dict_show(row, sections[one->change]);
		dict_set(row, "key", one->key);
		dict_set(row, "name", one->name);
		dict_set(row, "was", one->was);
	}
	if (d == NULL)
		return;
	show_number(d, "begin_count", (int64_t)of[ROSTER_DEPARTMENT_NEW]);
	show_number(d, "renamed_count", (int64_t)of[ROSTER_DEPARTMENT_RENAMED]);
	show_number(d, "end_count", (int64_t)of[ROSTER_DEPARTMENT_ENDED]);
	if (of[ROSTER_DEPARTMENT_NEW] > 0 && of[ROSTER_DEPARTMENT_ENDED] > 0)
		dict_show(d, "reorganised");
}

static void
fill_comparison(struct call *c, struct dict *page, const struct comparing *w)
{
	dict_set(page, "people", w->people);
	dict_set(page, "digest", w->digest);
	show_day(page, c->arena, "on_words", w->day);
	for (size_t i = 0; i < w->count && i < SHOWN_MOST; i++)
		fill_change(c, page, &w->list[i]);
	show_number(page, "new_count", w->counts[ROSTER_NEW]);
	show_number(page, "changed_count", w->counts[ROSTER_CHANGED]);
	show_number(page, "gone_count", w->counts[ROSTER_GONE]);
	show_number(page, "row_count", (int64_t)w->roster->count);
	dict_set(page, "charset", w->roster->charset);
	dict_show(page, w->count == 0 ? "no_difference" : "differences");
	if (w->count > SHOWN_MOST)
		show_number(dict_add(page, "more"), "shown", SHOWN_MOST);
	fill_departments(page, w);
}

static void
after_compare(struct call *c, const struct err *failed)
{
	const struct comparing *w = c->state;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	struct dict *page = roster_begin(c);
	bool faulty = w->roster == NULL || w->faults.count > 0;
	dict_set(page, "filename", w->file->filename);
	if (faulty)
		show_faults(page, &w->faults);
	else
		fill_comparison(c, dict_add(page, "dry_run"), w);
	page_show(c, faulty ? 422 : 200, "roster.tpl", page);
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
		struct comparing *w = ARENA_NEW(c->arena, struct comparing);
		*w = (struct comparing){.file = file, .day = day, .faults = {.arena = c->arena}};
		c->state = w;
		web_slow(c, LANE_SHEETS, compare_work, after_compare);
		return;
	}
	struct dict *page = roster_begin(c);
	dict_show(page, dated ? "no_file" : "bad_day");
	page_show(c, 422, "roster.tpl", page);
}

/* ---- the yes ---- */

struct applying {
	struct roster_import import;
	struct pending file;
	struct job job;
};

/* A large one is a job: it takes longer than a page. */
static bool
ready_work(struct call *c, struct err *e)
{
	struct applying *w = c->state;
	struct faults faults = {.arena = c->arena};
	char digest[DIGEST_SIZE];
	w->import.roster = roster_parse(w->file.data, w->file.length, w->file.name, &faults);
	if (w->import.roster == NULL || w->import.roster->count < ROSTER_JOB_ROWS)
		return true;
	if (!file_put(c->store, w->file.data, w->file.length, digest, e))
		return false;
	w->job = roster_job(c->arena, &w->import, arena_strdup(c->arena, digest));
	return true;
}

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

static void
show_expired(struct call *c)
{
	struct dict *page = roster_begin(c);
	dict_show(page, "expired");
	page_show(c, 409, "roster.tpl", page);
}

static void
after_ready(struct call *c, const struct err *failed)
{
	struct applying *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else if (w->import.roster == NULL)
		show_expired(c);
	else if (w->job.kind != NULL)
		web_write(c, hand_over_work, w, after_hand_over);
	else
		form_store(c, apply_work, w, "/admin/roster?done=applied");
}

void
page_roster_apply(struct call *c)
{
	static const char *const names[] = {"digest", "people", "on", NULL};
	struct err e = {0};
	struct applying *w = ARENA_NEW(c->arena, struct applying);
	day_t day;
	if (!form_check(c, names, &e) || !day_of_form(c, &day, &e)) {
		page_error(c, &e);
		return;
	}
	if (!pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &w->file)) {
		show_expired(c);
		return;
	}
	w->import = (struct roster_import){.arena = c->arena,
		.name = w->file.name,
		.people = form_text(c, "people"),
		.day = day,
		.account_id = c->account.id,
		.now = c->now};
	c->state = w;
	web_slow(c, LANE_SHEETS, ready_work, after_ready);
}

/* ---- as a file ------------------------------------------------------------------------ */

/* ?on=: the people of that day, else of today; what is read back is what was written. */
void
page_roster_file(struct call *c)
{
	struct err e = {0};
	struct roster people;
	day_t day = day_of_instant(c->now);
	const char *on = http_query(c->http, "on");
	if ((on != NULL && !day_parse(on, &day) &&
		    !err_set(&e, ERR_INPUT, _("choose the day from which the roster counts"))) ||
		!roster_current(c->db, c->arena, day, &people, &e)) {
		page_error(c, &e);
		return;
	}
	const char **fields = ARENA_ARRAY(c->arena, const char *, (people.count + 1) * ROSTER_COLUMNS);
	for (int k = 0; k < ROSTER_COLUMNS; k++)
		fields[k] = roster_title(k);
	for (size_t i = 0; i < people.count; i++)
		for (int k = 0; k < ROSTER_COLUMNS; k++)
			fields[(i + 1) * ROSTER_COLUMNS + (size_t)k] =
				roster_text(c->arena, &people.rows[i], k);
	page_table_file(c, _("Staff roster"), fields, people.count + 1, ROSTER_COLUMNS);
}
