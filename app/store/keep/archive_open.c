/* Opening the database of an archive: it came from elsewhere, so nothing in it is believed. */
#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "store/keep/archive_rows.h"
#include "store/schema.h"
#include "store/store.h"

SQL(archive_marks, "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM"
		   " pragma_user_version)");
SQL(archive_integrity, "PRAGMA integrity_check(1)");
SQL(archive_keys, "SELECT count(*) FROM pragma_foreign_key_check");
SQL(archive_objects, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"
		     " OR substr(upper(ltrim(sql)), 1, 14) = 'CREATE VIRTUAL' LIMIT 1");
SQL(archive_tables, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");

static bool
text_is(struct db *db, const char *sql, const char *wanted, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, sql, ""))
		return false;
	bool is = rows_next(&r) && strcmp(row_peek(&r, 0, NULL), wanted) == 0;
	return rows_end(&r, e) && (is || err_set(e, ERR_INPUT, _("the database of the archive is damaged")));
}

/* 0: it is no database of an archive. */
static bool
version_read(struct db *db, int64_t *version, struct err *e)
{
	struct rows r;
	*version = 0;
	if (!db_query(db, &r, e, archive_marks, ""))
		return false;
	if (rows_next(&r) && row_int(&r, 0) == ARCHIVE_APPLICATION_ID)
		*version = row_int(&r, 1);
	if (!rows_end(&r, e))
		return false;
	if (*version <= 0)
		return err_set(e, ERR_INPUT, _("the database is not that of an archive"));
	return *version <= STORE_SCHEMA_VERSION || err_set(e, ERR_INPUT,
							   _("the archive was written by a newer tenken "
							     "(schema %lld); take that one to verify it"),
							   (long long)*version);
}

static bool
plain_check(struct db *db, struct err *e)
{
	struct rows r;
	char name[128] = "";
	if (!db_query(db, &r, e, archive_objects, ""))
		return false;
	if (rows_next(&r))
		snprintf(name, sizeof name, "%s", row_peek(&r, 0, NULL));
	return rows_end(&r, e) &&
	       (name[0] == '\0' ||
		       err_set(e, ERR_INPUT,
			       _("the database of the archive holds \"%s\", which is no part of one"), name));
}

static bool
is_listed(const char *list, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = list; (at = strstr(at, name)) != NULL; at += length)
		if ((at == list || at[-1] == '\n') && at[length] == '\n')
			return true;
	return false;
}

static bool
tables_read(struct db *db, struct buf *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, archive_tables, ""))
		return false;
	while (rows_next(&r))
		buf_addf(out, "%s\n", row_peek(&r, 0, NULL));
	return rows_end(&r, e);
}

/* Brought up to date, it has the tables of this program and no others. */
static bool
tables_check(struct db *db, struct err *e)
{
	struct buf have = BUF_INIT, want = BUF_INIT;
	struct db *blank = database_memory(e);
	bool ok = blank != NULL && tables_read(db, &have, e) && tables_read(blank, &want, e);
	for (char *name = have.data, *end; ok && name != NULL && *name != '\0'; name = end + 1) {
		end = strchr(name, '\n');
		*end = '\0';
		ok = is_listed(want.data, name) ||
		     err_set(e, ERR_INPUT,
			     _("the database of the archive holds \"%s\", which is no part of one"), name);
	}
	db_close(blank);
	buf_free(&have);
	buf_free(&want);
	return ok;
}

static bool
open_checked(struct db *db, struct err *e)
{
	int64_t version;
	return text_is(db, archive_integrity, "ok", e) && version_read(db, &version, e) &&
	       plain_check(db, e) && database_update(db, version, e) && tables_check(db, e) &&
	       text_is(db, archive_keys, "0", e) && db_script(db, "PRAGMA query_only=ON", e);
}

struct db *
archive_rows_open(const void *bytes, size_t length, struct err *e)
{
	struct db *db = db_open_bytes(bytes, length, e);
	if (db == NULL || open_checked(db, e))
		return db;
	if (e->kind != ERR_INPUT)
		err_set(e, ERR_INPUT, _("the database of the archive is damaged"));
	db_close(db);
	return NULL;
}
