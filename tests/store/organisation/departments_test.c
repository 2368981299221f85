/* Departments and what is decided about them: the state of a day, lineage, people, refusals. */
#include "store/body.h"
#include "store/organisation/departments.h"
#include "store/organisation/people.h"

static struct body body;
static struct store *store;
static struct db *db;
static struct err e;
static struct decision by;
static int64_t a, b, person;

typedef bool decision_work(struct db *d, struct err *why);

static bool
run_work(struct db *d, struct piece *p, struct err *why)
{
	return (*(decision_work *const *)p->with)(d, why);
}

/* What a refused decision began is rolled back. */
static bool
run(decision_work *work)
{
	e = (struct err){0};
	return writer_run(store_writer(store), run_work, &work, &e);
}

static bool
work_begin(struct db *d, struct err *why)
{
	struct department one = {.key = "A", .name = "A", .valid_from = day_of(2020, 4, 1), .flags = 1};
	struct department two = {.key = "B", .name = "B", .valid_from = day_of(2020, 4, 1), .flags = 2};
	struct person p = {.number = "1", .name = "1", .kana = "", .kind = "", .mail = ""};
	bool ok = department_add(d, &one, &by, why) && department_add(d, &two, &by, why) &&
		  person_save(d, &p, why) && post_change(d, p.id, one.id, "", day_of(2020, 4, 1), why);
	a = one.id;
	b = two.id;
	person = p.id;
	return ok;
}

static void
setup(void)
{
	body_setup(&body);
	store = store_open(body.directory, &e);
	ck_assert_msg(store != NULL, "%s", e.text);
	db = store_reader(store, &e);
	by = (struct decision){.day = day_of(2026, 4, 1),
		.approver = "CISO",
		.reason = "R8",
		.now = instant_of_day(day_of(2026, 5, 1))};
	ck_assert_msg(run(work_begin), "%s", e.text);
}

static void
teardown(void)
{
	store_close(store);
	body_teardown(&body);
}

static struct department
look(const char *key, day_t day)
{
	struct department d;
	ck_assert_msg(department_find(db, body.arena, key, day, &d, &e), "%s", e.text);
	return d;
}

static bool
work_rename(struct db *d, struct err *why)
{
	return department_rename(d, a, "NEW", &by, why);
}

START_TEST(a_new_name_counts_from_its_day_and_keeps_the_department)
{
	ck_assert(run(work_rename));
	struct department before = look("A", day_of(2026, 3, 31)), after = look("A", day_of(2026, 4, 1));
	ck_assert_str_eq(before.name, "A");
	ck_assert_str_eq(before.approver, "");
	ck_assert_str_eq(after.name, "NEW");
	ck_assert_str_eq(after.approver, "CISO");
	ck_assert_str_eq(after.reason, "R8");
	ck_assert_int_eq(after.id, before.id);
	ck_assert_uint_eq(after.flags, 1);
	by.day = day_of(2026, 5, 2);
	ck_assert(!run(work_rename)); /* tomorrow */
	ck_assert_int_eq(e.kind, ERR_INPUT);
	by.day = day_of(2020, 3, 31);
	ck_assert(!run(work_rename)); /* before it was */
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

static bool
work_flags(struct db *d, struct err *why)
{
	struct decision flags = by;
	flags.approver = "CIO";
	flags.reason = "duties";
	return department_set_flags(d, a, 3, &flags, why);
}

START_TEST(who_approved_the_flags_stays_with_them_through_other_decisions)
{
	ck_assert(run(work_flags));
	ck_assert(run(work_rename)); /* on the same day, by another */
	struct department now = look("A", by.day);
	ck_assert_str_eq(now.flags_approver, "CIO");
	ck_assert_str_eq(now.flags_reason, "duties");
	ck_assert_str_eq(now.approver, "CISO");
	ck_assert_uint_eq(now.flags, 3);
}
END_TEST

static bool
work_under(struct db *d, struct err *why)
{
	return department_move(d, b, a, "committee", 5, &by, why);
}

static bool
work_circle(struct db *d, struct err *why)
{
	return department_move(d, a, b, "internal", 1, &by, why);
}

static bool
work_end(struct db *d, struct err *why)
{
	return department_end(d, a, &by, why);
}

static bool
work_empty(struct db *d, struct err *why)
{
	return post_change(d, person, b, "", day_of(2026, 4, 1), why);
}

START_TEST(it_stands_under_another_but_never_under_itself_and_ends_only_empty)
{
	ck_assert(run(work_under));
	ck_assert_int_eq(look("B", by.day).parent_id, a);
	ck_assert_int_eq(look("B", by.day - 1).parent_id, 0);
	ck_assert(!run(work_circle));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!run(work_end)); /* a person holds a post in it */
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(run(work_empty));
	ck_assert(!run(work_end)); /* B stands under it */
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq(look("A", by.day).valid_to, 0);
}
END_TEST

static bool
work_split(struct db *d, struct err *why)
{
	struct department parts[2] = {{.key = "C", .name = "C"}, {.key = "D", .name = "D"}};
	return department_split(d, a, parts, 2, &by, why);
}

static bool
work_split_taken(struct db *d, struct err *why)
{
	struct department parts[2] = {{.key = "C", .name = "C"}, {.key = "B", .name = "B"}};
	return department_split(d, a, parts, 2, &by, why);
}

START_TEST(a_split_ends_it_the_day_before_and_a_refused_one_changes_nothing)
{
	struct kin *kin;
	size_t count;
	ck_assert(!run(work_split_taken));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM department"), 2);
	ck_assert(run(work_split));
	ck_assert_int_eq(look("A", by.day).valid_to, by.day - 1);
	ck_assert_uint_eq(look("D", by.day).flags, 1);
	ck_assert(department_kin(db, body.arena, a, true, &kin, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(kin[0].day, by.day);
	ck_assert_int_eq(
		body_number(db, "SELECT d.key = 'C' FROM post o JOIN department d ON d.id = o.department_id"
				" WHERE o.valid_to IS NULL"),
		1);
	ck_assert(!run(work_split)); /* it has ended */
}
END_TEST

static bool
work_merge(struct db *d, struct err *why)
{
	struct department into = {.key = "M", .name = "M"};
	return department_merge(d, (const int64_t[]){a, b}, 2, &into, &by, why);
}

static bool
work_merge_alone(struct db *d, struct err *why)
{
	struct department into = {.key = "M", .name = "M"};
	return department_merge(d, &a, 1, &into, &by, why);
}

static bool
work_merge_itself(struct db *d, struct err *why)
{
	struct department into = {.key = "A"};
	return department_merge(d, (const int64_t[]){a, b}, 2, &into, &by, why);
}

START_TEST(a_merge_does_what_all_did_and_needs_more_than_one)
{
	ck_assert(!run(work_merge_alone));
	ck_assert(!run(work_merge_itself));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(run(work_merge));
	ck_assert_uint_eq(look("M", by.day).flags, 3);
	ck_assert_str_eq(look("M", by.day).approver, "CISO");
	ck_assert_int_eq(look("A", by.day).valid_to, by.day - 1);
	ck_assert_int_eq(look("B", by.day).valid_to, by.day - 1);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM lineage"), 2);
}
END_TEST

static int64_t successor, predecessor;

static bool
work_came_of(struct db *d, struct err *why)
{
	return department_came_of(d, successor, predecessor, &by, why);
}

static bool
work_entry(struct db *d, struct err *why)
{
	return db_script(d,
		"INSERT INTO entry (kind, key, name, department_id, valid_from, fields)"
		" SELECT 'system', 'S', 's', id, 0, '{}' FROM department WHERE key = 'A'",
		why);
}

/* The roster came first: C began and A ended without anybody saying what came of which. */
static bool
work_roster_came_first(struct db *d, struct err *why)
{
	struct department new = {.key = "C", .name = "C", .valid_from = by.day};
	struct decision last = by;
	last.day = by.day - 1;
	bool ok = department_add(d, &new, &by, why) && post_change(d, person, new.id, "", by.day, why) &&
		  department_end(d, a, &last, why);
	successor = new.id;
	return ok;
}

START_TEST(what_came_of_which_can_be_said_afterwards)
{
	struct kin *kin;
	size_t count;
	ck_assert_msg(run(work_entry) && run(work_roster_came_first), "%s", e.text);
	predecessor = a;
	ck_assert_msg(run(work_came_of), "%s", e.text);
	ck_assert(department_kin(db, body.arena, successor, false, &kin, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(kin[0].department.key, "A");
	ck_assert_int_eq(kin[0].day, by.day);
	ck_assert_int_eq(body_number(db, "SELECT department_id FROM entry"), successor); /* A is no more */
	predecessor = successor;
	ck_assert(!run(work_came_of));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	predecessor = successor;
	successor = b;
	ck_assert(!run(work_came_of)); /* C did not exist the day before */
	predecessor = a;
	ck_assert(run(work_came_of)); /* a second heir; the entries have gone already */
	by.day = by.now / 86400 + 2;
	ck_assert(!run(work_came_of)); /* in the future */
}
END_TEST

Suite *departments_suite(void);
Suite *
departments_suite(void)
{
	Suite *s = suite_create("departments");
	TCase *t = tcase_create("departments");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_new_name_counts_from_its_day_and_keeps_the_department);
	tcase_add_test(t, who_approved_the_flags_stays_with_them_through_other_decisions);
	tcase_add_test(t, it_stands_under_another_but_never_under_itself_and_ends_only_empty);
	tcase_add_test(t, a_split_ends_it_the_day_before_and_a_refused_one_changes_nothing);
	tcase_add_test(t, what_came_of_which_can_be_said_afterwards);
	tcase_add_test(t, a_merge_does_what_all_did_and_needs_more_than_one);
	suite_add_tcase(s, t);
	return s;
}
