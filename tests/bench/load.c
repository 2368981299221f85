/*
 * People answering, at a steady rate: three open a form, the fourth submits one, and so on.
 * Requests are sent when their time has come, whether the ones before were answered or not,
 * and waiting is counted from that time: who is held up is not left out of the count.
 *
 *	load PORT PEOPLE FIRST RATE ITEMS
 *
 * PEOPLE is what `body` printed. Of those from the line FIRST on (0: the first) one half opens
 * forms, the other submits.
 * SIGUSR1 ends a phase, SIGTERM the last one; each prints a line: forms, then submissions
 * in all, then of both the median, the 99th percentile and the longest in milliseconds,
 * then how many were refused.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum what { FORM, SUBMISSION, WHATS };
enum { EACH = 96, CONNECTIONS = WHATS * EACH, BYTES = 128 * 1024, REQUEST_SIZE = 16 * 1024 };
enum { TIMES_MOST = 1 << 20, POST_EVERY = 4 };

struct person {
	char token[64], key[64], sheet[24];
	int turn; /* how often this one has submitted */
};

struct connection {
	int fd; /* 0: closed */
	bool busy;
	enum what what;
	double due; /* when it should have been sent */
	char *got;
	size_t length;
};

static struct person *people;
static size_t people_count, opening, submitting;
static struct connection connections[CONNECTIONS]; /* EACH for forms, then for submissions */
static double *times[WHATS];
static size_t counts[WHATS], refused;
static int port, items, all;       /* all: epoll's */
static volatile sig_atomic_t told; /* the signal, once there was one */

static void
stop(const char *why)
{
	fprintf(stderr, "load: %s\n", why);
	exit(1);
}

static double
now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
people_read(const char *path, size_t first)
{
	struct person p = {0};
	FILE *f = fopen(path, "r");
	if (f == NULL)
		stop("no people");
	for (size_t line = 0; fscanf(f, "%63s %63s %23s", p.token, p.key, p.sheet) == 3; line++) {
		if (line < first)
			continue;
		people = realloc(people, (people_count + 1) * sizeof *people);
		people[people_count++] = p;
	}
	fclose(f);
	if (people_count < 2)
		stop("too few people");
}

/* ---- what is sent ---------------------------------------------------------------- */

static size_t
form_write(char *out)
{
	const struct person *p = &people[opening++ % (people_count / 2)];
	return (size_t)snprintf(out, REQUEST_SIZE,
		"GET /sheets/%s HTTP/1.1\r\nHost: bench\r\nCookie: tenken=%s\r\nAccept-Encoding: "
		"gzip\r\n\r\n",
		p->sheet, p->token);
}

static size_t
submission_write(char *out)
{
	static const char *const codes[] = {"yes", "partly", "no"};
	char body[REQUEST_SIZE / 2];
	struct person *p = &people[people_count / 2 + submitting++ % (people_count / 2)];
	int n = snprintf(body, sizeof body, "form_key=%s&revision=%d&do=submit", p->key, p->turn);
	for (int i = 1; i <= items; i++) {
		const char *code = codes[(i + p->turn) % 3];
		n += snprintf(body + n, sizeof body - (size_t)n, "&B%02d=%s", i, code);
		if (code != codes[0])
			n += snprintf(
				body + n, sizeof body - (size_t)n, "&B%02d-r=%%E7%%90%%86%%E7%%94%%B1", i);
	}
	p->turn++;
	return (size_t)snprintf(out, REQUEST_SIZE,
		"POST /sheets/%s HTTP/1.1\r\nHost: bench\r\nCookie: tenken=%s\r\nContent-Length: %d\r\n"
		"Content-Type: application/x-www-form-urlencoded\r\n\r\n%s",
		p->sheet, p->token, n, body);
}

static void
connection_open(struct connection *c)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	c->fd = socket(AF_INET, SOCK_STREAM, 0);
	if (connect(c->fd, (struct sockaddr *)&to, sizeof to) != 0)
		stop("cannot connect");
	if (c->got == NULL)
		c->got = malloc(BYTES);
	epoll_ctl(all, EPOLL_CTL_ADD, c->fd, &(struct epoll_event){.events = EPOLLIN, .data.ptr = c});
}

static void
request_send(struct connection *c, enum what what, double due)
{
	char request[REQUEST_SIZE];
	if (c->fd == 0)
		connection_open(c);
	size_t length = what == FORM ? form_write(request) : submission_write(request);
	c->busy = true;
	c->what = what;
	c->due = due;
	c->length = 0;
	if (write(c->fd, request, length) != (ssize_t)length)
		stop("the server does not take requests");
}

/* ---- what comes back --------------------------------------------------------------- */

static bool
answer_whole(const struct connection *c)
{
	static const char name[] = "Content-Length: ";
	const char *end = memmem(c->got, c->length, "\r\n\r\n", 4);
	const char *at = end == NULL ? NULL : memmem(c->got, (size_t)(end - c->got), name, sizeof name - 1);
	return at != NULL &&
	       c->length >= (size_t)(end + 4 - c->got) + strtoul(at + sizeof name - 1, NULL, 10);
}

static void
answer_read(struct connection *c)
{
	static const char *const right[] = {[FORM] = "HTTP/1.1 200", [SUBMISSION] = "HTTP/1.1 303"};
	ssize_t n = read(c->fd, c->got + c->length, BYTES - c->length);
	if (n <= 0 && c->busy)
		stop("the server hung up");
	if (n <= 0) { /* it has waited long enough for the next request */
		close(c->fd);
		c->fd = 0;
		return;
	}
	c->length += (size_t)n;
	if (!answer_whole(c))
		return;
	c->busy = false;
	if (memcmp(c->got, right[c->what], strlen(right[c->what])) != 0 && refused++ == 0)
		fprintf(stderr, "load: %.*s\n", (int)strcspn(c->got, "\r"), c->got);
	if (counts[c->what] < TIMES_MOST)
		times[c->what][counts[c->what]++] = now_ms() - c->due;
}

/* ---- a phase --------------------------------------------------------------------------- */

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double
percentile(enum what what, double share)
{
	size_t n = counts[what];
	return n == 0 ? 0 : times[what][(size_t)((double)(n - 1) * share + 0.5)];
}

static void
phase_print(void)
{
	printf("%zu %zu", counts[FORM], counts[SUBMISSION]);
	for (enum what w = FORM; w < WHATS; w++) {
		qsort(times[w], counts[w], sizeof *times[w], by_size);
		printf(" %.2f %.2f %.2f", percentile(w, 0.5), percentile(w, 0.99), percentile(w, 1));
		counts[w] = 0;
	}
	printf(" %zu\n", refused);
	fflush(stdout);
	refused = 0;
}

static void
tell(int signal_number)
{
	told = signal_number;
}

/* ---- the clock ------------------------------------------------------------------------- */

/* Everybody has a browser of their own: who waits for a submission does not keep others from a form. */
static struct connection *
connection_free(enum what what)
{
	for (size_t i = what * EACH; i < (what + 1) * EACH; i++)
		if (!connections[i].busy)
			return &connections[i];
	return NULL;
}

static void
requests_send(double begun, double rate)
{
	static size_t sent;
	for (double due; (due = begun + (double)sent * 1e3 / rate) <= now_ms(); sent++) {
		enum what what = sent % POST_EVERY == POST_EVERY - 1 ? SUBMISSION : FORM;
		struct connection *c = connection_free(what);
		if (c == NULL)
			return;
		request_send(c, what, due);
	}
}

static void
run(double rate)
{
	int clock = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
	all = epoll_create1(0);
	long step = (long)(1e9 / rate);
	struct itimerspec every = {{0, step}, {0, step}};
	timerfd_settime(clock, 0, &every, NULL);
	epoll_ctl(all, EPOLL_CTL_ADD, clock, &(struct epoll_event){.events = EPOLLIN, .data.ptr = NULL});
	double begun = now_ms();
	while (told != SIGTERM) {
		struct epoll_event events[CONNECTIONS + 1];
		int n = epoll_wait(all, events, CONNECTIONS + 1, -1);
		uint64_t ticks;
		for (int i = 0; i < n; i++)
			if (events[i].data.ptr != NULL)
				answer_read(events[i].data.ptr);
		if (read(clock, &ticks, sizeof ticks) < 0 && errno != EAGAIN)
			stop("no clock");
		requests_send(begun, rate);
		if (told == SIGUSR1) {
			told = 0;
			phase_print();
		}
	}
	phase_print();
}

int
main(int argc, char **argv)
{
	if (argc != 6)
		return 2;
	struct sigaction act = {.sa_handler = tell};
	sigaction(SIGUSR1, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
	port = atoi(argv[1]);
	people_read(argv[2], strtoul(argv[3], NULL, 10));
	items = atoi(argv[5]);
	for (enum what w = FORM; w < WHATS; w++)
		times[w] = malloc(TIMES_MOST * sizeof *times[w]);
	run(atof(argv[4]));
	return 0;
}
