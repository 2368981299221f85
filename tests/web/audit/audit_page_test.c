/* Audits through the browser's door: planned, staffed, moved on, and who sees what of them. */
#include "store/audit/engagements.h"
#include "web/demo.h"

/* "鍵の監査" of 業務課, which MANAGER manages; dates far ahead, so that nobody's posts matter. */
#define WORDS                                                                                                \
	"kind=planned&ordered_by=&order_reason=&title=%E9%8D%B5%E3%81%AE%E7%9B%A3%E6%9F%BB&purpose=aim&"     \
	"theme=inner&"                                                                                       \
	"system=&depth=all&covers_from=2026-04-01&covers_to=2026-09-30&begins_day=2026-12-01&"               \
	"ends_day=2026-12-03&place=room&excluded=outer"

static void
setup(void)
{
	demo_start();
}

static void
teardown(void)
{
	demo_stop();
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static int
plan_for(const char *department)
{
	char form[1024];
	snprintf(form, sizeof form, "%s&department=%s", WORDS, department);
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/audits", form), 303);
	return atoi(strstr(b->answer.data, "Location: /audits/") + strlen("Location: /audits/"));
}

static struct engagement
stored(int id)
{
	struct err e = {0};
	struct engagement g;
	ck_assert_msg(engagement_find(store_reader(b->store, &e), arena, id, &g, &e), "%s", e.text);
	return g;
}

static int
act(int role, int id, const char *what, const char *fields)
{
	char path[64], form[1024];
	snprintf(path, sizeof path, "/audits/%d/%s", id, what);
	snprintf(form, sizeof form, "revision=%d&%s", stored(id).revision, fields);
	return body_as(b, role, "POST", path, form);
}

static int
look(int role, int id)
{
	char path[64];
	snprintf(path, sizeof path, "/audits/%d", id);
	return body_as(b, role, "GET", path, NULL);
}

static int64_t
account_of(const char *login)
{
	struct err e = {0};
	struct account who;
	ck_assert_msg(account_by_login(store_reader(b->store, &e), arena, login, &who, &e), "%s", e.text);
	return who.id;
}

static int
name_as(int role, int id, const char *login, const char *as)
{
	char fields[64];
	snprintf(fields, sizeof fields, "auditor=%lld&as=%s&why=needed", (long long)account_of(login), as);
	return act(role, id, "members", fields);
}

static void
put(int id, const char *state)
{
	body_write(b, script_work,
		(void *)arena_printf(arena, "UPDATE engagement SET state = '%s' WHERE id = %d", state, id));
}

START_TEST(an_audit_is_planned_staffed_and_announced)
{
	int id = plan_for("020");
	ck_assert_int_eq(look(MANAGEMENT, id), 200);
	ck_assert(body_says(b, "鍵の監査"));
	ck_assert(body_says(b, "監査項目が選ばれていること"));
	ck_assert_int_eq(name_as(LEAD, id, "auditor", "auditor"), 303);
	ck_assert_int_eq(name_as(LEAD, id, "lead", "lead"), 303);
	ck_assert_int_eq(name_as(LEAD, id, "staff", "auditor"), 422); /* has not the role */
	ck_assert_int_eq(act(MANAGEMENT, id, "state", "do=approve&reason="), 409);
	ck_assert(body_says(b, "choose what is audited and the items to check"));
	ck_assert_int_eq(look(MANAGER, id), 404);
	put(id, "approved");
	ck_assert_int_eq(look(MANAGER, id), 404);
	ck_assert_int_eq(act(AUDITOR, id, "state", "do=announce&reason="), 403);
	ck_assert_int_eq(act(LEAD, id, "state", "do=announce&reason="), 303);
	ck_assert_int_eq(look(MANAGER, id), 200);
	/* who audits changes with a reason now, which stands in the history */
	const char *drop = arena_printf(arena, "members/%lld", (long long)account_of("auditor"));
	ck_assert_int_eq(act(LEAD, id, drop, "why="), 422);
	ck_assert(body_says(b, "say why who audits changes"));
	ck_assert_int_eq(act(LEAD, id, drop, "why=moved+away"), 303);
	ck_assert_int_eq(act(LEAD, id, arena_printf(arena, "members/%lld", (long long)account_of("lead")), "why=x"), 409);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "指名の取消し"));
	ck_assert(body_says(b, "moved away"));
}
END_TEST

START_TEST(a_department_sees_only_what_concerns_it)
{
	int id = plan_for("020");
	put(id, "approved");
	ck_assert_int_eq(name_as(LEAD, id, "auditor", "auditor"), 303);
	ck_assert_int_eq(name_as(LEAD, id, "lead", "lead"), 303);
	ck_assert_int_eq(act(LEAD, id, "state", "do=announce&reason="), 303);
	ck_assert_int_eq(look(MANAGER, id), 200);
	ck_assert(body_says(b, "鍵の監査"));
	ck_assert(body_says(b, "room"));
	ck_assert(!body_says(b, "inner")); /* the theme */
	ck_assert(!body_says(b, "outer")); /* what is left out */
	ck_assert(!body_says(b, "これまでの経過"));
	ck_assert(!body_says(b, "<button name=\"do\""));
	ck_assert_int_eq(act(MANAGER, id, "state", "do=request&reason="), 403);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "監査を受ける予定"));
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/audits", NULL), 200);
	ck_assert(body_says(b, "鍵の監査"));
	id = plan_for("010");
	put(id, "announced");
	ck_assert_int_eq(look(MANAGER, id), 404);
	ck_assert_int_eq(look(STAFF, id), 403);
}
END_TEST

/* As each role, by what the page offers and what it is told. */
START_TEST(every_role_is_offered_what_is_theirs)
{
	static const struct {
		const char *state;
		int role;
		const char *offered, *other;
	} rows[] = {{"drafted", MANAGEMENT, "approve", "announce"}, {"drafted", LEAD, "cancel", "approve"},
		{"approved", LEAD, "announce", "approve"}, {"announced", AUDITOR, "begin", "cancel"}, {"fieldwork", LEAD, "cancel", "announce"},
		{"fieldwork", AUDITOR, "", "announce"}, {"judging", AUDITOR, "back", "exchange"},
		{"exchanging", LEAD, "back", "announce"}, {"fixed", LEAD, "reopen", "approve"},
		{"fixed", AUDITOR, "", "reopen"}, {"following", MANAGEMENT, "", "complete"},
		{"completed", LEAD, "", "reopen"}};
	int id = plan_for("020");
	ck_assert_int_eq(name_as(LEAD, id, "auditor", "auditor"), 303);
	ck_assert_int_eq(name_as(LEAD, id, "lead", "lead"), 303);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *card = arena_printf(arena, "id=\"do-%s\"", rows[i].offered);
		const char *no = arena_printf(arena, "id=\"do-%s\"", rows[i].other);
		put(id, rows[i].state);
		ck_assert_int_eq(look(rows[i].role, id), 200);
		ck_assert_msg(*rows[i].offered == '\0' || body_says(b, card), "%s", rows[i].state);
		ck_assert_msg(!body_says(b, no), "%s", rows[i].state);
		ck_assert_int_eq(act(STAFF, id, "state", "do=cancel&reason=x"), 403);
		ck_assert_int_eq(act(ADMIN, id, "state", "do=cancel&reason=x"), 403);
	}
}
END_TEST

/* Everybody inside reads what comes next and whose it is, not only whose it is. */
START_TEST(the_next_step_and_whose_it_is_stands_there_for_everybody_inside)
{
	static const int inside[] = {AUDITOR, LEAD, MANAGEMENT, ADMIN};
	int id = plan_for("020");
	for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
		put(id, "drafted");
		ck_assert_int_eq(look(inside[i], id), 200);
		ck_assert(body_says(b, "次にすること：実施計画を承認する"));
		ck_assert(body_says(b, "（管理者層が行います）"));
		ck_assert(body_says(b, "監査項目が選ばれていること"));
		put(id, "announced");
		ck_assert_int_eq(look(inside[i], id), 200);
		ck_assert(body_says(b, "次にすること：本調査を始める"));
		ck_assert(body_says(b, "（監査責任者又は監査人が行います）"));
		put(id, "following");
		ck_assert_int_eq(look(inside[i], id), 200);
		ck_assert(body_says(b, "次にすること：監査を完了する"));
		ck_assert(body_says(b, "（監査責任者が行います）"));
	}
}
END_TEST

/* R08-A01 of the demonstration was announced; of its 18 items six are judged, of which the auditor has made some. */
START_TEST(what_waits_in_the_papers_and_letters_to_be_issued_is_named)
{
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "担当する監査"));
	ck_assert(body_says(b, "href=\"/audits/1/checklist\""));
	ck_assert(body_says(b, "判定待ち12項目"));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "担当する監査"));
	ck_assert_int_eq(look(LEAD, 1), 200);
	ck_assert(body_says(b, "発行待ち"));
	ck_assert(body_says(b, "/papers/audit-notice/R08-A01\""));
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/papers/audit-notice/R08-A01.pdf", NULL), 200);
	ck_assert_int_eq(look(LEAD, 1), 200);
	ck_assert(!body_says(b, "発行待ち"));
}
END_TEST

START_TEST(an_ordered_audit_says_by_whom_and_why)
{
	ck_assert_int_eq(
		body_as(b, MANAGEMENT, "POST", "/audits",
			"kind=ordered&ordered_by=&order_reason=&title=t&purpose=p&theme=&system=&depth=key&"
			"covers_from=2026-04-01&covers_to=2026-09-30&begins_day=2026-12-01&ends_day=2026-"
			"12-03&place=&excluded=&department=020"),
		422);
	ck_assert(body_says(b, "まだ保存していません"));
	ck_assert(body_says(b, "value=\"t\"")); /* what was typed is there */
	ck_assert_int_eq(
		body_as(b, MANAGEMENT, "POST", "/audits",
			"kind=ordered&ordered_by=chief&order_reason=leak&title=t&purpose=p&theme=&system=&"
			"depth=key&covers_from=2026-04-01&covers_to=2026-09-30&begins_day=2026-12-01&ends_"
			"day=2026-12-03&place=&excluded=&department=020"),
		303);
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/audits", NULL), 200);
	ck_assert(body_says(b, "特命監査"));
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", "/audits", WORDS "&department=020"), 403);
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/audits", WORDS "&department=999"), 422);
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/audits", WORDS "&department=020&x=1"), 422);
}
END_TEST

START_TEST(a_form_made_from_an_older_state_changes_nothing)
{
	char path[64];
	int id = plan_for("020");
	snprintf(path, sizeof path, "/audits/%d/edit", id);
	ck_assert_int_eq(body_as(b, LEAD, "GET", path, NULL), 200);
	ck_assert(body_says(b, "value=\"鍵の監査\""));
	snprintf(path, sizeof path, "/audits/%d/state", id);
	ck_assert_int_eq(body_as(b, LEAD, "POST", path, "revision=9&do=cancel&reason=x"), 409);
	ck_assert(body_says(b, "someone else has changed this audit meanwhile"));
	ck_assert_int_eq(body_as(b, LEAD, "POST", path, "revision=1&do=cancel&reason="), 422);
}
END_TEST

START_TEST(who_names_auditors_at_the_same_time_is_told_and_keeps_the_choice)
{
	int id = plan_for("020"), as_shown = stored(id).revision;
	const char *path = arena_printf(arena, "/audits/%d/members", id);
	const char *first = arena_printf(
		arena, "revision=%d&auditor=%lld&as=auditor", as_shown, (long long)account_of("auditor"));
	const char *second = arena_printf(
		arena, "revision=%d&auditor=%lld&as=lead", as_shown, (long long)account_of("lead"));
	ck_assert_int_eq(body_as(b, LEAD, "POST", path, first), 303);
	ck_assert_int_eq(body_as(b, MANAGEMENT, "POST", path, second), 409);
	ck_assert(body_says(b, "someone else has changed this audit meanwhile"));
	ck_assert(body_says(b, arena_printf(arena, "<option value=\"%lld\" selected>",
				       (long long)account_of("lead"))));
	ck_assert(body_says(b, "value=\"lead\" selected"));
	struct err e = {0};
	struct engagement_member *list;
	size_t count;
	ck_assert(engagement_members(store_reader(b->store, &e), arena, id, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(body_as(b, LEAD, "POST",
				 arena_printf(arena, "%s/%lld", path, (long long)account_of("auditor")),
				 arena_printf(arena, "revision=%d", as_shown)),
		409);
	ck_assert_int_eq(name_as(MANAGEMENT, id, "lead", "lead"), 303);
}
END_TEST

START_TEST(viewpoint_13_an_auditor_of_the_department_is_refused_until_the_management_waives_it)
{
	int id = plan_for("070"); /* where the auditor belongs */
	char fields[64];
	ck_assert_int_eq(name_as(LEAD, id, "auditor", "auditor"), 403);
	ck_assert(body_says(b, "belongs to the department that is audited"));
	body_write(b, script_work,
		(void *)"UPDATE account SET roles = roles | 2 WHERE login = 'auditor'"); /* manages it, too */
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/audits", NULL), 200);
	ck_assert(!body_says(b, "鍵の監査"));
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "鍵の監査"));
	body_write(b, script_work, (void *)"UPDATE account SET roles = roles - 2 WHERE login = 'auditor'");
	snprintf(fields, sizeof fields, "auditor=%lld&waiver_reason=", (long long)account_of("auditor"));
	const char *path = arena_printf(arena, "/audits/%d/waivers", id);
	ck_assert_int_eq(body_as(b, LEAD, "POST", path, fields), 422);
	const char *reason = arena_printf(arena, "%snobody+else", fields);
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", path, reason), 403);
	ck_assert_int_eq(body_as(b, LEAD, "POST", path, reason), 303);
	ck_assert_int_eq(body_as(b, MANAGEMENT, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "独立性の特例の承認待ち"));
	const char *one = arena_printf(arena, "/audits/%d/waivers/1", id);
	ck_assert_int_eq(body_as(b, LEAD, "POST", one, "do=approve&waiver_reason="), 403);
	ck_assert_int_eq(body_as(b, MANAGEMENT, "POST", one, "do=approve&waiver_reason="), 303);
	ck_assert_int_eq(name_as(LEAD, id, "auditor", "auditor"), 303);
	ck_assert_int_eq(look(AUDITOR, id), 200);
	ck_assert(body_says(b, "nobody else"));
}
END_TEST

Suite *audit_page_suite(void);
Suite *
audit_page_suite(void)
{
	Suite *s = suite_create("audit_page");
	TCase *t = tcase_create("audit_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, an_audit_is_planned_staffed_and_announced);
	tcase_add_test(t, a_department_sees_only_what_concerns_it);
	tcase_add_test(t, every_role_is_offered_what_is_theirs);
	tcase_add_test(t, the_next_step_and_whose_it_is_stands_there_for_everybody_inside);
	tcase_add_test(t, what_waits_in_the_papers_and_letters_to_be_issued_is_named);
	tcase_add_test(t, an_ordered_audit_says_by_whom_and_why);
	tcase_add_test(t, a_form_made_from_an_older_state_changes_nothing);
	tcase_add_test(t, who_names_auditors_at_the_same_time_is_told_and_keeps_the_choice);
	tcase_add_test(
		t, viewpoint_13_an_auditor_of_the_department_is_refused_until_the_management_waives_it);
	suite_add_tcase(s, t);
	return s;
}
