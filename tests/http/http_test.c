#include <check.h>
#include <netinet/tcp.h>
#include <pthread.h>

#include "base/secret.h"
#include "http/http.h"
#include "http/wire.h"

/* Says what it was asked, so that a test sees what the server understood. */
static void
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

static void
server_start_with(int seconds)
{
	struct err e = {0};
	struct http_config c = {.address = "127.0.0.1", .seconds = seconds};
	server = http_start(&c, echo, NULL, &e);
	ck_assert_msg(server != NULL, "%s", e.text);
}

static void
server_start(void)
{
	server_start_with(10);
}

static void
hurried_start(void)
{
	server_start_with(1);
}

static void
server_stop(void)
{
	http_stop(server);
	buf_free(&answer);
}

static int
ask(const char *request)
{
	return wire_ask(http_port(server), request, strlen(request), &answer);
}

#define ck_heard(text)                                                                                       \
	ck_assert_msg(answer.length > 0 && strstr(answer.data, text) != NULL, "no %s in: %s", text,          \
		answer.length > 0 ? answer.data : "nothing")

START_TEST(a_request_is_understood)
{
	ck_assert_int_eq(ask("GET /a/%E7%82%B9%E6%A4%9C?q=%E9%83%A8+1%26&x HTTP/1.1\r\nHost: h\r\n"
			     "Cookie: b=1; c=2\r\n\r\n"),
		200);
	ck_heard("GET /a/点検 refused=0 fields=0\nq=部 1&\nc=2\n");
	ck_assert_int_eq(ask("GET http://h:80/x HTTP/1.1\r\nHost: h\r\n\r\n"), 200);
	ck_heard("GET /x ");
	ck_assert_int_eq(ask("GET / HTTP/1.0\r\n\r\n"), 200);
}
END_TEST

START_TEST(every_answer_carries_the_protecting_headers)
{
	char value[512];
	ck_assert_int_eq(ask("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), 200);
	ck_assert_str_eq(wire_header(&answer, "X-Content-Type-Options", value, sizeof value), "nosniff");
	ck_assert_str_eq(wire_header(&answer, "Cache-Control", value, sizeof value), "no-store");
	wire_header(&answer, "Content-Security-Policy", value, sizeof value);
	ck_assert_ptr_nonnull(strstr(value, "default-src 'self'"));
	ck_assert_ptr_nonnull(strstr(value, "frame-ancestors 'none'"));
}
END_TEST

START_TEST(head_has_the_length_and_no_body)
{
	char value[32];
	ck_assert_int_eq(ask("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"), 200);
	wire_header(&answer, "Content-Length", value, sizeof value);
	ck_assert_int_gt(atoi(value), 0);
	ck_assert_str_eq(wire_body(&answer), "");
}
END_TEST

static const struct {
	int status;
	size_t length; /* 0: up to the NUL */
	const char *request;
} refused[] = {
	{400, 0, "GET / HTTP/1.1\r\n\r\n"},
	{400, 0, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"},
	{400, 0, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\na=1"},
	{400, 0, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\na=1"},
	{400, 0,
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
		"chunked\r\n\r\n0\r\n\r\n"},
	{400, 0,
		"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: "
		"5\r\n\r\n0\r\n\r\n"},
	{400, 0, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
	{400, 0, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\na=1"},
	{400, 0, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"},
	{413, 0, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n"},
	{501, 0, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"},
	{501, 0, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n"},
	{400, 0, "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /?q=%00 HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a% HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a%4 HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a%ff HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a%c0%af HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a%ed%a0%80 HTTP/1.1\r\nHost: a\r\n\r\n"}, /* a lone surrogate */
	{400, 0, "GET /a%0d%0aX:1 HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a%1b HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET * HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET http://h HTTP/1.1\r\nHost: a\r\n\r\n"},
	{400, 0, "GET / HTTP/1.1\r\nHost: a\r\nFolded: a\r\n b\r\n\r\n"},
	{400, 0, "GET / HTTP/1.1\r\nHost : a\r\n\r\n"},
	{400, 0, "GET / HTTP/1.1\r\nHost: a\r\nX: \x01\r\n\r\n"},
	{400, 0, "GET / HTTP/1.1\nHost: a\n\n"},
	{400, 0, "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"},
	{400, 0, "GET / HTTP/1.1\r\nHost: a\r\nX: b\n\r\n"},
#define NUL(status, text)                                                                                    \
	{                                                                                                    \
		status, sizeof text - 1, text                                                                \
	}
	NUL(400, "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n"),
	NUL(400, "GET /a\0 HTTP/1.1\r\nHost: a\r\n\r\n"),
	NUL(400, "GET\0 / HTTP/1.1\r\nHost: a\r\n\r\n"),
	NUL(400, "GET / HTTP/1.1\0x\r\nHost: a\r\n\r\n"),
	NUL(400, "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n"),
	NUL(400, "GET / HTTP/1.1\r\nHost: a\0b\r\nX: y\r\n\r\n"),
	NUL(400, "GET / HTTP/1.1\r\nX\0y: 1\r\nHost: a\r\n\r\n"),
	NUL(400, "GET / HTTP/1.1\r\nHost: a\r\nX: y\0\0\0z\r\n\r\n"),
#undef NUL
};

START_TEST(a_malformed_request_is_refused)
{
	const char *request = refused[_i].request;
	size_t length = refused[_i].length != 0 ? refused[_i].length : strlen(request);
	int status = wire_ask(http_port(server), request, length, &answer);
	ck_assert_msg(status == refused[_i].status, "%d, not %d: %s", status, refused[_i].status, request);
}
END_TEST

START_TEST(a_long_target_and_long_headers_are_refused)
{
	struct buf rq = BUF_INIT;
	buf_adds(&rq, "GET /");
	for (int i = 0; i < 5000; i++)
		buf_addc(&rq, 'a');
	buf_adds(&rq, " HTTP/1.1\r\nHost: h\r\n\r\n");
	ck_assert_int_eq(ask(rq.data), 414);
	buf_clear(&rq);
	buf_adds(&rq, "GET / HTTP/1.1\r\nHost: h\r\n");
	for (int i = 0; i < 3000; i++)
		buf_addf(&rq, "X-%d: aaaaaaaa\r\n", i);
	buf_adds(&rq, "\r\n");
	ck_assert_int_eq(ask(rq.data), 431);
	buf_free(&rq);
}
END_TEST

/* The library, left alone, neither answers such a target nor hangs up. */
START_TEST(a_query_of_a_thousand_pieces_is_answered)
{
	struct buf rq = BUF_INIT;
	buf_adds(&rq, "GET /p?q=1");
	for (int i = 0; i < 1000; i++)
		buf_adds(&rq, "&b");
	buf_adds(&rq, " HTTP/1.1\r\nHost: h\r\n\r\n");
	ck_assert_int_eq(ask(rq.data), 200);
	ck_assert_ptr_nonnull(strstr(wire_body(&answer), "q=1\n"));
	buf_free(&rq);
}
END_TEST

static int
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

START_TEST(a_form_is_read_in_order)
{
	static const char body[] = "b=%E7%82%B9+1&a=&c=x%0D%0Ay&a=2&d";
	ck_assert_int_eq(post(form, body, sizeof body - 1), 200);
	ck_heard("fields=5\n[b]=5:点 1\n[a]=0:\n[c]=4:x\r\ny\n[a]=1:2\n[d]=0:\n");
	ck_heard("repeated=a\n");
	ck_assert_int_eq(post(form, "", 0), 200);
	ck_heard("fields=0");
	ck_assert_int_eq(post(form, "a=%ED%A0%80", 11), 400); /* a lone surrogate */
	ck_assert_int_eq(post(form, "a=\xff", 3), 400);
	ck_assert_int_eq(post(form, "%fe=1", 5), 400);
}
END_TEST

START_TEST(a_form_may_come_in_chunks_of_any_size)
{
	int fd = wire_open(http_port(server));
	static const char head[] = "POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n"
				   "Content-Type: application/x-www-form-urlencoded\r\n\r\n";
	static const char body[] = "name=%E9%AB%99&other=2";
	ck_assert(wire_say(fd, head, sizeof head - 1));
	for (const char *c = body; *c != '\0'; c++) {
		char chunk[] = {'1', '\r', '\n', *c, '\r', '\n'};
		ck_assert(wire_say(fd, chunk, sizeof chunk));
	}
	ck_assert(wire_say(fd, "0\r\n\r\n", 5));
	ck_assert_int_eq(wire_hear(fd, &answer, false), 200);
	ck_heard("fields=2\n[name]=3:髙\n[other]=1:2\n");
	close(fd);
}
END_TEST

static const char upload[] = "--BB\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ncsv\r\n"
			     "--BB\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n"
			     "--BB\r\nContent-Disposition: form-data; name=\"file\"; "
			     "filename=\"r.csv\"\r\n"
			     "Content-Type: text/csv\r\n\r\na,b\0c\r\n--BB--\r\n";

START_TEST(an_upload_is_read_with_its_name)
{
	ck_assert_int_eq(post("multipart/form-data; boundary=BB", upload, sizeof upload - 1), 200);
	ck_heard("fields=3\n[kind]=3:csv\n[empty]=0:\n[file]=5:a,b file r.csv\n");
}
END_TEST

START_TEST(an_upload_may_come_byte_by_byte)
{
	int fd = wire_open(http_port(server));
	struct buf head = BUF_INIT;
	buf_addf(&head,
		"POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: %zu\r\n"
		"Content-Type: multipart/form-data; boundary=BB\r\n\r\n",
		sizeof upload - 1);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
	ck_assert(wire_say(fd, head.data, head.length));
	for (size_t i = 0; i < sizeof upload - 1; i++) {
		ck_assert(wire_say(fd, upload + i, 1));
		usleep(500);
	}
	ck_assert_int_eq(wire_hear(fd, &answer, false), 200);
	ck_heard("fields=3\n[kind]=3:csv\n[empty]=0:\n[file]=5:a,b file r.csv\n");
	buf_free(&head);
	close(fd);
}
END_TEST

START_TEST(a_body_of_another_kind_is_refused)
{
	ck_assert_int_eq(post("application/json", "{}", 2), 415);
	ck_assert_int_eq(post("multipart/form-data", "x", 1), 415);
}
END_TEST

START_TEST(a_nul_in_a_form_is_refused)
{
	ck_assert_int_eq(post(form, "a%00b=1", 7), 400);
	ck_assert_int_eq(post(form, "a=1%00", 6), 400);
	ck_assert_int_eq(post(form, "a=1\0b", 5), 400);
	ck_assert_int_eq(post(form, "a=%2500", 7), 200); /* the text %00 is only text */
	ck_heard("[a]=3:%00\n");
	ck_assert_int_eq(post(form, "a=%0&b=1", 8), 400);
}
END_TEST

START_TEST(ten_thousand_fields_are_refused)
{
	struct buf b = BUF_INIT;
	for (int i = 0; i < 10000; i++)
		buf_addf(&b, "f%d=1&", i);
	ck_assert_int_eq(post(form, b.data, b.length), 413);
	buf_free(&b);
}
END_TEST

START_TEST(a_large_body_and_a_large_value_are_refused)
{
	struct buf b = BUF_INIT;
	buf_adds(&b, "a=");
	for (int i = 0; i < 64 * 1024; i++)
		buf_addc(&b, 'x');
	ck_assert_int_eq(post(form, b.data, b.length), 200); /* just within */
	ck_heard("[a]=65536:xxx");
	buf_addc(&b, 'x');
	ck_assert_int_eq(post(form, b.data, b.length), 413);
	while (b.length < 1024 * 1024)
		buf_adds(&b, "&bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb=cccccccccccccccccccccccccccc");
	ck_assert_int_eq(post(form, b.data, b.length), 413);
	ck_heard("refused=413");
	buf_free(&b);
}
END_TEST

START_TEST(a_body_far_too_large_is_refused_before_it_is_sent)
{
	ck_assert_int_eq(ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\n"), 413);
	ck_assert_int_eq(ask("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n"
			     "Expect: 100-continue\r\n\r\n"),
		413);
}
END_TEST

START_TEST(a_broken_upload_is_refused)
{
	static const char body[] = "--BB\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ends";
	ck_assert_int_eq(post("multipart/form-data; boundary=BB", body, sizeof body - 1), 400);
}
END_TEST

START_TEST(requests_follow_each_other_on_one_connection)
{
	int fd = wire_open(http_port(server));
	static const char two[] = "POST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Type: "
				  "application/x-www-form-urlencoded\r\n\r\na=1"
				  "GET /2 HTTP/1.1\r\nHost: h\r\n\r\n";
	ck_assert(wire_say(fd, two, sizeof two - 1));
	struct buf all = BUF_INIT;
	while (all.length == 0 || strstr(all.data, "GET /2 refused=0") == NULL) {
		char piece[512];
		ssize_t n = recv(fd, piece, sizeof piece, 0);
		ck_assert_int_gt(n, 0);
		buf_add(&all, piece, (size_t)n);
	}
	ck_assert_ptr_nonnull(strstr(all.data, "POST /1 refused=0 fields=1\n[a]=1:1\n"));
	buf_free(&all);
	close(fd);
}
END_TEST

/* Dribbles until the other side hangs up; how often a proper client was served meanwhile. */
static int
dribble(const char *begin)
{
	int fd = wire_open(http_port(server)), served = 0;
	struct timeval quarter = {.tv_usec = 250000};
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &quarter, sizeof quarter);
	ck_assert(wire_say(fd, begin, strlen(begin)));
	struct buf heard = BUF_INIT;
	for (int i = 0; i < 400; i++) {
		char piece[512];
		ssize_t n = recv(fd, piece, sizeof piece, 0); /* a quarter of a second */
		if (n == 0)
			break;
		if (n > 0)
			buf_add(&heard, piece, (size_t)n);
		else if (!wire_say(fd, "a", 1))
			break;
		served += ask("GET / HTTP/1.1\r\nHost: h\r\n\r\n") == 200;
	}
	ck_assert_msg(heard.length > 0 && strncmp(heard.data, "HTTP/1.1 408", 12) == 0, "%s",
		heard.length > 0 ? heard.data : "nothing");
	buf_free(&heard);
	close(fd);
	return served;
}

START_TEST(a_client_that_dribbles_is_cut_off_while_others_are_served)
{
	static const char *const begins[] = {"GET / HT", "GET / HTTP/1.1\r\nX: ",
		"POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
		"Content-Length: 100000\r\n\r\n"};
	ck_assert_int_gt(dribble(begins[_i]), 2);
}
END_TEST

/* ---- held requests ------------------------------------------------------------- */

static void
answer_late(struct http_request *rq, void *with)
{
	struct buf b = BUF_INIT;
	buf_adds(&b, with);
	http_answer(rq, 200, "text/plain", &b);
}

static void *
wake_later(void *rq)
{
	usleep(3000 * 1000); /* longer than a request may take to arrive */
	http_wake(rq, answer_late, "late");
	return NULL;
}

static void
hold(struct http_request *rq, void *with)
{
	(void)with;
	pthread_t t;
	http_hold(rq);
	ck_assert_int_eq(pthread_create(&t, NULL, wake_later, rq), 0);
	pthread_detach(t);
}

START_TEST(what_is_held_is_answered_even_while_stopping)
{
	struct err e = {0};
	struct http_config c = {.address = "127.0.0.1", .seconds = 1};
	struct http *h = http_start(&c, hold, NULL, &e);
	int fd = wire_open(http_port(h));
	static const char rq[] = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
	ck_assert(wire_say(fd, rq, sizeof rq - 1));
	usleep(300 * 1000);
	http_stop(h);
	ck_assert_int_eq(wire_hear(fd, &answer, false), 200);
	ck_heard("late");
	close(fd);
}
END_TEST

START_TEST(a_taken_port_is_said_in_one_sentence)
{
	struct err e = {0};
	struct http_config c = {.address = "127.0.0.1", .port = http_port(server)};
	ck_assert_ptr_null(http_start(&c, echo, NULL, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	c = (struct http_config){.address = "no such place"};
	ck_assert_ptr_null(http_start(&c, echo, NULL, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

/* Changes a few bytes of a proper request, or puts new ones in; returns its length. */
static size_t
mutated(char *rq, size_t room)
{
	static const char seed[] = "POST /p/%E7%82%B9?q=1 HTTP/1.1\r\nHost: h\r\nContent-Type: "
				   "application/x-www-form-urlencoded\r\nCookie: c=1\r\nContent-Length: "
				   "20\r\n\r\na=1&b=%E9%AB%99&c=22GET / HTTP/1.1\r\nHost: h\r\n\r\n";
	size_t length = sizeof seed - 1;
	memcpy(rq, seed, length);
	for (uint64_t n = 1 + random_below(4); n > 0; n--) {
		size_t at = random_below(length);
		if (random_below(3) == 0 && length < room) {
			memmove(rq + at + 1, rq + at, length - at);
			length++;
		}
		rq[at] = (char)random_below(256);
	}
	return random_below(4) == 0 ? 1 + random_below(length) : length;
}

START_TEST(two_thousand_mutated_requests_do_no_harm)
{
	enum { BATCH = 250 };
	int fds[BATCH];
	for (int round = 0; round < 2000 / BATCH; round++) {
		for (int i = 0; i < BATCH; i++) {
			char rq[512];
			fds[i] = wire_open(http_port(server));
			wire_say(fds[i], rq, mutated(rq, sizeof rq));
			shutdown(fds[i], SHUT_WR);
		}
		for (int i = 0; i < BATCH; i++) {
			wire_hear(fds[i], &answer, false);
			close(fds[i]);
		}
	}
	ck_assert_int_eq(ask("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), 200);
}
END_TEST

Suite *http_suite(void);
Suite *
http_suite(void)
{
	Suite *s = suite_create("http");
	TCase *t = tcase_create("http");
	tcase_add_checked_fixture(t, server_start, server_stop);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_request_is_understood);
	tcase_add_test(t, every_answer_carries_the_protecting_headers);
	tcase_add_test(t, head_has_the_length_and_no_body);
	tcase_add_loop_test(t, a_malformed_request_is_refused, 0, sizeof refused / sizeof *refused);
	tcase_add_test(t, a_long_target_and_long_headers_are_refused);
	tcase_add_test(t, a_query_of_a_thousand_pieces_is_answered);
	tcase_add_test(t, a_form_is_read_in_order);
	tcase_add_test(t, a_form_may_come_in_chunks_of_any_size);
	tcase_add_test(t, an_upload_is_read_with_its_name);
	tcase_add_test(t, an_upload_may_come_byte_by_byte);
	tcase_add_test(t, a_body_of_another_kind_is_refused);
	tcase_add_test(t, a_nul_in_a_form_is_refused);
	tcase_add_test(t, ten_thousand_fields_are_refused);
	tcase_add_test(t, a_large_body_and_a_large_value_are_refused);
	tcase_add_test(t, a_body_far_too_large_is_refused_before_it_is_sent);
	tcase_add_test(t, a_broken_upload_is_refused);
	tcase_add_test(t, requests_follow_each_other_on_one_connection);
	tcase_add_test(t, what_is_held_is_answered_even_while_stopping);
	tcase_add_test(t, a_taken_port_is_said_in_one_sentence);
	suite_add_tcase(s, t);
	TCase *hurried = tcase_create("hurried");
	tcase_add_checked_fixture(hurried, hurried_start, server_stop);
	tcase_set_timeout(hurried, 60);
	tcase_add_loop_test(hurried, a_client_that_dribbles_is_cut_off_while_others_are_served, 0, 3);
	tcase_add_test(hurried, two_thousand_mutated_requests_do_no_harm);
	suite_add_tcase(s, hurried);
	return s;
}
