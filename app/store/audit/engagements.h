#ifndef STORE_AUDIT_ENGAGEMENTS_H
#define STORE_AUDIT_ENGAGEMENTS_H

/*
 * Audits (監査) as they are remembered, from being planned to being completed. What may
 * become of one, and who may do it, is domain/audit/engagement.h.
 */

#include "domain/audit/engagement.h"
#include "store/event.h"

enum { ENGAGEMENT_TITLE_MOST = 100, ENGAGEMENT_TEXT_MOST = 1000 /* code points */ };

struct engagement {
	int64_t id;
	int year, serial;
	bool ordered; /* 特命監査: by whom and why */
	const char *ordered_by, *order_reason;
	const char *title, *purpose, *theme;
	int64_t department_id, entry_id;              /* entry 0: the department as a whole */
	const char *department_key, *department_name; /* as it is called last */
	const char *entry_name;                       /* "" for none */
	bool key_only;                                /* 重点のみ */
	day_t covers_from, covers_to, begins_day, ends_day;
	const char *place, *excluded;
	enum engagement_state state;
	int edition, revision;
	instant_t created_at, fixed_at; /* fixed 0: not yet */
};
const char *engagement_number(struct arena *a, const struct engagement *x); /* "R08-A02" */

bool engagement_find(struct db *db, struct arena *a, int64_t id, struct engagement *out, struct err *e);

struct engagement_filter {
	int year;              /* 0: any */
	int64_t department_id; /* 0: any */
	int64_t member_id;     /* 0: any. An account that is named in it */
	bool running;          /* neither completed nor cancelled */
	int64_t manager_id;    /* 0: any. An account: those of the departments it manages today */
	bool acting;           /* and acts for, not only looks into */
	bool told;             /* only those their departments may know of */
};
bool engagements_list(struct db *db, struct arena *a, const struct engagement_filter *f,
	struct engagement **out, size_t *count, struct err *e); /* newest year first, then by number */

struct engagement_member {
	int64_t account_id;
	bool lead;
	const char *who, *department; /* as they were when named */
	instant_t named_at, left_at;  /* left_at 0: still named */
};
bool engagement_members(struct db *db, struct arena *a, int64_t engagement_id, struct engagement_member **out,
	size_t *count, struct err *e); /* who leads first, then as they were named */
/* Those who had worked on papers when something came to stand against them, as they left. */
bool engagement_leavers(struct db *db, struct arena *a, int64_t engagement_id, struct engagement_member **out,
	size_t *count, struct err *e);

/* Whoever may be named: active accounts that have the role, by name. */
struct auditor_choice {
	int64_t account_id;
	const char *who, *department;
	bool leads; /* may lead as well */
};
bool auditors_list(struct db *db, struct arena *a, day_t today, struct auditor_choice **out, size_t *count,
	struct err *e);

/* Whether the department may know of it: since it was announced, whatever became of it later. */
bool engagement_told(struct db *db, int64_t engagement_id, bool *told, struct err *e);

struct engagement_moved {
	instant_t at;
	const char *who, *name, *reason;
	enum engagement_state from, to;
	int edition;
};
bool engagement_moves_of(struct db *db, struct arena *a, int64_t engagement_id, struct engagement_moved **out,
	size_t *count, struct err *e); /* newest first */

/* What of enum engagement_need does not hold now, but for a reason, which is given with a move. */
bool engagement_unmet(struct db *db, struct arena *a, const struct engagement *x, instant_t now,
	unsigned *out, struct err *e);

/* Which of enum engagement_actor an account is for an audit; 0 none. */
bool engagement_actors(struct db *db, struct arena *a, const struct engagement *x, int64_t account_id,
	unsigned *out, struct err *e);

/* How an account stands to an audit. Whoever looks after the department, or has a post in it, in one under it or
 * one it came out of, stands outside and is shown what the department is: nothing before it was announced. Not
 * so who is named in the audit or is management, nor, until then, who planned it and does not look after
 * the department. */
struct engagement_stand {
	unsigned actors; /* enum engagement_actor */
	bool outside;
	bool hidden;         /* and the department may not know of it yet */
	bool looks, auditee; /* looks after the department; and acts for it */
};
bool engagement_stand(struct db *db, struct arena *a, const struct engagement *x, int64_t account_id,
	day_t today, struct engagement_stand *out, struct err *e);

struct engagement_act;

/* The same as far as it may act: neither auditor nor lead while something stands against it that no waiver
 * sets aside, until the report is fixed. What acts ask, and what pages offer. */
bool engagement_acting(struct db *db, const struct engagement_act *x, const struct engagement *g,
	unsigned *actors, struct err *e);

/* Whether it reads the working papers: who is named, management, a lead against whom nothing stands; once the
 * report is fixed all auditors and leads. */
bool engagement_reads(struct db *db, const struct engagement_act *x, const struct engagement *g, bool *reads,
	struct err *e);

/* ---- acts: each in a piece, logged ------------------------------------------------------------ */

struct engagement_act {
	struct arena *arena;
	int64_t account_id;
	instant_t now;
	int64_t engagement_id;
	int revision; /* ERR_CONFLICT when it is not the stored one */
};

/* Year, serial and id are given. ERR_INPUT for a text that is missing or too long, days that are no span, a
 * system that is not the department's. */
bool engagement_add(struct db *db, const struct engagement_act *x, struct engagement *what, struct err *e);

/* By lead or management: while it is planned everything but the kind, and nothing that would change its
 * year; afterwards, until the fieldwork is over, only days and place. */
bool engagement_edit(struct db *db, const struct engagement_act *x, struct engagement *what, struct err *e);

/* Names an auditor, or who leads; again changes which. By lead or management, before the report is fixed.
 * Once the plan was approved it needs a reason, which stands in the history ("member_named",
 * "member_dropped"), and the last who leads is replaced, not dropped: ERR_CONFLICT. Who wrote, reviewed or confirmed
 * papers, added evidence or drew samples stays named, ERR_CONFLICT, or becomes a leaver. */
bool engagement_name(struct db *db, const struct engagement_act *x, int64_t account_id, bool lead,
	const char *reason, struct err *e);
bool engagement_unname(struct db *db, const struct engagement_act *x, int64_t account_id, const char *reason,
	struct err *e);

/* reason as the move needs it. ERR_CONFLICT when something it needs does not hold. */
bool engagement_act_move(
	struct db *db, const struct engagement_act *x, const char *name, const char *reason, struct err *e);

#endif
