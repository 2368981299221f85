/* 保存と廃棄 as the secretariat and the management meet it. The cycle ended in March 2021, so
 * everything of it is over whenever this runs. */
#include "store/ended.h"
#include "web/review.h"

static struct review_site s;
static struct ended x;

#define CYCLE   "/admin/retention/cycles/1"
#define CLASSES "/admin/retention/classes"
#define EVERY   "kind-sheets=1&kind-evidence=1&kind-paper=1&kind-training=1"

static void
setup(void)
{
	site_setup(&s);
	x = (struct ended){.review = s.review};
	ended_fill(&x);
	s.review = x.review;
	ended_script(&x, "UPDATE cycle SET ended_at = 1615776000");
}

static void
teardown(void)
{
	site_teardown(&s);
}

static int64_t
number(const char *sql)
{
	return body_number(s.review.db, sql);
}

START_TEST(only_the_secretariat_and_the_management_open_the_pages)
{
	static const char *const pages[] = {
		"/admin/retention", CYCLE, "/admin/retention/years/2025", CLASSES};
	static const int others[] = {MANAGER_ACCOUNT, STAFF_ACCOUNT, AUDITOR_ACCOUNT};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		for (size_t k = 0; k < sizeof others / sizeof *others; k++)
			ck_assert_int_eq(site_ask(&s, others[k], pages[i], NULL), 403);
		ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, pages[i], NULL), 200);
		bool classes = strcmp(pages[i], CLASSES) == 0;
		ck_assert_int_eq(site_ask(&s, MANAGEMENT_ACCOUNT, pages[i], NULL), classes ? 403 : 200);
	}
	ck_assert_int_eq(site_ask(&s, MANAGEMENT_ACCOUNT, CYCLE, "do=propose&" EVERY "&reason=x"), 403);
	ck_assert_int_eq(site_ask(&s, MANAGEMENT_ACCOUNT, CLASSES, "kind=sheets&class=5&reason=x"), 403);
}
END_TEST

START_TEST(the_overview_tells_class_days_and_state_of_every_kind)
{
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/retention", NULL), 200);
	ck_assert(site_says(&s, "個票") && site_says(&s, "操作記録") == false);
	ck_assert(site_says(&s, "Reiwa 3-4-1"));  /* the first day that counts */
	ck_assert(site_says(&s, "Reiwa 6-3-31")); /* the last of three years */
	ck_assert(site_says(&s, "Reiwa 8-3-31")); /* and of five */
	ck_assert_int_eq(site_counts(&s, "満了</span>"), 9);
	ck_assert(!site_says(&s, "廃棄を提案する</button>")); /* there is nothing to press here */
}
END_TEST

START_TEST(a_cycle_that_is_final_but_has_not_ended_is_told_as_not_counted)
{
	ended_script(&x, "UPDATE cycle SET state = 'improving', ended_at = NULL");
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/retention", NULL), 200);
	ck_assert(site_says(&s, "起算前"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&" EVERY "&reason=x"), 409);
	ck_assert_int_eq(number("SELECT count(*) FROM disposal"), 0);
}
END_TEST

START_TEST(a_proposal_is_approved_by_somebody_else_and_becomes_a_job)
{
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, NULL), 200);
	ck_assert(site_says(&s, "name=\"kind-sheets\""));
	ck_assert_int_eq(
		site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&" EVERY "&reason=%E6%BA%80%E4%BA%86"), 303);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/disposals/1?done=proposed", NULL), 200);
	ck_assert(site_says(&s, "承認待ち") && site_says(&s, "別の人が承認するまで"));
	ck_assert(!site_says(&s, "value=\"approve\"")); /* not by whoever proposed it */
	ck_assert(site_says(&s, "value=\"withdraw\""));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/disposals/1", "do=approve&comment="), 403);
	ck_assert_int_eq(site_ask(&s, MANAGEMENT_ACCOUNT, "/admin/retention", NULL), 200);
	ck_assert(site_says(&s, "承認を待つ廃棄の提案"));
	ck_assert_int_eq(site_ask(&s, MANAGEMENT_ACCOUNT, "/admin/disposals/1", NULL), 200);
	ck_assert(site_says(&s, "value=\"approve\"") && site_says(&s, "value=\"decline\""));
	ck_assert(!site_says(&s, "value=\"withdraw\""));
	ck_assert_int_eq(
		site_ask(&s, MANAGEMENT_ACCOUNT, "/admin/disposals/1", "do=approve&comment=ok"), 303);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE kind = 'disposal' AND given = 'disposal=1'"
				" AND account_id = 7"),
		1);
	ck_assert_int_eq(
		site_ask(&s, MANAGEMENT_ACCOUNT, "/admin/disposals/1", "do=approve&comment=ok"), 409);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE kind = 'disposal'"), 1);
	ck_assert_int_eq(site_ask(&s, STAFF_ACCOUNT, "/admin/disposals/1", NULL), 403);
}
END_TEST

START_TEST(declining_needs_a_comment_and_shows_what_was_typed)
{
	site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&" EVERY "&reason=x");
	ck_assert_int_eq(site_ask(&s, MANAGEMENT_ACCOUNT, "/admin/disposals/1", "do=decline&comment="), 422);
	ck_assert(site_says(&s, "say why"));
	ck_assert_int_eq(
		site_ask(&s, MANAGEMENT_ACCOUNT, "/admin/disposals/1", "do=decline&comment=%3Cb%3Enot"), 303);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/disposals/1", NULL), 200);
	ck_assert(site_says(&s, "&lt;b&gt;not"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/disposals/1", "do=burn&comment="), 400);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/disposals/99", NULL), 404);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/disposals/x", NULL), 404);
}
END_TEST

START_TEST(a_refused_proposal_is_shown_as_it_was_sent)
{
	ck_assert_int_eq(
		site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&kind-sheets=1&reason=typed+words"), 409);
	ck_assert(site_says(&s, "belongs to 個票"));
	ck_assert(site_says(&s, "typed words"));
	ck_assert_int_eq(site_counts(&s, "\" value=\"1\" checked>"), 1); /* only what was chosen */
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&reason=x"), 422);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&" EVERY "&reason="), 422);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&kind-gossip=1&reason=x"), 400);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=burn&reason=x"), 400);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/retention/cycles/9", NULL), 404);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/retention/years/9", NULL), 404);
	ck_assert_int_eq(number("SELECT count(*) FROM disposal"), 0);
}
END_TEST

START_TEST(a_hold_is_set_shown_and_lifted)
{
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=hold&kind=sheets&reason="), 422);
	ck_assert_int_eq(
		site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=hold&kind=sheets&reason=%E7%9B%A3%E6%9F%BB"), 303);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE "?done=held", NULL), 200);
	ck_assert(site_says(&s, "保留にしました") && site_says(&s, "監査"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&" EVERY "&reason=x"), 409);
	ck_assert(site_says(&s, "個票 is on hold: 監査"));
	ck_assert_int_eq(site_ask(&s, MANAGEMENT_ACCOUNT, CYCLE, "do=lift&hold=1&reason=x"), 403);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=lift&hold=7&reason=x"), 404);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=lift&hold=1&reason=x"), 303);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=lift&hold=1&reason=x"), 409);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CYCLE, "do=propose&" EVERY "&reason=x"), 303);
}
END_TEST

START_TEST(a_class_is_changed_with_a_reason)
{
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CLASSES, "kind=tallies&class=10&reason="), 422);
	ck_assert(site_says(&s, "変えていません"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CLASSES, "kind=tallies&class=10&reason=trend"), 303);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, CLASSES, NULL), 200);
	ck_assert(site_says(&s, "はじめの値：5年") && site_says(&s, "trend"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/retention", NULL), 200);
	ck_assert(site_says(&s, "Reiwa 13-3-31")); /* ten years of what ended in fiscal 2020 */
}
END_TEST

START_TEST(findings_and_audits_that_are_gone_are_said_to_be_gone)
{
	static const char *const pages[] = {"/findings/77", "/audits/77", "/audits/77/checklist"};
	ended_script(&x,
		"INSERT INTO disposal (id, year, state, reason, proposed_by, proposer, proposed_at, done_at)"
		" VALUES (9, 2020, 'done', '満了', 1, 'admin', 0, 1774969200);"
		"INSERT INTO disposal_record VALUES (9, 'findings', 77, 2020, 3), (9, 'audits', 77, 2020, "
		"4)");
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		ck_assert_msg(site_ask(&s, AUDITOR_ACCOUNT, pages[i], NULL) == 410, "%s", pages[i]);
		ck_assert(site_says(&s, i == 0 ? "R02-003" : "R02-A04"));
		ck_assert(site_ask(&s, MANAGER_ACCOUNT, pages[i], NULL) == (i < 2 ? 404 : 403));
	}
	ck_assert_int_eq(site_ask(&s, AUDITOR_ACCOUNT, "/findings/78", NULL), 404);
}
END_TEST

Suite *retention_page_suite(void);
Suite *
retention_page_suite(void)
{
	Suite *suite = suite_create("retention_page");
	TCase *t = tcase_create("retention_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, only_the_secretariat_and_the_management_open_the_pages);
	tcase_add_test(t, the_overview_tells_class_days_and_state_of_every_kind);
	tcase_add_test(t, a_cycle_that_is_final_but_has_not_ended_is_told_as_not_counted);
	tcase_add_test(t, a_proposal_is_approved_by_somebody_else_and_becomes_a_job);
	tcase_add_test(t, declining_needs_a_comment_and_shows_what_was_typed);
	tcase_add_test(t, a_refused_proposal_is_shown_as_it_was_sent);
	tcase_add_test(t, a_hold_is_set_shown_and_lifted);
	tcase_add_test(t, a_class_is_changed_with_a_reason);
	tcase_add_test(t, findings_and_audits_that_are_gone_are_said_to_be_gone);
	suite_add_tcase(suite, t);
	return suite;
}
