/* Sheets per entry of a register: which entries get one on the base date, where it belongs and who answers
 * it. */
#include "domain/organisation/flag.h"
#include "store/event.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static struct err failure;

#define SET(key, when)                                                                                        \
	"key: " key "\ntitle: システム票\nedition: 試行版\naudience: ALL\nunit: system\nkind: duty\n" \
	"minutes: 1\nwhen: \"" when "\"\npurpose: 試す\nitems:\n" SMALL_ITEM("T501", "YN", "")

/* The base date is 20605, 1 June 2026. Department D ended long ago and went into A, E comes out of B one
 * day, F ended and nothing came of it. The clerk of A works in B as well; 13 is on leave, 32 has left. */
static const char past[] =
	"INSERT INTO department (id, key, valid_from, valid_to) VALUES (6, 'F', 0, 100);"
	"INSERT INTO department_term (department_id, valid_from, name, kind, ord, flags) VALUES (6, 0, "
	"'旧検針課', 'internal', 6, 0);"
	"INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (4, 1, 101), (2, 5, 40000);"
	"INSERT INTO post (person_id, department_id, main, valid_from) VALUES (12, 2, 0, 20544);"
	"INSERT INTO absence (person_id, from_day, to_day, reason) VALUES (13, 20574, 20634, '育休')";

#define ENTRY                                                                                                \
	"INSERT INTO entry (kind, key, name, department_id, owner_id, valid_from, valid_to, fields) VALUES "
#define SERVER "'{\"form\": \"庁内設置\"}'"
#define CLOUD  "'{\"form\": \"クラウド\", \"network\": \"マイナンバー利用事務系\"}'"

struct opening {
	const char *yaml, *entries;
};

static bool
open_work(struct db *db, struct piece *p, struct err *e)
{
	const struct opening *o = p->with;
	const struct bank *bank = store_bank(small.store);
	struct faults f = {.arena = arena};
	int64_t id;
	instant_t now = instant_of_day(day_of(2026, 10, 1)) + NOON;
	const struct questionnaire *q =
		questionnaire_parse(o->yaml, strlen(o->yaml), "small", bank->policy, bank->scales, 0, &f);
	ck_assert_msg(q != NULL, "%s", f.count > 0 ? f.items[0].text : "");
	return db_script(db, past, e) && db_script(db, o->entries, e) &&
	       question_set_load(db, q, o->yaml, strlen(o->yaml), now, &id, e) &&
	       cycle_create(db, &small.cycle, &id, 1, e) &&
	       cycle_move_make(db, p, bank, small.cycle.id, "approve", "", 0, now, e) &&
	       cycle_move_make(db, p, bank, small.cycle.id, "open", "", 0, now, e);
}

static void
opened(const char *yaml, const char *entries)
{
	static const int none[] = {SMALL_CENTER};
	struct opening o = {yaml, entries};
	ck_assert_msg(small_begin(&small, none, 1, false, &failure), "%s", failure.text);
	arena = small.body.arena;
	ck_assert_msg(writer_run(store_writer(small.store), open_work, &o, &failure), "%s", failure.text);
}

static void
teardown(void)
{
	small_teardown(&small);
}

/* "name department answerer" of every sheet, in the order of the names. */
static const char *
sheets(void)
{
	static const char *const keys[] = {"A", "B", "C"};
	const char *text = "";
	for (int64_t d = DEPARTMENT_A; d <= DEPARTMENT_C; d++) {
		struct sheet *list;
		size_t count;
		ck_assert(sheets_of_department(
			small.db, arena, small.cycle.id, d, "device", &list, &count, &failure));
		for (size_t i = 0; i < count; i++)
			text = arena_printf(arena, "%s%s %s %lld\n", text, list[i].unit_name, keys[d - 1],
				(long long)list[i].person_id);
	}
	return text;
}

static const char *
happened(const char *what)
{
	struct event *events;
	size_t count;
	const char *text = "";
	ck_assert(events_list(small.db, arena, 0, 50, &events, &count, &failure));
	for (size_t i = 0; i < count; i++)
		if (strcmp(events[i].what, what) == 0)
			text = arena_printf(arena, "%s%s:%s\n", text, events[i].subject, events[i].detail);
	return text;
}

static int64_t
number(const char *sql)
{
	return body_number(small.db, sql);
}

START_TEST(the_entries_of_the_base_date_have_one_sheet_each)
{
	opened(SET("device", ""), ENTRY "('system', 'S-1', '財務', 1, 12, 20000, NULL, " SERVER "),"
					"('system', 'S-2', '終わる日', 1, 12, 20000, 20605, " SERVER "),"
					"('system', 'S-3', '後で終わる', 1, 12, 20000, 20650, " SERVER "),"
					"('system', 'S-4', '前の日まで', 1, 12, 20000, 20604, " SERVER "),"
					"('system', 'S-5', 'その日から', 1, 12, 20605, NULL, " SERVER "),"
					"('system', 'S-6', '次の日から', 1, 12, 20606, NULL, " SERVER "),"
					"('facility', 'S-1', '庁舎', 1, 12, 20000, NULL, '{}')");
	ck_assert_int_eq(number("SELECT count(*) FROM sheet"), 4);
	for (size_t i = 0; i < 4; i++) {
		static const char *const names[] = {"財務", "終わる日", "後で終わる", "その日から"};
		ck_assert_msg(strstr(sheets(), arena_printf(arena, "%s A 12\n", names[i])), "%s", sheets());
	}
	ck_assert_int_eq(number("SELECT asked FROM progress WHERE department_id = 1"), 4);
}
END_TEST

START_TEST(the_owner_answers_else_the_manager_else_nobody_is_named)
{
	opened(SET("device", ""), ENTRY "('system', 'S-1', '他課の人', 1, 22, 0, NULL, " SERVER "),"
					"('system', 'S-2', '休業中', 1, 13, 0, NULL, " SERVER "),"
					"('system', 'S-3', '退職者', 2, 32, 0, NULL, " SERVER "),"
					"('system', 'S-4', '担当なし', 2, NULL, 0, NULL, " SERVER "),"
					"('system', 'S-5', '長もなし', 3, 32, 0, NULL, " SERVER ")");
	const char *found = sheets();
	ck_assert_ptr_nonnull(strstr(found, "他課の人 A 22\n"));
	ck_assert_ptr_nonnull(strstr(found, "休業中 A 11\n"));
	ck_assert_ptr_nonnull(strstr(found, "退職者 B 21\n"));
	ck_assert_ptr_nonnull(strstr(found, "担当なし B 21\n"));
	ck_assert_ptr_nonnull(strstr(found, "長もなし C 0\n"));
	ck_assert_str_eq(happened("sheet_unnamed"), "長もなし:device\n");
	ck_assert_int_eq(number("SELECT asked FROM progress WHERE department_id = 3"), 1);
}
END_TEST

START_TEST(a_reorganised_department_leaves_its_entries_to_who_was_there_on_the_base_date)
{
	opened(SET("device", ""), ENTRY "('system', 'S-1', '統合前', 4, NULL, 0, NULL, " SERVER "),"
					"('system', 'S-2', '分割後', 5, NULL, 0, NULL, " SERVER "),"
					"('system', 'S-3', '行方知れず', 6, NULL, 0, NULL, " SERVER ")");
	ck_assert_str_eq(sheets(), "統合前 A 11\n分割後 B 21\n");
	ck_assert_str_eq(happened("sheet_not_made"), "system/S-3:device\n");
}
END_TEST

START_TEST(a_sheet_counts_where_its_entry_is_however_many_posts_its_owner_holds)
{
	opened(SET("device", ""), ENTRY "('system', 'S-1', '財務', 1, 12, 0, NULL, " SERVER "),"
					"('system', 'S-2', '料金', 2, 12, 0, NULL, " SERVER ")");
	ck_assert_str_eq(sheets(), "財務 A 12\n料金 B 12\n");
	ck_assert_int_eq(number("SELECT count(*) FROM sheet_department"), 0);
	ck_assert_int_eq(number("SELECT asked FROM progress WHERE department_id = 1"), 1);
	ck_assert_int_eq(number("SELECT asked FROM progress WHERE department_id = 2"), 1);
}
END_TEST

START_TEST(an_entry_meets_the_condition_by_what_its_register_says_of_it)
{
	opened(SET("device", "CLD"), ENTRY "('system', 'S-1', '庁内', 1, 12, 0, NULL, " SERVER "),"
					   "('system', 'S-2', '外部', 1, 12, 0, NULL, " CLOUD ")");
	ck_assert_str_eq(sheets(), "外部 A 12\n");
	/* A works over the internet (NET); the rest comes from the entry and its register. */
	ck_assert_int_eq(number("SELECT flags FROM sheet"), 1 + 4 + 16 + 128); /* MYN NET CLD SYSO */
}
END_TEST

START_TEST(an_empty_register_is_told_and_nobody_is_asked)
{
	opened(SET("device", ""), "DELETE FROM entry");
	ck_assert_int_eq(number("SELECT count(*) FROM sheet"), 0);
	ck_assert_str_eq(happened("register_empty"), "情報システム:device\n");
	ck_assert_int_eq(number("SELECT sum(asked) FROM progress"), 0);
}
END_TEST

Suite *entry_sheets_suite(void);
Suite *
entry_sheets_suite(void)
{
	Suite *s = suite_create("entry_sheets");
	TCase *t = tcase_create("entry_sheets");
	tcase_add_checked_fixture(t, NULL, teardown);
	tcase_add_test(t, the_entries_of_the_base_date_have_one_sheet_each);
	tcase_add_test(t, the_owner_answers_else_the_manager_else_nobody_is_named);
	tcase_add_test(t, a_reorganised_department_leaves_its_entries_to_who_was_there_on_the_base_date);
	tcase_add_test(t, a_sheet_counts_where_its_entry_is_however_many_posts_its_owner_holds);
	tcase_add_test(t, an_entry_meets_the_condition_by_what_its_register_says_of_it);
	tcase_add_test(t, an_empty_register_is_told_and_nobody_is_asked);
	suite_add_tcase(s, t);
	return s;
}
