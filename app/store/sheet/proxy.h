#ifndef STORE_SHEET_PROXY_H
#define STORE_SHEET_PROXY_H

/*
 * 代理入力: answers given on paper, typed in by the secretariat or a manager. Who may
 * do so when is domain/answer/sheet_state.h; sheet_change stores them and writes the event.
 * Here is how a sheet on paper is found, and what is written down beside it.
 */

#include "store/sheet/sheets.h"

/* The sheet whose paper has this code, as sheet_code_read gave it. ERR_ABSENT. */
bool sheet_by_code(struct db *db, struct arena *a, const char *code, struct sheet *out, struct err *e);

/* Sheets of a cycle that are not excluded, whose unit, person or staff number has the
 * words in it; department_id 0: of every department. */
bool sheets_find_words(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	const char *words, int most, struct sheet **out, size_t *count, struct err *e);

/* The days that can stand on the paper of a sheet: from the opening of its cycle until today. ERR_ABSENT. */
struct paper_days {
	day_t first, last;
};
bool paper_days(struct db *db, int64_t sheet_id, instant_t now, struct paper_days *out, struct err *e);
/* The same for a workbook of a cycle. */
bool workbook_days(struct db *db, int64_t cycle_id, instant_t now, struct paper_days *out, struct err *e);

/* One paper typed in, or one sheet of a workbook, run inside a piece: a submission is stored when it is
 * complete, which change.missing_count says. The day on the paper decides whether it came in time; one that
 * cannot be is ERR_INPUT. What whoever answers saved or submitted since the form was made is not overwritten
 * unseen: ERR_CONFLICT. */
struct proxy {
	struct sheet_change change; /* with its paper_day */
};
bool proxy_changed(struct err *e); /* false, with that ERR_CONFLICT */
bool proxy_store(struct db *db, struct piece *p, struct proxy *x, struct err *e);

#endif
