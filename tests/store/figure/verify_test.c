#include "store/small.h"

static struct small small;
static struct db *db; /* plants what no writer would */
static char said[4096];

static void
setup(void)
{
	small_setup(&small);
	db = db_open(small.body.path, DB_WRITE, NULL);
	said[0] = '\0';
}

static void
teardown(void)
{
	db_close(db);
	small_teardown(&small);
}

static void
say(void *with, const char *line)
{
	(void)with;
	strncat(said, line, sizeof said - strlen(said) - 2);
	strcat(said, "\n");
}

static bool
submit_work(struct db *writer, struct piece *p, struct err *e)
{
	return sheet_change(writer, p, p->with, e);
}

static void
submit(int64_t person, bool whole, const char *document)
{
	struct err e = {0};
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.submit = whole,
		.now = instant_of_day(day_of(2026, 10, 2)),
		.arena = small.body.arena};
	ck_assert(answers_parse(small.body.arena, small.tiny, document, &c.answers, &e));
	ck_assert_msg(writer_run(store_writer(small.store), submit_work, &c, &e), "%s", e.text);
	ck_assert_int_eq(c.missing_count, 0);
}

#define ANSWERED_A "{\"T101\":\"yes\",\"T102\":\"always\",\"T103\":\"unknown\"}"
#define ANSWERED_B "{\"T101\":\"yes\",\"T103\":\"unknown\"}"

static struct verify_result
verify(void)
{
	struct err e = {0};
	struct verify_result r;
	said[0] = '\0';
	ck_assert_msg(tallies_verify(small.store, say, NULL, &r, &e), "%s", e.text);
	return r;
}

static void
answered(void)
{
	submit(HEAD_A, true, ANSWERED_A);
	submit(CLERK_B, true, ANSWERED_B);
	submit(HEAD_B, false, "{\"T101\":\"no\"}");
}

START_TEST(what_the_program_wrote_is_clean)
{
	struct verify_result r = verify();
	ck_assert_int_eq(r.differences, 0);
	answered();
	r = verify();
	ck_assert_msg(r.differences == 0, "%s", said);
	ck_assert_int_eq(r.sheets, 10); /* six of persons, two of offices, one of the body */
	ck_assert_int_eq(r.submissions, 2);
	ck_assert_int_eq(r.receipts, 2);
	ck_assert_int_eq(r.answers, 5);
}
END_TEST

static void
plant(const char *sql, int64_t differences, const char *word)
{
	struct err e = {0};
	ck_assert_msg(db_script(db, sql, &e), "%s", e.text);
	struct verify_result r = verify();
	ck_assert_msg(r.differences == differences, "%s\n%lld: %s", sql, (long long)r.differences, said);
	ck_assert_msg(strstr(said, word) != NULL, "%s", said);
}

START_TEST(a_wrong_tally_is_found)
{
	answered();
	plant("UPDATE tally SET s0 = s0 + 1 WHERE department_id = 1 AND item = 'T102'", 1, "T102");
	ck_assert_ptr_nonnull(strstr(said, "総務課"));
	ck_assert_ptr_nonnull(strstr(said, "+1/+0/+0/+0/+0"));
}
END_TEST

START_TEST(a_missing_or_surplus_tally_is_found)
{
	answered();
	plant("DELETE FROM tally WHERE item = 'T102'", 1, "T102");
	plant("INSERT INTO tally (cycle_id, set_key, department_id, item, na) VALUES (1, 'tiny', 1, 'T999', "
	      "2)",
		2, "T999");
}
END_TEST

START_TEST(wrong_progress_is_found)
{
	answered();
	plant("UPDATE progress SET submitted = 5, asked = 9 WHERE set_key = 'tiny' AND department_id = 2", 2,
		"submitted is kept as 5 and counted as 1");
}
END_TEST

START_TEST(changed_answers_are_found)
{
	answered();
	/* 分からない becomes ○: the tally and the receipt both tell */
	plant("UPDATE sheet SET submitted = replace(submitted, '\"T101\":\"yes\"', '\"T101\":\"unknown\"')"
	      " WHERE person_id = 22 AND set_key = 'tiny'",
		2, "-1");
}
END_TEST

START_TEST(unreadable_answers_are_found)
{
	answered();
	/* nothing of them counts, so the three tallies of the sheet differ as well */
	plant("UPDATE sheet SET submitted = '{\"T777\":\"yes\"}' WHERE person_id = 11 AND set_key = 'tiny'",
		4, "cannot be read");
}
END_TEST

START_TEST(receipts_without_answers_and_answers_without_receipts_are_found)
{
	answered();
	plant("DELETE FROM receipt WHERE sheet_id IN (SELECT id FROM sheet WHERE person_id = 22)", 1,
		"has no receipt");
	plant("INSERT INTO receipt (number, sheet_id, submitted_at, answered, digest)"
	      " SELECT 'R08-x-1', id, 0, 1, '' FROM sheet WHERE person_id = 31",
		2, "R08-x-1");
}
END_TEST

START_TEST(what_no_cycle_asked_for_is_found)
{
	answered();
	plant("INSERT INTO tally (cycle_id, set_key, department_id, item, na) VALUES (1, 'other', 1, 'T1', "
	      "2)",
		1, "tally: 1 rows");
	plant("INSERT INTO tally (cycle_id, set_key, department_id, item, na) VALUES (9, 'tiny', 1, 'T1', 2)",
		1, "tally: 2 rows");
	plant("INSERT INTO progress (cycle_id, set_key, department_id, asked) VALUES (1, 'tiny', 5, 7)", 2,
		"progress: 1 rows");
}
END_TEST

START_TEST(changed_questions_are_found)
{
	answered();
	plant("UPDATE question_set SET yaml = replace(yaml, 'weight: 1', 'weight: 2') WHERE key = 'tiny'", 1,
		"not those that were loaded");
}
END_TEST

START_TEST(a_reference_to_nothing_is_found)
{
	answered();
	plant("PRAGMA foreign_keys=OFF; INSERT INTO kept (sheet_id, answers, kept_at) VALUES (999, '', 0)", 1,
		"kept");
}
END_TEST

Suite *verify_suite(void);
Suite *
verify_suite(void)
{
	Suite *s = suite_create("verify");
	TCase *t = tcase_create("verify");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_the_program_wrote_is_clean);
	tcase_add_test(t, a_wrong_tally_is_found);
	tcase_add_test(t, a_missing_or_surplus_tally_is_found);
	tcase_add_test(t, wrong_progress_is_found);
	tcase_add_test(t, changed_answers_are_found);
	tcase_add_test(t, unreadable_answers_are_found);
	tcase_add_test(t, receipts_without_answers_and_answers_without_receipts_are_found);
	tcase_add_test(t, what_no_cycle_asked_for_is_found);
	tcase_add_test(t, changed_questions_are_found);
	tcase_add_test(t, a_reference_to_nothing_is_found);
	suite_add_tcase(s, t);
	return s;
}
