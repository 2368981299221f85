#ifndef STORE_AUDIT_OUTBOX_H
#define STORE_AUDIT_OUTBOX_H

/* The boxes reminders of audits lie in, alike but for what they are about: a table each, with statements over
 * it. */

#include "store/audit/chases.h"

struct outbox {
	const char *name; /* also in the Message-IDs */
	const char *interrupt, *hand, *put_off, *drop, *next, *claim, *settle;
	const char *count;  /* that may be sent: $1 now, $2 1 within the hours */
	const char *things; /* what a message is about: about, id, due day */
	const char *told, *untold;
	/* How a message names a thing: number, department, day. */
	bool (*thing)(struct db *db, struct arena *a, enum chase_about about, int64_t id, day_t due,
		const char **out, struct err *e);
	/* Its number alone. */
	bool (*number)(struct db *db, struct arena *a, enum chase_about about, int64_t id, const char **out,
		struct err *e);
};
extern const struct outbox outboxes[];
extern const size_t outbox_count;

/* What stands in chase_plan.c and what is planned elsewhere share. */
struct planning {
	struct db *db;
	struct arena *arena;
	const struct chase_rung *rungs;
	size_t count;
	struct calendar calendar;
	instant_t now;
	day_t today;
};

/* For each kind of recipient the rung that has come, if it was not climbed before. taken: the statement that
 * lists the rungs there are for a thing ($1), what about ($2) and a due day ($3); plan: climbs one. */
bool chase_climb(const struct planning *p, enum chase_about about, day_t due, const char *taken, int64_t id,
	bool (*plan)(const struct planning *p, const struct chase_rung *r, const void *thing, day_t due,
		struct err *e),
	const void *thing, struct err *e);

/* Of requests for documents (chase_audits.c). */
bool requests_plan_chases(const struct planning *p, struct err *e);

#endif
