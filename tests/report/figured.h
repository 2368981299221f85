#ifndef TESTS_REPORT_FIGURED_H
#define TESTS_REPORT_FIGURED_H

/* A body of two years whose departments are of many sizes. */

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

static inline bool
act_work(struct db *d, struct piece *p, struct err *why)
{
	struct act *x = p->with;
	return x->work(x, d, p, why);
}

static inline void
act(struct act x)
{
	ck_assert_msg(writer_run(store_writer(store), act_work, &x, &e), "%s", e.text);
}

static inline bool
work_roster(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	return roster_apply(d, arena, x->roster, day_of_instant(x->at), x->at, why);
}

static inline bool
set_load(struct db *d, const char *yaml, const char *name, instant_t at, int64_t *id, struct err *why)
{
	struct faults f = {.arena = arena};
	const struct bank *bank = store_bank(store);
	const struct questionnaire *q =
		questionnaire_parse(yaml, strlen(yaml), name, bank->policy, bank->scales, 0, &f);
	ck_assert_msg(q != NULL, "%s", f.count > 0 ? f.items[0].text : "");
	return question_set_load(d, q, yaml, strlen(yaml), at, id, why);
}

static inline bool
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

static inline bool
work_department(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	return department_add(
		d, x->department, &(struct decision){.approver = "", .reason = "", .now = x->at}, why);
}

/* O becomes P and Q on the first of April. */
static inline bool
work_split(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	struct department old, parts[2] = {{.key = "P", .name = "P"}, {.key = "Q", .name = "Q"}};
	struct decision by = {.day = day_of_instant(x->at), .approver = "CISO", .reason = "R8", .now = x->at};
	return department_find(d, arena, "O", by.day, &old, why) &&
	       department_split(d, old.id, parts, 2, &by, why);
}

/* P and Q become M. */
static inline bool
work_merge(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	struct department one, two, into = {.key = "M", .name = "M"};
	struct decision by = {.day = day_of_instant(x->at), .approver = "CISO", .reason = "R9", .now = x->at};
	return department_find(d, arena, "P", by.day, &one, why) &&
	       department_find(d, arena, "Q", by.day, &two, why) &&
	       department_merge(d, (const int64_t[]){one.id, two.id}, 2, &into, &by, why);
}

static inline bool
work_sheet(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	return sheet_change(d, p, x->change, why);
}

static inline void
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

static inline const struct roster *
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

static inline int64_t
department_id(const char *key)
{
	struct department d;
	ck_assert_msg(department_find(db, arena, key, day_of(2026, 9, 1), &d, &e), "%s", e.text);
	return d.id;
}

static inline void
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
static inline void
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
static inline void
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

static inline void
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

static inline void
teardown(void)
{
	store_close(store);
	body_teardown(&body);
}

static inline bool
work_close(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	return cycle_move_make(d, p, NULL, x->cycle->id, "confirm", "試験", 0, x->at, why) &&
	       cycle_move_make(d, p, NULL, x->cycle->id, "finalise", "試験", 0, x->at, why) &&
	       cycle_find(d, arena, x->cycle->id, x->cycle, why);
}

static inline void
close_now(void)
{
	act((struct act){.work = work_close, .cycle = &now, .at = instant_of_day(now.due_day)});
}

static inline const struct figures *
gather(const char *set, const char *department)
{
	struct figures *f = ARENA_NEW(arena, struct figures);
	int64_t id = department != NULL ? department_id(department) : 0;
	ck_assert_msg(figures_gather(store, arena, &now, set, id, 3, f, &e), "%s", e.text);
	return f;
}

static inline void
is(const struct figure *f, int64_t numerator, int64_t denominator, int tenths)
{
	ck_assert(!f->hidden);
	ck_assert_int_eq(f->rate.numerator, numerator);
	ck_assert_int_eq(f->rate.denominator, denominator);
	ck_assert_int_eq(rate_tenths(f->rate), tenths);
	ck_assert_int_eq(shown_of(f).tenths, tenths);
	ck_assert(shown_of(f).known);
}

static inline size_t
measure(const struct figures *f, const char *key)
{
	size_t m = 0;
	while (m < f->measure_count && strcmp(f->measures[m]->key, key) != 0)
		m++;
	ck_assert_uint_lt(m, f->measure_count);
	return m;
}

#endif
