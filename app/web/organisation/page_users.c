/* Who may sign in, what they may do, and one-time links to set a password. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/organisation/people.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/show.h"

enum { PAGE_ROWS = 50 };

static const enum role all_roles[] = {
	ROLE_STAFF, ROLE_MANAGER, ROLE_MANAGEMENT, ROLE_AUDITOR, ROLE_LEAD, ROLE_ADMIN};
enum { ROLE_COUNT = sizeof all_roles / sizeof *all_roles };

static void
fill_account(struct dict *row, const struct account *a)
{
	show_number(row, "account_id", a->id);
	dict_set(row, "login", a->login);
	dict_set(row, "name", a->name);
	dict_set(row, "account_department", a->department_name);
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		if ((a->roles & all_roles[i]) != 0)
			dict_show(dict_add(row, "role"), role_key(all_roles[i]));
	}
	dict_show(row, !a->active ? "gone" : a->password == NULL ? "no_password" : "usable");
}

void
page_users(struct call *c)
{
	struct err e = {0};
	struct account *list;
	size_t count, uninvited;
	int64_t page_number = list_page(c);
	const char *words = http_query(c->http, "q");
	if (words == NULL || !utf8_plain(words, strlen(words)))
		words = "";
	if (!accounts_search(c->db, c->arena, words, (int)(page_number - 1) * PAGE_ROWS, PAGE_ROWS + 1, &list,
		    &count, &e) ||
		!accounts_uninvited(c->db, &uninvited, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Accounts"));
	dict_set(page, "q", words);
	for (size_t i = 0; i < count && i < PAGE_ROWS; i++)
		fill_account(dict_add(page, "account"), &list[i]);
	if (uninvited > 0)
		show_number(dict_add(page, "uninvited"), "how_many", (int64_t)uninvited);
	if (count == 0)
		dict_show(page, "none");
	show_pages(page, page_number, count > PAGE_ROWS);
	page_show(c, 200, "users.tpl", page);
}

static bool
account_of_call(struct call *c, struct account *out, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such account"));
	return account_find(c->db, c->arena, id, out, e);
}

/* Nothing when the account stands outside the roster. */
static bool
fill_number(struct call *c, struct dict *page, const struct account *a, struct err *e)
{
	struct person p;
	if (a->person_id == 0)
		return true;
	if (!person_find(c->db, c->arena, a->person_id, &p, e))
		return false;
	dict_set(dict_add(page, "person"), "number", p.number);
	return true;
}

/* token: a link that was just made, shown this once; NULL otherwise. */
static void
show_account(struct call *c, const struct account *a, const char *token)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, a->name);
	form_done(c, page, done);
	fill_account(page, a);
	if (!fill_number(c, page, a, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		struct dict *row = dict_add(page, "choice");
		dict_set(row, "key", role_key(all_roles[i]));
		dict_set(row, "checked", (a->roles & all_roles[i]) != 0 ? "checked" : "");
		dict_show(row, role_key(all_roles[i]));
	}
	if (token != NULL) {
		dict_set(dict_add(page, "invited"), "link",
			arena_printf(c->arena, "%s/invite/%s", own_origin(c), token));
	}
	page_show(c, 200, "user.tpl", page);
}

void
page_user(struct call *c)
{
	struct err e = {0};
	struct account a;
	if (account_of_call(c, &a, &e))
		show_account(c, &a, NULL);
	else
		page_error(c, &e);
}

struct account_work {
	struct account account;
	unsigned roles;
	char token[TOKEN_SIZE];
	const char *detail;
	int64_t by;
	instant_t now;
};

static bool
roles_work(struct db *db, struct piece *p, struct err *e)
{
	const struct account_work *w = p->with;
	return account_set_roles(db, w->account.id, w->roles, e) &&
	       event_add(db, w->now, w->by, "roles_saved", w->account.login, w->detail, e);
}

static bool
invite_work(struct db *db, struct piece *p, struct err *e)
{
	struct account_work *w = p->with;
	return invitation_create(db, w->account.id, w->now, w->token, e) &&
	       event_add(db, w->now, w->by, "invited", w->account.login, "", e);
}

static void
after_invite(struct call *c, const struct err *failed)
{
	const struct account_work *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		show_account(c, &w->account, w->token);
}

static struct account_work *
account_work_of(struct call *c, const char *const names[])
{
	struct err e = {0};
	struct account_work *w = ARENA_NEW(c->arena, struct account_work);
	*w = (struct account_work){.by = c->account.id, .now = c->now};
	if (form_check(c, names, &e) && account_of_call(c, &w->account, &e))
		return w;
	page_error(c, &e);
	return NULL;
}

void
page_user_post(struct call *c)
{
	const char *names[ROLE_COUNT + 1] = {NULL};
	for (size_t i = 0; i < ROLE_COUNT; i++)
		names[i] = arena_printf(c->arena, "role-%s", role_key(all_roles[i]));
	struct account_work *w = account_work_of(c, names);
	if (w == NULL)
		return;
	struct buf detail = BUF_INIT;
	w->roles = ROLE_STAFF;
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		if (form_has(c, names[i]))
			w->roles |= all_roles[i];
		if ((w->roles & all_roles[i]) != 0)
			buf_addf(&detail, "%s%s", detail.length > 0 ? " " : "", role_key(all_roles[i]));
	}
	w->detail = arena_strdup(c->arena, detail.data);
	buf_free(&detail);
	form_store(c, roles_work, w,
		arena_printf(c->arena, "/admin/accounts/%lld?done=saved", (long long)w->account.id));
}

void
page_user_invite(struct call *c)
{
	static const char *const names[] = {NULL};
	struct account_work *w = account_work_of(c, names);
	if (w == NULL)
		return;
	c->state = w;
	web_write(c, invite_work, w, after_invite);
}
