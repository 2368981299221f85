/* A paper is typed in by its code. */
#include "web/sheet/proxied.h"

START_TEST(a_code_with_a_wrong_check_digit_is_refused_with_a_sentence)
{
	char *code = arena_strdup(arena, demo_sheet(mine).code);
	size_t last = strlen(code) - 1;
	code[last] = code[last] == '7' ? '3' : '7';
	ck_assert_int_eq(body_as(b, ADMIN, "GET", arena_printf(arena, "/proxy?code=%s", code), NULL), 422);
	ck_assert(body_says(b, "is not the code of a sheet; look at it once more"));
	ck_assert(body_says(b, code)); /* what was typed is there to be mended */
	ck_assert_int_eq(body_as(b, ADMIN, "GET", proxy_path(code), NULL), 404);
}
END_TEST

START_TEST(a_code_leads_to_the_sheet_however_it_was_typed)
{
	const char *code = demo_sheet(mine).code;
	char *typed = arena_strdup(arena, code);
	for (char *at = typed; *at != '\0'; at++)
		*at = *at == '-' ? ' ' : *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
	ck_assert_int_eq(body_as(b, ADMIN, "GET",
				 arena_printf(arena, "/proxy?code=%s", query_escape(arena, typed)), NULL),
		303);
	ck_assert(body_says(b, arena_printf(arena, "Location: %s\r\n", proxy_path(code))));
}
END_TEST

START_TEST(a_whole_paper_is_submitted_and_says_by_whom_and_of_which_day)
{
	struct sheet s = demo_sheet(mine);
	day_t today = day_of_instant(clock_now());
	ck_assert_int_eq(body_as(b, ADMIN, "GET", proxy_path(s.code), NULL), 200);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), whole_paper(&s, today)), 303);
	ck_assert(body_says(b, "Location: /proxy?done=R"));
	s = demo_sheet(mine);
	ck_assert_ptr_nonnull(s.submitted);
	ck_assert_int_ne(s.proxy_at, 0);
	ck_assert_int_eq(number_of("SELECT day FROM paper WHERE sheet_id = $1", mine), today);
	ck_assert_int_eq(number_of("SELECT count(*) FROM paper p JOIN account a ON a.id = p.typed_by"
				   " JOIN sheet s ON s.id = p.sheet_id AND s.proxy_by = a.id"
				   " AND s.proxy_at = p.typed_at WHERE a.login = 'admin' AND s.id = $1",
				 mine),
		1);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/admin/events", NULL), 200);
	ck_assert(body_says(b, "代理入力"));
}
END_TEST

START_TEST(a_paper_that_lacks_something_changes_nothing_and_is_shown_again)
{
	struct sheet s = demo_sheet(mine);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code),
				 arena_printf(arena, "revision=0&do=submit&day=%s&S611=no&S611-r=typed",
					 day_text(day_of_instant(clock_now())))),
		422);
	ck_assert(body_says(b, "まだ登録していません"));
	ck_assert(body_says(b, "value=\"typed\""));
	s = demo_sheet(mine);
	ck_assert_ptr_null(s.draft);
	ck_assert_ptr_null(s.submitted);
}
END_TEST

START_TEST(a_day_of_the_future_or_of_before_the_opening_is_refused)
{
	struct sheet s = demo_sheet(mine);
	day_t opens = (day_t)number_of("SELECT opens_day FROM cycle WHERE id = $1", s.cycle_id);
	const day_t wrong[] = {day_of_instant(clock_now()) + 1, opens - 1};
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(
			body_as(b, ADMIN, "POST", proxy_path(s.code), whole_paper(&s, wrong[i])), 422);
		ck_assert(body_says(b, "から今日までの日付を入力してください"));
		ck_assert(body_says(b, day_text(wrong[i])));
		ck_assert_ptr_null(demo_sheet(mine).submitted);
	}
}
END_TEST

/* ---- the order and the day of the papers ------------------------------------------------ */

/* The ids of the questions as they stand on the printed sheet, one after another. */
static const char *
printed_order(const struct sheet *s, const struct questionnaire *q)
{
	struct err e = {0};
	struct report paper;
	struct report_request rq = {
		.name = "sheet-blank", .cycle_id = s->cycle_id, .sheet_id = s->id, .now = clock_now()};
	const char *list = "";
	ck_assert_msg(report_make(b->store, arena, &rq, &paper, &e), "%s", e.text);
	for (size_t i = 0; i < paper.section_count; i++) {
		const struct table *t = paper.sections[i].table;
		for (size_t r = 0; t != NULL && r < t->row_count; r++) {
			const char *first = t->cells[r * t->column_count].text;
			if (first != NULL && questionnaire_find(q, first) != NULL)
				list = arena_printf(arena, "%s %s", list, first);
		}
	}
	return list;
}

/* The same on the page that is filled in from it. */
static const char *
typed_order(const struct questionnaire *q)
{
	static const char start[] = "<label for=\"";
	const char *list = "";
	for (const char *at = b->answer.data; (at = strstr(at, start)) != NULL;) {
		at += sizeof start - 1;
		const char *id = arena_strndup(arena, at, strcspn(at, "-\""));
		char ending = at[strlen(id)] == '-' ? at[strlen(id) + 1] : ' ';
		const struct item *item = questionnaire_find(q, id);
		if (item != NULL && ending == (item->scale->text ? 'x' : '1'))
			list = arena_printf(arena, "%s %s", list, id);
	}
	return list;
}

SQL(find_of_sets, "SELECT min(s.id) FROM sheet s JOIN sheet o ON o.id = $1 AND o.cycle_id = s.cycle_id"
		  " WHERE s.code IS NOT NULL GROUP BY s.set_key, s.flags");

START_TEST(the_questions_stand_in_the_order_they_have_on_the_printed_sheet)
{
	struct err e = {0};
	struct rows r;
	int64_t sheets[64];
	size_t count = 0;
	ck_assert(db_query(store_reader(b->store, &e), &r, &e, find_of_sets, "i", mine));
	while (count < 64 && rows_next(&r))
		sheets[count++] = row_int(&r, 0);
	ck_assert(rows_end(&r, &e));
	ck_assert_uint_ge(count, 5);
	bool regrouped = false;
	for (size_t i = 0; i < count; i++) {
		struct sheet s = demo_sheet(sheets[i]);
		const struct questionnaire *q = store_cycle_set(b->store, s.cycle_id, s.set_key, &e);
		const char *filed = "";
		for (size_t k = 0; k < q->count; k++)
			if (item_applies(&q->items[k], s.flags))
				filed = arena_printf(arena, "%s %s", filed, q->items[k].id);
		ck_assert_int_eq(body_as(b, ADMIN, "GET", proxy_path(s.code), NULL), 200);
		ck_assert_str_eq(typed_order(q), printed_order(&s, q));
		ck_assert_uint_eq(strlen(typed_order(q)), strlen(filed)); /* every one, once */
		regrouped |= strcmp(filed, printed_order(&s, q)) != 0;
	}
	ck_assert(regrouped); /* it is an order of its own */
}
END_TEST

static bool
day_stands(day_t day)
{
	return body_says(b, arena_printf(arena, "name=\"day\" value=\"%s\"", day_text(day)));
}

START_TEST(the_day_of_the_paper_before_goes_along)
{
	struct sheet s = demo_sheet(mine);
	day_t today = day_of_instant(clock_now()), before = today - 1;
	ck_assert_int_ge(before, number_of("SELECT opens_day FROM cycle WHERE id = $1", s.cycle_id));
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), whole_paper(&s, before)), 303);
	ck_assert(body_says(b, arena_printf(arena, "&day=%s", day_text(before))));
	ck_assert_int_eq(
		body_as(b, ADMIN, "GET",
			arena_printf(arena, "/proxy?done=R08-000001-1&day=%s", day_text(before)), NULL),
		200);
	ck_assert(day_stands(before));
	const char *next = demo_sheet(others).code;
	ck_assert_int_eq(body_as(b, ADMIN, "GET",
				 arena_printf(arena, "/proxy?code=%s&day=%s", next, day_text(before)), NULL),
		303);
	ck_assert(body_says(
		b, arena_printf(arena, "Location: %s?day=%s\r\n", proxy_path(next), day_text(before))));
	ck_assert_int_eq(body_as(b, ADMIN, "GET",
				 arena_printf(arena, "%s?day=%s", proxy_path(next), day_text(before)), NULL),
		200);
	ck_assert(day_stands(before));
	const char *const wrong[] = {day_text(today + 1), "2020-02-30", "%22%3E", ""};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ck_assert_int_eq(body_as(b, ADMIN, "GET",
					 arena_printf(arena, "%s?day=%s", proxy_path(next), wrong[i]), NULL),
			200);
		ck_assert(day_stands(today));
	}
}
END_TEST

Suite *proxy_page_suite(void);

Suite *
proxy_page_suite(void)
{
	Suite *s = suite_create("proxy_page");
	TCase *t = tcase_create("proxy_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, demo_start, demo_stop);
	tcase_add_test(t, a_code_with_a_wrong_check_digit_is_refused_with_a_sentence);
	tcase_add_test(t, a_code_leads_to_the_sheet_however_it_was_typed);
	tcase_add_test(t, a_whole_paper_is_submitted_and_says_by_whom_and_of_which_day);
	tcase_add_test(t, a_paper_that_lacks_something_changes_nothing_and_is_shown_again);
	tcase_add_test(t, a_day_of_the_future_or_of_before_the_opening_is_refused);
	tcase_add_test(t, the_questions_stand_in_the_order_they_have_on_the_printed_sheet);
	tcase_add_test(t, the_day_of_the_paper_before_goes_along);
	suite_add_tcase(s, t);
	return s;
}
