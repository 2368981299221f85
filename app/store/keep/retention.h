#ifndef STORE_KEEP_RETENTION_H
#define STORE_KEEP_RETENTION_H

/*
 * 保存期間: the kinds of records there are (reports/retention.yaml) and the class each
 * has, as it ships or as the secretariat changed it. A change counts at once for
 * everything there is; nothing is disposed of by it.
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/keep/retention.h"

enum retention_scope { RETENTION_OF_CYCLE, RETENTION_OF_YEAR, RETENTION_OF_NONE };

struct retention_kind {
	const char *key, *title, *help;
	enum retention_scope scope;
	const char *with;   /* the kind it belongs to, and goes before or with; NULL: none */
	int shipped, years; /* classes: as it ships, and now */
};

/* In the order of the file; good as long as the arena. */
bool retention_kinds(
	struct db *db, struct arena *a, struct retention_kind **out, size_t *count, struct err *e);
/* NULL when there is none of that key. */
const struct retention_kind *retention_kind_find(
	const struct retention_kind *list, size_t count, const char *key);

struct retention_change {
	const char *kind, *reason, *who; /* key; why; name of who changed it */
	int years;
	instant_t at;
};
/* Inside a piece. ERR_INPUT: no such kind or class, nothing is changed by it, or no reason; a kind that
 * is never disposed of here keeps its class. */
bool retention_change_add(struct db *db, const char *kind, const char *class, const char *reason,
	int64_t account_id, instant_t now, struct err *e);
bool retention_changes_list(struct db *db, struct arena *a, struct retention_change **out, size_t *count,
	struct err *e); /* newest first */

enum { RETENTION_REASON_MOST = 500 }; /* code points of a reason or a comment */
/* ERR_INPUT when it is blank or too long. */
bool retention_reason_check(const char *reason, struct err *e);

#endif
