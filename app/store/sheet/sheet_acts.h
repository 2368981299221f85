#ifndef STORE_SHEET_SHEET_ACTS_H
#define STORE_SHEET_SHEET_ACTS_H

/*
 * What managers and the secretariat do with sheets; who may do what when is
 * domain/answer/sheet_state.h. Each runs inside a piece, keeps the summaries true and is
 * written down as an event:
 *
 *	sheet_returned		detail: the comment
 *	sheet_confirmed sheets_confirmed
 *	sheet_excluded sheet_included	detail: the reason
 *	sheet_assigned		detail: who answers now
 *	sheet_proxied		detail: the receipt
 *	sheet_read		a manager read the answers of someone
 *	sheets_excluded		by the opening, whoever was not there on the base date
 */

#include "domain/questionnaire/questionnaire.h"
#include "store/sheet/sheets.h"

/* Which of enum sheet_actor an account is for a sheet; 0 none. ERR_ABSENT when either is not there. */
bool sheet_actors(
	struct db *db, struct arena *a, int64_t sheet_id, int64_t account_id, unsigned *out, struct err *e);

/* An act on one sheet. */
struct sheet_act {
	int64_t sheet_id, account_id;
	instant_t now;
	struct arena *arena;
	const struct questionnaire *questionnaire; /* of the sheet: excluding and including count again */
	const char *reason;                        /* excluding: one of sheet_exclusions */
	const char *text;  /* excluding: more about it; returning: the comment, which must be */
	int64_t person_id; /* assigning: who answers from now on */
};
bool sheet_return(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);
bool sheet_confirm(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);
bool sheet_exclude(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);
bool sheet_include(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);
bool sheet_assign(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e);

/* Confirms whatever of a department's set has been submitted and not returned; says how many. */
bool sheets_confirm(struct db *db, struct piece *p, struct arena *a, int64_t cycle_id, int64_t department_id,
	const char *set_key, int64_t account_id, instant_t now, int64_t *confirmed, struct err *e);

/* Why a unit is not asked. */
enum { SHEET_EXCLUSIONS = 7 };
extern const char *const sheet_exclusions[SHEET_EXCLUSIONS]; /* "suspended" "parental" "seconded" "absent"
								"hired" "left" "other" */
bool sheet_exclusion_known(const char *reason);

/* An event about a sheet: the subject says which. */
bool sheet_log(struct db *db, struct arena *a, int64_t sheet_id, int64_t account_id, const char *what,
	const char *detail, instant_t now, struct err *e);

#endif
