/* What is done about a line: its paper saved, by a form or by the script that keeps what was typed
 * (static/paper.js); confirmed; reviewed. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "json/json.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"

struct writing {
	struct engagement_act act;
	const char *item, *done;
	struct paper paper;
	struct line_confirmation confirmation;
	int revision;
	bool (*run)(struct db *db, struct writing *w, struct err *e);
};

static bool
writing_work(struct db *db, struct piece *p, struct err *e)
{
	struct writing *w = p->with;
	return w->run(db, w, e);
}

static bool
wants_json(const struct call *c)
{
	const char *accept = http_header(c->http, "Accept");
	return accept != NULL && strcmp(accept, "application/json") == 0;
}

/* ---- answers for the script ---------------------------------------------------------------------- */

static void
pair_add(struct buf *json, const char *key, const char *value)
{
	buf_addf(json, "%s\"%s\":", json->data[json->length - 1] == '{' ? "" : ",", key);
	json_add(json, value);
}

static void
paper_add(struct buf *json, const struct paper *p)
{
	buf_adds(json, ",\"paper\":{");
	pair_add(json, "judgement", p->judgement < JUDGEMENTS ? judgement_key(p->judgement) : "");
	pair_add(json, "recommended", p->recommended ? "1" : "");
	pair_add(json, "good", p->good ? "1" : "");
	for (size_t i = 0; i < PAPER_TEXTS; i++)
		pair_add(json, paper_fields[i].key, p->texts[i]);
	buf_addc(json, '}');
}

/* 409 with what stands there when another has written meanwhile; without it when it is not the time. */
static void
refusal_answer(struct call *c, const struct writing *w, const struct err *failed)
{
	struct buf json = BUF_INIT;
	struct err e = {0};
	struct line l;
	buf_addc(&json, '{');
	pair_add(&json, "sentence", failed->text);
	if (failed->kind == ERR_CONFLICT && w != NULL &&
		line_find(c->db, c->arena, w->act.engagement_id, w->item, &l, &e) &&
		l.revision != w->act.revision) {
		buf_addf(&json, ",\"revision\":%d", l.revision);
		pair_add(&json, "who", l.made_name);
		pair_add(&json, "at", wareki_instant(c->arena, l.made_at));
		paper_add(&json, &l.paper);
	}
	buf_addc(&json, '}');
	http_answer(c->http, failed->kind == ERR_INPUT ? 422 : error_status(c, failed), "application/json",
		&json);
}

static void
saved_answer(struct call *c, const struct writing *w)
{
	struct buf json = BUF_INIT;
	buf_addf(&json, "{\"revision\":%d", w->revision);
	pair_add(&json, "at", wareki_instant(c->arena, c->now));
	buf_addc(&json, '}');
	http_answer(c->http, 200, "application/json", &json);
}

/* ---- acting -------------------------------------------------------------------------------------- */

static void
refuse(struct call *c, const struct writing *w, const struct err *failed)
{
	bool saving = c->parts[2] == NULL && w->done[0] == 's';
	if (wants_json(c))
		refusal_answer(c, w, failed);
	else if (finding_refusal(failed))
		line_show(c, failed, saving ? &w->paper : NULL);
	else
		page_error(c, failed);
}

static void
after(struct call *c, const struct err *failed)
{
	struct writing *w = c->state;
	if (failed != NULL)
		refuse(c, w, failed);
	else if (wants_json(c))
		saved_answer(c, w);
	else
		page_redirect(c, "/audits/%lld/checklist/%s?done=%s", (long long)w->act.engagement_id,
			w->item, w->done);
}

static bool
writing_begin(struct call *c, struct writing *w, const char *const names[], struct err *e)
{
	struct engagement g;
	struct line l;
	unsigned actors;
	int64_t revision;
	w->item = c->parts[1];
	if (!form_check(c, names, e) || !line_of_call(c, &g, &actors, &l, e))
		return false;
	if (!number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	w->act = (struct engagement_act){.arena = c->arena,
		.account_id = c->account.id,
		.now = c->now,
		.engagement_id = g.id,
		.revision = (int)revision};
	return true;
}

static void
writing_store(struct call *c, struct writing *w, bool read, const struct err *e)
{
	c->state = w;
	if (read)
		web_write(c, writing_work, w, after);
	else
		refuse(c, w, e);
}

static bool
save_run(struct db *db, struct writing *w, struct err *e)
{
	return paper_save(db, &w->act, w->item, &w->paper, &w->revision, e);
}

void
page_line_post(struct call *c)
{
	struct err e = {0};
	struct writing *w = ARENA_NEW(c->arena, struct writing);
	w->run = save_run;
	w->done = "saved";
	paper_read(c, &w->paper);
	writing_store(c, w, writing_begin(c, w, paper_names, &e), &e);
}

/* The session ended while the paper was written: it is shown again, to be saved in a new one. The script
 * keeps it itself. */
void
page_line_keep(struct call *c)
{
	struct err e = {0};
	struct paper typed;
	bool json = wants_json(c);
	paper_read(c, &typed);
	err_set(&e, json ? ERR_DENIED : ERR_INPUT,
		_("nothing was stored, for the session of this page had ended; sign in in another window if "
		  "you "
		  "have not, then save once more"));
	if (json && !c->signed_in)
		page_redirect(c, "/signin");
	else if (json)
		refusal_answer(c, NULL, &e);
	else
		line_show(c, &e, &typed);
}

static bool
confirm_run(struct db *db, struct writing *w, struct err *e)
{
	return line_confirm(db, &w->act, w->item, &w->confirmation, e);
}

void
page_line_confirm(struct call *c)
{
	static const char *const names[] = {"revision", "said", "by", "day", "note", NULL};
	struct err e = {0};
	struct writing *w = ARENA_NEW(c->arena, struct writing);
	const char *said = form_text(c, "said");
	w->run = confirm_run;
	w->done = "confirmed";
	w->confirmation = (struct line_confirmation){.agreed = strcmp(said, "agreed") == 0,
		.by = form_text(c, "by"),
		.note = form_lines(c->arena, form_text(c, "note"))};
	bool read = writing_begin(c, w, names, &e);
	if (read && !w->confirmation.agreed && strcmp(said, "objects") != 0)
		read = err_set(&e, ERR_INPUT, _("choose whether the department agrees or objects"));
	if (read && *form_text(c, "day") != '\0' && !day_parse(form_text(c, "day"), &w->confirmation.day))
		read = err_set(&e, ERR_INPUT, _("%s is not a day"), form_text(c, "day"));
	writing_store(c, w, read, &e);
}

static bool
review_run(struct db *db, struct writing *w, struct err *e)
{
	return line_review(db, &w->act, w->item, e);
}

void
page_line_review(struct call *c)
{
	static const char *const names[] = {"revision", NULL};
	struct err e = {0};
	struct writing *w = ARENA_NEW(c->arena, struct writing);
	w->run = review_run;
	w->done = "reviewed";
	writing_store(c, w, writing_begin(c, w, names, &e), &e);
}
