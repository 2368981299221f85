#include "domain/questionnaire/edition.h"

#include "domain/sample.h"

/* Last year's edition, and two that follow it: one that declares its changes, one that does not. */
#define HEAD                                                                                                 \
	"key: tiny\ntitle: 票\nedition: 版\naudience: ALL\nunit: person\nkind: personal\nextension: 0\n"   \
	"label: \"\"\nminutes: 1\nwhen: \"\"\npurpose: 試す\nitems:\n"
#define ITEM(id, text, weight, more)                                                                         \
	"  - id: " id "\n    clause: \"6(1)\"\n    text: " text "\n    scale: Q4\n    weight: " weight       \
	"\n    priority: 0\n    threats: [\"3(1)\"]\n    cia: C\n    help: 助け\n    evidence: [記録]\n" \
	"    advice: 記録する\n" more
#define FORMER(change, text) "    former:\n      - {until: 2025, change: " change ", text: " text "}\n"

static const char last[] = HEAD ITEM("T1", "鍵をかけましたか", "1", "") ITEM("T2", "記録しましたか", "1", "")
	ITEM("T3", "なくなる問", "1", "");
static const char declared[] = HEAD ITEM("T1", "施錠しましたか", "1", FORMER("wording", "鍵をかけましたか"))
	ITEM("T2", "毎月記録しましたか", "1", FORMER("meaning", "記録しましたか"))
		ITEM("T4", "新しい問", "1", "");
static const char silent[] = HEAD ITEM("T1", "施錠しましたか", "1", "") ITEM("T2", "記録しましたか", "3", "")
	ITEM("T3", "なくなる問", "1", "");

static struct sample sample;
static struct edition_difference *list;

static void
setup(void)
{
	sample = sample_create();
}

static void
teardown(void)
{
	arena_destroy(sample.faults.arena);
}

static size_t
compare(const char *yaml)
{
	const struct questionnaire *before = sample_set(&sample, last, 2025);
	const struct questionnaire *then = sample_set(&sample, yaml, 2025);
	const struct questionnaire *after = sample_set(&sample, yaml, 2026);
	ck_assert_msg(sample.faults.count == 0, "%s", sample.faults.count ? sample.faults.items[0].text : "");
	return edition_compare(sample.faults.arena, before, then, after, &list);
}

START_TEST(the_file_may_say_what_a_change_means)
{
	ck_assert_uint_eq(compare(declared), 4);
	ck_assert_str_eq(list[0].after->id, "T1");
	ck_assert_int_eq(list[0].change, EDITION_WORDING);
	ck_assert_str_eq(list[0].before->text, "鍵をかけましたか");
	ck_assert_str_eq(list[1].after->id, "T2");
	ck_assert_int_eq(list[1].change, EDITION_MEANING);
	ck_assert_str_eq(list[2].after->id, "T4");
	ck_assert_int_eq(list[2].change, EDITION_NEW);
	ck_assert_str_eq(list[3].before->id, "T3");
	ck_assert_int_eq(list[3].change, EDITION_GONE);
}
END_TEST

START_TEST(a_question_that_silently_reads_otherwise_waits_for_a_mark)
{
	ck_assert_uint_eq(compare(silent), 1); /* another weight needs none */
	ck_assert_str_eq(list[0].after->id, "T1");
	ck_assert_int_eq(list[0].change, EDITION_UNMARKED);
}
END_TEST

START_TEST(nothing_changed_is_an_empty_list)
{
	ck_assert_uint_eq(compare(last), 0);
}
END_TEST

Suite *edition_suite(void);
Suite *
edition_suite(void)
{
	Suite *s = suite_create("edition");
	TCase *t = tcase_create("edition");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_file_may_say_what_a_change_means);
	tcase_add_test(t, a_question_that_silently_reads_otherwise_waits_for_a_mark);
	tcase_add_test(t, nothing_changed_is_an_empty_list);
	suite_add_tcase(s, t);
	return s;
}
