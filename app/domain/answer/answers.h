#ifndef DOMAIN_ANSWER_ANSWERS_H
#define DOMAIN_ANSWER_ANSWERS_H

/*
 * The answers of one sheet (回答票). Stored as one JSON document in the order of
 * the items, so the same answers give the same bytes: that document is also the
 * evidence of what was submitted. An answer is a code, or an object when there is
 * a reason (r), why it does not apply (n), a date or number (x) or free text (t):
 *
 *	{"S611":"yes","S612":{"c":"no","r":"…"},"S613":{"c":"na","n":"duty","r":"…"},
 *	 "S804":{"t":"…"}}
 *
 * Documents from before 該当なし was asked why have no n, and are read all the same.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "domain/answer/na.h"
#include "domain/questionnaire/questionnaire.h"

struct answer {
	const struct choice *choice; /* NULL: not answered */
	const struct na_reason *na;  /* only of 該当なし; NULL when not said */
	const char *reason;          /* never NULL; "" when none */
	const char *extra;           /* "2026-05-01", "3", or the text of a TXT item; never NULL */
};

struct answers {
	const struct questionnaire *questionnaire;
	struct answer *items; /* one per item, same index */
};

enum { REASON_MOST = 1000, TEXT_MOST = 2000 }; /* code points */

struct answers answers_none(struct arena *a, const struct questionnaire *q);

/* An id or a code that the set does not have is ERR_INPUT, and so is a text that is
 * too long or holds control characters. "" reads as none. */
bool answers_parse(
	struct arena *a, const struct questionnaire *q, const char *json, struct answers *out, struct err *e);
void answers_format(const struct answers *a, struct buf *out);

/* What stands between the answers and submission; one entry a lack. A reason is
 * asked for by the choice, 該当なし also wants to be told why; a date or number by an answer that counts as
 * done, and what is written there must be a real day or a whole number in any case. Free text is never
 * missing. */
enum lack { LACK_ANSWER, LACK_REASON, LACK_EXTRA, LACK_NA };
struct missing {
	const struct item *item;
	enum lack lack;
};
size_t answers_missing(
	struct arena *a, const struct answers *s, flags_t department, struct missing **missing);

/* How many of those asked have an answer. */
size_t answers_given(const struct answers *s, flags_t department);
size_t answers_asked(
	const struct questionnaire *q, flags_t department); /* scored and knowledge items that apply */

/* Answers to items that do not apply to the department are dropped, and so is why an
 * item does not apply beside another answer. */
void answers_fit(struct answers *s, flags_t department);

/* For a stale form (another window saved since): what was posted wins where it
 * says something, what is stored stays where it says nothing. A stored reason or
 * date stays only beside the choice it was written for. Lists the items in which
 * the two differed and the posted one won. */
size_t answers_merge(
	struct arena *a, struct answers *posted, const struct answers *stored, const struct item ***replaced);

/* 理解度 says what people knew before they were told. So once whoever answers has been
 * shown the right answers, those submitted to the knowledge questions stand (store/sheet/lessons.h):
 * whatever else was posted to them gives way. Lists the items where something else was. */
size_t answers_stand(struct arena *a, struct answers *posted, const struct answers *submitted,
	const struct item ***refused);

#endif
