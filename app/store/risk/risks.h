#ifndef STORE_RISK_RISKS_H
#define STORE_RISK_RISKS_H

/*
 * The risk assessment of a fiscal year (リスク評価): what may befall an asset, how likely
 * and how great the loss (domain/audit/risk.h), who answers for it and what is done. Every
 * decision stays written down with what was known and proposed when it was made.
 *
 * A risk that is to be borne (受容) needs the management's acceptance, by somebody who does
 * not answer for it, with a last day; a change of the assessment takes the acceptance back.
 */

#include "domain/audit/risk.h"
#include "domain/policy/policy.h"
#include "store/event.h"

enum { RISK_ASSET_MOST = 100, RISK_TEXT_MOST = 1000 /* code points */ };

struct risk {
	int64_t id;
	int year;
	int64_t department_id;
	const char *department_key, *department_name; /* as it is called last */
	const char *asset;
	int64_t entry_id;                   /* 0: by hand */
	const char *entry_kind, *entry_key; /* "" by hand */
	const char *threat;
	int likelihood, loss;
	const char *grounds, *measure;
	int64_t owner_id;
	const char *owner_name, *owner_number;
	enum risk_treatment treatment;
	int64_t accepted_by; /* 0: not accepted */
	const char *accepted_name;
	instant_t accepted_at;
	day_t accepted_until;
	int64_t copied_from;
	int revision;
};

struct risk_filter {
	int year;           /* 0: any */
	int64_t manager_id; /* an account: only those of what it manages; 0: all */
};
/* Greatest value first. */
bool risks_list(struct db *db, struct arena *a, const struct risk_filter *f, struct risk **out, size_t *count,
	struct err *e);
/* The first and the last fiscal year that has any; 0 and 0 when none has. */
bool risk_years(struct db *db, int *first, int *last, struct err *e);
/* ERR_ABSENT also when the department is not the manager's. */
bool risk_find(
	struct db *db, struct arena *a, int64_t id, int64_t manager_id, struct risk *out, struct err *e);

/* What was known and proposed when somebody decided. */
struct risk_proposal {
	int likelihood; /* 0: nothing was proposed */
	struct risk_evidence evidence;
	const char *clause; /* the measure whose points these are; "" none */
};

struct risk_change {
	int revision;
	instant_t at;
	const char *who, *what, *grounds;
	int likelihood, loss;
	enum risk_treatment treatment;
	struct risk_proposal proposal;
};
bool risk_changes(struct db *db, struct arena *a, int64_t id, struct risk_change **out, size_t *count,
	struct err *e); /* newest first */

/* ---- acts: in a piece, logged, ERR_CONFLICT when revision is not the stored one ---------------- */

struct risk_act {
	struct arena *arena;
	const struct policy *policy;
	int64_t account_id;
	instant_t now;
};

/* Adds r (id 0), or changes numbers, words, owner and treatment of the one there is. ERR_INPUT for what
 * is missing, too long or out of range; ERR_CONFLICT when asset and threat have been assessed this year. */
bool risk_save(struct db *db, const struct risk_act *x, struct risk *r, const struct risk_proposal *p,
	struct err *e);

/* ERR_DENIED for the owner; ERR_CONFLICT when it is not to be borne; ERR_INPUT without a last day to come. */
bool risk_accept(struct db *db, const struct risk_act *x, int64_t id, int revision, day_t until,
	const char *grounds, struct err *e);

/* Last year's into the year, those it does not have yet, without their acceptance. *copied: how many. */
bool risks_copy(struct db *db, const struct risk_act *x, int year, int64_t *copied, struct err *e);

/* What the department's findings of the year and the year before say of a threat: those that name it or come
 * from an item that bears on it. */
struct bank;
bool risk_findings(struct db *db, struct arena *a, const struct bank *bank, int64_t department_id,
	const char *threat, int year, struct risk_evidence *out, struct err *e);

#endif
