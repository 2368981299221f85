/* A policy document of the shape in which they come: headings that drift, sentences
 * that a page has broken, letters set apart. */
#include <check.h>
#include <string.h>

#include "domain/policy/policy_text.h"
#include "domain/policy/shape.h"

static struct arena *arena;
static struct faults faults, odd;

static void
setup(void)
{
	arena = arena_create();
	faults = (struct faults){.arena = arena};
	odd = (struct faults){.arena = arena};
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static const struct policy_text *
read_text(const char *text)
{
	return policy_text_read(text, strlen(text), "policy.md", &faults, &odd);
}

static const struct clause_text *
clause(const struct policy_text *t, const char *key)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->clauses[i].key, key) == 0)
			return &t->clauses[i];
	ck_abort_msg("no clause %s", key);
}

START_TEST(numbers_decide_what_is_a_clause)
{
	static const char *const keys[] = {"1", "2", "2(1)", "2(2)", "3", "3(1)", "3(2)", "3(2)①", "3(2)②"};
	const struct policy_text *t = read_text(shape);
	ck_assert_ptr_nonnull(t);
	ck_assert_uint_eq(t->count, sizeof keys / sizeof *keys);
	for (size_t i = 0; i < t->count; i++)
		ck_assert_str_eq(t->clauses[i].key, keys[i]);
	ck_assert_uint_eq(t->front_count, 2);
	ck_assert_str_eq(t->front[0], "○○市");
	ck_assert_str_eq(t->front[1], "情報の方針");
}
END_TEST

START_TEST(a_heading_has_a_title_and_a_list_entry_is_text)
{
	const struct policy_text *t = read_text(shape);
	ck_assert_str_eq(clause(t, "1")->title, "目的");
	ck_assert_str_eq(clause(t, "3(2)")->title, "区分");
	ck_assert_str_eq(clause(t, "2(1)")->title, "");
	ck_assert_str_eq(clause(t, "2(1)")->paragraphs[0], "盗難による漏えい等");
	ck_assert_int_eq(clause(t, "3(2)①")->level, 3);
	ck_assert_int_eq(clause(t, "3(2)①")->line, 29);
}
END_TEST

START_TEST(a_sentence_broken_by_a_blank_line_is_joined_and_a_finished_one_is_not)
{
	const struct policy_text *t = read_text(shape);
	const struct clause_text *c = clause(t, "3(1)"), *last = clause(t, "3(2)②");
	ck_assert_uint_eq(c->paragraph_count, 1);
	ck_assert_str_eq(c->paragraphs[0], "全庁の体制を作る。");
	ck_assert_uint_eq(last->paragraph_count, 3);
	ck_assert_str_eq(last->paragraphs[1], "前の段落。");
	ck_assert_str_eq(last->paragraphs[2], "次の段落は、二行に分かれる。");
}
END_TEST

/* 原文ママ: what looks like a slip stays, and is told by its line. */
START_TEST(oddities_are_told_and_kept)
{
	static const int lines[] = {10, 23, 25, 29, 30};
	const struct policy_text *t = read_text(shape);
	ck_assert_uint_eq(odd.count, sizeof lines / sizeof *lines);
	for (size_t i = 0; i < odd.count; i++)
		ck_assert_int_eq(odd.items[i].line, lines[i]);
	ck_assert_str_eq(clause(t, "3(2)①")->paragraphs[0], "L G W A Nにつなぐ。");
	ck_assert_str_eq(clause(t, "3(2)②")->paragraphs[0], "点検的的に見る。");
}
END_TEST

START_TEST(a_kanji_that_rightly_stands_twice_is_no_slip)
{
	ck_assert_ptr_nonnull(read_text("1. 目的\n内部部局と、総務部部長に備える。\n"));
	ck_assert_uint_eq(odd.count, 0);
	ck_assert_ptr_nonnull(read_text("1. 目的\n本部部に備える。\n"));
	ck_assert_uint_eq(odd.count, 1);
}
END_TEST

START_TEST(numbers_left_out_are_told)
{
	ck_assert_ptr_nonnull(read_text("1. 目的\n3. 対策\n(2) 体制\n"));
	ck_assert_uint_eq(odd.count, 2);
	ck_assert_int_eq(odd.items[0].line, 2);
	ck_assert_int_eq(odd.items[1].line, 3);
}
END_TEST

START_TEST(a_number_in_a_sentence_begins_no_clause)
{
	const struct policy_text *t = read_text("1. 目的\n2.5倍にする。\n");
	ck_assert_uint_eq(t->count, 1);
	ck_assert_str_eq(t->clauses[0].paragraphs[0], "2.5倍にする。");
}
END_TEST

START_TEST(a_document_that_cannot_be_used_is_refused)
{
	static const char *const texts[] = {
		"", "ただの文。\n", "1. 目的\n1. 目的\n", "(1) 体制\n", "1. a\0b"};
	for (size_t i = 0; i + 1 < sizeof texts / sizeof *texts; i++) {
		faults.count = 0;
		ck_assert_msg(read_text(texts[i]) == NULL, "%zu", i);
		ck_assert_uint_eq(faults.count, 1);
	}
	faults.count = 0;
	ck_assert_ptr_null(policy_text_read(texts[4], 7, "policy.md", &faults, &odd));
	ck_assert_uint_eq(faults.count, 1);
	char *large = arena_alloc(arena, POLICY_TEXT_MOST + 2);
	memset(large, 'a', POLICY_TEXT_MOST + 1);
	ck_assert_ptr_null(policy_text_read(large, POLICY_TEXT_MOST + 1, "policy.md", &faults, &odd));
	ck_assert_uint_eq(faults.count, 2);
}
END_TEST

START_TEST(cp932_is_read_as_well)
{
	static const char text[] = "1. \x96\xDA\x93\x49\r\n\x87\x40 \x91\xE4\x92\xA0\r\n"; /* 目的, ① 台帳 */
	const struct policy_text *t = policy_text_read(text, sizeof text - 1, "policy.txt", &faults, &odd);
	ck_assert_ptr_nonnull(t);
	ck_assert_str_eq(clause(t, "1")->title, "目的");
	ck_assert_str_eq(clause(t, "1①")->paragraphs[0], "台帳");
}
END_TEST

START_TEST(the_shadow_forgets_blanks_and_widths_only)
{
	ck_assert_str_eq(clause_text_shadow(arena, "L G W A N　接続（１）ｱ"), "LGWAN接続(1)ｱ");
}
END_TEST

Suite *policy_text_suite(void);
Suite *
policy_text_suite(void)
{
	Suite *s = suite_create("policy_text");
	TCase *t = tcase_create("policy_text");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, numbers_decide_what_is_a_clause);
	tcase_add_test(t, a_heading_has_a_title_and_a_list_entry_is_text);
	tcase_add_test(t, a_sentence_broken_by_a_blank_line_is_joined_and_a_finished_one_is_not);
	tcase_add_test(t, oddities_are_told_and_kept);
	tcase_add_test(t, a_kanji_that_rightly_stands_twice_is_no_slip);
	tcase_add_test(t, numbers_left_out_are_told);
	tcase_add_test(t, a_number_in_a_sentence_begins_no_clause);
	tcase_add_test(t, a_document_that_cannot_be_used_is_refused);
	tcase_add_test(t, cp932_is_read_as_well);
	tcase_add_test(t, the_shadow_forgets_blanks_and_widths_only);
	suite_add_tcase(s, t);
	return s;
}
