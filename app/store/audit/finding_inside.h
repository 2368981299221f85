#ifndef STORE_AUDIT_FINDING_INSIDE_H
#define STORE_AUDIT_FINDING_INSIDE_H

/* What the files of findings share. */

#include "store/audit/findings.h"

/* Adds f as it stands, with its number; logged. */
bool finding_insert(struct db *db, const struct finding_act *x, struct finding *f, struct err *e);

/* After an update by id and revision: ERR_CONFLICT when there was no such row any more. */
bool finding_unchanged(struct db *db, struct err *e);

/* The finding an act is about, and what the account is for it. ERR_CONFLICT when it has been changed since.
 */
bool finding_act_begin(
	struct db *db, const struct finding_act *x, struct finding *f, unsigned *actors, struct err *e);

/* Whether the account may audit the department; ERR_DENIED when it belongs there, or has just left. */
bool finding_independent(struct db *db, const struct finding_act *x, int64_t department_id, struct err *e);

/* The name of an account's person, or its login. */
bool finding_actor_name(struct db *db, struct arena *a, int64_t account_id, const char **name, struct err *e);

#endif
