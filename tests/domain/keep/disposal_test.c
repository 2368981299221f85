#include <check.h>

#include "domain/keep/disposal.h"
#include "domain/organisation/role.h"

/* By hand: in which states each act is possible for whoever may, proposed first and done last. */
static const char *const possible[DISPOSAL_ACTS] = {
	[DISPOSAL_WITHDRAW] = "x--x--",
	[DISPOSAL_APPROVE] = "x-----",
	[DISPOSAL_DECLINE] = "x-----",
	[DISPOSAL_GO_ON] = "---xx-",
};
/* By hand: who may, in the order of the roles: staff, manager, auditor, management, secretariat. */
static const char *const allowed[DISPOSAL_ACTS] = {
	[DISPOSAL_WITHDRAW] = "----x",
	[DISPOSAL_APPROVE] = "---xx",
	[DISPOSAL_DECLINE] = "---xx",
	[DISPOSAL_GO_ON] = "---xx",
};

static void
try(enum disposal_act a, enum disposal_state s, unsigned role, bool proposer)
{
	struct err e = {0};
	bool judges = a == DISPOSAL_APPROVE || a == DISPOSAL_DECLINE;
	bool theirs = allowed[a][role] == 'x', now = possible[a][s] == 'x';
	bool may = theirs && now && !(judges && proposer);
	ck_assert_msg(disposal_may(a, s, 1u << role, proposer, &e) == may, "%s of %s by role %u",
		disposal_act_key(a), disposal_state_key(s), role);
	if (!may)
		ck_assert_int_eq(e.kind, theirs && !now ? ERR_CONFLICT : ERR_DENIED);
}

START_TEST(each_does_what_is_theirs_when_it_is_the_time_and_nobody_judges_his_own)
{
	for (enum disposal_act a = 0; a < DISPOSAL_ACTS; a++)
		for (enum disposal_state s = 0; s < DISPOSAL_STATES; s++)
			for (unsigned role = 0; role < 5; role++) {
				try(a, s, role, false);
				try(a, s, role, true);
			}
}
END_TEST

START_TEST(who_has_two_roles_still_does_not_judge_his_own)
{
	unsigned both = ROLE_ADMIN | ROLE_MANAGEMENT;
	ck_assert(!disposal_may(DISPOSAL_APPROVE, DISPOSAL_PROPOSED, both, true, NULL));
	ck_assert(disposal_may(DISPOSAL_APPROVE, DISPOSAL_PROPOSED, both, false, NULL));
	ck_assert(disposal_may(DISPOSAL_WITHDRAW, DISPOSAL_PROPOSED, both, true, NULL));
}
END_TEST

START_TEST(only_the_secretariat_proposes)
{
	for (unsigned role = ROLE_STAFF; role <= ROLE_ADMIN; role <<= 1) {
		struct err e = {0};
		ck_assert_int_eq(disposal_may_propose(role, &e), role == ROLE_ADMIN);
		ck_assert_int_eq(e.kind, role == ROLE_ADMIN ? ERR_NONE : ERR_DENIED);
	}
}
END_TEST

START_TEST(an_act_leads_to_its_state)
{
	ck_assert_int_eq(disposal_after(DISPOSAL_WITHDRAW, DISPOSAL_APPROVED), DISPOSAL_WITHDRAWN);
	ck_assert_int_eq(disposal_after(DISPOSAL_APPROVE, DISPOSAL_PROPOSED), DISPOSAL_APPROVED);
	ck_assert_int_eq(disposal_after(DISPOSAL_DECLINE, DISPOSAL_PROPOSED), DISPOSAL_DECLINED);
	ck_assert_int_eq(disposal_after(DISPOSAL_GO_ON, DISPOSAL_RUNNING), DISPOSAL_RUNNING);
}
END_TEST

START_TEST(keys_read_back)
{
	enum disposal_act act;
	for (enum disposal_state s = 0; s < DISPOSAL_STATES; s++)
		ck_assert_int_eq(disposal_state_of(disposal_state_key(s)), s);
	ck_assert_int_eq(disposal_state_of("gone"), DISPOSAL_STATES);
	for (enum disposal_act a = 0; a < DISPOSAL_ACTS; a++) {
		ck_assert(disposal_act_parse(disposal_act_key(a), &act));
		ck_assert_int_eq(act, a);
	}
	ck_assert(!disposal_act_parse("propose", &act));
}
END_TEST

Suite *disposal_suite(void);
Suite *
disposal_suite(void)
{
	Suite *s = suite_create("disposal");
	TCase *t = tcase_create("disposal");
	tcase_add_test(t, each_does_what_is_theirs_when_it_is_the_time_and_nobody_judges_his_own);
	tcase_add_test(t, who_has_two_roles_still_does_not_judge_his_own);
	tcase_add_test(t, only_the_secretariat_proposes);
	tcase_add_test(t, an_act_leads_to_its_state);
	tcase_add_test(t, keys_read_back);
	suite_add_tcase(s, t);
	return s;
}
