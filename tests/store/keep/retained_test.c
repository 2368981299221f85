#include "store/ended.h"

static struct ended x;
static struct err e;

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
}

static void
teardown(void)
{
	ended_teardown(&x);
}

/* By hand: what there is, and the last day of each. */
static const struct {
	const char *kind;
	int64_t count;
	int year; /* 31 March of it */
} rows[] = {
	{"sheets", 16 + 4, 2030}, /* of people and of offices */
	{"evidence", 2, 2030}, {"paper", 2, 2030}, {"training", 1, 2030}, {"decisions", 1, 2030},
	{"reminders", 2 + 1, 2028},                       /* and the wave */
	{"tallies", 0, 2032}, {"documents", 1 + 1, 2032}, /* and the approval */
	{"plans", 1 + 1, 2032},                           /* and the practice */
};
enum { KINDS = sizeof rows / sizeof *rows };

START_TEST(every_kind_counts_from_the_fiscal_year_after_the_end)
{
	for (size_t i = 0; i < KINDS; i++) {
		struct retained r = ended_look(&x, rows[i].kind, day_of(2027, 4, 1));
		ck_assert_msg(r.state == RETAINED_KEPT, "%s", rows[i].kind);
		ck_assert_int_eq(r.span.starts, day_of(2027, 4, 1));
		ck_assert_msg(r.span.expires == day_of(rows[i].year, 3, 31), "%s", rows[i].kind);
		if (rows[i].count > 0)
			ck_assert_msg(r.count == rows[i].count, "%s: %lld", rows[i].kind, (long long)r.count);
		ck_assert_int_gt(r.count, 0);
	}
}
END_TEST

START_TEST(each_expires_the_day_after_its_last)
{
	for (size_t i = 0; i < KINDS; i++) {
		day_t last = day_of(rows[i].year, 3, 31);
		ck_assert_int_eq(ended_look(&x, rows[i].kind, last).state, RETAINED_KEPT);
		ck_assert_int_eq(ended_look(&x, rows[i].kind, last + 1).state, RETAINED_EXPIRED);
	}
}
END_TEST

START_TEST(what_has_not_ended_is_not_counted)
{
	ended_script(&x, "UPDATE cycle SET state = 'improving', ended_at = NULL");
	struct retained r = ended_look(&x, "sheets", day_of(2099, 4, 1));
	ck_assert_int_eq(r.state, RETAINED_OPEN);
	ck_assert(!retained_may_go(&r, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

START_TEST(a_day_either_side_of_the_new_fiscal_year_makes_a_year)
{
	ended_script(&x, "UPDATE cycle SET ended_at = 1806505199"); /* 2027-03-31 23:59:59 JST */
	ck_assert_int_eq(ended_look(&x, "sheets", day_of(2027, 5, 1)).span.starts, day_of(2027, 4, 1));
	ended_script(&x, "UPDATE cycle SET ended_at = 1806505200"); /* 2027-04-01 00:00:00 JST */
	ck_assert_int_eq(ended_look(&x, "sheets", day_of(2027, 5, 1)).span.starts, day_of(2028, 4, 1));
}
END_TEST

START_TEST(sheets_are_kept_as_long_as_what_belongs_to_them)
{
	day_t day = day_of(2030, 4, 1);
	ck_assert_int_eq(ended_look(&x, "sheets", day).state, RETAINED_EXPIRED);
	ck_assert_msg(ended_class(&x, "evidence", "5", "監査に使うため", &e), "%s", e.text);
	struct retained r = ended_look(&x, "sheets", day);
	ck_assert_int_eq(r.state, RETAINED_KEPT);
	ck_assert_int_eq(r.span.expires, day_of(2032, 3, 31));
	ck_assert_int_eq(ended_look(&x, "paper", day).state, RETAINED_EXPIRED);
	ended_script(&x, "DELETE FROM attachment"); /* without any there is nothing to wait for */
	ck_assert_int_eq(ended_look(&x, "sheets", day).state, RETAINED_EXPIRED);
}
END_TEST

START_TEST(a_longer_class_counts_at_once_and_a_shorter_one_disposes_of_nothing)
{
	day_t day = day_of(2028, 4, 1);
	ck_assert_msg(ended_class(&x, "tallies", "ever", "経年の比較に使うため", &e), "%s", e.text);
	ck_assert(ended_look(&x, "tallies", day_of(2099, 1, 1)).span.endless);
	struct retained r = ended_look(&x, "tallies", day_of(2099, 1, 1));
	ck_assert(!retained_may_go(&r, &e));
	ck_assert_msg(ended_class(&x, "decisions", "1", "長く持たないため", &e), "%s", e.text);
	ck_assert_int_eq(ended_look(&x, "decisions", day).state, RETAINED_EXPIRED);
	ck_assert_int_eq(ended_look(&x, "decisions", day).count, 1);
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM event WHERE what = 'retention_changed'"), 2);
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM retention_change"), 2);
}
END_TEST

START_TEST(a_class_is_not_changed_without_reason_or_to_nothing_known)
{
	static const struct {
		const char *kind, *class, *reason;
	} bad[] = {{"sheets", "5", ""}, {"sheets", "5", "　"}, {"sheets", "2", "理由"},
		{"sheets", "use", "理由"}, {"sheets", "", "理由"},
		{"sheets", "3", "理由"}, /* it has it already */
		{"gossip", "5", "理由"}, {"roster", "5", "理由"}, {"cycles", "1", "理由"}};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(!ended_class(&x, bad[i].kind, bad[i].class, bad[i].reason, &e), "%s %s",
			bad[i].kind, bad[i].class);
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
	char *long_reason = arena_alloc(x.review.arena, RETENTION_REASON_MOST + 2);
	memset(long_reason, 'x', RETENTION_REASON_MOST + 1);
	ck_assert(!ended_class(&x, "sheets", "5", long_reason, &e));
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM retention_change"), 0);
}
END_TEST

START_TEST(the_changes_are_told_with_who_and_why)
{
	struct retention_change *list;
	size_t count;
	ck_assert(ended_class(&x, "sheets", "5", "監査に使うため", &e));
	ck_assert(ended_class(&x, "sheets", "10", "<もっと>", &e));
	ck_assert(retention_changes_list(x.review.db, x.review.arena, &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(list[0].years, 10);
	ck_assert_str_eq(list[0].reason, "<もっと>");
	ck_assert_str_eq(list[1].who, "admin");
	ck_assert_int_eq(ended_look(&x, "sheets", day_of(2028, 4, 1)).kind->years, 10);
	ck_assert_int_eq(ended_look(&x, "sheets", day_of(2028, 4, 1)).kind->shipped, 3);
}
END_TEST

/* ---- holds ------------------------------------------------------------------------------- */

START_TEST(a_hold_stops_one_kind_or_all_until_it_is_lifted)
{
	day_t day = day_of(2033, 4, 1);
	struct hold *list;
	size_t count;
	ck_assert_msg(ended_hold(&x, "sheets", "情報公開請求のため", &e), "%s", e.text);
	struct retained r = ended_look(&x, "sheets", day);
	ck_assert_int_eq(r.state, RETAINED_HELD);
	ck_assert(!retained_may_go(&r, &e));
	ck_assert(strstr(e.text, "情報公開請求のため") != NULL);
	ck_assert_int_eq(ended_look(&x, "evidence", day).state, RETAINED_EXPIRED);
	ck_assert(ended_hold(&x, "", "監査中のため", &e));
	ck_assert_int_eq(ended_look(&x, "evidence", day).state, RETAINED_HELD);
	ck_assert_msg(ended_lift(&x, ended_subject(), 2, "監査が終わったため", &e), "%s", e.text);
	ck_assert_int_eq(ended_look(&x, "evidence", day).state, RETAINED_EXPIRED);
	ck_assert_int_eq(ended_look(&x, "sheets", day).state, RETAINED_HELD);
	ck_assert(holds_list(x.review.db, x.review.arena, ended_subject(), &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].lifted_reason, "監査が終わったため");
	ck_assert_str_eq(list[1].title, "個票");
	ck_assert_int_eq(list[1].lifted_at, 0);
	ck_assert_int_eq(
		ended_number(&x, "SELECT count(*) FROM event WHERE what IN ('hold_set', 'hold_lifted')"), 3);
}
END_TEST

START_TEST(holds_need_a_reason_and_a_kind_there_is)
{
	ck_assert(!ended_hold(&x, "sheets", "", &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!ended_hold(&x, "gossip", "理由", &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!ended_hold(&x, "events", "理由", &e)); /* kept by fiscal year, not by cycle */
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(ended_hold(&x, "sheets", "理由", &e));
	ck_assert(!ended_lift(&x, ended_subject(), 1, " ", &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!ended_lift(&x, ended_subject(), 9, "理由", &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!ended_lift(&x, (struct record_subject){0, 2026}, 1, "理由", &e)); /* of another subject */
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(ended_lift(&x, ended_subject(), 1, "理由", &e));
	ck_assert(!ended_lift(&x, ended_subject(), 1, "理由", &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

/* ---- by fiscal year ------------------------------------------------------------------------ */

START_TEST(the_log_and_the_jobs_are_kept_by_fiscal_year)
{
	struct retained *list;
	size_t count;
	int *years;
	struct record_subject year = {0, 2026};
	ended_script(&x,
		"INSERT INTO job (kind, subject, state, created_at) VALUES"
		" ('documents', '一つ', 'done', 1774969199)," /* 2026-03-31 23:59:59 JST: fiscal 2025 */
		" ('documents', '二つ', 'done', 1774969200),"
		" ('documents', '三つ', 'running', 1774969201),"
		" ('documents', '四つ', 'failed', 1806505199)," /* 2027-03-31 23:59:59 JST */
		" ('documents', '五つ', 'done', 1806505200)");
	ck_assert_msg(
		retained_list(x.review.db, x.review.arena, year, day_of(2027, 4, 1), 0, &list, &count, &e),
		"%s", e.text);
	ck_assert_uint_eq(count, 5); /* findings, audits and the policy, too */
	const struct retained *jobs = retained_find(list, count, "jobs");
	ck_assert_int_eq(jobs->count, 2); /* one that goes on is not counted */
	ck_assert_int_eq(jobs->span.expires, day_of(2028, 3, 31));
	ck_assert_int_eq(jobs->state, RETAINED_KEPT);
	ck_assert_int_eq(retained_find(list, count, "events")->span.expires, day_of(2032, 3, 31));
	ck_assert(
		retained_list(x.review.db, x.review.arena, year, day_of(2027, 3, 31), 0, &list, &count, &e));
	ck_assert_int_eq(retained_find(list, count, "jobs")->state, RETAINED_OPEN);
	ck_assert(record_years(x.review.db, x.review.arena, day_of(2028, 6, 1), &years, &count, &e));
	ck_assert_uint_eq(count, 3); /* 2027, 2026, 2025 */
	ck_assert_int_eq(years[0], 2027);
	ck_assert_int_eq(years[2], 2025);
}
END_TEST

Suite *retained_suite(void);
Suite *
retained_suite(void)
{
	Suite *s = suite_create("retained");
	TCase *t = tcase_create("retained");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, every_kind_counts_from_the_fiscal_year_after_the_end);
	tcase_add_test(t, each_expires_the_day_after_its_last);
	tcase_add_test(t, what_has_not_ended_is_not_counted);
	tcase_add_test(t, a_day_either_side_of_the_new_fiscal_year_makes_a_year);
	tcase_add_test(t, sheets_are_kept_as_long_as_what_belongs_to_them);
	tcase_add_test(t, a_longer_class_counts_at_once_and_a_shorter_one_disposes_of_nothing);
	tcase_add_test(t, a_class_is_not_changed_without_reason_or_to_nothing_known);
	tcase_add_test(t, the_changes_are_told_with_who_and_why);
	tcase_add_test(t, a_hold_stops_one_kind_or_all_until_it_is_lifted);
	tcase_add_test(t, holds_need_a_reason_and_a_kind_there_is);
	tcase_add_test(t, the_log_and_the_jobs_are_kept_by_fiscal_year);
	suite_add_tcase(s, t);
	return s;
}
