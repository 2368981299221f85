/* tenken policy read and tenken policy compare, as the terminal sees them. */
#include "base/file.h"
#include "cli/run.h"

static char older[] = "/tmp/tenken-policy-XXXXXX", newer[] = "/tmp/tenken-policy-XXXXXX";

static void
text_write(char *path, const char *text)
{
	struct err e = {0};
	strcpy(path + strlen(path) - 6, "XXXXXX");
	close(mkstemp(path));
	ck_assert_msg(file_write(path, text, strlen(text), &e), "%s", e.text);
}

static void
setup(void)
{
	text_write(older, "1. 目的\n情報を守る。\n6. 対策\n(1) 体制\n全庁の体制を作る。\n(2) "
			  "分類\n資産を\n\n分ける。\n");
	text_write(newer, "1. 目的\n情報を守る。\n6. 対策\n(1) 体制\n全庁の体制を毎年見直す。\n");
}

static void
teardown(void)
{
	unlink(older);
	unlink(newer);
}

START_TEST(clauses_are_printed_and_what_is_odd_is_told_by_line)
{
	char expected[128];
	ck_assert_int_eq(RUN("policy", "read", older), 0);
	ck_assert_ptr_nonnull(strstr(out, "\n  6(2) 分類\n    資産を分ける。\n"));
	ck_assert_int_eq(figure("clauses"), 4);
	ck_assert_int_eq(figure("oddities"), 2);
	snprintf(expected, sizeof expected, "%s:9: a sentence of 6(2) is broken by a blank line; joined\n",
		older);
	ck_assert_ptr_nonnull(strstr(complaints, expected));
}
END_TEST

START_TEST(a_new_edition_names_the_questions_to_look_at)
{
	ck_assert_int_eq(RUN("policy", "compare", older, newer), 0);
	ck_assert_ptr_nonnull(strstr(out,
		"6(1): changed\n    - 体制 全庁の体制を[作る]。\n    + 体制 全庁の体制を[毎年見直す]。\n"));
	ck_assert_ptr_nonnull(strstr(out, "S611"));
	ck_assert_ptr_nonnull(strstr(out, "6(2): removed\n"));
	ck_assert_ptr_nonnull(strstr(out, "A621"));
	ck_assert_int_eq(figure("same"), 2);
	ck_assert_int_eq(figure("changed"), 1);
	ck_assert_int_eq(figure("removed"), 1);
	ck_assert_int_eq(figure("new"), 0);
}
END_TEST

START_TEST(what_is_no_policy_is_refused)
{
	ck_assert_int_eq(RUN("policy", "read", "/nonexistent.md"), 1);
	ck_assert_int_eq(RUN("policy", "compare", older), 2);
	text_write(newer, "ただの文。\n");
	ck_assert_int_eq(RUN("policy", "compare", older, newer), 1);
	ck_assert_ptr_nonnull(strstr(complaints, "no clause was found"));
	ck_assert_str_eq(out, "");
}
END_TEST

Suite *policy_files_suite(void);
Suite *
policy_files_suite(void)
{
	Suite *s = suite_create("policy_files");
	TCase *t = tcase_create("policy_files");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, clauses_are_printed_and_what_is_odd_is_told_by_line);
	tcase_add_test(t, a_new_edition_names_the_questions_to_look_at);
	tcase_add_test(t, what_is_no_policy_is_refused);
	suite_add_tcase(s, t);
	return s;
}
