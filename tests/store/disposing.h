#ifndef TESTS_STORE_DISPOSING_H
#define TESTS_STORE_DISPOSING_H

/* What is kept by fiscal year is looked at, proposed, approved and carried out. */

#include <unistd.h>

#include "store/ended.h"
#include "store/keep/disposal_run.h"

static struct ended x;
static struct err e;

static inline struct retained
look(const char *kind, int year, day_t today)
{
	struct retained *list;
	size_t count;
	ck_assert_msg(retained_list(x.review.db, x.review.arena, (struct record_subject){0, year}, today, 0,
			      &list, &count, &e),
		"%s", e.text);
	const struct retained *found = retained_find(list, count, kind);
	ck_assert(found != NULL);
	return *found;
}

static inline bool
propose(const char *const *kinds, size_t count, int year, day_t day, int64_t *id)
{
	struct ended_act a = {.x = &x,
		.work = ended_propose_work,
		.wish = {{0, year}, kinds, count, "満了のため", ADMIN_ACCOUNT, ROLE_ADMIN,
			instant_of_day(day)}};
	bool ok = ended_do(&a, &e);
	*id = a.id;
	return ok;
}

static inline int64_t
approved(const char *const *kinds, size_t count, int year, day_t day)
{
	int64_t id;
	ck_assert_msg(propose(kinds, count, year, day, &id), "%s", e.text);
	ck_assert_msg(
		ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", day, &e),
		"%s", e.text);
	return id;
}

struct run {
	int64_t id;
	day_t day;
	bool more;
	struct disposal_file file;
};

static inline bool
begin_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_begin(db, x.review.arena, r->id, ADMIN_ACCOUNT, instant_of_day(r->day), err);
}

static inline bool
step_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_step(db, x.review.arena, r->id, 1, &r->more, err);
}

static inline bool
settle_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_file_settle(db, r->id, &r->file, err);
}

static inline bool
finish_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_finish(db, x.review.arena, r->id, ADMIN_ACCOUNT, instant_of_day(r->day), err);
}

static inline void
must(bool (*work)(struct db *, struct piece *, struct err *), struct run *r)
{
	ck_assert_msg(writer_run(store_writer(x.review.store), work, r, &e), "%s", e.text);
}

static inline void
files_go(struct run *r)
{
	for (bool found = true, named, gone;;) {
		ck_assert(disposal_file_next(x.review.db, x.review.arena, r->id, &r->file, &found, &e));
		if (!found)
			return;
		ck_assert(file_named(x.review.db, r->file.digest, &named, &e));
		ck_assert(named || file_drop(x.review.store, r->file.digest, instant_of_day(r->day),
					   &r->file.size, &gone, &e));
		r->file.state = named ? "shared" : "removed";
		must(settle_work, r);
	}
}

/* One row at a time, so that every order a job may be interrupted in is gone through. */
static inline void
carried_out(int64_t id, day_t day)
{
	struct run r = {.id = id, .day = day, .more = true};
	must(begin_work, &r);
	while (r.more)
		must(step_work, &r);
	files_go(&r);
	must(finish_work, &r);
}

static inline int64_t
number(const char *sql)
{
	return ended_number(&x, sql);
}

static inline bool
file_there(const char *digest)
{
	return access(arena_printf(
			      x.review.arena, "%s/files/%.2s/%s", x.review.body.directory, digest, digest),
		       F_OK) == 0;
}

#endif
