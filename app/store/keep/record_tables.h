#ifndef STORE_KEEP_RECORD_TABLES_H
#define STORE_KEEP_RECORD_TABLES_H

/*
 * Which rows are records of which kind (reports/retention.yaml): how many there are,
 * and how they are taken out, some at a time. What refers to others stands before
 * them. `count` and `remove` take whose records ($1, $2: the id of a cycle and 0, or
 * the instants from which to which a fiscal year lasts; the log instead the last
 * event that goes, and 0) and `remove` how many at most ($3).
 */

#include <stddef.h>

struct record_table {
	const char *kind, *what; /* what: the table */
	const char *count;       /* NULL: not counted by itself */
	const char *remove;
};

extern const struct record_table record_tables[];
extern const size_t record_table_count;

#endif
