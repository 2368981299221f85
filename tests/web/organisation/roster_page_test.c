/* The roster's two steps, when more than one administrator takes them. */
#include "web/body.h"

#define HEAD "職員番号,氏名,所属コード,所属名\n"

enum { ADMINISTRATOR = 4 };

static struct body *b;

static void
setup(void)
{
	b = body_start();
}

static void
teardown(void)
{
	body_stop(b);
}

static void
value_of(const char *name, char *out, size_t size)
{
	char start[64];
	snprintf(start, sizeof start, "name=\"%s\" value=\"", name);
	const char *at = strstr(b->answer.data, start);
	ck_assert_msg(at != NULL, "no field %s", name);
	at += strlen(start);
	snprintf(out, size, "%.*s", (int)strcspn(at, "\""), at);
}

static void
upload(const char *csv)
{
	struct buf part = BUF_INIT, rq = BUF_INIT;
	buf_addf(&part,
		"--parts\r\nContent-Disposition: form-data; name=\"form_key\"\r\n\r\n%s\r\n--parts\r\n"
		"Content-Disposition: form-data; name=\"roster\"; "
		"filename=\"r.csv\"\r\n\r\n%s\r\n--parts--\r\n",
		b->form_key[ADMINISTRATOR], csv);
	buf_addf(&rq,
		"POST /admin/roster HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nCookie: tenken=%s\r\n"
		"Content-Type: multipart/form-data; boundary=parts\r\nContent-Length: %zu\r\n\r\n%s",
		b->token[ADMINISTRATOR], part.length, part.data);
	ck_assert_int_eq(wire_ask(http_port(b->http), rq.data, rq.length, &b->answer), 200);
	buf_free(&rq);
	buf_free(&part);
}

/* Uploads a roster; the fields with which to say yes to what is shown. */
static void
compare(const char *csv, char fields[512])
{
	char digest[DIGEST_SIZE], people[DIGEST_SIZE];
	upload(csv);
	value_of("digest", digest, sizeof digest);
	value_of("people", people, sizeof people);
	snprintf(fields, 512, "digest=%s&people=%s", digest, people);
}

static int
apply(const char *fields)
{
	return body_as(b, ADMINISTRATOR, "POST", "/admin/roster/apply", fields);
}

START_TEST(what_was_shown_is_what_is_applied)
{
	char one[512], other[512];
	compare(HEAD "1,a,010,A\n2,b,010,A\n", one);
	compare(HEAD "1,a,010,A\n3,c,010,A\n", other);
	ck_assert_int_eq(apply(other), 303);
	ck_assert_int_eq(apply(one), 409); /* would make 3 a leaver, of which nothing was shown */
	compare(HEAD "1,a,010,A\n2,b,010,A\n", one);
	ck_assert_int_eq(apply(one), 303);
}
END_TEST

START_TEST(a_yes_sent_twice_is_one_yes)
{
	char fields[512];
	compare(HEAD "1,a,010,A\n", fields);
	ck_assert_int_eq(apply(fields), 303);
	ck_assert_int_eq(apply(fields), 303);
	ck_assert_int_eq(apply("digest=&people="), 409);
}
END_TEST

START_TEST(what_becomes_of_departments_is_shown_before_the_yes)
{
	char fields[512];
	compare(HEAD "1,a,010,A\n2,b,020,B\n", fields);
	ck_assert(body_says(b, "追加 <strong>2部署</strong>"));
	ck_assert(!body_says(b, "前身を記録する"));
	ck_assert_int_eq(apply(fields), 303);
	compare(HEAD "1,a,010,NEW\n2,b,030,C\n", fields);
	ck_assert(body_says(b, "廃止 <strong>1部署</strong>"));
	ck_assert(body_says(b, "A → NEW"));
	ck_assert(body_says(b, "前身を記録する")); /* one ends, another begins */
	upload(HEAD "1,a,010,A\n2,b,020,B\n3,c,020,B\n");
	ck_assert(!body_says(b, "部署の変わるところ"));
}
END_TEST

START_TEST(the_roster_is_taken_out_and_comes_in_without_a_difference)
{
	char fields[512];
	compare("職員番号,氏名,所属コード,所属名,権限,兼務,採用日\n"
		"001,a,010,A,manager auditor,020,2020-04-01\n002,=b,020,B,,,\n",
		fields);
	ck_assert_int_eq(apply(fields), 303);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/roster/file?as=xlsx", NULL), 200);
	ck_assert(body_says(b, "application/vnd.openxmlformats"));
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/roster/file?as=csv", NULL), 200);
	const char *at = strstr(b->answer.data, "\r\n\r\n");
	ck_assert_ptr_nonnull(at);
	char *csv = strdup(at + 4);
	ck_assert_ptr_nonnull(strstr(csv, "\"001\""));
	upload(csv);
	ck_assert(body_says(b, "違いはありません"));
	free(csv);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/roster/file?on=never", NULL), 400);
	ck_assert_int_eq(body_as(b, 0, "GET", "/admin/roster/file", NULL), 403);
}
END_TEST

Suite *roster_page_suite(void);
Suite *
roster_page_suite(void)
{
	Suite *s = suite_create("roster_page");
	TCase *t = tcase_create("roster_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_was_shown_is_what_is_applied);
	tcase_add_test(t, a_yes_sent_twice_is_one_yes);
	tcase_add_test(t, what_becomes_of_departments_is_shown_before_the_yes);
	tcase_add_test(t, the_roster_is_taken_out_and_comes_in_without_a_difference);
	suite_add_tcase(s, t);
	return s;
}
