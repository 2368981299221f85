#include <pthread.h>

#include "store/cycle/latecomers.h"
#include "store/sheet/proxy.h"
#include "store/sheet/sheet_acts.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static instant_t opened;
static struct err failure;

enum { BY_HEAD_A = 2, BY_ADMIN, BY_OTHER_A, BY_HEAD_B, BY_CLERK_B, BY_ALONE_C };
#define COMPLETE "{\"T101\":\"yes\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"
#define OTHER    "{\"T101\":{\"c\":\"no\",\"r\":\"忙しい\"},\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
	opened = instant_of_day(day_of(2026, 10, 1)) + NOON;
}

static void
say(void *with, const char *line)
{
	(void)with;
	ck_abort_msg("%s", line);
}

/* Whatever was done, every counter is what counting again gives. */
static void
teardown(void)
{
	struct verify_result r;
	ck_assert_msg(tallies_verify(small.store, say, NULL, &r, &failure), "%s", failure.text);
	small_teardown(&small);
}

/* ---- doing something ------------------------------------------------------------------ */

static bool
run(bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	err_clear(&failure);
	return writer_run(store_writer(small.store), work, with, &failure);
}

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static struct sheet_change
change(int64_t person, bool submit, const char *document)
{
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.base_revision = 1 << 30,
		.submit = submit,
		.now = opened + 3600,
		.arena = arena};
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, c.sheet_id, &s, &failure));
	c.base_revision = s.revision;
	ck_assert_msg(answers_parse(arena, small.tiny, document, &c.answers, &failure), "%s", failure.text);
	return c;
}

static bool
submits(int64_t person, const char *document)
{
	struct sheet_change c = change(person, true, document);
	return run(change_work, &c);
}

typedef bool act_function(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);
struct acting {
	act_function *act;
	struct sheet_act x;
};

static bool
act_work(struct db *db, struct piece *p, struct err *e)
{
	struct acting *a = p->with;
	return a->act(db, p, &a->x, e);
}

static struct sheet_act
act_of(int64_t sheet, int64_t account)
{
	return (struct sheet_act){.sheet_id = sheet,
		.account_id = account,
		.now = opened + 7200,
		.arena = arena,
		.questionnaire = small.tiny,
		.reason = "parental",
		.text = "直してください"};
}

static bool
does(act_function *act, int64_t person, int64_t account)
{
	struct acting a = {act, act_of(small_sheet_of(&small, person), account)};
	return run(act_work, &a);
}

static bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	const char *name = p->with;
	return cycle_move_make(
		db, p, store_bank(small.store), small.cycle.id, name, "試験", BY_ADMIN, opened + 9000, e);
}

static void
moves(const char *name)
{
	ck_assert_msg(run(move_work, (void *)name), "%s", failure.text);
}

/* ---- looking --------------------------------------------------------------------------- */

static struct sheet
look(int64_t person)
{
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, small_sheet_of(&small, person), &s, &failure));
	return s;
}

static struct progress_row
progress(int64_t department)
{
	struct progress_row *rows;
	size_t count;
	ck_assert(
		progress_list(small.db, arena, small.cycle.id, "tiny", department, &rows, &count, &failure));
	ck_assert_int_eq(count, 1);
	return rows[0];
}

static int64_t
yes_of(int64_t department)
{
	struct tally *t;
	ck_assert(tallies_read(
		small.db, arena, small.cycle.id, small.tiny, false, &department, 1, &t, &failure));
	return t[0].slots[0];
}

static const char *
last_event(void)
{
	struct event *events;
	size_t count;
	ck_assert(events_list(small.db, arena, 0, 1, &events, &count, &failure));
	return events[0].what;
}

/* ---- returning and confirming ------------------------------------------------------------ */

START_TEST(returning_changes_no_figure_until_the_sheet_is_submitted_again)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert_msg(does(sheet_return, CLERK_B, BY_HEAD_B), "%s", failure.text);
	ck_assert_str_eq(last_event(), "sheet_returned");
	struct sheet s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_RETURNED);
	ck_assert_str_eq(s.return_comment, "直してください");
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.submitted, 1);
	ck_assert_int_eq(p.returned, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	struct sheet_change draft = change(CLERK_B, false, OTHER);
	ck_assert(run(change_work, &draft)); /* a draft neither */
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	ck_assert(submits(CLERK_B, OTHER));
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 0);
	ck_assert_int_eq(progress(DEPARTMENT_B).returned, 0);
	s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_SUBMITTED);
	ck_assert_ptr_null(s.return_comment);
}
END_TEST

START_TEST(what_was_returned_and_found_right_is_submitted_with_its_old_receipt)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	const char *receipt = look(CLERK_B).receipt;
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert(submits(CLERK_B, COMPLETE));
	struct sheet s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_SUBMITTED);
	ck_assert_str_eq(s.receipt, receipt);
}
END_TEST

START_TEST(a_sheet_is_returned_with_a_comment_or_not_at_all)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	struct acting a = {sheet_return, act_of(small_sheet_of(&small, CLERK_B), BY_HEAD_B)};
	a.x.text = " 　\n";
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_int_eq(look(CLERK_B).returned_at, 0);
}
END_TEST

START_TEST(a_confirmed_sheet_takes_nothing_until_it_is_returned)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert(does(sheet_confirm, CLERK_B, BY_HEAD_B));
	ck_assert_int_eq(progress(DEPARTMENT_B).confirmed, 1);
	ck_assert(!submits(CLERK_B, OTHER));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(!does(sheet_confirm, CLERK_B, BY_HEAD_B));
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert_int_eq(progress(DEPARTMENT_B).confirmed, 0);
	ck_assert(submits(CLERK_B, OTHER));
}
END_TEST

struct confirming {
	int64_t account, department, count;
};

static bool
confirm_work(struct db *db, struct piece *p, struct err *e)
{
	struct confirming *x = p->with;
	return sheets_confirm(
		db, p, arena, small.cycle.id, x->department, "tiny", x->account, opened + 8000, &x->count, e);
}

START_TEST(a_department_is_confirmed_in_one_go)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	struct confirming x = {BY_HEAD_A, DEPARTMENT_B, 0};
	ck_assert(!run(confirm_work, &x)); /* another department's */
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	x.account = BY_HEAD_B;
	ck_assert(run(confirm_work, &x));
	ck_assert_int_eq(x.count, 1); /* the head has not submitted */
	ck_assert_str_eq(last_event(), "sheets_confirmed");
	ck_assert(run(confirm_work, &x));
	ck_assert_int_eq(x.count, 0);
	ck_assert_int_eq(progress(DEPARTMENT_B).confirmed, 1);
}
END_TEST

/* ---- who ------------------------------------------------------------------------------------ */

/* The submitted sheet of a clerk of B: the letters are who may, of its clerk c, its head h, the
 * secretariat s, another department's head o and another's clerk n. */
static const struct {
	act_function *act;
	const char *may;
	act_function *before;
} whose[] = {
	{sheet_return, "hs", NULL},
	{sheet_confirm, "hs", NULL},
	{sheet_exclude, "s", NULL},
	{sheet_include, "s", sheet_exclude},
};
static const struct {
	char letter;
	int64_t account;
} people[] = {{'c', BY_CLERK_B}, {'h', BY_HEAD_B}, {'s', BY_ADMIN}, {'o', BY_HEAD_A}, {'n', BY_ALONE_C}};
enum { PEOPLE = sizeof people / sizeof *people };

START_TEST(each_role_does_with_a_sheet_what_is_theirs)
{
	size_t row = (size_t)_i / PEOPLE, who = (size_t)_i % PEOPLE;
	ck_assert(submits(CLERK_B, COMPLETE));
	if (whose[row].before != NULL)
		ck_assert(does(whose[row].before, CLERK_B, BY_ADMIN));
	bool may = strchr(whose[row].may, people[who].letter) != NULL;
	struct sheet before = look(CLERK_B);
	ck_assert_msg(does(whose[row].act, CLERK_B, people[who].account) == may, "%c %zu: %s",
		people[who].letter, row, failure.text);
	if (may)
		return;
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	struct sheet after = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&after), sheet_standing(&before));
}
END_TEST

/* ---- not asked -------------------------------------------------------------------------------- */

START_TEST(who_is_excluded_leaves_the_figures_and_may_come_back)
{
	ck_assert(does(sheet_exclude, HEAD_B, BY_ADMIN)); /* has not begun */
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.asked, 1);
	ck_assert_int_eq(p.excluded, 1);
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert(does(sheet_exclude, CLERK_B, BY_ADMIN)); /* has submitted */
	p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.asked, 0);
	ck_assert_int_eq(p.submitted, 0);
	ck_assert_int_eq(p.excluded, 2);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 0);
	struct sheet s = look(CLERK_B);
	ck_assert_str_eq(s.excluded_reason, "parental");
	ck_assert_ptr_nonnull(s.submitted); /* nothing is ever deleted */
	ck_assert(!submits(CLERK_B, OTHER));
	ck_assert(does(sheet_include, CLERK_B, BY_ADMIN));
	ck_assert_int_eq(progress(DEPARTMENT_B).submitted, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
}
END_TEST

START_TEST(whoever_excludes_says_why)
{
	struct acting a = {sheet_exclude, act_of(small_sheet_of(&small, CLERK_B), BY_ADMIN)};
	a.x.reason = "whim";
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	a.x.reason = "other";
	a.x.text = "";
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	a.x.text = "派遣元で点検するため";
	ck_assert(run(act_work, &a));
}
END_TEST

/* A respondent cannot be taken away any more, nor anything else be done, once the figures are final. */
START_TEST(viewpoint_24_final_figures_keep_every_sheet_as_it_is)
{
	static act_function *const acts[] = {sheet_return, sheet_confirm, sheet_exclude};
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert(does(sheet_exclude, HEAD_B, BY_ADMIN));
	moves("confirm");
	moves("finalise");
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		ck_assert(!does(acts[i], CLERK_B, BY_ADMIN));
		ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	}
	ck_assert(!does(sheet_include, HEAD_B, BY_ADMIN));
	struct sheet s = look(CLERK_B);
	ck_assert_int_eq(sheet_standing(&s), SHEET_FIXED);
}
END_TEST

static bool
newcomers_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p; /* the base date is 1 June */
	return db_script(db,
		"INSERT INTO person (id, number, name, kind) VALUES (41, '0041', '新', '会計年度任用'),"
		" (42, '0042', '未', '正規');"
		"INSERT INTO post (person_id, department_id, valid_from) VALUES"
		" (41, 2, (SELECT base_day + 1 FROM cycle)), (42, 2, 40000);"
		"INSERT INTO absence (person_id, from_day, to_day, reason) VALUES"
		" (22, (SELECT base_day - 30 FROM cycle), NULL, '育児休業'),"
		" (21, (SELECT base_day - 30 FROM cycle), (SELECT base_day - 1 FROM cycle), '休職')",
		e);
}

START_TEST(viewpoint_04_who_was_away_on_the_base_date_or_came_after_it_is_not_asked_by_default)
{
	static const int sets[] = {SMALL_TINY};
	struct err e = {0};
	small_teardown(&small);
	ck_assert_msg(small_begin(&small, sets, 1, false, &e), "%s", e.text);
	arena = small.body.arena;
	ck_assert(run(newcomers_work, NULL));
	moves("approve");
	moves("open");
	small.tiny = store_cycle_set(small.store, small.cycle.id, "tiny", &e);
	struct sheet away = look(CLERK_B), hired = look(41), back = look(HEAD_B);
	ck_assert_int_eq(sheet_standing(&away), SHEET_EXCLUDED);
	ck_assert_str_eq(away.excluded_reason, "absent");
	ck_assert_str_eq(away.excluded_text, "育児休業");
	ck_assert_int_eq(sheet_standing(&hired), SHEET_EXCLUDED);
	ck_assert_str_eq(hired.excluded_reason, "hired");
	ck_assert_int_eq(sheet_standing(&back), SHEET_FRESH);
	ck_assert_int_eq(small_sheet_of(&small, 42), -1); /* is not here yet */
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.asked, 1);
	ck_assert_int_eq(p.excluded, 2);
	ck_assert(does(sheet_include, CLERK_B, BY_ADMIN)); /* came back and wants to */
	ck_assert(submits(CLERK_B, COMPLETE));
}
END_TEST

static bool
ask_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	const struct latecomer late = {43, 0, clock_now(), store_bank(small.store)};
	return latecomer_ask(db, arena, &late, e);
}

static bool
latecomer_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"INSERT INTO person (id, number, name, kind) VALUES (43, '0043', '途', '正規');"
		"INSERT INTO post (person_id, department_id, valid_from) VALUES (43, 2, 19000)",
		e);
}

START_TEST(viewpoint_04_who_comes_after_the_opening_is_asked_once_if_the_secretariat_says_so)
{
	ck_assert(run(latecomer_work, NULL));
	struct progress_row before = progress(DEPARTMENT_B);
	ck_assert_int_eq(small_sheet_of(&small, 43), -1);
	ck_assert(run(ask_work, NULL));
	struct sheet s = look(43);
	ck_assert_int_eq(sheet_standing(&s), SHEET_FRESH);
	ck_assert_int_eq(s.department_id, DEPARTMENT_B);
	ck_assert(s.code != NULL && s.code[0] == 'R');
	ck_assert_int_eq(progress(DEPARTMENT_B).asked, before.asked + 1);
	ck_assert(submits(43, COMPLETE));
	ck_assert(!run(ask_work, NULL)); /* has a sheet by now */
	ck_assert_int_eq(progress(DEPARTMENT_B).asked, before.asked + 1);
	moves("confirm");
	ck_assert(!run(ask_work, NULL));
}
END_TEST

/* ---- after the due day --------------------------------------------------------------------------- */

static bool
late_submit(int64_t person, const char *document)
{
	struct sheet_change c = change(person, true, document);
	c.now = instant_of_day(small.cycle.due_day + 1); /* the first second after it */
	return run(change_work, &c);
}

START_TEST(in_the_days_of_grace_only_who_is_missing_answers_and_counts_apart)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	moves("grace");
	ck_assert(!late_submit(CLERK_B, OTHER));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_msg(late_submit(HEAD_B, COMPLETE), "%s", failure.text);
	struct progress_row p = progress(DEPARTMENT_B);
	ck_assert_int_eq(p.submitted, 2);
	ck_assert_int_eq(p.late, 1);
	ck_assert(!late_submit(HEAD_B, OTHER));
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert(late_submit(CLERK_B, OTHER));
	ck_assert_int_eq(progress(DEPARTMENT_B).late, 1); /* it was in time the first time */
}
END_TEST

START_TEST(while_managers_confirm_only_what_they_returned_is_answered)
{
	ck_assert(submits(CLERK_B, COMPLETE));
	moves("confirm");
	ck_assert(!late_submit(HEAD_B, COMPLETE));
	ck_assert(!late_submit(CLERK_B, OTHER));
	ck_assert(does(sheet_return, CLERK_B, BY_HEAD_B));
	ck_assert(late_submit(CLERK_B, OTHER));
	ck_assert(!late_submit(CLERK_B, COMPLETE));
}
END_TEST

/* ---- for someone else ------------------------------------------------------------------------------ */

START_TEST(viewpoint_05_what_was_typed_from_paper_says_by_whom)
{
	struct sheet_change c = change(CLERK_B, true, COMPLETE);
	c.proxy_by = BY_HEAD_A;
	ck_assert(!run(change_work, &c)); /* of another department */
	ck_assert_int_eq(failure.kind, ERR_DENIED);
	c.proxy_by = BY_HEAD_B;
	ck_assert_msg(run(change_work, &c), "%s", failure.text);
	ck_assert_str_eq(last_event(), "sheet_proxied");
	ck_assert_int_eq(look(CLERK_B).proxy_at, opened + 3600);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	struct sheet_change again = change(CLERK_B, true, OTHER);
	again.proxy_by = BY_HEAD_B; /* would have seen what was answered */
	ck_assert(!run(change_work, &again));
	again.proxy_by = BY_ADMIN;
	ck_assert(run(change_work, &again));
	ck_assert(submits(CLERK_B, COMPLETE)); /* now by the person */
	ck_assert_int_eq(look(CLERK_B).proxy_at, 0);
}
END_TEST

static bool
type_work(struct db *db, struct piece *p, struct err *e)
{
	return proxy_store(db, p, p->with, e);
}

/* Typed ten days after the due day. */
static bool
types(int64_t person, day_t paper_day)
{
	struct proxy x = {.change = change(person, true, COMPLETE)};
	x.change.proxy_by = BY_ADMIN;
	x.change.paper_day = paper_day;
	x.change.now = instant_of_day(small.cycle.due_day + 10) + NOON;
	return run(type_work, &x);
}

START_TEST(a_paper_is_late_by_the_day_written_on_it_not_by_when_it_was_typed)
{
	ck_assert_msg(types(CLERK_B, small.cycle.due_day), "%s", failure.text);
	ck_assert(!look(CLERK_B).late);
	ck_assert(types(HEAD_B, small.cycle.due_day + 1));
	ck_assert(look(HEAD_B).late);
	struct rows r;
	ck_assert(db_query(small.db, &r, NULL, "SELECT sum(day) FROM paper", ""));
	ck_assert_int_eq(rows_number(&r), 2 * small.cycle.due_day + 1);
	ck_assert(types(HEAD_B, small.cycle.due_day)); /* the day had been mistyped */
	ck_assert(!look(HEAD_B).late);
	ck_assert_int_eq(progress(DEPARTMENT_B).late, 0);
}
END_TEST

START_TEST(a_paper_is_neither_of_the_future_nor_of_before_the_opening)
{
	ck_assert(!types(CLERK_B, small.cycle.due_day + 11));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert(!types(CLERK_B, small.cycle.opens_day - 1));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_int_eq(look(CLERK_B).submitted_at, 0);
	ck_assert(types(CLERK_B, small.cycle.opens_day));
	ck_assert(types(HEAD_B, small.cycle.due_day + 10));
}
END_TEST

static int64_t
office_of(int64_t department)
{
	struct rows r;
	static const char sql[] = "SELECT id FROM sheet WHERE set_key = 'office' AND department_id = $1";
	ck_assert(db_query(small.db, &r, NULL, sql, "i", department));
	return rows_number(&r);
}

START_TEST(an_office_without_a_manager_gets_someone_to_answer)
{
	struct acting a = {sheet_assign, act_of(office_of(DEPARTMENT_C), BY_ADMIN)};
	a.x.questionnaire = store_cycle_set(small.store, small.cycle.id, "office", &failure);
	a.x.person_id = ALONE_C;
	ck_assert_msg(run(act_work, &a), "%s", failure.text);
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, a.x.sheet_id, &s, &failure));
	ck_assert_int_eq(s.person_id, ALONE_C);
	ck_assert_str_eq(s.person_name, "森");
	ck_assert_str_eq(s.unit_name, "監査委員事務局");
	a.x.person_id = 32; /* has left */
	ck_assert(!run(act_work, &a));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	struct acting own = {sheet_assign, act_of(small_sheet_of(&small, CLERK_B), BY_ADMIN)};
	own.x.person_id = HEAD_B;
	ck_assert(!run(act_work, &own)); /* a person's own sheet */
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
}
END_TEST

/* ---- several departments ----------------------------------------------------------------------------- */

static bool
further_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p; /* the head of B also has a post in A, which has the network; both count it from the start */
	return db_script(db,
		"INSERT INTO sheet_department SELECT id, 1 FROM sheet WHERE set_key = 'tiny' AND person_id = "
		"21;"
		"UPDATE sheet SET flags = flags | 4 WHERE set_key = 'tiny' AND person_id = 21;"
		"UPDATE progress SET asked = asked + 1 WHERE set_key = 'tiny' AND department_id = 1",
		e);
}

START_TEST(a_sheet_of_two_posts_counts_in_both_departments_where_the_question_belongs)
{
	ck_assert(run(further_work, NULL));
	ck_assert_msg(submits(HEAD_B, "{\"T101\":\"yes\",\"T102\":\"always\",\"T103\":{\"c\":\"yes\",\"x\":"
				      "\"2026-05-01\"}}"),
		"%s", failure.text);
	ck_assert_int_eq(progress(DEPARTMENT_A).submitted, 1);
	ck_assert_int_eq(progress(DEPARTMENT_B).submitted, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_A), 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), 1);
	struct rows r;
	static const char network[] =
		"SELECT group_concat(department_id) = '1' FROM tally WHERE item = 'T102'";
	ck_assert(db_query(small.db, &r, NULL, network, ""));
	ck_assert_int_eq(rows_number(&r), 1); /* B has no network to be asked about */
	ck_assert(does(sheet_exclude, HEAD_B, BY_ADMIN));
	ck_assert_int_eq(progress(DEPARTMENT_A).excluded, 1);
	ck_assert_int_eq(yes_of(DEPARTMENT_A), 0);
}
END_TEST

/* ---- at the same time ---------------------------------------------------------------------------------- */

enum { ROUNDS = 40 };

static void *
manager_works(void *with)
{
	(void)with;
	struct err e;
	struct arena *mine = arena_create();
	for (int i = 0; i < ROUNDS; i++) {
		struct acting a = {
			i % 2 == 0 ? sheet_return : sheet_confirm, act_of(*(const int64_t *)with, BY_HEAD_B)};
		a.x.arena = mine;
		writer_run(store_writer(small.store), act_work, &a, &e);
	}
	arena_destroy(mine);
	return NULL;
}

START_TEST(viewpoint_21_a_manager_and_a_clerk_act_at_once_and_nothing_is_lost)
{
	pthread_t manager;
	int64_t sheet = small_sheet_of(&small, CLERK_B);
	ck_assert(submits(CLERK_B, COMPLETE));
	ck_assert_int_eq(pthread_create(&manager, NULL, manager_works, &sheet), 0);
	const char *last = COMPLETE;
	for (int i = 0; i < ROUNDS; i++) {
		const char *next = i % 2 == 0 ? OTHER : COMPLETE;
		if (submits(CLERK_B, next))
			last = next;
		else
			ck_assert_int_eq(failure.kind, ERR_CONFLICT); /* confirmed meanwhile */
	}
	pthread_join(manager, NULL);
	ck_assert_str_eq(look(CLERK_B).submitted, last);
	ck_assert_int_eq(yes_of(DEPARTMENT_B), strcmp(last, COMPLETE) == 0);
}
END_TEST

Suite *sheet_acts_suite(void);
Suite *
sheet_acts_suite(void)
{
	Suite *s = suite_create("sheet_acts");
	TCase *t = tcase_create("sheet_acts");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, returning_changes_no_figure_until_the_sheet_is_submitted_again);
	tcase_add_test(t, what_was_returned_and_found_right_is_submitted_with_its_old_receipt);
	tcase_add_test(t, a_sheet_is_returned_with_a_comment_or_not_at_all);
	tcase_add_test(t, a_confirmed_sheet_takes_nothing_until_it_is_returned);
	tcase_add_test(t, a_department_is_confirmed_in_one_go);
	tcase_add_loop_test(t, each_role_does_with_a_sheet_what_is_theirs, 0,
		(int)(sizeof whose / sizeof *whose * PEOPLE));
	tcase_add_test(t, who_is_excluded_leaves_the_figures_and_may_come_back);
	tcase_add_test(t, whoever_excludes_says_why);
	tcase_add_test(t, viewpoint_24_final_figures_keep_every_sheet_as_it_is);
	tcase_add_test(t, viewpoint_04_who_was_away_on_the_base_date_or_came_after_it_is_not_asked_by_default);
	tcase_add_test(t, viewpoint_04_who_comes_after_the_opening_is_asked_once_if_the_secretariat_says_so);
	tcase_add_test(t, in_the_days_of_grace_only_who_is_missing_answers_and_counts_apart);
	tcase_add_test(t, while_managers_confirm_only_what_they_returned_is_answered);
	tcase_add_test(t, viewpoint_05_what_was_typed_from_paper_says_by_whom);
	tcase_add_test(t, a_paper_is_late_by_the_day_written_on_it_not_by_when_it_was_typed);
	tcase_add_test(t, a_paper_is_neither_of_the_future_nor_of_before_the_opening);
	tcase_add_test(t, an_office_without_a_manager_gets_someone_to_answer);
	tcase_add_test(t, a_sheet_of_two_posts_counts_in_both_departments_where_the_question_belongs);
	tcase_add_test(t, viewpoint_21_a_manager_and_a_clerk_act_at_once_and_nothing_is_lost);
	suite_add_tcase(s, t);
	return s;
}
