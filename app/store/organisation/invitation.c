/* One-time links to set a password: the token leaves the program once, its digest stays. */
#include "store/organisation/account.h"

#include "base/words.h"
#include "store/organisation/people.h"

SQL(insert_invitation, "INSERT INTO invitation (digest, account_id, expires_at) VALUES ($1, $2, $3)");
SQL(drop_invitations, "DELETE FROM invitation WHERE account_id = $1 AND used_at IS NULL");

/* A new link makes the earlier ones that nobody used worthless. */
bool
invitation_create(struct db *db, int64_t account_id, instant_t now, char token[TOKEN_SIZE], struct err *e)
{
	char digest[DIGEST_SIZE];
	token_make(token);
	token_digest(token, digest);
	return db_exec(db, e, drop_invitations, "i", account_id) &&
	       db_exec(db, e, insert_invitation, "sii", digest, account_id, now + INVITATION_SECONDS);
}

SQL(list_uninvited,
	"SELECT a.id, coalesce(d.name, ''), coalesce(p.number, ''), coalesce(p.name, a.login), a.login"
	" FROM account a LEFT JOIN person p ON p.id = a.person_id" LATEST_POST(
		"o", "p.id", "d") " WHERE a.active = 1 AND a.password IS NULL ORDER BY coalesce(d.ord, 0), "
				  "p.number, a.id");

bool
invitations_create(
	struct db *db, struct arena *a, instant_t now, struct invited **out, size_t *count, struct err *e)
{
	struct rows r;
	struct invited *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_uninvited, ""))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct invited){.account_id = row_int(&r, 0),
			.department = row_text(&r, 1, a),
			.number = row_text(&r, 2, a),
			.name = row_text(&r, 3, a),
			.login = row_text(&r, 4, a)};
	}
	if (!rows_end(&r, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!invitation_create(db, list[i].account_id, now, list[i].token, e))
			return false;
	*out = list;
	*count = n;
	return true;
}

SQL(count_uninvited, "SELECT count(*) FROM account WHERE active = 1 AND password IS NULL");

bool
accounts_uninvited(struct db *db, size_t *count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_uninvited, ""))
		return false;
	*count = rows_next(&r) ? (size_t)row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

/* The link's account, if the link is still good. */
static bool
invitation_account(
	struct db *db, const char *sql, const char *token, instant_t now, int64_t *account_id, struct err *e)
{
	char digest[DIGEST_SIZE];
	struct rows r;
	token_digest(token, digest);
	if (!db_query(db, &r, e, sql, "si", digest, now))
		return false;
	*account_id = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e))
		return false;
	return *account_id != 0 || err_set(e, ERR_ABSENT, _("this link has been used or is no longer valid"));
}

SQL(find_invitation, "SELECT i.account_id FROM invitation i JOIN account a ON a.id = i.account_id"
		     " WHERE i.digest = $1 AND i.used_at IS NULL AND i.expires_at > $2 AND a.active = 1");

bool
invitation_find(
	struct db *db, struct arena *a, const char *token, instant_t now, struct account *out, struct err *e)
{
	int64_t account_id;
	return invitation_account(db, find_invitation, token, now, &account_id, e) &&
	       account_find(db, a, account_id, out, e);
}

SQL(use_invitation, "UPDATE invitation SET used_at = $2 WHERE digest = $1 AND used_at IS NULL"
		    " AND expires_at > $2"
		    " AND account_id IN (SELECT id FROM account WHERE active = 1) RETURNING account_id");

bool
invitation_use(struct db *db, const char *token, instant_t now, const char *password_hash, struct err *e)
{
	int64_t account_id;
	return invitation_account(db, use_invitation, token, now, &account_id, e) &&
	       account_set_password(db, account_id, password_hash, e);
}
