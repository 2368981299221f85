#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "db/db.h"

static char directory[64], path[80];
static struct db *db;
static struct arena *arena;

static const char schema[] = "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, mark TEXT) STRICT";
static const char add[] = "INSERT INTO thing (id, name, mark) VALUES ($1, $2, $3)";
static const char from_two[] =
	"SELECT mark, t.id + 10 AS id, t.name FROM thing t WHERE t.id >= $1 ORDER BY t.id";
static const char wrong_name[] = "SELECT id AS number FROM thing WHERE id >= $1";
static const char all[] = "SELECT id, name, mark FROM thing ORDER BY id";
static const char drop[] = "DELETE FROM thing WHERE id = $1";

static void
setup(void)
{
	struct err e = {0};
	strcpy(directory, "/tmp/tenken-bytes-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/t.db", directory);
	db = db_open(path, DB_WRITE, &e);
	ck_assert_msg(db != NULL && db_script(db, schema, &e), "%s", e.text);
	arena = arena_create();
	ck_assert(db_exec(db, &e, add, "iss", (int64_t)1, "壱", NULL));
	ck_assert(db_exec(db, &e, add, "iss", (int64_t)2, "弐", ""));
	ck_assert(db_exec(db, &e, add, "iss", (int64_t)3, NULL, "印"));
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

static struct db *
empty(void)
{
	struct err e = {0};
	struct db *d = db_open(":memory:", DB_WRITE, &e);
	ck_assert_msg(d != NULL && db_script(d, schema, &e), "%s", e.text);
	return d;
}

START_TEST(rows_go_over_by_the_names_of_their_columns)
{
	struct err e = {0};
	struct rows r;
	int64_t count;
	struct db *to = empty();
	ck_assert_msg(db_copy(db, from_two, 2, to, "thing", &count, &e), "%s", e.text);
	ck_assert_int_eq(count, 2);
	ck_assert(db_query(to, &r, &e, all, ""));
	ck_assert(rows_next(&r));
	ck_assert_int_eq(row_int(&r, 0), 12);
	ck_assert_str_eq(row_text(&r, 1, arena), "弐");
	ck_assert(!row_null(&r, 2)); /* "" stays "", and null null */
	ck_assert(rows_next(&r));
	ck_assert(row_null(&r, 1));
	ck_assert_str_eq(row_text(&r, 2, arena), "印");
	ck_assert(!rows_next(&r) && rows_end(&r, &e));
	db_close(to);
}
END_TEST

START_TEST(what_does_not_fit_is_an_error)
{
	struct err e = {0};
	struct db *to = empty();
	ck_assert(!db_copy(db, wrong_name, 1, to, "thing", NULL, &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert(db_copy(db, from_two, 1, to, "thing", NULL, &e));
	ck_assert(!db_copy(db, from_two, 1, to, "thing", NULL, &e)); /* the keys are taken */
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	db_close(to);
}
END_TEST

START_TEST(the_same_rows_give_the_same_bytes_and_are_read_again)
{
	struct err e = {0};
	struct buf one = BUF_INIT, other = BUF_INIT;
	for (int i = 0; i < 2; i++) {
		struct db *to = empty();
		ck_assert(db_copy(db, from_two, 1, to, "thing", NULL, &e));
		ck_assert_msg(db_bytes(to, i == 0 ? &one : &other, &e), "%s", e.text);
		db_close(to);
	}
	ck_assert_uint_eq(one.length, other.length);
	ck_assert_mem_eq(one.data, other.data, one.length);
	struct rows r;
	struct db *read = db_open_bytes(one.data, one.length, &e);
	ck_assert_msg(read != NULL, "%s", e.text);
	ck_assert(db_query(read, &r, &e, all, "") && rows_next(&r));
	ck_assert_str_eq(row_text(&r, 1, arena), "壱");
	ck_assert(rows_end(&r, &e));
	ck_assert(db_exec(read, &e, drop, "i", (int64_t)11)); /* of the copy only */
	ck_assert_mem_eq(one.data, other.data, one.length);
	db_close(read);
	buf_free(&one);
	buf_free(&other);
}
END_TEST

START_TEST(what_is_no_database_is_refused)
{
	struct err e = {0};
	struct buf bytes = BUF_INIT;
	ck_assert(db_bytes(db, &bytes, &e));
	static const char text[] =
		"not a database, but long enough to be taken for the header of one, perhaps";
	ck_assert_ptr_null(db_open_bytes(text, sizeof text, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_null(db_open_bytes("", 0, &e));
	memcpy(bytes.data, "SQLite format 4", 16);
	ck_assert_ptr_null(db_open_bytes(bytes.data, bytes.length, &e));
	buf_free(&bytes);
}
END_TEST

START_TEST(a_trigger_that_came_with_the_file_is_not_run)
{
	struct err e = {0};
	struct buf bytes = BUF_INIT;
	struct rows r;
	struct db *made = empty();
	ck_assert(db_script(made,
		"INSERT INTO thing VALUES (1, 'a', 'b');"
		"CREATE TRIGGER sly AFTER DELETE ON thing BEGIN INSERT INTO thing VALUES (9, 'x', 'y'); END",
		&e));
	ck_assert(db_bytes(made, &bytes, &e));
	db_close(made);
	struct db *read = db_open_bytes(bytes.data, bytes.length, &e);
	ck_assert_msg(read != NULL && db_exec(read, &e, drop, "i", (int64_t)1), "%s", e.text);
	ck_assert(db_query(read, &r, &e, all, ""));
	ck_assert(!rows_next(&r));
	ck_assert(rows_end(&r, &e));
	db_close(read);
	buf_free(&bytes);
}
END_TEST

static bool
file_holds(const char *name, const char *text)
{
	char *data;
	size_t length;
	if (!file_read(arena, name, &data, &length, NULL))
		return false;
	return memmem(data, length, text, strlen(text)) != NULL;
}

START_TEST(what_was_deleted_is_in_no_file_any_more)
{
	struct err e = {0};
	char wal[96];
	bool whole;
	snprintf(wal, sizeof wal, "%s-wal", path);
	static const char word[] = "だれにも見せない回答";
	ck_assert(db_exec(db, &e, add, "iss", (int64_t)7, word, word));
	ck_assert(db_settle(db, &whole, &e) && whole);
	ck_assert(file_holds(path, word));
	ck_assert(db_exec(db, &e, drop, "i", (int64_t)7));
	ck_assert(file_holds(path, word)); /* the main file does not know yet */
	struct db *reader = db_open(path, DB_READ, &e);
	ck_assert_msg(db_settle(reader, &whole, &e) && whole, "%s", e.text);
	ck_assert(!file_holds(path, word));
	ck_assert(!file_holds(wal, word));
	db_close(reader);
}
END_TEST

START_TEST(who_still_reads_the_old_state_is_waited_for)
{
	struct err e = {0};
	struct rows r;
	bool whole;
	struct db *slow = db_open(path, DB_READ, &e), *settler = db_open(path, DB_READ, &e);
	ck_assert(db_begin(slow, &e) && db_query(slow, &r, &e, all, "") && rows_next(&r));
	ck_assert(db_exec(db, &e, drop, "i", (int64_t)1));
	ck_assert_msg(db_settle(settler, &whole, &e), "%s", e.text);
	ck_assert(!whole);
	ck_assert(rows_end(&r, &e));
	db_rollback(slow);
	ck_assert(db_settle(settler, &whole, &e) && whole);
	db_close(slow);
	db_close(settler);
}
END_TEST

Suite *bytes_suite(void);
Suite *
bytes_suite(void)
{
	Suite *s = suite_create("bytes");
	TCase *t = tcase_create("bytes");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, rows_go_over_by_the_names_of_their_columns);
	tcase_add_test(t, what_does_not_fit_is_an_error);
	tcase_add_test(t, the_same_rows_give_the_same_bytes_and_are_read_again);
	tcase_add_test(t, what_is_no_database_is_refused);
	tcase_add_test(t, a_trigger_that_came_with_the_file_is_not_run);
	tcase_add_test(t, what_was_deleted_is_in_no_file_any_more);
	tcase_add_test(t, who_still_reads_the_old_state_is_waited_for);
	suite_add_tcase(s, t);
	return s;
}
