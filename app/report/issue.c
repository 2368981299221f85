#include "report/issue.h"

#include <string.h>

#include "base/words.h"
#include "draw/font.h"
#include "report/about.h"
#include "report/paper.h"
#include "report/record.h"
#include "report/shelf.h"
#include "store/cycle/cycle_settings.h"
#include "store/organisation/departments.h"

const char pdf_format[] = "pdf", record_format[] = "record";
static const char pdf_type[] = "application/pdf";

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
	bool of_cycle = topic_is_cycle(&d->about);
	return (struct report_request){.name = d->recipe,
		.set_key = of_cycle ? d->set_key : NULL,
		.cycle_id = of_cycle ? d->about.id : 0,
		.about_id = of_cycle ? 0 : d->about.id,
		.readers = readers_of(d->readers),
		.department_id = d->department_id,
		.now = d->issued_at,
		.issued_by = d->issued_by,
		.document = d};
}

/* What is printed of an edition that was issued before records were kept: what it shows must still stand. */
static bool
still_stands(struct db *db, struct arena *a, const struct document *d, struct err *e)
{
	struct standing now;
	const struct recipe *r = recipe_of(d->recipe);
	if (r == NULL)
		return recipes_check(e) && err_set(e, ERR_ABSENT, _("there is no such report"));
	if (!topic_standing(db, a, &d->about, r->settles, &now, e))
		return false;
	return (now.settled && now.version == d->about_edition) ||
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
	if (db == NULL || !still_stands(db, a, d, e) || !fonts_open(e) ||
		!report_make(s, a, &rq, &report, e) || !record_of_report(a, &report, &record, e))
		return false;
	record_write(&record, out);
	return document_keep(s, a, d, record_format, out, e);
}

/* Each page bears what the whole can be checked by: the digest of what is kept of it. */
static bool
record_stamp(struct arena *a, const struct buf *kept, struct record *out, struct err *e)
{
	char *fingerprint = ARENA_ARRAY(a, char, DIGEST_SIZE);
	const struct shelf *shelf = shelf_get(e);
	if (shelf == NULL)
		return false;
	sha256_of(kept->data, kept->length, fingerprint);
	out->fingerprint = fingerprint;
	for (size_t i = 0; i < out->page_count; i++)
		paper_fingerprint(a, shelf->lexicon, out->pages[i], fingerprint);
	return true;
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
	ok = ok && record_read(a, bytes.data, bytes.length, out, e) && record_stamp(a, &bytes, out, e);
	buf_free(&bytes);
	return ok;
}

static const char *
key_of(struct db *db, struct arena *a, const struct document *d)
{
	struct department where;
	return d->department_id == 0 || !department_at(db, a, d->department_id, 0, &where, NULL) ? "body"
												  : where.key;
}

/* audit-report-R08-A02-public-2.pdf */
static const char *
filename_of(struct db *db, struct arena *a, const struct document *d)
{
	const struct about_kind *about = about_find(d->about.about);
	const char *mark = "", *edition = d->edition > 1 ? arena_printf(a, "-%d", d->edition) : "";
	about->mark(db, a, d->about.id, &mark, NULL);
	const char *whose = about->department ? arena_printf(a, "-%s", key_of(db, a, d)) : "";
	bool everybody = readers_of(d->readers) == READERS_FULL;
	return arena_printf(a, "%s-%s%s%s%s%s.pdf", d->recipe, mark, whose, everybody ? "" : "-",
		everybody ? "" : d->readers, edition);
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

/* What cannot be printed must not use up a number. What its readers are not shown goes into the log. */
static bool
rehearse(struct store *s, struct document_issue *i, enum glyph_gate gate, struct err *e)
{
	struct arena *a = arena_create();
	struct buf bytes = BUF_INIT;
	struct report r;
	struct report_request rq = request_of(&i->document);
	bool ok = fonts_open(e) && report_make(s, a, &rq, &r, e) && report_pdf(a, &r, gate, &bytes, e);
	i->left_out = ok ? arena_strdup(i->arena, r.left_out) : "";
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

static const char *
mark_setting(struct db *db, struct arena *a, const struct topic *t)
{
	struct cycle c = {0};
	if (topic_is_cycle(t))
		cycle_find(db, a, t->id, &c, NULL);
	return cycle_setting_text(db, a, &c, "document_mark");
}

/* i comes with the edition that stands, or with a new one. */
static bool
edition_take(struct store *s, struct db *db, const struct standing *now, struct document_issue *i,
	enum glyph_gate gate, bool unissued, struct err *e)
{
	struct document last;
	bool found;
	if (!document_latest(db, i->arena, &i->document, &last, &found, e))
		return false;
	if (found && i->document.reason[0] == '\0' && (last.about_edition == now->version || now->gone)) {
		i->document = last;
		return true;
	}
	if (unissued)
		return true;
	i->document.mark = mark_setting(db, i->arena, &i->document.about);
	i->first_number = setting_number(db, "document_first");
	return rehearse(s, i, gate, e) && writer_run(store_writer(s), issue_piece, i, e) &&
	       record_keep(s, &i->document, e);
}

/* Without a number: how a draft, and what is never numbered, is named. */
static struct document
document_unissued(const struct recipe *r, const struct report_request *rq)
{
	return (struct document){.about = request_topic(r, rq),
		.recipe = r->name,
		.set_key = rq->set_key,
		.department_id = rq->department_id,
		.readers = readers_key(rq->readers),
		.reason = "",
		.issued_at = rq->now,
		.issued_by = rq->issued_by};
}

static bool
set_fill(struct store *s, struct arena *a, const struct recipe *r, struct document *d, struct err *e)
{
	if (r->about != NULL)
		d->set_key = "";
	return d->set_key != NULL || report_set(s, a, r->name, d->about.id, &d->set_key, e);
}

bool
report_edition(
	struct store *s, struct arena *a, const struct issue_request *rq, struct document *out, struct err *e)
{
	struct standing now = {0};
	struct db *db = store_reader(s, e);
	const struct shelf *shelf = shelf_get(e);
	const struct recipe *r = shelf == NULL ? NULL : shelf_paper(shelf, a, rq->report.name, e);
	bool again = rq->reason != NULL && rq->reason[0] != '\0';
	*out = (struct document){0};
	if (db == NULL || r == NULL)
		return false;
	struct document_issue i = {
		.account_id = rq->account_id, .arena = a, .document = document_unissued(r, &rq->report)};
	i.settles = r->settles;
	if (r->numbered && !topic_standing(db, a, &i.document.about, r->settles, &now, e))
		return false;
	if (!now.settled && !now.gone)
		return !again ||
		       err_set(e, ERR_CONFLICT, _("documents are issued once the figures are final"));
	if (again)
		i.document.reason = rq->reason;
	if (!set_fill(s, a, r, &i.document, e) || !edition_take(s, db, &now, &i, rq->gate, rq->report.unissued, e))
		return false;
	*out = i.document;
	return true;
}

/* ---- what has no number ----------------------------------------------------------------------- */

struct redacting {
	struct arena *arena;
	struct document document;
	int64_t account_id;
	const char *left_out;
};

static bool
redacted_work(struct db *db, struct piece *p, struct err *e)
{
	const struct redacting *w = p->with;
	return document_redacted(db, w->arena, &w->document, w->account_id, w->left_out, e);
}

/* A draft is for nobody yet; what is never issued is logged each time it is given out. */
static bool
redaction_log(struct store *s, struct arena *a, const struct issue_request *rq, const struct report *r,
	struct err *e)
{
	const struct recipe *recipe = recipe_of(rq->report.name);
	struct redacting w = {
		a, document_unissued(recipe, &rq->report), rq->account_id, r->left_out};
	return recipe->numbered || *r->left_out == '\0' || writer_run(store_writer(s), redacted_work, &w, e);
}

static bool
print_anew(struct store *s, struct arena *a, const struct issue_request *rq, struct buf *out, struct err *e)
{
	struct report report;
	return fonts_open(e) && report_make(s, a, &rq->report, &report, e) &&
	       report_pdf(a, &report, rq->gate, out, e) && redaction_log(s, a, rq, &report, e);
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
	const struct document draft = document_unissued(recipe_of(rq->report.name), &rq->report);
	*out = (struct issued){.type = pdf_type, .filename = filename_of(store_reader(s, e), a, &draft)};
	if (print_anew(s, a, rq, &out->bytes, e))
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
		return report_make(s, a, &tables, &report, e) && export_of_report(a, &report, out, e) &&
		       redaction_log(s, a, rq, &report, e);
	if (!document_record(s, a, d, &record, e))
		return false;
	*out = record.tables;
	return out->count > 0 || err_set(e, ERR_ABSENT, _("%s has no tables"), record.title);
}
