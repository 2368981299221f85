/*
 * The reference for storing: SQLite alone, one thread, committing the rows that
 * submissions write, in batches of a given size, WAL and synchronous=FULL.
 *
 *	rows DB SUBMISSIONS BATCH DOCUMENT_BYTES
 *
 * DB is a body made by `body`. Prints submissions per second.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *db;

static void
stop(void)
{
	fprintf(stderr, "rows: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static sqlite3_stmt *
prepare(const char *sql)
{
	sqlite3_stmt *st;
	if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &st, NULL) != SQLITE_OK)
		stop();
	return st;
}

static void
run(sqlite3_stmt *st)
{
	if (sqlite3_step(st) != SQLITE_DONE)
		stop();
	sqlite3_reset(st);
}

static int
number(const char *sql)
{
	sqlite3_stmt *st = prepare(sql);
	if (sqlite3_step(st) != SQLITE_ROW)
		stop();
	int n = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return n;
}

static void
tallies_update(sqlite3_stmt *tally, int departments, int items)
{
	char item[8];
	for (int d = 1; d <= departments; d++)
		for (int i = 1; i <= items; i++) {
			snprintf(item, sizeof item, "B%02d", i);
			sqlite3_bind_int(tally, 1, d);
			sqlite3_bind_text(tally, 2, item, -1, SQLITE_STATIC);
			run(tally);
		}
}

int
main(int argc, char **argv)
{
	if (argc != 5 || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 2;
	int submissions = atoi(argv[2]), batch = atoi(argv[3]), bytes = atoi(argv[4]);
	sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON", NULL,
		NULL, NULL);
	int sheets = number("SELECT max(id) FROM sheet"),
	    departments = number("SELECT count(*) FROM department");
	const int items = 60;
	char *document = malloc((size_t)bytes + 1), receipt[64];
	memset(document, 'x', (size_t)bytes);
	document[bytes] = '\0';
	sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
	sqlite3_stmt *save = prepare(
		"UPDATE sheet SET submitted = ?2, submitted_at = ?3, first_at = coalesce(first_at, ?3),"
		" draft = NULL, draft_at = NULL, revision = revision + 1 WHERE id = ?1");
	sqlite3_stmt *receive =
		prepare("INSERT INTO receipt (number, sheet_id, submitted_at, answered, digest)"
			" VALUES (?1, ?2, ?3, 60, ?4)");
	sqlite3_stmt *tally =
		prepare("INSERT INTO tally (cycle_id, set_key, department_id, item, s0) VALUES (1, 'bench', "
			"?1, ?2, 1)"
			" ON CONFLICT (cycle_id, set_key, department_id, item) DO UPDATE SET s0 = s0 + 1");
	struct timespec from, to;
	clock_gettime(CLOCK_MONOTONIC, &from);
	for (int n = 0; n < submissions;) {
		run(begin);
		for (int i = 0; i < batch && n < submissions; i++, n++) {
			int id = n % sheets + 1;
			sqlite3_bind_int(save, 1, id);
			sqlite3_bind_text(save, 2, document, bytes, SQLITE_STATIC);
			sqlite3_bind_int64(save, 3, 1790000000 + n);
			run(save);
			snprintf(receipt, sizeof receipt, "X08-%06d-%d", id, n);
			sqlite3_bind_text(receive, 1, receipt, -1, SQLITE_STATIC);
			sqlite3_bind_int(receive, 2, id);
			sqlite3_bind_int64(receive, 3, 1790000000 + n);
			sqlite3_bind_text(receive, 4, document, 64, SQLITE_STATIC);
			run(receive);
		}
		tallies_update(tally, batch < departments ? batch : departments, items);
		run(commit);
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	double seconds = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
	printf("%.0f\n", submissions / seconds);
	return 0;
}
