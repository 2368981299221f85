/* Connections, what runs on them, and transactions. */
#include "db/connection.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

bool
db_failed(struct db *d, struct err *e)
{
	int code = sqlite3_errcode(d->handle);
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return err_set(e, ERR_BUSY, _("the database is busy; try again shortly"));
	return err_set(e, code == SQLITE_CONSTRAINT ? ERR_CONFLICT : ERR_SYSTEM, _("the database says: %s"),
		sqlite3_errmsg(d->handle));
}

static const char *
connection_settings(enum db_mode mode)
{
	return mode == DB_READ ? "PRAGMA foreign_keys=ON; PRAGMA query_only=ON"
			       : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
				 "PRAGMA cache_size=-32768; PRAGMA secure_delete=ON;"
				 "PRAGMA wal_autocheckpoint=16000";
}

struct db *
db_open(const char *path, enum db_mode mode, struct err *e)
{
	struct db *d = calloc(1, sizeof *d);
	if (d == NULL)
		abort();
	d->mode = mode;
	/* A reader of a WAL file writes its place into the shared index, so it opens
	 * the file for writing too; query_only keeps it from changing anything. */
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
	if (mode == DB_WRITE)
		flags |= SQLITE_OPEN_CREATE;
	int code = sqlite3_open_v2(path, &d->handle, flags, NULL);
	sqlite3_busy_timeout(d->handle, BUSY_MS);
	if (code != SQLITE_OK || !db_script(d, connection_settings(mode), NULL)) {
		err_set(e, ERR_SYSTEM, _("cannot open the database %s: %s"), path, sqlite3_errmsg(d->handle));
		db_close(d);
		return NULL;
	}
	return d;
}

void
db_close(struct db *d)
{
	if (d == NULL)
		return;
	statements_drop(d);
	sqlite3_close_v2(d->handle);
	free(d);
}

bool
db_script(struct db *d, const char *script, struct err *e)
{
	return sqlite3_exec(d->handle, script, NULL, NULL, NULL) == SQLITE_OK || db_failed(d, e);
}

bool
db_checkpoint(struct db *d, struct err *e)
{
	int code = sqlite3_wal_checkpoint_v2(d->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	return code == SQLITE_OK || code == SQLITE_BUSY || db_failed(d, e);
}

/* keep: the caller's text may go before the last step, so SQLite copies it. */
static void
bind_all(struct statement *s, const char *types, va_list ap, bool keep)
{
	sqlite3_destructor_type hold = keep ? SQLITE_TRANSIENT : SQLITE_STATIC;
	for (int n = 1; types[n - 1] != '\0'; n++) {
		assert(n < PARAMETERS_MOST && s->places[n] > 0);
		const void *bytes;
		switch (types[n - 1]) {
		case 'i':
			sqlite3_bind_int64(s->stmt, s->places[n], va_arg(ap, int64_t));
			break;
		case 's':
			sqlite3_bind_text(s->stmt, s->places[n], va_arg(ap, const char *), -1, hold);
			break;
		case 'b':
			bytes = va_arg(ap, const void *);
			sqlite3_bind_text64(
				s->stmt, s->places[n], bytes, va_arg(ap, size_t), hold, SQLITE_UTF8);
			break;
		default:
			assert(!"a type letter of db.h");
		}
	}
	assert((size_t)sqlite3_bind_parameter_count(s->stmt) <= strlen(types));
}

bool
db_exec(struct db *d, struct err *e, const char *sql, const char *types, ...)
{
	struct statement *s = statement_take(d, sql, e);
	if (s == NULL)
		return false;
	va_list ap;
	va_start(ap, types);
	bind_all(s, types, ap, false);
	va_end(ap);
	int code;
	do
		code = sqlite3_step(s->stmt);
	while (code == SQLITE_ROW);
	bool ok = code == SQLITE_DONE || db_failed(d, e);
	statement_put(s);
	return ok;
}

int64_t
db_changes(struct db *d)
{
	return sqlite3_changes64(d->handle);
}

bool
db_query(struct db *d, struct rows *r, struct err *e, const char *sql, const char *types, ...)
{
	struct statement *s = statement_take(d, sql, e);
	*r = (struct rows){.db = d, .statement = s, .state = SQLITE_ROW};
	if (s == NULL)
		return false;
	va_list ap;
	va_start(ap, types);
	bind_all(s, types, ap, true);
	va_end(ap);
	return true;
}

static sqlite3_stmt *
rows_stmt(struct rows *r)
{
	return ((struct statement *)r->statement)->stmt;
}

bool
rows_next(struct rows *r)
{
	if (r->state == SQLITE_ROW)
		r->state = sqlite3_step(rows_stmt(r));
	return r->state == SQLITE_ROW;
}

bool
rows_end(struct rows *r, struct err *e)
{
	if (r->statement == NULL)
		return false;
	bool ok = r->state == SQLITE_ROW || r->state == SQLITE_DONE || db_failed(r->db, e);
	statement_put(r->statement);
	r->statement = NULL;
	return ok;
}

int64_t
row_int(struct rows *r, int column)
{
	return sqlite3_column_int64(rows_stmt(r), column);
}

bool
row_null(struct rows *r, int column)
{
	return sqlite3_column_type(rows_stmt(r), column) == SQLITE_NULL;
}

const char *
row_text(struct rows *r, int column, struct arena *a)
{
	size_t length;
	const char *text = row_peek(r, column, &length);
	return row_null(r, column) ? NULL : arena_strndup(a, text, length);
}

const char *
row_peek(struct rows *r, int column, size_t *length)
{
	const unsigned char *text = sqlite3_column_text(rows_stmt(r), column);
	if (length != NULL)
		*length = (size_t)sqlite3_column_bytes(rows_stmt(r), column);
	return text == NULL ? "" : (const char *)text;
}

/* ---- transactions ------------------------------------------------------------ */

SQL(begin_read, "BEGIN");
SQL(begin_write, "BEGIN IMMEDIATE");
SQL(commit, "COMMIT");
SQL(rollback, "ROLLBACK");
/* Savepoints of one name nest: RELEASE and ROLLBACK TO mean the innermost. */
SQL(savepoint, "SAVEPOINT piece");
SQL(release, "RELEASE SAVEPOINT piece");
SQL(undo, "ROLLBACK TO SAVEPOINT piece");

bool
db_begin(struct db *d, struct err *e)
{
	return db_exec(d, e, d->mode == DB_READ ? begin_read : begin_write, "");
}

bool
db_commit(struct db *d, struct err *e)
{
	return db_exec(d, e, commit, "");
}

void
db_rollback(struct db *d)
{
	if (db_in_transaction(d))
		db_exec(d, NULL, rollback, "");
}

bool
db_in_transaction(struct db *d)
{
	return sqlite3_get_autocommit(d->handle) == 0;
}

bool
db_savepoint(struct db *d, struct err *e)
{
	return db_exec(d, e, savepoint, "");
}

bool
db_release(struct db *d, struct err *e)
{
	return db_exec(d, e, release, "");
}

void
db_undo(struct db *d)
{
	if (!db_in_transaction(d))
		return;
	db_exec(d, NULL, undo, "");
	db_exec(d, NULL, release, "");
}
