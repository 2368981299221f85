#include "domain/sample.h"

static const char yaml[] =
	"key: staff\n"
	"title: 職員票\n"
	"edition: 令和8年度版\n"
	"audience: ALL\n"
	"unit: department\n"
	"kind: duty\n"
	"extension: 1\n"
	"label: 方針外\n"
	"minutes: 5\n"
	"when: NET|OT\n"
	"purpose: |\n"
	"  一行目\n"
	"  二行目\n"
	"items:\n"
	"  - id: S1\n"
	"    clause: 6(1)①\n"
	"    text: 今の文\n"
	"    scale: Q4\n"
	"    weight: 3\n"
	"    priority: 1\n"
	"    when: LGW&NET\n"
	"    audience: MGR\n"
	"    threats: [3(1), 3(2)]\n"
	"    cia: CA\n"
	"    extra: date\n"
	"    help: 助け\n"
	"    evidence: [記録, 台帳]\n"
	"    advice: 次の一歩\n"
	"    former:\n"
	"      - {until: 2022, change: wording, text: 最初の文}\n"
	"      - {until: 2024, change: meaning, text: 別の意味の文, scale: YN}\n"
	"      - {until: 2025, change: wording, text: 前の文}\n"
	"  - {id: S2, clause: '8', text: 変わらない文, scale: YN, weight: 1, threats: [3(1)], cia: I,"
	" help: h}\n";

static struct sample sample;

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

START_TEST(a_set_is_read_as_it_is_written)
{
	const struct questionnaire *q = sample_set(&sample, yaml, 0);
	ck_assert_uint_eq(sample.faults.count, 0);
	ck_assert_str_eq(q->key, "staff");
	ck_assert_str_eq(q->file, "set.yaml");
	ck_assert_str_eq(q->label, "方針外");
	ck_assert_str_eq(q->purpose, "一行目\n二行目\n");
	ck_assert_int_eq(q->unit, UNIT_DEPARTMENT);
	ck_assert(q->extension && q->duty && !questionnaire_is_audit(q));
	ck_assert_int_eq(q->minutes, 5);
	ck_assert(condition_holds(q->when, flag_parse("OT")) && !condition_holds(q->when, 0));
	ck_assert_uint_eq(q->count, 2);
	const struct item *i = questionnaire_find(q, "S1");
	ck_assert_ptr_eq(i->clause, policy_find(sample.policy, "6(1)①"));
	ck_assert_str_eq(i->audience, "MGR");
	ck_assert_int_eq(i->weight, 3);
	ck_assert(i->priority && i->extra == EXTRA_DATE);
	ck_assert_uint_eq(i->cia, CIA_C | CIA_A);
	ck_assert_uint_eq(i->threat_count, 2);
	ck_assert_str_eq(i->threats[1]->key, "3(2)");
	ck_assert_uint_eq(i->evidence_count, 2);
	ck_assert_str_eq(i->evidence[1], "台帳");
	ck_assert_str_eq(i->advice, "次の一歩");
	ck_assert_str_eq(i->when_text, "LGW&NET");
	ck_assert_int_eq(i->line, 15);
	ck_assert(item_applies(i, flag_parse("LGW") | flag_parse("NET")) &&
		  !item_applies(i, flag_parse("NET")));
	ck_assert_int_eq(item_choice(i, "na")->slot, -1);
	ck_assert_int_eq(item_choice(i, "no")->slot, 2);
	ck_assert_ptr_null(item_choice(i, "NO"));
	ck_assert_str_eq(questionnaire_find(q, "S2")->audience, "ALL");
	ck_assert_ptr_null(questionnaire_find(q, "S3"));
}
END_TEST

START_TEST(an_older_year_gets_the_wording_it_was_asked_in)
{
	/* The meaning changed once, after 2024; the wording after 2022 and 2025 too. */
	static const struct {
		int year;
		const char *text, *scale;
		int meaning;
		bool reworded;
	} rows[] = {
		{2020, "最初の文", "Q4", 1, false},
		{2022, "最初の文", "Q4", 1, false},
		{2023, "別の意味の文", "YN", 1, true},
		{2024, "別の意味の文", "YN", 1, false},
		{2025, "前の文", "Q4", 2, true},
		{2026, "今の文", "Q4", 2, true},
		{2027, "今の文", "Q4", 2, false},
		{0, "今の文", "Q4", 2, false},
	};
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
		const struct questionnaire *q = sample_set(&sample, yaml, rows[k].year);
		const struct item *i = questionnaire_find(q, "S1");
		ck_assert_str_eq(i->text, rows[k].text);
		ck_assert_str_eq(i->scale->key, rows[k].scale);
		ck_assert_ptr_eq(i->choices, i->scale->choices);
		ck_assert_msg(i->meaning == rows[k].meaning && i->reworded == rows[k].reworded, "%d: %d %d",
			rows[k].year, i->meaning, i->reworded);
		const struct item *steady = questionnaire_find(q, "S2");
		ck_assert(steady->meaning == 1 && !steady->reworded);
	}
}
END_TEST

START_TEST(the_policy_is_a_tree_in_document_order)
{
	const struct clause *branch = policy_find(sample.policy, "6(1)①");
	ck_assert_str_eq(branch->parent->key, "6(1)");
	ck_assert_str_eq(branch->parent->parent->key, "6");
	ck_assert_str_eq(branch->measure, "6(1)");
	ck_assert_str_eq(branch->display, "6(1)①");
	ck_assert_str_eq(branch->parent->refs[0], "3");
	ck_assert_int_eq(branch->kind, CLAUSE_DUTY);
	ck_assert_int_eq(branch->line, 11);
	ck_assert_ptr_null(policy_find(sample.policy, "6(1)1"));
	const struct clause **measures;
	ck_assert_uint_eq(policy_measures(sample.policy, sample.faults.arena, &measures), 2);
	ck_assert_str_eq(measures[0]->key, "6(1)");
	ck_assert_str_eq(measures[1]->key, "8");
}
END_TEST

START_TEST(a_file_that_is_not_there_is_a_fault)
{
	ck_assert_ptr_null(
		questionnaire_load("/nonexistent.yaml", sample.policy, sample.scales, 0, &sample.faults));
	ck_assert_ptr_null(policy_load("/nonexistent.yaml", &sample.faults));
	ck_assert_ptr_null(scales_load("/nonexistent.yaml", &sample.faults));
	ck_assert_ptr_null(bank_load("/nonexistent", &sample.faults));
	ck_assert_uint_eq(sample.faults.count, 4);
}
END_TEST

Suite *questionnaire_suite(void);
Suite *
questionnaire_suite(void)
{
	Suite *s = suite_create("questionnaire");
	TCase *t = tcase_create("questionnaire");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_set_is_read_as_it_is_written);
	tcase_add_test(t, an_older_year_gets_the_wording_it_was_asked_in);
	tcase_add_test(t, the_policy_is_a_tree_in_document_order);
	tcase_add_test(t, a_file_that_is_not_there_is_a_fault);
	suite_add_tcase(s, t);
	return s;
}
