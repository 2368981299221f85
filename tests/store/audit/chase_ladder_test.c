/* The ladder of reminders of audits: as it ships, and as a body changes it. */
#include <string.h>

#include "store/audit/chases.h"
#include "store/small.h"

static struct small small;

static void
setup(void)
{
	small_setup(&small);
}

static void
teardown(void)
{
	small_teardown(&small);
}

static struct chase_rung
rung(const char *key)
{
	struct err e = {0};
	struct chase_rung r;
	ck_assert_msg(chase_rung_find(small.db, small.body.arena, key, &r, &e), "%s", e.text);
	return r;
}

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	return chase_rung_save(db, p->with, 3, 0, e);
}

static enum err_kind
save(struct chase_rung r)
{
	struct err e = {0};
	writer_run(store_writer(small.store), save_work, &r, &e);
	return e.kind;
}

START_TEST(the_ladder_that_ships_is_whole)
{
	struct err e = {0};
	struct chase_rung *list;
	size_t count, of[CHASE_ABOUTS] = {0};
	ck_assert(chase_ladder(small.db, small.body.arena, &list, &count, &e));
	for (size_t i = 0; i < count; i++) {
		ck_assert_msg(chase_check(&list[i], &e), "%s: %s", list[i].key, e.text);
		of[list[i].about]++;
		for (size_t j = 0; j < i; j++)
			ck_assert_str_ne(list[j].key, list[i].key);
	}
	for (size_t about = 0; about < CHASE_ABOUTS; about++)
		ck_assert_uint_ge(of[about], 2);
}
END_TEST

START_TEST(a_rung_is_changed_and_keeps_what_it_is_about)
{
	struct chase_rung r = rung("request-head");
	r.days = 10;
	r.subject = "別の件名";
	ck_assert_int_eq(save(r), ERR_NONE);
	r = rung("request-head");
	ck_assert_int_eq(r.days, 10);
	ck_assert_str_eq(r.subject, "別の件名");
	ck_assert_int_eq(r.about, CHASE_REQUEST);
	r.used = false;
	ck_assert_int_eq(save(r), ERR_NONE);
	ck_assert(!rung("request-head").used);
	ck_assert_int_eq(
		body_number(small.db, "SELECT count(*) FROM event WHERE what = 'chase_rung_saved'"), 2);
}
END_TEST

START_TEST(an_own_rung_gets_a_key_of_its_own)
{
	struct err e = {0};
	const char *key;
	struct chase_rung r = rung("request-manager"), unknown;
	ck_assert(chase_rung_key(small.db, small.body.arena, &key, &e));
	ck_assert_str_eq(key, "own-1");
	r.key = key;
	r.days = 5;
	ck_assert_int_eq(save(r), ERR_NONE);
	ck_assert(chase_rung_key(small.db, small.body.arena, &key, &e));
	ck_assert_str_eq(key, "own-2");
	ck_assert(!chase_rung_find(small.db, small.body.arena, "own-2", &unknown, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(a_rung_that_does_not_fit_changes_nothing)
{
	struct chase_rung r = rung("urgent-lead");
	r.days = 3;
	ck_assert_int_eq(save(r), ERR_INPUT);
	r = rung("request-manager");
	r.text = "{sets}";
	ck_assert_int_eq(save(r), ERR_INPUT);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM chase_rung"), 0);
}
END_TEST

Suite *chase_ladder_suite(void);
Suite *
chase_ladder_suite(void)
{
	Suite *suite = suite_create("chase_ladder");
	TCase *c = tcase_create("chase_ladder");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, the_ladder_that_ships_is_whole);
	tcase_add_test(c, a_rung_is_changed_and_keeps_what_it_is_about);
	tcase_add_test(c, an_own_rung_gets_a_key_of_its_own);
	tcase_add_test(c, a_rung_that_does_not_fit_changes_nothing);
	suite_add_tcase(suite, c);
	return suite;
}
