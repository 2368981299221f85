#include "store/audit/engagements.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/organisation/account.h"
#include "store/organisation/departments.h"

const char *
engagement_number(struct arena *a, const struct engagement *x)
{
	return arena_printf(a, "%s-A%02d", fiscal_year_mark(a, x->year), x->serial);
}

#define ENGAGEMENT_COLUMNS                                                                                   \
	"SELECT g.id, g.year, g.serial, g.kind, g.ordered_by, g.order_reason, g.title, g.purpose, g.theme,"  \
	" g.department_id, d.key, t.name, g.entry_id, coalesce(y.name, ''), g.depth, g.covers_from,"         \
	" g.covers_to, g.begins_day, g.ends_day, g.place, g.excluded, g.state, g.edition, g.revision,"       \
	" g.created_at, g.fixed_at FROM engagement g JOIN department d ON d.id = g.department_id" TERM_LATEST( \
		"t", "d.id") " LEFT JOIN entry y ON y.id = g.entry_id "

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

SQL(list_engagements,
	ENGAGEMENT_COLUMNS "WHERE ($1 = 0 OR g.year = $1) AND ($2 = 0 OR g.department_id = $2)"
			   " AND ($3 = 0 OR EXISTS (SELECT 1 FROM engagement_member m"
			   " WHERE m.engagement_id = g.id AND m.account_id = $3))"
			   " AND ($4 = 0 OR g.state NOT IN ('completed', 'cancelled'))"
			   " ORDER BY g.year DESC, g.serial");

bool
engagements_list(struct db *db, struct arena *a, const struct engagement_filter *f, struct engagement **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_engagements, "iiii", (int64_t)f->year, f->department_id, f->member_id,
		    (int64_t)f->running))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		engagement_read(&r, a, &(*out)[(*count)++]);
	}
	return rows_end(&r, e);
}

SQL(list_members, "SELECT account_id, lead, who, department, named_at FROM engagement_member"
		  " WHERE engagement_id = $1 ORDER BY lead DESC, named_at, account_id");

bool
engagement_members(struct db *db, struct arena *a, int64_t engagement_id, struct engagement_member **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_members, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct engagement_member){.account_id = row_int(&r, 0),
			.lead = row_int(&r, 1) != 0,
			.who = row_text(&r, 2, a),
			.department = row_text(&r, 3, a),
			.named_at = row_int(&r, 4)};
	}
	return rows_end(&r, e);
}

/* Whoever leads this audit leads it alone; before someone is named, any 監査責任者 may. */
bool
engagement_actors(struct db *db, struct arena *a, const struct engagement *x, int64_t account_id,
	unsigned *out, struct err *e)
{
	struct account who;
	struct engagement_member *list;
	size_t count;
	*out = 0;
	if (!account_find(db, a, account_id, &who, e) ||
		!engagement_members(db, a, x->id, &list, &count, e))
		return false;
	if ((who.roles & ROLE_MANAGEMENT) != 0)
		*out |= ENGAGEMENT_MANAGEMENT;
	bool led = count > 0 && list[0].lead;
	if ((who.roles & ROLE_LEAD) != 0 && !led)
		*out |= ENGAGEMENT_LEAD;
	for (size_t i = 0; i < count; i++)
		if (list[i].account_id == account_id)
			*out |= list[i].lead ? ENGAGEMENT_LEAD | ENGAGEMENT_MEMBER : ENGAGEMENT_MEMBER;
	return true;
}

/* ---- acts ------------------------------------------------------------------------------------- */

static bool
text_fits(const char *text, const char *what, size_t most, bool must, struct err *e)
{
	if (must && utf8_blank(text))
		return err_set(e, ERR_INPUT, _("%s: write something here"), what);
	if (utf8_count(text) > most)
		return err_set(e, ERR_INPUT, _("%s: more than %d characters"), what, (int)most);
	return true;
}

static bool
words_fit(const struct engagement *x, struct err *e)
{
	return text_fits(x->title, _("title"), ENGAGEMENT_TITLE_MOST, true, e) &&
	       text_fits(x->purpose, _("purpose"), ENGAGEMENT_TEXT_MOST, true, e) &&
	       text_fits(x->theme, _("theme"), ENGAGEMENT_TEXT_MOST, false, e) &&
	       text_fits(x->place, _("place"), ENGAGEMENT_TITLE_MOST, false, e) &&
	       text_fits(x->excluded, _("what is left out"), ENGAGEMENT_TEXT_MOST, false, e) &&
	       text_fits(x->ordered_by, _("who ordered it"), ENGAGEMENT_TITLE_MOST, x->ordered, e) &&
	       text_fits(x->order_reason, _("why it was ordered"), ENGAGEMENT_TEXT_MOST, x->ordered, e);
}

static bool
days_fit(const struct engagement *x, struct err *e)
{
	if (x->covers_from == 0 || x->covers_to < x->covers_from)
		return err_set(e, ERR_INPUT, _("the period looked at must have a first and a last day"));
	if (x->begins_day == 0 || x->ends_day < x->begins_day)
		return err_set(e, ERR_INPUT, _("the audit must have a first and a last day"));
	return true;
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
	struct department where;
	what->year = fiscal_year_of(what->begins_day);
	what->state = ENGAGEMENT_DRAFTED;
	return words_fit(what, e) && days_fit(what, e) &&
	       department_at(db, x->arena, what->department_id, what->begins_day, &where, e) &&
	       engagement_insert(db, x, what, e) &&
	       event_add(db, x->now, x->account_id, "audit_added", engagement_number(x->arena, what),
		       what->title, e);
}

SQL(upsert_member,
	"INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by, named_at)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (engagement_id, account_id)"
	" DO UPDATE SET lead = excluded.lead");

bool
engagement_name(
	struct db *db, const struct engagement_act *x, int64_t account_id, bool lead, struct err *e)
{
	struct engagement g;
	struct account who;
	if (!engagement_find(db, x->arena, x->engagement_id, &g, e) ||
		!account_find(db, x->arena, account_id, &who, e))
		return false;
	if ((who.roles & (lead ? ROLE_LEAD : ROLE_AUDITOR | ROLE_LEAD)) == 0)
		return err_set(e, ERR_INPUT, _("%s has not the role for this"), who.name);
	return db_exec(db, e, upsert_member, "iiissii", g.id, account_id, (int64_t)lead, who.name,
		       who.department_name, x->account_id, x->now) &&
	       event_add(db, x->now, x->account_id, "audit_member_named", engagement_number(x->arena, &g),
		       who.name, e);
}
