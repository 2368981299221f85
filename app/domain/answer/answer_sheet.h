#ifndef DOMAIN_ANSWER_ANSWER_SHEET_H
#define DOMAIN_ANSWER_ANSWER_SHEET_H

/*
 * Sheets to be filled in offline, as a workbook: for those who have no PC at hand, or
 * whose files lose their macros on the way (there are none). A guide, then one
 * worksheet a sheet (回答票), so that it can be filled in and printed on A4 as it is,
 * question under question with a list to choose from; a row a person would put forty
 * questions side by side, and everyone's answers under everyone's eyes. Answers given
 * in the browser are never written into it.
 *
 * A hidden worksheet says which cycle, edition and revision each sheet was made from,
 * with a checksum; a hidden column says which question a row is, so worksheets may be
 * renamed and moved, rows sorted, columns made wider. Reading tells every cell it
 * cannot use; what stands in the other cells of that sheet counts.
 */

#include "base/buf.h"
#include "base/day.h"
#include "base/secret.h"
#include "domain/answer/answers.h"

struct answer_sheet {
	int64_t sheet_id;
	const char *code;   /* as on paper (domain/answer/sheet_code.h) */
	const char *name;   /* of the person, or what the sheet is about */
	const char *number; /* staff number; "" */
	const struct questionnaire *questionnaire;
	flags_t flags; /* what is asked */
	int revision;  /* as stored now */
};

struct answer_book {
	int64_t cycle_id;
	instant_t opened; /* with the number, what tells the cycle from those of other bodies */
	const char *title, *department, *due, *contact;
	instant_t made;
	const struct answer_sheet *sheets;
	size_t count;
};

/* The same book gives the same bytes. ERR_ABSENT when it has no sheets. */
bool answer_book_write(struct arena *a, const struct answer_book *b, struct buf *out, struct err *e);

/* What the answers are to the questions of: changes with every text, choice and id. */
void answer_digest(const struct questionnaire *q, char out[DIGEST_SIZE]);

struct answer_fault {
	const char *worksheet, *cell; /* "F12"; "" for all of it */
	const char *reason;
};

struct answer_faults {
	struct arena *arena;
	struct answer_fault *items;
	size_t count;
};
void answer_fault_add(struct answer_faults *f, const char *worksheet, const char *cell, const char *format,
	...) __attribute__((format(printf, 4, 5)));

struct xlsx_table;

/* A sheet as it stands in a workbook that was filled in. */
struct answer_read {
	const struct xlsx_table *table;
	const char *worksheet; /* its name now */
	int64_t sheet_id;
	const char *code, *set_key, *digest;
	int revision;
};

struct answer_book_read {
	int64_t cycle_id;
	instant_t opened;
	const struct answer_read *sheets;
	size_t count;
};

/* ERR_INPUT for what is no such workbook, or whose hidden worksheet was changed. A
 * worksheet that stands there twice, or is no sheet, goes to f. */
bool answer_book_read(struct arena *a, const void *data, size_t length, struct answer_book_read *out,
	struct answer_faults *f, struct err *e);

struct answer_taken {
	struct answers answers; /* fitted to what is asked */
	size_t given;           /* questions with an answer, and texts */
	bool submit;            /* as the sheet says at its end */
	size_t refused;         /* cells that could not be used */
};
void answer_sheet_read(struct arena *a, const struct answer_read *sheet, const struct questionnaire *q,
	flags_t flags, struct answer_taken *out, struct answer_faults *f);

#endif
