/* What a form makes is made once, though it is sent twice. */
#include "web/demo.h"

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

static int64_t
number(const char *sql)
{
	struct err e = {0};
	struct rows r;
	int64_t n = -1;
	ck_assert_msg(db_query(store_reader(b->store, &e), &r, &e, sql, ""), "%s", e.text);
	if (rows_next(&r))
		n = row_int(&r, 0);
	ck_assert(rows_end(&r, &e));
	return n;
}

/* Where it led. */
static const char *
sent(int role, const char *path, const char *fields)
{
	ck_assert_int_eq(body_as(b, role, "POST", path, fields), 303);
	const char *at = strstr(b->answer.data, "Location: ");
	return arena_strndup(arena, at, strcspn(at, "\r\n"));
}

/* One that makes something, as whoever may; once more is the same, another word another one. */
static void
makes_one(int role, const char *path, const char *fields, const char *count)
{
	int64_t before = number(count);
	const char *form = arena_printf(arena, "once=first&%s", fields);
	const char *place = sent(role, path, form);
	ck_assert_int_eq(number(count), before + 1);
	ck_assert_str_eq(sent(role, path, form), place);
	ck_assert_msg(number(count) == before + 1, "%s makes two", path);
	sent(role, path, arena_printf(arena, "once=second&%s", fields));
	ck_assert_int_eq(number(count), before + 2);
}

#define DAYS "&covers_from=2026-04-01&covers_to=2026-09-30&begins_day=2026-12-01&ends_day=2026-12-03"
#define FINDING                                                                                              \
	"title=t&severity=minor&clause=6(3)&threat=&facts=f&criterion=d&cause=&effect=&proposal=&item=&"     \
	"predecessor=&department=010"

/* Audit 1 of 業務課 is in its fieldwork. */
START_TEST(a_form_that_is_sent_twice_makes_one_and_leads_to_the_same_place)
{
	makes_one(AUDITOR, "/findings", FINDING, "SELECT count(*) FROM finding");
	makes_one(MANAGEMENT, "/audits",
		"kind=ordered&ordered_by=chief&order_reason=leak&title=t&purpose=p&theme=&system=&depth=key"
		"&place=&excluded=&department=020" DAYS,
		"SELECT count(*) FROM engagement");
	makes_one(AUDITOR, "/audits/1/requests", "text=ledger&item=&due_day=2999-01-31",
		"SELECT count(*) FROM audit_request");
	makes_one(AUDITOR, "/audits/1/urgent", "urgent_kind=illegal&urgent_text=sold",
		"SELECT count(*) FROM urgent_report");
	makes_one(ADMIN, "/admin/chases/rungs/new",
		"about=request&used=1&days=9&side=after&to=lead&subject=s&text=t",
		"SELECT count(*) FROM chase_rung");
}
END_TEST

START_TEST(a_paper_is_issued_again_once)
{
	static const char *const path = "/papers/audit-report/R07-A01";
	ck_assert_int_eq(body_as(b, LEAD, "GET", arena_printf(arena, "%s.pdf", path), NULL), 200);
	makes_one(LEAD, path, "reason=slip", "SELECT count(*) FROM document WHERE recipe = 'audit-report'");
}
END_TEST

START_TEST(the_same_form_filled_in_otherwise_is_another_one)
{
	int64_t before = number("SELECT count(*) FROM audit_request");
	sent(AUDITOR, "/audits/1/requests", "once=x&text=ledger&item=&due_day=2999-01-31");
	sent(AUDITOR, "/audits/1/requests", "once=x&text=list&item=&due_day=2999-01-31");
	sent(LEAD, "/audits/1/requests", "once=x&text=list&item=&due_day=2999-01-31"); /* another person's */
	ck_assert_int_eq(number("SELECT count(*) FROM audit_request"), before + 3);
}
END_TEST

START_TEST(one_that_was_refused_may_be_sent_again)
{
	static const char form[] = "once=x&about=request&used=1&days=9&side=after&to=lead&subject=s&text=t";
	int64_t before = number("SELECT count(*) FROM audit_request");
	ck_assert_int_eq(
		body_as(b, AUDITOR, "POST", "/audits/1/requests", "once=x&text=&item=&due_day=2999-01-31"),
		422);
	ck_assert_int_eq(
		body_as(b, AUDITOR, "POST", "/audits/1/requests", "once=x&text=&item=&due_day=2999-01-31"),
		422);
	ck_assert_int_eq(number("SELECT count(*) FROM audit_request"), before);
	ck_assert_int_eq(body_as(b, STAFF, "POST", "/admin/chases/rungs/new", form), 403);
	sent(ADMIN, "/admin/chases/rungs/new", form);
}
END_TEST

START_TEST(the_pages_give_such_forms_a_word_of_their_own)
{
	static const struct {
		int role;
		const char *path;
	} pages[] = {{AUDITOR, "/findings/new"}, {LEAD, "/audits/new"}, {AUDITOR, "/audits/1"},
		{ADMIN, "/policy/reviews/new"}, {ADMIN, "/admin/chases/rungs/new"}};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		char word[2][TOKEN_SIZE];
		for (int k = 0; k < 2; k++) {
			ck_assert_int_eq(body_as(b, pages[i].role, "GET", pages[i].path, NULL), 200);
			const char *at = strstr(b->answer.data, "name=\"once\" value=\"");
			ck_assert_msg(at != NULL, "%s", pages[i].path);
			snprintf(word[k], TOKEN_SIZE, "%s", at + strlen("name=\"once\" value=\""));
		}
		ck_assert_str_ne(word[0], word[1]);
	}
}
END_TEST

Suite *once_suite(void);
Suite *
once_suite(void)
{
	Suite *s = suite_create("once");
	TCase *t = tcase_create("once");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_form_that_is_sent_twice_makes_one_and_leads_to_the_same_place);
	tcase_add_test(t, a_paper_is_issued_again_once);
	tcase_add_test(t, the_same_form_filled_in_otherwise_is_another_one);
	tcase_add_test(t, one_that_was_refused_may_be_sent_again);
	tcase_add_test(t, the_pages_give_such_forms_a_word_of_their_own);
	suite_add_tcase(s, t);
	return s;
}
