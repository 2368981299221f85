/* Reports of the demonstration body: its cycles of 2024 and 2025 are closed; in the
 * open one of 2026 nobody has submitted yet. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "demo_body.h"
#include "draw/font.h"
#include "report/issue.h"
#include "store/figure/tallies.h"
#include "store/organisation/people.h"
#include "store/setting.h"

static char directory[64];
static struct arena *arena;
static struct store *store;
static struct db *db;
static struct err e;

static const instant_t noon = INT64_C(1795402800); /* 2026-11-23 12:00 in Japan */

static void
body_make(void)
{
	struct demo_wish wish = {
		.password = "geheim-2026", .staff = DEMO_STAFF, .departments = DEMO_DEPARTMENTS, .now = noon};
	strcpy(directory, "/tmp/tenken-reports-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(directory));
	demo_body(directory, &wish, NULL);
}

static void
body_remove(void)
{
	static const char *const names[] = {"", "-wal", "-shm"};
	char path[128];
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s/tenken.db%s", directory, names[i]);
		unlink(path);
	}
	rmdir(directory);
}

static void
setup(void)
{
	arena = arena_create();
	store = store_open(directory, &e);
	if (store == NULL || !fonts_open(&e) || (db = store_reader(store, &e)) == NULL)
		ck_abort_msg("%s", e.text);
}

static void
teardown(void)
{
	store_close(store);
	arena_destroy(arena);
}

static int64_t
department_of(const char *key)
{
	struct department d;
	if (key == NULL)
		return 0;
	ck_assert_msg(department_find(db, arena, key, day_of(2026, 6, 1), &d, &e), "%s", e.text);
	return d.id;
}

static bool
make(const char *name, int year, const char *department, struct report *r)
{
	struct cycle c;
	struct report_request *rq = ARENA_NEW(arena, struct report_request);
	ck_assert_msg(cycle_of_year(db, arena, year, &c, &e), "%s", e.text);
	*rq = (struct report_request){.name = name,
		.cycle_id = c.id,
		.department_id = department_of(department),
		.now = noon,
		.issued_by = "事務局"};
	return report_make(store, arena, rq, r, &e);
}

static size_t
pages_of(const char *name, int year, const char *department, struct canvas ***pages)
{
	struct report r;
	struct pdf_outline *outline;
	size_t outline_count;
	if (!make(name, year, department, &r))
		ck_abort_msg("%s", e.text);
	return report_pages(arena, &r, pages, &outline, &outline_count);
}

static bool
page_says(const struct canvas *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].kind == MARK_TEXT && strstr(page->marks[i].text, text) != NULL)
			return true;
	return false;
}

static bool
pages_say(struct canvas **pages, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (page_says(pages[i], text))
			return true;
	return false;
}

/* Also what is broken over lines. */
static bool
pages_hold(struct canvas **pages, size_t count, const char *text)
{
	struct buf all = BUF_INIT;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < pages[i]->count; k++)
			if (pages[i]->marks[k].kind == MARK_TEXT)
				buf_addf(&all, "%s", pages[i]->marks[k].text);
	bool found = strstr(all.data, text) != NULL;
	buf_free(&all);
	return found;
}

START_TEST(the_same_request_gives_the_same_bytes)
{
	struct buf out[2] = {BUF_INIT, BUF_INIT};
	for (size_t i = 0; i < 2; i++) {
		struct report r;
		if (!make("self-check-body", 2025, NULL, &r) ||
			!report_pdf(arena, &r, GLYPHS_REFUSE, &out[i], &e))
			ck_abort_msg("%s", e.text);
	}
	ck_assert_uint_eq(out[0].length, out[1].length);
	ck_assert_mem_eq(out[0].data, out[1].data, out[0].length);
	buf_free(&out[0]);
	buf_free(&out[1]);
}
END_TEST

START_TEST(an_unknown_name_lists_the_known_ones)
{
	struct report r;
	ck_assert(!make("self-check-nobody", 2025, NULL, &r));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert_ptr_nonnull(strstr(e.text, "self-check-body, self-check-department"));
	struct issue_request rq = {.report = {.name = "finding", .about_id = 1, .now = noon, .issued_by = ""}};
	struct issued out;
	int64_t id;
	e = (struct err){0};
	ck_assert(!report_issue(store, arena, &rq, &out, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "finding-report, findings"));
	e = (struct err){0};
	ck_assert(!report_about(store, arena, "finding", "R08-001", &id, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "finding-report, findings"));
}
END_TEST

START_TEST(a_report_is_made_only_for_whom_it_is_meant)
{
	struct report r;
	ck_assert(!make("self-check-department", 2025, NULL, &r));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!make("self-check-body", 2025, "010", &r));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!make("dashboard", 2025, NULL, &r)); /* without a browser it would be paper */
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

START_TEST(a_department_founded_later_is_not_in_an_older_cycle)
{
	struct report r;
	ck_assert(!make("self-check-department", 2024, "051", &r));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(every_page_is_framed_and_inside_its_margins)
{
	static const char *const departments[] = {NULL, "010", "080"};
	const double mm = 72 / 25.4;
	for (size_t d = 0; d < 3; d++) {
		struct canvas **pages;
		const char *name = departments[d] == NULL ? "self-check-body" : "self-check-department";
		size_t count = pages_of(name, 2025, departments[d], &pages);
		for (size_t i = 0; i < count; i++) {
			ck_assert(page_says(pages[i], arena_printf(arena, "%zu/%zu頁", i + 1, count)));
			ck_assert(page_says(pages[i], "第1版"));
			for (size_t k = 0; k < pages[i]->count; k++) {
				const struct mark *m = &pages[i]->marks[k];
				ck_assert(m->kind != MARK_TEXT || m->anchor != ANCHOR_LEFT ||
					  m->x >= 25 * mm - 0.1);
				ck_assert(m->kind != MARK_TEXT || m->y <= 277 * mm || m->y > 284 * mm);
			}
		}
	}
}
END_TEST

START_TEST(a_report_of_an_open_cycle_is_a_draft)
{
	struct report r;
	ck_assert(make("self-check-body", 2026, NULL, &r));
	ck_assert(r.draft);
	ck_assert(make("self-check-body", 2025, NULL, &r));
	ck_assert(!r.draft);
}
END_TEST

START_TEST(with_nobody_answering_there_are_marks_and_no_zeroes)
{
	struct canvas **pages;
	size_t count = pages_of("self-check-body", 2026, NULL, &pages);
	ck_assert(pages_say(pages, count, "－"));
	ck_assert(!pages_say(pages, count, "100.0%"));
	count = pages_of("self-check-department", 2026, "010", &pages);
	ck_assert(pages_say(pages, count, "実施率は－、得点率は－、理解度は－でした"));
}
END_TEST

/* As people see it: the runner compares English sentences. */
static void
setup_japanese(void)
{
	setenv("TENKEN_LANG", "ja", 1);
	words_init();
	setup();
}

START_TEST(what_a_department_gets_is_short_and_says_how_it_was_counted)
{
	static const char *const departments[] = {"010", "020", "040", "050", "060", "070", "080"};
	static const char *const said[] = {"基準日は", "基本方針は", "設問は", "四捨五入",
		"100%にならないことがあります", "5人に満たない", "目安の境は", "理解度"};
	struct canvas **pages;
	for (size_t i = 0; i < sizeof departments / sizeof *departments; i++) {
		size_t count = pages_of("self-check-department", 2025, departments[i], &pages);
		ck_assert_uint_le(count, 5); /* a letter and at most four pages */
		for (size_t k = 0; k < sizeof said / sizeof *said; k++)
			ck_assert_msg(pages_hold(pages, count, said[k]), "%s", said[k]);
		ck_assert(!pages_hold(pages, count, "…")); /* nothing is cut short */
	}
}
END_TEST

START_TEST(answering_is_told_by_kind_of_staff)
{
	struct kind_progress *kinds;
	struct cycle c;
	size_t count;
	ck_assert(cycle_of_year(db, arena, 2025, &c, &e));
	ck_assert_msg(kinds_list(db, arena, c.id, "staff", &kinds, &count, &e), "%s", e.text);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(kinds[0].kind, "正規職員");
	ck_assert_str_eq(kinds[1].kind, "会計年度任用職員");
	ck_assert_int_eq(kinds[0].progress.asked + kinds[1].progress.asked, 68);
	ck_assert_int_gt(kinds[0].progress.asked, kinds[1].progress.asked);
	struct progress_row *p, sum = {0};
	ck_assert(progress_list(db, arena, c.id, "staff", 0, &p, &count, &e));
	for (size_t i = 0; i < count; i++) {
		sum.submitted += p[i].submitted;
		sum.drafts += p[i].drafts;
		sum.late += p[i].late;
	}
	ck_assert_int_eq(kinds[0].progress.submitted + kinds[1].progress.submitted, sum.submitted);
	ck_assert_int_eq(kinds[0].progress.drafts + kinds[1].progress.drafts, sum.drafts);
	ck_assert_int_eq(kinds[0].progress.late + kinds[1].progress.late, sum.late);
	struct canvas **pages;
	count = pages_of("self-check-body", 2025, NULL, &pages);
	ck_assert(pages_hold(pages, count, "会計年度任用職員"));
}
END_TEST

SQL(count_lessons_told, "SELECT count(*), count(l.read_at) FROM sheet s JOIN cycle c ON c.id = s.cycle_id"
			" LEFT JOIN lesson l ON l.sheet_id = s.id WHERE c.year = 2025 AND s.set_key = 'staff'"
			" AND s.submitted IS NOT NULL");

START_TEST(who_has_read_the_right_answers_is_told_of_those_who_submitted)
{
	static const char *const reports[] = {"self-check-body", "committee"};
	struct rows r;
	struct canvas **pages;
	ck_assert(db_query(db, &r, &e, count_lessons_told, "") && rows_next(&r));
	const char *told = arena_printf(arena, "読んだ人は%lld人／提出者%lld人（", (long long)row_int(&r, 1),
		(long long)row_int(&r, 0));
	ck_assert_int_gt(row_int(&r, 1), 0);
	ck_assert(rows_end(&r, &e));
	for (size_t i = 0; i < 2; i++) {
		size_t count = pages_of(reports[i], 2025, NULL, &pages);
		ck_assert_msg(pages_hold(pages, count, told), "%s: %s", reports[i], told);
		ck_assert(pages_hold(pages, count, "基本方針6(5)の研修"));
		ck_assert(pages_hold(pages, count, "単位は人"));  /* of the denominator */
		count = pages_of(reports[i], 2026, NULL, &pages); /* nobody has submitted */
		ck_assert(pages_hold(pages, count, "を読んだ記録はありません"));
	}
}
END_TEST

/* What the first cell of the row that tells of answering says in the brief indicators: "5 / 8システム". */
START_TEST(every_denominator_of_answering_names_what_was_asked)
{
	static const struct {
		const char *set, *unit;
	} rows[] = {{"staff", "人"}, {"manager", "部署"}, {"system", "システム"}, {"contract", "契約"},
		{"sns", "アカウント"}, {"facility", "施設"}, {"secretariat", "団体"}};
	struct cycle c;
	ck_assert(cycle_of_year(db, arena, 2025, &c, &e));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct report r;
		struct report_request rq = {.name = "dashboard",
			.cycle_id = c.id,
			.set_key = rows[i].set,
			.now = noon,
			.base_url = "/figures"};
		ck_assert_msg(report_make(store, arena, &rq, &r, &e), "%s: %s", rows[i].set, e.text);
		const struct table *t = r.sections[0].table;
		ck_assert_ptr_nonnull(t);
		ck_assert_msg(strstr(t->cells[1].text, rows[i].unit) != NULL, "%s", t->cells[1].text);
		rq.name = "dashboard-progress";
		ck_assert_msg(report_make(store, arena, &rq, &r, &e), "%s: %s", rows[i].set, e.text);
		bool named = false;
		for (size_t k = 0; k < r.section_count; k++)
			named = named || (r.sections[k].table != NULL &&
						 strstr(r.sections[k].table->caption, rows[i].unit) != NULL);
		ck_assert_msg(named, "%s", rows[i].set);
	}
}
END_TEST

START_TEST(conditions_are_printed_in_words)
{
	struct canvas **pages;
	size_t count = pages_of("self-check-department", 2026, "010", &pages);
	ck_assert(pages_hold(pages, count, "契約者情報の取扱い"));
	ck_assert(!pages_hold(pages, count, "PII"));
	count = pages_of("self-check-body", 2026, NULL, &pages);
	ck_assert(pages_hold(pages, count, "LGWAN接続系の端末"));
	ck_assert(!pages_hold(pages, count, "LGW&"));
}
END_TEST

/* The auditors' office has one person: nothing it answered may stand anywhere. */
START_TEST(viewpoint_02_a_department_of_one_is_withheld_throughout)
{
	struct report r;
	if (!make("self-check-department", 2025, "080", &r))
		ck_abort_msg("%s", e.text);
	bool said = false;
	for (size_t i = 0; i < r.section_count; i++) {
		const struct section *s = &r.sections[i];
		for (size_t p = 0; p < s->paragraph_count; p++)
			said = said || strstr(s->paragraphs[p], "実施率は※、得点率は※") != NULL;
		const struct table *t = s->table;
		for (size_t k = 0; t != NULL && k < t->row_count; k++) {
			const char *head = t->cells[k * t->column_count].text;
			bool item = head[0] == 'S' && strlen(head) == 4;
			for (size_t c = 2; item && c < t->column_count; c++)
				ck_assert_msg(strchr(t->cells[k * t->column_count + c].text, '%') == NULL,
					"%s %s", head, t->cells[k * t->column_count + c].text);
		}
	}
	ck_assert(said);
}
END_TEST

struct change {
	const char *key, *value;
};

static bool
setting_change(struct db *writing, struct piece *p, struct err *why)
{
	const struct change *c = p->with;
	return setting_save(writing, c->key, c->value, why);
}

static void
set(const char *key, const char *value)
{
	struct change c = {key, value};
	ck_assert_msg(writer_run(store_writer(store), setting_change, &c, &e), "%s", e.text);
}

START_TEST(the_body_decides_boxes_number_and_names)
{
	struct canvas **pages;
	set("approval_titles", "");
	set("document_mark", "");
	set("addressee", "管理者　髙﨑𠮷男");
	pages_of("self-check-body", 2025, NULL, &pages);
	ck_assert(!page_says(pages[0], "副企業長"));
	ck_assert(!page_says(pages[0], "号"));
	ck_assert(page_says(pages[0], "管理者　髙﨑𠮷男　様"));
	set("approval_titles", "管理者\n合議");
	set("addressee", "企業長");
	set("document_mark", "総");
	pages_of("self-check-body", 2025, NULL, &pages);
	ck_assert(page_says(pages[0], "合議"));
	ck_assert(page_says(pages[0], "号"));
	pages_of("self-check-department", 2025, "020", &pages);
	ck_assert(page_says(pages[0], "業務課長　様"));
	set("addressee_department", "{department}の所属長");
	pages_of("self-check-department", 2025, "020", &pages);
	ck_assert(page_says(pages[0], "業務課の所属長　様"));
	set("addressee_department", "{department}長");
}
END_TEST

START_TEST(a_name_that_no_font_can_show_stops_the_report)
{
	struct report r;
	struct buf out = BUF_INIT;
	set("sender", "局長\U0001F600");
	ck_assert(make("self-check-body", 2025, NULL, &r));
	ck_assert(!report_pdf(arena, &r, GLYPHS_REFUSE, &out, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "1F600"));
	ck_assert_ptr_nonnull(strstr(e.text, "局長"));
	ck_assert(report_pdf(arena, &r, GLYPHS_SUBSTITUTE, &out, &e));
	set("sender", "局長");
	buf_free(&out);
}
END_TEST

Suite *report_suite(void);
Suite *
report_suite(void)
{
	Suite *s = suite_create("report");
	TCase *t = tcase_create("report");
	tcase_add_unchecked_fixture(t, body_make, body_remove);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 120);
	tcase_add_test(t, the_same_request_gives_the_same_bytes);
	tcase_add_test(t, an_unknown_name_lists_the_known_ones);
	tcase_add_test(t, a_report_is_made_only_for_whom_it_is_meant);
	tcase_add_test(t, a_department_founded_later_is_not_in_an_older_cycle);
	tcase_add_test(t, every_page_is_framed_and_inside_its_margins);
	tcase_add_test(t, a_report_of_an_open_cycle_is_a_draft);
	tcase_add_test(t, with_nobody_answering_there_are_marks_and_no_zeroes);
	tcase_add_test(t, viewpoint_02_a_department_of_one_is_withheld_throughout);
	tcase_add_test(t, the_body_decides_boxes_number_and_names);
	tcase_add_test(t, a_name_that_no_font_can_show_stops_the_report);
	suite_add_tcase(s, t);
	TCase *seen = tcase_create("seen");
	tcase_add_unchecked_fixture(seen, body_make, body_remove);
	tcase_add_checked_fixture(seen, setup_japanese, teardown);
	tcase_set_timeout(seen, 120);
	tcase_add_test(seen, what_a_department_gets_is_short_and_says_how_it_was_counted);
	tcase_add_test(seen, answering_is_told_by_kind_of_staff);
	tcase_add_test(seen, who_has_read_the_right_answers_is_told_of_those_who_submitted);
	tcase_add_test(seen, every_denominator_of_answering_names_what_was_asked);
	tcase_add_test(seen, conditions_are_printed_in_words);
	suite_add_tcase(s, seen);
	return s;
}
