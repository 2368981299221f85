/* What changed in a cycle's questions since the last one, and what its author says of it;
 * and the next year's cycle made from this one. */
#include "web/cycle/cycle_page.h"

#include <string.h>

#include "base/words.h"
#include "store/cycle/editions.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

/* Item ids are unique within a set only, so a field carries both. */
static const char *
mark_field(struct call *c, const struct edition_row *row)
{
	return arena_printf(c->arena, "mark-%s-%s", row->set_key, row->difference.after->id);
}

static void
fill_mark(struct call *c, struct dict *row, const struct edition_row *r)
{
	struct dict *d = dict_add(row, "choice");
	dict_set(d, "field", mark_field(c, r));
	enum edition_change change = r->difference.change;
	if (change != EDITION_UNMARKED)
		dict_show(d, edition_change_key(change));
}

static bool
same_choices(const struct item *a, const struct item *b)
{
	bool same = a->choice_count == b->choice_count;
	for (size_t i = 0; same && i < a->choice_count; i++)
		same = strcmp(a->choices[i].label, b->choices[i].label) == 0;
	return same;
}

static void
fill_labels(struct dict *d, const struct item *i)
{
	for (size_t k = 0; k < i->choice_count; k++)
		dict_set(dict_add(d, "option"), "label", i->choices[k].label);
}

/* Where the answers are others, they stand below the question. */
static void
fill_choices(struct dict *row, const struct edition_difference *d)
{
	if (d->before == NULL || d->after == NULL || same_choices(d->before, d->after))
		return;
	fill_labels(dict_add(row, "choices_before"), d->before);
	fill_labels(dict_add(row, "choices_after"), d->after);
}

static void
fill_change(struct call *c, struct dict *page, const struct edition_row *r, bool prepared)
{
	const struct edition_difference *d = &r->difference;
	struct dict *row = dict_add(page, "change");
	dict_set(row, "set_title", r->set_title);
	dict_set(row, "item", d->after != NULL ? d->after->id : d->before->id);
	dict_set(row, "before", d->before != NULL ? d->before->text : "");
	dict_set(row, "after", d->after != NULL ? d->after->text : "");
	fill_choices(row, d);
	if (prepared && (r->marked || d->change == EDITION_UNMARKED))
		fill_mark(c, row, r);
	else
		dict_show(row, edition_change_key(d->change));
}

void
page_editions(struct call *c)
{
	static const char *const done[] = {"marked", NULL};
	struct err e = {0};
	struct cycle cycle;
	struct edition_row *rows;
	size_t count, open = 0;
	if (!cycle_of_call(c, &cycle, &e) ||
		!edition_changes(c->db, c->arena, store_bank(c->store), cycle.id, &rows, &count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Changed questions"));
	form_done(c, page, done);
	show_number(page, "cycle_id", cycle.id);
	dict_set(page, "cycle_title", cycle.title);
	if (cycle.previous_id != 0)
		show_number(dict_add(page, "previous"), "previous_id", cycle.previous_id);
	bool prepared = cycle.state == CYCLE_PREPARED, any = false;
	for (size_t i = 0; i < count; i++) {
		fill_change(c, page, &rows[i], prepared);
		open += rows[i].difference.change == EDITION_UNMARKED;
		any |= prepared && (rows[i].marked || rows[i].difference.change == EDITION_UNMARKED);
	}
	if (count == 0)
		dict_show(page, "nothing");
	if (open > 0)
		show_number(dict_add(page, "unmarked_some"), "open", (int64_t)open);
	if (any)
		dict_show(page, "save");
	page_show(c, 200, "editions.tpl", page);
}

/* ---- marking ---- */

struct marking {
	struct arena *arena;
	const struct bank *bank;
	int64_t cycle_id, account_id;
	instant_t now;
	struct mark {
		const char *set_key, *item;
		enum edition_change change;
	} * marks;
	size_t count;
	const char *title;
};

static bool
mark_work(struct db *db, struct piece *p, struct err *e)
{
	const struct marking *w = p->with;
	for (size_t i = 0; i < w->count; i++) {
		const struct mark *m = &w->marks[i];
		if (!edition_mark(db, w->arena, w->bank, w->cycle_id, m->set_key, m->item, m->change,
			    w->account_id, w->now, e))
			return false;
	}
	return event_add(db, w->now, w->account_id, "questions_marked", w->title,
		arena_printf(w->arena, "%zu", w->count), e);
}

static bool
mark_read(struct call *c, struct marking *w, const struct edition_row *row, size_t *known, struct err *e)
{
	if (row->difference.after == NULL || !form_has(c, mark_field(c, row)))
		return true;
	const char *said = form_text(c, mark_field(c, row));
	enum edition_change change = strcmp(said, "meaning") == 0 ? EDITION_MEANING : EDITION_WORDING;
	if (change == EDITION_WORDING && strcmp(said, "wording") != 0)
		return err_set(e, ERR_INPUT, _("a change is of the wording or of the meaning"));
	w->marks = ARENA_PUSH(c->arena, w->marks, w->count);
	w->marks[w->count++] = (struct mark){row->set_key, row->difference.after->id, change};
	(*known)++;
	return true;
}

void
page_editions_post(struct call *c)
{
	static const char *const names[] = {"mark-*", NULL};
	struct err e = {0};
	struct cycle cycle;
	struct edition_row *rows;
	size_t count, known = 0;
	struct marking *w = ARENA_NEW(c->arena, struct marking);
	bool ok = form_check(c, names, &e) && cycle_of_call(c, &cycle, &e) &&
		  edition_changes(c->db, c->arena, store_bank(c->store), cycle.id, &rows, &count, &e);
	*w = (struct marking){
		.arena = c->arena, .bank = store_bank(c->store), .account_id = c->account.id, .now = c->now};
	for (size_t i = 0; ok && i < count; i++)
		ok = mark_read(c, w, &rows[i], &known, &e);
	if (!ok || !form_has_only(c, "mark-", known, &e)) {
		page_error(c, &e);
		return;
	}
	w->cycle_id = cycle.id;
	w->title = cycle.title;
	form_store(c, mark_work, w,
		arena_printf(c->arena, "/admin/cycles/%lld/changes?done=marked", (long long)cycle.id));
}

/* ---- next year ---- */

struct following {
	struct arena *arena;
	struct cycle from, made;
	int64_t account_id;
	instant_t now;
};

static bool
next_work(struct db *db, struct piece *p, struct err *e)
{
	struct following *w = p->with;
	return cycle_next(db, w->arena, w->from.id, &w->made, e) &&
	       event_add(db, w->now, w->account_id, "cycle_created",
		       arena_printf(w->arena, "%d", w->made.year), w->made.title, e);
}

static void
next_done(struct call *c, const struct err *failed)
{
	const struct following *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		page_redirect(c, "/admin/cycles/%lld?done=next", (long long)w->made.id);
}

void
page_cycle_next(struct call *c)
{
	static const char *const names[] = {NULL};
	struct err e = {0};
	struct following *w = ARENA_NEW(c->arena, struct following);
	*w = (struct following){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	if (!form_check(c, names, &e) || !cycle_of_call(c, &w->from, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = w;
	web_write(c, next_work, w, next_done);
}
