/* The risk assessment of a year is settled as it stands; what is decided afterwards is a draft of the next. */
#include "store/risk/risk_settlements.h"

#include "store/keep/standing.h"
#include "store/small.h"

enum { SECRETARIAT = 3, YEAR = 2026 };

static struct small s;
static struct risk_act act;
static struct risk risk;

static void
setup(void)
{
	small_setup(&s);
	act = (struct risk_act){s.body.arena, store_bank(s.store)->policy, SECRETARIAT,
		instant_of_day(day_of(2026, 11, 2)) + NOON};
	risk = (struct risk){.year = YEAR,
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
}

static void
teardown(void)
{
	small_teardown(&s);
}

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	const struct risk_proposal none = {.evidence = {.points = -1}, .clause = ""};
	return risk_save(db, &act, p->with, &none, e);
}

static void
assess(int likelihood)
{
	struct err e = {0};
	risk.likelihood = likelihood;
	ck_assert_msg(writer_run(store_writer(s.store), save_work, &risk, &e), "%s", e.text);
}

static bool
settle_work(struct db *db, struct piece *p, struct err *e)
{
	return risk_settle(db, &act, p->with, e);
}

static struct risk_settling
now(void)
{
	struct err e = {0};
	struct risk_settling out;
	ck_assert_msg(risk_settling_read(s.db, s.body.arena, YEAR, &out, &e), "%s", e.text);
	return out;
}

static struct err
settle(const char *who, day_t day, const char *reason, int64_t changes)
{
	struct err e = {0};
	struct risk_settlement w = {.year = YEAR,
		.approved_by = who,
		.approved_day = day,
		.reason = reason,
		.changes = changes};
	writer_run(store_writer(s.store), settle_work, &w, &e);
	return e;
}

static struct standing
standing(void)
{
	struct err e = {0};
	struct standing out;
	const struct topic t = {"risks", YEAR};
	ck_assert_msg(topic_standing(s.db, s.body.arena, &t, "settled", &out, &e), "%s", e.text);
	return out;
}

START_TEST(a_change_after_settling_is_a_draft_of_the_next_edition_that_needs_a_reason)
{
	const day_t day = day_of(2026, 11, 1);
	const struct topic t = {"risks", YEAR};
	const char *reason;
	struct err e = {0};
	assess(3);
	ck_assert(!standing().settled);
	ck_assert_int_eq(standing().edition, 1);
	ck_assert_int_eq(settle("委員会", day, "", 1).kind, ERR_NONE);
	ck_assert(standing().settled);
	ck_assert_int_eq(standing().edition, 1);
	assess(4);
	ck_assert(!standing().settled);
	ck_assert_int_eq(standing().edition, 2);
	ck_assert_int_eq(settle("委員会", day, "", 2).kind, ERR_INPUT);
	ck_assert_int_eq(settle("委員会", day, "点検の結果により", 2).kind, ERR_NONE);
	ck_assert(standing().settled);
	ck_assert_int_eq(standing().edition, 2);
	ck_assert_str_eq(now().list[0].reason, "点検の結果により");
	ck_assert_str_eq(now().list[0].who, "山﨑");
	ck_assert_str_eq(now().list[1].reason, "");
	ck_assert(topic_reopened(s.db, s.body.arena, &t, 1, act.now, &reason, &e));
	ck_assert_str_eq(reason, "点検の結果により");
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM event WHERE what = 'risks_settled'"), 2);
}
END_TEST

START_TEST(what_cannot_be_settled_is_refused_and_changes_nothing)
{
	const day_t day = day_of(2026, 11, 1);
	ck_assert_int_eq(settle("委員会", day, "", 0).kind, ERR_CONFLICT); /* nothing was assessed */
	assess(3);
	ck_assert_int_eq(settle("", day, "", 1).kind, ERR_INPUT);
	ck_assert_int_eq(settle("委員会", 0, "", 1).kind, ERR_INPUT);
	ck_assert_int_eq(settle("委員会", day_of(2026, 11, 3), "", 1).kind, ERR_INPUT); /* tomorrow */
	ck_assert_int_eq(settle("委員会", day, "", 0).kind, ERR_CONFLICT); /* assessed meanwhile */
	ck_assert_uint_eq(now().count, 0);
	ck_assert_int_eq(settle("委員会", day, "", 1).kind, ERR_NONE);
	ck_assert_int_eq(settle("委員会", day, "again", 1).kind, ERR_CONFLICT); /* as it stands */
	ck_assert_uint_eq(now().count, 1);
}
END_TEST

Suite *risk_settlements_suite(void);
Suite *
risk_settlements_suite(void)
{
	Suite *suite = suite_create("risk_settlements");
	TCase *t = tcase_create("risk_settlements");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_change_after_settling_is_a_draft_of_the_next_edition_that_needs_a_reason);
	tcase_add_test(t, what_cannot_be_settled_is_refused_and_changes_nothing);
	suite_add_tcase(suite, t);
	return suite;
}
