/* Ends connections whose request does not arrive in time. The library's own
 * timeout starts anew with every byte, so one byte a second would hold on for ever. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#include "base/arena.h"
#include "base/words.h"
#include "http/inside.h"

enum { TICK_MS = 250 };

int64_t
clock_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct link *
link_open(struct http *h, int fd)
{
	struct link *l = calloc(1, sizeof *l);
	if (l == NULL)
		abort();
	l->fd = fd;
	atomic_init(&l->deadline, clock_ms() + h->config.seconds * 1000);
	pthread_mutex_lock(&h->lock);
	l->next = h->links;
	l->back = &h->links;
	if (l->next != NULL)
		l->next->back = &l->next;
	h->links = l;
	pthread_mutex_unlock(&h->lock);
	return l;
}

void
link_close(struct http *h, struct link *l)
{
	pthread_mutex_lock(&h->lock);
	*l->back = l->next;
	if (l->next != NULL)
		l->next->back = l->back;
	pthread_mutex_unlock(&h->lock);
	free(l);
}

void
link_expect(struct link *l, int64_t deadline)
{
	int64_t seen = atomic_load(&l->deadline);
	while (seen != DEADLINE_CUT && !atomic_compare_exchange_weak(&l->deadline, &seen, deadline))
		continue;
}

bool
link_arrived(struct link *l)
{
	int64_t seen = atomic_load(&l->deadline);
	while (seen != DEADLINE_CUT && !atomic_compare_exchange_weak(&l->deadline, &seen, DEADLINE_NONE))
		continue;
	return seen != DEADLINE_CUT;
}

static void
link_cut(struct link *l)
{
	const char *sentence = _("The request took too long to arrive.");
	struct buf answer = BUF_INIT;
	buf_addf(&answer,
		"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n"
		"Content-Type: text/plain; charset=utf-8\r\nContent-Length: %zu\r\n\r\n%s",
		strlen(sentence), sentence);
	(void)send(l->fd, answer.data, answer.length, MSG_DONTWAIT | MSG_NOSIGNAL);
	shutdown(l->fd, SHUT_RDWR);
	buf_free(&answer);
}

/* The lock keeps each socket open, so that its number cannot become another's. */
static void
links_check(struct http *h, int64_t now)
{
	for (struct link *l = h->links; l != NULL; l = l->next) {
		int64_t deadline = atomic_load(&l->deadline);
		if (deadline > DEADLINE_NONE && deadline < now &&
			atomic_compare_exchange_strong(&l->deadline, &deadline, DEADLINE_CUT))
			link_cut(l);
	}
}

void *
watchdog_run(void *http)
{
	struct http *h = http;
	pthread_mutex_lock(&h->lock);
	while (!h->ending) {
		struct timespec until;
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_nsec += TICK_MS * 1000000L;
		until.tv_sec += until.tv_nsec / 1000000000L;
		until.tv_nsec %= 1000000000L;
		if (pthread_cond_timedwait(&h->changed, &h->lock, &until) == ETIMEDOUT)
			links_check(h, clock_ms());
	}
	pthread_mutex_unlock(&h->lock);
	return NULL;
}
