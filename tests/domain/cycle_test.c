#include <check.h>
#include <stdio.h>
#include <string.h>

#include "domain/cycle.h"
#include "domain/role.h"

/* What may follow what, by hand: a row a state, in the order of the states. */
static const char *const allowed[CYCLE_STATES] = {
	" approve ",
	" withdraw open ",
	" grace confirm ",
	" confirm ",
	" finalise reopen ",
	" report reopen ",
	" improve reopen ",
	" end reopen ",
	" reopen ",
};

START_TEST(every_move_is_made_out_of_its_states_and_no_other)
{
	static const char *const names[] = {"approve", "withdraw", "open", "grace", "confirm", "finalise",
		"report", "improve", "end", "reopen", "close", ""};
	for (enum cycle_state from = CYCLE_PREPARED; from < CYCLE_STATES; from++)
		for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
			struct err e = {0};
			char word[16];
			snprintf(word, sizeof word, " %s ", names[i]);
			bool may = strstr(allowed[from], word) != NULL;
			const struct cycle_move *m = cycle_move_find(from, names[i], &e);
			ck_assert_msg((m != NULL) == may, "%s from %s", names[i], cycle_state_key(from));
			if (!may)
				ck_assert_int_eq(e.kind, ERR_CONFLICT);
		}
}
END_TEST

START_TEST(going_back_needs_a_reason_and_final_figures_a_new_edition)
{
	for (size_t i = 0; i < cycle_move_count; i++) {
		const struct cycle_move *m = &cycle_moves[i];
		ck_assert_int_eq(m->reason, m->to < m->from);
		ck_assert_int_eq(m->edition, cycle_final(m->from) && m->to < m->from);
		ck_assert(m->to == m->from + 1 || m->to < m->from || strcmp(m->name, "confirm") == 0);
	}
}
END_TEST

START_TEST(states_are_known_by_their_keys)
{
	for (enum cycle_state s = CYCLE_PREPARED; s < CYCLE_STATES; s++)
		ck_assert_int_eq(cycle_state_of(cycle_state_key(s)), s);
	ck_assert_int_eq(cycle_state_of("closed"), CYCLE_STATES);
	for (enum cycle_state s = CYCLE_PREPARED; s < CYCLE_STATES; s++) {
		ck_assert_int_eq(cycle_opened(s), s >= CYCLE_OPEN);
		ck_assert(!(cycle_live(s) && cycle_final(s)));
		ck_assert_int_eq(cycle_live(s) || cycle_final(s), cycle_opened(s));
		ck_assert(!cycle_answers(s) || cycle_live(s));
	}
}
END_TEST

START_TEST(viewpoint_23_the_due_day_counts_to_its_last_second)
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
	tcase_add_test(t, every_move_is_made_out_of_its_states_and_no_other);
	tcase_add_test(t, going_back_needs_a_reason_and_final_figures_a_new_edition);
	tcase_add_test(t, states_are_known_by_their_keys);
	tcase_add_test(t, viewpoint_23_the_due_day_counts_to_its_last_second);
	tcase_add_test(t, role_keys_read_back);
	suite_add_tcase(s, t);
	return s;
}
