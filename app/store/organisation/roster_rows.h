#ifndef STORE_ORGANISATION_ROSTER_ROWS_H
#define STORE_ORGANISATION_ROSTER_ROWS_H

/* The rows a roster can touch, table by table, as texts: for copying the organisation
 * and for finding what came out otherwise (roster_changes.c). */

#include "base/arena.h"
#include "db/db.h"

/* Whom a row names stands in a table before it. */
enum roster_table {
	ROSTER_DEPARTMENTS,
	ROSTER_LINEAGE,
	ROSTER_TERM,
	ROSTER_PERSON,
	ROSTER_ACCOUNT,
	ROSTER_POST,
	ROSTER_ABSENCES,
	ROSTER_TABLES, /* how many */
};
enum { ROSTER_CELLS_MOST = 13, ROSTER_ACTIVE_CELL = 1, ROSTER_LOGIN_CELL = 2 }; /* of an account */

/* Cells are texts, NULL for null: the columns know what they hold. The keys come first. */
struct roster_line {
	const char *cells[ROSTER_CELLS_MOST];
};

struct roster_lines {
	struct roster_line *items;
	size_t count;
};

/* In the order of their keys. */
bool roster_lines_read(
	struct db *db, struct arena *a, enum roster_table table, struct roster_lines *out, struct err *e);
bool roster_line_keep(struct db *db, enum roster_table table, const struct roster_line *line, struct err *e);
/* Of posts and absences only: nothing else is ever removed. */
bool roster_line_remove(
	struct db *db, enum roster_table table, const struct roster_line *line, struct err *e);

int roster_line_order(enum roster_table table, const struct roster_line *a, const struct roster_line *b);
bool roster_lines_same(enum roster_table table, const struct roster_line *a, const struct roster_line *b);
/* Whose row it is; 0: of departments, or an account of nobody. */
int64_t roster_line_person(enum roster_table table, const struct roster_line *line);

#endif
