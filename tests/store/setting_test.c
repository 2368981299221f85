#include "store/body.h"
#include "store/setting.h"

static struct body body;
static struct db *db;

static void
setup(void)
{
	body_setup(&body);
	db = db_open(body.path, DB_WRITE, NULL);
}

static void
teardown(void)
{
	db_close(db);
	body_teardown(&body);
}

static bool
refused(const char *key, const char *value)
{
	struct err e = {0};
	return !setting_save(db, key, value, &e) && e.kind == ERR_INPUT &&
	       body_number(db, "SELECT count(*) FROM setting") == 0;
}

START_TEST(the_shipped_values_stand_until_one_is_changed)
{
	struct err e = {0};
	struct setting *list;
	size_t count;
	ck_assert(settings_list(db, body.arena, &list, &count, &e));
	ck_assert_int_gt(count, 5);
	ck_assert_str_eq(list[0].key, "body_name");
	ck_assert_str_eq(setting_text(db, body.arena, "body_name"), list[0].value);
	ck_assert(setting_save(db, "body_name", "𠮷野川広域水道企業団", &e));
	ck_assert_str_eq(setting_text(db, body.arena, "body_name"), "𠮷野川広域水道企業団");
	ck_assert(settings_list(db, body.arena, &list, &count, &e));
	ck_assert_str_eq(list[0].value, "𠮷野川広域水道企業団");
	ck_assert(setting_save(db, "body_name", "", &e)); /* empty is a decision too */
	ck_assert_str_eq(setting_text(db, body.arena, "body_name"), "");
}
END_TEST

START_TEST(numbers_keep_their_bounds)
{
	struct err e = {0};
	ck_assert_int_eq(setting_number(db, "k"), 5);
	static const char *const wrong[] = {"1", "31", "", "5.5", " 5", "five", "99999999999999999999"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(refused("k", wrong[i]), "%s", wrong[i]);
	ck_assert(setting_save(db, "k", "30", &e));
	ck_assert_int_eq(setting_number(db, "k"), 30);
	body_script(db, "UPDATE setting SET value = 'damaged'");
	ck_assert_int_eq(setting_number(db, "k"), 5);
}
END_TEST

START_TEST(texts_are_one_line_and_lists_are_several)
{
	struct err e = {0};
	char line[SETTING_TEXT_MOST * 3 + 4] = "";
	for (int i = 0; i < SETTING_TEXT_MOST; i++)
		strcat(line, "あ");
	ck_assert(refused("body_name", "企業長\n副企業長"));
	ck_assert(refused("body_name", "企業長\x01"));
	ck_assert(refused("body_name", "\xff"));
	ck_assert(setting_save(db, "body_name", line, &e));
	strcat(line, "あ");
	ck_assert(!setting_save(db, "body_name", line, &e));
	ck_assert(setting_save(db, "approval_titles", "企業長\r\n事務局長\r\n", &e));
	ck_assert_str_eq(setting_text(db, body.arena, "approval_titles"), "企業長\n事務局長");
	ck_assert(!setting_save(db, "approval_titles",
		"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21", &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

START_TEST(a_setting_nobody_knows_is_absent)
{
	struct err e = {0};
	ck_assert(!setting_save(db, "nothing", "1", &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert_str_eq(setting_text(db, body.arena, "nothing"), "");
	ck_assert_int_eq(setting_number(db, "nothing"), 0);
	ck_assert_int_eq(setting_number(db, "body_name"), 0);
}
END_TEST

Suite *setting_suite(void);
Suite *
setting_suite(void)
{
	Suite *s = suite_create("setting");
	TCase *t = tcase_create("setting");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_shipped_values_stand_until_one_is_changed);
	tcase_add_test(t, numbers_keep_their_bounds);
	tcase_add_test(t, texts_are_one_line_and_lists_are_several);
	tcase_add_test(t, a_setting_nobody_knows_is_absent);
	suite_add_tcase(s, t);
	return s;
}
