/*
 * Files handed in with the answers of a sheet. Whoever answers it adds and takes
 * back, as long as it can be answered; of sheets for an office, and of those whose
 * form says that the manager may read them, the manager reads them too; auditors
 * and the secretariat read all, managers not what is closed (非公開, 機密性3). Every
 * reading is written down before the bytes go out.
 */
#include "web/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/files.h"
#include "store/setting.h"
#include "store/sheet/attachments.h"
#include "store/sheet/sheet_acts.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/sheet/evidence.h"
#include "web/sheet/sheet_fill.h"
#include "web/show.h"
#include "web/upload.h"

enum { MEGA = 1024 * 1024 };

struct evidence_page {
	struct sheet sheet;
	const struct questionnaire *q;
	bool own, open;
	bool closed_too; /* opens what is closed to managers */
	struct attachment *files;
	size_t file_count;
};

static bool
may_read(struct call *c, struct evidence_page *p, struct err *e)
{
	unsigned actors;
	if (!sheet_actors(c->db, c->arena, p->sheet.id, c->account.id, &actors, e))
		return false;
	p->own = (actors & ACTOR_OWNER) != 0;
	p->open = p->own && sheet_answerable(&p->sheet);
	p->closed_too = p->own || (actors & ACTOR_SECRETARIAT) != 0 || (c->account.roles & AUDITORS) != 0;
	bool manager = (actors & ACTOR_MANAGER) != 0 && (p->q->duty || p->sheet.individual);
	return p->closed_too || manager || err_set(e, ERR_DENIED, _("this sheet is not yours"));
}

/* A sheet that is not for the caller looks the same as one that does not exist. */
static bool
evidence_begin(struct call *c, struct evidence_page *p, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id) || !sheet_find(c->db, c->arena, id, &p->sheet, e))
		return err_set(e, ERR_DENIED, _("this sheet is not yours"));
	p->q = store_cycle_set(c->store, p->sheet.cycle_id, p->sheet.set_key, e);
	return p->q != NULL && may_read(c, p, e) &&
	       attachments_list(c->db, c->arena, id, &p->files, &p->file_count, e);
}

static int
files_of(struct dict *d, struct arena *a, const struct evidence_page *p, const struct item *item)
{
	int count = 0;
	struct dict *list = NULL;
	for (size_t i = 0; i < p->file_count; i++) {
		const struct attachment *f = &p->files[i];
		if (strcmp(f->item, item->id) != 0)
			continue;
		if (list == NULL)
			list = dict_add(d, "files");
		if (count++ == 0 && p->open)
			dict_show(list, "open");
		struct dict *row = dict_add(list, "file");
		evidence_fill(row, a, f, p->closed_too);
		if (p->open)
			dict_show(row, "removable");
	}
	return count;
}

/* What was chosen beside a file that was refused is chosen again. */
static void
fill_adding(struct call *c, struct dict *d, const struct item *item, int room)
{
	int64_t chosen = 2;
	if (strcmp(form_text(c, "item"), item->id) == 0)
		(void)number_parse(form_text(c, "secrecy"), SECRECY_LEAST, SECRECY_MOST, &chosen);
	show_number(d, "room", room);
	for (int i = SECRECY_LEAST; i <= SECRECY_MOST; i++)
		dict_set(d, arena_printf(c->arena, "secrecy_%d", i), i == chosen ? "selected" : "");
}

static void
fill_item(struct call *c, struct dict *page, const struct evidence_page *p, const struct item *item)
{
	struct dict *d = dict_add(page, "item");
	dict_set(d, "id", item->id);
	show_number(d, "number", (int64_t)sheet_item_number(p->q, p->sheet.flags, item));
	dict_set(d, "text", item->text);
	struct dict *records = item->evidence_count > 0 ? dict_add(d, "records") : NULL;
	for (size_t i = 0; i < item->evidence_count; i++)
		dict_set(dict_add(records, "record_name"), "record", item->evidence[i]);
	int count = files_of(d, c->arena, p, item);
	if (count == 0)
		dict_show(d, "none");
	if (p->open && count < item->evidence_files)
		fill_adding(c, dict_add(d, "add"), item, item->evidence_files - count);
}

static void
evidence_show(struct call *c, int status, const struct evidence_page *p, const char *fault)
{
	static const char *const done[] = {"added", "removed", NULL};
	struct dict *page = page_begin(c, _("Files handed in with the answers"));
	show_number(page, "sheet_id", p->sheet.id);
	dict_set(page, "set_title", p->q->title);
	show_unit(page, &p->sheet);
	show_number(page, "most", setting_number(c->db, "evidence_most"));
	show_number(page, "total", setting_number(c->db, "evidence_total"));
	dict_show(page, p->own ? "own" : "other");
	if (p->own && !p->open)
		dict_show(page, "locked");
	if (fault != NULL)
		dict_set(dict_add(page, "fault"), "sentence", fault);
	else
		form_done(c, page, done);
	for (size_t i = 0; i < p->q->count; i++) {
		const struct item *item = &p->q->items[i];
		if (item->evidence_files > 0 && item_applies(item, p->sheet.flags))
			fill_item(c, page, p, item);
	}
	page_show(c, status, "evidence.tpl", page);
}

void
page_evidence(struct call *c)
{
	struct err e = {0};
	struct evidence_page p = {0};
	if (evidence_begin(c, &p, &e))
		evidence_show(c, 200, &p, NULL);
	else
		page_error(c, &e);
}

/* ---- adding --------------------------------------------------------------------------- */

struct adding {
	struct evidence_page page;
	const struct http_field *file;
	struct attachment_act act;
	char digest[DIGEST_SIZE];
};

/* What was wrong with a file is said on the page it came from. */
static void
refuse(struct call *c, const struct evidence_page *p, const struct err *e)
{
	if (e->kind == ERR_INPUT || e->kind == ERR_CONFLICT)
		evidence_show(c, 422, p, e->text);
	else
		page_error(c, e);
}

static bool
add_work(struct db *db, struct piece *piece, struct err *e)
{
	return attachment_add(db, piece, piece->with, e);
}

static void
after_add(struct call *c, const struct err *failed)
{
	const struct adding *a = c->state;
	if (failed != NULL)
		refuse(c, &a->page, failed);
	else
		page_redirect(c, "/sheets/%lld/evidence?done=added", (long long)a->page.sheet.id);
}

/* ERR_INPUT: what is wrong with the file. */
static bool
file_take(struct call *c, struct adding *a, struct err *e)
{
	struct attachment *f = &a->act.attachment;
	struct evidence_sent sent;
	if (!evidence_take(c, a->file, &sent, e))
		return false;
	f->name = sent.name;
	f->kind = sent.kind;
	f->size = sent.size;
	f->digest = a->digest;
	return true;
}

static bool
fields_take(struct call *c, struct adding *a, struct err *e)
{
	static const char *const names[] = {"item", "secrecy", "file", NULL};
	int64_t secrecy;
	if (!form_check(c, names, e))
		return false;
	a->act.item = questionnaire_find(a->page.q, form_text(c, "item"));
	if (a->act.item == NULL || a->act.item->evidence_files == 0 ||
		!item_applies(a->act.item, a->page.sheet.flags))
		return err_set(e, ERR_INPUT, _("this question takes no files"));
	if (!number_parse(form_text(c, "secrecy"), SECRECY_LEAST, SECRECY_MOST, &secrecy))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	a->act.attachment.sheet_id = a->page.sheet.id;
	a->act.attachment.item = a->act.item->id;
	a->act.attachment.secrecy = (int)secrecy;
	a->file = form_file(c, "file");
	return true;
}

static struct attachment_act
act_of(const struct call *c)
{
	return (struct attachment_act){.person_id = c->account.person_id,
		.account_id = c->account.id,
		.total_most = (int64_t)setting_number(c->db, "evidence_total") * MEGA,
		.now = c->now,
		.arena = c->arena};
}

void
page_evidence_post(struct call *c)
{
	struct err e = {0};
	struct adding *a = ARENA_NEW(c->arena, struct adding);
	a->act = act_of(c);
	c->state = a;
	if (!evidence_begin(c, &a->page, &e) || !fields_take(c, a, &e))
		page_error(c, &e);
	else if (!a->page.own)
		page_status(c, 403, NULL);
	else if (!file_take(c, a, &e))
		refuse(c, &a->page, &e);
	else
		web_write_file(c, a->file->value, a->file->length, a->digest, add_work, &a->act, after_add);
}

/* ---- taking back, reading --------------------------------------------------------------- */

static bool
file_begin(struct call *c, struct evidence_page *p, struct attachment *out, struct err *e)
{
	int64_t id;
	if (!evidence_begin(c, p, e))
		return false;
	if (!number_parse(c->parts[1], 1, INT64_MAX, &id) || !attachment_find(c->db, c->arena, id, out, e) ||
		out->sheet_id != p->sheet.id || out->removed_at != 0)
		return err_set(e, ERR_ABSENT, _("there is no such file"));
	return p->closed_too || out->secrecy < SECRECY_CLOSED ||
	       err_set(e, ERR_DENIED, _("this file is not for managers to open"));
}

static bool
remove_work(struct db *db, struct piece *piece, struct err *e)
{
	return attachment_remove(db, piece, piece->with, e);
}

void
page_evidence_remove(struct call *c)
{
	static const char *const names[] = {NULL};
	struct err e = {0};
	struct evidence_page p = {0};
	struct attachment_act *x = ARENA_NEW(c->arena, struct attachment_act);
	*x = act_of(c);
	if (!form_knows(c, names, &e) || !file_begin(c, &p, &x->attachment, &e))
		page_error(c, &e);
	else
		form_store(c, remove_work, x,
			arena_printf(c->arena, "/sheets/%lld/evidence?done=removed", (long long)p.sheet.id));
}

struct reading {
	struct attachment_act act;
	char *data;
	size_t length;
};

static bool
note_work(struct db *db, struct piece *piece, struct err *e)
{
	return attachment_note_read(db, piece, piece->with, e);
}

static void
after_note(struct call *c, const struct err *failed)
{
	const struct reading *r = c->state;
	const struct attachment *f = &r->act.attachment;
	struct buf bytes = BUF_INIT;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	buf_add(&bytes, r->data, r->length);
	page_file(c, evidence_kind_find(f->kind)->type, f->name, &bytes);
}

static bool
get_work(struct call *c, struct err *e)
{
	struct reading *r = c->state;
	return file_get(c->store, c->arena, r->act.attachment.digest, &r->data, &r->length, e);
}

static void
after_get(struct call *c, const struct err *failed)
{
	struct reading *r = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		web_write(c, note_work, &r->act, after_note);
}

void
page_evidence_file(struct call *c)
{
	struct err e = {0};
	struct evidence_page p = {0};
	struct reading *r = ARENA_NEW(c->arena, struct reading);
	r->act = act_of(c);
	c->state = r;
	if (!file_begin(c, &p, &r->act.attachment, &e))
		page_error(c, &e);
	else
		web_slow(c, LANE_PAPER, get_work, after_get);
}
