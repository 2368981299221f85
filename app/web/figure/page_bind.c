/* Many papers in one action, and the record of electronic approvals. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/cycle/approvals.h"
#include "store/cycle/cycle_settings.h"
#include "store/jobs.h"
#include "web/figure/report_scope.h"
#include "web/form.h"
#include "web/show.h"
#include "work/documents.h"

struct starting {
	struct job job;
	int64_t id;
};

static bool
start_work(struct db *db, struct piece *p, struct err *e)
{
	struct starting *s = p->with;
	return job_add(db, &s->job, &s->id, e);
}

static void
after_start(struct call *c, const struct err *failed)
{
	const struct starting *s = c->state;
	if (failed == NULL)
		page_redirect(c, "/jobs/%lld", (long long)s->id);
	else
		page_error(c, failed);
}

/* Sheets carry names: a manager has those of the departments it acts for, the secretariat all. */
static bool
sheets_wanted(struct call *c, const struct cycle *cycle, struct documents_wanted *w, const char **subject,
	struct err *e)
{
	struct cycle_department own = {0};
	const char *key = form_text(c, "department");
	bool admin = (c->account.roles & ROLE_ADMIN) != 0;
	if (admin && key[0] == '\0') {
		*subject = cycle_setting_text(c->db, c->arena, cycle, "body_name");
		return true;
	}
	if (!admin && !(c->account.roles & ROLE_MANAGER))
		return err_set(e, ERR_DENIED, _("the sheets of this department are not for you"));
	if (admin ? !scope_department(c, cycle, key, &own, e) : !scope_acting(c, cycle, &own, e))
		return false;
	w->department_id = own.department_id;
	*subject = own.name;
	return true;
}

static bool
wanted_read(struct call *c, struct documents_wanted *w, const char **subject, struct err *e)
{
	struct cycle cycle;
	struct recipe_name recipe;
	const char *name = form_text(c, "recipe");
	if (!scope_cycle(c, form_text(c, "cycle"), &cycle, e))
		return false;
	*w = (struct documents_wanted){.recipe = name,
		.cycle_id = cycle.id,
		.substitute = form_has(c, "substitute"),
		.form = strcmp(form_text(c, "form"), "zip") == 0 ? BIND_ZIP : BIND_PDF};
	if (report_about_sheet(name)) {
		if (strcmp(name, "sheet-blank") != 0)
			return err_set(e, ERR_DENIED, _("what was answered is not printed for others"));
		return sheets_wanted(c, &cycle, w, subject, e);
	}
	if (!paper_recipe(c, name, &recipe, e))
		return false;
	*subject = arena_printf(c->arena, "%s %s", cycle.title, recipe.title);
	return sees_every_department(c) ||
	       err_set(e, ERR_DENIED, _("the reports of all departments are not for you"));
}

void
page_bind_post(struct call *c)
{
	static const char *const fields[] = {"recipe", "cycle", "department", "form", "substitute", NULL};
	struct err e = {0};
	struct documents_wanted w;
	struct starting *s = ARENA_NEW(c->arena, struct starting);
	const char *subject = "";
	if (!form_check(c, fields, &e) || !wanted_read(c, &w, &subject, &e)) {
		page_error(c, &e);
		return;
	}
	s->job = (struct job){.kind = "documents",
		.subject = subject,
		.given = documents_given(c->arena, &w),
		.account_id = c->account.id,
		.created_at = c->now};
	c->state = s;
	web_write(c, start_work, s, after_start);
}

/* ---- approvals ------------------------------------------------------------------------------------ */

struct approving {
	int64_t cycle_id, account_id;
	instant_t now;
	struct approval_mark *marks;
	size_t count;
};

static bool
approve_work(struct db *db, struct piece *p, struct err *e)
{
	const struct approving *w = p->with;
	for (size_t i = 0; i < w->count; i++)
		if (!approval_save(db, w->cycle_id, &w->marks[i], w->account_id, w->now, e))
			return false;
	return true;
}

/* Fields name-N and day-N, N counting the posts of the setting from 1. */
static bool
mark_read(struct call *c, const char *post, size_t number, struct approving *w, struct err *e)
{
	const char *name = form_text(c, arena_printf(c->arena, "name-%zu", number));
	const char *day = form_text(c, arena_printf(c->arena, "day-%zu", number));
	struct approval_mark m = {.title = post, .name = name};
	if (name[0] != '\0' && !day_parse(day, &m.day))
		return err_set(e, ERR_INPUT, _("%s: give the day of the decision"), post);
	w->marks = ARENA_PUSH(c->arena, w->marks, w->count);
	w->marks[w->count++] = m;
	return true;
}

void
page_approvals_post(struct call *c)
{
	static const char *const fields[] = {"cycle", "name-*", "day-*", NULL};
	struct err e = {0};
	struct cycle cycle;
	struct approving *w = ARENA_NEW(c->arena, struct approving);
	bool ok = form_check(c, fields, &e) && scope_cycle(c, form_text(c, "cycle"), &cycle, &e);
	if (ok) {
		char *list = arena_strdup(
			c->arena, cycle_setting_text(c->db, c->arena, &cycle, "approval_titles"));
		size_t number = 0;
		for (char *post; ok && (post = strsep(&list, "\r\n")) != NULL;)
			ok = post[0] == '\0' || mark_read(c, post, ++number, w, &e);
	}
	if (!ok) {
		page_error(c, &e);
		return;
	}
	w->cycle_id = cycle.id;
	w->account_id = c->account.id;
	w->now = c->now;
	form_store(c, approve_work, w,
		arena_printf(c->arena, "/reports?cycle=%lld&done=approved", (long long)cycle.id));
}
