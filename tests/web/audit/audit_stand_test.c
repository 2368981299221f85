/* Audits through the browser's door as people of the audited department have them, who are not its manager: nothing
 * before it is announced, and afterwards what the department knows. */
#include "store/audit/engagements.h"
#include "web/demo.h"

/* "鍵の監査", ordered; dates far ahead, so that nobody's posts matter. */
#define WORDS                                                                                                \
	"kind=%s&ordered_by=chief&order_reason=told+in+secret&title=%%E9%%8D%%B5%%E3%%81%%AE%%E7%%9B%%A3"    \
	"%%E6%%9F%%BB&purpose=aim&theme=inner&system=&depth=all&covers_from=2026-04-01&covers_to="           \
	"2026-09-30&begins_day=2026-12-01&ends_day=2026-12-03&place=room&excluded=&department=%s"


static int id;
static const char *number;

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

static void
run(const char *script)
{
	body_write(b, script_work, (void *)script);
}

static void
order_for(const char *department, const char *kind)
{
	struct err e = {0};
	struct engagement g;
	ck_assert_int_eq(
		body_as(b, LEAD, "POST", "/audits", arena_printf(arena, WORDS, kind, department)), 303);
	id = atoi(strstr(b->answer.data, "Location: /audits/") + strlen("Location: /audits/"));
	ck_assert(engagement_find(store_reader(b->store, &e), arena, id, &g, &e));
	number = engagement_number(arena, &g);
}

static int
get(int role, const char *path)
{
	return body_as(b, role, "GET", path, NULL);
}

static void
announce(void)
{
	run(arena_printf(arena,
		"UPDATE engagement SET state = 'announced' WHERE id = %d;"
		"INSERT INTO engagement_move (engagement_id, at, account_id, who, name, from_state, to_state, edition,"
		" reason) VALUES (%d, 0, 1, '', 'announce', 'approved', 'announced', 1, '')",
		id, id));
}

static void
ck_hidden(int role)
{
	static const char *const papers[] = {"audit-plan", "audit-notice", "audit-checklist", "audit-report"};
	const char *const pages[] = {arena_printf(arena, "/audits/%d", id),
		arena_printf(arena, "/audits/%d/report", id), arena_printf(arena, "/audits/%d/checklist", id),
		arena_printf(arena, "/audits/%d/edit", id)};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		ck_assert_msg(get(role, pages[i]) >= 403 && !body_says(b, "鍵の監査"), "%s", pages[i]);
	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
		const char *path = arena_printf(arena, "/papers/%s/%s", papers[i], number);
		ck_assert_msg(get(role, path) == 404, "%s", path);
		ck_assert_msg(get(role, arena_printf(arena, "%s.pdf", path)) == 404, "%s.pdf", path);
	}
	static const char *const lists[] = {"/", "/audits", "/audit-years/2026"};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		ck_assert_int_eq(get(role, lists[i]), 200);
		ck_assert_msg(!body_says(b, "鍵の監査") && !body_says(b, number), "%s", lists[i]);
	}
}

START_TEST(an_ordered_audit_is_not_there_for_the_secretariat_of_the_department_before_it_is_announced)
{
	order_for("010", "ordered");
	ck_hidden(ADMIN);
	ck_assert_int_eq(get(ADMIN, "/admin/events"), 200);
	ck_assert(!body_says(b, number));
	ck_assert_int_eq(get(MANAGEMENT, arena_printf(arena, "/audits/%d", id)), 200);
	ck_assert_int_eq(get(LEAD, arena_printf(arena, "/audits/%d", id)), 200);
	announce();
	ck_assert_int_eq(get(ADMIN, arena_printf(arena, "/audits/%d", id)), 200);
	ck_assert(body_says(b, "鍵の監査"));
	ck_assert(!body_says(b, "told in secret"));
	ck_assert(!body_says(b, "inner"));
	ck_assert_int_eq(get(ADMIN, arena_printf(arena, "/papers/audit-plan/%s", number)), 404);
}
END_TEST

START_TEST(a_planned_audit_is_not_there_for_an_auditor_of_the_department_who_is_not_named)
{
	order_for("070", "planned"); /* where the auditor belongs */
	ck_hidden(AUDITOR);
	run(arena_printf(arena,
		"INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by, named_at)"
		" SELECT %d, id, 0, login, '', id, 0 FROM account WHERE login = 'auditor'",
		id));
	ck_assert_int_eq(get(AUDITOR, arena_printf(arena, "/audits/%d", id)), 200);
	ck_assert_int_eq(get(AUDITOR, arena_printf(arena, "/audits/%d/checklist", id)), 200);
}
END_TEST

/* Of what the department came out of, or what stands above it; and not of what came out of it. */
START_TEST(kin_of_the_department_is_the_department)
{
	order_for("020", "planned");
	ck_assert_int_eq(get(AUDITOR, arena_printf(arena, "/audits/%d", id)), 200);
	run("INSERT INTO lineage (predecessor_id, successor_id, day) SELECT a.id, s.id, 0"
	    " FROM department a, department s WHERE a.key = '070' AND s.key = '020'");
	ck_hidden(AUDITOR);
}
END_TEST

START_TEST(the_log_says_of_an_audit_only_what_its_reader_may_see)
{
	order_for("020", "planned");
	run(arena_printf(arena,
		"INSERT INTO event (at, account_id, what, subject, detail) VALUES"
		" (1, 1, 'urgent_filed', '%s', ''), (1, 1, 'line_written', '%s A601', ''),"
		" (1, 1, 'audit_requested', '%s-07', ''), (1, 1, 'document_issued', 'audit-notice audit%d/0', 'dd')",
		number, number, number, id));
	ck_assert_int_eq(get(ADMIN, "/admin/events"), 200);
	ck_assert(body_says(b, arena_printf(arena, "%s A601", number)));
	ck_assert(body_says(b, arena_printf(arena, "%s-07", number)));
	ck_assert(body_says(b, arena_printf(arena, "audit-notice audit%d/0", id)));
	ck_assert(!body_says(b, "緊急報告"));
	run(arena_printf(arena,
		"UPDATE engagement SET department_id = (SELECT id FROM department WHERE key = '010') WHERE id = %d", id));
	ck_assert_int_eq(get(ADMIN, "/admin/events"), 200);
	ck_assert(!body_says(b, number));
	ck_assert(!body_says(b, arena_printf(arena, "audit-notice audit%d/0", id)));
	run("UPDATE account SET roles = roles | 8 WHERE login = 'admin'"); /* management, too */
	ck_assert_int_eq(get(ADMIN, "/admin/events"), 200);
	ck_assert(body_says(b, "緊急報告"));
}
END_TEST

Suite *audit_stand_suite(void);
Suite *
audit_stand_suite(void)
{
	Suite *s = suite_create("audit_stand");
	TCase *t = tcase_create("audit_stand");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(
		t, an_ordered_audit_is_not_there_for_the_secretariat_of_the_department_before_it_is_announced);
	tcase_add_test(t, a_planned_audit_is_not_there_for_an_auditor_of_the_department_who_is_not_named);
	tcase_add_test(t, kin_of_the_department_is_the_department);
	tcase_add_test(t, the_log_says_of_an_audit_only_what_its_reader_may_see);
	suite_add_tcase(s, t);
	return s;
}
