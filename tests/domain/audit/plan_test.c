/* Every actor tries every move in every state of a plan of audits. */
#include <check.h>
#include <string.h>

#include "domain/audit/plan.h"

static const char *const names[] = {"submit", "approve", "return", "revise", "dance"};
static const struct {
	enum audit_plan_state state;
	const char *lead, *management;
} may[] = {
	{AUDIT_PLAN_DRAFTED, "submit", ""},
	{AUDIT_PLAN_SUBMITTED, "", "approve return"},
	{AUDIT_PLAN_APPROVED, "revise", ""},
	{AUDIT_PLAN_RETURNED, "submit", ""},
};

START_TEST(every_actor_tries_every_move_in_every_state)
{
	ck_assert_uint_eq(sizeof may / sizeof *may, AUDIT_PLAN_STATES);
	for (size_t s = 0; s < AUDIT_PLAN_STATES; s++)
		for (size_t n = 0; n < sizeof names / sizeof *names; n++)
			for (unsigned actors = 0; actors < 4; actors++) {
				struct err e = {0};
				bool lead = strstr(may[s].lead, names[n]) != NULL;
				bool management = strstr(may[s].management, names[n]) != NULL;
				bool can = (lead && (actors & AUDIT_PLAN_LEAD) != 0) ||
					   (management && (actors & AUDIT_PLAN_MANAGEMENT) != 0);
				ck_assert(can == (audit_plan_move_find(
							  may[s].state, names[n], actors, true, &e) != NULL));
				ck_assert_int_eq(e.kind, can                  ? ERR_NONE
							 : lead || management ? ERR_DENIED
									      : ERR_CONFLICT);
			}
}
END_TEST

START_TEST(changing_an_approved_plan_needs_a_reason_and_approving_raises_the_edition)
{
	struct err e = {0};
	ck_assert_ptr_null(audit_plan_move_find(AUDIT_PLAN_APPROVED, "revise", AUDIT_PLAN_LEAD, false, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	for (size_t i = 0; i < audit_plan_move_count; i++)
		ck_assert_int_eq(
			audit_plan_moves[i].edition, strcmp(audit_plan_moves[i].name, "approve") == 0);
}
END_TEST

START_TEST(a_mid_term_plan_is_of_three_or_five_years)
{
	ck_assert(audit_plan_years_fit(AUDIT_PLAN_MID, 3) && audit_plan_years_fit(AUDIT_PLAN_MID, 5));
	ck_assert(!audit_plan_years_fit(AUDIT_PLAN_MID, 4) && !audit_plan_years_fit(AUDIT_PLAN_MID, 1));
	ck_assert(audit_plan_years_fit(AUDIT_PLAN_YEAR, 1) && !audit_plan_years_fit(AUDIT_PLAN_YEAR, 3));
}
END_TEST

Suite *plan_suite(void);
Suite *
plan_suite(void)
{
	Suite *s = suite_create("plan");
	TCase *t = tcase_create("plan");
	tcase_add_test(t, every_actor_tries_every_move_in_every_state);
	tcase_add_test(t, changing_an_approved_plan_needs_a_reason_and_approving_raises_the_edition);
	tcase_add_test(t, a_mid_term_plan_is_of_three_or_five_years);
	suite_add_tcase(s, t);
	return s;
}
