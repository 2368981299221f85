#ifndef DOMAIN_AUDIT_FINDING_H
#define DOMAIN_AUDIT_FINDING_H

/*
 * What becomes of a finding (指摘), and who may do what with it.
 *
 *	起票 raised → 事実確認 checking → 確定 confirmed → 計画待ち planning
 *	→ 計画承認 planned → 対応中 doing → 完了報告 reported → 有効性確認 verifying → 完了 closed
 *
 *	beside these: 差戻し returned (of a plan, a report, or of measures that had no effect),
 *	リスク受容 accepted (until a day, by who answers for it), 取消 withdrawn (before it was
 *	confirmed; nothing is ever deleted)
 *
 * The facts of a finding never change once it is confirmed. Whoever raised it does not
 * confirm it, and whoever carried the measures out does not judge their effect.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "base/err.h"

enum finding_state {
	FINDING_RAISED,
	FINDING_CHECKING,
	FINDING_CONFIRMED,
	FINDING_PLANNING,
	FINDING_PLANNED,
	FINDING_DOING,
	FINDING_REPORTED,
	FINDING_VERIFYING,
	FINDING_CLOSED,
	FINDING_RETURNED,
	FINDING_ACCEPTED,
	FINDING_WITHDRAWN,
	FINDING_STATES /* how many */
};

const char *finding_state_key(enum finding_state s);  /* "raised" … "withdrawn" */
enum finding_state finding_state_of(const char *key); /* FINDING_STATES when unknown */

bool finding_counts(enum finding_state s); /* 確定指摘: confirmed or later, what rates are worked out of */
/* Something is still to be done about it: a risk whose acceptance has run out, too. */
bool finding_open(enum finding_state s, day_t due, day_t today);

/* Who acts; one account may be several. */
enum finding_actor {
	FINDING_AUDITOR = 1 << 0,    /* of the engagement, or any for one raised by hand */
	FINDING_LEAD = 1 << 1,       /* 監査責任者 */
	FINDING_AUDITEE = 1 << 2,    /* manages the department */
	FINDING_MANAGEMENT = 1 << 3, /* CISO相当 */
	FINDING_ABOVE = 1 << 4,      /* manages one above it, which only looks */
};

/* What a move asks for besides. */
enum finding_need {
	FINDING_NEEDS_REASON = 1 << 0,   /* a comment in words */
	FINDING_NEEDS_PLAN = 1 << 1,     /* 改善計画 with measure, owner and due day */
	FINDING_NEEDS_REPORT = 1 << 2,   /* 改善報告: what was done, and when */
	FINDING_NEEDS_EXPIRY = 1 << 3,   /* until when, in the future */
	FINDING_NEEDS_OTHER = 1 << 4,    /* someone else than who raised it */
	FINDING_NEEDS_APPROVED = 1 << 5, /* the plan that was handed in last was approved */
};

struct finding_move {
	const char *name; /* "check" "object" "confirm" "notify" … */
	enum finding_state from, to;
	unsigned actors, needs;
};
extern const struct finding_move finding_moves[];
extern const size_t finding_move_count;

/* What is known when someone wants to move it. */
struct finding_facts {
	enum finding_state state;
	unsigned actors;     /* what the account is for this finding */
	bool own;            /* the account raised it */
	bool planned;        /* a plan was handed in, and not refused since */
	bool approved;       /* and it was approved */
	bool reported;       /* a report was handed in since the work was taken up */
	const char *reason;  /* NULL or blank: none */
	day_t today, expiry; /* 0: none */
};

/* The row of that name. ERR_CONFLICT when the state has no such move, ERR_DENIED when it is
 * not theirs, ERR_INPUT when something it needs is missing. */
const struct finding_move *finding_move_find(const struct finding_facts *f, const char *name, struct err *e);

/* What of it is missing besides reason and expiry, which are given with the move: enum finding_need. */
unsigned finding_missing(const struct finding_move *m, const struct finding_facts *f);

/* Until when something is waited for (期限): a plan so many days from the day on which the department was asked for
 * it, by coming into its state, unless one was handed in; what was given back as long, but no longer than due;
 * else until due. 0: for nothing, or no day was set. */
day_t finding_wait_day(enum finding_state s, bool planned, day_t since, day_t due, int plan_days);

/* Past that day, or its acceptance has run out. due 0: none was set. */
bool finding_overdue(enum finding_state s, day_t due, day_t today);

/* ---- severity ------------------------------------------------------------------------ */

/* 重大な不適合 軽微な不適合 観察事項 推奨事項: the heaviest first. */
enum finding_severity {
	SEVERITY_MAJOR,
	SEVERITY_MINOR,
	SEVERITY_OBSERVATION,
	SEVERITY_RECOMMENDATION,
	SEVERITIES
};
const char *finding_severity_key(enum finding_severity s);  /* "major" … */
enum finding_severity finding_severity_of(const char *key); /* SEVERITIES when unknown */

#endif
