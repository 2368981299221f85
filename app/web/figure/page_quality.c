/* The quality of answers, for the secretariat: which questions to reword or retire, and the
 * signals behind it, as groups only (report/quality.h). Sheets may have to be gone through
 * for it, so it is done on a lane. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "report/quality_export.h"
#include "report/quality_words.h"
#include "store/cycle/editions.h"
#include "web/figure/export.h"
#include "web/inside.h"
#include "web/scope.h"
#include "web/show.h"

enum { PAGE_DEPARTMENTS = 25 };

struct quality_page {
	struct cycle cycle;
	struct review_bounds bounds;
	struct quality *sets;
	size_t count, chosen;
	bool followed; /* next year's cycle has been made from this one */
	struct cycle next;
	struct edition_row *changes;
	size_t change_count;
	enum export_form form; /* of the tables */
	struct exported exported;
};

/* ---- reading ------------------------------------------------------------------------------ */

static bool
next_find(struct call *c, struct quality_page *q, struct err *e)
{
	struct cycle *list;
	size_t count;
	if (!cycles_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && !q->followed; i++) {
		q->followed = list[i].previous_id == q->cycle.id;
		q->next = list[i];
	}
	return !q->followed || edition_changes(c->db, c->arena, store_bank(c->store), q->next.id, &q->changes,
				       &q->change_count, e);
}

static bool
quality_work(struct call *c, struct err *e)
{
	struct quality_page *q = c->state;
	quality_bounds(c->db, &q->bounds);
	return quality_read_all(c->store, c->arena, &q->cycle, &q->bounds, &q->sets, &q->count, e);
}

static bool
set_choose(struct call *c, struct quality_page *q, struct err *e)
{
	const char *asked = http_query(c->http, "set");
	if (asked == NULL || *asked == '\0')
		return q->count > 0 || err_set(e, ERR_ABSENT, _("this cycle has no question sets"));
	while (q->chosen < q->count && strcmp(q->sets[q->chosen].set->key, asked) != 0)
		q->chosen++;
	return q->chosen < q->count || err_set(e, ERR_ABSENT, _("the cycle has no question set %s"), asked);
}

/* ---- showing figures ------------------------------------------------------------------------- */

static void
fill_figure(struct call *c, struct dict *row, const struct figure *f)
{
	struct dict *d = dict_add(row, f->hidden ? "hidden" : f->rate.denominator > 0 ? "known" : "none");
	if (f->hidden || f->rate.denominator == 0)
		return;
	dict_set(d, "percent", quality_percent(c->arena, f));
	show_number(d, "numerator", f->rate.numerator);
	show_number(d, "denominator", f->rate.denominator);
}

static void
fill_row(struct call *c, struct dict *row, const struct quality_row *r)
{
	dict_set(row, "name", r->name);
	if (r->withheld)
		dict_show(row, "withheld");
	else
		show_number(dict_add(row, "counts"), "counted", r->counted);
	for (int i = 0; i < SIGNALS; i++)
		fill_figure(c, dict_add(row, "signal"), &r->of[i]);
}

static void
fill_departments(struct call *c, struct dict *page, const struct quality *q)
{
	int64_t here = list_page(c);
	size_t skip = (size_t)(here - 1) * PAGE_DEPARTMENTS, asked = 0;
	for (size_t i = 0; i < q->row_count; i++) {
		if (!q->rows[i].asked)
			continue;
		if (asked >= skip && asked < skip + PAGE_DEPARTMENTS)
			fill_row(c, dict_add(page, "row"), &q->rows[i]);
		asked++;
	}
	show_pages(page, here, asked > skip + PAGE_DEPARTMENTS);
}

static void
fill_pairs(struct call *c, struct dict *page, const struct quality *q)
{
	for (size_t i = 0; i < q->pair_count; i++) {
		const struct quality_pair *p = &q->pairs[i];
		struct dict *row = dict_add(page, "pair");
		dict_set(row, "item_id", p->pair->item->id);
		dict_set(row, "other_id", p->pair->other->id);
		dict_set(row, "why", p->pair->why);
		if (p->candidate)
			dict_show(row, "over");
		fill_figure(c, row, &p->figure);
	}
}

static void
fill_rate(struct call *c, struct dict *row, const struct quality_page *q, const struct quality_item *i,
	enum review_reason reason)
{
	const struct rate *const now[REVIEW_REASONS] = {[REVIEW_NA] = &i->now.na,
		[REVIEW_UNKNOWN] = &i->now.unknown,
		[REVIEW_COMMENTS] = &i->now.comments,
		[REVIEW_SAME] = &i->now.same};
	const struct rate *const before[REVIEW_REASONS] = {[REVIEW_NA] = &i->before.na,
		[REVIEW_UNKNOWN] = &i->before.unknown,
		[REVIEW_COMMENTS] = &i->before.comments,
		[REVIEW_SAME] = &i->before.same};
	struct dict *d = dict_add(row, "rate");
	struct figure f = figure_of(*now[reason], i->hidden);
	fill_figure(c, d, &f);
	if (!i->hidden && review_exceeds(&q->bounds, reason, now[reason]))
		dict_show(d, "over");
	if (!i->comparable)
		return;
	f = figure_of(*before[reason], i->before_hidden);
	d = dict_add(d, "before");
	dict_set(d, "was", quality_percent(c->arena, &f));
	if (!f.hidden && f.rate.denominator > 0)
		dict_show(d, "was_known");
}

static void
fill_items(struct call *c, struct dict *page, const struct quality_page *q, const struct quality *of)
{
	static const enum review_reason columns[] = {REVIEW_NA, REVIEW_UNKNOWN, REVIEW_COMMENTS, REVIEW_SAME};
	for (size_t i = 0; i < of->item_count; i++) {
		const struct quality_item *item = &of->items[i];
		struct dict *row = dict_add(page, "item");
		dict_set(row, "item_id", item->item->id);
		dict_set(row, "text", item->item->text);
		if (item->hidden)
			dict_show(row, "withheld");
		else
			show_number(dict_add(row, "answers"), "answered", item->now.answered);
		for (size_t n = 0; n < sizeof columns / sizeof *columns; n++)
			fill_rate(c, row, q, item, columns[n]);
		if (!item->comparable && of->known_before)
			dict_show(row, "changed");
	}
}

/* ---- candidates ---------------------------------------------------------------------------------- */

/* What next year's cycle has made of a question. */
static void
fill_next(struct dict *row, const struct quality_page *q, const char *set_key, const char *item)
{
	struct dict *d = dict_add(row, "next");
	for (size_t i = 0; i < q->change_count; i++) {
		const struct edition_difference *x = &q->changes[i].difference;
		if (strcmp(q->changes[i].set_key, set_key) == 0 && x->before != NULL &&
			strcmp(x->before->id, item) == 0) {
			dict_show(d, edition_change_key(x->change));
			return;
		}
	}
	dict_show(d, "kept");
}

static void
fill_candidate(struct call *c, struct dict *page, const struct quality_page *q, const struct quality *of,
	const struct quality_item *i)
{
	const char **sentences;
	size_t count = quality_sentences(c->arena, of, i, &q->bounds, &sentences);
	struct dict *row = dict_add(page, "candidate");
	dict_set(row, "set_title", of->set->title);
	dict_set(row, "item_id", i->item->id);
	dict_set(row, "text", i->item->text);
	if (i->item->priority)
		dict_show(row, "priority");
	if (reasons_reword(i->reasons))
		dict_show(row, "reword");
	if (reasons_retire(i->reasons))
		dict_show(row, "retire");
	for (size_t n = 0; n < count; n++)
		dict_set(dict_add(row, "reason"), "sentence", sentences[n]);
	if (q->followed)
		fill_next(row, q, of->set->key, i->item->id);
}

static void
fill_candidates(struct call *c, struct dict *page, const struct quality_page *q)
{
	size_t count = 0;
	for (size_t i = 0; i < q->count; i++) {
		const struct quality *of = &q->sets[i];
		struct dict *choice = dict_add(page, "set_choice");
		dict_set(choice, "value", of->set->key);
		dict_set(choice, "set_title", of->set->title);
		dict_set(choice, "selected", i == q->chosen ? "selected" : "");
		count += of->candidate_count;
		for (size_t n = 0; n < of->item_count; n++)
			if (of->items[n].reasons != 0)
				fill_candidate(c, page, q, of, &of->items[n]);
	}
	show_number(dict_add(page, count > 0 ? "some" : "no_candidates"), "candidates", (int64_t)count);
}

/* ---- the page -------------------------------------------------------------------------------------- */

static void
fill_facts(struct dict *page, const struct quality_page *q)
{
	static const char *const names[REVIEW_REASONS] = {
		"na_bound", "unknown_bound", "comment_bound", "contradiction_bound", "same_bound"};
	const struct quality *of = &q->sets[q->chosen];
	show_number(page, "cycle_id", q->cycle.id);
	dict_set(page, "cycle_title", q->cycle.title);
	show_number(page, "k", q->cycle.k);
	for (int i = 0; i < REVIEW_REASONS; i++)
		show_number(page, names[i], q->bounds.percent[i]);
	show_number(page, "least", q->bounds.least);
	show_number(page, "scored_least", SIGNAL_SCORED_LEAST);
	show_number(page, "reading_speed", SIGNAL_READING_SPEED);
	dict_set(page, "set_key", of->set->key);
	dict_set(page, "set_title", of->set->title);
	dict_show(page, of->set->duty ? "duty" : "personal");
	if (of->live && !of->set->duty)
		dict_show(page, "live");
	if (of->known_before)
		dict_show(page, "has_before");
	if (of->pair_count == 0)
		dict_show(page, "no_pairs");
	if (of->by_post)
		dict_show(page, "by_post");
	if (q->followed) {
		struct dict *d = dict_add(page, "followed");
		show_number(d, "next_id", q->next.id);
		dict_set(d, "next_title", q->next.title);
	}
}

static const char *
tables_address(struct call *c, const struct quality_page *q)
{
	return arena_printf(c->arena, "/admin/quality/%lld/tables", (long long)q->cycle.id);
}

static void
after_quality(struct call *c, const struct err *failed)
{
	struct quality_page *q = c->state;
	struct err e = {0};
	if (failed != NULL || !set_choose(c, q, &e) || !next_find(c, q, &e)) {
		page_error(c, failed != NULL ? failed : &e);
		return;
	}
	struct dict *page = page_begin(c, _("Quality of answers"));
	const struct quality *of = &q->sets[q->chosen];
	fill_facts(page, q);
	fill_candidates(c, page, q);
	struct dict *body = dict_add(page, "body");
	dict_show(body, of->leaves_out ? "some_withheld" : "none_withheld");
	fill_row(c, body, &of->body);
	fill_departments(c, page, of);
	fill_pairs(c, page, of);
	fill_items(c, page, q, of);
	show_export(c, page, tables_address(c, q));
	page_show(c, 200, "quality.tpl", page);
}

static struct quality_page *
quality_begin(struct call *c, struct err *e)
{
	struct quality_page *q = ARENA_NEW(c->arena, struct quality_page);
	c->state = q;
	return scope_cycle_with(c, c->parts[0], "sheets", &q->cycle, e) ? q : NULL;
}

void
page_quality(struct call *c)
{
	struct err e = {0};
	if (quality_begin(c, &e) == NULL)
		page_error(c, &e);
	else
		web_slow(c, LANE_SHEETS, quality_work, after_quality);
}

/* ---- the tables -------------------------------------------------------------------------------------- */

static bool
tables_work(struct call *c, struct err *e)
{
	struct quality_page *q = c->state;
	struct export x;
	if (!quality_work(c, e))
		return false;
	quality_export(c->arena,
		&(struct quality_tables){&q->cycle, q->sets, q->count, &q->bounds, c->account.name, c->now},
		&x);
	return export_write(c->arena, &x, q->form, true, &q->exported, e);
}

static void
after_tables(struct call *c, const struct err *failed)
{
	struct quality_page *q = c->state;
	if (failed == NULL) {
		page_exported(c, arena_printf(c->arena, "quality-%d", q->cycle.year), tables_address(c, q),
			q->form, &q->exported);
		return;
	}
	buf_free(&q->exported.bytes);
	page_error(c, failed);
}

void
page_quality_tables(struct call *c)
{
	struct err e = {0};
	struct quality_page *q = quality_begin(c, &e);
	if (q == NULL || !export_asked(c, &q->form, &e))
		page_error(c, &e);
	else
		web_slow(c, LANE_SHEETS, tables_work, after_tables);
}
