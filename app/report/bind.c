#include "report/bind.h"

#include <string.h>

#include "base/words.h"
#include "draw/font.h"
#include "draw/palette.h"
#include "report/fill.h"
#include "report/paper.h"
#include "report/record.h"
#include "report/shelf.h"
#include "store/sheet/sheet_lines.h"
#include "zip/zip.h"

struct binder {
	struct store *store;
	struct arena *arena;
	const struct bind_request *rq;
	struct document *documents; /* per subject; id 0: not issued */
	const struct lexicon *lexicon;
	bool sheets, issued; /* sheets: not departments */
	size_t done, steps;
};

static bool
step(struct binder *b, struct err *e)
{
	b->done++;
	return b->rq->tell == NULL || b->rq->tell(b->rq->with, b->done, b->steps, e);
}

static struct issue_request
request_for(const struct binder *b, size_t i)
{
	struct issue_request rq = b->rq->issue;
	rq.reason = NULL;
	if (b->sheets)
		rq.report.sheet_id = b->rq->subjects[i];
	else
		rq.report.department_id = b->rq->subjects[i];
	return rq;
}

/* ---- one PDF ------------------------------------------------------------------------------- */

/* The number counted through, below that of the report itself. Until the total is known every digit
 * stands there, so that none is missing among the characters. */
static void
page_stamp(struct arena *a, const struct lexicon *w, struct canvas *page, size_t number, size_t total)
{
	struct filling f[] = {{"page", total == 0 ? "0123456789" : arena_printf(a, "%zu", number)},
		{"pages", arena_printf(a, "%zu", total)}};
	canvas_text(page, FACE_GOTHIC, NOTE_SIZE, PALETTE_MUTED, ANCHOR_RIGHT, page->width - PAPER_RIGHT,
		page->height - MM(6), text_fill(a, lexicon_text(w, WORD_BOUND_PAGE), f, 2));
}

/* As it was issued, or a draft as it is now. */
static bool
part_record(struct binder *b, size_t i, struct arena *a, struct record *out, struct err *e)
{
	const struct document *d = &b->documents[i];
	struct report_request one = request_for(b, i).report;
	struct report r;
	if (d->id != 0)
		return document_record(b->store, a, d, out, e);
	if (!report_make(b->store, a, &one, &r, e) || !record_of_report(a, &r, out, e))
		return false;
	if (b->sheets && r.foot != NULL)
		out->subject = r.foot;
	return true;
}

static bool
part_make(void *with, const struct pdf_binding *at, struct arena *a, struct pdf_part *out, struct err *e)
{
	struct binder *b = with;
	struct record record;
	if (!part_record(b, at->document, a, &record, e))
		return false;
	*out = (struct pdf_part){
		.title = record.subject, .pages = record.pages, .page_count = record.page_count};
	if (!b->sheets) {
		out->outline = record.outline;
		out->outline_count = record.outline_count;
	}
	for (size_t i = 0; i < out->page_count; i++)
		page_stamp(a, b->lexicon, record.pages[i], at->first + i + 1, at->total);
	return step(b, e);
}

/* Each in its own file first, so that it is issued and stays what is bound here. */
static bool
documents_issue(struct binder *b, struct err *e)
{
	struct arena *a = arena_create();
	bool ok = true;
	for (size_t i = 0; ok && i < b->rq->count; i++, arena_reset(a)) {
		struct issue_request rq = request_for(b, i);
		struct issued issued;
		ok = report_issue(b->store, a, &rq, &issued, e) &&
		     document_find(
			     store_reader(b->store, e), b->arena, issued.document.id, &b->documents[i], e);
		buf_free(&issued.bytes);
		ok = ok && step(b, e);
	}
	arena_destroy(a);
	return ok;
}

/* What is bound of issued documents is of the day and the hand of the last of them: the same
 * documents bound again give the same bytes. */
static void
info_fill(const struct binder *b, struct pdf_info *info)
{
	for (size_t i = 0; b->issued && i < b->rq->count; i++) {
		const struct document *d = &b->documents[i];
		if (i > 0 && d->issued_at <= info->issued)
			continue;
		info->issued = d->issued_at;
		info->author = d->issued_by;
	}
}

static bool
bind_pdf(struct binder *b, const char *title, struct buf *out, struct err *e)
{
	const struct report_request *r = &b->rq->issue.report;
	struct pdf_info info = {.title = title, .author = r->issued_by, .issued = r->now};
	b->steps = (b->issued ? 3 : 2) * b->rq->count;
	if (b->issued && !documents_issue(b, e))
		return false;
	info_fill(b, &info);
	/* Each is made twice, first for its characters and its pages: people who answer meanwhile must not
	 * make two of it. So the whole is of one moment. */
	struct db *db = store_reader(b->store, e);
	if (db == NULL || !db_begin(db, e))
		return false;
	bool ok = pdf_bind(b->rq->count, part_make, b, &info, b->rq->issue.gate, out, e);
	db_rollback(db);
	return ok;
}

/* ---- a ZIP --------------------------------------------------------------------------------- */

static bool
zip_fill(struct binder *b, struct bundle *zip, struct buf *files, struct err *e)
{
	for (size_t i = 0; i < b->rq->count; i++) {
		struct issue_request rq = request_for(b, i);
		struct issued issued;
		if (!report_issue(b->store, b->arena, &rq, &issued, e))
			return false;
		files[i] = issued.bytes;
		if (!bundle_add(zip, issued.filename, files[i].data, files[i].length, e) || !step(b, e))
			return false;
	}
	return true;
}

static bool
bind_zip(struct binder *b, struct buf *out, struct err *e)
{
	struct buf *files = ARENA_ARRAY(b->arena, struct buf, b->rq->count);
	struct bundle *zip = bundle_create(b->rq->issue.report.now);
	b->steps = b->rq->count;
	bool ok = zip_fill(b, zip, files, e) && bundle_finish(zip, out, e);
	bundle_destroy(zip);
	for (size_t i = 0; i < b->rq->count; i++)
		buf_free(&files[i]);
	return ok;
}

/* ---- both ------------------------------------------------------------------------------------ */

static bool
binder_fill(struct binder *b, struct cycle *c, struct recipe_name *recipe, struct err *e)
{
	struct recipe_name *list;
	size_t count;
	const struct report_request *r = &b->rq->issue.report;
	struct db *db = store_reader(b->store, e);
	if (db == NULL || !cycle_find(db, b->arena, r->cycle_id, c, e) ||
		!recipes_list(b->arena, &list, &count, e))
		return false;
	*recipe = (struct recipe_name){.name = r->name};
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].name, r->name) == 0)
			*recipe = list[i];
	if (!recipe->paper || !(recipe->department || recipe->sheet))
		return err_set(e, ERR_INPUT, _("there is no report %s for each of several"), r->name);
	b->sheets = recipe->sheet;
	b->issued = recipe->numbered && cycle_final(c->state);
	b->documents = ARENA_ARRAY(b->arena, struct document, b->rq->count);
	return b->rq->count > 0 || err_set(e, ERR_ABSENT, _("there is nothing to bind"));
}

bool
report_bind(
	struct store *s, struct arena *a, const struct bind_request *rq, struct issued *out, struct err *e)
{
	struct binder b = {.store = s, .arena = a, .rq = rq};
	struct cycle c;
	struct recipe_name recipe;
	const struct shelf *shelf = shelf_get(e);
	if (shelf == NULL || shelf_paper(shelf, a, rq->issue.report.name, e) == NULL || !binder_fill(&b, &c, &recipe, e) || !fonts_open(e))
		return false;
	b.lexicon = shelf->lexicon;
	bool zip = rq->form == BIND_ZIP;
	*out = (struct issued){.type = zip ? "application/zip" : "application/pdf",
		.filename = arena_printf(a, "%s-%s.%s", recipe.name, cycle_mark(a, &c), zip ? "zip" : "pdf")};
	const char *title = arena_printf(a, "%s %s", c.title, recipe.title);
	if (zip ? bind_zip(&b, &out->bytes, e) : bind_pdf(&b, title, &out->bytes, e))
		return true;
	buf_free(&out->bytes);
	return false;
}

bool
bind_departments(
	struct store *s, struct arena *a, int64_t cycle_id, int64_t **out, size_t *count, struct err *e)
{
	struct cycle_department *list;
	struct db *db = store_reader(s, e);
	if (db == NULL || !cycle_departments(db, a, cycle_id, &list, count, e))
		return false;
	*out = ARENA_ARRAY(a, int64_t, *count);
	for (size_t i = 0; i < *count; i++)
		(*out)[i] = list[i].department_id;
	return true;
}

bool
bind_sheets(struct store *s, struct arena *a, int64_t cycle_id, int64_t department_id, const char *set_key,
	int64_t **out, size_t *count, struct err *e)
{
	struct sheet_line *list;
	struct db *db = store_reader(s, e);
	size_t n, kept = 0;
	if (db == NULL || !sheet_lines(db, a, cycle_id, department_id, &list, &n, e))
		return false;
	*out = ARENA_ARRAY(a, int64_t, n);
	for (size_t i = 0; i < n; i++)
		if (!list[i].excluded && (set_key == NULL || strcmp(set_key, list[i].set_key) == 0))
			(*out)[kept++] = list[i].id;
	*count = kept;
	return true;
}
