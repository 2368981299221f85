#ifndef TESTS_WORK_CHASED_H
#define TESTS_WORK_CHASED_H

/* The small body with a lead (51) and a chief (52), both with mail, whose reminders of audits go out. */

#include "work/chase.h"

#include <unistd.h>

#include "domain/organisation/role.h"
#include "store/audit/chases.h"
#include "store/small.h"
#include "work/remind.h"
#include "work/runner.h"

static struct small small;
static instant_t now;

static inline bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static inline void
change(const char *script)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(small.store), script_work, (void *)script, &e), "%s", e.text);
}

static inline void
chased_setup(void)
{
	small_setup(&small);
	change("INSERT INTO person (id, number, name, mail) VALUES (51, '0051', '責任者', ''), (52, '0052',"
	       " '企業長', '');"
	       "INSERT INTO account (id, login, person_id, roles, created_at) VALUES (51, 'lead', 51, 33, 0),"
	       " (52, 'chief', 52, 9, 0);"
	       "UPDATE person SET mail = number || '@water.example' WHERE id IN (11, 12, 21, 51, 52)");
}

static inline void
chased_teardown(void)
{
	small_teardown(&small);
}

static inline void
tick(int year, int month, int day, int hour)
{
	struct err e = {0};
	now = instant_of_day(day_of(year, month, day)) + hour * 3600;
	ck_assert_msg(chase_tick(small.store, now, &e), "%s", e.text);
}

static inline int64_t
number(const char *sql)
{
	return body_number(small.db, sql);
}

static inline instant_t
clock_of_test(void)
{
	return now;
}

static inline void
run_jobs(const struct mail_server *server)
{
	struct runner_config c = {.clock = clock_of_test, .remind = {server, "desk@water.example"}};
	struct runner *r = runner_create(small.store, &c);
	for (int i = 0;
		i < 2000 && number("SELECT count(*) FROM job WHERE state IN ('queued', 'running')") > 0; i++)
		usleep(5000);
	runner_destroy(r);
}

struct claiming {
	struct chase chase;
	bool hours, found;
};

static inline bool
claim_work(struct db *db, struct piece *p, struct err *e)
{
	struct claiming *w = p->with;
	return chase_claim(db, small.body.arena, now, w->hours, "water.example", &w->chase, &w->found, e);
}

/* The next message that would be sent; found false: none. */
static inline struct claiming
claim(bool hours)
{
	struct claiming w = {.hours = hours};
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(small.store), claim_work, &w, &e), "%s", e.text);
	return w;
}

#endif
