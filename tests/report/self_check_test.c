/* What a checklist keeps of a department's self-check, counted against the answers themselves. The
 * demonstration's last closed cycle is that of 2025; k is 5. */
#include "report/self_check.h"

#include "report/demo.h"

static int64_t
number(const char *sql)
{
	struct rows r;
	ck_assert(db_query(db, &r, NULL, arena_strdup(arena, sql), ""));
	int64_t n = rows_next(&r) ? row_int(&r, 0) : -1;
	ck_assert(rows_end(&r, NULL));
	return n;
}

static struct line_answer *
answers(const char *department, int year, const char *const *clauses, size_t *count)
{
	struct line_answer *list;
	struct engagement g = {.year = year,
		.department_id = number(
			arena_printf(arena, "SELECT id FROM department WHERE key = '%s'", department))};
	ck_assert_msg(self_check_answers(store, arena, &g, clauses, &list, count, &e), "%s", e.text);
	return list;
}

/* How many submitted sheets of the department hold that text. */
static int64_t
sheets_with(const struct line_answer *n, const char *department, const char *text)
{
	return number(arena_printf(arena,
		"SELECT count(*) FROM sheet s JOIN department d ON d.id = s.department_id WHERE s.cycle_id = "
		"%lld"
		" AND s.set_key = '%s' AND d.key = '%s' AND s.excluded_at IS NULL AND instr(s.submitted, "
		"'%s') > 0",
		(long long)n->cycle_id, n->set_key, department, text));
}

static const char *const physical[] = {"6(4)", NULL};

START_TEST(answers_are_those_of_the_department_and_the_clause)
{
	size_t count, asked = 0;
	struct line_answer *list = answers("020", 2025, physical, &count);
	for (size_t i = 0; i < count; i++) {
		const struct line_answer *n = &list[i];
		int64_t times = 0;
		ck_assert_str_eq(n->clause, "6(4)");
		ck_assert_int_eq(n->hidden, false);
		ck_assert_int_eq(n->live, false);
		if (strcmp(n->set_key, "staff") != 0)
			continue;
		ck_assert_int_eq(
			n->answered, sheets_with(n, "020", arena_printf(arena, "\"%s\":", n->question)));
		for (size_t c = 0; c < n->choice_count; c++)
			times += n->choices[c].times;
		ck_assert_int_eq(times, n->answered);
		asked++;
	}
	ck_assert_uint_ge(asked, 2);
}
END_TEST

START_TEST(how_often_they_said_always_is_how_often_it_was_written)
{
	size_t count, i = 0;
	struct line_answer *list = answers("020", 2025, physical, &count);
	while (i < count && strcmp(list[i].question, "S641") != 0)
		i++;
	ck_assert_uint_lt(i, count);
	int64_t always = sheets_with(&list[i], "020", "\"S641\":\"always\"") +
			 sheets_with(&list[i], "020", "\"S641\":{\"c\":\"always\"");
	ck_assert_int_gt(always, 0);
	ck_assert_int_eq(list[i].choices[0].times, always);
	ck_assert_int_eq(list[i].done.numerator, always); /* only いつも is 実施 */
}
END_TEST

/* 議会事務局 has two people, 監査委員事務局 one: fewer than k. */
START_TEST(what_is_withheld_comes_without_a_number)
{
	static const char *const small[] = {"070", "080"};
	for (size_t d = 0; d < 2; d++) {
		size_t count, hidden = 0;
		struct line_answer *list = answers(small[d], 2025, physical, &count);
		for (size_t i = 0; i < count; i++) {
			if (strcmp(list[i].set_key, "staff") != 0)
				continue;
			ck_assert(list[i].hidden);
			ck_assert_int_eq(list[i].answered, 0);
			ck_assert_int_eq(list[i].done.denominator, 0);
			ck_assert_int_eq(list[i].points.denominator, 0);
			ck_assert_uint_eq(list[i].choice_count, 0);
			hidden++;
		}
		ck_assert_uint_gt(hidden, 0);
	}
}
END_TEST

START_TEST(an_audit_is_given_no_cycle_of_a_later_year)
{
	size_t count;
	struct line_answer *list = answers("020", 2024, physical, &count);
	ck_assert_uint_gt(count, 0);
	for (size_t i = 0; i < count; i++)
		ck_assert_int_eq(number(arena_printf(arena, "SELECT year FROM cycle WHERE id = %lld",
					 (long long)list[i].cycle_id)),
			2024);
	(void)answers("020", 2020, physical, &count);
	ck_assert_uint_eq(count, 0);
}
END_TEST

/* In the open cycle of 2026 nobody has submitted: the year before is what there is. */
START_TEST(a_cycle_nobody_has_answered_yet_gives_way_to_the_one_before)
{
	size_t count;
	struct line_answer *list = answers("020", 2026, physical, &count);
	ck_assert_uint_gt(count, 0);
	ck_assert_int_eq(number(arena_printf(arena, "SELECT year FROM cycle WHERE id = %lld",
				 (long long)list[0].cycle_id)),
		2025);
}
END_TEST

Suite *self_check_suite(void);
Suite *
self_check_suite(void)
{
	Suite *suite = suite_create("self_check");
	TCase *c = tcase_create("self_check");
	tcase_add_checked_fixture(c, demo_setup, demo_teardown);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, answers_are_those_of_the_department_and_the_clause);
	tcase_add_test(c, how_often_they_said_always_is_how_often_it_was_written);
	tcase_add_test(c, what_is_withheld_comes_without_a_number);
	tcase_add_test(c, an_audit_is_given_no_cycle_of_a_later_year);
	tcase_add_test(c, a_cycle_nobody_has_answered_yet_gives_way_to_the_one_before);
	suite_add_tcase(suite, c);
	return suite;
}
