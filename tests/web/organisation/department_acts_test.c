/* Departments renamed, moved, split, merged and ended, and persons moved, on the pages of the secretariat. */
#include "store/organisation/departments.h"
#include "store/organisation/people.h"
#include "web/body.h"

enum { STAFF = 0, ADMINISTRATOR = 4, FOUNDED = 20000 };

#define DECIDED "on=2026-04-01&approver=CISO&reason=R8"

static struct body *b;
static struct arena *arena;

static bool
body_make(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	struct decision by = {.approver = "", .reason = "", .now = clock_now()};
	struct department soumu = {.key = "010", .name = "総務課", .valid_from = FOUNDED};
	struct department zeimu = {.key = "020", .name = "税務課", .valid_from = FOUNDED};
	struct person one = {.number = "1001", .name = "髙橋", .kana = "", .kind = "", .mail = ""};
	return department_add(db, &soumu, &by, e) && department_add(db, &zeimu, &by, e) &&
	       person_save(db, &one, e) && post_change(db, one.id, soumu.id, "", FOUNDED, e);
}

static void
setup(void)
{
	b = body_start();
	body_write(b, body_make, NULL);
	arena = arena_create();
}

static void
teardown(void)
{
	arena_destroy(arena);
	body_stop(b);
}

static struct db *
reader(void)
{
	struct err e = {0};
	return store_reader(b->store, &e);
}

static struct department
look(const char *key)
{
	struct err e = {0};
	struct department d;
	ck_assert_msg(
		department_find(reader(), arena, key, day_of_instant(clock_now()), &d, &e), "%s", e.text);
	return d;
}

/* The latest of a department's events says so. */
static bool
event_told(const char *subject, const char *what)
{
	struct err e = {0};
	struct event *list;
	size_t count;
	ck_assert_msg(events_about(reader(), arena, subject, 10, &list, &count, &e), "%s", e.text);
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].what, what) == 0)
			return true;
	return false;
}

static int
ask(const char *path, const char *fields)
{
	return body_as(b, ADMINISTRATOR, fields != NULL ? "POST" : "GET", path, fields);
}

START_TEST(a_department_is_added_and_stands_in_the_tree)
{
	ck_assert_int_eq(ask("/admin/departments",
				 DECIDED "&key=030&name=%E7%9B%A3%E6%9F%BB&kind=committee&parent=010"),
		303);
	ck_assert_int_eq(ask("/admin/departments", NULL), 200);
	ck_assert(body_says(b, "administrative committee"));
	ck_assert(body_says(b, "（総務課の下）"));
	ck_assert_str_eq(look("030").approver, "CISO");
	ck_assert(event_told("030", "department_added"));
}
END_TEST

START_TEST(what_cannot_be_added_is_said_and_shown_again)
{
	static const struct {
		const char *fields, *says;
	} rows[] = {
		{DECIDED "&key=010&name=typed&kind=internal&parent=", "value=\"typed\""},
		{DECIDED "&key=0%2F1&name=typed&kind=internal&parent=", "value=\"typed\""},
		{DECIDED "&key=030&name=typed&kind=other&parent=", "there is no such kind of department"},
		{DECIDED "&key=030&name=typed&kind=internal&parent=999", "value=\"999\""},
		{"on=2999-01-01&approver=a&reason=r&key=030&name=n&kind=internal&parent=",
			"value=\"2999-01-01\""},
		{"on=2026-04-01&approver=&reason=r&key=030&name=n&kind=internal&parent=",
			"Approved by is not filled in"},
		{"on=2026-04-01&approver=a&reason=&key=030&name=n&kind=internal&parent=",
			"Reason is not filled in"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_assert_int_eq(ask("/admin/departments", rows[i].fields), 422);
		ck_assert_msg(body_says(b, rows[i].says), "%s", rows[i].fields);
		ck_assert(body_says(b, "保存していません。"));
	}
	ck_assert_int_eq(body_as(b, STAFF, "POST", "/admin/departments",
				 DECIDED "&key=030&name=n&kind=internal&parent="),
		403);
	ck_assert_int_eq(ask("/admin/departments/030", NULL), 404);
}
END_TEST

START_TEST(a_new_name_is_a_new_line_of_the_history)
{
	ck_assert_int_eq(ask("/admin/departments/010/rename", DECIDED "&name=NEW"), 303);
	ck_assert_int_eq(ask("/admin/departments/010?done=rename", NULL), 200);
	ck_assert(body_says(b, "<h1>NEW</h1>"));
	ck_assert(body_says(b, "<th scope=\"row\">総務課</th>"));
	ck_assert(body_says(b, "CISO　R8"));
	ck_assert(body_says(b, "を記録しました"));
	ck_assert(event_told("総務課", "department_renamed"));
	ck_assert_int_eq(ask("/admin/departments/010/rename", DECIDED "&name="), 422);
	ck_assert_int_eq(ask("/admin/departments/010/elsewhere", DECIDED), 404);
	ck_assert_int_eq(ask("/admin/departments/010/rename", DECIDED "&name=x&more=1"), 400);
}
END_TEST

START_TEST(a_department_moves_under_another_but_not_under_itself)
{
	ck_assert_int_eq(ask("/admin/departments/020/move", DECIDED "&parent=010&kind=assembly&ord=7"), 303);
	struct department d = look("020");
	ck_assert_int_eq(d.parent_id, look("010").id);
	ck_assert_str_eq(d.kind, "assembly");
	ck_assert_int_eq(d.ord, 7);
	ck_assert_int_eq(ask("/admin/departments/010/move", DECIDED "&parent=020&kind=internal&ord=1"), 422);
	ck_assert_int_eq(ask("/admin/departments/020/move", DECIDED "&parent=&kind=internal&ord=first"), 422);
	ck_assert(body_says(b, "value=\"first\""));
	ck_assert_int_eq(look("010").parent_id, 0);
}
END_TEST

START_TEST(a_split_is_seen_on_both_sides)
{
	ck_assert_int_eq(ask("/admin/departments/010/split",
				 DECIDED "&key1=011&name1=FIRST&key2=&name2=&key3=&name3=&key4=&name4="),
		422);
	ck_assert_int_eq(ask("/admin/departments/010/split",
				 DECIDED "&key1=011&name1=FIRST&key2=020&name2=x&key3=&name3=&key4=&name4="),
		422);
	ck_assert(body_says(b, "value=\"FIRST\""));
	ck_assert_int_eq(ask("/admin/departments/010/split", DECIDED
				 "&key1=011&name1=FIRST&key2=012&name2=SECOND&key3=&name3=&key4=&name4="),
		303);
	ck_assert_int_eq(ask("/admin/departments", NULL), 200);
	ck_assert(body_says(b, "廃止した部署（1）"));
	ck_assert_int_eq(ask("/admin/departments?ended=1", NULL), 200);
	ck_assert(body_says(b, "/admin/departments/012\">SECOND</a>"));
	ck_assert_int_eq(ask("/admin/departments/012", NULL), 200);
	ck_assert(body_says(b, "/admin/departments/010\">総務課</a>（"));
	ck_assert_int_eq(ask("/admin/departments/010", NULL), 200);
	ck_assert(body_says(b, "/admin/departments/011\">FIRST</a>（"));
	/* what has ended offers nothing to decide */
	ck_assert(!body_says(b, "/admin/departments/010/split\""));
	ck_assert_int_eq(ask("/admin/people/1001", NULL), 200);
	ck_assert(body_says(b, "FIRST"));
}
END_TEST

START_TEST(what_it_came_out_of_can_be_recorded_by_hand)
{
	ck_assert_int_eq(ask("/admin/departments/020/predecessor", DECIDED "&predecessor=020"), 422);
	ck_assert_int_eq(ask("/admin/departments/020/predecessor", DECIDED "&predecessor=999"), 422);
	ck_assert_int_eq(ask("/admin/departments/020/predecessor", DECIDED "&predecessor=010"), 303);
	ck_assert_int_eq(ask("/admin/departments/020", NULL), 200);
	ck_assert(body_says(b, "/admin/departments/010\">総務課</a>（"));
	ck_assert(event_told("税務課", "predecessor_recorded"));
	ck_assert_int_eq(ask("/admin/departments/010/predecessor", DECIDED "&predecessor=020"), 422);
	ck_assert(body_says(b, "not the other way round"));
}
END_TEST

START_TEST(a_merge_takes_the_people_along_and_an_end_waits_until_they_are_gone)
{
	ck_assert_int_eq(ask("/admin/departments/010/end", DECIDED), 422);
	ck_assert_int_eq(ask("/admin/departments/010/merge", DECIDED "&others=020&key=030&name="), 422);
	ck_assert(body_says(b, "030 is a new code"));
	ck_assert_int_eq(ask("/admin/departments/010/merge", DECIDED "&others=999&key=030&name=n"), 422);
	ck_assert_int_eq(ask("/admin/departments/010/merge", DECIDED "&others=&key=020&name="), 303);
	ck_assert_int_eq(look("010").valid_to, look("020").since - 1);
	ck_assert_int_eq(ask("/admin/departments/020/end", DECIDED), 422);
	ck_assert_int_eq(ask("/admin/people/1001/leave", "on=2026-05-01"), 303);
	ck_assert_int_eq(ask("/admin/departments/020/end", "on=2026-05-01&approver=CISO&reason=R8"), 303);
	ck_assert(event_told("税務課", "department_ended"));
}
END_TEST

static bool
sections_work(struct db *db, struct piece *p, struct err *e)
{
	struct decision by = {.approver = "", .reason = "", .now = clock_now()};
	bool ok = true;
	for (int i = 0; ok && i < *(int *)p->with; i++) {
		struct department d = {.key = arena_printf(arena, "S%03d", i),
			.name = arena_printf(arena, "section %03d", i),
			.parent_id = i == 0 ? 1 : 3,
			.valid_from = FOUNDED};
		ok = department_add(db, &d, &by, e);
	}
	return ok;
}

/* 総務課, section 000 under it, 150 sections under that, 税務課. */
START_TEST(hundreds_are_shown_a_hundred_at_a_time_and_each_page_names_what_its_rows_stand_under)
{
	int sections = 151;
	body_write(b, sections_work, &sections);
	ck_assert_int_eq(ask("/admin/departments", NULL), 200);
	ck_assert(body_says(b, "全153部署"));
	ck_assert(body_says(b, ">section 098</a><span class=\"hidden-visually\">（section 000の下）"));
	ck_assert(!body_says(b, ">section 099</a>"));
	ck_assert(body_says(b, "page=2"));
	ck_assert(!body_says(b, "<option value=\"S098\">")); /* too many to choose from */
	ck_assert_int_eq(ask("/admin/departments?page=2", NULL), 200);
	ck_assert(body_says(b, ">section 099</a><span class=\"small muted\">（section 000の下）"));
	ck_assert(body_says(b, ">section 100</a><span class=\"hidden-visually\">（section 000の下）"));
	ck_assert(body_says(b, ">税務課</a>"));
	ck_assert(!body_says(b, "page=3"));
	ck_assert_int_eq(ask("/admin/departments?q=S149", NULL), 200);
	ck_assert(body_says(b, ">section 149</a>"));
	ck_assert(!body_says(b, ">section 148</a>"));
}
END_TEST

START_TEST(a_person_is_moved_holds_a_further_post_and_is_absent)
{
	ck_assert_int_eq(ask("/admin/people/1001/further", "on=2026-04-01&department=010&title="), 422);
	ck_assert_int_eq(ask("/admin/people/1001/further", "on=2026-04-01&department=020&title=T"), 303);
	ck_assert_int_eq(ask("/admin/people/1001", NULL), 200);
	ck_assert(body_says(b, "<td>兼務</td><td>T</td>"));
	ck_assert_int_eq(ask("/admin/people/1001/further-end", "on=2026-05-31&department=020"), 303);
	ck_assert_int_eq(ask("/admin/people/1001/further-end", "on=2026-06-30&department=020"), 422);
	ck_assert_int_eq(ask("/admin/people/1001/transfer", "on=2026-07-01&department=999&title="), 422);
	ck_assert_int_eq(ask("/admin/people/1001/transfer", "on=2026-07-01&department=020&title="), 303);
	ck_assert_int_eq(ask("/admin/people/1001/absence", "from=2026-08-10&to=2026-08-01&reason=WHY"), 422);
	ck_assert(body_says(b, "value=\"WHY\""));
	ck_assert_int_eq(ask("/admin/people/1001/absence", "from=2026-08-10&to=&reason=WHY"), 303);
	ck_assert_int_eq(ask("/admin/people/1001", NULL), 200);
	ck_assert(body_says(b, "WHY"));
	ck_assert_int_eq(ask("/admin/people/1001/absence-drop", "from=2026-08-11"), 422);
	ck_assert_int_eq(ask("/admin/people/1001/absence-drop", "from=2026-08-10"), 303);
	ck_assert(event_told("髙橋", "absence_dropped"));
}
END_TEST

START_TEST(a_mail_address_and_the_last_day_are_kept_and_nobody_returns_by_accident)
{
	ck_assert_int_eq(ask("/admin/people/1001/mail", "mail=nobody"), 422);
	ck_assert(body_says(b, "value=\"nobody\""));
	ck_assert_int_eq(ask("/admin/people/1001/mail", "mail=a%40example.jp"), 303);
	ck_assert_int_eq(ask("/admin/people/1001/leave", "on=2999-01-01"), 422);
	ck_assert_int_eq(ask("/admin/people/1001/leave", "on=2026-05-01"), 303);
	ck_assert_int_eq(ask("/admin/people/1001/transfer", "on=2026-07-01&department=020&title="), 422);
	ck_assert_int_eq(ask("/admin/people/1001", NULL), 200);
	ck_assert(body_says(b, "<dd>a@example.jp</dd>"));
	ck_assert_int_eq(ask("/admin/people/9999", NULL), 404);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/admin/people/1001", NULL), 403);
}
END_TEST

Suite *department_acts_suite(void);
Suite *
department_acts_suite(void)
{
	Suite *s = suite_create("department_acts");
	TCase *t = tcase_create("department_acts");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_department_is_added_and_stands_in_the_tree);
	tcase_add_test(t, what_cannot_be_added_is_said_and_shown_again);
	tcase_add_test(t, a_new_name_is_a_new_line_of_the_history);
	tcase_add_test(t, a_department_moves_under_another_but_not_under_itself);
	tcase_add_test(
		t, hundreds_are_shown_a_hundred_at_a_time_and_each_page_names_what_its_rows_stand_under);
	tcase_add_test(t, what_it_came_out_of_can_be_recorded_by_hand);
	tcase_add_test(t, a_split_is_seen_on_both_sides);
	tcase_add_test(t, a_merge_takes_the_people_along_and_an_end_waits_until_they_are_gone);
	tcase_add_test(t, a_person_is_moved_holds_a_further_post_and_is_absent);
	tcase_add_test(t, a_mail_address_and_the_last_day_are_kept_and_nobody_returns_by_accident);
	suite_add_tcase(s, t);
	return s;
}
