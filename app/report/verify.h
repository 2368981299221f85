#ifndef REPORT_VERIFY_H
#define REPORT_VERIFY_H

/*
 * Whether a PDF is one that was issued (tenken report verify). The bytes of every edition
 * are kept, so the very file is known again. One that was changed, or printed to a file
 * again, may still name the fingerprint of the edition it came from.
 */

#include "report/issue.h"

enum verdict {
	VERDICT_ISSUED,     /* byte for byte, and the edition that stands */
	VERDICT_SUPERSEDED, /* byte for byte, but a later edition replaced it */
	VERDICT_REOPENED,   /* byte for byte, but what it shows has been reopened since */
	VERDICT_ALTERED,    /* names an edition, but its bytes are others */
	VERDICT_DISPOSED,   /* was issued, but what is known of it went with the records it was among */
	VERDICT_UNKNOWN,    /* nothing of it is known */
	VERDICTS
};
const char *verdict_key(enum verdict v); /* "issued" … */

struct verified {
	enum verdict verdict;
	struct document document; /* id 0: unknown, or disposed of */
	const char *title, *number; /* of the recipe; 総第12号, "" without a 文書記号 */
	int standing;               /* the edition that stands */
	instant_t disposed_at;      /* of one that was; 0 while it is being */
	const char *fingerprint;    /* "" where nothing was kept that could have one */
};
bool report_verify(
	struct store *s, struct arena *a, const char *bytes, size_t length, struct verified *out, struct err *e);

#endif
