#include "web/attempts.h"
#include "web/body.h"
#include "web/entry.h"

static struct body *b;

static void
start(void)
{
	b = body_start();
	body_write(b, body_set_password, &b->account[0]); /* this ends the session */
}

static void
stop(void)
{
	body_stop(b);
}

static int
sign_in(const char *login, const char *password, const char *next)
{
	char fields[512];
	snprintf(fields, sizeof fields, "login=%s&password=%s&next=%s", login, password, next);
	return body_as(b, -1, "POST", "/signin", fields);
}

static int
with_token(const char *token, const char *path)
{
	char cookie[128];
	snprintf(cookie, sizeof cookie, "tenken=%s", token);
	return body_ask(b, "GET", path, cookie, NULL);
}

#define RIGHT "correct+horse+battery"

START_TEST(the_right_password_opens_a_session)
{
	char token[TOKEN_SIZE], place[256];
	ck_assert_int_eq(sign_in("staff", RIGHT, "/account%3Fa%3D1"), 303);
	ck_assert_str_eq(wire_header(&b->answer, "Location", place, sizeof place), "/account?a=1");
	ck_assert(body_says(b, "; Path=/; HttpOnly; SameSite=Lax\r\n"));
	body_cookie(b, "tenken", token);
	ck_assert_int_eq(strlen(token), TOKEN_SIZE - 1);
	ck_assert_int_eq(with_token(token, "/account"), 200);
	ck_assert(body_says(b, "staff"));
	ck_assert_int_eq(with_token(token, "/signin"), 303); /* no need to sign in twice */
}
END_TEST

START_TEST(a_wrong_name_and_a_wrong_password_look_the_same)
{
	struct buf first = BUF_INIT;
	ck_assert_int_eq(sign_in("staff", "wrong+password", "/"), 422);
	buf_adds(&first, wire_body(&b->answer));
	ck_assert_int_eq(sign_in("stafg", "wrong+password", "/"), 422);
	char *name = strstr(b->answer.data, "stafg");
	ck_assert_ptr_nonnull(name);
	memcpy(name, "staff", 5); /* what was typed is shown again */
	ck_assert_str_eq(first.data, wire_body(&b->answer));
	ck_assert_int_eq(sign_in("manager", "x", "/"), 422); /* an account without a password */
	char token[TOKEN_SIZE];
	body_cookie(b, "tenken", token);
	ck_assert_str_eq(token, "");
	buf_free(&first);
}
END_TEST

START_TEST(an_empty_password_is_refused)
{
	ck_assert_int_eq(sign_in("staff", "", "/"), 422);
	ck_assert_int_eq(sign_in("", "x", "/"), 422);
	ck_assert_int_eq(sign_in("manager", "", "/"), 422); /* has none: still not let in */
	ck_assert_int_eq(body_as(b, -1, "POST", "/signin", "login=staff"), 422);
}
END_TEST

START_TEST(after_signing_in_only_our_own_pages_follow)
{
	char place[256];
	static const char *const elsewhere[] = {"https://evil.example/", "//evil.example", "/%5Cevil.example",
		"javascript:alert(1)", "/x%0D%0ASet-Cookie:%20a=b", "", "signin", "/%E7%82%B9", "/a%20b"};
	for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++) {
		ck_assert_int_eq(sign_in("staff", RIGHT, elsewhere[i]), 303);
		ck_assert_str_eq(wire_header(&b->answer, "Location", place, sizeof place), "/");
	}
	ck_assert_str_eq(next_local("/sheets/12?a=%20"), "/sheets/12?a=%20");
	ck_assert_str_eq(next_local(NULL), "/");
}
END_TEST

START_TEST(a_session_planted_beforehand_opens_nothing)
{
	char cookie[256], token[TOKEN_SIZE];
	snprintf(cookie, sizeof cookie, "tenken=%s", b->token[1]); /* the attacker's own, say */
	char form[512];
	snprintf(form, sizeof form, "form_key=%s&login=staff&password=%s", b->form_key[1], RIGHT);
	ck_assert_int_eq(body_ask(b, "POST", "/signin", cookie, form), 303);
	body_cookie(b, "tenken", token);
	ck_assert_str_ne(token, b->token[1]);
	ck_assert_int_eq(with_token(token, "/account"), 200);
	ck_assert_int_eq(with_token(b->token[1], "/account"), 303); /* it has ended */
}
END_TEST

START_TEST(after_five_failures_even_the_right_password_waits)
{
	for (int i = 0; i < 5; i++)
		ck_assert_int_eq(sign_in("staff", "wrong", "/"), 422);
	char after[16];
	ck_assert_int_eq(sign_in("staff", RIGHT, "/"), 429);
	int seconds = atoi(wire_header(&b->answer, "Retry-After", after, sizeof after));
	ck_assert_int_gt(seconds, 0);
	ck_assert_int_le(seconds, 30);
	ck_assert_int_eq(sign_in("nobody", "wrong", "/"), 422); /* others are not held up */
}
END_TEST

/* Which strangers can bring about for any name they know. */
START_TEST(a_browser_that_signed_in_before_is_counted_apart)
{
	static const char key[] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
	static const char form[] = "form_key=%s&next=/&login=%s&password=%s";
	char known[256], fields[256], mark[128];
	ck_assert_int_eq(sign_in("staff", RIGHT, "/"), 303);
	const char *at = strstr(b->answer.data, "tenken_known=");
	ck_assert_ptr_nonnull(at);
	snprintf(mark, sizeof mark, "%.*s", (int)strcspn(at, ";"), at);
	snprintf(known, sizeof known, "tenken_form=%s; %s", key, mark);
	for (int i = 0; i < 5; i++)
		ck_assert_int_eq(sign_in("staff", "wrong", "/"), 422);
	ck_assert_int_eq(sign_in("staff", RIGHT, "/"), 429);
	snprintf(fields, sizeof fields, form, key, "staff", RIGHT);
	ck_assert_int_eq(body_ask(b, "POST", "/signin", known, fields), 303);
	for (int i = 0; i < 5; i++)
		ck_assert_int_eq(sign_in("manager", "wrong", "/"), 422);
	snprintf(fields, sizeof fields, form, key, "manager", "wrong"); /* it is for one name only */
	ck_assert_int_eq(body_ask(b, "POST", "/signin", known, fields), 429);
	snprintf(fields, sizeof fields, form, key, "staff", "wrong"); /* guessing with it ends as well */
	for (int i = 0; i < 5; i++)
		ck_assert_int_eq(body_ask(b, "POST", "/signin", known, fields), 422);
	ck_assert_int_eq(body_ask(b, "POST", "/signin", known, fields), 429);
}
END_TEST

START_TEST(each_further_failure_waits_twice_as_long)
{
	int seconds;
	struct attempts *a = attempts_create();
	instant_t now = 1000000;
	for (int i = 0; i < 5; i++)
		ck_assert(attempt_begin(a, "x", now, &seconds));
	static const int waits[] = {30, 60, 120, 240, 480, 900, 900};
	for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
		ck_assert(!attempt_begin(a, "x", now, &seconds));
		ck_assert_int_eq(seconds, waits[i]);
		ck_assert(!attempt_begin(a, "x", now + waits[i] - 1, &seconds));
		ck_assert_int_eq(seconds, 1);
		now += waits[i];
		ck_assert(attempt_begin(a, "x", now, &seconds));
	}
	attempt_passed(a, "x");
	ck_assert(attempt_begin(a, "x", now, &seconds));
	attempts_destroy(a);
}
END_TEST

START_TEST(links_for_everyone_come_once_as_a_list)
{
	enum { ADMIN = 4 };
	char link[TOKEN_SIZE], path[128], type[64];
	ck_assert_int_eq(body_as(b, 1, "POST", "/admin/invitations", ""), 403);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/admin/invitations", "surplus=1"), 400);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/admin/invitations", ""), 200);
	ck_assert_str_eq(
		wire_header(&b->answer, "Content-Type", type, sizeof type), "text/csv; charset=utf-8");
	ck_assert(body_says(b, "attachment"));
	ck_assert_int_eq(strncmp(wire_body(&b->answer), "\xEF\xBB\xBF", 3), 0);
	ck_assert(!body_says(b, "\"staff\"")); /* has a password */
	const char *row = strstr(b->answer.data, "\"manager\",\"http://tenken/invite/");
	ck_assert_ptr_nonnull(row);
	snprintf(link, sizeof link, "%s", strstr(row, "/invite/") + strlen("/invite/"));
	snprintf(path, sizeof path, "/invite/%s", link);
	ck_assert_int_eq(body_as(b, -1, "GET", path, NULL), 200);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/admin/events", NULL), 200);
	ck_assert(body_says(b, "まとめて招待"));
	ck_assert(!body_says(b, link));
	ck_assert_int_eq(
		body_as(b, ADMIN, "POST", "/admin/invitations", ""), 200); /* new links end the old ones */
	ck_assert_int_eq(body_as(b, -1, "GET", path, NULL), 404);
}
END_TEST

static bool
link_begins(const char *origin, const char *begins)
{
	struct buf rq = BUF_INIT;
	char form[256];
	snprintf(form, sizeof form, "form_key=%s", b->form_key[4]);
	buf_addf(&rq,
		"POST /admin/invitations HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nOrigin: %s\r\n"
		"Cookie: tenken=%s\r\nContent-Type: application/x-www-form-urlencoded\r\n"
		"Content-Length: %zu\r\n\r\n%s",
		origin, b->token[4], strlen(form), form);
	ck_assert_int_eq(wire_ask(http_port(b->http), rq.data, rq.length, &b->answer), 200);
	buf_free(&rq);
	return body_says(b, begins);
}

START_TEST(links_begin_as_the_secretariats_browser_reaches_us)
{
	ck_assert(link_begins("https://tenken.example:8443", "\"https://tenken.example:8443/invite/"));
	ck_assert(link_begins("null", "\"http://tenken/invite/"));
	ck_assert(link_begins("https://x/\"><b>", "\"http://tenken/invite/"));
	ck_assert(link_begins("javascript://x", "\"http://tenken/invite/"));
}
END_TEST

START_TEST(failures_long_ago_are_forgotten)
{
	int seconds;
	struct attempts *a = attempts_create();
	for (int i = 0; i < 4; i++)
		ck_assert(attempt_begin(a, "x", 1000, &seconds));
	for (int i = 0; i < 5; i++)
		ck_assert(attempt_begin(a, "x", 1000 + 15 * 60 + 1, &seconds));
	ck_assert(!attempt_begin(a, "x", 1000 + 15 * 60 + 1, &seconds));
	attempts_destroy(a);
}
END_TEST

START_TEST(many_names_take_no_more_room)
{
	int seconds;
	char name[32];
	struct attempts *a = attempts_create();
	for (int i = 0; i < 5000; i++) {
		snprintf(name, sizeof name, "name%d", i);
		ck_assert(attempt_begin(a, name, 1000 + i, &seconds));
	}
	attempts_destroy(a);
}
END_TEST

/* ---- first and further passwords ------------------------------------------------ */

START_TEST(an_invitation_sets_a_password_once)
{
	char path[128], token[TOKEN_SIZE], place[64];
	snprintf(path, sizeof path, "/invite/%s", b->invitation);
	ck_assert_int_eq(body_as(b, -1, "GET", path, NULL), 200);
	ck_assert(body_says(b, "staff"));
	ck_assert_int_eq(body_as(b, -1, "POST", path, "password=short&again=short"), 422);
	ck_assert_int_eq(body_as(b, -1, "POST", path, "password=long+enough+1&again=long+enough+2"), 422);
	ck_assert_int_eq(body_as(b, -1, "POST", path,
				 "password=%E9%AB%99%F0%A0%AE%B7%E9%87%8E+is+my+name&"
				 "again=%E9%AB%99%F0%A0%AE%B7%E9%87%8E+is+my+name"),
		303);
	ck_assert_str_eq(wire_header(&b->answer, "Location", place, sizeof place), "/");
	body_cookie(b, "tenken", token);
	ck_assert_int_eq(with_token(token, "/account"), 200);
	ck_assert_int_eq(body_as(b, -1, "GET", path, NULL), 404); /* used up */
	ck_assert_int_eq(body_as(b, -1, "POST", path, "password=long+enough+1&again=long+enough+1"), 404);
	ck_assert_int_eq(sign_in("staff", "%E9%AB%99%F0%A0%AE%B7%E9%87%8E+is+my+name", "/"), 303);
}
END_TEST

START_TEST(an_unknown_invitation_is_absent)
{
	ck_assert_int_eq(
		body_as(b, -1, "GET", "/invite/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", NULL), 404);
	ck_assert_int_eq(body_as(b, -1, "GET", "/invite/%27%20OR%201", NULL), 404);
}
END_TEST

START_TEST(another_password_needs_the_present_one_and_ends_other_sessions)
{
	char first[TOKEN_SIZE], second[TOKEN_SIZE], fresh[TOKEN_SIZE], cookie[128], form[512];
	ck_assert_int_eq(sign_in("staff", RIGHT, "/"), 303);
	body_cookie(b, "tenken", first);
	ck_assert_int_eq(sign_in("staff", RIGHT, "/"), 303);
	body_cookie(b, "tenken", second);
	ck_assert_int_eq(with_token(second, "/account"), 200);
	const char *key =
		strstr(b->answer.data, "name=\"form_key\" value=\"") + strlen("name=\"form_key\" value=\"");
	snprintf(cookie, sizeof cookie, "tenken=%s", second);
	snprintf(form, sizeof form, "form_key=%.43s&present=wrong&password=another+one+1&again=another+one+1",
		key);
	char *present = strstr(form, "wrong");
	ck_assert_int_eq(body_ask(b, "POST", "/account", cookie, form), 422);
	ck_assert_int_eq(with_token(first, "/account"), 200);
	snprintf(present, sizeof form - (size_t)(present - form),
		RIGHT "&password=another+one+1&again=another+one+1");
	ck_assert_int_eq(body_ask(b, "POST", "/account", cookie, form), 303);
	body_cookie(b, "tenken", fresh);
	ck_assert_int_eq(with_token(fresh, "/account?changed=1"), 200);
	ck_assert_int_eq(with_token(first, "/account"), 303);
	ck_assert_int_eq(with_token(second, "/account"), 303);
	ck_assert_int_eq(sign_in("staff", RIGHT, "/"), 422);
	ck_assert_int_eq(sign_in("staff", "another+one+1", "/"), 303);
}
END_TEST

START_TEST(a_password_that_will_not_do_is_told_why)
{
	char endless[300];
	memset(endless, 'a', sizeof endless - 1);
	endless[sizeof endless - 1] = '\0';
	endless[0] = 'b';
	static const struct {
		const char *password, *again, *fault;
	} cases[] = {
		{"", "", "short"},
		{"123456789", "123456789", "short"},
		{"点検点検点検点検点", "点検点検点検点検点", "short"},
		{"点検は毎年秋に行います", "点検は毎年秋に行います", NULL},
		{"tab\tin the middle", "tab\tin the middle", "control"},
		{"aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "guessed"},
		{"hanako-2026-spring", "hanako-2026-spring", "guessed"},
		{"2026-spring-hanako", "2026-spring-hanakO", "differs"},
		{"2026-spring-hanako", NULL, "differs"},
		{NULL, NULL, "short"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *fault = password_fault(cases[i].password, cases[i].again, "hanako");
		if (cases[i].fault == NULL)
			ck_assert_ptr_null(fault);
		else
			ck_assert_str_eq(fault, cases[i].fault);
	}
	ck_assert_str_eq(password_fault(endless, endless, "x"), "long");
}
END_TEST

Suite *signin_suite(void);
Suite *
signin_suite(void)
{
	Suite *s = suite_create("signin");
	TCase *t = tcase_create("signin");
	tcase_add_checked_fixture(t, start, stop);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, the_right_password_opens_a_session);
	tcase_add_test(t, links_for_everyone_come_once_as_a_list);
	tcase_add_test(t, links_begin_as_the_secretariats_browser_reaches_us);
	tcase_add_test(t, a_wrong_name_and_a_wrong_password_look_the_same);
	tcase_add_test(t, an_empty_password_is_refused);
	tcase_add_test(t, after_signing_in_only_our_own_pages_follow);
	tcase_add_test(t, a_session_planted_beforehand_opens_nothing);
	tcase_add_test(t, after_five_failures_even_the_right_password_waits);
	tcase_add_test(t, a_browser_that_signed_in_before_is_counted_apart);
	tcase_add_test(t, an_invitation_sets_a_password_once);
	tcase_add_test(t, an_unknown_invitation_is_absent);
	tcase_add_test(t, another_password_needs_the_present_one_and_ends_other_sessions);
	suite_add_tcase(s, t);
	TCase *bare = tcase_create("bare");
	tcase_set_timeout(bare, 60);
	tcase_add_test(bare, each_further_failure_waits_twice_as_long);
	tcase_add_test(bare, failures_long_ago_are_forgotten);
	tcase_add_test(bare, many_names_take_no_more_room);
	tcase_add_test(bare, a_password_that_will_not_do_is_told_why);
	suite_add_tcase(s, bare);
	return s;
}
