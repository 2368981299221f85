#ifndef TESTS_WEB_REVIEW_H
#define TESTS_WEB_REVIEW_H

/* The reviewing body, served; each of its accounts is signed in. */

#include "store/review.h"

#include "http/http.h"
#include "http/wire.h"
#include "web/web.h"

struct review_site {
	struct review review;
	struct web *web;
	struct http *http;
	struct buf answer;
	char token[REVIEW_ACCOUNTS + 1][TOKEN_SIZE];
	char form_key[REVIEW_ACCOUNTS + 1][TOKEN_SIZE];
};

static inline bool
site_sign_in(struct db *db, struct piece *p, struct err *e)
{
	struct review_site *s = p->with;
	for (int64_t i = 1; i <= REVIEW_ACCOUNTS; i++) {
		struct session session;
		if (!session_create(db, i, clock_now(), s->token[i], e) ||
			!session_find(db, s->review.arena, s->token[i], &session, e))
			return false;
		snprintf(s->form_key[i], TOKEN_SIZE, "%s", session.form_key);
	}
	return true;
}

static inline void
site_setup(struct review_site *s)
{
	struct err e = {0};
	*s = (struct review_site){0};
	review_setup(&s->review);
	review_write(&s->review, site_sign_in, s);
	s->web = web_create(s->review.store, &e);
	ck_assert_msg(s->web != NULL, "%s", e.text);
	struct http_config c = {.address = "127.0.0.1", .seconds = 15, .body_allowed = web_body_allowed};
	s->http = http_start(&c, web_handle, s->web, &e);
	ck_assert_msg(s->http != NULL, "%s", e.text);
}

static inline void
site_teardown(struct review_site *s)
{
	http_stop(s->http);
	web_destroy(s->web);
	buf_free(&s->answer);
	review_teardown(&s->review);
}

/* The status; fields NULL: a GET. */
static inline int
site_ask(struct review_site *s, int account, const char *path, const char *fields)
{
	struct buf rq = BUF_INIT;
	buf_addf(&rq, "%s %s HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nCookie: tenken=%s\r\n",
		fields == NULL ? "GET" : "POST", path, s->token[account]);
	if (fields != NULL)
		buf_addf(&rq,
			"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n"
			"form_key=%s&%s",
			strlen(fields) + strlen(s->form_key[account]) + strlen("form_key=&"),
			s->form_key[account], fields);
	else
		buf_adds(&rq, "\r\n");
	int status = wire_ask(http_port(s->http), rq.data, rq.length, &s->answer);
	buf_free(&rq);
	return status;
}

static inline bool
site_says(const struct review_site *s, const char *text)
{
	return s->answer.length > 0 && strstr(s->answer.data, text) != NULL;
}

/* How often the answer holds a text. */
static inline int
site_counts(const struct review_site *s, const char *text)
{
	int count = 0;
	const char *at = s->answer.length == 0 ? NULL : strstr(s->answer.data, text);
	for (; at != NULL; at = strstr(at + 1, text))
		count++;
	return count;
}

#endif
