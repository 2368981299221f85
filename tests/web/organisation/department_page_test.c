/* What a department does, decided with a day, who approved it and why. */
#include "store/organisation/departments.h"
#include "web/body.h"

enum { ADMINISTRATOR = 4 };

static struct body *b;
static struct arena *arena;

static bool
department_make(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	struct department d = {.key = "010", .name = "総務課", .kind = "internal", .valid_from = 20000};
	return department_add(
		db, &d, &(struct decision){.approver = "", .reason = "", .now = clock_now()}, e);
}

static void
setup(void)
{
	b = body_start();
	body_write(b, department_make, NULL);
	arena = arena_create();
}

static void
teardown(void)
{
	arena_destroy(arena);
	body_stop(b);
}

static struct department
look(day_t day)
{
	struct err e = {0};
	struct department d;
	struct db *db = store_reader(b->store, &e);
	ck_assert_msg(department_find(db, arena, "010", day, &d, &e), "%s", e.text);
	return d;
}

static int
post(const char *fields)
{
	return body_as(b, ADMINISTRATOR, "POST", "/admin/departments/010", fields);
}

START_TEST(the_first_decision_counts_from_the_beginning_and_later_ones_from_their_day)
{
	day_t today = day_of_instant(clock_now());
	char yesterday[64];
	ck_assert_int_eq(post("flag-OUT=1&approver=CISO&reason=first"), 303);
	ck_assert_uint_eq(look(20000).flags, flag_parse("OUT"));
	ck_assert_str_eq(look(20000).approver, "CISO");
	strcpy(yesterday, "flag-NET=1&approver=CISO&reason=later&on=");
	day_format(today - 1, yesterday + strlen(yesterday));
	ck_assert_int_eq(post(yesterday), 303);
	ck_assert_uint_eq(look(today).flags, flag_parse("NET"));
	ck_assert_str_eq(look(today).reason, "later");
	ck_assert_uint_eq(look(today - 2).flags, flag_parse("OUT"));
}
END_TEST

START_TEST(a_day_that_is_none_or_lies_ahead_is_refused)
{
	day_t today = day_of_instant(clock_now());
	ck_assert_int_eq(post("flag-MYN=1&on=2026-02-30"), 400);
	ck_assert_int_eq(post("flag-MYN=1&on=2999-01-01"), 400);
	ck_assert_uint_eq(look(today).flags, 0);
}
END_TEST

Suite *department_page_suite(void);
Suite *
department_page_suite(void)
{
	Suite *s = suite_create("department_page");
	TCase *t = tcase_create("department_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_first_decision_counts_from_the_beginning_and_later_ones_from_their_day);
	tcase_add_test(t, a_day_that_is_none_or_lies_ahead_is_refused);
	suite_add_tcase(s, t);
	return s;
}
