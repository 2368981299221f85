/* Signed-in browsers: tokens leave the program once, their digests stay. */
#include "store/organisation/account.h"

#include "base/words.h"

SQL(insert_session, "INSERT INTO session (digest, account_id, form_key, created_at, expires_at)"
		    " VALUES ($1, $2, $3, $4, $5)");

bool
session_create(struct db *db, int64_t account_id, instant_t now, char token[TOKEN_SIZE], struct err *e)
{
	char digest[DIGEST_SIZE], form_key[TOKEN_SIZE];
	token_make(token);
	token_make(form_key);
	token_digest(token, digest);
	return db_exec(
		db, e, insert_session, "sisii", digest, account_id, form_key, now, now + SESSION_SECONDS);
}

SQL(find_session, "SELECT account_id, form_key, expires_at, ended_at FROM session WHERE digest = $1");

bool
session_find(struct db *db, struct arena *a, const char *token, struct session *out, struct err *e)
{
	char digest[DIGEST_SIZE];
	token_digest(token, digest);
	struct rows r;
	if (!db_query(db, &r, e, find_session, "s", digest))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = (struct session){.account_id = row_int(&r, 0),
			.form_key = row_text(&r, 1, a),
			.expires_at = row_int(&r, 2),
			.ended_at = row_int(&r, 3)};
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such session"));
}

SQL(end_session, "UPDATE session SET ended_at = $2 WHERE digest = $1 AND ended_at IS NULL");

bool
session_end(struct db *db, const char *token, instant_t now, struct err *e)
{
	char digest[DIGEST_SIZE];
	token_digest(token, digest);
	return db_exec(db, e, end_session, "si", digest, now);
}

SQL(drop_sessions, "DELETE FROM session WHERE expires_at < $1");

bool
sessions_forget(struct db *db, instant_t now, struct err *e)
{
	return db_exec(db, e, drop_sessions, "i", now - SESSION_REMEMBERED);
}
