/* What the first page says waits for whoever looks: only what they can really do now. */
#include "web/audit/finding_asked.h"
#include "web/show.h"

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

/* The plan is the department's to hand in within 14 days; until then lead and management can do nothing, and
 * their page says what is needed first. */
START_TEST(a_plan_that_is_not_there_waits_for_the_department_alone)
{
	static const int judges[] = {LEAD, MANAGEMENT};
	int id = raise_for("020");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 2), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=notify", 3), 303);
	day_t until = day_of_instant(clock_now()) + 14;
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(body_as(b, judges[i], "GET", "/", NULL), 200);
		ck_assert(!body_says(b, "鍵の管理"));
		ck_assert_int_eq(look(judges[i], id), 200);
		ck_assert(body_says(b, "先に要ること"));
		ck_assert(body_says(b, "部署が改善計画を登録していること"));
		ck_assert(!body_says(b, "value=\"approve\""));
		ck_assert(!body_says(b, "value=\"return\""));
	}
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(body_says(b, arena_printf(arena, "改善計画の期限</dt><dd>%s", day_words(arena, until))));
	ck_assert(!body_says(b, "期限超過"));
	body_write(b, script_work,
		(void *)arena_printf(arena, "UPDATE finding_move SET at = at - 15 * 86400 WHERE finding_id = %d", id));
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(body_says(b, "期限超過"));
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/findings?show=overdue", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	body_write(b, script_work,
		(void *)arena_printf(arena,
			"INSERT INTO finding_plan (finding_id, edition, stopgap, cause, measure, spread, budget, owner_id,"
			" owner_name, due_day, at, account_id, who, revision) SELECT id, 1, '', '', 'm', 0, 0, raised_by, '',"
			" 30000, 0, raised_by, '', revision FROM finding WHERE id = %d",
			id));
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "鍵の管理"));
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/findings?show=overdue", NULL), 200);
	ck_assert(!body_says(b, "鍵の管理"));
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(look(judges[i], id), 200);
		ck_assert(body_says(b, "value=\"approve\">承認する"));
	}
}
END_TEST

/* Raised while the auditor still had nothing to do with 020. */
START_TEST(who_is_too_close_by_now_is_offered_nothing)
{
	int id = raise_for("020");
	ck_assert_int_eq(look(AUDITOR, id), 200);
	ck_assert(body_says(b, "value=\"check\""));
	ck_assert(body_says(b, "文言を直す"));
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	body_write(b, script_work,
		"INSERT INTO post (person_id, department_id, main, valid_from) SELECT a.person_id, d.id, 0, 0"
		" FROM account a JOIN department d ON d.key = '020' WHERE a.login = 'auditor'");
	ck_assert_int_eq(look(AUDITOR, id), 200);
	ck_assert(!body_says(b, "value=\"check\""));
	ck_assert(!body_says(b, "文言を直す"));
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "鍵の管理"));
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 403);
}
END_TEST

Suite *findings_waiting_suite(void);
Suite *
findings_waiting_suite(void)
{
	Suite *s = suite_create("findings_waiting");
	TCase *t = tcase_create("findings_waiting");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_plan_that_is_not_there_waits_for_the_department_alone);
	tcase_add_test(t, who_is_too_close_by_now_is_offered_nothing);
	suite_add_tcase(s, t);
	return s;
}
