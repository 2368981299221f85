/*
 * Plans of audits on paper. The demonstration has a mid-term plan of three years, and an annual one for
 * fiscal 2026 whose order was changed once by hand (questionnaires/demo/plans.yaml).
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "report/demo_plans.h"
#include "report/papers.h"
#include "report/self_check.h"

static void
setup(void)
{
	demo_setup();
	if (!self_check_keep_left(store, &e) || !demo_plans(store, noon, &e))
		ck_abort_msg("%s", e.text);
}

static const struct table *
targets_of(const struct report *r)
{
	for (size_t i = 0; i < r->section_count; i++)
		if (r->sections[i].heading != NULL && strstr(r->sections[i].heading, "対象と順位") != NULL)
			return r->sections[i].table;
	ck_abort_msg("no targets");
}

/* What a plan says of each target is what was stored when it was proposed: the sum of what the rules gave. */
START_TEST(every_contribution_is_printed_and_they_add_up)
{
	struct report r = paper_of("audit-plan-year", "R08-P2", READERS_FULL);
	const struct table *t = targets_of(&r);
	ck_assert_uint_gt(t->row_count, 3);
	for (size_t i = 0; i < t->row_count; i++) {
		const struct table_cell *row = &t->cells[i * t->column_count];
		int sum = 0, points = atoi(row[3].text);
		for (const char *at = row[4].text; (at = strstr(at, "点")) != NULL; at += strlen("点")) {
			const char *digit = at;
			while (digit > row[4].text && digit[-1] >= '0' && digit[-1] <= '9')
				digit--;
			sum += atoi(digit);
		}
		ck_assert_msg(sum == points, "%s: %s", row[1].text, row[4].text);
	}
}
END_TEST

START_TEST(what_was_changed_by_hand_says_why_and_from_where)
{
	struct report r = paper_of("audit-plan-year", "R08-P2", READERS_FULL);
	const struct table *t = targets_of(&r);
	size_t changed = 0;
	for (size_t i = 0; i < t->row_count; i++)
		changed += strstr(t->cells[i * t->column_count + 5].text, "案では") != NULL;
	ck_assert_uint_ge(changed, 1);
}
END_TEST

/* No system is named to the public, and every one of them is counted as left out. */
START_TEST(the_public_edition_names_no_system)
{
	struct report full = paper_of("audit-plan-mid", "R07-P1", READERS_FULL),
		      open = paper_of("audit-plan-mid", "R07-P1", READERS_PUBLIC);
	const struct table *all = targets_of(&full), *t = targets_of(&open);
	size_t systems = 0;
	ck_assert_uint_eq(all->row_count, t->row_count);
	for (size_t i = 0; i < t->row_count; i++) {
		const char *name = all->cells[i * all->column_count + 1].text;
		const char *shown = t->cells[i * t->column_count + 1].text, *line = strchr(name, '\n');
		if (line == NULL)
			continue;
		systems++;
		ck_assert_msg(strstr(shown, line + 1) == NULL, "%s", shown);
	}
	ck_assert_uint_gt(systems, 0);
	const struct table *left = open.sections[open.section_count - 1].table;
	for (size_t i = 0; i < left->row_count; i++)
		if (strcmp(left->cells[2 * i].text, "システムの名称") == 0)
			ck_assert_str_eq(left->cells[2 * i + 1].text, arena_printf(arena, "%zu", systems));
}
END_TEST

/* Nor what people wrote, who they are, and what speaks for a target. */
START_TEST(the_public_edition_says_not_why)
{
	struct report open = paper_of("audit-plan-year", "R08-P2", READERS_PUBLIC);
	const struct table *t = targets_of(&open);
	for (size_t i = 0; i < t->row_count; i++) {
		const struct table_cell *row = &t->cells[i * t->column_count];
		ck_assert_str_eq(row[3].text, "（省略）");
		ck_assert(row[4].text[0] == '\0' || strcmp(row[4].text, "（省略）") == 0);
		ck_assert(row[5].text[0] == '\0' || strcmp(strstr(row[5].text, "位。"), "位。（省略）") == 0);
	}
}
END_TEST

START_TEST(a_plan_that_is_taken_up_again_is_a_draft)
{
	ck_assert(!paper_of("audit-plan-year", "R08-P2", READERS_FULL).draft);
	change("UPDATE audit_plan SET state = 'drafted' WHERE kind = 'year'");
	ck_assert(paper_of("audit-plan-year", "R08-P2", READERS_FULL).draft);
}
END_TEST

Suite *plan_papers_suite(void);
Suite *
plan_papers_suite(void)
{
	Suite *s = suite_create("plan_papers");
	TCase *t = tcase_create("plan_papers");
	tcase_add_checked_fixture(t, setup, demo_teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, every_contribution_is_printed_and_they_add_up);
	tcase_add_test(t, what_was_changed_by_hand_says_why_and_from_where);
	tcase_add_test(t, the_public_edition_names_no_system);
	tcase_add_test(t, the_public_edition_says_not_why);
	tcase_add_test(t, a_plan_that_is_taken_up_again_is_a_draft);
	suite_add_tcase(s, t);
	return s;
}
