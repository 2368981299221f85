#ifndef STORE_CYCLE_ENTRY_SHEETS_H
#define STORE_CYCLE_ENTRY_SHEETS_H

/*
 * Sheets of the sets that are answered per register entry: one for each entry that
 * counts on the base date and meets the set's condition, in the department it then
 * belonged to. Its owner answers; without one on that day the department's manager;
 * without either it waits for the secretariat to name someone.
 */

#include "domain/organisation/register.h"
#include "store/cycle/cycles.h"

bool sheets_per_entry(struct db *db, struct arena *a, const struct register_kind *kind, int64_t cycle_id,
	const struct questionnaire *q, instant_t now, struct err *e);

#endif
