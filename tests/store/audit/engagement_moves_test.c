/* Every account tries every move in every state of an audit that is stored, and what a move needs is
 * worked out from what is stored. */
#include "store/audit/engagements.h"

#include "domain/organisation/role.h"
#include "store/small.h"

enum { LEAD = 40, AUDITOR, CHIEF, OTHER, MANAGER_A = 2 };

static struct small s;
static instant_t now;
static int64_t audit;

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

/* An audit of A in which everything holds that a move may need. */
static void
setup(void)
{
	small_setup(&s);
	now = instant_of_day(day_of(2026, 8, 3)) + NOON;
	audit = 1;
	change("INSERT INTO account (id, login, roles, created_at) VALUES (40, 'lead', 32, 0),"
	       " (41, 'auditor', 4, 0), (42, 'chief', 8, 0), (43, 'other', 36, 0);"
	       "INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, department_id, depth,"
	       " covers_from, covers_to, begins_day, ends_day, place, excluded, state, created_by, "
	       "created_at)"
	       " VALUES (1, 2026, 1, 'planned', 'A 課', '確かめる', '', 1, 'all', 20500, 20600, 20745, 20747,"
	       " '', '', 'drafted', 40, 0);"
	       "INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by,"
	       " named_at) VALUES (1, 40, 1, '長', '', 40, 0), (1, 41, 0, '監査人', '', 40, 0);"
	       "INSERT INTO engagement_line (engagement_id, item, ord, set_key, clause, text, help, methods,"
	       " threats, weight, priority, judgement, reviewed_at) VALUES"
	       " (1, 'A611', 1, 'audit', '6(1)', '文', '', '', '', 1, 0, 'conform', 1),"
	       " (1, 'A612', 2, 'audit', '6(1)', '文', '', '', '', 1, 0, 'open', 1);"
	       "INSERT INTO finding (id, year, serial, department_id, title, severity, clause, threat, item, "
	       "facts,"
	       " criterion, cause, effect, proposal, state, raised_by, raised_at) VALUES (1, 2026, 1, 1, "
	       "'件', 'minor',"
	       " '6(1)', '', '', '', '', '', '', '', 'closed', 41, 0);"
	       "INSERT INTO finding_line (finding_id, engagement_id, item) VALUES (1, 1, 'A611')");
}

static void
teardown(void)
{
	small_teardown(&s);
}

static struct engagement
look(void)
{
	struct err e = {0};
	struct engagement g;
	ck_assert_msg(engagement_find(s.db, s.body.arena, audit, &g, &e), "%s", e.text);
	return g;
}

struct work {
	struct engagement_act act;
	const char *name, *reason;
};

static bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return engagement_act_move(db, &w->act, w->name, w->reason, e);
}

static enum err_kind
move_with(int64_t account, const char *name, const char *reason)
{
	struct err e = {0};
	struct work w = {{.arena = s.body.arena,
				 .account_id = account,
				 .now = now,
				 .engagement_id = audit,
				 .revision = look().revision},
		name, reason};
	writer_run(store_writer(s.store), move_work, &w, &e);
	return e.kind;
}

/* As if it had come there. */
static void
put(enum engagement_state state)
{
	change(arena_printf(s.body.arena,
		"UPDATE engagement SET state = '%s', edition = 1, revision = revision + 1",
		engagement_state_key(state)));
}

static const char *const names[] = {"approve", "withdraw", "announce", "request", "begin", "judge", "back",
	"exchange", "draft", "fix", "notify", "present", "follow", "complete", "reopen", "cancel", "dance"};
enum { NAMES = sizeof names / sizeof *names };

/* Whoever is not listed may nothing; CHIEF is the management, OTHER an auditor and lead of other audits,
 * MANAGER_A answers for the department. */
static const struct {
	enum engagement_state state;
	const char *of_auditor, *of_lead, *of_chief;
} may[] = {
	{ENGAGEMENT_DRAFTED, "", "cancel", "approve cancel"},
	{ENGAGEMENT_APPROVED, "", "withdraw announce cancel", "withdraw cancel"},
	{ENGAGEMENT_ANNOUNCED, "request begin", "request begin cancel", "cancel"},
	{ENGAGEMENT_REQUESTING, "begin", "begin cancel", "cancel"},
	{ENGAGEMENT_FIELDWORK, "judge", "judge cancel", "cancel"},
	{ENGAGEMENT_JUDGING, "back", "back exchange cancel", "cancel"},
	{ENGAGEMENT_EXCHANGING, "", "back draft cancel", "cancel"},
	{ENGAGEMENT_REPORTING, "", "back fix cancel", "cancel"},
	{ENGAGEMENT_FIXED, "", "notify reopen", ""},
	{ENGAGEMENT_NOTIFIED, "", "present reopen", ""},
	{ENGAGEMENT_PRESENTED, "", "follow reopen", ""},
	{ENGAGEMENT_FOLLOWING, "", "complete", ""},
	{ENGAGEMENT_COMPLETED, "", "", ""},
	{ENGAGEMENT_CANCELLED, "", "", ""},
};

static bool
listed(const char *list, const char *name)
{
	char padded[128], word[32];
	snprintf(padded, sizeof padded, " %s ", list);
	snprintf(word, sizeof word, " %s ", name);
	return strstr(padded, word) != NULL;
}

START_TEST(every_account_tries_every_move_in_every_state)
{
	static const int64_t accounts[] = {AUDITOR, LEAD, CHIEF, OTHER, MANAGER_A};
	ck_assert_uint_eq(sizeof may / sizeof *may, ENGAGEMENT_STATES);
	for (size_t i = 0; i < ENGAGEMENT_STATES; i++) {
		const char *const lists[] = {may[i].of_auditor, may[i].of_lead, may[i].of_chief, "", ""};
		for (size_t n = 0; n < NAMES; n++)
			for (size_t a = 0; a < sizeof accounts / sizeof *accounts; a++) {
				bool anybody = listed(lists[0], names[n]) || listed(lists[1], names[n]) ||
					       listed(lists[2], names[n]);
				put(may[i].state);
				ck_assert_msg(move_with(accounts[a], names[n], "訳がある") ==
						      (listed(lists[a], names[n]) ? ERR_NONE
							      : anybody           ? ERR_DENIED
										  : ERR_CONFLICT),
					"%s %s as %d", engagement_state_key(may[i].state), names[n],
					(int)accounts[a]);
			}
	}
}
END_TEST

/* With one need unmet, just the moves that have it stay where they are. */
static void
unmet_stops(const char *unmet, const char *met, const char *stopped)
{
	static const struct {
		enum engagement_state from;
		const char *name;
		int64_t account;
	} forward[] = {{ENGAGEMENT_DRAFTED, "approve", CHIEF}, {ENGAGEMENT_APPROVED, "announce", LEAD},
		{ENGAGEMENT_ANNOUNCED, "begin", LEAD}, {ENGAGEMENT_FIELDWORK, "judge", LEAD},
		{ENGAGEMENT_JUDGING, "exchange", LEAD}, {ENGAGEMENT_EXCHANGING, "draft", LEAD},
		{ENGAGEMENT_REPORTING, "fix", LEAD}, {ENGAGEMENT_FIXED, "notify", LEAD},
		{ENGAGEMENT_FOLLOWING, "complete", LEAD}};
	change(unmet);
	for (size_t i = 0; i < sizeof forward / sizeof *forward; i++) {
		put(forward[i].from);
		ck_assert_msg(move_with(forward[i].account, forward[i].name, "") ==
				      (listed(stopped, forward[i].name) ? ERR_CONFLICT : ERR_NONE),
			"%s: %s", unmet, forward[i].name);
	}
	change(met);
}

START_TEST(what_a_move_needs_is_worked_out_from_what_is_stored)
{
	unmet_stops("UPDATE engagement_member SET lead = 1 WHERE account_id = 41",
		"UPDATE engagement_member SET lead = 0 WHERE account_id = 41",
		"approve announce judge exchange draft fix");
	unmet_stops("UPDATE engagement_line SET judgement = '' WHERE item = 'A612'",
		"UPDATE engagement_line SET judgement = 'open' WHERE item = 'A612'",
		"judge exchange draft fix");
	unmet_stops("UPDATE engagement_line SET reviewed_at = NULL WHERE item = 'A611'",
		"UPDATE engagement_line SET reviewed_at = 1 WHERE item = 'A611'", "exchange draft fix");
	unmet_stops("UPDATE finding SET state = 'checking'", "UPDATE finding SET state = 'closed'",
		"fix complete");
	unmet_stops("UPDATE finding SET state = 'doing'", "UPDATE finding SET state = 'closed'", "complete");
	unmet_stops("UPDATE finding SET state = 'accepted', due_day = 20000",
		"UPDATE finding SET state = 'accepted', due_day = 30000", "complete");
	unmet_stops("DELETE FROM finding_line; DELETE FROM engagement_line", "SELECT 1",
		"approve judge exchange draft fix");
}
END_TEST

START_TEST(going_back_and_giving_up_need_a_reason)
{
	put(ENGAGEMENT_JUDGING);
	ck_assert_int_eq(move_with(LEAD, "back", " "), ERR_INPUT);
	ck_assert_int_eq(move_with(LEAD, "back", "聞き漏らした"), ERR_NONE);
	put(ENGAGEMENT_DRAFTED);
	ck_assert_int_eq(move_with(CHIEF, "cancel", ""), ERR_INPUT);
}
END_TEST

START_TEST(a_cancelled_audit_withdraws_what_it_asked_for_and_none_is_cancelled_whose_report_was_fixed)
{
	change("INSERT INTO audit_request (id, engagement_id, serial, text, item, due_day, state, asked_by, who, asked_at)"
	       " VALUES (1, 1, 1, '文書', '', 20700, 'asked', 40, '', 0), (2, 1, 2, '文書', '', 20700, 'handed', 40,"
	       " '', 0), (3, 1, 3, '文書', '', 20700, 'accepted', 40, '', 0)");
	put(ENGAGEMENT_REPORTING);
	ck_assert_int_eq(move_with(LEAD, "fix", ""), ERR_NONE);
	ck_assert_int_eq(move_with(LEAD, "reopen", "数が違う"), ERR_NONE);
	ck_assert_int_eq(move_with(LEAD, "cancel", "訳がある"), ERR_CONFLICT);
	put(ENGAGEMENT_FIELDWORK);
	ck_assert_int_eq(move_with(LEAD, "cancel", ""), ERR_INPUT);
	ck_assert_int_eq(move_with(LEAD, "cancel", "訳がある"), ERR_NONE);
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM audit_request WHERE state = 'withdrawn'"), 2);
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM audit_request WHERE state = 'accepted'"), 1);
	/* why an audit is cancelled is not for the department */
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM audit_request_move WHERE words LIKE '%訳%'"), 0);
}
END_TEST

START_TEST(reopening_raises_the_edition_and_everything_is_on_record)
{
	struct engagement_moved *list;
	size_t count;
	put(ENGAGEMENT_REPORTING);
	ck_assert_int_eq(move_with(LEAD, "fix", ""), ERR_NONE);
	ck_assert_int_eq(look().fixed_at, now);
	ck_assert_int_eq(move_with(LEAD, "reopen", "数が違う"), ERR_NONE);
	ck_assert_int_eq(look().edition, 2);
	ck_assert_int_eq(look().fixed_at, 0);
	ck_assert_int_eq(move_with(LEAD, "fix", ""), ERR_NONE);
	ck_assert_int_eq(look().edition, 2);
	ck_assert(engagement_moves_of(s.db, s.body.arena, audit, &list, &count, NULL));
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(list[1].reason, "数が違う");
	ck_assert_int_eq(list[1].edition, 2);
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM event WHERE what = 'audit_moved'"), 3);
}
END_TEST

START_TEST(a_department_knows_of_it_from_the_announcement_on)
{
	struct err e = {0};
	struct engagement *list;
	size_t count;
	struct engagement_filter own = {.manager_id = MANAGER_A, .told = true};
	put(ENGAGEMENT_APPROVED);
	ck_assert(engagements_list(s.db, s.body.arena, &own, &list, &count, &e));
	ck_assert_uint_eq(count, 0);
	ck_assert_int_eq(move_with(LEAD, "announce", ""), ERR_NONE);
	ck_assert(engagements_list(s.db, s.body.arena, &own, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(move_with(CHIEF, "cancel", "災害"), ERR_NONE);
	ck_assert(engagements_list(s.db, s.body.arena, &own, &list, &count, &e));
	ck_assert_uint_eq(count, 1); /* what was announced is called off openly */
	own.manager_id = 5;
	ck_assert(engagements_list(s.db, s.body.arena, &own, &list, &count, &e));
	ck_assert_uint_eq(count, 0);
}
END_TEST

Suite *engagement_moves_suite(void);
Suite *
engagement_moves_suite(void)
{
	Suite *suite = suite_create("engagement_moves");
	TCase *t = tcase_create("engagement_moves");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, every_account_tries_every_move_in_every_state);
	tcase_add_test(t, what_a_move_needs_is_worked_out_from_what_is_stored);
	tcase_add_test(t, going_back_and_giving_up_need_a_reason);
	tcase_add_test(
		t, a_cancelled_audit_withdraws_what_it_asked_for_and_none_is_cancelled_whose_report_was_fixed);
	tcase_add_test(t, reopening_raises_the_edition_and_everything_is_on_record);
	tcase_add_test(t, a_department_knows_of_it_from_the_announcement_on);
	suite_add_tcase(suite, t);
	return suite;
}
