#ifndef WEB_FORM_H
#define WEB_FORM_H

/* Forms: reading what was posted, and storing it. */

#include "web/web.h"

/* Every field must be one of the names (a name ending in '*' stands for all that
 * begin so); form_key and once (once.h) are always known. Names end with NULL. */
bool form_knows(struct call *c, const char *const names[], struct err *e);
/* The same, and every field that is no file must be plain text. */
bool form_check(struct call *c, const char *const names[], struct err *e);

const char *form_text(struct call *c, const char *name);   /* "" when absent */
const char *form_lines(struct arena *a, const char *text); /* browsers send a textarea's line ends as CR LF */
bool form_has(struct call *c, const char *name);
/* ERR_INPUT when more fields begin with prefix than the known ones the page has read. */
bool form_has_only(struct call *c, const char *prefix, size_t known, struct err *e);
const struct http_field *form_file(struct call *c, const char *name); /* NULL: none was chosen */

/* What a field shows: what was sent, else what is stored (NULL: nothing), else what the address asks for. */
const char *form_typed(struct call *c, const char *name, const char *stored);
bool form_day(struct call *c, const char *name, day_t *out, struct err *e); /* 0 when empty */

/* Stores on the writer, then goes to the path; a failure becomes the error page. */
void form_store(struct call *c, bool (*work)(struct db *, struct piece *, struct err *), void *with,
	const char *then);

/* {{#done_KEY}} when the address says ?done=KEY and KEY is one of the names. */
void form_done(struct call *c, struct dict *page, const char *const names[]);

#endif
