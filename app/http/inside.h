#ifndef HTTP_INSIDE_H
#define HTTP_INSIDE_H

/* What the files of this folder share. */

#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>

#include "http/http.h"

/* One open connection. The watchdog cuts it when the deadline passes; a server
 * thread takes the deadline away as soon as a request has arrived. Both swap the
 * same word, so only one of them wins: what is being answered is never cut. */
struct link {
	struct link *next, **back;
	int fd;
	_Atomic int64_t deadline; /* milliseconds of the monotonic clock, or: */
};
enum { DEADLINE_NONE = 0, DEADLINE_CUT = -1 };

struct http {
	struct MHD_Daemon *daemon;
	struct http_config config;
	http_handler *handler;
	void *with;
	int port;

	pthread_mutex_t lock;
	pthread_cond_t changed;
	pthread_t watchdog;
	struct link *links;
	size_t held;    /* waiting for http_wake */
	size_t working; /* handed to the handler, answer not sent yet */
	bool stopping;  /* takes no further request */
	bool ending;    /* the watchdog goes */
};

struct pair {
	const char *name, *value;
};

struct http_request {
	struct http *server;
	struct MHD_Connection *connection;
	struct link *link;
	struct arena *arena;

	const char *target_at; /* where the library's buffer held the request target: never read late */
	const char *target;    /* a copy, as it was sent */
	const char *method, *path;
	struct pair *query;
	size_t query_count;
	int refused;

	struct buf body;                 /* of a plain form, or: */
	struct MHD_PostProcessor *parts; /* of an upload */
	struct http_field *fields;
	size_t field_count, value_room; /* room: of the last value */
	size_t body_length, body_most;
	int64_t begun; /* milliseconds */

	bool headed, counted, answered;
	http_handler *later;
	void *later_with;
	struct pair *headers;
	size_t header_count;
};

/* strict.c: what the library lets through and RFC 9112 forbids. Status, or 0. */
int strict_head(const struct http_request *rq, const char *method, const char *version);

/* target.c: path and query out of the target. Status, or 0. */
int target_read(struct http_request *rq);

/* percent.c */
struct form_piece {
	const char *name, *value; /* not decoded */
	size_t name_length, value_length;
};
bool form_next(const char **at, const char *end, struct form_piece *f);
/* NULL for a broken escape and for a NUL. form: '+' is a blank. */
const char *percent_decode(struct arena *a, const char *s, size_t length, bool form, size_t *out_length);

/* body.c */
bool body_begin(struct http_request *rq); /* false: refused without reading it */
bool body_take(struct http_request *rq, const char *data, size_t length); /* false: enough, hang up */
void body_end(struct http_request *rq);

/* watchdog.c */
int64_t clock_ms(void);
void *watchdog_run(void *http);
struct link *link_open(struct http *h, int fd);
void link_close(struct http *h, struct link *l);
void link_expect(struct link *l, int64_t deadline);
bool link_arrived(struct link *l); /* false: it was cut */

#endif
