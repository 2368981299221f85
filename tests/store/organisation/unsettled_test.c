/* What is left to be mended: departments without people, manager or parent; entries whose owner or department
 * went. */
#include "store/organisation/unsettled.h"

#include "store/organisation/people.h"
#include "store/register/registers.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static struct err failure;
static day_t today;

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
	today = day_of(2026, 10, 20);
}

static void
teardown(void)
{
	small_teardown(&small);
}

typedef bool act_work(struct db *db, struct err *e);

static bool
run_work(struct db *db, struct piece *p, struct err *e)
{
	return (*(act_work *const *)p->with)(db, e);
}

static void
run(act_work *work)
{
	ck_assert_msg(writer_run(store_writer(small.store), run_work, &work, &failure), "%s", failure.text);
}

static struct decision
decided(void)
{
	return (struct decision){.day = day_of(2026, 10, 15),
		.approver = "CISO",
		.reason = "R8",
		.now = instant_of_day(today)};
}

/* "A:u C:ud": the codes and what each needs. */
static const char *
needs(void)
{
	struct department_need *list;
	size_t count;
	const char *text = "";
	ck_assert_msg(department_needs(small.db, arena, today, &list, &count, &failure), "%s", failure.text);
	for (size_t i = 0; i < count; i++) {
		struct department d;
		ck_assert(department_at(small.db, arena, list[i].department_id, today, &d, &failure));
		text = arena_printf(arena, "%s%s%s:%s%s%s%s", text, i > 0 ? " " : "", d.key,
			list[i].nobody ? "n" : "", list[i].unmanaged ? "u" : "", list[i].undecided ? "d" : "",
			list[i].parent_ended ? "p" : "");
	}
	return text;
}

static bool
head_leaves(struct db *db, struct err *e)
{
	return person_leave(db, HEAD_B, today - 1, instant_of_day(today), e);
}

static bool
one_begins_empty(struct db *db, struct err *e)
{
	struct decision by = decided();
	struct department d = {.key = "N", .name = "new", .valid_from = by.day};
	return department_add(db, &d, &by, e);
}

START_TEST(departments_tell_what_they_need)
{
	ck_assert_str_eq(needs(), "C:ud"); /* one person, no manager, no flags */
	run(head_leaves);
	run(one_begins_empty);
	ck_assert_str_eq(needs(), "B:u C:ud N:n");
}
END_TEST

static bool
parent_ends(struct db *db, struct err *e)
{
	struct decision by = decided();
	return department_move(db, DEPARTMENT_B, DEPARTMENT_C, "internal", 2, &by, e) &&
	       db_script(db,
		       "UPDATE post SET valid_to = 20000 WHERE department_id = 3;"
		       "UPDATE department SET valid_to = 20740 WHERE id = 3",
		       e); /* 2026-10-14 */
}

START_TEST(a_parent_that_has_ended_is_told)
{
	run(parent_ends);
	ck_assert_str_eq(needs(), "B:p");
}
END_TEST

static const char *const entry_rows = "INSERT INTO entry (id, kind, key, name, department_id, owner_id, "
				      "valid_from, valid_to, fields) VALUES"
				      " (1, 'system', 'S-1', 'one', 1, 11, 0, NULL, '{}'), (2, 'system', "
				      "'S-2', 'two', 2, 21, 0, NULL, '{}'),"
				      " (3, 'system', 'S-3', 'three', 2, 22, 0, NULL, '{}'), (4, 'sns', "
				      "'N-1', 'over', 2, 22, 0, 20000, '{}'),"
				      " (5, 'sns', 'N-2', 'gone', 4, 11, 0, NULL, '{}')";

static bool
entries_are_kept(struct db *db, struct err *e)
{
	return db_script(db, entry_rows, e);
}

static int64_t
orphaned(void)
{
	int64_t count;
	ck_assert_msg(entries_orphaned(small.db, today, &count, &failure), "%s", failure.text);
	return count;
}

START_TEST(entries_of_owners_and_departments_that_went_are_counted)
{
	run(entries_are_kept);
	ck_assert_int_eq(orphaned(), 1); /* N-2, of a department that ended long ago */
	run(head_leaves);
	ck_assert_int_eq(orphaned(), 2); /* S-2 as well; what is over itself counts no more */
	const struct register_kind *sns = register_find(store_bank(small.store)->registers, "sns");
	struct entry entry;
	bool settled;
	ck_assert(entry_find(small.db, arena, sns, "N-2", &entry, &failure));
	ck_assert(entry_department_ended(&entry, today));
	ck_assert(entry_is_settled(small.db, sns, &entry, today, &settled, &failure));
	ck_assert(!settled);
}
END_TEST

static bool
b_and_c_merge(struct db *db, struct err *e)
{
	struct decision by = decided();
	struct department whole = {.key = "M", .name = "whole"};
	return department_merge(db, (const int64_t[]){DEPARTMENT_B, DEPARTMENT_C}, 2, &whole, &by, e);
}

static bool
a_splits(struct db *db, struct err *e)
{
	struct decision by = decided();
	struct department parts[] = {{.key = "A1", .name = "first"}, {.key = "A2", .name = "second"}};
	return department_split(db, DEPARTMENT_A, parts, 2, &by, e);
}

START_TEST(entries_go_over_with_their_department)
{
	run(entries_are_kept);
	run(b_and_c_merge);
	run(a_splits);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM entry e JOIN department d"
					       " ON d.id = e.department_id WHERE d.key = 'M'"),
		2);
	ck_assert_int_eq(body_number(small.db, "SELECT d.key = 'A1' FROM entry e JOIN department d"
					       " ON d.id = e.department_id WHERE e.key = 'S-1'"),
		1);
	/* what was over before stays where it was */
	ck_assert_int_eq(
		body_number(small.db, "SELECT department_id FROM entry WHERE key = 'N-1'"), DEPARTMENT_B);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM event WHERE what = 'entry_moved'"
					       " AND subject = 'system/S-2' AND detail = '業務課 → whole'"),
		1);
	ck_assert_int_eq(orphaned(), 1);
}
END_TEST

Suite *unsettled_suite(void);
Suite *
unsettled_suite(void)
{
	Suite *s = suite_create("unsettled");
	TCase *t = tcase_create("unsettled");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, departments_tell_what_they_need);
	tcase_add_test(t, a_parent_that_has_ended_is_told);
	tcase_add_test(t, entries_of_owners_and_departments_that_went_are_counted);
	tcase_add_test(t, entries_go_over_with_their_department);
	suite_add_tcase(s, t);
	return s;
}
