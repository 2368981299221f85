/* 答え合わせ over HTTP: when the right answers are seen, and the record of who has read them. */
#include "web/demo.h"

#include "domain/answer/answers.h"

static int
ask(int who, const char *method, int64_t sheet, const char *more, const char *fields)
{
	return body_as(b, who, method, arena_printf(arena, "/sheets/%lld%s", (long long)sheet, more), fields);
}

/* A whole staff sheet, each question with its first choice but S504: the first one is wrong there,
 * the third (k3) right. */
static const char *
whole(const char *what, const char *knowledge)
{
	struct err e = {0};
	struct sheet s = demo_sheet(mine);
	const struct questionnaire *q = store_cycle_set(b->store, s.cycle_id, s.set_key, &e);
	const char *form = arena_printf(arena, "revision=%d&do=%s", s.revision, what);
	ck_assert_msg(q != NULL, "%s", e.text);
	for (size_t i = 0; i < q->count; i++) {
		const struct item *item = &q->items[i];
		bool asked = strcmp(item->id, "S504") == 0;
		if (item->scale->text || !item_applies(item, s.flags))
			continue;
		form = arena_printf(
			arena, "%s&%s=%s", form, item->id, asked ? knowledge : item->choices[0].code);
	}
	return form;
}

static const char explained[] = "パソコンを使うかどうかにかかわらず"; /* why k3 is right */

static const char *
answer_to(const char *id)
{
	struct err e = {0};
	struct answers a;
	struct sheet s = demo_sheet(mine);
	const struct questionnaire *q = store_cycle_set(b->store, s.cycle_id, s.set_key, &e);
	ck_assert_msg(answers_parse(arena, q, s.submitted, &a, &e), "%s", e.text);
	return a.items[questionnaire_find(q, id) - q->items].choice->code;
}

START_TEST(the_right_answers_are_seen_after_submission_only)
{
	ck_assert_int_eq(ask(STAFF, "GET", mine, "", NULL), 200);
	ck_assert(body_says(b, "提出すると正しい答えと解説を表示します"));
	ck_assert(!body_says(b, explained));
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 404);
	ck_assert(!body_says(b, explained));
	ck_assert_int_eq(ask(STAFF, "POST", mine, "/receipt", ""), 409);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", whole("save", "k1")), 303);
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 404);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", whole("submit", "k1")), 303);
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 200);
	ck_assert(body_says(b, explained));
	ck_assert(body_says(b, "正しい答え：<strong>臨時・非常勤を含む職員全員"));
	ck_assert_int_eq(ask(MANAGER, "GET", mine, "/receipt", NULL), 403);
}
END_TEST

START_TEST(a_slip_is_corrected_until_they_are_seen_and_not_after)
{
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", whole("submit", "k1")), 303);
	ck_assert_int_eq(ask(STAFF, "HEAD", mine, "/receipt", NULL), 200); /* shows nobody anything */
	ck_assert_int_eq(demo_sheet(mine).taught_at, 0);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", whole("submit", "k2")), 303);
	ck_assert_str_eq(answer_to("S504"), "k2");
	const char *second_tab = whole("submit", "k3");
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 200);
	ck_assert_int_ne(demo_sheet(mine).taught_at, 0);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", second_tab), 200);
	ck_assert(body_says(b, "知識問題の答えは変えていません"));
	ck_assert(body_says(b, "#q-S504\""));
	ck_assert_str_eq(answer_to("S504"), "k2");
	ck_assert_int_eq(ask(STAFF, "GET", mine, "", NULL), 200);
	ck_assert(body_says(b, "name=\"S504\" value=\"k2\" checked disabled"));
	ck_assert(body_says(b, "この設問の答えは変えられません"));
}
END_TEST

START_TEST(other_answers_are_corrected_without_a_word_about_the_ones_that_stand)
{
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", whole("submit", "k1")), 303);
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 200);
	const char *form = whole("submit", "k1");
	const char *at = strstr(form, "&S504=k1"); /* a browser leaves out what is disabled */
	form = arena_printf(arena, "%.*s%s", (int)(at - form), form, at + strlen("&S504=k1"));
	at = strstr(form, "&S611=yes");
	form = arena_printf(arena, "%.*s&S611=unknown%s", (int)(at - form), form, at + strlen("&S611=yes"));
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", form), 303);
	ck_assert_str_eq(answer_to("S611"), "unknown");
	ck_assert_str_eq(answer_to("S504"), "k1");
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 200);
	ck_assert(body_says(b, "これからできること")); /* for each × what comes next */
	ck_assert(body_says(b, "机上のメモや名札の裏など"));
}
END_TEST

START_TEST(reading_is_recorded_once_and_the_first_page_says_so)
{
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", whole("submit", "k3")), 303);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/", NULL), 200);
	ck_assert(body_says(
		b, arena_printf(arena, "<a href=\"/sheets/%lld/receipt#lessons\">まだ読んでいません",
			   (long long)mine)));
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 200);
	ck_assert(!body_says(b, "読んだことを記録しました"));
	ck_assert_int_eq(ask(MANAGER, "POST", mine, "/receipt", ""), 403); /* nor anybody else for them */
	ck_assert_int_eq(ask(ADMIN, "POST", mine, "/receipt", ""), 403);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "/receipt", "read=1"), 400);
	ck_assert_int_eq(demo_sheet(mine).read_at, 0);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "/receipt", ""), 303);
	ck_assert(body_says(b, arena_printf(arena, "Location: /sheets/%lld/receipt\r\n", (long long)mine)));
	instant_t at = demo_sheet(mine).read_at;
	ck_assert_int_ne(at, 0);
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 200);
	ck_assert(body_says(b, "読んだことを記録しました（"));
	ck_assert(!body_says(b, ">読みました</button>"));
	ck_assert_int_eq(ask(STAFF, "POST", mine, "/receipt", ""), 303);
	ck_assert_int_eq(demo_sheet(mine).read_at, at);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "receipt#lessons\">読みました</a>"));
}
END_TEST

static const char *
record(const char *more)
{
	return arena_printf(arena, "/admin/lessons/%lld%s", (long long)demo_sheet(mine).cycle_id, more);
}

START_TEST(the_secretariat_has_the_record_and_a_manager_who_is_missing)
{
	struct sheet s = demo_sheet(mine);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", record(""), NULL), 200);
	ck_assert(body_says(b, "職員票：読んだ人 0人／提出者 0人"));
	ck_assert_int_eq(ask(STAFF, "POST", mine, "", whole("submit", "k3")), 303);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/section/lessons", NULL), 200);
	ck_assert(body_says(b, arena_printf(arena, "<th scope=\"row\">%s</th>", s.person_name)));
	ck_assert_int_eq(ask(STAFF, "GET", mine, "/receipt", NULL), 200);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "/receipt", ""), 303);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/section/lessons", NULL), 200);
	ck_assert(!body_says(b, arena_printf(arena, "<th scope=\"row\">%s</th>", s.person_name)));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", record("?state=read"), NULL), 200);
	ck_assert(body_says(b, "職員票：読んだ人 1人／提出者 1人（100.0％）"));
	ck_assert(body_says(b, arena_printf(arena, "<th scope=\"row\">%s</th>", s.person_name)));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", record("?state=unread"), NULL), 200);
	ck_assert(body_says(b, "当てはまる人はいません"));
	for (int who = STAFF; who < ADMIN; who++)
		ck_assert_int_eq(body_as(b, who, "GET", record(""), NULL), 403);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/section/lessons", NULL), 403);
}
END_TEST

START_TEST(the_record_comes_as_tables)
{
	ck_assert_int_eq(body_as(b, ADMIN, "GET", record("/file?form=csv"), NULL), 200);
	ck_assert(body_says(b, "Content-Type: application/zip"));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", record("/file"), NULL), 200);
	ck_assert(body_says(b, "Content-Disposition: attachment;"));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", record("/file?form=doc"), NULL), 400);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", record("/file"), NULL), 403);
}
END_TEST

/* What stands behind a figure tells which choice counts: not while sheets are still submitted. */
START_TEST(the_parts_of_a_figure_do_not_give_a_right_answer_away)
{
	struct sheet s = demo_sheet(mine);
	const char *figure = "/figures/%lld/staff/0/%s";
	ck_assert_int_eq(
		body_as(b, MANAGER, "GET", arena_printf(arena, figure, (long long)s.cycle_id, "S504"), NULL),
		200);
	ck_assert(!body_says(b, "臨時・非常勤を含む職員全員"));
	ck_assert(body_says(b, "集計が確定した後に示します"));
	ck_assert_int_eq(
		body_as(b, MANAGER, "GET", arena_printf(arena, figure, (long long)s.cycle_id, "S611"), NULL),
		200);
	ck_assert(!body_says(b, "集計が確定した後に示します"));
	ck_assert_int_eq(body_as(b, MANAGER, "GET",
				 arena_printf(arena, figure, (long long)s.cycle_id - 1, "S504"), NULL),
		200);
	ck_assert(body_says(b, "臨時・非常勤を含む職員全員")); /* last year's is over */
}
END_TEST

Suite *lessons_page_suite(void);

Suite *
lessons_page_suite(void)
{
	Suite *s = suite_create("lessons_page");
	TCase *t = tcase_create("lessons_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, demo_start, demo_stop);
	tcase_add_test(t, the_right_answers_are_seen_after_submission_only);
	tcase_add_test(t, a_slip_is_corrected_until_they_are_seen_and_not_after);
	tcase_add_test(t, other_answers_are_corrected_without_a_word_about_the_ones_that_stand);
	tcase_add_test(t, reading_is_recorded_once_and_the_first_page_says_so);
	tcase_add_test(t, the_secretariat_has_the_record_and_a_manager_who_is_missing);
	tcase_add_test(t, the_record_comes_as_tables);
	tcase_add_test(t, the_parts_of_a_figure_do_not_give_a_right_answer_away);
	suite_add_tcase(s, t);
	return s;
}
