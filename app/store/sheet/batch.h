#ifndef STORE_SHEET_BATCH_H
#define STORE_SHEET_BATCH_H

/*
 * The summary deltas of one batch of the writer. What a piece adds waits in a
 * journal until the piece is known to stand; then it goes into the sums, which
 * are written once per batch, whatever the number of submissions.
 */

#include "store/writer.h"

struct batch;

struct batch *batch_create(void);
void batch_destroy(struct batch *b);
void batch_clear(struct batch *b);

void batch_keep(struct batch *b);   /* the piece stands: its journal joins the sums */
void batch_forget(struct batch *b); /* the piece is undone: so is its journal */
bool batch_apply(struct batch *b, struct db *db, struct err *e);

#endif
