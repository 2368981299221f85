#include "web/body.h"

static struct body *b;

static void
start(void)
{
	b = body_start();
}

static void
hurried_start(void)
{
	b = body_start_with(1);
}

static void
stop(void)
{
	body_stop(b);
}

/* Something to stand at each {}. */
static void
concrete(const char *pattern, char *out, size_t size)
{
	out[0] = '\0';
	for (const char *hole; (hole = strstr(pattern, "{}")) != NULL; pattern = hole + 2)
		snprintf(out + strlen(out), size - strlen(out), "%.*s1", (int)(hole - pattern), pattern);
	snprintf(out + strlen(out), size - strlen(out), "%s", pattern);
}

START_TEST(every_route_answers_every_role_and_tells_others_nothing)
{
	int role = _i;
	struct buf denied = BUF_INIT;
	for (size_t i = 0; i < route_count; i++) {
		const struct route *r = &routes[i];
		char path[256];
		concrete(r->path, path, sizeof path);
		if (strcmp(path, "/signout") == 0)
			continue; /* the rest needs the session */
		int status = body_as(b, role, r->method, path, strcmp(r->method, "POST") == 0 ? "" : NULL);
		ck_assert_msg(
			status >= 200 && status < 500, "%s %s as %d: %d", r->method, path, role, status);
		if (r->roles == ROLE_ANYONE || (r->roles & 1u << role) != 0)
			continue;
		ck_assert_msg(status == 403, "%s %s as %d: %d", r->method, path, role, status);
		if (denied.length == 0)
			buf_adds(&denied, wire_body(&b->answer));
		ck_assert_str_eq(denied.data, wire_body(&b->answer)); /* the same, whatever was asked */
	}
	buf_free(&denied);
}
END_TEST

START_TEST(nobody_is_sent_to_sign_in_and_comes_back)
{
	char place[512], path[256], expected[512];
	for (size_t i = 0; i < route_count; i++) {
		const struct route *r = &routes[i];
		if (r->roles == ROLE_ANYONE)
			continue;
		concrete(r->path, path, sizeof path);
		bool form = strcmp(r->method, "POST") == 0;
		int status = body_as(b, -1, r->method, path, form ? "" : NULL);
		ck_assert_msg(status == (form ? 403 : 303), "%s %s: %d", r->method, path, status);
		if (form)
			continue;
		snprintf(expected, sizeof expected, strcmp(path, "/") == 0 ? "/signin" : "/signin?next=%s",
			path);
		ck_assert_str_eq(wire_header(&b->answer, "Location", place, sizeof place), expected);
	}
	ck_assert_int_eq(body_as(b, -1, "GET", "/account?a=1&b=%E7%82%B9", NULL), 303);
	ck_assert_str_eq(wire_header(&b->answer, "Location", place, sizeof place),
		"/signin?next=/account%3Fa%3D1%26b%3D%25E7%2582%25B9");
}
END_TEST

START_TEST(an_unknown_path_is_absent_and_an_unknown_method_is_told_the_known_ones)
{
	char allowed[64];
	static const char *const absent[] = {"/nothing", "/signin/", "/signin/x", "//signin", "/static/",
		"/static/a/b", "/static/..%2f..%2fMakefile", "/static/%2e%2e", "/account%2f"};
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
		ck_assert_msg(body_as(b, 0, "GET", absent[i], NULL) == 404, "%s", absent[i]);
		ck_assert(body_says(b, "番号 404"));
	}
	ck_assert_int_eq(body_as(b, 0, "PUT", "/signin", NULL), 405);
	ck_assert_str_eq(wire_header(&b->answer, "Allow", allowed, sizeof allowed), "GET, HEAD, POST");
	ck_assert_int_eq(body_as(b, 0, "GET", "/signout", NULL), 405);
	ck_assert_str_eq(wire_header(&b->answer, "Allow", allowed, sizeof allowed), "POST");
	ck_assert_int_eq(body_as(b, 0, "HEAD", "/account", NULL), 200);
	ck_assert_str_eq(wire_body(&b->answer), "");
}
END_TEST

START_TEST(what_http_forbids_gets_a_page_in_japanese)
{
	static const struct {
		const char *request, *number;
	} bad[] = {
		{"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "番号 400"},
		{"POST /signin HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
			"番号 400"},
		{"POST /signin HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: "
		 "chunked\r\n\r\n0\r\n\r\n",
			"番号 400"},
		{"GET /signin%00x HTTP/1.1\r\nHost: a\r\n\r\n", "番号 400"},
		{"GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", "番号 400"},
		{"POST /signin HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", "番号 501"},
		{"POST /signin HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 3\r\n\r\n<a>",
			"番号 415"},
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		wire_ask(http_port(b->http), bad[i].request, strlen(bad[i].request), &b->answer);
		ck_assert_msg(body_says(b, bad[i].number), "%s: %s", bad[i].request, b->answer.data);
	}
}
END_TEST

START_TEST(a_form_needs_the_key_of_its_session)
{
	char cookie[128], form[128];
	snprintf(cookie, sizeof cookie, "tenken=%s", b->token[0]);
	snprintf(form, sizeof form, "form_key=%s", b->form_key[1]);
	ck_assert_int_eq(body_ask(b, "POST", "/signout", cookie, ""), 403);
	ck_assert_int_eq(body_ask(b, "POST", "/signout", cookie, "form_key="), 403);
	ck_assert_int_eq(body_ask(b, "POST", "/signout", cookie, form), 403); /* somebody else's */
	ck_assert_int_eq(body_ask(b, "POST", "/signin", NULL, "login=a&password=b"), 403);
	ck_assert_int_eq(body_as(b, 0, "GET", "/account", NULL), 200); /* still signed in */
}
END_TEST

START_TEST(a_form_sent_from_another_site_is_refused)
{
	struct buf rq = BUF_INIT;
	buf_addf(&rq,
		"POST /signout HTTP/1.1\r\nHost: a\r\nCookie: tenken=%s\r\nSec-Fetch-Site: cross-site\r\n"
		"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\nform_key=%s",
		b->token[0], strlen("form_key=") + strlen(b->form_key[0]), b->form_key[0]);
	ck_assert_int_eq(wire_ask(http_port(b->http), rq.data, rq.length, &b->answer), 403);
	ck_assert_int_eq(body_as(b, 0, "GET", "/account", NULL), 200);
	buf_free(&rq);
}
END_TEST

START_TEST(unknown_and_repeated_fields_are_refused)
{
	ck_assert_int_eq(body_as(b, 0, "POST", "/account", "present=a&colour=red"), 400);
	ck_assert(body_says(b, "colour"));
	ck_assert_int_eq(body_as(b, 0, "POST", "/account", "present=a&present=b"), 400);
	ck_assert(body_says(b, "present"));
	ck_assert_int_eq(body_as(b, 0, "POST", "/account", "%3Cscript%3E=1"), 400);
	ck_assert(!body_says(b, "<script>"));
}
END_TEST

START_TEST(a_large_form_is_refused)
{
	struct buf form = BUF_INIT;
	char cookie[128];
	snprintf(cookie, sizeof cookie, "tenken=%s", b->token[0]);
	while (form.length < 1100 * 1024)
		buf_adds(&form, "aaaaaaaaaaaaaaaaaaaaaaaaaaa=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb&");
	ck_assert_int_eq(body_ask(b, "POST", "/account", cookie, form.data), 413);
	ck_assert(body_says(b, "番号 413"));
	buf_clear(&form);
	for (int i = 0; i < 10000; i++)
		buf_addf(&form, "f%d=&", i);
	ck_assert_int_eq(body_ask(b, "POST", "/account", cookie, form.data), 413);
	buf_free(&form);
}
END_TEST

/* ---- sessions ------------------------------------------------------------------ */

struct old {
	int64_t account;
	instant_t begun;
	char token[TOKEN_SIZE];
};

static bool
old_session(struct db *db, struct piece *p, struct err *e)
{
	struct old *old = p->with;
	return session_create(db, old->account, old->begun, old->token, e);
}

START_TEST(an_expired_session_opens_nothing)
{
	char cookie[128];
	struct old old = {.account = b->account[0], .begun = clock_now() - SESSION_SECONDS - 1};
	body_write(b, old_session, &old);
	snprintf(cookie, sizeof cookie, "tenken=%s", old.token);
	ck_assert_int_eq(body_ask(b, "GET", "/account", cookie, NULL), 303);
	ck_assert_int_eq(body_ask(b, "POST", "/account", cookie, "present=x"), 403);
	old.begun += 60; /* a minute left */
	body_write(b, old_session, &old);
	snprintf(cookie, sizeof cookie, "tenken=%s", old.token);
	ck_assert_int_eq(body_ask(b, "GET", "/account", cookie, NULL), 200);
}
END_TEST

START_TEST(a_session_that_was_signed_out_opens_nothing)
{
	char value[TOKEN_SIZE], place[64];
	ck_assert_int_eq(body_as(b, 0, "POST", "/signout", ""), 303);
	ck_assert_str_eq(wire_header(&b->answer, "Location", place, sizeof place), "/signin?out=1");
	ck_assert(body_says(b, "Max-Age=0"));
	body_cookie(b, "tenken", value);
	ck_assert_str_eq(value, "");
	ck_assert_int_eq(body_as(b, 0, "GET", "/account", NULL), 303); /* the old cookie again */
	ck_assert_int_eq(body_as(b, 1, "GET", "/account", NULL), 200); /* others are as before */
	ck_assert_int_eq(body_as(b, 0, "POST", "/signout", ""), 303);  /* twice does no harm */
}
END_TEST

static bool
account_close(struct db *db, struct piece *p, struct err *e)
{
	SQL(close_account, "UPDATE account SET active = 0 WHERE id = $1");
	return db_exec(db, e, close_account, "i", *(int64_t *)p->with);
}

START_TEST(an_account_that_was_closed_is_out_at_once)
{
	ck_assert_int_eq(body_as(b, 2, "GET", "/account", NULL), 200);
	body_write(b, account_close, &b->account[2]);
	ck_assert_int_eq(body_as(b, 2, "GET", "/account", NULL), 303);
}
END_TEST

START_TEST(a_cookie_that_is_no_token_is_nobody)
{
	static const char *const cookies[] = {"tenken=", "tenken=x", "tenken='; DROP TABLE session; --",
		"tenken=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "tenken", "=;=;="};
	for (size_t i = 0; i < sizeof cookies / sizeof *cookies; i++)
		ck_assert_msg(body_ask(b, "GET", "/account", cookies[i], NULL) == 303, "%s", cookies[i]);
}
END_TEST

/* ---- many at once --------------------------------------------------------------- */

START_TEST(a_full_lane_says_busy_and_when_to_come_back)
{
	enum { MANY = 150 };
	int fds[MANY], busy = 0, answered = 0;
	for (int i = 0; i < MANY; i++) {
		struct buf rq = BUF_INIT;
		char form[256];
		snprintf(form, sizeof form,
			"form_key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&login=n%d&password=x", i);
		body_request(&rq, "POST", "/signin",
			"tenken_form=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", form);
		fds[i] = wire_open(http_port(b->http));
		ck_assert(wire_say(fds[i], rq.data, rq.length));
		buf_free(&rq);
	}
	for (int i = 0; i < MANY; i++) {
		char after[16];
		int status = wire_hear(fds[i], &b->answer, false);
		ck_assert_msg(status == 422 || status == 503, "%d", status);
		answered += status == 422;
		busy += status == 503;
		if (status == 503)
			ck_assert_str_ne(wire_header(&b->answer, "Retry-After", after, sizeof after), "");
		close(fds[i]);
	}
	ck_assert_int_ge(answered, 64); /* what was taken was done */
	ck_assert_int_gt(busy, 0);
}
END_TEST

/* Changes a few bytes of a proper request, or puts new ones in; returns its length. */
static size_t
mutated(const struct buf *seed, char *rq, size_t room)
{
	size_t length = seed->length;
	memcpy(rq, seed->data, length);
	for (uint64_t n = 1 + random_below(3); n > 0; n--) {
		size_t at = random_below(length);
		if (random_below(3) == 0 && length < room) {
			memmove(rq + at + 1, rq + at, length - at);
			length++;
		}
		rq[at] = (char)random_below(256);
	}
	return length;
}

START_TEST(two_thousand_mutated_requests_do_no_harm)
{
	enum { BATCH = 250 };
	int fds[BATCH];
	char cookie[128], form[256], rq[2048];
	snprintf(cookie, sizeof cookie, "tenken=%s", b->token[4]);
	snprintf(form, sizeof form, "form_key=%s&present=a&password=%%E9%%AB%%99&again=x", b->form_key[4]);
	for (int round = 0; round < 2000 / BATCH; round++) {
		for (int i = 0; i < BATCH; i++) {
			const struct route *r = &routes[random_below(route_count)];
			struct buf seed = BUF_INIT;
			char path[256];
			concrete(r->path, path, sizeof path);
			body_request(&seed, r->method, path, cookie, r->method[0] == 'P' ? form : NULL);
			fds[i] = wire_open(http_port(b->http));
			wire_say(fds[i], rq, mutated(&seed, rq, sizeof rq));
			shutdown(fds[i], SHUT_WR);
			buf_free(&seed);
		}
		for (int i = 0; i < BATCH; i++) {
			int status = wire_hear(fds[i], &b->answer, false);
			ck_assert_msg(status < 500 || status == 501 || status == 503 || status == 505, "%d",
				status);
			close(fds[i]);
		}
	}
	ck_assert_int_eq(body_as(b, -1, "GET", "/healthz", NULL), 200);
}
END_TEST

START_TEST(the_watchman_is_told_that_the_store_answers)
{
	ck_assert_int_eq(body_as(b, -1, "GET", "/healthz", NULL), 200);
	ck_assert_str_eq(wire_body(&b->answer), "ok\n");
}
END_TEST

Suite *dispatch_suite(void);
Suite *
dispatch_suite(void)
{
	Suite *s = suite_create("dispatch");
	TCase *t = tcase_create("dispatch");
	tcase_add_checked_fixture(t, start, stop);
	tcase_set_timeout(t, 120);
	tcase_add_loop_test(t, every_route_answers_every_role_and_tells_others_nothing, 0, BODY_ROLES);
	tcase_add_test(t, nobody_is_sent_to_sign_in_and_comes_back);
	tcase_add_test(t, an_unknown_path_is_absent_and_an_unknown_method_is_told_the_known_ones);
	tcase_add_test(t, what_http_forbids_gets_a_page_in_japanese);
	tcase_add_test(t, a_form_needs_the_key_of_its_session);
	tcase_add_test(t, a_form_sent_from_another_site_is_refused);
	tcase_add_test(t, unknown_and_repeated_fields_are_refused);
	tcase_add_test(t, a_large_form_is_refused);
	tcase_add_test(t, an_expired_session_opens_nothing);
	tcase_add_test(t, a_session_that_was_signed_out_opens_nothing);
	tcase_add_test(t, an_account_that_was_closed_is_out_at_once);
	tcase_add_test(t, a_cookie_that_is_no_token_is_nobody);
	tcase_add_test(t, a_full_lane_says_busy_and_when_to_come_back);
	tcase_add_test(t, the_watchman_is_told_that_the_store_answers);
	suite_add_tcase(s, t);
	TCase *hurried = tcase_create("hurried");
	tcase_add_checked_fixture(hurried, hurried_start, stop);
	tcase_set_timeout(hurried, 120);
	tcase_add_test(hurried, two_thousand_mutated_requests_do_no_harm);
	suite_add_tcase(s, hurried);
	return s;
}
