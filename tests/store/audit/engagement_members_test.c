/* Who audits changes: with a reason once the plan is approved, never without a lead, and whoever worked on papers
 * stays named or leaves by name. */
#include "store/audit/audited.h"
#include "store/audit/line_evidence.h"

static struct audited t;

static void
setup(void)
{
	audited_setup(&t);
	audited_fieldwork(&t);
}

static void
teardown(void)
{
	audited_teardown(&t);
}

static enum err_kind
write_minor(int64_t account)
{
	struct audited_work w = audited_paper(&t, account, "A611", JUDGEMENT_MINOR);
	return audited_do(&t, &w, audited_save_run);
}

static bool
review_run(struct db *db, struct audited_work *w, struct err *e)
{
	return line_review(db, &w->act, w->item, e);
}

static int64_t whom;
static bool leads;

static bool
as_it_is(struct db *db, struct audited_work *w, struct err *e)
{
	struct engagement g;
	if (!engagement_find(db, t.small.body.arena, t.id, &g, e))
		return false;
	w->act.revision = g.revision;
	return true;
}

static bool
name_run(struct db *db, struct audited_work *w, struct err *e)
{
	return as_it_is(db, w, e) && engagement_name(db, &w->act, whom, leads, w->reason, e);
}

static enum err_kind
name(int64_t account, bool lead, const char *reason)
{
	struct audited_work w = audited_act(&t, LEAD, "");
	w.reason = reason;
	whom = account;
	leads = lead;
	return audited_do(&t, &w, name_run);
}

static bool
unname_run(struct db *db, struct audited_work *w, struct err *e)
{
	return as_it_is(db, w, e) && engagement_unname(db, &w->act, whom, w->reason, e);
}

static enum err_kind
unname(int64_t account, const char *reason)
{
	struct audited_work w = audited_act(&t, LEAD, "");
	w.reason = reason;
	whom = account;
	return audited_do(&t, &w, unname_run);
}

START_TEST(who_has_worked_on_papers_stays_named)
{
	static const char *const work[] = {
		"INSERT INTO line_act (engagement_id, item, revision, at, account_id, who, name, note)"
		" VALUES (1, 'A611', 1, 0, 42, '', 'confirmed', '')",
		"INSERT INTO line_evidence (engagement_id, item, prefix, serial, name, edition, place, secrecy,"
		" added_at, added_by) VALUES (1, 'A611', '', 1, '任命簿', '', '', 1, 0, 42)",
		"INSERT INTO line_sample (engagement_id, item, at, account_id, who, source, list_digest, population,"
		" population_sha256, size, method, seed, algorithm) VALUES (1, 'A611', 0, 42, '', '', '', 1, '', 1,"
		" 'simple', '1', '')"};
	ck_assert_int_eq(write_minor(SECOND), ERR_NONE);
	ck_assert_int_eq(unname(SECOND, "担当替え"), ERR_CONFLICT);
	audited_run(&t, "DELETE FROM line_edition; DELETE FROM line_act");
	for (size_t i = 0; i < sizeof work / sizeof *work; i++) {
		audited_run(&t, work[i]);
		ck_assert_int_eq(unname(SECOND, "担当替え"), ERR_CONFLICT);
		audited_run(&t, "DELETE FROM line_act; DELETE FROM line_evidence; DELETE FROM line_sample");
	}
	ck_assert_int_eq(unname(SECOND, "担当替え"), ERR_NONE);
}
END_TEST

START_TEST(who_has_reviewed_stays_named)
{
	ck_assert_int_eq(write_minor(AUDITOR), ERR_NONE);
	struct audited_work w = audited_act(&t, SECOND, "A611");
	ck_assert_int_eq(audited_do(&t, &w, review_run), ERR_NONE);
	ck_assert_int_eq(unname(SECOND, "担当替え"), ERR_CONFLICT);
}
END_TEST

/* SECOND comes into the department on 2026-10-14. */
START_TEST(who_has_written_a_paper_leaves_when_something_comes_to_stand_against_it)
{
		struct engagement g;
	struct engagement_member *left;
	size_t count;
	unsigned unmet;
	struct err e = {0};
	struct arena *a = t.small.body.arena;
	ck_assert_int_eq(write_minor(SECOND), ERR_NONE);
	audited_run(&t, "INSERT INTO person (id, number, name) VALUES (942, '0942', '異動した監査人');"
			"INSERT INTO post (person_id, department_id, valid_from) VALUES (942, 1, 20740);"
			"UPDATE account SET person_id = 942 WHERE id = 42");
	ck_assert(engagement_find(t.small.db, a, t.id, &g, &e));
	ck_assert(engagement_unmet(t.small.db, a, &g, t.now, &unmet, &e));
	ck_assert_uint_eq(unmet & ENGAGEMENT_NEEDS_LEAD, ENGAGEMENT_NEEDS_LEAD);
	ck_assert_int_eq(unname(SECOND, "担当替え"), ERR_NONE);
	ck_assert(engagement_unmet(t.small.db, a, &g, t.now, &unmet, &e));
	ck_assert_uint_eq(unmet & ENGAGEMENT_NEEDS_LEAD, 0);
	ck_assert(engagement_leavers(t.small.db, a, t.id, &left, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(left[0].who, "second");
	ck_assert_int_eq(left[0].left_at, t.now);
}
END_TEST

START_TEST(who_audits_changes_with_a_reason_once_the_plan_is_approved)
{
	struct err e = {0};
	struct engagement_moved *list;
	size_t count;
	ck_assert_int_eq(name(STRANGER, false, ""), ERR_INPUT);
	ck_assert_int_eq(name(STRANGER, false, "人手が要る"), ERR_NONE);
	ck_assert_int_eq(unname(STRANGER, " "), ERR_INPUT);
	ck_assert_int_eq(unname(STRANGER, "異動した"), ERR_NONE);
	ck_assert(engagement_moves_of(t.small.db, t.small.body.arena, t.id, &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].name, "member_dropped");
	ck_assert_str_eq(list[0].reason, "stranger: 異動した");
	ck_assert_str_eq(list[1].name, "member_named");
	ck_assert_int_eq(list[1].to, ENGAGEMENT_FIELDWORK);
	audited_state(&t, "drafted");
	ck_assert_int_eq(name(STRANGER, false, ""), ERR_NONE);
	ck_assert_int_eq(unname(STRANGER, ""), ERR_NONE);
}
END_TEST

START_TEST(the_last_lead_is_replaced_and_not_dropped_once_the_plan_is_approved)
{
	audited_run(&t, "UPDATE account SET roles = 36 WHERE id IN (40, 43)");
	ck_assert_int_eq(unname(LEAD, "異動した"), ERR_CONFLICT);
	ck_assert_int_eq(name(LEAD, false, "交代"), ERR_CONFLICT); /* as an auditor */
	ck_assert_int_eq(name(STRANGER, true, "交代"), ERR_NONE);
	ck_assert_int_eq(unname(LEAD, "異動した"), ERR_NONE);
}
END_TEST

Suite *engagement_members_suite(void);
Suite *
engagement_members_suite(void)
{
	Suite *s = suite_create("engagement_members");
	TCase *c = tcase_create("engagement_members");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, who_has_worked_on_papers_stays_named);
	tcase_add_test(c, who_has_reviewed_stays_named);
	tcase_add_test(c, who_has_written_a_paper_leaves_when_something_comes_to_stand_against_it);
	tcase_add_test(c, who_audits_changes_with_a_reason_once_the_plan_is_approved);
	tcase_add_test(c, the_last_lead_is_replaced_and_not_dropped_once_the_plan_is_approved);
	suite_add_tcase(s, c);
	return s;
}
