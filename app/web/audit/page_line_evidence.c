/* Evidence of a line: noted with or without a file, taken back, read. */
#include <inttypes.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "store/audit/line_evidence.h"
#include "store/files.h"
#include "store/setting.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/sheet/evidence.h"
#include "web/show.h"
#include "web/upload.h"

enum { KILO = 1024, SECRECY_USUAL = 2 };

static void
evidence_fill_row(struct call *c, struct dict *d, const struct line_evidence *v, const struct line *l)
{
	struct dict *row = dict_add(d, "evidence");
	show_number(row, "evidence_id", v->id);
	show_number(row, "line_revision", l->revision);
	dict_set(row, "evidence_number", v->number);
	dict_set(row, "evidence_name", v->name);
	dict_set(row, "evidence_edition", v->edition);
	dict_set(row, "evidence_place", v->place);
	show_number(row, "secrecy", v->secrecy);
	dict_set(row, "evidence_who", v->who);
	show_instant(row, c->arena, "added_at", v->added_at);
	if (*v->digest == '\0')
		return;
	struct dict *file = dict_add(row, "has_file");
	dict_set(file, "file_name", v->file_name);
	dict_setf(file, "file_size", "%" PRId64 " KB", (v->size + KILO - 1) / KILO);
	dict_set(file, "digest", v->digest);
}

static void
form_fill(struct call *c, struct dict *page)
{
	struct dict *d = dict_add(page, "add_evidence");
	int64_t chosen = SECRECY_USUAL;
	(void)number_parse(form_text(c, "secrecy"), SECRECY_LEAST, SECRECY_MOST, &chosen);
	for (int i = SECRECY_LEAST; i <= SECRECY_MOST; i++)
		dict_set(d, arena_printf(c->arena, "secrecy_%d", i), i == chosen ? "selected" : "");
	dict_set(d, "name_typed", form_text(c, "name"));
	dict_set(d, "edition_typed", form_text(c, "edition"));
	dict_set(d, "where_typed", form_text(c, "where"));
	show_number(d, "most", setting_number(c->db, "evidence_most"));
}

bool
line_fill_evidence(struct call *c, struct dict *page, const struct line *l, bool writable, struct err *e)
{
	struct line_evidence *list;
	size_t count;
	if (!line_evidence_list(c->db, c->arena, l->engagement_id, l->item, &list, &count, e))
		return false;
	struct dict *d = count > 0 ? dict_add(page, "evidence_list") : NULL;
	for (size_t i = 0; i < count; i++)
		evidence_fill_row(c, d, &list[i], l);
	if (count == 0)
		dict_show(page, "no_evidence");
	if (writable && count > 0)
		dict_show(d, "removable");
	if (writable)
		form_fill(c, page);
	return true;
}

/* ---- adding -------------------------------------------------------------------------------------- */

struct noting {
	struct engagement_act act;
	struct engagement engagement;
	struct line line;
	struct line_evidence what;
	const struct http_field *file;
	char digest[DIGEST_SIZE];
	const char *reason, *done;
	bool (*run)(struct db *db, struct noting *n, struct err *e);
};

static bool
noting_work(struct db *db, struct piece *p, struct err *e)
{
	struct noting *n = p->with;
	return n->run(db, n, e);
}

static void
after(struct call *c, const struct err *failed)
{
	struct noting *n = c->state;
	if (failed == NULL)
		page_redirect(c, "/audits/%lld/checklist/%s?done=%s#evidence",
			(long long)n->act.engagement_id, c->parts[1], n->done);
	else if (finding_refusal(failed))
		line_show(c, failed, NULL);
	else
		page_error(c, failed);
}

static bool
noting_begin(struct call *c, struct noting *n, const char *const names[], struct err *e)
{
	unsigned actors;
	int64_t revision;
	if (!form_check(c, names, e) || !line_of_call(c, &n->engagement, &actors, &n->line, e))
		return false;
	if (!number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	n->act = (struct engagement_act){.arena = c->arena,
		.account_id = c->account.id,
		.now = c->now,
		.engagement_id = n->engagement.id,
		.revision = (int)revision};
	return true;
}

static bool
file_take(struct call *c, struct noting *n, struct err *e)
{
	struct evidence_sent sent;
	struct line_evidence *v = &n->what;
	v->digest = v->kind = v->file_name = "";
	if (n->file == NULL)
		return true;
	if (!evidence_take(c, n->file, &sent, e))
		return false;
	v->digest = n->digest;
	v->kind = sent.kind;
	v->file_name = sent.name;
	v->size = sent.size;
	return true;
}

static bool
fields_take(struct call *c, struct noting *n, struct err *e)
{
	static const char *const names[] = {"revision", "name", "edition", "where", "secrecy", "file", NULL};
	int64_t secrecy;
	if (!noting_begin(c, n, names, e))
		return false;
	if (!number_parse(form_text(c, "secrecy"), SECRECY_LEAST, SECRECY_MOST, &secrecy))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	n->what = (struct line_evidence){.engagement_id = n->engagement.id,
		.item = n->line.item,
		.name = form_text(c, "name"),
		.edition = form_text(c, "edition"),
		.place = form_text(c, "where"),
		.secrecy = (int)secrecy};
	n->file = form_file(c, "file");
	return file_take(c, n, e);
}

static bool
add_run(struct db *db, struct noting *n, struct err *e)
{
	return line_evidence_add(db, &n->act, &n->what, e);
}

void
page_line_evidence(struct call *c)
{
	struct err e = {0};
	struct noting *n = ARENA_NEW(c->arena, struct noting);
	n->run = add_run;
	n->done = "evidence";
	c->state = n;
	if (!fields_take(c, n, &e))
		after(c, &e);
	else if (n->file != NULL)
		web_write_file(c, n->file->value, n->file->length, n->digest, noting_work, n, after);
	else
		web_write(c, noting_work, n, after);
}

/* ---- taking back, reading ------------------------------------------------------------------------ */

static bool
evidence_of_call(struct call *c, struct noting *n, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[2], 1, INT64_MAX, &id) ||
		!line_evidence_find(c->db, c->arena, id, &n->what, e) || n->what.removed_at != 0 ||
		n->what.engagement_id != n->engagement.id || strcmp(n->what.item, n->line.item) != 0)
		return err_set(e, ERR_ABSENT, _("there is no such evidence"));
	return true;
}

static bool
remove_run(struct db *db, struct noting *n, struct err *e)
{
	return line_evidence_remove(db, &n->act, n->what.id, n->reason, e);
}

void
page_line_evidence_remove(struct call *c)
{
	static const char *const names[] = {"revision", "reason", NULL};
	struct err e = {0};
	struct noting *n = ARENA_NEW(c->arena, struct noting);
	n->run = remove_run;
	n->done = "removed";
	n->reason = form_text(c, "reason");
	c->state = n;
	if (noting_begin(c, n, names, &e) && evidence_of_call(c, n, &e))
		web_write(c, noting_work, n, after);
	else
		after(c, &e);
}

struct reading {
	struct noting noting;
	char *data;
	size_t length;
};

static bool
note_work(struct db *db, struct piece *p, struct err *e)
{
	struct reading *r = p->with;
	return line_evidence_note_read(db, &r->noting.act, &r->noting.what, e);
}

static void
after_note(struct call *c, const struct err *failed)
{
	const struct reading *r = c->state;
	const struct line_evidence *v = &r->noting.what;
	struct buf bytes = BUF_INIT;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	buf_add(&bytes, r->data, r->length);
	page_file(c, evidence_kind_find(v->kind)->type, v->file_name, &bytes);
}

static bool
get_work(struct call *c, struct err *e)
{
	struct reading *r = c->state;
	return file_get(c->store, c->arena, r->noting.what.digest, &r->data, &r->length, e);
}

static void
after_get(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else
		web_write(c, note_work, c->state, after_note);
}

/* Every reading is written down before the bytes go out. */
void
page_line_evidence_file(struct call *c)
{
	struct err e = {0};
	unsigned actors;
	struct reading *r = ARENA_NEW(c->arena, struct reading);
	struct noting *n = &r->noting;
	c->state = r;
	bool found = line_of_call(c, &n->engagement, &actors, &n->line, &e) && evidence_of_call(c, n, &e) &&
		     (*n->what.digest != '\0' || err_set(&e, ERR_ABSENT, _("there is no such file")));
	n->act = (struct engagement_act){.arena = c->arena,
		.account_id = c->account.id,
		.now = c->now,
		.engagement_id = n->engagement.id};
	if (found)
		web_slow(c, LANE_PAPER, get_work, after_get);
	else
		page_error(c, &e);
}
