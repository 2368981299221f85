/* Findings through the browser's door: who sees them, who does what, and what is shown
 * again when something is refused. */
#include "web/audit/finding_asked.h"

static const char *
number_of(int id)
{
	struct err e = {0};
	struct finding f;
	ck_assert_msg(finding_find(store_reader(b->store, &e), arena, id, &f, &e), "%s", e.text);
	return finding_number(arena, &f);
}

START_TEST(a_finding_is_raised_and_its_department_learns_of_it_when_it_is_checked)
{
	int id = raise_for("020");
	ck_assert_int_eq(look(AUDITOR, id), 200);
	ck_assert(body_says(b, "鍵の管理"));
	ck_assert(body_says(b, "A645"));
	ck_assert(body_says(b, "文言を直す"));
	ck_assert_int_eq(look(MANAGER, id), 404);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/findings", NULL), 200);
	ck_assert(!body_says(b, "鍵の管理"));
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(body_says(b, "事実の違いを申し出る"));
	ck_assert(!body_says(b, "確定する</h3>"));
	ck_assert_int_eq(look(STAFF, id), 403);
}
END_TEST

START_TEST(who_objects_is_shown_what_becomes_of_it)
{
	int id = raise_for("020");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(act(MANAGER, id, "state", "do=object&reason=%E9%81%95%E3%81%84", 2), 303);
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(body_says(b, "違い"));
	ck_assert(!body_says(b, "文言を直す"));
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=withdraw&reason=x", 3), 303);
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(body_says(b, "取消"));
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/findings?show=all", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	id = raise_for("020"); /* nobody told the department of this one */
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=withdraw&reason=x", 1), 303);
	ck_assert_int_eq(look(MANAGER, id), 404);
}
END_TEST

START_TEST(another_department_learns_nothing)
{
	int id = raise_for("010");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(look(MANAGER, id), 404);
	ck_assert_int_eq(act(MANAGER, id, "state", "do=object&reason=x", 2), 404);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 2), 303);
	ck_assert_int_eq(act(LEAD, id, "departments", "department=020", 3), 303);
	ck_assert_int_eq(look(AUDITOR, id + 1), 200);
	const char *number = number_of(id);
	ck_assert(body_says(b, number));
	ck_assert(body_says(b, "総務課"));
	ck_assert_int_eq(look(MANAGER, id + 1), 200); /* of the parent neither department nor number */
	ck_assert(body_says(b, "ほかの部署での指摘を横展開したものです"));
	ck_assert(!body_says(b, "総務課"));
	ck_assert(!body_says(b, number));
}
END_TEST

START_TEST(a_department_does_not_learn_whom_else_its_finding_was_passed_on_to)
{
	int id = raise_for("020");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 2), 303);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "文言は、そのままその部署に伝わります"));
	ck_assert_int_eq(act(LEAD, id, "departments", "department=010", 3), 303);
	const char *number = number_of(id + 1);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "横展開した部署"));
	ck_assert(body_says(b, number));
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(!body_says(b, "横展開した部署"));
	ck_assert(!body_says(b, "総務課"));
	ck_assert(!body_says(b, number));
}
END_TEST

static bool
further_post(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"UPDATE account SET roles = roles & ~2 WHERE login <> 'manager';"
		"INSERT INTO post (person_id, department_id, main, valid_from) SELECT a.person_id, d.id, 0, 0"
		" FROM account a JOIN department d ON d.key = '010' WHERE a.login = 'manager'",
		e);
}

START_TEST(who_manages_by_a_further_post_sees_and_answers)
{
	int id = raise_for("010");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(look(MANAGER, id), 404);
	body_write(b, further_post, NULL);
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/findings", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	ck_assert_int_eq(act(MANAGER, id, "state", "do=object&reason=x", 2), 303);
}
END_TEST

START_TEST(plan_and_report_go_their_way)
{
	int id = raise_for("020");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=confirm", 2), 403);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 2), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=notify", 3), 303);
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(body_says(b, "改善計画を登録する"));
	ck_assert_int_eq(act(MANAGER, id, "plan",
				 "stopgap=&plan_cause=form&measure=&owner=0000&due_day=2999-01-31", 4),
		422);
	ck_assert(body_says(b, "まだ保存していません"));
	ck_assert(body_says(b, ">form</textarea>")); /* what was typed is there */
	static const char *const owners[] = {"0000", "nobody"};
	for (size_t i = 0; i < 2; i++) {
		char form[256];
		snprintf(form, sizeof form, "stopgap=&plan_cause=form&measure=m&owner=%s&due_day=2999-01-31",
			owners[i]);
		ck_assert_int_eq(act(MANAGER, id, "plan", form, 4), 422);
		ck_assert(body_says(b, "choose who is in charge among the people of the department"));
	}
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "改善計画を承認する"));
	ck_assert_int_eq(act(LEAD, id, "state", "do=approve", 4), 422);
}
END_TEST

START_TEST(what_was_typed_is_shown_again_when_it_is_refused)
{
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", "/findings", WORDS "&department=999"), 422);
	ck_assert(body_says(b, "there is no department with this code"));
	ck_assert(body_says(b, "value=\"鍵の管理\""));
	ck_assert(body_says(b, "<option value=\"minor\" selected>"));
	ck_assert_int_eq(
		body_as(b, AUDITOR, "POST", "/findings", WORDS "&department=070"), 403); /* the own one */
	ck_assert(body_says(b, "you belong to this department"));
	ck_assert_int_eq(body_as(b, MANAGER, "POST", "/findings", WORDS "&department=010"), 403);
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", "/findings", WORDS "&department=010&x=1"), 422);
}
END_TEST

START_TEST(a_form_made_from_an_older_state_changes_nothing)
{
	int id = raise_for("020");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 1), 409);
	ck_assert(body_says(b, "someone else has changed this finding meanwhile"));
	ck_assert_int_eq(act(LEAD, id, "state", "do=close&reason=x", 2), 409);
	ck_assert_int_eq(act(LEAD, id, "state", "do=dance", 2), 409);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 0), 422);
}
END_TEST

START_TEST(it_is_passed_on_and_the_list_counts)
{
	int id = raise_for("020");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 2), 303);
	ck_assert_int_eq(act(LEAD, id, "departments", "department=010", 3), 303);
	ck_assert_int_eq(act(LEAD, id, "departments", "department=010", 3), 409);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "総務課</a>"));
	ck_assert_int_eq(body_as(b, MANAGEMENT, "GET", "/findings?department=010&show=all", NULL), 200);
	ck_assert(body_says(b, "<span class=\"tag\">横展開</span>"));
	ck_assert(body_says(b, "<dt>横展開</dt><dd>1件　対応中など1件　期限超過0件"));
	ck_assert(body_says(b, "<dt>確定した指摘</dt><dd>1件（重大な不適合1件、軽微な不適合0件")); /* the own one, of 2026 */
	ck_assert_int_eq(look(LEAD, id + 1), 200);
	ck_assert(body_says(b, "<td>ほかの部署の指摘を横展開</td>"));
	ck_assert_int_eq(body_as(b, MANAGEMENT, "GET", "/findings?year=x", NULL), 400);
	ck_assert_int_eq(body_as(b, MANAGEMENT, "GET", "/findings?department=999", NULL), 400);
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/findings?department=zzz", NULL), 400);
	ck_assert(body_says(b, "there is no department with this code"));
}
END_TEST

START_TEST(a_question_leads_to_a_finding_about_it)
{
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/figures/1/staff/0/S641", NULL), 200);
	ck_assert(body_says(b, "href=\"/findings/new?item=S641&amp;clause=6(4)&amp;department=\""));
	ck_assert_int_eq(
		body_as(b, AUDITOR, "GET", "/findings/new?item=S641&clause=6(4)&department=020", NULL), 200);
	ck_assert(body_says(b, "<option value=\"6(4)\" selected>"));
	ck_assert(body_says(b, "name=\"item\" value=\"S641\""));
	ck_assert(body_says(b, "name=\"department\" value=\"020\""));
	ck_assert_int_eq(body_as(b, MANAGEMENT, "GET", "/figures/1/staff/0/S641", NULL), 200);
	ck_assert(!body_says(b, "/findings/new"));
}
END_TEST

START_TEST(what_waits_for_someone_stands_on_their_first_page)
{
	int id = raise_for("020");
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "鍵の管理"));
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "対応を待っている指摘"));
}
END_TEST

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

/* An auditor who also manages a department is told of its findings as its manager only. */
START_TEST(nothing_waits_for_an_auditor_in_what_the_same_person_manages)
{
	int id = raise_for("020");
	body_write(b, script_work, (void *)"UPDATE account SET roles = 7 WHERE login = 'manager'");
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "鍵の管理"));
	ck_assert_int_eq(act(MANAGER, id, "state", "do=check", 1), 403);
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "鍵の管理"));
	id = raise_for("010");
	body_write(b, script_work,
		(void *)"UPDATE finding SET title = '扉の管理' WHERE department_id ="
			" (SELECT id FROM department WHERE key = '010')");
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "扉の管理"));
}
END_TEST

START_TEST(only_confirmed_findings_of_earlier_years_are_offered_as_repeated)
{
	body_write(b, script_work,
		(void *)"DELETE FROM finding_report; DELETE FROM finding_plan; DELETE FROM finding_move;"
			"UPDATE finding SET predecessor_id = NULL;"
			"DELETE FROM finding WHERE id > 3; UPDATE finding SET year = 2020, serial = id,"
			" state = CASE id WHEN 1 THEN 'doing' WHEN 2 THEN 'withdrawn' ELSE 'checking' END;"
			"INSERT INTO finding (year, serial, department_id, title, severity, clause, threat, "
			"item,"
			" facts, criterion, cause, effect, proposal, state, raised_by, raised_at)"
			" SELECT 2100, n.key, f.department_id, f.title, f.severity, f.clause, f.threat, "
			"f.item, f.facts,"
			" f.criterion, f.cause, f.effect, f.proposal, 'doing', f.raised_by, f.raised_at"
			" FROM finding f JOIN (WITH RECURSIVE n(key) AS (SELECT 1 UNION SELECT key + 1 FROM n"
			" WHERE key < 201) SELECT key FROM n) n ON f.id = 1");
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/findings/new", NULL), 200);
	ck_assert(body_says(b, "<option value=\"R02-001\">")); /* beyond two hundred later ones */
	ck_assert(!body_says(b, "<option value=\"R02-002\">"));
	ck_assert(!body_says(b, "<option value=\"R02-003\">"));
	ck_assert(!body_says(b, "<option value=\"R82-001\">"));
}
END_TEST

START_TEST(a_risk_whose_acceptance_has_run_out_waits_for_lead_and_management)
{
	static const int both[] = {LEAD, MANAGEMENT};
	raise_for("020");
	body_write(b, script_work,
		(void *)"UPDATE finding SET state = 'accepted', due_day = 2932896 WHERE title = '鍵の管理'");
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(body_as(b, both[i], "GET", "/", NULL), 200);
		ck_assert(!body_says(b, "鍵の管理"));
		ck_assert_int_eq(body_as(b, both[i], "GET", "/findings", NULL), 200);
		ck_assert(!body_says(b, "鍵の管理"));
	}
	body_write(b, script_work, (void *)"UPDATE finding SET due_day = 20000 WHERE title = '鍵の管理'");
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(body_as(b, both[i], "GET", "/", NULL), 200);
		ck_assert(body_says(b, "鍵の管理"));
		ck_assert_int_eq(body_as(b, both[i], "GET", "/findings", NULL), 200);
		ck_assert(body_says(b, "鍵の管理"));
	}
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "鍵の管理"));
}
END_TEST

START_TEST(what_was_written_in_several_lines_is_read_in_several_lines)
{
	ck_assert_int_eq(
		body_as(b, AUDITOR, "POST", "/findings",
			"title=keys&severity=minor&clause=6(4)&threat=&facts=one%0Atwo&criterion=rule&cause="
			"&effect=&proposal=&item=&predecessor=&department=020"),
		303);
	ck_assert_int_eq(look(AUDITOR, led_to()), 200);
	ck_assert(body_says(b, "<dd class=\"lines\">one\ntwo</dd>"));
}
END_TEST

START_TEST(what_everybody_may_read_is_written_by_an_auditor_and_shown_again_when_it_is_refused)
{
	int id = raise_for("020"), revision = 3;
	ck_assert_int_eq(look(AUDITOR, id), 200);
	ck_assert(!body_says(b, "概要版に載せる文"));
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=confirm", 2), 303);
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(!body_says(b, "概要版に載せる文"));
	ck_assert_int_eq(look(AUDITOR, id), 200);
	ck_assert(body_says(b, "name=\"public_title\""));
	/* 水道料金システム */
	ck_assert_int_eq(act(AUDITOR, id, "public",
				 "public_title=%E6%B0%B4%E9%81%93%E6%96%99%E9%87%91%E3%82%B7%E3%82%B9%E3%83%86%E3%83%A0"
				 "&public_measure=done",
				 revision),
		422);
	ck_assert(body_says(b, "水道料金システム is a name that is not published"));
	ck_assert(body_says(b, "value=\"水道料金システム\""));
	ck_assert_int_eq(act(AUDITOR, id, "public", "public_title=keys&public_measure=one%0Atwo", revision), 303);
	ck_assert_int_eq(look(MANAGEMENT, id), 200);
	ck_assert(body_says(b, "<dt>件名</dt><dd>keys</dd>"));
	ck_assert(body_says(b, "<dd class=\"lines\">one\ntwo</dd>"));
}
END_TEST

START_TEST(the_head_of_every_page_names_the_department_of_whoever_reads)
{
	char head[256];
	int id = raise_for("020");
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=check", 1), 303);
	for (int role = MANAGER; role <= AUDITOR; role++) {
		ck_assert_int_eq(body_as(b, role, "GET", "/account", NULL), 200);
		const char *from = strstr(b->answer.data, "<a href=\"/account\">");
		ck_assert_ptr_nonnull(from);
		snprintf(head, sizeof head, "%.*s", (int)(strstr(from, "</a>") - from), from);
		ck_assert_int_eq(look(role, id), 200);
		ck_assert_msg(body_says(b, head), "%s", head);
		ck_assert(body_says(b, "<dt>部署</dt><dd>業務課</dd>"));
	}
}
END_TEST

Suite *finding_page_suite(void);
Suite *
finding_page_suite(void)
{
	Suite *s = suite_create("finding_page");
	TCase *t = tcase_create("finding_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_finding_is_raised_and_its_department_learns_of_it_when_it_is_checked);
	tcase_add_test(t, who_objects_is_shown_what_becomes_of_it);
	tcase_add_test(t, another_department_learns_nothing);
	tcase_add_test(t, who_manages_by_a_further_post_sees_and_answers);
	tcase_add_test(t, a_department_does_not_learn_whom_else_its_finding_was_passed_on_to);
	tcase_add_test(t, plan_and_report_go_their_way);
	tcase_add_test(t, what_was_typed_is_shown_again_when_it_is_refused);
	tcase_add_test(t, a_form_made_from_an_older_state_changes_nothing);
	tcase_add_test(t, it_is_passed_on_and_the_list_counts);
	tcase_add_test(t, a_question_leads_to_a_finding_about_it);
	tcase_add_test(t, what_waits_for_someone_stands_on_their_first_page);
	tcase_add_test(t, a_risk_whose_acceptance_has_run_out_waits_for_lead_and_management);
	tcase_add_test(t, nothing_waits_for_an_auditor_in_what_the_same_person_manages);
	tcase_add_test(t, only_confirmed_findings_of_earlier_years_are_offered_as_repeated);
	tcase_add_test(t, the_head_of_every_page_names_the_department_of_whoever_reads);
	tcase_add_test(
		t, what_everybody_may_read_is_written_by_an_auditor_and_shown_again_when_it_is_refused);
	tcase_add_test(t, what_was_written_in_several_lines_is_read_in_several_lines);
	suite_add_tcase(s, t);
	return s;
}
