#include "base/file.h"
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

static void
run_file(struct db *db, const char *path)
{
	struct err e = {0};
	char *text;
	size_t length;
	ck_assert_msg(file_read(body.arena, path, &text, &length, &e), "%s", e.text);
	body_script(db, text);
}

/* tests/golden/store/schema-N.sql is the schema as it shipped then, rows-N.sql a small body of it. */
static void
make_old(const char *path, int version)
{
	struct err e = {0};
	struct db *db = db_open(path, DB_WRITE, &e);
	run_file(db, arena_printf(body.arena, "tests/golden/store/schema-%d.sql", version));
	run_file(db, arena_printf(body.arena, "tests/golden/store/rows-%d.sql", version));
	body_script(db, arena_printf(body.arena, "PRAGMA user_version=%d", version));
	db_close(db);
}

/* Every column and index of every table, in an order of their names. */
static const char *
shape_of(const char *path)
{
	static const char columns[] =
		"SELECT group_concat(line, char(10)) FROM (SELECT s.name || '.' || c.name || ' ' || c.type"
		" || ' ' || c.\"notnull\" || ' ' || coalesce(c.dflt_value, '') || ' ' || c.pk AS line"
		" FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type = 'table'"
		" UNION ALL SELECT s.tbl_name || ' ' || i.\"unique\" || ' ' || (SELECT group_concat(x.name) "
		"FROM"
		" pragma_index_info(i.name) x) FROM sqlite_schema s, pragma_index_list(s.name) i"
		" WHERE s.type = 'table' ORDER BY line)";
	struct err e = {0};
	struct rows r;
	struct db *db = db_open(path, DB_WRITE, &e);
	ck_assert_msg(db_query(db, &r, &e, columns, "") && rows_next(&r), "%s", e.text);
	const char *shape = row_text(&r, 0, body.arena);
	ck_assert(rows_end(&r, &e));
	db_close(db);
	return shape;
}

/* Opens a body of that version, which brings it up to date. */
static struct db *
bring_up(int version)
{
	struct err e = {0};
	const char *fresh = shape_of(body.path);
	store_discard(body.directory);
	make_old(body.path, version);
	struct store *s = store_open(body.directory, &e);
	ck_assert_msg(s != NULL, "%s", e.text);
	store_close(s);
	ck_assert_str_eq(shape_of(body.path), fresh);
	struct db *db = db_open(body.path, DB_WRITE, &e);
	ck_assert_int_eq(body_number(db, "PRAGMA user_version"), STORE_SCHEMA_VERSION);
	return db;
}

START_TEST(a_body_of_the_first_program_is_brought_up_to_date_and_keeps_its_rows)
{
	struct db *db = bring_up(1);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM sheet"), 2);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM person"), 2);
	/* who had submitted was shown the right answers then */
	ck_assert_int_eq(body_number(db, "SELECT taught_at FROM lesson WHERE sheet_id = 1 AND person_id = 1"
					 " AND read_at IS NULL"),
		1790000100);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM lesson"), 1);
	/* the person's department is a post since the department began */
	ck_assert_int_eq(
		body_number(db, "SELECT valid_from FROM post WHERE person_id = 1 AND department_id = 1"
				" AND main = 1 AND valid_to IS NULL"),
		17897);
	ck_assert_int_eq(body_number(db, "SELECT flags FROM department_term WHERE department_id = 1"
					 " AND valid_from = 17897 AND name = '総務課' AND ord = 1"),
		6);
	/* who had left before the last roster, of 2026-03-29 in Japan, has a last day and no post since */
	ck_assert_int_eq(body_number(db, "SELECT left_day FROM person WHERE id = 2"), 20540);
	ck_assert_int_eq(body_number(db, "SELECT valid_to FROM post WHERE person_id = 2"), 20540);
	db_close(db);
}
END_TEST

/* Its documents are of a cycle, for every reader: they stay as they were issued. */
START_TEST(a_body_of_the_second_keeps_its_documents)
{
	struct db *db = bring_up(2);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM document WHERE about = 'cycle' AND about_id = 7"
					 " AND cycle_id = 7 AND readers = 'full'"),
		2);
	ck_assert_int_eq(body_number(db, "SELECT about_edition FROM document WHERE edition = 2"), 1);
	ck_assert_int_eq(body_number(db, "SELECT number FROM document WHERE id = 3"), 12);
	ck_assert_int_eq(body_number(db, "SELECT document_id FROM document_file WHERE digest = 'd4'"), 4);
	db_close(db);
}
END_TEST

START_TEST(a_body_of_a_newer_program_is_not_touched)
{
	struct err e = {0};
	struct db *db = db_open(body.path, DB_WRITE, &e);
	body_script(db, "PRAGMA user_version=99");
	ck_assert_ptr_null(store_open(body.directory, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq(body_number(db, "PRAGMA user_version"), 99);
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
	tcase_add_test(t, a_body_of_the_first_program_is_brought_up_to_date_and_keeps_its_rows);
	tcase_add_test(t, a_body_of_the_second_keeps_its_documents);
	tcase_add_test(t, a_body_of_a_newer_program_is_not_touched);
	suite_add_tcase(s, t);
	return s;
}
