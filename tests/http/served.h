#ifndef TESTS_HTTP_SERVED_H
#define TESTS_HTTP_SERVED_H

/* A server to talk to, byte by byte. */

#include <check.h>
#include <netinet/tcp.h>
#include <pthread.h>

#include "base/secret.h"
#include "http/http.h"
#include "http/wire.h"

/* Says what it was asked, so that a test sees what the server understood. */
static inline void
echo(struct http_request *rq, void *with)
{
	(void)with;
	struct buf b = BUF_INIT;
	buf_addf(&b, "%s %s refused=%d fields=%zu\n", http_method(rq), http_path(rq), http_refused(rq),
		http_field_count(rq));
	for (size_t i = 0; i < http_field_count(rq); i++) {
		const struct http_field *f = http_field_at(rq, i);
		buf_addf(&b, "[%s]=%zu:%.40s%s%s\n", f->name, f->length, f->value,
			f->filename == NULL ? "" : " file ", f->filename == NULL ? "" : f->filename);
	}
	if (http_query(rq, "q") != NULL)
		buf_addf(&b, "q=%s\n", http_query(rq, "q"));
	if (http_cookie(rq, "c") != NULL)
		buf_addf(&b, "c=%s\n", http_cookie(rq, "c"));
	if (http_repeated(rq) != NULL)
		buf_addf(&b, "repeated=%s\n", http_repeated(rq)->name);
	http_answer(rq, http_refused(rq) != 0 ? http_refused(rq) : 200, "text/plain; charset=utf-8", &b);
}

static struct http *server;
static struct buf answer;

static inline void
server_start_with(int seconds)
{
	struct err e = {0};
	struct http_config c = {.address = "127.0.0.1", .seconds = seconds};
	server = http_start(&c, echo, NULL, &e);
	ck_assert_msg(server != NULL, "%s", e.text);
}

static inline void
server_start(void)
{
	server_start_with(10);
}

static inline void
hurried_start(void)
{
	server_start_with(1);
}

static inline void
server_stop(void)
{
	http_stop(server);
	buf_free(&answer);
}

static inline int
ask(const char *request)
{
	return wire_ask(http_port(server), request, strlen(request), &answer);
}

#define ck_heard(text)                                                                                       \
	ck_assert_msg(answer.length > 0 && strstr(answer.data, text) != NULL, "no %s in: %s", text,          \
		answer.length > 0 ? answer.data : "nothing")

static inline int
post(const char *type, const char *body, size_t length)
{
	struct buf rq = BUF_INIT;
	buf_addf(&rq, "POST /p HTTP/1.1\r\nHost: h\r\nContent-Type: %s\r\nContent-Length: %zu\r\n\r\n", type,
		length);
	buf_add(&rq, body, length);
	int status = wire_ask(http_port(server), rq.data, rq.length, &answer);
	buf_free(&rq);
	return status;
}

static const char form[] = "application/x-www-form-urlencoded";

#endif
