#include <check.h>
#include <string.h>

#include "base/resource.h"
#include "draw/font.h"
#include "report/html.h"
#include "report/sample.h"

static struct arena *arena;
static struct view *view;
static struct buf out;

static void
setup(void)
{
	struct err e = {0};
	char path[4096];
	arena = arena_create();
	resource_path("templates", path, sizeof path);
	view = view_create(path, &e);
	if (view == NULL || !fonts_open(&e))
		ck_abort_msg("%s", e.text);
	out = (struct buf)BUF_INIT;
}

static void
teardown(void)
{
	view_destroy(view);
	buf_free(&out);
	arena_destroy(arena);
}

static const char *
show(struct section *sections, size_t count)
{
	struct report r = sample_report(arena, sections, count);
	struct dict *d = dict_create();
	struct err e;
	report_html(arena, &r, d);
	if (!view_fill(view, "report.tpl", d, &out, &e))
		ck_abort_msg("%s", e.text);
	dict_destroy(d);
	return out.data;
}

static size_t
times(const char *text, const char *wanted)
{
	size_t count = 0;
	for (; (text = strstr(text, wanted)) != NULL; text += strlen(wanted))
		count++;
	return count;
}

START_TEST(a_table_has_a_caption_scopes_and_its_own_named_region)
{
	struct section s[] = {{.heading = "設問別", .level = 2, .table = sample_table(arena, 3, "設問")},
		{.table = sample_table(arena, 3, "設問")}};
	const char *page = show(s, 2);
	ck_assert_uint_eq(times(page, "<caption>表の題名</caption>"), 2);
	ck_assert_uint_eq(times(page, "<th scope=\"col\""), 4);
	ck_assert_uint_eq(times(page, "<th scope=\"row\" class=\"number\">N"), 6);
	ck_assert_uint_eq(times(page, "aria-label=\"表の題名\""), 1);
	ck_assert_uint_eq(times(page, "aria-label=\"表の題名 (2)\""), 1);
	ck_assert_uint_eq(times(page, "tabindex=\"0\" role=\"region\""), 2);
	ck_assert_uint_eq(times(page, "<h2>設問別</h2>"), 1);
}
END_TEST

START_TEST(whatever_a_text_holds_stays_text)
{
	const char *paragraph = "<script>alert(1)</script>";
	struct section s = {.heading = "a<b>&\"c\"",
		.level = 3,
		.paragraphs = &paragraph,
		.paragraph_count = 1,
		.table = sample_table(arena, 1, "<img src=x onerror=alert(1)>"),
		.note = "一行目\n<i>二行目"};
	const char *page = show(&s, 1);
	ck_assert_ptr_null(strstr(page, "<script"));
	ck_assert_ptr_null(strstr(page, "<img"));
	ck_assert_ptr_null(strstr(page, "<i>"));
	ck_assert_uint_eq(times(page, "<h3>a&lt;b&gt;&amp;"), 1);
	ck_assert_uint_eq(times(page, "class=\"report-note small\""), 2);
}
END_TEST

START_TEST(a_chart_is_drawn_into_the_page_with_its_name)
{
	struct canvas *chart = canvas_create(arena, 100, 50);
	chart->title = "図の題名";
	chart->description = "図の説明";
	canvas_text(chart, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 10, "3 < 4");
	struct section s[] = {{.chart = chart}, {.chart = chart}};
	const char *page = show(s, 2);
	ck_assert_uint_eq(times(page, "<svg"), 2);
	ck_assert_uint_eq(times(page, "3 &lt; 4"), 2);
	ck_assert_uint_eq(times(page, "aria-label=\"図の題名\""), 1);
	ck_assert_uint_eq(times(page, "aria-label=\"図の題名 (2)\""), 1);
}
END_TEST

START_TEST(figures_link_to_where_they_open)
{
	static const struct column columns[] = {{"部署", 0.5, ALIGN_LEFT}, {"実施\n率", 0.5, ALIGN_RIGHT}};
	static const struct table_cell cells[] = {
		{.text = "総務課"}, {.text = "78.4%", .link = "/figures/3/6(1)"}};
	struct table t = {.columns = columns, .column_count = 2, .cells = cells, .row_count = 1};
	struct section s = {.heading = "区分別", .level = 2, .table = &t};
	const char *page = show(&s, 1);
	ck_assert_uint_eq(times(page, "<td><a href=\"/figures/3/6(1)\">78.4%</a></td>"), 1);
	ck_assert_uint_eq(times(page, "実施率</th>"), 1);
	ck_assert_uint_eq(times(page, "<caption class=\"hidden-visually\">区分別</caption>"), 1);
}
END_TEST

START_TEST(what_is_for_paper_only_is_not_on_the_page)
{
	static const char *const titles[] = {"企業長"};
	struct approval approval = {.titles = titles, .count = 1};
	struct section s[] = {{.approval = &approval}, {.letter = sample_letter(arena)}};
	ck_assert_ptr_null(strstr(show(s, 2), "企業長"));
}
END_TEST

Suite *html_suite(void);
Suite *
html_suite(void)
{
	Suite *s = suite_create("html");
	TCase *t = tcase_create("html");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_table_has_a_caption_scopes_and_its_own_named_region);
	tcase_add_test(t, whatever_a_text_holds_stays_text);
	tcase_add_test(t, a_chart_is_drawn_into_the_page_with_its_name);
	tcase_add_test(t, figures_link_to_where_they_open);
	tcase_add_test(t, what_is_for_paper_only_is_not_on_the_page);
	suite_add_tcase(s, t);
	return s;
}
