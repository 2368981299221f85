#ifndef WEB_ENTRY_H
#define WEB_ENTRY_H

/* Pages that stand before the rest: getting in, and what needs no one. */

#include "web/web.h"

page_function page_health, page_static;
page_function page_signin, page_signin_post, page_signout_post;
page_function page_invite, page_invite_post;
page_function page_account, page_account_post;

/* A new session, and what goes with it in the same piece of work. The session the
 * browser had before ends: a token planted beforehand opens nothing. */
struct entrance {
	int64_t account_id;
	const char *login;
	const char *what;       /* the event: signed_in, password_set, password_changed */
	const char *hash;       /* the new password; NULL: it stays */
	const char *invitation; /* the token that is used up; NULL: none */
	const char *next;       /* where to go then */

	const char *former; /* the rest is filled in */
	instant_t now;
	char token[TOKEN_SIZE];
};
void entrance_open(struct call *c, struct entrance *in);

/* Shows why a new password will not do (NULL: shows the fields only), as the include
 * {{>new_password}}. */
void show_new_password(struct dict *page, const char *fault);

/* Why a new password will not do: a section of new_password.tpl; NULL: it will. */
const char *password_fault(const char *password, const char *again, const char *login);

/* A path of our own to go on to after signing in; "/" for anything else. */
const char *next_local(const char *next);

#endif
