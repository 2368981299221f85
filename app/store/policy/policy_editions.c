#include "store/policy/policy_editions.h"

#include <string.h>

#include "base/fits.h"
#include "base/words.h"
#include "store/event.h"

/* ---- what there is ------------------------------------------------------------------------- */

#define NAME(account, person) "coalesce(" person ".name, " account ".login, '')"
#define EDITIONS                                                                                             \
	"SELECT x.id, x.title, x.edition, x.from_day, x.file, x.digest, x.front, x.imported_at, " NAME("a",  \
		"p") ", x.withdrawn_at, " NAME("b", "q") ", x.reason, (SELECT count(*) FROM"                 \
							 " policy_clause c WHERE c.edition_id = x.id) FROM"  \
							 " policy_edition x LEFT JOIN account a ON a.id ="   \
							 " x.imported_by LEFT JOIN person p ON p.id ="       \
							 " a.person_id LEFT JOIN account b ON b.id ="        \
							 " x.withdrawn_by LEFT JOIN person q ON q.id ="      \
							 " b.person_id "

static struct policy_edition
edition_read(struct rows *r, struct arena *a)
{
	return (struct policy_edition){.id = row_int(r, 0),
		.title = row_text(r, 1, a),
		.edition = row_text(r, 2, a),
		.from_day = (day_t)row_int(r, 3),
		.file = row_text(r, 4, a),
		.digest = row_text(r, 5, a),
		.front = row_text(r, 6, a),
		.imported_at = row_int(r, 7),
		.imported_name = row_text(r, 8, a),
		.withdrawn_at = row_int(r, 9),
		.withdrawn_name = row_text(r, 10, a),
		.reason = row_text(r, 11, a),
		.clauses = row_int(r, 12)};
}

SQL(list_policy_editions, EDITIONS "ORDER BY x.from_day DESC, x.id DESC");

bool
policy_editions_list(
	struct db *db, struct arena *a, struct policy_edition **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_policy_editions, ""))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = edition_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(find_policy_edition, EDITIONS "WHERE x.id = $1");

bool
policy_edition_find(struct db *db, struct arena *a, int64_t id, struct policy_edition *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_policy_edition, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = edition_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such edition of the policy"));
}

SQL(policy_in_force, "SELECT id FROM policy_edition WHERE withdrawn_at IS NULL AND from_day <= $1"
		     " ORDER BY from_day DESC, id DESC LIMIT 1");

bool
policy_edition_in_force(struct db *db, day_t day, int64_t *id, struct err *e)
{
	struct rows r;
	*id = 0;
	if (!db_query(db, &r, e, policy_in_force, "i", (int64_t)day))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e);
}

/* A clause comes once for each of its paragraphs, and once if it has none. */
SQL(list_policy_text,
	"SELECT c.ord, c.key, c.title, c.level, c.line, p.text FROM policy_clause c LEFT JOIN "
	"policy_paragraph p"
	" ON p.edition_id = c.edition_id AND p.ord = c.ord WHERE c.edition_id = $1 ORDER BY c.ord, p.nth");

static void
clause_read(struct rows *r, struct arena *a, struct policy_text *t)
{
	if ((size_t)row_int(r, 0) >= t->count) {
		t->clauses = ARENA_PUSH(a, t->clauses, t->count);
		t->clauses[t->count++] = (struct clause_text){.key = row_text(r, 1, a),
			.title = row_text(r, 2, a),
			.level = (int)row_int(r, 3),
			.line = (int)row_int(r, 4)};
	}
	struct clause_text *c = &t->clauses[t->count - 1];
	if (row_null(r, 5))
		return;
	c->paragraphs = ARENA_PUSH(a, c->paragraphs, c->paragraph_count);
	c->paragraphs[c->paragraph_count++] = row_text(r, 5, a);
}

static void
front_split(struct arena *a, const char *front, struct policy_text *t)
{
	for (size_t length; *front != '\0'; front += length + (front[length] == '\n')) {
		length = strcspn(front, "\n");
		t->front = ARENA_PUSH(a, t->front, t->front_count);
		t->front[t->front_count++] = arena_strndup(a, front, length);
	}
}

bool
policy_edition_text(struct db *db, struct arena *a, int64_t id, const struct policy_text **out, struct err *e)
{
	struct policy_edition x;
	struct rows r;
	struct policy_text *t = ARENA_NEW(a, struct policy_text);
	if (!policy_edition_find(db, a, id, &x, e) || !db_query(db, &r, e, list_policy_text, "i", id))
		return false;
	while (rows_next(&r))
		clause_read(&r, a, t);
	front_split(a, x.front, t);
	*out = t;
	return rows_end(&r, e);
}

/* ---- importing ------------------------------------------------------------------------------ */

SQL(policy_of_digest, "SELECT edition FROM policy_edition WHERE digest = $1 AND withdrawn_at IS NULL");

bool
policy_import_fits(struct db *db, const struct policy_import *i, struct err *e)
{
	struct rows r;
	if (!line_fits(i->title, _("name of the document"), POLICY_TITLE_MOST, true, e) ||
		!line_fits(i->edition, _("edition"), POLICY_EDITION_MOST, true, e))
		return false;
	if (i->from_day == 0)
		return err_set(e, ERR_INPUT, _("say from which day the edition is in force"));
	if (!db_query(db, &r, e, policy_of_digest, "s", i->digest))
		return false;
	const char *there = rows_next(&r) ? row_text(&r, 0, i->arena) : NULL;
	if (!rows_end(&r, e))
		return false;
	return there == NULL ||
	       err_set(e, ERR_CONFLICT, _("this file has been imported already, as the edition %s"), there);
}

SQL(insert_policy_edition, "INSERT INTO policy_edition (title, edition, from_day, file, digest, front,"
			   " imported_at, imported_by) VALUES ($1, $2, $3, $4, $5, $6, $7, nullif($8, 0))"
			   " RETURNING id");
SQL(insert_policy_clause, "INSERT INTO policy_clause (edition_id, ord, key, title, level, line)"
			  " VALUES ($1, $2, $3, $4, $5, $6)");
SQL(insert_policy_paragraph,
	"INSERT INTO policy_paragraph (edition_id, ord, nth, text) VALUES ($1, $2, $3, $4)");

static bool
clauses_insert(struct db *db, int64_t id, const struct policy_text *t, struct err *e)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct clause_text *c = &t->clauses[i];
		if (!db_exec(db, e, insert_policy_clause, "iissii", id, (int64_t)i, c->key, c->title,
			    (int64_t)c->level, (int64_t)c->line))
			return false;
		for (size_t k = 0; k < c->paragraph_count; k++)
			if (!db_exec(db, e, insert_policy_paragraph, "iiis", id, (int64_t)i, (int64_t)k,
				    c->paragraphs[k]))
				return false;
	}
	return true;
}

bool
policy_edition_add(struct db *db, const struct policy_import *i, int64_t *id, struct err *e)
{
	struct rows r;
	const char *front = "";
	if (!policy_import_fits(db, i, e))
		return false;
	for (size_t k = 0; k < i->text->front_count; k++)
		front = arena_printf(i->arena, "%s%s\n", front, i->text->front[k]);
	if (!db_query(db, &r, e, insert_policy_edition, "ssisssii", i->title, i->edition,
		    (int64_t)i->from_day, i->file, i->digest, front, i->now, i->account_id))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e) && clauses_insert(db, *id, i->text, e) &&
	       event_add(db, i->now, i->account_id, "policy_imported", i->edition,
		       arena_printf(i->arena, "%s %zu", i->file, i->text->count), e);
}

SQL(withdraw_policy_edition, "UPDATE policy_edition SET withdrawn_at = $2, withdrawn_by = $3, reason = $4"
			     " WHERE id = $1 AND withdrawn_at IS NULL");

bool
policy_edition_withdraw(struct db *db, struct arena *a, int64_t id, const char *reason, int64_t account_id,
	instant_t now, struct err *e)
{
	struct policy_edition x;
	if (!policy_edition_find(db, a, id, &x, e) ||
		!line_fits(reason, _("reason"), POLICY_REASON_MOST, true, e) ||
		!db_exec(db, e, withdraw_policy_edition, "iiis", id, now, account_id, reason))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_CONFLICT, _("this edition has been withdrawn already"));
	return event_add(db, now, account_id, "policy_withdrawn", x.edition, reason, e);
}
