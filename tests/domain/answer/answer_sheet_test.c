/* Sheets as a workbook: written, filled in as a person would, and read back. */
#include "domain/answer/answer_sheet.h"
#include "domain/refill.h"
#include "domain/sample.h"
#include "zip/zip.h"

static const char yaml[] =
	"key: staff\n"
	"title: 職員票\n"
	"edition: 令和8年度版\n"
	"audience: ALL\n"
	"unit: person\n"
	"kind: personal\n"
	"minutes: 5\n"
	"purpose: 点検\n"
	"items:\n"
	"  - {id: A1, clause: 6(1), text: 問一, scale: Q4, weight: 1, threats: [3(1)], cia: C,"
	" help: h}\n"
	"  - {id: A2, clause: 6(1), text: 問二, scale: Q4, weight: 3, threats: [3(1)], cia: C,"
	" help: h, extra: date, when: NET}\n"
	"  - {id: A3, clause: 6(1), text: 問三, scale: YN, weight: 3, threats: [3(1)], cia: C,"
	" help: h, extra: number}\n"
	"  - {id: A4, clause: '4', text: 問四, scale: KQ, weight: 1, threats: [3(1)], cia: C,"
	" help: h, choices: ['甲, 乙', 丙], answer: 2, explanation: e}\n"
	"  - {id: A5, clause: '8', text: 問五, scale: TXT, help: h}\n";

static struct sample sample;
static const struct questionnaire *set;
static struct arena *arena;
static flags_t net;
static struct buf book, filled;
static struct answer_book_read was_read;
static struct answer_faults faults;

static void
setup(void)
{
	sample = sample_create();
	arena = sample.faults.arena;
	set = sample_set(&sample, yaml, 0);
	ck_assert_ptr_nonnull(set);
	net = flag_parse("NET");
	book = filled = (struct buf)BUF_INIT;
	faults = (struct answer_faults){.arena = arena};
}

static void
teardown(void)
{
	buf_free(&book);
	buf_free(&filled);
	arena_destroy(arena);
}

static void
write_book(struct buf *out)
{
	const struct answer_sheet sheets[] = {{7, "R08-7K3F-29", "髙橋", "0011", set, net, 3},
		{8, "R08-7K3G-30", "𠮷田", "0012", set, 0, 0}};
	const struct answer_book b = {.cycle_id = 4,
		.opened = 1792126800,
		.title = "令和8年度",
		.department = "総務課",
		.due = "令和8年10月30日",
		.contact = "内線 123",
		.made = 1792126800,
		.sheets = sheets,
		.count = 2};
	struct err e = {0};
	ck_assert_msg(answer_book_write(arena, &b, out, &e), "%s", e.text);
}

static void
fill(const struct refill *list, size_t count)
{
	struct err e = {0};
	write_book(&book);
	refill(&book, list, count, &filled);
	ck_assert_msg(
		answer_book_read(arena, filled.data, filled.length, &was_read, &faults, &e), "%s", e.text);
}
#define FILL(...)                                                                                            \
	do {                                                                                                 \
		static const struct refill list_[] = {__VA_ARGS__};                                          \
		fill(list_, sizeof list_ / sizeof *list_);                                                   \
	} while (0)

static struct answer_taken
taken(size_t sheet, flags_t flags)
{
	struct answer_taken t;
	answer_sheet_read(arena, &was_read.sheets[sheet], set, flags, &t, &faults);
	return t;
}

static void
gives(const struct answer_taken *t, const char *json)
{
	struct buf text = BUF_INIT;
	answers_format(&t->answers, &text);
	ck_assert_str_eq(text.data, json);
	buf_free(&text);
}

START_TEST(what_is_filled_in_is_read_back)
{
	FILL({1, "A1", ANSWER_CHOICE, "× いいえ"}, {1, "A1", ANSWER_REASON, "=忙しい"},
		{1, "A2", ANSWER_CHOICE, "○ はい"}, {1, "A2", ANSWER_EXTRA, "2026/5/1"},
		{1, "A3", ANSWER_CHOICE, "○ はい"}, {1, "A3", ANSWER_EXTRA, "3"},
		{1, "A4", ANSWER_CHOICE, "甲, 乙"}, {1, "A5", ANSWER_REASON, "一行目\n二行目"});
	ck_assert_int_eq(was_read.cycle_id, 4);
	ck_assert_uint_eq(was_read.count, 2);
	ck_assert_int_eq(was_read.sheets[0].sheet_id, 7);
	ck_assert_int_eq(was_read.sheets[0].revision, 3);
	ck_assert_str_eq(was_read.sheets[0].worksheet, "01 髙橋");
	struct answer_taken t = taken(0, net);
	gives(&t, "{\"A1\":{\"c\":\"no\",\"r\":\"=忙しい\"},\"A2\":{\"c\":\"yes\",\"x\":\"2026-05-01\"},"
		  "\"A3\":{\"c\":\"yes\",\"x\":\"3\"},\"A4\":\"k1\",\"A5\":{\"t\":\"一行目\\n二行目\"}}");
	ck_assert(t.submit);
	ck_assert_uint_eq(t.given, 5);
	ck_assert_uint_eq(t.refused, 0);
	t = taken(1, 0);
	ck_assert_uint_eq(t.given, 0);
	ck_assert_uint_eq(faults.count, 0);
}
END_TEST

START_TEST(an_answer_may_be_written_as_a_person_writes_it)
{
	FILL({1, "A1", ANSWER_CHOICE, "　△"}, {1, "A1", ANSWER_REASON, " "},
		{1, "A2", ANSWER_CHOICE, "該当なし"}, {1, "A2", ANSWER_NA, "not part of the duties"},
		{1, "A3", ANSWER_CHOICE, "○はい"}, {1, ANSWER_SUBMIT, ANSWER_CHOICE, "keep as a draft"});
	struct answer_taken t = taken(0, net);
	gives(&t, "{\"A1\":\"partly\",\"A2\":{\"c\":\"na\",\"n\":\"duty\"},\"A3\":\"yes\"}");
	ck_assert(!t.submit);
	ck_assert_uint_eq(faults.count, 0);
}
END_TEST

START_TEST(every_cell_that_cannot_be_used_is_named)
{
	FILL({1, "A1", ANSWER_CHOICE, "まあまあ"}, {1, "A1", ANSWER_NA, "not part of the duties"},
		{1, "A2", ANSWER_CHOICE, "○"}, {1, "A2", ANSWER_EXTRA, "2026-02-30"},
		{1, "A3", ANSWER_CHOICE, "○"}, {1, "A3", ANSWER_EXTRA, "三件"},
		{1, ANSWER_SUBMIT, ANSWER_CHOICE, "はい"});
	struct answer_taken t = taken(0, net);
	gives(&t, "{\"A2\":\"yes\",\"A3\":\"yes\"}");
	static const char *const expected[] = {"E5", "F5", "H6", "H7", "E10"};
	ck_assert_uint_eq(t.refused, 5);
	ck_assert_uint_eq(faults.count, 5);
	for (size_t i = 0; i < 5; i++) {
		ck_assert_str_eq(faults.items[i].worksheet, "01 髙橋");
		ck_assert_str_eq(faults.items[i].cell, expected[i]);
	}
	ck_assert(strstr(faults.items[0].reason, "まあまあ") != NULL);
}
END_TEST

/* The second person is not asked A2: whoever moves the row there is told. */
START_TEST(rows_of_other_sheets_are_refused)
{
	FILL({2, "A3", ANSWER_KEY, "A2"}, {2, "A4", ANSWER_KEY, "A1"}, {2, "A5", ANSWER_KEY, "Z9"});
	struct answer_taken t = taken(1, 0);
	ck_assert_uint_eq(t.refused, 3);
	ck_assert_str_eq(faults.items[0].cell, "A6");
	ck_assert_str_eq(faults.items[1].reason, "the row is there twice");
}
END_TEST

/* The same archive, one place of one part replaced. */
static void
doctor(const char *part, const char *from, const char *until, const char *with)
{
	static const struct unbundle_limits limits = {100, 1 << 22, 1 << 23, 300};
	struct err e = {0};
	char *data;
	size_t length;
	struct unbundle *u = unbundle_open(book.data, book.length, &limits, &e);
	struct bundle *again = bundle_create(0);
	for (size_t i = 0; i < unbundle_count(u); i++) {
		const char *name = unbundle_name(u, i);
		ck_assert(unbundle_read(u, arena, name, &data, &length, &e));
		char *at = strcmp(name, part) == 0 ? strstr(data, from) : NULL;
		if (at != NULL) {
			data = arena_printf(arena, "%.*s%s%s", (int)(at - data), data, with,
				strstr(at, until) + strlen(until));
			length = strlen(data);
		}
		ck_assert(bundle_add(again, name, data, length, &e));
	}
	ck_assert(bundle_finish(again, &filled, &e));
	bundle_destroy(again);
	unbundle_close(u);
}

START_TEST(a_changed_hidden_worksheet_is_refused)
{
	struct err e = {0};
	write_book(&book);
	ck_assert_msg(answer_book_read(arena, book.data, book.length, &was_read, &faults, &e), "%s", e.text);
	doctor("xl/sharedStrings.xml", "R08-7K3G-30", "30", "R08-7K3G-31");
	ck_assert(!answer_book_read(arena, filled.data, filled.length, &was_read, &faults, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_msg(strstr(e.text, "hidden worksheet") != NULL, "%s", e.text);
}
END_TEST

START_TEST(another_workbook_is_refused)
{
	static const struct xlsx_column columns[] = {{"a", 10, XLSX_LEFT, false}};
	struct err e = {0};
	struct xlsx *x = xlsx_create("t", "a", 0, false);
	xlsx_sheet(x, "s", columns, 1, 0);
	xlsx_header(x);
	ck_assert(xlsx_finish(x, &book, &e));
	xlsx_destroy(x);
	ck_assert(!answer_book_read(arena, book.data, book.length, &was_read, &faults, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!answer_book_read(arena, "a,b", 3, &was_read, &faults, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

START_TEST(a_copied_worksheet_and_a_strange_one_are_named)
{
	FILL({2, "R08-7K3G-30", ANSWER_KEY, "R08-7K3F-29"});
	ck_assert_uint_eq(was_read.count, 1);
	ck_assert_uint_eq(faults.count, 1);
	ck_assert_str_eq(faults.items[0].worksheet, "02 𠮷田");
	buf_clear(&book);
	buf_clear(&filled);
	faults.count = 0;
	FILL({2, "R08-7K3G-30", ANSWER_KEY, ""});
	ck_assert_uint_eq(was_read.count, 1);
	ck_assert_str_eq(faults.items[0].reason, "this worksheet is none of the sheets handed out");
}
END_TEST

/* Deleting a column moves the hidden one to the left. */
START_TEST(a_worksheet_with_moved_columns_is_named)
{
	FILL({2, "R08-7K3G-30", ANSWER_KEY, ""}, {2, "R08-7K3G-30", ANSWER_EXTRA, "R08-7K3G-30"});
	ck_assert_uint_eq(was_read.count, 1);
	ck_assert_str_eq(faults.items[0].worksheet, "02 𠮷田");
	ck_assert_str_eq(faults.items[0].reason,
		"rows or columns of this worksheet have been moved or deleted, so nothing of it was read");
}
END_TEST

START_TEST(a_worksheet_that_was_hidden_is_read_all_the_same)
{
	struct err e = {0};
	write_book(&book);
	doctor("xl/workbook.xml", "name=\"02 𠮷田\"", "𠮷田\"", "name=\"あとで\" state=\"hidden\"");
	ck_assert_msg(
		answer_book_read(arena, filled.data, filled.length, &was_read, &faults, &e), "%s", e.text);
	ck_assert_uint_eq(faults.count, 0);
	ck_assert_uint_eq(was_read.count, 2);
	ck_assert_str_eq(was_read.sheets[1].worksheet, "あとで");
}
END_TEST

START_TEST(the_hidden_worksheet_is_known_by_what_it_says)
{
	struct err e = {0};
	write_book(&book);
	doctor("xl/workbook.xml", "name=\"version\"", "\"version\"", "name=\"Sheet9\"");
	ck_assert_msg(
		answer_book_read(arena, filled.data, filled.length, &was_read, &faults, &e), "%s", e.text);
	ck_assert_uint_eq(was_read.count, 2);
}
END_TEST

START_TEST(formulas_are_refused)
{
	struct err e = {0};
	write_book(&book);
	doctor("xl/worksheets/sheet2.xml", "<c r=\"E5\"", "/>", "<c r=\"E5\" t=\"str\"><f>1</f><v>○</v></c>");
	ck_assert_msg(
		answer_book_read(arena, filled.data, filled.length, &was_read, &faults, &e), "%s", e.text);
	struct answer_taken t = taken(0, net);
	ck_assert_uint_eq(t.given, 0);
	ck_assert_uint_eq(faults.count, 1);
	ck_assert_str_eq(faults.items[0].cell, "E5");
	ck_assert(strstr(faults.items[0].reason, "formula") != NULL);
}
END_TEST

START_TEST(the_same_book_gives_the_same_bytes)
{
	write_book(&book);
	write_book(&filled);
	ck_assert_uint_eq(book.length, filled.length);
	ck_assert_mem_eq(book.data, filled.data, book.length);
}
END_TEST

START_TEST(a_book_without_sheets_is_none)
{
	const struct answer_book b = {.title = "t", .department = "総務課", .due = "", .contact = ""};
	struct err e = {0};
	ck_assert(!answer_book_write(arena, &b, &book, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(the_digest_of_a_set_changes_with_its_questions)
{
	char one[DIGEST_SIZE], other[DIGEST_SIZE];
	char changed[sizeof yaml];
	memcpy(changed, yaml, sizeof yaml);
	memcpy(strstr(changed, "問三"), "問山", strlen("問山"));
	answer_digest(set, one);
	answer_digest(set, other);
	ck_assert_str_eq(one, other);
	answer_digest(sample_set(&sample, changed, 0), other);
	ck_assert_str_ne(one, other);
}
END_TEST

Suite *answer_sheet_suite(void);

Suite *
answer_sheet_suite(void)
{
	Suite *s = suite_create("answer_sheet");
	TCase *t = tcase_create("answer_sheet");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_is_filled_in_is_read_back);
	tcase_add_test(t, an_answer_may_be_written_as_a_person_writes_it);
	tcase_add_test(t, every_cell_that_cannot_be_used_is_named);
	tcase_add_test(t, rows_of_other_sheets_are_refused);
	tcase_add_test(t, a_changed_hidden_worksheet_is_refused);
	tcase_add_test(t, another_workbook_is_refused);
	tcase_add_test(t, a_copied_worksheet_and_a_strange_one_are_named);
	tcase_add_test(t, a_worksheet_with_moved_columns_is_named);
	tcase_add_test(t, a_worksheet_that_was_hidden_is_read_all_the_same);
	tcase_add_test(t, the_hidden_worksheet_is_known_by_what_it_says);
	tcase_add_test(t, formulas_are_refused);
	tcase_add_test(t, the_same_book_gives_the_same_bytes);
	tcase_add_test(t, a_book_without_sheets_is_none);
	tcase_add_test(t, the_digest_of_a_set_changes_with_its_questions);
	suite_add_tcase(s, t);
	return s;
}
