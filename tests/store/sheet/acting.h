#ifndef TESTS_STORE_SHEET_ACTING_H
#define TESTS_STORE_SHEET_ACTING_H

/* Answering and deciding in an open cycle of the small body, counted again after every test. */

#include "store/cycle/latecomers.h"
#include "store/sheet/proxy.h"
#include "store/sheet/sheet_acts.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static instant_t opened;
static struct err failure;

enum { BY_HEAD_A = 2, BY_ADMIN, BY_OTHER_A, BY_HEAD_B, BY_CLERK_B, BY_ALONE_C };
#define COMPLETE "{\"T101\":\"yes\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"
#define OTHER    "{\"T101\":{\"c\":\"no\",\"r\":\"忙しい\"},\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"

static inline void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
	opened = instant_of_day(day_of(2026, 10, 1)) + NOON;
}

static inline void
say(void *with, const char *line)
{
	(void)with;
	ck_abort_msg("%s", line);
}

/* Whatever was done, every counter is what counting again gives. */
static inline void
teardown(void)
{
	struct verify_result r;
	ck_assert_msg(tallies_verify(small.store, say, NULL, &r, &failure), "%s", failure.text);
	small_teardown(&small);
}

/* ---- doing something ------------------------------------------------------------------ */

static inline bool
run(bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	err_clear(&failure);
	return writer_run(store_writer(small.store), work, with, &failure);
}

static inline bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static inline struct sheet_change
change(int64_t person, bool submit, const char *document)
{
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.base_revision = 1 << 30,
		.submit = submit,
		.now = opened + 3600,
		.arena = arena};
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, c.sheet_id, &s, &failure));
	c.base_revision = s.revision;
	ck_assert_msg(answers_parse(arena, small.tiny, document, &c.answers, &failure), "%s", failure.text);
	return c;
}

static inline bool
submits(int64_t person, const char *document)
{
	struct sheet_change c = change(person, true, document);
	return run(change_work, &c);
}

typedef bool act_function(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);
struct acting {
	act_function *act;
	struct sheet_act x;
};

static inline bool
act_work(struct db *db, struct piece *p, struct err *e)
{
	struct acting *a = p->with;
	return a->act(db, p, &a->x, e);
}

static inline struct sheet_act
act_of(int64_t sheet, int64_t account)
{
	return (struct sheet_act){.sheet_id = sheet,
		.account_id = account,
		.now = opened + 7200,
		.arena = arena,
		.questionnaire = small.tiny,
		.reason = "parental",
		.text = "直してください"};
}

static inline bool
does(act_function *act, int64_t person, int64_t account)
{
	struct acting a = {act, act_of(small_sheet_of(&small, person), account)};
	return run(act_work, &a);
}

static inline bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	const char *name = p->with;
	return cycle_move_make(
		db, p, store_bank(small.store), small.cycle.id, name, "試験", BY_ADMIN, opened + 9000, e);
}

static inline void
moves(const char *name)
{
	ck_assert_msg(run(move_work, (void *)name), "%s", failure.text);
}

/* ---- looking --------------------------------------------------------------------------- */

static inline struct sheet
look(int64_t person)
{
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, small_sheet_of(&small, person), &s, &failure));
	return s;
}

static inline struct progress_row
progress(int64_t department)
{
	struct progress_row *rows;
	size_t count;
	ck_assert(
		progress_list(small.db, arena, small.cycle.id, "tiny", department, &rows, &count, &failure));
	ck_assert_int_eq(count, 1);
	return rows[0];
}

static inline int64_t
yes_of(int64_t department)
{
	struct tally *t;
	ck_assert(tallies_read(
		small.db, arena, small.cycle.id, small.tiny, false, &department, 1, &t, &failure));
	return t[0].slots[0];
}

static inline const char *
last_event(void)
{
	struct event *events;
	size_t count;
	ck_assert(events_list(small.db, arena, 0, 1, &events, &count, &failure));
	return events[0].what;
}

#endif
