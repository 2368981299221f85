#include <check.h>

#include "draw/chart.h"
#include "draw/font.h"
#include "draw/golden.h"
#include "draw/palette.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct chart_words words = {"題", "説明", "%"};
static const char *const axes[] = {"組織体制", "情報資産の分類と管理", "情報システム全体の強靱性の向上",
	"物理的セキュリティ", "人的セキュリティ", "技術的セキュリティ", "運用",
	"業務委託と外部サービスの利用", "評価・見直し"};
static const char *const departments[] = {"総務課", "議会事務局", "監査委員事務局",
	"水道事業部施設管理課浄水場運転監視係（中央監視室）南側分室", "情報システム室"};
static const char *const years[] = {"令和6年度", "令和7年度", "令和8年度"};

enum { AXES = COUNT(axes), DEPARTMENTS = COUNT(departments), YEARS = COUNT(years), CASES = 7 };

static struct arena *arena;

static void
setup(void)
{
	ck_assert(fonts_open(NULL));
	arena = arena_create();
}

static void
teardown(void)
{
	arena_destroy(arena);
}

/* What figures look like at their worst: 0: mixed, 1: all 0 %, 2: all 100 %,
 * 3: all withheld, 4: all without a denominator, 5: some withheld, 6: nearly the same. */
static struct shown *
figures(size_t count, int kind)
{
	struct shown *s = ARENA_ARRAY(arena, struct shown, count);
	for (size_t i = 0; i < count; i++) {
		s[i] = (struct shown){true, (int)(i * 337 % 1001), NULL};
		if (kind == 1 || kind == 2)
			s[i].tenths = kind == 1 ? 0 : 1000;
		else if (kind == 6)
			s[i].tenths = 700 + (int)i % 2;
		else if (kind == 3 || kind == 4 || (kind == 5 && i % 3 == 1))
			s[i] = (struct shown){false, 0, kind == 4 ? "－" : "※"};
	}
	return s;
}

struct frame {
	double left, top, right, bottom;
};

/* Where the ink of a text is: a Japanese glyph reaches from 0.1 em under the baseline to 0.82 above. */
static struct frame
frame_of(const struct mark *m)
{
	double width = text_width(m->face, m->size, m->text);
	double left = m->x - (m->anchor == ANCHOR_LEFT ? 0 : m->anchor == ANCHOR_MIDDLE ? width / 2 : width);
	return (struct frame){left, m->y - 0.82 * m->size, left + width, m->y + 0.1 * m->size};
}

static bool
frames_meet(struct frame a, struct frame b)
{
	return a.left < b.right - 0.1 && b.left < a.right - 0.1 && a.top < b.bottom - 0.1 &&
	       b.top < a.bottom - 0.1;
}

/* The colour a text stands on: that of the last solid box under its middle, else white. */
static uint32_t
ground_of(const struct canvas *c, size_t text)
{
	struct frame f = frame_of(&c->marks[text]);
	double x = (f.left + f.right) / 2, y = (f.top + f.bottom) / 2;
	uint32_t ground = PALETTE_WHITE;
	for (size_t i = 0; i < text; i++) {
		const struct mark *m = &c->marks[i];
		if (m->kind == MARK_BOX && m->ink.pattern == PATTERN_SOLID && x >= m->x &&
			x <= m->x + m->width && y >= m->y && y <= m->y + m->height)
			ground = m->ink.colour;
	}
	return ground;
}

static void
readable(const struct canvas *c, const char *what, double width, int kind)
{
	struct frame *frames = ARENA_ARRAY(arena, struct frame, c->count);
	const struct mark **texts = ARENA_ARRAY(arena, const struct mark *, c->count);
	size_t count = 0;
	ck_assert_double_eq(c->width, width);
	for (size_t i = 0; i < c->count; i++) {
		const struct mark *m = &c->marks[i];
		if (m->kind != MARK_TEXT)
			continue;
		struct frame f = frame_of(m);
		if (f.left < -0.6 || f.top < -0.6 || f.right > c->width + 0.6 || f.bottom > c->height + 0.6)
			ck_abort_msg("%s %.0f %d: \"%s\" leaves the canvas", what, width, kind, m->text);
		if (palette_contrast(m->ink.colour, ground_of(c, i)) < 4.5)
			ck_abort_msg("%s: \"%s\" is too pale", what, m->text);
		if (m->ink.colour == PALETTE_MUTED)
			continue; /* a scale may be covered by the number that stands on it */
		for (size_t k = 0; k < count; k++)
			if (frames_meet(f, frames[k]))
				ck_abort_msg("%s %.0f %d: \"%s\" runs into \"%s\"", what, width, kind,
					m->text, texts[k]->text);
		frames[count] = f;
		texts[count++] = m;
	}
}

static struct canvas *
bars_any(double width, int kind)
{
	static const struct part parts[] = {{"○ できている", {PALETTE_BLUE, PATTERN_SOLID}},
		{"△ 一部・時々", {PALETTE_BLUE, PATTERN_HATCH}},
		{"× できていない", {PALETTE_ORANGE, PATTERN_CROSS}},
		{"分からない", {PALETTE_MUTED, PATTERN_DOTS}}, {"該当なし", {0xE6E6E6, PATTERN_SOLID}}};
	static const unsigned counts[][5] = {{40, 12, 3, 1, 1}, {1, 1, 1, 1, 1}, {0, 0, 0, 0, 0},
		{100000, 1, 1, 1, 1}, {1, 1, 1, 1, 99999}, {68, 0, 0, 0, 0}, {999, 9, 9999, 99, 9}};
	struct bar *bars = ARENA_ARRAY(arena, struct bar, 30);
	for (size_t i = 0; i < 30; i++)
		bars[i] = (struct bar){.label = departments[i % DEPARTMENTS],
			.parts = counts[(i + (size_t)kind) % COUNT(counts)],
			.note = i % 2 == 0 ? "n=100004 該当なし1" : "n=5",
			.mark = kind == 3 ? "※" : NULL};
	return chart_bars(arena, width, &words, parts, COUNT(parts), bars, 30);
}

static struct canvas *
progress_any(double width, int kind)
{
	struct progress *rows = ARENA_ARRAY(arena, struct progress, DEPARTMENTS);
	for (size_t i = 0; i < DEPARTMENTS; i++)
		rows[i] = (struct progress){
			departments[i], kind == 2 ? 18 : 0, kind == 4 ? 0 : 18, "18 / 18 人（100.0%）"};
	return chart_progress(arena, width, &words, rows, DEPARTMENTS);
}

START_TEST(words_neither_meet_nor_leave_the_canvas_at_any_width)
{
	static const bool breaks[YEARS] = {false, false, true};
	for (double width = 300; width <= 760; width += 46) {
		for (int other = 0; other < CASES; other++) {
			struct series series[] = {{"総務課（令和8年度）", figures(AXES, _i)},
				{"企業団全体", figures(AXES, other)}};
			readable(chart_radar(arena, width, &words, axes, AXES, series, 2), "radar", width,
				other);
			readable(chart_trend(arena, width, &words, years, YEARS, breaks, series, 2), "trend",
				width, other);
		}
		struct shown *cells = figures((size_t)DEPARTMENTS * AXES, _i);
		readable(chart_heat(arena, width, &words, departments, DEPARTMENTS, axes, AXES, cells, 600),
			"heat", width, _i);
		readable(bars_any(width, _i), "bars", width, _i);
		readable(progress_any(width, _i), "progress", width, _i);
		arena_reset(arena);
	}
}
END_TEST

START_TEST(nothing_to_draw_says_so)
{
	struct series none[] = {{"総務課", NULL}};
	const struct canvas *drawn[] = {chart_radar(arena, 300, &words, NULL, 0, none, 1),
		chart_bars(arena, 300, &words, NULL, 0, NULL, 0),
		chart_heat(arena, 300, &words, NULL, 0, axes, AXES, NULL, 600),
		chart_trend(arena, 300, &words, NULL, 0, NULL, none, 1),
		chart_progress(arena, 300, &words, NULL, 0)};
	for (size_t i = 0; i < COUNT(drawn); i++) {
		ck_assert_str_eq(drawn[i]->marks[drawn[i]->count - 1].text, "－");
		ck_assert_str_eq(drawn[i]->title, "題");
		readable(drawn[i], "nothing", 300, 0);
	}
}
END_TEST

START_TEST(progress_bars_are_as_long_as_what_is_done)
{
	static const struct progress rows[] = {
		{"総務課", 12, 18, "12 / 18"}, {"工務課", 0, 4, "0 / 4"}, {"業務課", 4, 4, "4 / 4"}};
	static const struct chart_words w = {"進捗", "説明", "%"};
	golden_check(chart_progress(arena, 500, &w, rows, 3), "progress");
}
END_TEST

START_TEST(the_parts_of_a_bar_are_as_long_as_their_counts)
{
	static const struct part parts[] = {
		{"はい", {0x0017C1, PATTERN_SOLID}}, {"いいえ", {0xAC3E00, PATTERN_HATCH}}};
	static const unsigned counts[] = {3, 1};
	static const struct bar bars[] = {{"問1", counts, "n=4", NULL}, {"問2", counts, NULL, "※"}};
	static const struct chart_words w = {"回答", "説明", "%"};
	golden_check(chart_bars(arena, 500, &w, parts, 2, bars, 2), "bars");
}
END_TEST

START_TEST(viewpoint_11_a_question_of_two_hundred_characters_stays_whole)
{
	static const struct part parts[] = {{"はい", {0x0017C1, PATTERN_SOLID}}};
	static const unsigned counts[] = {1};
	static const struct chart_words w = {"回答", "説明", "%"};
	char label[601] = "", drawn[1201] = "";
	for (int i = 0; i < 20; i++)
		strcat(label, "端末を持出す前に許可");
	struct bar bar = {label, counts, "n=1", NULL};
	struct canvas *c = chart_bars(arena, 470, &w, parts, 1, &bar, 1);
	for (size_t i = 0; i < c->count; i++)
		if (c->marks[i].kind == MARK_TEXT && c->marks[i].anchor == ANCHOR_LEFT && c->marks[i].x == 0)
			strcat(drawn, c->marks[i].text);
	ck_assert_str_eq(drawn, label);
}
END_TEST

/* The first closed figure drawn with that colour. */
static const struct mark *
figure_of(const struct canvas *c, uint32_t colour)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->marks[i].kind == MARK_SHAPE && c->marks[i].pen.colour == colour)
			return &c->marks[i];
	return NULL;
}

START_TEST(a_radar_puts_each_value_on_its_axis)
{
	static const struct shown values[] = {
		{true, 1000, NULL}, {true, 500, NULL}, {true, 0, NULL}, {true, 250, NULL}};
	struct series series[] = {{"総務課", values}};
	const struct canvas *c = chart_radar(arena, 500, &words, axes, 4, series, 1);
	const struct mark *web = figure_of(c, PALETTE_GRID), *own = figure_of(c, PALETTE_BLUE);
	double x = 250, y = web->points[1].y, fifth = web->points[1].x - x; /* the innermost ring: 20 % */
	ck_assert_double_gt(fifth, 15);
	const struct point expected[] = {
		{x, y - 5 * fifth}, {x + 2.5 * fifth, y}, {x, y}, {x - 1.25 * fifth, y}};
	ck_assert_uint_eq(own->count, 4);
	for (size_t i = 0; i < 4; i++) {
		ck_assert_double_eq_tol(own->points[i].x, expected[i].x, 1e-6);
		ck_assert_double_eq_tol(own->points[i].y, expected[i].y, 1e-6);
	}
}
END_TEST

START_TEST(a_radar_with_a_gap_is_no_closed_figure)
{
	struct series series[] = {{"総務課", figures(AXES, 5)}};
	const struct canvas *c = chart_radar(arena, 500, &words, axes, AXES, series, 1);
	ck_assert_ptr_null(figure_of(c, PALETTE_BLUE));
	size_t edges = 0;
	for (size_t i = 0; i < c->count; i++)
		edges += c->marks[i].kind == MARK_LINE && c->marks[i].pen.colour == PALETTE_BLUE;
	ck_assert_uint_eq(edges, 1 + 3); /* the key's sample; axes 1, 4, 7 lack: 2–3, 5–6, 8–0 remain */
}
END_TEST

START_TEST(viewpoint_08_a_trend_is_broken_where_years_cannot_be_compared)
{
	static const struct shown values[] = {{true, 500, NULL}, {true, 600, NULL}, {true, 700, NULL}};
	static const bool breaks[] = {false, false, true};
	struct series series[] = {{"総務課", values}};
	const struct canvas *c = chart_trend(arena, 436, &words, years, 3, breaks, series, 1);
	size_t edges = 0;
	for (size_t i = 0; i < c->count; i++) {
		const struct mark *m = &c->marks[i];
		if (m->kind != MARK_LINE || m->pen.colour != PALETTE_BLUE || m->points[0].x < 30)
			continue; /* the key's sample stands at the left edge */
		edges++;
		/* 400 points for three years: their middles at 30 + 66.7, 200 and 333.3 */
		ck_assert_double_eq_tol(m->points[0].x, 30 + 400 / 6.0, 1e-6);
		ck_assert_double_eq_tol(m->points[1].x, 30 + 400 / 2.0, 1e-6);
		ck_assert_double_eq_tol(m->points[0].y - m->points[1].y, 15, 1e-6); /* 10 % of 150 points */
	}
	ck_assert_uint_eq(edges, 1);
}
END_TEST

START_TEST(a_low_cell_has_a_heavy_frame)
{
	static const struct shown cells[] = {{true, 599, NULL}, {true, 600, NULL}, {false, 0, "※"}};
	const struct canvas *c = chart_heat(arena, 400, &words, departments, 1, axes, 3, cells, 600);
	size_t frames = 0;
	for (size_t i = 0; i < c->count; i++)
		frames += c->marks[i].kind == MARK_BOX && c->marks[i].pen.width > 1.5;
	ck_assert_uint_eq(frames, 1 + 1); /* the key's and that of 59.9 */
}
END_TEST

Suite *chart_suite(void);
Suite *
chart_suite(void)
{
	Suite *s = suite_create("chart");
	TCase *t = tcase_create("chart");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, words_neither_meet_nor_leave_the_canvas_at_any_width, 0, CASES);
	tcase_add_test(t, nothing_to_draw_says_so);
	tcase_add_test(t, progress_bars_are_as_long_as_what_is_done);
	tcase_add_test(t, the_parts_of_a_bar_are_as_long_as_their_counts);
	tcase_add_test(t, viewpoint_11_a_question_of_two_hundred_characters_stays_whole);
	tcase_add_test(t, a_radar_puts_each_value_on_its_axis);
	tcase_add_test(t, a_radar_with_a_gap_is_no_closed_figure);
	tcase_add_test(t, viewpoint_08_a_trend_is_broken_where_years_cannot_be_compared);
	tcase_add_test(t, a_low_cell_has_a_heavy_frame);
	suite_add_tcase(s, t);
	return s;
}
