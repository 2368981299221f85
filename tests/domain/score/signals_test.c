#include "domain/sample.h"

#include "domain/score/signals.h"

#define ITEM(id, text, more)                                                                                 \
	"  - {id: " id ", clause: 6(1), text: " text ", scale: Q4, weight: 1, threats: [3(1)], cia: C,"      \
	" help: h" more "}\n"

/* Eleven scored questions of ten characters each, one of them for LGW only; one to know; one to write. */
static const char yaml[] =
	"key: staff\ntitle: 職員票\nedition: 令和8年度版\naudience: ALL\nunit: person\nkind: personal\n"
	"minutes: 5\npurpose: 点検\nitems:\n" ITEM("A1", "記録を毎月つけますか", "") ITEM(
		"A2", "記録を毎月つけますか", "") ITEM("A3", "記録を毎月つけますか", "") ITEM("A4",
		"記録を毎月つけますか", "") ITEM("A5", "記録を毎月つけますか", "") ITEM("A6",
		"記録を毎月つけますか", "") ITEM("A7", "記録を毎月つけますか", "") ITEM("A8",
		"記録を毎月つけますか", "") ITEM("A9", "記録を毎月つけますか", "") ITEM("A10",
		"記録を毎月つけますか", "") ITEM("A11", "記録を毎月つけますか",
		", when: LGW") "  - {id: A12, clause: '4', text: 知識を問う設問です, scale: KQ, weight: 1, "
			       "threats: [3(1)],"
			       " cia: C, help: h, choices: [甲, 乙], answer: 2, explanation: e}\n"
			       "  - {id: A13, clause: '8', text: 自由に書く, scale: TXT, help: h}\n"
			       "pairs:\n"
			       "  - {item: A1, answers: ['yes'], other: A2, against: ['no', unknown], why: "
			       "合わない}\n"
			       "  - {item: A3, answers: ['no'], other: A4, against: ['yes'], why: これも}\n";

static struct sample sample;
static const struct questionnaire *set;
static struct signal_counts counts;
static flags_t lgw;

static void
setup(void)
{
	sample = sample_create();
	set = sample_set(&sample, yaml, 0);
	ck_assert_msg(set != NULL, "%s", sample.faults.count > 0 ? sample.faults.items[0].text : "");
	counts = signals_none(sample.faults.arena, set);
	lgw = flag_parse("LGW");
}

static void
teardown(void)
{
	arena_destroy(sample.faults.arena);
}

static void
add(const char *json, int64_t seconds)
{
	struct answers s;
	struct err e = {0};
	ck_assert_msg(answers_parse(sample.faults.arena, set, json, &s, &e), "%s", e.text);
	signals_add(&counts,
		&(struct signal_sheet){
			.answers = &s, .seconds = seconds, .least = signals_reading_seconds(set, lgw)});
}

static void
counted(enum signal s, int64_t with, int64_t of)
{
	ck_assert_int_eq(counts.of[s].with, with);
	ck_assert_int_eq(counts.of[s].of, of);
}

#define NINE(code)                                                                                           \
	"\"A1\":\"" code "\",\"A2\":\"" code "\",\"A3\":\"" code "\",\"A4\":\"" code "\",\"A5\":\"" code     \
	"\",\"A6\":\"" code "\",\"A7\":\"" code "\",\"A8\":\"" code "\",\"A9\":\"" code "\""

START_TEST(ten_equal_answers_are_a_straight_line)
{
	add("{" NINE("yes") ",\"A10\":\"yes\"}", 0);
	add("{" NINE("yes") ",\"A10\":\"yes\",\"A12\":\"k1\"}", 0); /* knowledge does not take part */
	add("{" NINE("unknown") ",\"A10\":\"unknown\"}", 0);
	counted(SIGNAL_STRAIGHT, 3, 3);
	add("{" NINE("yes") ",\"A10\":\"partly\"}", 0);
	add("{" NINE("yes") ",\"A10\":\"unknown\"}", 0);
	counted(SIGNAL_STRAIGHT, 3, 5);
}
END_TEST

START_TEST(nine_answers_say_nothing)
{
	add("{" NINE("yes") "}", 0);
	add("{" NINE("yes") ",\"A10\":\"na\"}", 0); /* 該当なし is not one of the ten */
	add("{}", 0);
	counted(SIGNAL_STRAIGHT, 0, 0);
	add("{" NINE("yes") ",\"A10\":\"na\",\"A11\":\"yes\"}", 0);
	counted(SIGNAL_STRAIGHT, 1, 1);
}
END_TEST

/* 11 × 10 + 9 + 5 characters are 124; at 25 a second that is 4.96, so 5 seconds.
 * Without LGW it is 114: 4.56, so 5 as well. */
START_TEST(who_is_faster_than_reading_is_counted)
{
	ck_assert_int_eq(signals_reading_seconds(set, lgw), 5);
	ck_assert_int_eq(signals_reading_seconds(set, 0), 5);
	add("{}", 4);
	add("{}", 5);
	add("{}", 0); /* not known: left out */
	counted(SIGNAL_FAST, 1, 2);
}
END_TEST

START_TEST(a_contradiction_needs_both_answers)
{
	add("{\"A1\":\"yes\",\"A2\":\"unknown\"}", 0);
	add("{\"A1\":\"yes\",\"A2\":\"no\",\"A3\":\"no\",\"A4\":\"yes\"}", 0); /* twice, yet one sheet */
	add("{\"A1\":\"no\",\"A2\":\"yes\"}", 0);
	add("{\"A1\":\"yes\"}", 0);
	counted(SIGNAL_CONTRADICTED, 2, 3);
	ck_assert_int_eq(counts.pairs[0].with, 2);
	ck_assert_int_eq(counts.pairs[0].of, 3);
	ck_assert_int_eq(counts.pairs[1].with, 1);
	ck_assert_int_eq(counts.pairs[1].of, 1);
}
END_TEST

START_TEST(a_comment_is_a_text_that_was_not_asked_for)
{
	add("{\"A1\":{\"c\":\"yes\",\"r\":\"問いの意味が分からない\"},\"A2\":{\"c\":\"no\",\"r\":\"必須\"}}",
		0);
	add("{\"A1\":{\"c\":\"unknown\",\"r\":\"　\"}}", 0);
	ck_assert_int_eq(counts.comments[0], 1);
	ck_assert_int_eq(counts.answered[0], 2);
	ck_assert_int_eq(counts.comments[1], 0);
	ck_assert_int_eq(counts.answered[1], 1);
}
END_TEST

/* Who has two posts is asked once; a question counts where the department has the work. */
START_TEST(only_comments_that_count_in_the_department_are_counted)
{
	struct answers s;
	struct err e = {0};
	bool here[13] = {false, true};
	ck_assert(answers_parse(sample.faults.arena, set,
		"{\"A1\":{\"c\":\"yes\",\"r\":\"一言\"},\"A2\":{\"c\":\"yes\",\"r\":\"一言\"}}", &s, &e));
	signals_add(&counts, &(struct signal_sheet){.answers = &s, .counts = here});
	ck_assert_int_eq(counts.answered[0], 0);
	ck_assert_int_eq(counts.comments[0], 0);
	ck_assert_int_eq(counts.answered[1], 1);
	ck_assert_int_eq(counts.comments[1], 1);
	counted(SIGNAL_CONTRADICTED, 0, 1); /* the sheet as a whole is one all the same */
}
END_TEST

START_TEST(counts_of_departments_are_joined)
{
	struct signal_counts sum = signals_none(sample.faults.arena, set);
	add("{" NINE("yes") ",\"A10\":{\"c\":\"yes\",\"r\":\"一言\"}}", 4);
	signals_join(&sum, set, &counts);
	signals_join(&sum, set, &counts);
	for (int i = 0; i < SIGNALS; i++) {
		ck_assert_int_eq(sum.of[i].with, 2 * counts.of[i].with);
		ck_assert_int_eq(sum.of[i].of, 2);
	}
	ck_assert_int_eq(sum.pairs[0].of, 2);
	ck_assert_int_eq(sum.answered[0], 2);
	ck_assert_int_eq(sum.comments[9], 2);
}
END_TEST

START_TEST(the_time_in_hand_is_that_of_one_reader)
{
	ck_assert_int_eq(signals_hand_seconds(1000, 0, 1090), 90);
	ck_assert_int_eq(signals_hand_seconds(1000, 1060, 1090), 30); /* another window saved at 1060 */
	ck_assert_int_eq(signals_hand_seconds(1000, 900, 1090), 90);  /* saved before this one was shown */
	ck_assert_int_eq(signals_hand_seconds(1000, 0, 1000 + 86400), SIGNAL_HAND_MOST); /* left open */
	ck_assert_int_eq(signals_hand_seconds(0, 900, 1090), 0);  /* the form did not say */
	ck_assert_int_eq(signals_hand_seconds(1100, 0, 1090), 0); /* a clock that was put back */
	ck_assert_int_eq(signals_hand_seconds(1000, 1100, 1090), 0);
	ck_assert_int_eq(signals_hand_seconds(-5, 0, 10), 0);
}
END_TEST

Suite *signals_suite(void);
Suite *
signals_suite(void)
{
	Suite *s = suite_create("signals");
	TCase *t = tcase_create("signals");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, ten_equal_answers_are_a_straight_line);
	tcase_add_test(t, nine_answers_say_nothing);
	tcase_add_test(t, who_is_faster_than_reading_is_counted);
	tcase_add_test(t, a_contradiction_needs_both_answers);
	tcase_add_test(t, a_comment_is_a_text_that_was_not_asked_for);
	tcase_add_test(t, only_comments_that_count_in_the_department_are_counted);
	tcase_add_test(t, counts_of_departments_are_joined);
	tcase_add_test(t, the_time_in_hand_is_that_of_one_reader);
	suite_add_tcase(s, t);
	return s;
}
