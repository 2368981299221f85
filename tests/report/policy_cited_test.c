/*
 * Which edition of the policy papers cite. The demonstration body has imported two: 令和3年4月, in force
 * from 1 April 2021, and 令和8年4月, from 1 April 2026. The one that comes with the program is 令和8年3月.
 */
#include "report/demo_plans.h"
#include "report/papers.h"
#include "store/organisation/departments.h"

static void
setup(void)
{
	demo_setup();
	if (!demo_plans(store, noon, &e))
		ck_abort_msg("%s", e.text);
}

static const char old[] = "（令和3年4月）", new[] = "（令和8年4月）", shipped[] = "（令和8年3月）";

static void
cites(const char *text, const char *edition)
{
	const char *const editions[] = {old, new, shipped};
	for (size_t i = 0; i < 3; i++)
		ck_assert_msg((strstr(text, editions[i]) != NULL) == (strcmp(editions[i], edition) == 0),
			"%s in %s", editions[i], text);
}

START_TEST(an_audit_cites_what_was_in_force_on_its_first_day)
{
	static const char *const papers[] = {"audit-plan", "audit-notice", "audit-report"};
	for (size_t i = 0; i < 3; i++) {
		struct report before = paper_of(papers[i], "R07-A01", READERS_FULL),
			      now = paper_of(papers[i], "R08-A01", READERS_FULL);
		cites(text_of(&before), old);
		cites(text_of(&now), new);
	}
}
END_TEST

START_TEST(what_is_of_a_year_cites_what_was_in_force_in_it)
{
	static const struct {
		const char *paper, *of, *edition;
	} rows[] = {{"audit-report-year", "2025", old}, {"audit-report-year", "2026", new},
		{"risk-assessment", "2026", new}, {"audit-plan-year", "R08-P2", new}, {"audit-plan-mid", "R07-P1", old},
		{"findings", "2025", old}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct report r = paper_of(rows[i].paper, rows[i].of, READERS_FULL);
		cites(text_of(&r), rows[i].edition);
	}
}
END_TEST

/* Its base date is 1 June 2026. */
START_TEST(a_cycle_cites_what_was_in_force_on_its_base_date)
{
	struct report r = report_of(3, "self-check-body", 0);
	cites(text_of(&r), new);
	change("UPDATE policy_edition SET from_day = 20728 WHERE edition = '令和8年4月'"); /* 2026-10-02 */
	r = report_of(3, "self-check-body", 0);
	cites(text_of(&r), old);
}
END_TEST

/* Carried out under two editions, both are the measure. */
START_TEST(audits_of_a_year_under_two_editions_cite_both)
{
	change("UPDATE engagement SET begins_day = 20500 WHERE year = 2026 AND serial = 1"); /* 2026-02-16 */
	struct report r = paper_of("audit-report-year", "2026", READERS_FULL);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "（令和3年4月、令和8年4月）"));
}
END_TEST

START_TEST(the_edition_of_the_program_is_cited_where_none_was_imported)
{
	change("UPDATE policy_edition SET from_day = 22000"); /* 2030: the first one, though not in force yet */
	struct report r = paper_of("audit-plan", "R08-A01", READERS_FULL);
	ck_assert_ptr_null(strstr(text_of(&r), shipped));
	change("UPDATE policy_edition SET withdrawn_at = 1795402800, reason = '誤り'");
	r = paper_of("audit-plan", "R08-A01", READERS_FULL);
	cites(text_of(&r), shipped);
}
END_TEST

Suite *policy_cited_suite(void);
Suite *
policy_cited_suite(void)
{
	Suite *s = suite_create("policy_cited");
	TCase *t = tcase_create("policy_cited");
	tcase_add_checked_fixture(t, setup, demo_teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, an_audit_cites_what_was_in_force_on_its_first_day);
	tcase_add_test(t, what_is_of_a_year_cites_what_was_in_force_in_it);
	tcase_add_test(t, a_cycle_cites_what_was_in_force_on_its_base_date);
	tcase_add_test(t, audits_of_a_year_under_two_editions_cite_both);
	tcase_add_test(t, the_edition_of_the_program_is_cited_where_none_was_imported);
	suite_add_tcase(s, t);
	return s;
}
