#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "db/db.h"

enum { DATABASE_PATH_SIZE = 4096 };

/* The writing connection of the body in a directory; path becomes the file's. */
struct db *database_open(const char *directory, char path[DATABASE_PATH_SIZE], struct err *e);

/* An empty body in memory. */
struct db *database_memory(struct err *e);
/* Brings a database of an older version up to date; what this one lacks is made. */
bool database_update(struct db *db, int64_t version, struct err *e);

/* An empty body in memory, for trying something out; keys to what is not in it may break. */
struct db *database_scratch(struct err *e);

#endif
