/* What the secretariat is shown of the quality of answers. Departments of 6, 5, 3 and 2 people, k is 5:
 * the two small ones are withheld, and together they are five. */
#include "report/quality.h"
#include "report/quality_export.h"
#include "report/quality_words.h"
#include "store/review.h"
#include "store/setting.h"

static struct review review;
static struct err failure;
static struct review_bounds bounds;

#define PLAIN   "{\"P1\":\"yes\",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define AGAINST "{\"P1\":\"yes\",\"P2\":{\"c\":\"no\",\"r\":\"理由\"},\"P3\":\"yes\"}"
#define MIRRORED                                                                                             \
	"{\"P1\":{\"c\":\"no\",\"r\":\"理由\"},\"P2\":\"yes\",\"P3\":\"yes\"}" /* as much is done            \
										*/
#define REMARKED "{\"P1\":{\"c\":\"yes\",\"r\":\"一言\"},\"P2\":\"yes\",\"P3\":\"yes\"}"
#define NOTHING                                                                                                \
	"{\"P1\":{\"c\":\"no\",\"r\":\"理由\"},\"P2\":{\"c\":\"no\",\"r\":\"理由\"},\"P3\":{\"c\":\"no\"," \
	"\"r\":\"理由\"}}"
#define UNKNOWN "{\"P1\":\"unknown\",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define NONE    "{\"P1\":{\"c\":\"na\",\"n\":\"duty\",\"r\":\"理由\"},\"P2\":\"yes\",\"P3\":\"yes\"}"

static void
setup(void)
{
	review_setup(&review);
	bounds = (struct review_bounds){.percent = {[REVIEW_NA] = 20,
						[REVIEW_UNKNOWN] = 10,
						[REVIEW_COMMENTS] = 5,
						[REVIEW_CONTRADICTED] = 5,
						[REVIEW_SAME] = 98},
		.least = 5};
}

static void
teardown(void)
{
	review_teardown(&review);
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
script(const char *sql)
{
	review_write(&review, script_work, (void *)(uintptr_t)sql);
}

static void
finish(void)
{
	review_move(&review, "confirm");
	review_move(&review, "finalise");
}

static struct quality
look(const char *set_key)
{
	struct quality q;
	ck_assert_msg(quality_read(review.store, review.arena, &review.cycle, set_key, &bounds, &q, &failure),
		"%s", failure.text);
	return q;
}

static void
is(const struct figure *f, int64_t numerator, int64_t denominator)
{
	ck_assert(!f->hidden);
	ck_assert_int_eq(f->rate.numerator, numerator);
	ck_assert_int_eq(f->rate.denominator, denominator);
}

static void
hidden(const struct figure *f)
{
	ck_assert(f->hidden);
	ck_assert_int_eq(f->rate.numerator, 0);
	ck_assert_int_eq(f->rate.denominator, 0);
}

/* Everything the page and the tables can hold, in one text. */
static const char *
everything(void)
{
	struct quality *sets;
	struct quality_tables t = {.cycle = &review.cycle, .bounds = &bounds, .author = "", .now = 0};
	struct export x;
	struct buf text = BUF_INIT;
	ck_assert_msg(quality_read_all(
			      review.store, review.arena, &review.cycle, &bounds, &sets, &t.count, &failure),
		"%s", failure.text);
	t.sets = sets;
	quality_export(review.arena, &t, &x);
	for (size_t i = 0; i < x.count; i++) {
		struct exported out;
		struct export one = x;
		one.tables = &x.tables[i];
		one.count = 1;
		ck_assert(export_write(review.arena, &one, EXPORT_CSV, false, &out, &failure));
		buf_add(&text, out.bytes.data, out.bytes.length);
		buf_free(&out.bytes);
	}
	const char *all = arena_strdup(review.arena, text.data);
	buf_free(&text);
	return all;
}

/* The two small departments, answering so that nothing else need be withheld for them. */
static void
submit_small(void)
{
	review_submit_all(&review, THREE, AGAINST);
	review_submit(&review, "people", 32, NOTHING);
	review_submit(&review, "people", 41, NOTHING);
	review_submit(&review, "people", 42, AGAINST);
}

/* ---- what is withheld ---------------------------------------------------------------------- */

START_TEST(sums_are_of_the_departments_that_are_shown)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit(&review, "people", 11, AGAINST);
	review_submit(&review, "people", 12, AGAINST);
	review_submit_all(&review, FIVE, REMARKED);
	review_submit(&review, "people", 21, AGAINST);
	submit_small();
	finish();
	struct quality q = look("people");
	ck_assert_uint_eq(q.row_count, 4);
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 2, 6);
	is(&q.rows[1].of[SIGNAL_CONTRADICTED], 1, 5);
	for (size_t row = 2; row < 4; row++) {
		ck_assert(q.rows[row].withheld);
		ck_assert_int_eq(q.rows[row].counted, 0);
		for (int i = 0; i < SIGNALS; i++)
			hidden(&q.rows[row].of[i]);
	}
	is(&q.body.of[SIGNAL_CONTRADICTED], 3, 11); /* 2 of 6 and 1 of 5, and nobody else */
	ck_assert_int_eq(q.body.counted, 11);
	ck_assert(q.leaves_out);
	ck_assert_uint_eq(q.pair_count, 1);
	is(&q.pairs[0].figure, 3, 11);
	ck_assert_uint_eq(q.item_count, 3); /* P4 is free text */
	ck_assert_int_eq(q.items[0].now.answered, 11);
	ck_assert_int_eq(q.items[0].now.comments.numerator, 4);
	ck_assert_int_eq(q.items[0].now.comments.denominator, 11);
	ck_assert_int_eq(q.items[1].now.comments.numerator, 0); /* its reasons were asked for */
	is(&q.body.of[SIGNAL_STRAIGHT], 0, 0);                  /* three questions say nothing of it */
}
END_TEST

/* The others know their own and see all that is shown: it must be the same whatever these four said. */
static const char *
seen_with_four(const char *document)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit(&review, "people", 11, AGAINST);
	for (int i = 1; i <= 4; i++)
		review_submit(&review, "people", 20 + i, i == 1 ? PLAIN : document);
	review_submit_all(&review, THREE, AGAINST);
	review_submit_all(&review, TWO, PLAIN);
	finish();
	ck_assert(look("people").rows[1].withheld);
	return everything();
}

START_TEST(a_department_of_four_cannot_be_told_from_anything_else)
{
	const char *one = seen_with_four(AGAINST);
	ck_assert_ptr_nonnull(strstr(one, "\"第2課\",\"※\",\"※\",\"※\",\"※\""));
	struct arena *kept = arena_create();
	char *before = arena_strdup(kept, one);
	review_teardown(&review);
	setup();
	ck_assert_str_eq(seen_with_four(MIRRORED), before);
	arena_destroy(kept);
}
END_TEST

START_TEST(a_signal_that_too_few_could_show_is_withheld_alone)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit_all(&review, FIVE, PLAIN);
	script("UPDATE sheet SET seconds = 1 WHERE set_key = 'people' AND person_id IN (11, 12, 13, 14);"
	       "UPDATE sheet SET seconds = 900 WHERE set_key = 'people' AND person_id > 20 AND person_id < "
	       "26");
	finish();
	struct quality q = look("people");
	hidden(&q.rows[0].of[SIGNAL_FAST]); /* four of six: the others handed in paper */
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 0, 6);
	is(&q.rows[1].of[SIGNAL_FAST], 0, 5);
	is(&q.body.of[SIGNAL_FAST], 0, 5); /* the four are not in it */
	is(&q.body.of[SIGNAL_CONTRADICTED], 0, 11);
	ck_assert(q.leaves_out);
}
END_TEST

START_TEST(when_everyone_is_withheld_so_are_the_sums)
{
	review_submit_all(&review, THREE, AGAINST);
	finish();
	struct quality q = look("people");
	hidden(&q.body.of[SIGNAL_CONTRADICTED]);
	hidden(&q.pairs[0].figure);
	ck_assert(q.items[0].hidden);
	ck_assert_int_eq(q.items[0].now.answered, 0);
	ck_assert_uint_eq(q.candidate_count, 0);
}
END_TEST

START_TEST(nobody_who_answered_is_nothing_to_withhold)
{
	finish();
	struct quality q = look("people");
	is(&q.body.of[SIGNAL_CONTRADICTED], 0, 0);
	ck_assert(!q.leaves_out);
	ck_assert_str_eq(quality_percent(review.arena, &q.body.of[SIGNAL_CONTRADICTED]), "－");
}
END_TEST

/* ---- two looks ---------------------------------------------------------------------------------- */

START_TEST(one_answer_between_two_looks_changes_nothing)
{
	review_submit_all(&review, LARGE, PLAIN);
	for (int i = 1; i <= 3; i++)
		review_submit(&review, "people", 20 + i, AGAINST);
	script("UPDATE sheet SET seconds = 1 WHERE set_key = 'people'");
	struct quality q = look("people");
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 0, 6);
	ck_assert(q.rows[1].withheld);      /* they wait */
	hidden(&q.rows[0].of[SIGNAL_FAST]); /* who answered on paper is known */
	hidden(&q.body.of[SIGNAL_FAST]);
	const char *before = everything();
	review_submit(&review, "people", 11, AGAINST);
	ck_assert_str_eq(everything(), before);
	review_submit(&review, "people", 24, PLAIN);
	ck_assert_str_eq(everything(), before);
	for (int i = 2; i <= 5; i++)
		review_submit(&review, "people", 10 + i, REMARKED);
	q = look("people");
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 1, 6); /* five have changed */
	ck_assert_int_eq(q.items[0].now.comments.numerator, 4);
}
END_TEST

START_TEST(times_are_told_once_it_is_final)
{
	review_submit_all(&review, LARGE, PLAIN);
	script("UPDATE sheet SET seconds = 1 WHERE set_key = 'people'");
	finish();
	struct quality q = look("people");
	is(&q.rows[0].of[SIGNAL_FAST], 6, 6); /* 3 × 10 characters and 10 more at 25 a second: 2 seconds */
}
END_TEST

/* ---- what is answered for an office --------------------------------------------------------------- */

#define OFFICE "{\"O1\":{\"c\":\"yes\",\"r\":\"一言\"}}"

START_TEST(a_duty_set_waits_for_its_end_and_for_enough_people)
{
	script("UPDATE cycle SET k = 3");
	review_look(&review);
	review_submit(&review, "office", 11, OFFICE);
	review_submit(&review, "office", 21, OFFICE);
	review_submit(&review, "office", 31, OFFICE);
	struct quality q = look("office");
	ck_assert_uint_eq(q.row_count, 0); /* one manager a department */
	ck_assert(q.items[0].hidden);
	finish();
	q = look("office");
	ck_assert_int_eq(q.body.counted, 3);
	ck_assert_int_eq(q.items[0].now.answered, 3);
	ck_assert_int_eq(q.items[0].now.comments.numerator, 3);
	script("UPDATE sheet SET person_id = 11 WHERE set_key = 'office' AND person_id = 21");
	q = look("office");
	ck_assert(q.items[0].hidden); /* two people, whatever the number of sheets */
	hidden(&q.body.of[SIGNAL_FAST]);
}
END_TEST

/* ---- candidates ------------------------------------------------------------------------------------ */

static const char *
sentence(const struct quality *q, size_t item, size_t nth, size_t count)
{
	const char **list;
	ck_assert_uint_eq(quality_sentences(review.arena, q, &q->items[item], &bounds, &list), count);
	return list[nth];
}

START_TEST(a_candidate_says_why)
{
	review_submit_all(&review, LARGE, NONE);
	review_submit_all(&review, FIVE, AGAINST);
	review_submit(&review, "people", 21, UNKNOWN);
	finish();
	struct quality q = look("people");
	ck_assert_uint_eq(q.candidate_count, 2); /* P1, and P2 for the pair; never P3 */
	ck_assert_uint_eq(
		q.items[0].reasons, 1U << REVIEW_NA | 1U << REVIEW_UNKNOWN | 1U << REVIEW_CONTRADICTED);
	ck_assert_uint_eq(q.items[1].reasons, 1U << REVIEW_CONTRADICTED);
	ck_assert_uint_eq(q.items[2].reasons, 0);
	/* 6 of 11 do not apply; 1 of the other 5 does not know; 4 of 11 contradict */
	ck_assert_ptr_nonnull(strstr(sentence(&q, 0, 0, 3), "54.5% (6 of 11) say that it does not apply"));
	ck_assert_ptr_nonnull(strstr(sentence(&q, 0, 1, 3), "20.0% (1 of 5) do not know"));
	ck_assert_ptr_nonnull(strstr(sentence(&q, 0, 2, 3), "36.4% (4 of 11) contradict their answer to P2"));
	ck_assert_ptr_nonnull(strstr(sentence(&q, 1, 0, 1), "to P1, more than 5%: 合わない."));
}
END_TEST

START_TEST(few_answers_make_no_candidate)
{
	bounds.least = 12;
	review_submit_all(&review, LARGE, NONE);
	review_submit_all(&review, FIVE, AGAINST);
	finish();
	ck_assert_uint_eq(look("people").candidate_count, 0);
}
END_TEST

START_TEST(the_bounds_are_settings)
{
	struct review_bounds b;
	quality_bounds(review.db, &b);
	ck_assert_int_eq(b.percent[REVIEW_NA], 20);
	ck_assert_int_eq(b.percent[REVIEW_UNKNOWN], 10);
	ck_assert_int_eq(b.percent[REVIEW_COMMENTS], 5);
	ck_assert_int_eq(b.percent[REVIEW_CONTRADICTED], 5);
	ck_assert_int_eq(b.percent[REVIEW_SAME], 98);
	ck_assert_int_eq(b.least, 20);
	script("INSERT INTO setting (key, value) VALUES ('unknown_alarm', '33')");
	quality_bounds(review.db, &b);
	ck_assert_int_eq(b.percent[REVIEW_UNKNOWN], 33);
}
END_TEST

/* ---- last year --------------------------------------------------------------------------------------- */

/* The same set, but for P2, which asks something else from 2027 on. */
static const char other_meaning[] = REVIEW_HEAD("people", "person", "personal") REVIEW_ITEM("P1", "Q4", "")
	REVIEW_ITEM("P2", "Q4", "    former:\n      - {until: 2026, change: meaning, text: 別の問い}\n")
		REVIEW_ITEM("P3", "Q4", "");

static bool
year_work(struct db *db, struct piece *p, struct err *e)
{
	const char *yaml = p->with;
	struct faults f = {.arena = review.arena};
	const struct bank *bank = store_bank(review.store);
	int64_t set = 1; /* as last year */
	if (yaml != NULL) {
		const struct questionnaire *q =
			questionnaire_parse(yaml, strlen(yaml), "review", bank->policy, bank->scales, 0, &f);
		ck_assert_msg(q != NULL, "%s", f.count > 0 ? f.items[0].text : "");
		ck_assert(question_set_load(db, q, yaml, strlen(yaml), review.now, &set, e));
	}
	return cycle_create(db, &review.cycle, &set, 1, e) &&
	       cycle_move_make(db, p, bank, review.cycle.id, "approve", "", 0, review.now, e) &&
	       cycle_move_make(db, p, bank, review.cycle.id, "open", "", 0, review.now, e);
}

static void
next_year(const char *yaml)
{
	finish();
	review.now = instant_of_day(day_of(2027, 10, 2));
	review.cycle = (struct cycle){.year = 2027,
		.title = "令和9年度",
		.base_day = day_of(2027, 6, 1),
		.opens_day = day_of(2027, 10, 1),
		.due_day = day_of(2027, 10, 31)};
	review_write(&review, year_work, (void *)(uintptr_t)yaml);
	review_look(&review);
}

/* Answers of the newer cycle: the sheets of the first are the lower numbers. */
static void
submit_again(int department, const char *document)
{
	for (int i = 1; i <= review_sizes[department]; i++) {
		struct rows rows;
		static const char sql[] =
			"SELECT max(id) FROM sheet WHERE set_key = 'people' AND person_id = $1";
		ck_assert(db_query(review.db, &rows, NULL, sql, "i", (int64_t)(department * 10 + i)));
		struct sheet_change c = {.sheet_id = rows_number(&rows),
			.person_id = department * 10 + i,
			.submit = true,
			.now = review.now,
			.arena = review.arena};
		ck_assert(answers_parse(
			review.arena, review_set(&review, "people"), document, &c.answers, &failure));
		review_write(&review, review_submit_work, &c);
		ck_assert_uint_eq(c.missing_count, 0);
	}
}

START_TEST(a_question_that_everyone_answers_alike_for_two_years_may_go)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit_all(&review, FIVE, REMARKED);
	next_year(NULL);
	submit_again(LARGE, PLAIN);
	submit_again(FIVE, UNKNOWN);
	finish();
	struct quality q = look("people");
	ck_assert(q.known_before);
	ck_assert(q.items[0].comparable);
	ck_assert_int_eq(q.items[0].before.answered, 11);
	ck_assert_int_eq(q.items[0].before.comments.numerator, 5);
	ck_assert_uint_eq(q.items[0].reasons, 1U << REVIEW_UNKNOWN); /* 5 of 11, so not alike this year */
	ck_assert_uint_eq(q.items[1].reasons, 1U << REVIEW_SAME);
	ck_assert_ptr_nonnull(strstr(sentence(&q, 1, 0, 1), "100.0%, the year before 100.0%"));
}
END_TEST

START_TEST(a_question_of_another_meaning_begins_anew)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit_all(&review, FIVE, PLAIN);
	next_year(other_meaning);
	submit_again(LARGE, PLAIN);
	submit_again(FIVE, PLAIN);
	finish();
	struct quality q = look("people");
	ck_assert(q.known_before);
	ck_assert_uint_eq(q.items[0].reasons, 1U << REVIEW_SAME);
	ck_assert(!q.items[1].comparable);
	ck_assert_int_eq(q.items[1].before.answered, 0);
	ck_assert_uint_eq(q.items[1].reasons, 0);
}
END_TEST

/* ---- tables ------------------------------------------------------------------------------------------- */

START_TEST(texts_in_tables_are_inert)
{
	struct item one = {.id = "P1", .text = "=HYPERLINK(\"http://x\")"},
		    other = {.id = "P2", .text = "+1"};
	struct pair pair = {.item = &one, .other = &other, .why = "@SUM(A1)"};
	struct quality_pair pairs[] = {
		{.pair = &pair, .figure = {.rate = {.numerator = 6, .denominator = 10}}}};
	struct quality_item items[] = {{.item = &one}};
	struct questionnaire set = {.key = "x", .title = "-票"};
	struct quality q = {.set = &set,
		.body = {.name = ""},
		.pairs = pairs,
		.pair_count = 1,
		.items = items,
		.item_count = 1};
	struct export x;
	quality_export(review.arena,
		&(struct quality_tables){&review.cycle, &q, 1, &bounds, "著者", review.now}, &x);
	ck_assert_uint_eq(x.count, 4);
	for (size_t i = 0; i < x.count; i++) {
		struct exported out;
		struct export table = x;
		table.tables = &x.tables[i];
		table.count = 1;
		ck_assert(export_write(review.arena, &table, EXPORT_CSV, false, &out, &failure));
		static const char *const formulas[] = {"\"=", "\"+", "\"-", "\"@"};
		for (size_t k = 0; k < 4; k++)
			ck_assert_ptr_null(strstr(out.bytes.data, formulas[k]));
		buf_free(&out.bytes);
	}
}
END_TEST

static void
withholding_add(TCase *t)
{
	tcase_add_test(t, sums_are_of_the_departments_that_are_shown);
	tcase_add_test(t, a_department_of_four_cannot_be_told_from_anything_else);
	tcase_add_test(t, a_signal_that_too_few_could_show_is_withheld_alone);
	tcase_add_test(t, when_everyone_is_withheld_so_are_the_sums);
	tcase_add_test(t, nobody_who_answered_is_nothing_to_withhold);
	tcase_add_test(t, one_answer_between_two_looks_changes_nothing);
	tcase_add_test(t, times_are_told_once_it_is_final);
	tcase_add_test(t, a_duty_set_waits_for_its_end_and_for_enough_people);
}

Suite *quality_suite(void);
Suite *
quality_suite(void)
{
	Suite *s = suite_create("quality");
	TCase *t = tcase_create("quality");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	withholding_add(t);
	tcase_add_test(t, a_candidate_says_why);
	tcase_add_test(t, few_answers_make_no_candidate);
	tcase_add_test(t, the_bounds_are_settings);
	tcase_add_test(t, a_question_that_everyone_answers_alike_for_two_years_may_go);
	tcase_add_test(t, a_question_of_another_meaning_begins_anew);
	tcase_add_test(t, texts_in_tables_are_inert);
	suite_add_tcase(s, t);
	return s;
}
