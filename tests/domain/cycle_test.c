#include <check.h>

#include "domain/cycle.h"
#include "domain/role.h"

START_TEST(a_cycle_opens_closes_and_may_open_again)
{
	struct err e = {0};
	for (int from = CYCLE_PREPARED; from <= CYCLE_CLOSED; from++)
		for (int to = CYCLE_PREPARED; to <= CYCLE_CLOSED; to++) {
			bool may = (to == CYCLE_OPEN && from != CYCLE_OPEN) ||
				   (from == CYCLE_OPEN && to == CYCLE_CLOSED);
			ck_assert_msg(cycle_may_move(from, to, &e) == may, "%s to %s", cycle_state_key(from),
				cycle_state_key(to));
			if (!may)
				ck_assert_int_eq(e.kind, ERR_CONFLICT);
		}
}
END_TEST

START_TEST(the_due_day_counts_to_its_last_second)
{
	day_t due = day_of(2026, 10, 30);
	instant_t last = instant_of_day(due) + 24 * 3600 - 1;
	ck_assert(!cycle_is_late(due, last));
	ck_assert(cycle_is_late(due, last + 1));
	ck_assert(!cycle_is_late(due, last - 86400 * 10));
}
END_TEST

START_TEST(role_keys_read_back)
{
	static const char *const keys[] = {"staff", "manager", "auditor", "management", "admin"};
	for (unsigned i = 0; i < 5; i++) {
		ck_assert_uint_eq(role_parse(keys[i]), 1u << i);
		ck_assert_str_eq(role_key(1 << i), keys[i]);
	}
	ck_assert_uint_eq(role_parse("root"), 0);
	ck_assert_uint_eq(role_parse(""), 0);
}
END_TEST

Suite *cycle_suite(void);
Suite *
cycle_suite(void)
{
	Suite *s = suite_create("cycle");
	TCase *t = tcase_create("cycle");
	tcase_add_test(t, a_cycle_opens_closes_and_may_open_again);
	tcase_add_test(t, the_due_day_counts_to_its_last_second);
	tcase_add_test(t, role_keys_read_back);
	suite_add_tcase(s, t);
	return s;
}
