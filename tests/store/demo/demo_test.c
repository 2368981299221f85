#include "store/demo/demo.h"

#include "domain/organisation/role.h"
#include "store/body.h"
#include "store/cycle/cycles.h"
#include "store/figure/tallies.h"
#include "store/organisation/account.h"
#include "store/organisation/people.h"
#include "store/sheet/sheets.h"

static struct body body;
static struct store *store;
static struct db *db;
static struct err failure;
static const instant_t now = 1795400000; /* 2026-11-23 in Japan */

static void
make(int staff, int departments)
{
	struct demo_wish wish = {"open sesame", staff, departments, 0.9, now};
	body_setup(&body);
	store = store_open(body.directory, &failure);
	ck_assert_msg(demo_fill(store, &wish, &failure), "%s", failure.text);
	db = store_reader(store, &failure);
}

static void
setup(void)
{
	make(DEMO_STAFF, DEMO_DEPARTMENTS);
}

static void
teardown(void)
{
	store_close(store);
	body_teardown(&body);
}

static void
say(void *with, const char *line)
{
	(void)with;
	ck_abort_msg("%s", line);
}

static void
clean(void)
{
	struct verify_result r;
	ck_assert_msg(tallies_verify(store, say, NULL, &r, &failure), "%s", failure.text);
	ck_assert_int_gt(r.submissions, 0);
}

START_TEST(the_usual_body_has_its_size_and_verifies)
{
	clean();
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM person"), 68);
	struct cycle *cycles;
	size_t count;
	ck_assert(cycles_list(db, body.arena, &cycles, &count, &failure));
	ck_assert_int_eq(count, 3);
	ck_assert_int_eq(cycles[0].year, 2026);
	ck_assert_int_eq(cycles[0].state, CYCLE_OPEN);
	ck_assert_int_gt(cycles[0].due_day, day_of_instant(now));
	ck_assert_int_eq(cycles[1].state, CYCLE_REPORTED);
	ck_assert_int_eq(cycles[2].state, CYCLE_ENDED);
	static const int expected[] = {8, 7, 7}; /* one department became two in 2026 */
	for (size_t i = 0; i < 3; i++) {
		struct cycle_department *d;
		ck_assert(cycle_departments(db, body.arena, cycles[i].id, &d, &count, &failure));
		ck_assert_int_eq(count, expected[i]);
	}
	struct progress_row *p;
	ck_assert(progress_list(db, body.arena, cycles[0].id, "staff", 0, &p, &count, &failure));
	ck_assert_int_eq(p[count - 1].asked, 1);
	ck_assert_int_eq(p[count - 2].asked, 2);
}
END_TEST

START_TEST(both_halves_of_the_split_go_back_to_the_whole)
{
	struct cycle old;
	struct department half;
	struct cycle_department whole;
	ck_assert(cycle_of_year(db, body.arena, 2025, &old, &failure));
	static const char *const halves[] = {"051", "052"};
	for (size_t i = 0; i < 2; i++) {
		ck_assert(department_find(db, body.arena, halves[i], day_of_instant(now), &half, &failure));
		ck_assert_int_eq(half.valid_from, day_of(2026, 4, 1));
		ck_assert(cycle_ancestor(db, body.arena, old.id, half.id, &whole, &failure));
		ck_assert_str_eq(whole.key, "050");
	}
}
END_TEST

START_TEST(every_role_can_sign_in)
{
	static const struct {
		const char *login;
		unsigned role;
	} expected[] = {{"staff", ROLE_STAFF}, {"manager", ROLE_MANAGER}, {"auditor", ROLE_AUDITOR},
		{"management", ROLE_MANAGEMENT}, {"admin", ROLE_ADMIN}, {"lead", ROLE_LEAD}};
	for (size_t i = 0; i < 6; i++) {
		struct account a;
		ck_assert(account_by_login(db, body.arena, expected[i].login, &a, &failure));
		ck_assert(a.roles & expected[i].role);
		ck_assert_int_gt(a.person_id, 0);
		ck_assert(password_verify(a.password, "open sesame"));
	}
}
END_TEST

START_TEST(staff_has_something_to_answer_and_the_manager_a_department)
{
	struct account staff, manager;
	struct sheet *sheets;
	size_t count;
	ck_assert(account_by_login(db, body.arena, "staff", &staff, &failure));
	ck_assert(account_by_login(db, body.arena, "manager", &manager, &failure));
	ck_assert(sheets_of_person(db, body.arena, staff.person_id, &sheets, &count, &failure));
	ck_assert_int_eq(count, 3);
	ck_assert_int_eq(sheets[0].state, CYCLE_OPEN);
	ck_assert_int_eq(sheets[0].revision, 0);
	ck_assert(sheets_of_person(db, body.arena, manager.person_id, &sheets, &count, &failure));
	ck_assert_str_eq(sheets[1].set_key, "manager");
	struct cycle open;
	struct progress_row *p;
	ck_assert(cycle_current(db, body.arena, &open, &failure));
	ck_assert(
		progress_list(db, body.arena, open.id, "staff", manager.department_id, &p, &count, &failure));
	ck_assert_int_ge(p[0].submitted, 5);
}
END_TEST

START_TEST(older_years_asked_in_their_own_words)
{
	struct cycle old, new;
	ck_assert(cycle_of_year(db, body.arena, 2025, &old, &failure));
	ck_assert(cycle_of_year(db, body.arena, 2026, &new, &failure));
	const struct questionnaire *then = store_cycle_set(store, old.id, "staff", &failure),
				   *today = store_cycle_set(store, new.id, "staff", &failure);
	ck_assert_ptr_nonnull(then);
	ck_assert_ptr_nonnull(today);
	int reworded = 0, changed = 0;
	for (size_t i = 0; i < today->count; i++) {
		const struct item *was = questionnaire_find(then, today->items[i].id);
		reworded += was != NULL && strcmp(was->text, today->items[i].text) != 0;
		changed += was != NULL && was->meaning != today->items[i].meaning;
	}
	ck_assert_int_eq(reworded, 2);
	ck_assert_int_eq(changed, 1);
	ck_assert_str_ne(then->edition, today->edition);
}
END_TEST

START_TEST(rare_characters_are_among_the_names)
{
	ck_assert_int_gt(body_number(db, "SELECT count(*) FROM person WHERE name LIKE '髙%'"), 0);
	ck_assert_int_gt(body_number(db, "SELECT count(*) FROM person WHERE name LIKE '%﨑%'"), 0);
	ck_assert_int_gt(body_number(db, "SELECT count(*) FROM person WHERE name LIKE '𠮷%'"), 0);
	ck_assert_int_gt(body_number(db, "SELECT count(*) FROM person WHERE name LIKE '葛󠄀%'"), 0);
}
END_TEST

START_TEST(there_are_drafts_late_ones_and_untouched_ones)
{
	ck_assert_int_gt(body_number(db, "SELECT sum(late) FROM progress"), 0);
	ck_assert_int_gt(body_number(db, "SELECT sum(drafts) FROM progress"), 0);
	ck_assert_int_gt(body_number(db, "SELECT sum(asked - drafts - submitted) FROM progress"), 0);
}
END_TEST

START_TEST(other_sizes_come_out_as_asked_and_verify)
{
	static const int sizes[][2] = {{20, 8}, {300, 100}, {1200, 40}};
	for (size_t i = 0; i < 3; i++) {
		make(sizes[i][0], sizes[i][1]);
		ck_assert_int_eq(body_number(db, "SELECT count(*) FROM person"), sizes[i][0]);
		ck_assert_int_eq(
			body_number(db,
				"SELECT count(*) FROM cycle_department d JOIN cycle c ON c.id = d.cycle_id"
				" WHERE c.year = 2026"),
			sizes[i][1]);
		ck_assert_int_eq(body_number(db, "SELECT count(*) FROM account WHERE password IS NOT NULL"),
			sizes[i][0] > 1000 ? 6 : sizes[i][0]);
		clean();
		teardown();
	}
}
END_TEST

Suite *demo_suite(void);
Suite *
demo_suite(void)
{
	Suite *s = suite_create("demo");
	TCase *t = tcase_create("usual"), *sizes = tcase_create("sizes");
	tcase_set_timeout(t, 60);
	tcase_set_timeout(sizes, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_usual_body_has_its_size_and_verifies);
	tcase_add_test(t, both_halves_of_the_split_go_back_to_the_whole);
	tcase_add_test(t, every_role_can_sign_in);
	tcase_add_test(t, staff_has_something_to_answer_and_the_manager_a_department);
	tcase_add_test(t, older_years_asked_in_their_own_words);
	tcase_add_test(t, rare_characters_are_among_the_names);
	tcase_add_test(t, there_are_drafts_late_ones_and_untouched_ones);
	tcase_add_test(sizes, other_sizes_come_out_as_asked_and_verify);
	suite_add_tcase(s, t);
	suite_add_tcase(s, sizes);
	return s;
}
