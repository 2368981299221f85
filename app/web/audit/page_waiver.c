/* Waivers of independence on the page of their audit: asked for, decided. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "web/audit/finding_page.h"
#include "web/audit/waiver_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

bool
waivers_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e)
{
	struct waiver *list;
	size_t count;
	if (!v->inside)
		return true;
	if (!waivers_list(c->db, c->arena, v->what.id, &list, &count, e))
		return false;
	struct dict *d = count > 0 ? dict_add(page, "waivers") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(d, "waiver");
		show_number(row, "waiver_id", list[i].id);
		dict_set(row, "who", list[i].who);
		dict_show(dict_include(row, "kind", "waiver_word.tpl"), conflict_key(list[i].kind));
		dict_set(row, "of_department", list[i].department_name);
		dict_set(row, "reason", list[i].reason);
		dict_set(row, "asked_who", list[i].asked_who);
		show_instant(row, c->arena, "asked_at", list[i].asked_at);
		dict_show(dict_include(row, "state", "waiver_word.tpl"), waiver_state_key(list[i].state));
		if (list[i].state != WAIVER_ASKED) {
			struct dict *decided = dict_add(row, "decided");
			dict_set(decided, "who", list[i].decided_who);
			show_instant(decided, c->arena, "at", list[i].decided_at);
			dict_set(decided, "note", list[i].note);
		} else if ((v->actors & ENGAGEMENT_MANAGEMENT) != 0 && list[i].account_id != c->account.id)
			dict_show(row, "may_decide");
	}
	return true;
}

struct doing {
	struct engagement_act act;
	int64_t account_id, id; /* id 0: it is asked for */
	bool approved;
	const char *text;
};

static bool
doing_work(struct db *db, struct piece *p, struct err *e)
{
	const struct doing *d = p->with;
	return d->id != 0 ? waiver_decide(db, &d->act, d->id, d->approved, d->text, e)
			  : waiver_ask(db, &d->act, d->account_id, d->text, e);
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

static bool
target_read(struct call *c, const char *const names[], struct doing *d, struct err *e)
{
	struct audit_view v;
	d->act = (struct engagement_act){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	d->text = form_lines(c->arena, form_text(c, "waiver_reason"));
	if (!form_check(c, names, e) || !audit_of_call(c, &v, e))
		return false;
	d->act.engagement_id = v.what.id;
	return true;
}

void
page_waiver_ask(struct call *c)
{
	static const char *const names[] = {"auditor", "waiver_reason", NULL};
	struct err e = {0};
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	bool read = target_read(c, names, d, &e) &&
		    (number_parse(form_text(c, "auditor"), 1, INT64_MAX, &d->account_id) ||
			    err_set(&e, ERR_INPUT, _("choose who audits")));
	if (read)
		web_write(c, doing_work, d, after);
	else
		after(c, &e);
}

void
page_waiver_decide(struct call *c)
{
	static const char *const names[] = {"do", "waiver_reason", NULL};
	struct err e = {0};
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	const char *word = form_text(c, "do");
	d->approved = strcmp(word, "approve") == 0;
	bool read = target_read(c, names, d, &e) &&
		    ((d->approved || strcmp(word, "decline") == 0) ||
			    err_set(&e, ERR_INPUT, _("the form has a field that does not belong to it"))) &&
		    (number_parse(c->parts[1], 1, INT64_MAX, &d->id) ||
			    err_set(&e, ERR_ABSENT, _("there is no such waiver")));
	if (read)
		web_write(c, doing_work, d, after);
	else
		after(c, &e);
}
