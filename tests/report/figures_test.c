/* A small body that is answered through the store; every expected figure was
 * worked out on paper from the list of answers below. */
#include "report/explain.h"
#include "report/figures.h"
#include "store/body.h"
#include "store/organisation/people.h"
#include "store/sheet/sheets.h"

static const char staff_yaml[] =
	"key: staff\ntitle: 職員票\nedition: 試験版\naudience: ALL\nunit: person\nkind: personal\nextension: "
	"0\n"
	"label: \"\"\nminutes: 5\nwhen: \"\"\npurpose: 試験\nitems:\n"
	"  - {id: S101, clause: \"6(1)\", text: 一つ目, scale: Q4, weight: 2, priority: 0, threats: "
	"[\"3(1)\"], "
	"cia: C, help: 説明, advice: 助言}\n"
	"  - {id: S102, clause: \"6(1)\", text: 二つ目, scale: Q4, weight: 1, priority: 0, threats: "
	"[\"3(1)\"], "
	"cia: C, help: 説明, advice: 助言, former: [{until: 2025, change: meaning, text: 別の問い}]}\n"
	"  - {id: S103, clause: \"6(2)\", text: 三つ目, scale: FQ, weight: 3, priority: 0, threats: "
	"[\"3(1)\"], "
	"cia: C, help: 説明, advice: 助言, former: [{until: 2025, change: wording, text: 三つ目です}]}\n"
	"  - {id: S104, clause: \"6(2)\", text: 四つ目, scale: KQ, weight: 1, priority: 0, threats: "
	"[\"3(1)\"], "
	"cia: C, help: 説明, choices: [正, 誤], answer: 1, explanation: 解説}\n";

static const char office_yaml[] =
	"key: office\ntitle: 所属票\nedition: 試験版\naudience: ALL\nunit: person\nkind: duty\nextension: 0\n"
	"label: \"\"\nminutes: 5\nwhen: \"\"\npurpose: 試験\nitems:\n"
	"  - {id: M101, clause: \"6(1)\", text: 一つ目, scale: Q4, weight: 2, priority: 0, threats: "
	"[\"3(1)\"], "
	"cia: C, help: 説明, advice: 助言}\n";

/* Who answered what: items S101 to S104. The seventh of Q did not submit. */
static const struct {
	const char *department;
	int people;
	const char *codes[4];
} answered[] = {
	{"P", 2, {"yes", "yes", "always", "k1"}},
	{"P", 1, {"yes", "yes", "mostly", "k1"}},
	{"P", 1, {"yes", "na", "mostly", "k1"}},
	{"P", 1, {"partly", "na", "sometimes", "k1"}},
	{"P", 1, {"no", "na", "never", "k2"}},
	{"Q", 6, {"yes", "no", "never", "k2"}},
	{"R", 1, {"no", "no", "never", "k2"}},
	{"T", 2, {"yes", "yes", "always", "k1"}},
	{"T", 2, {"unknown", "yes", "always", "k1"}},
};

static struct body body;
static struct store *store;
static struct db *db;
static struct arena *arena;
static struct err e;
static struct cycle now, before;

struct act { /* what the writer is to do */
	bool (*work)(struct act *x, struct db *db, struct piece *p, struct err *e);
	const struct roster *roster;
	struct cycle *cycle;
	struct department *department;
	struct sheet_change *change;
	instant_t at;
};

static bool
act_work(struct db *d, struct piece *p, struct err *why)
{
	struct act *x = p->with;
	return x->work(x, d, p, why);
}

static void
act(struct act x)
{
	ck_assert_msg(writer_run(store_writer(store), act_work, &x, &e), "%s", e.text);
}

static bool
work_roster(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	return roster_apply(d, arena, x->roster, day_of_instant(x->at), x->at, why);
}

static bool
set_load(struct db *d, const char *yaml, const char *name, instant_t at, int64_t *id, struct err *why)
{
	struct faults f = {.arena = arena};
	const struct bank *bank = store_bank(store);
	const struct questionnaire *q =
		questionnaire_parse(yaml, strlen(yaml), name, bank->policy, bank->scales, 0, &f);
	ck_assert_msg(q != NULL, "%s", f.count > 0 ? f.items[0].text : "");
	return question_set_load(d, q, yaml, strlen(yaml), at, id, why);
}

static bool
work_open(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	int64_t ids[2];
	return set_load(d, staff_yaml, "staff", x->at, &ids[0], why) &&
	       set_load(d, office_yaml, "office", x->at, &ids[1], why) &&
	       cycle_create(d, x->cycle, ids, 2, why) &&
	       cycle_move_make(d, p, store_bank(store), x->cycle->id, "approve", "", 0, x->at, why) &&
	       cycle_move_make(d, p, store_bank(store), x->cycle->id, "open", "", 0, x->at, why) &&
	       cycle_find(d, arena, x->cycle->id, x->cycle, why);
}

static bool
work_department(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	return department_add(
		d, x->department, &(struct decision){.approver = "", .reason = "", .now = x->at}, why);
}

/* O becomes P and Q on the first of April. */
static bool
work_split(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	struct department old, parts[2] = {{.key = "P", .name = "P"}, {.key = "Q", .name = "Q"}};
	struct decision by = {.day = day_of_instant(x->at), .approver = "CISO", .reason = "R8", .now = x->at};
	return department_find(d, arena, "O", by.day, &old, why) &&
	       department_split(d, old.id, parts, 2, &by, why);
}

/* P and Q become M. */
static bool
work_merge(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	struct department one, two, into = {.key = "M", .name = "M"};
	struct decision by = {.day = day_of_instant(x->at), .approver = "CISO", .reason = "R9", .now = x->at};
	return department_find(d, arena, "P", by.day, &one, why) &&
	       department_find(d, arena, "Q", by.day, &two, why) &&
	       department_merge(d, (const int64_t[]){one.id, two.id}, 2, &into, &by, why);
}

static bool
work_sheet(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	return sheet_change(d, p, x->change, why);
}

static void
sheet_submit(const struct cycle *c, const struct sheet *s, const char *const *codes, size_t count)
{
	const struct questionnaire *q = store_cycle_set(store, c->id, s->set_key, &e);
	const char *json = "{";
	for (size_t i = 0; i < count; i++)
		json = arena_printf(arena, "%s%s\"%s\":{\"c\":\"%s\",\"n\":\"other\",\"r\":\"理由\"}", json,
			i > 0 ? "," : "", q->items[i].id, codes[i]);
	struct sheet_change change = {.sheet_id = s->id,
		.person_id = s->person_id,
		.submit = true,
		.flags = s->flags,
		.now = instant_of_day(c->opens_day),
		.arena = arena};
	ck_assert_msg(
		answers_parse(arena, q, arena_printf(arena, "%s}", json), &change.answers, &e), "%s", e.text);
	act((struct act){.work = work_sheet, .change = &change});
	ck_assert_uint_eq(change.missing_count, 0);
}

static const struct roster *
roster_of(const char *const *departments, const int *sizes, size_t count)
{
	struct roster *r = ARENA_NEW(arena, struct roster);
	for (size_t i = 0; i < count; i++)
		for (int k = 0; k < sizes[i]; k++) {
			r->rows = ARENA_PUSH(arena, r->rows, r->count);
			const char *number = arena_printf(arena, "%s%d", departments[i], k);
			r->rows[r->count++] = (struct roster_row){.number = number,
				.name = number,
				.kana = "",
				.kind = "",
				.department = departments[i],
				.department_name = departments[i],
				.login = "",
				.roles = 1};
		}
	return r;
}

static int64_t
department_id(const char *key)
{
	struct department d;
	ck_assert_msg(department_find(db, arena, key, day_of(2026, 9, 1), &d, &e), "%s", e.text);
	return d.id;
}

static void
department_answer(const struct cycle *c, const char *set, const char *key, int from, int people,
	const char *const *codes, size_t count)
{
	struct sheet *sheets;
	size_t n;
	ck_assert_msg(sheets_of_department(db, arena, c->id, department_id(key), set, &sheets, &n, &e), "%s",
		e.text);
	for (int i = from; i < from + people; i++) {
		struct sheet s;
		ck_assert_int_lt(i, n);
		ck_assert(sheet_find(db, arena, sheets[i].id, &s, &e));
		sheet_submit(c, &s, codes, count);
	}
}

/* 2025: one department O of five, all yes, no, always, right. */
static void
last_year(void)
{
	act((struct act){.work = work_roster,
		.roster = roster_of((const char *[]){"O"}, (int[]){5}, 1),
		.at = instant_of_day(day_of(2025, 4, 2))});
	before = (struct cycle){.year = 2025,
		.title = "昨年",
		.k = 5,
		.base_day = day_of(2025, 9, 1),
		.opens_day = day_of(2025, 10, 1),
		.due_day = day_of(2025, 10, 31)};
	act((struct act){.work = work_open, .cycle = &before, .at = instant_of_day(before.opens_day)});
	department_answer(&before, "staff", "O", 0, 5, (const char *[]){"yes", "no", "always", "k1"}, 4);
}

/* 2026: O has become P and Q; R and T are small; U has nobody. */
static void
this_year(void)
{
	act((struct act){.work = work_split, .at = instant_of_day(day_of(2026, 4, 1))});
	act((struct act){.work = work_roster,
		.roster = roster_of((const char *[]){"P", "Q", "R", "T"}, (int[]){6, 7, 1, 4}, 4),
		.at = instant_of_day(day_of(2026, 4, 1))});
	struct department u = {
		.key = "U", .name = "U", .kind = "internal", .ord = 9, .valid_from = day_of(2020, 4, 1)};
	act((struct act){.work = work_department, .department = &u});
	now = (struct cycle){.year = 2026,
		.title = "今年",
		.k = 5,
		.base_day = day_of(2026, 9, 1),
		.opens_day = day_of(2026, 10, 1),
		.due_day = day_of(2026, 10, 31)};
	act((struct act){.work = work_open, .cycle = &now, .at = instant_of_day(now.opens_day)});
	int next = 0;
	for (size_t i = 0; i < sizeof answered / sizeof *answered; i++) {
		if (i == 0 || strcmp(answered[i].department, answered[i - 1].department) != 0)
			next = 0;
		department_answer(&now, "staff", answered[i].department, next, answered[i].people,
			answered[i].codes, 4);
		next += answered[i].people;
	}
	department_answer(&now, "office", "R", 0, 1, (const char *[]){"yes"}, 1);
	department_answer(&now, "office", "P", 0, 2, (const char *[]){"no"}, 1);
}

static void
setup(void)
{
	body_setup(&body);
	arena = body.arena;
	store = store_open(body.directory, &e);
	ck_assert_msg(store != NULL, "%s", e.text);
	db = store_reader(store, &e);
	last_year();
	this_year();
}

static void
teardown(void)
{
	store_close(store);
	body_teardown(&body);
}

static bool
work_close(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	return cycle_move_make(d, p, NULL, x->cycle->id, "confirm", "試験", 0, x->at, why) &&
	       cycle_move_make(d, p, NULL, x->cycle->id, "finalise", "試験", 0, x->at, why) &&
	       cycle_find(d, arena, x->cycle->id, x->cycle, why);
}

static void
close_now(void)
{
	act((struct act){.work = work_close, .cycle = &now, .at = instant_of_day(now.due_day)});
}

static const struct figures *
gather(const char *set, const char *department)
{
	struct figures *f = ARENA_NEW(arena, struct figures);
	int64_t id = department != NULL ? department_id(department) : 0;
	ck_assert_msg(figures_gather(store, arena, &now, set, id, 3, f, &e), "%s", e.text);
	return f;
}

static void
is(const struct figure *f, int64_t numerator, int64_t denominator, int tenths)
{
	ck_assert(!f->hidden);
	ck_assert_int_eq(f->rate.numerator, numerator);
	ck_assert_int_eq(f->rate.denominator, denominator);
	ck_assert_int_eq(rate_tenths(f->rate), tenths);
	ck_assert_int_eq(shown_of(f).tenths, tenths);
	ck_assert(shown_of(f).known);
}

static size_t
measure(const struct figures *f, const char *key)
{
	size_t m = 0;
	while (m < f->measure_count && strcmp(f->measures[m]->key, key) != 0)
		m++;
	ck_assert_uint_lt(m, f->measure_count);
	return m;
}

START_TEST(a_department_has_its_pooled_figures)
{
	const struct figures *f = gather("staff", "P");
	const struct department_figures *p = f->subject;
	ck_assert_str_eq(p->key, "P");
	/* S101: yes 4, partly 1, no 1. S102: yes 3, na 3. S103: always 2, mostly 2, sometimes 1, never 1.
	 * done 4 + 3 + 2 of 6 + 3 + 6; with partly 5 + 3 + 5;
	 * points 2×450 + 1×300 + 3×(200 + 150 + 25) = 900 + 300 + 1125 of 1200 + 300 + 1800. */
	is(&p->done, 9, 15, 600);
	is(&p->done_or_partly, 13, 15, 867);
	is(&p->points, 2325, 3300, 705);
	is(&p->knowledge, 5, 6, 833);
	ck_assert_int_eq(p->done.rate.na, 3);
	is(&p->measures[measure(f, "6(1)")], 1200, 1500, 800);
	is(&p->measures_done[measure(f, "6(1)")], 7, 9, 778);
	is(&p->measures[measure(f, "6(2)")], 1125, 1800, 625); /* knowledge is not in it */
	is(&p->items[0], 4, 6, 667);
	is(&p->items[3], 5, 6, 833);
	ck_assert_str_eq(shown_of(&p->measures[measure(f, "6(3)")]).mark, "－");
}
END_TEST

START_TEST(who_has_not_answered_is_counted_beside)
{
	close_now();
	const struct figures *f = gather("staff", "Q");
	ck_assert_int_eq(f->subject->progress.asked, 7);
	ck_assert_int_eq(f->subject->progress.submitted, 6);
	is(&f->subject->done, 6, 18, 333);
	ck_assert_int_eq(f->subject->done.rate.unanswered, 3); /* one person, three questions */
	ck_assert_int_eq(f->subject->items[0].rate.unanswered, 1);
	is(&f->subject->knowledge, 0, 6, 0);
}
END_TEST

START_TEST(small_departments_are_withheld_whole)
{
	close_now();
	const struct figures *f = gather("staff", "R");
	ck_assert_uint_eq(f->withheld_count, 2); /* R of one and T of four: five together */
	ck_assert(f->subject->hidden && f->subject->done.hidden && f->subject->points.hidden);
	ck_assert_str_eq(shown_of(&f->subject->done).mark, "※");
	for (size_t i = 0; i < f->set->count; i++) {
		ck_assert(f->subject->items[i].hidden);
		ck_assert(tally_empty(&f->subject->tallies[i]));
		ck_assert_int_eq(f->subject->items[i].rate.denominator, 0);
	}
	for (size_t m = 0; m < f->measure_count; m++)
		ck_assert(f->subject->measures[m].hidden && f->subject->measures_done[m].hidden);
	ck_assert_int_eq(f->subject->progress.submitted, 1); /* who answered is no secret */
	const struct department_figures *u = &f->departments[f->department_count - 1];
	ck_assert_str_eq(u->key, "U");
	ck_assert(!u->asked && !u->hidden);
	ck_assert_str_eq(shown_of(&u->done).mark, "－");
}
END_TEST

/* R has one person: who looks before and after it submits must see no difference. */
START_TEST(while_a_cycle_is_open_the_body_leaves_the_withheld_out)
{
	const struct figures *f = gather("staff", NULL);
	/* P alone: all of it has submitted, while one of Q is still to come. */
	is(&f->body.done, 9, 15, 600);
	is(&f->body.points, 2325, 3300, 705);
	is(&f->body.knowledge, 5, 6, 833);
	is(&f->years[1].points, 2325, 3300, 705);
	ck_assert_int_eq(f->body.counted, 6);
	ck_assert_str_eq(shown_of(&f->departments[1].done).mark, "※");
	struct explanation x;
	ck_assert(explain(f, arena, 0, EXPLAIN_DONE, NULL, NULL, &x, &e));
	is(&x.figure, 9, 15, 600);
	ck_assert_uint_eq(x.left_out, 3);
	ck_assert_uint_eq(x.items_leave_out, 0);
	ck_assert_int_eq(f->body.progress.submitted, 17); /* who has answered is no secret */
	department_answer(&now, "staff", "R", 0, 1, (const char *[]){"yes", "no", "mostly", "k2"}, 4);
	f = gather("staff", NULL);
	is(&f->body.done, 9, 15, 600);
	is(&f->body.points, 2325, 3300, 705);
	department_answer(&now, "staff", "Q", 6, 1, (const char *[]){"yes", "no", "never", "k2"}, 4);
	f = gather("staff", NULL);
	/* P and Q: done 9 + 7 of 15 + 21; points 2325 + 1400 of 3300 + 4200; right 5 + 0 of 13 */
	is(&f->body.done, 16, 36, 444);
	is(&f->body.points, 3725, 7500, 497);
	is(&f->body.knowledge, 5, 13, 385);
	ck_assert_int_eq(f->body.counted, 13);
}
END_TEST

START_TEST(a_closed_body_counts_everyone_but_its_parts_only_who_is_shown)
{
	close_now();
	const struct figures *f = gather("staff", NULL);
	ck_assert_ptr_eq(f->subject, &f->body);
	/* done 9 + 6 + 0 + 10 of 15 + 18 + 3 + 12; points 2325 + 1200 + 0 + 2000 of 3300 + 3600 + 600 + 2400;
	 * T: 2 of 4 (two do not know), 4 of 4, 4 of 4; points 400 + 400 + 1200. Right 5 + 0 + 0 + 4 of 17. */
	is(&f->body.done, 25, 48, 521);
	is(&f->body.done_or_partly, 29, 48, 604);
	is(&f->body.points, 5525, 9900, 558);
	is(&f->body.knowledge, 9, 17, 529);
	is(&f->years[1].points, 5525, 9900, 558);
	ck_assert_int_eq(f->body.done.rate.unknown, 2);
	/* P and Q: 1200 + 1200 of 1500 + 1800; 1125 + 0 of 1800 + 1800 = 31.25 */
	is(&f->body.measures[measure(f, "6(1)")], 2400, 3300, 727);
	is(&f->body.measures[measure(f, "6(2)")], 1125, 3600, 313);
	is(&f->body.items[0], 10, 12, 833);
	ck_assert_int_eq(f->body.progress.asked, 18);
	ck_assert_int_eq(f->body.progress.submitted, 17);
}
END_TEST

START_TEST(sets_answered_for_an_office_are_never_withheld)
{
	const struct figures *f = gather("office", "R");
	ck_assert_uint_eq(f->withheld_count, 0);
	is(&f->subject->done, 1, 1, 1000);
	is(&f->body.items[0], 1, 3, 333);
}
END_TEST

START_TEST(the_trend_follows_the_lineage_and_breaks_where_a_meaning_changed)
{
	close_now();
	const struct figures *f = gather("staff", "P");
	ck_assert_uint_eq(f->year_count, 2); /* nothing is known of 2024 */
	ck_assert_int_eq(f->years[0].year, 2025);
	ck_assert(f->years[0].present && !f->years[0].changed);
	/* O: done 5 + 0 + 5 of 15; points 1000 + 0 + 1500 of 1000 + 500 + 1500 */
	is(&f->years[0].done, 10, 15, 667);
	is(&f->years[0].points, 2500, 3000, 833);
	ck_assert(f->years[1].changed); /* S102 means something else now */
	for (size_t i = 0; i < f->set->count; i++)
		ck_assert_int_eq(f->changed[i], strcmp(f->set->items[i].id, "S102") == 0);
	is(&f->years[1].points, 2325, 3300, 705);
	/* without S102: 900 + 1125 of 1200 + 1800; before 1000 + 1500 of the same */
	is(&f->comparable_now, 2025, 3000, 675);
	is(&f->comparable_before, 2500, 2500, 1000);
	f = gather("staff", NULL);
	is(&f->comparable_now, 3225, 6000, 538); /* P and Q: 2025 + 1200 of 3000 + 3000 */
	f = gather("staff", "T");                /* had no predecessor */
	ck_assert_uint_eq(f->year_count, 1);
	ck_assert_ptr_null(f->changed);
	ck_assert(f->years[0].points.hidden);
	f = gather("office", "P"); /* asked last year, answered by nobody, and the same question */
	ck_assert_uint_eq(f->year_count, 2);
	ck_assert(!f->years[1].changed);
	ck_assert_str_eq(shown_of(&f->years[0].points).mark, "－");
}
END_TEST

/* Two years on P and Q are M: its past is that of both together, and O before it; the body's is that of all. */
START_TEST(the_trend_goes_on_through_a_split_and_a_merge)
{
	close_now();
	const struct figure body_then = gather("staff", NULL)->body.points;
	act((struct act){.work = work_merge, .at = instant_of_day(day_of(2027, 4, 1))});
	now = (struct cycle){.year = 2027,
		.title = "来年",
		.k = 5,
		.base_day = day_of(2027, 9, 1),
		.opens_day = day_of(2027, 10, 1),
		.due_day = day_of(2027, 10, 31)};
	act((struct act){.work = work_open, .cycle = &now, .at = instant_of_day(now.opens_day)});
	department_answer(&now, "staff", "M", 0, 13, (const char *[]){"yes", "no", "always", "k1"}, 4);
	close_now();
	const struct figures *f = gather("staff", "M");
	ck_assert_uint_eq(f->year_count, 3);
	is(&f->years[0].done, 10, 15, 667);
	is(&f->years[0].points, 2500, 3000, 833);
	ck_assert_str_eq(f->years[0].from, "O");
	/* Q: S101 yes, S102 no, S103 never, by six: 1200 of 1200 + 600 + 1800 beside P's 2325 of 3300;
	 * done 6 of 18 beside 9 of 15 */
	is(&f->years[1].points, 2325 + 1200, 3300 + 3600, 511);
	is(&f->years[1].done, 9 + 6, 15 + 18, 455);
	ck_assert_str_eq(f->years[1].from, "P、Q");
	ck_assert_int_eq(f->years[1].department_id, YEAR_OF_SEVERAL);
	ck_assert_str_eq(f->years[2].from, "");
	f = gather("staff", NULL);
	ck_assert_uint_eq(f->year_count, 3);
	is(&f->years[0].points, 2500, 3000, 833);
	ck_assert_int_eq(f->years[1].points.rate.numerator, body_then.rate.numerator);
	ck_assert_int_eq(f->years[1].points.rate.denominator, body_then.rate.denominator);
}
END_TEST

static struct cycle
occasion(int year, int64_t previous)
{
	struct cycle c = {.year = year,
		.title = "強化月間",
		.adhoc = true,
		.previous_id = previous,
		.k = 5,
		.base_day = day_of(year, 9, 1),
		.opens_day = day_of(year, 11, 1),
		.due_day = day_of(year, 11, 30)};
	act((struct act){.work = work_open, .cycle = &c, .at = instant_of_day(c.opens_day)});
	return c;
}

/* Younger than the yearly ones, and open beside them: neither is the other's past. */
START_TEST(cycles_of_an_occasion_stand_apart_from_the_yearly_ones)
{
	struct cycle first = occasion(2025, 0), second = occasion(2026, first.id), alone = occasion(2026, 0);
	struct figures f;
	ck_assert(figures_gather(store, arena, &alone, "staff", 0, 3, &f, &e));
	ck_assert_int_eq(f.year_count, 1);
	ck_assert_ptr_null(f.changed);
	ck_assert(figures_gather(store, arena, &second, "staff", 0, 3, &f, &e));
	ck_assert_int_eq(f.year_count, 2);
	ck_assert_int_eq(f.years[0].cycle_id, first.id);
	const struct figures *yearly = gather("staff", "P");
	ck_assert_int_eq(yearly->years[0].cycle_id, before.id);
	struct cycle next = {.year = 2027,
		.title = "来年",
		.k = 5,
		.base_day = day_of(2027, 9, 1),
		.opens_day = day_of(2027, 10, 1),
		.due_day = day_of(2027, 10, 29)};
	act((struct act){.work = work_open, .cycle = &next, .at = instant_of_day(next.opens_day)});
	ck_assert(figures_gather(store, arena, &next, "staff", 0, 3, &f, &e));
	ck_assert_int_eq(f.year_count, 3);
	ck_assert_int_eq(f.years[0].cycle_id, before.id);
	ck_assert_int_eq(f.years[1].cycle_id, now.id);
	ck_assert_str_eq(cycle_mark(arena, &now), "2026");
	ck_assert_str_eq(cycle_mark(arena, &second),
		arena_printf(arena, "2026-adhoc-%lld", (long long)second.id));
}
END_TEST

static bool
work_merge_small(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	struct department q, r, into = {.key = "M", .name = "M"};
	struct decision by = {.day = day_of_instant(x->at), .approver = "CISO", .reason = "R9", .now = x->at};
	return department_find(d, arena, "Q", by.day, &q, why) &&
	       department_find(d, arena, "R", by.day, &r, why) &&
	       department_merge(d, (const int64_t[]){q.id, r.id}, 2, &into, &by, why);
}

/* R was one person: M's past less Q's, which was shown, would be that person's. */
START_TEST(the_past_of_a_merge_with_a_withheld_department_is_withheld)
{
	close_now();
	act((struct act){.work = work_merge_small, .at = instant_of_day(day_of(2027, 4, 1))});
	now = (struct cycle){.year = 2027,
		.title = "来年",
		.k = 5,
		.base_day = day_of(2027, 9, 1),
		.opens_day = day_of(2027, 10, 1),
		.due_day = day_of(2027, 10, 31)};
	act((struct act){.work = work_open, .cycle = &now, .at = instant_of_day(now.opens_day)});
	department_answer(&now, "staff", "M", 0, 8, (const char *[]){"yes", "no", "always", "k1"}, 4);
	close_now();
	const struct figures *f = gather("staff", "M");
	ck_assert_str_eq(f->years[1].from, "Q、R");
	ck_assert(f->years[1].points.hidden);
	ck_assert(f->years[1].done.hidden);
	ck_assert(f->comparable_before.hidden);
	ck_assert_str_eq(shown_of(&f->years[1].points).mark, "※");
	is(&f->years[0].points, 2500, 3000, 833); /* Q's predecessor's, which R had none of */
}
END_TEST

START_TEST(what_is_not_there_is_said)
{
	struct figures f;
	ck_assert(!figures_gather(store, arena, &now, "nothing", 0, 3, &f, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!figures_gather(store, arena, &now, "staff", 999, 3, &f, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!figures_gather(store, arena, &now, "staff", department_id("O"), 3, &f, &e)); /* ended */
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(a_percentage_opens_to_its_parts)
{
	const struct figures *f = gather("staff", "P");
	struct explanation x;
	int64_t p = department_id("P");
	ck_assert(explain(f, arena, p, EXPLAIN_POINTS, "6(1)", NULL, &x, &e));
	is(&x.figure, 1200, 1500, 800);
	ck_assert_int_eq(x.figure.rate.na, 3);
	ck_assert_uint_eq(x.item_count, 2);
	is(&x.items[0].figure, 900, 1200, 750);
	is(&x.items[1].figure, 300, 300, 1000);
	ck_assert_int_eq(x.items[1].tally.na, 3);
	ck_assert(explain(f, arena, p, EXPLAIN_DONE_OR_PARTLY, NULL, "S103", &x, &e));
	is(&x.figure, 5, 6, 833);
	ck_assert_uint_eq(x.item_count, 1);
	ck_assert(explain(f, arena, p, EXPLAIN_KNOWLEDGE, NULL, NULL, &x, &e));
	is(&x.figure, 5, 6, 833);
	ck_assert_uint_eq(x.item_count, 1);
	ck_assert(explain(f, arena, department_id("Q"), EXPLAIN_RESPONSE, NULL, NULL, &x, &e));
	is(&x.figure, 6, 7, 857);
	ck_assert_int_eq(x.figure.rate.unanswered, 1);
	close_now();
	f = gather("staff", NULL);
	ck_assert(explain(f, arena, 0, EXPLAIN_DONE, NULL, NULL, &x, &e));
	is(&x.figure, 25, 48, 521);
	ck_assert_uint_eq(x.items_leave_out, 2);
	ck_assert_uint_eq(x.left_out, 0);
	ck_assert(explain(f, arena, 0, EXPLAIN_DONE, "6(1)", NULL, &x, &e));
	ck_assert_uint_eq(x.left_out, 2);
}
END_TEST

START_TEST(what_is_withheld_stays_withheld_when_opened)
{
	const struct figures *f = gather("staff", "P");
	struct explanation x;
	int64_t r = department_id("R");
	static const char *const measures[] = {NULL, "6(1)"};
	for (int i = 0; i < 2; i++) {
		ck_assert(explain(f, arena, r, EXPLAIN_POINTS, measures[i], NULL, &x, &e));
		ck_assert(x.figure.hidden);
		ck_assert_int_eq(x.figure.rate.denominator, 0);
		for (size_t j = 0; j < x.item_count; j++)
			ck_assert(x.items[j].figure.hidden && tally_empty(&x.items[j].tally));
	}
	ck_assert(!explain(f, arena, 999, EXPLAIN_DONE, NULL, NULL, &x, &e));
	ck_assert(!explain(f, arena, r, EXPLAIN_DONE, "3(1)", NULL, &x, &e));
	ck_assert(!explain(f, arena, r, EXPLAIN_DONE, NULL, "S104", &x, &e));      /* a knowledge question */
	ck_assert(!explain(f, arena, r, EXPLAIN_KNOWLEDGE, "6(1)", NULL, &x, &e)); /* has none */
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

Suite *figures_suite(void);
Suite *
figures_suite(void)
{
	Suite *s = suite_create("figures");
	TCase *t = tcase_create("figures");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_department_has_its_pooled_figures);
	tcase_add_test(t, who_has_not_answered_is_counted_beside);
	tcase_add_test(t, small_departments_are_withheld_whole);
	tcase_add_test(t, while_a_cycle_is_open_the_body_leaves_the_withheld_out);
	tcase_add_test(t, a_closed_body_counts_everyone_but_its_parts_only_who_is_shown);
	tcase_add_test(t, sets_answered_for_an_office_are_never_withheld);
	tcase_add_test(t, the_trend_follows_the_lineage_and_breaks_where_a_meaning_changed);
	tcase_add_test(t, the_trend_goes_on_through_a_split_and_a_merge);
	tcase_add_test(t, cycles_of_an_occasion_stand_apart_from_the_yearly_ones);
	tcase_add_test(t, the_past_of_a_merge_with_a_withheld_department_is_withheld);
	tcase_add_test(t, what_is_not_there_is_said);
	tcase_add_test(t, a_percentage_opens_to_its_parts);
	tcase_add_test(t, what_is_withheld_stays_withheld_when_opened);
	suite_add_tcase(s, t);
	return s;
}
