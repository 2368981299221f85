#include "report/made.h"

static struct made m;
static const int sizes[] = {12, 14, 8, 11, 15, 5, 2, 1, 0};
static const char *const names[] = {"総務課", "業務課（料金）", "給水課", "工務課", "浄水・配水課", "営業所",
	"議会事務局", "監査委員事務局", "新設準備室"};
enum { SMALL = 8, EMPTY = 9, DEPARTMENTS = 9 };

static void
setup(void)
{
	made_begin(&m);
}

static void
teardown(void)
{
	made_end(&m);
}

static const struct table *
table_of(const char *block, size_t which)
{
	struct recipe_block b = {.block = block, .heading = "見出し"};
	struct err e = {0};
	m.composer.section_count = 0;
	m.composer.sections = NULL;
	if (!block_find(block)->make(&m.composer, &b, &e))
		ck_abort_msg("%s", e.text);
	for (size_t i = 0; i < m.composer.section_count; i++)
		if (m.composer.sections[i].table != NULL && which-- == 0)
			return m.composer.sections[i].table;
	return NULL;
}

static const char *
cell(const struct table *t, size_t row, size_t column)
{
	return t->cells[row * t->column_count + column].text;
}

START_TEST(numbers_have_commas_every_three_digits)
{
	ck_assert_str_eq(number_text(m.arena, 0), "0");
	ck_assert_str_eq(number_text(m.arena, 999), "999");
	ck_assert_str_eq(number_text(m.arena, 1000), "1,000");
	ck_assert_str_eq(number_text(m.arena, -1234567), "-1,234,567");
}
END_TEST

START_TEST(differences_have_a_sign_and_withheld_ones_a_mark)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	struct figure a = {.rate = {.numerator = 784, .denominator = 1000}};
	struct figure b = {.rate = {.numerator = 80, .denominator = 100}};
	struct figure hidden = {.hidden = true}, none = {0};
	struct composer *c = &m.composer;
	ck_assert_str_eq(difference_text(c, &a, &b), "−1.6");
	ck_assert_str_eq(difference_text(c, &b, &a), "+1.6");
	ck_assert_str_eq(difference_text(c, &a, &a), "±0.0");
	ck_assert_str_eq(difference_text(c, &a, &hidden), "※");
	ck_assert_str_eq(difference_text(c, &hidden, &a), "※");
	ck_assert_str_eq(difference_text(c, &none, &a), "－");
	ck_assert_str_eq(difference_text(c, &a, &none), "－");
	ck_assert_str_eq(difference_text(c, &none, &hidden), "※");
}
END_TEST

START_TEST(a_department_without_people_says_so)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	const struct table *t = table_of("progress", 0);
	ck_assert_uint_eq(t->row_count, DEPARTMENTS + 1); /* official order, then the body */
	ck_assert_str_eq(cell(t, 0, 0), "総務課");
	ck_assert_str_eq(cell(t, 0, 6), "83.3%"); /* 10 of 12 */
	ck_assert_str_eq(cell(t, EMPTY - 1, 6), "対象者なし");
	ck_assert_str_eq(cell(t, DEPARTMENTS, 1), "68");
}
END_TEST

START_TEST(a_department_of_one_shows_the_mark_everywhere)
{
	made_figures(&m, sizes, names, DEPARTMENTS, SMALL, true);
	struct report r = made_report(&m, "section");
	for (size_t i = 0; i < r.section_count; i++) {
		const struct table *t = r.sections[i].table;
		for (size_t k = 0; t != NULL && k < t->row_count * t->column_count; k++) {
			const struct table_cell *one = &t->cells[k];
			if (one->link == NULL)
				continue;
			/* what opens is the body's, or how many of the department have answered */
			bool of_body = strncmp(one->link, "/figures/1/staff/0/", 19) == 0;
			bool response = strcmp(one->link, "/figures/1/staff/8/all") == 0 &&
					strcmp(one->text, "100.0%") == 0;
			ck_assert_msg(of_body || response, "%s %s", one->link, one->text);
		}
	}
	const struct table *t = table_of("measures", 0);
	for (size_t row = 0; row < t->row_count; row++) {
		ck_assert_str_eq(cell(t, row, 1), "※");
		ck_assert_str_eq(cell(t, row, 3), "※");
		ck_assert_str_eq(cell(t, row, 4), "※");
	}
	t = table_of("items", 0);
	for (size_t row = 0; row < t->row_count; row++)
		for (size_t column = 2; column < t->column_count; column++)
			ck_assert_str_eq(cell(t, row, column), "※");
	ck_assert_ptr_null(table_of("weakest", 0));
}
END_TEST

START_TEST(with_nobody_answering_rates_are_dashes)
{
	static const int none[] = {0, 0};
	made_figures(&m, none, names, 2, 0, false);
	const struct table *t = table_of("overview", 1);
	ck_assert_str_eq(cell(t, 0, 0), "対象者なし");
	ck_assert_str_eq(cell(t, 0, 1), "－");
	ck_assert_str_eq(cell(t, 0, 2), "－");
	t = table_of("heat", 0);
	ck_assert_str_eq(cell(t, 0, 1), "－");
	struct report r = made_report(&m, "self-check-body");
	ck_assert_uint_gt(r.section_count, 10);
}
END_TEST

START_TEST(a_figure_links_to_where_it_opens_and_only_on_a_page)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 1, true);
	const struct table *t = table_of("measures", 0);
	ck_assert_str_eq(t->cells[1].link, "/figures/1/staff/1/6(1)");
	ck_assert_str_eq(t->cells[2].link, "/figures/1/staff/0/6(1)");
	t = table_of("items", 0);
	const char *wanted = arena_printf(m.arena, "/figures/1/staff/1/%s", cell(t, 0, 0));
	ck_assert_str_eq(t->cells[2].link, wanted);
	t = table_of("overview", 1);
	ck_assert_str_eq(t->cells[1].link, "/figures/1/staff/1/all");
	made_figures(&m, sizes, names, DEPARTMENTS, 1, false);
	ck_assert_ptr_null(table_of("measures", 0)->cells[1].link);
}
END_TEST

START_TEST(the_weakest_come_in_rising_order)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	size_t *indexes, count = weakest_items(&m.composer, 5, &indexes);
	int last = -1, lowest = 1001;
	ck_assert_uint_eq(count, 5);
	for (size_t i = 0; i < m.figures.set->count; i++) {
		int tenths = rate_tenths(m.figures.body.items[i].rate);
		if (item_scored(&m.figures.set->items[i]) && tenths != RATE_NONE && tenths < lowest)
			lowest = tenths;
	}
	ck_assert_int_eq(rate_tenths(m.figures.body.items[indexes[0]].rate), lowest);
	for (size_t i = 0; i < count; i++) {
		int tenths = rate_tenths(m.figures.body.items[indexes[i]].rate);
		ck_assert_int_ge(tenths, last);
		ck_assert(!m.figures.set->items[indexes[i]].scale->knowledge);
		last = tenths;
	}
}
END_TEST

START_TEST(the_counts_of_a_bar_are_all_the_answers_but_not_applicable)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	for (size_t i = 0; i < m.figures.set->count; i++) {
		const struct tally *t = &m.figures.body.tallies[i];
		unsigned outcomes[OUTCOME_COUNT];
		int64_t sum = t->na;
		if (!item_scored(&m.figures.set->items[i]))
			continue;
		outcomes_of(&m.figures.set->items[i], t, outcomes);
		for (size_t k = 0; k < OUTCOME_COUNT; k++)
			sum += outcomes[k];
		ck_assert_int_eq(sum, tally_answered(t));
		ck_assert_int_eq(outcomes[OUTCOME_DONE], m.figures.body.items[i].rate.numerator);
	}
}
END_TEST

/* The last table of the block: 該当なし by question. */
static const struct table *
na_table(bool brief)
{
	struct recipe_block b = {.block = "not_applicable", .heading = "見出し", .brief = brief};
	struct err e = {0};
	m.composer.section_count = 0;
	m.composer.sections = NULL;
	if (!block_not_applicable(&m.composer, &b, &e))
		ck_abort_msg("%s", e.text);
	return m.composer.sections[m.composer.section_count - 1].table;
}

START_TEST(more_than_a_fifth_of_not_applicable_is_marked_and_may_stand_alone)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	struct figure *items = m.figures.body.items;
	size_t scored[3], found = 0;
	for (size_t i = 0; i < m.figures.set->count; i++) {
		items[i].rate.na = 0;
		if (item_scored(&m.figures.set->items[i]) && found < 3)
			scored[found++] = i;
	}
	items[scored[0]].rate =
		(struct rate){.numerator = 1, .denominator = 8, .na = 2}; /* 20.0%: not more */
	items[scored[1]].rate = (struct rate){.numerator = 1, .denominator = 79, .na = 21}; /* 21.0% */
	const struct table *t = na_table(false);
	ck_assert_uint_eq(t->row_count, 2);
	ck_assert_str_eq(cell(t, 0, 3), "20.0%");
	ck_assert_str_eq(cell(t, 0, 4), "");
	ck_assert_str_eq(cell(t, 1, 2), "21 / 100");
	ck_assert_str_eq(cell(t, 1, 3), "21.0%");
	ck_assert_str_eq(cell(t, 1, 4), "要確認");
	t = na_table(true);
	ck_assert_uint_eq(t->row_count, 1);
	ck_assert_str_eq(cell(t, 0, 0), m.figures.set->items[scored[1]].id);
	items[scored[1]].rate.na = 0;
	ck_assert_ptr_null(na_table(true));
	ck_assert_str_eq(m.composer.sections[0].note, "該当なしの割合が20%を超えた設問はありません。");
}
END_TEST

START_TEST(a_changed_question_bears_a_mark_that_is_explained)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	const struct table *t = table_of("items", 0);
	const char *plain = cell(t, 0, 0);
	const char *note = m.composer.sections[m.composer.section_count - 1].note;
	ck_assert(note == NULL || strstr(note, "設問変更") == NULL);
	bool *changed = ARENA_ARRAY(m.arena, bool, m.figures.set->count);
	changed[questionnaire_find(m.figures.set, plain) - m.figures.set->items] = true;
	m.figures.changed = changed;
	t = table_of("items", 0);
	ck_assert_str_eq(cell(t, 0, 0), arena_printf(m.arena, "%s†", plain));
	ck_assert_ptr_null(strstr(cell(t, 1, 0), "†"));
	ck_assert_ptr_nonnull(strstr(m.composer.sections[m.composer.section_count - 1].note, "設問変更"));
}
END_TEST

START_TEST(viewpoint_08_a_changed_question_is_marked_where_the_line_breaks)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	const struct table *t = table_of("trend", 0);
	ck_assert_str_eq(cell(t, 0, 3), "");
	ck_assert_ptr_nonnull(strstr(cell(t, 2, 3), "†"));
	ck_assert_ptr_nonnull(strstr(m.composer.sections[0].note, "†"));
}
END_TEST

START_TEST(a_figure_of_an_earlier_year_opens_in_that_years_cycle)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, true);
	const struct table *t = table_of("trend", 0);
	ck_assert_str_eq(t->cells[1].link, "/figures/20/staff/0/all");
	ck_assert_str_eq(t->cells[4 + 2].link, "/figures/21/staff/0/all");
	ck_assert_str_eq(t->cells[8 + 1].link, "/figures/1/staff/0/all");
}
END_TEST

/* Sentences that sound like an assurance are for people to write, never for us. */
START_TEST(no_report_gives_an_assurance)
{
	static const char *const forbidden[] = {"おおむね", "概ね", "良好", "問題はな", "問題ない",
		"問題あり", "適切に実施", "支障はな", "影響はな", "十分に", "ガイドライン準拠", "準拠し",
		"優れて", "安全である"};
	static const struct {
		const char *name;
		int64_t department;
	} made[] = {{"self-check-body", 0}, {"self-check-department", 1}, {"dashboard", 0}, {"section", 1}};
	for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
		made_figures(&m, sizes, names, DEPARTMENTS, made[i].department, false);
		struct report r = made_report(&m, made[i].name);
		for (size_t k = 0; k < r.section_count; k++) {
			const struct section *s = &r.sections[k];
			for (size_t w = 0; w < sizeof forbidden / sizeof *forbidden; w++) {
				ck_assert(s->note == NULL || strstr(s->note, forbidden[w]) == NULL);
				for (size_t p = 0; p < s->paragraph_count; p++)
					ck_assert_msg(strstr(s->paragraphs[p], forbidden[w]) == NULL, "%s",
						s->paragraphs[p]);
			}
		}
	}
}
END_TEST

START_TEST(every_place_of_the_recipes_is_filled)
{
	made_figures(&m, sizes, names, DEPARTMENTS, 0, false);
	struct report r = made_report(&m, "self-check-body");
	for (size_t k = 0; k < r.section_count; k++)
		for (size_t p = 0; p < r.sections[k].paragraph_count; p++)
			ck_assert_ptr_null(strchr(r.sections[k].paragraphs[p], '{'));
	ck_assert_ptr_null(strchr(r.title, '{'));
}
END_TEST

START_TEST(viewpoint_11_long_names_and_many_departments_stay_on_their_pages)
{
	enum { MANY = 60 };
	int many[MANY];
	const char *long_names[MANY];
	for (size_t i = 0; i < MANY; i++) {
		many[i] = (int)(i % 23);
		long_names[i] = "山武郡市広域水道企業団事務局総務企画部情報政策推進課統括係室班";
	}
	made_figures(&m, many, long_names, MANY, 0, false);
	struct report r = made_report(&m, "self-check-body");
	struct canvas **pages;
	struct pdf_outline *outline;
	size_t outline_count, count = report_pages(m.arena, &r, &pages, &outline, &outline_count);
	const double mm = 72 / 25.4;
	ck_assert_uint_gt(outline_count, 11);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < pages[i]->count; k++) {
			const struct mark *t = &pages[i]->marks[k];
			if (t->kind != MARK_TEXT)
				continue;
			double width = text_width(t->face, t->size, t->text);
			double left = t->anchor == ANCHOR_LEFT    ? t->x
				      : t->anchor == ANCHOR_RIGHT ? t->x - width
								  : t->x - width / 2;
			ck_assert_msg(left >= 25 * mm - 0.5 && left + width <= 190 * mm + 0.5,
				"page %zu: %s from %.1f to %.1f", i + 1, t->text, left, left + width);
			ck_assert_msg(t->y <= 277 * mm || t->y > 284 * mm, "page %zu: %s at %.1f", i + 1,
				t->text, t->y);
		}
}
END_TEST

Suite *block_suite(void);
Suite *
block_suite(void)
{
	Suite *s = suite_create("block");
	TCase *t = tcase_create("block");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, numbers_have_commas_every_three_digits);
	tcase_add_test(t, differences_have_a_sign_and_withheld_ones_a_mark);
	tcase_add_test(t, a_department_without_people_says_so);
	tcase_add_test(t, a_department_of_one_shows_the_mark_everywhere);
	tcase_add_test(t, with_nobody_answering_rates_are_dashes);
	tcase_add_test(t, a_figure_links_to_where_it_opens_and_only_on_a_page);
	tcase_add_test(t, the_weakest_come_in_rising_order);
	tcase_add_test(t, the_counts_of_a_bar_are_all_the_answers_but_not_applicable);
	tcase_add_test(t, a_figure_of_an_earlier_year_opens_in_that_years_cycle);
	tcase_add_test(t, more_than_a_fifth_of_not_applicable_is_marked_and_may_stand_alone);
	tcase_add_test(t, a_changed_question_bears_a_mark_that_is_explained);
	tcase_add_test(t, viewpoint_08_a_changed_question_is_marked_where_the_line_breaks);
	tcase_add_test(t, no_report_gives_an_assurance);
	tcase_add_test(t, every_place_of_the_recipes_is_filled);
	tcase_add_test(t, viewpoint_11_long_names_and_many_departments_stay_on_their_pages);
	suite_add_tcase(s, t);
	return s;
}
