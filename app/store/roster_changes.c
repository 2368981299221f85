/*
 * What a roster will change, worked out beside the answering of people: it is applied
 * to a copy of the organisation in memory, and the rows that came out otherwise are
 * all that is left to be written.
 */
#include "store/roster_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/event.h"
#include "store/schema.h"

enum { CELLS_MOST = 13 };

/* Cells are texts, NULL for null: the columns know what they hold. */
struct table {
	const char *read;          /* in the order of its keys, which come first and are numbers */
	const char *keep, *remove; /* remove NULL: nothing of it is ever removed */
	size_t cells, keys;
};

SQL(read_departments, "SELECT id, key, valid_from, valid_to FROM department ORDER BY id");
SQL(keep_department, "INSERT INTO department (id, key, valid_from, valid_to) VALUES ($1, $2, $3, $4)"
		     " ON CONFLICT (id) DO UPDATE SET key = excluded.key, valid_from = excluded.valid_from,"
		     " valid_to = excluded.valid_to");
SQL(read_lineage, "SELECT predecessor_id, successor_id, day FROM lineage"
		  " ORDER BY predecessor_id, successor_id");
SQL(keep_lineage, "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES ($1, $2, $3)"
		  " ON CONFLICT (predecessor_id, successor_id) DO UPDATE SET day = excluded.day");
SQL(read_people, "SELECT id, number, name, kana, kind, mail, joined_day, left_day FROM person ORDER BY id");
SQL(keep_person, "INSERT INTO person (id, number, name, kana, kind, mail, joined_day, left_day)"
		 " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET"
		 " number = excluded.number, name = excluded.name, kana = excluded.kana,"
		 " kind = excluded.kind, mail = excluded.mail, joined_day = excluded.joined_day,"
		 " left_day = excluded.left_day");
SQL(read_accounts, "SELECT id, active, login, person_id, roles, created_at FROM account ORDER BY id");
SQL(keep_account, "INSERT INTO account (id, active, login, person_id, roles, created_at)"
		  " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET"
		  " active = excluded.active, login = excluded.login, roles = excluded.roles");
SQL(read_terms, "SELECT department_id, valid_from, name, kind, parent_id, ord, flags, approver, reason,"
		" set_by, set_at, flags_approver, flags_reason FROM department_term ORDER BY department_id, valid_from");
SQL(keep_term,
	"INSERT INTO department_term (department_id, valid_from, name, kind, parent_id, ord, flags,"
	" approver, reason, set_by, set_at, flags_approver, flags_reason)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
	" ON CONFLICT (department_id, valid_from) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
	" parent_id = excluded.parent_id, ord = excluded.ord, flags = excluded.flags,"
	" approver = excluded.approver, reason = excluded.reason, set_by = excluded.set_by,"
	" set_at = excluded.set_at, flags_approver = excluded.flags_approver,"
	" flags_reason = excluded.flags_reason");
SQL(read_posts,
	"SELECT id, person_id, department_id, main, title, valid_from, valid_to FROM post ORDER BY id");
SQL(keep_post, "INSERT INTO post (id, person_id, department_id, main, title, valid_from, valid_to)"
	       " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET"
	       " person_id = excluded.person_id, department_id = excluded.department_id,"
	       " main = excluded.main, title = excluded.title, valid_from = excluded.valid_from,"
	       " valid_to = excluded.valid_to");
SQL(remove_post, "DELETE FROM post WHERE id = $1");
SQL(read_absences, "SELECT person_id, from_day, to_day, reason FROM absence ORDER BY person_id, from_day");
SQL(keep_absence, "INSERT INTO absence (person_id, from_day, to_day, reason) VALUES ($1, $2, $3, $4)"
		  " ON CONFLICT (person_id, from_day) DO UPDATE SET to_day = excluded.to_day,"
		  " reason = excluded.reason");
SQL(remove_absence, "DELETE FROM absence WHERE person_id = $1 AND from_day = $2");

enum { DEPARTMENT, LINEAGE, PERSON, ACCOUNT, TERM, POST, ABSENCE, TABLES };

/* Whom a row names stands in a table before it. */
static const struct table tables[TABLES] = {
	[DEPARTMENT] = {read_departments, keep_department, NULL, 4, 1},
	[LINEAGE] = {read_lineage, keep_lineage, NULL, 3, 2},
	[PERSON] = {read_people, keep_person, NULL, 8, 1},
	[ACCOUNT] = {read_accounts, keep_account, NULL, 6, 1},
	[TERM] = {read_terms, keep_term, NULL, 13, 2},
	[POST] = {read_posts, keep_post, remove_post, 7, 1},
	[ABSENCE] = {read_absences, keep_absence, remove_absence, 4, 2},
};

struct line {
	const char *cells[CELLS_MOST];
};

struct lines {
	struct line *items;
	size_t count;
};

struct change {
	const struct table *table;
	const struct line *was, *is; /* NULL: not there */
};

struct roster_changes {
	char from[DIGEST_SIZE]; /* of the organisation they are changes of */
	struct change *items;
	size_t count;
};

/* ---- reading and writing rows ------------------------------------------------------------ */

static bool
lines_read(struct db *db, const struct table *t, struct arena *a, struct lines *out, struct err *e)
{
	struct rows r;
	*out = (struct lines){0};
	if (!db_query(db, &r, e, t->read, ""))
		return false;
	while (rows_next(&r)) {
		out->items = ARENA_PUSH(a, out->items, out->count);
		struct line *line = &out->items[out->count++];
		*line = (struct line){0};
		for (size_t i = 0; i < t->cells; i++)
			line->cells[i] = row_text(&r, (int)i, a);
	}
	return rows_end(&r, e);
}

/* The statement takes the first `cells` of them. */
static bool
line_run(struct db *db, const char *sql, size_t cells, const struct line *line, struct err *e)
{
	static const char types[CELLS_MOST + 1] = "sssssssssssss";
	const char *const *c = line->cells;
	return db_exec(db, e, sql, types + CELLS_MOST - cells, c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7],
		c[8], c[9], c[10], c[11], c[12]);
}

/* Of all of it, so that nothing it says can have changed unnoticed. */
static bool
organisation_digest(struct db *db, char out[DIGEST_SIZE], struct err *e)
{
	struct buf b = BUF_INIT;
	bool ok = true;
	for (size_t t = 0; ok && t < TABLES; t++) {
		struct rows r;
		ok = db_query(db, &r, e, tables[t].read, "");
		while (ok && rows_next(&r)) {
			for (size_t i = 0; i < tables[t].cells; i++) {
				size_t length;
				const char *text = row_peek(&r, (int)i, &length);
				buf_add(&b, row_null(&r, (int)i) ? "-" : "+", 1);
				buf_add(&b, text, length + 1); /* with its NUL */
			}
		}
		ok = ok && rows_end(&r, e);
	}
	digest_of(b.data, b.length, out);
	buf_free(&b);
	return ok;
}

/* ---- the copy --------------------------------------------------------------------------------- */

static bool
copy_fill(struct db *copy, const struct lines before[TABLES], struct err *e)
{
	bool ok = db_begin(copy, e);
	for (size_t t = 0; t < TABLES; t++)
		for (size_t i = 0; ok && i < before[t].count; i++)
			ok = line_run(copy, tables[t].keep, tables[t].cells, &before[t].items[i], e);
	return ok && db_commit(copy, e);
}

static bool
copy_apply(const struct roster_import *w, const struct lines before[TABLES], struct lines after[TABLES],
	struct err *e)
{
	struct db *copy = database_scratch(e);
	bool ok = copy != NULL && copy_fill(copy, before, e) && db_begin(copy, e) &&
		  roster_apply(copy, w->arena, w->roster, w->day, w->now, e) && db_commit(copy, e);
	for (size_t t = 0; ok && t < TABLES; t++)
		ok = lines_read(copy, &tables[t], w->arena, &after[t], e);
	db_close(copy);
	return ok;
}

static int
line_order(const struct table *t, const struct line *a, const struct line *b)
{
	if (a == NULL || b == NULL)
		return (a == NULL) - (b == NULL);
	for (size_t k = 0; k < t->keys; k++) {
		long long x = atoll(a->cells[k]), y = atoll(b->cells[k]);
		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

static bool
lines_same(const struct table *t, const struct line *a, const struct line *b)
{
	for (size_t i = 0; i < t->cells; i++) {
		const char *x = a->cells[i], *y = b->cells[i];
		if ((x == NULL) != (y == NULL) || (x != NULL && strcmp(x, y) != 0))
			return false;
	}
	return true;
}

static void
table_compare(struct arena *a, const struct table *t, const struct lines *before, const struct lines *after,
	struct roster_changes *out)
{
	for (size_t i = 0, k = 0; i < before->count || k < after->count;) {
		struct change c = {t, i < before->count ? &before->items[i] : NULL,
			k < after->count ? &after->items[k] : NULL};
		int order = line_order(t, c.was, c.is);
		i += order <= 0;
		k += order >= 0;
		if (order < 0)
			c.is = NULL;
		else if (order > 0)
			c.was = NULL;
		else if (lines_same(t, c.was, c.is))
			continue;
		out->items = ARENA_PUSH(a, out->items, out->count);
		out->items[out->count++] = c;
	}
}

/* What the roster is compared with and what is copied is the same moment's. */
static bool
before_read(struct db *db, const struct roster_import *w, struct roster_changes *c, bool *any,
	struct lines before[TABLES], struct err *e)
{
	if (!db_begin(db, e))
		return false;
	bool ok = roster_import_wanted(db, w, any, e) && organisation_digest(db, c->from, e);
	for (size_t t = 0; ok && *any && t < TABLES; t++)
		ok = lines_read(db, &tables[t], w->arena, &before[t], e);
	db_rollback(db);
	return ok;
}

bool
roster_changes_find(
	struct db *db, const struct roster_import *w, const struct roster_changes **out, struct err *e)
{
	bool any;
	struct lines before[TABLES], after[TABLES];
	struct roster_changes *c = ARENA_NEW(w->arena, struct roster_changes);
	*out = c;
	if (!before_read(db, w, c, &any, before, e))
		return false;
	if (any && !copy_apply(w, before, after, e))
		return false;
	for (size_t t = 0; any && t < TABLES; t++)
		table_compare(w->arena, &tables[t], &before[t], &after[t], c);
	return true;
}

/* ---- the piece ---------------------------------------------------------------------------------- */

SQL(give_up_login, "UPDATE account SET login = login || '#' || id WHERE id = $1");
SQL(end_sessions, "UPDATE session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL");

/* Sign-in names may go round in a circle; whose account passes is signed out. */
static bool
account_ready(struct db *db, const struct change *c, instant_t now, struct err *e)
{
	int64_t id = c->was != NULL ? atoll(c->was->cells[0]) : 0;
	return c->was == NULL ||
	       (db_exec(db, e, give_up_login, "i", id) &&
		       (strcmp(c->is->cells[1], "0") != 0 || db_exec(db, e, end_sessions, "ii", id, now)));
}

static bool
change_prepare(struct db *db, const struct change *c, instant_t now, struct err *e)
{
	if (c->is == NULL)
		return line_run(db, c->table->remove, c->table->keys, c->was, e);
	return c->table != &tables[ACCOUNT] || account_ready(db, c, now, e);
}

bool
roster_changes_apply(struct db *db, const struct roster_import *w, const struct roster_changes *c,
	bool *moved, struct err *e)
{
	char now[DIGEST_SIZE];
	*moved = false;
	if (c->count == 0)
		return true;
	if (!organisation_digest(db, now, e))
		return false;
	if (strcmp(now, c->from) != 0) {
		*moved = true;
		return true;
	}
	for (size_t i = 0; i < c->count; i++)
		if (!change_prepare(db, &c->items[i], w->now, e))
			return false;
	for (size_t i = 0; i < c->count; i++)
		if (c->items[i].is != NULL &&
			!line_run(db, c->items[i].table->keep, c->items[i].table->cells, c->items[i].is, e))
			return false;
	return roster_import_record(db, w, e);
}
