/* Sheets after their day, from paper, of two posts, and of several at once. */
#include <pthread.h>

#include "store/sheet/acting.h"

/* ---- after the due day --------------------------------------------------------------------------- */

static bool
late_submit(int64_t person, const char *document)
{
	struct sheet_change c = change(person, true, document);
	c.now = instant_of_day(small.cycle.due_day + 1); /* the first second after it */
	return run(change_work, &c);
}

START_TEST(in_the_days_of_grace_only_who_is_missing_answers_and_counts_apart)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	moves("grace");
	ck_assert(!late_submit(CLERK_B, OTHER));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_msg(late_submit(HEAD_B, COMPLETE), "%s", failure.text);
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.submitted, 2);
	ck_assert_int_eq(p.late, 1);
	ck_assert(!late_submit(HEAD_B, OTHER));
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert(late_submit(CLERK_B, OTHER));
	ck_assert_int_eq(progress(DEPARTMENT_B).late, 1); /* it was in time the first time */
}
END_TEST

START_TEST(while_managers_confirm_only_what_they_returned_is_answered)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	moves("confirm");
	ck_assert(!late_submit(HEAD_B, COMPLETE));
	ck_assert(!late_submit(CLERK_B, OTHER));
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert(late_submit(CLERK_B, OTHER));
	ck_assert(!late_submit(CLERK_B, COMPLETE));
}
END_TEST

/* ---- for someone else ------------------------------------------------------------------------------ */

START_TEST(viewpoint_05_what_was_typed_from_paper_says_by_whom)
{
	struct sheet_change c = change(CLERK_B, true, COMPLETE);
	c.proxy_by = BY_HEAD_A;
	ck_assert(!run(change_work, &c)); /* of another department */
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	c.proxy_by = BY_HEAD_B;
	ck_assert_msg(run(change_work, &c), "%s", failure.text);
	ck_assert_str_eq(last_event(), "sheet_proxied");
	ck_assert_int_eq(look(CLERK_B).proxy_at, opened + 3600);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	struct sheet_change again = change(CLERK_B, true, OTHER);
	again.proxy_by = BY_HEAD_B; /* would have seen what was answered */
	ck_assert(!run(change_work, &again));
	again.proxy_by = BY_ADMIN;
	ck_assert(run(change_work, &again));
	ck_assert(submits(CLERK_B, COMPLETE)); /* now by the person */
	ck_assert_int_eq(look(CLERK_B).proxy_at, 0);
}
END_TEST

static bool
type_work(struct db *db, struct piece *p, struct err *e)
{
	return proxy_store(db, p, p->with, e);
}

/* Typed ten days after the due day. */
static bool
types(int64_t person, day_t paper_day)
{
	struct proxy x = {.change = change(person, true, COMPLETE)};
	x.change.proxy_by = BY_ADMIN;
	x.change.paper_day = paper_day;
	x.change.now = instant_of_day(small.cycle.due_day + 10) + NOON;
	return run(type_work, &x);
}

START_TEST(a_paper_is_late_by_the_day_written_on_it_not_by_when_it_was_typed)
{
	ck_assert_msg(types(CLERK_B, small.cycle.due_day), "%s", failure.text);
	ck_assert(!look(CLERK_B).late);
	ck_assert(types(HEAD_B, small.cycle.due_day + 1));
	ck_assert(look(HEAD_B).late);
	struct rows r;
	ck_assert(db_query(small.db, &r, NULL, "SELECT sum(day) FROM paper", ""));
	ck_assert_int_eq(rows_number(&r), 2 * small.cycle.due_day + 1);
	ck_assert(types(HEAD_B, small.cycle.due_day)); /* the day had been mistyped */
	ck_assert(!look(HEAD_B).late);
	ck_assert_int_eq(progress(DEPARTMENT_B).late, 0);
}
END_TEST

START_TEST(a_paper_is_neither_of_the_future_nor_of_before_the_opening)
{
	ck_assert(!types(CLERK_B, small.cycle.due_day + 11));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert(!types(CLERK_B, small.cycle.opens_day - 1));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_int_eq(look(CLERK_B).submitted_at, 0);
	ck_assert(types(CLERK_B, small.cycle.opens_day));
	ck_assert(types(HEAD_B, small.cycle.due_day + 10));
}
END_TEST

static int64_t
office_of(int64_t department)
{
	struct rows r;
	static const char sql[] = "SELECT id FROM sheet WHERE set_key = 'office' AND department_id = $1";
	ck_assert(db_query(small.db, &r, NULL, sql, "i", department));
	return rows_number(&r);
}

START_TEST(an_office_without_a_manager_gets_someone_to_answer)
{
	struct acting a = {sheet_assign, act_of(office_of(DEPARTMENT_C), BY_ADMIN)};
	a.x.questionnaire = store_cycle_set(small.store, small.cycle.id, "office", &failure);
	a.x.person_id = ALONE_C;
	ck_assert_msg(run(act_work, &a), "%s", failure.text);
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, a.x.sheet_id, &s, &failure));
	ck_assert_int_eq(s.person_id, ALONE_C);
	ck_assert_str_eq(s.person_name, "森");
	ck_assert_str_eq(s.unit_name, "監査委員事務局");
	a.x.person_id = 32; /* has left */
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	struct acting own = {sheet_assign, act_of(small_sheet_of(&small, CLERK_B), BY_ADMIN)};
	own.x.person_id = HEAD_B;
	ck_assert(!run(act_work, &own)); /* a person's own sheet */
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
}
END_TEST

/* ---- several departments ----------------------------------------------------------------------------- */

static bool
further_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p; /* the head of B also has a post in A, which has the network; both count it from the start */
	return db_script(db,
		"INSERT INTO sheet_department SELECT id, 1 FROM sheet WHERE set_key = 'tiny' AND person_id = "
		"21;"
		"UPDATE sheet SET flags = flags | 4 WHERE set_key = 'tiny' AND person_id = 21;"
		"UPDATE progress SET asked = asked + 1 WHERE set_key = 'tiny' AND department_id = 1",
		e);
}

START_TEST(a_sheet_of_two_posts_counts_in_both_departments_where_the_question_belongs)
{
	ck_assert(run(further_work, NULL));
	ck_assert_msg(submits(HEAD_B, "{\"T101\":\"yes\",\"T102\":\"always\",\"T103\":{\"c\":\"yes\",\"x\":"
				      "\"2026-05-01\"}}"),
		"%s", failure.text);
	ck_assert_int_eq(progress(DEPARTMENT_A).submitted, 1);
	ck_assert_int_eq(progress(DEPARTMENT_B).submitted, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_A), 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	struct rows r;
	static const char network[] =
		"SELECT group_concat(department_id) = '1' FROM tally WHERE item = 'T102'";
	ck_assert(db_query(small.db, &r, NULL, network, ""));
	ck_assert_int_eq(rows_number(&r), 1); /* B has no network to be asked about */
	ck_assert(does(sheet_exclude, HEAD_B, BY_ADMIN));
	ck_assert_int_eq(progress(DEPARTMENT_A).excluded, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_A), 0);
}
END_TEST

/* ---- at the same time ---------------------------------------------------------------------------------- */

enum { ROUNDS = 40 };

static void *
manager_works(void *with)
{
	(void)with;
	struct err e;
	struct arena *mine = arena_create();
	for (int i = 0; i < ROUNDS; i++) {
		struct acting a = {
			i % 2 == 0 ? sheet_return : sheet_confirm, act_of(*(const int64_t *)with, BY_HEAD_B)};
		a.x.arena = mine;
		writer_run(store_writer(small.store), act_work, &a, &e);
	}
	arena_destroy(mine);
	return NULL;
}

START_TEST(viewpoint_21_a_manager_and_a_clerk_act_at_once_and_nothing_is_lost)
{
	pthread_t manager;
	int64_t sheet = small_sheet_of(&small, CLERK_B);
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert_int_eq(pthread_create(&manager, NULL, manager_works, &sheet), 0);
	const char *last = COMPLETE;
	for (int i = 0; i < ROUNDS; i++) {
		const char *next = i % 2 == 0 ? OTHER : COMPLETE;
		if (submits(CLERK_B, next))
			last = next;
		else
			ck_assert_int_eq(failure.kind, ERR_CONFLICT); /* confirmed meanwhile */
	}
	pthread_join(manager, NULL);
	ck_assert_str_eq(look(CLERK_B).submitted, last);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), strcmp(last, COMPLETE) == 0);
}
END_TEST

Suite *sheet_late_suite(void);
Suite *
sheet_late_suite(void)
{
	Suite *s = suite_create("sheet_late");
	TCase *t = tcase_create("sheet_late");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, in_the_days_of_grace_only_who_is_missing_answers_and_counts_apart);
	tcase_add_test(t, while_managers_confirm_only_what_they_returned_is_answered);
	tcase_add_test(t, viewpoint_05_what_was_typed_from_paper_says_by_whom);
	tcase_add_test(t, a_paper_is_late_by_the_day_written_on_it_not_by_when_it_was_typed);
	tcase_add_test(t, a_paper_is_neither_of_the_future_nor_of_before_the_opening);
	tcase_add_test(t, an_office_without_a_manager_gets_someone_to_answer);
	tcase_add_test(t, a_sheet_of_two_posts_counts_in_both_departments_where_the_question_belongs);
	tcase_add_test(t, viewpoint_21_a_manager_and_a_clerk_act_at_once_and_nothing_is_lost);
	suite_add_tcase(s, t);
	return s;
}
