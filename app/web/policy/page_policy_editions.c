/* The editions of the body's policy: which there are, one in its own words, its file. */
#include "web/pages.h"

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/files.h"
#include "web/form.h"
#include "web/policy/policy_page.h"
#include "web/scope.h"
#include "web/show.h"

void
page_policy_editions(struct call *c)
{
	struct err e = {0};
	struct policy_edition *list;
	size_t count, counting = 0;
	int64_t current;
	if (!policy_editions_list(c->db, c->arena, &list, &count, &e) ||
		!policy_edition_in_force(c->db, day_of_instant(c->now), &current, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Editions of the policy"));
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "one");
		policy_fill_edition(c, row, &list[i]);
		if (list[i].id == current)
			dict_show(row, "current");
		else if (list[i].withdrawn_at == 0 && list[i].from_day > day_of_instant(c->now))
			dict_show(row, "coming");
		counting += list[i].withdrawn_at == 0;
	}
	if (count == 0)
		dict_show(page, "none");
	if (counting > 1 && (c->account.roles & (SEES_EVERY | ROLE_MANAGER)) != 0)
		dict_show(page, "may_compare");
	if ((c->account.roles & ROLE_ADMIN) != 0)
		dict_show(page, "may_import");
	page_show(c, 200, "policy_editions.tpl", page);
}

/* ---- one ---------------------------------------------------------------------------------- */

static void
clauses_fill(struct dict *page, const struct policy_text *t)
{
	struct dict *top = NULL;
	for (size_t i = 0; i < t->count; i++) {
		const struct clause_text *x = &t->clauses[i];
		const struct policy_wording w = {x, x->paragraphs, x->paragraph_count};
		bool first = x->level == 1 || top == NULL;
		struct dict *row = first ? (top = dict_add(page, "chapter")) : dict_add(top, "clause");
		dict_set(row, "key", x->key);
		dict_set(row, "clause_title", x->title);
		policy_fill_wording(row, &w);
	}
}

void
page_policy_edition(struct call *c)
{
	static const char *const done[] = {"imported", "withdrawn", NULL};
	struct err e = {0};
	struct policy_edition x;
	const struct policy_text *t;
	int64_t before;
	if (!policy_edition_of_call(c, &x, &e) || !policy_edition_text(c->db, c->arena, x.id, &t, &e) ||
		!policy_edition_before(c->db, &x, &before, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, x.edition);
	form_done(c, page, done);
	policy_fill_edition(c, page, &x);
	policy_fill_unplaced(c, page, t);
	clauses_fill(page, t);
	if (before != 0 && (c->account.roles & (SEES_EVERY | ROLE_MANAGER)) != 0)
		dict_show(page, "may_print");
	if ((c->account.roles & ROLE_ADMIN) != 0 && x.withdrawn_at == 0)
		dict_show(page, "may_withdraw");
	page_show(c, 200, "policy_edition.tpl", page);
}

/* ---- its file ------------------------------------------------------------------------------- */

struct fetching {
	struct policy_edition edition;
	char *data;
	size_t length;
};

static bool
get_work(struct call *c, struct err *e)
{
	struct fetching *f = c->state;
	return file_get(c->store, c->arena, f->edition.digest, &f->data, &f->length, e);
}

static void
after_get(struct call *c, const struct err *failed)
{
	struct fetching *f = c->state;
	struct buf out = BUF_INIT;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	buf_add(&out, f->data, f->length);
	page_file(c, "application/octet-stream", f->edition.file, &out);
}

void
page_policy_file(struct call *c)
{
	struct err e = {0};
	struct fetching *f = ARENA_NEW(c->arena, struct fetching);
	c->state = f;
	if (policy_edition_of_call(c, &f->edition, &e))
		web_slow(c, LANE_PAPER, get_work, after_get);
	else
		page_error(c, &e);
}

/* ---- taken back ----------------------------------------------------------------------------- */

struct withdrawing {
	struct arena *arena;
	int64_t id, account_id;
	const char *reason;
	instant_t now;
};

static bool
withdraw_work(struct db *db, struct piece *p, struct err *e)
{
	const struct withdrawing *w = p->with;
	return policy_edition_withdraw(db, w->arena, w->id, w->reason, w->account_id, w->now, e);
}

void
page_policy_withdraw(struct call *c)
{
	static const char *const names[] = {"reason", NULL};
	struct err e = {0};
	struct policy_edition x;
	struct withdrawing *w = ARENA_NEW(c->arena, struct withdrawing);
	if (!form_check(c, names, &e) || !policy_edition_of_call(c, &x, &e)) {
		page_error(c, &e);
		return;
	}
	*w = (struct withdrawing){c->arena, x.id, c->account.id, form_text(c, "reason"), c->now};
	form_store(c, withdraw_work, w,
		arena_printf(c->arena, "/policy/editions/%lld?done=withdrawn", (long long)x.id));
}
