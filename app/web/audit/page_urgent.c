/* Urgent reports: shown first to whoever must know, filed by whoever audits, acknowledged by the management.
 */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "web/audit/chased.h"
#include "web/audit/finding_page.h"
#include "web/audit/urgent_page.h"
#include "web/form.h"
#include "web/once.h"
#include "web/pages.h"
#include "web/show.h"

/* What cannot wait is told by whoever audits, whatever stands against it. */
static bool
urgent_files(const struct audit_view *v)
{
	return (v->named & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) != 0;
}

static struct dict *
report_fill(struct call *c, struct dict *d, const struct urgent_report *u)
{
	struct dict *row = dict_add(d, "urgent");
	show_number(row, "audit_id", u->engagement_id);
	show_number(row, "urgent_id", u->id);
	dict_show(dict_include(row, "kind", "urgent_word.tpl"), urgent_kind_key(u->kind));
	dict_set(row, "text", u->text);
	dict_set(row, "who", u->who);
	show_instant(row, c->arena, "at", u->at);
	return row;
}

/* Who was told of it, and a button beside whom whoever audits tells by word. */
static bool
told_fill(struct call *c, struct dict *row, const struct audit_view *v, int64_t id, struct err *e)
{
	struct chased *list;
	size_t count;
	if (!chases_of_audit(c->db, c->arena, CHASE_URGENT, id, &list, &count, e))
		return false;
	struct dict *d = count > 0 ? dict_add(row, "told") : NULL;
	chases_show(c, d, list, count);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(list[i].state, reminder_state_key(REMINDER_BY_HAND)) != 0 || !urgent_files(v))
			continue;
		struct dict *by_word = dict_add(d, "by_word");
		show_number(by_word, "audit_id", v->what.id);
		show_number(by_word, "urgent_id", id);
		show_number(by_word, "reminder_id", list[i].id);
		dict_set(by_word, "name", list[i].name);
	}
	return true;
}

bool
urgent_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e)
{
	struct urgent_report *list;
	size_t count;
	bool seen;
	if (!urgent_seen_by(c->db, c->arena, &v->what, c->account.id, &seen, e))
		return false;
	if (!seen)
		return true;
	if (!urgent_list(c->db, c->arena, v->what.id, &list, &count, e))
		return false;
	struct dict *d = count > 0 ? dict_add(page, "urgent_reports") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = report_fill(c, d, &list[i]);
		if (list[i].acknowledged_at != 0) {
			struct dict *known = dict_add(row, "acknowledged");
			show_instant(known, c->arena, "at", list[i].acknowledged_at);
			dict_set(known, "who", list[i].acknowledged_who);
			dict_set(known, "note", list[i].note);
		} else if ((v->named & ENGAGEMENT_MANAGEMENT) != 0)
			dict_show(row, "may_acknowledge");
		if (!told_fill(c, row, v, list[i].id, e))
			return false;
	}
	if (urgent_files(v) && v->what.state >= ENGAGEMENT_ANNOUNCED && v->what.state < ENGAGEMENT_COMPLETED)
		dict_set(dict_add(page, "may_file"), "urgent_typed", form_text(c, "urgent_text"));
	return true;
}

bool
urgent_fill_waiting(struct call *c, struct dict *page, struct err *e)
{
	struct urgent_report *list;
	struct dict *d = NULL;
	size_t count;
	if ((c->account.roles & (ROLE_LEAD | ROLE_MANAGEMENT)) == 0)
		return true;
	if (!urgent_list(c->db, c->arena, 0, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct engagement g;
		bool seen;
		if (!engagement_find(c->db, c->arena, list[i].engagement_id, &g, e) ||
			!urgent_seen_by(c->db, c->arena, &g, c->account.id, &seen, e))
			return false;
		if (!seen)
			continue;
		d = d != NULL ? d : dict_add(page, "urgent_waiting");
		dict_set(report_fill(c, d, &list[i]), "number", engagement_number(c->arena, &g));
	}
	return true;
}

/* ---- acts --------------------------------------------------------------------------------------- */

struct doing {
	struct engagement_act act;
	int64_t id;       /* of a report; 0: a new one */
	int64_t reminder; /* that was told by word; 0: none */
	enum urgent_kind kind;
	const char *text;
};

static bool
doing_work(struct db *db, struct piece *p, struct err *e)
{
	const struct doing *d = p->with;
	if (d->reminder != 0)
		return urgent_told(db, &d->act, d->id, d->reminder, e);
	return d->id != 0 ? urgent_acknowledge(db, &d->act, d->id, d->text, e)
			  : urgent_file(db, &d->act, d->kind, d->text, e);
}

static void
after(struct call *c, const struct err *failed)
{
	if (failed == NULL)
		page_redirect(c, "/audits/%s?done=saved", c->parts[0]);
	else if (finding_refusal(failed))
		audit_show(c, failed);
	else
		page_error(c, failed);
}

static void
doing_store(struct call *c, const char *const names[], struct doing *d)
{
	struct err e = {0};
	struct audit_view v;
	d->act = (struct engagement_act){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	if (!form_check(c, names, &e) || !audit_of_call(c, &v, &e)) {
		after(c, &e);
		return;
	}
	d->act.engagement_id = v.what.id;
	web_write_once(c, doing_work, d, NULL, after);
}

void
page_urgent_file(struct call *c)
{
	static const char *const names[] = {"urgent_kind", "urgent_text", NULL};
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	d->kind = urgent_kind_of(form_text(c, "urgent_kind"));
	d->text = form_lines(c->arena, form_text(c, "urgent_text"));
	doing_store(c, names, d);
}

void
page_urgent_acknowledge(struct call *c)
{
	static const char *const names[] = {"note", NULL};
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	d->text = form_lines(c->arena, form_text(c, "note"));
	if (number_parse(c->parts[1], 1, INT64_MAX, &d->id))
		doing_store(c, names, d);
	else
		page_status(c, 404, NULL);
}

void
page_urgent_told(struct call *c)
{
	static const char *const names[] = {NULL};
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	if (number_parse(c->parts[1], 1, INT64_MAX, &d->id) &&
		number_parse(c->parts[2], 1, INT64_MAX, &d->reminder))
		doing_store(c, names, d);
	else
		page_status(c, 404, NULL);
}
