/*
 * What a roster will change, worked out beside the answering of people: it is applied
 * to a copy of the organisation in memory, and the rows that came out otherwise are
 * written a few people at a time. A person's rows are written together, so everybody is
 * at any time either as before or as after.
 */
#include "store/organisation/roster_import.h"

#include <stdlib.h>
#include <string.h>

#include "store/organisation/roster_rows.h"
#include "store/schema.h"

enum { PORTION = 150 }; /* rows a piece; those of one person are not parted */

struct change {
	enum roster_table table;
	const struct roster_line *was, *is; /* NULL: not there */
	int64_t person;                     /* 0: departments */
};

struct roster_changes {
	struct change *items; /* by person */
	size_t count, people;
	int64_t *passed_on; /* accounts whose sign-in name another one gets */
	size_t passed_count;
};

/* ---- the copy --------------------------------------------------------------------------------- */

struct copy {
	struct roster_lines before[ROSTER_TABLES], after[ROSTER_TABLES];
};

static bool
copy_fill(struct db *copy, const struct copy *w, struct err *e)
{
	bool ok = db_begin(copy, e);
	for (enum roster_table t = 0; t < ROSTER_TABLES; t++)
		for (size_t i = 0; ok && i < w->before[t].count; i++)
			ok = roster_line_keep(copy, t, &w->before[t].items[i], e);
	return ok && db_commit(copy, e);
}

/* A post at the end that nobody holds: where the last ones go, theirs would else become the ids of others',
 * and one person's row would hang on another's. */
static void
posts_end(struct arena *a, struct roster_lines *posts)
{
	long long last = posts->count == 0 ? 0 : atoll(posts->items[posts->count - 1].cells[0]);
	posts->items = ARENA_PUSH(a, posts->items, posts->count);
	posts->items[posts->count++] =
		(struct roster_line){{arena_printf(a, "%lld", last + 1), "0", "0", "0", "", "0", "0"}};
}

static bool
copy_apply(const struct roster_import *w, struct copy *c, struct err *e)
{
	struct db *copy = database_scratch(e);
	posts_end(w->arena, &c->before[ROSTER_POST]);
	bool ok = copy != NULL && copy_fill(copy, c, e) && db_begin(copy, e) &&
		  roster_apply(copy, w->arena, w->roster, w->day, w->now, e) && db_commit(copy, e);
	for (enum roster_table t = 0; ok && t < ROSTER_TABLES; t++)
		ok = roster_lines_read(copy, w->arena, t, &c->after[t], e);
	db_close(copy);
	return ok;
}

/* What the roster is compared with and what is copied is the same moment's. */
static bool
before_read(
	struct db *db, const struct roster_import *w, bool begun, struct copy *c, bool *any, struct err *e)
{
	*any = true;
	if (!db_begin(db, e))
		return false;
	bool ok = begun || roster_import_wanted(db, w, any, e);
	for (enum roster_table t = 0; ok && *any && t < ROSTER_TABLES; t++)
		ok = roster_lines_read(db, w->arena, t, &c->before[t], e);
	db_rollback(db);
	return ok;
}

/* ---- the difference ------------------------------------------------------------------------------ */

static void
table_compare(struct arena *a, enum roster_table t, const struct copy *w, struct roster_changes *out)
{
	const struct roster_lines *before = &w->before[t], *after = &w->after[t];
	for (size_t i = 0, k = 0; i < before->count || k < after->count;) {
		struct change c = {t, i < before->count ? &before->items[i] : NULL,
			k < after->count ? &after->items[k] : NULL, 0};
		int order = roster_line_order(t, c.was, c.is);
		i += order <= 0;
		k += order >= 0;
		if (order < 0)
			c.is = NULL;
		else if (order > 0)
			c.was = NULL;
		else if (roster_lines_same(t, c.was, c.is))
			continue;
		c.person = roster_line_person(t, c.is != NULL ? c.is : c.was);
		out->items = ARENA_PUSH(a, out->items, out->count);
		out->items[out->count++] = c;
	}
}

/* By person; whom a row names stands in a table before it. */
static int
by_person(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	if (x->person != y->person)
		return x->person < y->person ? -1 : 1;
	return x->table != y->table ? (int)x->table - (int)y->table
				    : roster_line_order(x->table, x->is != NULL ? x->is : x->was,
					      y->is != NULL ? y->is : y->was);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
login_changes(const struct change *c)
{
	return c->table == ROSTER_ACCOUNT && c->is != NULL &&
	       (c->was == NULL ||
		       strcmp(c->was->cells[ROSTER_LOGIN_CELL], c->is->cells[ROSTER_LOGIN_CELL]) != 0);
}

/* Sign-in names may go round in a circle, across portions too. */
static void
passed_on_find(struct arena *a, struct roster_changes *c)
{
	size_t count = 0;
	const char **taken = ARENA_ARRAY(a, const char *, c->count + 1);
	for (size_t i = 0; i < c->count; i++)
		if (login_changes(&c->items[i]))
			taken[count++] = c->items[i].is->cells[ROSTER_LOGIN_CELL];
	qsort(taken, count, sizeof *taken, by_text);
	for (size_t i = 0; i < c->count; i++) {
		const struct change *x = &c->items[i];
		if (!login_changes(x) || x->was == NULL ||
			bsearch(&x->was->cells[ROSTER_LOGIN_CELL], taken, count, sizeof *taken, by_text) ==
				NULL)
			continue;
		c->passed_on = ARENA_PUSH(a, c->passed_on, c->passed_count);
		c->passed_on[c->passed_count++] = atoll(x->was->cells[0]);
	}
}

bool
roster_changes_find(struct db *db, const struct roster_import *w, bool begun,
	const struct roster_changes **out, struct err *e)
{
	bool any;
	struct copy *copy = ARENA_NEW(w->arena, struct copy);
	struct roster_changes *c = ARENA_NEW(w->arena, struct roster_changes);
	*out = c;
	if (!before_read(db, w, begun, copy, &any, e) || (any && !copy_apply(w, copy, e)))
		return false;
	for (enum roster_table t = 0; any && t < ROSTER_TABLES; t++)
		table_compare(w->arena, t, copy, c);
	if (c->count > 0)
		qsort(c->items, c->count, sizeof *c->items, by_person);
	passed_on_find(w->arena, c);
	for (size_t i = 0; i < c->count; i++)
		c->people +=
			c->items[i].person != 0 && (i == 0 || c->items[i].person != c->items[i - 1].person);
	return true;
}

size_t
roster_changes_people(const struct roster_changes *c)
{
	return c->people;
}

/* ---- a portion ----------------------------------------------------------------------------------- */

SQL(give_up_login, "UPDATE account SET login = login || '#' || id WHERE id = $1");
SQL(end_sessions, "UPDATE session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL");

static bool
logins_give_up(struct db *db, const struct roster_changes *c, struct err *e)
{
	for (size_t i = 0; i < c->passed_count; i++)
		if (!db_exec(db, e, give_up_login, "i", c->passed_on[i]))
			return false;
	return true;
}

/* Whose account passes is signed out. */
static bool
change_write(struct db *db, const struct change *c, instant_t now, struct err *e)
{
	if (c->is == NULL)
		return roster_line_remove(db, c->table, c->was, e);
	if (!roster_line_keep(db, c->table, c->is, e))
		return false;
	return c->table != ROSTER_ACCOUNT || c->was == NULL ||
	       strcmp(c->is->cells[ROSTER_ACTIVE_CELL], "0") != 0 ||
	       db_exec(db, e, end_sessions, "ii", atoll(c->is->cells[0]), now);
}

/* Posts and absences that go make room for those that come. */
static bool
person_write(struct db *db, const struct change *items, size_t count, instant_t now, struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (items[i].is == NULL && !change_write(db, &items[i], now, e))
			return false;
	for (size_t i = 0; i < count; i++)
		if (items[i].is != NULL && !change_write(db, &items[i], now, e))
			return false;
	return true;
}

static size_t
person_end(const struct roster_changes *c, size_t from)
{
	size_t to = from;
	while (to < c->count && c->items[to].person == c->items[from].person)
		to++;
	return to;
}

bool
roster_changes_write(struct db *db, const struct roster_import *w, const struct roster_changes *c,
	struct roster_place *at, struct err *e)
{
	size_t from = at->row;
	if (from == 0 && !logins_give_up(db, c, e))
		return false;
	while (at->row < c->count && at->row - from < PORTION) {
		size_t to = person_end(c, at->row);
		if (!person_write(db, &c->items[at->row], to - at->row, w->now, e))
			return false;
		at->people += c->items[at->row].person != 0;
		at->row = to;
	}
	at->over = at->row == c->count;
	return !at->over || c->count == 0 || roster_import_record(db, w, e);
}
