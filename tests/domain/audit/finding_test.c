/* Every actor tries every move in every state of a finding; what may be done stands
 * below once more, by actor instead of by move. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "domain/audit/finding.h"

enum { ACTORS = 4, TODAY = 20000 };

static const struct {
	enum finding_state state;
	const char *may[ACTORS]; /* auditor, lead, auditee, management */
} expected[] = {
	{FINDING_RAISED, {"check withdraw", "check withdraw", "", ""}},
	{FINDING_CHECKING, {"", "withdraw confirm", "object", ""}},
	{FINDING_CONFIRMED, {"", "notify", "", ""}},
	{FINDING_PLANNING, {"", "approve return", "", "approve return accept"}},
	{FINDING_PLANNED, {"", "", "start", ""}},
	{FINDING_DOING, {"", "", "report", "accept"}},
	{FINDING_REPORTED, {"return verify", "return verify", "", ""}},
	{FINDING_VERIFYING, {"return", "return close", "", ""}},
	{FINDING_CLOSED, {"", "revive", "", ""}},
	{FINDING_RETURNED, {"", "", "plan resume", "accept"}},
	{FINDING_ACCEPTED, {"", "revive", "", "revive"}},
	{FINDING_WITHDRAWN, {"", "", "", ""}},
};
static const char *const names[] = {"check", "withdraw", "object", "confirm", "notify", "approve", "return",
	"start", "report", "verify", "close", "plan", "resume", "accept", "revive"};
enum { NAMES = sizeof names / sizeof *names };

static bool
listed(const char *list, const char *name)
{
	char padded[128], word[32];
	snprintf(padded, sizeof padded, " %s ", list);
	snprintf(word, sizeof word, " %s ", name);
	return strstr(padded, word) != NULL;
}

static struct finding_facts
facts(enum finding_state s, unsigned actors)
{
	return (struct finding_facts){.state = s,
		.actors = actors,
		.planned = true,
		.approved = true,
		.reported = true,
		.reason = "確かめた",
		.today = TODAY,
		.expiry = TODAY + 1};
}

START_TEST(every_actor_tries_every_move_in_every_state)
{
	ck_assert_uint_eq(sizeof expected / sizeof *expected, FINDING_STATES);
	for (size_t s = 0; s < FINDING_STATES; s++)
		for (size_t n = 0; n < NAMES; n++)
			for (unsigned actors = 0; actors < 1u << ACTORS; actors++) {
				struct err e = {0};
				struct finding_facts f = facts(expected[s].state, actors);
				bool may = false, anybody = false;
				for (int a = 0; a < ACTORS; a++) {
					bool one = listed(expected[s].may[a], names[n]);
					anybody = anybody || one;
					may = may || (one && (actors & 1u << a) != 0);
				}
				const struct finding_move *m = finding_move_find(&f, names[n], &e);
				ck_assert_msg((m != NULL) == may, "%s %s %u", finding_state_key(f.state),
					names[n], actors);
				ck_assert_int_eq(e.kind, may       ? ERR_NONE
							 : anybody ? ERR_DENIED
								   : ERR_CONFLICT);
			}
}
END_TEST

static enum err_kind
refusal(struct finding_facts f, const char *name)
{
	struct err e = {0};
	ck_assert_ptr_null(finding_move_find(&f, name, &e));
	return e.kind;
}

/* 14 days for a plan, asked for on day 100. */
START_TEST(a_plan_is_waited_for_until_a_day_and_late_after_it)
{
	static const struct {
		enum finding_state state;
		bool planned;
		day_t due, until;
	} rows[] = {{FINDING_PLANNING, false, 0, 114}, {FINDING_PLANNING, true, 0, 0},
		{FINDING_PLANNING, false, 90, 114}, /* revived: what was due before is over */
		{FINDING_RETURNED, true, 0, 114}, {FINDING_RETURNED, true, 110, 110}, {FINDING_DOING, true, 300, 300},
		{FINDING_ACCEPTED, false, 300, 300}, {FINDING_RAISED, false, 0, 0}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_int_eq(
			finding_wait_day(rows[i].state, rows[i].planned, 100, rows[i].due, 14), rows[i].until);
	ck_assert(!finding_overdue(FINDING_PLANNING, 114, 114));
	ck_assert(finding_overdue(FINDING_PLANNING, 114, 115));
}
END_TEST

START_TEST(what_a_move_needs_must_be_there)
{
	struct finding_facts f = facts(FINDING_CHECKING, FINDING_LEAD);
	f.own = true;
	ck_assert_int_eq(refusal(f, "confirm"), ERR_INPUT);
	f = facts(FINDING_VERIFYING, FINDING_LEAD);
	f.reason = " \xE3\x80\x80\n";
	ck_assert_int_eq(refusal(f, "close"), ERR_INPUT);
	f.reason = NULL;
	ck_assert_int_eq(refusal(f, "return"), ERR_INPUT);
	f = facts(FINDING_PLANNING, FINDING_MANAGEMENT);
	f.planned = false;
	ck_assert_int_eq(refusal(f, "approve"), ERR_INPUT);
	f = facts(FINDING_DOING, FINDING_AUDITEE);
	f.reported = false;
	ck_assert_int_eq(refusal(f, "report"), ERR_INPUT);
	f = facts(FINDING_RETURNED, FINDING_AUDITEE);
	f.approved = false; /* the plan itself was given back */
	ck_assert_int_eq(refusal(f, "resume"), ERR_INPUT);
	f = facts(FINDING_DOING, FINDING_MANAGEMENT);
	f.expiry = TODAY; /* until a day that has come already */
	ck_assert_int_eq(refusal(f, "accept"), ERR_INPUT);
}
END_TEST

START_TEST(states_say_whether_they_count_and_whether_something_is_to_be_done)
{
	static const struct {
		enum finding_state state;
		bool counts, open;
	} rows[] = {
		{FINDING_RAISED, false, false},
		{FINDING_CHECKING, false, false},
		{FINDING_CONFIRMED, true, true},
		{FINDING_PLANNING, true, true},
		{FINDING_PLANNED, true, true},
		{FINDING_DOING, true, true},
		{FINDING_REPORTED, true, true},
		{FINDING_VERIFYING, true, true},
		{FINDING_CLOSED, true, false},
		{FINDING_RETURNED, true, true},
		{FINDING_ACCEPTED, true, false},
		{FINDING_WITHDRAWN, false, false},
	};
	for (size_t i = 0; i < FINDING_STATES; i++) {
		ck_assert_int_eq(finding_counts(rows[i].state), rows[i].counts);
		ck_assert_int_eq(finding_open(rows[i].state, TODAY, TODAY), rows[i].open);
		ck_assert_int_eq(finding_state_of(finding_state_key(rows[i].state)), rows[i].state);
	}
	ck_assert_int_eq(finding_state_of("gone"), FINDING_STATES);
	ck_assert_int_eq(finding_severity_of("minor"), SEVERITY_MINOR);
	ck_assert_int_eq(finding_severity_of("none"), SEVERITIES);
}
END_TEST

START_TEST(overdue_is_after_the_day_while_something_is_to_be_done)
{
	ck_assert(!finding_overdue(FINDING_DOING, TODAY, TODAY));
	ck_assert(finding_overdue(FINDING_DOING, TODAY - 1, TODAY));
	ck_assert(finding_overdue(FINDING_ACCEPTED, TODAY - 1, TODAY));
	ck_assert(finding_open(FINDING_ACCEPTED, TODAY - 1, TODAY));
	ck_assert(!finding_open(FINDING_CLOSED, TODAY - 1, TODAY));
	ck_assert(!finding_overdue(FINDING_CHECKING, TODAY - 1, TODAY));
	ck_assert(!finding_overdue(FINDING_CLOSED, TODAY - 1, TODAY));
	ck_assert(!finding_overdue(FINDING_DOING, 0, TODAY));
}
END_TEST

Suite *finding_suite(void);
Suite *
finding_suite(void)
{
	Suite *s = suite_create("finding");
	TCase *t = tcase_create("finding");
	tcase_add_test(t, every_actor_tries_every_move_in_every_state);
	tcase_add_test(t, a_plan_is_waited_for_until_a_day_and_late_after_it);
	tcase_add_test(t, what_a_move_needs_must_be_there);
	tcase_add_test(t, states_say_whether_they_count_and_whether_something_is_to_be_done);
	tcase_add_test(t, overdue_is_after_the_day_while_something_is_to_be_done);
	suite_add_tcase(s, t);
	return s;
}
