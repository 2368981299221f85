/* One disposal: what it is about, who decided, and what is gone. */
#include "web/keep/retention_page.h"

#include <inttypes.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/jobs.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"
#include "work/disposal_job.h"

enum { PAGE_ROWS = 200, KILO = 1024 };

static bool
disposal_of_call(struct call *c, struct disposal *out, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such disposal"));
	return disposal_find(c->db, c->arena, id, out, e);
}

static void
fill_parts(struct call *c, struct dict *page, const struct disposal *d)
{
	for (size_t i = 0; i < d->part_count; i++) {
		int years = RETENTION_IN_USE;
		struct dict *row = dict_add(page, "period");
		(void)retention_class_parse(d->parts[i].class, &years);
		dict_set(row, "part_title", d->parts[i].title);
		retention_show_class(row, "class", years);
		dict_set(row, "starts", wareki_day(c->arena, d->parts[i].starts));
		dict_set(row, "expires", wareki_day(c->arena, d->parts[i].expires));
	}
}

static void
fill_steps(struct call *c, struct dict *page, const struct disposal *d)
{
	if (d->decided_at != 0) {
		struct dict *row = dict_add(page, "decided");
		dict_set(row, "decider", d->decider);
		show_instant(row, c->arena, "decided_at", d->decided_at);
		dict_set(row, "comment", d->comment);
	}
	if (d->begun_at != 0) {
		struct dict *row = dict_add(page, "begun");
		dict_set(row, "executor", d->executor);
		show_instant(row, c->arena, "begun_at", d->begun_at);
	}
	if (d->done_at != 0)
		show_instant(dict_add(page, "ended"), c->arena, "done_at", d->done_at);
}

static bool
fill_gone(struct call *c, struct dict *page, const struct disposal *d, struct err *e)
{
	struct disposal_rows *rows;
	struct disposal_file *files;
	size_t count, n;
	int64_t at = list_page(c);
	if (d->begun_at == 0)
		return true;
	struct dict *gone = dict_add(page, "gone");
	show_number(gone, "files", d->files);
	dict_setf(gone, "file_bytes", "%" PRId64 " KB", (d->file_bytes + KILO - 1) / KILO);
	if (!disposal_rows_list(c->db, c->arena, d->id, &rows, &count, e) ||
		!disposal_files_list(
			c->db, c->arena, d->id, (int)(at - 1) * PAGE_ROWS, PAGE_ROWS + 1, &files, &n, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(gone, "counted");
		dict_show(dict_include(row, "what", "record_word.tpl"), rows[i].what);
		show_number(row, "rows", rows[i].rows);
	}
	for (size_t i = 0; i < n && i < PAGE_ROWS; i++) {
		struct dict *row = dict_add(i == 0 ? (gone = dict_add(gone, "listing")) : gone, "file");
		dict_set(row, "digest", files[i].digest);
		show_number(row, "size", files[i].size);
		dict_show(row, files[i].state);
	}
	if (n > 0)
		show_pages(gone, at, n > PAGE_ROWS);
	return true;
}

/* What this account may do with it now. */
static void
fill_acts(struct call *c, struct dict *page, const struct disposal *d, const char *typed)
{
	bool proposer = d->proposed_by == c->account.id;
	struct dict *form = NULL;
	for (enum disposal_act a = 0; a < DISPOSAL_ACTS; a++) {
		if (!disposal_may(a, d->state, c->account.roles, proposer, NULL))
			continue;
		if (form == NULL) {
			form = dict_add(page, "acts");
			dict_set(form, "form_key", c->form_key);
			show_number(form, "disposal_id", d->id);
			dict_set(form, "comment", typed);
		}
		dict_show(form, disposal_act_key(a));
	}
	if (form != NULL && d->state == DISPOSAL_PROPOSED && proposer)
		dict_show(form, "alone");
	if (d->state == DISPOSAL_PROPOSED && proposer)
		dict_show(page, "own");
}

/* What stands against it now, before anybody tries. */
static bool
fill_hindrance(struct call *c, struct dict *page, const struct disposal *d, struct err *e)
{
	struct err why = {0};
	if (d->state != DISPOSAL_PROPOSED || disposal_fits(c->db, c->arena, d, day_of_instant(c->now), &why))
		return true;
	if (why.kind != ERR_CONFLICT)
		return err_set(e, why.kind, "%s", why.text);
	dict_set(dict_add(page, "hindered"), "sentence", why.text);
	return true;
}

static void
show_disposal(struct call *c, int status, const struct err *complaint)
{
	static const char *const done[] = {"proposed", "approve", "decline", "withdraw", "go_on", NULL};
	struct err e = {0};
	struct disposal d;
	if (!disposal_of_call(c, &d, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Disposal"));
	form_done(c, page, done);
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint->text);
	retention_show_disposal(c, page, &d);
	dict_set(page, "why", d.reason);
	if (d.subject.cycle_id != 0)
		show_number(dict_add(page, "of_cycle"), "cycle_id", d.subject.cycle_id);
	else
		show_number(dict_add(page, "of_year"), "year", d.subject.year);
	fill_parts(c, page, &d);
	fill_steps(c, page, &d);
	fill_acts(c, page, &d, complaint != NULL ? form_text(c, "comment") : "");
	if (fill_hindrance(c, page, &d, &e) && fill_gone(c, page, &d, &e)) {
		page_show(c, status, "disposal.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_disposal(struct call *c)
{
	show_disposal(c, 200, NULL);
}

/* ---- deciding ---------------------------------------------------------------------------- */

struct deciding {
	struct disposal disposal;
	struct disposal_decision decision;
	struct arena *arena;
};

/* What is approved is carried out at once, as a job. */
static bool
decide_work(struct db *db, struct piece *p, struct err *e)
{
	struct deciding *w = p->with;
	int64_t job;
	if (!disposal_decide(db, w->arena, &w->decision, e))
		return false;
	if (w->decision.act != DISPOSAL_APPROVE && w->decision.act != DISPOSAL_GO_ON)
		return true;
	struct job j = disposal_job(w->arena, &w->disposal, w->decision.account_id, w->decision.now);
	return job_add(db, &j, &job, e);
}

static void
after_deciding(struct call *c, const struct err *failed)
{
	const struct deciding *w = c->state;
	if (failed == NULL)
		page_redirect(c, "/admin/disposals/%lld?done=%s", (long long)w->disposal.id,
			disposal_act_key(w->decision.act));
	else if (failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT)
		show_disposal(c, failed->kind == ERR_INPUT ? 422 : 409, failed);
	else
		page_error(c, failed);
}

void
page_disposal_post(struct call *c)
{
	static const char *const names[] = {"do", "comment", NULL};
	struct err e = {0};
	struct deciding *w = ARENA_NEW(c->arena, struct deciding);
	w->arena = c->arena;
	if (!form_check(c, names, &e) || !disposal_of_call(c, &w->disposal, &e)) {
		page_error(c, &e);
		return;
	}
	w->decision = (struct disposal_decision){.id = w->disposal.id,
		.account_id = c->account.id,
		.roles = c->account.roles,
		.comment = form_lines(c->arena, form_text(c, "comment")),
		.now = c->now};
	if (!disposal_act_parse(form_text(c, "do"), &w->decision.act)) {
		err_set(&e, ERR_INPUT, _("a disposal is approved, declined, withdrawn or gone on with"));
		page_error(c, &e);
		return;
	}
	c->state = w;
	web_write(c, decide_work, w, after_deciding);
}
