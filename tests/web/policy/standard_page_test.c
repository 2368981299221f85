/* The standards through the browser's door: an import with its comparison, and who may know of what. */
#include "web/demo.h"

#define BOUNDARY "----part"
#define FIELD(name, value)                                                                                   \
	"--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define SAID                                                                                                 \
	"title=T&edition=third&from_day=2026-06-01&approved_by=committee&approved_day=2026-05-20&change=why"

static void
setup(void)
{
	demo_start();
}

static void
teardown(void)
{
	demo_stop();
}

static int
upload(int role, const char *readers, const char *text)
{
	struct buf rq = BUF_INIT, form = BUF_INIT;
	buf_addf(&form,
		FIELD("form_key", "%s") FIELD("title", "T") FIELD("edition", "third")
			FIELD("from_day", "2026-06-01") FIELD("approved_by", "committee") FIELD(
				"approved_day", "2026-05-20") FIELD("change", "why") FIELD("readers",
				"%s") "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"standard\"; "
						    "filename=\"s.csv\"\r\n\r\n%s\r\n--" BOUNDARY "--\r\n",
		b->form_key[role], readers, text);
	buf_addf(&rq,
		"POST /standards/import HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nCookie: "
		"tenken=%s\r\n"
		"Content-Type: multipart/form-data; boundary=" BOUNDARY "\r\nContent-Length: %zu\r\n\r\n%s",
		b->token[role], form.length, form.data);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	buf_free(&form);
	return status;
}

static const char table[] = "条番号,見出し,本文,条項,設問\n第4条,責任者,責任者を置く。,6(1),S611\n";

static int
apply(int role, const char *readers)
{
	char fields[512];
	static const char field[] = "name=\"digest\" value=\"";
	const char *at = strstr(b->answer.data, field);
	ck_assert_ptr_nonnull(at);
	snprintf(fields, sizeof fields, SAID "&readers=%s&digest=%.64s", readers, at + strlen(field));
	return body_as(b, role, "POST", "/standards/import/apply", fields);
}

static int
form_look(int role, int64_t sheet)
{
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld", (long long)sheet);
	return body_as(b, role, "GET", path, NULL);
}

START_TEST(an_edition_for_all_staff_is_read_by_all_and_stands_beside_the_questions)
{
	for (int role = STAFF; role <= LEAD; role++) {
		ck_assert_int_eq(body_as(b, role, "GET", "/standards", NULL), 200);
		ck_assert(body_says(b, "第2版"));
		ck_assert_int_eq(body_says(b, "版を取り込む"), role == ADMIN);
		ck_assert_int_eq(body_as(b, role, "GET", "/standards/1", NULL), 200);
		ck_assert(body_says(b, "持出しと返却の日を持出簿に書く。"));
	}
	ck_assert_int_eq(form_look(STAFF, mine), 200);
	ck_assert(body_says(b, "対策基準の条文を読む"));
	ck_assert(body_says(b, "画面に鍵を掛け"));
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/policy/compare", NULL), 200);
	ck_assert(body_says(b, "対策基準：第4条"));
}
END_TEST

START_TEST(an_edition_for_some_is_hidden_from_the_others)
{
	ck_assert_int_eq(upload(STAFF, "office", table), 403);
	ck_assert_int_eq(upload(ADMIN, "office", table), 200);
	ck_assert(body_says(b, "追加 <strong>0</strong>、変更 <strong>1</strong>、削除 <strong>8</strong>"));
	ck_assert_int_eq(apply(ADMIN, "office"), 303);
	for (int role = STAFF; role <= LEAD; role++) {
		bool may = role != STAFF;
		ck_assert_int_eq(body_as(b, role, "GET", "/standards", NULL), 200);
		ck_assert_int_eq(body_says(b, "third"), may);
		ck_assert_int_eq(body_as(b, role, "GET", "/standards/2", NULL), may ? 200 : 404);
		ck_assert_int_eq(body_says(b, "責任者を置く。"), may);
		ck_assert_int_eq(body_as(b, role, "GET", "/standards/2/table", NULL), may ? 200 : 404);
	}
	ck_assert_int_eq(form_look(STAFF, mine), 200);
	ck_assert(!body_says(
		b, "対策基準の条文を読む")); /* nor the edition before, which is in force no more */
	ck_assert_int_eq(form_look(MANAGER, others), 200);
	ck_assert(body_says(b, "対策基準の条文を読む"));
	ck_assert(body_says(b, "責任者を置く。"));
}
END_TEST

START_TEST(what_cannot_be_imported_is_refused_with_what_was_typed)
{
	ck_assert_int_eq(upload(ADMIN, "everybody", table), 422);
	ck_assert(body_says(b, "choose who may read the standards"));
	ck_assert(body_says(b, "value=\"third\""));
	ck_assert_int_eq(upload(ADMIN, "all", "条番号,本文,条項\n第1条,x,6(99)\n"), 422);
	ck_assert(body_says(b, "取り込めません（1件の誤り）"));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/standards/2", NULL), 404);
	ck_assert_int_eq(upload(ADMIN, "all", table), 200);
	ck_assert_int_eq(apply(ADMIN, "all"), 303);
	ck_assert_int_eq(upload(ADMIN, "all", table), 409);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/standards/2/withdraw", "reason="), 400);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/standards/2/withdraw", "reason=x"), 303);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/standards/2/withdraw", "reason=x"), 409);
	ck_assert_int_eq(upload(ADMIN, "all", table), 200);
}
END_TEST

START_TEST(the_table_of_an_edition_is_what_is_read_back)
{
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/standards/1/table", NULL), 200);
	const char *text = strstr(b->answer.data, "\r\n\r\n");
	ck_assert_ptr_nonnull(text);
	char *kept = strdup(text + 4);
	ck_assert_int_eq(upload(ADMIN, "all", kept), 200);
	ck_assert(body_says(b, "追加 <strong>0</strong>、変更 <strong>0</strong>、削除 <strong>0</strong>"));
	free(kept);
}
END_TEST

Suite *standard_page_suite(void);
Suite *
standard_page_suite(void)
{
	Suite *s = suite_create("standard_page");
	TCase *t = tcase_create("standard_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, an_edition_for_all_staff_is_read_by_all_and_stands_beside_the_questions);
	tcase_add_test(t, an_edition_for_some_is_hidden_from_the_others);
	tcase_add_test(t, what_cannot_be_imported_is_refused_with_what_was_typed);
	tcase_add_test(t, the_table_of_an_edition_is_what_is_read_back);
	suite_add_tcase(s, t);
	return s;
}
