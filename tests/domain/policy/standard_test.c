/* The table of the standards: read, linked, compared; what is refused in it. */
#include <check.h>
#include <limits.h>
#include <string.h>

#include "base/resource.h"
#include "domain/policy/standard.h"

static struct arena *arena;
static struct faults faults;
static const struct bank *bank;

static void
setup(void)
{
	char path[PATH_MAX];
	arena = arena_create();
	faults = (struct faults){.arena = arena};
	resource_path("questionnaires", path, sizeof path);
	bank = bank_load(path, &faults);
	ck_assert_ptr_nonnull(bank);
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static const struct standard *
table_read(const char *text)
{
	return standard_parse(text, strlen(text), "standards.csv", bank, &faults);
}

START_TEST(an_article_is_linked_to_clauses_and_items)
{
	const struct standard *s =
		table_read("条番号,見出し,本文,条項,設問\n"
			   "第1条,鍵,鍵を掛ける。,6(4)、6(7)a,S641 A644\n第2条,,別に定める。,,\n");
	ck_assert_ptr_nonnull(s);
	ck_assert_uint_eq(s->count, 2);
	const struct standard_article *x = &s->articles[0];
	ck_assert_str_eq(x->number, "第1条");
	ck_assert_uint_eq(x->clause_count, 2);
	ck_assert_str_eq(x->clauses[1], "6(7)a");
	ck_assert(article_is_of(x, policy_find(bank->policy, "6(4)")));
	ck_assert(article_is_of(x, policy_find(bank->policy, "6(7)a")));
	ck_assert(!article_is_of(x, policy_find(bank->policy, "6(7)b")));
	ck_assert(article_asks(x, "A644"));
	ck_assert(!article_asks(x, "A645"));
	ck_assert_str_eq(s->articles[1].title, "");
	ck_assert_uint_eq(s->articles[1].clause_count + s->articles[1].item_count, 0);
}
END_TEST

START_TEST(an_article_of_a_clause_is_of_its_paragraphs_too)
{
	const struct standard *s = table_read("number,text,clauses\n1,x,6(8)\n");
	ck_assert_ptr_nonnull(s);
	ck_assert(article_is_of(&s->articles[0], policy_find(bank->policy, "6(8)b")));
	ck_assert(!article_is_of(&s->articles[0], policy_find(bank->policy, "6(9)b")));
}
END_TEST

START_TEST(what_is_wrong_is_told_by_line)
{
	ck_assert_ptr_null(table_read("条番号,本文,条項,設問\n第1条,x,6(99),\n第1条,y,,S999\n第3条,,,\n"));
	ck_assert_uint_eq(faults.count, 4);
	ck_assert_int_eq(faults.items[0].line, 2);
	ck_assert_int_eq(faults.items[1].line, 3);
	ck_assert_int_eq(faults.items[2].line, 3);
	ck_assert_int_eq(faults.items[3].line, 4);
	faults.count = 0;
	ck_assert_ptr_null(table_read("条番号,見出し\n第1条,x\n"));
	ck_assert_uint_gt(faults.count, 0);
	faults.count = 0;
	ck_assert_ptr_null(table_read("条番号,本文\n"));
	ck_assert_uint_eq(faults.count, 1);
}
END_TEST

START_TEST(editions_are_compared_by_number)
{
	struct article_difference *list;
	const struct standard *x = table_read("number,text,items\n1,a,S641\n2,b,\n3,c,\n");
	const struct standard *y = table_read("number,text,items\n1,a,S641 S642\n3,c,\n4,d,\n");
	ck_assert_uint_eq(standard_compare(arena, x, y, &list), 3);
	ck_assert_int_eq(list[0].change, ARTICLE_CHANGED);
	ck_assert_str_eq(list[0].after->number, "1");
	ck_assert_int_eq(list[1].change, ARTICLE_NEW);
	ck_assert_str_eq(list[1].after->number, "4");
	ck_assert_int_eq(list[2].change, ARTICLE_GONE);
	ck_assert_str_eq(list[2].before->number, "2");
}
END_TEST

Suite *standard_suite(void);
Suite *
standard_suite(void)
{
	Suite *s = suite_create("standard");
	TCase *t = tcase_create("standard");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, an_article_is_linked_to_clauses_and_items);
	tcase_add_test(t, an_article_of_a_clause_is_of_its_paragraphs_too);
	tcase_add_test(t, what_is_wrong_is_told_by_line);
	tcase_add_test(t, editions_are_compared_by_number);
	suite_add_tcase(s, t);
	return s;
}
