/* One's own account: another password, against the present one. */
#include "base/words.h"
#include "web/attempts.h"
#include "web/entry.h"
#include "web/form.h"
#include "web/inside.h"

enum { STATUS_AGAIN = 422, STATUS_TOO_MANY = 429 };

struct change {
	const char *present, *password;
	bool right;
	char hash[PASSWORD_HASH_SIZE];
};

static void
account_show(struct call *c, int status, const char *complaint, const char *fault)
{
	struct dict *page = page_begin(c, _("Your account"));
	dict_set(page, "login", c->account.login);
	if (complaint != NULL || fault != NULL)
		dict_show(page, "refused");
	if (complaint != NULL)
		dict_show(page, complaint);
	if (http_query(c->http, "changed") != NULL)
		dict_show(page, "changed");
	show_new_password(page, fault);
	page_show(c, status, "account.tpl", page);
}

void
page_account(struct call *c)
{
	account_show(c, 200, NULL, NULL);
}

static bool
change_check(struct call *c, struct err *e)
{
	(void)e;
	struct change *change = c->state;
	change->right = c->account.password != NULL && password_verify(c->account.password, change->present);
	if (change->right)
		password_hash(change->password, change->hash);
	return true;
}

static void
change_checked(struct call *c, const struct err *failed)
{
	struct change *change = c->state;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	if (!change->right) {
		account_show(c, STATUS_AGAIN, "wrong", NULL);
		return;
	}
	attempt_passed(c->web->attempts, attempt_name(c, c->account.login));
	struct entrance *in = ARENA_NEW(c->arena, struct entrance);
	*in = (struct entrance){.account_id = c->account.id,
		.login = c->account.login,
		.what = "password_changed",
		.hash = change->hash,
		.next = "/account?changed=1"};
	entrance_open(c, in);
}

/* Guessing the present password counts like guessing it at the door. */
void
page_account_post(struct call *c)
{
	static const char *const names[] = {"present", "password", "again", NULL};
	int seconds;
	struct err e = {0};
	struct change *change = ARENA_NEW(c->arena, struct change);
	const char *again = http_field(c->http, "again"), *fault;
	change->present = http_field(c->http, "present");
	change->password = http_field(c->http, "password");
	if (!form_knows(c, names, &e))
		page_error(c, &e);
	else if (change->present == NULL || change->present[0] == '\0')
		account_show(c, STATUS_AGAIN, "empty", NULL);
	else if ((fault = password_fault(change->password, again, c->account.login)) != NULL)
		account_show(c, STATUS_AGAIN, NULL, fault);
	else if (!attempt_begin(c->web->attempts, attempt_name(c, c->account.login), c->now, &seconds))
		account_show(c, STATUS_TOO_MANY, "closed", NULL);
	else {
		c->state = change;
		web_slow(c, LANE_PASSWORD, change_check, change_checked);
	}
}
