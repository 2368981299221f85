/* What is known of a department or a system from earlier audits. */
#include "store/audit/audit_past.h"

#include "store/small.h"

static struct small s;
static day_t today;

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
change(const char *script)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s.store), script_work, (void *)script, &e), "%s", e.text);
}

#define AUDIT(id, year, department, entry, state)                                                            \
	"(" id ", " year ", " id ", 'planned', 'A', 'p', '', " department ", " entry ", 'all', 0, 1, 2, 3,"  \
	" '', '', '" state "', 1, 0)"
#define FINDING(id, department, state, times)                                                                \
	"(" id ", 2025, " id ", " department ", '件', 'minor', '6(4)', '', '', '', '', '', '', '', '" state  \
	"', 1, 0, " times ")"

/* A: audited in 2023; its system in 2025; in 2026 an audit that goes on. E came out of B. */
static void
setup(void)
{
	small_setup(&s);
	today = day_of(2026, 5, 11);
	change("INSERT INTO entry (id, kind, key, name, department_id, valid_from, fields) VALUES"
	       " (1, 'system', 'S-1', 'A のシステム', 1, 0, '{}');"
	       "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (2, 5, 40000);"
	       "INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, department_id, "
	       "entry_id,"
	       " depth, covers_from, covers_to, begins_day, ends_day, place, excluded, state, created_by,"
	       " created_at) VALUES " AUDIT("1", "2023", "1", "NULL", "completed") ", " AUDIT(
		       "2", "2025", "1", "1", "following") ", " AUDIT("3", "2026", "1", "NULL",
		       "fieldwork") ", " AUDIT("4", "2024", "2", "NULL",
		       "fixed") ";"
				"INSERT INTO finding (id, year, serial, department_id, title, severity, "
				"clause, threat, item, facts,"
				" criterion, cause, effect, proposal, state, raised_by, raised_at, times) "
				"VALUES " FINDING("1", "1", "doing", "1") ", " FINDING(
					"2", "1", "planning", "2") ", " FINDING("3", "1", "closed",
					"1") ", " FINDING("4", "1", "checking", "1") ", " FINDING("5", "2",
					"doing", "1") ";"
						      "INSERT INTO finding_line (finding_id, engagement_id, "
						      "item) VALUES (2, 2, '')");
}

static void
teardown(void)
{
	small_teardown(&s);
}

static struct audit_past
look(int64_t department, int64_t entry, int until)
{
	struct err e = {0};
	struct audit_past p;
	ck_assert_msg(audit_past(s.db, department, entry, until, today, &p, &e), "%s", e.text);
	return p;
}

START_TEST(the_last_audit_is_the_last_one_with_a_fixed_report)
{
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2026).last_year, 2023);
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2022).last_year, 0);
	ck_assert_int_eq(look(DEPARTMENT_A, 1, 2026).last_year, 2025); /* of its system */
	ck_assert_int_eq(look(DEPARTMENT_C, 0, 2026).last_year, 0);    /* never */
	ck_assert_int_eq(look(5, 0, 2026).last_year, 2024);            /* of what it came out of */
}
END_TEST

START_TEST(open_findings_count_and_those_found_again_among_them)
{
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2026).open, 2);
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2026).repeated, 1);
	ck_assert_int_eq(look(DEPARTMENT_A, 1, 2026).open, 1); /* raised in an audit of the system */
	ck_assert_int_eq(look(5, 0, 2026).open, 1);
	change("UPDATE finding SET state = 'accepted', due_day = 30000 WHERE id = 1");
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2026).open, 1);
	change("UPDATE finding SET due_day = 20000 WHERE id = 1"); /* it has run out */
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2026).open, 2);
}
END_TEST

#define RISK(year, asset, entry, likelihood, loss)                                                           \
	"(" year ", 1, '" asset "', " entry ", '3(1)', " likelihood ", " loss ", '', 11, '', 'reduce', '')"

START_TEST(the_greatest_risk_of_the_last_assessment_counts)
{
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2026).risk, 0); /* nothing was assessed */
	change("INSERT INTO risk (year, department_id, asset, entry_id, threat, likelihood, loss, grounds,"
	       " owner_id, owner_name, treatment, measure) VALUES " RISK("2024", "名簿", "NULL", "5",
		       "5") ", " RISK("2025", "名簿", "NULL", "3", "5") ", " RISK("2025", "図面", "NULL", "2",
		       "2") ", " RISK("2025", "端末", "1", "2", "4"));
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2026).risk, 15);
	ck_assert_int_eq(look(DEPARTMENT_A, 0, 2024).risk, 25);
	ck_assert_int_eq(look(DEPARTMENT_A, 1, 2026).risk, 8); /* of the system */
	ck_assert_int_eq(look(DEPARTMENT_B, 0, 2026).risk, 0);
}
END_TEST

Suite *audit_past_suite(void);
Suite *
audit_past_suite(void)
{
	Suite *suite = suite_create("audit_past");
	TCase *t = tcase_create("audit_past");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_last_audit_is_the_last_one_with_a_fixed_report);
	tcase_add_test(t, open_findings_count_and_those_found_again_among_them);
	tcase_add_test(t, the_greatest_risk_of_the_last_assessment_counts);
	suite_add_tcase(suite, t);
	return suite;
}
