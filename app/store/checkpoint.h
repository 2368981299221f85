#ifndef STORE_CHECKPOINT_H
#define STORE_CHECKPOINT_H

/*
 * Twice a second what was committed is carried from the log into the database file,
 * on a thread and a connection of its own: the writer, who would do it else after a
 * commit, would keep those waiting whose answers come next until the file is on disk.
 * Nothing is lost when it stops: what is committed is in the log.
 */

#include "db/db.h"

struct checkpoint;

struct checkpoint *checkpoint_create(struct db *db); /* takes the connection over */
void checkpoint_destroy(struct checkpoint *c);       /* NULL accepted */

#endif
