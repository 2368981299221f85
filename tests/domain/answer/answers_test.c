#include "domain/sample.h"

#include "domain/answer/answers.h"

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
	" help: h, extra: date, when: LGW&NET}\n"
	"  - {id: A3, clause: 6(1), text: 問三, scale: YN, weight: 3, threats: [3(1)], cia: C,"
	" help: h, extra: number}\n"
	"  - {id: A4, clause: '4', text: 問四, scale: KQ, weight: 1, threats: [3(1)], cia: C,"
	" help: h, choices: [甲, 乙], answer: 2, explanation: e}\n"
	"  - {id: A5, clause: '8', text: 問五, scale: TXT, help: h}\n";

static struct sample sample;
static const struct questionnaire *set;
static struct arena *arena;
static flags_t both, net;

static void
setup(void)
{
	sample = sample_create();
	arena = sample.faults.arena;
	set = sample_set(&sample, yaml, 0);
	ck_assert_ptr_nonnull(set);
	net = flag_parse("NET");
	both = net | flag_parse("LGW");
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static struct answers
parsed(const char *json)
{
	struct answers s;
	struct err e = {0};
	ck_assert_msg(answers_parse(arena, set, json, &s, &e), "%s: %s", json, e.text);
	return s;
}

static void
formats_to(const struct answers *s, const char *json)
{
	struct buf text = BUF_INIT;
	answers_format(s, &text);
	ck_assert_str_eq(text.data, json);
	buf_free(&text);
}

START_TEST(the_same_answers_give_the_same_bytes)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{"", "{}"},
		{"{}", "{}"},
		{"{\"A1\":\"yes\"}", "{\"A1\":\"yes\"}"},
		{"{ \"A5\": {\"t\":\"声\"}, \"A1\" : {\"c\":\"no\",\"r\":\"\"} }",
			"{\"A1\":\"no\",\"A5\":{\"t\":\"声\"}}"},
		{"{\"A2\":{\"x\":\"2026-05-01\",\"r\":\"後で\",\"c\":\"partly\"},\"A1\":\"na\"}",
			"{\"A1\":\"na\",\"A2\":{\"c\":\"partly\",\"r\":\"後で\",\"x\":\"2026-05-01\"}}"},
		{"{\"A1\":{\"r\":\"\\u9AD9\\uD842\\uDFB7 \\\"\\\\\\n\\t</b>\"}}",
			"{\"A1\":{\"r\":\"髙𠮷 \\\"\\\\\\n\\u0009</b>\"}}"},
		{"{\"A1\":{\"r\":\"なし\",\"n\":\"duty\",\"c\":\"na\"}}",
			"{\"A1\":{\"c\":\"na\",\"n\":\"duty\",\"r\":\"なし\"}}"},
		{"{\"A4\":\"k2\",\"A3\":{\"c\":\"yes\",\"x\":\"3\"}}",
			"{\"A3\":{\"c\":\"yes\",\"x\":\"3\"},\"A4\":\"k2\"}"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answers s = parsed(rows[i].in);
		formats_to(&s, rows[i].out);
		struct answers again = parsed(rows[i].out);
		formats_to(&again, rows[i].out);
	}
}
END_TEST

START_TEST(what_is_read_is_what_was_meant)
{
	struct answers s =
		parsed("{\"A2\":{\"c\":\"partly\",\"r\":\"後で\",\"x\":\"2026-05-01\"},\"A4\":\"k2\"}");
	ck_assert_ptr_null(s.items[0].choice);
	ck_assert_str_eq(s.items[0].reason, "");
	ck_assert_int_eq(s.items[1].choice->points, 50);
	ck_assert_str_eq(s.items[1].reason, "後で");
	ck_assert_str_eq(s.items[1].extra, "2026-05-01");
	ck_assert_int_eq(s.items[3].choice->points, 100);
	ck_assert_str_eq(s.items[4].extra, "");
}
END_TEST

START_TEST(documents_of_another_kind_are_refused)
{
	static const char *const rows[] = {
		"x",
		"[]",
		"\"yes\"",
		"{\"A1\":\"yes\"",
		"{\"A1\":\"yes\"} x",
		"{\"A1\":1}",
		"{\"A1\":null}",
		"{\"A1\":[\"yes\"]}",
		"{\"A1\":{}}",
		"{\"A1\":{\"c\":{\"c\":\"yes\"}}}",
		"{\"A1\":\"yes\",\"A1\":\"no\"}",
		"{\"A1\":{\"c\":\"yes\",\"c\":\"no\"}}",
		"{\"A9\":\"yes\"}",
		"{\"a1\":\"yes\"}",
		"{\"A1\":\"maybe\"}",
		"{\"A1\":\"\"}",
		"{\"A1\":{\"c\":\"yes\",\"z\":\"1\"}}",
		"{\"A1\":{\"t\":\"text\"}}",
		"{\"A1\":{\"x\":\"2026-01-01\"}}",
		"{\"A3\":\"partly\"}",
		"{\"A4\":\"k3\"}",
		"{\"A5\":\"yes\"}",
		"{\"A5\":{\"r\":\"x\"}}",
		"{\"A1\":{\"r\":\"\\u0000\"}}",
		"{\"A1\":{\"r\":\"\\ud842\"}}",
		"{\"A1\":{\"r\":\"\\udfb7\\ud842\"}}",
		"{\"A1\":{\"r\":\"\xE3\x81\"}}",
		"{\"A1\":{\"r\":\"\xED\xA0\x80\"}}",
		"{\"A1\":{\"r\":\"\xC0\xAF\"}}",
		"{\"A1\":{\"r\":\"bell \\u0007\"}}",
		"{\"A1\":{\"r\":\"\x01\"}}",
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct answers s;
		struct err e = {0};
		ck_assert_msg(!answers_parse(arena, set, rows[i], &s, &e), "%s", rows[i]);
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
}
END_TEST

START_TEST(texts_fit_to_the_last_character)
{
	for (int over = 0; over <= 1; over++) {
		struct buf json = BUF_INIT;
		buf_adds(&json, "{\"A1\":{\"r\":\"");
		for (int i = 0; i < REASON_MOST + over; i++)
			buf_adds(&json, "𠮷");
		buf_adds(&json, "\"},\"A5\":{\"t\":\"");
		for (int i = 0; i < TEXT_MOST; i++)
			buf_adds(&json, "あ");
		buf_adds(&json, "\"}}");
		struct answers s;
		struct err e = {0};
		ck_assert_int_eq(answers_parse(arena, set, json.data, &s, &e), over == 0);
		buf_free(&json);
	}
}
END_TEST

static void
lacks_are(const char *json, flags_t flags, const char *expected)
{
	static const char *const names[] = {"answer", "reason", "extra", "na"};
	struct answers s = parsed(json);
	struct missing *missing;
	struct buf text = BUF_INIT;
	size_t count = answers_missing(arena, &s, flags, &missing);
	buf_adds(&text, "");
	for (size_t i = 0; i < count; i++)
		buf_addf(&text, "%s %s;", missing[i].item->id, names[missing[i].lack]);
	ck_assert_str_eq(text.length > 0 ? text.data : "", expected);
	buf_free(&text);
}

START_TEST(everything_that_is_missing_is_listed)
{
	lacks_are("", both, "A1 answer;A2 answer;A3 answer;A4 answer;");
	lacks_are("", net, "A1 answer;A3 answer;A4 answer;"); /* the condition hides A2 */
	lacks_are("{\"A1\":\"yes\",\"A3\":{\"c\":\"yes\",\"x\":\"0\"},\"A4\":\"k1\"}", net, "");
	lacks_are("{\"A1\":\"no\",\"A3\":\"no\",\"A4\":\"k1\"}", net, "A1 reason;A3 reason;");
	lacks_are("{\"A1\":\"partly\",\"A3\":\"yes\",\"A4\":\"k1\"}", net, "A1 reason;A3 extra;");
	lacks_are("{\"A1\":{\"c\":\"na\",\"r\":\" "
		  "\\u3000\\n\"},\"A3\":{\"c\":\"yes\",\"x\":\"three\"},\"A4\":\"k1\"}",
		net, "A1 na;A1 reason;A3 extra;");
	lacks_are("{\"A1\":\"unknown\",\"A2\":{\"c\":\"no\",\"x\":\"2026-02-30\"},"
		  "\"A3\":{\"c\":\"yes\",\"x\":\"3\"},\"A4\":\"k2\"}",
		both, "A2 reason;A2 extra;");
	lacks_are("{\"A1\":{\"r\":\"typed, nothing chosen\"}}", net, "A1 answer;A3 answer;A4 answer;");
}
END_TEST

START_TEST(what_does_not_apply_needs_its_code_and_words)
{
	static const char rest[] = "\"A3\":{\"c\":\"yes\",\"x\":\"0\"},\"A4\":\"k1\"}";
	static const char *const rows[][2] = {
		{"{\"A1\":\"na\",", "A1 na;A1 reason;"},
		{"{\"A1\":{\"c\":\"na\",\"r\":\"昔の票\"},", "A1 na;"}, /* read, but not submitted again */
		{"{\"A1\":{\"c\":\"na\",\"n\":\"other\"},", "A1 reason;"},
		{"{\"A1\":{\"c\":\"na\",\"n\":\"other\",\"r\":\"廃止した\"},", ""},
		{"{\"A1\":{\"c\":\"yes\",\"n\":\"other\"},", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		lacks_are(arena_printf(arena, "%s%s", rows[i][0], rest), net, rows[i][1]);
	struct answers s = parsed("{\"A1\":{\"c\":\"yes\",\"n\":\"other\"}}");
	answers_fit(&s, net);
	formats_to(&s, "{\"A1\":\"yes\"}");
}
END_TEST

START_TEST(given_and_asked_count_what_applies)
{
	struct answers s = parsed("{\"A1\":\"yes\",\"A2\":\"no\",\"A4\":\"k1\",\"A5\":{\"t\":\"x\"}}");
	ck_assert_uint_eq(answers_asked(set, both), 4); /* the free text is not counted */
	ck_assert_uint_eq(answers_asked(set, net), 3);
	ck_assert_uint_eq(answers_given(&s, both), 3);
	ck_assert_uint_eq(answers_given(&s, net), 2);
	answers_fit(&s, net);
	formats_to(&s, "{\"A1\":\"yes\",\"A4\":\"k1\",\"A5\":{\"t\":\"x\"}}");
}
END_TEST

START_TEST(of_two_windows_the_posted_one_wins_where_it_speaks)
{
	struct answers stored =
		parsed("{\"A1\":{\"c\":\"no\",\"r\":\"古い\"},\"A2\":{\"c\":\"no\",\"r\":\"同じ\"},"
		       "\"A3\":{\"c\":\"yes\",\"x\":\"3\"},\"A5\":{\"t\":\"声\"}}");
	struct answers posted = parsed("{\"A1\":\"yes\",\"A2\":\"no\",\"A3\":{\"x\":\"4\"},\"A4\":\"k1\"}");
	const struct item **replaced;
	ck_assert_uint_eq(answers_merge(arena, &posted, &stored, &replaced), 2);
	ck_assert_str_eq(replaced[0]->id, "A1");
	ck_assert_str_eq(replaced[1]->id, "A3");
	formats_to(&posted,
		"{\"A1\":\"yes\",\"A2\":{\"c\":\"no\",\"r\":\"同じ\"},\"A3\":{\"c\":\"yes\",\"x\":\"4\"},"
		"\"A4\":\"k1\",\"A5\":{\"t\":\"声\"}}");
	struct answers none = parsed("{\"A1\":{\"c\":\"na\",\"n\":\"other\",\"r\":\"なし\"}}");
	struct answers again = parsed("{\"A1\":\"na\"}");
	ck_assert_uint_eq(answers_merge(arena, &again, &none, &replaced), 0);
	formats_to(&again, "{\"A1\":{\"c\":\"na\",\"n\":\"other\",\"r\":\"なし\"}}");
	again = parsed("{\"A1\":{\"c\":\"na\",\"n\":\"duty\"}}");
	ck_assert_uint_eq(answers_merge(arena, &again, &none, &replaced), 1);
	formats_to(&again, "{\"A1\":{\"c\":\"na\",\"n\":\"duty\",\"r\":\"なし\"}}");
	again = parsed("{\"A1\":\"yes\"}");
	ck_assert_uint_eq(answers_merge(arena, &again, &none, &replaced), 1);
	formats_to(&again, "{\"A1\":\"yes\"}");
	struct answers same = parsed("{\"A4\":\"k1\"}");
	ck_assert_uint_eq(answers_merge(arena, &same, &posted, &replaced), 0);
}
END_TEST

START_TEST(a_knowledge_question_has_its_own_choices)
{
	const struct item *i = questionnaire_find(set, "A4");
	ck_assert_uint_eq(i->choice_count, 2);
	ck_assert_str_eq(i->choices[0].code, "k1");
	ck_assert_str_eq(i->choices[1].mark, "②");
	ck_assert_str_eq(i->choices[1].label, "乙");
	ck_assert(i->choices[1].done && !i->choices[0].done);
	ck_assert_int_eq(i->choices[1].slot, 1);
	ck_assert_ptr_null(item_choice(i, "k3"));
}
END_TEST

START_TEST(a_knowledge_answer_stands_once_the_right_one_was_shown)
{
	struct answers submitted =
		parsed("{\"A1\":\"yes\",\"A3\":{\"c\":\"yes\",\"x\":\"3\"},\"A4\":\"k1\"}");
	struct answers posted = parsed("{\"A1\":\"unknown\",\"A4\":\"k2\"}");
	const struct item **refused;
	ck_assert_uint_eq(answers_stand(arena, &posted, &submitted, &refused), 1);
	ck_assert_str_eq(refused[0]->id, "A4");
	formats_to(&posted, "{\"A1\":\"unknown\",\"A4\":\"k1\"}"); /* the others are as posted */
	struct answers silent = parsed("{\"A1\":\"yes\"}");
	ck_assert_uint_eq(answers_stand(arena, &silent, &submitted, &refused), 0); /* nothing else was said */
	formats_to(&silent, "{\"A1\":\"yes\",\"A4\":\"k1\"}");
	struct answers unasked = parsed("{\"A1\":\"yes\"}"), first = parsed("{\"A4\":\"k2\"}");
	ck_assert_uint_eq(answers_stand(arena, &first, &unasked, &refused), 0); /* it was not answered then */
	formats_to(&first, "{\"A4\":\"k2\"}");
}
END_TEST

Suite *answers_suite(void);
Suite *
answers_suite(void)
{
	Suite *s = suite_create("answers");
	TCase *t = tcase_create("answers");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_same_answers_give_the_same_bytes);
	tcase_add_test(t, what_is_read_is_what_was_meant);
	tcase_add_test(t, documents_of_another_kind_are_refused);
	tcase_add_test(t, texts_fit_to_the_last_character);
	tcase_add_test(t, everything_that_is_missing_is_listed);
	tcase_add_test(t, what_does_not_apply_needs_its_code_and_words);
	tcase_add_test(t, given_and_asked_count_what_applies);
	tcase_add_test(t, of_two_windows_the_posted_one_wins_where_it_speaks);
	tcase_add_test(t, a_knowledge_question_has_its_own_choices);
	tcase_add_test(t, a_knowledge_answer_stands_once_the_right_one_was_shown);
	suite_add_tcase(s, t);
	return s;
}
