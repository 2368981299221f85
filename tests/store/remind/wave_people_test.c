#include "domain/remind/ladder.h"
#include "store/remind/reminders.h"
#include "store/small.h"

/* 総務課 A (managers 11 and 13), 業務課 B (manager 21), 監査委員事務局 C (nobody is its
 * manager); everybody has a sheet that waits, 11 21 and one of C those of their sections too. */

static struct small small;
static day_t today;

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
change(const char *script)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(small.store), script_work, (void *)(uintptr_t)script, &e), "%s",
		e.text);
}

static void
setup(void)
{
	small_setup(&small);
	today = day_of(2026, 11, 2);
}

static void
teardown(void)
{
	small_teardown(&small);
}

struct planning {
	struct wave wave;
	int64_t last;
};

static bool
plan_work(struct db *db, struct piece *p, struct err *e)
{
	struct planning *w = p->with;
	if (!wave_begin(db, &w->wave, &w->wave.id, e))
		return false;
	do
		if (!wave_plan(db, &w->wave, true, 2, &w->last, today, e))
			return false;
	while (w->last != 0);
	return true;
}

/* Persons in state (any: NULL) of a wave planned anew, in their order: "11 21". */
static const char *
planned(enum rung_to to, const char *state)
{
	static int waves;
	struct err e = {0};
	struct rows r;
	struct planning w = {.wave = {.cycle_id = small.cycle.id,
				     .cycle_title = "試行",
				     .due_day = small.cycle.due_day,
				     .day = today,
				     .rung = arena_printf(small.body.arena, "r%d", waves++),
				     .to = to,
				     .subject = "件名",
				     .text = "本文",
				     .planned_at = instant_of_day(today)}};
	ck_assert_msg(writer_run(store_writer(small.store), plan_work, &w, &e), "%s", e.text);
	ck_assert(db_query(small.db, &r, &e,
		"SELECT coalesce(group_concat(person_id, ' '), '') FROM (SELECT person_id FROM reminder"
		" WHERE wave_id = $1 AND ($2 IS NULL OR state = $2) ORDER BY person_id)",
		"is", w.wave.id, state));
	ck_assert(rows_next(&r));
	const char *list = row_text(&r, 0, small.body.arena);
	ck_assert(rows_end(&r, &e));
	return list;
}

static struct wave_reach
reach(enum rung_to to)
{
	struct err e = {0};
	struct wave_reach out;
	struct wave w = {.cycle_id = small.cycle.id, .to = to};
	ck_assert_msg(wave_reach(small.db, small.body.arena, &w, today, &out, &e), "%s", e.text);
	return out;
}

START_TEST(everybody_whose_sheet_waits_is_reminded_and_nobody_else)
{
	ck_assert_str_eq(planned(RUNG_PERSON, NULL), "11 12 13 21 22 31");
	change("UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE person_id IN (12, 13);"
	       "UPDATE sheet SET returned_at = 6 WHERE person_id = 13;"
	       "UPDATE sheet SET excluded_at = 5 WHERE person_id = 22;"
	       "UPDATE person SET left_day = 20758 WHERE id = 31");
	ck_assert_int_eq(today, 20759);                           /* 31 left the day before */
	ck_assert_str_eq(planned(RUNG_PERSON, NULL), "11 13 21"); /* 13: returned, so it waits again */
}
END_TEST

START_TEST(who_is_on_leave_is_on_record_but_not_written_to)
{
	change("UPDATE person SET mail = number || '@water.example';"
	       "INSERT INTO absence VALUES (12, 20700, NULL, '育休'), (22, 20700, 20758, '休職'),"
	       " (31, 20760, NULL, '休職')");
	ck_assert_str_eq(planned(RUNG_PERSON, "absent"), "12"); /* 22 is back since today, 31 goes tomorrow */
	ck_assert_str_eq(planned(RUNG_PERSON, "planned"), "11 13 21 22 31");
	struct wave_reach r = reach(RUNG_PERSON);
	ck_assert_int_eq(r.with, 5);
	ck_assert_int_eq(r.absent, 1);
}
END_TEST

START_TEST(who_has_no_mail_is_told_by_hand)
{
	change("UPDATE person SET mail = number || '@water.example' WHERE id <> 22");
	ck_assert_str_eq(planned(RUNG_PERSON, "by_hand"), "22");
	ck_assert_int_eq(reach(RUNG_PERSON).without, 1);
}
END_TEST

START_TEST(a_transfer_moves_neither_the_sheet_nor_the_section_it_is_counted_in)
{
	change("UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id = 2 AND person_id <> "
	       "22;"
	       "UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id = 1;"
	       "UPDATE post SET valid_to = 20700 WHERE person_id = 22;"
	       "INSERT INTO post (person_id, department_id, valid_from) VALUES (22, 1, 20701)");
	ck_assert_str_eq(planned(RUNG_PERSON, NULL), "22 31");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "21");
}
END_TEST

START_TEST(a_manager_who_has_not_answered_is_reminded_and_told)
{
	change("UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id <> 2 OR person_id <> "
	       "21");
	ck_assert_str_eq(planned(RUNG_PERSON, NULL), "21");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "21");
}
END_TEST

START_TEST(a_new_manager_is_told_in_place_of_the_one_before)
{
	change("UPDATE post SET valid_to = 20700 WHERE person_id = 21;"
	       "INSERT INTO post (person_id, department_id, valid_from) VALUES (21, 3, 20701);"
	       "UPDATE account SET roles = roles | 2 WHERE person_id = 22");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "11 13 21 22"); /* 21 is C's now, 22 B's */
}
END_TEST

START_TEST(who_manages_a_section_beside_another_is_told_of_both)
{
	change("INSERT INTO post (person_id, department_id, main, valid_from) VALUES (21, 3, 0, 0),"
	       " (21, 1, 0, 0)");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "11 13 21");
	change("UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id IN (1, 2)");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "21"); /* of C, which has no other */
	change("UPDATE sheet SET submitted = NULL WHERE department_id = 1;"
	       "UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id = 3");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "11 13"); /* A has managers of its own */
}
END_TEST

/* Vacant: the manager has left, is on leave, or the account is closed. */
START_TEST(where_the_managers_post_is_vacant_the_one_above_is_told_at_once)
{
	static const char *const vacant[] = {"UPDATE person SET left_day = 20758 WHERE id = 21",
		"INSERT INTO absence VALUES (21, 20700, NULL, '休職')",
		"UPDATE account SET active = 0 WHERE person_id = 21",
		"UPDATE account SET roles = 1 WHERE person_id = 21"};
	change("UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id <> 2;"
	       "UPDATE department_term SET parent_id = 1 WHERE department_id = 2");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "21");
	change(vacant[_i]);
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "11 13");
}
END_TEST

START_TEST(the_head_is_the_nearest_manager_above)
{
	change("UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id <> 2;"
	       "UPDATE department_term SET parent_id = 3 WHERE department_id = 2;"
	       "UPDATE department_term SET parent_id = 1 WHERE department_id = 3");
	ck_assert_str_eq(planned(RUNG_HEAD, NULL), "11 13"); /* C, the parent, has no manager */
	change("UPDATE account SET roles = roles | 2 WHERE person_id = 31");
	ck_assert_str_eq(planned(RUNG_HEAD, NULL), "31");
}
END_TEST

START_TEST(departments_that_stand_in_a_circle_end_somewhere)
{
	change("UPDATE department_term SET parent_id = 3 WHERE department_id = 2;"
	       "UPDATE department_term SET parent_id = 2 WHERE department_id = 3");
	ck_assert_str_eq(planned(RUNG_HEAD, NULL), "21"); /* of B as the nearest above itself, and of C */
}
END_TEST

START_TEST(without_anybody_above_it_is_the_management)
{
	ck_assert_str_eq(planned(RUNG_HEAD, NULL), "");
	change("UPDATE account SET roles = roles | 8 WHERE person_id = 12");
	ck_assert_str_eq(planned(RUNG_HEAD, NULL), "12");
	ck_assert_str_eq(planned(RUNG_MANAGER, NULL), "11 12 13 21"); /* 12 of C, which has no manager */
}
END_TEST

START_TEST(sections_of_which_nobody_can_be_told_are_named_before_and_on_record_after)
{
	ck_assert_str_eq(reach(RUNG_MANAGER).untold, "監査委員事務局");
	ck_assert_str_eq(reach(RUNG_PERSON).untold, "");
	planned(RUNG_MANAGER, NULL);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM event WHERE what = 'reminders_untold'"
					       " AND detail = '監査委員事務局'"),
		1);
	change("UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE department_id = 3");
	ck_assert_str_eq(reach(RUNG_MANAGER).untold, "");
}
END_TEST

Suite *wave_people_suite(void);

Suite *
wave_people_suite(void)
{
	Suite *s = suite_create("wave_people");
	TCase *t = tcase_create("wave_people");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, everybody_whose_sheet_waits_is_reminded_and_nobody_else);
	tcase_add_test(t, who_is_on_leave_is_on_record_but_not_written_to);
	tcase_add_test(t, who_has_no_mail_is_told_by_hand);
	tcase_add_test(t, a_transfer_moves_neither_the_sheet_nor_the_section_it_is_counted_in);
	tcase_add_test(t, a_manager_who_has_not_answered_is_reminded_and_told);
	tcase_add_test(t, a_new_manager_is_told_in_place_of_the_one_before);
	tcase_add_test(t, who_manages_a_section_beside_another_is_told_of_both);
	tcase_add_loop_test(t, where_the_managers_post_is_vacant_the_one_above_is_told_at_once, 0, 4);
	tcase_add_test(t, the_head_is_the_nearest_manager_above);
	tcase_add_test(t, departments_that_stand_in_a_circle_end_somewhere);
	tcase_add_test(t, without_anybody_above_it_is_the_management);
	tcase_add_test(t, sections_of_which_nobody_can_be_told_are_named_before_and_on_record_after);
	suite_add_tcase(s, t);
	return s;
}
