/* The risk assessment of a year: decided, accepted by whoever does not answer for it, taken over. */
#include "store/risk/risks.h"

#include "store/audit/findings.h"
#include "store/small.h"

enum { SECRETARIAT = 3, MANAGER_A = 2, MANAGEMENT = 40 };

static struct small s;
static instant_t now;
static struct risk_act act;
static struct risk given;
static struct risk_proposal proposal;

static bool
accounts_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"INSERT INTO account (id, login, person_id, roles, created_at) VALUES (40, 'board', NULL, 8, "
		"0);"
		"UPDATE account SET roles = roles | 8 WHERE id = 6",
		e);
}

static void
setup(void)
{
	struct err e = {0};
	small_setup(&s);
	now = instant_of_day(day_of(2026, 11, 2)) + NOON;
	act = (struct risk_act){s.body.arena, store_bank(s.store)->policy, SECRETARIAT, now};
	given = (struct risk){.year = 2026,
		.department_id = DEPARTMENT_A,
		.asset = "契約者名簿",
		.threat = "3(2)",
		.likelihood = 3,
		.loss = 4,
		.grounds = "媒体の持出しが多い",
		.measure = "持出簿を改める",
		.owner_id = CLERK_B,
		.owner_name = "葛",
		.treatment = RISK_REDUCE};
	proposal = (struct risk_proposal){4, {.points = 523, .alarm = 600, .minor = 1}, "6(5)"};
	ck_assert_msg(writer_run(store_writer(s.store), accounts_work, NULL, &e), "%s", e.text);
}

static void
teardown(void)
{
	small_teardown(&s);
}

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return risk_save(db, &act, &given, &proposal, e);
}

static struct err
save(void)
{
	struct err e = {0};
	writer_run(store_writer(s.store), save_work, NULL, &e);
	return e;
}

static struct risk
stored(void)
{
	struct err e = {0};
	struct risk r = {0};
	ck_assert_msg(risk_find(s.db, s.body.arena, given.id, 0, &r, &e), "%s", e.text);
	return r;
}

struct accepting {
	int64_t account;
	int revision;
	day_t until;
	const char *grounds;
};

static bool
accept_work(struct db *db, struct piece *p, struct err *e)
{
	const struct accepting *w = p->with;
	struct risk_act x = act;
	x.account_id = w->account;
	return risk_accept(db, &x, given.id, w->revision, w->until, w->grounds, e);
}

static struct err
accept_as(int64_t account, int revision, day_t until, const char *grounds)
{
	struct err e = {0};
	struct accepting w = {account, revision, until, grounds};
	writer_run(store_writer(s.store), accept_work, &w, &e);
	return e;
}

START_TEST(a_decision_is_kept_with_what_was_proposed)
{
	struct err e = {0};
	struct risk_change *list;
	size_t count;
	ck_assert_int_eq(save().kind, ERR_NONE);
	ck_assert_int_eq(stored().likelihood, 3);
	ck_assert_str_eq(stored().owner_number, "0022");
	given = stored();
	given.likelihood = 4;
	ck_assert_int_eq(save().kind, ERR_NONE);
	ck_assert_msg(risk_changes(s.db, s.body.arena, given.id, &list, &count, &e), "%s", e.text);
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(list[0].likelihood, 4);
	ck_assert_int_eq(list[1].likelihood, 3);
	ck_assert_int_eq(list[1].proposal.likelihood, 4);
	ck_assert_int_eq(list[1].proposal.evidence.points, 523);
	ck_assert_int_eq(list[1].proposal.evidence.minor, 1);
	ck_assert_str_eq(list[1].proposal.clause, "6(5)");
	ck_assert_str_eq(list[1].who, "山﨑");
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM event WHERE what = 'risk_decided'"), 2);
}
END_TEST

START_TEST(what_is_missing_or_out_of_range_is_refused)
{
	const struct risk good = given;
	given.likelihood = 6;
	ck_assert_int_eq(save().kind, ERR_INPUT);
	given = good;
	given.loss = 0;
	ck_assert_int_eq(save().kind, ERR_INPUT);
	given = good;
	given.threat = "6(1)";
	ck_assert_int_eq(save().kind, ERR_INPUT);
	given.threat = "3";
	ck_assert_int_eq(save().kind, ERR_INPUT);
	given = good;
	given.grounds = " ";
	ck_assert_int_eq(save().kind, ERR_INPUT);
	given = good;
	given.owner_id = 0;
	ck_assert_int_eq(save().kind, ERR_INPUT);
	given = good;
	given.measure = "";
	ck_assert_int_eq(save().kind, ERR_INPUT);
	given.treatment = RISK_ACCEPT; /* what is borne needs no measure */
	ck_assert_int_eq(save().kind, ERR_NONE);
	given.id = 0;
	ck_assert_int_eq(save().kind, ERR_CONFLICT); /* the same asset and threat */
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM risk"), 1);
}
END_TEST

START_TEST(who_was_overtaken_is_told)
{
	ck_assert_int_eq(save().kind, ERR_NONE);
	struct risk first = stored();
	given = first;
	ck_assert_int_eq(save().kind, ERR_NONE);
	given = first;
	ck_assert_int_eq(save().kind, ERR_CONFLICT);
}
END_TEST

START_TEST(a_risk_is_accepted_by_the_management_but_not_by_its_owner)
{
	const day_t until = day_of(2027, 3, 31);
	ck_assert_int_eq(save().kind, ERR_NONE);
	ck_assert_int_eq(accept_as(MANAGEMENT, 1, until, "x").kind, ERR_CONFLICT); /* it is being reduced */
	given = stored();
	given.treatment = RISK_ACCEPT;
	ck_assert_int_eq(save().kind, ERR_NONE);
	ck_assert_int_eq(accept_as(SECRETARIAT, 2, until, "x").kind, ERR_DENIED);
	ck_assert_int_eq(accept_as(6, 2, until, "x").kind, ERR_DENIED); /* of the management, but the owner */
	ck_assert_int_eq(accept_as(MANAGEMENT, 2, day_of(2026, 11, 2), "x").kind, ERR_INPUT);
	ck_assert_int_eq(accept_as(MANAGEMENT, 2, until, "").kind, ERR_INPUT);
	ck_assert_int_eq(accept_as(MANAGEMENT, 1, until, "x").kind, ERR_CONFLICT);
	ck_assert_int_eq(accept_as(MANAGEMENT, 2, until, "費用に見合わない").kind, ERR_NONE);
	ck_assert_int_eq(stored().accepted_until, until);
	ck_assert_str_eq(stored().accepted_name, "board");
	given = stored(); /* a new judgement takes the acceptance back */
	given.loss = 5;
	ck_assert_int_eq(save().kind, ERR_NONE);
	ck_assert_int_eq(stored().accepted_by, 0);
	ck_assert_int_eq(stored().accepted_until, 0);
}
END_TEST

static bool
copy_work(struct db *db, struct piece *p, struct err *e)
{
	return risks_copy(db, &act, 2027, p->with, e);
}

START_TEST(last_years_assessment_is_taken_over_without_its_acceptance)
{
	struct err e = {0};
	int64_t copied = 9;
	struct risk *list;
	size_t count;
	ck_assert(!writer_run(store_writer(s.store), copy_work, &copied, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	given.treatment = RISK_ACCEPT;
	ck_assert_int_eq(save().kind, ERR_NONE);
	ck_assert_int_eq(accept_as(MANAGEMENT, 1, day_of(2027, 3, 31), "x").kind, ERR_NONE);
	ck_assert(writer_run(store_writer(s.store), copy_work, &copied, &e));
	ck_assert_int_eq(copied, 1);
	const struct risk_filter f = {.year = 2027};
	ck_assert(risks_list(s.db, s.body.arena, &f, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(list[0].copied_from, given.id);
	ck_assert_int_eq(list[0].accepted_by, 0);
	ck_assert_int_eq(list[0].revision, 1);
	ck_assert(writer_run(store_writer(s.store), copy_work, &copied, &e)); /* what is there stays */
	ck_assert_int_eq(copied, 0);
}
END_TEST

START_TEST(a_manager_sees_what_is_managed_only)
{
	struct err e = {0};
	struct risk *list, one;
	size_t count;
	const struct risk_filter own = {.manager_id = MANAGER_A}, other = {.manager_id = 5};
	ck_assert_int_eq(save().kind, ERR_NONE);
	ck_assert(risks_list(s.db, s.body.arena, &own, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert(risks_list(s.db, s.body.arena, &other, &list, &count, &e));
	ck_assert_uint_eq(count, 0);
	ck_assert(!risk_find(s.db, s.body.arena, given.id, 5, &one, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

#define FINDING(id, year, severity, threat, item, state, times)                                              \
	"INSERT INTO finding (id, year, serial, department_id, title, severity, clause, threat, item, "      \
	"facts,"                                                                                             \
	" criterion, cause, effect, proposal, state, raised_by, raised_at, times) VALUES (" #id ", " #year   \
	", " #id ", 1, 't', '" severity "', '6(4)', '" threat "', '" item "', 'f', 'c', '', '', '', '" state \
	"', 3, 0, " #times ");"

static bool
findings_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		FINDING(1, 2026, "major", "3(2)", "", "confirmed", 1)
			FINDING(2, 2025, "minor", "3(1)", "A645", "closed", 2) /* the item bears on 3(2) */
		FINDING(3, 2024, "major", "3(2)", "", "closed", 1) FINDING(4, 2026, "major", "3(2)", "",
			"raised", 1) FINDING(5, 2026, "minor", "3(3)", "", "confirmed", 1),
		e);
}

START_TEST(confirmed_findings_of_this_year_and_the_last_that_bear_on_the_threat_count)
{
	struct err e = {0};
	struct risk_evidence x = {.points = -1};
	ck_assert_msg(writer_run(store_writer(s.store), findings_work, NULL, &e), "%s", e.text);
	ck_assert(risk_findings(s.db, s.body.arena, store_bank(s.store), DEPARTMENT_A, "3(2)", 2026, &x, &e));
	ck_assert_int_eq(x.major, 1);
	ck_assert_int_eq(x.minor, 1);
	ck_assert(x.repeated);
	x = (struct risk_evidence){.points = -1};
	ck_assert(risk_findings(s.db, s.body.arena, store_bank(s.store), DEPARTMENT_B, "3(2)", 2026, &x, &e));
	ck_assert_int_eq(x.major + x.minor + x.repeated, 0);
}
END_TEST

Suite *risks_suite(void);
Suite *
risks_suite(void)
{
	Suite *su = suite_create("risks");
	TCase *t = tcase_create("risks");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_decision_is_kept_with_what_was_proposed);
	tcase_add_test(t, what_is_missing_or_out_of_range_is_refused);
	tcase_add_test(t, who_was_overtaken_is_told);
	tcase_add_test(t, a_risk_is_accepted_by_the_management_but_not_by_its_owner);
	tcase_add_test(t, last_years_assessment_is_taken_over_without_its_acceptance);
	tcase_add_test(t, a_manager_sees_what_is_managed_only);
	tcase_add_test(t, confirmed_findings_of_this_year_and_the_last_that_bear_on_the_threat_count);
	suite_add_tcase(su, t);
	return su;
}
