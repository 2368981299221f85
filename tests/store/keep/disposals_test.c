#include "store/ended.h"

static struct ended x;
static struct err e;
static int64_t id;

static day_t
over(void) /* the day after the last of what is kept three years */
{
	return day_of(2030, 4, 1);
}

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
}

static void
teardown(void)
{
	ended_teardown(&x);
}

static int64_t
count_of(const char *state)
{
	return ended_number(
		&x, arena_printf(x.review.arena, "SELECT count(*) FROM disposal WHERE state = '%s'", state));
}

static bool
propose_with(const char *const *kinds, size_t count, unsigned roles, const char *reason, day_t day)
{
	struct ended_act a = {.x = &x,
		.work = ended_propose_work,
		.wish = {ended_subject(), kinds, count, reason, ADMIN_ACCOUNT, roles, instant_of_day(day)}};
	bool ok = ended_do(&a, &e);
	id = a.id;
	return ok;
}

START_TEST(what_is_over_is_proposed_with_its_days_and_the_reason)
{
	struct disposal d;
	ck_assert_msg(ended_propose(&x, ended_personal, 4, over(), &id, &e), "%s", e.text);
	ck_assert(disposal_find(x.review.db, x.review.arena, id, &d, &e));
	ck_assert_int_eq(d.state, DISPOSAL_PROPOSED);
	ck_assert_str_eq(d.subject_name, "令和8年度");
	ck_assert_str_eq(d.proposer, "admin");
	ck_assert_uint_eq(d.part_count, 4);
	ck_assert_str_eq(d.parts[0].title, "個票");
	ck_assert_str_eq(d.parts[0].class, "3");
	ck_assert_int_eq(d.parts[0].starts, day_of(2027, 4, 1));
	ck_assert_int_eq(d.parts[0].expires, day_of(2030, 3, 31));
	ck_assert_int_eq(ended_look(&x, "sheets", over()).state, RETAINED_PROPOSED);
	ck_assert_int_eq(ended_look(&x, "sheets", over()).disposal_id, id);
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM event WHERE what = 'disposal_proposed'"
					  " AND subject = '令和8年度'"),
		1);
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM sheet"), 20); /* nothing is gone by it */
}
END_TEST

START_TEST(a_proposal_is_refused_with_the_reason)
{
	static const char *const sheets[] = {"sheets"}, *const tallies[] = {"tallies"},
				 *const unknown[] = {"gossip"}, *const events[] = {"events"},
				 *const roster[] = {"roster"};
	const struct {
		const char *const *kinds;
		size_t count;
		unsigned roles;
		const char *reason, *part;
		enum err_kind kind;
	} bad[] = {
		{ended_personal, 4, ROLE_MANAGEMENT, "理由", "secretariat", ERR_DENIED},
		{ended_personal, 4, ROLE_MANAGER | ROLE_AUDITOR, "理由", "secretariat", ERR_DENIED},
		{ended_personal, 4, ROLE_ADMIN, "", "why", ERR_INPUT},
		{ended_personal, 0, ROLE_ADMIN, "理由", "choose", ERR_INPUT},
		{unknown, 1, ROLE_ADMIN, "理由", "no such kind", ERR_INPUT},
		{events, 1, ROLE_ADMIN, "理由", "no such kind", ERR_INPUT}, /* not of a cycle */
		{roster, 1, ROLE_ADMIN, "理由", "no such kind", ERR_INPUT},
		{tallies, 1, ROLE_ADMIN, "理由", "until Reiwa 14-3-31", ERR_CONFLICT},
		{sheets, 1, ROLE_ADMIN, "理由", "belongs to", ERR_CONFLICT},
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(!propose_with(bad[i].kinds, bad[i].count, bad[i].roles, bad[i].reason, over()),
			"%zu", i);
		ck_assert_msg(strstr(e.text, bad[i].part) != NULL, "%zu: %s", i, e.text);
		ck_assert_int_eq(e.kind, bad[i].kind);
	}
	ck_assert(!propose_with(ended_personal, 4, ROLE_ADMIN, "理由", over() - 1)); /* its last day */
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM disposal"), 0);
}
END_TEST

START_TEST(what_is_held_or_on_its_way_or_gone_is_not_proposed)
{
	static const char *const decisions[] = {"decisions"};
	ck_assert(ended_hold(&x, "paper", "監査中のため", &e));
	ck_assert(!ended_propose(&x, ended_personal, 4, over(), &id, &e));
	ck_assert(strstr(e.text, "監査中のため") != NULL);
	ck_assert(ended_propose(&x, decisions, 1, over(), &id, &e));
	ck_assert(!ended_propose(&x, decisions, 1, over(), &id, &e));
	ck_assert(strstr(e.text, "under way") != NULL);
	ended_script(&x, "DELETE FROM na_decision; UPDATE disposal SET state = 'done', done_at = 0");
	ck_assert(!ended_propose(&x, decisions, 1, over(), &id, &e));
	ck_assert(strstr(e.text, "nothing left") != NULL);
}
END_TEST

START_TEST(a_cycle_that_has_not_ended_is_not_proposed)
{
	ended_script(&x, "UPDATE cycle SET state = 'improving', ended_at = NULL");
	ck_assert(!ended_propose(&x, ended_personal, 4, day_of(2099, 4, 1), &id, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(strstr(e.text, "not completed") != NULL);
}
END_TEST

START_TEST(somebody_else_approves_or_declines)
{
	ck_assert(ended_propose(&x, ended_personal, 4, over(), &id, &e));
	ck_assert(!ended_decide(&x, id, DISPOSAL_APPROVE, ADMIN_ACCOUNT, ROLE_ADMIN, "", over(), &e));
	ck_assert_int_eq(e.kind, ERR_DENIED); /* whoever proposed it, whatever else he is */
	ck_assert(!ended_decide(
		&x, id, DISPOSAL_APPROVE, ADMIN_ACCOUNT, ROLE_ADMIN | ROLE_MANAGEMENT, "", over(), &e));
	ck_assert(!ended_decide(&x, id, DISPOSAL_APPROVE, MANAGER_ACCOUNT, ROLE_MANAGER, "", over(), &e));
	ck_assert_int_eq(e.kind, ERR_DENIED);
	ck_assert(!ended_decide(
		&x, id, DISPOSAL_DECLINE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, " ", over(), &e));
	ck_assert_int_eq(e.kind, ERR_INPUT); /* to decline needs a comment */
	ck_assert_int_eq(count_of("proposed"), 1);
	ck_assert_msg(ended_decide(&x, id, DISPOSAL_DECLINE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT,
			      "まだ使うため", over(), &e),
		"%s", e.text);
	ck_assert_int_eq(count_of("declined"), 1);
	ck_assert_int_eq(ended_look(&x, "sheets", over()).state, RETAINED_EXPIRED); /* as before */
	ck_assert(ended_propose(&x, ended_personal, 4, over(), &id, &e));
	/* another account of the secretariat may, too */
	ck_assert(ended_decide(&x, id, DISPOSAL_APPROVE, MANAGER_ACCOUNT, ROLE_ADMIN, "確認済", over(), &e));
	struct disposal d;
	ck_assert(disposal_find(x.review.db, x.review.arena, id, &d, &e));
	ck_assert_str_eq(d.decider, "氏名 11");
	ck_assert_str_eq(d.comment, "確認済");
	ck_assert_int_eq(ended_look(&x, "sheets", over()).state, RETAINED_APPROVED);
	ck_assert(
		!ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(
		!ended_decide(&x, 99, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(approving_looks_once_more)
{
	ck_assert(ended_propose(&x, ended_personal, 4, over(), &id, &e));
	ck_assert(ended_hold(&x, "sheets", "情報公開請求のため", &e));
	ck_assert(
		!ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert(strstr(e.text, "情報公開請求のため") != NULL);
	ck_assert(ended_lift(&x, ended_subject(), 1, "終わったため", &e));
	ck_assert(ended_class(&x, "paper", "5", "監査に使うため", &e));
	ck_assert(
		!ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert(strstr(e.text, "Reiwa 14-3-31") != NULL);
	ck_assert_int_eq(count_of("proposed"), 1);
}
END_TEST

START_TEST(the_secretariat_takes_back_what_has_not_begun)
{
	id = ended_approved(&x, ended_personal, 4, over());
	ck_assert(!ended_decide(
		&x, id, DISPOSAL_WITHDRAW, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert_int_eq(e.kind, ERR_DENIED);
	ck_assert(ended_decide(&x, id, DISPOSAL_WITHDRAW, ADMIN_ACCOUNT, ROLE_ADMIN, "", over(), &e));
	ck_assert_int_eq(ended_look(&x, "sheets", over()).state, RETAINED_EXPIRED);
	id = ended_approved(&x, ended_personal, 4, over());
	ended_script(&x, "UPDATE disposal SET state = 'running' WHERE state = 'approved'");
	ck_assert(!ended_decide(&x, id, DISPOSAL_WITHDRAW, ADMIN_ACCOUNT, ROLE_ADMIN, "", over(), &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq(count_of("running"), 1);
}
END_TEST

START_TEST(a_cycle_stays_as_it_ended_once_a_disposal_is_approved)
{
	struct review_move reopen = {&x.review, "reopen"};
	ck_assert(ended_propose(&x, ended_personal, 4, over(), &id, &e));
	ck_assert(
		ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert(!writer_run(store_writer(x.review.store), review_move_work, &reopen, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(ended_decide(&x, id, DISPOSAL_WITHDRAW, ADMIN_ACCOUNT, ROLE_ADMIN, "", over(), &e));
	ck_assert_msg(writer_run(store_writer(x.review.store), review_move_work, &reopen, &e), "%s", e.text);
}
END_TEST

START_TEST(a_cycle_reopened_meanwhile_is_not_approved)
{
	ck_assert(ended_propose(&x, ended_personal, 4, over(), &id, &e));
	review_move(&x.review, "reopen");
	ck_assert(
		!ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert(strstr(e.text, "not completed") != NULL);
}
END_TEST

START_TEST(the_lists_tell_what_waits)
{
	struct disposal *list;
	size_t count;
	static const char *const decisions[] = {"decisions"};
	ck_assert(ended_propose(&x, decisions, 1, over(), &id, &e));
	ended_approved(&x, ended_personal, 4, over());
	ck_assert(disposals_list(x.review.db, x.review.arena, DISPOSAL_PROPOSED, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(list[0].parts[0].title, "判断の記録");
	ck_assert(disposals_list(x.review.db, x.review.arena, DISPOSAL_STATES, &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(list[0].state, DISPOSAL_APPROVED); /* the latest first */
}
END_TEST

Suite *disposals_suite(void);
Suite *
disposals_suite(void)
{
	Suite *s = suite_create("disposals");
	TCase *t = tcase_create("disposals");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_is_over_is_proposed_with_its_days_and_the_reason);
	tcase_add_test(t, a_proposal_is_refused_with_the_reason);
	tcase_add_test(t, what_is_held_or_on_its_way_or_gone_is_not_proposed);
	tcase_add_test(t, a_cycle_that_has_not_ended_is_not_proposed);
	tcase_add_test(t, somebody_else_approves_or_declines);
	tcase_add_test(t, approving_looks_once_more);
	tcase_add_test(t, the_secretariat_takes_back_what_has_not_begun);
	tcase_add_test(t, a_cycle_stays_as_it_ended_once_a_disposal_is_approved);
	tcase_add_test(t, a_cycle_reopened_meanwhile_is_not_approved);
	tcase_add_test(t, the_lists_tell_what_waits);
	suite_add_tcase(s, t);
	return s;
}
