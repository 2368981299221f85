#ifndef WEB_SHEET_SHEET_FORM_H
#define WEB_SHEET_SHEET_FORM_H

/*
 * What a browser posted from the answering page, read into answers. Per item the
 * form has up to four fields: S611 (the choice's code), S611-n (why it does not
 * apply), S611-r (the reason) and S611-x (the date, the number or the free text),
 * and beside them form_key, revision, shown (when the form was), kept and do.
 *
 * A field the form does not have, one sent twice, a choice that does not exist or
 * text that is not text cannot come from our form: the whole is refused (err).
 * What a person can really get wrong (too long a text, no real date) is a
 * complaint beside the field, and everything typed stays.
 */

#include "base/day.h"
#include "domain/answer/answers.h"
#include "http/http.h"

enum field_fault { FAULT_REASON_LONG, FAULT_TEXT_LONG, FAULT_DATE, FAULT_NUMBER };

struct complaint {
	const struct item *item;
	enum field_fault fault;
};

/* What the button says that was pressed; all but the second save a draft. */
enum sheet_do { DO_SAVE, DO_SUBMIT, DO_EVIDENCE, DO_PREVIOUS, DO_CURRENT };

struct sheet_form {
	struct answers answers;
	int revision;    /* the form was made from */
	instant_t shown; /* 0: it does not say */
	instant_t kept;  /* when the answers kept aside that it showed were kept; 0: none */
	enum sheet_do what;
	struct complaint *complaints;
	size_t complaint_count;
};

bool sheet_form_read(struct arena *a, const struct questionnaire *q, flags_t department,
	const struct http_field *fields, size_t count, struct sheet_form *out, struct err *e);

/* The fields of a request, side by side. */
const struct http_field *sheet_form_fields(struct arena *a, const struct http_request *rq, size_t *count);

#endif
