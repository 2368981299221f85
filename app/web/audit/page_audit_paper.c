/* One paper about audits: its editions for each kind of readers, printing it, issuing it again; its tables. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "web/audit/audit_paper.h"
#include "web/figure/export.h"
#include "web/figure/paper_file.h"
#include "web/figure/report_scope.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

struct printing {
	struct audit_paper paper;
	struct issue_request request;
	int64_t edition; /* 0: the one that stands */
	struct issued issued;
	enum export_form form;
	struct exported exported;
};

/* /papers/RECIPE/OF and what more, with what it is asked for with. */
static const char *
address_of(struct call *c, const struct audit_paper *p, const char *suffix)
{
	return arena_printf(c->arena, "/papers/%s/%s%s?readers=%s&department=%s",
		query_escape(c->arena, p->recipe.name), query_escape(c->arena, p->of), suffix,
		readers_key(p->readers), query_escape(c->arena, p->department_key));
}

static bool
printing_of_call(struct call *c, const char *of, struct printing *p, struct err *e)
{
	const char *substitute = http_query(c->http, "substitute"), *edition = http_query(c->http, "edition");
	if (!audit_paper_of_call(c, of, &p->paper, e))
		return false;
	if (edition != NULL && !number_parse(edition, 1, 10000, &p->edition))
		return err_set(e, ERR_ABSENT, _("there is no such edition"));
	p->request = (struct issue_request){.account_id = c->account.id,
		.gate = substitute != NULL && strcmp(substitute, "1") == 0 ? GLYPHS_SUBSTITUTE
									   : GLYPHS_REFUSE,
		.report = {.name = p->paper.recipe.name,
			.about_id = p->paper.id,
			.reader_id = c->account.id,
			.department_id = p->paper.department_id,
			.readers = p->paper.readers,
			.unissued = !p->paper.issues,
			.now = c->now,
			.issued_by = c->account.name}};
	return true;
}

/* ---- its editions ------------------------------------------------------------------------------ */

static bool
is_of(const struct document *d, const struct audit_paper *p)
{
	return strcmp(d->recipe, p->recipe.name) == 0 && d->department_id == p->department_id &&
	       readers_of(d->readers) == p->readers;
}

/* What is said of it: last is the newest edition, NULL when it was never issued. */
static const char *
state_of(const struct audit_paper *p, const struct document *last)
{
	if (!p->recipe.numbered)
		return "free";
	if (p->standing.gone)
		return last != NULL ? "again" : "gone";
	if (!p->standing.settled)
		return "draft";
	if (last != NULL && last->about_edition == p->standing.version)
		return "again";
	if (p->issues)
		return last == NULL ? "first" : "changed";
	return p->drafts ? "unissued" : "waiting";
}

static void
prints_fill(struct call *c, struct dict *page, const struct audit_paper *p)
{
	struct dict *d = dict_add(page, "prints");
	dict_set(d, "pdf", address_of(c, p, ".pdf"));
	if (p->recipe.tables)
		show_export(c, dict_add(d, "has_tables"), address_of(c, p, "/tables"));
}

static bool
editions_fill(struct call *c, struct dict *page, const struct audit_paper *p, struct err *e)
{
	struct topic about = {p->recipe.about, p->id};
	struct document *list;
	const struct document *last = NULL;
	size_t count;
	if (!documents_about(c->db, c->arena, &about, &list, &count, e))
		return false;
	for (size_t i = count; i-- > 0;) {
		if (!is_of(&list[i], p))
			continue;
		struct dict *row = dict_add(page, "document");
		show_document(c, row, &list[i]);
		dict_set(row, "link",
			arena_printf(c->arena, "%s&edition=%d", address_of(c, p, ".pdf"), list[i].edition));
		last = last == NULL ? &list[i] : last;
	}
	const char *state = state_of(p, last);
	dict_show(page, state);
	if (strcmp(state, "waiting") != 0 && strcmp(state, "gone") != 0)
		prints_fill(c, page, p);
	bool fixed = p->recipe.numbered && p->standing.settled && !p->standing.gone;
	if (fixed && last != NULL && p->issues && (c->account.roles & (ROLE_LEAD | ROLE_ADMIN)) != 0)
		dict_show(page, "may_replace");
	return true;
}

static void
paper_show(struct call *c, const struct audit_paper *p, int status, const char *complaint)
{
	static const char *const done[] = {"issued", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, p->recipe.title);
	form_done(c, page, done);
	dict_set(page, "paper_title", p->recipe.title);
	dict_set(page, "of", p->of);
	dict_set(page, "of_title", p->title);
	dict_set(page, "back", p->back);
	dict_set(page, "address", address_of(c, p, ""));
	dict_show(page, readers_key(p->readers));
	dict_set(page, "typed", form_text(c, "reason"));
	if (complaint != NULL)
		dict_set(dict_add(page, "complaint"), "text", complaint);
	if (editions_fill(c, page, p, &e)) {
		page_show(c, status, "audit_paper.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- printing ---------------------------------------------------------------------------------- */

static bool
edition_find(struct call *c, const struct printing *p, struct document *out, struct err *e)
{
	struct topic about = {p->paper.recipe.about, p->paper.id};
	struct document *list;
	size_t count;
	if (!documents_about(c->db, c->arena, &about, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		*out = list[i];
		if (is_of(&list[i], &p->paper) && list[i].edition == p->edition)
			return true;
	}
	return err_set(e, ERR_ABSENT, _("there is no such edition"));
}

/* Printing what is settled for the first time issues it. */
static bool
may_print(struct call *c, const struct printing *p, struct err *e)
{
	const struct audit_paper *a = &p->paper;
	bool stands;
	if (a->issues || a->drafts || !a->recipe.numbered || !a->standing.settled || p->edition != 0)
		return true;
	if (!audit_paper_stands(c, a, &stands, e))
		return false;
	return stands || err_set(e, ERR_ABSENT, _("this document has not been issued yet"));
}

static bool
print_work(struct call *c, struct err *e)
{
	struct printing *p = c->state;
	struct document d;
	if (!may_print(c, p, e))
		return false;
	bool ok = p->edition == 0 ? report_issue(c->store, c->arena, &p->request, &p->issued, e)
				  : edition_find(c, p, &d, e) && document_print(c->store, c->arena, &d,
									 p->request.gate, &p->issued, e);
	if (ok)
		paper_hold(c, &p->issued);
	return ok;
}

/* The glyph gate refuses with ERR_INPUT and names the characters. */
static void
after_print(struct call *c, const struct err *failed)
{
	struct printing *p = c->state;
	if (failed == NULL) {
		paper_answer(c, &p->issued);
		return;
	}
	if (failed->kind != ERR_INPUT) {
		page_error(c, failed);
		return;
	}
	struct dict *page = page_begin(c, _("Characters that cannot be printed"));
	dict_set(page, "characters", failed->text);
	dict_set(page, "again", arena_printf(c->arena, "%s&substitute=1", address_of(c, &p->paper, ".pdf")));
	dict_set(page, "back", p->paper.back);
	page_show(c, 422, "glyphs.tpl", page);
}

static const char *
without_suffix(struct call *c, const char *file, bool *pdf)
{
	size_t length = strlen(file);
	*pdf = length > 4 && strcmp(file + length - 4, ".pdf") == 0;
	return *pdf ? arena_strndup(c->arena, file, length - 4) : file;
}

void
page_audit_paper(struct call *c)
{
	struct err e = {0};
	bool pdf;
	const char *of = without_suffix(c, c->parts[1], &pdf);
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	if (!printing_of_call(c, of, p, &e)) {
		page_error(c, &e);
		return;
	}
	if (!pdf) {
		paper_show(c, &p->paper, 200, NULL);
		return;
	}
	c->state = p;
	web_slow(c, LANE_PAPER, print_work, after_print);
}

/* ---- issuing again ------------------------------------------------------------------------------ */

static bool
replace_work(struct call *c, struct err *e)
{
	const struct printing *p = c->state;
	return paper_replace(c, &p->request, e);
}

static void
after_replace(struct call *c, const struct err *failed)
{
	const struct printing *p = c->state;
	if (failed == NULL)
		page_redirect(c, "%s&done=issued", address_of(c, &p->paper, ""));
	else
		page_error(c, failed);
}

void
page_audit_paper_post(struct call *c)
{
	static const char *const fields[] = {"reason", NULL};
	struct err e = {0};
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	if (!form_check(c, fields, &e) || !printing_of_call(c, c->parts[1], p, &e)) {
		page_error(c, &e);
		return;
	}
	if (!p->paper.issues) {
		err_set(&e, ERR_DENIED, _("this is not yours to do with this audit"));
		page_error(c, &e);
		return;
	}
	const char *reason = form_text(c, "reason");
	if (!paper_reason(reason, &e)) {
		paper_show(c, &p->paper, 422, e.text);
		return;
	}
	p->request.reason = reason;
	c->state = p;
	web_slow(c, LANE_PAPER, replace_work, after_replace);
}

/* ---- its tables ---------------------------------------------------------------------------------- */

static bool
tables_work(struct call *c, struct err *e)
{
	struct printing *p = c->state;
	struct document d;
	struct export x;
	p->request.gate = GLYPHS_SUBSTITUTE;
	return may_print(c, p, e) && report_tables(c->store, c->arena, &p->request, &x, &d, e) &&
	       export_write(c->arena, &x, p->form, true, &p->exported, e) &&
	       (d.id == 0 || document_keep(c->store, c->arena, &d, export_form_name(p->form),
				     &p->exported.bytes, e));
}

static void
after_tables(struct call *c, const struct err *failed)
{
	struct printing *p = c->state;
	if (failed == NULL) {
		page_exported(c, arena_printf(c->arena, "%s-%s", p->paper.recipe.name, p->paper.of),
			address_of(c, &p->paper, "/tables"), p->form, &p->exported);
		return;
	}
	buf_free(&p->exported.bytes);
	page_error(c, failed);
}

void
page_audit_paper_tables(struct call *c)
{
	struct err e = {0};
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	if (!export_asked(c, &p->form, &e) || !printing_of_call(c, c->parts[1], p, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = p;
	web_slow(c, LANE_PAPER, tables_work, after_tables);
}
