/* A department's workbook, handed out, filled in, and taken back: what is stored, what
 * is told, and what is left alone. */
#include "store/sheet/answer_book.h"

#include "domain/refill.h"
#include "store/small.h"

enum { ACCOUNT_HEAD_A = 2, ACCOUNT_ADMIN = 3, ACCOUNT_HEAD_B = 5 };

static struct small small;
static struct arena *arena;
static instant_t opened;
static struct err failure;
static struct buf book, filled;
static struct answer_import got;
static day_t handed_in;   /* 0: not said */
static instant_t read_at; /* 0: an hour after the opening */

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
	opened = instant_of_day(day_of(2026, 10, 1)) + NOON;
	book = filled = (struct buf)BUF_INIT;
	handed_in = 0;
	read_at = 0;
	err_clear(&failure);
}

static void
teardown(void)
{
	buf_free(&book);
	buf_free(&filled);
	small_teardown(&small);
}

/* Department A: 髙橋, 山﨑, 林 answer the staff set (sheets 1 to 3 of the book); its office set comes last.
 */
static bool
hand_out(int64_t account, struct answer_book *b)
{
	struct cycle cycle;
	struct cycle_department *list;
	size_t count;
	return cycle_find(small.db, arena, small.cycle.id, &cycle, &failure) &&
	       cycle_departments(small.db, arena, cycle.id, &list, &count, &failure) &&
	       answer_book_gather(small.store, arena, &cycle, &list[0], account, opened, b, &failure);
}

static void
handed_out(void)
{
	struct answer_book b;
	ck_assert_msg(hand_out(ACCOUNT_ADMIN, &b), "%s", failure.text);
	ck_assert_msg(answer_book_write(arena, &b, &book, &failure), "%s", failure.text);
}

static bool
take_back(const struct refill *list, size_t count, int64_t account, bool dry)
{
	buf_clear(&filled);
	refill(&book, list, count, &filled);
	got = (struct answer_import){.arena = arena,
		.data = filled.data,
		.length = filled.length,
		.file = "総務課.xlsx",
		.account_id = account,
		.day = handed_in,
		.now = read_at != 0 ? read_at : opened + 3600};
	err_clear(&failure);
	return dry ? answer_import_try(small.store, &got, &failure)
		   : answer_import_run(small.store, &got, &failure);
}

/* 髙橋 whole, 山﨑 half, 林 with a cell that cannot be used. */
static const struct refill usual[] = {{1, "T101", ANSWER_CHOICE, "○ できている"},
	{1, "T102", ANSWER_CHOICE, "○ いつも"}, {1, "T103", ANSWER_CHOICE, "× できていない"},
	{1, "T103", ANSWER_REASON, "機会が無い"}, {2, "T101", ANSWER_CHOICE, "○ できている"},
	{3, "T101", ANSWER_CHOICE, "○ できている"}, {3, "T102", ANSWER_CHOICE, "できた"},
	{3, "T103", ANSWER_CHOICE, "○ できている"}, {3, "T103", ANSWER_EXTRA, "2026-05-01"}};
enum { USUAL = sizeof usual / sizeof *usual };

static struct sheet
look(int64_t person)
{
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, small_sheet_of(&small, person), &s, &failure));
	return s;
}

static void
outcomes(enum answer_outcome a, enum answer_outcome b, enum answer_outcome c, enum answer_outcome office)
{
	ck_assert_uint_eq(got.row_count, 5);
	ck_assert_str_eq(answer_outcome_key(got.rows[0].outcome), answer_outcome_key(a));
	ck_assert_str_eq(answer_outcome_key(got.rows[1].outcome), answer_outcome_key(b));
	ck_assert_str_eq(answer_outcome_key(got.rows[2].outcome), answer_outcome_key(c));
	ck_assert_str_eq(answer_outcome_key(got.rows[3].outcome), answer_outcome_key(office));
}

START_TEST(a_dry_run_tells_and_stores_nothing)
{
	handed_out();
	ck_assert_msg(take_back(usual, USUAL, ACCOUNT_ADMIN, true), "%s", failure.text);
	outcomes(ANSWERS_SUBMITTED, ANSWERS_DRAFT, ANSWERS_DRAFT, ANSWERS_EMPTY);
	ck_assert_uint_eq(got.faults.count, 1);
	ck_assert_str_eq(got.faults.items[0].worksheet, "03 林");
	ck_assert_str_eq(got.faults.items[0].cell, "E6");
	ck_assert_int_eq(look(HEAD_A).revision, 0);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM receipt"), 0);
}
END_TEST

START_TEST(what_is_whole_is_submitted_by_proxy_and_the_rest_is_a_draft)
{
	handed_out();
	ck_assert_msg(take_back(usual, USUAL, ACCOUNT_ADMIN, false), "%s", failure.text);
	outcomes(ANSWERS_SUBMITTED, ANSWERS_DRAFT, ANSWERS_DRAFT, ANSWERS_EMPTY);
	ck_assert_str_eq(look(HEAD_A).submitted,
		"{\"T101\":\"yes\",\"T102\":\"always\",\"T103\":{\"c\":\"no\",\"r\":\"機会が無い\"}}");
	ck_assert_int_eq(look(HEAD_A).proxy_at, opened + 3600);
	ck_assert_str_eq(got.rows[0].receipt, look(HEAD_A).receipt);
	ck_assert_str_eq(look(CLERK_A).draft, "{\"T101\":\"yes\"}");
	ck_assert_ptr_null(look(CLERK_A).submitted);
	ck_assert_uint_eq(got.rows[1].lacking, 2);
	ck_assert_str_eq(
		look(OTHER_A).draft, "{\"T101\":\"yes\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}");
	ck_assert_int_eq(
		body_number(small.db,
			"SELECT count(*) FROM event WHERE what = 'sheet_proxied' AND account_id = 3"),
		1);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM event WHERE what = 'answers_imported'"
					       " AND detail = '1 / 2 / 0　2026-10-01'"),
		1);
}
END_TEST

/* Taken back once more, with the faulty cell mended: what is stored stays, the rest follows. */
START_TEST(a_mended_file_may_be_taken_back_again)
{
	struct refill mended[USUAL];
	memcpy(mended, usual, sizeof usual);
	mended[6].text = "しない";
	handed_out();
	ck_assert(take_back(usual, USUAL, ACCOUNT_ADMIN, false));
	ck_assert_msg(take_back(mended, USUAL, ACCOUNT_ADMIN, false), "%s", failure.text);
	outcomes(ANSWERS_SAME, ANSWERS_SAME, ANSWERS_DRAFT, ANSWERS_EMPTY);
	ck_assert_uint_eq(got.faults.count, 0);
	ck_assert_uint_eq(got.rows[2].lacking, 1); /* しない asks for its reason */
}
END_TEST

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static void
types(int64_t person, bool submit, const char *document)
{
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.submit = submit,
		.now = opened + 60,
		.arena = arena};
	ck_assert(answers_parse(arena, small.tiny, document, &c.answers, &failure));
	ck_assert_msg(writer_run(store_writer(small.store), change_work, &c, &failure), "%s", failure.text);
}

START_TEST(what_was_answered_in_the_browser_since_is_not_overwritten)
{
	handed_out();
	types(HEAD_A, false, "{\"T101\":\"unknown\"}");
	types(CLERK_A, false, "{\"T103\":{\"c\":\"yes\",\"x\":\"2026-04-01\"}}");
	ck_assert(take_back(usual, USUAL, ACCOUNT_ADMIN, false));
	outcomes(ANSWERS_REFUSED, ANSWERS_DRAFT, ANSWERS_DRAFT, ANSWERS_EMPTY);
	ck_assert_str_eq(look(HEAD_A).draft, "{\"T101\":\"unknown\"}");
	ck_assert_str_eq(
		look(CLERK_A).draft, "{\"T101\":\"yes\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-04-01\"}}");
	ck_assert_str_eq(got.faults.items[0].worksheet, "01 髙橋");
	ck_assert(strstr(got.faults.items[0].reason, "T101") != NULL);
	ck_assert_ptr_null(strstr(got.faults.items[0].reason, "T103"));
}
END_TEST

START_TEST(what_was_submitted_since_stays)
{
	handed_out();
	types(HEAD_A, true,
		"{\"T101\":\"yes\",\"T102\":\"always\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}");
	ck_assert(take_back(usual, USUAL, ACCOUNT_ADMIN, false));
	ck_assert_int_eq(got.rows[0].outcome, ANSWERS_REFUSED);
	ck_assert_int_eq(look(HEAD_A).proxy_at, 0);
	struct answer_book b;
	ck_assert(hand_out(ACCOUNT_ADMIN, &b)); /* it is not handed out again */
	ck_assert_uint_eq(b.count, 4);
}
END_TEST

START_TEST(only_who_may_type_in_takes_back)
{
	struct answer_book b;
	handed_out();
	ck_assert(take_back(usual, USUAL, ACCOUNT_HEAD_B, false));
	outcomes(ANSWERS_REFUSED, ANSWERS_REFUSED, ANSWERS_REFUSED, ANSWERS_REFUSED);
	ck_assert_int_eq(look(HEAD_A).revision, 0);
	ck_assert(!hand_out(ACCOUNT_HEAD_B, &b));
	ck_assert_int_eq(failure.kind, ERR_ABSENT);
	ck_assert(take_back(usual, USUAL, ACCOUNT_HEAD_A, false));
	outcomes(ANSWERS_SUBMITTED, ANSWERS_DRAFT, ANSWERS_DRAFT, ANSWERS_EMPTY);
}
END_TEST

static bool
sql_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

START_TEST(a_workbook_of_another_cycle_is_refused)
{
	handed_out();
	ck_assert(writer_run(
		store_writer(small.store), sql_work, "UPDATE cycle SET opened_at = opened_at + 1", &failure));
	ck_assert(!take_back(usual, USUAL, ACCOUNT_ADMIN, false));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(writer_run(store_writer(small.store), sql_work,
		"UPDATE cycle SET opened_at = opened_at - 1, state = 'final'", &failure));
	ck_assert(!take_back(usual, USUAL, ACCOUNT_ADMIN, false));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_msg(strstr(failure.text, "takes no more answers") != NULL, "%s", failure.text);
}
END_TEST

/* The due day is over when the file is read. */
static void
read_late(day_t handed)
{
	handed_in = handed;
	read_at = instant_of_day(small.cycle.due_day + 3) + NOON;
}

START_TEST(what_was_handed_in_on_time_is_not_late_because_it_is_read_late)
{
	handed_out();
	read_late(small.cycle.due_day);
	ck_assert_msg(take_back(usual, USUAL, ACCOUNT_ADMIN, false), "%s", failure.text);
	ck_assert_int_eq(got.rows[0].outcome, ANSWERS_SUBMITTED);
	ck_assert(!look(HEAD_A).late);
	ck_assert_int_eq(look(HEAD_A).paper_day, small.cycle.due_day);
	ck_assert_int_eq(look(HEAD_A).proxy_at, read_at);
	ck_assert_ptr_nonnull(look(HEAD_A).proxy_name);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM paper"), 1); /* a draft has no day */
}
END_TEST

START_TEST(what_was_handed_in_the_day_after_is_late)
{
	handed_out();
	read_late(small.cycle.due_day + 1);
	ck_assert_msg(take_back(usual, USUAL, ACCOUNT_ADMIN, false), "%s", failure.text);
	ck_assert(look(HEAD_A).late);
}
END_TEST

START_TEST(without_a_day_it_is_the_day_it_is_read)
{
	handed_out();
	read_late(0);
	ck_assert_msg(take_back(usual, USUAL, ACCOUNT_ADMIN, false), "%s", failure.text);
	ck_assert(look(HEAD_A).late);
	ck_assert_int_eq(look(HEAD_A).paper_day, small.cycle.due_day + 3);
}
END_TEST

START_TEST(a_day_before_the_opening_or_to_come_is_refused_and_nothing_stored)
{
	handed_out();
	const day_t wrong[] = {small.cycle.opens_day - 1, small.cycle.due_day + 4};
	for (size_t i = 0; i < 2; i++) {
		read_late(wrong[i]);
		for (int dry = 0; dry < 2; dry++) {
			ck_assert(!take_back(usual, USUAL, ACCOUNT_ADMIN, dry == 1));
			ck_assert_int_eq(failure.kind, ERR_INPUT);
			ck_assert_msg(strstr(failure.text, "between the opening and today") != NULL, "%s",
				failure.text);
		}
	}
	ck_assert_int_eq(look(HEAD_A).revision, 0);
	ck_assert_int_eq(
		body_number(small.db, "SELECT count(*) FROM event WHERE what = 'answers_imported'"), 0);
}
END_TEST

START_TEST(answers_given_in_the_browser_are_not_in_the_workbook)
{
	types(CLERK_A, false, "{\"T101\":{\"c\":\"no\",\"r\":\"秘密の理由\"}}");
	handed_out();
	struct xlsx_book b;
	ck_assert(xlsx_read(arena, book.data, book.length, &b, &failure));
	for (size_t s = 0; s < b.count; s++)
		for (size_t r = 0; r < b.sheets[s].count; r++)
			for (size_t c = 0; c < b.sheets[s].rows[r].count; c++)
				ck_assert_ptr_null(strstr(b.sheets[s].rows[r].cells[c].text, "秘密"));
	ck_assert_str_eq(b.sheets[2].name, "02 山﨑");
}
END_TEST

Suite *answer_import_suite(void);

Suite *
answer_import_suite(void)
{
	Suite *s = suite_create("answer_import");
	TCase *t = tcase_create("answer_import");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_dry_run_tells_and_stores_nothing);
	tcase_add_test(t, what_is_whole_is_submitted_by_proxy_and_the_rest_is_a_draft);
	tcase_add_test(t, a_mended_file_may_be_taken_back_again);
	tcase_add_test(t, what_was_answered_in_the_browser_since_is_not_overwritten);
	tcase_add_test(t, what_was_submitted_since_stays);
	tcase_add_test(t, only_who_may_type_in_takes_back);
	tcase_add_test(t, a_workbook_of_another_cycle_is_refused);
	tcase_add_test(t, what_was_handed_in_on_time_is_not_late_because_it_is_read_late);
	tcase_add_test(t, what_was_handed_in_the_day_after_is_late);
	tcase_add_test(t, without_a_day_it_is_the_day_it_is_read);
	tcase_add_test(t, a_day_before_the_opening_or_to_come_is_refused_and_nothing_stored);
	tcase_add_test(t, answers_given_in_the_browser_are_not_in_the_workbook);
	suite_add_tcase(s, t);
	return s;
}
