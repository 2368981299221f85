#ifndef STORE_DECISION_PLANS_H
#define STORE_DECISION_PLANS_H

/*
 * 改善策: for a question that came out weak, what will be done, by whom and by when;
 * written by the manager for the department and by the secretariat for the body.
 * It may be changed until the cycle ends, every state it was in is kept, and next
 * year's report reads what became of it. And 好事例: what others may learn from,
 * told with consent and printed once the secretariat has adopted it.
 *
 *	改善率 = done ÷ all plans (the dropped ones stay below the line)
 */

#include "domain/score/score.h"
#include "store/cycle/cycles.h"

enum plan_state { PLAN_PLANNED, PLAN_DOING, PLAN_DONE, PLAN_DROPPED, PLAN_STATES };
const char *plan_state_key(enum plan_state s);  /* "planned" "doing" "done" "dropped" */
enum plan_state plan_state_of(const char *key); /* PLAN_STATES when unknown */

enum { PLAN_BODY = 0, PLAN_EVERY = -1 }; /* in place of a department: the body's own; all of them */

struct plan {
	int64_t id;
	int64_t cycle_id, department_id; /* PLAN_BODY: the body's */
	const char *department_name;     /* as the cycle has it; "" of the body's */
	const char *set_key, *item;      /* the question's id */
	const char *measure;
	int64_t owner_id; /* person */
	const char *owner_name;
	day_t due_day;
	enum plan_state state;
	day_t done_day;     /* 0: not done */
	const char *result; /* never NULL */
	int revision;
};
bool plan_open(const struct plan *p);                 /* planned or under way */
bool plan_overdue(const struct plan *p, day_t today); /* open, and its day is over */

enum { PLAN_TEXT_MOST = 500 }; /* code points */

bool plan_find(struct db *db, struct arena *a, int64_t id, struct plan *out, struct err *e);
/* As they stood at a moment, so that a document that is printed again says what it said. In the order of
 * the departments, the body's first; then by the day they are due. */
bool plans_list(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, instant_t at,
	struct plan **out, size_t *count, struct err *e);

/* id 0 makes one. Else revision says which state it was changed from: ERR_CONFLICT
 * when another change came between, and once the cycle has ended. ERR_INPUT: no
 * measure, a day of completion in the future or without being done, an owner there
 * is not. Sets id, revision and owner_name. Logged, and kept in the history. */
bool plan_save(struct db *db, struct plan *p, int64_t account_id, instant_t now, struct err *e);

struct plan_change {
	int revision;
	instant_t at;
	const char *who, *measure, *owner_name, *result;
	day_t due_day, done_day;
	enum plan_state state;
};
bool plan_history(struct db *db, struct arena *a, int64_t plan_id, struct plan_change **out, size_t *count,
	struct err *e); /* newest first */

struct plan_summary {
	int64_t of[PLAN_STATES], all, overdue;
	struct rate done; /* 改善率 */
};
struct plan_summary plan_summary(const struct plan *list, size_t count, day_t today);

/* The yearly cycle before this one that has figures: whose plans its report looks back on. ERR_ABSENT. */
bool plans_cycle_before(
	struct db *db, struct arena *a, const struct cycle *c, struct cycle *out, struct err *e);
/* Last year's plans of a department (of what it came out of) or of the body and all
 * departments (PLAN_EVERY). None when there was no year before. */
bool plans_before(struct db *db, struct arena *a, const struct cycle *c, int64_t department_id, instant_t at,
	struct plan **out, size_t *count, struct err *e);

/* ---- 好事例 ---- */

enum practice_state { PRACTICE_RECORDED, PRACTICE_ADOPTED, PRACTICE_DECLINED, PRACTICE_STATES };
const char *practice_state_key(enum practice_state s); /* "recorded" "adopted" "declined" */
enum practice_state practice_state_of(const char *key);

struct practice {
	int64_t id, cycle_id, department_id; /* PLAN_BODY: the body's */
	const char *department_name, *text;
	const char *consent; /* who agreed to its being told */
	const char *who;
	instant_t at;
	enum practice_state state;
};
/* As they stood at a moment; state PRACTICE_STATES: every one. */
bool practices_list(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	enum practice_state state, instant_t at, struct practice **out, size_t *count, struct err *e);
/* ERR_INPUT without text or without consent; ERR_CONFLICT once the cycle has ended. */
bool practice_add(struct db *db, const struct practice *p, int64_t account_id, instant_t now, struct err *e);
bool practice_decide(struct db *db, int64_t cycle_id, int64_t id, enum practice_state state,
	int64_t account_id, instant_t now, struct err *e);

#endif
