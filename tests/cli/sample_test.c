/* tenken sample, as the terminal sees it. */
#include "base/file.h"
#include "cli/run.h"

static char list[] = "/tmp/tenken-sample-XXXXXX";

static void
setup(void)
{
	static const char text[] = "管理番号,名称\nK1,料金\nK2,検針\nK3,工事\nK4,清掃\nK5,警備\n";
	struct err e = {0};
	strcpy(list + strlen(list) - 6, "XXXXXX");
	close(mkstemp(list));
	ck_assert_msg(file_write(list, text, sizeof text - 1, &e), "%s", e.text);
}

static void
teardown(void)
{
	unlink(list);
}

START_TEST(a_seed_draws_the_same_sample_again)
{
	char first[SAID_MOST];
	ck_assert_int_eq(RUN("sample", list, "--size", "2", "--seed", "R8-1"), 0);
	ck_assert_ptr_nonnull(strstr(out, "K1\t料金\t2a205ef4105d519e\nK5\t警備\t5284c1413c00b264\n"));
	ck_assert_ptr_nonnull(strstr(out, "\nalgorithm: sha256-rank-1\nmethod: simple\nseed: R8-1\n"));
	ck_assert_int_eq(figure("population"), 5);
	ck_assert_int_eq(figure("sample"), 2);
	strcpy(first, out);
	ck_assert_int_eq(RUN("sample", list, "--size", "2", "--seed", "R8-1"), 0);
	ck_assert_str_eq(out, first);
}
END_TEST

START_TEST(without_a_seed_a_new_one_is_told)
{
	ck_assert_int_eq(RUN("sample", list, "--size", "2"), 0);
	const char *seed = strstr(out, "\nseed: ");
	ck_assert_ptr_nonnull(seed);
	char again[64] = "", first[SAID_MOST];
	sscanf(seed, "\nseed: %63s", again);
	strcpy(first, out);
	ck_assert_int_eq(RUN("sample", list, "--size", "2", "--seed", again), 0);
	ck_assert_str_eq(out, first);
}
END_TEST

START_TEST(wrong_use_is_refused)
{
	ck_assert_int_eq(RUN("sample", list), 2);
	ck_assert_int_eq(RUN("sample", list, "--size", "0"), 2);
	ck_assert_int_eq(RUN("sample", list, "--size", "2", "--method", "dice"), 2);
	ck_assert_int_eq(RUN("sample", list, "--size", "6"), 1);
	ck_assert_ptr_nonnull(strstr(complaints, "of 5 units, draw 1 to 5"));
	ck_assert_int_eq(RUN("sample", "/nonexistent.csv", "--size", "1"), 1);
}
END_TEST

Suite *sample_suite(void);
Suite *
sample_suite(void)
{
	Suite *s = suite_create("sample");
	TCase *t = tcase_create("sample");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_seed_draws_the_same_sample_again);
	tcase_add_test(t, without_a_seed_a_new_one_is_told);
	tcase_add_test(t, wrong_use_is_refused);
	suite_add_tcase(s, t);
	return s;
}
