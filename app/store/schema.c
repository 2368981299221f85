/* A body's database: made, found, and known by its version. */
#include "store/schema.h"

#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/words.h"
#include "store/store.h"

extern const char _binary_schema_sql_start[], _binary_schema_sql_end[];
extern const char _binary_migration_2_sql_start[], _binary_migration_2_sql_end[];
extern const char _binary_migration_3_sql_start[], _binary_migration_3_sql_end[];

/* What leads from one version to the next. */
static const struct migration {
	const char *start, *end;
} migrations[] = {
	{_binary_migration_2_sql_start, _binary_migration_2_sql_end},
	{_binary_migration_3_sql_start, _binary_migration_3_sql_end},
};
_Static_assert(
	sizeof migrations / sizeof *migrations == STORE_SCHEMA_VERSION - 1, "a step for every version");

static bool
database_path(const char *directory, char out[DATABASE_PATH_SIZE], struct err *e)
{
	return snprintf(out, DATABASE_PATH_SIZE, "%s/tenken.db", directory) < DATABASE_PATH_SIZE ||
	       err_set(e, ERR_INPUT, _("the path is too long: %s"), directory);
}

SQL(table_count, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
SQL(schema_version, "PRAGMA user_version");

static int64_t
database_number(struct db *db, const char *sql, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, sql, ""))
		return -1;
	int64_t n = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e) ? n : -1;
}

static bool
script_run(struct db *db, const char *start, const char *end, struct err *e)
{
	struct arena *a = arena_create();
	bool ok = db_script(db, arena_strndup(a, start, (size_t)(end - start)), e);
	arena_destroy(a);
	return ok;
}

/* What is missing is made; what is there stays. */
static bool
schema_complete(struct db *db, struct err *e)
{
	char version[64];
	snprintf(version, sizeof version, "PRAGMA user_version=%d", STORE_SCHEMA_VERSION);
	return script_run(db, _binary_schema_sql_start, _binary_schema_sql_end, e) &&
	       db_script(db, version, e);
}

static bool
schema_run(struct db *db, struct err *e)
{
	bool ok = db_begin(db, e) && schema_complete(db, e) && db_commit(db, e);
	db_rollback(db);
	return ok;
}

SQL(broken_keys, "SELECT count(*) FROM pragma_foreign_key_check");

static bool
keys_whole(struct db *db, struct err *e)
{
	int64_t broken = database_number(db, broken_keys, e);
	return broken == 0 ||
	       (broken > 0 && err_set(e, ERR_SYSTEM,
				      _("the older database does not hold together: %lld broken keys"),
				      (long long)broken));
}

/* All steps in one transaction: an older file is either brought up whole or left as it was. */
static bool
schema_upgrade(struct db *db, int64_t version, struct err *e)
{
	bool ok =
		db_script(db, "PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON", e) && db_begin(db, e);
	for (int64_t v = version; ok && v < STORE_SCHEMA_VERSION; v++)
		ok = script_run(db, migrations[v - 1].start, migrations[v - 1].end, e);
	ok = ok && schema_complete(db, e) && keys_whole(db, e) && db_commit(db, e);
	db_rollback(db);
	return db_script(db, "PRAGMA legacy_alter_table=OFF; PRAGMA foreign_keys=ON", e) && ok;
}

bool
database_update(struct db *db, int64_t version, struct err *e)
{
	return version < STORE_SCHEMA_VERSION ? schema_upgrade(db, version, e) : schema_run(db, e);
}

struct db *
database_memory(struct err *e)
{
	struct db *db = db_open(":memory:", DB_WRITE, e);
	if (db == NULL || schema_run(db, e))
		return db;
	db_close(db);
	return NULL;
}

struct db *
database_scratch(struct err *e)
{
	struct db *db = database_memory(e);
	if (db == NULL || db_script(db, "PRAGMA foreign_keys=OFF", e))
		return db;
	db_close(db);
	return NULL;
}

bool
store_create(const char *directory, struct err *e)
{
	char path[DATABASE_PATH_SIZE];
	if (!directory_make(directory, e) || !database_path(directory, path, e))
		return false;
	struct db *db = db_open(path, DB_WRITE, e);
	if (db == NULL)
		return false;
	int64_t tables = database_number(db, table_count, e);
	bool ok = tables >= 0;
	if (tables > 0)
		ok = err_set(e, ERR_CONFLICT, _("%s already holds a body"), directory);
	ok = ok && schema_run(db, e);
	db_close(db);
	return ok;
}

void
store_discard(const char *directory)
{
	static const char *const ends[] = {"", "-wal", "-shm"};
	char path[DATABASE_PATH_SIZE], file[DATABASE_PATH_SIZE + 8];
	if (!database_path(directory, path, NULL))
		return;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		snprintf(file, sizeof file, "%s%s", path, ends[i]);
		unlink(file);
	}
}

bool
store_there(const char *directory)
{
	char path[DATABASE_PATH_SIZE];
	return database_path(directory, path, NULL) && access(path, F_OK) == 0;
}

struct db *
database_open(const char *directory, char path[DATABASE_PATH_SIZE], struct err *e)
{
	if (!database_path(directory, path, e))
		return NULL;
	if (!store_there(directory)) {
		err_set(e, ERR_ABSENT, _("%s holds no body; tenken init or tenken demo makes one"),
			directory);
		return NULL;
	}
	struct db *db = db_open(path, DB_WRITE, e);
	if (db == NULL)
		return NULL;
	int64_t version = database_number(db, schema_version, e);
	if (version == STORE_SCHEMA_VERSION)
		return db;
	if (version > 0 && version < STORE_SCHEMA_VERSION && schema_upgrade(db, version, e))
		return db;
	if (version == 0 || version > STORE_SCHEMA_VERSION)
		err_set(e, ERR_CONFLICT, _("%s was made by another version of tenken (schema %lld)"),
			directory, (long long)version);
	db_close(db);
	return NULL;
}
