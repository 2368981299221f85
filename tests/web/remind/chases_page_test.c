/* The ladder of reminders of audits and who is told by word, over HTTP. */
#include "web/demo.h"

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

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

static int
get(int role, const char *path)
{
	return body_as(b, role, "GET", path, NULL);
}

static int
post(int role, const char *path, const char *fields)
{
	return body_as(b, role, "POST", path, fields);
}

static int64_t
number(const char *sql)
{
	struct err e = {0};
	struct rows r;
	int64_t n = -1;
	ck_assert(db_query(store_reader(b->store, &e), &r, &e, sql, ""));
	if (rows_next(&r))
		n = row_int(&r, 0);
	ck_assert(rows_end(&r, &e));
	return n;
}

START_TEST(the_secretariat_sees_the_ladder_and_changes_a_rung)
{
	ck_assert_int_eq(get(LEAD, "/admin/chases"), 403);
	ck_assert_int_eq(get(ADMIN, "/admin/chases"), 200);
	ck_assert(body_says(b, "資料依頼：提出の期限"));
	ck_assert(body_says(b, "期限の3日前"));
	ck_assert_int_eq(get(ADMIN, "/admin/chases/rungs/request-soon"), 200);
	ck_assert(body_says(b, "request-soon"));
	ck_assert_int_eq(post(ADMIN, "/admin/chases/rungs/request-soon",
				 "used=1&days=5&side=before&to=head&subject=soon&text=names:+{names}"),
		303);
	ck_assert_int_eq(get(ADMIN, "/admin/chases"), 200);
	ck_assert(body_says(b, "期限の5日前"));
	ck_assert_int_eq(post(ADMIN, "/admin/chases/rungs/request-soon",
				 "days=5&side=before&to=head&subject=soon&text=names"),
		303);
	ck_assert_int_eq(get(ADMIN, "/admin/chases"), 200);
	ck_assert(body_says(b, "使わない"));
}
END_TEST

START_TEST(a_rung_is_added_and_what_does_not_fit_is_refused)
{
	ck_assert_int_eq(get(ADMIN, "/admin/chases/rungs/new"), 200);
	ck_assert_int_eq(get(ADMIN, "/admin/chases/rungs/nothing"), 404);
	ck_assert_int_eq(
		post(ADMIN, "/admin/chases/rungs/new",
			"about=request&used=1&days=9&side=after&to=owner&subject=s&text=typed+words"),
		422); /* nobody is in charge of a request */
	ck_assert(body_says(b, "typed words"));
	ck_assert_int_eq(post(ADMIN, "/admin/chases/rungs/new",
				 "about=nothing&used=1&days=9&side=after&to=lead&subject=s&text=t"),
		422);
	ck_assert_int_eq(post(ADMIN, "/admin/chases/rungs/new",
				 "about=measure&used=1&days=61&side=after&to=lead&subject=s&text=t"),
		422);
	ck_assert_int_eq(number("SELECT count(*) FROM chase_rung"), 0);
	ck_assert_int_eq(post(ADMIN, "/admin/chases/rungs/new",
				 "about=measure&used=1&days=21&side=after&to=lead&subject=s&text=t"),
		303);
	ck_assert_int_eq(get(ADMIN, "/admin/chases"), 200);
	ck_assert(body_says(b, "期限の21日後"));
}
END_TEST

START_TEST(whoever_has_no_mail_is_ticked_as_told)
{
	body_write(b, script_work,
		(void *)"DELETE FROM finding_reminder;"
			"INSERT INTO finding_reminder (id, finding_id, about, due_day, rung, recipient, "
			"person_id,"
			" address, subject, text, planned_at, state) SELECT 500, (SELECT min(id) FROM "
			"finding), "
			"'plan',"
			" 20000, 'plan-manager', 'manager', p.id, '', '', '', 1790000000, 'by_hand' FROM "
			"person p"
			" ORDER BY p.id LIMIT 1");
	ck_assert_int_eq(get(ADMIN, "/admin/chases"), 200);
	ck_assert(body_says(b, "口頭等で伝える人"));
	ck_assert_int_eq(post(LEAD, "/admin/chases", "box=findings&reminder=500"), 403);
	ck_assert_int_eq(post(ADMIN, "/admin/chases", "box=nothing&reminder=500"), 404);
	ck_assert_int_eq(post(ADMIN, "/admin/chases", "box=findings&reminder=x"), 404);
	ck_assert_int_eq(post(ADMIN, "/admin/chases", "box=findings&reminder=500"), 303);
	ck_assert_int_eq(
		number("SELECT count(*) FROM finding_reminder WHERE state = 'handed' AND sent_at > 0"), 1);
	ck_assert_int_eq(post(ADMIN, "/admin/chases", "box=findings&reminder=500"), 409); /* once */
	ck_assert_int_eq(get(ADMIN, "/admin/chases"), 200);
	ck_assert(!body_says(b, "口頭等で伝える人"));
	ck_assert_int_eq(get(ADMIN, "/admin/events"), 200);
	ck_assert(body_says(b, "監査の督促を口頭等で伝えた"));
}
END_TEST

/* The secretariat knows nothing of urgent reports and settles no reminder of one. */
START_TEST(a_reminder_of_an_urgent_report_is_not_the_secretariats)
{
	body_write(b, script_work,
		(void *)"INSERT INTO audit_reminder (id, engagement_id, about, about_id, due_day, rung, recipient,"
			" person_id, address, subject, text, planned_at, state) SELECT 600, 1, 'urgent', 1, 0, 'r',"
			" 'lead', p.id, '', '', '', 0, 'by_hand' FROM person p ORDER BY p.id LIMIT 1");
	ck_assert_int_eq(post(ADMIN, "/admin/chases", "box=audits&reminder=600"), 409);
	ck_assert_int_eq(number("SELECT count(*) FROM audit_reminder WHERE id = 600 AND state = 'by_hand'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM event WHERE what = 'audit_reminder_told'"), 0);
}
END_TEST

Suite *chases_page_suite(void);
Suite *
chases_page_suite(void)
{
	Suite *s = suite_create("chases_page");
	TCase *t = tcase_create("chases_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_secretariat_sees_the_ladder_and_changes_a_rung);
	tcase_add_test(t, a_rung_is_added_and_what_does_not_fit_is_refused);
	tcase_add_test(t, whoever_has_no_mail_is_ticked_as_told);
	tcase_add_test(t, a_reminder_of_an_urgent_report_is_not_the_secretariats);
	suite_add_tcase(s, t);
	return s;
}
