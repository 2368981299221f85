/* Who is calling: the session's cookie, and the key that a form must send back. */
#include <string.h>

#include "domain/organisation/role.h"
#include "web/attempts.h"
#include "web/inside.h"

const char session_cookie[] = "tenken";
static const char form_cookie[] = "tenken_form", mark_cookie[] = "tenken_known";

static bool
is_token(const char *s)
{
	return s != NULL && strlen(s) == TOKEN_SIZE - 1 &&
	       s[strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")] == '\0';
}

/* Absent is not a failure: nobody is signed in then. */
static bool
session_load(struct call *c, const char *token, struct session *s, struct err *e)
{
	struct account account;
	if (!session_find(c->db, c->arena, token, s, e) ||
		!account_find(c->db, c->arena, s->account_id, &account, e))
		return e->kind == ERR_ABSENT;
	if (!account_usable(&account, c->now))
		return true;
	c->account = account;
	c->form_key = s->form_key;
	c->signed_in = s->ended_at == 0 && s->expires_at > c->now;
	return true;
}

bool
session_read(struct call *c, struct err *e)
{
	struct session s = {0};
	const char *token = http_cookie(c->http, session_cookie);
	return !is_token(token) || session_load(c, token, &s, e);
}

/* Lax, not Strict: who follows a link from a mail is signed in. */
static void
cookie_set(struct call *c, const char *name, const char *value, const char *age)
{
	const char *scheme = http_header(c->http, "X-Forwarded-Proto");
	bool secure = scheme != NULL && strcmp(scheme, "https") == 0;
	http_set_header(c->http, "Set-Cookie",
		arena_printf(c->arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", name, value,
			secure ? "; Secure" : "", age));
}

void
session_set_cookie(struct call *c, const char *token)
{
	/* No age: it goes with the browser's window; how long it opens anything, the store decides. */
	cookie_set(c, session_cookie, token, token[0] == '\0' ? "; Max-Age=0" : "");
}

const char *
attempt_name(struct call *c, const char *login)
{
	char mark[DIGEST_SIZE];
	const char *sent = http_cookie(c->http, mark_cookie);
	attempt_mark(c->web->attempts, login, mark);
	bool known = sent != NULL && secret_equal(sent, mark);
	return known ? arena_printf(c->arena, "%s\n%s", login, mark) : login;
}

void
attempt_remember(struct call *c, const char *login)
{
	char mark[DIGEST_SIZE];
	attempt_mark(c->web->attempts, login, mark);
	cookie_set(c, mark_cookie, mark, "; Max-Age=31536000");
}

const char *
form_key_make(struct call *c)
{
	const char *sent = http_cookie(c->http, form_cookie);
	if (is_token(sent))
		return sent;
	char token[TOKEN_SIZE];
	token_make(token);
	cookie_set(c, form_cookie, token, "");
	return arena_strdup(c->arena, token);
}

/* A sign-in page that was open before somebody signed in elsewhere still holds the
 * other key; there, both will do. */
bool
form_key_right(const struct call *c)
{
	const char *sent = http_field(c->http, "form_key"), *other = http_cookie(c->http, form_cookie);
	if (sent == NULL)
		return false;
	if (c->form_key != NULL && secret_equal(sent, c->form_key))
		return true;
	bool either = c->form_key == NULL || c->route->roles == ROLE_ANYONE;
	return either && is_token(other) && secret_equal(sent, other);
}
