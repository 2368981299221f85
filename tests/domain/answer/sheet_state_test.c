#include <check.h>
#include <string.h>

#include "domain/answer/sheet_state.h"

/* Every combination of what can be recorded, with the state it makes. */
START_TEST(what_is_recorded_makes_the_state)
{
	for (unsigned bits = 0; bits < 32; bits++)
		for (enum cycle_state c = CYCLE_OPEN; c < CYCLE_STATES; c++) {
			struct sheet_facts f = {c, bits & 1, bits & 2, bits & 4, bits & 8, bits & 16, false};
			enum sheet_state s = sheet_state_of(&f);
			if (bits & 16)
				ck_assert_int_eq(s, SHEET_EXCLUDED);
			else if (!(bits & 2))
				ck_assert_int_eq(s, (bits & 1) ? SHEET_DRAFT : SHEET_FRESH);
			else if (c >= CYCLE_FINAL)
				ck_assert_int_eq(s, SHEET_FIXED);
			else if (bits & 4)
				ck_assert_int_eq(s, SHEET_RETURNED);
			else
				ck_assert_int_eq(s, (bits & 8) ? SHEET_CONFIRMED : SHEET_SUBMITTED);
		}
}
END_TEST

/* Who may do what when, by hand: the states in which it is allowed, by the first letters of
 * fresh, draft, submitted, returned, confirmed, excluded, in the three states of a cycle that runs. */
static const struct {
	enum sheet_action action;
	enum sheet_actor actor;
	const char *open, *grace, *confirming;
} allowed[] = {
	{SHEET_ANSWER, ACTOR_OWNER, "fdsr", "fdr", "r"},
	{SHEET_ANSWER, ACTOR_MANAGER, NULL, NULL, NULL},
	{SHEET_ANSWER, ACTOR_SECRETARIAT, NULL, NULL, NULL},
	{SHEET_PROXY, ACTOR_OWNER, NULL, NULL, NULL},
	{SHEET_PROXY, ACTOR_MANAGER, "f", "f", ""},
	{SHEET_PROXY, ACTOR_SECRETARIAT, "fdsr", "fdr", "r"},
	{SHEET_RETURN, ACTOR_OWNER, NULL, NULL, NULL},
	{SHEET_RETURN, ACTOR_MANAGER, "sc", "sc", "sc"},
	{SHEET_RETURN, ACTOR_SECRETARIAT, "sc", "sc", "sc"},
	{SHEET_CONFIRM, ACTOR_OWNER, NULL, NULL, NULL},
	{SHEET_CONFIRM, ACTOR_MANAGER, "s", "s", "s"},
	{SHEET_CONFIRM, ACTOR_SECRETARIAT, "s", "s", "s"},
	{SHEET_EXCLUDE, ACTOR_OWNER, NULL, NULL, NULL},
	{SHEET_EXCLUDE, ACTOR_MANAGER, NULL, NULL, NULL},
	{SHEET_EXCLUDE, ACTOR_SECRETARIAT, "fdsrc", "fdsrc", "fdsrc"},
	{SHEET_INCLUDE, ACTOR_OWNER, NULL, NULL, NULL},
	{SHEET_INCLUDE, ACTOR_MANAGER, NULL, NULL, NULL},
	{SHEET_INCLUDE, ACTOR_SECRETARIAT, "e", "e", "e"},
	{SHEET_ASSIGN, ACTOR_OWNER, NULL, NULL, NULL},
	{SHEET_ASSIGN, ACTOR_MANAGER, "fdsr", "fdsr", "fdsr"},
	{SHEET_ASSIGN, ACTOR_SECRETARIAT, "fdsr", "fdsr", "fdsr"},
};
enum { ROWS = sizeof allowed / sizeof *allowed };

static const struct {
	char letter;
	bool draft, submitted, returned, confirmed, excluded;
} states[] = {
	{'f', false, false, false, false, false},
	{'d', true, false, false, false, false},
	{'s', false, true, false, false, false},
	{'s', true, true, false, false, false}, /* being revised */
	{'r', false, true, true, false, false},
	{'c', false, true, false, true, false},
	{'e', false, true, false, false, true},
	{'e', false, false, false, false, true},
};

static void
try(size_t row, enum cycle_state cycle, size_t state)
{
	struct err e = {0};
	struct sheet_facts f = {cycle, states[state].draft, states[state].submitted, states[state].returned,
		states[state].confirmed, states[state].excluded, false};
	const char *letters = cycle == CYCLE_OPEN         ? allowed[row].open
			      : cycle == CYCLE_GRACE      ? allowed[row].grace
			      : cycle == CYCLE_CONFIRMING ? allowed[row].confirming
							  : "";
	bool may = letters != NULL && strchr(letters, states[state].letter) != NULL;
	ck_assert_msg(sheet_may(allowed[row].action, allowed[row].actor, &f, &e) == may,
		"action %d by %d in %s, sheet %c", allowed[row].action, allowed[row].actor,
		cycle_state_key(cycle), states[state].letter);
	if (allowed[row].open == NULL)
		ck_assert_int_eq(e.kind, ERR_DENIED);
	else if (!may)
		ck_assert_int_eq(e.kind, ERR_CONFLICT);
}

START_TEST(each_does_what_is_theirs_and_nothing_else)
{
	ck_assert_int_eq(ROWS, SHEET_ACTIONS * 3);
	for (size_t row = 0; row < ROWS; row++)
		for (enum cycle_state c = CYCLE_PREPARED; c < CYCLE_STATES; c++)
			for (size_t s = 0; s < sizeof states / sizeof *states; s++)
				try(row, c, s);
}
END_TEST

START_TEST(who_is_several_may_do_what_any_of_them_may)
{
	struct sheet_facts f = {.cycle = CYCLE_OPEN, .draft = true};
	ck_assert(!sheet_may(SHEET_PROXY, ACTOR_MANAGER, &f, NULL));
	ck_assert(sheet_may(SHEET_PROXY, ACTOR_MANAGER | ACTOR_SECRETARIAT, &f, NULL));
	ck_assert(!sheet_may(SHEET_PROXY, 0, &f, NULL));
}
END_TEST

START_TEST(a_submitted_sheet_that_is_asked_about_is_answered_like_a_returned_one)
{
	struct err e = {0};
	struct sheet_facts f = {.cycle = CYCLE_CONFIRMING, .submitted = true, .asked = true};
	ck_assert(sheet_may(SHEET_ANSWER, ACTOR_OWNER, &f, &e));
	ck_assert(!sheet_may(SHEET_ANSWER, ACTOR_MANAGER, &f, &e));
	ck_assert(
		sheet_may(SHEET_CONFIRM, ACTOR_MANAGER, &f, &e)); /* to the manager it looks like any other */
	ck_assert_int_eq(sheet_state_of(&f), SHEET_SUBMITTED);
	f.confirmed = true;
	ck_assert(!sheet_may(SHEET_ANSWER, ACTOR_OWNER, &f, &e));
	f = (struct sheet_facts){.cycle = CYCLE_FINAL, .submitted = true, .asked = true};
	ck_assert(!sheet_may(SHEET_ANSWER, ACTOR_OWNER, &f, &e));
}
END_TEST

Suite *sheet_state_suite(void);
Suite *
sheet_state_suite(void)
{
	Suite *s = suite_create("sheet_state");
	TCase *t = tcase_create("sheet_state");
	tcase_add_test(t, what_is_recorded_makes_the_state);
	tcase_add_test(t, each_does_what_is_theirs_and_nothing_else);
	tcase_add_test(t, who_is_several_may_do_what_any_of_them_may);
	tcase_add_test(t, a_submitted_sheet_that_is_asked_about_is_answered_like_a_returned_one);
	suite_add_tcase(s, t);
	return s;
}
