/* What the manager decides about answers that say a question does not apply. Of
 * sheets that persons answer there are numbers only; see store/decision/na.h. */
#include "web/section/na_page.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "store/sheet/submissions.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

/* ---- what was written, of sheets answered for an office ---------------------------------- */

struct office_texts {
	const struct na_group *group;
	struct dict *row;
};

static bool
text_take(void *with, const struct submission *s, struct err *e)
{
	(void)e;
	const struct office_texts *t = with;
	const struct answers *answers = &s->answers;
	const struct answer *a = &answers->items[t->group->item - answers->questionnaire->items];
	if (a->choice != NULL && a->choice->role == CHOICE_NA && a->na == t->group->reason &&
		*a->reason != '\0')
		dict_set(dict_add(t->row, "office_text"), "text", a->reason);
	return true;
}

/* ---- one group ----------------------------------------------------------------------------- */

static const char *
group_field(struct call *c, const struct na_table *t, const struct na_group *g)
{
	return arena_printf(
		c->arena, "%s.%s.%s", t->set->key, g->item->id, g->reason != NULL ? g->reason->key : "");
}

void
na_fill_group(struct call *c, struct dict *row, const struct na_table *t, const struct na_group *g)
{
	static const char *const states[] = {[NA_UNDECIDED] = "undecided",
		[NA_ACCEPTED] = "accepted",
		[NA_REVIEW] = "review",
		[NA_GROWN] = "grown"};
	dict_set(row, "group", group_field(c, t, g));
	dict_set(row, "item_id", g->item->id);
	dict_set(row, "text", g->item->text);
	dict_set(row, "na_name", g->reason != NULL ? na_name(g->reason) : "");
	show_number(row, "na_count", g->count);
	show_number(row, "answered", g->answered);
	dict_show(row, states[g->state]);
	if (g->at == 0)
		return;
	struct dict *decided = dict_add(row, "decided");
	dict_set(decided, "who", g->who);
	show_instant(decided, c->arena, "at", g->at);
	show_number(decided, "decided_count", g->decided_count);
	dict_set(decided, "comment", g->comment);
}

/* What the manager looks at. */
struct section_view {
	struct cycle cycle;
	struct managed own;
};

static bool
fill_group(struct call *c, struct dict *row, const struct section_view *s, const struct na_table *t,
	const struct na_row *r, const struct na_group *g, struct err *e)
{
	struct office_texts texts = {g, row};
	na_fill_group(c, row, t, g);
	const char *typed = form_text(c, "group");
	if (strcmp(typed, group_field(c, t, g)) == 0)
		dict_set(row, "typed", form_text(c, "comment"));
	if (cycle_live(s->cycle.state) && s->own.acts)
		dict_show(row, "may_decide");
	return !t->set->duty ||
	       submissions_each(c->store, s->cycle.id, t->set, r->department_id, text_take, &texts, e);
}

static bool
fill_set(struct call *c, struct dict *page, const struct section_view *s, const char *set_key, size_t *groups,
	struct err *e)
{
	struct na_table t;
	const struct questionnaire *q = store_cycle_set(c->store, s->cycle.id, set_key, e);
	if (q == NULL || !na_read(c->db, c->arena, &s->cycle, q, s->own.department.department_id, &t, e))
		return false;
	for (size_t i = 0; i < t.count; i++) {
		if (!t.rows[i].hidden && t.rows[i].count == 0)
			continue;
		struct dict *d = dict_add(page, "set");
		dict_set(d, "set_title", q->title);
		dict_show(d, q->duty ? "office" : "personal");
		show_number(d, "k", s->cycle.k);
		if (t.rows[i].hidden)
			dict_show(d, "too_few");
		for (size_t k = 0; k < t.rows[i].count; k++)
			if (!fill_group(c, dict_add(d, "na"), s, &t, &t.rows[i], &t.rows[i].groups[k], e))
				return false;
		*groups += 1;
	}
	return true;
}

/* ---- the manager's page ---------------------------------------------------------------------- */

static bool
section_fill(struct call *c, struct dict *page, struct err *e)
{
	struct section_view s;
	struct cycle_set *sets;
	size_t count, groups = 0;
	if (!scope_cycle_with(c, http_query(c->http, "cycle"), "sheets", &s.cycle, e) ||
		!scope_own(c, &s.cycle, &s.own, e) || !scope_fill_sections(c, page, &s.cycle, &s.own, e) ||
		!cycle_sets(c->db, c->arena, s.cycle.id, &sets, &count, e))
		return false;
	dict_set(page, "cycle_title", s.cycle.title);
	show_number(page, "cycle_id", s.cycle.id);
	for (size_t i = 0; i < count; i++)
		if (!fill_set(c, page, &s, sets[i].set_key, &groups, e))
			return false;
	if (groups == 0)
		dict_show(page, "none");
	return true;
}

static void
show_section(struct call *c, int status, const struct err *complaint)
{
	static const char *const done[] = {"accepted", "asked", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Answers that do not apply"));
	form_done(c, page, done);
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint->text);
	if (section_fill(c, page, &e)) {
		page_show(c, status, "section_na.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_section_na(struct call *c)
{
	show_section(c, 200, NULL);
}

/* ---- deciding ---------------------------------------------------------------------------------- */

static const struct na_group *
group_find(struct call *c, const struct na_table *t, const char *field)
{
	for (size_t i = 0; i < t->count; i++)
		for (size_t k = 0; k < t->rows[i].count; k++)
			if (strcmp(group_field(c, t, &t->rows[i].groups[k]), field) == 0)
				return &t->rows[i].groups[k];
	return NULL;
}

/* The row the decision is on: the department's own, or the one of those too small. */
static bool
row_keep(struct na_table *t, int64_t department)
{
	for (size_t i = 0; i < t->count; i++) {
		if (t->rows[i].department_id != department)
			continue;
		t->rows += i;
		t->count = 1;
		return true;
	}
	return false;
}

/* What is decided on is what was shown: a group that has grown meanwhile is shown again. */
bool
na_choice_read(
	struct call *c, const struct cycle *cycle, int64_t department, struct na_choice *out, struct err *e)
{
	struct na_table t;
	int64_t shown;
	const char *field = form_text(c, "group");
	const char *set_key = arena_strndup(c->arena, field, strcspn(field, "."));
	const struct questionnaire *q = store_cycle_set(c->store, cycle->id, set_key, e);
	if (q == NULL ||
		!na_read(c->db, c->arena, cycle, q, department == NA_TOGETHER ? -1 : department, &t, e))
		return false;
	const struct na_group *g = row_keep(&t, department) ? group_find(c, &t, field) : NULL;
	if (g == NULL)
		return err_set(e, ERR_CONFLICT, _("nobody gives this answer any more"));
	if (!number_parse(form_text(c, "count"), 0, INT32_MAX, &shown) || shown != g->count)
		return err_set(
			e, ERR_CONFLICT, _("the number has changed meanwhile; look at it and decide again"));
	*out = (struct na_choice){.cycle_id = cycle->id,
		.department_id = department,
		.set = q,
		.item = g->item,
		.reason = g->reason,
		.review = strcmp(form_text(c, "do"), "review") == 0,
		.count = g->count,
		.comment = form_lines(c->arena, form_text(c, "comment")),
		.account_id = c->account.id,
		.now = c->now};
	return true;
}

bool
na_decide_work(struct db *db, struct piece *p, struct err *e)
{
	return na_decide(db, p->with, e);
}

static void
after_deciding(struct call *c, const struct err *failed)
{
	const struct na_choice *choice = c->state;
	if (failed == NULL)
		page_redirect(c, "/section/na?cycle=%lld&department=%s&done=%s", (long long)choice->cycle_id,
			section_query(c), choice->review ? "asked" : "accepted");
	else if (failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT)
		show_section(c, failed->kind == ERR_INPUT ? 422 : 409, failed);
	else
		page_error(c, failed);
}

void
page_section_na_post(struct call *c)
{
	struct err e = {0};
	struct cycle cycle;
	struct cycle_department own;
	struct na_choice *choice = ARENA_NEW(c->arena, struct na_choice);
	if (!form_check(c, na_fields, &e) ||
		!scope_cycle_with(c, http_query(c->http, "cycle"), "sheets", &cycle, &e) ||
		!scope_acting(c, &cycle, &own, &e)) {
		page_error(c, &e);
		return;
	}
	if (!na_choice_read(c, &cycle, own.department_id, choice, &e)) {
		show_section(c, error_status(c, &e), &e);
		return;
	}
	c->state = choice;
	web_write(c, na_decide_work, choice, after_deciding);
}

const char *const na_fields[] = {"group", "count", "do", "comment", NULL};
