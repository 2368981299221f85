#include "store/body.h"

static struct body body;

static void
setup(void)
{
	body_setup(&body);
}

static void
teardown(void)
{
	body_teardown(&body);
}

START_TEST(every_statement_of_the_program_prepares)
{
	struct err e = {0};
	struct db *db = db_open(body.path, DB_WRITE, &e);
	ck_assert_int_gt(sql_count(), 20);
	for (size_t i = 0; i < sql_count(); i++)
		ck_assert_msg(db_prepares(db, sql_text(i), &e), "%s\n%s", sql_text(i), e.text);
	db_close(db);
}
END_TEST

START_TEST(a_second_body_is_not_made_over_the_first)
{
	struct err e = {0};
	struct db *db = db_open(body.path, DB_WRITE, &e);
	body_script(db, "INSERT INTO setting (key, value) VALUES ('kept', 'yes')");
	ck_assert(!store_create(body.directory, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM setting"), 1);
	db_close(db);
}
END_TEST

START_TEST(the_file_is_durable_and_guarded)
{
	struct err e = {0};
	struct db *db = db_open(body.path, DB_WRITE, &e);
	ck_assert_int_eq(body_number(db, "PRAGMA synchronous"), 2); /* FULL */
	ck_assert_int_eq(body_number(db, "PRAGMA foreign_keys"), 1);
	ck_assert_int_eq(
		body_number(db, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
	ck_assert_int_eq(body_number(db, "PRAGMA user_version"), STORE_SCHEMA_VERSION);
	ck_assert(!db_script(db, "INSERT INTO lineage VALUES (1, 2, 0)", &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	db_close(db);
}
END_TEST

Suite *schema_suite(void);
Suite *
schema_suite(void)
{
	Suite *s = suite_create("schema");
	TCase *t = tcase_create("schema");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, every_statement_of_the_program_prepares);
	tcase_add_test(t, a_second_body_is_not_made_over_the_first);
	tcase_add_test(t, the_file_is_durable_and_guarded);
	suite_add_tcase(s, t);
	return s;
}
