/* An audit as it is written down: its number, who is named in it, what is refused. */
#include "store/audit/engagements.h"

#include "domain/organisation/role.h"
#include "store/small.h"

enum { LEAD = 40, AUDITOR, CHIEF, MANAGER_A = 2 };

static struct small s;
static instant_t now;

static bool
accounts_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"INSERT INTO account (id, login, roles, created_at) VALUES (40, 'lead', 32, 0),"
		" (41, 'auditor', 4, 0), (42, 'chief', 8, 0)",
		e);
}

static void
setup(void)
{
	struct err e = {0};
	small_setup(&s);
	now = instant_of_day(day_of(2026, 8, 3)) + NOON;
	ck_assert(writer_run(store_writer(s.store), accounts_work, NULL, &e));
}

static void
teardown(void)
{
	small_teardown(&s);
}

struct work {
	struct engagement_act act;
	struct engagement what;
	int64_t account_id;
	bool lead;
};

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return engagement_add(db, &w->act, &w->what, e);
}

static bool
name_work(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	struct engagement g;
	if (w->act.revision == 0) { /* as it is now */
		if (!engagement_find(db, s.body.arena, w->act.engagement_id, &g, e))
			return false;
		w->act.revision = g.revision;
	}
	return engagement_name(db, &w->act, w->account_id, w->lead, "", e);
}

static struct work
planned(void)
{
	return (struct work){
		.act = {.arena = s.body.arena, .account_id = LEAD, .now = now},
		.what = {.title = "A 課の監査",
			.purpose = "持出しの記録を確かめる",
			.theme = "",
			.ordered_by = "",
			.order_reason = "",
			.place = "A 課執務室",
			.excluded = "",
			.department_id = DEPARTMENT_A,
			.covers_from = day_of(2026, 4, 1),
			.covers_to = day_of(2026, 9, 30),
			.begins_day = day_of(2026, 10, 19),
			.ends_day = day_of(2026, 10, 21)},
	};
}

static enum err_kind
add(struct work *w)
{
	struct err e = {0};
	writer_run(store_writer(s.store), add_work, w, &e);
	return e.kind;
}

static enum err_kind
name(int64_t engagement_id, int64_t account_id, bool lead)
{
	struct err e = {0};
	struct work w = planned();
	w.act.engagement_id = engagement_id;
	w.account_id = account_id;
	w.lead = lead;
	writer_run(store_writer(s.store), name_work, &w, &e);
	return e.kind;
}

START_TEST(an_audit_is_numbered_within_the_year_it_begins_in)
{
	struct err e = {0};
	struct engagement found;
	struct work first = planned(), second = planned(), next_year = planned();
	next_year.what.begins_day = next_year.what.ends_day = day_of(2027, 4, 1);
	ck_assert_int_eq(add(&first), ERR_NONE);
	ck_assert_int_eq(add(&second), ERR_NONE);
	ck_assert_int_eq(add(&next_year), ERR_NONE);
	ck_assert_str_eq(engagement_number(s.body.arena, &second.what), "R08-A02");
	ck_assert_str_eq(engagement_number(s.body.arena, &next_year.what), "R09-A01");
	ck_assert(engagement_find(store_reader(s.store, &e), s.body.arena, first.what.id, &found, &e));
	ck_assert_str_eq(found.title, "A 課の監査");
	ck_assert_str_eq(found.place, "A 課執務室");
	ck_assert_int_eq(found.covers_to, day_of(2026, 9, 30));
	ck_assert_int_eq(found.state, ENGAGEMENT_DRAFTED);
}
END_TEST

START_TEST(what_says_too_little_is_refused)
{
	struct work w = planned();
	w.what.title = " ";
	ck_assert_int_eq(add(&w), ERR_INPUT);
	w.what.title = "一行目\n二行目";
	ck_assert_int_eq(add(&w), ERR_INPUT);
	w = planned();
	w.what.place = "執務室\n書庫";
	ck_assert_int_eq(add(&w), ERR_INPUT);
	w = planned();
	w.what.ordered = true; /* by nobody */
	ck_assert_int_eq(add(&w), ERR_INPUT);
	w = planned();
	w.what.ends_day = w.what.begins_day - 1;
	ck_assert_int_eq(add(&w), ERR_INPUT);
	w = planned();
	w.what.begins_day = w.what.ends_day = day_of(2201, 4, 1);
	ck_assert_int_eq(add(&w), ERR_INPUT);
	w = planned();
	w.what.department_id = 99;
	ck_assert_int_eq(add(&w), ERR_ABSENT);
}
END_TEST

START_TEST(who_is_named_acts_in_it)
{
	struct err e = {0};
	struct work w = planned();
	struct engagement_member *list;
	size_t count;
	unsigned actors;
	struct db *db = store_reader(s.store, &e);
	ck_assert_int_eq(add(&w), ERR_NONE);
	ck_assert(engagement_actors(db, s.body.arena, &w.what, LEAD, &actors, &e));
	ck_assert_uint_eq(actors, ENGAGEMENT_LEAD); /* as long as nobody leads it */
	ck_assert_int_eq(name(w.what.id, AUDITOR, false), ERR_NONE);
	ck_assert_int_eq(name(w.what.id, LEAD, true), ERR_NONE);
	ck_assert_int_eq(name(w.what.id, AUDITOR, true), ERR_INPUT);
	ck_assert_int_eq(name(w.what.id, MANAGER_A, false), ERR_INPUT);
	ck_assert(engagement_members(db, s.body.arena, w.what.id, &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(list[0].account_id, LEAD);
	ck_assert(engagement_actors(db, s.body.arena, &w.what, AUDITOR, &actors, &e));
	ck_assert_uint_eq(actors, ENGAGEMENT_MEMBER);
	ck_assert(engagement_actors(db, s.body.arena, &w.what, CHIEF, &actors, &e));
	ck_assert_uint_eq(actors, ENGAGEMENT_MANAGEMENT);
}
END_TEST

static bool
edit_work(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return engagement_edit(db, &w->act, &w->what, e);
}

static enum err_kind
edit(struct work *w)
{
	struct err e = {0};
	w->act.engagement_id = w->what.id;
	ck_assert(writer_run(store_writer(s.store), edit_work, w, &e) || e.kind != ERR_NONE);
	return e.kind;
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

START_TEST(an_audit_is_changed_as_long_as_it_is_planned_and_then_only_its_days)
{
	struct err e = {0};
	struct engagement found;
	struct work w = planned();
	ck_assert_int_eq(add(&w), ERR_NONE);
	w.act.revision = 1;
	w.what.title = "改めた件名";
	ck_assert_int_eq(edit(&w), ERR_NONE);
	ck_assert_int_eq(edit(&w), ERR_CONFLICT); /* made from an older state */
	w.act.revision = 2;
	w.act.account_id = AUDITOR;
	ck_assert_int_eq(edit(&w), ERR_DENIED);
	w.act.account_id = LEAD;
	w.what.begins_day = w.what.ends_day = day_of(2027, 4, 1);
	ck_assert_int_eq(edit(&w), ERR_INPUT); /* its number says another year */
	w.what.begins_day = w.what.ends_day = day_of(2026, 11, 4);
	ck_assert(writer_run(
		store_writer(s.store), script_work, (void *)"UPDATE engagement SET state = 'announced'", &e));
	w.what.title = "また改めた件名";
	w.what.place = "会議室";
	ck_assert_int_eq(edit(&w), ERR_NONE);
	ck_assert(engagement_find(store_reader(s.store, &e), s.body.arena, w.what.id, &found, &e));
	ck_assert_str_eq(found.title, "改めた件名");
	ck_assert_str_eq(found.place, "会議室");
	ck_assert_int_eq(found.begins_day, day_of(2026, 11, 4));
	ck_assert(writer_run(
		store_writer(s.store), script_work, (void *)"UPDATE engagement SET state = 'judging'", &e));
	w.act.revision = 3;
	ck_assert_int_eq(edit(&w), ERR_CONFLICT);
}
END_TEST

START_TEST(a_system_must_be_the_departments)
{
	struct err e = {0};
	struct work w = planned();
	ck_assert(writer_run(store_writer(s.store), script_work,
		(void *)"INSERT INTO entry (id, kind, key, name, department_id, valid_from, fields) VALUES"
			" (1, 'system', 'S-1', 'A のシステム', 1, 0, '{}'), (2, 'system', 'S-2', 'B', 2, 0, "
			"'{}'),"
			" (3, 'contract', 'C-1', '契約', 1, 0, '{}')",
		&e));
	w.what.entry_id = 1;
	ck_assert_int_eq(add(&w), ERR_NONE);
	w.what.entry_id = 2;
	ck_assert_int_eq(add(&w), ERR_INPUT);
	w.what.entry_id = 3;
	ck_assert_int_eq(add(&w), ERR_INPUT);
}
END_TEST

Suite *engagements_suite(void);
Suite *
engagements_suite(void)
{
	Suite *suite = suite_create("engagements");
	TCase *t = tcase_create("engagements");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, an_audit_is_numbered_within_the_year_it_begins_in);
	tcase_add_test(t, what_says_too_little_is_refused);
	tcase_add_test(t, who_is_named_acts_in_it);
	tcase_add_test(t, an_audit_is_changed_as_long_as_it_is_planned_and_then_only_its_days);
	tcase_add_test(t, a_system_must_be_the_departments);
	suite_add_tcase(suite, t);
	return suite;
}
