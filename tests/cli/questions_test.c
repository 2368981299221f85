/* tenken questionnaire check and tenken policy coverage, as the terminal sees them. */
#include <limits.h>

#include "base/resource.h"
#include "cli/run.h"

START_TEST(the_shipped_questions_are_enough_and_have_no_fault)
{
	ck_assert_int_eq(RUN("questionnaire", "check"), 0);
	ck_assert_str_eq(complaints, "");
	ck_assert_int_eq(figure("numbered_clauses"), 44);
	ck_assert_int_ge(figure("self_check_items"), 75);
	ck_assert_int_ge(figure("audit_items"), 70);
	ck_assert_int_eq(figure("items"), figure("self_check_items") + figure("audit_items"));
	ck_assert_int_ge(figure("extension_items"), 8);
}
END_TEST

START_TEST(faults_name_file_and_line)
{
	char path[PATH_MAX], expected[PATH_MAX + 128];
	resource_path("tests/refused/questionnaire/former-out-of-order.yaml", path, sizeof path);
	ck_assert_int_eq(RUN("questionnaire", "check", path), 1);
	ck_assert_str_eq(out, "");
	snprintf(expected, sizeof expected,
		"%s:20: S611: former wordings must stand oldest first, each until a later year\n", path);
	ck_assert_int_eq(strncmp(complaints, expected, strlen(expected)), 0);
	ck_assert_ptr_nonnull(strstr(complaints, "tenken: 2 faults found; correct them and check again\n"));
}
END_TEST

START_TEST(an_id_used_in_two_files_is_a_fault)
{
	char shipped[PATH_MAX], copy[] = "/tmp/tenken-questions-XXXXXX";
	resource_path("questionnaires/sns.yaml", shipped, sizeof shipped);
	ck_assert_int_eq(RUN("questionnaire", "check", shipped), 0);
	ck_assert_int_eq(figure("sets"), 1);
	FILE *from = fopen(shipped, "r");
	int to = mkstemp(copy);
	size_t n = fread(out, 1, sizeof out, from);
	fclose(from);
	ck_assert_int_eq(write(to, out, n), (ssize_t)n);
	close(to);
	int code = RUN("questionnaire", "check", shipped, copy);
	unlink(copy);
	ck_assert_int_eq(code, 1);
	ck_assert_ptr_nonnull(strstr(complaints, "has the key \"sns\" too; give each set its own"));
	ck_assert_ptr_nonnull(strstr(complaints, "already; give each item its own"));
	ck_assert_ptr_nonnull(strstr(complaints, copy));
}
END_TEST

START_TEST(a_policy_and_a_file_that_is_not_there_are_judged_too)
{
	char path[PATH_MAX];
	resource_path("questionnaires/policy.yaml", path, sizeof path);
	ck_assert_int_eq(RUN("questionnaire", "check", path), 0);
	ck_assert_int_eq(RUN("questionnaire", "check", "/nonexistent.yaml"), 1);
	ck_assert_ptr_nonnull(strstr(complaints, "cannot read /nonexistent.yaml"));
}
END_TEST

START_TEST(coverage_has_no_gap)
{
	ck_assert_int_eq(RUN("policy", "coverage"), 0);
	ck_assert_int_eq(figure("gaps"), 0);
	ck_assert_str_eq(complaints, "");
}
END_TEST

START_TEST(wrong_use_is_refused)
{
	ck_assert_int_eq(RUN("questionnaire", "check", "--all"), 2);
	ck_assert_int_eq(RUN("policy", "coverage", "x.yaml"), 2);
	ck_assert_int_eq(RUN("policy"), 2);
	ck_assert_int_eq(RUN("policy", "coverage", "--help"), 0);
}
END_TEST

Suite *questions_suite(void);
Suite *
questions_suite(void)
{
	Suite *s = suite_create("questions");
	TCase *t = tcase_create("questions");
	tcase_add_test(t, the_shipped_questions_are_enough_and_have_no_fault);
	tcase_add_test(t, faults_name_file_and_line);
	tcase_add_test(t, an_id_used_in_two_files_is_a_fault);
	tcase_add_test(t, a_policy_and_a_file_that_is_not_there_are_judged_too);
	tcase_add_test(t, coverage_has_no_gap);
	tcase_add_test(t, wrong_use_is_refused);
	suite_add_tcase(s, t);
	return s;
}
