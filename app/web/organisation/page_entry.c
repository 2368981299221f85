/* One entry of a register in a form: a new one, a change, its end. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/organisation/departments.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/organisation/register_fill.h"
#include "web/show.h"

struct editing {
	struct arena *arena;
	const struct register_kind *kind;
	struct entry entry; /* as stored; id 0: a new one */
	const char **texts; /* as the form has them */
	struct entry_complaint *wrong;
	size_t wrong_count;
	int64_t department_id; /* to which a manager is bound; 0: any */
	struct acting by;
};

static const char *
complaint_of(const struct editing *w, size_t field)
{
	for (size_t i = 0; i < w->wrong_count; i++)
		if (w->wrong[i].field == field)
			return w->wrong[i].text;
	return NULL;
}

static void
fill_options(struct dict *field, const struct register_field *f, const char *chosen)
{
	struct dict *list = dict_add(field, "options");
	for (size_t i = 0; i < f->choice_count; i++) {
		struct dict *row = dict_add(list, "option");
		dict_set(row, "value", f->choices[i].word);
		dict_set(row, "word", f->choices[i].word);
		dict_set(row, "selected", strcmp(f->choices[i].word, chosen) == 0 ? "selected" : "");
	}
}

/* Those there are today; a manager has the own one only. */
static bool
fill_departments(struct call *c, struct dict *field, const struct editing *w, struct err *e)
{
	struct department *list;
	size_t count;
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	struct dict *options = dict_add(field, "options");
	for (size_t i = 0; i < count; i++) {
		if (w->department_id != 0 && w->department_id != list[i].id)
			continue;
		struct dict *row = dict_add(options, "option");
		bool chosen = strcmp(list[i].key, w->texts[FIELD_DEPARTMENT]) == 0;
		dict_set(row, "value", list[i].key);
		dict_set(row, "word", list[i].name);
		dict_set(row, "selected", chosen ? "selected" : "");
	}
	return true;
}

static bool
fill_field(struct call *c, struct dict *page, const struct editing *w, size_t i, struct err *e)
{
	const struct register_field *f = &w->kind->fields[i];
	const char *complaint = complaint_of(w, i);
	struct dict *row = dict_add(page, "field");
	dict_set(row, "key", f->key);
	dict_set(row, "field_title", f->title);
	dict_set(row, "value", w->texts[i]);
	if (f->help != NULL)
		dict_set(dict_add(row, "helped"), "help", f->help);
	dict_show(row, f->need == NEED_MUST ? "must" : f->need == NEED_WANTED ? "wanted" : "may");
	if (complaint != NULL) {
		dict_set(dict_add(row, "complaint"), "text", complaint);
		struct dict *all = dict_add(page, "wrong");
		dict_set(all, "key", f->key);
		dict_set(all, "field_title", f->title);
		dict_set(all, "text", complaint);
	}
	if (i == FIELD_KEY && w->entry.id != 0)
		dict_show(row, "fixed");
	else if (f->type == REGISTER_DEPARTMENT)
		return fill_departments(c, row, w, e);
	else if (f->type == REGISTER_CHOICE)
		fill_options(row, f, w->texts[i]);
	else
		dict_show(row, f->type == REGISTER_DAY      ? "day"
			       : f->type == REGISTER_NUMBER ? "number"
							    : "line");
	return true;
}

static void
show_form(struct call *c, int status, const struct editing *w)
{
	struct err e = {0};
	bool stored = w->entry.id != 0;
	struct dict *page = page_begin(c, stored ? w->entry.texts[FIELD_NAME] : w->kind->title);
	dict_set(page, "kind", w->kind->key);
	dict_set(page, "register_title", w->kind->title);
	dict_set(page, "entry_key", stored ? w->entry.texts[FIELD_KEY] : "");
	dict_set(page, "entry_name", stored ? w->entry.texts[FIELD_NAME] : "");
	dict_show(page, stored ? "stored" : "fresh");
	dict_show(page, (c->account.roles & ROLE_ADMIN) != 0 ? "secretariat" : "section");
	if (w->wrong_count > 0)
		dict_show(page, "refused");
	for (size_t i = 0; i < w->kind->count; i++)
		if (!fill_field(c, page, w, i, &e)) {
			dict_destroy(page);
			page_error(c, &e);
			return;
		}
	if (stored && entry_there(&w->entry, day_of_instant(c->now))) {
		char today[16];
		day_format(day_of_instant(c->now), today);
		dict_set(dict_add(page, "may_end"), "today", today);
	}
	page_show(c, status, "entry.tpl", page);
}

/* The register and, where the path names one, its entry; NULL when the answer is given. */
static struct editing *
editing_begin(struct call *c)
{
	struct err e = {0};
	struct editing *w = ARENA_NEW(c->arena, struct editing);
	*w = (struct editing){
		.arena = c->arena, .kind = register_of_call(c, &e), .by = {c->account.id, c->now}};
	if ((c->account.roles & ROLE_ADMIN) == 0)
		w->department_id = c->account.department_id;
	bool ok = w->kind != NULL;
	if (ok && c->parts[1] != NULL)
		ok = entry_of_call(c, w->kind, true, &w->entry, &e);
	else if (ok && (c->account.roles & ROLE_ADMIN) == 0 && w->department_id == 0)
		ok = err_set(&e, ERR_DENIED, _("only the manager of a department may add to its registers"));
	if (!ok) {
		page_error(c, &e);
		return NULL;
	}
	w->wrong = ARENA_ARRAY(c->arena, struct entry_complaint, w->kind->count);
	w->texts = ARENA_ARRAY(c->arena, const char *, w->kind->count);
	for (size_t i = 0; i < w->kind->count; i++)
		w->texts[i] = w->entry.id != 0 ? w->entry.texts[i] : "";
	return w;
}

void
page_entry_form(struct call *c)
{
	struct editing *w = editing_begin(c);
	if (w == NULL)
		return;
	if (w->entry.id == 0) {
		char today[16];
		day_format(day_of_instant(c->now), today);
		w->texts[FIELD_FROM] = arena_strdup(c->arena, today);
	}
	show_form(c, 200, w);
}

/* ---- storing ---------------------------------------------------------------------------- */

static bool
editing_read(struct call *c, struct editing *w, struct err *e)
{
	const char **names = ARENA_ARRAY(c->arena, const char *, w->kind->count + 1);
	for (size_t i = 0; i < w->kind->count; i++)
		names[i] = w->kind->fields[i].key;
	if (!form_check(c, names, e))
		return false;
	for (size_t i = 0; i < w->kind->count; i++)
		if (form_has(c, names[i]) && (i != FIELD_KEY || w->entry.id == 0))
			w->texts[i] = form_text(c, names[i]);
	return true;
}

/* A manager moves nothing into another department. */
static bool
department_own(struct db *db, const struct editing *w, bool *own, struct err *e)
{
	struct department d;
	*own = true;
	if (w->department_id == 0)
		return true;
	day_t today = day_of_instant(w->by.now);
	if (!department_find(db, w->arena, w->texts[FIELD_DEPARTMENT], today, &d, e))
		return false;
	*own = d.id == w->department_id;
	return true;
}

/* Judged where it is stored, so that what it refers to is there at that moment. */
static bool
edit_work(struct db *db, struct piece *p, struct err *e)
{
	struct editing *w = p->with;
	struct err failed = {0};
	bool own;
	char day[16];
	struct reference_source source = {db, day_of_instant(w->by.now), &failed};
	struct references refs = references_of(&source);
	day_format(day_of_instant(w->by.now), day);
	if (w->texts[FIELD_FROM][0] == '\0')
		w->texts[FIELD_FROM] = arena_strdup(w->arena, day);
	w->wrong_count = entry_check(w->arena, w->kind, w->texts, &refs, w->wrong);
	if (failed.kind != ERR_NONE) {
		*e = failed;
		return false;
	}
	if (w->wrong_count > 0)
		return err_set(e, ERR_INPUT, _("the entry was not stored"));
	if (!department_own(db, w, &own, e))
		return false;
	if (!own)
		return err_set(e, ERR_DENIED, _("this entry belongs to another department"));
	const struct entry is = {.texts = w->texts};
	return w->entry.id != 0 ? entry_save(db, w->arena, w->kind, &is, w->by, e)
				: entry_add(db, w->arena, w->kind, &is, w->by, e);
}

static void
after_edit(struct call *c, const struct err *failed)
{
	struct editing *w = c->state;
	if (failed == NULL) {
		page_redirect(c, "/entries/%s/%s?done=saved", w->kind->key,
			query_escape(c->arena, w->texts[FIELD_KEY]));
		return;
	}
	if (failed->kind == ERR_CONFLICT && w->entry.id == 0 && w->wrong_count == 0)
		w->wrong[w->wrong_count++] =
			(struct entry_complaint){FIELD_KEY, arena_strdup(c->arena, failed->text)};
	if (w->wrong_count > 0)
		show_form(c, 422, w);
	else
		page_error(c, failed);
}

void
page_entry_post(struct call *c)
{
	struct err e = {0};
	struct editing *w = editing_begin(c);
	if (w == NULL)
		return;
	if (!editing_read(c, w, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = w;
	web_write(c, edit_work, w, after_edit);
}

/* ---- ending ------------------------------------------------------------------------------ */

struct ending {
	struct arena *arena;
	const struct register_kind *kind;
	const char *key;
	day_t last;
	struct acting by;
};

static bool
end_work(struct db *db, struct piece *p, struct err *e)
{
	const struct ending *w = p->with;
	return entry_end(db, w->arena, w->kind, w->key, w->last, w->by, e);
}

void
page_entry_end(struct call *c)
{
	static const char *const names[] = {"last", NULL};
	struct err e = {0};
	struct editing *w = editing_begin(c);
	struct ending *end = ARENA_NEW(c->arena, struct ending);
	if (w == NULL)
		return;
	*end = (struct ending){.arena = c->arena, .kind = w->kind, .key = c->parts[1], .by = w->by};
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	day_t first = 0;
	day_parse(w->texts[FIELD_FROM], &first);
	if (!day_parse(form_text(c, "last"), &end->last) || end->last < first) {
		w->wrong[w->wrong_count++] = (struct entry_complaint){
			FIELD_UNTIL, _("choose the last day the entry counts, not before its first")};
		show_form(c, 422, w);
		return;
	}
	form_store(c, end_work, end,
		arena_printf(c->arena, "/entries/%s/%s?done=ended", w->kind->key,
			query_escape(c->arena, c->parts[1])));
}
