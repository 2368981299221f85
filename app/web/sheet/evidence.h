#ifndef WEB_SHEET_EVIDENCE_H
#define WEB_SHEET_EVIDENCE_H

/* A file that is handed in, and one as a row of a table. */

#include "store/sheet/attachments.h"
#include "view/view.h"
#include "web/web.h"

/* file_id, sheet_id, size (words), secrecy, added_at; name in {{#opens}}, or {{#closed}} where it is
 * not for whoever looks, who then does not learn the name either. */
void evidence_fill(struct dict *row, struct arena *a, const struct attachment *f, bool closed_too);

/* What a file that was sent is. ERR_INPUT: none was, it is too large (evidence_most), of no kind that is
 * taken.
 */
struct evidence_sent {
	const char *name, *kind; /* domain/answer/evidence.h */
	int64_t size;
};
bool evidence_take(struct call *c, const struct http_field *file, struct evidence_sent *out, struct err *e);

#endif
