#ifndef STORE_CYCLE_CYCLES_H
#define STORE_CYCLE_CYCLES_H

/* Cycles, the question sets loaded for them and the departments frozen in them. */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/cycle/cycle.h"
#include "domain/organisation/flag.h"
#include "domain/questionnaire/questionnaire.h"
#include "domain/score/score.h"
#include "store/writer.h"

struct cycle {
	int64_t id;
	int year, edition, k;
	const char *title;
	bool adhoc; /* 随時, beside the yearly one */
	enum cycle_state state;
	day_t base_day, opens_day, due_day;
	day_t grace_day, reported_day;                        /* 0: none */
	bool automatic;                                       /* opens and closes by itself on its days */
	const char *approver;                                 /* who approved the questions; "" */
	instant_t approved_at, opened_at, final_at, ended_at; /* 0: not yet */
	int64_t approved_by;                                  /* the account that recorded it */
	int64_t previous_id;                                  /* the cycle it was made from, or 0 */
	bool individual;        /* managers may read single answers, and every form says so */
	struct grading grading; /* as it was when the cycle opened */
};

struct cycle_days cycle_days(const struct cycle *c);
const char *cycle_mark(struct arena *a, const struct cycle *c); /* of file names: 2026, or 2026-adhoc-5 */

struct cycle_set {
	const char *set_key, *title, *edition;
	int64_t question_set_id;
};

struct cycle_department {
	int64_t department_id;
	const char *key, *name, *kind;
	int ord;
	flags_t flags;
	const char *approver, *reason; /* of the flags */
};

struct question_set {
	int64_t id;
	const char *key, *title, *edition;
	instant_t loaded_at;
};

bool cycle_find(struct db *db, struct arena *a, int64_t id, struct cycle *out, struct err *e);
bool cycle_of_year(struct db *db, struct arena *a, int year, struct cycle *out, struct err *e); /* the latest
				of that year: an opened one before others, the yearly before those of an occasion */
/* What an earlier year of its trend is: of a yearly cycle the yearly one that was opened, of one of an
 * occasion the one it was made from. The two are never mixed. ERR_ABSENT when there was none. */
bool cycle_before(
	struct db *db, struct arena *a, const struct cycle *c, int year, struct cycle *out, struct err *e);
bool cycle_current(struct db *db, struct arena *a, struct cycle *out,
	struct err *e); /* a live one, the yearly first; else the last that was; ERR_ABSENT */
bool cycles_list(
	struct db *db, struct arena *a, struct cycle **out, size_t *count, struct err *e); /* newest first */
bool cycle_sets(struct db *db, struct arena *a, int64_t cycle_id, struct cycle_set **out, size_t *count,
	struct err *e);
bool cycle_departments(struct db *db, struct arena *a, int64_t cycle_id, struct cycle_department **out,
	size_t *count, struct err *e);
/* The predecessor a department's trend goes back to in an older cycle: itself if it took part; ERR_ABSENT
 * when none. */
bool cycle_ancestor(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	struct cycle_department *out, struct err *e);

/* What a department was in an older cycle: itself, and what has gone over into it since that cycle's base
 * date; in the official order, none when it had no predecessor. */
bool cycle_ancestors(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	struct cycle_department **out, size_t *count, struct err *e);

bool question_set_load(struct db *db, const struct questionnaire *q, const char *yaml, size_t length,
	instant_t now, int64_t *id, struct err *e);
/* Loads every set of the bank as it ships; what is loaded already stays. */
bool question_sets_ship(struct db *db, const struct bank *bank, instant_t now, struct err *e);
bool question_sets_list(struct db *db, struct arena *a, struct question_set **out, size_t *count,
	struct err *e); /* newest of each key first */
bool question_set_yaml(
	struct db *db, struct arena *a, int64_t id, const char **yaml, size_t *length, struct err *e);

bool cycle_create(struct db *db, struct cycle *c, const int64_t *question_set_ids, size_t count,
	struct err *e); /* sets id; state prepared; k 0: the setting's at opening */
/* What a move is made with beside its reason; before it, in the same piece. */
bool cycle_set_approver(struct db *db, int64_t id, const char *approver, struct err *e);
bool cycle_set_grace(struct db *db, int64_t id, day_t day, struct err *e); /* ERR_INPUT before the due day */
bool cycle_set_reported(struct db *db, int64_t id, day_t day, struct err *e);

/* Makes a move of domain/cycle/cycle.h, by its name; recorded among the moves and as an event. Opening
 * freezes departments and sets, makes the sheets of everyone who is to answer (units: see sheets.h)
 * and fills progress.asked. What hinders the move (below) is passed over only with a reason. Runs
 * inside a piece. */
bool cycle_move_make(struct db *db, struct piece *p, const struct bank *bank, int64_t id, const char *name,
	const char *reason, int64_t account_id, instant_t now, struct err *e);

/* The move its day has brought (cycle_move_due); what hinders it is left undone. Inside a piece. */
bool cycle_move_itself(struct db *db, struct piece *p, const struct bank *bank, int64_t id, const char *name,
	instant_t now, struct err *e);

/* The moves it has made, the first one first; and the changes of its days (from = to). */
struct cycle_moved {
	instant_t at;
	const char *who; /* "" for the command line, and by itself */
	bool by_itself;
	enum cycle_state from, to;
	int edition;
	const char *reason;
};
bool cycle_moves_list(
	struct db *db, struct arena *a, int64_t id, struct cycle_moved **out, size_t *count, struct err *e);

/* What should be seen to before a move. */
struct cycle_hindrance {
	const char *key; /* "unsubmitted" "returned" "unconfirmed" "na_undecided" … */
	int64_t count;
};
bool cycle_hindrances(struct db *db, struct arena *a, const struct bank *bank, int64_t id, const char *move,
	struct cycle_hindrance **out, size_t *count, struct err *e);

#endif
