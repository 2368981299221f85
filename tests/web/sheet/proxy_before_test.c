/* A paper is typed in where there is something already. */
#include "web/sheet/proxied.h"

/* ---- what there is already ---------------------------------------------------------------- */

static const char *
own_path(int64_t sheet)
{
	return arena_printf(arena, "/sheets/%lld", (long long)sheet);
}

START_TEST(what_was_saved_before_is_shown_and_stays_until_it_is_said_what_becomes_of_it)
{
	day_t today = day_of_instant(clock_now());
	ck_assert_int_eq(
		body_as(b, STAFF, "POST", own_path(mine), "revision=0&do=save&S611=no&S611-r=mine"), 303);
	struct sheet s = demo_sheet(mine);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", proxy_path(s.code), NULL), 200);
	ck_assert(body_says(b, "この票には、すでに回答があります"));
	ck_assert(body_says(b, "に一時保存された、まだ提出されていない回答"));
	ck_assert(body_says(b, "value=\"mine\""));
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), whole_paper(&s, today)), 422);
	ck_assert(body_says(b, "どちらにするか選んでください"));
	ck_assert(body_says(b, "保存されている回答：できていない"));
	ck_assert_ptr_null(demo_sheet(mine).submitted);
	ck_assert_str_eq(demo_sheet(mine).draft, s.draft);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code),
				 arena_printf(arena, "%s&over=keep", whole_paper(&s, today))),
		303);
	ck_assert(body_says(b, "&kept=1"));
	s = demo_sheet(mine);
	ck_assert_ptr_nonnull(strstr(s.submitted, "\"S611\":{\"c\":\"no\",\"r\":\"mine\"}"));
	ck_assert_ptr_nonnull(strstr(s.submitted, "\"S501\":\"yes\"")); /* from the paper */
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code),
				 arena_printf(arena, "%s&over=paper", whole_paper(&s, today))),
		303);
	ck_assert_ptr_nonnull(strstr(demo_sheet(mine).submitted, "\"S611\":\"yes\""));
}
END_TEST

/* The person's own submission, kept in whole, does not become one from paper. */
START_TEST(what_a_person_submitted_stays_the_persons_where_the_paper_changes_nothing)
{
	day_t today = day_of_instant(clock_now());
	struct sheet s = demo_sheet(mine);
	ck_assert_int_eq(body_as(b, STAFF, "POST", own_path(mine), own_form(whole_paper(&s, today))), 303);
	s = demo_sheet(mine);
	ck_assert_ptr_nonnull(s.submitted);
	const char *keep = arena_printf(arena, "%s&over=keep", whole_paper(&s, today));
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), keep), 303);
	ck_assert_int_eq(demo_sheet(mine).proxy_at, 0);
	ck_assert_int_eq(number_of("SELECT count(*) FROM paper WHERE sheet_id = $1", mine), 0);
	ck_assert_int_ge(number_of("SELECT seconds FROM sheet WHERE id = $1", mine), 0);
}
END_TEST

START_TEST(a_reason_of_two_lines_comes_back_with_both)
{
	day_t today = day_of_instant(clock_now());
	ck_assert_int_eq(body_as(b, STAFF, "POST", own_path(mine),
				 "revision=0&do=save&S611=no&S611-r=one%0Atwo"), 303);
	struct sheet s = demo_sheet(mine);
	ck_assert_ptr_nonnull(strstr(s.draft, "one\\ntwo"));
	char *paper = arena_printf(arena, "%s&over=paper&S611-r=one%%20two", whole_paper(&s, today));
	char *answer = strstr(paper, "S611=");
	memcpy(answer, "S611=no&", 8); /* as long as "S611=yes" */
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), paper), 303);
	ck_assert_ptr_nonnull(strstr(demo_sheet(mine).submitted, "one\\ntwo"));
}
END_TEST

START_TEST(what_was_submitted_while_the_paper_was_typed_in_is_not_overwritten)
{
	day_t today = day_of_instant(clock_now());
	struct sheet opened = demo_sheet(mine);
	const char *paper = arena_printf(arena, "%s&over=paper", whole_paper(&opened, today));
	ck_assert_int_eq(
		body_as(b, STAFF, "POST", own_path(mine), "revision=0&do=save&S611=partly&S611-r=mine"), 303);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(opened.code), paper), 409);
	ck_assert(body_says(b, "the sheet was saved by someone else while the paper was typed in"));
	ck_assert(body_says(b, "保存されている回答：一部・時々"));
	ck_assert(body_says(b, arena_printf(arena, "name=\"day\" value=\"%s\"", day_text(today))));
	ck_assert(body_says(b, "name=\"revision\" value=\"1\""));
	ck_assert(!body_says(b, "value=\"paper\" data-key=\"1\" selected")); /* it must be said anew */
	ck_assert_ptr_null(demo_sheet(mine).submitted);
}
END_TEST

START_TEST(whoever_answers_and_the_manager_see_by_whom_it_was_typed_in)
{
	struct err e = {0};
	day_t today = day_of_instant(clock_now());
	struct sheet s = demo_sheet(mine);
	struct account admin;
	ck_assert(account_by_login(store_reader(b->store, &e), arena, "admin", &admin, &e));
	const char *words = arena_printf(arena, "紙などの回答を%sが代理入力", admin.name),
		   *section = arena_printf(arena, "/section?cycle=%lld", (long long)s.cycle_id);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "代理入力　"));
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), whole_paper(&s, today)), 303);
	const struct {
		int who;
		const char *path;
	} pages[] = {{STAFF, "/"}, {STAFF, own_path(mine)},
		{STAFF, arena_printf(arena, "%s/receipt", own_path(mine))},
		{ADMIN, arena_printf(arena, "%s/status", own_path(mine))},
		{ADMIN, arena_printf(
				arena, "/admin/cycles/%lld/waiting?state=proxied", (long long)s.cycle_id)},
		{MANAGER, section}};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		ck_assert_int_eq(body_as(b, pages[i].who, "GET", pages[i].path, NULL), 200);
		if (pages[i].who == MANAGER && demo_sheet(office).department_id != s.department_id)
			continue;
		ck_assert_msg(body_says(b, words), "%s", pages[i].path);
		ck_assert_msg(body_says(b, "（記入・提出の日 "), "%s", pages[i].path);
	}
}
END_TEST

START_TEST(no_paper_tells_that_it_was_typed_in)
{
	struct err e = {0};
	struct sheet s = demo_sheet(mine);
	struct report paper;
	ck_assert_int_eq(
		body_as(b, ADMIN, "POST", proxy_path(s.code), whole_paper(&s, day_of_instant(clock_now()))),
		303);
	struct report_request rq = {
		.name = "sheet-filled", .cycle_id = s.cycle_id, .sheet_id = mine, .now = clock_now()};
	ck_assert_msg(report_make(b->store, arena, &rq, &paper, &e), "%s", e.text);
	size_t cells = 0;
	for (size_t i = 0; i < paper.section_count; i++) {
		const struct table *t = paper.sections[i].table;
		for (size_t k = 0; t != NULL && k < t->row_count * t->column_count; k++, cells++)
			ck_assert(t->cells[k].text == NULL || strstr(t->cells[k].text, "代理") == NULL);
	}
	ck_assert_uint_gt(cells, 100);
}
END_TEST

SQL(find_of_another,
	"SELECT s.id FROM sheet s JOIN sheet o ON o.id = $1 WHERE s.cycle_id = o.cycle_id AND s.set_key = "
	"'staff'"
	" AND s.excluded_at IS NULL AND s.code IS NOT NULL AND s.department_id <> o.department_id LIMIT 1");

static bool
sessions_expire(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db, "UPDATE session SET expires_at = 1", e);
}

/* What was typed stays on the page through signing in again; others' answers do not come on to it. */
START_TEST(a_paper_outlives_the_session_it_was_typed_in)
{
	day_t today = day_of_instant(clock_now());
	struct sheet s = demo_sheet(mine);
	const char *paper = whole_paper(&s, today), *day = arena_printf(arena, "name=\"day\" value=\"%s\"", day_text(today));
	body_write(b, sessions_expire, NULL);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), paper), 409);
	ck_assert(body_says(b, day));
	ck_assert(body_says(b, "the session of this page had ended"));
	ck_assert_ptr_null(demo_sheet(mine).submitted);
	body_write(b, people_sign_in, arena);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", proxy_path(s.code), paper), 303);
	ck_assert_ptr_nonnull(demo_sheet(mine).submitted);
}
END_TEST

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
	ck_assert_int_eq(body_as(b, MANAGER, "POST", proxy_path(own.code), whole_paper(&own, today)), 409);
	ck_assert(body_says(b, arena_printf(arena, "name=\"day\" value=\"%s\"", day_text(today)))); /* kept */
	ck_assert(!body_says(b, "保存されている回答"));
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

Suite *proxy_before_suite(void);

Suite *
proxy_before_suite(void)
{
	Suite *s = suite_create("proxy_before");
	TCase *t = tcase_create("proxy_before");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, demo_start, demo_stop);
	tcase_add_test(t, what_was_saved_before_is_shown_and_stays_until_it_is_said_what_becomes_of_it);
	tcase_add_test(t, what_a_person_submitted_stays_the_persons_where_the_paper_changes_nothing);
	tcase_add_test(t, a_reason_of_two_lines_comes_back_with_both);
	tcase_add_test(t, what_was_submitted_while_the_paper_was_typed_in_is_not_overwritten);
	tcase_add_test(t, whoever_answers_and_the_manager_see_by_whom_it_was_typed_in);
	tcase_add_test(t, no_paper_tells_that_it_was_typed_in);
	tcase_add_test(t, a_paper_outlives_the_session_it_was_typed_in);
	tcase_add_test(t, a_manager_types_for_the_own_department_only);
	tcase_add_test(t, the_page_of_a_sheet_leads_to_typing_it_in);
	suite_add_tcase(s, t);
	return s;
}
