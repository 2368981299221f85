#include <check.h>
#include <stdio.h>
#include <string.h>

#include "domain/cycle/cycle.h"
#include "domain/organisation/role.h"

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

/* 2026: opens Thursday 1 October, due Friday the 30th, grace to Friday 6 November. */
static struct cycle_days
october(void)
{
	return (struct cycle_days){.base = day_of(2026, 6, 1),
		.opens = day_of(2026, 10, 1),
		.due = day_of(2026, 10, 30),
		.grace = day_of(2026, 11, 6),
		.automatic = true};
}

static const char *
moves_on(enum cycle_state s, const struct cycle_days *d, int month, int day)
{
	const char *name = cycle_move_due(s, d, day_of(2026, month, day));
	return name != NULL ? name : "";
}

START_TEST(a_cycle_moves_by_itself_once_its_day_has_come)
{
	struct cycle_days d = october();
	ck_assert_str_eq(moves_on(CYCLE_PREPARED, &d, 10, 5), ""); /* nobody has approved the questions */
	ck_assert_str_eq(moves_on(CYCLE_APPROVED, &d, 9, 30), "");
	ck_assert_str_eq(moves_on(CYCLE_APPROVED, &d, 10, 1), "open");
	ck_assert_str_eq(moves_on(CYCLE_OPEN, &d, 10, 30), ""); /* to its last second */
	ck_assert_str_eq(moves_on(CYCLE_OPEN, &d, 10, 31), "grace");
	ck_assert_str_eq(moves_on(CYCLE_GRACE, &d, 11, 6), "");
	ck_assert_str_eq(moves_on(CYCLE_GRACE, &d, 11, 7), "confirm");
	for (enum cycle_state s = CYCLE_CONFIRMING; s < CYCLE_STATES; s++)
		ck_assert_str_eq(moves_on(s, &d, 12, 31), ""); /* people decide */
	d.grace = 0;
	ck_assert_str_eq(moves_on(CYCLE_OPEN, &d, 10, 31), "confirm");
	d.automatic = false;
	ck_assert_str_eq(moves_on(CYCLE_OPEN, &d, 10, 31), "");
}
END_TEST

START_TEST(days_stand_in_order)
{
	struct cycle_days d = october();
	struct err e = {0};
	ck_assert(cycle_days_check(&d, &e));
	d.grace = d.due;
	ck_assert(!cycle_days_check(&d, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	d.grace = 0;
	ck_assert(cycle_days_check(&d, &e));
	d.due = d.opens; /* a day's check */
	ck_assert(cycle_days_check(&d, &e));
	d.due = d.opens - 1;
	ck_assert(!cycle_days_check(&d, &e));
}
END_TEST

START_TEST(what_was_approved_and_what_has_happened_is_not_set_any_more)
{
	ck_assert_uint_eq(cycle_settable(CYCLE_PREPARED),
		CYCLE_RULES | CYCLE_BEGIN | CYCLE_DUE | CYCLE_GRACE_DAY);
	ck_assert_uint_eq(cycle_settable(CYCLE_APPROVED), CYCLE_BEGIN | CYCLE_DUE | CYCLE_GRACE_DAY);
	ck_assert_uint_eq(cycle_settable(CYCLE_OPEN), CYCLE_DUE | CYCLE_GRACE_DAY);
	ck_assert_uint_eq(cycle_settable(CYCLE_GRACE), CYCLE_GRACE_DAY);
	for (enum cycle_state s = CYCLE_CONFIRMING; s < CYCLE_STATES; s++)
		ck_assert_uint_eq(cycle_settable(s), 0);
}
END_TEST

static unsigned
doubts_of(struct cycle_days d, enum cycle_state s)
{
	static const struct calendar plain = {.december_from = 29, .january_to = 3};
	return cycle_doubts(&d, 2026, s, &plain, day_of(2026, 9, 1));
}

START_TEST(unlucky_days_are_named)
{
	struct cycle_days d = october();
	ck_assert_uint_eq(doubts_of(d, CYCLE_PREPARED), 0);
	d.due = day_of(2026, 11, 3); /* 文化の日, a Tuesday */
	ck_assert_uint_eq(doubts_of(d, CYCLE_PREPARED), 1u << DOUBT_DUE_CLOSED);
	ck_assert_uint_eq(doubts_of(d, CYCLE_OPEN), 1u << DOUBT_DUE_CLOSED);
	ck_assert_uint_eq(doubts_of(d, CYCLE_CONFIRMING), 0); /* it is over */
	d = october();
	d.grace = day_of(2026, 11, 7); /* a Saturday */
	ck_assert_uint_eq(doubts_of(d, CYCLE_GRACE), 1u << DOUBT_GRACE_CLOSED);
	d = october();
	d.opens = day_of(2026, 8, 31);
	ck_assert_uint_eq(doubts_of(d, CYCLE_APPROVED), 1u << DOUBT_OPENS_PAST);
	ck_assert_uint_eq(doubts_of(d, CYCLE_OPEN), 0);
	d = october();
	d.due = day_of(2027, 4, 1); /* a Thursday of fiscal 2027 */
	d.grace = 0;
	ck_assert_uint_eq(doubts_of(d, CYCLE_PREPARED), 1u << DOUBT_OUTSIDE);
	d = october();
	d.base = day_of(2025, 6, 1); /* last year's was left standing */
	ck_assert_uint_eq(doubts_of(d, CYCLE_PREPARED), 1u << DOUBT_BASE);
	for (enum cycle_doubt i = 0; i < DOUBTS; i++)
		ck_assert(*cycle_doubt_key(i) != '\0');
}
END_TEST

START_TEST(role_keys_read_back)
{
	static const char *const keys[] = {"staff", "manager", "auditor", "management", "admin", "lead"};
	for (unsigned i = 0; i < 6; i++) {
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
	tcase_add_test(t, a_cycle_moves_by_itself_once_its_day_has_come);
	tcase_add_test(t, days_stand_in_order);
	tcase_add_test(t, what_was_approved_and_what_has_happened_is_not_set_any_more);
	tcase_add_test(t, unlucky_days_are_named);
	tcase_add_test(t, role_keys_read_back);
	suite_add_tcase(s, t);
	return s;
}
