/* Editions of the policy and the standards, procedures, risks and reviews are kept by the fiscal year they were
 * over in, for ten years. Edition 1 of the policy was replaced in fiscal 2026 by 2, which was replaced in 2027 by 3;
 * 4 was withdrawn in 2026. The risks 1 and 2 are of 2026; 3 of 2027 was taken over from 1. */
#include "store/disposing.h"
#include "store/keep/standing.h"

static const char *const policy[] = {"policy"};
static char text[DIGEST_SIZE];

static const char editions[] =
	"INSERT INTO policy_edition (id, title, edition, from_day, file, digest, front, imported_at,"
	" withdrawn_at) VALUES (1, '方針', 'A', %d, 'a', '%s', '', 0, NULL),"
	" (2, '方針', 'B', %d, 'b', printf('%%064d', 2), '', 0, NULL),"
	" (3, '方針', 'C', %d, 'c', printf('%%064d', 3), '', 0, NULL),"
	" (4, '方針', 'D', %d, 'd', printf('%%064d', 4), '', 0, 1790000000);"
	"INSERT INTO policy_clause SELECT id, 1, '1', '目的', 1, 1 FROM policy_edition;"
	"INSERT INTO policy_paragraph SELECT id, 1, 1, '本文' FROM policy_edition;"
	"INSERT INTO standard_edition (id, title, edition, from_day, approved_by, approved_day, change, open, file,"
	" digest, imported_at, imported_by) VALUES (1, '基準', 'A', %d, '', 0, '', 1, 's', printf('%%064d', 91), 0, 1),"
	" (2, '基準', 'B', %d, '', 0, '', 1, 't', printf('%%064d', 92), 0, 1);"
	"INSERT INTO standard_article SELECT id, 1, '1', '', '' FROM standard_edition;"
	"INSERT INTO standard_link SELECT id, 1, 'clause', 1, '1' FROM standard_edition";

static const char records[] =
	"INSERT INTO entry (id, kind, key, name, department_id, valid_from, valid_to, fields) VALUES"
	" (91, 'procedure', 'T-1', '廃止した手順', 1, 0, %d, '{}'), (92, 'procedure', 'T-2', '今の手順', 1, 0, NULL,"
	" '{}'), (93, 'system', 'S-1', '廃止したシステム', 1, 0, %d, '{}'), (94, 'procedure', 'T-3', '評価した手順',"
	" 1, 0, %d, '{}');"
	"INSERT INTO risk (id, year, department_id, asset, entry_id, threat, likelihood, loss, grounds, owner_id,"
	" owner_name, treatment, measure, copied_from) VALUES"
	" (1, 2026, 1, '台帳', NULL, '3(1)', 1, 1, '', 11, '氏名', 'reduce', '', NULL),"
	" (2, 2026, 1, '台帳', NULL, '3(2)', 1, 1, '', 11, '氏名', 'reduce', '', NULL),"
	" (3, 2027, 1, '台帳', 94, '3(1)', 1, 1, '', 11, '氏名', 'reduce', '', 1);"
	"INSERT INTO risk_change SELECT id, 1, 1790000000, 1, 'a', 'decided', 1, 1, 'reduce', '', 0, -1, '', 0, 0, 0"
	" FROM risk;"
	"INSERT INTO risk_settlement VALUES (2026, 1, 2, '委員会', 0, '', 1, 'a', 0);"
	"INSERT INTO policy_review (id, year, cause, occasion, weighed, revise, decision, decided_by, decided_day,"
	" account_id, who, at) VALUES (1, 2026, 'results', '', '', 0, '', '', 0, 1, 'a', 1790000000);"
	"INSERT INTO policy_review_link VALUES (1, 'risk', 1), (1, 'edition', 1);"
	"INSERT INTO document (id, about, about_id, recipe, set_key, department_id, readers, edition, about_edition,"
	" year, number, mark, reason, issued_at, issued_by) VALUES"
	" (31, 'risks', 2026, 'risk-assessment', '', 0, 'full', 1, 1, 2026, 31, '', '', 1800000000, 'a'),"
	" (32, 'revision', 1, 'policy-comparison', '', 0, 'full', 1, 1, 2026, 32, '', '', 1800000000, 'a'),"
	" (33, 'revision', 2, 'policy-comparison', '', 0, 'full', 1, 1, 2026, 33, '', '', 1800000000, 'a')";

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
	ck_assert(file_put(x.review.store, "policy", 6, text, &e));
	const int last = (int)day_of(2026, 12, 31);
	ended_script(&x, arena_printf(x.review.arena, editions, (int)day_of(2020, 4, 1), text,
				 (int)day_of(2026, 6, 1), (int)day_of(2027, 6, 1), (int)day_of(2026, 5, 1),
				 (int)day_of(2020, 4, 1), (int)day_of(2026, 7, 1)));
	ended_script(&x, arena_printf(x.review.arena, records, last, last, last));
}

static void
teardown(void)
{
	ended_teardown(&x);
}

static day_t
over(void)
{
	return day_of(2037, 4, 1);
}

START_TEST(what_is_over_is_kept_for_ten_years_and_goes_with_all_its_parts)
{
	ck_assert_int_eq(look("policy", 2026, over() - 1).state, RETAINED_KEPT);
	struct retained r = look("policy", 2026, over());
	ck_assert_int_eq(r.state, RETAINED_EXPIRED);
	ck_assert_int_eq(r.count, 1 + 2 + 2 + 1 + 1); /* review, risks, policies, standard, procedure */
	carried_out(approved(policy, 1, 2026, over()), over());
	ck_assert_int_eq(number("SELECT sum(id) FROM policy_edition"), 2 + 3);
	ck_assert_int_eq(number("SELECT sum(edition_id) FROM policy_clause"), 2 + 3);
	ck_assert_int_eq(number("SELECT sum(edition_id) FROM policy_paragraph"), 2 + 3);
	ck_assert_int_eq(number("SELECT sum(id) FROM standard_edition"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM standard_article"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM standard_link"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM entry WHERE id IN (92, 93, 94)"), 3);
	ck_assert_int_eq(number("SELECT count(*) FROM entry WHERE id = 91"), 0);
	ck_assert_int_eq(number("SELECT sum(id) FROM risk"), 3);
	ck_assert_int_eq(number("SELECT count(*) FROM risk WHERE copied_from IS NULL"), 1);
	ck_assert_int_eq(number("SELECT sum(risk_id) FROM risk_change"), 3);
	ck_assert_int_eq(number("SELECT count(*) FROM risk_settlement"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM policy_review"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM policy_review_link"), 0);
	ck_assert_int_eq(number("SELECT sum(id) FROM document WHERE about <> 'cycle'"), 33);
	ck_assert_int_eq(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
	ck_assert_int_eq(number("SELECT rows FROM disposal_count WHERE what = 'risk'"), 2);
	ck_assert(!file_there(text));
	ck_assert_int_eq(look("policy", 2026, over()).state, RETAINED_DISPOSED);
}
END_TEST

/* 3 is in force; 2 is what it is compared with, until 3 is replaced as well. */
START_TEST(the_edition_in_force_and_the_one_before_it_stay)
{
	ck_assert_int_eq(look("policy", 2027, day_of(2090, 4, 1)).count, 1); /* risk 3 */
	carried_out(approved(policy, 1, 2026, over()), over());
	ended_script(&x, arena_printf(x.review.arena,
				 "INSERT INTO policy_edition (id, title, edition, from_day, file, digest, front,"
				 " imported_at) VALUES (5, '方針', 'E', %d, 'e', 'e', '', 0)",
				 (int)day_of(2040, 6, 1)));
	ck_assert_int_eq(look("policy", 2027, day_of(2090, 4, 1)).count, 2);
	ck_assert_int_eq(look("policy", 2040, day_of(2090, 4, 1)).count, 0);
}
END_TEST

START_TEST(of_editions_the_oldest_go_first)
{
	ended_script(&x, arena_printf(x.review.arena,
				 "INSERT INTO policy_edition (id, title, edition, from_day, file, digest, front,"
				 " imported_at) VALUES (5, '方針', 'E', %d, 'e', 'e', '', 0)",
				 (int)day_of(2040, 6, 1)));
	ck_assert_int_eq(look("policy", 2027, day_of(2090, 4, 1)).count, 1); /* 1 is there still */
}
END_TEST

START_TEST(what_a_review_of_another_year_looked_at_stays)
{
	struct err none = {0};
	struct standing now;
	const struct topic year = {"risks", 2026};
	ended_script(&x,
		"INSERT INTO policy_review (id, year, cause, occasion, weighed, revise, decision, decided_by,"
		" decided_day, account_id, who, at) VALUES (2, 2027, 'change', '', '', 0, '', '', 0, 1, 'a', 0);"
		"INSERT INTO policy_review_link VALUES (2, 'risk', 2), (2, 'edition', 1)");
	ck_assert_int_eq(look("policy", 2026, over()).count, 1 + 1 + 1 + 1);
	carried_out(approved(policy, 1, 2026, over()), over());
	ck_assert_int_eq(number("SELECT sum(id) FROM risk"), 1 + 2 + 3); /* all of a year, or none */
	ck_assert_int_eq(number("SELECT count(*) FROM risk_change"), 3);
	ck_assert_int_eq(number("SELECT copied_from FROM risk WHERE id = 3"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM risk_settlement"), 1);
	ck_assert_int_eq(number("SELECT sum(id) FROM document WHERE about <> 'cycle'"), 31 + 32 + 33);
	ck_assert_int_eq(number("SELECT sum(id) FROM policy_edition"), 1 + 2 + 3);
	ck_assert(topic_standing(x.review.db, x.review.arena, &year, "settled", &now, &none));
	ck_assert(now.settled && !now.gone);
}
END_TEST

START_TEST(of_a_year_whose_risks_went_no_table_is_made)
{
	struct standing now;
	const struct topic year = {"risks", 2026};
	carried_out(approved(policy, 1, 2026, over()), over());
	ck_assert(topic_standing(x.review.db, x.review.arena, &year, "settled", &now, &e));
	ck_assert(now.gone);
}
END_TEST

Suite *policy_disposal_suite(void);
Suite *
policy_disposal_suite(void)
{
	Suite *s = suite_create("policy_disposal");
	TCase *t = tcase_create("policy_disposal");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_is_over_is_kept_for_ten_years_and_goes_with_all_its_parts);
	tcase_add_test(t, the_edition_in_force_and_the_one_before_it_stay);
	tcase_add_test(t, of_editions_the_oldest_go_first);
	tcase_add_test(t, what_a_review_of_another_year_looked_at_stays);
	tcase_add_test(t, of_a_year_whose_risks_went_no_table_is_made);
	suite_add_tcase(s, t);
	return s;
}
