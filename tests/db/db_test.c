#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/db.h"

static char directory[64], path[80];
static struct db *db;
static struct arena *arena;

/* Not SQL(): these are of no table the program has. */
static const char add[] = "INSERT INTO thing (id, name) VALUES ($1, $2)";
static const char swapped[] = "INSERT INTO thing (name, id) VALUES ($2, $1)";
static const char all[] = "SELECT id, name FROM thing ORDER BY id";
static const char count_things[] = "SELECT count(*) FROM thing";
static const char overflow[] = "SELECT abs(id) FROM thing ORDER BY id DESC";

static void
setup(void)
{
	strcpy(directory, "/tmp/tenken-db-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/t.db", directory);
	db = db_open(path, DB_WRITE, NULL);
	arena = arena_create();
	ck_assert(db_script(
		db, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT", NULL));
}

static void
teardown(void)
{
	db_close(db);
	arena_destroy(arena);
	char command[96];
	snprintf(command, sizeof command, "rm -r %s", directory);
	ck_assert_int_eq(system(command), 0);
}

static int64_t
things(void)
{
	struct rows r;
	ck_assert(db_query(db, &r, NULL, count_things, ""));
	ck_assert(rows_next(&r));
	int64_t n = row_int(&r, 0);
	ck_assert(rows_end(&r, NULL));
	return n;
}

START_TEST(arguments_are_bound_by_their_number)
{
	struct err e = {0};
	ck_assert(db_exec(db, &e, add, "is", (int64_t)1, "𠮷田"));
	ck_assert(db_exec(db, &e, swapped, "is", (int64_t)2, "髙橋"));
	ck_assert(db_exec(db, &e, add, "ib", (int64_t)3, "abcdef", (size_t)3));
	struct rows r;
	ck_assert(db_query(db, &r, &e, all, ""));
	static const char *const names[] = {"𠮷田", "髙橋", "abc"};
	for (int i = 0; i < 3; i++) {
		ck_assert(rows_next(&r));
		ck_assert_int_eq(row_int(&r, 0), i + 1);
		ck_assert_str_eq(row_text(&r, 1, arena), names[i]);
	}
	ck_assert(!rows_next(&r));
	ck_assert(!rows_next(&r));
	ck_assert(rows_end(&r, &e));
}
END_TEST

START_TEST(a_key_taken_twice_is_a_conflict)
{
	struct err e = {0};
	ck_assert(db_exec(db, &e, add, "is", (int64_t)1, "a"));
	ck_assert(!db_exec(db, &e, add, "is", (int64_t)2, "a"));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(!db_exec(db, &e, add, "is", (int64_t)2, NULL));
	ck_assert_int_eq(things(), 1);
}
END_TEST

START_TEST(the_same_statement_can_be_open_twice)
{
	struct err e = {0};
	ck_assert(db_exec(db, &e, add, "is", (int64_t)1, "a"));
	ck_assert(db_exec(db, &e, add, "is", (int64_t)2, "b"));
	struct rows outer, inner;
	int seen = 0;
	ck_assert(db_query(db, &outer, &e, all, ""));
	while (rows_next(&outer)) {
		ck_assert(db_query(db, &inner, &e, all, ""));
		while (rows_next(&inner))
			seen++;
		ck_assert(rows_end(&inner, &e));
	}
	ck_assert(rows_end(&outer, &e));
	ck_assert_int_eq(seen, 4);
}
END_TEST

START_TEST(a_step_that_fails_is_told_at_the_end)
{
	struct err e = {0};
	ck_assert(db_exec(db, &e, add, "is", INT64_MIN, "lowest")); /* abs() of it does not exist */
	ck_assert(db_exec(db, &e, add, "is", (int64_t)1, "one"));
	struct rows r;
	ck_assert(db_query(db, &r, &e, overflow, ""));
	int seen = 0;
	while (rows_next(&r))
		seen++;
	ck_assert(!rows_end(&r, &e));
	ck_assert_int_lt(seen, 2);
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
}
END_TEST

START_TEST(a_savepoint_takes_back_only_its_own)
{
	struct err e = {0};
	ck_assert(db_begin(db, &e));
	ck_assert(db_exec(db, &e, add, "is", (int64_t)1, "kept"));
	ck_assert(db_savepoint(db, &e));
	ck_assert(db_exec(db, &e, add, "is", (int64_t)2, "gone"));
	ck_assert(db_savepoint(db, &e));
	ck_assert(db_exec(db, &e, add, "is", (int64_t)3, "gone too"));
	ck_assert(db_release(db, &e));
	db_undo(db);
	ck_assert(db_in_transaction(db));
	ck_assert(db_commit(db, &e));
	ck_assert(!db_in_transaction(db));
	ck_assert_int_eq(things(), 1);
	ck_assert(db_begin(db, &e));
	ck_assert(db_exec(db, &e, add, "is", (int64_t)4, "never"));
	db_rollback(db);
	db_rollback(db);
	ck_assert_int_eq(things(), 1);
}
END_TEST

START_TEST(a_reader_changes_nothing_and_sees_commits)
{
	struct err e = {0};
	struct db *reader = db_open(path, DB_READ, &e);
	ck_assert_ptr_nonnull(reader);
	ck_assert(!db_exec(reader, &e, add, "is", (int64_t)1, "a"));
	ck_assert(db_exec(db, &e, add, "is", (int64_t)1, "a"));
	struct rows r;
	ck_assert(db_query(reader, &r, &e, count_things, ""));
	ck_assert(rows_next(&r));
	ck_assert_int_eq(row_int(&r, 0), 1);
	ck_assert(rows_end(&r, &e));
	db_close(reader);
}
END_TEST

START_TEST(a_reader_does_not_create_a_file)
{
	struct err e = {0};
	ck_assert_ptr_null(db_open("/nonexistent/t.db", DB_READ, &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	char other[96];
	snprintf(other, sizeof other, "%s/none.db", directory);
	ck_assert_ptr_null(db_open(other, DB_READ, &e));
	ck_assert_int_ne(access(other, F_OK), 0);
}
END_TEST

START_TEST(a_wrong_statement_is_an_error_and_not_a_crash)
{
	struct err e = {0};
	ck_assert(!db_prepares(db, "SELECT nothing FROM nowhere", &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	struct rows r;
	ck_assert(!db_query(db, &r, &e, "SELECT nothing FROM nowhere", ""));
}
END_TEST

Suite *db_suite(void);
Suite *
db_suite(void)
{
	Suite *s = suite_create("db");
	TCase *t = tcase_create("db");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, arguments_are_bound_by_their_number);
	tcase_add_test(t, a_key_taken_twice_is_a_conflict);
	tcase_add_test(t, the_same_statement_can_be_open_twice);
	tcase_add_test(t, a_step_that_fails_is_told_at_the_end);
	tcase_add_test(t, a_savepoint_takes_back_only_its_own);
	tcase_add_test(t, a_reader_changes_nothing_and_sees_commits);
	tcase_add_test(t, a_reader_does_not_create_a_file);
	tcase_add_test(t, a_wrong_statement_is_an_error_and_not_a_crash);
	suite_add_tcase(s, t);
	return s;
}
