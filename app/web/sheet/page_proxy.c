/*
 * 代理入力: the code printed on a paper leads to one page that is filled in from the
 * keyboard alone, and from there back to the next code. What lacks an answer on paper
 * is not made up: nothing is stored until everything is there.
 */
#include "web/sheet/proxy_page.h"

#include "base/number.h"
#include "base/words.h"
#include "domain/answer/sheet_code.h"
#include "domain/organisation/role.h"
#include "store/sheet/proxy.h"
#include "store/sheet/sheet_acts.h"
#include "web/scope.h"
#include "web/show.h"

enum { FOUND_MOST = 50 };

/* ---- which sheet ---------------------------------------------------------------------- */

static bool
may_type(struct call *c, const struct sheet *s, struct err *e)
{
	unsigned actors;
	struct sheet_facts facts = sheet_facts(s);
	return sheet_actors(c->db, c->arena, s->id, c->account.id, &actors, e) &&
	       sheet_may(SHEET_PROXY, actors, &facts, e);
}

bool
proxy_sheet(struct call *c, const char *typed, struct sheet *s, struct err *e)
{
	const char *code = sheet_code_read(c->arena, typed);
	if (code == NULL)
		return err_set(e, ERR_INPUT, _("%s is not the code of a sheet; look at it once more"), typed);
	if (!sheet_by_code(c->db, c->arena, code, s, e))
		return e->kind == ERR_ABSENT ? err_set(e, ERR_INPUT, _("there is no sheet %s"), code) : false;
	return may_type(c, s, e);
}

/* In every department at once, or in those the manager acts for one after another. */
static bool
find_words(struct call *c, const char *words, struct sheet **out, size_t *count, struct err *e)
{
	struct cycle cycle;
	struct cycle_department *departments;
	size_t department_count;
	*out = NULL;
	*count = 0;
	if (!scope_cycle(c, NULL, &cycle, e))
		return false;
	if ((c->account.roles & ROLE_ADMIN) != 0)
		return sheets_find_words(c->db, c->arena, cycle.id, 0, words, FOUND_MOST, out, count, e);
	if (!scope_departments(c, &cycle, ROLE_ADMIN, true, &departments, &department_count, e))
		return false;
	for (size_t i = 0; i < department_count; i++) {
		struct sheet *list;
		size_t n;
		if (!sheets_find_words(c->db, c->arena, cycle.id, departments[i].department_id, words,
			    FOUND_MOST, &list, &n, e))
			return false;
		for (size_t k = 0; k < n && *count < FOUND_MOST; k++) {
			*out = ARENA_PUSH(c->arena, *out, *count);
			(*out)[(*count)++] = list[k];
		}
	}
	return true;
}

static bool
fill_found(struct call *c, struct dict *page, const char *words, struct err *e)
{
	struct sheet *list;
	size_t count;
	struct err why;
	if (!find_words(c, words, &list, &count, e))
		return false;
	struct dict *found = dict_add(page, count > 0 ? "found" : "none");
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q =
			store_cycle_set(c->store, list[i].cycle_id, list[i].set_key, e);
		if (q == NULL)
			return false;
		struct dict *row = dict_add(found, "sheet");
		dict_set(row, "code", list[i].code);
		dict_set(row, "department", list[i].department_name);
		show_unit(row, &list[i]);
		dict_set(row, "set_title", q->title);
		show_sheet_state(row, "state", &list[i]);
		if (may_type(c, &list[i], &why))
			dict_show(row, "typable");
	}
	return true;
}

static void
fill_done(struct call *c, struct dict *page, const char *receipt)
{
	int64_t kept;
	const char *text = http_query(c->http, "kept");
	struct dict *d = dict_add(page, "done");
	dict_set(d, "receipt", receipt);
	if (text != NULL && number_parse(text, 1, INT32_MAX, &kept))
		show_number(dict_add(d, "some_kept"), "kept", kept);
}

static void
proxy_show(struct call *c, int status, const char *typed, const char *fault)
{
	struct err e = {0};
	const char *words = http_query(c->http, "q"), *done = http_query(c->http, "done");
	struct dict *page = page_begin(c, _("Typing in what was answered on paper"));
	dict_set(page, "typed", typed);
	dict_set(page, "day", http_query(c->http, "day"));
	dict_set(page, "words", words);
	if (fault != NULL)
		dict_set(dict_add(page, "fault"), "sentence", fault);
	else if (done != NULL)
		fill_done(c, page, done);
	if (words != NULL && *words != '\0' && !fill_found(c, page, words, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, status, "proxy.tpl", page);
}

/* What was the day of the paper before goes along. */
static const char *
day_query(struct call *c)
{
	day_t day;
	const char *text = http_query(c->http, "day");
	return text != NULL && day_parse(text, &day) ? arena_printf(c->arena, "?day=%s", text) : "";
}

void
page_proxy(struct call *c)
{
	struct err e = {0};
	struct sheet s;
	const char *typed = http_query(c->http, "code");
	if (typed == NULL || *typed == '\0')
		proxy_show(c, 200, "", NULL);
	else if (proxy_sheet(c, typed, &s, &e))
		page_redirect(c, "/proxy/%s%s", s.code, day_query(c));
	else if (e.kind == ERR_SYSTEM || e.kind == ERR_BUSY)
		page_error(c, &e);
	else
		proxy_show(c, 422, typed, e.text);
}
