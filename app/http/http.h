#ifndef HTTP_HTTP_H
#define HTTP_HTTP_H

/*
 * The door to libmicrohttpd. A handler is called once per request, when all of it
 * has arrived and has passed the checks the library leaves out (RFC 9112): exactly
 * one Host, at most one Content-Length, no Content-Length beside Transfer-Encoding,
 * no NUL or %00 and no invalid UTF-8 in the path, bounds on body, fields and time.
 * What fails them reaches the handler with `refused` set, to be shown as a page.
 *
 * A handler answers at once, or calls http_hold and lets another thread answer
 * later through http_wake: a waiting request holds no thread. Everything of a
 * request lives in its arena until the answer has been sent.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct http;
struct http_request;

struct http_field {
	const char *name, *value;
	size_t length;
	const char *filename; /* uploads */
};

typedef void http_handler(struct http_request *rq, void *with);

/* A zero stands for the shipped bound. */
struct http_config {
	const char *address; /* "127.0.0.1", "::1", a name */
	int port;            /* 0: any free one */
	int threads;         /* 2 */
	size_t body_most;    /* bytes; 1 MiB */
	size_t field_most;   /* fields of a form; 2,000 */
	size_t value_most;   /* bytes of one field that is no file; 64 KiB */
	int seconds;         /* for a whole request to arrive, however slowly; 15 */

	/* Asked when a body is announced; may allow more than body_most (an upload).
	 * Only the head of the request is there yet. NULL: body_most for all. */
	size_t (*body_allowed)(struct http_request *rq, void *with);
};

struct http *http_start(const struct http_config *c, http_handler *handler, void *with, struct err *e);
int http_port(const struct http *h);
void http_stop(struct http *h); /* answers what is held first */

struct arena *http_arena(struct http_request *rq);
const char *http_method(const struct http_request *rq);
const char *http_path(const struct http_request *rq);   /* decoded, valid UTF-8, no NUL */
const char *http_target(const struct http_request *rq); /* path and query as sent; "/" when refused */
const char *http_header(const struct http_request *rq, const char *name); /* NULL when absent */
const char *http_cookie(const struct http_request *rq, const char *name);
const char *http_query(const struct http_request *rq, const char *name);
int http_refused(const struct http_request *rq); /* 0, or the status it must be refused with */

/* Fields in the order sent: names and values are valid UTF-8 without NUL, but may hold
 * other control characters; the value of a file is any bytes. A name sent twice is found by http_repeated. */
size_t http_field_count(const struct http_request *rq);
const struct http_field *http_field_at(const struct http_request *rq, size_t i);
const char *http_field(const struct http_request *rq, const char *name); /* first; NULL when absent */
const struct http_field *http_repeated(const struct http_request *rq);   /* NULL: none is */

/* Takes the buffer's bytes; body NULL: none. Headers that every answer carries are
 * added here, unless http_set_header gave the same name another value. */
void http_answer(struct http_request *rq, int status, const char *type, struct buf *body);
/* Bytes that outlive the server (a prepared page): not copied. encoding may be NULL. */
void http_answer_static(struct http_request *rq, int status, const char *type, const char *encoding,
	const void *bytes, size_t length);
void http_set_header(struct http_request *rq, const char *name, const char *value); /* before answering */

/* Packs bytes for an answer with encoding "gzip": for what is prepared once. Pages
 * go out plain: one holds the form key beside words of the visitor, and packing the
 * two together would let the length tell the key (BREACH). */
void http_pack(const void *bytes, size_t length, struct buf *out);
bool http_takes_gzip(const struct http_request *rq);

/* The request leaves its server thread; nothing of it may be touched there after
 * another thread knows of it. later runs inside the server, on behalf of the waking
 * thread, and must answer or hold again. http_wake may come from any thread, once
 * for each http_hold. */
void http_hold(struct http_request *rq);
void http_wake(struct http_request *rq, http_handler *later, void *with);

#endif
