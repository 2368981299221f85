/* One paper: its editions, printing it, issuing it again. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "web/figure/export.h"
#include "web/figure/paper_file.h"
#include "web/figure/report_scope.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/show.h"

static bool
same_paper(const struct document *d, const struct paper_subject *s)
{
	return d->department_id == s->department.department_id && strcmp(d->recipe, s->recipe.name) == 0;
}

static bool
fill_editions(struct call *c, struct dict *page, const struct paper_subject *s, struct err *e)
{
	struct document *list;
	size_t count, found = 0;
	if (!documents_of_cycle(c->db, c->arena, s->cycle.id, &list, &count, e))
		return false;
	for (size_t i = count; i-- > 0;) {
		if (!same_paper(&list[i], s))
			continue;
		struct dict *row = dict_add(page, "document");
		show_document(c, row, &list[i]);
		dict_set(row, "recipe", s->recipe.name);
		show_number(row, "cycle_id", s->cycle.id);
		dict_set(row, "key", s->key);
		found++;
	}
	bool fixed = s->recipe.numbered && cycle_final(s->cycle.state);
	dict_show(page, !s->recipe.numbered ? "free" : !fixed ? "draft" : found == 0 ? "first" : "again");
	if (fixed && found > 0 && (c->account.roles & ROLE_ADMIN))
		dict_show(page, "may_replace");
	return true;
}

static void
document_show(struct call *c, const struct paper_subject *s, int status, const char *complaint)
{
	static const char *const done[] = {"issued", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, s->recipe.title);
	form_done(c, page, done);
	dict_set(page, "recipe", s->recipe.name);
	dict_set(page, "recipe_title", s->recipe.title);
	show_number(page, "cycle_id", s->cycle.id);
	dict_set(page, "cycle_title", s->cycle.title);
	dict_set(page, "key", s->key);
	dict_set(page, "subject", s->name);
	dict_set(page, "typed", form_text(c, "reason"));
	if (complaint != NULL)
		dict_set(dict_add(page, "complaint"), "text", complaint);
	show_export(c, page, report_tables_address(c->arena, s->recipe.name, s->cycle.id, s->key, NULL));
	if (fill_editions(c, page, s, &e)) {
		page_show(c, status, "document.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- printing -------------------------------------------------------------------------------- */

struct printing {
	struct issue_request request;
	int64_t edition; /* 0: the newest */
	struct issued issued;
};

static bool
edition_find(struct call *c, const struct printing *p, struct document *out, struct err *e)
{
	struct document *list;
	size_t count;
	const struct report_request *r = &p->request.report;
	if (!documents_of_cycle(c->db, c->arena, r->cycle_id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		*out = list[i];
		if (list[i].edition == p->edition && list[i].department_id == r->department_id &&
			strcmp(list[i].recipe, r->name) == 0)
			return true;
	}
	return err_set(e, ERR_ABSENT, _("there is no such edition"));
}

static bool
print_work(struct call *c, struct err *e)
{
	struct printing *p = c->state;
	struct document d;
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
	dict_set(page, "again",
		arena_printf(c->arena, "/reports/%s/%s/%s?substitute=1", query_escape(c->arena, c->parts[0]),
			query_escape(c->arena, c->parts[1]), query_escape(c->arena, c->parts[2])));
	dict_set(page, "back", "/reports");
	page_show(c, 422, "glyphs.tpl", page);
}

/* KEY.pdf asks for the paper, KEY for what is known of it; which, and the key alone. */
static const char *
key_of_file(struct call *c, const char *file, bool *paper)
{
	size_t length = strlen(file);
	*paper = length > 4 && strcmp(file + length - 4, ".pdf") == 0;
	return *paper ? arena_strndup(c->arena, file, length - 4) : file;
}

static bool
printing_of(struct call *c, const struct paper_subject *s, struct printing *p, struct err *e)
{
	const char *substitute = http_query(c->http, "substitute"), *edition = http_query(c->http, "edition");
	if (edition != NULL && !number_parse(edition, 1, 10000, &p->edition))
		return err_set(e, ERR_ABSENT, _("there is no such edition"));
	p->request = (struct issue_request){.account_id = c->account.id,
		.gate = substitute != NULL && strcmp(substitute, "1") == 0 ? GLYPHS_SUBSTITUTE
									   : GLYPHS_REFUSE,
		.report = {.name = s->recipe.name,
			.cycle_id = s->cycle.id,
			.department_id = s->department.department_id,
			.now = c->now,
			.issued_by = c->account.name}};
	return true;
}

void
page_document(struct call *c)
{
	struct err e = {0};
	struct paper_subject s;
	bool paper;
	const char *key = key_of_file(c, c->parts[2], &paper);
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	if (!paper_subject(c, key, &s, &e) || !printing_of(c, &s, p, &e)) {
		page_error(c, &e);
		return;
	}
	if (!paper) {
		document_show(c, &s, 200, NULL);
		return;
	}
	c->state = p;
	web_slow(c, LANE_PAPER, print_work, after_print);
}

/* ---- issuing again ------------------------------------------------------------------------------ */

struct replacing {
	struct printing printing;
	struct paper_subject subject;
};

static bool
replace_work(struct call *c, struct err *e)
{
	const struct replacing *r = c->state;
	return paper_replace(c, &r->printing.request, e);
}

static void
after_replace(struct call *c, const struct err *failed)
{
	const struct replacing *r = c->state;
	if (failed == NULL)
		page_redirect(c, "/reports/%s/%lld/%s?done=issued", r->subject.recipe.name,
			(long long)r->subject.cycle.id, query_escape(c->arena, r->subject.key));
	else
		page_error(c, failed);
}

void
page_document_post(struct call *c)
{
	static const char *const fields[] = {"reason", NULL};
	struct err e = {0};
	struct replacing *r = ARENA_NEW(c->arena, struct replacing);
	if (!form_check(c, fields, &e) || !paper_subject(c, c->parts[2], &r->subject, &e) ||
		!printing_of(c, &r->subject, &r->printing, &e)) {
		page_error(c, &e);
		return;
	}
	const char *reason = form_text(c, "reason");
	if (!paper_reason(reason, &e)) {
		document_show(c, &r->subject, 422, e.text);
		return;
	}
	r->printing.request.reason = reason;
	c->state = r;
	web_slow(c, LANE_PAPER, replace_work, after_replace);
}
