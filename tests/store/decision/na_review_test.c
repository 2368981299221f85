#include "store/review.h"

#include "store/decision/na.h"

#define NA_DUTY  "{\"c\":\"na\",\"n\":\"duty\",\"r\":\"担当しない\"}"
#define NA_MEANS "{\"c\":\"na\",\"n\":\"means\",\"r\":\"機器がない\"}"
#define YES      "{\"P1\":\"yes\",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define ONE_DUTY "{\"P1\":" NA_DUTY ",\"P2\":\"yes\",\"P3\":\"yes\"}"

#define NO_SECOND "{\"P1\":\"yes\",\"P2\":{\"c\":\"no\",\"r\":\"忙しい\"},\"P3\":\"yes\"}"

static struct review r;
static const struct questionnaire *people;

static void
setup(void)
{
	review_setup(&r);
	people = review_set(&r, "people");
}

static void
teardown(void)
{
	review_teardown(&r);
}

static struct na_table
table_of(int64_t department)
{
	struct na_table t;
	struct err e = {0};
	ck_assert_msg(na_read(r.db, r.arena, &r.cycle, people, department, &t, &e), "%s", e.text);
	return t;
}

static int64_t
undecided(void)
{
	int64_t n;
	struct err e = {0};
	ck_assert(na_undecided(r.db, r.arena, store_bank(r.store), &r.cycle, &n, &e));
	return n;
}

static struct na_choice
choice_on(int64_t department, const char *item, const char *reason, int64_t count)
{
	return (struct na_choice){.cycle_id = r.cycle.id,
		.department_id = department,
		.set = people,
		.item = questionnaire_find(people, item),
		.reason = na_find(reason),
		.count = count,
		.comment = "",
		.account_id = MANAGER_ACCOUNT,
		.now = r.now};
}

static bool
decide_work(struct db *db, struct piece *p, struct err *e)
{
	return na_decide(db, p->with, e);
}

static void
decided(struct na_choice c)
{
	review_write(&r, decide_work, &c);
}

static void
refused(struct na_choice c, enum err_kind kind)
{
	struct err e = {0};
	ck_assert(!writer_run(store_writer(r.store), decide_work, &c, &e));
	ck_assert_int_eq(e.kind, kind);
}

static size_t
requests_of(int64_t person)
{
	struct na_request *list;
	size_t count;
	struct err e = {0};
	ck_assert(na_requests(r.db, r.arena, review_sheet(&r, "people", person), people, &list, &count, &e));
	return count;
}

/* Six answered: two for their duties, one for lack of means, to the first question. */
static void
six_answer(void)
{
	review_submit(&r, "people", 11, ONE_DUTY);
	review_submit(&r, "people", 12, ONE_DUTY);
	review_submit(&r, "people", 13, "{\"P1\":" NA_MEANS ",\"P2\":\"yes\",\"P3\":\"yes\"}");
	for (int64_t person = 14; person <= 16; person++)
		review_submit(&r, "people", person, YES);
}

START_TEST(equal_answers_for_one_reason_are_one_group)
{
	six_answer();
	struct na_table t = table_of(LARGE);
	ck_assert_uint_eq(t.count, 1);
	ck_assert(!t.rows[0].hidden);
	ck_assert_uint_eq(t.rows[0].count, 2);
	const struct na_group *g = t.rows[0].groups;
	ck_assert_str_eq(g[0].item->id, "P1");
	ck_assert_str_eq(g[0].reason->key, "duty");
	ck_assert_int_eq(g[0].count, 2);
	ck_assert_int_eq(g[0].answered, 6);
	ck_assert_int_eq(g[1].count, 1);
	ck_assert_int_eq(g[0].state, NA_UNDECIDED);
	ck_assert_int_eq(undecided(), 2);
}
END_TEST

START_TEST(an_acceptance_holds_until_one_more_says_so)
{
	six_answer();
	decided(choice_on(LARGE, "P1", "duty", 2));
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].state, NA_ACCEPTED);
	ck_assert_str_eq(table_of(LARGE).rows[0].groups[0].who, "氏名 11");
	ck_assert_int_eq(undecided(), 1);
	static const int64_t less[] = {12, 13, 14, 15, 16}; /* figures move when five have changed */
	for (size_t i = 0; i < 5; i++)
		review_submit(&r, "people", less[i], i == 0 ? YES : NO_SECOND);
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].count, 1);
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].state, NA_ACCEPTED); /* one less: it holds */
	for (size_t i = 0; i < 5; i++)
		review_submit(&r, "people", less[i], i < 2 ? ONE_DUTY : YES);
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].state, NA_GROWN);
	ck_assert_int_eq(undecided(), 1);
}
END_TEST

/* Small departments: k − 1 tell nothing of their own; together they are one group of the secretariat. */
START_TEST(fewer_than_k_are_counted_together_only)
{
	for (int64_t person = 21; person <= 24; person++)
		review_submit(&r, "people", person, ONE_DUTY);
	struct na_table t = table_of(FIVE);
	ck_assert_uint_eq(t.count, 0); /* while people answer, nothing */
	review_move(&r, "confirm");
	t = table_of(FIVE);
	ck_assert(t.rows[0].hidden);
	ck_assert_uint_eq(t.rows[0].count, 0);
	t = table_of(-1);
	ck_assert_uint_eq(t.count, 2);
	ck_assert_int_eq(t.rows[1].department_id, NA_TOGETHER);
	ck_assert(t.rows[1].hidden); /* four in all: not even together */
	ck_assert_int_eq(undecided(), 0);
	review_move(&r, "reopen");
	review_submit(&r, "people", 31, ONE_DUTY);
	review_move(&r, "confirm");
	t = table_of(-1);
	ck_assert_uint_eq(t.count, 3);
	ck_assert(!t.rows[2].hidden);
	ck_assert_int_eq(t.rows[2].groups[0].count, 5);
	decided(choice_on(NA_TOGETHER, "P1", "duty", 5));
	ck_assert_int_eq(undecided(), 0);
	review_move(&r, "reopen");
	/* the fifth of that department: now it speaks for itself */
	review_submit(&r, "people", 25, ONE_DUTY);
	review_move(&r, "confirm");
	ck_assert(!table_of(FIVE).rows[0].hidden);
	ck_assert_int_eq(undecided(), 1);
}
END_TEST

START_TEST(a_request_reaches_those_whose_answer_it_is_and_nobody_else)
{
	six_answer();
	struct na_choice c = choice_on(LARGE, "P1", "duty", 2);
	c.review = true;
	refused(c, ERR_INPUT); /* without saying what about */
	c.comment = "担当表を確かめてください";
	decided(c);
	ck_assert_uint_eq(requests_of(11), 1);
	ck_assert_uint_eq(requests_of(12), 1);
	ck_assert_uint_eq(requests_of(13), 0); /* another reason */
	ck_assert_uint_eq(requests_of(14), 0);
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].state, NA_REVIEW);
	review_submit(&r, "people", 11, ONE_DUTY); /* looked at, and it is so */
	ck_assert_uint_eq(requests_of(11), 0);
	review_submit(&r, "people", 12, YES);
	ck_assert_uint_eq(requests_of(12), 0);
	/* That one has taken it back is not to be seen; accepting two holds for the one left. */
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].count, 2);
	ck_assert_int_eq(undecided(), 2);
	decided(choice_on(LARGE, "P1", "duty", 2));
	ck_assert_int_eq(undecided(), 1);
}
END_TEST

START_TEST(accepting_takes_a_request_back)
{
	six_answer();
	struct na_choice c = choice_on(LARGE, "P1", "duty", 2);
	c.review = true;
	c.comment = "確かめてください";
	decided(c);
	decided(choice_on(LARGE, "P1", "duty", 2));
	ck_assert_uint_eq(requests_of(11), 0);
}
END_TEST

START_TEST(who_is_asked_may_answer_after_the_due_day_like_a_returned_sheet)
{
	struct err e = {0};
	six_answer();
	review_move(&r, "confirm");
	ck_assert(!review_try(&r, "people", 11, YES, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	struct na_choice c = choice_on(LARGE, "P1", "duty", 2);
	c.review = true;
	c.comment = "確かめてください";
	decided(c);
	ck_assert(!review_try(&r, "people", 14, ONE_DUTY, &e)); /* who was not asked may not */
	review_submit(&r, "people", 11, YES);
	ck_assert(!review_try(&r, "people", 11, ONE_DUTY, &e));       /* nor twice */
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].count, 2); /* as it was to be seen */
	review_move(&r, "finalise");
	ck_assert_int_eq(table_of(LARGE).rows[0].groups[0].count, 1);
}
END_TEST

START_TEST(nothing_is_decided_once_the_figures_are_final)
{
	six_answer();
	review_move(&r, "confirm");
	review_move(&r, "finalise");
	refused(choice_on(LARGE, "P1", "duty", 2), ERR_CONFLICT);
}
END_TEST

START_TEST(departments_together_are_not_asked_back)
{
	struct na_choice c = choice_on(NA_TOGETHER, "P1", "duty", 5);
	c.review = true;
	c.comment = "確かめてください";
	refused(c, ERR_INPUT);
}
END_TEST

START_TEST(undecided_ones_hinder_making_the_figures_final)
{
	struct cycle_hindrance *list;
	size_t count;
	struct err e = {0};
	bool named = false;
	six_answer();
	review_move(&r, "confirm");
	ck_assert(cycle_hindrances(
		r.db, r.arena, store_bank(r.store), r.cycle.id, "finalise", &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		named |= strcmp(list[i].key, "na_undecided") == 0 && list[i].count == 2;
	ck_assert(named);
	decided(choice_on(LARGE, "P1", "duty", 2));
	decided(choice_on(LARGE, "P1", "means", 1));
	ck_assert(cycle_hindrances(
		r.db, r.arena, store_bank(r.store), r.cycle.id, "finalise", &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		ck_assert_str_ne(list[i].key, "na_undecided");
}
END_TEST

START_TEST(the_log_tells_what_was_decided_and_not_whose_answer)
{
	six_answer();
	struct na_choice c = choice_on(LARGE, "P1", "duty", 2);
	c.review = true;
	c.comment = "確かめてください";
	decided(c);
	ck_assert_int_eq(body_number(r.db, "SELECT count(*) FROM event WHERE what = 'na_review'"
					   " AND subject = '票people P1' AND detail = '確かめてください'"),
		1);
	ck_assert_int_eq(body_number(r.db, "SELECT count(*) FROM event WHERE what = 'na_review'"
					   " AND (subject LIKE '%氏名%' OR detail LIKE '%氏名%')"),
		0);
}
END_TEST

Suite *na_review_suite(void);
Suite *
na_review_suite(void)
{
	Suite *s = suite_create("na_review");
	TCase *t = tcase_create("na_review");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, equal_answers_for_one_reason_are_one_group);
	tcase_add_test(t, an_acceptance_holds_until_one_more_says_so);
	tcase_add_test(t, fewer_than_k_are_counted_together_only);
	tcase_add_test(t, a_request_reaches_those_whose_answer_it_is_and_nobody_else);
	tcase_add_test(t, accepting_takes_a_request_back);
	tcase_add_test(t, who_is_asked_may_answer_after_the_due_day_like_a_returned_sheet);
	tcase_add_test(t, nothing_is_decided_once_the_figures_are_final);
	tcase_add_test(t, departments_together_are_not_asked_back);
	tcase_add_test(t, undecided_ones_hinder_making_the_figures_final);
	tcase_add_test(t, the_log_tells_what_was_decided_and_not_whose_answer);
	suite_add_tcase(s, t);
	return s;
}
