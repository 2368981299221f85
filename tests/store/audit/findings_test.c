/* A finding from being raised to being closed, and what is refused on the way. */
#include "store/audit/findings.h"

#include "domain/organisation/role.h"
#include "store/small.h"

enum {
	LEAD = 40,
	AUDITOR,
	MANAGEMENT,
	AUDITOR_OF_A,
	LEAD_OF_A,
	EVERYTHING,
	MANAGER_A = 2,
	MANAGER_B = 5,
	STAFF = 6
};

static struct small s;
static instant_t now;

static void
setup(void)
{
	small_setup(&s);
	now = instant_of_day(day_of(2026, 11, 2)) + NOON;
}

static void
teardown(void)
{
	small_teardown(&s);
}

static bool
accounts_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"INSERT INTO person (id, number, name) VALUES (41, '0041', '監査する人'), (43, '0043', "
		"'異動した人'), (44, '0044', '兼ねる人'), (45, '0045', '一人の人');"
		"INSERT INTO post (person_id, department_id, valid_from, valid_to) VALUES (41, 3, 0, NULL),"
		" (43, 1, 0, 20636), (43, 3, 20637, NULL), (44, 1, 0, NULL), (45, 1, 0, NULL);" /* 43 left A
												   on
												   2026-07-02
												 */
		"INSERT INTO account (id, login, person_id, roles, created_at) VALUES (40, 'lead', NULL, 32, "
		"0),"
		" (41, 'auditor', 41, 5, 0), (42, 'chief', NULL, 8, 0), (43, 'moved', 43, 5, 0),"
		" (44, 'member', 44, 33, 0), (45, 'everything', 45, 39, 0)",
		e);
}

struct work {
	struct finding_act act;
	struct finding finding;
	struct finding_plan plan;
	struct finding_report report;
	const char *name, *reason;
	day_t expiry;
	int64_t department_id, id;
	bool (*run)(struct db *db, struct work *w, struct err *e);
};

static bool
work_run(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return w->run(db, w, e);
}

static enum err_kind
try(struct work *w)
{
	struct err e = {0};
	writer_run(store_writer(s.store), work_run, w, &e);
	return e.kind;
}

static struct work
work_of(int64_t account, int64_t finding_id)
{
	struct finding f = {0};
	struct err e;
	if (finding_id != 0)
		ck_assert_msg(finding_find(s.db, s.body.arena, finding_id, &f, &e), "%s", e.text);
	return (struct work){.act = {.arena = s.body.arena,
				     .policy = store_bank(s.store)->policy,
				     .account_id = account,
				     .now = now,
				     .finding_id = finding_id,
				     .revision = f.revision}};
}

static bool
raise_run(struct db *db, struct work *w, struct err *e)
{
	return finding_raise(db, &w->act, &w->finding, e);
}

static struct work
raising(int64_t account, int64_t department)
{
	struct work w = work_of(account, 0);
	w.run = raise_run;
	w.finding = (struct finding){.department_id = department,
		.title = "持出簿の記載漏れ",
		.severity = SEVERITY_MINOR,
		.clause = "6(4)",
		.threat = "3(2)",
		.item = "A645",
		.facts = "抽出した5件のうち2件の記載がない",
		.criterion = "持出しは記録すると定めている",
		.cause = "",
		.effect = "所在が分からなくなる",
		.proposal = ""};
	return w;
}

static int64_t
raised(int64_t account, int64_t department)
{
	struct work w = raising(account, department);
	ck_assert_int_eq(try(&w), ERR_NONE);
	return w.finding.id;
}

static bool
move_run(struct db *db, struct work *w, struct err *e)
{
	return finding_act_move(db, &w->act, w->name, w->reason, w->expiry, e);
}

static enum err_kind
move(int64_t account, int64_t id, const char *name, const char *reason)
{
	struct work w = work_of(account, id);
	w.run = move_run;
	w.name = name;
	w.reason = reason;
	w.expiry = day_of(2027, 3, 31);
	return try(&w);
}

static bool
plan_run(struct db *db, struct work *w, struct err *e)
{
	return finding_plan_file(db, &w->act, &w->plan, e);
}

static enum err_kind
plan_of(int64_t account, int64_t id, int64_t owner, const char *measure, day_t due)
{
	struct work w = work_of(account, id);
	w.run = plan_run;
	w.plan = (struct finding_plan){
		.stopgap = "", .cause = "様式が古い", .measure = measure, .owner_id = owner, .due_day = due};
	return try(&w);
}

static enum err_kind
plan(int64_t account, int64_t id, const char *measure, day_t due)
{
	return plan_of(account, id, CLERK_A, measure, due);
}

static bool
report_run(struct db *db, struct work *w, struct err *e)
{
	return finding_report_file(db, &w->act, &w->report, e);
}

static enum err_kind
report(int64_t account, int64_t id, day_t day)
{
	struct work w = work_of(account, id);
	w.run = report_run;
	w.report = (struct finding_report){
		.day = day, .done = "様式を改めた", .effect = "記載漏れがない", .remaining = ""};
	return try(&w);
}

static struct finding
look(int64_t id)
{
	struct finding f;
	struct err e = {0};
	ck_assert_msg(finding_find(s.db, s.body.arena, id, &f, &e), "%s", e.text);
	return f;
}

static void
accounts(void)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s.store), accounts_work, NULL, &e), "%s", e.text);
}

static bool
script_run(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
change(const char *script)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s.store), script_run, (void *)script, &e), "%s", e.text);
}

/* Up to where the department has its finding. */
static int64_t
told(int64_t department)
{
	int64_t id = raised(AUDITOR, department);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "confirm", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "notify", ""), ERR_NONE);
	return id;
}

START_TEST(a_finding_goes_from_being_raised_to_being_closed)
{
	day_t due = day_of(2027, 1, 29);
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_str_eq(
		finding_number(s.body.arena, &(struct finding){.year = 2026, .serial = 1}), "R08-001");
	ck_assert_int_eq(look(id).serial, 1);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_INPUT); /* there is no plan */
	ck_assert_int_eq(plan(MANAGER_A, id, "様式を改め、毎月確かめる", due), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(look(id).due_day, due);
	ck_assert_int_eq(move(MANAGER_A, id, "start", ""), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_INPUT); /* nothing was reported */
	ck_assert_int_eq(report(MANAGER_A, id, day_of(2026, 11, 1)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_NONE);
	ck_assert_int_eq(move(AUDITOR, id, "verify", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "close", "現物を確かめた"), ERR_NONE);
	struct finding f = look(id);
	ck_assert_int_eq(f.state, FINDING_CLOSED);
	ck_assert_int_eq(f.closed_at, now);
	ck_assert_int_eq(f.confirmed_at, now);
	struct finding_moved *moves;
	size_t count;
	ck_assert(finding_moves_of(s.db, s.body.arena, id, &moves, &count, NULL));
	ck_assert_uint_eq(count, 8);
	ck_assert_str_eq(moves[0].reason, "現物を確かめた");
}
END_TEST

START_TEST(a_plan_that_was_given_back_is_not_approved_as_it_is)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(plan(MANAGER_A, id, "気を付ける", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "return", "仕組みを書くこと"), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "resume", ""), ERR_INPUT);
	ck_assert_int_eq(move(MANAGER_A, id, "plan", ""), ERR_INPUT);
	ck_assert_int_eq(plan(MANAGER_A, id, "様式を改める", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "resume", ""), ERR_INPUT); /* not approved yet */
	ck_assert_int_eq(move(MANAGER_A, id, "plan", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
}
END_TEST

START_TEST(somebody_of_the_department_is_put_in_charge_of_a_plan)
{
	day_t due = day_of(2027, 1, 29);
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(plan_of(MANAGER_A, id, 0, "様式を改める", due), ERR_INPUT);
	ck_assert_int_eq(plan_of(MANAGER_A, id, CLERK_B, "様式を改める", due), ERR_INPUT);
	ck_assert_int_eq(plan_of(MANAGER_A, id, 43, "様式を改める", due), ERR_INPUT); /* left A */
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM finding_plan"), 0);
	ck_assert_int_eq(plan_of(MANAGER_A, id, OTHER_A, "様式を改める", due), ERR_NONE);
	change("UPDATE department SET valid_from = 0 WHERE id = 5;"
	       "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (1, 5, 20637);"
	       "UPDATE post SET valid_to = 20636 WHERE department_id = 1;"
	       "INSERT INTO post (person_id, department_id, valid_from) VALUES (11, 5, 20637), (12, 5, "
	       "20637)");
	ck_assert_int_eq(plan_of(MANAGER_A, id, OTHER_A, "様式を改める", due), ERR_INPUT);
	ck_assert_int_eq(plan_of(MANAGER_A, id, CLERK_A, "様式を改める", due), ERR_NONE);
}
END_TEST

START_TEST(a_report_that_was_given_back_is_written_anew)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(plan(MANAGER_A, id, "様式を改める", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "start", ""), ERR_NONE);
	ck_assert_int_eq(report(MANAGER_A, id, day_of(2026, 11, 1)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_NONE);
	ck_assert_int_eq(move(AUDITOR, id, "return", "記録が足りない"), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "resume", ""), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_INPUT);
	ck_assert_int_eq(report(MANAGER_A, id, day_of(2026, 11, 2)), ERR_NONE);
	ck_assert_int_eq(move(MANAGER_A, id, "report", ""), ERR_NONE);
}
END_TEST

START_TEST(nobody_raises_a_finding_about_the_own_department_or_one_just_left)
{
	accounts();
	struct work own = raising(AUDITOR, DEPARTMENT_C), left = raising(AUDITOR_OF_A, DEPARTMENT_A);
	ck_assert_int_eq(try(&own), ERR_DENIED);
	ck_assert_int_eq(try(&left), ERR_DENIED);
	now = instant_of_day(day_of(2027, 7, 3)) + NOON; /* twelve months later */
	left = raising(AUDITOR_OF_A, DEPARTMENT_A);
	ck_assert_int_eq(try(&left), ERR_NONE);
}
END_TEST

/* E came out of A, which has ended; D stands under B. */
START_TEST(what_a_department_came_out_of_and_what_is_under_it_are_the_own_one_as_well)
{
	accounts();
	change("UPDATE department SET valid_from = 20637, valid_to = NULL WHERE id IN (4, 5);"
	       "UPDATE department_term SET valid_from = 20637 WHERE department_id = 5;"
	       "UPDATE department_term SET parent_id = 2 WHERE department_id = 4;"
	       "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (1, 5, 20637);"
	       "INSERT INTO post (person_id, department_id, main, valid_from, valid_to)"
	       " VALUES (43, 4, 0, 20637, NULL)");
	struct work successor = raising(AUDITOR_OF_A, 5), above = raising(AUDITOR_OF_A, DEPARTMENT_B);
	ck_assert_int_eq(try(&successor), ERR_DENIED);
	ck_assert_int_eq(try(&above), ERR_DENIED);
	struct work others[] = {raising(AUDITOR, 5), raising(AUDITOR, DEPARTMENT_B)};
	ck_assert_int_eq(try(&others[0]), ERR_NONE);
	ck_assert_int_eq(try(&others[1]), ERR_NONE);
}
END_TEST

START_TEST(who_raised_it_does_not_confirm_it_and_others_have_no_say)
{
	accounts();
	int64_t id = raised(LEAD, DEPARTMENT_A);
	ck_assert_int_eq(move(STAFF, id, "check", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "confirm", ""), ERR_INPUT);
	ck_assert_int_eq(move(MANAGER_B, id, "object", "違う"), ERR_DENIED);
	ck_assert_int_eq(move(MANAGER_A, id, "object", "記載はある"), ERR_NONE);
	ck_assert_int_eq(look(id).state, FINDING_RAISED);
}
END_TEST

/* One account may be auditor, lead and manager at once: of its own department it is the manager only. */
START_TEST(one_person_does_not_judge_what_the_same_person_does)
{
	accounts();
	struct work raises = raising(EVERYTHING, DEPARTMENT_A);
	ck_assert_int_eq(try(&raises), ERR_DENIED);
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	ck_assert_int_eq(move(EVERYTHING, id, "check", ""), ERR_DENIED);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "confirm", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "confirm", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "notify", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "notify", ""), ERR_NONE);
	ck_assert_int_eq(plan(EVERYTHING, id, "様式を改める", day_of(2027, 1, 29)), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "approve", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "start", ""), ERR_NONE);
	ck_assert_int_eq(report(EVERYTHING, id, day_of(2026, 11, 1)), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "report", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "verify", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD, id, "verify", ""), ERR_NONE);
	ck_assert_int_eq(move(EVERYTHING, id, "close", "よい"), ERR_DENIED);
	int64_t elsewhere = raised(EVERYTHING, DEPARTMENT_B);
	ck_assert_int_eq(move(EVERYTHING, elsewhere, "check", ""), ERR_NONE);
}
END_TEST

START_TEST(a_lead_who_belongs_to_the_department_or_just_left_decides_nothing_of_it)
{
	accounts();
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	ck_assert_int_eq(move(AUDITOR_OF_A, id, "check", ""), ERR_DENIED);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD_OF_A, id, "confirm", ""), ERR_DENIED);
	ck_assert_int_eq(move(LEAD_OF_A, id, "withdraw", "事実でない"), ERR_DENIED);
	ck_assert_int_eq(look(id).state, FINDING_CHECKING);
	int64_t elsewhere = raised(AUDITOR, DEPARTMENT_B);
	ck_assert_int_eq(move(LEAD_OF_A, elsewhere, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD_OF_A, elsewhere, "confirm", ""), ERR_NONE);
}
END_TEST

START_TEST(faulty_words_are_refused)
{
	char longer[3 * FINDING_TITLE_MOST + 4] = "";
	accounts();
	for (int i = 0; i <= FINDING_TITLE_MOST; i++)
		strcat(longer, "長");
	struct work rows[] = {raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A),
		raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A),
		raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A),
		raising(AUDITOR, DEPARTMENT_A), raising(AUDITOR, DEPARTMENT_A)};
	rows[0].finding.title = " ";
	rows[1].finding.title = longer;
	rows[2].finding.facts = "";
	rows[3].finding.clause = "99";
	rows[4].finding.threat = "6(1)"; /* a clause, and no threat */
	rows[5].finding.severity = SEVERITIES;
	rows[6].finding.title = "持出簿\nの記載漏れ";
	rows[7].finding.title = "持出簿の記載漏れ\r";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_int_eq(try(&rows[i]), ERR_INPUT);
	struct work nowhere = raising(AUDITOR, 99);
	ck_assert_int_eq(try(&nowhere), ERR_ABSENT);
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM finding"), 0);
}
END_TEST

START_TEST(only_a_nonconformity_differs_from_a_criterion)
{
	accounts();
	for (int severity = 0; severity < SEVERITIES; severity++) {
		struct work w = raising(AUDITOR, DEPARTMENT_A);
		bool differs = severity == SEVERITY_MAJOR || severity == SEVERITY_MINOR;
		w.finding.severity = (enum finding_severity)severity;
		w.finding.criterion = "";
		ck_assert_int_eq(try(&w), differs ? ERR_INPUT : ERR_NONE);
	}
}
END_TEST

static bool
edit_run(struct db *db, struct work *w, struct err *e)
{
	return finding_edit(db, &w->act, &w->finding, e);
}

START_TEST(words_change_only_while_it_is_being_raised)
{
	accounts();
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	struct work w = work_of(AUDITOR, id), late = w;
	w.run = late.run = edit_run;
	w.finding = late.finding = look(id);
	w.finding.cause = "様式に欄がない";
	ck_assert_int_eq(try(&w), ERR_NONE);
	ck_assert_str_eq(look(id).cause, "様式に欄がない");
	struct work broken = work_of(AUDITOR, id);
	broken.run = edit_run;
	broken.finding = look(id);
	broken.finding.title = "一行目\n二行目";
	ck_assert_int_eq(try(&broken), ERR_INPUT);
	ck_assert_int_eq(try(&late), ERR_CONFLICT); /* typed before the other was stored */
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	struct work after = work_of(AUDITOR, id);
	after.run = edit_run;
	after.finding = look(id);
	ck_assert_int_eq(try(&after), ERR_CONFLICT);
}
END_TEST

/* How many a finding of that year may repeat. */
static size_t
offered(int year)
{
	struct finding *list;
	size_t count;
	const struct finding_filter f = {
		.before_year = year, .state = FINDING_STATES, .severity = SEVERITIES};
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	return count;
}

START_TEST(the_same_finding_next_year_counts)
{
	accounts();
	int64_t first = told(DEPARTMENT_A);
	struct work same_year = raising(AUDITOR, DEPARTMENT_A), elsewhere, again;
	same_year.finding.predecessor_id = first;
	ck_assert_int_eq(try(&same_year), ERR_INPUT);
	now = instant_of_day(day_of(2027, 10, 1)) + NOON;
	elsewhere = raising(AUDITOR, DEPARTMENT_B);
	elsewhere.finding.predecessor_id = first;
	ck_assert_int_eq(try(&elsewhere), ERR_INPUT);
	again = raising(AUDITOR, DEPARTMENT_A);
	again.finding.predecessor_id = first;
	ck_assert_int_eq(try(&again), ERR_NONE);
	ck_assert_uint_eq(offered(2026), 0);
	ck_assert_uint_eq(offered(2027), 1);
	ck_assert_uint_eq(offered(2028), 1); /* the second is not confirmed */
	ck_assert_int_eq(look(again.finding.id).times, 2);
	ck_assert_int_eq(again.finding.year, 2027);
	ck_assert_int_eq(again.finding.serial, 1);
}
END_TEST

static bool
spread_run(struct db *db, struct work *w, struct err *e)
{
	return finding_spread(db, &w->act, w->department_id, &w->id, e);
}

START_TEST(a_finding_is_passed_on_to_other_departments_once)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	struct work w = work_of(LEAD, id);
	w.run = spread_run;
	w.department_id = DEPARTMENT_B;
	ck_assert_int_eq(try(&w), ERR_NONE);
	struct finding child = look(w.id);
	ck_assert_int_eq(child.parent_id, id);
	ck_assert_int_eq(child.state, FINDING_PLANNING);
	ck_assert_int_eq(child.department_id, DEPARTMENT_B);
	ck_assert_int_eq(try(&w), ERR_CONFLICT);
	w.department_id = DEPARTMENT_A;
	ck_assert_int_eq(try(&w), ERR_INPUT);
	struct work by_auditor = work_of(AUDITOR, id);
	by_auditor.run = spread_run;
	by_auditor.department_id = DEPARTMENT_C;
	ck_assert_int_eq(try(&by_auditor), ERR_DENIED);
}
END_TEST

START_TEST(an_accepted_risk_has_its_day_and_comes_back)
{
	accounts();
	int64_t id = told(DEPARTMENT_A);
	ck_assert_int_eq(move(LEAD, id, "accept", "代わりがない"), ERR_DENIED);
	ck_assert_int_eq(move(MANAGEMENT, id, "accept", "代わりがない"), ERR_NONE);
	ck_assert_int_eq(look(id).due_day, day_of(2027, 3, 31));
	struct finding_filter open = {
		.open = true, .day = day_of(2027, 3, 31), .state = FINDING_STATES, .severity = SEVERITIES};
	struct finding *list;
	size_t count;
	ck_assert(findings_list(s.db, s.body.arena, &open, &list, &count, NULL));
	ck_assert_uint_eq(count, 0);
	open.day++;
	ck_assert(findings_list(s.db, s.body.arena, &open, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(findings_count(list, 1, open.day - 1).open, 0);
	ck_assert_int_eq(findings_count(list, 1, open.day).open, 1);
	ck_assert_int_eq(move(MANAGEMENT, id, "revive", "期限が来た"), ERR_NONE);
	ck_assert_int_eq(look(id).state, FINDING_PLANNING);
	ck_assert_int_eq(look(id).due_day, 0);
}
END_TEST

START_TEST(a_department_is_shown_what_it_may_know)
{
	struct finding *list;
	size_t count;
	struct finding_filter f = {
		.department_id = DEPARTMENT_A, .told = true, .state = FINDING_STATES, .severity = SEVERITIES};
	accounts();
	int64_t id = raised(AUDITOR, DEPARTMENT_A);
	raised(AUDITOR, DEPARTMENT_B);
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 0);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	ck_assert(list[0].told);
	ck_assert_int_eq(move(MANAGER_A, id, "object", "記載はある"), ERR_NONE); /* it goes on knowing */
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(list[0].state, FINDING_RAISED);
	ck_assert_int_eq(move(AUDITOR, id, "withdraw", "申出のとおり"), ERR_NONE);
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 1);
	f.told = false;
	f.department_id = 0;
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	ck_assert_uint_eq(count, 2);
}
END_TEST

static unsigned
actors_of(int64_t account, int64_t id)
{
	struct finding f = look(id);
	struct err e = {0};
	unsigned actors;
	ck_assert_msg(finding_actors(s.db, s.body.arena, &f, account, &actors, &e), "%s", e.text);
	return actors;
}

static size_t
listed_for(int64_t manager, bool acting)
{
	struct finding *list;
	size_t count;
	const struct finding_filter f = {.manager_id = manager,
		.acting = acting,
		.told = true,
		.state = FINDING_STATES,
		.severity = SEVERITIES};
	ck_assert(findings_list(s.db, s.body.arena, &f, &list, &count, NULL));
	return count;
}

/* Nobody manages C with a main post of its own. */
START_TEST(a_further_post_and_one_above_answer_where_nobody_else_does)
{
	change("UPDATE department_term SET parent_id = 1 WHERE department_id IN (2, 3)");
	accounts();
	int64_t of_b = told(DEPARTMENT_B), of_c = raised(EVERYTHING, DEPARTMENT_B);
	change("UPDATE finding SET department_id = 3 WHERE id = 2");
	ck_assert_int_eq(move(LEAD, of_c, "check", ""), ERR_NONE);
	ck_assert_uint_eq(actors_of(MANAGER_A, of_b), FINDING_ABOVE);
	ck_assert_uint_eq(actors_of(MANAGER_A, of_c), FINDING_AUDITEE);
	ck_assert_uint_eq(listed_for(MANAGER_A, false), 2);
	/* Whoever acts for C from above belongs to A, and yet neither audits C nor decides about it. */
	ck_assert_uint_eq(actors_of(EVERYTHING, of_c), FINDING_AUDITEE);
	ck_assert_uint_eq(actors_of(EVERYTHING, of_b), FINDING_AUDITOR | FINDING_LEAD | FINDING_ABOVE);
	ck_assert_uint_eq(listed_for(MANAGER_A, true), 1);
	ck_assert_int_eq(move(MANAGER_A, of_c, "object", "違う"), ERR_NONE);
	ck_assert_uint_eq(listed_for(MANAGER_B, true), 1);
	change("INSERT INTO post (person_id, department_id, main, valid_from) VALUES (21, 3, 0, 0)");
	ck_assert_uint_eq(actors_of(MANAGER_B, of_c), FINDING_AUDITEE);
	ck_assert_uint_eq(actors_of(MANAGER_A, of_c), FINDING_ABOVE);
	ck_assert_uint_eq(listed_for(MANAGER_B, true), 2);
	ck_assert_uint_eq(listed_for(STAFF, false), 0);
}
END_TEST

/* One closed after 3 days, one open and overdue, one withdrawn: 1 of 2 is closed. */
START_TEST(counts_are_of_confirmed_findings)
{
	const instant_t day = 86400;
	const struct finding list[] = {
		{.state = FINDING_CLOSED, .confirmed_at = 10 * day, .closed_at = 13 * day, .times = 2},
		{.state = FINDING_DOING, .due_day = 20, .wait_day = 20, .times = 1, .severity = SEVERITY_MINOR},
		{.state = FINDING_WITHDRAWN, .times = 1},
	};
	struct finding_counts c = findings_count(list, 3, 21);
	ck_assert_int_eq(c.confirmed, 2);
	ck_assert_int_eq(c.closed, 1);
	ck_assert_int_eq(c.open, 1);
	ck_assert_int_eq(c.overdue, 1);
	ck_assert_int_eq(c.repeated, 1);
	ck_assert_int_eq(c.days_to_close, 3);
	ck_assert_int_eq(c.severe[SEVERITY_MINOR], 1);
	ck_assert_int_eq(c.of[FINDING_WITHDRAWN], 1);
}
END_TEST

/* Of two that were passed on one is closed and one overdue; the department's own one is open: 0 of 1 is closed. */
START_TEST(what_was_passed_on_is_counted_apart)
{
	const instant_t day = 86400;
	const struct finding list[] = {
		{.parent_id = 9, .state = FINDING_CLOSED, .confirmed_at = 10 * day, .closed_at = 13 * day, .times = 1},
		{.parent_id = 9, .state = FINDING_DOING, .due_day = 20, .wait_day = 20, .times = 1,
		 .severity = SEVERITY_MAJOR},
		{.state = FINDING_PLANNING, .times = 1, .severity = SEVERITY_MINOR},
	};
	struct finding_counts c = findings_count(list, 3, 21);
	ck_assert_int_eq(c.spread, 2);
	ck_assert_int_eq(c.spread_open, 1);
	ck_assert_int_eq(c.spread_overdue, 1);
	ck_assert_int_eq(c.confirmed, 1);
	ck_assert_int_eq(c.closed, 0);
	ck_assert_int_eq(c.open, 1);
	ck_assert_int_eq(c.overdue, 0);
	ck_assert_int_eq(c.days_to_close, 0);
	ck_assert_int_eq(c.severe[SEVERITY_MAJOR], 0);
	ck_assert_int_eq(c.severe[SEVERITY_MINOR], 1);
}
END_TEST

Suite *findings_suite(void);
Suite *
findings_suite(void)
{
	Suite *suite = suite_create("findings");
	TCase *t = tcase_create("findings");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_finding_goes_from_being_raised_to_being_closed);
	tcase_add_test(t, a_plan_that_was_given_back_is_not_approved_as_it_is);
	tcase_add_test(t, somebody_of_the_department_is_put_in_charge_of_a_plan);
	tcase_add_test(t, a_report_that_was_given_back_is_written_anew);
	tcase_add_test(t, nobody_raises_a_finding_about_the_own_department_or_one_just_left);
	tcase_add_test(t, what_a_department_came_out_of_and_what_is_under_it_are_the_own_one_as_well);
	tcase_add_test(t, who_raised_it_does_not_confirm_it_and_others_have_no_say);
	tcase_add_test(t, one_person_does_not_judge_what_the_same_person_does);
	tcase_add_test(t, a_lead_who_belongs_to_the_department_or_just_left_decides_nothing_of_it);
	tcase_add_test(t, faulty_words_are_refused);
	tcase_add_test(t, only_a_nonconformity_differs_from_a_criterion);
	tcase_add_test(t, words_change_only_while_it_is_being_raised);
	tcase_add_test(t, the_same_finding_next_year_counts);
	tcase_add_test(t, a_finding_is_passed_on_to_other_departments_once);
	tcase_add_test(t, an_accepted_risk_has_its_day_and_comes_back);
	tcase_add_test(t, a_department_is_shown_what_it_may_know);
	tcase_add_test(t, a_further_post_and_one_above_answer_where_nobody_else_does);
	tcase_add_test(t, counts_are_of_confirmed_findings);
	tcase_add_test(t, what_was_passed_on_is_counted_apart);
	suite_add_tcase(suite, t);
	return suite;
}
