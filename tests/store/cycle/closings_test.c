#include "store/cycle/closings.h"

#include "store/body.h"
#include "store/setting.h"

static struct body body;
static struct db *db;

static void
setup(void)
{
	struct err e = {0};
	body_setup(&body);
	db = db_open(body.path, DB_WRITE, &e);
}

static void
teardown(void)
{
	db_close(db);
	body_teardown(&body);
}

START_TEST(own_closing_days_join_the_calendar_and_leave_it)
{
	struct err e = {0};
	struct calendar c;
	struct closing_row *list;
	size_t count;
	struct closing summer = {day_of(2026, 8, 13), day_of(2026, 8, 14), "夏季休業"};
	ck_assert_msg(closing_add(db, &summer, 0, 1000, &e), "%s", e.text);
	ck_assert(calendar_load(db, body.arena, &c, &e));
	ck_assert(day_is_closed(&c, day_of(2026, 8, 14)));
	ck_assert(day_is_closed(&c, day_of(2026, 12, 29))); /* as shipped */
	ck_assert(day_is_closed(&c, day_of(2025, 1, 3)));
	ck_assert(closings_list(db, body.arena, &list, &count, &e) && count == 1);
	ck_assert(closing_remove(db, list[0].id, 0, 2000, &e));
	ck_assert(calendar_load(db, body.arena, &c, &e));
	ck_assert(!day_is_closed(&c, day_of(2026, 8, 14)));
	ck_assert(!closing_remove(db, list[0].id, 0, 3000, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM event WHERE what LIKE 'closing_%'"), 2);
}
END_TEST

START_TEST(the_turn_of_the_year_is_a_setting)
{
	struct err e = {0};
	struct calendar c;
	ck_assert(setting_save(db, "closed_december_from", "0", &e));
	ck_assert(setting_save(db, "closed_january_to", "5", &e));
	ck_assert(calendar_load(db, body.arena, &c, &e));
	ck_assert(!day_is_closed(&c, day_of(2026, 12, 31)));
	ck_assert(day_is_closed(&c, day_of(2027, 1, 5)));
	ck_assert(!setting_save(db, "closed_january_to", "32", &e));
}
END_TEST

START_TEST(closing_days_that_make_no_sense_are_refused)
{
	const struct closing wrong[] = {{10, 9, "逆"}, {10, 10, ""}, {10, 10 + CLOSING_DAYS_MOST, "長い"},
		{10, 10,
			"ああああああああああああああああああああああああああああああああああああああああ"
			"あ"}};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct err e = {0};
		ck_assert(!closing_add(db, &wrong[i], 0, 1000, &e));
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM closing_day"), 0);
}
END_TEST

Suite *closings_suite(void);

Suite *
closings_suite(void)
{
	Suite *s = suite_create("closings");
	TCase *t = tcase_create("closings");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, own_closing_days_join_the_calendar_and_leave_it);
	tcase_add_test(t, the_turn_of_the_year_is_a_setting);
	tcase_add_test(t, closing_days_that_make_no_sense_are_refused);
	suite_add_tcase(s, t);
	return s;
}
