/* The secretariat reads every text that people wrote and says what may stand in a
 * document. Every sheet is gone through for it, so it is done on a lane. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "store/decision/remarks.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/scope.h"
#include "web/show.h"

enum { PAGE_TEXTS = 25, REST_AT_ONCE = 500 };

struct reviewing {
	struct cycle cycle;
	struct remark_wish wish;
	struct remark_list list;
	const struct err *complaint; /* of what was sent; NULL: nothing was */
	int64_t page;
	/* deciding */
	struct remark_decision *decisions;
	size_t count, stored;
};

/* A text can be read as soon as no answers come in any more one by one. */
static bool
cycle_of_call(struct call *c, struct reviewing *r, struct err *e)
{
	if (!scope_cycle_with(c, c->parts[0], "sheets", &r->cycle, e))
		return false;
	return r->cycle.state > CYCLE_OPEN || err_set(e, ERR_CONFLICT,
						      _("texts are reviewed once the due day is over: "
							"before, they would tell who has just answered"));
}

static const char *
asked_for(struct call *c, const char *name)
{
	const char *value = http_query(c->http, name);
	return value != NULL ? value : "";
}

static void
wish_read(struct call *c, struct reviewing *r)
{
	const char *set = asked_for(c, "set"), *state = asked_for(c, "state");
	r->page = list_page(c);
	r->wish = (struct remark_wish){.set_key = *set != '\0' ? set : NULL,
		.state = strcmp(state, "all") == 0 ? REMARK_STATES : remark_state_of(state),
		.hinted = strcmp(asked_for(c, "hinted"), "1") == 0,
		.skip = (size_t)(r->page - 1) * PAGE_TEXTS,
		.most = PAGE_TEXTS};
	if (*state == '\0')
		r->wish.state = REMARK_UNDECIDED;
}

/* ---- showing ---------------------------------------------------------------------------- */

/* What was typed and refused comes back. */
static const char *
typed_or(struct call *c, const char *prefix, const char *key, const char *stored)
{
	const char *typed = http_field(c->http, arena_printf(c->arena, "%s-%s", prefix, key));
	return typed != NULL ? typed : stored;
}

static void
fill_choices(struct call *c, struct dict *row, const struct remark *r)
{
	const char *state = typed_or(c, "d", r->key, remark_state_key(r->state));
	const char *reason = typed_or(c, "r", r->key, r->reason);
	dict_set(row, arena_printf(c->arena, "%s_checked", state), "checked");
	if (r->state != REMARK_UNDECIDED)
		dict_show(row, "decided");
	for (size_t i = 0; i < REMARK_REASONS; i++) {
		struct dict *option = dict_add(row, "reason");
		dict_show(option, remark_reasons[i]);
		dict_set(option, "reason_key", remark_reasons[i]);
		dict_set(option, "selected", strcmp(reason, remark_reasons[i]) == 0 ? "selected" : "");
	}
	dict_set(row, "wording", typed_or(c, "w", r->key, *r->wording != '\0' ? r->wording : r->text));
}

static void
fill_remark(struct call *c, struct dict *page, const struct remark *r, size_t number)
{
	struct dict *row = dict_add(page, "remark");
	dict_set(row, "key", r->key);
	show_number(row, "number", (int64_t)number);
	dict_set(row, "set_title", r->set->title);
	dict_set(row, "item_id", r->item->id);
	dict_set(row, "item_text", r->item->text);
	dict_set(row, "text", r->text);
	if (r->choice != NULL)
		dict_set(dict_add(row, "beside"), "label", r->choice->label);
	if (r->department_id != 0)
		dict_set(dict_add(row, "department"), "department_name", r->department_name);
	if (r->times > 1)
		show_number(dict_add(row, "several"), "times", r->times);
	show_hints(row, r->hints);
	fill_choices(c, row, r);
}

static const char *
state_key(const struct reviewing *r)
{
	return r->wish.state == REMARK_STATES ? "all" : remark_state_key(r->wish.state);
}

static const char *
query_of(struct call *c, const struct reviewing *r)
{
	const char *set = r->wish.set_key != NULL ? query_escape(c->arena, r->wish.set_key) : "";
	return arena_printf(
		c->arena, "state=%s&set=%s&hinted=%s", state_key(r), set, r->wish.hinted ? "1" : "");
}

static bool
fill_filter(struct call *c, struct dict *page, const struct reviewing *r, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, r->cycle.id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "set_choice");
		bool chosen = r->wish.set_key != NULL && strcmp(r->wish.set_key, sets[i].set_key) == 0;
		dict_set(row, "set_key", sets[i].set_key);
		dict_set(row, "set_title", sets[i].title);
		dict_set(row, "selected", chosen ? "selected" : "");
	}
	dict_set(page, arena_printf(c->arena, "%s_selected", state_key(r)), "selected");
	dict_set(page, "hinted_checked", r->wish.hinted ? "checked" : "");
	return true;
}

static void
after_reading(struct call *c, const struct err *failed)
{
	static const char *const done[] = {"decided", NULL};
	const struct reviewing *r = c->state;
	struct err e = {0};
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	struct dict *page = page_begin(c, _("Review of free text"));
	if (!fill_filter(c, page, r, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	form_done(c, page, done);
	show_number(page, "cycle_id", r->cycle.id);
	dict_set(page, "cycle_title", r->cycle.title);
	show_number(page, "k", r->cycle.k);
	dict_set(page, "state_key", state_key(r));
	dict_set(page, "set_wish", r->wish.set_key != NULL ? r->wish.set_key : "");
	dict_set(page, "hinted_wish", r->wish.hinted ? "1" : "");
	show_number(page, "here", r->page);
	for (int s = 0; s < REMARK_STATES; s++)
		show_number(page, arena_printf(c->arena, "%s_count", remark_state_key((enum remark_state)s)),
			r->list.counts.of[s]);
	show_number(page, "matching", (int64_t)r->list.matching);
	for (size_t i = 0; i < r->list.count; i++)
		fill_remark(c, page, &r->list.items[i], r->wish.skip + i + 1);
	dict_show(page, r->list.count == 0 ? "none" : "some");
	if (r->list.counts.of[REMARK_UNDECIDED] > 0 && r->cycle.state != CYCLE_ENDED)
		dict_show(page, "rest");
	if (r->complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", r->complaint->text);
	show_pages(page, r->page, r->wish.skip + r->list.count < r->list.matching);
	page_show(c, r->complaint == NULL ? 200 : 422, "remarks.tpl", page);
}

static bool
reading_work(struct call *c, struct err *e)
{
	struct reviewing *r = c->state;
	return remarks_read(c->store, c->arena, &r->cycle, &r->wish, &r->list, e);
}

static void
show_remarks(struct call *c, struct reviewing *r)
{
	c->state = r;
	web_slow(c, LANE_SHEETS, reading_work, after_reading);
}

void
page_remarks(struct call *c)
{
	struct err e = {0};
	struct reviewing *r = ARENA_NEW(c->arena, struct reviewing);
	if (!cycle_of_call(c, r, &e)) {
		page_error(c, &e);
		return;
	}
	wish_read(c, r);
	show_remarks(c, r);
}

/* ---- deciding ---------------------------------------------------------------------------- */

static void
decisions_read(struct call *c, struct reviewing *r)
{
	for (size_t i = 0; i < http_field_count(c->http); i++) {
		const struct http_field *f = http_field_at(c->http, i);
		if (strncmp(f->name, "d-", 2) != 0)
			continue;
		const char *key = f->name + 2;
		r->decisions = ARENA_PUSH(c->arena, r->decisions, r->count);
		r->decisions[r->count++] = (struct remark_decision){.key = key,
			.state = remark_state_of(f->value),
			.wording = form_lines(c->arena, typed_or(c, "w", key, "")),
			.reason = typed_or(c, "r", key, "")};
	}
}

struct deciding {
	const struct reviewing *reviewing;
	size_t from, count;
	int64_t account_id;
	instant_t now;
};

static bool
decide_work(struct db *db, struct piece *p, struct err *e)
{
	const struct deciding *d = p->with;
	return remarks_decide(db, d->reviewing->cycle.id, d->reviewing->decisions + d->from, d->count,
		d->account_id, d->now, e);
}

/* A thousand decisions are stored some at a time: people may be answering. */
static void
decide_some(struct call *c, const struct err *failed)
{
	struct reviewing *r = c->state;
	if (failed != NULL && failed->kind == ERR_INPUT) {
		struct err *complaint = ARENA_NEW(c->arena, struct err);
		*complaint = *failed;
		r->complaint = complaint;
		show_remarks(c, r);
		return;
	}
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	if (r->stored == r->count) {
		page_redirect(c, "/admin/remarks/%lld?%s&page=%lld&done=decided", (long long)r->cycle.id,
			query_of(c, r), (long long)r->page);
		return;
	}
	struct deciding *d = ARENA_NEW(c->arena, struct deciding);
	size_t left = r->count - r->stored;
	*d = (struct deciding){
		r, r->stored, left < REST_AT_ONCE ? left : REST_AT_ONCE, c->account.id, c->now};
	r->stored += d->count;
	web_write(c, decide_work, d, decide_some);
}

void
page_remarks_post(struct call *c)
{
	static const char *const names[] = {"d-*", "w-*", "r-*", NULL};
	struct err e = {0};
	struct reviewing *r = ARENA_NEW(c->arena, struct reviewing);
	if (!form_check(c, names, &e) || !cycle_of_call(c, r, &e)) {
		page_error(c, &e);
		return;
	}
	wish_read(c, r);
	decisions_read(c, r);
	c->state = r;
	decide_some(c, NULL);
}

/* ---- the rest ------------------------------------------------------------------------------ */

static void
after_gathering(struct call *c, const struct err *failed)
{
	struct reviewing *r = c->state;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	const char *reason = form_text(c, "reason");
	r->decisions = ARENA_ARRAY(c->arena, struct remark_decision, r->list.count + 1);
	for (size_t i = 0; i < r->list.count; i++)
		r->decisions[r->count++] = (struct remark_decision){.key = r->list.items[i].key,
			.state = REMARK_LEFT_OUT,
			.wording = "",
			.reason = reason};
	r->wish.most = PAGE_TEXTS;
	r->page = 1;
	decide_some(c, NULL);
}

void
page_remarks_rest(struct call *c)
{
	static const char *const names[] = {"reason", "sure", NULL};
	struct err *e = ARENA_NEW(c->arena, struct err);
	struct reviewing *r = ARENA_NEW(c->arena, struct reviewing);
	if (!form_check(c, names, e) || !cycle_of_call(c, r, e)) {
		page_error(c, e);
		return;
	}
	wish_read(c, r);
	if (!form_has(c, "sure")) {
		err_set(e, ERR_INPUT, _("tick the box to leave out everything that is undecided"));
		r->complaint = e;
		show_remarks(c, r);
		return;
	}
	r->wish.state = REMARK_UNDECIDED;
	r->wish.hinted = false;
	r->wish.skip = r->wish.most = 0;
	c->state = r;
	web_slow(c, LANE_SHEETS, reading_work, after_gathering);
}
