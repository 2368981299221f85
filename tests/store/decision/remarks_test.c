#include "store/review.h"

#include "domain/questionnaire/hints.h"
#include "store/decision/remarks.h"

static struct review r;

static void
setup(void)
{
	review_setup(&r);
}

static void
teardown(void)
{
	review_teardown(&r);
}

static struct remark_list
all_of(enum remark_state state)
{
	struct remark_list list;
	struct err e = {0};
	struct remark_wish wish = {.state = state};
	ck_assert_msg(remarks_read(r.store, r.arena, &r.cycle, &wish, &list, &e), "%s", e.text);
	return list;
}

static const struct remark *
remark_of(const struct remark_list *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].text, text) == 0)
			return &list->items[i];
	ck_abort_msg("there is no text %s", text);
	return NULL;
}

static bool
decide_work(struct db *db, struct piece *p, struct err *e)
{
	return remarks_decide(db, r.cycle.id, p->with, 1, ADMIN_ACCOUNT, r.now, e);
}

static void
decide(const char *text, enum remark_state state, const char *wording, const char *reason)
{
	struct remark_list list = all_of(REMARK_STATES);
	struct remark_decision d = {remark_of(&list, text)->key, state, wording, reason};
	review_write(&r, decide_work, &d);
}

static void
refused(struct remark_decision d, enum err_kind kind)
{
	struct err e = {0};
	ck_assert(!writer_run(store_writer(r.store), decide_work, &d, &e));
	ck_assert_int_eq(e.kind, kind);
}

static struct remark_counts
adopted_of(int64_t department, const char *const *texts, size_t expected)
{
	struct remark_text *list;
	struct remark_counts counts;
	size_t count;
	struct err e = {0};
	ck_assert(remarks_adopted(
		r.store, r.arena, &r.cycle, department, r.now, &list, &count, &counts, &e));
	ck_assert_uint_eq(count, expected);
	for (size_t i = 0; i < count; i++)
		ck_assert_str_eq(list[i].text, texts[i]);
	return counts;
}

#define REST ",\"P2\":\"yes\",\"P3\":\"yes\""

static void
people_answer(void)
{
	for (int64_t person = 11; person <= 13; person++)
		review_submit(&r, "people", person, "{\"P1\":{\"c\":\"no\",\"r\":\"様式がない\"}" REST "}");
	review_submit(&r, "people", 14, "{\"P1\":\"yes\"" REST ",\"P4\":{\"t\":\"SV-01の設定が古い\"}}");
	review_submit(&r, "people", 15, "{\"P1\":\"yes\"" REST "}");
	review_submit(&r, "people", 31, "{\"P1\":{\"c\":\"no\",\"r\":\"三人しかいない\"}" REST "}");
	review_submit(&r, "office", 31, "{\"O1\":{\"c\":\"no\",\"r\":\"台帳がない\"}}");
}

START_TEST(equal_texts_are_one_and_say_how_often)
{
	people_answer();
	struct remark_list list = all_of(REMARK_STATES);
	ck_assert_uint_eq(list.count, 4);
	ck_assert_int_eq(list.counts.of[REMARK_UNDECIDED], 4);
	ck_assert_int_eq(remark_of(&list, "様式がない")->times, 3);
	ck_assert_str_eq(remark_of(&list, "様式がない")->choice->code, "no");
	ck_assert_ptr_null(remark_of(&list, "SV-01の設定が古い")->choice);
	ck_assert_uint_eq(remark_of(&list, "SV-01の設定が古い")->hints, HINT_DEVICE);
}
END_TEST

START_TEST(a_department_of_fewer_than_k_is_not_named_beside_what_persons_wrote)
{
	people_answer();
	struct remark_list list = all_of(REMARK_STATES);
	ck_assert_str_eq(remark_of(&list, "様式がない")->department_name, "第1課"); /* five answered */
	ck_assert_str_eq(remark_of(&list, "三人しかいない")->department_name, "");
	ck_assert_int_eq(remark_of(&list, "三人しかいない")->department_id, 0);
	ck_assert_str_eq(remark_of(&list, "台帳がない")->department_name, "第3課"); /* said for the office */
}
END_TEST

/* One less than k. */
START_TEST(four_of_six_are_not_enough_to_name_the_department)
{
	for (int64_t person = 11; person <= 14; person++)
		review_submit(&r, "people", person, "{\"P1\":{\"c\":\"no\",\"r\":\"様式がない\"}" REST "}");
	struct remark_list list = all_of(REMARK_STATES);
	ck_assert_str_eq(list.items[0].department_name, "");
}
END_TEST

START_TEST(only_what_was_adopted_enters_documents_and_the_rest_is_counted)
{
	static const char *const first[] = {"様式がない", "設定が古い機器がある"},
				 *const body[] = {"様式がない", "三人しかいない", "設定が古い機器がある"};
	people_answer();
	struct remark_counts counts = adopted_of(LARGE, NULL, 0);
	ck_assert_int_eq(counts.of[REMARK_UNDECIDED], 2);
	decide("様式がない", REMARK_ADOPTED, "", "");
	decide("SV-01の設定が古い", REMARK_REWRITTEN, "設定が古い機器がある", "");
	decide("三人しかいない", REMARK_ADOPTED, "", "");
	decide("台帳がない", REMARK_LEFT_OUT, "", "offtopic");
	counts = adopted_of(LARGE, first, 2);
	ck_assert_int_eq(counts.of[REMARK_UNDECIDED] + counts.of[REMARK_LEFT_OUT], 0);
	/* in the department's own document it would tell who of three wrote it */
	counts = adopted_of(THREE, NULL, 0);
	ck_assert_int_eq(counts.of[REMARK_LEFT_OUT], 2);
	struct remark_text *list;
	size_t count;
	struct err e = {0};
	ck_assert(remarks_adopted(r.store, r.arena, &r.cycle, 0, r.now, &list, &count, &counts, &e));
	ck_assert_uint_eq(count, 3);
	for (size_t i = 0; i < count; i++) {
		bool known = false;
		for (size_t k = 0; k < 3; k++)
			known |= strcmp(list[i].text, body[k]) == 0;
		ck_assert(known);
		if (strcmp(list[i].text, "三人しかいない") == 0)
			ck_assert_str_eq(list[i].department_name, "");
	}
	ck_assert_int_eq(counts.of[REMARK_LEFT_OUT], 1);
}
END_TEST

START_TEST(who_changes_a_text_makes_it_undecided_again)
{
	static const char *const same[] = {"様式がない"};
	people_answer();
	decide("様式がない", REMARK_ADOPTED, "", "");
	review_submit(&r, "people", 11, "{\"P1\":{\"c\":\"no\",\"r\":\"様式がない。\"}" REST "}");
	struct remark_list list = all_of(REMARK_UNDECIDED);
	ck_assert_int_eq(remark_of(&list, "様式がない。")->state, REMARK_UNDECIDED);
	ck_assert_int_eq(adopted_of(LARGE, same, 1).of[REMARK_UNDECIDED], 2);
}
END_TEST

START_TEST(a_decision_can_be_taken_back)
{
	people_answer();
	decide("様式がない", REMARK_ADOPTED, "", "");
	decide("様式がない", REMARK_UNDECIDED, "", "");
	adopted_of(LARGE, NULL, 0);
	struct remark_list list = all_of(REMARK_UNDECIDED);
	ck_assert_int_eq(remark_of(&list, "様式がない")->state, REMARK_UNDECIDED);
	decide("様式がない", REMARK_ADOPTED, "", "");
	adopted_of(LARGE, (const char *[]){"様式がない"}, 1);
}
END_TEST

/* What is adopted, or left out, after a document was issued changes nothing in it. */
START_TEST(a_document_says_what_had_been_decided_when_it_was_issued)
{
	static const char *const text[] = {"様式がない"};
	people_answer();
	instant_t begin = r.now;
	adopted_of(LARGE, NULL, 0);
	r.now = begin + 60;
	decide("様式がない", REMARK_ADOPTED, "", "");
	adopted_of(LARGE, text, 1);
	r.now = begin + 120;
	decide("様式がない", REMARK_LEFT_OUT, "", "person");
	adopted_of(LARGE, NULL, 0);
	r.now = begin + 60;
	adopted_of(LARGE, text, 1);
	r.now = begin;
	ck_assert_int_eq(adopted_of(LARGE, NULL, 0).of[REMARK_LEFT_OUT], 0);
}
END_TEST

START_TEST(what_decides_nothing_is_refused)
{
	people_answer();
	struct remark_list list = all_of(REMARK_STATES);
	const char *key = list.items[0].key;
	refused((struct remark_decision){key, REMARK_REWRITTEN, "　", ""}, ERR_INPUT);
	refused((struct remark_decision){key, REMARK_LEFT_OUT, "", ""}, ERR_INPUT);
	refused((struct remark_decision){key, REMARK_LEFT_OUT, "", "because"}, ERR_INPUT);
	refused((struct remark_decision){key, REMARK_STATES, "", ""}, ERR_INPUT);
	refused((struct remark_decision){"../x", REMARK_ADOPTED, "", ""}, ERR_INPUT);
	ck_assert_int_eq(body_number(r.db, "SELECT count(*) FROM remark_decision"), 0);
}
END_TEST

START_TEST(nothing_is_decided_once_the_cycle_has_ended)
{
	static const char *const moves[] = {"confirm", "finalise", "report", "improve", "end"};
	people_answer();
	struct remark_list list = all_of(REMARK_STATES);
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		review_move(&r, moves[i]);
	refused((struct remark_decision){list.items[0].key, REMARK_ADOPTED, "", ""}, ERR_CONFLICT);
}
END_TEST

START_TEST(a_page_holds_its_share_and_the_counts_hold_all)
{
	struct remark_list list;
	struct err e = {0};
	people_answer();
	struct remark_wish wish = {.state = REMARK_STATES, .skip = 1, .most = 2};
	ck_assert(remarks_read(r.store, r.arena, &r.cycle, &wish, &list, &e));
	ck_assert_uint_eq(list.count, 2);
	ck_assert_uint_eq(list.matching, 4);
	wish = (struct remark_wish){.state = REMARK_STATES, .hinted = true};
	ck_assert(remarks_read(r.store, r.arena, &r.cycle, &wish, &list, &e));
	ck_assert_uint_eq(list.matching, 1);
	wish = (struct remark_wish){.state = REMARK_STATES, .set_key = "office"};
	ck_assert(remarks_read(r.store, r.arena, &r.cycle, &wish, &list, &e));
	ck_assert_uint_eq(list.matching, 1);
	ck_assert_int_eq(list.counts.of[REMARK_UNDECIDED], 1);
}
END_TEST

Suite *remarks_suite(void);
Suite *
remarks_suite(void)
{
	Suite *s = suite_create("remarks");
	TCase *t = tcase_create("remarks");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, equal_texts_are_one_and_say_how_often);
	tcase_add_test(t, a_department_of_fewer_than_k_is_not_named_beside_what_persons_wrote);
	tcase_add_test(t, four_of_six_are_not_enough_to_name_the_department);
	tcase_add_test(t, only_what_was_adopted_enters_documents_and_the_rest_is_counted);
	tcase_add_test(t, who_changes_a_text_makes_it_undecided_again);
	tcase_add_test(t, a_decision_can_be_taken_back);
	tcase_add_test(t, a_document_says_what_had_been_decided_when_it_was_issued);
	tcase_add_test(t, what_decides_nothing_is_refused);
	tcase_add_test(t, nothing_is_decided_once_the_cycle_has_ended);
	tcase_add_test(t, a_page_holds_its_share_and_the_counts_hold_all);
	suite_add_tcase(s, t);
	return s;
}
