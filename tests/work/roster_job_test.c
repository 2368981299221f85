/* A large roster in portions gives what applying it at once gives. */
#include "work/jobbed.h"

START_TEST(a_large_roster_comes_out_row_for_row_as_when_it_is_applied_directly)
{
	char *csv = second_roster();
	const char *before = people_of(direct_store);
	apply(direct_store, csv);
	run(hand_in(csv), JOB_DONE);
	free(csv);
	const char *after = people_of(direct_store);
	ck_assert(strcmp(before, after) != 0);
	same(people_of(jobbed_store), after);
}
END_TEST

START_TEST(its_progress_is_in_people_and_only_rises)
{
	char *csv = second_roster();
	int64_t people = people_changed(csv);
	ck_assert_int_gt(people, 100);
	listen();
	struct job j = run(hand_in(csv), JOB_DONE);
	free(csv);
	ck_assert_int_eq(j.done, people);
	ck_assert_int_eq(j.total, people);
	ck_assert_int_gt(number("SELECT count(DISTINCT done) FROM told"), 3);
	ck_assert_int_eq(number("SELECT count(DISTINCT total) FROM told WHERE done > 0"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM told a JOIN told b ON b.rowid = a.rowid + 1"
				" WHERE b.done < a.done"),
		0);
}
END_TEST

START_TEST(between_two_portions_everybody_is_as_before_or_as_after)
{
	char *csv = second_roster();
	listen();
	script(jobbed_store,
		"CREATE TABLE seen (odd INTEGER); CREATE TRIGGER look AFTER INSERT ON told BEGIN"
		" INSERT INTO seen SELECT count(*) FROM person p WHERE 1 <> (SELECT count(*) FROM post o"
		" WHERE o.person_id = p.id AND o.main = 1 AND o.valid_to IS NULL) + (p.left_day IS NOT NULL);"
		" END");
	run(hand_in(csv), JOB_DONE);
	free(csv);
	ck_assert_int_gt(number("SELECT count(*) FROM seen"), 3);
	ck_assert_int_eq(number("SELECT max(odd) FROM seen"), 0); /* one main post, or gone */
}
END_TEST

Suite *roster_job_suite(void);

Suite *
roster_job_suite(void)
{
	Suite *s = suite_create("roster_job");
	TCase *t = tcase_create("roster_job");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_large_roster_comes_out_row_for_row_as_when_it_is_applied_directly);
	tcase_add_test(t, its_progress_is_in_people_and_only_rises);
	tcase_add_test(t, between_two_portions_everybody_is_as_before_or_as_after);
	suite_add_tcase(s, t);
	return s;
}
