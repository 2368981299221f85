/* The one-time link by which somebody sets a first password. */
#include "base/words.h"
#include "web/entry.h"
#include "web/form.h"

enum { STATUS_AGAIN = 422, STATUS_GONE = 404 };

struct invite {
	struct account account;
	const char *password;
	char hash[PASSWORD_HASH_SIZE];
};

static void
invite_show(struct call *c, int status, const struct account *account, const char *fault)
{
	struct dict *page = page_begin(c, _("Set your password"));
	dict_set(page, "login", account->login);
	dict_set(page, "name", account->name);
	dict_set(page, "token", c->parts[0]);
	if (fault != NULL)
		dict_show(page, "refused");
	show_new_password(page, fault);
	page_show(c, status, "invite.tpl", page);
}

static bool
invite_find(struct call *c, struct account *out)
{
	struct err e = {0};
	if (invitation_find(c->db, c->arena, c->parts[0], c->now, out, &e))
		return true;
	page_error(c, &e);
	return false;
}

void
page_invite(struct call *c)
{
	struct account account;
	if (invite_find(c, &account))
		invite_show(c, 200, &account, NULL);
}

static bool
invite_hash(struct call *c, struct err *e)
{
	(void)e;
	struct invite *i = c->state;
	password_hash(i->password, i->hash);
	return true;
}

static void
invite_hashed(struct call *c, const struct err *failed)
{
	struct invite *i = c->state;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	struct entrance *in = ARENA_NEW(c->arena, struct entrance);
	*in = (struct entrance){.account_id = i->account.id,
		.login = i->account.login,
		.what = "password_set",
		.hash = i->hash,
		.invitation = c->parts[0],
		.next = "/"};
	entrance_open(c, in);
}

void
page_invite_post(struct call *c)
{
	static const char *const names[] = {"password", "again", NULL};
	struct err e = {0};
	struct invite *i = ARENA_NEW(c->arena, struct invite);
	const char *again = http_field(c->http, "again");
	i->password = http_field(c->http, "password");
	if (!form_knows(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	if (!invite_find(c, &i->account))
		return;
	const char *fault = password_fault(i->password, again, i->account.login);
	if (fault != NULL) {
		invite_show(c, STATUS_AGAIN, &i->account, fault);
		return;
	}
	c->state = i;
	web_slow(c, LANE_PASSWORD, invite_hash, invite_hashed);
}
