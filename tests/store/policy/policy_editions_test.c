/* Editions of a policy: imported in the original wording, in force from their day, withdrawn. */
#include "store/policy/policy_editions.h"

#include "domain/policy/shape.h"
#include "store/small.h"

static struct small s;
static instant_t now;
static struct policy_import given;
static int64_t made;

static void
import_of(const char *text, const char *edition, day_t from)
{
	struct faults f = {.arena = s.body.arena}, odd = {.arena = s.body.arena};
	given = (struct policy_import){.arena = s.body.arena,
		.title = "情報の方針",
		.edition = edition,
		.file = "policy.md",
		.from_day = from,
		.text = policy_text_read(text, strlen(text), "policy.md", &f, &odd),
		.account_id = 3,
		.now = now};
	sha256_of(text, strlen(text), given.digest);
	ck_assert_ptr_nonnull(given.text);
}

static void
setup(void)
{
	small_setup(&s);
	now = instant_of_day(day_of(2026, 11, 2)) + NOON;
	import_of(shape, "令和8年3月", day_of(2026, 4, 1));
}

static void
teardown(void)
{
	small_teardown(&s);
}

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return policy_edition_add(db, &given, &made, e);
}

static struct err
add(void)
{
	struct err e = {0};
	writer_run(store_writer(s.store), add_work, NULL, &e);
	return e;
}

static bool
withdraw_work(struct db *db, struct piece *p, struct err *e)
{
	return policy_edition_withdraw(db, s.body.arena, made, p->with, 3, now, e);
}

static struct err
withdraw(const char *reason)
{
	struct err e = {0};
	writer_run(store_writer(s.store), withdraw_work, (void *)reason, &e);
	return e;
}

static int64_t
in_force(day_t day)
{
	struct err e = {0};
	int64_t id;
	ck_assert_msg(policy_edition_in_force(s.db, day, &id, &e), "%s", e.text);
	return id;
}

START_TEST(an_edition_is_kept_as_it_was_worded)
{
	struct err e = {0};
	struct policy_edition x;
	const struct policy_text *t;
	ck_assert_int_eq(add().kind, ERR_NONE);
	ck_assert_msg(policy_edition_find(s.db, s.body.arena, made, &x, &e), "%s", e.text);
	ck_assert_str_eq(x.edition, "令和8年3月");
	ck_assert_str_eq(x.imported_name, "山﨑");
	ck_assert_int_eq(x.clauses, 9);
	ck_assert_msg(policy_edition_text(s.db, s.body.arena, made, &t, &e), "%s", e.text);
	ck_assert_uint_eq(t->count, given.text->count);
	ck_assert_uint_eq(t->front_count, 2);
	ck_assert_str_eq(t->front[1], "情報の方針");
	for (size_t i = 0; i < t->count; i++) {
		const struct clause_text *was = &given.text->clauses[i], *is = &t->clauses[i];
		ck_assert_str_eq(is->key, was->key);
		ck_assert_str_eq(is->title, was->title);
		ck_assert_int_eq(is->level, was->level);
		ck_assert_int_eq(is->line, was->line);
		ck_assert_uint_eq(is->paragraph_count, was->paragraph_count);
		for (size_t k = 0; k < is->paragraph_count; k++)
			ck_assert_str_eq(is->paragraphs[k], was->paragraphs[k]);
	}
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM event WHERE what = 'policy_imported'"), 1);
}
END_TEST

START_TEST(the_same_bytes_are_imported_once)
{
	ck_assert_int_eq(add().kind, ERR_NONE);
	given.edition = "another name";
	struct err e = add();
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_str_eq(e.text, "this file has been imported already, as the edition 令和8年3月");
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM policy_edition"), 1);
}
END_TEST

START_TEST(what_an_edition_needs_must_be_there)
{
	given.edition = " ";
	ck_assert_int_eq(add().kind, ERR_INPUT);
	given.edition = "令和\n8年";
	ck_assert_int_eq(add().kind, ERR_INPUT);
	given.edition = "令和8年3月";
	given.from_day = 0;
	ck_assert_int_eq(add().kind, ERR_INPUT);
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM policy_clause"), 0);
}
END_TEST

START_TEST(the_latest_that_has_begun_is_in_force)
{
	ck_assert_int_eq(in_force(day_of(2026, 11, 2)), 0);
	ck_assert_int_eq(add().kind, ERR_NONE);
	int64_t first = made;
	import_of("1. 目的\n新しい。\n", "令和9年4月", day_of(2027, 4, 1));
	ck_assert_int_eq(add().kind, ERR_NONE);
	ck_assert_int_eq(in_force(day_of(2026, 3, 31)), 0);
	ck_assert_int_eq(in_force(day_of(2026, 4, 1)), first);
	ck_assert_int_eq(in_force(day_of(2027, 3, 31)), first);
	ck_assert_int_eq(in_force(day_of(2027, 4, 1)), made);
}
END_TEST

START_TEST(one_imported_by_mistake_is_withdrawn_and_may_be_imported_again)
{
	struct err e = {0};
	struct policy_edition *list;
	size_t count;
	ck_assert_int_eq(add().kind, ERR_NONE);
	ck_assert_int_eq(withdraw("").kind, ERR_INPUT);
	ck_assert_int_eq(withdraw("施行日の誤り").kind, ERR_NONE);
	ck_assert_int_eq(withdraw("もう一度").kind, ERR_CONFLICT);
	ck_assert_int_eq(in_force(day_of(2026, 11, 2)), 0);
	given.from_day = day_of(2026, 5, 1);
	ck_assert_int_eq(add().kind, ERR_NONE);
	ck_assert_msg(policy_editions_list(s.db, s.body.arena, &list, &count, &e), "%s", e.text);
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(list[0].withdrawn_at, 0);
	ck_assert_str_eq(list[1].reason, "施行日の誤り");
	ck_assert_str_eq(list[1].withdrawn_name, "山﨑");
}
END_TEST

START_TEST(an_edition_that_is_not_there_is_absent)
{
	struct err e = {0};
	struct policy_edition x;
	const struct policy_text *t;
	ck_assert(!policy_edition_find(s.db, s.body.arena, 7, &x, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!policy_edition_text(s.db, s.body.arena, 7, &t, &e));
	ck_assert_int_eq(withdraw("x").kind, ERR_ABSENT);
}
END_TEST

Suite *policy_editions_suite(void);
Suite *
policy_editions_suite(void)
{
	Suite *su = suite_create("policy_editions");
	TCase *t = tcase_create("policy_editions");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, an_edition_is_kept_as_it_was_worded);
	tcase_add_test(t, the_same_bytes_are_imported_once);
	tcase_add_test(t, what_an_edition_needs_must_be_there);
	tcase_add_test(t, the_latest_that_has_begun_is_in_force);
	tcase_add_test(t, one_imported_by_mistake_is_withdrawn_and_may_be_imported_again);
	tcase_add_test(t, an_edition_that_is_not_there_is_absent);
	suite_add_tcase(su, t);
	return su;
}
