/* Databases as bytes: rows that go from one to another, and what is left of deleted ones. */
#include "db/connection.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"

enum { SETTLE_MS = 200 }; /* who writes waits as long */
static const char first_read[] = "SELECT count(*) FROM sqlite_schema";

static sqlite3_stmt *
insert_prepare(struct db *to, const char *table, sqlite3_stmt *rows, struct err *e)
{
	struct buf sql = BUF_INIT;
	sqlite3_stmt *insert = NULL;
	int count = sqlite3_column_count(rows);
	buf_addf(&sql, "INSERT INTO %s (", table);
	for (int i = 0; i < count; i++)
		buf_addf(&sql, "%s%s", i > 0 ? ", " : "", sqlite3_column_name(rows, i));
	buf_adds(&sql, ") VALUES (");
	for (int i = 0; i < count; i++)
		buf_adds(&sql, i > 0 ? ", ?" : "?");
	buf_adds(&sql, ")");
	if (sqlite3_prepare_v2(to->handle, sql.data, -1, &insert, NULL) != SQLITE_OK)
		db_failed(to, e);
	buf_free(&sql);
	return insert;
}

static bool
row_copy(sqlite3_stmt *row, sqlite3_stmt *insert, struct db *to, struct err *e)
{
	int count = sqlite3_column_count(row);
	for (int i = 0; i < count; i++)
		sqlite3_bind_value(insert, i + 1, sqlite3_column_value(row, i));
	bool ok = sqlite3_step(insert) == SQLITE_DONE || db_failed(to, e);
	sqlite3_reset(insert);
	return ok;
}

bool
db_copy(struct db *from, const char *query, int64_t id, struct db *to, const char *table, int64_t *rows,
	struct err *e)
{
	struct rows r;
	int64_t count = 0;
	if (!db_query(from, &r, e, query, "i", id))
		return false;
	sqlite3_stmt *row = ((struct statement *)r.statement)->stmt;
	sqlite3_stmt *insert = insert_prepare(to, table, row, e);
	bool ok = insert != NULL;
	while (ok && rows_next(&r)) {
		ok = row_copy(row, insert, to, e);
		count++;
	}
	sqlite3_finalize(insert);
	if (rows != NULL)
		*rows = count;
	return rows_end(&r, ok ? e : NULL) && ok;
}

bool
db_bytes(struct db *d, struct buf *out, struct err *e)
{
	sqlite3_int64 length;
	unsigned char *bytes = sqlite3_serialize(d->handle, "main", &length, 0);
	if (bytes == NULL)
		return err_set(e, ERR_SYSTEM, _("the database is too large to be held in memory"));
	buf_add(out, bytes, (size_t)length);
	sqlite3_free(bytes);
	return true;
}

/* Whoever made the file may have put anything into its schema. */
static void
distrust(sqlite3 *handle)
{
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
}

static bool
bytes_take(struct db *d, const void *bytes, size_t length, struct err *e)
{
	unsigned char *copy = length > 0 ? sqlite3_malloc64(length) : NULL;
	if (copy == NULL)
		return err_set(e, ERR_INPUT, _("this is no database, or it is damaged"));
	memcpy(copy, bytes, length);
	distrust(d->handle);
	return (sqlite3_deserialize(d->handle, "main", copy, (sqlite3_int64)length, (sqlite3_int64)length,
			SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK &&
		       db_script(d, "PRAGMA cell_size_check=ON", NULL) && db_script(d, first_read, NULL)) ||
	       err_set(e, ERR_INPUT, _("this is no database, or it is damaged"));
}

struct db *
db_open_bytes(const void *bytes, size_t length, struct err *e)
{
	struct db *d = calloc(1, sizeof *d);
	if (d == NULL)
		abort();
	d->mode = DB_WRITE;
	if (sqlite3_open_v2(":memory:", &d->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
		SQLITE_OK)
		abort();
	if (bytes_take(d, bytes, length, e))
		return d;
	db_close(d);
	return NULL;
}

bool
db_settle(struct db *d, bool *whole, struct err *e)
{
	if (!db_script(d, first_read, e)) /* before its first read a connection knows of no journal */
		return false;
	sqlite3_busy_timeout(d->handle, SETTLE_MS);
	int code = sqlite3_wal_checkpoint_v2(d->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	sqlite3_busy_timeout(d->handle, BUSY_MS);
	*whole = code == SQLITE_OK;
	return code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED || db_failed(d, e);
}
