#ifndef STORE_PROXY_H
#define STORE_PROXY_H

/*
 * 代理入力: answers given on paper, typed in by the secretariat or a manager. Who may
 * do so when is domain/sheet_state.h; sheet_change stores them and writes the event.
 * Here is how a sheet on paper is found, and what is written down beside it.
 */

#include "store/sheets.h"

/* The sheet whose paper has this code, as sheet_code_read gave it. ERR_ABSENT. */
bool sheet_by_code(struct db *db, struct arena *a, const char *code, struct sheet *out, struct err *e);

/* Sheets of a cycle that are not excluded, whose unit, person or staff number has the
 * words in it; department_id 0: of every department. */
bool sheets_find_words(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	const char *words, int most, struct sheet **out, size_t *count, struct err *e);

/* One paper typed in, run inside a piece: stored when it is complete, which change.missing_count says. */
struct proxy {
	struct sheet_change change;
	day_t day; /* written on the paper */
};
bool proxy_store(struct db *db, struct piece *p, struct proxy *x, struct err *e);

#endif
