/* Forms of acts: showing them, reading them back, carrying one out. */
#include "web/organisation/act_form.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/jobs.h"
#include "web/form.h"

enum { NAME_MOST = 100, STATUS_ABSENT = 404 };

static const struct {
	const char *key, *word;
} kinds[] = {
	{"internal", N_("internal department")},
	{"committee", N_("administrative committee")},
	{"assembly", N_("secretariat of the assembly")},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *
department_kind_word(const char *kind)
{
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].key, kind) == 0)
			return _(kinds[i].word);
	return kind;
}

int
act_status(const struct act_refusal *refused)
{
	enum { SHOWN = 200, REFUSED = 422 };
	return refused != NULL ? REFUSED : SHOWN;
}

/* ---- showing ----------------------------------------------------------------------------- */

static const char *
value_shown(struct call *c, const struct act *act, const struct act_field *f, const struct act_usual *usual,
	const struct act_refusal *refused)
{
	if (refused != NULL && refused->act == act)
		return form_text(c, f->key);
	for (; usual != NULL && usual->act != NULL; usual++)
		if (strcmp(usual->act, act->name) == 0 && strcmp(usual->field, f->key) == 0)
			return usual->value;
	char today[16] = "";
	if (f->type == ACT_PAST && f->must)
		day_format(day_of_instant(c->now), today);
	return arena_strdup(c->arena, today);
}

static void
fill_field(struct dict *form, const struct act *act, const struct act_field *f, const char *value)
{
	static const char *const sections[] = {[ACT_LINE] = "line",
		[ACT_PAST] = "day",
		[ACT_DAY] = "day",
		[ACT_DEPARTMENT] = "department",
		[ACT_KIND] = "options"};
	struct dict *row = dict_add(form, "field");
	dict_setf(row, "id", "%s-%s", act->name[0] != '\0' ? act->name : "new", f->key);
	dict_set(row, "field_key", f->key);
	dict_set(row, "field_title", _(f->title));
	dict_set(row, "value", value);
	dict_setf(row, "most", "%d", f->most != 0 ? f->most : NAME_MOST);
	if (f->must)
		dict_show(row, "must");
	struct dict *input = dict_add(row, sections[f->type]);
	for (size_t i = 0; f->type == ACT_KIND && i < KINDS; i++) {
		struct dict *option = dict_add(input, "option");
		dict_set(option, "key", kinds[i].key);
		dict_set(option, "word", _(kinds[i].word));
		dict_set(option, "selected", strcmp(kinds[i].key, value) == 0 ? "selected" : "");
	}
}

/* Hundreds of departments are typed, not chosen from a list. */
static bool
fill_departments(struct call *c, struct dict *forms, struct err *e)
{
	enum { LIST_MOST = 60 };
	struct department *list;
	size_t count;
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	for (size_t i = 0; count <= LIST_MOST && i < count; i++) {
		struct dict *row = dict_add(forms, "known");
		dict_set(row, "key", list[i].key);
		dict_set(row, "name", list[i].name);
	}
	return true;
}

bool
acts_fill(struct call *c, struct dict *page, struct acts acts, const char *address,
	const struct act_usual *usual, const struct act_refusal *refused, struct err *e)
{
	const char *done = http_query(c->http, "done");
	struct dict *forms = dict_include(page, "acts", "acts.tpl");
	for (size_t i = 0; i < acts.count; i++) {
		const struct act *act = &acts.list[i];
		bool stopped = refused != NULL && refused->act == act;
		struct dict *form = dict_add(forms, "act");
		dict_set(form, "form_key", c->form_key);
		dict_setf(form, "action", "%s%s%s", address, act->name[0] != '\0' ? "/" : "", act->name);
		dict_set(form, "title", _(act->title));
		dict_set(form, "help", _(act->help));
		dict_set(form, "open", stopped ? "open" : "");
		if (stopped)
			dict_set(dict_add(form, "complaint"), "text", refused->why->text);
		for (size_t k = 0; k < ACT_FIELDS && act->fields[k].key != NULL; k++)
			fill_field(form, act, &act->fields[k],
				value_shown(c, act, &act->fields[k], usual, refused));
		if (refused == NULL && done != NULL &&
			strcmp(done, act->name[0] != '\0' ? act->name : "new") == 0)
			dict_set(dict_add(page, "done"), "act_title", _(act->title));
	}
	return fill_departments(c, forms, e);
}

/* ---- reading ----------------------------------------------------------------------------- */

static bool
day_field_read(const struct act_field *f, const char *text, instant_t now, day_t *day, struct err *e)
{
	*day = 0;
	if (text[0] == '\0')
		return true;
	if (!day_parse(text, day))
		return err_set(e, ERR_INPUT, _("%s: there is no such day"), _(f->title));
	return f->type != ACT_PAST || *day <= day_of_instant(now) ||
	       err_set(e, ERR_INPUT, _("%s lies in the future; enter it when the day has come"), text);
}

static bool
kind_known(const char *kind, struct err *e)
{
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].key, kind) == 0)
			return true;
	return err_set(e, ERR_INPUT, _("there is no such kind of department"));
}

static bool
field_read(struct act_run *w, size_t i, struct err *e)
{
	const struct act_field *f = &w->act->fields[i];
	const char *text = w->values[i];
	size_t most = f->most != 0 ? (size_t)f->most : NAME_MOST;
	if (f->must && utf8_blank(text))
		return err_set(e, ERR_INPUT, _("%s is not filled in"), _(f->title));
	if (utf8_count(text) > most)
		return err_set(e, ERR_INPUT, _("%s has %zu characters; at most %zu are possible"),
			_(f->title), utf8_count(text), most);
	if (f->type == ACT_KIND)
		return kind_known(text, e);
	return (f->type != ACT_PAST && f->type != ACT_DAY) ||
	       day_field_read(f, text, w->by.now, &w->days[i], e);
}

static bool
act_read(struct call *c, struct act_run *w, struct err *e)
{
	bool ok = true;
	w->by = (struct decision){.account_id = c->account.id, .now = c->now, .approver = "", .reason = ""};
	for (size_t i = 0; i < ACT_FIELDS && w->act->fields[i].key != NULL; i++) {
		const char *key = w->act->fields[i].key;
		w->values[i] = form_text(c, key);
		if (strcmp(key, "approver") == 0)
			w->by.approver = w->values[i];
		if (strcmp(key, "reason") == 0)
			w->by.reason = w->values[i];
		ok = ok && field_read(w, i, e);
	}
	w->by.day = w->days[0];
	return ok;
}

/* ---- carrying out -------------------------------------------------------------------------- */

struct posted {
	struct act_run run;
	const char *address;
	act_page *page;
};

static const char *
values_joined(struct act_run *w)
{
	struct buf out = BUF_INIT;
	for (size_t i = 0; i < ACT_FIELDS && w->act->fields[i].key != NULL; i++)
		if (w->values[i][0] != '\0')
			buf_addf(&out, "%s%s", out.length > 0 ? " / " : "", w->values[i]);
	const char *text = out.length > 0 ? arena_strdup(w->arena, out.data) : "";
	buf_free(&out);
	return text;
}

static bool
act_work(struct db *db, struct piece *p, struct err *e)
{
	struct act_run *w = p->with;
	return organisation_free(db, e) && w->act->work(db, w, e) &&
	       event_add(db, w->by.now, w->by.account_id, w->act->event, w->subject, values_joined(w), e);
}

static void
act_done(struct call *c, const struct err *failed)
{
	const struct posted *p = c->state;
	const char *name = p->run.act->name;
	if (failed == NULL)
		page_redirect(c, "%s?done=%s", p->address, name[0] != '\0' ? name : "new");
	else if (failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT || failed->kind == ERR_ABSENT)
		p->page(c, &(struct act_refusal){p->run.act, failed});
	else
		page_error(c, failed);
}

static bool
names_check(struct call *c, const struct act *act, struct err *e)
{
	const char *names[ACT_FIELDS + 1] = {0};
	for (size_t i = 0; i < ACT_FIELDS && act->fields[i].key != NULL; i++)
		names[i] = act->fields[i].key;
	return form_check(c, names, e);
}

void
act_post(struct call *c, struct acts acts, const char *name, const struct act_run *subject,
	const char *address, act_page *page)
{
	struct err e = {0};
	size_t i = 0;
	while (i < acts.count && strcmp(acts.list[i].name, name) != 0)
		i++;
	if (i == acts.count) {
		page_status(c, STATUS_ABSENT, NULL);
		return;
	}
	if (!names_check(c, &acts.list[i], &e)) {
		page_error(c, &e);
		return;
	}
	struct posted *p = ARENA_NEW(c->arena, struct posted);
	*p = (struct posted){.run = *subject, .address = address, .page = page};
	p->run.arena = c->arena;
	p->run.act = &acts.list[i];
	if (!act_read(c, &p->run, &e)) {
		page(c, &(struct act_refusal){p->run.act, &e});
		return;
	}
	c->state = p;
	web_write(c, act_work, &p->run, act_done);
}
