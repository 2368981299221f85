/* What is too large, too slow or too much. */
#include "http/served.h"

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

Suite *http_limits_suite(void);
Suite *
http_limits_suite(void)
{
	Suite *s = suite_create("http_limits");
	TCase *t = tcase_create("http_limits");
	tcase_add_checked_fixture(t, server_start, server_stop);
	tcase_set_timeout(t, 60);
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
