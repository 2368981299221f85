#ifndef WEB_EVIDENCE_H
#define WEB_EVIDENCE_H

/* A file handed in, as a row of a table. */

#include "store/attachments.h"
#include "view/view.h"

/* file_id, sheet_id, name, size (words), secrecy, added_at. */
void evidence_fill(struct dict *row, struct arena *a, const struct attachment *f);

#endif
