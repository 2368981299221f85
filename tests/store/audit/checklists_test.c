/* A checklist: which items the bank gives an audit, what is added and dropped by hand, and what is kept
 * when it is fixed. Department A has the flag NET and no other. */
#include "store/audit/audited.h"

static struct audited t;

static void
setup(void)
{
	audited_setup(&t);
}

static void
teardown(void)
{
	audited_teardown(&t);
}

static const char *
items(void)
{
	struct err e = {0};
	struct line *list;
	size_t count;
	const char *all = "";
	ck_assert_msg(lines_list(t.small.db, t.small.body.arena, t.id, &list, &count, &e), "%s", e.text);
	for (size_t i = 0; i < count; i++)
		all = arena_printf(t.small.body.arena, "%s%s%s", all, i > 0 ? " " : "", list[i].item);
	return all;
}

static bool
add_run(struct db *db, struct audited_work *w, struct err *e)
{
	return line_add(db, &w->act, w->bank, w->item, w->reason, e);
}

static bool
drop_run(struct db *db, struct audited_work *w, struct err *e)
{
	return line_drop(db, &w->act, w->item, w->reason, e);
}

static enum err_kind
add(const char *item, const char *reason)
{
	struct audited_work w = audited_act(&t, AUDITOR, item);
	w.reason = reason;
	return audited_do(&t, &w, add_run);
}

static enum err_kind
drop(const char *item, const char *reason)
{
	struct audited_work w = audited_act(&t, AUDITOR, item);
	w.reason = reason;
	return audited_do(&t, &w, drop_run);
}

static enum err_kind
fix(int64_t account)
{
	struct audited_work w = audited_act(&t, account, "");
	return audited_do(&t, &w, audited_fix_run);
}

static const char *const physical[] = {"6(3)\u2462", "6(4)", NULL}; /* ③ */

START_TEST(items_are_those_of_the_clauses_that_the_department_is_asked)
{
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_NONE);
	ck_assert_str_eq(items(), "A635 A639 A644 A648"); /* neither SRV nor MED nor SITE holds */
	struct line l = audited_line(&t, "A644");
	ck_assert_str_eq(l.clause, "6(4)");
	ck_assert_str_eq(l.set_key, "audit");
	ck_assert_int_eq(l.paper.judgement, JUDGEMENTS);
	audited_run(&t, "UPDATE department_term SET flags = flags | 64 WHERE department_id = 1"); /* SRV */
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_NONE);
	ck_assert_str_eq(items(), "A635 A639 A641 A642 A643 A647 A644 A648");
}
END_TEST

START_TEST(an_audit_of_key_items_has_only_these)
{
	static const char *const organisation[] = {"6(1)", NULL};
	audited_run(&t, "UPDATE engagement SET depth = 'key'");
	ck_assert_int_eq(audited_choose(&t, LEAD, organisation), ERR_NONE);
	ck_assert_str_eq(items(), "A611 A614 A616");
}
END_TEST

START_TEST(what_was_added_and_dropped_by_hand_stays_when_the_rest_is_chosen_anew)
{
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_NONE);
	ck_assert_int_eq(add("A645", ""), ERR_INPUT);
	ck_assert_int_eq(add("S641", "聞いた"), ERR_INPUT); /* a question of the self-check */
	ck_assert_int_eq(add("A645", "持出しが多いと聞いた"), ERR_NONE);
	ck_assert_int_eq(add("A645", "もう一度"), ERR_CONFLICT);
	ck_assert_int_eq(drop("A648", " "), ERR_INPUT);
	ck_assert_int_eq(drop("A648", "該当する機器がない"), ERR_NONE);
	ck_assert_int_eq(drop("A648", "もう一度"), ERR_ABSENT);
	ck_assert_str_eq(items(), "A635 A639 A644 A645");
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_NONE);
	ck_assert_str_eq(items(), "A635 A639 A644 A645");
	ck_assert_str_eq(audited_line(&t, "A645").by_hand, "持出しが多いと聞いた");
	ck_assert_int_eq(add("A648", "やはり見る"), ERR_NONE);
	ck_assert_str_eq(items(), "A635 A639 A644 A648 A645");
}
END_TEST

START_TEST(a_fixed_checklist_only_grows_and_every_act_is_kept)
{
	struct err e = {0};
	struct line_acted *acts;
	size_t count;
	ck_assert_int_eq(fix(LEAD), ERR_CONFLICT); /* nothing is on it */
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_NONE);
	ck_assert_int_eq(fix(STRANGER), ERR_DENIED);
	ck_assert_int_eq(fix(LEAD), ERR_NONE);
	ck_assert_int_eq(fix(LEAD), ERR_CONFLICT);
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_CONFLICT);
	ck_assert_int_eq(drop("A648", "要らない"), ERR_CONFLICT);
	ck_assert_int_eq(add("A645", "現地で分かった"), ERR_NONE);
	ck_assert(line_acts(t.small.db, t.small.body.arena, t.id, NULL, &acts, &count, &e));
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(acts[0].name, "added");
	ck_assert_str_eq(acts[0].note, "現地で分かった");
	ck_assert_str_eq(acts[1].name, "fixed");
	ck_assert_str_eq(acts[2].name, "chosen");
	audited_state(&t, "fixed");
	ck_assert_int_eq(add("A646", "遅い"), ERR_CONFLICT);
}
END_TEST

static bool
edit_run(struct db *db, struct audited_work *w, struct err *e)
{
	struct engagement g;
	if (!engagement_find(db, w->act.arena, w->act.engagement_id, &g, e))
		return false;
	w->act.revision = g.revision;
	if (w->item[0] == 'd')
		g.department_id = DEPARTMENT_B;
	g.key_only = w->item[0] == 'k';
	return engagement_edit(db, &w->act, &g, e);
}

static enum err_kind
edit(const char *what)
{
	struct audited_work w = audited_act(&t, LEAD, "");
	w.item = what;
	return audited_do(&t, &w, edit_run);
}

START_TEST(a_fixed_checklist_keeps_the_audit_to_its_department_and_depth)
{
	ck_assert_int_eq(edit("key"), ERR_NONE);
	ck_assert_int_eq(edit("department"), ERR_NONE);
	audited_run(&t, "UPDATE engagement SET department_id = 1, depth = 'all'");
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_NONE);
	ck_assert_int_eq(add("A645", "持出しが多いと聞いた"), ERR_NONE);
	ck_assert_int_eq(edit("key"), ERR_NONE);
	ck_assert_str_eq(items(), "A645"); /* the others were chosen for another depth */
	audited_run(&t, "UPDATE engagement SET depth = 'all'");
	ck_assert_int_eq(audited_choose(&t, AUDITOR, physical), ERR_NONE);
	ck_assert_int_eq(fix(LEAD), ERR_NONE);
	ck_assert_int_eq(edit("key"), ERR_CONFLICT);
	ck_assert_int_eq(edit("department"), ERR_CONFLICT);
	ck_assert_int_eq(edit("nothing"), ERR_NONE);
}
END_TEST

START_TEST(items_are_chosen_by_who_audits_while_the_audit_is_planned)
{
	ck_assert_int_eq(audited_choose(&t, STRANGER, physical), ERR_DENIED);
	audited_state(&t, "approved");
	ck_assert_int_eq(audited_choose(&t, LEAD, physical), ERR_CONFLICT);
	ck_assert_str_eq(items(), "");
}
END_TEST

/* 6 lines of two clauses: 適合 2, 観察 1, 軽微 1 | 未確認 1, none 1. */
START_TEST(a_clause_and_the_whole_are_counted_apart)
{
	struct line list[] = {{.clause = "6(1)", .paper.judgement = JUDGEMENT_CONFORMS, .confirmed = ""},
		{.clause = "6(1)",
			.paper.judgement = JUDGEMENT_CONFORMS,
			.confirmed = "agreed",
			.reviewed_by = 1},
		{.clause = "6(1)",
			.paper = {.judgement = JUDGEMENT_OBSERVATION, .good = true},
			.confirmed = ""},
		{.clause = "6(1)", .paper.judgement = JUDGEMENT_MINOR, .confirmed = "objects"},
		{.clause = "6(4)", .paper.judgement = JUDGEMENT_UNCHECKED, .confirmed = ""},
		{.clause = "6(4)", .paper.judgement = JUDGEMENTS, .confirmed = ""}};
	long numerator, denominator;
	struct lines_counted n = lines_count(list, 6, NULL);
	ck_assert_int_eq(n.lines, 6);
	ck_assert_int_eq(n.open, 1);
	ck_assert_int_eq(n.confirmed, 2);
	ck_assert_int_eq(n.reviewed, 1);
	ck_assert_int_eq(n.good, 1);
	judged_rate(&n.judged, &numerator, &denominator);
	ck_assert_int_eq(numerator, 3);
	ck_assert_int_eq(denominator, 4);
	n = lines_count(list, 6, "6(4)");
	ck_assert_int_eq(n.lines, 2);
	ck_assert_int_eq(n.judged.of[JUDGEMENT_UNCHECKED], 1);
	judged_rate(&n.judged, &numerator, &denominator);
	ck_assert_int_eq(denominator, 0);
}
END_TEST

Suite *checklists_suite(void);
Suite *
checklists_suite(void)
{
	Suite *suite = suite_create("checklists");
	TCase *c = tcase_create("checklists");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, items_are_those_of_the_clauses_that_the_department_is_asked);
	tcase_add_test(c, an_audit_of_key_items_has_only_these);
	tcase_add_test(c, what_was_added_and_dropped_by_hand_stays_when_the_rest_is_chosen_anew);
	tcase_add_test(c, a_fixed_checklist_only_grows_and_every_act_is_kept);
	tcase_add_test(c, a_fixed_checklist_keeps_the_audit_to_its_department_and_depth);
	tcase_add_test(c, items_are_chosen_by_who_audits_while_the_audit_is_planned);
	tcase_add_test(c, a_clause_and_the_whole_are_counted_apart);
	suite_add_tcase(suite, c);
	return suite;
}
