/* A roster taken over: departments, people, posts, absences and accounts. */
#include "store/organisation/people.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/jobs.h"
#include "store/organisation/account.h"

/* What is being applied. */
struct applying {
	struct arena *arena;
	const struct roster *roster;
	day_t day;
	instant_t now;
};

SQL(revive_department, "UPDATE department SET valid_to = NULL WHERE id = $1 AND valid_to < $2");

/* A new department counts from the first day of the fiscal year: reorganisations
 * take effect then, and the base date of this year's cycle may lie before the day.
 * One that comes back after it ended exists again. */
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
	if (!db_exec(db, e, revive_department, "ii", d.id, (int64_t)w->day))
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

/* ---- people ------------------------------------------------------------------------------ */

/* Who is new to the roster may be known from before: what the file lacks stays. */
SQL(known_row,
	"SELECT p.kana, p.kind, coalesce(a.login, p.number), coalesce(a.roles, 1), p.mail, p.joined_day"
	" FROM person p LEFT JOIN account a ON a.person_id = p.id WHERE p.number = $1");

static bool
newcomer_complete(struct db *db, const struct applying *w, struct roster_row *row, bool *known, struct err *e)
{
	struct rows r;
	struct roster_row was = {.number = row->number};
	if (!db_query(db, &r, e, known_row, "s", row->number))
		return false;
	*known = rows_next(&r);
	if (*known) {
		was.kana = row_text(&r, 0, w->arena);
		was.kind = row_text(&r, 1, w->arena);
		was.login = row_text(&r, 2, w->arena);
		was.roles = (unsigned)row_int(&r, 3);
		was.mail = row_text(&r, 4, w->arena);
		was.joined = (day_t)row_int(&r, 5);
		roster_complete(row, &was, w->roster->lacks);
	}
	return rows_end(&r, e);
}

static const char *
text_or_none(const char *text)
{
	return text != NULL ? text : "";
}

/* Whoever was to leave and stays after all keeps the post that would have ended. */
SQL(reopen_posts, "UPDATE post SET valid_to = NULL WHERE person_id = $1 AND valid_to = $2"
		  " AND NOT EXISTS (SELECT 1 FROM post o WHERE o.person_id = $1 AND o.valid_from > $2)");

static bool
person_keep(struct db *db, const struct applying *w, const struct roster_row *row, int64_t *id, struct err *e)
{
	struct person was;
	struct err none = {0};
	bool there = person_by_number(db, w->arena, row->number, &was, &none);
	struct person p = {.number = row->number,
		.name = row->name,
		.kana = text_or_none(row->kana),
		.kind = text_or_none(row->kind),
		.mail = text_or_none(row->mail),
		.joined_day = row->joined};
	if (!person_save(db, &p, e))
		return false;
	*id = p.id;
	return !there || was.left_day < w->day ||
	       db_exec(db, e, reopen_posts, "ii", p.id, (int64_t)was.left_day);
}

/* A newcomer whose day of hiring is known has been in this post since then; the department may be younger. */
static day_t
post_begin(const struct applying *w, const struct roster_row *row, bool known, const struct department *d)
{
	day_t day = row->joined > w->day || (!known && row->joined != 0) ? row->joined : w->day;
	return day > d->valid_from ? day : d->valid_from;
}

static bool
further_end(struct db *db, const struct post *o, const char **codes, size_t count, day_t day, struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(codes[i], o->department_key) == 0)
			return true;
	return post_end(db, o->person_id, o->department_id, day, e);
}

static bool
post_holds(const struct post *o, day_t day)
{
	return o->valid_from <= day && (o->valid_to == 0 || o->valid_to >= day);
}

/* Further posts: those the row does not name any more end, those it newly names begin. */
static bool
row_further(struct db *db, const struct applying *w, int64_t id, const struct roster_row *row, day_t day,
	struct err *e)
{
	struct post *posts;
	const char **codes;
	size_t post_count, count = roster_concurrent(w->arena, row, &codes);
	if (!posts_of_person(db, w->arena, id, &posts, &post_count, e))
		return false;
	for (size_t i = 0; i < post_count; i++)
		if (!posts[i].main && post_holds(&posts[i], day) &&
			!further_end(db, &posts[i], codes, count, day, e))
			return false;
	for (size_t i = 0; i < count; i++) {
		struct department d;
		size_t k = 0;
		while (k < post_count && (posts[k].main || !post_holds(&posts[k], day) ||
						 strcmp(posts[k].department_key, codes[i]) != 0))
			k++;
		if (k < post_count)
			continue;
		if (!department_find(db, w->arena, codes[i], w->day, &d, e) ||
			!post_add(db, id, d.id, "", day, e))
			return false;
	}
	return true;
}

static bool
row_posts(struct db *db, const struct applying *w, int64_t id, const struct roster_row *row, bool known,
	struct err *e)
{
	struct department d;
	if (!department_find(db, w->arena, row->department, w->day, &d, e))
		return false;
	day_t day = post_begin(w, row, known, &d);
	return post_change(db, id, d.id, text_or_none(row->title), day, e) &&
	       row_further(db, w, id, row, day, e);
}

/* Only an absence that differs from the known one changes anything; one that is not named any more ended. */
static bool
row_absence(struct db *db, const struct applying *w, int64_t id, const struct roster_row *was,
	const struct roster_row *row, struct err *e)
{
	struct absence b = {row->absent_from, row->absent_to, text_or_none(row->absence)};
	if (was != NULL && was->absent_from != 0 && was->absent_from != row->absent_from) {
		struct absence old = {was->absent_from, w->day - 1, text_or_none(was->absence)};
		if (old.from_day < w->day ? !absence_save(db, id, &old, e)
					  : !absence_drop(db, id, old.from_day, e))
			return false;
	}
	return b.from_day == 0 || absence_save(db, id, &b, e);
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
row_account(struct db *db, const struct applying *w, int64_t id, const struct roster_row *row, struct err *e)
{
	const char *login = roster_login(row);
	unsigned roles = row->roles != 0 ? row->roles : ROLE_STAFF;
	return login_free(db, login, id, row->line, e) &&
	       db_exec(db, e, save_account, "siii", login, id, (int64_t)roles, w->now);
}

static bool
difference_apply(struct db *db, const struct applying *w, const struct roster_difference *d, struct err *e)
{
	int64_t id = 0;
	struct roster_row row = *d->after;
	bool known = true;
	return (d->before != NULL || newcomer_complete(db, w, &row, &known, e)) &&
	       person_keep(db, w, &row, &id, e) && row_posts(db, w, id, &row, known, e) &&
	       row_absence(db, w, id, d->before, &row, e) && row_account(db, w, id, &row, e) &&
	       (row.left == 0 || person_leave(db, id, row.left, w->now, e));
}

static bool
row_leaves(struct db *db, const struct applying *w, const struct roster_row *row, struct err *e)
{
	struct person p;
	return person_by_number(db, w->arena, row->number, &p, e) &&
	       person_leave(db, p.id, w->day - 1, w->now, e);
}

/* ---- the whole ------------------------------------------------------------------------------ */

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
		if (list[i].after != NULL && !difference_apply(db, w, &list[i], e))
			return false;
	return departments_end(db, w, list, count, e);
}

static bool
fits(struct db *db, const struct applying *w, struct err *e)
{
	struct faults f = {.arena = w->arena};
	if (!roster_fits(db, w->arena, w->roster, w->day, w->now, "", &f, e))
		return false;
	if (f.count == 0)
		return true;
	return f.items[0].line > 0 ? err_set(e, ERR_INPUT, _("line %d: %s"), f.items[0].line, f.items[0].text)
				   : err_set(e, ERR_INPUT, "%s", f.items[0].text);
}

bool
roster_apply(struct db *db, struct arena *a, const struct roster *r, day_t day, instant_t now, struct err *e)
{
	struct applying w = {.arena = a, .roster = r, .day = day, .now = now};
	struct roster before;
	struct roster_difference *list;
	int64_t administrators; /* a roster may take their role from all who have it */
	if (!organisation_free(db, e) || !administrators_count(db, &administrators, e) || !roster_current(db, a, day, &before, e) ||
		!fits(db, &w, e) || !departments_meet(db, &w, e))
		return false;
	size_t count = roster_compare(a, &before, r, &list);
	return differences_apply(db, &w, list, count, e) &&
	       (administrators == 0 || administrator_left(db, e));
}
