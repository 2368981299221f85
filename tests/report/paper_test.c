#include <check.h>
#include <string.h>

#include "domain/cycle/fiscal.h"
#include "draw/font.h"
#include "report/sample.h"

static struct arena *arena;
static struct canvas **pages;
static struct pdf_outline *outline;
static size_t outline_count;

static void
setup(void)
{
	struct err e = {0};
	arena = arena_create();
	if (!fonts_open(&e))
		ck_abort_msg("%s", e.text);
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static size_t
lay(struct section *sections, size_t count)
{
	struct report r = sample_report(arena, sections, count);
	return report_pages(arena, &r, &pages, &outline, &outline_count);
}

static size_t
texts_on(const struct canvas *page, const char *start)
{
	size_t count = 0;
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].kind == MARK_TEXT &&
			strncmp(page->marks[i].text, start, strlen(start)) == 0)
			count++;
	return count;
}

static const struct mark *
text_on(const struct canvas *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].kind == MARK_TEXT && strcmp(page->marks[i].text, text) == 0)
			return &page->marks[i];
	return NULL;
}

static double
mark_left(const struct mark *m)
{
	double width = text_width(m->face, m->size, m->text);
	return m->anchor == ANCHOR_LEFT ? m->x : m->anchor == ANCHOR_RIGHT ? m->x - width : m->x - width / 2;
}

static const double mm = 72 / 25.4;

/* Nothing stands outside 25 mm on the left, 20 mm on the right; what is between head and foot keeps 20 mm. */
static void
assert_inside(const struct canvas *page)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct mark *m = &page->marks[i];
		if (m->kind != MARK_TEXT)
			continue;
		double left = mark_left(m), right = left + text_width(m->face, m->size, m->text);
		ck_assert_msg(left >= 25 * mm - 0.1 && right <= 190 * mm + 0.1, "%s from %.1f to %.1f",
			m->text, left, right);
		bool framed = m->y < 15 * mm || m->y > 284 * mm;
		ck_assert_msg(framed || (m->y - m->size * 0.9 >= 20 * mm - 0.1 && m->y <= 277 * mm),
			"%s at %.1f", m->text, m->y);
	}
}

/* The boxes end at the right margin, as wide as a seal needs (18 mm), from the top margin down. */
START_TEST(approval_boxes_stand_top_right_in_the_order_given)
{
	static const char *const titles[] = {"企業長", "事務局長", "起案"};
	struct approval approval = {.titles = titles, .count = 3};
	struct section s = {.approval = &approval};
	lay(&s, 1);
	for (size_t i = 0; i < 3; i++) {
		const struct mark *title = text_on(pages[0], titles[i]);
		double middle = mark_left(title) + text_width(title->face, title->size, title->text) / 2;
		ck_assert_double_eq_tol(middle, (190 - 18 * (3 - (double)i) + 9) * mm, 0.1);
	}
	const struct mark *box = NULL;
	for (size_t i = 0; i < pages[0]->count && box == NULL; i++)
		if (pages[0]->marks[i].kind == MARK_BOX)
			box = &pages[0]->marks[i];
	ck_assert_ptr_nonnull(box);
	ck_assert_double_eq_tol(box->x, (190 - 3 * 18) * mm, 0.1);
	ck_assert_double_eq_tol(box->y, 20 * mm, 0.1);
}
END_TEST

/* The order and alignment of an official letter: addressee left, sender right of the
 * middle, title and 記 centred between the margins, 以上 one character from the right. */
START_TEST(a_letter_has_the_form_of_an_official_one)
{
	static const char *const order[] = {"令和9年2月1日", "企業長　様", "情報セキュリティ事務局長",
		"令和8年度自己点検の結果について（報告）", "記", "１", "以上", "電話　内線123"};
	struct section s = {.letter = sample_letter(arena)};
	ck_assert_uint_eq(lay(&s, 1), 1);
	const struct mark *m[8];
	for (size_t i = 0; i < 8; i++) {
		m[i] = text_on(pages[0], order[i]);
		ck_assert_msg(i == 0 || m[i]->y > m[i - 1]->y, "%s", order[i]);
	}
	ck_assert_double_eq_tol(mark_left(m[1]), 25 * mm + 10.5, 0.1);
	ck_assert_double_gt(mark_left(m[2]), (25 + 190) / 2.0 * mm);
	for (size_t i = 3; i <= 4; i++) {
		double width = text_width(m[i]->face, m[i]->size, m[i]->text);
		ck_assert_double_eq_tol(mark_left(m[i]) + width / 2, (25 + 190) / 2.0 * mm, 0.1);
	}
	double end = mark_left(m[6]) + text_width(m[6]->face, m[6]->size, m[6]->text);
	ck_assert_double_eq_tol(end, 190 * mm - 10.5, 0.1);
}
END_TEST

START_TEST(number_and_date_reach_from_the_same_first_to_the_same_last_character)
{
	struct letter *l = sample_letter(arena);
	l->number = "総第5号";
	struct section s = {.letter = l};
	lay(&s, 1);
	const struct mark *date = text_on(pages[0], "令和9年2月1日");
	const struct mark *first = text_on(pages[0], "総"), *last = text_on(pages[0], "号");
	ck_assert_double_eq_tol(mark_left(first), mark_left(date), 0.05);
	ck_assert_double_eq_tol(
		mark_left(last) + text_width(last->face, last->size, last->text), 190 * mm, 0.05);
	ck_assert_double_eq_tol(
		mark_left(date) + text_width(date->face, date->size, date->text), 190 * mm, 0.05);
}
END_TEST

START_TEST(letter_lines_are_seven_millimetres_apart_and_begin_one_character_in)
{
	struct letter *l = sample_letter(arena);
	const char *body = sample_repeat(arena, "点検の結果を報告します。", 20);
	l->body = &body;
	struct section s = {.letter = l};
	lay(&s, 1);
	double last = 0;
	size_t lines = 0;
	for (size_t i = 0; i < pages[0]->count; i++) {
		const struct mark *m = &pages[0]->marks[i];
		if (m->kind != MARK_TEXT || strstr(m->text, "点検の結果を報告") == NULL)
			continue;
		ck_assert_double_eq_tol(m->x, 25 * mm + (lines == 0 ? 10.5 : 0), 0.05);
		if (lines++ > 0)
			ck_assert_double_ge(m->y - last, 7 * mm - 0.05);
		last = m->y;
	}
	ck_assert_uint_ge(lines, 5);
}
END_TEST

START_TEST(two_hundred_rows_have_their_header_on_every_page)
{
	struct section s = {.heading = "設問別", .level = 1, .table = sample_table(arena, 200, "設問の文章")};
	size_t count = lay(&s, 1), rows = 0;
	ck_assert_uint_gt(count, 4);
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_eq(texts_on(pages[i], "番号"), 1);
		const struct mark *head = text_on(pages[i], "番号");
		for (size_t k = 0; k < pages[i]->count; k++) {
			const struct mark *m = &pages[i]->marks[k];
			if (m->kind == MARK_TEXT && m->text[0] == 'N')
				ck_assert_double_gt(m->y, head->y);
		}
		rows += texts_on(pages[i], "N");
		assert_inside(pages[i]);
	}
	ck_assert_uint_eq(rows, 200);
	ck_assert_uint_eq(texts_on(pages[0], "表の題名"), 1);
}
END_TEST

START_TEST(a_row_is_never_parted)
{
	/* 200 characters at 9 pt in 374 − 7 pt: 40 a line, five lines a row */
	const char *text = sample_repeat(arena, "長い設問の文章です。", 20);
	struct section s = {.table = sample_table(arena, 200, text)};
	size_t count = lay(&s, 1), rows = 0;
	for (size_t i = 0; i < count; i++) {
		size_t here = texts_on(pages[i], "N"), lines = 0;
		for (size_t k = 0; k < pages[i]->count; k++)
			if (pages[i]->marks[k].kind == MARK_TEXT &&
				strstr(pages[i]->marks[k].text, "設問の文章") != NULL)
				lines++;
		ck_assert_uint_gt(here, 0);
		ck_assert_uint_eq(lines, here * 5);
		rows += here;
		assert_inside(pages[i]);
	}
	ck_assert_uint_eq(rows, 200);
}
END_TEST

START_TEST(a_row_deeper_than_a_page_goes_on_without_loss)
{
	const char *text = sample_repeat(arena, "限りなく長い文章。", 500);
	struct section s = {.table = sample_table(arena, 1, text)};
	size_t count = lay(&s, 1), characters = 0;
	ck_assert_uint_ge(count, 2);
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < pages[i]->count; k++)
			for (const char *at = pages[i]->marks[k].text;
				pages[i]->marks[k].kind == MARK_TEXT && (at = strstr(at, "限")) != NULL; at++)
				characters++;
		assert_inside(pages[i]);
	}
	ck_assert_uint_eq(characters, 500);
}
END_TEST

START_TEST(every_page_says_which_of_how_many_it_is)
{
	struct section s = {.table = sample_table(arena, 100, "設問")};
	size_t count = lay(&s, 1);
	for (size_t i = 0; i < count; i++) {
		const char *number = arena_printf(arena, "%zu/%zu頁", i + 1, count);
		ck_assert_ptr_nonnull(text_on(pages[i], number));
		ck_assert_uint_eq(texts_on(pages[i], "第2版"), 1);
		ck_assert_uint_eq(texts_on(pages[i], "機密性2・取扱注意"), 1);
	}
}
END_TEST

START_TEST(a_report_of_nothing_is_one_page)
{
	ck_assert_uint_eq(lay(NULL, 0), 1);
	ck_assert_ptr_nonnull(text_on(pages[0], "1/1頁"));
}
END_TEST

START_TEST(a_heading_never_stands_alone_at_the_bottom)
{
	for (size_t lines = 20; lines < 45; lines++) {
		const char **before = ARENA_ARRAY(arena, const char *, lines);
		const char *after[] = {"あとに続く段落"};
		for (size_t i = 0; i < lines; i++)
			before[i] = "一行の段落";
		struct section s[] = {{.paragraphs = before, .paragraph_count = lines},
			{.heading = "見出し", .level = 2, .paragraphs = after, .paragraph_count = 1}};
		size_t count = lay(s, 2);
		for (size_t i = 0; i < count; i++)
			ck_assert_uint_eq(texts_on(pages[i], "見出し"), texts_on(pages[i], "あとに続く段落"));
	}
}
END_TEST

START_TEST(a_chart_is_moved_to_the_next_page_whole)
{
	struct canvas *chart = canvas_create(arena, 300, 300);
	canvas_text(chart, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 10, "図の上");
	canvas_text(chart, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 295, "図の下");
	struct section s[] = {{.heading = "一", .level = 1, .chart = chart},
		{.heading = "二", .level = 1, .chart = chart}, {.heading = "三", .level = 1, .chart = chart}};
	size_t count = lay(s, 3);
	ck_assert_uint_eq(count, 2); /* 728 pt a page: two of about 340 and one more */
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_eq(texts_on(pages[i], "図の上"), texts_on(pages[i], "図の下"));
		assert_inside(pages[i]);
	}
	ck_assert_ptr_nonnull(text_on(pages[1], "三"));
}
END_TEST

/* Forty rows of 30 under a legend of 20: 22 fit on a page of 728 below a heading of 22 and a gap of 8. */
START_TEST(a_long_chart_goes_on_with_its_legend_and_no_row_is_parted)
{
	struct canvas *chart = canvas_create(arena, 300, 20 + 40 * 30);
	canvas_text(chart, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 12, "凡例");
	for (int i = 0; i < 40; i++) {
		canvas_cut(chart, 20 + 30 * i);
		canvas_text(chart, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 20 + 30 * i + 10, "行の上");
		canvas_text(chart, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 20 + 30 * i + 28, "行の下");
	}
	struct section s = {.heading = "一", .level = 1, .chart = chart};
	ck_assert_uint_eq(lay(&s, 1), 2);
	ck_assert_uint_eq(texts_on(pages[0], "行の上"), 22);
	for (size_t i = 0; i < 2; i++) {
		ck_assert_uint_eq(texts_on(pages[i], "凡例"), 1);
		ck_assert_uint_eq(texts_on(pages[i], "行の上"), texts_on(pages[i], "行の下"));
		assert_inside(pages[i]);
	}
}
END_TEST

/* "(1) " and what follows it, the further lines under the text and not under the number. */
START_TEST(further_lines_of_an_item_are_moved_in)
{
	const char *texts[] = {sample_repeat(arena, "項目の文", 20)};
	struct section s = {.paragraphs = texts, .paragraph_count = 1, .numbered = true};
	lay(&s, 1);
	const struct mark *first = NULL, *second = NULL;
	for (size_t i = 0; i < pages[0]->count; i++) {
		const struct mark *m = &pages[0]->marks[i];
		if (m->kind != MARK_TEXT || strstr(m->text, "項目") == NULL)
			continue;
		first = first == NULL ? m : first;
		second = m != first && second == NULL ? m : second;
	}
	ck_assert_double_eq_tol(first->x, 25 * mm + 10.5, 0.1);
	ck_assert_double_eq_tol(second->x, 25 * mm + 3 * 10.5, 0.1);
}
END_TEST

/* A sheet has its own words at the foot, and still who printed it when. */
START_TEST(every_page_says_who_issued_it_when)
{
	struct section s = {.table = sample_table(arena, 100, "設問")};
	struct report r = sample_report(arena, &s, 1);
	const char *when = arena_printf(arena, "出力 %s", wareki_instant(arena, r.issued));
	for (int own = 0; own < 2; own++) {
		r.foot = own ? "R08-7K3F-29　総務課" : NULL;
		size_t count = report_pages(arena, &r, &pages, &outline, &outline_count);
		for (size_t i = 0; i < count; i++) {
			size_t found = 0;
			for (size_t k = 0; k < pages[i]->count; k++)
				found += pages[i]->marks[k].kind == MARK_TEXT &&
					 strstr(pages[i]->marks[k].text, when) != NULL &&
					 strstr(pages[i]->marks[k].text, r.issued_by) != NULL;
			ck_assert_msg(found == 1, "own %d page %zu of %zu: %zu", own, i + 1, count, found);
		}
	}
}
END_TEST

START_TEST(a_paper_that_is_no_letter_has_number_date_and_title_only)
{
	struct letter *l = sample_letter(arena);
	struct section s = {.letter = l};
	l->addressee = l->sender = l->contact = NULL;
	l->item_count = 0;
	lay(&s, 1);
	ck_assert_ptr_nonnull(text_on(pages[0], l->title));
	ck_assert_ptr_null(text_on(pages[0], "記"));
	ck_assert_ptr_null(text_on(pages[0], "企業長　様"));
}
END_TEST

START_TEST(a_table_stands_beside_its_chart_when_told_so)
{
	struct canvas *chart = canvas_create(arena, 200, 120);
	canvas_text(chart, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 60, "図");
	struct section s = {.heading = "区分別",
		.level = 1,
		.chart = chart,
		.table = sample_table(arena, 5, "設問の文章"),
		.note = "注",
		.beside = true};
	ck_assert_uint_eq(lay(&s, 1), 1);
	assert_inside(pages[0]);
	const struct mark *drawn = text_on(pages[0], "図"), *head = text_on(pages[0], "番号");
	ck_assert_double_eq_tol(drawn->x, 25 * mm, 0.05);
	ck_assert_double_gt(mark_left(head), 25 * mm + 200);
	const struct mark *note = text_on(pages[0], "注");
	ck_assert_double_gt(note->y, drawn->y);
	ck_assert_double_gt(drawn->y, head->y); /* both about one middle */
	ck_assert_double_lt(drawn->y - head->y, 120);
}
END_TEST

START_TEST(headings_of_the_first_two_levels_are_in_the_outline)
{
	struct section s[] = {{.heading = "一", .level = 1}, {.heading = "二", .level = 2},
		{.heading = "三", .level = 3}, {.heading = "四", .level = 1, .new_page = true}};
	lay(s, 4);
	ck_assert_uint_eq(outline_count, 3);
	ck_assert_str_eq(outline[1].title, "二");
	ck_assert_int_eq(outline[1].level, 1);
	ck_assert_str_eq(outline[2].title, "四");
	ck_assert_uint_eq(outline[2].page, 1);
}
END_TEST

START_TEST(a_draft_is_marked_on_every_page)
{
	struct section s = {.table = sample_table(arena, 100, "設問")};
	struct report r = sample_report(arena, &s, 1);
	r.draft = true;
	size_t count = report_pages(arena, &r, &pages, &outline, &outline_count);
	for (size_t i = 0; i < count; i++)
		ck_assert_str_eq(pages[i]->marks[0].text, "案"); /* beneath everything else */
	r.draft = false;
	report_pages(arena, &r, &pages, &outline, &outline_count);
	ck_assert_ptr_null(text_on(pages[0], "案"));
	ck_assert_str_eq(report_full_title(arena, &r), r.title);
	r.draft = true;
	ck_assert_str_eq(report_full_title(arena, &r), arena_printf(arena, "%s（案）", r.title));
}
END_TEST

START_TEST(long_names_stay_inside_head_and_boxes)
{
	const char *titles[12];
	for (size_t i = 0; i < 12; i++)
		titles[i] = "情報セキュリティ統括責任者代理";
	struct approval approval = {.titles = titles, .count = 12};
	struct letter *l = sample_letter(arena);
	l->addressee = l->sender = l->title = sample_repeat(arena, "長い部署の名称", 12);
	struct section s[] = {{.approval = &approval}, {.letter = l}};
	struct report r = sample_report(arena, s, 2);
	r.title = r.issued_by = sample_repeat(arena, "長い名称", 30);
	size_t count = report_pages(arena, &r, &pages, &outline, &outline_count);
	for (size_t i = 0; i < count; i++)
		assert_inside(pages[i]);
}
END_TEST

static bool
print(const char *text, enum glyph_gate gate, struct buf *out, struct err *e)
{
	struct section s = {.heading = "一", .level = 1, .table = sample_table(arena, 3, text)};
	struct report r = sample_report(arena, &s, 1);
	return report_pdf(arena, &r, gate, out, e);
}

START_TEST(a_character_no_font_has_stops_the_report_or_is_replaced_when_told_so)
{
	struct buf out = BUF_INIT;
	struct err e = {0};
	ck_assert(!print("絵文字😀入り", GLYPHS_REFUSE, &out, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "1F600"));
	ck_assert(print("絵文字😀入り", GLYPHS_SUBSTITUTE, &out, &e));
	ck_assert_uint_gt(out.length, 1000);
	buf_free(&out);
}
END_TEST

START_TEST(the_same_report_gives_the_same_bytes)
{
	struct buf one = BUF_INIT, two = BUF_INIT;
	struct err e = {0};
	ck_assert_msg(print("𠮷野家と髙﨑", GLYPHS_REFUSE, &one, &e), "%s", e.text);
	ck_assert_msg(print("𠮷野家と髙﨑", GLYPHS_REFUSE, &two, &e), "%s", e.text);
	ck_assert_uint_eq(one.length, two.length);
	ck_assert_mem_eq(one.data, two.data, one.length);
	buf_free(&one);
	buf_free(&two);
}
END_TEST

Suite *paper_suite(void);
Suite *
paper_suite(void)
{
	Suite *s = suite_create("paper");
	TCase *t = tcase_create("paper");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, approval_boxes_stand_top_right_in_the_order_given);
	tcase_add_test(t, a_letter_has_the_form_of_an_official_one);
	tcase_add_test(t, number_and_date_reach_from_the_same_first_to_the_same_last_character);
	tcase_add_test(t, letter_lines_are_seven_millimetres_apart_and_begin_one_character_in);
	tcase_add_test(t, two_hundred_rows_have_their_header_on_every_page);
	tcase_add_test(t, a_row_is_never_parted);
	tcase_add_test(t, a_row_deeper_than_a_page_goes_on_without_loss);
	tcase_add_test(t, every_page_says_which_of_how_many_it_is);
	tcase_add_test(t, a_report_of_nothing_is_one_page);
	tcase_add_test(t, a_heading_never_stands_alone_at_the_bottom);
	tcase_add_test(t, a_chart_is_moved_to_the_next_page_whole);
	tcase_add_test(t, a_long_chart_goes_on_with_its_legend_and_no_row_is_parted);
	tcase_add_test(t, further_lines_of_an_item_are_moved_in);
	tcase_add_test(t, every_page_says_who_issued_it_when);
	tcase_add_test(t, a_paper_that_is_no_letter_has_number_date_and_title_only);
	tcase_add_test(t, a_table_stands_beside_its_chart_when_told_so);
	tcase_add_test(t, headings_of_the_first_two_levels_are_in_the_outline);
	tcase_add_test(t, a_draft_is_marked_on_every_page);
	tcase_add_test(t, long_names_stay_inside_head_and_boxes);
	tcase_add_test(t, a_character_no_font_has_stops_the_report_or_is_replaced_when_told_so);
	tcase_add_test(t, the_same_report_gives_the_same_bytes);
	suite_add_tcase(s, t);
	return s;
}
