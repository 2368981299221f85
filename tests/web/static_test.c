#include "web/body.h"

static struct body *b;

static void
start(void)
{
	b = body_start();
}

static void
stop(void)
{
	body_stop(b);
}

static int
fetch(const char *path, const char *header)
{
	struct buf rq = BUF_INIT;
	buf_addf(&rq, "GET %s HTTP/1.1\r\nHost: h\r\nConnection: close\r\n%s\r\n", path, header);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	return status;
}

START_TEST(a_file_comes_with_its_kind_and_is_asked_for_again)
{
	char value[128], ask[256];
	ck_assert_int_eq(fetch("/static/tenken.css", ""), 200);
	ck_assert_str_eq(
		wire_header(&b->answer, "Content-Type", value, sizeof value), "text/css; charset=utf-8");
	ck_assert_str_eq(wire_header(&b->answer, "Cache-Control", value, sizeof value), "no-cache");
	ck_assert_str_eq(wire_header(&b->answer, "Content-Encoding", value, sizeof value), "");
	ck_assert(body_says(b, ":root"));
	wire_header(&b->answer, "ETag", value, sizeof value);
	snprintf(ask, sizeof ask, "If-None-Match: %s\r\n", value);
	struct buf rq = BUF_INIT;
	buf_addf(&rq, "GET /static/tenken.css HTTP/1.1\r\nHost: h\r\nConnection: close\r\n%s\r\n", ask);
	int fd = wire_open(http_port(b->http));
	wire_say(fd, rq.data, rq.length);
	ck_assert_int_eq(wire_hear(fd, &b->answer, true), 304);
	close(fd);
	buf_free(&rq);
}
END_TEST

START_TEST(who_takes_gzip_gets_it_packed)
{
	char value[128], plain[128];
	ck_assert_int_eq(fetch("/static/tenken.css", ""), 200);
	wire_header(&b->answer, "Content-Length", plain, sizeof plain);
	ck_assert_int_eq(fetch("/static/tenken.css", "Accept-Encoding: br, gzip\r\n"), 200);
	ck_assert_str_eq(wire_header(&b->answer, "Content-Encoding", value, sizeof value), "gzip");
	ck_assert_str_eq(wire_header(&b->answer, "Vary", value, sizeof value), "Accept-Encoding");
	ck_assert_int_lt(
		atoi(wire_header(&b->answer, "Content-Length", value, sizeof value)), atoi(plain) / 2);
	ck_assert_int_eq(memcmp(wire_body(&b->answer), "\x1f\x8b", 2), 0);
	ck_assert_int_eq(fetch("/static/tenken.css", "Accept-Encoding: gzip;q=0\r\n"), 200);
	ck_assert_str_eq(wire_header(&b->answer, "Content-Encoding", value, sizeof value), "");
}
END_TEST

START_TEST(a_file_named_with_its_version_is_kept_for_ever)
{
	char value[128], path[128] = "";
	ck_assert_int_eq(body_as(b, -1, "GET", "/signin", NULL), 200);
	const char *at = strstr(b->answer.data, "/static/tenken.css?v=");
	ck_assert_ptr_nonnull(at);
	memcpy(path, at, strcspn(at, "\""));
	ck_assert_int_eq(fetch(path, ""), 200);
	ck_assert_str_eq(wire_header(&b->answer, "Cache-Control", value, sizeof value),
		"public, max-age=31536000, immutable");
	ck_assert_int_eq(fetch("/static/tenken.css?v=other", ""), 200);
	ck_assert_str_eq(wire_header(&b->answer, "Cache-Control", value, sizeof value), "no-cache");
}
END_TEST

START_TEST(only_what_was_found_at_the_start_is_served)
{
	static const char *const others[] = {"/static/none.css", "/static/../Makefile",
		"/static/%2e%2e%2fMakefile", "/static/..", "/static/.", "/static/tenken.css/",
		"/static//etc/passwd", "/static/TENKEN.CSS"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_assert_msg(fetch(others[i], "") == 404, "%s", others[i]);
}
END_TEST

Suite *static_suite(void);
Suite *
static_suite(void)
{
	Suite *s = suite_create("static");
	TCase *t = tcase_create("static");
	tcase_add_checked_fixture(t, start, stop);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_file_comes_with_its_kind_and_is_asked_for_again);
	tcase_add_test(t, who_takes_gzip_gets_it_packed);
	tcase_add_test(t, a_file_named_with_its_version_is_kept_for_ever);
	tcase_add_test(t, only_what_was_found_at_the_start_is_served);
	suite_add_tcase(s, t);
	return s;
}
