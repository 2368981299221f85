#include "report/issue.h"

#include <string.h>

#include "base/words.h"
#include "draw/font.h"
#include "report/record.h"
#include "report/shelf.h"
#include "store/cycle/cycle_settings.h"

static const char pdf_format[] = "pdf", record_format[] = "record", pdf_type[] = "application/pdf";

static const struct recipe *
recipe_of(const char *name)
{
	struct err e = {0};
	const struct shelf *shelf = shelf_get(&e);
	return shelf == NULL ? NULL : shelf_find(shelf, name);
}

bool
report_numbered(const char *recipe)
{
	const struct recipe *r = recipe_of(recipe);
	return r != NULL && r->numbered;
}

bool
report_about_sheet(const char *recipe)
{
	const struct recipe *r = recipe_of(recipe);
	return r != NULL && r->sheet;
}

bool
report_number(struct arena *a, const struct document *d, const char **out, struct err *e)
{
	const struct shelf *shelf = shelf_get(e);
	if (shelf == NULL)
		return false;
	*out = document_number_text(a, shelf->lexicon, d);
	return true;
}

static bool
print_anew(struct store *s, struct arena *a, const struct report_request *rq, enum glyph_gate gate,
	struct buf *out, struct err *e)
{
	struct report report;
	return fonts_open(e) && report_make(s, a, rq, &report, e) && report_pdf(a, &report, gate, out, e);
}

/* ---- keeping ------------------------------------------------------------------------------- */

struct keeping {
	int64_t document_id;
	struct document_file file;
};

static bool
keep_file(struct db *db, struct piece *p, struct err *e)
{
	const struct keeping *k = p->with;
	return document_file_add(db, k->document_id, &k->file, e);
}

static bool
kept_bytes(struct store *s, struct arena *a, const struct document_file *file, struct buf *out, struct err *e)
{
	char *data;
	size_t length;
	if (!file_get(s, a, file->digest, &data, &length, e))
		return false;
	buf_clear(out);
	buf_add(out, data, length);
	return true;
}

/* Of two who make it for the first time at once, both get what the first one kept. */
bool
document_keep(struct store *s, struct arena *a, const struct document *d, const char *format,
	struct buf *bytes, struct err *e)
{
	char digest[DIGEST_SIZE];
	bool found;
	struct keeping k = {d->id, {.format = format, .digest = digest}};
	struct db *db = store_reader(s, e);
	if (db == NULL || !document_file_find(db, a, d->id, format, &k.file, &found, e))
		return false;
	if (found)
		return kept_bytes(s, a, &k.file, bytes, e);
	k.file = (struct document_file){format, digest, (int64_t)bytes->length};
	return file_put(s, bytes->data, bytes->length, digest, e) &&
	       writer_run(store_writer(s), keep_file, &k, e) &&
	       document_file_find(db, a, d->id, format, &k.file, &found, e) &&
	       kept_bytes(s, a, &k.file, bytes, e);
}

/* ---- an edition ------------------------------------------------------------------------------ */

static struct report_request
request_of(const struct document *d)
{
	return (struct report_request){.name = d->recipe,
		.set_key = d->set_key,
		.cycle_id = d->cycle_id,
		.department_id = d->department_id,
		.now = d->issued_at,
		.issued_by = d->issued_by,
		.document = d};
}

/* What is printed of an edition that was issued before records were kept: its figures must still stand. */
static bool
figures_stand(struct db *db, struct arena *a, const struct document *d, struct err *e)
{
	struct cycle c;
	if (!cycle_find(db, a, d->cycle_id, &c, e))
		return false;
	return (cycle_final(c.state) && c.edition == d->cycle_edition) ||
	       err_set(e, ERR_CONFLICT,
		       _("this edition was never printed in that format, and the figures have been reopened "
			 "since"));
}

static bool
record_make(struct store *s, struct arena *a, const struct document *d, struct buf *out, struct err *e)
{
	struct report_request rq = request_of(d);
	struct report report;
	struct record record;
	struct db *db = store_reader(s, e);
	if (db == NULL || !figures_stand(db, a, d, e) || !fonts_open(e) ||
		!report_make(s, a, &rq, &report, e) || !record_of_report(a, &report, &record, e))
		return false;
	record_write(&record, out);
	return document_keep(s, a, d, record_format, out, e);
}

bool
document_record(struct store *s, struct arena *a, const struct document *d, struct record *out, struct err *e)
{
	struct document_file file;
	struct buf bytes = BUF_INIT;
	bool found;
	struct db *db = store_reader(s, e);
	if (db == NULL || !document_file_find(db, a, d->id, record_format, &file, &found, e))
		return false;
	bool ok = found ? kept_bytes(s, a, &file, &bytes, e) : record_make(s, a, d, &bytes, e);
	ok = ok && record_read(a, bytes.data, bytes.length, out, e);
	buf_free(&bytes);
	return ok;
}

static const char *
key_of(struct db *db, struct arena *a, const struct document *d)
{
	struct cycle_department *list;
	size_t count;
	if (d->department_id == 0 || !cycle_departments(db, a, d->cycle_id, &list, &count, NULL))
		return "body";
	for (size_t i = 0; i < count; i++)
		if (list[i].department_id == d->department_id)
			return list[i].key;
	return "body";
}

static const char *
filename_of(struct db *db, struct arena *a, const struct document *d)
{
	struct cycle cycle = {0};
	cycle_find(db, a, d->cycle_id, &cycle, NULL);
	const char *edition = d->edition > 1 ? arena_printf(a, "-%d", d->edition) : "";
	return arena_printf(
		a, "%s-%s-%s%s.pdf", d->recipe, cycle_mark(a, &cycle), key_of(db, a, d), edition);
}

static bool
first_print(struct store *s, struct arena *a, const struct document *d, enum glyph_gate gate, struct buf *out,
	struct err *e)
{
	struct record record;
	return fonts_open(e) && document_record(s, a, d, &record, e) && record_pdf(&record, gate, out, e) &&
	       document_keep(s, a, d, pdf_format, out, e);
}

bool
document_print(struct store *s, struct arena *a, const struct document *d, enum glyph_gate gate,
	struct issued *out, struct err *e)
{
	struct db *db = store_reader(s, e);
	struct document_file file;
	bool found;
	if (db == NULL || !document_file_find(db, a, d->id, pdf_format, &file, &found, e))
		return false;
	*out = (struct issued){.document = *d, .type = pdf_type, .filename = filename_of(db, a, d)};
	if (found ? kept_bytes(s, a, &file, &out->bytes, e) : first_print(s, a, d, gate, &out->bytes, e))
		return true;
	buf_free(&out->bytes);
	return false;
}

/* ---- issuing ------------------------------------------------------------------------------- */

static bool
issue_piece(struct db *db, struct piece *p, struct err *e)
{
	return document_issue(db, p->with, e);
}

/* What cannot be printed must not use up a number. */
static bool
rehearse(struct store *s, const struct document *d, enum glyph_gate gate, struct err *e)
{
	struct arena *a = arena_create();
	struct buf bytes = BUF_INIT;
	struct report_request rq = request_of(d);
	bool ok = print_anew(s, a, &rq, gate, &bytes, e);
	buf_free(&bytes);
	arena_destroy(a);
	return ok;
}

/* At once: what it says is what was known when it got its number. */
static bool
record_keep(struct store *s, const struct document *d, struct err *e)
{
	struct arena *a = arena_create();
	struct record record;
	bool ok = document_record(s, a, d, &record, e);
	arena_destroy(a);
	return ok;
}

/* i comes with the edition that stands, or with a new one. */
static bool
edition_take(struct store *s, struct db *db, const struct cycle *c, struct document_issue *i,
	enum glyph_gate gate, struct err *e)
{
	struct document last;
	bool found;
	if (!document_latest(db, i->arena, &i->document, &last, &found, e))
		return false;
	if (found && i->document.reason[0] == '\0' && last.cycle_edition == c->edition) {
		i->document = last;
		return true;
	}
	i->document.mark = cycle_setting_text(db, i->arena, c, "document_mark");
	i->first_number = setting_number(db, "document_first");
	return rehearse(s, &i->document, gate, e) && writer_run(store_writer(s), issue_piece, i, e) &&
	       record_keep(s, &i->document, e);
}

bool
report_edition(
	struct store *s, struct arena *a, const struct issue_request *rq, struct document *out, struct err *e)
{
	struct cycle c;
	struct db *db = store_reader(s, e);
	const struct report_request *r = &rq->report;
	*out = (struct document){0};
	if (db == NULL || !cycle_find(db, a, r->cycle_id, &c, e))
		return false;
	if (!report_numbered(r->name) || !cycle_final(c.state))
		return rq->reason == NULL || rq->reason[0] == '\0' ||
		       err_set(e, ERR_CONFLICT, _("documents are issued once the figures are final"));
	struct document_issue i = {.account_id = rq->account_id,
		.arena = a,
		.document = {.cycle_id = c.id,
			.recipe = r->name,
			.set_key = r->set_key,
			.department_id = r->department_id,
			.reason = rq->reason == NULL ? "" : rq->reason,
			.issued_at = r->now,
			.issued_by = r->issued_by}};
	if (r->set_key == NULL && !report_set(s, a, r->name, c.id, &i.document.set_key, e))
		return false;
	if (!edition_take(s, db, &c, &i, rq->gate, e))
		return false;
	*out = i.document;
	return true;
}

bool
report_issue(
	struct store *s, struct arena *a, const struct issue_request *rq, struct issued *out, struct err *e)
{
	struct document d;
	if (!report_edition(s, a, rq, &d, e))
		return false;
	if (d.id != 0)
		return document_print(s, a, &d, rq->gate, out, e);
	const struct document draft = {.cycle_id = rq->report.cycle_id,
		.recipe = rq->report.name,
		.department_id = rq->report.department_id};
	*out = (struct issued){.type = pdf_type, .filename = filename_of(store_reader(s, e), a, &draft)};
	if (print_anew(s, a, &rq->report, rq->gate, &out->bytes, e))
		return true;
	buf_free(&out->bytes);
	return false;
}

bool
report_tables(struct store *s, struct arena *a, const struct issue_request *rq, struct export *out,
	struct document *d, struct err *e)
{
	struct report report;
	struct report_request tables = rq->report;
	struct record record;
	if (!fonts_open(e) || !report_edition(s, a, rq, d, e))
		return false;
	tables.tables = true;
	if (d->id == 0)
		return report_make(s, a, &tables, &report, e) && export_of_report(a, &report, out, e);
	if (!document_record(s, a, d, &record, e))
		return false;
	*out = record.tables;
	return out->count > 0 || err_set(e, ERR_ABSENT, _("%s has no tables"), record.title);
}
