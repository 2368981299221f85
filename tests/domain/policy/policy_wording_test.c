/* What the body's document says on a clause of the tree, and what the two do not share. */
#include <check.h>
#include <string.h>

#include "domain/policy/policy_wording.h"
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
	const struct policy_text *t = policy_text_read(text, strlen(text), "policy.md", &faults, &odd);
	ck_assert_ptr_nonnull(t);
	return t;
}

START_TEST(a_clause_is_found_by_its_key)
{
	struct policy_wording w;
	const struct policy_text *t = read_text(shape);
	ck_assert(policy_wording(t, "3(2)①", &w));
	ck_assert_str_eq(w.clause->key, "3(2)①");
	ck_assert_uint_eq(w.count, 1);
	ck_assert_str_eq(w.paragraphs[0], "L G W A Nにつなぐ。"); /* 原文ママ */
	ck_assert(!policy_wording(t, "4", &w));
	ck_assert(!policy_wording(t, "3(2)③", &w));
}
END_TEST

START_TEST(a_paragraph_is_found_by_its_letter)
{
	struct policy_wording w;
	const struct policy_text *t = read_text("1. 運用\n監視する。\n\n計画を作る。\n\n2. 評価\n見直す。\n");
	ck_assert(policy_wording(t, "1b", &w));
	ck_assert_uint_eq(w.count, 1);
	ck_assert_str_eq(w.paragraphs[0], "計画を作る。");
	ck_assert(policy_wording(t, "1c", &w)); /* it has two only: both are shown */
	ck_assert_uint_eq(w.count, 2);
	ck_assert(policy_wording(t, "2b", &w));
	ck_assert_uint_eq(w.count, 1);
	ck_assert_str_eq(w.paragraphs[0], "見直す。");
	ck_assert(!policy_wording(t, "3a", &w));
}
END_TEST

START_TEST(what_cannot_be_placed_is_named)
{
	struct clause clauses[] = {{.key = "1", .numbered = true}, {.key = "2", .numbered = true},
		{.key = "2a"}, {.key = "4", .numbered = true}};
	const struct policy p = {.clauses = clauses, .count = 4};
	struct policy_unplaced u =
		policy_unplaced(arena, &p, read_text("1. 目的\n甲。\n2. 危険\n乙。\n(1) 盗難\n丙。\n"));
	ck_assert_uint_eq(u.unknown_count, 1);
	ck_assert_str_eq(u.unknown[0]->key, "2(1)");
	ck_assert_uint_eq(u.missing_count, 1);
	ck_assert_str_eq(u.missing[0]->key, "4");
}
END_TEST

Suite *policy_wording_suite(void);
Suite *
policy_wording_suite(void)
{
	Suite *s = suite_create("policy_wording");
	TCase *t = tcase_create("policy_wording");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_clause_is_found_by_its_key);
	tcase_add_test(t, a_paragraph_is_found_by_its_letter);
	tcase_add_test(t, what_cannot_be_placed_is_named);
	suite_add_tcase(s, t);
	return s;
}
