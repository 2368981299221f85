/* The roster against the people of today. */
#include "store/people.h"

#include <string.h>

#include "base/words.h"
#include "domain/fiscal.h"
#include "domain/role.h"
#include "store/account.h"

SQL(current_roster,
	"SELECT p.number, p.name, p.kana, p.kind, d.key, d.name, coalesce(a.login, p.number),"
	" coalesce(a.roles, 1) FROM person p JOIN department d ON d.id = p.department_id"
	" LEFT JOIN account a ON a.person_id = p.id WHERE p.active = 1 ORDER BY d.ord, d.id, p.number");

bool
roster_current(struct db *db, struct arena *a, struct roster *out, struct err *e)
{
	struct rows r;
	*out = (struct roster){.charset = "UTF-8"};
	if (!db_query(db, &r, e, current_roster, ""))
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

/* A department that comes back after it ended exists again. A new one counts from
 * the first day of the fiscal year: reorganisations take effect then, and the
 * base date of this year's cycle may lie before the day of the import. */
SQL(meet_department, "INSERT INTO department (key, name, ord, valid_from) SELECT $1, $2,"
		     " coalesce(max(ord), 0) + 1, $3 FROM department WHERE true"
		     " ON CONFLICT (key) DO UPDATE SET name = excluded.name, valid_to = NULL");

static bool
departments_meet(struct db *db, const struct roster *r, instant_t now, struct err *e)
{
	int64_t first = fiscal_year_first(fiscal_year_of(day_of_instant(now)));
	const char *last = "";
	for (size_t i = 0; i < r->count; i++) {
		const struct roster_row *row = &r->rows[i];
		if (strcmp(row->department, last) == 0) /* rows of one department mostly stand together */
			continue;
		last = row->department;
		if (!db_exec(db, e, meet_department, "ssi", row->department, row->department_name, first))
			return false;
	}
	return true;
}

SQL(save_person, "INSERT INTO person (number, name, kana, kind, department_id)"
		 " SELECT $1, $2, $3, $4, id FROM department WHERE key = $5"
		 " ON CONFLICT (number) DO UPDATE SET name = excluded.name, kana = excluded.kana,"
		 " kind = excluded.kind, department_id = excluded.department_id, active = 1 RETURNING id");

static bool
person_save(struct db *db, const struct roster_row *row, int64_t *id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, save_person, "sssss", row->number, row->name, row->kana, row->kind,
		    row->department))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e);
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
row_apply(struct db *db, const struct roster_row *row, instant_t now, struct err *e)
{
	int64_t person_id = 0;
	const char *login = row->login[0] != '\0' ? row->login : row->number;
	unsigned roles = row->roles != 0 ? row->roles : ROLE_STAFF;
	return person_save(db, row, &person_id, e) && login_free(db, login, person_id, row->line, e) &&
	       db_exec(db, e, save_account, "siii", login, person_id, (int64_t)roles, now);
}

SQL(person_leaves, "UPDATE person SET active = 0 WHERE number = $1");
SQL(account_leaves, "UPDATE account SET active = 0"
		    " WHERE person_id IN (SELECT id FROM person WHERE number = $1)");
SQL(sessions_leave, "UPDATE session SET ended_at = $2 WHERE ended_at IS NULL AND account_id IN"
		    " (SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.number = $1)");

static bool
person_leave(struct db *db, const char *number, instant_t now, struct err *e)
{
	return db_exec(db, e, person_leaves, "s", number) && db_exec(db, e, account_leaves, "s", number) &&
	       db_exec(db, e, sessions_leave, "si", number, now);
}

/* A department that has lost its last person ended the day before. */
SQL(end_department, "UPDATE department SET valid_to = CASE WHEN valid_from > $2 THEN valid_from ELSE $2 END"
		    " WHERE key = $1 AND valid_to IS NULL AND NOT EXISTS"
		    " (SELECT 1 FROM person p WHERE p.department_id = department.id AND p.active = 1)");

static bool
departments_end(
	struct db *db, const struct roster_difference *list, size_t count, instant_t now, struct err *e)
{
	int64_t yesterday = day_of_instant(now) - 1;
	for (size_t i = 0; i < count; i++)
		if (list[i].before != NULL &&
			!db_exec(db, e, end_department, "si", list[i].before->department, yesterday))
			return false;
	return true;
}

bool
roster_apply(struct db *db, struct arena *a, const struct roster *r, instant_t now, struct err *e)
{
	struct roster before;
	struct roster_difference *list;
	int64_t administrators; /* a roster without the column of roles makes everyone plain staff */
	if (!administrators_count(db, &administrators, e) || !roster_current(db, a, &before, e) ||
		!departments_meet(db, r, now, e))
		return false;
	size_t count = roster_compare(a, &before, r, &list);
	for (size_t i = 0; i < count; i++) /* leavers first: they free their sign-in names */
		if (list[i].change == ROSTER_GONE && !person_leave(db, list[i].before->number, now, e))
			return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].after != NULL && !row_apply(db, list[i].after, now, e))
			return false;
	return departments_end(db, list, count, now, e) && (administrators == 0 || administrator_left(db, e));
}
