/* Questions that may be reworded or go, and the tables. */
#include "report/reviewed.h"

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

Suite *quality_candidates_suite(void);
Suite *
quality_candidates_suite(void)
{
	Suite *s = suite_create("quality_candidates");
	TCase *t = tcase_create("quality_candidates");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_candidate_says_why);
	tcase_add_test(t, few_answers_make_no_candidate);
	tcase_add_test(t, the_bounds_are_settings);
	tcase_add_test(t, a_question_that_everyone_answers_alike_for_two_years_may_go);
	tcase_add_test(t, a_question_of_another_meaning_begins_anew);
	tcase_add_test(t, texts_in_tables_are_inert);
	suite_add_tcase(s, t);
	return s;
}
