/* People with posts in several departments: asked once, counted in each. */
#include "store/figure/sheet_signals.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static struct err failure;

#define SET_HEAD(concurrent)                                                                                 \
	"key: tiny\ntitle: 兼務票\nedition: 試行版\naudience: ALL\nunit: person\nkind: personal\n"     \
	"concurrent: " concurrent "\nminutes: 1\nwhen: \"\"\npurpose: 試す\nitems:\n"
#define SET_ITEMS                                                                                            \
	SMALL_ITEM("T101", "YN", "")                                                                         \
	SMALL_ITEM("T102", "YN", "    when: NET\n")                                                          \
	SMALL_ITEM("T103", "YN", "    when: PII\n") SMALL_ITEM("T104", "YN", "    when: NET&PII\n")

static bool
open_work(struct db *db, struct piece *p, struct err *e)
{
	const char *yaml = p->with;
	const struct bank *bank = store_bank(small.store);
	struct faults f = {.arena = arena};
	int64_t id;
	instant_t now = instant_of_day(day_of(2026, 10, 1)) + NOON;
	const struct questionnaire *q =
		questionnaire_parse(yaml, strlen(yaml), "small", bank->policy, bank->scales, 0, &f);
	ck_assert_msg(q != NULL, "%s", f.count > 0 ? f.items[0].text : "");
	/* The clerk of A also works in B since April, and until May worked in C. */
	return db_script(db,
		       "INSERT INTO post (person_id, department_id, main, valid_from, valid_to) VALUES"
		       " (12, 2, 0, 20544, NULL), (12, 3, 0, 20000, 20600)",
		       e) &&
	       question_set_load(db, q, yaml, strlen(yaml), now, &id, e) &&
	       cycle_create(db, &small.cycle, &id, 1, e) &&
	       cycle_move_make(db, p, bank, small.cycle.id, "approve", "", 0, now, e) &&
	       cycle_move_make(db, p, bank, small.cycle.id, "open", "", 0, now, e);
}

static void
begin(const char *yaml)
{
	static const int none[] = {SMALL_CENTER};
	ck_assert_msg(small_begin(&small, none, 1, false, &failure), "%s", failure.text);
	arena = small.body.arena;
	ck_assert_msg(
		writer_run(store_writer(small.store), open_work, (void *)yaml, &failure), "%s", failure.text);
	small.tiny = store_cycle_set(small.store, small.cycle.id, "tiny", &failure);
	ck_assert(small.tiny != NULL);
}

static void
teardown(void)
{
	small_teardown(&small);
}

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static void
submit(int64_t person, const char *document)
{
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.submit = true,
		.now = instant_of_day(day_of(2026, 10, 2)),
		.arena = arena};
	ck_assert_msg(answers_parse(arena, small.tiny, document, &c.answers, &failure), "%s", failure.text);
	ck_assert_msg(writer_run(store_writer(small.store), change_work, &c, &failure), "%s", failure.text);
	ck_assert_uint_eq(c.missing_count, 0);
}

static const char *
progress(void)
{
	struct progress_row *rows;
	size_t count;
	const char *text = "";
	ck_assert(progress_list(small.db, arena, small.cycle.id, "tiny", 0, &rows, &count, &failure));
	for (size_t i = 0; i < count; i++)
		text = arena_printf(
			arena, "%s%lld/%lld ", text, (long long)rows[i].submitted, (long long)rows[i].asked);
	return text;
}

/* How many answered an item with the first choice, in A, B and C. */
static const char *
said_yes(size_t item)
{
	const int64_t departments[] = {DEPARTMENT_A, DEPARTMENT_B, DEPARTMENT_C};
	struct tally *t;
	const char *text = "";
	ck_assert(tallies_read(
		small.db, arena, small.cycle.id, small.tiny, false, departments, 3, &t, &failure));
	for (size_t i = 0; i < 3; i++)
		text = arena_printf(
			arena, "%s%lld ", text, (long long)t[i * small.tiny->count + item].slots[0]);
	return text;
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

/* The same counted from the sheets, once everything is shown. */
static const char *
counted(size_t item)
{
	static char forget[] = "DELETE FROM unshown";
	const int64_t departments[] = {DEPARTMENT_A, DEPARTMENT_B, DEPARTMENT_C};
	struct signal_counts *c;
	const char *text = "";
	ck_assert(writer_run(store_writer(small.store), script_work, forget, &failure));
	ck_assert(sheet_signals_read(
		small.store, arena, &small.cycle, small.tiny, departments, 3, &c, &failure));
	for (size_t i = 0; i < 3; i++)
		text = arena_printf(arena, "%s%lld ", text, (long long)c[i].answered[item]);
	return text;
}

static void
say_difference(void *with, const char *line)
{
	(void)with;
	ck_abort_msg("%s", line);
}

static void
verifies(void)
{
	struct verify_result r;
	ck_assert(tallies_verify(small.store, say_difference, NULL, &r, &failure));
	ck_assert_int_eq(r.differences, 0);
}

START_TEST(who_holds_two_posts_is_asked_once_and_counts_in_both)
{
	begin(SET_HEAD("each") SET_ITEMS);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM sheet"), 6);
	ck_assert_str_eq(progress(), "0/3 0/3 0/1 "); /* the post in C had ended by the base date */
	/* Asked for what A does, for what B does, and for what only both together do. */
	submit(CLERK_A, "{\"T101\":\"yes\",\"T102\":\"yes\",\"T103\":\"yes\",\"T104\":\"yes\"}");
	ck_assert_str_eq(progress(), "1/3 1/3 0/1 ");
	ck_assert_str_eq(said_yes(0), "1 1 0 ");
	ck_assert_str_eq(said_yes(1), "1 0 0 "); /* counts where the work is */
	ck_assert_str_eq(said_yes(2), "0 1 0 ");
	ck_assert_str_eq(said_yes(3), "1 0 0 "); /* in none alone: then in the main one */
	for (size_t i = 0; i < 4; i++)
		ck_assert_str_eq(counted(i), said_yes(i));
	verifies();
	struct kind_progress *kinds;
	size_t count;
	bool by_post;
	ck_assert(kinds_list(small.db, arena, small.cycle.id, "tiny", &kinds, &count, &failure));
	ck_assert_int_eq(kinds[0].progress.asked + kinds[1].progress.asked, 7); /* adds up to the body's */
	ck_assert(counts_by_post(small.db, small.cycle.id, "tiny", &by_post, &failure) && by_post);
	struct sheet *sheets;
	ck_assert(sheets_of_department(
		small.db, arena, small.cycle.id, DEPARTMENT_B, "tiny", &sheets, &count, &failure));
	ck_assert_int_eq(count, 3);
	ck_assert_str_eq(sheets[0].person_name, "山﨑");
}
END_TEST

START_TEST(a_set_may_count_everyone_in_the_main_department_only)
{
	begin(SET_HEAD("main") SET_ITEMS);
	ck_assert_str_eq(progress(), "0/3 0/2 0/1 ");
	submit(CLERK_A, "{\"T101\":\"yes\",\"T102\":\"yes\"}"); /* B's work is not asked */
	ck_assert_str_eq(said_yes(0), "1 0 0 ");
	bool by_post;
	ck_assert(counts_by_post(small.db, small.cycle.id, "tiny", &by_post, &failure) && !by_post);
	verifies();
}
END_TEST

START_TEST(a_set_for_some_departments_reaches_people_through_their_further_post)
{
	begin("key: tiny\ntitle: 個人情報票\nedition: 試行版\naudience: ALL\nunit: person\nkind: personal\n"
	      "concurrent: each\nminutes: 1\nwhen: PII\npurpose: 試す\nitems:\n" SMALL_ITEM(
		      "T101", "YN", ""));
	ck_assert_str_eq(progress(), "0/3 ");
	ck_assert_int_eq(
		body_number(small.db, "SELECT department_id FROM sheet WHERE person_id = 12"), DEPARTMENT_B);
	verifies();
}
END_TEST

Suite *concurrent_suite(void);
Suite *
concurrent_suite(void)
{
	Suite *s = suite_create("concurrent");
	TCase *t = tcase_create("concurrent");
	tcase_set_timeout(t, 30);
	tcase_add_checked_fixture(t, NULL, teardown);
	tcase_add_test(t, who_holds_two_posts_is_asked_once_and_counts_in_both);
	tcase_add_test(t, a_set_may_count_everyone_in_the_main_department_only);
	tcase_add_test(t, a_set_for_some_departments_reaches_people_through_their_further_post);
	suite_add_tcase(s, t);
	return s;
}
