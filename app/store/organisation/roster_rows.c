#include "store/organisation/roster_rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Cells are texts, NULL for null: the columns know what they hold. */
struct table {
	const char *read;          /* in the order of its keys, which come first and are numbers */
	const char *keep, *remove; /* remove NULL: nothing of it is ever removed */
	size_t cells, keys;
	int person; /* the cell that says whose row it is; −1: nobody's */
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
		" set_by, set_at, flags_approver, flags_reason FROM department_term"
		" ORDER BY department_id, valid_from");
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

static const struct table tables[ROSTER_TABLES] = {
	[ROSTER_DEPARTMENTS] = {read_departments, keep_department, NULL, 4, 1, -1},
	[ROSTER_LINEAGE] = {read_lineage, keep_lineage, NULL, 3, 2, -1},
	[ROSTER_TERM] = {read_terms, keep_term, NULL, 13, 2, -1},
	[ROSTER_PERSON] = {read_people, keep_person, NULL, 8, 1, 0},
	[ROSTER_ACCOUNT] = {read_accounts, keep_account, NULL, 6, 1, 3},
	[ROSTER_POST] = {read_posts, keep_post, remove_post, 7, 1, 1},
	[ROSTER_ABSENCES] = {read_absences, keep_absence, remove_absence, 4, 2, 0},
};

bool
roster_lines_read(
	struct db *db, struct arena *a, enum roster_table table, struct roster_lines *out, struct err *e)
{
	const struct table *t = &tables[table];
	struct rows r;
	*out = (struct roster_lines){0};
	if (!db_query(db, &r, e, t->read, ""))
		return false;
	while (rows_next(&r)) {
		out->items = ARENA_PUSH(a, out->items, out->count);
		struct roster_line *line = &out->items[out->count++];
		*line = (struct roster_line){0};
		for (size_t i = 0; i < t->cells; i++)
			line->cells[i] = row_text(&r, (int)i, a);
	}
	return rows_end(&r, e);
}

/* The statement takes the first `cells` of them. */
static bool
line_run(struct db *db, const char *sql, size_t cells, const struct roster_line *line, struct err *e)
{
	static const char types[ROSTER_CELLS_MOST + 1] = "sssssssssssss";
	const char *const *c = line->cells;
	return db_exec(db, e, sql, types + ROSTER_CELLS_MOST - cells, c[0], c[1], c[2], c[3], c[4], c[5],
		c[6], c[7], c[8], c[9], c[10], c[11], c[12]);
}

bool
roster_line_keep(struct db *db, enum roster_table table, const struct roster_line *line, struct err *e)
{
	return line_run(db, tables[table].keep, tables[table].cells, line, e);
}

bool
roster_line_remove(struct db *db, enum roster_table table, const struct roster_line *line, struct err *e)
{
	assert(tables[table].remove != NULL);
	return line_run(db, tables[table].remove, tables[table].keys, line, e);
}

/* ---- comparing --------------------------------------------------------------------------- */

int
roster_line_order(enum roster_table table, const struct roster_line *a, const struct roster_line *b)
{
	if (a == NULL || b == NULL)
		return (a == NULL) - (b == NULL);
	for (size_t k = 0; k < tables[table].keys; k++) {
		long long x = atoll(a->cells[k]), y = atoll(b->cells[k]);
		if (x != y)
			return x < y ? -1 : 1;
	}
	return 0;
}

bool
roster_lines_same(enum roster_table table, const struct roster_line *a, const struct roster_line *b)
{
	for (size_t i = 0; i < tables[table].cells; i++) {
		const char *x = a->cells[i], *y = b->cells[i];
		if ((x == NULL) != (y == NULL) || (x != NULL && strcmp(x, y) != 0))
			return false;
	}
	return true;
}

int64_t
roster_line_person(enum roster_table table, const struct roster_line *line)
{
	int cell = tables[table].person;
	return cell < 0 || line->cells[cell] == NULL ? 0 : atoll(line->cells[cell]);
}
