/* The prepared statements of a connection. */
#include "db/connection.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>


extern const char *const __start_tenken_sql[] __attribute__((weak));
extern const char *const __stop_tenken_sql[] __attribute__((weak));

size_t
sql_count(void)
{
	return (size_t)(__stop_tenken_sql - __start_tenken_sql);
}

const char *
sql_text(size_t i)
{
	return __start_tenken_sql[i];
}

static struct statement *
statement_create(struct db *d, const char *sql, struct err *e)
{
	struct statement *s = calloc(1, sizeof *s);
	if (s == NULL)
		abort();
	s->sql = sql;
	const char *rest;
	if (sqlite3_prepare_v3(d->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->stmt, &rest) != SQLITE_OK) {
		db_failed(d, e);
		free(s);
		return NULL;
	}
	assert(*rest == '\0'); /* one statement a text; scripts go through db_script */
	for (int n = 1; n < PARAMETERS_MOST; n++) {
		char name[16];
		snprintf(name, sizeof name, "$%d", n);
		s->places[n] = sqlite3_bind_parameter_index(s->stmt, name);
	}
	return s;
}

/* Where the statement stands in the table, or the free place where it would. */
static size_t
cache_place(const struct db *d, const char *sql)
{
	size_t at = ((uintptr_t)sql * 0x9E3779B97F4A7C15u >> 40) % CACHE_SLOTS;
	while (d->cache[at] != NULL && d->cache[at]->sql != sql)
		at = (at + 1) % CACHE_SLOTS;
	return at;
}

struct statement *
statement_take(struct db *d, const char *sql, struct err *e)
{
	size_t at = cache_place(d, sql);
	struct statement *s = d->cache[at];
	assert(s == NULL || strcmp(sqlite3_sql(s->stmt), sql) == 0); /* a text that is not constant */
	if (s == NULL || s->busy) { /* busy: the caller reads with it further up */
		bool keep = s == NULL && d->cached < CACHE_SLOTS / 2;
		s = statement_create(d, sql, e);
		if (s != NULL && keep) {
			s->kept = true;
			d->cache[at] = s;
			d->cached++;
		}
	}
	if (s != NULL)
		s->busy = true;
	return s;
}

void
statement_put(struct statement *s)
{
	sqlite3_reset(s->stmt);
	sqlite3_clear_bindings(s->stmt);
	s->busy = false;
	if (s->kept)
		return;
	sqlite3_finalize(s->stmt);
	free(s);
}

void
statements_drop(struct db *d)
{
	for (size_t i = 0; i < CACHE_SLOTS; i++)
		if (d->cache[i] != NULL) {
			sqlite3_finalize(d->cache[i]->stmt);
			free(d->cache[i]);
			d->cache[i] = NULL;
		}
	d->cached = 0;
}

bool
db_prepares(struct db *d, const char *sql, struct err *e)
{
	struct statement *s = statement_create(d, sql, e);
	if (s == NULL)
		return false;
	statement_put(s);
	return true;
}
