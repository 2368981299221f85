#include "store/organisation/account.h"

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/jobs.h"
#include "store/organisation/people.h"

#define ACCOUNT_COLUMNS                                                                                      \
	"SELECT a.id, coalesce(a.person_id, 0), coalesce(o.department_id, 0), a.login,"                      \
	" coalesce(p.name, a.login), coalesce(d.name, ''), a.roles, a.password, a.active, p.left_day"        \
	" FROM account a LEFT JOIN person p ON p.id = a.person_id" LATEST_POST("o", "p.id", "d") " "

static void
account_read(struct rows *r, struct arena *a, struct account *out)
{
	*out = (struct account){.id = row_int(r, 0),
		.person_id = row_int(r, 1),
		.department_id = row_int(r, 2),
		.login = row_text(r, 3, a),
		.name = row_text(r, 4, a),
		.department_name = row_text(r, 5, a),
		.roles = (unsigned)row_int(r, 6),
		.password = row_text(r, 7, a),
		.active = row_int(r, 8) != 0,
		.left_day = (day_t)row_int(r, 9)};
}

bool
account_usable(const struct account *a, instant_t now)
{
	return a->active && (a->left_day == 0 || day_of_instant(now) <= a->left_day);
}

SQL(find_account, ACCOUNT_COLUMNS "WHERE a.id = $1");

bool
account_find(struct db *db, struct arena *a, int64_t id, struct account *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_account, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		account_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no account %lld"), (long long)id);
}

SQL(find_login, ACCOUNT_COLUMNS "WHERE a.login = $1");

bool
account_by_login(struct db *db, struct arena *a, const char *login, struct account *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_login, "s", login))
		return false;
	bool found = rows_next(&r);
	if (found)
		account_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no sign-in name %s"), login);
}

SQL(insert_account, "INSERT INTO account (login, person_id, roles, created_at)"
		    " VALUES ($1, nullif($2, 0), $3, $4) ON CONFLICT DO NOTHING RETURNING id");

bool
account_create(struct db *db, const char *login, int64_t person_id, unsigned roles, instant_t now,
	int64_t *id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_account, "siii", login, person_id, (int64_t)roles, now))
		return false;
	bool made = rows_next(&r);
	if (made)
		*id = row_int(&r, 0);
	if (!rows_end(&r, e))
		return false;
	return made || err_set(e, ERR_CONFLICT, _("the sign-in name %s is taken"), login);
}

SQL(set_password, "UPDATE account SET password = $2 WHERE id = $1");
SQL(forget_sessions, "DELETE FROM session WHERE account_id = $1");

bool
account_set_password(struct db *db, int64_t id, const char *hash, struct err *e)
{
	if (!db_exec(db, e, set_password, "is", id, hash))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_ABSENT, _("there is no account %lld"), (long long)id);
	return db_exec(db, e, forget_sessions, "i", id);
}

SQL(set_roles, "UPDATE account SET roles = $2 WHERE id = $1");
SQL(find_of_person, "SELECT id FROM account WHERE person_id = $1 ORDER BY active DESC, id LIMIT 1");

bool
account_of_person(struct db *db, int64_t person_id, int64_t *id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_of_person, "i", person_id))
		return false;
	*id = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

SQL(count_administrators, "SELECT count(*) FROM account WHERE active = 1 AND roles & 16 <> 0");

bool
administrators_count(struct db *db, int64_t *count, struct err *e)
{
	_Static_assert(ROLE_ADMIN == 16, "the statement above counts administrators by their bit");
	struct rows r;
	if (!db_query(db, &r, e, count_administrators, ""))
		return false;
	*count = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

bool
administrator_left(struct db *db, struct err *e)
{
	int64_t count;
	if (!administrators_count(db, &count, e))
		return false;
	return count > 0 || err_set(e, ERR_CONFLICT, _("one administrator must remain"));
}

bool
account_set_roles(struct db *db, int64_t id, unsigned roles, struct err *e)
{
	if (!organisation_free(db, e) || !db_exec(db, e, set_roles, "ii", id, (int64_t)roles))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_ABSENT, _("there is no account %lld"), (long long)id);
	return administrator_left(db, e);
}

SQL(search_accounts,
	ACCOUNT_COLUMNS "WHERE $1 = '' OR a.login LIKE '%' || $1 || '%' OR p.number LIKE '%' || $1 || '%'"
			" OR p.name LIKE '%' || $1 || '%' OR p.kana LIKE '%' || $1 || '%'"
			" ORDER BY p.number IS NOT NULL, p.number, a.id LIMIT $2 OFFSET $3");

bool
accounts_search(struct db *db, struct arena *a, const char *words, int skip, int most, struct account **out,
	size_t *count, struct err *e)
{
	struct rows r;
	struct account *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, search_accounts, "sii", words, (int64_t)most, (int64_t)skip))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		account_read(&r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}
