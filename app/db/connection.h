#ifndef DB_CONNECTION_H
#define DB_CONNECTION_H

/* What the files of this folder share; sqlite3.h is included nowhere else. */

#include <sqlite3.h>

#include "db/db.h"

enum { PARAMETERS_MOST = 32, CACHE_SLOTS = 512 };

struct statement {
	const char *sql; /* the pointer is the key: SQL() gives each statement one */
	sqlite3_stmt *stmt;
	int places[PARAMETERS_MOST]; /* SQLite's index of $1, $2 …; 0 where the text has none */
	bool busy, kept;
};

struct db {
	sqlite3 *handle;
	enum db_mode mode;
	struct statement *cache[CACHE_SLOTS];
	size_t cached;
};

bool db_failed(struct db *d, struct err *e); /* says what SQLite said; always false */

enum { BUSY_MS = 10000 }; /* how long a lock is waited for */

/* A prepared statement nobody is stepping; statement_put resets it for the next. */
struct statement *statement_take(struct db *d, const char *sql, struct err *e);
void statement_put(struct statement *s);
void statements_drop(struct db *d);

#endif
