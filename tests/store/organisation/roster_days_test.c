/* A roster has days: transfers, further posts, hiring and leaving. */
#include "store/organisation/rostered.h"

/* ---- days -------------------------------------------------------------------------------- */

static const char *
posts(const char *number)
{
	struct person p;
	struct post *list;
	size_t count;
	char from[16], to[16];
	const char *text = "";
	ck_assert(person_by_number(small.db, arena, number, &p, &failure));
	ck_assert(posts_of_person(small.db, arena, p.id, &list, &count, &failure));
	for (size_t i = 0; i < count; i++) {
		strcpy(to, "");
		day_format(list[i].valid_from, from);
		if (list[i].valid_to != 0)
			day_format(list[i].valid_to, to);
		text = arena_printf(arena, "%s%s%s%s%s %s..%s;", text, list[i].main ? "" : "+",
			list[i].department_key, list[i].title[0] != '\0' ? " " : "", list[i].title, from, to);
	}
	return text;
}

static int64_t
counted(const char *sql)
{
	return body_number(small.db, sql);
}

#define OTHERS                                                                                               \
	"0012,山﨑,,正規,A,総務課,admin,staff admin\n0013,林,,正規,A,総務課,,staff manager\n"   \
	"0021,𠮷田,,正規,B,業務課,,staff manager\n0022,葛,,会任,B,業務課,,\n" LAST_ONE

START_TEST(a_transfer_ends_the_old_post_the_day_before_and_moves_no_answer)
{
	/* The cycle stands on the base date, 2026-06-01; the transfer is of 10-01, while it is open. */
	int64_t sheet = small_sheet_of(&small, HEAD_A);
	ck_assert(
		apply_on(HEAD_LINE "0011,髙橋,,正規,B,業務課,,staff manager\n" OTHERS, day_of(2026, 10, 1)));
	ck_assert_str_eq(posts("0011"), "B 2026-10-01..;A 1970-01-01..2026-09-30;");
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, sheet, &s, &failure));
	ck_assert_int_eq(s.department_id, DEPARTMENT_A);
	ck_assert_str_eq(s.department_name, "総務課");
	ck_assert_int_eq(
		counted("SELECT asked FROM progress WHERE set_key = 'tiny' AND department_id = 1"), 3);
	ck_assert_int_eq(
		counted("SELECT asked FROM progress WHERE set_key = 'tiny' AND department_id = 2"), 2);
	struct roster then;
	ck_assert(roster_current(small.db, arena, day_of(2026, 9, 30), &then, &failure));
	ck_assert_str_eq(then.rows[0].number, "0011");
	ck_assert_str_eq(then.rows[0].department, "A");
}
END_TEST

START_TEST(a_roster_of_a_past_day_leaves_alone_what_began_later)
{
	ck_assert(
		apply_on(HEAD_LINE "0011,髙橋,,正規,B,業務課,,staff manager\n" OTHERS, day_of(2026, 10, 1)));
	/* In June the person was in C, says the roster of June; since October still in B. */
	ck_assert(apply_on(
		HEAD_LINE "0011,髙橋,,正規,C,監査委員事務局,,staff manager\n" OTHERS, day_of(2026, 6, 1)));
	ck_assert_str_eq(posts("0011"), "B 2026-10-01..;C 2026-06-01..2026-09-30;A 1970-01-01..2026-05-31;");
	/* A roster of July that lacks the person: away from July, back in October. */
	ck_assert(apply_on(HEAD_LINE OTHERS, day_of(2026, 7, 1)));
	ck_assert_str_eq(posts("0011"), "B 2026-10-01..;C 2026-06-01..2026-06-30;A 1970-01-01..2026-05-31;");
	ck_assert_int_eq(
		counted("SELECT count(*) FROM person WHERE number = '0011' AND left_day IS NULL"), 1);
	ck_assert_int_eq(counted("SELECT active FROM account WHERE person_id = 11"), 1);
}
END_TEST

START_TEST(a_roster_does_not_count_from_the_future)
{
	ck_assert(!apply_on(UNCHANGED LAST_ONE, day_of_instant(now) + 1));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(failure.text, "future"));
}
END_TEST

START_TEST(a_missing_column_keeps_what_is_stored)
{
	ck_assert(apply(
		"職員番号,氏名,所属コード,所属名,メール,職名,フリガナ\n"
		"0011,髙橋,A,総務課,t@example.jp,課長,タカハシ\n0012,山﨑,A,総務課,,,\n0013,林,A,総務課,,,\n"
		"0021,𠮷田,B,業務課,,,\n0022,葛,B,業務課,,,\n0031,森,C,監査委員事務局,,,\n"));
	struct account a;
	ck_assert(account_by_login(small.db, arena, "admin", &a, &failure)); /* neither sign-in name … */
	ck_assert_int_eq(a.roles, 17);                                       /* … nor roles */
	ck_assert_int_eq(counted("SELECT count(*) FROM person WHERE kind = '会任'"), 1);
	ck_assert(
		apply("職員番号,氏名,所属コード,所属名\n0011,髙橋,A,総務課\n0012,山﨑,A,総務課\n"
		      "0013,林,A,総務課\n0021,𠮷田,B,業務課\n0022,葛,B,業務課\n0031,森,C,監査委員事務局\n"));
	ck_assert_int_eq(
		counted("SELECT count(*) FROM person WHERE mail = 't@example.jp' AND kana = 'タカハシ'"), 1);
	ck_assert_str_eq(posts("0011"), "A 課長 2026-11-23..;A 1970-01-01..2026-11-22;");
	/* The column is there and empty: that is said. */
	ck_assert(apply(
		"職員番号,氏名,所属コード,所属名,メール\n0011,髙橋,A,総務課,\n0012,山﨑,A,総務課,\n"
		"0013,林,A,総務課,\n0021,𠮷田,B,業務課,\n0022,葛,B,業務課,\n0031,森,C,監査委員事務局,\n"));
	ck_assert_int_eq(counted("SELECT count(*) FROM person WHERE mail <> ''"), 0);
}
END_TEST

START_TEST(every_changed_column_is_named)
{
	struct roster today;
	struct roster_difference *d;
	enum roster_column *columns;
	ck_assert(roster_current(small.db, arena, day_of_instant(now), &today, &failure));
	const struct roster *r =
		roster("職員番号,氏名,所属コード,所属名,権限,兼務,採用日,休職開始日\n"
		       "0011,高橋,B,業務課,事務局,C A,2020/4/1,2026-12-01\n0012,山﨑,A,総務課,admin,,,\n"
		       "0013,林,A,総務課,manager,,,\n0021,𠮷田,B,業務課,manager,,,\n0022,葛,B,業務課,,,,\n"
		       "0031,森,C,監査委員事務局,,,,\n");
	ck_assert_int_eq(roster_compare(arena, &today, r, &d), 1);
	size_t count = roster_changed(arena, &d[0], &columns);
	const char *said = "";
	for (size_t i = 0; i < count; i++)
		said = arena_printf(arena, "%s%s %s→%s;", said, roster_title(columns[i]),
			roster_text(arena, d[0].before, columns[i]),
			roster_text(arena, d[0].after, columns[i]));
	ck_assert_str_eq(said,
		"氏名 髙橋→高橋;所属コード A→B;所属名 総務課→業務課;権限 職員・所属長→職員・事務局;"
		"兼務 →A C;採用日 →2020-04-01;休職開始日 →2026-12-01;");
}
END_TEST

#define WIDE "職員番号,氏名,所属コード,所属名,兼務,採用日,退職日,休職開始日,休職終了日,休職事由\n"
#define WIDE_OTHERS                                                                                          \
	"0012,山﨑,A,総務課,,,,,,\n0013,林,A,総務課,,,,,,\n0021,𠮷田,B,業務課,,,,,,\n"        \
	"0022,葛,B,業務課,,,,,,\n0031,森,C,監査委員事務局,,,,,,\n"

START_TEST(further_posts_begin_and_end)
{
	ck_assert_msg(apply_on(WIDE "0011,髙橋,A,総務課,C B,,,,,\n" WIDE_OTHERS, day_of(2026, 7, 1)), "%s",
		failure.text);
	ck_assert_str_eq(posts("0011"), "+B 2026-07-01..;+C 2026-07-01..;A 1970-01-01..;");
	ck_assert(apply_on(WIDE "0011,髙橋,A,総務課,C,,,,,\n" WIDE_OTHERS, day_of(2026, 9, 1)));
	ck_assert_str_eq(posts("0011"), "+B 2026-07-01..2026-08-31;+C 2026-07-01..;A 1970-01-01..;");
	/* A department whose people all have their main post elsewhere goes on. */
	ck_assert(
		apply_on(WIDE "0011,髙橋,A,総務課,C,,,,,\n0012,山﨑,A,総務課,,,,,,\n0013,林,A,総務課,,,,,,\n"
			      "0021,𠮷田,B,業務課,,,,,,\n0022,葛,B,業務課,,,,,,\n0031,森,B,業務課,,,,,,\n",
			day_of(2026, 10, 1)));
	struct department c;
	ck_assert(department_find(small.db, arena, "C", day_of(2026, 10, 1), &c, &failure));
	ck_assert_int_eq(c.valid_to, 0);
}
END_TEST

START_TEST(hiring_leaving_and_absence_have_days)
{
	const char *csv = WIDE "0011,髙橋,A,総務課,,,2027-03-31,2026-06-10,,育休\n" WIDE_OTHERS
			       "0042,新,A,総務課,,2026-05-01,,,,\n0043,後,A,総務課,,2026-08-01,,,,\n";
	ck_assert_msg(apply_on(csv, day_of(2026, 6, 1)), "%s", failure.text);
	ck_assert_str_eq(posts("0011"), "A 1970-01-01..2027-03-31;");
	ck_assert_str_eq(posts("0042"), "A 2026-05-01..;"); /* since the hiring, as far as is known */
	ck_assert_str_eq(posts("0043"), "A 2026-08-01..;"); /* only after the roster's day */
	ck_assert_int_eq(counted("SELECT left_day FROM person WHERE number = '0011'"), day_of(2027, 3, 31));
	ck_assert_int_eq(counted("SELECT active FROM account WHERE person_id = 11"), 1); /* until then */
	ck_assert_int_eq(counted("SELECT from_day FROM absence WHERE person_id = 11 AND to_day IS NULL"
				 " AND reason = '育休'"),
		day_of(2026, 6, 10));
	struct roster then;
	struct roster_difference *d;
	ck_assert(roster_current(small.db, arena, day_of(2026, 6, 1), &then, &failure));
	ck_assert_int_eq(roster_compare(arena, &then, roster(csv), &d), 0); /* and says the same again */
	struct account a;
	ck_assert(account_by_login(small.db, arena, "0011", &a, &failure));
	ck_assert(account_usable(&a, instant_of_day(day_of(2027, 3, 31))));
	ck_assert(!account_usable(&a, instant_of_day(day_of(2027, 4, 1))));
	/* Back from the absence, and staying on after all. */
	ck_assert(apply_on(WIDE "0011,髙橋,A,総務課,,,,,,\n" WIDE_OTHERS
				"0042,新,A,総務課,,,,,,\n0043,後,A,総務課,,,,,,\n",
		day_of(2026, 10, 1)));
	ck_assert_str_eq(posts("0011"), "A 1970-01-01..;");
	ck_assert_int_eq(counted("SELECT to_day FROM absence WHERE person_id = 11"), day_of(2026, 9, 30));
}
END_TEST

START_TEST(what_does_not_fit_is_refused_with_its_line)
{
	static const struct {
		const char *row, *said;
	} refused[] = {
		{"0050,新,A,総務課,X,,,,,\n", "line 7: 兼務: there is no department X on that day"},
		{"0050,新,A,総務課,D,,,,,\n", "line 7: 兼務: there is no department D on that day"},
		{"0050,新,A,総務課,,,2026-05-31,,,\n",
			"line 7: 新 left before the day from which the roster counts"},
		{"0050,新,E,新工務課,,,,,,\n", "line 7: E 新工務課 did not exist yet on that day"},
	};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		ck_assert(!apply_on(arena_printf(arena, "%s%s%s", WIDE, WIDE_OTHERS, refused[i].row),
			day_of(2026, 6, 1)));
		ck_assert_str_eq(failure.text, refused[i].said);
		ck_assert_int_eq(counted("SELECT count(*) FROM person"), 7);
	}
}
END_TEST

Suite *roster_days_suite(void);
Suite *
roster_days_suite(void)
{
	Suite *s = suite_create("roster_days");
	TCase *t = tcase_create("roster_days");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_transfer_ends_the_old_post_the_day_before_and_moves_no_answer);
	tcase_add_test(t, a_roster_of_a_past_day_leaves_alone_what_began_later);
	tcase_add_test(t, a_roster_does_not_count_from_the_future);
	tcase_add_test(t, a_missing_column_keeps_what_is_stored);
	tcase_add_test(t, every_changed_column_is_named);
	tcase_add_test(t, further_posts_begin_and_end);
	tcase_add_test(t, hiring_leaving_and_absence_have_days);
	tcase_add_test(t, what_does_not_fit_is_refused_with_its_line);
	suite_add_tcase(s, t);
	return s;
}
