/* Every actor tries every move in every state of a request for documents. */
#include <check.h>
#include <string.h>

#include "domain/audit/request.h"

static const char *const names[] = {"hand", "accept", "return", "withdraw", "dance"};
static const struct {
	enum request_state state;
	const char *auditor, *auditee; /* what they may do: letters of the names */
} may[] = {
	{REQUEST_ASKED, "w", "h"},
	{REQUEST_HANDED, "ar", ""},
	{REQUEST_RETURNED, "w", "h"},
	{REQUEST_ACCEPTED, "", ""},
	{REQUEST_WITHDRAWN, "", ""},
};

START_TEST(every_actor_tries_every_move_in_every_state)
{
	ck_assert_uint_eq(sizeof may / sizeof *may, REQUEST_STATES);
	for (size_t s = 0; s < REQUEST_STATES; s++)
		for (size_t n = 0; n < sizeof names / sizeof *names; n++)
			for (unsigned actors = 0; actors < 4; actors++) {
				struct err e = {0};
				bool of_auditor = strchr(may[s].auditor, names[n][0]) != NULL;
				bool of_auditee = strchr(may[s].auditee, names[n][0]) != NULL;
				bool can = (of_auditor && (actors & REQUEST_AUDITOR) != 0) ||
					   (of_auditee && (actors & REQUEST_AUDITEE) != 0);
				ck_assert(can ==
					  (request_move_find(may[s].state, names[n], actors, 0, &e) != NULL));
				ck_assert_int_eq(e.kind, can                        ? ERR_NONE
							 : of_auditor || of_auditee ? ERR_DENIED
										    : ERR_CONFLICT);
			}
}
END_TEST

START_TEST(an_answer_and_a_reason_are_needed)
{
	struct err e = {0};
	ck_assert_ptr_null(
		request_move_find(REQUEST_ASKED, "hand", REQUEST_AUDITEE, REQUEST_NEEDS_ANSWER, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_null(
		request_move_find(REQUEST_HANDED, "return", REQUEST_AUDITOR, REQUEST_NEEDS_REASON, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

START_TEST(it_is_overdue_the_day_after_while_the_department_has_it)
{
	ck_assert(!request_overdue(REQUEST_ASKED, 100, 100));
	ck_assert(request_overdue(REQUEST_ASKED, 100, 101));
	ck_assert(request_overdue(REQUEST_RETURNED, 100, 101));
	ck_assert(!request_overdue(REQUEST_HANDED, 100, 101));
}
END_TEST

Suite *request_suite(void);
Suite *
request_suite(void)
{
	Suite *s = suite_create("request");
	TCase *t = tcase_create("request");
	tcase_add_test(t, every_actor_tries_every_move_in_every_state);
	tcase_add_test(t, an_answer_and_a_reason_are_needed);
	tcase_add_test(t, it_is_overdue_the_day_after_while_the_department_has_it);
	suite_add_tcase(s, t);
	return s;
}
