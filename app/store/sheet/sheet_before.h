#ifndef STORE_SHEET_SHEET_BEFORE_H
#define STORE_SHEET_SHEET_BEFORE_H

/*
 * What the same unit answered the last time it was asked the same set: shown beside
 * the questions to whoever answers now, never copied into the new answers.
 */

#include "store/sheet/sheets.h"
#include "store/store.h"

struct sheet_before {
	int64_t cycle_id; /* 0: there is none */
	int year;
	const struct questionnaire *questionnaire; /* as it was asked then */
	struct answers answers;
};

bool sheet_before_find(
	struct store *store, struct arena *a, const struct sheet *s, struct sheet_before *out, struct err *e);

#endif
