/* Every actor tries every move in every state of an audit; what may be done stands
 * below once more, by actor instead of by move. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "domain/audit/engagement.h"

enum { ACTORS = 3 };

static const struct {
	enum engagement_state state;
	const char *may[ACTORS]; /* member, lead, management */
} expected[] = {
	{ENGAGEMENT_DRAFTED, {"", "cancel", "approve cancel"}},
	{ENGAGEMENT_APPROVED, {"", "withdraw announce cancel", "withdraw cancel"}},
	{ENGAGEMENT_ANNOUNCED, {"request begin", "request begin cancel", "cancel"}},
	{ENGAGEMENT_REQUESTING, {"begin", "begin cancel", "cancel"}},
	{ENGAGEMENT_FIELDWORK, {"judge", "judge cancel", "cancel"}},
	{ENGAGEMENT_JUDGING, {"back", "back exchange cancel", "cancel"}},
	{ENGAGEMENT_EXCHANGING, {"", "back draft cancel", "cancel"}},
	{ENGAGEMENT_REPORTING, {"", "back fix cancel", "cancel"}},
	{ENGAGEMENT_FIXED, {"", "notify reopen", ""}},
	{ENGAGEMENT_NOTIFIED, {"", "present reopen", ""}},
	{ENGAGEMENT_PRESENTED, {"", "follow reopen", ""}},
	{ENGAGEMENT_FOLLOWING, {"", "complete", ""}},
	{ENGAGEMENT_COMPLETED, {"", "", ""}},
	{ENGAGEMENT_CANCELLED, {"", "", ""}},
};
static const char *const names[] = {"approve", "withdraw", "announce", "request", "begin", "judge", "back",
	"exchange", "draft", "fix", "notify", "present", "follow", "complete", "reopen", "cancel"};
enum { NAMES = sizeof names / sizeof *names };

static bool
listed(const char *list, const char *name)
{
	char padded[128], word[32];
	snprintf(padded, sizeof padded, " %s ", list);
	snprintf(word, sizeof word, " %s ", name);
	return strstr(padded, word) != NULL;
}

START_TEST(every_actor_tries_every_move_in_every_state)
{
	ck_assert_uint_eq(sizeof expected / sizeof *expected, ENGAGEMENT_STATES);
	for (size_t s = 0; s < ENGAGEMENT_STATES; s++)
		for (size_t n = 0; n < NAMES; n++)
			for (unsigned actors = 0; actors < 1u << ACTORS; actors++) {
				struct err e = {0};
				bool may = false, anybody = false;
				for (int a = 0; a < ACTORS; a++) {
					bool one = listed(expected[s].may[a], names[n]);
					anybody = anybody || one;
					may = may || (one && (actors & 1u << a) != 0);
				}
				const struct engagement_move *m =
					engagement_move_find(expected[s].state, names[n], actors, 0, &e);
				ck_assert_msg((m != NULL) == may, "%s %s %u",
					engagement_state_key(expected[s].state), names[n], actors);
				ck_assert_int_eq(e.kind, may       ? ERR_NONE
							 : anybody ? ERR_DENIED
								   : ERR_CONFLICT);
			}
}
END_TEST

static enum err_kind
refusal(enum engagement_state from, const char *name, unsigned unmet)
{
	struct err e = {0};
	ck_assert_ptr_null(
		engagement_move_find(from, name, ENGAGEMENT_LEAD | ENGAGEMENT_MANAGEMENT, unmet, &e));
	return e.kind;
}

START_TEST(what_must_hold_before_a_move)
{
	ck_assert_int_eq(refusal(ENGAGEMENT_DRAFTED, "approve", ENGAGEMENT_NEEDS_LEAD), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_DRAFTED, "approve", ENGAGEMENT_NEEDS_TARGET), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_FIELDWORK, "judge", ENGAGEMENT_NEEDS_JUDGED), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_FIELDWORK, "judge", ENGAGEMENT_NEEDS_LEAD), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_JUDGING, "exchange", ENGAGEMENT_NEEDS_SIGNED), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_JUDGING, "exchange", ENGAGEMENT_NEEDS_LEAD), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_EXCHANGING, "draft", ENGAGEMENT_NEEDS_LEAD), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_REPORTING, "fix", ENGAGEMENT_NEEDS_LEAD), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_REPORTING, "fix", ENGAGEMENT_NEEDS_FINDINGS), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_FOLLOWING, "complete", ENGAGEMENT_NEEDS_CLOSED), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_FIELDWORK, "cancel", ENGAGEMENT_NEEDS_REASON), ERR_INPUT);
	ck_assert_int_eq(refusal(ENGAGEMENT_REPORTING, "cancel", ENGAGEMENT_NEEDS_UNTOLD), ERR_CONFLICT);
	ck_assert_int_eq(refusal(ENGAGEMENT_FIXED, "reopen", ENGAGEMENT_NEEDS_REASON), ERR_INPUT);
}
END_TEST

START_TEST(a_need_of_another_move_is_no_hindrance)
{
	struct err e = {0};
	ck_assert_ptr_nonnull(engagement_move_find(
		ENGAGEMENT_FIXED, "notify", ENGAGEMENT_LEAD, ENGAGEMENT_NEEDS_CLOSED, &e));
}
END_TEST

START_TEST(only_reopening_raises_the_edition)
{
	for (size_t i = 0; i < engagement_move_count; i++)
		ck_assert_int_eq(
			engagement_moves[i].edition, strcmp(engagement_moves[i].name, "reopen") == 0);
}
END_TEST

/* 6 conform, 2 are observed, 1 minor, 1 major: 8 of 10; 3 do not apply, 4 were not checked. */
START_TEST(observations_conform_and_what_was_not_checked_is_outside)
{
	long n, d;
	judged_rate(&(struct judged){{6, 1, 1, 2, 3, 4}}, &n, &d);
	ck_assert_int_eq(n, 8);
	ck_assert_int_eq(d, 10);
	judged_rate(&(struct judged){{0, 0, 0, 0, 3, 4}}, &n, &d);
	ck_assert_int_eq(d, 0);
}
END_TEST

START_TEST(judgements_are_the_codes_of_their_scale)
{
	ck_assert_int_eq(judgement_of("conform"), JUDGEMENT_CONFORMS);
	ck_assert_int_eq(judgement_of("observe"), JUDGEMENT_OBSERVATION);
	ck_assert_int_eq(judgement_of("open"), JUDGEMENT_UNCHECKED);
	ck_assert_int_eq(judgement_of("good"), JUDGEMENTS);
}
END_TEST

Suite *engagement_suite(void);
Suite *
engagement_suite(void)
{
	Suite *s = suite_create("engagement");
	TCase *t = tcase_create("engagement");
	tcase_add_test(t, every_actor_tries_every_move_in_every_state);
	tcase_add_test(t, what_must_hold_before_a_move);
	tcase_add_test(t, a_need_of_another_move_is_no_hindrance);
	tcase_add_test(t, only_reopening_raises_the_edition);
	tcase_add_test(t, observations_conform_and_what_was_not_checked_is_outside);
	tcase_add_test(t, judgements_are_the_codes_of_their_scale);
	suite_add_tcase(s, t);
	return s;
}
