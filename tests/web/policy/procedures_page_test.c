/* 非公開: who learns of the procedures, by every way the browser has. */
#include "web/demo.h"

/* Of the manager's department, and of another one. */
static const char own[] = "料金システム利用者登録手順書", other[] = "緊急時連絡手順書";

static void
setup(void)
{
	demo_start();
}

static void
teardown(void)
{
	demo_stop();
}

static bool
sees_every(int role)
{
	return role == AUDITOR || role == LEAD || role == MANAGEMENT || role == ADMIN;
}

START_TEST(every_role_meets_what_it_may_know_and_nothing_else)
{
	for (int role = STAFF; role <= LEAD; role++) {
		bool all = sees_every(role), mine_too = all || role == MANAGER;
		ck_assert_int_eq(body_as(b, role, "GET", "/procedures", NULL), mine_too ? 200 : 403);
		ck_assert_int_eq(body_says(b, own), mine_too);
		ck_assert_int_eq(body_says(b, other), all);
		ck_assert_int_eq(
			body_as(b, role, "GET", "/entries/procedure/T-02", NULL), mine_too ? 200 : 404);
		ck_assert_int_eq(body_says(b, own), mine_too);
		ck_assert_int_eq(body_as(b, role, "GET", "/entries/procedure/T-03", NULL), all ? 200 : 404);
		ck_assert_int_eq(body_says(b, other), all);
		ck_assert_int_eq(body_as(b, role, "GET", "/admin/entries/procedure/T-03", NULL),
			role == ADMIN     ? 200
			: role == MANAGER ? 404
					  : 403);
		ck_assert_int_eq(body_says(b, other), role == ADMIN);
		ck_assert_int_eq(body_as(b, role, "GET", "/admin/registers/procedure", NULL),
			role == ADMIN ? 200 : 403);
		ck_assert_int_eq(body_says(b, other), role == ADMIN);
		ck_assert_int_eq(body_as(b, role, "GET", "/policy", NULL), 200);
		ck_assert(!body_says(b, own) && !body_says(b, other));
	}
}
END_TEST

START_TEST(one_that_is_not_there_is_answered_like_one_that_may_not_be_known)
{
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/entries/procedure/T-03", NULL), 404);
	ck_assert(body_says(b, "実施手順 has no entry with the number T-03"));
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/entries/procedure/T-99", NULL), 404);
	ck_assert(body_says(b, "実施手順 has no entry with the number T-99"));
}
END_TEST

static bool
own_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"UPDATE entry SET owner_id = (SELECT person_id FROM account WHERE login = 'staff')"
		" WHERE kind = 'procedure'",
		e);
}

START_TEST(being_in_charge_of_a_document_gives_no_right_to_see_it_here)
{
	body_write(b, own_work, NULL);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/entries", NULL), 200);
	ck_assert(!body_says(b, own) && !body_says(b, other));
	ck_assert(!body_says(b, "実施手順"));
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/entries/procedure/T-02", NULL), 404);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "担当する台帳"));
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/entries", NULL), 200);
	ck_assert(body_says(b, own));
	ck_assert(!body_says(b, other));
}
END_TEST

Suite *procedures_page_suite(void);
Suite *
procedures_page_suite(void)
{
	Suite *s = suite_create("procedures_page");
	TCase *t = tcase_create("procedures_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, every_role_meets_what_it_may_know_and_nothing_else);
	tcase_add_test(t, one_that_is_not_there_is_answered_like_one_that_may_not_be_known);
	tcase_add_test(t, being_in_charge_of_a_document_gives_no_right_to_see_it_here);
	suite_add_tcase(s, t);
	return s;
}
