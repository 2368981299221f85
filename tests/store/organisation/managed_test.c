/* Which departments a manager looks after: own ones, further posts, those below. */
#include "store/organisation/managed.h"

#include "store/sheet/sheet_acts.h"
#include "store/small.h"

/* 髙橋 (11) and 林 (13) manage A, 𠮷田 (21) manages B; nobody manages C. */
enum { BY_HEAD_A = 2, BY_OTHER_A = 4, BY_HEAD_B, BY_CLERK_B };

static struct small small;
static struct arena *arena;
static struct err failure;

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
}

static void
teardown(void)
{
	small_teardown(&small);
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
script(const char *sql)
{
	ck_assert_msg(writer_run(store_writer(small.store), script_work, (void *)sql, &failure), "%s",
		failure.text);
}

/* "A B? …": the keys in order, a question mark where the account only looks. */
static const char *
seen_by(int64_t account)
{
	struct managed *list;
	size_t count;
	const char *out = "";
	ck_assert_msg(managed_departments(
			      small.db, arena, small.cycle.id, account, &list, &count, &failure),
		"%s", failure.text);
	for (size_t i = 0; i < count; i++)
		out = arena_printf(arena, "%s%s%s%s", out, i == 0 ? "" : " ", list[i].department.key,
			list[i].acts ? "" : "?");
	return out;
}

START_TEST(a_manager_has_the_department_of_the_main_post_and_a_deputy_the_same)
{
	ck_assert_str_eq(seen_by(BY_HEAD_A), "A");
	ck_assert_str_eq(seen_by(BY_OTHER_A), "A");
	ck_assert_str_eq(seen_by(BY_HEAD_B), "B");
	ck_assert_str_eq(seen_by(BY_CLERK_B), ""); /* has not the role */
}
END_TEST

START_TEST(a_further_post_manages_where_nobody_else_does)
{
	script("INSERT INTO post (person_id, department_id, main, valid_from) VALUES (21, 3, 0, 0)");
	ck_assert_str_eq(seen_by(BY_HEAD_B), "B C");
	script("INSERT INTO post (person_id, department_id, main, valid_from) VALUES (21, 1, 0, 0)");
	ck_assert_str_eq(seen_by(BY_HEAD_B), "B C"); /* A has managers of its own */
	script("UPDATE post SET valid_to = 20000 WHERE person_id = 21 AND department_id = 3");
	ck_assert_str_eq(seen_by(BY_HEAD_B), "B");
}
END_TEST

START_TEST(a_head_looks_into_what_is_below_and_acts_where_nobody_manages)
{
	script("UPDATE department_term SET parent_id = 1 WHERE department_id IN (2, 3)");
	ck_assert_str_eq(seen_by(BY_HEAD_A), "A B? C");
	ck_assert_str_eq(seen_by(BY_HEAD_B), "B");
	script("UPDATE department_term SET parent_id = 2 WHERE department_id = 3");
	ck_assert_str_eq(seen_by(BY_HEAD_A), "A B? C"); /* two steps below */
	ck_assert_str_eq(seen_by(BY_HEAD_B), "B C");
}
END_TEST

START_TEST(parents_in_a_ring_do_no_harm)
{
	script("UPDATE department_term SET parent_id = 2 WHERE department_id = 1;"
	       "UPDATE department_term SET parent_id = 1 WHERE department_id = 2");
	ck_assert_str_eq(seen_by(BY_HEAD_A), "A B?");
}
END_TEST

START_TEST(who_leads_a_merged_department_looks_after_all_it_came_out_of)
{
	script("UPDATE post SET valid_to = 39999 WHERE person_id = 21;"
	       "INSERT INTO post (person_id, department_id, main, valid_from) VALUES (21, 5, 1, 40000);"
	       "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (2, 5, 40000), (3, 5, 40000),"
	       " (4, 2, 0)");
	ck_assert_str_eq(seen_by(BY_HEAD_B), "B C"); /* and not D, which had become B before */
}
END_TEST

static unsigned
actors(int64_t account, int64_t person)
{
	unsigned out;
	ck_assert(sheet_actors(
		small.db, arena, small_sheet_of(&small, person), account, &out, &failure));
	return out;
}

START_TEST(who_only_looks_does_nothing_with_a_sheet)
{
	script("UPDATE department_term SET parent_id = 1 WHERE department_id IN (2, 3)");
	ck_assert_uint_eq(actors(BY_HEAD_A, CLERK_B), 0);
	ck_assert_uint_eq(actors(BY_HEAD_A, ALONE_C), ACTOR_MANAGER);
	ck_assert_uint_eq(actors(BY_HEAD_B, CLERK_B), ACTOR_MANAGER);
	ck_assert_uint_eq(actors(BY_HEAD_A, HEAD_A), ACTOR_MANAGER | ACTOR_OWNER);
}
END_TEST

Suite *managed_suite(void);
Suite *
managed_suite(void)
{
	Suite *s = suite_create("managed");
	TCase *t = tcase_create("managed");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_manager_has_the_department_of_the_main_post_and_a_deputy_the_same);
	tcase_add_test(t, a_further_post_manages_where_nobody_else_does);
	tcase_add_test(t, a_head_looks_into_what_is_below_and_acts_where_nobody_manages);
	tcase_add_test(t, parents_in_a_ring_do_no_harm);
	tcase_add_test(t, who_leads_a_merged_department_looks_after_all_it_came_out_of);
	tcase_add_test(t, who_only_looks_does_nothing_with_a_sheet);
	suite_add_tcase(s, t);
	return s;
}
