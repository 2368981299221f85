/* Names that words for everybody do not hold. */
#include "store/register/private_names.h"

#include "store/small.h"

static struct small s;
static struct private_names names;

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

/* A system, a facility, a procedure, which is confidential, and an asset, which may be named. */
static void
begin(void)
{
	static char script[] =
		"UPDATE person SET name = '髙橋　一郎' WHERE id = 11;"
		"INSERT INTO entry (kind, key, name, department_id, valid_from, fields) VALUES"
		" ('system', 'S-1', '料金システム', 1, 0, '{}'), ('facility', 'F-1', '第三浄水場', 1, 0, '{}'),"
		" ('procedure', 'P-1', '障害時 復旧手順', 1, 0, '{}'), ('asset', 'A-1', '管路図面', 1, 0, '{}')";
	struct err e = {0};
	small_setup(&s);
	ck_assert_msg(writer_run(store_writer(s.store), script_work, script, &e), "%s", e.text);
	ck_assert_msg(private_names_load(s.db, s.body.arena, store_bank(s.store)->registers, &names, &e), "%s",
		e.text);
}

static void
end(void)
{
	small_teardown(&s);
}

static const char *
found(const char *text)
{
	const char *name = private_name_in(&names, s.body.arena, text);
	return name == NULL ? "" : name;
}

START_TEST(people_systems_places_and_procedures_are_found)
{
	ck_assert_str_eq(found("担当の髙橋一郎が直した"), "髙橋一郎");
	ck_assert_str_eq(found("担当の髙橋 一郎が直した"), "髙橋一郎");
	ck_assert_str_eq(found("料金システムの設定"), "料金システム");
	ck_assert_str_eq(found("第三\n浄水場"), "第三浄水場");
	ck_assert_str_eq(found("障害時復旧手順に従う"), "障害時復旧手順");
}
END_TEST

/* 山﨑 and 林 are people of the body, and everyday words as well. */
START_TEST(what_may_be_named_is_not_found)
{
	ck_assert_str_eq(found("管路図面の保管を改めた"), "");
	ck_assert_str_eq(found("山﨑、林"), "");
	ck_assert_str_eq(found("髙橋"), "");
	ck_assert_str_eq(found(""), "");
}
END_TEST

START_TEST(a_text_that_holds_one_is_refused_by_its_name)
{
	struct err e = {0};
	ck_assert(names_nobody(s.db, s.body.arena, store_bank(s.store)->registers, "鍵を替えた", &e));
	ck_assert(!names_nobody(s.db, s.body.arena, store_bank(s.store)->registers, "第三浄水場の鍵を替えた", &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "第三浄水場"));
}
END_TEST

Suite *private_names_suite(void);
Suite *
private_names_suite(void)
{
	Suite *suite = suite_create("private_names");
	TCase *t = tcase_create("private_names");
	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, people_systems_places_and_procedures_are_found);
	tcase_add_test(t, what_may_be_named_is_not_found);
	tcase_add_test(t, a_text_that_holds_one_is_refused_by_its_name);
	suite_add_tcase(suite, t);
	return suite;
}
