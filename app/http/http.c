/* The server's life, and a request's way from its first byte to its answer. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "http/inside.h"
#include "http/listen.h"

enum {
	CONNECTION_ROOM = 16 * 1024, /* half of it bounds the head of a request */
	CONNECTIONS_MOST = 8192,
	SENDING_SECONDS = 10, /* for answers to leave while stopping */
};

/* Only who stops the server waits for the counts; a signal costs too much otherwise. */
static void
changed(struct http *h)
{
	if (h->stopping)
		pthread_cond_broadcast(&h->changed);
}

/* ---- a request ------------------------------------------------------------------ */

/* The library would keep every piece of the query in the connection's little room and,
 * when that is full, neither answer nor close. We have a copy and read that. */
static void
query_hide(const char *target)
{
	char *query = strchr((char *)(uintptr_t)target, '?'); /* in its read buffer */
	if (query != NULL)
		query[1] = '\0'; /* it has found the question mark already */
}

/* The library calls this with the first line, before it takes it apart. */
static void *
request_create(void *http, const char *target, struct MHD_Connection *connection)
{
	struct http *h = http;
	struct arena *a = arena_create();
	struct http_request *rq = ARENA_NEW(a, struct http_request);
	rq->server = h;
	rq->arena = a;
	rq->connection = connection;
	rq->link = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
	rq->target_at = target;
	rq->target = arena_strdup(a, target);
	query_hide(target);
	rq->begun = clock_ms();
	link_expect(rq->link, rq->begun + h->config.seconds * 1000);
	return rq;
}

static void
request_destroy(
	void *http, struct MHD_Connection *connection, void **with, enum MHD_RequestTerminationCode why)
{
	(void)connection, (void)why;
	struct http *h = http;
	struct http_request *rq = *with;
	if (rq == NULL)
		return;
	if (rq->parts != NULL)
		MHD_destroy_post_processor(rq->parts);
	buf_free(&rq->body);
	if (rq->counted) {
		pthread_mutex_lock(&h->lock);
		h->working--;
		changed(h);
		pthread_mutex_unlock(&h->lock);
	}
	/* The next request may keep the connection waiting this long and then as long again. */
	link_expect(rq->link, clock_ms() + 2 * h->config.seconds * 1000);
	arena_destroy(rq->arena);
	*with = NULL;
}

static bool
server_takes(struct http *h)
{
	pthread_mutex_lock(&h->lock);
	bool takes = !h->stopping;
	h->working += takes;
	pthread_mutex_unlock(&h->lock);
	return takes;
}

/* All of it has arrived, or as much as will be read. */
static enum MHD_Result
request_hand_over(struct http_request *rq)
{
	if (!link_arrived(rq->link))
		return MHD_NO;
	rq->counted = server_takes(rq->server);
	if (!rq->counted) {
		http_set_header(rq, MHD_HTTP_HEADER_RETRY_AFTER, "5");
		http_answer(rq, MHD_HTTP_SERVICE_UNAVAILABLE, NULL, NULL);
		return rq->answered ? MHD_YES : MHD_NO;
	}
	rq->server->handler(rq, rq->server->with);
	return MHD_YES;
}

static enum MHD_Result
request_begin(struct http_request *rq, const char *method, const char *version)
{
	rq->headed = true;
	rq->method = arena_strdup(rq->arena, method);
	int framing = strict_head(rq, method, version);
	int target = target_read(rq);
	rq->refused = framing != 0 ? framing : target;
	if (rq->refused != 0 || !body_begin(rq))
		return request_hand_over(rq);
	return MHD_YES;
}

static enum MHD_Result
request_step(void *http, struct MHD_Connection *connection, const char *url, const char *method,
	const char *version, const char *data, size_t *size, void **with)
{
	(void)http, (void)connection, (void)url;
	struct http_request *rq = *with;
	if (rq == NULL)
		return MHD_NO;
	if (!rq->headed)
		return request_begin(rq, method, version);
	if (*size > 0) {
		bool on = rq->answered || body_take(rq, data, *size);
		*size = 0;
		return on ? MHD_YES : MHD_NO;
	}
	http_handler *later = rq->later;
	if (later == NULL) {
		body_end(rq);
		return request_hand_over(rq);
	}
	rq->later = NULL;
	later(rq, rq->later_with);
	return MHD_YES;
}

void
http_hold(struct http_request *rq)
{
	pthread_mutex_lock(&rq->server->lock);
	rq->server->held++;
	pthread_mutex_unlock(&rq->server->lock);
	MHD_suspend_connection(rq->connection);
}

void
http_wake(struct http_request *rq, http_handler *later, void *with)
{
	struct http *h = rq->server;
	rq->later = later;
	rq->later_with = with;
	MHD_resume_connection(rq->connection); /* rq may be answered and gone from here on */
	pthread_mutex_lock(&h->lock);
	h->held--;
	changed(h);
	pthread_mutex_unlock(&h->lock);
}

/* ---- the server ----------------------------------------------------------------- */

static void
connection_change(
	void *http, struct MHD_Connection *connection, void **link, enum MHD_ConnectionNotificationCode what)
{
	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		int fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
		*link = link_open(http, fd);
	} else if (*link != NULL) {
		link_close(http, *link);
		*link = NULL;
	}
}

static void
config_complete(struct http_config *c)
{
	if (c->threads == 0)
		c->threads = 2;
	if (c->body_most == 0)
		c->body_most = 1024 * 1024;
	if (c->field_most == 0)
		c->field_most = 2000;
	if (c->value_most == 0)
		c->value_most = 64 * 1024;
	if (c->seconds == 0)
		c->seconds = 15;
}

static bool
daemon_start(struct http *h, int fd)
{
	struct MHD_OptionItem options[] = {
		{MHD_OPTION_LISTEN_SOCKET, fd, NULL},
		{MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_ROOM, NULL},
		{MHD_OPTION_CONNECTION_LIMIT, CONNECTIONS_MOST, NULL},
		{MHD_OPTION_CONNECTION_TIMEOUT, h->config.seconds, NULL},
		{h->config.threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, h->config.threads,
			NULL},
		{MHD_OPTION_END, 0, NULL},
	};
	h->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
		request_step, h, MHD_OPTION_ARRAY, options, MHD_OPTION_URI_LOG_CALLBACK, request_create, h,
		MHD_OPTION_NOTIFY_COMPLETED, request_destroy, h, MHD_OPTION_NOTIFY_CONNECTION,
		connection_change, h, MHD_OPTION_END);
	return h->daemon != NULL;
}

static struct http *
http_create(const struct http_config *c, http_handler *handler, void *with)
{
	struct http *h = calloc(1, sizeof *h);
	if (h == NULL)
		abort();
	h->config = *c;
	config_complete(&h->config);
	h->handler = handler;
	h->with = with;
	pthread_mutex_init(&h->lock, NULL);
	pthread_condattr_t monotonic;
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&h->changed, &monotonic);
	pthread_condattr_destroy(&monotonic);
	return h;
}

static void
http_destroy(struct http *h)
{
	pthread_cond_destroy(&h->changed);
	pthread_mutex_destroy(&h->lock);
	free(h);
}

struct http *
http_start(const struct http_config *c, http_handler *handler, void *with, struct err *e)
{
	int fd;
	struct http *h = http_create(c, handler, with);
	if (!listen_open(h->config.address, h->config.port, &fd, &h->port, e)) {
		http_destroy(h);
		return NULL;
	}
	if (!daemon_start(h, fd)) {
		close(fd);
		http_destroy(h);
		err_set(e, ERR_SYSTEM, _("the server could not be started"));
		return NULL;
	}
	if (pthread_create(&h->watchdog, NULL, watchdog_run, h) != 0)
		abort();
	return h;
}

int
http_port(const struct http *h)
{
	return h->port;
}

/* The library must not be stopped while a request is held (it would wait for ever),
 * and what is held is always woken: by the writer or a lane, which outlive us. It is
 * not quiesced first: 0.9.75 takes the listening socket out of a worker's epoll set
 * from two threads at once, and aborts when the second finds it gone. */
void
http_stop(struct http *h)
{
	if (h == NULL)
		return;
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += SENDING_SECONDS;
	pthread_mutex_lock(&h->lock);
	h->stopping = true;
	while (h->held > 0)
		pthread_cond_wait(&h->changed, &h->lock);
	while (h->working > 0 && pthread_cond_timedwait(&h->changed, &h->lock, &until) == 0)
		continue;
	while (h->held > 0) /* one may have held again after waking */
		pthread_cond_wait(&h->changed, &h->lock);
	h->ending = true;
	pthread_cond_broadcast(&h->changed);
	pthread_mutex_unlock(&h->lock);
	pthread_join(h->watchdog, NULL);
	MHD_stop_daemon(h->daemon);
	http_destroy(h);
}
