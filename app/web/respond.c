/* Pages become answers. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/words.h"
#include "store/setting.h"
#include "web/files.h"
#include "web/inside.h"

enum { STATUS_REDIRECT = 303, STATUS_GONE = 410, STATUS_BUSY = 503, STATUS_BROKEN = 500 };

static const struct {
	enum err_kind kind;
	int status;
} kinds[] = {
	{ERR_INPUT, 400},
	{ERR_DENIED, 403},
	{ERR_ABSENT, 404},
	{ERR_GONE, STATUS_GONE},
	{ERR_CONFLICT, 409},
	{ERR_BUSY, STATUS_BUSY},
	{ERR_SYSTEM, STATUS_BROKEN},
};

static void
fill_menu(struct call *c, struct dict *page)
{
	for (size_t i = 0; i < route_count; i++) {
		char section[32];
		const struct route *r = &routes[i];
		const char *key = r->menu;
		if (key == NULL || !route_allows(r, &c->account))
			continue;
		snprintf(section, sizeof section, "menu_%s", key);
		dict_show(page, section);
		snprintf(section, sizeof section, "here_%s", key);
		if (c->route != NULL && c->route->menu != NULL && strcmp(c->route->menu, key) == 0)
			dict_show(page, section);
	}
}

struct dict *
page_begin(struct call *c, const char *title)
{
	struct dict *page = dict_create();
	char once[TOKEN_SIZE];
	if (c->form_key == NULL)
		c->form_key = form_key_make(c);
	dict_set(page, "title", title);
	dict_set(page, "body_name", c->db == NULL ? "" : setting_text(c->db, c->arena, "body_name"));
	dict_set(page, "static_version", files_version(c->web->files));
	dict_set(page, "form_key", c->form_key);
	token_make(once);
	dict_set(page, "once", once);
	if (c->signed_in) {
		dict_show(page, "signed_in");
		dict_set(page, "account_name", c->account.name);
		dict_set(page, "department_name", c->account.department_name);
		fill_menu(c, page);
	}
	return page;
}

void
page_show(struct call *c, int status, const char *file, struct dict *page)
{
	struct err e = {0};
	struct buf html = BUF_INIT;
	bool filled = view_fill_within(c->web->view, "layout.tpl", file, page, &html, &e);
	dict_destroy(page);
	if (!filled) {
		log_line("%s: %s", file, e.text);
		buf_clear(&html);
		buf_adds(&html, _("The page could not be shown."));
		status = STATUS_BROKEN;
	}
	http_answer(
		c->http, status, filled ? "text/html; charset=utf-8" : "text/plain; charset=utf-8", &html);
}

void
page_status(struct call *c, int status, const char *sentence)
{
	char section[16];
	struct dict *page = page_begin(c, _("The page cannot be shown"));
	snprintf(section, sizeof section, "s%d", status);
	dict_show(page, section);
	dict_setf(page, "status", "%d", status);
	dict_set(page, "sentence", sentence);
	dict_show(page, sentence != NULL ? "said" : "unsaid");
	dict_show(page, c->signed_in ? "inside" : "outside");
	if (status < STATUS_BROKEN && status != STATUS_GONE)
		dict_show(page, "unchanged");
	if (status == STATUS_BUSY)
		http_set_header(c->http, "Retry-After", "5");
	page_show(c, status, "error.tpl", page);
}

/* What failed inside is for the log. */
int
error_status(struct call *c, const struct err *e)
{
	int status = STATUS_BROKEN;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (kinds[i].kind == e->kind)
			status = kinds[i].status;
	if (status == STATUS_BROKEN)
		log_line("%s %s: %s", http_method(c->http), http_path(c->http), e->text);
	return status;
}

/* Who may not see a thing learns nothing of it. */
void
page_error(struct call *c, const struct err *e)
{
	int status = error_status(c, e);
	page_status(c, status, status == STATUS_BROKEN || e->kind == ERR_DENIED ? NULL : e->text);
}

void
page_redirect(struct call *c, const char *format, ...)
{
	char place[4096];
	va_list ap;
	va_start(ap, format);
	vsnprintf(place, sizeof place, format, ap);
	va_end(ap);
	http_set_header(c->http, "Location", place);
	http_answer(c->http, STATUS_REDIRECT, NULL, NULL);
}

/* RFC 6266: an ASCII name for old readers, the real one beside it. */
const char *
file_type(const char *filename)
{
	static const struct {
		const char *suffix, *type;
	} types[] = {
		{".pdf", "application/pdf"},
		{".zip", "application/zip"},
		{".csv", "text/csv; charset=utf-8"},
		{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	};
	const char *dot = strrchr(filename, '.');
	for (size_t i = 0; dot != NULL && i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i].suffix, dot) == 0)
			return types[i].type;
	return "application/octet-stream";
}

void
page_file(struct call *c, const char *type, const char *filename, struct buf *bytes)
{
	const char *dot = strrchr(filename, '.');
	http_set_header(c->http, "Content-Disposition",
		arena_printf(c->arena, "attachment; filename=\"tenken%s\"; filename*=UTF-8''%s",
			dot == NULL ? "" : dot, query_escape(c->arena, filename)));
	http_answer(c->http, 200, type, bytes);
}
