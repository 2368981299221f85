/* The words of findings, what is repeated and passed on, and who sees and counts them. */
#include "store/audit/found.h"

START_TEST(faulty_words_are_refused)
{
	char longer[3 * FINDING_TITLE_MOST + 4] = "";
	accounts();
	for (int i = 0; i <= FINDING_TITLE_MOST; i++)
		strcat(longer, "長");
	struct work rows[] = {raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A),
		raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A),
		raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A),
		raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A)};
	rows[0].finding.title = " ";
	rows[1].finding.title = longer;
	rows[2].finding.facts = "";
	rows[3].finding.clause = "99";
	rows[4].finding.threat = "6(1)"; /* a clause, and no threat */
	rows[5].finding.severity = SEVERITIES;
	rows[6].finding.title = "持出簿\nの記載漏れ";
	rows[7].finding.title = "持出簿の記載漏れ\r";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_int_eq(try(&rows[i]), ERR_INPUT);
	struct work nowhere = raising(AUDITOR, 99);
	ck_assert_int_eq(try(&nowhere), ERR_ABSENT);
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM finding"), 0);
}
END_TEST

START_TEST(only_a_nonconformity_differs_from_a_criterion)
{
	accounts();
	for (int severity = 0; severity < SEVERITIES; severity++) {
		struct work w = raising(AUDITOR, DEPARTMENT_A);
		bool differs = severity == SEVERITY_MAJOR || severity == SEVERITY_MINOR;
		w.finding.severity = (enum finding_severity)severity;
		w.finding.criterion = "";
		ck_assert_int_eq(try(&w), differs ? ERR_INPUT : ERR_NONE);
	}
}
END_TEST

static bool
edit_run(struct db *db, struct work *w, struct err *e)
{
	return finding_edit(db, &w->act, &w->finding, e);
}

START_TEST(words_change_only_while_it_is_being_raised)
{
	accounts();
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	struct work w = work_of(AUDITOR, id), late = w;
	w.run = late.run = edit_run;
	w.finding = late.finding = look(id);
	w.finding.cause = "様式に欄がない";
	ck_assert_int_eq(try(&w), ERR_NONE);
	ck_assert_str_eq(look(id).cause, "様式に欄がない");
	struct work broken = work_of(AUDITOR, id);
	broken.run = edit_run;
	broken.finding = look(id);
	broken.finding.title = "一行目\n二行目";
	ck_assert_int_eq(try(&broken), ERR_INPUT);
	ck_assert_int_eq(try(&late), ERR_CONFLICT); /* typed before the other was stored */
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	struct work after = work_of(AUDITOR, id);
	after.run = edit_run;
	after.finding = look(id);
	ck_assert_int_eq(try(&after), ERR_CONFLICT);
}
END_TEST

/* How many a finding of that year may repeat. */
static size_t
offered(int year)
{
	struct finding *list;
	size_t count;
	const struct finding_filter f = {
		.before_year = year, .state = FINDING_STATES, .severity = SEVERITIES};
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	return count;
}

START_TEST(the_same_finding_next_year_counts)
{
	accounts();
	int64_t first = told(DEPARTMENT_A);
	struct work same_year = raising(AUDITOR, DEPARTMENT_A), elsewhere, again;
	same_year.finding.predecessor_id = first;
	ck_assert_int_eq(try(&same_year), ERR_INPUT);
	now = instant_of_day(day_of(2027, 10, 1)) + NOON;
	elsewhere = raising(AUDITOR, DEPARTMENT_B);
	elsewhere.finding.predecessor_id = first;
	ck_assert_int_eq(try(&elsewhere), ERR_INPUT);
	again = raising(AUDITOR, DEPARTMENT_A);
	again.finding.predecessor_id = first;
	ck_assert_int_eq(try(&again), ERR_NONE);
	ck_assert_uint_eq(offered(2026), 0);
	ck_assert_uint_eq(offered(2027), 1);
	ck_assert_uint_eq(offered(2028), 1); /* the second is not confirmed */
	ck_assert_int_eq(look(again.finding.id).times, 2);
	ck_assert_int_eq(again.finding.year, 2027);
	ck_assert_int_eq(again.finding.serial, 1);
}
END_TEST

static bool
spread_run(struct db *db, struct work *w, struct err *e)
{
	return finding_spread(db, &w->act, w->department_id, &w->id, e);
}

START_TEST(a_finding_is_passed_on_to_other_departments_once)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	struct work w = work_of(LEAD, id);
	w.run = spread_run;
	w.department_id = DEPARTMENT_B;
	ck_assert_int_eq(try(&w), ERR_NONE);
	struct finding child = look(w.id);
	ck_assert_int_eq(child.parent_id, id);
	ck_assert_int_eq(child.state, FINDING_PLANNING);
	ck_assert_int_eq(child.department_id, DEPARTMENT_B);
	ck_assert_int_eq(try(&w), ERR_CONFLICT);
	w.department_id = DEPARTMENT_A;
	ck_assert_int_eq(try(&w), ERR_INPUT);
	struct work by_auditor = work_of(AUDITOR, id);
	by_auditor.run = spread_run;
	by_auditor.department_id = DEPARTMENT_C;
	ck_assert_int_eq(try(&by_auditor), ERR_DENIED);
}
END_TEST

START_TEST(an_accepted_risk_has_its_day_and_comes_back)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(move(LEAD, id, "accept", "代わりがない"), ERR_DENIED);
	ck_assert_int_eq(move(MANAGEMENT, id, "accept", "代わりがない"), ERR_NONE);
	ck_assert_int_eq(look(id).due_day, day_of(2027, 3, 31));
	struct finding_filter open = {
		.open = true, .day = day_of(2027, 3, 31), .state = FINDING_STATES, .severity = SEVERITIES};
	struct finding *list;
	size_t count;
	ck_assert(findings_list(s.db, s.body.arena, &open, &list, &count, NULL));
	ck_assert_uint_eq(count, 0);
	open.day++;
	ck_assert(findings_list(s.db, s.body.arena, &open, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(findings_count(list, 1, open.day - 1).open, 0);
	ck_assert_int_eq(findings_count(list, 1, open.day).open, 1);
	ck_assert_int_eq(move(MANAGEMENT, id, "revive", "期限が来た"), ERR_NONE);
	ck_assert_int_eq(look(id).state, FINDING_PLANNING);
	ck_assert_int_eq(look(id).due_day, 0);
}
END_TEST

START_TEST(a_department_is_shown_what_it_may_know)
{
	struct finding *list;
	size_t count;
	struct finding_filter f = {
		.department_id = DEPARTMENT_A, .told = true, .state = FINDING_STATES, .severity = SEVERITIES};
	accounts();
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	raised(AUDITOR, DEPARTMENT_B);
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 0);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	ck_assert(list[0].told);
	ck_assert_int_eq(move(MANAGER_A, id, "object", "記載はある"), ERR_NONE); /* it goes on knowing */
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(list[0].state, FINDING_RAISED);
	ck_assert_int_eq(move(AUDITOR, id, "withdraw", "申出のとおり"), ERR_NONE);
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	f.told = false;
	f.department_id = 0;
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 2);
}
END_TEST

static unsigned
actors_of(int64_t account, int64_t id)
{
	struct finding f = look(id);
	struct err e = {0};
	unsigned actors;
	ck_assert_msg(finding_actors(s.db, s.body.arena, &f, account, &actors, &e), "%s", e.text);
	return actors;
}

static size_t
listed_for(int64_t manager, bool acting)
{
	struct finding *list;
	size_t count;
	const struct finding_filter f = {.manager_id = manager,
		.acting = acting,
		.told = true,
		.state = FINDING_STATES,
		.severity = SEVERITIES};
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	return count;
}

/* Nobody manages C with a main post of its own. */
START_TEST(a_further_post_and_one_above_answer_where_nobody_else_does)
{
	change("UPDATE department_term SET parent_id = 1 WHERE department_id IN (2, 3)");
	accounts();
	int64_t of_b = told(DEPARTMENT_B), of_c = raised(EVERYTHING, DEPARTMENT_B);
	change("UPDATE finding SET department_id = 3 WHERE id = 2");
	ck_assert_int_eq(move(LEAD, of_c, "check", ""), ERR_NONE);
	ck_assert_uint_eq(actors_of(MANAGER_A, of_b), FINDING_ABOVE);
	ck_assert_uint_eq(actors_of(MANAGER_A, of_c), FINDING_AUDITEE);
	ck_assert_uint_eq(listed_for(MANAGER_A, false), 2);
	/* Whoever acts for C from above belongs to A, and yet neither audits C nor decides about it. */
	ck_assert_uint_eq(actors_of(EVERYTHING, of_c), FINDING_AUDITEE);
	ck_assert_uint_eq(actors_of(EVERYTHING, of_b), FINDING_AUDITOR | FINDING_LEAD | FINDING_ABOVE);
	ck_assert_uint_eq(listed_for(MANAGER_A, true), 1);
	ck_assert_int_eq(move(MANAGER_A, of_c, "object", "違う"), ERR_NONE);
	ck_assert_uint_eq(listed_for(MANAGER_B, true), 1);
	change("INSERT INTO post (person_id, department_id, main, valid_from) VALUES (21, 3, 0, 0)");
	ck_assert_uint_eq(actors_of(MANAGER_B, of_c), FINDING_AUDITEE);
	ck_assert_uint_eq(actors_of(MANAGER_A, of_c), FINDING_ABOVE);
	ck_assert_uint_eq(listed_for(MANAGER_B, true), 2);
	ck_assert_uint_eq(listed_for(STAFF, false), 0);
}
END_TEST

/* One closed after 3 days, one open and overdue, one withdrawn: 1 of 2 is closed. */
START_TEST(counts_are_of_confirmed_findings)
{
	const instant_t day = 86400;
	const struct finding list[] = {
		{.state = FINDING_CLOSED, .confirmed_at = 10 * day, .closed_at = 13 * day, .times = 2},
		{.state = FINDING_DOING, .due_day = 20, .wait_day = 20, .times = 1, .severity = SEVERITY_MINOR},
		{.state = FINDING_WITHDRAWN, .times = 1},
	};
	struct finding_counts c = findings_count(list, 3, 21);
	ck_assert_int_eq(c.confirmed, 2);
	ck_assert_int_eq(c.closed, 1);
	ck_assert_int_eq(c.open, 1);
	ck_assert_int_eq(c.overdue, 1);
	ck_assert_int_eq(c.repeated, 1);
	ck_assert_int_eq(c.days_to_close, 3);
	ck_assert_int_eq(c.severe[SEVERITY_MINOR], 1);
	ck_assert_int_eq(c.of[FINDING_WITHDRAWN], 1);
}
END_TEST

/* Of two that were passed on one is closed and one overdue; the department's own one is open: 0 of 1 is closed. */
START_TEST(what_was_passed_on_is_counted_apart)
{
	const instant_t day = 86400;
	const struct finding list[] = {
		{.parent_id = 9, .state = FINDING_CLOSED, .confirmed_at = 10 * day, .closed_at = 13 * day, .times = 1},
		{.parent_id = 9, .state = FINDING_DOING, .due_day = 20, .wait_day = 20, .times = 1,
		 .severity = SEVERITY_MAJOR},
		{.state = FINDING_PLANNING, .times = 1, .severity = SEVERITY_MINOR},
	};
	struct finding_counts c = findings_count(list, 3, 21);
	ck_assert_int_eq(c.spread, 2);
	ck_assert_int_eq(c.spread_open, 1);
	ck_assert_int_eq(c.spread_overdue, 1);
	ck_assert_int_eq(c.confirmed, 1);
	ck_assert_int_eq(c.closed, 0);
	ck_assert_int_eq(c.open, 1);
	ck_assert_int_eq(c.overdue, 0);
	ck_assert_int_eq(c.days_to_close, 0);
	ck_assert_int_eq(c.severe[SEVERITY_MAJOR], 0);
	ck_assert_int_eq(c.severe[SEVERITY_MINOR], 1);
}
END_TEST

Suite *findings_told_suite(void);
Suite *
findings_told_suite(void)
{
	Suite *suite = suite_create("findings_told");
	TCase *t = tcase_create("findings_told");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, faulty_words_are_refused);
	tcase_add_test(t, only_a_nonconformity_differs_from_a_criterion);
	tcase_add_test(t, words_change_only_while_it_is_being_raised);
	tcase_add_test(t, the_same_finding_next_year_counts);
	tcase_add_test(t, a_finding_is_passed_on_to_other_departments_once);
	tcase_add_test(t, an_accepted_risk_has_its_day_and_comes_back);
	tcase_add_test(t, a_department_is_shown_what_it_may_know);
	tcase_add_test(t, a_further_post_and_one_above_answer_where_nobody_else_does);
	tcase_add_test(t, counts_are_of_confirmed_findings);
	tcase_add_test(t, what_was_passed_on_is_counted_apart);
	suite_add_tcase(suite, t);
	return suite;
}
