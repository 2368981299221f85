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

/* Uploads a roster; the fields with which to say yes to what is shown. */
static void
compare(const char *csv, char fields[512])
{
	char digest[DIGEST_SIZE], people[DIGEST_SIZE];
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
	suite_add_tcase(s, t);
	return s;
}
