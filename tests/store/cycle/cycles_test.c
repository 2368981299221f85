#include "store/organisation/people.h"
#include "store/setting.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static struct err failure;

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
}

static void
teardown(void)
{
	small_teardown(&small);
}

static int64_t
answerer(const char *set, int64_t department)
{
	struct rows r;
	static const char sql[] = "SELECT person_id FROM sheet WHERE set_key = $1 AND department_id = $2";
	ck_assert(db_query(small.db, &r, NULL, sql, "si", set, department));
	return rows_number(&r);
}

START_TEST(departments_of_the_base_date_are_frozen)
{
	struct cycle_department *d;
	size_t count;
	ck_assert(cycle_departments(small.db, arena, small.cycle.id, &d, &count, &failure));
	ck_assert_int_eq(count, 3); /* D had ended, E did not exist yet */
	ck_assert_str_eq(d[0].key, "A");
	ck_assert_int_eq(d[0].flags, flag_parse("NET"));
	ck_assert_str_eq(d[2].kind, "committee");
}
END_TEST

START_TEST(every_active_person_gets_a_personal_sheet)
{
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM sheet WHERE set_key = 'tiny'"), 6);
	ck_assert_int_eq(small_sheet_of(&small, 32), -1); /* has left */
	struct progress_row *p;
	size_t count;
	ck_assert(progress_list(small.db, arena, small.cycle.id, "tiny", 0, &p, &count, &failure));
	ck_assert_int_eq(count, 3);
	ck_assert_int_eq(p[0].asked, 3);
	ck_assert_int_eq(p[1].asked, 2);
	ck_assert_int_eq(p[2].asked, 1);
}
END_TEST

START_TEST(an_office_answers_through_its_manager)
{
	ck_assert_int_eq(answerer("office", DEPARTMENT_A), HEAD_A); /* 13 is one too, with a higher number */
	ck_assert_int_eq(answerer("office", DEPARTMENT_B), HEAD_B);
	ck_assert_int_eq(answerer("office", DEPARTMENT_C), 0); /* nobody yet, but the duty stands */
	struct event *events;
	size_t count;
	ck_assert(events_list(small.db, arena, 0, 10, &events, &count, &failure));
	ck_assert_int_eq(count, 3); /* after the approval, before the opening is written down */
	events++;
	ck_assert_str_eq(events[0].what, "sheet_unnamed");
	ck_assert_str_eq(events[0].subject, "監査委員事務局");
	ck_assert_str_eq(events[0].detail, "office");
}
END_TEST

START_TEST(the_body_answers_through_the_first_administrator_with_a_person)
{
	ck_assert_int_eq(answerer("center", DEPARTMENT_A), CLERK_A);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM progress WHERE set_key = 'center'"), 1);
}
END_TEST

START_TEST(k_and_the_state_are_fixed_at_opening)
{
	struct cycle c;
	struct db *writing = db_open(small.body.path, DB_WRITE, &failure);
	ck_assert(setting_save(writing, "grade_a", "95", &failure));
	db_close(writing);
	ck_assert(cycle_find(small.db, arena, small.cycle.id, &c, &failure));
	ck_assert_int_eq(c.state, CYCLE_OPEN);
	ck_assert_int_eq(c.k, setting_number(small.db, "k"));
	ck_assert_int_eq(
		c.grading.bounds[0], 900); /* as shipped: what is set later counts for later cycles */
	ck_assert_int_eq(c.grading.bounds[1], 750);
	ck_assert_int_eq(c.grading.bounds[2], 600);
	ck_assert_int_eq(c.edition, 1);
	ck_assert_int_eq(c.opened_at, instant_of_day(day_of(2026, 10, 1)) + NOON);
	ck_assert_int_eq(c.final_at, 0);
	struct cycle current;
	ck_assert(cycle_current(small.db, arena, &current, &failure));
	ck_assert_int_eq(current.id, c.id);
	ck_assert(!cycle_of_year(small.db, arena, 2025, &c, &failure));
	ck_assert_int_eq(failure.kind, ERR_ABSENT);
}
END_TEST

struct move {
	const char *name, *reason;
};

static bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	const struct move *m = p->with;
	return cycle_move_make(
		db, p, store_bank(small.store), small.cycle.id, m->name, m->reason, 3, 1790000100, e);
}

static bool
moves(const char *name, const char *reason)
{
	struct move m = {name, reason};
	err_clear(&failure);
	return writer_run(store_writer(small.store), move_work, &m, &failure);
}

static bool
does(bool (*work)(struct db *, struct piece *, struct err *), const char *with)
{
	err_clear(&failure);
	return writer_run(store_writer(small.store), work, (void *)with, &failure);
}

START_TEST(a_cycle_becomes_final_and_reopens_with_a_reason_and_a_new_edition)
{
	struct cycle c;
	ck_assert(!moves("open", "")); /* it is open */
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(!moves("reopen", "理由"));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(!moves("confirm", "")); /* nobody has submitted */
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(moves("confirm", "試行のため"));
	ck_assert(moves("finalise", "試行のため"));
	ck_assert(!moves("finalise", "試行のため"));
	ck_assert(!moves("open", "")); /* that would make its sheets again */
	ck_assert(!moves("reopen", " \n"));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert(cycle_find(small.db, arena, small.cycle.id, &c, &failure));
	ck_assert_int_eq(c.state, CYCLE_FINAL);
	ck_assert_int_eq(c.final_at, 1790000100);
	ck_assert(moves("reopen", "集計前の訂正"));
	ck_assert(cycle_find(small.db, arena, small.cycle.id, &c, &failure));
	ck_assert_int_eq(c.state, CYCLE_OPEN);
	ck_assert_int_eq(c.edition, 2);
	ck_assert_int_eq(c.final_at, 0);
	struct event *events;
	size_t count;
	ck_assert(events_list(small.db, arena, 0, 1, &events, &count, &failure));
	ck_assert_str_eq(events[0].what, "cycle_reopened");
	ck_assert_str_eq(events[0].detail, "集計前の訂正");
	ck_assert_str_eq(events[0].who, "山﨑");
}
END_TEST

static bool
transfer_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"UPDATE post SET department_id = 2 WHERE person_id = 12; UPDATE person SET name = '改姓' "
		"WHERE "
		"id = 12;"
		"UPDATE department_term SET name = '新しい名', flags = 0 WHERE department_id = 1",
		e);
}

START_TEST(viewpoint_03_a_transfer_in_an_open_cycle_leaves_the_sheet_where_it_was)
{
	struct sheet s;
	int64_t id = small_sheet_of(&small, CLERK_A);
	ck_assert(does(transfer_work, NULL));
	ck_assert(sheet_find(small.db, arena, id, &s, &failure));
	ck_assert_int_eq(s.department_id, DEPARTMENT_A);
	ck_assert_str_eq(s.department_name, "総務課");
	ck_assert_str_eq(s.person_name, "山﨑");
	ck_assert_int_eq(s.flags, flag_parse("NET"));
	struct sheet *of_department;
	size_t count;
	ck_assert(sheets_of_department(
		small.db, arena, small.cycle.id, DEPARTMENT_A, "tiny", &of_department, &count, &failure));
	ck_assert_int_eq(count, 3);
	ck_assert_int_eq(of_department[1].person_id, CLERK_A);
}
END_TEST

START_TEST(a_person_sees_the_own_sheets_in_the_order_of_the_sets)
{
	struct sheet *s;
	size_t count;
	ck_assert(sheets_of_person(small.db, arena, HEAD_A, &s, &count, &failure));
	ck_assert_int_eq(count, 2);
	ck_assert_str_eq(s[0].set_key, "tiny");
	ck_assert_str_eq(s[1].set_key, "office");
	ck_assert_int_eq(s[0].state, CYCLE_OPEN);
}
END_TEST

static bool
lineage_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	/* E came out of D, and D out of B; A came from nowhere. */
	return lineage_add(db, 4, 5, 30000, e) && lineage_add(db, DEPARTMENT_B, 4, 20000, e);
}

START_TEST(a_trend_goes_back_along_the_lineage)
{
	struct cycle_department d;
	ck_assert(does(lineage_work, NULL));
	ck_assert(cycle_ancestor(small.db, arena, small.cycle.id, DEPARTMENT_A, &d, &failure));
	ck_assert_int_eq(d.department_id, DEPARTMENT_A);
	ck_assert(cycle_ancestor(small.db, arena, small.cycle.id, 5, &d, &failure));
	ck_assert_int_eq(d.department_id, DEPARTMENT_B);
	ck_assert(!cycle_ancestor(small.db, arena, small.cycle.id, 99, &d, &failure));
	ck_assert_int_eq(failure.kind, ERR_ABSENT);
}
END_TEST

START_TEST(the_frozen_set_is_parsed_once_and_shared)
{
	ck_assert_ptr_eq(store_cycle_set(small.store, small.cycle.id, "tiny", &failure), small.tiny);
	ck_assert_int_eq(small.tiny->count, 4);
	ck_assert_ptr_null(store_cycle_set(small.store, small.cycle.id, "nothing", &failure));
	ck_assert_int_eq(failure.kind, ERR_ABSENT);
}
END_TEST

START_TEST(an_audit_checklist_is_refused_and_nothing_of_the_opening_stays)
{
	static const int sets[] = {SMALL_TINY, SMALL_VISIT};
	struct small other = {0};
	struct err e = {0};
	ck_assert(!small_begin(&other, sets, 2, true, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq(body_number(other.db, "SELECT count(*) FROM sheet"), 0);
	ck_assert_int_eq(body_number(other.db, "SELECT count(*) FROM cycle_department"), 0);
	small_teardown(&other);
}
END_TEST

static bool
wrong_work(struct db *db, struct piece *p, struct err *e)
{
	struct cycle c = small.cycle;
	int64_t twice[] = {1, 1}, absent[] = {99};
	(void)p;
	ck_assert(!cycle_create(db, &c, twice, 2, e));
	ck_assert_int_eq(e->kind, ERR_INPUT);
	ck_assert(!cycle_create(db, &c, absent, 1, e));
	ck_assert(!cycle_create(db, &c, twice, 0, e));
	c.due_day = c.opens_day - 1;
	ck_assert(!cycle_create(db, &c, twice, 1, e));
	return false;
}

START_TEST(a_cycle_needs_sets_and_days_in_order)
{
	ck_assert(!does(wrong_work, NULL));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM cycle"), 1);
}
END_TEST

Suite *cycles_suite(void);
Suite *
cycles_suite(void)
{
	Suite *s = suite_create("cycles");
	TCase *t = tcase_create("cycles");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, departments_of_the_base_date_are_frozen);
	tcase_add_test(t, every_active_person_gets_a_personal_sheet);
	tcase_add_test(t, an_office_answers_through_its_manager);
	tcase_add_test(t, the_body_answers_through_the_first_administrator_with_a_person);
	tcase_add_test(t, k_and_the_state_are_fixed_at_opening);
	tcase_add_test(t, a_cycle_becomes_final_and_reopens_with_a_reason_and_a_new_edition);
	tcase_add_test(t, viewpoint_03_a_transfer_in_an_open_cycle_leaves_the_sheet_where_it_was);
	tcase_add_test(t, a_person_sees_the_own_sheets_in_the_order_of_the_sets);
	tcase_add_test(t, a_trend_goes_back_along_the_lineage);
	tcase_add_test(t, the_frozen_set_is_parsed_once_and_shared);
	tcase_add_test(t, an_audit_checklist_is_refused_and_nothing_of_the_opening_stays);
	tcase_add_test(t, a_cycle_needs_sets_and_days_in_order);
	suite_add_tcase(s, t);
	return s;
}
