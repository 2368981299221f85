#ifndef TESTS_WEB_BODY_H
#define TESTS_WEB_BODY_H

/*
 * A small body, served in this process on a port of its own: one account a role,
 * each signed in. The path /invite/{} and the like are asked as a browser would.
 */

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "domain/organisation/role.h"
#include "http/http.h"
#include "http/wire.h"
#include "store/store.h"
#include "web/web.h"

enum { BODY_ROLES = 6 };

static const char body_password[] = "correct horse battery";

struct body {
	char directory[64];
	struct store *store;
	struct web *web;
	struct http *http;
	struct buf answer;
	int64_t account[BODY_ROLES]; /* in the order of the roles */
	char token[BODY_ROLES][TOKEN_SIZE];
	char form_key[BODY_ROLES][TOKEN_SIZE];
	char invitation[TOKEN_SIZE]; /* of the first account */
};

static inline bool
body_fill(struct db *db, struct piece *p, struct err *e)
{
	struct body *b = p->with;
	struct arena *a = arena_create();
	instant_t now = clock_now();
	bool ok = true;
	for (int i = 0; ok && i < BODY_ROLES; i++) {
		struct session s;
		ok = account_create(db, role_key(1u << i), 0, 1u << i, now, &b->account[i], e) &&
		     session_create(db, b->account[i], now, b->token[i], e) &&
		     session_find(db, a, b->token[i], &s, e);
		if (ok)
			snprintf(b->form_key[i], TOKEN_SIZE, "%s", s.form_key);
	}
	ok = ok && invitation_create(db, b->account[0], now, b->invitation, e);
	arena_destroy(a);
	return ok;
}

static inline void
body_write(struct body *b, bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(b->store), work, with, &e), "%s", e.text);
}

static inline bool
body_set_password(struct db *db, struct piece *p, struct err *e)
{
	char hash[PASSWORD_HASH_SIZE];
	password_hash(body_password, hash);
	return account_set_password(db, *(int64_t *)p->with, hash, e);
}

static inline struct body *
body_start_with(int seconds)
{
	struct err e = {0};
	struct body *b = calloc(1, sizeof *b);
	strcpy(b->directory, "/tmp/tenken-web-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(b->directory));
	ck_assert_msg(store_create(b->directory, &e), "%s", e.text);
	b->store = store_open(b->directory, &e);
	ck_assert_msg(b->store != NULL, "%s", e.text);
	body_write(b, body_fill, b);
	b->web = web_create(b->store, &e);
	ck_assert_msg(b->web != NULL, "%s", e.text);
	struct http_config c = {.address = "127.0.0.1", .seconds = seconds, .body_allowed = web_body_allowed};
	b->http = http_start(&c, web_handle, b->web, &e);
	ck_assert_msg(b->http != NULL, "%s", e.text);
	return b;
}

static inline struct body *
body_start(void)
{
	return body_start_with(15);
}

static inline void
body_stop(struct body *b)
{
	char command[128];
	http_stop(b->http);
	web_destroy(b->web);
	store_close(b->store);
	buf_free(&b->answer);
	snprintf(command, sizeof command, "rm -rf %s", b->directory);
	ck_assert_int_eq(system(command), 0);
	free(b);
}

static inline void
body_request(struct buf *rq, const char *method, const char *path, const char *cookie, const char *form)
{
	buf_addf(rq, "%s %s HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\n", method, path);
	if (cookie != NULL)
		buf_addf(rq, "Cookie: %s\r\n", cookie);
	if (form != NULL)
		buf_addf(rq,
			"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
			strlen(form), form);
	else
		buf_adds(rq, "\r\n");
}

/* One request with the given cookies; form NULL: without a body. */
static inline int
body_ask(struct body *b, const char *method, const char *path, const char *cookie, const char *form)
{
	struct buf rq = BUF_INIT;
	body_request(&rq, method, path, cookie, form);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	return status;
}

/* As the signed-in account of a role; -1: as nobody. A form gets its key. */
static inline int
body_as(struct body *b, int role, const char *method, const char *path, const char *fields)
{
	char cookie[128], form[8192];
	static const char nobody[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
	if (role >= 0)
		snprintf(cookie, sizeof cookie, "tenken=%s", b->token[role]);
	else
		snprintf(cookie, sizeof cookie, "tenken_form=%s", nobody);
	if (fields != NULL)
		snprintf(form, sizeof form, "form_key=%s&%s", role >= 0 ? b->form_key[role] : nobody, fields);
	return body_ask(b, method, path, cookie, fields == NULL ? NULL : form);
}

static inline bool
body_says(const struct body *b, const char *text)
{
	return b->answer.length > 0 && strstr(b->answer.data, text) != NULL;
}

/* The value a Set-Cookie gave; "" when there was none. */
static inline void
body_cookie(const struct body *b, const char *name, char out[TOKEN_SIZE])
{
	char start[64];
	snprintf(start, sizeof start, "Set-Cookie: %s=", name);
	const char *at = b->answer.length == 0 ? NULL : strstr(b->answer.data, start);
	snprintf(out, TOKEN_SIZE, "%.*s", at == NULL ? 0 : (int)strcspn(at + strlen(start), ";"),
		at == NULL ? "" : at + strlen(start));
}

#endif
