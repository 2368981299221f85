#ifndef STORE_CYCLE_CYCLE_RULES_H
#define STORE_CYCLE_CYCLE_RULES_H

/*
 * The policy and the scales a cycle stands on: those of the program when it opened.
 * A later program may ship a policy of a new edition, other measures or other points;
 * what was asked and counted before stays what it was.
 */

#include "db/db.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/writer.h"

struct cycle_rules {
	const struct policy *policy;
	const struct scales *scales;
};

/* Inside the piece that opens the cycle; those kept already stay. */
bool cycle_rules_keep(struct db *db, const struct bank *bank, int64_t cycle_id, struct err *e);

/* For cycles that were opened before rules were kept: once, when the program starts. */
bool cycle_rules_left(struct writer *w, const struct bank *bank, struct err *e);

/* The bank's own for a cycle that is not open yet. What is read lives in the arena. */
bool cycle_rules_read(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	struct cycle_rules *out, struct err *e);

#endif
