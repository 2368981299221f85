/* Papers about audits through the browser's door: who may have which edition, and when. */
#include "store/audit/engagements.h"
#include "web/demo.h"

/* R08-A01 of 業務課, which MANAGER manages, is in its fieldwork; R07-A01 of the same is being followed up. */
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
ask(int role, const char *path)
{
	return body_as(b, role, "GET", path, NULL);
}

START_TEST(a_report_is_for_who_reads_the_papers_until_it_is_fixed)
{
	static const char *const path = "/papers/audit-report/R08-A01";
	ck_assert_int_eq(ask(LEAD, path), 200);
	ck_assert(body_says(b, "まだ確定していません"));
	ck_assert_int_eq(ask(MANAGEMENT, path), 200);
	ck_assert_int_eq(ask(ADMIN, path), 404);
	ck_assert_int_eq(ask(MANAGER, path), 404);
	ck_assert_int_eq(ask(STAFF, path), 403);
	ck_assert_int_eq(ask(ADMIN, "/papers/audit-papers/R08-A01"), 404);
	ck_assert_int_eq(ask(ADMIN, "/papers/audit-plan/R08-A01"), 200); /* approved, and kept from nobody inside */
	ck_assert_int_eq(ask(ADMIN, "/papers/audit-report/R07-A01"), 200);
}
END_TEST

START_TEST(a_department_has_its_own_edition_once_it_was_notified)
{
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-report/R07-A01"), 404);
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-report/R07-A01?readers=auditee"), 200);
	ck_assert(body_says(b, "まだ発行されていません"));
	ck_assert(!body_says(b, "PDFを出力する")); /* which would fail */
	ck_assert(!body_says(b, "表をダウンロードする"));
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-report/R07-A01.pdf?readers=auditee"), 404);
	ck_assert_int_eq(ask(LEAD, "/papers/audit-report/R07-A01.pdf?readers=auditee"), 200);
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-report/R07-A01.pdf?readers=auditee"), 200);
	ck_assert(body_says(b, "%PDF-"));
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-report/R08-A01?readers=auditee"), 404);
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-notice/R08-A01"), 200); /* a letter has one edition and number */
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-notice/R08-A01?readers=auditee"), 404);
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-plan/R08-A01"), 404);
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-papers/R07-A01"), 404);
	ck_assert_int_eq(ask(MANAGER, "/papers/audit-report-year/2025?readers=public"), 404);
}
END_TEST

/* An issue has a number and stays: looking makes none. */
START_TEST(only_lead_and_secretariat_issue_and_others_have_a_draft)
{
	static const char *const path = "/papers/audit-plan/R08-A01";
	static const int look_only[] = {AUDITOR, MANAGEMENT};
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(ask(look_only[i], path), 200);
		ck_assert(body_says(b, "監査責任者又は事務局が発行するまでは"));
		ck_assert_int_eq(ask(look_only[i], "/papers/audit-plan/R08-A01.pdf"), 200);
		ck_assert(body_says(b, "%PDF-"));
		ck_assert_int_eq(ask(look_only[i], "/papers/audit-plan/R08-A01/tables?form=csv"), 200);
	}
	ck_assert_int_eq(ask(LEAD, path), 200);
	ck_assert(body_says(b, "まだ発行していません")); /* nobody has */
	ck_assert_int_eq(ask(LEAD, "/papers/audit-plan/R08-A01.pdf"), 200);
	ck_assert_int_eq(ask(AUDITOR, path), 200);
	ck_assert(body_says(b, "発行済みです"));
}
END_TEST

START_TEST(tables_are_offered_of_papers_that_have_tables)
{
	ck_assert_int_eq(ask(LEAD, "/papers/audit-plan/R08-A01"), 200);
	ck_assert(body_says(b, "表をダウンロードする"));
	ck_assert_int_eq(ask(LEAD, "/papers/audit-notice/R08-A01"), 200);
	ck_assert(body_says(b, "PDFを出力する"));
	ck_assert(!body_says(b, "表をダウンロードする"));
}
END_TEST

START_TEST(a_manager_has_the_list_of_the_own_findings_only)
{
	ck_assert_int_eq(ask(MANAGER, "/papers/findings/2026?department=020"), 200);
	ck_assert_int_eq(ask(MANAGER, "/papers/findings/2026?department=010"), 404);
	ck_assert_int_eq(ask(MANAGER, "/papers/findings/2026"), 404);
	ck_assert_int_eq(ask(ADMIN, "/papers/findings/2026"), 200);
	ck_assert_int_eq(ask(ADMIN, "/papers/findings/2026?readers=public"), 200);
	ck_assert_int_eq(ask(ADMIN, "/papers/findings/2026?readers=auditee"), 404);
	ck_assert_int_eq(ask(MANAGER, "/papers/findings/2026?readers=public"), 404);
	ck_assert_int_eq(ask(ADMIN, "/papers/findings/2024"), 200); /* no cycle of that year is needed */
}
END_TEST

START_TEST(what_is_no_paper_is_not_there)
{
	static const char *const paths[] = {"/papers/audit-report/R08-A99", "/papers/no-such/R08-A01",
		"/papers/self-check-body/R08-A01", "/papers/audit-report/R08-A01?readers=friends",
		"/papers/audit-plan/R08-A01?readers=public", "/papers/findings/1",
		"/papers/audit-report/R07-A01.pdf?edition=9", "/papers/findings/2026?department=nowhere",
		"/papers/policy-comparison/1"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		ck_assert_msg(ask(LEAD, paths[i]) == 404, "%s", paths[i]);
}
END_TEST

START_TEST(it_is_issued_again_with_a_reason_by_lead_or_secretariat)
{
	static const char *const path = "/papers/audit-report/R07-A01";
	ck_assert_int_eq(ask(LEAD, "/papers/audit-report/R07-A01.pdf"), 200);
	ck_assert_int_eq(body_as(b, LEAD, "POST", path, "reason=+"), 422);
	ck_assert_int_eq(body_as(b, MANAGEMENT, "POST", path, "reason=why"), 403);
	ck_assert_int_eq(body_as(b, LEAD, "POST", path, "reason=%E8%AA%A4%E5%AD%97"), 303);
	ck_assert_int_eq(ask(LEAD, path), 200);
	ck_assert(body_says(b, "第2版"));
	ck_assert(body_says(b, "誤字"));
	ck_assert_int_eq(ask(LEAD, "/papers/audit-report/R07-A01.pdf?edition=1"), 200);
}
END_TEST

#define WAS "&was_overview=&was_issues=&was_proposals=&was_public="

/* The second one who writes is shown what the first has written, and keeps what was typed. */
START_TEST(what_auditors_write_is_never_written_over_unseen)
{
	ck_assert_int_eq(ask(LEAD, "/audits/1/report"), 200);
	ck_assert(body_says(b, "name=\"overview\""));
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/audits/1/report",
				 "overview=ichigo%0D%0Ani&issues=&proposals=&public=" WAS),
		303);
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/audits/1/report", /* the same again is no event */
				 "overview=ichigo%0D%0Ani&issues=&proposals=&public=" WAS),
		303);
	struct err e = {0};
	struct event *events;
	size_t count;
	ck_assert(events_about(store_reader(b->store, &e), arena, "R08-A01", 2, &events, &count, &e));
	ck_assert_str_eq(events[0].what, "audit_words_saved");
	ck_assert_str_ne(events[1].what, "audit_words_saved");
	ck_assert_int_eq(
		body_as(b, AUDITOR, "POST", "/audits/1/report", "overview=three&issues=&proposals=&public=" WAS),
		409);
	ck_assert(body_says(b, "three</textarea>"));
	ck_assert(body_says(b, "ichigo"));
	ck_assert_int_eq(body_as(b, MANAGER, "POST", "/audits/1/report",
				 "overview=x&issues=&proposals=&public=" WAS),
		403);
	ck_assert_int_eq(ask(MANAGER, "/audits/1/report"), 200);
	ck_assert(!body_says(b, "ichigo"));
	ck_assert(!body_says(b, "報告書に書くこと"));
}
END_TEST

START_TEST(the_state_of_a_years_audits_is_shown_to_who_sees_every_department)
{
	ck_assert_int_eq(ask(MANAGEMENT, "/audit-years"), 200);
	ck_assert(body_says(b, "完了していない指摘の経過日数"));
	ck_assert_int_eq(ask(MANAGEMENT, "/audit-years/2025"), 200);
	ck_assert_int_eq(ask(MANAGEMENT, "/audit-years/here"), 404);
	ck_assert_int_eq(ask(MANAGER, "/audit-years"), 403);
}
END_TEST

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

/* A secretariat that has come into 業務課 reads its edition as the department does, and issues none. */
START_TEST(who_is_of_the_department_issues_nothing_of_its_audit)
{
	static const char *const path = "/papers/audit-report/R07-A01?readers=auditee";
	ck_assert_int_eq(ask(LEAD, "/papers/audit-report/R07-A01.pdf?readers=auditee"), 200);
	ck_assert_int_eq(ask(ADMIN, path), 200);
	ck_assert(body_says(b, "新しい版を発行する"));
	body_write(b, script_work,
		(void *)"INSERT INTO post (person_id, department_id, main, valid_from) SELECT a.person_id, d.id, 0, 0"
			" FROM account a JOIN department d ON d.key = '020' WHERE a.login = 'admin'");
	ck_assert_int_eq(ask(ADMIN, path), 200);
	ck_assert(!body_says(b, "新しい版を発行する"));
	ck_assert_int_eq(body_as(b, ADMIN, "POST", path, "reason=why"), 403);
	ck_assert_int_eq(ask(LEAD, path), 200);
	ck_assert(!body_says(b, "第2版"));
}
END_TEST

Suite *audit_paper_suite(void);
Suite *
audit_paper_suite(void)
{
	Suite *s = suite_create("audit_paper");
	TCase *t = tcase_create("audit_paper");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_report_is_for_who_reads_the_papers_until_it_is_fixed);
	tcase_add_test(t, a_department_has_its_own_edition_once_it_was_notified);
	tcase_add_test(t, only_lead_and_secretariat_issue_and_others_have_a_draft);
	tcase_add_test(t, tables_are_offered_of_papers_that_have_tables);
	tcase_add_test(t, a_manager_has_the_list_of_the_own_findings_only);
	tcase_add_test(t, what_is_no_paper_is_not_there);
	tcase_add_test(t, it_is_issued_again_with_a_reason_by_lead_or_secretariat);
	tcase_add_test(t, who_is_of_the_department_issues_nothing_of_its_audit);
	tcase_add_test(t, what_auditors_write_is_never_written_over_unseen);
	tcase_add_test(t, the_state_of_a_years_audits_is_shown_to_who_sees_every_department);
	suite_add_tcase(s, t);
	return s;
}
