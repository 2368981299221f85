#include "store/audit/engagements.h"

#include <string.h>

#include "base/fits.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/audit/checklists.h"
#include "store/audit/engagement_inside.h"
#include "store/audit/line_inside.h"
#include "store/organisation/departments.h"
#include "store/organisation/managed.h"

enum { YEAR_LEAST = 2000, YEAR_MOST = 2199 };

const char *
engagement_number(struct arena *a, const struct engagement *x)
{
	return arena_printf(a, "%s-A%02d", fiscal_year_mark(a, x->year), x->serial);
}

#define ENGAGEMENT_COLUMNS                                                                                   \
	"SELECT g.id, g.year, g.serial, g.kind, g.ordered_by, g.order_reason, g.title, g.purpose, g.theme,"  \
	" g.department_id, d.key, t.name, g.entry_id, coalesce(y.name, ''), g.depth, g.covers_from,"         \
	" g.covers_to, g.begins_day, g.ends_day, g.place, g.excluded, g.state, g.edition, g.revision,"       \
	" g.created_at, g.fixed_at FROM engagement g JOIN department d ON d.id = "                           \
	"g.department_id" TERM_LATEST("t", "d.id") " LEFT JOIN entry y ON y.id = g.entry_id "

static void
texts_read(struct rows *r, struct arena *a, struct engagement *out)
{
	out->ordered_by = row_text(r, 4, a);
	out->order_reason = row_text(r, 5, a);
	out->title = row_text(r, 6, a);
	out->purpose = row_text(r, 7, a);
	out->theme = row_text(r, 8, a);
	out->department_key = row_text(r, 10, a);
	out->department_name = row_text(r, 11, a);
	out->entry_name = row_text(r, 13, a);
	out->place = row_text(r, 19, a);
	out->excluded = row_text(r, 20, a);
}

static void
engagement_read(struct rows *r, struct arena *a, struct engagement *out)
{
	*out = (struct engagement){.id = row_int(r, 0),
		.year = (int)row_int(r, 1),
		.serial = (int)row_int(r, 2),
		.ordered = strcmp(row_peek(r, 3, NULL), "ordered") == 0,
		.department_id = row_int(r, 9),
		.entry_id = row_int(r, 12),
		.key_only = strcmp(row_peek(r, 14, NULL), "key") == 0,
		.covers_from = (day_t)row_int(r, 15),
		.covers_to = (day_t)row_int(r, 16),
		.begins_day = (day_t)row_int(r, 17),
		.ends_day = (day_t)row_int(r, 18),
		.state = engagement_state_of(row_peek(r, 21, NULL)),
		.edition = (int)row_int(r, 22),
		.revision = (int)row_int(r, 23),
		.created_at = row_int(r, 24),
		.fixed_at = row_int(r, 25)};
	texts_read(r, a, out);
}

SQL(find_engagement, ENGAGEMENT_COLUMNS "WHERE g.id = $1");

bool
engagement_find(struct db *db, struct arena *a, int64_t id, struct engagement *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_engagement, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		engagement_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such audit"));
}

/* A department has the audits of what it came out of. */
SQL(list_engagements,
	"WITH RECURSIVE" LED("$5") ", line(id, steps) AS (SELECT department_id, 0 FROM led WHERE acts >= $6"
				   " UNION SELECT l.predecessor_id, line.steps + 1 FROM lineage l JOIN line"
				   " ON l.successor_id = line.id WHERE line.steps < 20) " ENGAGEMENT_COLUMNS
				   "WHERE ($1 = 0 OR g.year = $1) AND ($2 = 0 OR g.department_id = $2)"
				   " AND ($3 = 0 OR EXISTS (SELECT 1 FROM engagement_member m"
				   " WHERE m.engagement_id = g.id AND m.account_id = $3))"
				   " AND ($4 = 0 OR g.state NOT IN ('completed', 'cancelled'))"
				   " AND ($5 = 0 OR g.department_id IN (SELECT id FROM line))"
				   " AND ($7 = 0 OR EXISTS (SELECT 1 FROM engagement_move w"
				   " WHERE w.engagement_id = g.id AND w.name = 'announce'))"
				   " ORDER BY g.year DESC, g.serial");

bool
engagements_list(struct db *db, struct arena *a, const struct engagement_filter *f, struct engagement **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_engagements, "iiiiiii", (int64_t)f->year, f->department_id,
		    f->member_id, (int64_t)f->running, f->manager_id, (int64_t)f->acting, (int64_t)f->told))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		engagement_read(&r, a, &(*out)[(*count)++]);
	}
	return rows_end(&r, e);
}

SQL(find_announcement,
	"SELECT 1 FROM engagement_move WHERE engagement_id = $1 AND name = 'announce' LIMIT 1");

bool
engagement_told(struct db *db, int64_t engagement_id, bool *told, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_announcement, "i", engagement_id))
		return false;
	*told = rows_next(&r);
	return rows_end(&r, e);
}

/* ---- acts ------------------------------------------------------------------------------------- */

static bool
words_fit(const struct engagement *x, struct err *e)
{
	return line_fits(x->title, _("title"), ENGAGEMENT_TITLE_MOST, true, e) &&
	       lines_fit(x->purpose, _("purpose"), ENGAGEMENT_TEXT_MOST, true, e) &&
	       lines_fit(x->theme, _("theme"), ENGAGEMENT_TEXT_MOST, false, e) &&
	       line_fits(x->place, _("place"), ENGAGEMENT_TITLE_MOST, false, e) &&
	       lines_fit(x->excluded, _("what is left out"), ENGAGEMENT_TEXT_MOST, false, e) &&
	       line_fits(x->ordered_by, _("who ordered it"), ENGAGEMENT_TITLE_MOST, x->ordered, e) &&
	       lines_fit(x->order_reason, _("why it was ordered"), ENGAGEMENT_TEXT_MOST, x->ordered, e);
}

static bool
days_fit(const struct engagement *x, struct err *e)
{
	if (x->covers_from == 0 || x->covers_to < x->covers_from)
		return err_set(e, ERR_INPUT, _("the period looked at must have a first and a last day"));
	if (x->begins_day == 0 || x->ends_day < x->begins_day)
		return err_set(e, ERR_INPUT, _("the audit must have a first and a last day"));
	int year = fiscal_year_of(x->begins_day);
	return (year >= YEAR_LEAST && year <= YEAR_MOST) ||
	       err_set(e, ERR_INPUT, _("the audit begins in a fiscal year from %d to %d"), YEAR_LEAST, YEAR_MOST);
}

SQL(find_system, "SELECT 1 FROM entry WHERE id = $1 AND kind = 'system' AND department_id = $2");

static bool
system_fits(struct db *db, const struct engagement *x, struct err *e)
{
	struct rows r;
	if (x->entry_id == 0)
		return true;
	if (!db_query(db, &r, e, find_system, "ii", x->entry_id, x->department_id))
		return false;
	bool there = rows_next(&r);
	if (!rows_end(&r, e))
		return false;
	return there || err_set(e, ERR_INPUT, _("the system is not one of this department's"));
}

static bool
target_fits(struct db *db, const struct engagement_act *x, const struct engagement *what, struct err *e)
{
	struct department where;
	return department_at(db, x->arena, what->department_id, what->begins_day, &where, e) &&
	       system_fits(db, what, e);
}

SQL(insert_engagement,
	"INSERT INTO engagement (year, serial, kind, ordered_by, order_reason, title, purpose, theme,"
	" department_id, entry_id, depth, covers_from, covers_to, begins_day, ends_day, place, excluded,"
	" state, created_by, created_at) SELECT $1, coalesce(max(serial), 0) + 1, $2, $3, $4, $5, $6, $7,"
	" $8, nullif($9, 0), $10, $11, $12, $13, $14, $15, $16, $17, $18, $19 FROM engagement WHERE year = $1"
	" RETURNING id, serial");

static bool
engagement_insert(struct db *db, const struct engagement_act *x, struct engagement *g, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_engagement, "issssssiisiiiisssii", (int64_t)g->year,
		    g->ordered ? "ordered" : "planned", g->ordered_by, g->order_reason, g->title, g->purpose,
		    g->theme, g->department_id, g->entry_id, g->key_only ? "key" : "all",
		    (int64_t)g->covers_from, (int64_t)g->covers_to, (int64_t)g->begins_day,
		    (int64_t)g->ends_day, g->place, g->excluded, engagement_state_key(g->state),
		    x->account_id, x->now))
		return false;
	if (rows_next(&r)) {
		g->id = row_int(&r, 0);
		g->serial = (int)row_int(&r, 1);
	}
	return rows_end(&r, e);
}

bool
engagement_add(struct db *db, const struct engagement_act *x, struct engagement *what, struct err *e)
{
	what->year = fiscal_year_of(what->begins_day);
	what->state = ENGAGEMENT_DRAFTED;
	return words_fit(what, e) && days_fit(what, e) && target_fits(db, x, what, e) &&
	       engagement_insert(db, x, what, e) &&
	       event_add(db, x->now, x->account_id, "audit_added", engagement_number(x->arena, what),
		       "", e);
}

/* ---- changing ---------------------------------------------------------------------------------- */

static bool
may_change(const struct engagement *was, const struct engagement *is, unsigned actors, struct err *e)
{
	if ((actors & (ENGAGEMENT_LEAD | ENGAGEMENT_MANAGEMENT)) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
	if (was->state > ENGAGEMENT_FIELDWORK)
		return err_set(e, ERR_CONFLICT, _("after the fieldwork the plan of an audit stays as it is"));
	return fiscal_year_of(is->begins_day) == was->year ||
	       err_set(e, ERR_INPUT, _("the audit begins in another fiscal year than its number says"));
}

SQL(update_engagement,
	"UPDATE engagement SET ordered_by = $2, order_reason = $3, title = $4, purpose = $5, theme = $6,"
	" department_id = $7, entry_id = nullif($8, 0), depth = $9, covers_from = $10, covers_to = $11,"
	" begins_day = $12, ends_day = $13, place = $14, excluded = $15, revision = revision + 1"
	" WHERE id = $1");

static bool
engagement_update(struct db *db, const struct engagement *g, struct err *e)
{
	return db_exec(db, e, update_engagement, "isssssiisiiiiss", g->id, g->ordered_by, g->order_reason,
		g->title, g->purpose, g->theme, g->department_id, g->entry_id, g->key_only ? "key" : "all",
		(int64_t)g->covers_from, (int64_t)g->covers_to, (int64_t)g->begins_day, (int64_t)g->ends_day,
		g->place, g->excluded);
}

/* A checklist that is fixed was made for that department and depth, and keeps what that department said. */
static bool
checklist_allows(struct db *db, struct arena *a, const struct engagement *was, const struct engagement *is,
	struct err *e)
{
	struct checklist c;
	if (was->department_id == is->department_id && was->key_only == is->key_only)
		return true;
	return checklist_find(db, a, was->id, &c, e) &&
	       (c.fixed_at == 0 || err_set(e, ERR_CONFLICT,
					   _("the checklist is fixed, so the department and the depth stay "
					     "as they are")));
}

SQL(drop_chosen, "DELETE FROM engagement_line WHERE engagement_id = $1 AND by_hand = ''");

/* Items that were chosen for another department, system or depth are chosen anew. */
static bool
chosen_drop(struct db *db, const struct engagement_act *x, const struct engagement *was,
	const struct engagement *is, struct err *e)
{
	if (was->department_id == is->department_id && was->entry_id == is->entry_id &&
		was->key_only == is->key_only)
		return true;
	struct checklist c;
	if (!checklist_find(db, x->arena, was->id, &c, e))
		return false;
	if (c.fixed_at != 0)
		return true;
	if (!db_exec(db, e, drop_chosen, "i", was->id))
		return false;
	return db_changes(db) == 0 || line_act_add(db, x, was, "", 0, "dropped", "", e);
}

bool
engagement_edit(struct db *db, const struct engagement_act *x, struct engagement *what, struct err *e)
{
	struct engagement was, is;
	unsigned actors;
	if (!engagement_act_begin(db, x, &was, &actors, e))
		return false;
	is = was.state == ENGAGEMENT_DRAFTED ? *what : was;
	is.id = was.id;
	is.ordered = was.ordered;
	is.begins_day = what->begins_day;
	is.ends_day = what->ends_day;
	is.place = what->place;
	return words_fit(&is, e) && days_fit(&is, e) && may_change(&was, &is, actors, e) &&
	       checklist_allows(db, x->arena, &was, &is, e) && target_fits(db, x, &is, e) &&
	       engagement_update(db, &is, e) && chosen_drop(db, x, &was, &is, e) &&
	       event_add(db, x->now, x->account_id, "audit_changed", engagement_number(x->arena, &was),
		       "", e);
}
