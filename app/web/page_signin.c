/* Signing in and out. A wrong name and a wrong password look the same and take the
 * same time. */
#include <string.h>

#include "base/words.h"
#include "web/attempts.h"
#include "web/entry.h"
#include "web/form.h"
#include "web/inside.h"

enum { STATUS_AGAIN = 422, STATUS_TOO_MANY = 429 };

struct signin {
	const char *login, *password, *next;
	struct account account;
	bool right;
};

/* ---- ways to find out who somebody is ------------------------------------------- */

static bool
password_way(struct call *c, struct signin *s, struct err *e)
{
	bool found = account_by_login(c->db, c->arena, s->login, &s->account, e);
	if (!found && e->kind != ERR_ABSENT)
		return false;
	if (found && account_usable(&s->account, c->now) && s->account.password != NULL)
		s->right = password_verify(s->account.password, s->password);
	else
		password_waste(s->password);
	return true;
}

/* Asked in turn until one knows the person. A directory, and a second step after a
 * right password, will be further rows. */
static const struct signin_way {
	const char *key;
	bool (*ask)(struct call *c, struct signin *s, struct err *e); /* sets account and right */
} ways[] = {
	{"password", password_way},
};

static bool
signin_check(struct call *c, struct err *e)
{
	struct signin *s = c->state;
	for (size_t i = 0; i < sizeof ways / sizeof *ways && !s->right; i++)
		if (!ways[i].ask(c, s, e))
			return false;
	return true;
}

/* ---- pages ---------------------------------------------------------------------- */

static void
signin_show(struct call *c, int status, const struct signin *s, const char *complaint)
{
	struct dict *page = page_begin(c, _("Sign in"));
	dict_set(page, "login", s->login);
	dict_set(page, "next", s->next);
	if (complaint != NULL) {
		dict_show(page, "refused");
		dict_show(page, complaint);
	}
	if (http_query(c->http, "kept") != NULL)
		dict_show(page, "kept");
	if (http_query(c->http, "out") != NULL)
		dict_show(page, "out");
	page_show(c, status, "signin.tpl", page);
}

void
page_signin(struct call *c)
{
	const char *next = next_local(http_query(c->http, "next"));
	if (c->signed_in)
		page_redirect(c, "%s", next);
	else
		signin_show(c, 200, &(struct signin){.login = "", .next = next}, NULL);
}

static void
signin_checked(struct call *c, const struct err *failed)
{
	struct signin *s = c->state;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	if (!s->right) {
		signin_show(c, STATUS_AGAIN, s, "wrong");
		return;
	}
	attempt_passed(c->web->attempts, attempt_name(c, s->login));
	attempt_remember(c, s->login);
	struct entrance *in = ARENA_NEW(c->arena, struct entrance);
	*in = (struct entrance){
		.account_id = s->account.id, .login = s->account.login, .what = "signed_in", .next = s->next};
	entrance_open(c, in);
}

static void
signin_closed(struct call *c, const struct signin *s, int seconds)
{
	http_set_header(c->http, "Retry-After", arena_printf(c->arena, "%d", seconds));
	signin_show(c, STATUS_TOO_MANY, s, seconds > 60 ? "closed_minutes" : "closed_shortly");
}

/* Telephones like to put a blank behind a word. */
static const char *
login_trimmed(struct arena *a, const char *typed)
{
	if (typed == NULL)
		return NULL;
	typed += strspn(typed, " ");
	size_t n = strlen(typed);
	while (n > 0 && typed[n - 1] == ' ')
		n--;
	return arena_strndup(a, typed, n);
}

void
page_signin_post(struct call *c)
{
	static const char *const names[] = {"login", "password", "next", NULL};
	int seconds;
	struct err e = {0};
	struct signin *s = ARENA_NEW(c->arena, struct signin);
	s->login = login_trimmed(c->arena, http_field(c->http, "login"));
	s->password = http_field(c->http, "password");
	s->next = next_local(http_field(c->http, "next"));
	if (!form_knows(c, names, &e))
		page_error(c, &e);
	else if (s->login == NULL || s->password == NULL || s->login[0] == '\0' || s->password[0] == '\0')
		signin_show(c, STATUS_AGAIN, s, "empty");
	else if (!attempt_begin(c->web->attempts, attempt_name(c, s->login), c->now, &seconds))
		signin_closed(c, s, seconds);
	else {
		c->state = s;
		web_slow(c, LANE_PASSWORD, signin_check, signin_checked);
	}
}

/* ---- signing out ---------------------------------------------------------------- */

static bool
signout_work(struct db *db, struct piece *p, struct err *e)
{
	const struct call *c = p->with;
	return session_end(db, http_cookie(c->http, session_cookie), c->now, e) &&
	       event_add(db, c->now, c->account.id, "signed_out", c->account.login, "", e);
}

static void
signout_done(struct call *c, const struct err *failed)
{
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	session_set_cookie(c, "");
	page_redirect(c, "/signin?out=1");
}

void
page_signout_post(struct call *c)
{
	web_write(c, signout_work, c, signout_done);
}
