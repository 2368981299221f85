#ifndef STORE_SHEET_ANSWER_BOOK_H
#define STORE_SHEET_ANSWER_BOOK_H

/*
 * Answer sheets handed out as a workbook and taken back (domain/answer/answer_sheet.h). What
 * comes back is typed in by proxy: whoever hands it in is on record with every sheet
 * (sheet_change), and must be allowed to (domain/answer/sheet_state.h).
 *
 * A sheet that was changed in the browser since the workbook was made is taken only
 * where the two do not differ; what the file leaves empty stays as it is stored.
 */

#include "domain/answer/answer_sheet.h"
#include "store/sheet/sheets.h"
#include "store/store.h"

/* The sheets of a department that still wait for answers, those the account may type
 * in. account_id 0: the command line hands out all. now: the time of the file. */
bool answer_book_gather(struct store *s, struct arena *a, const struct cycle *c,
	const struct cycle_department *department, int64_t account_id, instant_t now, struct answer_book *out,
	struct err *e);

enum answer_outcome {
	ANSWERS_SUBMITTED,
	ANSWERS_DRAFT,   /* kept: the sheet says so, or lacks something, or a cell was refused */
	ANSWERS_SAME,    /* all of it is stored already */
	ANSWERS_EMPTY,   /* not filled in */
	ANSWERS_REFUSED, /* nothing of it; a fault says why */
	ANSWER_OUTCOMES
};
const char *answer_outcome_key(enum answer_outcome o); /* "submitted" … */

struct answer_row {
	const char *worksheet, *code, *name;
	enum answer_outcome outcome;
	size_t given, asked, lacking;
	const char *receipt; /* of a submission; NULL before it is stored */
};

struct answer_import {
	/* in */
	struct arena *arena;
	const void *data;
	size_t length;
	const char *file;
	int64_t account_id;
	day_t day; /* it was handed in: decides what came in time; 0 becomes today */
	instant_t now;
	/* out */
	struct answer_book_read book;
	struct answer_row *rows;
	size_t row_count;
	struct answer_faults faults;
};

/* Reads the file and says what would become of each sheet; nothing is stored. ERR_INPUT
 * when the file is none of ours, or was not handed in between the opening and today; ERR_CONFLICT when
 * it is of another cycle. */
bool answer_import_try(struct store *s, struct answer_import *i, struct err *e);

/* The same, and stores: one piece of work a sheet, so that nobody who answers in the
 * meantime waits, and one event for the file. Blocks; not on the writer's thread. */
bool answer_import_run(struct store *s, struct answer_import *i, struct err *e);

#endif
