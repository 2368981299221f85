#include "store/cycle/editions.h"

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

/* Next year's edition: T101 reads otherwise and the file says nothing of it. */
static const char changed[] = SMALL_HEAD("tiny", "person",
	"ALL") "  - id: T101\n    clause: \"6(1)\"\n    text: 毎月記録しましたか\n    scale: Q4\n    weight: "
	       "1\n"
	       "    priority: 0\n    threats: [\"3(1)\"]\n    cia: C\n    help: 見る\n    evidence: [記録]\n"
	       "    advice: 記録する\n" SMALL_ITEM("T102", "FQ", "    when: NET\n")
		       SMALL_ITEM("T103", "Q4", "    extra: date\n") SMALL_ITEM("T104", "TXT", "");

static bool
next_work(struct db *db, struct piece *p, struct err *e)
{
	const struct bank *bank = store_bank(small.store);
	struct faults f = {.arena = arena};
	const struct questionnaire *q =
		questionnaire_parse(changed, strlen(changed), "changed", bank->policy, bank->scales, 0, &f);
	ck_assert_ptr_nonnull(q);
	int64_t id;
	return question_set_load(db, q, changed, strlen(changed), 1800000000, &id, e) &&
	       cycle_next(db, arena, small.cycle.id, p->with, e);
}

static struct cycle
next(void)
{
	struct cycle c;
	ck_assert_msg(writer_run(store_writer(small.store), next_work, &c, &failure), "%s", failure.text);
	return c;
}

struct mark {
	int64_t cycle;
	const char *item;
	enum edition_change change;
};

static bool
mark_work(struct db *db, struct piece *p, struct err *e)
{
	const struct mark *m = p->with;
	return edition_mark(
		db, arena, store_bank(small.store), m->cycle, "tiny", m->item, m->change, 3, 1800000001, e);
}

static bool
mark(int64_t cycle, const char *item, enum edition_change change)
{
	struct mark m = {cycle, item, change};
	err_clear(&failure);
	return writer_run(store_writer(small.store), mark_work, &m, &failure);
}

static size_t
unmarked(int64_t cycle)
{
	size_t n;
	ck_assert(edition_unmarked(small.db, arena, store_bank(small.store), cycle, &n, &failure));
	return n;
}

START_TEST(next_year_is_prepared_with_the_newest_editions_and_the_same_kind_of_days)
{
	struct cycle c = next(), found;
	ck_assert(cycle_find(small.db, arena, c.id, &found, &failure));
	ck_assert_int_eq(found.state, CYCLE_PREPARED);
	ck_assert_int_eq(found.year, 2027);
	ck_assert_int_eq(found.base_day, day_of(2027, 6, 1));
	ck_assert_int_eq(found.opens_day, day_of(2027, 10, 1)); /* a Friday */
	ck_assert_int_eq(found.due_day, day_of(2027, 10, 29));  /* the 31st is a Sunday */
	struct cycle_set *sets;
	size_t count;
	ck_assert(cycle_sets(small.db, arena, c.id, &sets, &count, &failure));
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(sets[0].set_key, "tiny");
	ck_assert_int_gt(sets[0].question_set_id, 1); /* not the edition of last year */
}
END_TEST

START_TEST(an_author_says_what_a_changed_question_means_and_only_then_nothing_is_open)
{
	struct cycle c = next();
	ck_assert_uint_eq(unmarked(c.id), 1);
	ck_assert(mark(c.id, "T101", EDITION_WORDING));
	ck_assert_uint_eq(unmarked(c.id), 0);
	const struct questionnaire *q = store_cycle_set(small.store, c.id, "tiny", &failure);
	ck_assert_int_eq(q->items[0].meaning, small.tiny->items[0].meaning); /* the trend goes on */
}
END_TEST

START_TEST(a_changed_meaning_breaks_the_trend_and_may_be_taken_back)
{
	struct cycle c = next();
	ck_assert(mark(c.id, "T101", EDITION_WORDING));
	ck_assert(mark(c.id, "T101", EDITION_MEANING));
	const struct questionnaire *q = store_cycle_set(small.store, c.id, "tiny", &failure);
	ck_assert_int_eq(q->items[0].meaning, small.tiny->items[0].meaning + 1);
	ck_assert_int_eq(q->items[1].meaning, small.tiny->items[1].meaning);
}
END_TEST

START_TEST(only_what_changed_can_be_marked)
{
	struct cycle c = next();
	ck_assert(!mark(c.id, "T102", EDITION_MEANING));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert(!mark(c.id, "T999", EDITION_MEANING));
	ck_assert(!mark(small.cycle.id, "T101", EDITION_MEANING)); /* it is open */
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM item_change"), 0);
}
END_TEST

static bool
approve_work(struct db *db, struct piece *p, struct err *e)
{
	return cycle_move_make(db, p, store_bank(small.store), *(int64_t *)p->with, "approve", "", 3,
		1800000002, e);
}

static bool
twin_work(struct db *db, struct piece *p, struct err *e)
{
	struct cycle *c = p->with;
	int64_t tiny;
	struct rows r;
	if (!db_query(db, &r, e, "SELECT max(id) FROM question_set WHERE key = 'tiny'", ""))
		return false;
	tiny = rows_number(&r);
	return cycle_create(db, c, &tiny, 1, e);
}

/* An edition stands in two cycles: what is said of it in one cannot be unsaid in the other. */
START_TEST(what_another_cycle_was_approved_with_stays)
{
	struct cycle yearly = next(),
		     other = {.year = 2027,
			     .title = "随時",
			     .adhoc = true,
			     .base_day = day_of(2027, 6, 1),
			     .opens_day = day_of(2027, 11, 1),
			     .due_day = day_of(2027, 11, 30)};
	ck_assert(writer_run(store_writer(small.store), twin_work, &other, &failure));
	ck_assert(!writer_run(store_writer(small.store), approve_work, &yearly.id, &failure)); /* unmarked */
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(mark(yearly.id, "T101", EDITION_WORDING));
	ck_assert_uint_eq(unmarked(other.id), 0); /* said once for both */
	ck_assert(mark(other.id, "T101", EDITION_MEANING));
	ck_assert(mark(other.id, "T101", EDITION_WORDING));
	ck_assert_msg(writer_run(store_writer(small.store), approve_work, &yearly.id, &failure), "%s",
		failure.text);
	ck_assert(!mark(other.id, "T101", EDITION_MEANING));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	const struct questionnaire *q = store_cycle_set(small.store, yearly.id, "tiny", &failure);
	ck_assert_int_eq(q->items[0].meaning, small.tiny->items[0].meaning);
}
END_TEST

START_TEST(next_year_is_prepared_once_and_not_of_what_never_opened)
{
	struct cycle c = next(), again;
	ck_assert(!writer_run(store_writer(small.store), next_work, &again, &failure));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	small.cycle.id = c.id; /* of next year's own, which is in preparation */
	ck_assert(!writer_run(store_writer(small.store), next_work, &again, &failure));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM cycle"), 2);
}
END_TEST

Suite *editions_suite(void);
Suite *
editions_suite(void)
{
	Suite *s = suite_create("editions");
	TCase *t = tcase_create("editions");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, next_year_is_prepared_with_the_newest_editions_and_the_same_kind_of_days);
	tcase_add_test(t, an_author_says_what_a_changed_question_means_and_only_then_nothing_is_open);
	tcase_add_test(t, a_changed_meaning_breaks_the_trend_and_may_be_taken_back);
	tcase_add_test(t, only_what_changed_can_be_marked);
	tcase_add_test(t, what_another_cycle_was_approved_with_stays);
	tcase_add_test(t, next_year_is_prepared_once_and_not_of_what_never_opened);
	suite_add_tcase(s, t);
	return s;
}
