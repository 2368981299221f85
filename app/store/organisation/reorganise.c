/* What the body decides about its departments, from a day on. */
#include "store/organisation/departments.h"

#include <string.h>

#include "base/words.h"
#include "store/organisation/people.h"

static const char *
day_text(struct arena *a, day_t day)
{
	char text[16];
	day_format(day, text);
	return arena_strdup(a, text);
}

/* The department as it is on the day of the decision; ERR_INPUT for a day that cannot be. */
static bool
subject_find(struct db *db, struct arena *a, int64_t id, const struct decision *by, struct department *out,
	struct err *e)
{
	if (!department_at(db, a, id, by->day, out, e))
		return false;
	if (by->day > day_of_instant(by->now))
		return err_set(e, ERR_INPUT, _("%s lies in the future; enter it when the day has come"),
			day_text(a, by->day));
	if (by->day < out->valid_from || (out->valid_to != 0 && by->day > out->valid_to))
		return err_set(e, ERR_INPUT, _("%s did not exist on %s"), out->name, day_text(a, by->day));
	return true;
}

SQL(insert_department, "INSERT INTO department (key, valid_from, valid_to) VALUES ($1, $2, nullif($3, 0))"
		       " ON CONFLICT DO NOTHING RETURNING id");
SQL(last_place, "SELECT coalesce(max(ord), 0) + 1 FROM department_term");

static bool
place_choose(struct db *db, struct department *d, struct err *e)
{
	struct rows r;
	if (d->ord != 0)
		return true;
	if (!db_query(db, &r, e, last_place, ""))
		return false;
	d->ord = rows_next(&r) ? (int)row_int(&r, 0) : 1;
	return rows_end(&r, e);
}

bool
department_add(struct db *db, struct department *d, const struct decision *by, struct err *e)
{
	struct rows r;
	if (!place_choose(db, d, e) || !db_query(db, &r, e, insert_department, "sii", d->key,
					       (int64_t)d->valid_from, (int64_t)d->valid_to))
		return false;
	bool made = rows_next(&r);
	if (made)
		d->id = row_int(&r, 0);
	if (!rows_end(&r, e))
		return false;
	if (!made)
		return err_set(e, ERR_CONFLICT, _("the department code %s is in use"), d->key);
	struct decision first = *by;
	first.day = d->valid_from;
	return department_term_add(db, d, &first, e);
}

SQL(save_term,
	"INSERT INTO department_term (department_id, valid_from, name, kind, parent_id, ord, flags, approver,"
	" reason, set_by, set_at, flags_approver, flags_reason)"
	" VALUES ($1, $2, $3, $4, nullif($5, 0), $6, $7, $8, $9, nullif($10, 0), $11, $12, $13)"
	" ON CONFLICT (department_id, valid_from) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
	" parent_id = excluded.parent_id, ord = excluded.ord, flags = excluded.flags,"
	" approver = excluded.approver, reason = excluded.reason, set_by = excluded.set_by,"
	" set_at = excluded.set_at, flags_approver = excluded.flags_approver,"
	" flags_reason = excluded.flags_reason");

static const char *
said(const char *text)
{
	return text != NULL ? text : "";
}

bool
department_term_add(struct db *db, const struct department *d, const struct decision *by, struct err *e)
{
	return db_exec(db, e, save_term, "iissiiissiiss", d->id, (int64_t)by->day, d->name,
		d->kind != NULL ? d->kind : "internal", d->parent_id, (int64_t)d->ord, (int64_t)d->flags,
		said(d->approver), said(d->reason), by->account_id, by->now, said(d->flags_approver),
		said(d->flags_reason));
}

/* Who approved the term that begins with the decision; a roster names nobody and leaves it as it was.
 * Who approved the flags stays with them through every other decision. */
static void
decide(struct department *d, const struct decision *by)
{
	if (by->approver[0] == '\0')
		return;
	d->approver = by->approver;
	d->reason = by->reason;
}

bool
department_set_flags(struct db *db, int64_t id, flags_t flags, const struct decision *by, struct err *e)
{
	struct arena *a = arena_create();
	struct department d;
	bool ok = subject_find(db, a, id, by, &d, e);
	d.flags = flags;
	d.flags_approver = d.approver = by->approver;
	d.flags_reason = d.reason = by->reason;
	ok = ok && department_term_add(db, &d, by, e);
	arena_destroy(a);
	return ok;
}

bool
department_rename(struct db *db, int64_t id, const char *name, const struct decision *by, struct err *e)
{
	struct arena *a = arena_create();
	struct department d;
	bool ok = subject_find(db, a, id, by, &d, e);
	d.name = name;
	decide(&d, by);
	ok = ok && department_term_add(db, &d, by, e);
	arena_destroy(a);
	return ok;
}

SQL(find_under,
	"WITH RECURSIVE up(id, steps) AS (SELECT $1, 0 UNION SELECT t.parent_id, up.steps + 1 FROM up"
	" JOIN department_term t ON t.department_id = up.id AND t.valid_from ="
	" (SELECT max(valid_from) FROM department_term WHERE department_id = up.id AND valid_from <= $3)"
	" WHERE t.parent_id IS NOT NULL AND up.steps < 20) SELECT 1 FROM up WHERE id = $2");

static bool
parent_check(struct db *db, const struct department *d, int64_t parent_id, const struct decision *by,
	struct err *e)
{
	struct rows r;
	if (parent_id == 0)
		return true;
	if (!db_query(db, &r, e, find_under, "iii", parent_id, d->id, (int64_t)by->day))
		return false;
	bool under = rows_next(&r);
	if (!rows_end(&r, e))
		return false;
	return !under || err_set(e, ERR_INPUT, _("%s cannot stand under itself"), d->name);
}

bool
department_move(struct db *db, int64_t id, int64_t parent_id, const char *kind, int ord,
	const struct decision *by, struct err *e)
{
	struct arena *a = arena_create();
	struct department d, parent;
	bool ok = subject_find(db, a, id, by, &d, e) &&
		  (parent_id == 0 || subject_find(db, a, parent_id, by, &parent, e)) &&
		  parent_check(db, &d, parent_id, by, e);
	d.parent_id = parent_id;
	d.kind = kind;
	d.ord = ord;
	decide(&d, by);
	ok = ok && department_term_add(db, &d, by, e);
	arena_destroy(a);
	return ok;
}

/* ---- ends ------------------------------------------------------------------------------ */

SQL(count_holders, "SELECT count(*) FROM post WHERE department_id = $1"
		   " AND (valid_to IS NULL OR valid_to > $2)");
SQL(count_children, "SELECT count(*) FROM department d" TERM_LATEST("t",
			    "d.id") " WHERE t.parent_id = $1 AND (d.valid_to IS NULL OR d.valid_to > $2)");
SQL(end_department, "UPDATE department SET valid_to = $2 WHERE id = $1");

static bool
end_counts(struct db *db, const char *sql, int64_t id, day_t day, int64_t *count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, sql, "ii", id, (int64_t)day))
		return false;
	*count = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

static bool
end_check(struct db *db, const struct department *d, day_t day, struct err *e)
{
	int64_t holders, children;
	if (!end_counts(db, count_holders, d->id, day, &holders, e) ||
		!end_counts(db, count_children, d->id, day, &children, e))
		return false;
	if (holders > 0)
		return err_set(e, ERR_CONFLICT,
			_("%lld posts in %s go on after that day; move these people first"),
			(long long)holders, d->name);
	return children == 0 ||
	       err_set(e, ERR_CONFLICT, _("%lld departments stand under %s; move them first"),
		       (long long)children, d->name);
}

bool
department_end(struct db *db, int64_t id, const struct decision *by, struct err *e)
{
	struct arena *a = arena_create();
	struct department d;
	bool ok = subject_find(db, a, id, by, &d, e);
	if (ok && d.valid_to != 0)
		ok = err_set(e, ERR_CONFLICT, _("%s has ended already"), d.name);
	ok = ok && end_check(db, &d, by->day, e) &&
	     db_exec(db, e, end_department, "ii", id, (int64_t)by->day);
	arena_destroy(a);
	return ok;
}

SQL(add_lineage, "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES ($1, $2, $3)"
		 " ON CONFLICT (predecessor_id, successor_id) DO UPDATE SET day = excluded.day");

bool
lineage_add(struct db *db, int64_t predecessor, int64_t successor, day_t day, struct err *e)
{
	if (predecessor == successor)
		return err_set(e, ERR_INPUT, _("a department is not its own predecessor"));
	return db_exec(db, e, add_lineage, "iii", predecessor, successor, (int64_t)day);
}

/* ---- split and merge ----------------------------------------------------------------------- */

/* A department that goes over into another on by->day: it must have existed the day before. */
static bool
origin_find(struct db *db, struct arena *a, int64_t id, const struct decision *by, struct department *out,
	struct err *e)
{
	if (!subject_find(db, a, id, by, out, e))
		return false;
	if (by->day == out->valid_from)
		return err_set(e, ERR_INPUT, _("%s began on that very day"), out->name);
	return out->valid_to == 0 || err_set(e, ERR_CONFLICT, _("%s has ended already"), out->name);
}

SQL(move_children,
	"INSERT INTO department_term (department_id, valid_from, name, kind, parent_id, ord, flags,"
	" flags_approver, flags_reason, approver, reason, set_by, set_at) SELECT t.department_id, $3,"
	" t.name, t.kind, $2, t.ord, t.flags, t.flags_approver, t.flags_reason, t.approver, t.reason,"
	" nullif($4, 0), $5 FROM department d" TERM_ON("t", "d.id",
		"$3") " WHERE t.parent_id = $1 AND (d.valid_to IS NULL OR d.valid_to >= $3)"
				   " ON CONFLICT (department_id, valid_from) DO UPDATE SET parent_id = "
				   "excluded.parent_id");

SQL(tell_entries, "INSERT INTO event (at, account_id, what, subject, detail) SELECT $3, nullif($4, 0),"
		  " 'entry_moved', kind || '/' || key, $5 FROM entry WHERE department_id = $1"
		  " AND (valid_to IS NULL OR valid_to >= $2) ORDER BY id");
SQL(move_entries, "UPDATE entry SET department_id = $2 WHERE department_id = $1"
		  " AND (valid_to IS NULL OR valid_to >= $3)");

/* What the registers say it is in charge of. */
static bool
entries_go_over(struct db *db, const struct department *from, const struct department *to,
	const struct decision *by, struct err *e)
{
	struct arena *a = arena_create();
	const char *words = arena_printf(a, "%s \u2192 %s", from->name, to->name);
	bool ok = db_exec(db, e, tell_entries, "iiiis", from->id, (int64_t)by->day, by->now, by->account_id,
			  words) &&
		  db_exec(db, e, move_entries, "iii", from->id, to->id, (int64_t)by->day);
	arena_destroy(a);
	return ok;
}

/* Whoever and whatever stood in or under it goes on in the successor. */
static bool
origin_close(struct db *db, const struct department *from, const struct department *to,
	const struct decision *by, struct err *e)
{
	return posts_transfer(db, from->id, to->id, by->day, e) && entries_go_over(db, from, to, by, e) &&
	       db_exec(db, e, move_children, "iiiii", from->id, to->id, (int64_t)by->day, by->account_id,
		       by->now) &&
	       db_exec(db, e, end_department, "ii", from->id, (int64_t)by->day - 1);
}

static void
begin_like(struct department *new, const struct department *old, const struct decision *by)
{
	new->parent_id = old->parent_id;
	new->kind = old->kind;
	new->ord = old->ord;
	new->flags = old->flags;
	new->flags_approver = old->flags_approver;
	new->flags_reason = old->flags_reason;
	new->approver = old->approver;
	new->reason = old->reason;
	new->valid_from = by->day;
	new->valid_to = 0;
	decide(new, by);
}

bool
department_split(struct db *db, int64_t id, struct department *parts, size_t count, const struct decision *by,
	struct err *e)
{
	if (count < 2)
		return err_set(e, ERR_INPUT, _("a department is split into at least two"));
	struct arena *a = arena_create();
	struct department from;
	bool ok = origin_find(db, a, id, by, &from, e);
	for (size_t i = 0; ok && i < count; i++) {
		begin_like(&parts[i], &from, by);
		ok = department_add(db, &parts[i], by, e) && lineage_add(db, id, parts[i].id, by->day, e);
	}
	ok = ok && origin_close(db, &from, &parts[0], by, e);
	arena_destroy(a);
	return ok;
}

/* The one that goes on must exist and not be one that ends. */
static bool
heir_find(struct db *db, struct arena *a, const int64_t *ids, size_t count, struct department *into,
	const struct decision *by, bool *found, struct err *e)
{
	struct department there;
	struct err none = {0};
	*found = department_find(db, a, into->key, by->day, &there, &none);
	if (!*found)
		return none.kind == ERR_ABSENT || err_set(e, none.kind, "%s", none.text);
	if (!subject_find(db, a, there.id, by, into, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (ids[i] == into->id)
			return err_set(e, ERR_INPUT, _("%s would go over into itself"), into->name);
	return true;
}

bool
department_merge(struct db *db, const int64_t *ids, size_t count, struct department *into,
	const struct decision *by, struct err *e)
{
	struct arena *a = arena_create();
	struct department *from = ARENA_ARRAY(a, struct department, count + 1), heir = *into;
	flags_t flags = 0;
	bool there = false, ok = heir_find(db, a, ids, count, &heir, by, &there, e);
	if (ok && count < (there ? 1 : 2))
		ok = err_set(e, ERR_INPUT, _("choose the departments to merge"));
	for (size_t i = 0; ok && i < count; i++) {
		ok = origin_find(db, a, ids[i], by, &from[i], e);
		flags |= from[i].flags;
	}
	if (ok && !there)
		begin_like(&heir, &from[0], by);
	if ((flags & ~heir.flags) != 0) { /* they come together by this decision */
		heir.flags |= flags;
		heir.flags_approver = by->approver;
		heir.flags_reason = by->reason;
	}
	decide(&heir, by);
	ok = ok && (there ? department_term_add(db, &heir, by, e) : department_add(db, &heir, by, e));
	for (size_t i = 0; ok && i < count; i++)
		ok = lineage_add(db, ids[i], heir.id, by->day, e) && origin_close(db, &from[i], &heir, by, e);
	into->id = heir.id;
	arena_destroy(a);
	return ok;
}

SQL(find_lineage, "WITH RECURSIVE line(id) AS (SELECT $1 UNION SELECT l.predecessor_id FROM lineage l"
		  " JOIN line ON l.successor_id = line.id) SELECT 1 FROM line WHERE id = $2");

bool
department_came_of(struct db *db, int64_t id, int64_t predecessor, const struct decision *by, struct err *e)
{
	if (id == predecessor)
		return err_set(e, ERR_INPUT, _("a department is not its own predecessor"));
	struct arena *a = arena_create();
	struct department is = {0}, was = {0};
	struct rows r;
	bool circle = false;
	bool ok = subject_find(db, a, id, by, &is, e) &&
		  department_at(db, a, predecessor, by->day - 1, &was, e) &&
		  db_query(db, &r, e, find_lineage, "ii", predecessor, id);
	if (ok) {
		circle = rows_next(&r);
		ok = rows_end(&r, e);
	}
	if (ok && circle)
		ok = err_set(
			e, ERR_INPUT, _("%s came out of %s, not the other way round"), was.name, is.name);
	if (ok && was.valid_from >= by->day)
		ok = err_set(e, ERR_INPUT, _("%s did not exist before %s"), was.name, day_text(a, by->day));
	ok = ok && lineage_add(db, predecessor, id, by->day, e) &&
	     (was.valid_to == 0 || was.valid_to >= by->day || entries_go_over(db, &was, &is, by, e));
	arena_destroy(a);
	return ok;
}
