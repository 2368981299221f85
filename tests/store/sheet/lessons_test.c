/* 答え合わせ: what stands once the right answers were shown, and who has read them. */
#include "store/sheet/lessons.h"

#include "store/sheet/proxy.h"
#include "store/sheet/sheet_acts.h"
#include "store/small.h"

enum { BY_ADMIN = 3 };

static struct small small;
static struct arena *arena;
static const struct questionnaire *quiz;
static instant_t opened;
static struct err failure;

static void
setup(void)
{
	static const int sets[] = {SMALL_QUIZ};
	struct err e = {0};
	ck_assert_msg(small_begin(&small, sets, 1, true, &e), "%s", e.text);
	quiz = store_cycle_set(small.store, small.cycle.id, "quiz", &e);
	ck_assert_msg(quiz != NULL, "%s", e.text);
	arena = small.body.arena;
	opened = instant_of_day(day_of(2026, 10, 1)) + NOON;
}

static void
say(void *with, const char *line)
{
	(void)with;
	ck_abort_msg("%s", line);
}

static void
teardown(void)
{
	struct verify_result r;
	ck_assert_msg(tallies_verify(small.store, say, NULL, &r, &failure), "%s", failure.text);
	small_teardown(&small);
}

/* ---- doing something -------------------------------------------------------------------- */

static int64_t
sheet_of(int64_t person)
{
	struct rows r;
	ck_assert(db_query(small.db, &r, NULL, "SELECT id FROM sheet WHERE person_id = $1", "i", person));
	return rows_number(&r);
}

static struct sheet
look(int64_t person)
{
	struct sheet s;
	ck_assert_msg(sheet_find(small.db, arena, sheet_of(person), &s, &failure), "%s", failure.text);
	return s;
}

static bool
run(bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	err_clear(&failure);
	return writer_run(store_writer(small.store), work, with, &failure);
}

static bool
proxy_work(struct db *db, struct piece *p, struct err *e)
{
	return proxy_store(db, p, p->with, e);
}

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static struct sheet_change
change(int64_t person, const char *document)
{
	struct sheet_change c = {.sheet_id = sheet_of(person),
		.person_id = person,
		.base_revision = look(person).revision,
		.submit = true,
		.now = opened + 3600,
		.arena = arena};
	ck_assert_msg(answers_parse(arena, quiz, document, &c.answers, &failure), "%s", failure.text);
	return c;
}

static struct sheet_change
submits(int64_t person, const char *document)
{
	struct sheet_change c = change(person, document);
	ck_assert_msg(run(change_work, &c), "%s", failure.text);
	return c;
}

/* What stands on a paper of the first day. */
static struct sheet_change
paper(int64_t person, const char *document)
{
	struct proxy x = {.change = change(person, document)};
	x.change.proxy_by = BY_ADMIN;
	x.change.paper_day = day_of_instant(opened);
	ck_assert_msg(run(proxy_work, &x), "%s", failure.text);
	return x.change;
}

struct learning {
	int64_t sheet, person;
	instant_t at;
};

static bool
teach_work(struct db *db, struct piece *p, struct err *e)
{
	const struct learning *l = p->with;
	return lesson_teach(db, l->sheet, l->person, l->at, e);
}

static bool
read_work(struct db *db, struct piece *p, struct err *e)
{
	const struct learning *l = p->with;
	return lesson_read(db, arena, l->sheet, l->person, l->at, e);
}

static bool
taught(int64_t person, instant_t at)
{
	return run(teach_work, &(struct learning){sheet_of(person), person, at});
}

static bool
reads(int64_t person, instant_t at)
{
	return run(read_work, &(struct learning){sheet_of(person), person, at});
}

static int64_t
right_answers(int64_t department)
{
	struct tally *t;
	ck_assert(tallies_read(small.db, arena, small.cycle.id, quiz, false, &department, 1, &t, &failure));
	return t[1].slots[item_choice(&quiz->items[1], "k2")->slot];
}

#define WRONG "{\"T501\":\"yes\",\"T502\":\"k1\"}"
#define RIGHT "{\"T501\":\"yes\",\"T502\":\"k2\"}"

/* ---- what stands -------------------------------------------------------------------------- */

START_TEST(nothing_is_shown_before_submission_nor_to_another)
{
	ck_assert(!taught(CLERK_B, opened));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	submits(CLERK_B, WRONG);
	ck_assert(!run(teach_work, &(struct learning){sheet_of(CLERK_B), HEAD_B, opened}));
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	ck_assert(!run(teach_work, &(struct learning){sheet_of(CLERK_B), 0, opened}));
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM lesson"), 0);
}
END_TEST

START_TEST(before_they_are_shown_a_knowledge_answer_may_be_corrected)
{
	submits(CLERK_B, WRONG);
	struct sheet_change c = submits(CLERK_B, RIGHT);
	ck_assert_uint_eq(c.refused_count, 0);
	ck_assert_str_eq(look(CLERK_B).submitted, RIGHT);
	ck_assert_int_eq(right_answers(DEPARTMENT_B), 1);
}
END_TEST

START_TEST(afterwards_it_stands_and_the_others_are_corrected)
{
	submits(CLERK_B, WRONG);
	ck_assert(taught(CLERK_B, opened + 7200));
	ck_assert(taught(CLERK_B, opened + 9999)); /* the page is opened again */
	ck_assert_int_eq(look(CLERK_B).taught_at, opened + 7200);
	struct sheet_change c = submits(CLERK_B, "{\"T501\":\"unknown\",\"T502\":\"k2\"}");
	ck_assert_uint_eq(c.refused_count, 1);
	ck_assert_str_eq(c.refused[0]->id, "T502");
	ck_assert_str_eq(look(CLERK_B).submitted, "{\"T501\":\"unknown\",\"T502\":\"k1\"}");
	ck_assert_int_eq(right_answers(DEPARTMENT_B), 0);
	c = submits(CLERK_B, "{\"T501\":\"yes\"}"); /* as the form sends it: without the field */
	ck_assert_uint_eq(c.refused_count + c.missing_count, 0);
	ck_assert_str_eq(look(CLERK_B).submitted, WRONG);
}
END_TEST

START_TEST(a_form_from_before_they_were_shown_changes_it_no_more)
{
	struct sheet_change old = change(CLERK_B, RIGHT); /* a second tab, never sent */
	submits(CLERK_B, WRONG);
	ck_assert(taught(CLERK_B, opened + 7200));
	ck_assert(run(change_work, &old));
	ck_assert(old.merged);
	ck_assert_uint_eq(old.replaced_count, 0); /* nothing was replaced by what was refused */
	ck_assert_uint_eq(old.refused_count, 1);
	ck_assert_str_eq(old.receipt.number, "R08-000005-1"); /* the same answers: the receipt stands */
	ck_assert_str_eq(look(CLERK_B).submitted, WRONG);
	ck_assert_ptr_null(look(CLERK_B).draft);
}
END_TEST

START_TEST(a_draft_keeps_it_too)
{
	submits(CLERK_B, WRONG);
	ck_assert(taught(CLERK_B, opened + 7200));
	struct sheet_change c = change(CLERK_B, RIGHT);
	c.submit = false;
	ck_assert(run(change_work, &c));
	ck_assert_uint_eq(c.refused_count, 1);
	ck_assert_ptr_null(look(CLERK_B).draft); /* what is left is what was submitted */
}
END_TEST

START_TEST(a_slip_in_typing_a_paper_in_is_mended_from_the_paper)
{
	paper(CLERK_B, WRONG);
	ck_assert(taught(CLERK_B, opened + 7200)); /* who sees that this was not the answer */
	struct sheet_change own = submits(CLERK_B, RIGHT);
	ck_assert_uint_eq(own.refused_count, 1);
	struct sheet_change again = paper(CLERK_B, RIGHT);
	ck_assert_uint_eq(again.refused_count, 0);
	ck_assert_str_eq(look(CLERK_B).submitted, RIGHT);
}
END_TEST

START_TEST(no_paper_takes_the_place_of_what_was_answered_and_shown)
{
	submits(CLERK_B, WRONG);
	ck_assert(taught(CLERK_B, opened + 7200));
	struct sheet_change c = paper(CLERK_B, RIGHT);
	ck_assert_uint_eq(c.refused_count, 1);
	ck_assert_str_eq(look(CLERK_B).submitted, WRONG);
}
END_TEST

/* ---- who has read --------------------------------------------------------------------------- */

START_TEST(reading_is_said_once_by_the_person_after_it_was_shown)
{
	submits(CLERK_B, WRONG);
	ck_assert(!reads(CLERK_B, opened + 7200));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(taught(CLERK_B, opened + 7200));
	ck_assert_int_eq(look(CLERK_B).read_at, 0);
	ck_assert(!run(read_work, &(struct learning){sheet_of(CLERK_B), HEAD_B, opened + 7300}));
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	ck_assert(reads(CLERK_B, opened + 7300));
	ck_assert(reads(CLERK_B, opened + 86400));
	ck_assert_int_eq(look(CLERK_B).read_at, opened + 7300);
}
END_TEST

static struct lesson_count
together(int64_t department, instant_t before)
{
	struct lesson_count *list;
	size_t count;
	ck_assert(lesson_counts(small.db, arena, small.cycle.id, "quiz", department, LESSONS_TOGETHER, before,
		&list, &count, &failure));
	ck_assert_uint_eq(count, 1);
	return list[0];
}

/* 髙橋 and 葛 have read it, 山﨑 has submitted only, 林 was shown it, 𠮷田 has not submitted. */
static void
some_read(void)
{
	static const int64_t people[] = {HEAD_A, CLERK_A, OTHER_A, CLERK_B};
	for (size_t i = 0; i < 4; i++)
		submits(people[i], WRONG);
	ck_assert(taught(HEAD_A, opened + 7200) && taught(CLERK_B, opened + 7200));
	ck_assert(taught(OTHER_A, opened + 7200));
	ck_assert(reads(HEAD_A, opened + 7300) && reads(CLERK_B, opened + 8000));
}

START_TEST(who_has_read_is_counted_of_those_who_submitted)
{
	struct lesson_count *list;
	size_t count;
	ck_assert_int_eq(together(0, 0).submitted, 0);
	some_read();
	ck_assert_int_eq(together(0, 0).submitted, 4);
	ck_assert_int_eq(together(0, 0).read, 2);
	ck_assert_int_eq(together(DEPARTMENT_A, 0).submitted, 3);
	ck_assert_int_eq(together(DEPARTMENT_A, 0).read, 1);
	ck_assert_int_eq(together(0, opened + 8000).read, 1); /* until then, not then */
	ck_assert(lesson_counts(small.db, arena, small.cycle.id, "quiz", 0, LESSONS_BY_DEPARTMENT, 0, &list,
		&count, &failure));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].name, "総務課");
	ck_assert_int_eq(list[1].submitted, 1);
	ck_assert_int_eq(list[1].read, 1);
	ck_assert(lesson_counts(
		small.db, arena, small.cycle.id, "quiz", 0, LESSONS_BY_KIND, 0, &list, &count, &failure));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].name, "正規");
	ck_assert_int_eq(list[0].submitted, 3);
	ck_assert_str_eq(list[1].name, "会任");
	ck_assert_int_eq(list[1].read, 1);
}
END_TEST

START_TEST(the_record_names_them_as_on_the_base_date)
{
	struct lesson_row *list;
	size_t count;
	struct lesson_wanted w = {.cycle_id = small.cycle.id, .set_key = "quiz"};
	some_read();
	ck_assert(lessons_list(small.db, arena, &w, &list, &count, &failure));
	ck_assert_uint_eq(count, 4);
	ck_assert_str_eq(list[0].number, "0011");
	ck_assert_str_eq(list[0].name, "髙橋");
	ck_assert_str_eq(list[0].department, "総務課");
	ck_assert_str_eq(list[0].kind, "正規");
	ck_assert_int_eq(list[0].read_at, opened + 7300);
	ck_assert_int_eq(list[1].read_at, 0);
	w.filter = LESSON_UNREAD;
	w.department_id = DEPARTMENT_A;
	ck_assert(lessons_list(small.db, arena, &w, &list, &count, &failure));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].name, "山﨑");
	w.filter = LESSON_READ;
	w.department_id = 0;
	w.skip = 1;
	w.most = 5;
	ck_assert(lessons_list(small.db, arena, &w, &list, &count, &failure));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(list[0].name, "葛");
}
END_TEST

static bool
exclude_work(struct db *db, struct piece *p, struct err *e)
{
	struct sheet_act x = {.sheet_id = *(const int64_t *)p->with,
		.account_id = BY_ADMIN,
		.now = opened + 9000,
		.arena = arena,
		.questionnaire = quiz,
		.reason = "parental",
		.text = ""};
	return sheet_exclude(db, p, &x, e);
}

START_TEST(who_is_excluded_is_not_counted)
{
	some_read();
	int64_t sheet = sheet_of(HEAD_A);
	ck_assert_msg(run(exclude_work, &sheet), "%s", failure.text);
	ck_assert_int_eq(together(DEPARTMENT_A, 0).submitted, 2);
	ck_assert_int_eq(together(DEPARTMENT_A, 0).read, 0);
}
END_TEST

static bool
finalise_work(struct db *db, struct piece *p, struct err *e)
{
	const instant_t *at = p->with;
	const struct bank *bank = store_bank(small.store);
	return cycle_move_make(db, p, bank, small.cycle.id, "confirm", "試験", 0, *at, e) &&
	       cycle_move_make(db, p, bank, small.cycle.id, "finalise", "試験", 0, *at, e);
}

START_TEST(what_is_read_when_the_figures_are_final_is_on_record_but_not_in_them)
{
	struct cycle c;
	instant_t final = opened + 40 * 86400;
	some_read();
	ck_assert_msg(run(finalise_work, &final), "%s", failure.text);
	ck_assert(cycle_find(small.db, arena, small.cycle.id, &c, &failure));
	ck_assert_int_eq(together(0, c.final_at).read, 2);
	ck_assert(reads(OTHER_A, final - 1)); /* asked for in the second before, written after */
	ck_assert_int_eq(look(OTHER_A).read_at, final);
	ck_assert_int_eq(together(0, c.final_at).read, 2);
	ck_assert_int_eq(together(0, 0).read, 3);
}
END_TEST

Suite *lessons_suite(void);
Suite *
lessons_suite(void)
{
	Suite *s = suite_create("lessons");
	TCase *t = tcase_create("lessons");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, nothing_is_shown_before_submission_nor_to_another);
	tcase_add_test(t, before_they_are_shown_a_knowledge_answer_may_be_corrected);
	tcase_add_test(t, afterwards_it_stands_and_the_others_are_corrected);
	tcase_add_test(t, a_form_from_before_they_were_shown_changes_it_no_more);
	tcase_add_test(t, a_draft_keeps_it_too);
	tcase_add_test(t, a_slip_in_typing_a_paper_in_is_mended_from_the_paper);
	tcase_add_test(t, no_paper_takes_the_place_of_what_was_answered_and_shown);
	tcase_add_test(t, reading_is_said_once_by_the_person_after_it_was_shown);
	tcase_add_test(t, who_has_read_is_counted_of_those_who_submitted);
	tcase_add_test(t, the_record_names_them_as_on_the_base_date);
	tcase_add_test(t, who_is_excluded_is_not_counted);
	tcase_add_test(t, what_is_read_when_the_figures_are_final_is_on_record_but_not_in_them);
	suite_add_tcase(s, t);
	return s;
}
