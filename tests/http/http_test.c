/* Requests as they should be, and as they should not. */
#include "http/served.h"

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
	suite_add_tcase(s, t);
	TCase *hurried = tcase_create("hurried");
	tcase_add_checked_fixture(hurried, hurried_start, server_stop);
	tcase_set_timeout(hurried, 60);
	suite_add_tcase(s, hurried);
	return s;
}
