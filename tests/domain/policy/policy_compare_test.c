/* Which clause of a new edition is which of the old one. */
#include <check.h>
#include <string.h>

#include "domain/policy/policy_compare.h"
#include "domain/policy/text_diff.h"

static struct arena *arena;

static void
setup(void)
{
	arena = arena_create();
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static struct policy_comparison
compare(const char *before, const char *after)
{
	struct faults f = {.arena = arena}, odd = {.arena = arena};
	const struct policy_text *x = policy_text_read(before, strlen(before), "old", &f, &odd);
	const struct policy_text *y = policy_text_read(after, strlen(after), "new", &f, &odd);
	ck_assert_uint_eq(f.count, 0);
	return policy_compare(arena, x, y);
}

static void
pair_is(const struct policy_pair *p, const char *before, const char *after, enum policy_change change)
{
	ck_assert_str_eq(p->before != NULL ? p->before->key : "", before);
	ck_assert_str_eq(p->after != NULL ? p->after->key : "", after);
	ck_assert_int_eq(p->change, change);
}

static const char old_edition[] = "1. 目的\nこの方針は情報を守ることを目的とする。\n"
				  "2. 対策\n"
				  "(1) 体制\n全庁の体制を作る。\n"
				  "(2) 教育\n職員に研修を行う。\n"
				  "(3) 委託\n契約に条件を書く。\n";

START_TEST(the_same_document_has_no_change)
{
	struct policy_comparison c = compare(old_edition, old_edition);
	ck_assert_uint_eq(c.count, 5);
	ck_assert_uint_eq(c.counts[POLICY_SAME], 5);
	ck_assert_uint_eq(c.moved, 0);
}
END_TEST

START_TEST(a_clause_put_in_between_renumbers_the_others_without_changing_them)
{
	struct policy_comparison c = compare(old_edition, "1. 目的\nこの方針は情報を守ることを目的とする。\n"
							  "2. 対策\n"
							  "(1) 体制\n全庁の体制を作る。\n"
							  "(2) 外部の点検\n毎年、第三者が確かめる。\n"
							  "(3) 教育\n職員に研修を行う。\n"
							  "(4) 委託\n契約に条件を書く。\n");
	ck_assert_uint_eq(c.count, 6);
	pair_is(&c.pairs[3], "", "2(2)", POLICY_NEW);
	pair_is(&c.pairs[4], "2(2)", "2(3)", POLICY_SAME);
	pair_is(&c.pairs[5], "2(3)", "2(4)", POLICY_SAME);
	ck_assert(c.pairs[5].moved);
	ck_assert_uint_eq(c.moved, 2);
	ck_assert_uint_eq(c.counts[POLICY_CHANGED], 0);
}
END_TEST

START_TEST(another_wording_is_a_change_and_other_blanks_are_not)
{
	struct policy_comparison c = compare(old_edition, "1. 目 的\nこの方針は情報を守ることを目的とする。\n"
							  "2. 対策\n"
							  "(1) 体制\n全庁の体制を作り、毎年見直す。\n"
							  "(2) 教育\n職員に研修を行う。\n"
							  "(3) 委託\n契約に条件を書く。\n");
	pair_is(&c.pairs[0], "1", "1", POLICY_TYPOGRAPHY);
	pair_is(&c.pairs[2], "2(1)", "2(1)", POLICY_CHANGED);
	ck_assert_uint_eq(c.counts[POLICY_SAME], 3);
}
END_TEST

START_TEST(what_is_gone_stands_where_it_stood)
{
	struct policy_comparison c = compare(old_edition, "1. 目的\nこの方針は情報を守ることを目的とする。\n"
							  "2. 対策\n"
							  "(1) 体制\n全庁の体制を作る。\n"
							  "(2) 委託\n契約に条件を書く。\n");
	ck_assert_uint_eq(c.count, 5);
	pair_is(&c.pairs[3], "2(2)", "", POLICY_REMOVED);
	pair_is(&c.pairs[4], "2(3)", "2(2)", POLICY_SAME);
}
END_TEST

START_TEST(clauses_that_have_nothing_in_common_are_one_gone_and_one_new)
{
	struct policy_comparison c = compare("1. 目的\n情報を守る。\n", "1. 定義\n次の言葉を使う。\n");
	ck_assert_uint_eq(c.count, 2);
	ck_assert_uint_eq(c.counts[POLICY_REMOVED], 1);
	ck_assert_uint_eq(c.counts[POLICY_NEW], 1);
}
END_TEST

/* ---- within a clause ---------------------------------------------------------- */

static const char *
marked(const struct text_runs *r)
{
	const char *out = "";
	for (size_t i = 0; i < r->count; i++)
		out = arena_printf(arena, r->items[i].differs ? "%s[%s]" : "%s%s", out, r->items[i].text);
	return out;
}

START_TEST(differences_are_found_by_character)
{
	static const struct {
		const char *before, *after, *old_marked, *new_marked;
	} rows[] = {
		{"同じ文。", "同じ文。", "同じ文。", "同じ文。"},
		{"体制を作る。", "体制を毎年見直す。", "体制を[作る]。", "体制を[毎年見直す]。"},
		{"甲乙丙", "甲丙", "甲[乙]丙", "甲丙"},
		{"", "新しい", "", "[新しい]"},
		{"古い", "", "[古い]", ""},
		{"赤青黄", "白青黒", "[赤青黄]", "[白青黒]"}, /* one character alone is no help */
		{"鬼を飼う", "𠮷を飼う", "[鬼]を飼う", "[𠮷]を飼う"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct text_runs before, after;
		text_diff(arena, rows[i].before, rows[i].after, &before, &after);
		ck_assert_str_eq(marked(&before), rows[i].old_marked);
		ck_assert_str_eq(marked(&after), rows[i].new_marked);
	}
}
END_TEST

START_TEST(texts_that_are_too_long_differ_as_a_whole)
{
	char one[DIFF_MOST + 8] = "同", other[DIFF_MOST + 8] = "同";
	struct text_runs before, after;
	memset(one + 3, 'a', DIFF_MOST + 1);
	memset(other + 3, 'b', 4);
	text_diff(arena, one, other, &before, &after);
	ck_assert_uint_eq(before.count, 2);
	ck_assert(before.items[1].differs && after.items[1].differs);
}
END_TEST

/* 情報 and 報を are in both; 情報を has two pairs, 情報をも three: 2 × 2 ÷ 5. */
START_TEST(likeness_counts_pairs_of_characters)
{
	struct text_shape x = text_shape_of(arena, "情報を"), y = text_shape_of(arena, "情報をも");
	ck_assert_int_eq(text_likeness(&x, &y), 800);
	ck_assert_int_eq(text_likeness(&x, &x), 1000);
	struct text_shape none = text_shape_of(arena, "");
	ck_assert_int_eq(text_likeness(&x, &none), 0);
	ck_assert_int_eq(text_likeness(&none, &none), 0);
}
END_TEST

Suite *policy_compare_suite(void);
Suite *
policy_compare_suite(void)
{
	Suite *s = suite_create("policy_compare");
	TCase *t = tcase_create("policy_compare");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_same_document_has_no_change);
	tcase_add_test(t, a_clause_put_in_between_renumbers_the_others_without_changing_them);
	tcase_add_test(t, another_wording_is_a_change_and_other_blanks_are_not);
	tcase_add_test(t, what_is_gone_stands_where_it_stood);
	tcase_add_test(t, clauses_that_have_nothing_in_common_are_one_gone_and_one_new);
	tcase_add_test(t, differences_are_found_by_character);
	tcase_add_test(t, texts_that_are_too_long_differ_as_a_whole);
	tcase_add_test(t, likeness_counts_pairs_of_characters);
	suite_add_tcase(s, t);
	return s;
}
