/* The roster against the people of today. */
#include "store/people.h"

#include <string.h>

#include "base/words.h"
#include "domain/fiscal.h"
#include "domain/role.h"
#include "store/account.h"

SQL(current_roster, "SELECT p.number, p.name, p.kana, p.kind, d.key, t.name, coalesce(a.login, p.number),"
		    " coalesce(a.roles, 1) FROM person p JOIN post o ON o.person_id = p.id AND o.main = 1"
		    " AND o.valid_from <= $1 AND (o.valid_to IS NULL OR o.valid_to >= $1)"
		    " JOIN department d ON d.id = o.department_id" TERM_ON(
			    "t", "d.id", "max($1, d.valid_from)") " LEFT JOIN account a ON a.person_id = "
								  "p.id ORDER BY t.ord, d.id, p.number");

bool
roster_current(struct db *db, struct arena *a, day_t day, struct roster *out, struct err *e)
{
	struct rows r;
	*out = (struct roster){.charset = "UTF-8"};
	if (!db_query(db, &r, e, current_roster, "i", (int64_t)day))
		return false;
	while (rows_next(&r)) {
		out->rows = ARENA_PUSH(a, out->rows, out->count);
		out->rows[out->count++] = (struct roster_row){.number = row_text(&r, 0, a),
			.name = row_text(&r, 1, a),
			.kana = row_text(&r, 2, a),
			.kind = row_text(&r, 3, a),
			.department = row_text(&r, 4, a),
			.department_name = row_text(&r, 5, a),
			.login = row_text(&r, 6, a),
			.roles = (unsigned)row_int(&r, 7)};
	}
	return rows_end(&r, e);
}

SQL(any_person, "SELECT EXISTS (SELECT 1 FROM person)");

bool
roster_usual_day(struct db *db, instant_t now, day_t *out, struct err *e)
{
	struct rows r;
	day_t today = day_of_instant(now);
	if (!db_query(db, &r, e, any_person, ""))
		return false;
	bool any = rows_next(&r) && row_int(&r, 0) != 0;
	*out = any ? today : fiscal_year_first(fiscal_year_of(today));
	return rows_end(&r, e);
}

/* What is being applied. */
struct applying {
	struct arena *arena;
	const struct roster *roster;
	day_t day;
	instant_t now;
};

SQL(revive_department, "UPDATE department SET valid_to = NULL WHERE id = $1");

/* A department that comes back after it ended exists again, unless others came of it. */
static bool
department_revive(
	struct db *db, const struct applying *w, const struct department *d, int line, struct err *e)
{
	struct kin *kin;
	size_t count;
	if (d->valid_to == 0 || d->valid_to >= w->day)
		return true;
	if (!department_kin(db, w->arena, d->id, true, &kin, &count, e))
		return false;
	if (count > 0)
		return err_set(e, ERR_INPUT, _("line %d: %s %s has ended; %s came of it"), line, d->key,
			d->name, kin[0].department.name);
	return db_exec(db, e, revive_department, "i", d->id);
}

/* A new department counts from the first day of the fiscal year: reorganisations
 * take effect then, and the base date of this year's cycle may lie before the day. */
static bool
department_meet(struct db *db, const struct applying *w, const struct roster_row *row, struct err *e)
{
	struct department d;
	struct err none = {0};
	struct decision by = {.day = w->day, .approver = "", .reason = "", .now = w->now};
	if (!department_find(db, w->arena, row->department, w->day, &d, &none)) {
		d = (struct department){.key = row->department,
			.name = row->department_name,
			.valid_from = fiscal_year_first(fiscal_year_of(w->day))};
		return none.kind == ERR_ABSENT ? department_add(db, &d, &by, e)
					       : err_set(e, none.kind, "%s", none.text);
	}
	if (d.valid_from > w->day)
		return err_set(e, ERR_INPUT, _("line %d: %s %s did not exist yet on that day"), row->line,
			d.key, d.name);
	if (!department_revive(db, w, &d, row->line, e))
		return false;
	if (strcmp(d.name, row->department_name) == 0)
		return true;
	d.name = row->department_name;
	return department_term_add(db, &d, &by, e);
}

static bool
departments_meet(struct db *db, const struct applying *w, struct err *e)
{
	const char *last = "";
	for (size_t i = 0; i < w->roster->count; i++) {
		const struct roster_row *row = &w->roster->rows[i];
		if (strcmp(row->department, last) == 0) /* rows of one department mostly stand together */
			continue;
		last = row->department;
		if (!department_meet(db, w, row, e))
			return false;
	}
	return true;
}

/* Two people may change names with each other, or a newcomer take a leaver's:
 * whoever has the name now gives it up, and gets the own one when the turn comes. */
SQL(free_login, "UPDATE account SET login = login || '#' || id"
		" WHERE login = $1 AND person_id IS NOT NULL AND person_id <> $2");
SQL(login_outside, "SELECT 1 FROM account WHERE login = $1 AND person_id IS NULL");
SQL(save_account, "INSERT INTO account (login, person_id, roles, created_at) VALUES ($1, $2, $3, $4)"
		  " ON CONFLICT (person_id) DO UPDATE SET login = excluded.login, roles = excluded.roles,"
		  " active = 1");

static bool
login_free(struct db *db, const char *login, int64_t person_id, int line, struct err *e)
{
	struct rows r;
	if (!db_exec(db, e, free_login, "si", login, person_id) ||
		!db_query(db, &r, e, login_outside, "s", login))
		return false;
	bool taken = rows_next(&r);
	if (!rows_end(&r, e))
		return false;
	return !taken || err_set(e, ERR_INPUT,
				 _("line %d: the sign-in name %s belongs to an account outside the roster"),
				 line, login);
}

static bool
row_post(struct db *db, const struct applying *w, int64_t person_id, const struct roster_row *row,
	struct err *e)
{
	struct department d;
	return department_find(db, w->arena, row->department, w->day, &d, e) &&
	       post_change(db, person_id, d.id, "", w->day, e);
}

static bool
row_apply(struct db *db, const struct applying *w, const struct roster_row *row, struct err *e)
{
	struct person p = {
		.number = row->number, .name = row->name, .kana = row->kana, .kind = row->kind, .mail = ""};
	unsigned roles = row->roles != 0 ? row->roles : ROLE_STAFF;
	const char *login = roster_login(row);
	return person_save(db, &p, e) && row_post(db, w, p.id, row, e) &&
	       login_free(db, login, p.id, row->line, e) &&
	       db_exec(db, e, save_account, "siii", login, p.id, (int64_t)roles, w->now);
}

static bool
row_leaves(struct db *db, const struct applying *w, const struct roster_row *row, struct err *e)
{
	struct person p;
	return person_by_number(db, w->arena, row->number, &p, e) &&
	       person_leave(db, p.id, w->day - 1, w->now, e);
}

/* A department that has lost its last person ended the day before. */
SQL(end_empty, "UPDATE department SET valid_to = CASE WHEN valid_from > $2 THEN valid_from ELSE $2 END"
	       " WHERE key = $1 AND valid_to IS NULL AND NOT EXISTS (SELECT 1 FROM post o"
	       " WHERE o.department_id = department.id AND (o.valid_to IS NULL OR o.valid_to > $2))");

static bool
departments_end(struct db *db, const struct applying *w, const struct roster_difference *list, size_t count,
	struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].before != NULL &&
			!db_exec(db, e, end_empty, "si", list[i].before->department, (int64_t)w->day - 1))
			return false;
	return true;
}

static bool
differences_apply(struct db *db, const struct applying *w, const struct roster_difference *list, size_t count,
	struct err *e)
{
	for (size_t i = 0; i < count; i++) /* leavers first: they free their sign-in names */
		if (list[i].change == ROSTER_GONE && !row_leaves(db, w, list[i].before, e))
			return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].after != NULL && !row_apply(db, w, list[i].after, e))
			return false;
	return departments_end(db, w, list, count, e);
}

bool
roster_apply(struct db *db, struct arena *a, const struct roster *r, day_t day, instant_t now, struct err *e)
{
	struct applying w = {.arena = a, .roster = r, .day = day, .now = now};
	struct roster before;
	struct roster_difference *list;
	int64_t administrators; /* a roster without the column of roles makes everyone plain staff */
	if (day > day_of_instant(now))
		return err_set(e, ERR_INPUT, _("a roster cannot count from a day in the future"));
	if (!administrators_count(db, &administrators, e) || !roster_current(db, a, day, &before, e) ||
		!departments_meet(db, &w, e))
		return false;
	size_t count = roster_compare(a, &before, r, &list);
	return differences_apply(db, &w, list, count, e) &&
	       (administrators == 0 || administrator_left(db, e));
}
