#include "store/small.h"

static struct small small;
static struct arena *arena;
static instant_t opened;

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
	opened = instant_of_day(day_of(2026, 10, 1)) + NOON;
}

static void
teardown(void)
{
	small_teardown(&small);
}

static struct err failure;

/* The form as posted: made from a revision, with answers given as a document. */
static struct sheet_change
change(int64_t person, int base, bool submit, const char *document)
{
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.base_revision = base,
		.submit = submit,
		.now = opened + 3600,
		.arena = arena};
	ck_assert_msg(answers_parse(arena, small.tiny, document, &c.answers, &failure), "%s", failure.text);
	return c;
}

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static bool
run(struct sheet_change *c)
{
	err_clear(&failure);
	return writer_run(store_writer(small.store), change_work, c, &failure);
}

static struct sheet_change
must(int64_t person, int base, bool submit, const char *document)
{
	struct sheet_change c = change(person, base, submit, document);
	ck_assert_msg(run(&c), "%s", failure.text);
	return c;
}

static struct sheet
look(int64_t person)
{
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, small_sheet_of(&small, person), &s, &failure));
	return s;
}

static struct progress_row
progress(int64_t department)
{
	struct progress_row *rows;
	size_t count;
	ck_assert(
		progress_list(small.db, arena, small.cycle.id, "tiny", department, &rows, &count, &failure));
	ck_assert_int_eq(count, 1);
	return rows[0];
}

static struct tally
tally(int64_t department, size_t item)
{
	struct tally *t;
	ck_assert(tallies_read(small.db, arena, small.cycle.id, small.tiny, false, &department, 1, &t, &failure));
	return t[item];
}

#define COMPLETE_B "{\"T101\":\"yes\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"
#define OTHER_B    "{\"T101\":{\"c\":\"no\",\"r\":\"忙しい\"},\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"

START_TEST(a_draft_is_saved_and_counted_once)
{
	struct sheet_change c = must(CLERK_B, 0, false, "{\"T101\":\"yes\"}");
	ck_assert_int_eq(c.revision, 1);
	ck_assert_ptr_null(c.receipt.number);
	c = must(CLERK_B, 1, false, "{\"T101\":\"unknown\"}");
	ck_assert_int_eq(c.revision, 2);
	struct sheet s = look(CLERK_B);
	ck_assert_str_eq(s.draft, "{\"T101\":\"unknown\"}");
	ck_assert_ptr_null(s.submitted);
	ck_assert_int_eq(s.draft_at, opened + 3600);
	ck_assert_int_eq(progress(DEPARTMENT_B).drafts, 1);
	ck_assert_int_eq(progress(DEPARTMENT_B).submitted, 0);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM tally"), 0); /* drafts do not count */
}
END_TEST

START_TEST(saving_what_is_saved_already_changes_nothing)
{
	must(CLERK_B, 0, false, "{\"T101\":\"yes\"}");
	struct sheet_change c = must(CLERK_B, 1, false, "{\"T101\":\"yes\"}");
	ck_assert_int_eq(c.revision, 1);
}
END_TEST

START_TEST(a_submission_gets_a_receipt_and_is_counted)
{
	must(CLERK_B, 0, false, "{\"T101\":\"yes\"}");
	struct sheet_change c = must(CLERK_B, 1, true, COMPLETE_B);
	char number[32];
	snprintf(number, sizeof number, "R08-%06lld-1", (long long)c.sheet_id);
	ck_assert_str_eq(c.receipt.number, number);
	ck_assert_int_eq(c.receipt.answered, 2);
	ck_assert_int_eq(c.receipt.submitted_at, opened + 3600);
	ck_assert_int_eq(c.revision, 2);
	struct sheet s = look(CLERK_B);
	ck_assert_str_eq(s.submitted, COMPLETE_B);
	ck_assert_str_eq(s.receipt, number);
	ck_assert_ptr_null(s.draft);
	ck_assert_int_eq(s.first_at, opened + 3600);
	ck_assert(!s.late);
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.asked, 2);
	ck_assert_int_eq(p.drafts, 0);
	ck_assert_int_eq(p.submitted, 1);
	ck_assert_int_eq(tally(DEPARTMENT_B, 0).slots[0], 1);
	ck_assert_int_eq(tally(DEPARTMENT_B, 2).slots[0], 1);
}
END_TEST

START_TEST(the_same_submission_gives_the_same_receipt)
{
	struct sheet_change first = must(CLERK_B, 0, true, COMPLETE_B);
	struct sheet_change again = must(CLERK_B, 0, true, COMPLETE_B); /* a double click: same form */
	ck_assert_str_eq(first.receipt.number, again.receipt.number);
	ck_assert_int_eq(again.revision, first.revision);
	ck_assert_int_eq(again.replaced_count, 0);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM receipt"), 1);
	ck_assert_int_eq(tally(DEPARTMENT_B, 0).slots[0], 1);
	ck_assert_int_eq(progress(DEPARTMENT_B).submitted, 1);
}
END_TEST

START_TEST(a_revised_submission_moves_its_counts_and_gets_a_new_receipt)
{
	must(CLERK_B, 0, true, COMPLETE_B);
	struct sheet_change c = change(CLERK_B, 1, true, OTHER_B);
	c.now = instant_of_day(day_of(2026, 11, 5)); /* after the due day, but not for the first time */
	ck_assert(run(&c));
	ck_assert_str_eq(c.receipt.number + strlen(c.receipt.number) - 2, "-2");
	ck_assert_int_eq(tally(DEPARTMENT_B, 0).slots[0], 0);
	ck_assert_int_eq(tally(DEPARTMENT_B, 0).slots[2], 1); /* × is the third scored choice of Q4 */
	ck_assert_int_eq(tally(DEPARTMENT_B, 2).slots[0], 1);
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.submitted, 1);
	ck_assert_int_eq(p.late, 0);
	struct sheet s = look(CLERK_B);
	ck_assert_int_eq(s.first_at, opened + 3600);
	ck_assert_int_eq(s.submitted_at, c.now);
	ck_assert(!s.late);
	struct receipt latest;
	ck_assert(receipt_of_sheet(small.db, arena, s.id, &latest, &failure));
	ck_assert_str_eq(latest.number, c.receipt.number);
}
END_TEST

START_TEST(a_draft_over_a_submission_leaves_what_counts)
{
	must(CLERK_B, 0, true, COMPLETE_B);
	must(CLERK_B, 1, false, OTHER_B);
	struct sheet s = look(CLERK_B);
	ck_assert_str_eq(s.submitted, COMPLETE_B);
	ck_assert_str_eq(s.draft, OTHER_B);
	ck_assert_int_eq(progress(DEPARTMENT_B).drafts, 0); /* it is submitted, not merely begun */
	ck_assert_int_eq(tally(DEPARTMENT_B, 0).slots[0], 1);
	struct sheet_change c = must(CLERK_B, 2, true, COMPLETE_B); /* taken back */
	ck_assert_str_eq(c.receipt.number + strlen(c.receipt.number) - 2, "-1");
	ck_assert_ptr_null(look(CLERK_B).draft);
}
END_TEST

START_TEST(the_first_submission_after_the_due_day_is_late)
{
	struct sheet_change c = change(CLERK_B, 0, true, COMPLETE_B);
	c.now = instant_of_day(day_of(2026, 11, 1)) - 1; /* 23:59:59 of the due day */
	ck_assert(run(&c));
	ck_assert(!look(CLERK_B).late);
	c = change(HEAD_B, 0, true, COMPLETE_B);
	c.now = instant_of_day(day_of(2026, 11, 1));
	ck_assert(run(&c));
	ck_assert(look(HEAD_B).late);
	ck_assert_int_eq(progress(DEPARTMENT_B).late, 1);
	ck_assert_int_eq(progress(DEPARTMENT_B).submitted, 2);
}
END_TEST

START_TEST(what_is_incomplete_is_kept_as_a_draft)
{
	struct sheet_change c = must(CLERK_B, 0, true, "{\"T101\":\"no\"}");
	ck_assert_int_eq(c.missing_count, 2);
	ck_assert_str_eq(c.missing[0].item->id, "T101");
	ck_assert_int_eq(c.missing[0].lack, LACK_REASON);
	ck_assert_str_eq(c.missing[1].item->id, "T103");
	ck_assert_ptr_null(c.receipt.number);
	ck_assert_int_eq(c.revision, 1);
	struct sheet s = look(CLERK_B);
	ck_assert_str_eq(s.draft, "{\"T101\":\"no\"}");
	ck_assert_ptr_null(s.submitted);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM receipt"), 0);
}
END_TEST

START_TEST(a_stale_form_does_not_erase_what_another_window_saved)
{
	must(CLERK_B, 0, false, "{\"T101\":\"yes\",\"T103\":\"unknown\"}");
	struct sheet_change c = must(CLERK_B, 0, false, "{\"T101\":\"partly\",\"T104\":{\"t\":\"意見\"}}");
	ck_assert(c.merged);
	ck_assert_int_eq(c.replaced_count, 1);
	ck_assert_str_eq(c.replaced[0]->id, "T101");
	ck_assert_int_eq(c.revision, 2);
	ck_assert_str_eq(
		look(CLERK_B).draft, "{\"T101\":\"partly\",\"T103\":\"unknown\",\"T104\":{\"t\":\"意見\"}}");
}
END_TEST

START_TEST(a_stale_form_may_become_complete_by_merging)
{
	must(CLERK_B, 0, false, "{\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}");
	struct sheet_change c = must(CLERK_B, 0, true, "{\"T101\":\"yes\"}");
	ck_assert(c.merged);
	ck_assert_int_eq(c.missing_count, 0);
	ck_assert_ptr_nonnull(c.receipt.number);
	ck_assert_str_eq(look(CLERK_B).submitted, COMPLETE_B);
}
END_TEST

START_TEST(an_item_that_does_not_apply_is_never_stored)
{
	must(CLERK_B, 0, true,
		"{\"T101\":\"yes\",\"T102\":\"always\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}");
	ck_assert_str_eq(look(CLERK_B).submitted, COMPLETE_B); /* T102 asks for NET, which B has not */
	struct sheet_change c = must(CLERK_A, 0, true, COMPLETE_B);
	ck_assert_int_eq(c.missing_count, 1); /* A has it */
	ck_assert_str_eq(c.missing[0].item->id, "T102");
}
END_TEST

START_TEST(someone_elses_sheet_is_denied)
{
	struct sheet_change c = change(CLERK_B, 0, false, "{\"T101\":\"yes\"}");
	c.person_id = HEAD_B;
	ck_assert(!run(&c));
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	ck_assert_int_eq(look(CLERK_B).revision, 0);
	c.person_id = CLERK_B;
	c.sheet_id = 9999;
	ck_assert(!run(&c));
	ck_assert_int_eq(failure.kind, ERR_ABSENT);
}
END_TEST

static bool
close_work(struct db *db, struct piece *p, struct err *e)
{
	return cycle_move_make(db, p, NULL, small.cycle.id, "confirm", "試験", 3, opened + 7200, e) &&
	       cycle_move_make(db, p, NULL, small.cycle.id, "finalise", "試験", 3, opened + 7200, e);
}

static bool
reopen_work(struct db *db, struct piece *p, struct err *e)
{
	return cycle_move_make(db, p, NULL, small.cycle.id, "reopen", "集計前の訂正", 3, opened + 7300, e);
}

START_TEST(a_closed_cycle_takes_nothing_until_it_is_reopened)
{
	ck_assert(writer_run(store_writer(small.store), close_work, NULL, &failure));
	struct sheet_change c = change(CLERK_B, 0, true, COMPLETE_B);
	ck_assert(!run(&c));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_int_eq(look(CLERK_B).revision, 0);
	ck_assert(writer_run(store_writer(small.store), reopen_work, NULL, &failure));
	ck_assert(run(&c));
	ck_assert_ptr_nonnull(c.receipt.number);
}
END_TEST

struct keeping {
	int64_t sheet, person;
	const char *answers;
};

static bool
keep_work(struct db *db, struct piece *p, struct err *e)
{
	struct keeping *k = p->with;
	return sheet_keep(db, k->sheet, k->person, k->answers, opened, opened + 10, e);
}

START_TEST(what_was_typed_after_the_session_is_kept_until_the_next_save)
{
	struct keeping k = {small_sheet_of(&small, CLERK_B), CLERK_B, "{\"T101\":\"no\"}"};
	ck_assert(writer_run(store_writer(small.store), keep_work, &k, &failure));
	k.answers = "{\"T101\":\"na\"}";
	ck_assert(writer_run(store_writer(small.store), keep_work, &k, &failure));
	struct sheet s = look(CLERK_B);
	ck_assert_str_eq(s.kept, "{\"T101\":\"na\"}");
	ck_assert_int_eq(s.kept_at, opened + 10);
	ck_assert_int_eq(s.revision, 0);
	ck_assert_ptr_null(s.draft);
	k.person = HEAD_B;
	ck_assert(!writer_run(store_writer(small.store), keep_work, &k, &failure));
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	must(CLERK_B, 0, false, "{\"T101\":\"yes\"}"); /* from a window that did not show it */
	ck_assert_str_eq(look(CLERK_B).kept, "{\"T101\":\"na\"}");
	struct sheet_change shows = change(CLERK_B, 1, false, "{\"T101\":\"na\"}");
	shows.kept = opened + 10;
	ck_assert(run(&shows));
	ck_assert_ptr_null(look(CLERK_B).kept);
}
END_TEST

START_TEST(receipts_count_past_nine)
{
	struct sheet_change c = {0};
	for (int n = 0; n < 11; n++)
		c = must(CLERK_B, n, true, n % 2 == 0 ? COMPLETE_B : OTHER_B);
	ck_assert_str_eq(c.receipt.number + strlen(c.receipt.number) - 3, "-11");
	ck_assert_str_eq(look(CLERK_B).receipt, c.receipt.number);
}
END_TEST

Suite *sheet_change_suite(void);
Suite *
sheet_change_suite(void)
{
	Suite *s = suite_create("sheet_change");
	TCase *t = tcase_create("sheet_change");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_draft_is_saved_and_counted_once);
	tcase_add_test(t, saving_what_is_saved_already_changes_nothing);
	tcase_add_test(t, a_submission_gets_a_receipt_and_is_counted);
	tcase_add_test(t, the_same_submission_gives_the_same_receipt);
	tcase_add_test(t, a_revised_submission_moves_its_counts_and_gets_a_new_receipt);
	tcase_add_test(t, a_draft_over_a_submission_leaves_what_counts);
	tcase_add_test(t, the_first_submission_after_the_due_day_is_late);
	tcase_add_test(t, what_is_incomplete_is_kept_as_a_draft);
	tcase_add_test(t, a_stale_form_does_not_erase_what_another_window_saved);
	tcase_add_test(t, a_stale_form_may_become_complete_by_merging);
	tcase_add_test(t, an_item_that_does_not_apply_is_never_stored);
	tcase_add_test(t, someone_elses_sheet_is_denied);
	tcase_add_test(t, a_closed_cycle_takes_nothing_until_it_is_reopened);
	tcase_add_test(t, what_was_typed_after_the_session_is_kept_until_the_next_save);
	tcase_add_test(t, receipts_count_past_nine);
	suite_add_tcase(s, t);
	return s;
}
