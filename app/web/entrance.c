#include <string.h>

#include "base/utf8.h"
#include "web/entry.h"
#include "web/inside.h"

static bool
entrance_work(struct db *db, struct piece *p, struct err *e)
{
	struct entrance *in = p->with;
	if (in->former != NULL && !session_end(db, in->former, in->now, e))
		return false;
	if (in->invitation != NULL && !invitation_use(db, in->invitation, in->now, in->hash, e))
		return false;
	if (in->invitation == NULL && in->hash != NULL &&
		!account_set_password(db, in->account_id, in->hash, e))
		return false;
	return session_create(db, in->account_id, in->now, in->token, e) && sessions_forget(db, in->now, e) &&
	       event_add(db, in->now, in->account_id, in->what, in->login, "", e);
}

static void
entrance_opened(struct call *c, const struct err *failed)
{
	const struct entrance *in = c->state;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	session_set_cookie(c, in->token);
	page_redirect(c, "%s", in->next);
}

void
entrance_open(struct call *c, struct entrance *in)
{
	in->former = http_cookie(c->http, session_cookie);
	in->now = c->now;
	c->state = in;
	web_write(c, entrance_work, in, entrance_opened);
}

void
show_new_password(struct dict *page, const char *fault)
{
	struct dict *fields = dict_include(page, "new_password", "new_password.tpl");
	if (fault == NULL)
		return;
	dict_show(fields, fault);
	dict_show(fields, strcmp(fault, "differs") == 0 ? "again_refused" : "password_refused");
}

/* Length is what makes a password strong (NIST SP 800-63B); no mixture is asked for. */
const char *
password_fault(const char *password, const char *again, const char *login)
{
	enum { CHARACTERS_LEAST = 10, BYTES_MOST = 200 };
	if (password == NULL || password[0] == '\0')
		return "short";
	size_t n = strlen(password);
	if (!utf8_plain(password, n) || strpbrk(password, "\t\r\n") != NULL)
		return "control";
	if (utf8_count(password) < CHARACTERS_LEAST)
		return "short";
	if (n > BYTES_MOST)
		return "long";
	if (strspn(password, (const char[]){password[0], '\0'}) == n || strstr(password, login) == password)
		return "guessed";
	return again != NULL && strcmp(password, again) == 0 ? NULL : "differs";
}
