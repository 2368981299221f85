#ifndef DB_DB_H
#define DB_DB_H

/*
 * The door to the database engine. SQLite today; PostgreSQL will stand behind
 * the same calls, so a statement keeps to what both understand: $1, $2 …
 * placeholders (bound by name), ON CONFLICT … DO UPDATE, RETURNING, FILTER,
 * savepoints; no LIKE where case matters; numbers and text only.
 *
 * SQL stands whole beside the one function that uses it:
 *
 *	SQL(find_person, "SELECT id, name FROM person WHERE number = $1");
 *	struct rows r;
 *	if (!db_query(db, &r, e, find_person, "s", number))
 *		return false;
 *	if (rows_next(&r))
 *		p->id = row_int(&r, 0), p->name = row_text(&r, 1, a);
 *	return rows_end(&r, e);
 *
 * SQL() also puts the statement into a list that a test walks, preparing every
 * one. A connection belongs to one thread; statements are kept prepared, by the
 * pointer of their text, so a text is constant. "No
 * more rows" and "failed" are different: rows_next says the first, rows_end the
 * second. A statement left open holds the snapshot, so rows_end is not optional.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct db;

enum db_mode {
	DB_READ,  /* PRAGMA query_only; the file must exist */
	DB_WRITE, /* WAL, synchronous=FULL, foreign keys on; creates the file */
};

struct db *db_open(const char *path, enum db_mode mode, struct err *e);
void db_close(struct db *d); /* NULL accepted */

#define SQL(name, text)                                                                                      \
	static const char name[] = text;                                                                     \
	__attribute__((used, section("tenken_sql"))) static const char *const name##_listed = name

/* ---- a database as bytes ---- */

/* Rows of a query on one connection, its only argument an id, go into a table of another by the
 * names of their columns, in their order. rows: how many; may be NULL. */
bool db_copy(struct db *from, const char *query, int64_t id, struct db *to, const char *table, int64_t *rows,
	struct err *e);
/* The whole database as one file; the same rows put in in the same order give the same bytes. */
bool db_bytes(struct db *d, struct buf *out, struct err *e);
/* A private copy in memory of what such a file holds: what is done to it reaches no disk. What it
 * holds is not trusted: nothing its schema may say is run. ERR_INPUT when it is no database. */
struct db *db_open_bytes(const void *bytes, size_t length, struct err *e);

/* What was deleted is overwritten where it stood; this also empties the journal that still holds it.
 * *whole false: somebody reads an older state, so try again. Never inside a transaction. */
bool db_settle(struct db *d, bool *whole, struct err *e);

/* Every statement of the program, for the test that prepares them all. */
size_t sql_count(void);
const char *sql_text(size_t i);
bool db_prepares(struct db *d, const char *sql, struct err *e);

/* types: one letter an argument. i int64_t (cast what is not), s const char * (NULL is
 * null), b const void * + size_t: text of that many bytes. A unique or foreign key
 * that would break is ERR_CONFLICT, a lock that cannot be had ERR_BUSY. */
bool db_exec(struct db *d, struct err *e, const char *sql, const char *types, ...);
int64_t db_changes(struct db *d);                                /* rows of the last db_exec */
bool db_script(struct db *d, const char *script, struct err *e); /* many statements; schema only */

/* Carries what is committed into the database file, as far as nobody reads what was before; on a
 * connection that does nothing else, others go on meanwhile. */
bool db_checkpoint(struct db *d, struct err *e);

struct rows {
	struct db *db;
	void *statement;
	int state;
};

bool db_query(struct db *d, struct rows *r, struct err *e, const char *sql, const char *types, ...);
bool rows_next(struct rows *r);
bool rows_end(struct rows *r, struct err *e); /* false when a step failed */

int64_t row_int(struct rows *r, int column); /* null is 0 */
bool row_null(struct rows *r, int column);
const char *row_text(struct rows *r, int column, struct arena *a); /* null is NULL */
const char *row_peek(struct rows *r, int column, size_t *length);  /* until the next step; null is "" */

/* Transactions; savepoints are by depth, without names. */
bool db_begin(struct db *d, struct err *e);
bool db_commit(struct db *d, struct err *e);
void db_rollback(struct db *d);
bool db_in_transaction(struct db *d); /* a full disk may have ended it */
bool db_savepoint(struct db *d, struct err *e);
bool db_release(struct db *d, struct err *e);
void db_undo(struct db *d); /* rolls back to the savepoint and releases it */

#endif
