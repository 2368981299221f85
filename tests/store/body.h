#ifndef TESTS_STORE_BODY_H
#define TESTS_STORE_BODY_H

/* An empty body in a directory of its own, for each test. */

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store.h"

struct body {
	char directory[64], path[80];
	struct arena *arena;
};

static inline void
body_setup(struct body *b)
{
	struct err e = {0};
	strcpy(b->directory, "/tmp/tenken-store-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(b->directory));
	snprintf(b->path, sizeof b->path, "%s/tenken.db", b->directory);
	ck_assert_msg(store_create(b->directory, &e), "%s", e.text);
	b->arena = arena_create();
}

static inline void
body_teardown(struct body *b)
{
	arena_destroy(b->arena);
	char command[96];
	snprintf(command, sizeof command, "rm -r %s", b->directory);
	ck_assert_int_eq(system(command), 0);
}

/* The first number of a query's answer; −1 when it has no row. */
static inline int64_t
rows_number(struct rows *r)
{
	struct err e = {0};
	int64_t n = rows_next(r) ? row_int(r, 0) : -1;
	ck_assert_msg(rows_end(r, &e), "%s", e.text);
	return n;
}

static inline int64_t
body_number(struct db *db, const char *sql)
{
	struct rows r;
	struct err e = {0};
	ck_assert_msg(db_query(db, &r, &e, sql, ""), "%s", e.text);
	return rows_number(&r);
}

static inline void
body_script(struct db *db, const char *script)
{
	struct err e = {0};
	ck_assert_msg(db_script(db, script, &e), "%s", e.text);
}

#endif
