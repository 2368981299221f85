/* Typing in what was answered on paper, over HTTP. */
#include "web/demo.h"

#include "web/inside.h"

static const char *
proxy_path(const char *code)
{
	return arena_printf(arena, "/proxy/%s", code);
}

static const char *
day_text(day_t day)
{
	char text[16];
	day_format(day, text);
	return arena_strdup(arena, text);
}

/* Every question with its first choice that asks for nothing further. */
static const char *
whole_paper(const struct sheet *s, day_t day)
{
	struct err e = {0};
	const struct questionnaire *q = store_cycle_set(b->store, s->cycle_id, s->set_key, &e);
	const char *form = arena_printf(arena, "revision=%d&do=submit&day=%s", s->revision, day_text(day));
	ck_assert_msg(q != NULL, "%s", e.text);
	for (size_t i = 0; i < q->count; i++) {
		const struct item *item = &q->items[i];
		if (item->scale->text || !item_applies(item, s->flags))
			continue;
		form = arena_printf(arena, "%s&%s=%s", form, item->id, item->choices[0].code);
		if (item->extra != EXTRA_NONE)
			form = arena_printf(arena, "%s&%s-x=%s", form, item->id,
				item->extra == EXTRA_DATE ? "2026-05-01" : "3");
	}
	return form;
}

static int64_t
number_of(const char *sql, int64_t with)
{
	struct err e = {0};
	struct rows r;
	ck_assert_msg(db_query(store_reader(b->store, &e), &r, &e, sql, "i", with), "%s", e.text);
	int64_t number = rows_next(&r) ? row_int(&r, 0) : 0;
	ck_assert_msg(rows_end(&r, &e), "%s", e.text);
	return number;
}

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

SQL(find_of_another,
	"SELECT s.id FROM sheet s JOIN sheet o ON o.id = $1 WHERE s.cycle_id = o.cycle_id AND s.set_key = "
	"'staff'"
	" AND s.excluded_at IS NULL AND s.code IS NOT NULL AND s.department_id <> o.department_id LIMIT 1");

START_TEST(a_manager_types_for_the_own_department_only)
{
	struct sheet foreign = demo_sheet(number_of(find_of_another, office)), own = demo_sheet(others);
	day_t today = day_of_instant(clock_now());
	ck_assert_int_eq(body_as(b, MANAGER, "GET", proxy_path(foreign.code), NULL), 403);
	ck_assert_int_eq(
		body_as(b, MANAGER, "POST", proxy_path(foreign.code), whole_paper(&foreign, today)), 403);
	ck_assert_ptr_null(demo_sheet(foreign.id).submitted);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", proxy_path(own.code), NULL), 200);
	ck_assert_int_eq(body_as(b, MANAGER, "POST", proxy_path(own.code), whole_paper(&own, today)), 303);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", proxy_path(own.code), NULL), 409); /* submitted now */
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/proxy", NULL), 403);
}
END_TEST

START_TEST(the_page_of_a_sheet_leads_to_typing_it_in)
{
	struct sheet s = demo_sheet(mine);
	ck_assert_int_eq(
		body_as(b, ADMIN, "GET", arena_printf(arena, "/sheets/%lld/status", (long long)mine), NULL),
		200);
	ck_assert(body_says(b, arena_printf(arena, "href=\"%s\"", proxy_path(s.code))));
	ck_assert_int_eq(
		body_as(b, ADMIN, "GET",
			arena_printf(arena, "/admin/cycles/%lld/waiting", (long long)s.cycle_id), NULL),
		200);
	ck_assert(body_says(b, "href=\"/proxy\""));
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
	tcase_add_test(t, a_manager_types_for_the_own_department_only);
	tcase_add_test(t, the_page_of_a_sheet_leads_to_typing_it_in);
	suite_add_tcase(s, t);
	return s;
}
