/* What is done with audits: planned, changed, staffed, moved on. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "web/audit/audit_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/once.h"
#include "web/pages.h"

struct doing {
	struct engagement_act act;
	struct engagement what;
	const char *name, *reason, *done;
	int64_t account_id;
	bool lead;
	bool (*run)(struct db *db, struct doing *d, struct err *e);
	void (*again)(struct call *c, const struct err *refused); /* the page that was filled in */
};

static bool
doing_work(struct db *db, struct piece *p, struct err *e)
{
	struct doing *d = p->with;
	return d->run(db, d, e);
}

static void
refuse(struct call *c, const struct err *failed)
{
	const struct doing *d = c->state;
	if (finding_refusal(failed))
		d->again(c, failed);
	else
		page_error(c, failed);
}

static void
after(struct call *c, const struct err *failed)
{
	const struct doing *d = c->state;
	int64_t id = c->parts[0] != NULL ? d->act.engagement_id : d->what.id;
	if (failed != NULL)
		refuse(c, failed);
	else
		page_redirect(c, "/audits/%lld?done=%s", (long long)id, d->done);
}

static struct doing *
doing_begin(struct call *c, const char *done, void (*again)(struct call *c, const struct err *refused))
{
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	d->act = (struct engagement_act){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	d->done = done;
	d->again = again;
	c->state = d;
	return d;
}

/* The form names the revision it was made from. */
static bool
target_read(struct call *c, struct doing *d, struct err *e)
{
	struct audit_view v;
	int64_t revision;
	if (!audit_of_call(c, &v, e))
		return false;
	if (!number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	d->act.engagement_id = v.what.id;
	d->act.revision = (int)revision;
	return true;
}

static void
doing_store(struct call *c, struct doing *d, bool (*run)(struct db *db, struct doing *d, struct err *e),
	bool read, const struct err *e)
{
	d->run = run;
	if (read)
		web_write(c, doing_work, d, after);
	else
		refuse(c, e);
}

static bool
add_run(struct db *db, struct doing *d, struct err *e)
{
	return engagement_add(db, &d->act, &d->what, e);
}

void
page_audit_add(struct call *c)
{
	struct err e = {0};
	struct doing *d = doing_begin(c, "added", audit_show_new);
	bool read = audit_form_read(c, &d->what, &e) &&
		    (d->what.department_id != 0 || err_set(&e, ERR_INPUT, _("choose the department")));
	d->run = add_run;
	if (read)
		web_write_once(c, doing_work, d, &d->what.id, after);
	else
		refuse(c, &e);
}

static bool
edit_run(struct db *db, struct doing *d, struct err *e)
{
	return engagement_edit(db, &d->act, &d->what, e);
}

void
page_audit_edit_post(struct call *c)
{
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved", audit_show_edit);
	doing_store(c, d, edit_run, target_read(c, d, &e) && audit_form_read(c, &d->what, &e), &e);
}

static bool
move_run(struct db *db, struct doing *d, struct err *e)
{
	return engagement_act_move(db, &d->act, d->name, d->reason, e);
}

void
page_audit_move(struct call *c)
{
	static const char *const names[] = {"revision", "do", "reason", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved", audit_show);
	d->name = form_text(c, "do");
	d->reason = form_lines(c->arena, form_text(c, "reason"));
	doing_store(c, d, move_run, form_check(c, names, &e) && target_read(c, d, &e), &e);
}

/* ---- who audits ------------------------------------------------------------------------------ */

static bool
account_read(const char *text, struct doing *d, struct err *e)
{
	return number_parse(text, 1, INT64_MAX, &d->account_id) ||
	       err_set(e, ERR_INPUT, _("choose who audits"));
}

static bool
name_run(struct db *db, struct doing *d, struct err *e)
{
	return engagement_name(db, &d->act, d->account_id, d->lead, d->reason, e);
}

void
page_audit_name(struct call *c)
{
	static const char *const names[] = {"revision", "auditor", "as", "why", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved", audit_show);
	d->reason = form_lines(c->arena, form_text(c, "why"));
	d->lead = strcmp(form_text(c, "as"), "lead") == 0;
	bool read = form_check(c, names, &e) && target_read(c, d, &e) &&
		    account_read(form_text(c, "auditor"), d, &e);
	doing_store(c, d, name_run, read, &e);
}

static bool
unname_run(struct db *db, struct doing *d, struct err *e)
{
	return engagement_unname(db, &d->act, d->account_id, d->reason, e);
}

void
page_audit_unname(struct call *c)
{
	static const char *const names[] = {"revision", "why", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, "saved", audit_show);
	d->reason = form_lines(c->arena, form_text(c, "why"));
	bool read = form_check(c, names, &e) && target_read(c, d, &e) && account_read(c->parts[1], d, &e);
	doing_store(c, d, unname_run, read, &e);
}
