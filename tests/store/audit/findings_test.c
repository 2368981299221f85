/* A finding from being raised to being closed, and who may do what on the way. */
#include "store/audit/found.h"

START_TEST(a_finding_goes_from_being_raised_to_being_closed)
{
	day_t due = day_of(2027, 1, 29);
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_str_eq(
		finding_number(s.body.arena, &(struct finding){.year = 2026, .serial = 1}), "R08-001");
	ck_assert_int_eq(look(id).serial, 1);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_INPUT); /* there is no plan */
	ck_assert_int_eq(plan(MANAGER_A, id, "様式を改め、毎月確かめる", due), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(look(id).due_day, due);
	ck_assert_int_eq(move(MANAGER_A, id, "start", ""), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_INPUT); /* nothing was reported */
	ck_assert_int_eq(report(MANAGER_A, id, day_of(2026, 11, 1)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_NONE);
	ck_assert_int_eq(move(AUDITOR, id, "verify", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "close", "現物を確かめた"), ERR_NONE);
	struct finding f = look(id);
	ck_assert_int_eq(f.state, FINDING_CLOSED);
	ck_assert_int_eq(f.closed_at, now);
	ck_assert_int_eq(f.confirmed_at, now);
	struct finding_moved *moves;
	size_t count;
	ck_assert(finding_moves_of(s.db, s.body.arena, id, &moves, &count, NULL));
	ck_assert_uint_eq(count, 8);
	ck_assert_str_eq(moves[0].reason, "現物を確かめた");
}
END_TEST

START_TEST(a_plan_that_was_given_back_is_not_approved_as_it_is)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(plan(MANAGER_A, id, "気を付ける", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "return", "仕組みを書くこと"), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "resume", ""), ERR_INPUT);
	ck_assert_int_eq(move(MANAGER_A, id, "plan", ""), ERR_INPUT);
	ck_assert_int_eq(plan(MANAGER_A, id, "様式を改める", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "resume", ""), ERR_INPUT); /* not approved yet */
	ck_assert_int_eq(move(MANAGER_A, id, "plan", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
}
END_TEST

START_TEST(somebody_of_the_department_is_put_in_charge_of_a_plan)
{
	day_t due = day_of(2027, 1, 29);
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(plan_of(MANAGER_A, id, 0, "様式を改める", due), ERR_INPUT);
	ck_assert_int_eq(plan_of(MANAGER_A, id, CLERK_B, "様式を改める", due), ERR_INPUT);
	ck_assert_int_eq(plan_of(MANAGER_A, id, 43, "様式を改める", due), ERR_INPUT); /* left A */
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM finding_plan"), 0);
	ck_assert_int_eq(plan_of(MANAGER_A, id, OTHER_A, "様式を改める", due), ERR_NONE);
	change("UPDATE department SET valid_from = 0 WHERE id = 5;"
	       "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (1, 5, 20637);"
	       "UPDATE post SET valid_to = 20636 WHERE department_id = 1;"
	       "INSERT INTO post (person_id, department_id, valid_from) VALUES (11, 5, 20637), (12, 5, "
	       "20637)");
	ck_assert_int_eq(plan_of(MANAGER_A, id, OTHER_A, "様式を改める", due), ERR_INPUT);
	ck_assert_int_eq(plan_of(MANAGER_A, id, CLERK_A, "様式を改める", due), ERR_NONE);
}
END_TEST

START_TEST(a_report_that_was_given_back_is_written_anew)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(plan(MANAGER_A, id, "様式を改める", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "start", ""), ERR_NONE);
	ck_assert_int_eq(report(MANAGER_A, id, day_of(2026, 11, 1)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_NONE);
	ck_assert_int_eq(move(AUDITOR, id, "return", "記録が足りない"), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "resume", ""), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_INPUT);
	ck_assert_int_eq(report(MANAGER_A, id, day_of(2026, 11, 2)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_NONE);
}
END_TEST

START_TEST(nobody_raises_a_finding_about_the_own_department_or_one_just_left)
{
	accounts();
	struct work own = raising(AUDITOR, DEPARTMENT_C), left = raising(AUDITOR_OF_A, DEPARTMENT_A);
	ck_assert_int_eq(try(&own), ERR_DENIED);
	ck_assert_int_eq(try(&left), ERR_DENIED);
	now = instant_of_day(day_of(2027, 7, 3)) + NOON; /* twelve months later */
	left = raising(AUDITOR_OF_A, DEPARTMENT_A);
	ck_assert_int_eq(try(&left), ERR_NONE);
}
END_TEST

/* E came out of A, which has ended; D stands under B. */
START_TEST(what_a_department_came_out_of_and_what_is_under_it_are_the_own_one_as_well)
{
	accounts();
	change("UPDATE department SET valid_from = 20637, valid_to = NULL WHERE id IN (4, 5);"
	       "UPDATE department_term SET valid_from = 20637 WHERE department_id = 5;"
	       "UPDATE department_term SET parent_id = 2 WHERE department_id = 4;"
	       "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (1, 5, 20637);"
	       "INSERT INTO post (person_id, department_id, main, valid_from, valid_to)"
	       " VALUES (43, 4, 0, 20637, NULL)");
	struct work successor = raising(AUDITOR_OF_A, 5), above = raising(AUDITOR_OF_A, DEPARTMENT_B);
	ck_assert_int_eq(try(&successor), ERR_DENIED);
	ck_assert_int_eq(try(&above), ERR_DENIED);
	struct work others[] = {raising(AUDITOR, 5), raising(AUDITOR, DEPARTMENT_B)};
	ck_assert_int_eq(try(&others[0]), ERR_NONE);
	ck_assert_int_eq(try(&others[1]), ERR_NONE);
}
END_TEST

START_TEST(who_raised_it_does_not_confirm_it_and_others_have_no_say)
{
	accounts();
	int64_t id = raised(LEAD, DEPARTMENT_A);
	ck_assert_int_eq(move(STAFF, id, "check", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "confirm", ""), ERR_INPUT);
	ck_assert_int_eq(move(MANAGER_B, id, "object", "違う"), ERR_DENIED);
	ck_assert_int_eq(move(MANAGER_A, id, "object", "記載はある"), ERR_NONE);
	ck_assert_int_eq(look(id).state, FINDING_RAISED);
}
END_TEST

/* One account may be auditor, lead and manager at once: of its own department it is the manager only. */
START_TEST(one_person_does_not_judge_what_the_same_person_does)
{
	accounts();
	struct work raises = raising(EVERYTHING, DEPARTMENT_A);
	ck_assert_int_eq(try(&raises), ERR_DENIED);
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	ck_assert_int_eq(move(EVERYTHING, id, "check", ""), ERR_DENIED);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "confirm", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "confirm", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "notify", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "notify", ""), ERR_NONE);
	ck_assert_int_eq(plan(EVERYTHING, id, "様式を改める", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "approve", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "start", ""), ERR_NONE);
	ck_assert_int_eq(report(EVERYTHING, id, day_of(2026, 11, 1)), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "report", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "verify", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "verify", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "close", "よい"), ERR_DENIED);
	int64_t elsewhere = raised(EVERYTHING, DEPARTMENT_B);
	ck_assert_int_eq(move(EVERYTHING, elsewhere, "check", ""), ERR_NONE);
}
END_TEST

START_TEST(a_lead_who_belongs_to_the_department_or_just_left_decides_nothing_of_it)
{
	accounts();
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	ck_assert_int_eq(move(AUDITOR_OF_A, id, "check", ""), ERR_DENIED);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD_OF_A, id, "confirm", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD_OF_A, id, "withdraw", "事実でない"), ERR_DENIED);
	ck_assert_int_eq(look(id).state, FINDING_CHECKING);
	int64_t elsewhere = raised(AUDITOR, DEPARTMENT_B);
	ck_assert_int_eq(move(LEAD_OF_A, elsewhere, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD_OF_A, elsewhere, "confirm", ""), ERR_NONE);
}
END_TEST

Suite *findings_suite(void);
Suite *
findings_suite(void)
{
	Suite *suite = suite_create("findings");
	TCase *t = tcase_create("findings");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_finding_goes_from_being_raised_to_being_closed);
	tcase_add_test(t, a_plan_that_was_given_back_is_not_approved_as_it_is);
	tcase_add_test(t, somebody_of_the_department_is_put_in_charge_of_a_plan);
	tcase_add_test(t, a_report_that_was_given_back_is_written_anew);
	tcase_add_test(t, nobody_raises_a_finding_about_the_own_department_or_one_just_left);
	tcase_add_test(t, what_a_department_came_out_of_and_what_is_under_it_are_the_own_one_as_well);
	tcase_add_test(t, who_raised_it_does_not_confirm_it_and_others_have_no_say);
	tcase_add_test(t, one_person_does_not_judge_what_the_same_person_does);
	tcase_add_test(t, a_lead_who_belongs_to_the_department_or_just_left_decides_nothing_of_it);
	suite_add_tcase(suite, t);
	return suite;
}
