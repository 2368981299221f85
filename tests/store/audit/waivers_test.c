/* Who may not audit, and what sets that aside. */
#include "store/audit/waivers.h"

#include "domain/organisation/role.h"
#include "store/audit/findings.h"
#include "store/small.h"

enum { LEAD = 40, CHIEF, OF_A, LEFT_A, OWNER, FREE, CHIEF_OF_A, AUDIT = 1, AUDIT_2 };

static struct small s;
static instant_t now;

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

#define AUDIT_OF_A(id)                                                                                        \
	"(" id ", 2026, " id ", 'planned', 'A', '確かめる', '', 1, 1, 'all', 20500, 20600, 20745, 20747," \
	" '', '', 'drafted', 40, 0)" /* from 2026-10-19 on */

/* Two audits of A's system, which somebody of B administers; LEFT_A went to C on 2026-07-02. */
static void
setup(void)
{
	small_setup(&s);
	now = instant_of_day(day_of(2026, 10, 5)) + NOON;
	change("INSERT INTO person (id, number, name) VALUES (42, '0042', '属する人'), (43, '0043', "
	       "'異動した人'), (44, '0044', '管理する人'),"
	       " (45, '0045', '関わりのない人'), (46, '0046', '属する長');"
	       "INSERT INTO post (person_id, department_id, valid_from, valid_to) VALUES (42, 1, 0, NULL),"
	       " (43, 1, 0, 20636), (43, 3, 20637, NULL), (44, 2, 0, NULL), (45, 3, 0, NULL), (46, 1, 0, "
	       "NULL);"
	       "INSERT INTO entry (id, kind, key, name, department_id, owner_id, valid_from, fields)"
	       " VALUES (1, 'system', 'S-1', 'A のシステム', 1, 44, 0, '{}');"
	       "INSERT INTO account (id, login, person_id, roles, created_at) VALUES (40, 'lead', NULL, 32, "
	       "0),"
	       " (41, 'chief', NULL, 8, 0), (42, 'of-a', 42, 5, 0), (43, 'left-a', 43, 5, 0),"
	       " (44, 'owner', 44, 4, 0), (45, 'free', 45, 5, 0), (46, 'chief-of-a', 46, 12, 0);"
	       "INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, department_id, "
	       "entry_id,"
	       " depth, covers_from, covers_to, begins_day, ends_day, place, excluded, state, created_by,"
	       " created_at) VALUES " AUDIT_OF_A("1") ", " AUDIT_OF_A("2"));
}

static void
teardown(void)
{
	small_teardown(&s);
}

struct work {
	struct engagement_act act;
	int64_t account_id, id;
	const char *text;
	bool approved;
};

static struct work
work_of(int64_t by, int64_t audit)
{
	return (struct work){
		.act = {.arena = s.body.arena, .account_id = by, .now = now, .engagement_id = audit}};
}

static bool
name_work(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	struct engagement g;
	if (!engagement_find(db, s.body.arena, w->act.engagement_id, &g, e))
		return false;
	w->act.revision = g.revision;
	return engagement_name(db, &w->act, w->account_id, false, "", e);
}

static struct err
name(int64_t audit, int64_t account)
{
	struct err e = {0};
	struct work w = work_of(LEAD, audit);
	w.account_id = account;
	writer_run(store_writer(s.store), name_work, &w, &e);
	return e;
}

static bool
ask_work(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return waiver_ask(db, &w->act, w->account_id, w->text, e);
}

static enum err_kind
ask(int64_t by, int64_t account, const char *reason)
{
	struct err e = {0};
	struct work w = work_of(by, AUDIT);
	w.account_id = account;
	w.text = reason;
	writer_run(store_writer(s.store), ask_work, &w, &e);
	return e.kind;
}

static bool
decide_work(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return waiver_decide(db, &w->act, w->id, w->approved, w->text, e);
}

static enum err_kind
decide(int64_t by, int64_t id, bool approved, const char *note)
{
	struct err e = {0};
	struct work w = work_of(by, AUDIT);
	w.id = id;
	w.approved = approved;
	w.text = note;
	writer_run(store_writer(s.store), decide_work, &w, &e);
	return e.kind;
}

START_TEST(viewpoint_13_who_is_too_close_is_not_named_and_is_told_why)
{
	static const struct {
		int64_t account;
		const char *why;
	} rows[] = {{OF_A, "belongs to the department"}, {LEFT_A, "left the department"},
		{OWNER, "administers the system"}};
	for (size_t i = 0; i < 3; i++) {
		struct err e = name(AUDIT, rows[i].account);
		ck_assert_int_eq(e.kind, ERR_DENIED);
		ck_assert_msg(strstr(e.text, rows[i].why) != NULL, "%s", e.text);
	}
	ck_assert_int_eq(name(AUDIT, FREE).kind, ERR_NONE);
	change(""
	       "INSERT INTO setting (key, value) VALUES ('independence_months', '3')");
	ck_assert_int_eq(name(AUDIT, LEFT_A).kind, ERR_NONE); /* three months after 2026-07-02 */
}
END_TEST

START_TEST(viewpoint_13_a_waiver_needs_a_reason_and_the_management)
{
	ck_assert_int_eq(ask(LEAD, OF_A, " "), ERR_INPUT);
	ck_assert_int_eq(ask(FREE, OF_A, "ほかにいない"), ERR_DENIED);
	ck_assert_int_eq(ask(LEAD, FREE, "ほかにいない"), ERR_CONFLICT); /* nothing stands against it */
	ck_assert_int_eq(ask(LEAD, OF_A, "ほかにいない"), ERR_NONE);
	ck_assert_int_eq(ask(LEAD, OF_A, "ほかにいない"), ERR_CONFLICT); /* it waits already */
	ck_assert_int_eq(name(AUDIT, OF_A).kind, ERR_DENIED);
	ck_assert_int_eq(decide(LEAD, 1, true, ""), ERR_DENIED);
	ck_assert_int_eq(decide(CHIEF, 9, true, ""), ERR_ABSENT);
	ck_assert_int_eq(decide(CHIEF, 1, true, "二人で行うこと"), ERR_NONE);
	ck_assert_int_eq(decide(CHIEF, 1, true, ""), ERR_CONFLICT);
	ck_assert_int_eq(name(AUDIT, OF_A).kind, ERR_NONE);
	ck_assert_int_eq(name(AUDIT_2, OF_A).kind, ERR_DENIED); /* of that audit only */
}
END_TEST

START_TEST(viewpoint_13_nobody_waives_for_themselves)
{
	ck_assert_int_eq(ask(LEAD, CHIEF_OF_A, "ほかにいない"), ERR_NONE);
	ck_assert_int_eq(decide(CHIEF_OF_A, 1, true, ""), ERR_DENIED);
	ck_assert_int_eq(decide(CHIEF, 1, true, ""), ERR_NONE);
	ck_assert_int_eq(name(AUDIT, CHIEF_OF_A).kind, ERR_NONE);
}
END_TEST

START_TEST(what_was_declined_stands_against_it)
{
	ck_assert_int_eq(ask(LEAD, OWNER, "ほかにいない"), ERR_NONE);
	ck_assert_int_eq(decide(CHIEF, 1, false, ""), ERR_INPUT); /* say why */
	ck_assert_int_eq(decide(CHIEF, 1, false, "外部に頼む"), ERR_NONE);
	ck_assert_int_eq(name(AUDIT, OWNER).kind, ERR_DENIED);
	ck_assert_int_eq(ask(LEAD, OWNER, "外部が断った"), ERR_NONE); /* once more */
}
END_TEST

START_TEST(it_is_kept_with_both_to_be_printed)
{
	struct err e = {0};
	struct waiver *list;
	size_t count;
	ck_assert_int_eq(ask(LEAD, LEFT_A, "ほかにいない"), ERR_NONE);
	ck_assert_int_eq(decide(CHIEF, 1, true, "二人で行うこと"), ERR_NONE);
	ck_assert(waivers_list(s.db, s.body.arena, AUDIT, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(list[0].who, "異動した人");
	ck_assert_int_eq(list[0].kind, CONFLICT_LEFT);
	ck_assert_str_eq(list[0].department_name, "総務課");
	ck_assert_str_eq(list[0].reason, "ほかにいない");
	ck_assert_str_eq(list[0].asked_who, "lead");
	ck_assert_str_eq(list[0].decided_who, "chief");
	ck_assert_str_eq(list[0].note, "二人で行うこと");
	ck_assert_int_eq(list[0].decided_at, now);
}
END_TEST

/* Whoever is transferred into the department afterwards stops the approval. */
START_TEST(a_transfer_after_the_naming_is_noticed)
{
	struct err e = {0};
	struct engagement g;
	unsigned unmet;
	ck_assert_int_eq(name(AUDIT, FREE).kind, ERR_NONE);
	change("INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by,"
	       " named_at) VALUES (1, 40, 1, 'lead', '', 40, 0)");
	ck_assert(engagement_find(s.db, s.body.arena, AUDIT, &g, &e));
	ck_assert(engagement_unmet(s.db, s.body.arena, &g, now, &unmet, &e));
	ck_assert_uint_eq(unmet & ENGAGEMENT_NEEDS_LEAD, 0);
	change("UPDATE post SET valid_to = 20730 WHERE person_id = 45;"
	       "INSERT INTO post (person_id, department_id, valid_from) VALUES (45, 1, 20731)");
	ck_assert(engagement_unmet(s.db, s.body.arena, &g, now, &unmet, &e));
	ck_assert_uint_ne(unmet & ENGAGEMENT_NEEDS_LEAD, 0);
}
END_TEST

/* Nobody leads it yet; whoever has the role and is of the department does not do so for it. */
START_TEST(the_role_alone_leads_no_audit_of_the_own_department)
{
	change("UPDATE account SET roles = 36 WHERE id IN (42, 45)");
	ck_assert_int_eq(ask(OF_A, OWNER, "ほかにいない"), ERR_DENIED);
	ck_assert_int_eq(ask(FREE, OWNER, "ほかにいない"), ERR_NONE);
	change("UPDATE engagement SET state = 'fixed'");
	ck_assert_int_eq(decide(CHIEF, 1, true, ""), ERR_CONFLICT); /* too late */
}
END_TEST

struct raising {
	struct finding_act act;
	struct finding finding;
};

static bool
raise_work(struct db *db, struct piece *p, struct err *e)
{
	struct raising *r = p->with;
	return finding_raise(db, &r->act, &r->finding, e);
}

static enum err_kind
raise(int64_t account, int64_t audit)
{
	struct err e = {0};
	struct raising r = {{.arena = s.body.arena,
				    .policy = store_bank(s.store)->policy,
				    .account_id = account,
				    .now = now,
				    .engagement_id = audit},
		{.department_id = DEPARTMENT_A,
			.title = "記載漏れ",
			.severity = SEVERITY_MINOR,
			.clause = "6(4)",
			.threat = "",
			.item = "",
			.facts = "なかった",
			.criterion = "記録する",
			.cause = "",
			.effect = "",
			.proposal = ""}};
	writer_run(store_writer(s.store), raise_work, &r, &e);
	return e.kind;
}

START_TEST(a_waiver_holds_for_the_findings_of_its_audit)
{
	ck_assert_int_eq(raise(OWNER, 0), ERR_NONE); /* of the department, not of the system */
	ck_assert_int_eq(raise(OWNER, AUDIT), ERR_DENIED);
	ck_assert_int_eq(ask(LEAD, OF_A, "ほかにいない"), ERR_NONE);
	ck_assert_int_eq(raise(OF_A, AUDIT), ERR_DENIED);
	ck_assert_int_eq(decide(CHIEF, 1, true, ""), ERR_NONE);
	ck_assert_int_eq(raise(OF_A, AUDIT), ERR_NONE);
	ck_assert_int_eq(raise(OF_A, AUDIT_2), ERR_DENIED);
	ck_assert_int_eq(raise(OF_A, 0), ERR_DENIED);
}
END_TEST

Suite *waivers_suite(void);
Suite *
waivers_suite(void)
{
	Suite *suite = suite_create("waivers");
	TCase *t = tcase_create("waivers");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, viewpoint_13_who_is_too_close_is_not_named_and_is_told_why);
	tcase_add_test(t, viewpoint_13_a_waiver_needs_a_reason_and_the_management);
	tcase_add_test(t, viewpoint_13_nobody_waives_for_themselves);
	tcase_add_test(t, what_was_declined_stands_against_it);
	tcase_add_test(t, it_is_kept_with_both_to_be_printed);
	tcase_add_test(t, a_transfer_after_the_naming_is_noticed);
	tcase_add_test(t, the_role_alone_leads_no_audit_of_the_own_department);
	tcase_add_test(t, a_waiver_holds_for_the_findings_of_its_audit);
	suite_add_tcase(suite, t);
	return suite;
}
