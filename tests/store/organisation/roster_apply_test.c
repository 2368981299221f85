#include "store/organisation/people.h"
#include "store/organisation/roster_import.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static struct err failure;
static const instant_t now = 1795400000; /* in November 2026 */

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
}

static void
teardown(void)
{
	small_teardown(&small);
}

static const struct roster *
roster(const char *csv)
{
	struct faults f = {.arena = arena};
	const struct roster *r = roster_parse(csv, strlen(csv), "roster.csv", &f);
	ck_assert_msg(f.count == 0, "line %d: %s", f.count > 0 ? f.items[0].line : 0,
		f.count > 0 ? f.items[0].text : "");
	return r;
}

struct applying {
	const struct roster *roster;
	day_t day;
};

static bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	const struct applying *w = p->with;
	return roster_apply(db, arena, w->roster, w->day, now, e);
}

static bool
apply_on(const char *csv, day_t day)
{
	struct applying w = {roster(csv), day};
	err_clear(&failure);
	return writer_run(store_writer(small.store), apply_work, &w, &failure);
}

static bool
apply(const char *csv)
{
	return apply_on(csv, day_of_instant(now));
}

#define HEAD_LINE "職員番号,氏名,フリガナ,職員種別,所属コード,所属名,ログイン名,権限\n"
#define UNCHANGED                                                                                                       \
	HEAD_LINE "0011,髙橋,,正規,A,総務課,,staff manager\n0012,山﨑,,正規,A,総務課,admin,staff admin\n" \
		  "0013,林,,正規,A,総務課,,staff manager\n0021,𠮷田,,正規,B,業務課,,staff manager\n"      \
		  "0022,葛,,会任,B,業務課,,\n"
#define LAST_ONE "0031,森,,正規,C,監査委員事務局,,\n"

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
