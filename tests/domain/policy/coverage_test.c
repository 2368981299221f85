#include "domain/sample.h"

#include "domain/policy/coverage.h"

#define SET(key, rest) "key: " key "\ntitle: t\nedition: e\nminutes: 5\npurpose: p\n" rest "\nitems:\n"
#define SELF           "audience: ALL\nunit: person\nkind: personal"
#define AUDIT          "audience: AUD\nunit: engagement\nkind: duty"
#define ITEM(id, clause, more)                                                                               \
	"  - {id: " id ", clause: '" clause "', text: t, scale: Q4, weight: 1, cia: C, help: h, " more "}\n"

static struct sample sample;
static const struct questionnaire *sets[4];
static struct policy policy;
static struct bank bank;

static void
setup(void)
{
	sample = sample_create();
	policy = *sample.policy;
	bank = (struct bank){.policy = &policy, .scales = sample.scales, .sets = sets};
}

static void
teardown(void)
{
	arena_destroy(sample.faults.arena);
}

static void
bank_add(const char *yaml)
{
	sets[bank.count] = sample_set(&sample, yaml, 0);
	for (size_t i = 0; i < sample.faults.count; i++)
		ck_abort_msg("%d: %s", sample.faults.items[i].line, sample.faults.items[i].text);
	bank.count++;
}

/* "self 6; cell 3(1) 8;" */
static void
gaps_are(const char *expected)
{
	static const char *const kinds[] = {"self", "audit", "cell"};
	struct gap *gaps;
	struct arena *a = sample.faults.arena;
	size_t count = coverage_gaps(coverage_of(&bank, a), a, &gaps);
	char *text = arena_strdup(a, "");
	for (size_t i = 0; i < count; i++)
		text = arena_printf(a, "%s%s%s%s %s;", text, kinds[gaps[i].kind],
			gaps[i].threat != NULL ? " " : "", gaps[i].threat != NULL ? gaps[i].threat->key : "",
			gaps[i].clause->key);
	ck_assert_str_eq(text, expected);
}

START_TEST(items_are_counted_by_clause_audience_threat_and_measure)
{
	bank_add(SET("staff", SELF) ITEM("S1", "6(1)①", "threats: [3(1), 3(2)]") ITEM(
		"S2", "6(1)①", "threats: [3(1)], audience: MGR") ITEM("S3", "8",
		"threats: [3(2)]") "  - {id: S4, clause: '4', text: t, scale: KQ, weight: 1, threats: "
				   "[3(1)], cia: C, help: "
				   "h,"
				   " choices: [a, b], answer: 1, explanation: e}\n"
				   "  - {id: S5, clause: '8', text: t, scale: TXT, help: h}\n");
	bank_add(SET("ot", SELF "\nextension: 1\nlabel: x") ITEM("O1", "6(1)", "threats: [3(1)]"));
	const struct coverage *c = coverage_of(&bank, sample.faults.arena);
	size_t branch = (size_t)(policy_find(&policy, "6(1)①") - policy.clauses);
	ck_assert_uint_eq(coverage_clause(c, branch, 0), 1);
	ck_assert_uint_eq(coverage_clause(c, branch, 1), 1);
	ck_assert_uint_eq(coverage_clause(c, branch - 1, 0), 0); /* the extension does not count */
	ck_assert_uint_eq(coverage_clause(c, branch + 1, 0), 1); /* nor does free text */
	ck_assert_uint_eq(c->threat_count, 2);
	ck_assert_uint_eq(c->measure_count, 2);
	ck_assert_uint_eq(coverage_threat(c, 0, 0), 2);
	ck_assert_uint_eq(coverage_threat(c, 0, 1), 0);
	ck_assert_uint_eq(coverage_threat(c, 1, 0), 1);
	ck_assert_uint_eq(coverage_threat(c, 1, 1), 1);
}
END_TEST

START_TEST(a_duty_without_a_question_is_a_gap)
{
	gaps_are("self 6;audit 6;self 6(1);audit 6(1);self 6(1)①;audit 6(1)①;self 8;audit 8;");
	/* Items under a container cover it; those on the container do not cover what is under it. */
	bank_add(SET("staff", SELF) ITEM("S1", "6(1)①", "threats: [3(1)]"));
	bank_add(SET("audit", AUDIT) ITEM("A1", "6(1)", "threats: [3(1)], methods: 閲"));
	gaps_are("audit 6(1)①;self 8;audit 8;");
	bank_add(SET("ot", AUDIT "\nextension: 1\nlabel: x") ITEM("A2", "6(1)①",
		"threats: [3(1)], methods: 閲") ITEM("A3", "8", "threats: [3(1)], methods: 閲"));
	gaps_are("audit 6(1)①;self 8;audit 8;");
}
END_TEST

START_TEST(an_empty_cell_is_a_gap_where_the_bearing_is_strong)
{
	const struct clause *both[] = {policy_find(&policy, "6(1)"), policy_find(&policy, "8")};
	struct coverage_row rows[] = {{policy_find(&policy, "3(1)"), both, NULL, 2, 0},
		{policy_find(&policy, "3(2)"), both, both + 1, 1, 1}};
	policy.coverage = rows;
	policy.coverage_count = 2;
	bank_add(
		SET("staff", SELF) ITEM("S1", "6(1)①", "threats: [3(1)]") ITEM("S2", "8", "threats: [3(2)]"));
	bank_add(SET("audit", AUDIT) ITEM("A1", "6(1)①", "threats: [3(1)], methods: 閲・聞")
			ITEM("A2", "8", "threats: [3(2)], methods: 閲"));
	gaps_are("cell 3(1) 8;cell 3(2) 6(1);");
	const struct coverage *c = coverage_of(&bank, sample.faults.arena);
	ck_assert_int_eq(coverage_expected(c, 0, 1), BEARING_STRONG);
	ck_assert_int_eq(coverage_expected(c, 1, 1), BEARING_WEAK);
}
END_TEST

Suite *coverage_suite(void);
Suite *
coverage_suite(void)
{
	Suite *s = suite_create("coverage");
	TCase *t = tcase_create("coverage");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, items_are_counted_by_clause_audience_threat_and_measure);
	tcase_add_test(t, a_duty_without_a_question_is_a_gap);
	tcase_add_test(t, an_empty_cell_is_a_gap_where_the_bearing_is_strong);
	suite_add_tcase(s, t);
	return s;
}
