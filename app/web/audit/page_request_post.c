/* What is done with requests for documents: asked, answered, accepted, given back; their files. */
#include "base/number.h"
#include "base/words.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/files.h"
#include "store/setting.h"
#include "web/audit/finding_page.h"
#include "web/audit/request_page.h"
#include "web/form.h"
#include "web/once.h"
#include "web/pages.h"
#include "web/sheet/evidence.h"
#include "web/upload.h"

enum { MEGA = 1024 * 1024 };

struct doing {
	struct engagement_act act;
	struct audit_request request;
	struct request_file file;
	const struct http_field *sent;
	char digest[DIGEST_SIZE];
	int64_t total_most;
	const char *name, *words;
	char *data;
	size_t length;
	bool (*run)(struct db *db, struct doing *d, struct err *e);
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
	if (!finding_refusal(failed))
		page_error(c, failed);
	else if (c->parts[1] == NULL)
		audit_show(c, failed);
	else
		request_show(c, failed);
}

static void
after(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		refuse(c, failed);
	else if (c->parts[1] == NULL)
		page_redirect(c, "/audits/%s?done=saved", c->parts[0]);
	else
		page_redirect(c, "/audits/%s/requests/%s?done=saved", c->parts[0], c->parts[1]);
}

static struct doing *
doing_begin(struct call *c, bool (*run)(struct db *db, struct doing *d, struct err *e))
{
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	d->act = (struct engagement_act){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	d->total_most = (int64_t)setting_number(c->db, "evidence_total") * MEGA;
	d->run = run;
	c->state = d;
	return d;
}

static void
doing_store(struct call *c, struct doing *d, bool read, const struct err *e)
{
	if (read)
		web_write(c, doing_work, d, after);
	else
		refuse(c, e);
}

/* ---- asking ------------------------------------------------------------------------------------- */

static bool
ask_run(struct db *db, struct doing *d, struct err *e)
{
	return request_add(db, &d->act, &d->request, e);
}

static bool
item_read(struct call *c, const char **out, struct err *e)
{
	const struct bank *b = store_bank(c->store);
	*out = form_text(c, "item");
	bool known = **out == '\0';
	for (size_t i = 0; i < b->count && !known; i++)
		known = questionnaire_find(b->sets[i], *out) != NULL;
	return known || err_set(e, ERR_INPUT, _("there is no item with the number %s"), *out);
}

void
page_request_add(struct call *c)
{
	static const char *const names[] = {"text", "item", "due_day", NULL};
	struct err e = {0};
	struct audit_view v;
	struct doing *d = doing_begin(c, ask_run);
	d->request.text = form_lines(c->arena, form_text(c, "text"));
	bool read = form_check(c, names, &e) && audit_of_call(c, &v, &e) &&
		    form_day(c, "due_day", &d->request.due_day, &e) && item_read(c, &d->request.item, &e);
	d->act.engagement_id = read ? v.what.id : 0;
	if (read)
		web_write_once(c, doing_work, d, &d->request.id, after);
	else
		refuse(c, &e);
}

/* ---- moving -------------------------------------------------------------------------------------- */

static bool
target_read(struct call *c, struct doing *d, struct err *e)
{
	struct request_view v;
	int64_t revision;
	if (!request_of_call(c, &v, e))
		return false;
	if (!number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	d->request = v.request;
	d->file.request_id = v.request.id;
	d->act.engagement_id = v.audit.what.id;
	d->act.revision = (int)revision;
	return true;
}

static bool
move_run(struct db *db, struct doing *d, struct err *e)
{
	return request_act_move(db, &d->act, d->request.id, d->name, d->words, e);
}

void
page_request_move(struct call *c)
{
	static const char *const names[] = {"revision", "do", "words", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, move_run);
	d->name = form_text(c, "do");
	d->words = form_lines(c->arena, form_text(c, "words"));
	doing_store(c, d, form_check(c, names, &e) && target_read(c, d, &e), &e);
}

/* ---- files --------------------------------------------------------------------------------------- */

static bool
file_read(struct call *c, struct doing *d, struct err *e)
{
	static const char *const names[] = {"revision", "secrecy", "file", NULL};
	struct evidence_sent sent;
	int64_t secrecy;
	if (!form_check(c, names, e) || !target_read(c, d, e))
		return false;
	if (!number_parse(form_text(c, "secrecy"), SECRECY_LEAST, SECRECY_MOST, &secrecy))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	d->sent = form_file(c, "file");
	if (!evidence_take(c, d->sent, &sent, e))
		return false;
	d->file.name = sent.name;
	d->file.kind = sent.kind;
	d->file.size = sent.size;
	d->file.digest = d->digest;
	d->file.secrecy = (int)secrecy;
	return true;
}

static bool
add_run(struct db *db, struct doing *d, struct err *e)
{
	return request_file_add(db, &d->act, &d->file, d->total_most, e);
}

void
page_request_file_add(struct call *c)
{
	struct err e = {0};
	struct doing *d = doing_begin(c, add_run);
	if (file_read(c, d, &e))
		web_write_file(c, d->sent->value, d->sent->length, d->digest, doing_work, d, after);
	else
		refuse(c, &e);
}

static bool
file_of_call(struct call *c, struct doing *d, struct err *e)
{
	struct request_view v;
	int64_t id;
	if (!request_of_call(c, &v, e))
		return false;
	if (!number_parse(c->parts[2], 1, INT64_MAX, &id) ||
		!request_file_find(c->db, c->arena, id, &d->file, e) || d->file.request_id != v.request.id ||
		d->file.removed_at != 0)
		return err_set(e, ERR_ABSENT, _("there is no such file"));
	return request_file_opens(&v, &d->file) ||
	       err_set(e, ERR_DENIED, _("this file is only for who audits and for who handed it in"));
}

static bool
remove_run(struct db *db, struct doing *d, struct err *e)
{
	return request_file_remove(db, &d->act, &d->file, e);
}

void
page_request_file_remove(struct call *c)
{
	static const char *const names[] = {"revision", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, remove_run);
	bool read = form_check(c, names, &e) && target_read(c, d, &e) && file_of_call(c, d, &e);
	doing_store(c, d, read, &e);
}

static bool
note_run(struct db *db, struct doing *d, struct err *e)
{
	return request_file_note_read(db, &d->act, &d->file, e);
}

static void
after_note(struct call *c, const struct err *failed)
{
	const struct doing *d = c->state;
	struct buf bytes = BUF_INIT;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	buf_add(&bytes, d->data, d->length);
	page_file(c, evidence_kind_find(d->file.kind)->type, d->file.name, &bytes);
}

static bool
get_work(struct call *c, struct err *e)
{
	struct doing *d = c->state;
	return file_get(c->store, c->arena, d->file.digest, &d->data, &d->length, e);
}

static void
after_get(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else
		web_write(c, doing_work, c->state, after_note);
}

void
page_request_file(struct call *c)
{
	struct err e = {0};
	struct doing *d = doing_begin(c, note_run);
	if (file_of_call(c, d, &e))
		web_slow(c, LANE_PAPER, get_work, after_get);
	else
		page_error(c, &e);
}
