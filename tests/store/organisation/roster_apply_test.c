/* What a roster changes, and what it refuses. */
#include "store/organisation/rostered.h"

START_TEST(the_roster_of_today_compares_as_the_same)
{
	struct roster today;
	struct roster_difference *d;
	ck_assert(roster_current(small.db, arena, day_of_instant(now), &today, &failure));
	ck_assert_int_eq(today.count, 6);
	ck_assert_int_eq(roster_compare(arena, &today, roster(UNCHANGED LAST_ONE), &d), 0);
}
END_TEST

START_TEST(newcomers_get_a_department_and_an_account)
{
	ck_assert_msg(apply(UNCHANGED LAST_ONE
			      "0041,葛󠄀城,カツラギ,正規,F,水質課,katsuragi,staff manager\n"
			      "0042,新,,正規,F,水質課,,\n"),
		"%s", failure.text);
	struct account a;
	ck_assert(account_by_login(small.db, arena, "katsuragi", &a, &failure));
	ck_assert_str_eq(a.name, "葛󠄀城"); /* with its variation selector */
	ck_assert_int_eq(a.roles, ROLE_STAFF | ROLE_MANAGER);
	ck_assert_ptr_null(a.password);
	ck_assert(account_by_login(small.db, arena, "0042", &a, &failure));
	struct department d;
	ck_assert(department_find(small.db, arena, "F", day_of_instant(now), &d, &failure));
	ck_assert_str_eq(d.name, "水質課");
	ck_assert_int_eq(d.ord, 6);
	ck_assert_int_eq(d.valid_from, day_of(2026, 4, 1));
	ck_assert_int_eq(d.valid_to, 0);
}
END_TEST

START_TEST(leavers_become_inactive_and_are_never_deleted)
{
	char token[TOKEN_SIZE];
	struct db *db = db_open(small.body.path, DB_WRITE, NULL);
	ck_assert(session_create(db, 7, now - 100, token, &failure));
	db_close(db);
	ck_assert(apply(UNCHANGED));
	struct account a;
	struct session s;
	ck_assert_int_eq(
		body_number(small.db, "SELECT left_day IS NULL FROM person WHERE number = '0031'"), 0);
	ck_assert(account_find(small.db, arena, 7, &a, &failure));
	ck_assert(!a.active);
	ck_assert(session_find(small.db, arena, token, &s, &failure));
	ck_assert_int_eq(s.ended_at, now);
	struct department d;
	ck_assert(department_find(small.db, arena, "C", day_of_instant(now), &d, &failure));
	ck_assert_int_eq(d.valid_to, day_of_instant(now) - 1); /* nobody is left in it */
	ck_assert_int_gt(small_sheet_of(&small, ALONE_C), 0);
	ck_assert(apply(UNCHANGED LAST_ONE)); /* and comes back */
	ck_assert_int_eq(
		body_number(small.db, "SELECT left_day IS NULL FROM person WHERE number = '0031'"), 1);
	ck_assert(account_find(small.db, arena, 7, &a, &failure));
	ck_assert(a.active);
	ck_assert(department_find(small.db, arena, "C", day_of_instant(now), &d, &failure));
	ck_assert_int_eq(d.valid_to, 0);
}
END_TEST

/* "+F -C": what a roster would do to the departments; * renamed, ^ back. */
static const char *
departments_after(const char *csv)
{
	static const char marks[] = {[ROSTER_DEPARTMENT_NEW] = '+',
		[ROSTER_DEPARTMENT_RENAMED] = '*',
		[ROSTER_DEPARTMENT_BACK] = '^',
		[ROSTER_DEPARTMENT_ENDED] = '-'};
	struct roster today;
	struct roster_department *list;
	size_t count;
	const char *text = "";
	day_t day = day_of_instant(now);
	ck_assert(roster_current(small.db, arena, day, &today, &failure));
	ck_assert(roster_departments(small.db, arena, &today, roster(csv), day, &list, &count, &failure));
	for (size_t i = 0; i < count; i++)
		text = arena_printf(
			arena, "%s%s%c%s", text, i > 0 ? " " : "", marks[list[i].change], list[i].key);
	return text;
}

/* Said before, and so it is: each is tried and then done. */
START_TEST(what_a_roster_does_to_the_departments_is_said_before)
{
	static const char moved[] = HEAD_LINE
		"0011,髙橋,,正規,A,総務企画課,,staff manager\n0012,山﨑,,正規,A,総務企画課,admin,staff "
		"admin\n0013,林,,正規,F,水質課,,staff manager\n0021,𠮷田,,正規,F,水質課,,staff "
		"manager\n0022,葛,,会任,F,水質課,,\n" LAST_ONE;
	ck_assert_str_eq(departments_after(UNCHANGED LAST_ONE), "");
	ck_assert_str_eq(departments_after(UNCHANGED), "-C");
	ck_assert(apply(UNCHANGED));
	ck_assert_str_eq(departments_after(UNCHANGED LAST_ONE), "^C");
	ck_assert(apply(UNCHANGED LAST_ONE));
	ck_assert_str_eq(departments_after(moved), "*A +F -B");
	ck_assert(apply(moved));
	ck_assert_str_eq(departments_after(moved), "");
	struct department d;
	ck_assert(department_find(small.db, arena, "B", day_of_instant(now), &d, &failure));
	ck_assert_int_eq(d.valid_to, day_of_instant(now) - 1);
}
END_TEST

START_TEST(a_department_with_a_further_post_only_does_not_end)
{
	static const char head[] = "職員番号,氏名,所属コード,所属名,兼務\n";
	const char *held = arena_printf(arena,
		"%s0011,髙橋,A,総務課,C\n0012,山﨑,A,総務課,\n0013,林,A,総務課,\n"
		"0021,𠮷田,B,業務課,\n0022,葛,B,業務課,\n",
		head);
	ck_assert_str_eq(departments_after(held), ""); /* C lost 0031, and 0011 is in it besides */
	ck_assert_msg(apply(held), "%s", failure.text);
	struct department d;
	ck_assert(department_find(small.db, arena, "C", day_of_instant(now), &d, &failure));
	ck_assert_int_eq(d.valid_to, 0);
	ck_assert_str_eq(
		departments_after(UNCHANGED), ""); /* a file without the column leaves 兼務 as it is */
}
END_TEST

START_TEST(changes_are_taken_over)
{
	ck_assert(apply(HEAD_LINE
		"0011,髙橋,タカハシ,再任用,B,業務企画課,,\n"
		"0012,山﨑,,正規,A,総務課,admin,staff admin\n0013,林,,正規,A,総務課,,staff manager\n"
		"0021,𠮷田,,正規,B,業務企画課,,staff manager\n0022,葛,,会任,B,業務企画課,,\n" LAST_ONE));
	struct account a;
	ck_assert_int_eq(
		body_number(small.db, "SELECT o.department_id FROM person p JOIN post o ON o.person_id = p.id"
				      " WHERE p.number = '0011' AND o.valid_to IS NULL"
				      " AND p.kana = 'タカハシ' AND p.kind = '再任用'"),
		DEPARTMENT_B);
	ck_assert(account_find(small.db, arena, 2, &a, &failure));
	ck_assert_int_eq(a.roles, ROLE_STAFF);
	ck_assert_str_eq(a.department_name, "業務企画課");
}
END_TEST

START_TEST(two_people_may_change_sign_in_names)
{
	ck_assert_msg(
		apply(HEAD_LINE
			"0011,髙橋,,正規,A,総務課,admin,staff manager\n"
			"0012,山﨑,,正規,A,総務課,0011,staff admin\n0013,林,,正規,A,総務課,,staff manager\n"
			"0021,𠮷田,,正規,B,業務課,,staff manager\n0022,葛,,会任,B,業務課,,\n" LAST_ONE),
		"%s", failure.text);
	struct account a;
	ck_assert(account_by_login(small.db, arena, "admin", &a, &failure));
	ck_assert_int_eq(a.person_id, HEAD_A);
	ck_assert(account_by_login(small.db, arena, "0011", &a, &failure));
	ck_assert_int_eq(a.person_id, CLERK_A);
}
END_TEST

START_TEST(a_name_outside_the_roster_is_refused_and_nothing_changes)
{
	ck_assert(!apply(UNCHANGED "0050,新,,正規,A,総務課,newcomer,\n0051,他,,正規,G,新課,outside,\n"));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(failure.text, "line 8"));
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM person WHERE number = '0050'"), 0);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM department WHERE key = 'G'"), 0);
	ck_assert_int_eq(body_number(small.db, "SELECT left_day IS NULL FROM person WHERE id = 31"), 1);
}
END_TEST

START_TEST(a_roster_that_leaves_no_administrator_is_refused)
{
	static const char without_roles[] = "職員番号,氏名,所属コード,所属名,ログイン名,権限\n"
					    "0011,髙橋,A,総務課,,\n0012,山﨑,A,総務課,admin,\n";
	struct db *db = db_open(small.body.path, DB_WRITE, NULL);
	ck_assert(apply(without_roles)); /* there is one outside the roster */
	ck_assert(apply(UNCHANGED LAST_ONE));
	ck_assert(db_script(db, "UPDATE account SET active = 0 WHERE id = 1", &failure));
	db_close(db);
	ck_assert(!apply(without_roles));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_int_eq(body_number(small.db, "SELECT roles FROM account WHERE id = 3"), 17);
	ck_assert_int_eq(body_number(small.db, "SELECT left_day IS NULL FROM person WHERE id = 31"), 1);
}
END_TEST

START_TEST(departments_keep_what_the_roster_does_not_say)
{
	ck_assert(apply(UNCHANGED LAST_ONE));
	struct department *list;
	size_t count;
	ck_assert(departments_list(small.db, arena, 40000, &list, &count, &failure));
	ck_assert_int_eq(count, 4); /* D ended long ago */
	ck_assert_int_eq(list[0].flags, flag_parse("NET"));
	ck_assert_str_eq(list[2].kind, "committee");
	ck_assert_int_eq(list[3].valid_from, 40000); /* E has no people yet and does not end */
	ck_assert_int_eq(list[3].valid_to, 0);
}
END_TEST

Suite *roster_apply_suite(void);
Suite *
roster_apply_suite(void)
{
	Suite *s = suite_create("roster_apply");
	TCase *t = tcase_create("roster_apply");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_roster_of_today_compares_as_the_same);
	tcase_add_test(t, newcomers_get_a_department_and_an_account);
	tcase_add_test(t, leavers_become_inactive_and_are_never_deleted);
	tcase_add_test(t, what_a_roster_does_to_the_departments_is_said_before);
	tcase_add_test(t, a_department_with_a_further_post_only_does_not_end);
	tcase_add_test(t, changes_are_taken_over);
	tcase_add_test(t, two_people_may_change_sign_in_names);
	tcase_add_test(t, a_name_outside_the_roster_is_refused_and_nothing_changes);
	tcase_add_test(t, a_roster_that_leaves_no_administrator_is_refused);
	tcase_add_test(t, departments_keep_what_the_roster_does_not_say);
	suite_add_tcase(s, t);
	return s;
}
