/* The roster: chosen, compared with the people of today, shown, and only then applied. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/roster.h"
#include "store/people.h"
#include "web/form.h"
#include "web/pending.h"
#include "web/show.h"

enum { SHOWN_MOST = 500 }; /* lines of a table; the counts are always of all */

void
page_roster(struct call *c)
{
	static const char *const done[] = {"applied", NULL};
	struct dict *page = page_begin(c, _("Roster"));
	form_done(c, page, done);
	page_show(c, 200, "roster.tpl", page);
}

static void
fill_change(struct dict *page, const struct roster_difference *d)
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
	if (strcmp(d->before->name, d->after->name) != 0)
		dict_set(dict_add(kind, "was_name"), "was", d->before->name);
	if (strcmp(d->before->department, d->after->department) != 0)
		dict_set(dict_add(kind, "was_department"), "was", d->before->department_name);
	if (strcmp(d->before->kind, d->after->kind) != 0) {
		struct dict *k = dict_add(kind, "was_kind");
		dict_set(k, "was", d->before->kind);
		dict_set(k, "is", d->after->kind);
	}
}

/* Of everyone as they are today: what is changed must be what was compared with. */
static void
people_digest(const struct roster *today, char out[DIGEST_SIZE])
{
	struct buf b = BUF_INIT;
	for (size_t i = 0; i < today->count; i++) {
		const struct roster_row *r = &today->rows[i];
		buf_addf(&b, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%u\n", r->number, r->name, r->kana, r->kind,
			r->department, r->department_name, r->login, r->roles);
	}
	digest_of(b.data, b.length, out);
	buf_free(&b);
}

static bool
compare(struct call *c, struct dict *page, const struct roster *r, struct err *e)
{
	struct roster before;
	struct roster_difference *list;
	char people[DIGEST_SIZE];
	int64_t counts[ROSTER_GONE + 1] = {0};
	day_t day;
	if (!roster_usual_day(c->db, c->now, &day, e) || !roster_current(c->db, c->arena, day, &before, e))
		return false;
	people_digest(&before, people);
	dict_set(page, "people", people);
	size_t count = roster_compare(c->arena, &before, r, &list);
	for (size_t i = 0; i < count; i++) {
		counts[list[i].change]++;
		if (i < SHOWN_MOST)
			fill_change(page, &list[i]);
	}
	show_number(page, "new_count", counts[ROSTER_NEW]);
	show_number(page, "changed_count", counts[ROSTER_CHANGED]);
	show_number(page, "gone_count", counts[ROSTER_GONE]);
	show_number(page, "row_count", (int64_t)r->count);
	dict_set(page, "charset", r->charset);
	dict_show(page, count == 0 ? "no_difference" : "differences");
	if (count > SHOWN_MOST)
		show_number(dict_add(page, "more"), "shown", SHOWN_MOST);
	return true;
}

static void
show_dry_run(struct call *c, const struct http_field *file)
{
	struct err e = {0};
	struct faults faults = {.arena = c->arena};
	struct dict *page = page_begin(c, _("Roster"));
	dict_set(page, "filename", file->filename);
	const struct roster *r = roster_parse(file->value, file->length, file->filename, &faults);
	if (r == NULL || faults.count > 0) {
		show_faults(page, &faults);
		page_show(c, 422, "roster.tpl", page);
		return;
	}
	struct dict *dry = dict_add(page, "dry_run");
	if (!compare(c, dry, r, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	char digest[DIGEST_SIZE];
	pending_put(file->filename, file->value, file->length, c->account.id, c->now, digest);
	dict_set(dry, "digest", digest);
	page_show(c, 200, "roster.tpl", page);
}

void
page_roster_post(struct call *c)
{
	static const char *const names[] = {"roster", NULL};
	struct err e = {0};
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, "roster");
	if (file != NULL) {
		show_dry_run(c, file);
		return;
	}
	struct dict *page = page_begin(c, _("Roster"));
	dict_show(page, "no_file");
	page_show(c, 422, "roster.tpl", page);
}

/* ---- the yes ---- */

struct applying {
	struct arena *arena;
	const struct roster *roster;
	const char *name, *people;
	int64_t account_id;
	instant_t now;
};

static bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	const struct applying *w = p->with;
	struct roster today;
	struct roster_difference *list;
	char digest[DIGEST_SIZE];
	day_t day;
	if (!roster_usual_day(db, w->now, &day, e) || !roster_current(db, w->arena, day, &today, e))
		return false;
	people_digest(&today, digest);
	if (roster_compare(w->arena, &today, w->roster, &list) == 0)
		return true; /* sent twice */
	if (strcmp(digest, w->people) != 0)
		return err_set(e, ERR_CONFLICT,
			_("the people have changed since the roster was compared; choose the file again"));
	return roster_apply(db, w->arena, w->roster, day, w->now, e) &&
	       event_add(db, w->now, w->account_id, "roster_imported", w->name,
		       arena_printf(w->arena, "%zu", w->roster->count), e);
}

void
page_roster_apply(struct call *c)
{
	static const char *const names[] = {"digest", "people", NULL};
	struct err e = {0};
	struct pending file;
	struct faults faults = {.arena = c->arena};
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	bool there = pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &file);
	const struct roster *r = there ? roster_parse(file.data, file.length, file.name, &faults) : NULL;
	if (r == NULL) {
		struct dict *page = page_begin(c, _("Roster"));
		dict_show(page, "expired");
		page_show(c, 409, "roster.tpl", page);
		return;
	}
	struct applying *w = ARENA_NEW(c->arena, struct applying);
	*w = (struct applying){c->arena, r, file.name, form_text(c, "people"), c->account.id, c->now};
	form_store(c, apply_work, w, "/admin/roster?done=applied");
}
