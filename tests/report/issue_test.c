/* Issuing documents of the demonstration body, whose cycle of 2025 is final and whose
 * cycle of 2026 is open. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "demo_body.h"
#include "draw/font.h"
#include "report/bind.h"
#include "report/freeze.h"
#include "report/record.h"
#include "store/setting.h"
#include "store/sheet/sheets.h"

static char directory[64];
static struct arena *arena;
static struct store *store;
static struct db *db;
static struct err e;
static struct cycle closed, before, live;

static const instant_t noon = INT64_C(1795402800); /* 2026-11-23 12:00 in Japan */

static void
setup(void)
{
	struct demo_wish wish = {
		.password = "geheim-2026", .staff = DEMO_STAFF, .departments = DEMO_DEPARTMENTS, .now = noon};
	strcpy(directory, "/tmp/tenken-issue-XXXXXX");
	arena = arena_create();
	ck_assert_ptr_nonnull(mkdtemp(directory));
	if (!fonts_open(&e))
		ck_abort_msg("%s", e.text);
	demo_body(directory, &wish, report_freeze_left);
	if ((store = store_open(directory, &e)) == NULL || (db = store_reader(store, &e)) == NULL || !cycle_of_year(db, arena, 2025, &closed, &e) ||
		!cycle_of_year(db, arena, 2024, &before, &e) || !cycle_of_year(db, arena, 2026, &live, &e))
		ck_abort_msg("%s", e.text);
}

static void
teardown(void)
{
	char command[96];
	store_close(store);
	arena_destroy(arena);
	snprintf(command, sizeof command, "rm -r %s", directory);
	ck_assert_int_eq(system(command), 0);
}

static struct issue_request
request(const struct cycle *c, const char *name, int64_t department, instant_t at)
{
	return (struct issue_request){.report = {.name = name,
					      .cycle_id = c->id,
					      .department_id = department,
					      .now = at,
					      .issued_by = "事務局"}};
}

static struct issued
issue(const struct cycle *c, const char *name, int64_t department, instant_t at, const char *reason)
{
	struct issue_request rq = request(c, name, department, at);
	struct issued out;
	rq.reason = reason;
	ck_assert_msg(report_issue(store, arena, &rq, &out, &e), "%s", e.text);
	return out;
}

static int64_t
department_at_place(size_t i)
{
	int64_t *list;
	size_t count;
	ck_assert(bind_departments(store, arena, closed.id, &list, &count, &e));
	ck_assert_uint_gt(count, i);
	return list[i];
}

static bool
run_script(struct db *d, struct piece *p, struct err *why)
{
	return db_script(d, p->with, why);
}

static void
change(const char *script)
{
	ck_assert_msg(
		writer_run(store_writer(store), run_script, (void *)(uintptr_t)script, &e), "%s", e.text);
}

/* What of the body and of other years may change once the figures of 2025 are final. */
static const char later[] =
	"INSERT INTO setting (key, value) VALUES ('body_name', '別の団体'), ('na_alarm', '3'),"
	" ('sender', '別の人'), ('confidentiality_label', '別の表示'), ('approval_titles', '別の職')"
	" ON CONFLICT (key) DO UPDATE SET value = excluded.value;"
	"UPDATE department_term SET name = name || '改', flags = 0;"
	"DELETE FROM lineage;"
	"UPDATE lesson SET read_at = 1795402800 WHERE read_at IS NULL;" /* read in the end */
	"UPDATE cycle SET state = 'open', edition = edition + 1 WHERE year = 2024;"
	"UPDATE tally SET s0 = s0 + 7 WHERE cycle_id = (SELECT id FROM cycle WHERE year = 2024);";

START_TEST(what_is_issued_is_given_again_byte_for_byte_whatever_changes)
{
	struct issued one = issue(&closed, "self-check-body", 0, noon, NULL);
	ck_assert_int_ne(one.document.id, 0);
	ck_assert_int_eq(one.document.edition, closed.edition);
	change(later);
	struct issued again = issue(&closed, "self-check-body", 0, noon + 86400, NULL);
	ck_assert_int_eq(again.document.id, one.document.id);
	ck_assert_uint_eq(again.bytes.length, one.bytes.length);
	ck_assert_mem_eq(again.bytes.data, one.bytes.data, one.bytes.length);
	buf_free(&one.bytes);
	buf_free(&again.bytes);
}
END_TEST

static bool
text_stands(const struct canvas *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].kind == MARK_TEXT && strstr(page->marks[i].text, text) != NULL)
			return true;
	return false;
}

static struct document
tables(const char *name, int64_t department, instant_t at, struct buf *out)
{
	struct issue_request rq = request(&closed, name, department, at);
	struct document d;
	struct export x;
	struct exported made;
	ck_assert_msg(report_tables(store, arena, &rq, &x, &d, &e), "%s", e.text);
	ck_assert_msg(export_write(arena, &x, EXPORT_XLSX, true, &made, &e), "%s", e.text);
	*out = made.bytes;
	return d;
}

static struct buf
bound(const char *name, instant_t at)
{
	struct issued out;
	int64_t *list;
	struct bind_request rq = {.issue = request(&closed, name, 0, at)};
	ck_assert(bind_departments(store, arena, closed.id, &list, &rq.count, &e));
	rq.subjects = list;
	ck_assert_msg(report_bind(store, arena, &rq, &out, &e), "%s", e.text);
	return out.bytes;
}

/* What goes on being decided after the figures are final, and a program that says things otherwise. */
static const char afterwards[] =
	"INSERT INTO plan (cycle_id, department_id, set_key, item, measure, owner_id, owner_name, due_day,"
	" state, result) SELECT c.id, d.department_id, 'staff', 'S611', '後から立てた策', 1, '髙﨑', 30000,"
	" 'planned', '' FROM cycle c JOIN cycle_department d ON d.cycle_id = c.id WHERE c.year IN (2024, "
	"2025);"
	"INSERT INTO practice (cycle_id, department_id, text, consent, who, at, state) SELECT c.id,"
	" d.department_id, '後から採用した取組', '課長', '事務局', 1, 'adopted' FROM cycle c"
	" JOIN cycle_department d ON d.cycle_id = c.id WHERE c.year = 2025;"
	"UPDATE rule_text SET yaml = replace(replace(yaml, '令和8年3月', '令和9年3月'), 'points: 50',"
	" 'points: 40');";

static void
reopen_store(void)
{
	store_close(store);
	store = store_open(directory, &e);
	ck_assert_msg(store != NULL && (db = store_reader(store, &e)) != NULL, "%s", e.text);
}

/* The PDF of one, the PDF of all, the tables: asked for the first time or again, they say what was said
 * when the edition was issued. */
START_TEST(whatever_is_made_of_an_edition_says_what_it_said_when_it_was_issued)
{
	struct buf book = BUF_INIT, again = BUF_INIT;
	struct document d = tables("self-check-department", department_at_place(0), noon, &book);
	ck_assert_int_ne(d.id, 0);
	struct buf all = bound("self-check-department", noon);
	change(afterwards);
	change(later);
	reopen_store();
	struct buf all_again = bound("self-check-department", noon + 86400);
	ck_assert_uint_eq(all_again.length, all.length);
	ck_assert_mem_eq(all_again.data, all.data, all.length);
	ck_assert_int_eq(
		tables("self-check-department", department_at_place(0), noon + 86400, &again).id, d.id);
	ck_assert_uint_eq(again.length, book.length);
	ck_assert_mem_eq(again.data, book.data, book.length);
	struct record record;
	struct issued first = issue(&closed, "self-check-department", department_at_place(0), noon, NULL);
	ck_assert_int_eq(first.document.id, d.id);
	ck_assert(document_record(store, arena, &d, &record, &e));
	for (size_t i = 0; i < record.page_count; i++)
		ck_assert(!text_stands(record.pages[i], "後から"));
	buf_free(&book);
	buf_free(&again);
	buf_free(&all);
	buf_free(&all_again);
	buf_free(&first.bytes);
}
END_TEST

/* A document that is issued for the first time after the reopening of the year it was made of still has
 * its old edition, for that was kept. */
START_TEST(an_old_edition_can_be_printed_for_the_first_time_after_a_reopening)
{
	struct buf book = BUF_INIT;
	struct issued out;
	struct document d = tables("committee", 0, noon, &book);
	change("UPDATE cycle SET state = 'open', edition = edition + 1 WHERE year = 2025;");
	ck_assert_msg(document_print(store, arena, &d, GLYPHS_REFUSE, &out, &e), "%s", e.text);
	ck_assert_uint_gt(out.bytes.length, 1000);
	buf_free(&book);
	buf_free(&out.bytes);
}
END_TEST

/* A program that ships another policy and other points: the cycle keeps the ones it opened with. */
START_TEST(a_cycle_keeps_the_policy_and_the_scales_it_opened_with)
{
	struct issue_request rq = request(&closed, "self-check-body", 0, noon);
	struct report r;
	struct figures then, now;
	ck_assert(figures_gather(store, arena, &closed, "staff", 0, 1, &then, &e));
	change("UPDATE rule_text SET yaml = replace(replace(yaml, '令和8年3月', '令和9年3月'), 'points: 50',"
	       " 'points: 0');");
	ck_assert_msg(report_make(store, arena, &rq.report, &r, &e), "%s", e.text);
	reopen_store();
	ck_assert_str_eq(store_cycle_policy(store, closed.id, &e)->edition, "令和9年3月");
	ck_assert(figures_gather(store, arena, &closed, "staff", 0, 1, &now, &e));
	ck_assert_int_lt(now.body.points.rate.numerator, then.body.points.rate.numerator);
	ck_assert_int_eq(now.body.done.rate.numerator, then.body.done.rate.numerator);
}
END_TEST

START_TEST(cycles_opened_by_an_older_program_keep_the_rules_they_are_found_with)
{
	struct rows r;
	change("DELETE FROM cycle_rules;");
	ck_assert(report_freeze_left(store, &e));
	ck_assert(db_query(db, &r, &e, "SELECT count(*) FROM cycle_rules", "") && rows_next(&r));
	ck_assert_int_eq(row_int(&r, 0), 3);
	ck_assert(rows_end(&r, &e));
}
END_TEST

START_TEST(a_damaged_record_is_said_to_be_one)
{
	struct issued one = issue(&closed, "committee", 0, noon, NULL);
	struct record record;
	struct buf bytes = BUF_INIT;
	ck_assert(document_record(store, arena, &one.document, &record, &e));
	record_write(&record, &bytes);
	ck_assert(record_read(arena, bytes.data, bytes.length, &record, &e));
	ck_assert(!record_read(arena, bytes.data, bytes.length / 2, &record, &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert(!record_read(arena, "record\t1", 8, &record, &e));
	buf_free(&bytes);
	buf_free(&one.bytes);
}
END_TEST

/* Not only the kept bytes: the same paper made anew from the figures is the same too. */
START_TEST(the_figures_of_a_final_cycle_do_not_change_either)
{
	struct issue_request rq = request(&closed, "self-check-department", department_at_place(0), noon);
	struct report first, second;
	struct buf one = BUF_INIT, two = BUF_INIT;
	ck_assert_msg(report_make(store, arena, &rq.report, &first, &e), "%s", e.text);
	ck_assert(report_pdf(arena, &first, GLYPHS_REFUSE, &one, &e));
	change(later);
	ck_assert_msg(report_make(store, arena, &rq.report, &second, &e), "%s", e.text);
	ck_assert(report_pdf(arena, &second, GLYPHS_REFUSE, &two, &e));
	ck_assert_uint_eq(one.length, two.length);
	ck_assert_mem_eq(one.data, two.data, one.length);
	buf_free(&one);
	buf_free(&two);
}
END_TEST

START_TEST(numbers_follow_each_other_and_none_is_used_up_by_what_cannot_be_printed)
{
	struct issued out = issue(&closed, "self-check-body", 0, noon, NULL);
	ck_assert_int_eq(out.document.number, 1);
	buf_free(&out.bytes);
	struct issue_request wrong = request(&closed, "self-check-body", department_at_place(0), noon);
	ck_assert(!report_issue(store, arena, &wrong, &out, &e));
	wrong = request(&closed, "self-check-department", 99999, noon);
	ck_assert(!report_issue(store, arena, &wrong, &out, &e));
	for (size_t i = 0; i < 3; i++) {
		out = issue(&closed, "self-check-department", department_at_place(i), noon, NULL);
		ck_assert_int_eq(out.document.number, 2 + (int64_t)i);
		ck_assert_int_eq(out.document.year, 2026);
		buf_free(&out.bytes);
	}
}
END_TEST

START_TEST(issued_again_with_a_reason_it_keeps_its_number_and_the_old_edition_can_be_had)
{
	struct issued one = issue(&closed, "committee", 0, noon, NULL);
	struct issued two = issue(&closed, "committee", 0, noon + 86400, "誤記の訂正");
	struct issued old;
	ck_assert_int_eq(two.document.edition, one.document.edition + 1);
	ck_assert_int_eq(two.document.number, one.document.number);
	ck_assert(document_print(store, arena, &one.document, GLYPHS_REFUSE, &old, &e));
	ck_assert_uint_eq(old.bytes.length, one.bytes.length);
	ck_assert_mem_eq(old.bytes.data, one.bytes.data, one.bytes.length);
	ck_assert(two.bytes.length != one.bytes.length ||
		  memcmp(two.bytes.data, one.bytes.data, one.bytes.length) != 0);
	buf_free(&one.bytes);
	buf_free(&two.bytes);
	buf_free(&old.bytes);
}
END_TEST

START_TEST(viewpoint_06_after_a_reopening_the_next_one_is_a_new_edition_for_its_reason)
{
	struct issued one = issue(&closed, "committee", 0, noon, NULL);
	change("UPDATE cycle SET edition = edition + 1 WHERE year = 2025;"
	       "INSERT INTO cycle_move (cycle_id, at, from_state, to_state, edition, reason)"
	       " SELECT id, 0, 'reported', 'open', edition, '集計の誤り' FROM cycle WHERE year = 2025;");
	struct issued two = issue(&closed, "committee", 0, noon, NULL);
	ck_assert_int_eq(two.document.edition, one.document.edition + 1);
	ck_assert_str_eq(two.document.reason, "集計の誤り");
	struct issued old; /* the first edition is given again as it was */
	ck_assert_msg(document_print(store, arena, &one.document, GLYPHS_REFUSE, &old, &e), "%s", e.text);
	ck_assert_uint_eq(old.bytes.length, one.bytes.length);
	ck_assert_mem_eq(old.bytes.data, one.bytes.data, old.bytes.length);
	buf_free(&old.bytes);
	buf_free(&one.bytes);
	buf_free(&two.bytes);
}
END_TEST

START_TEST(while_the_figures_may_move_nothing_is_issued)
{
	struct issued draft = issue(&live, "self-check-body", 0, noon, NULL);
	struct issue_request rq = request(&live, "self-check-body", 0, noon);
	struct issued out;
	ck_assert_int_eq(draft.document.id, 0);
	buf_free(&draft.bytes);
	rq.reason = "早く";
	ck_assert(!report_issue(store, arena, &rq, &out, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

START_TEST(the_committee_gets_two_pages_or_is_told_why_not)
{
	struct issue_request rq = request(&closed, "committee", 0, noon);
	struct report r;
	struct canvas **pages;
	struct pdf_outline *outline;
	struct buf out = BUF_INIT;
	size_t count;
	ck_assert(report_make(store, arena, &rq.report, &r, &e));
	ck_assert_uint_eq(report_pages(arena, &r, &pages, &outline, &count), 2);
	r.pages = 3;
	ck_assert(!report_pdf(arena, &r, GLYPHS_REFUSE, &out, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

/* A box before every choice, the code of the sheet on each page, and none of the answers. */
START_TEST(a_blank_sheet_has_its_code_on_every_page)
{
	int64_t *sheets;
	size_t count, outline_count;
	struct sheet sheet;
	struct report r;
	struct canvas **pages;
	struct pdf_outline *outline;
	struct issue_request rq = request(&live, "sheet-blank", 0, noon);
	ck_assert(bind_sheets(store, arena, live.id, 0, "staff", &sheets, &count, &e));
	ck_assert_uint_gt(count, 0);
	rq.report.sheet_id = sheets[0];
	ck_assert_msg(report_make(store, arena, &rq.report, &r, &e), "%s", e.text);
	ck_assert(sheet_find(db, arena, sheets[0], &sheet, &e));
	count = report_pages(arena, &r, &pages, &outline, &outline_count);
	ck_assert_uint_gt(count, 1);
	for (size_t i = 0; i < count; i++) {
		ck_assert(text_stands(pages[i], sheet.code));
		ck_assert(!text_stands(pages[i], "■"));
	}
	ck_assert(text_stands(pages[0], "□"));
	ck_assert(text_stands(pages[0], "1 not part of the duties"));
	ck_assert(!r.draft);
}
END_TEST

struct told {
	size_t calls, last, total;
};

static bool
tell(void *with, size_t done, size_t total, struct err *why)
{
	(void)why;
	struct told *t = with;
	t->calls++;
	t->last = done;
	t->total = total;
	return true;
}

START_TEST(every_department_is_bound_and_issued_in_one_action)
{
	int64_t *list;
	struct told told = {0};
	struct issued out;
	struct bind_request rq = {
		.issue = request(&closed, "self-check-department", 0, noon), .tell = tell, .with = &told};
	ck_assert(bind_departments(store, arena, closed.id, &list, &rq.count, &e));
	rq.subjects = list;
	ck_assert_msg(report_bind(store, arena, &rq, &out, &e), "%s", e.text);
	ck_assert_uint_gt(out.bytes.length, 10000);
	buf_free(&out.bytes);
	ck_assert_uint_eq(told.last, told.total);
	struct document *documents;
	size_t count;
	ck_assert(documents_of_cycle(db, arena, closed.id, &documents, &count, &e));
	ck_assert_uint_eq(count, rq.count);
	for (size_t i = 0; i < count; i++)
		ck_assert_int_eq(documents[i].number, (int64_t)i + 1);
}
END_TEST

/* Once every department was read, and before any is drawn, the body changes to words of other characters. */
static bool
tell_and_change(void *with, size_t done, size_t total, struct err *why)
{
	if (done == total / 2)
		change("UPDATE cycle_department SET name = '彙鬱麤課' || department_id;"
		       "INSERT INTO setting (key, value) VALUES ('body_name', '爨龘市')"
		       " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
	return tell(with, done, total, why);
}

START_TEST(what_changes_while_it_is_bound_does_not_get_in_halfway)
{
	int64_t *list;
	struct told told = {0};
	struct issued quiet, busy;
	struct bind_request rq = {
		.issue = request(&live, "self-check-department", 0, noon), .tell = tell, .with = &told};
	ck_assert(bind_departments(store, arena, live.id, &list, &rq.count, &e));
	rq.subjects = list;
	ck_assert_msg(report_bind(store, arena, &rq, &quiet, &e), "%s", e.text);
	rq.tell = tell_and_change;
	ck_assert_msg(report_bind(store, arena, &rq, &busy, &e), "%s", e.text);
	ck_assert_uint_eq(busy.bytes.length, quiet.bytes.length);
	ck_assert_mem_eq(busy.bytes.data, quiet.bytes.data, quiet.bytes.length);
	buf_free(&quiet.bytes);
	buf_free(&busy.bytes);
}
END_TEST

Suite *issue_suite(void);
Suite *
issue_suite(void)
{
	Suite *s = suite_create("issue");
	TCase *t = tcase_create("issue");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, what_is_issued_is_given_again_byte_for_byte_whatever_changes);
	tcase_add_test(t, whatever_is_made_of_an_edition_says_what_it_said_when_it_was_issued);
	tcase_add_test(t, an_old_edition_can_be_printed_for_the_first_time_after_a_reopening);
	tcase_add_test(t, cycles_opened_by_an_older_program_keep_the_rules_they_are_found_with);
	tcase_add_test(t, a_damaged_record_is_said_to_be_one);
	tcase_add_test(t, a_cycle_keeps_the_policy_and_the_scales_it_opened_with);
	tcase_add_test(t, the_figures_of_a_final_cycle_do_not_change_either);
	tcase_add_test(t, numbers_follow_each_other_and_none_is_used_up_by_what_cannot_be_printed);
	tcase_add_test(t, issued_again_with_a_reason_it_keeps_its_number_and_the_old_edition_can_be_had);
	tcase_add_test(t, viewpoint_06_after_a_reopening_the_next_one_is_a_new_edition_for_its_reason);
	tcase_add_test(t, while_the_figures_may_move_nothing_is_issued);
	tcase_add_test(t, the_committee_gets_two_pages_or_is_told_why_not);
	tcase_add_test(t, a_blank_sheet_has_its_code_on_every_page);
	tcase_add_test(t, every_department_is_bound_and_issued_in_one_action);
	tcase_add_test(t, what_changes_while_it_is_bound_does_not_get_in_halfway);
	suite_add_tcase(s, t);
	return s;
}
