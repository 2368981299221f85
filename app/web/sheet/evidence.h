#ifndef WEB_SHEET_EVIDENCE_H
#define WEB_SHEET_EVIDENCE_H

/* A file handed in, as a row of a table. */

#include "store/sheet/attachments.h"
#include "view/view.h"

/* file_id, sheet_id, size (words), secrecy, added_at; name in {{#opens}}, or {{#closed}} where it is
 * not for whoever looks, who then does not learn the name either. */
void evidence_fill(struct dict *row, struct arena *a, const struct attachment *f, bool closed_too);

#endif
