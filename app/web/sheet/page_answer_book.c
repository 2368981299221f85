/* Answer sheets as a workbook: handed out, and what comes back shown and then taken. */
#include "web/pages.h"

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/sheet/answer_book.h"
#include "web/form.h"
#include "web/pending.h"
#include "web/scope.h"
#include "web/show.h"

static void
fill_department(struct dict *page, const struct cycle *cycle, const struct cycle_department *d)
{
	struct dict *row = dict_add(page, "department");
	show_number(row, "cycle_id", cycle->id);
	dict_set(row, "key", d->key);
	dict_set(row, "name", d->name);
}

static bool
book_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	struct cycle_department *list;
	size_t count;
	if (!cycle_current(c->db, c->arena, &cycle, e) ||
		!scope_departments(c, &cycle, ROLE_ADMIN, true, &list, &count, e))
		return false;
	dict_set(page, "cycle_title", cycle.title);
	dict_show(page, cycle_live(cycle.state) ? "live" : "over");
	for (size_t i = 0; i < count && cycle_live(cycle.state); i++)
		fill_department(page, &cycle, &list[i]);
	return true;
}

/* The day it was handed in, as it was typed; today, as long as nothing was. */
static void
fill_day(struct call *c, struct dict *page)
{
	const char *typed = form_text(c, "on");
	dict_set(page, "on", typed[0] != '\0' ? typed : day_value(c->arena, day_of_instant(c->now)));
}

/* The page with what was found or done; section says what befell the file. */
static void
book_show(struct call *c, int status, const char *section, struct answer_import *i, const char *sentence)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Answer sheets in Excel"));
	fill_day(c, page);
	if (!book_fill(c, page, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	struct dict *d = section != NULL ? dict_add(page, section) : NULL;
	if (sentence != NULL)
		dict_set(d, "sentence", sentence);
	if (i != NULL) {
		char digest[DIGEST_SIZE];
		pending_put(i->file, i->data, i->length, c->account.id, c->now, digest);
		dict_set(d, "digest", digest);
		dict_set(d, "filename", i->file);
	}
	for (size_t n = 0; i != NULL && n < i->row_count; n++) {
		const struct answer_row *r = &i->rows[n];
		struct dict *row = dict_add(d, "sheet");
		dict_set(row, "worksheet", r->worksheet);
		dict_set(row, "code", r->code);
		dict_set(row, "name", r->name);
		dict_show(row, answer_outcome_key(r->outcome));
		show_number(row, "given", (int64_t)r->given);
		show_number(row, "asked", (int64_t)r->asked);
		dict_set(row, "receipt", r->receipt);
	}
	for (size_t n = 0; i != NULL && n < i->faults.count; n++) {
		struct dict *row = dict_add(dict_add(d, "fault_row"), "fault");
		dict_set(row, "worksheet", i->faults.items[n].worksheet);
		dict_set(row, "cell", i->faults.items[n].cell);
		dict_set(row, "reason", i->faults.items[n].reason);
	}
	if (i != NULL && i->faults.count > 0)
		dict_show(d, "faulty");
	page_show(c, status, "answer_book.tpl", page);
}

void
page_answer_book(struct call *c)
{
	book_show(c, 200, NULL, NULL, NULL);
}

/* ---- handing out ---- */

struct handing {
	struct cycle cycle;
	struct cycle_department department;
	struct buf bytes;
};

static bool
handing_work(struct call *c, struct err *e)
{
	struct handing *h = c->state;
	struct answer_book book;
	return answer_book_gather(
		       c->store, c->arena, &h->cycle, &h->department, c->account.id, c->now, &book, e) &&
	       answer_book_write(c->arena, &book, &h->bytes, e);
}

static void
after_handing(struct call *c, const struct err *failed)
{
	struct handing *h = c->state;
	if (failed == NULL) {
		page_file(c, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			arena_printf(c->arena, "answers-%s-%s.xlsx", cycle_mark(c->arena, &h->cycle),
				h->department.key),
			&h->bytes);
		return;
	}
	buf_free(&h->bytes);
	page_error(c, failed);
}

void
page_answer_book_file(struct call *c)
{
	struct err e = {0};
	struct handing *h = ARENA_NEW(c->arena, struct handing);
	if (!scope_cycle(c, c->parts[0], &h->cycle, &e) ||
		!scope_department(c, &h->cycle, c->parts[1], &h->department, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = h;
	web_slow(c, LANE_PAPER, handing_work, after_handing);
}

/* ---- taking back ---- */

static bool
try_work(struct call *c, struct err *e)
{
	return answer_import_try(c->store, c->state, e);
}

static bool
run_work(struct call *c, struct err *e)
{
	return answer_import_run(c->store, c->state, e);
}

static void
after_try(struct call *c, const struct err *failed)
{
	if (failed == NULL)
		book_show(c, 200, "tried", c->state, NULL);
	else
		book_show(c, error_status(c, failed), "unusable", NULL, failed->text);
}

static void
after_run(struct call *c, const struct err *failed)
{
	if (failed == NULL)
		book_show(c, 200, "stored", c->state, NULL);
	else
		book_show(c, error_status(c, failed), "unusable", NULL, failed->text);
}

static struct answer_import *
import_of(struct call *c, const char *name, const void *data, size_t length, day_t day)
{
	struct answer_import *i = ARENA_NEW(c->arena, struct answer_import);
	*i = (struct answer_import){.arena = c->arena,
		.data = data,
		.length = length,
		.file = name,
		.account_id = c->account.id,
		.day = day,
		.now = c->now};
	return i;
}

void
page_answer_book_post(struct call *c)
{
	static const char *const names[] = {"book", "on", NULL};
	struct err e = {0};
	day_t day;
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, "book");
	if (file == NULL) {
		book_show(c, 422, "no_file", NULL, NULL);
		return;
	}
	if (!day_parse(form_text(c, "on"), &day)) {
		book_show(c, 422, "no_day", NULL, NULL);
		return;
	}
	c->state = import_of(c, file->filename, file->value, file->length, day);
	web_slow(c, LANE_PAPER, try_work, after_try);
}

void
page_answer_book_apply(struct call *c)
{
	static const char *const names[] = {"digest", "on", NULL};
	struct err e = {0};
	day_t day;
	struct pending file;
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	if (!day_parse(form_text(c, "on"), &day) ||
		!pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &file)) {
		book_show(c, 409, "expired", NULL, NULL);
		return;
	}
	c->state = import_of(c, file.name, file.data, file.length, day);
	web_slow(c, LANE_PAPER, run_work, after_run);
}
