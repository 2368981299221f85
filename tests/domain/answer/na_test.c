#include "domain/sample.h"

#include "domain/score/tally.h"

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
	"  - {id: A1, clause: 6(1), text: 問一, scale: Q4, weight: 1, threats: [3(1)], cia: C, help: h}\n"
	"  - {id: A2, clause: '8', text: 問二, scale: TXT, help: h}\n";

static struct sample sample;
static const struct questionnaire *set;

static void
setup(void)
{
	sample = sample_create();
	set = sample_set(&sample, yaml, 0);
	ck_assert_ptr_nonnull(set);
}

static void
teardown(void)
{
	arena_destroy(sample.faults.arena);
}

static struct answers
parsed(const char *json)
{
	struct answers s;
	struct err e = {0};
	ck_assert_msg(answers_parse(sample.faults.arena, set, json, &s, &e), "%s: %s", json, e.text);
	return s;
}

START_TEST(every_reason_has_its_own_counter_and_name)
{
	for (size_t i = 0; i < NA_REASONS; i++) {
		ck_assert_int_eq(na_reasons[i].slot, (int)i);
		ck_assert_ptr_eq(na_find(na_reasons[i].key), &na_reasons[i]);
		ck_assert_str_ne(na_name(&na_reasons[i]), "");
	}
	ck_assert_ptr_null(na_find("Duty"));
	ck_assert_ptr_null(na_find(""));
}
END_TEST

START_TEST(the_reason_is_kept_in_the_document)
{
	static const char document[] = "{\"A1\":{\"c\":\"na\",\"n\":\"means\",\"r\":\"なし\"}}";
	struct answers s = parsed(document);
	ck_assert_ptr_eq(s.items[0].na, na_find("means"));
	struct buf text = BUF_INIT;
	answers_format(&s, &text);
	ck_assert_str_eq(text.data, document);
	buf_free(&text);
}
END_TEST

START_TEST(a_reason_that_there_is_not_is_refused)
{
	static const char *const refused[] = {"{\"A1\":{\"c\":\"na\",\"n\":\"because\"}}",
		"{\"A1\":{\"c\":\"na\",\"n\":\"\"}}", "{\"A2\":{\"n\":\"duty\",\"t\":\"x\"}}"};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct answers s;
		struct err e = {0};
		ck_assert_msg(!answers_parse(sample.faults.arena, set, refused[i], &s, &e), "%s", refused[i]);
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
}
END_TEST

START_TEST(a_reason_is_counted_only_of_an_answer_that_does_not_apply)
{
	struct tally t = {0};
	struct answers na = parsed("{\"A1\":{\"c\":\"na\",\"n\":\"occasion\",\"r\":\"x\"}}");
	struct answers old = parsed("{\"A1\":{\"c\":\"na\",\"r\":\"x\"}}"); /* before reasons were asked */
	struct answers yes = parsed("{\"A1\":{\"c\":\"yes\",\"n\":\"duty\"}}");
	tally_answer(&t, &na.items[0], +1);
	tally_answer(&t, &na.items[0], +1);
	tally_answer(&t, &old.items[0], +1);
	tally_answer(&t, &yes.items[0], +1);
	ck_assert_int_eq(t.na, 3);
	ck_assert_int_eq(t.na_for[2], 2);
	ck_assert_int_eq(t.na_for[0], 0);
	ck_assert_int_eq(tally_answered(&t), 4);
	tally_answer(&t, &na.items[0], -1);
	ck_assert_int_eq(t.na_for[2], 1);
	ck_assert(!tally_empty(&(struct tally){.na_for = {0, 0, 0, 0, 1}}));
}
END_TEST

START_TEST(merging_keeps_a_stored_reason_beside_the_same_choice_only)
{
	const struct item **replaced;
	struct answers stored = parsed("{\"A1\":{\"c\":\"na\",\"n\":\"duty\",\"r\":\"x\"}}");
	struct answers same = parsed("{\"A1\":\"na\"}"), other = parsed("{\"A1\":\"yes\"}"),
		       another = parsed("{\"A1\":{\"c\":\"na\",\"n\":\"means\"}}");
	answers_merge(sample.faults.arena, &same, &stored, &replaced);
	ck_assert_ptr_eq(same.items[0].na, na_find("duty"));
	answers_merge(sample.faults.arena, &other, &stored, &replaced);
	ck_assert_ptr_null(other.items[0].na);
	ck_assert_uint_eq(answers_merge(sample.faults.arena, &another, &stored, &replaced), 1);
	ck_assert_ptr_eq(another.items[0].na, na_find("means"));
}
END_TEST

Suite *na_suite(void);
Suite *
na_suite(void)
{
	Suite *s = suite_create("na");
	TCase *t = tcase_create("na");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, every_reason_has_its_own_counter_and_name);
	tcase_add_test(t, the_reason_is_kept_in_the_document);
	tcase_add_test(t, a_reason_that_there_is_not_is_refused);
	tcase_add_test(t, a_reason_is_counted_only_of_an_answer_that_does_not_apply);
	tcase_add_test(t, merging_keeps_a_stored_reason_beside_the_same_choice_only);
	suite_add_tcase(s, t);
	return s;
}
