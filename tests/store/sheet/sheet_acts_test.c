/* What is done with a sheet that was submitted, and who is asked at all. */
#include "store/sheet/acting.h"

/* ---- returning and confirming ------------------------------------------------------------ */

START_TEST(returning_changes_no_figure_until_the_sheet_is_submitted_again)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert_msg(does(sheet_return, CLERK_B, BY_HEAD_B), "%s", failure.text);
	ck_assert_str_eq(last_event(), "sheet_returned");
	struct sheet s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_RETURNED);
	ck_assert_str_eq(s.return_comment, "直してください");
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.submitted, 1);
	ck_assert_int_eq(p.returned, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	struct sheet_change draft = change(CLERK_B, false, OTHER);
	ck_assert(run(change_work, &draft)); /* a draft neither */
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	ck_assert(submits(CLERK_B, OTHER));
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 0);
	ck_assert_int_eq(progress(DEPARTMENT_B).returned, 0);
	s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_SUBMITTED);
	ck_assert_ptr_null(s.return_comment);
}
END_TEST

START_TEST(what_was_returned_and_found_right_is_submitted_with_its_old_receipt)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	const char *receipt = look(CLERK_B).receipt;
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert(submits(CLERK_B, COMPLETE));
	struct sheet s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_SUBMITTED);
	ck_assert_str_eq(s.receipt, receipt);
}
END_TEST

START_TEST(a_sheet_is_returned_with_a_comment_or_not_at_all)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	struct acting a = {sheet_return, act_of(small_sheet_of(&small, CLERK_B), BY_HEAD_B)};
	a.x.text = " 　\n";
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_int_eq(look(CLERK_B).returned_at, 0);
}
END_TEST

START_TEST(a_confirmed_sheet_takes_nothing_until_it_is_returned)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert(does(sheet_confirm, CLERK_B, BY_HEAD_B));
	ck_assert_int_eq(progress(DEPARTMENT_B).confirmed, 1);
	ck_assert(!submits(CLERK_B, OTHER));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(!does(sheet_confirm, CLERK_B, BY_HEAD_B));
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert_int_eq(progress(DEPARTMENT_B).confirmed, 0);
	ck_assert(submits(CLERK_B, OTHER));
}
END_TEST

struct confirming {
	int64_t account, department, count;
};

static bool
confirm_work(struct db *db, struct piece *p, struct err *e)
{
	struct confirming *x = p->with;
	return sheets_confirm(
		db, p, arena, small.cycle.id, x->department, "tiny", x->account, opened + 8000, &x->count, e);
}

START_TEST(a_department_is_confirmed_in_one_go)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	struct confirming x = {BY_HEAD_A, DEPARTMENT_B, 0};
	ck_assert(!run(confirm_work, &x)); /* another department's */
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	x.account = BY_HEAD_B;
	ck_assert(run(confirm_work, &x));
	ck_assert_int_eq(x.count, 1); /* the head has not submitted */
	ck_assert_str_eq(last_event(), "sheets_confirmed");
	ck_assert(run(confirm_work, &x));
	ck_assert_int_eq(x.count, 0);
	ck_assert_int_eq(progress(DEPARTMENT_B).confirmed, 1);
}
END_TEST

/* ---- who ------------------------------------------------------------------------------------ */

/* The submitted sheet of a clerk of B: the letters are who may, of its clerk c, its head h, the
 * secretariat s, another department's head o and another's clerk n. */
static const struct {
	act_function *act;
	const char *may;
	act_function *before;
} whose[] = {
	{sheet_return, "hs", NULL},
	{sheet_confirm, "hs", NULL},
	{sheet_exclude, "s", NULL},
	{sheet_include, "s", sheet_exclude},
};
static const struct {
	char letter;
	int64_t account;
} people[] = {{'c', BY_CLERK_B}, {'h', BY_HEAD_B}, {'s', BY_ADMIN}, {'o', BY_HEAD_A}, {'n', BY_ALONE_C}};
enum { PEOPLE = sizeof people / sizeof *people };

START_TEST(each_role_does_with_a_sheet_what_is_theirs)
{
	size_t row = (size_t)_i / PEOPLE, who = (size_t)_i % PEOPLE;
	ck_assert(submits(CLERK_B, COMPLETE));
	if (whose[row].before != NULL)
		ck_assert(does(whose[row].before, CLERK_B, BY_ADMIN));
	bool may = strchr(whose[row].may, people[who].letter) != NULL;
	struct sheet before = look(CLERK_B);
	ck_assert_msg(does(whose[row].act, CLERK_B, people[who].account) == may, "%c %zu: %s",
		people[who].letter, row, failure.text);
	if (may)
		return;
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	struct sheet after = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&after), sheet_standing(&before));
}
END_TEST

/* ---- not asked -------------------------------------------------------------------------------- */

START_TEST(who_is_excluded_leaves_the_figures_and_may_come_back)
{
	ck_assert(does(sheet_exclude, HEAD_B, BY_ADMIN)); /* has not begun */
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.asked, 1);
	ck_assert_int_eq(p.excluded, 1);
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert(does(sheet_exclude, CLERK_B, BY_ADMIN)); /* has submitted */
	p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.asked, 0);
	ck_assert_int_eq(p.submitted, 0);
	ck_assert_int_eq(p.excluded, 2);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 0);
	struct sheet s = look(CLERK_B);
	ck_assert_str_eq(s.excluded_reason, "parental");
	ck_assert_ptr_nonnull(s.submitted); /* nothing is ever deleted */
	ck_assert(!submits(CLERK_B, OTHER));
	ck_assert(does(sheet_include, CLERK_B, BY_ADMIN));
	ck_assert_int_eq(progress(DEPARTMENT_B).submitted, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
}
END_TEST

START_TEST(whoever_excludes_says_why)
{
	struct acting a = {sheet_exclude, act_of(small_sheet_of(&small, CLERK_B), BY_ADMIN)};
	a.x.reason = "whim";
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	a.x.reason = "other";
	a.x.text = "";
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	a.x.text = "派遣元で点検するため";
	ck_assert(run(act_work, &a));
}
END_TEST

/* A respondent cannot be taken away any more, nor anything else be done, once the figures are final. */
START_TEST(viewpoint_24_final_figures_keep_every_sheet_as_it_is)
{
	static act_function *const acts[] = {sheet_return, sheet_confirm, sheet_exclude};
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert(does(sheet_exclude, HEAD_B, BY_ADMIN));
	moves("confirm");
	moves("finalise");
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		ck_assert(!does(acts[i], CLERK_B, BY_ADMIN));
		ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	}
	ck_assert(!does(sheet_include, HEAD_B, BY_ADMIN));
	struct sheet s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_FIXED);
}
END_TEST

static bool
newcomers_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p; /* the base date is 1 June */
	return db_script(db,
		"INSERT INTO person (id, number, name, kind) VALUES (41, '0041', '新', '会計年度任用'),"
		" (42, '0042', '未', '正規');"
		"INSERT INTO post (person_id, department_id, valid_from) VALUES"
		" (41, 2, (SELECT base_day + 1 FROM cycle)), (42, 2, 40000);"
		"INSERT INTO absence (person_id, from_day, to_day, reason) VALUES"
		" (22, (SELECT base_day - 30 FROM cycle), NULL, '育児休業'),"
		" (21, (SELECT base_day - 30 FROM cycle), (SELECT base_day - 1 FROM cycle), '休職')",
		e);
}

START_TEST(viewpoint_04_who_was_away_on_the_base_date_or_came_after_it_is_not_asked_by_default)
{
	static const int sets[] = {SMALL_TINY};
	struct err e = {0};
	small_teardown(&small);
	ck_assert_msg(small_begin(&small, sets, 1, false, &e), "%s", e.text);
	arena = small.body.arena;
	ck_assert(run(newcomers_work, NULL));
	moves("approve");
	moves("open");
	small.tiny = store_cycle_set(small.store, small.cycle.id, "tiny", &e);
	struct sheet away = look(CLERK_B), hired = look(41), back = look(HEAD_B);
	ck_assert_int_eq(sheet_standing(&away), SHEET_EXCLUDED);
	ck_assert_str_eq(away.excluded_reason, "absent");
	ck_assert_str_eq(away.excluded_text, "育児休業");
	ck_assert_int_eq(sheet_standing(&hired), SHEET_EXCLUDED);
	ck_assert_str_eq(hired.excluded_reason, "hired");
	ck_assert_int_eq(sheet_standing(&back), SHEET_FRESH);
	ck_assert_int_eq(small_sheet_of(&small, 42), -1); /* is not here yet */
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.asked, 1);
	ck_assert_int_eq(p.excluded, 2);
	ck_assert(does(sheet_include, CLERK_B, BY_ADMIN)); /* came back and wants to */
	ck_assert(submits(CLERK_B, COMPLETE));
}
END_TEST

static bool
ask_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	const struct latecomer late = {43, 0, clock_now(), store_bank(small.store)};
	return latecomer_ask(db, arena, &late, e);
}

static bool
latecomer_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"INSERT INTO person (id, number, name, kind) VALUES (43, '0043', '途', '正規');"
		"INSERT INTO post (person_id, department_id, valid_from) VALUES (43, 2, 19000)",
		e);
}

START_TEST(viewpoint_04_who_comes_after_the_opening_is_asked_once_if_the_secretariat_says_so)
{
	ck_assert(run(latecomer_work, NULL));
	struct progress_row before = progress(DEPARTMENT_B);
	ck_assert_int_eq(small_sheet_of(&small, 43), -1);
	ck_assert(run(ask_work, NULL));
	struct sheet s = look(43);
	ck_assert_int_eq(sheet_standing(&s), SHEET_FRESH);
	ck_assert_int_eq(s.department_id, DEPARTMENT_B);
	ck_assert(s.code != NULL && s.code[0] == 'R');
	ck_assert_int_eq(progress(DEPARTMENT_B).asked, before.asked + 1);
	ck_assert(submits(43, COMPLETE));
	ck_assert(!run(ask_work, NULL)); /* has a sheet by now */
	ck_assert_int_eq(progress(DEPARTMENT_B).asked, before.asked + 1);
	moves("confirm");
	ck_assert(!run(ask_work, NULL));
}
END_TEST

Suite *sheet_acts_suite(void);
Suite *
sheet_acts_suite(void)
{
	Suite *s = suite_create("sheet_acts");
	TCase *t = tcase_create("sheet_acts");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, returning_changes_no_figure_until_the_sheet_is_submitted_again);
	tcase_add_test(t, what_was_returned_and_found_right_is_submitted_with_its_old_receipt);
	tcase_add_test(t, a_sheet_is_returned_with_a_comment_or_not_at_all);
	tcase_add_test(t, a_confirmed_sheet_takes_nothing_until_it_is_returned);
	tcase_add_test(t, a_department_is_confirmed_in_one_go);
	tcase_add_loop_test(t, each_role_does_with_a_sheet_what_is_theirs, 0,
		(int)(sizeof whose / sizeof *whose * PEOPLE));
	tcase_add_test(t, who_is_excluded_leaves_the_figures_and_may_come_back);
	tcase_add_test(t, whoever_excludes_says_why);
	tcase_add_test(t, viewpoint_24_final_figures_keep_every_sheet_as_it_is);
	tcase_add_test(t, viewpoint_04_who_was_away_on_the_base_date_or_came_after_it_is_not_asked_by_default);
	tcase_add_test(t, viewpoint_04_who_comes_after_the_opening_is_asked_once_if_the_secretariat_says_so);
	suite_add_tcase(s, t);
	return s;
}
