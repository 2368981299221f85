#include "store/once.h"

enum { REMEMBERED = 7 * 86400 };

SQL(find_sent, "SELECT result FROM form_sent WHERE mark = $1");

bool
once_find(struct db *db, const char *mark, bool *found, int64_t *result, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_sent, "s", mark))
		return false;
	*found = rows_next(&r);
	if (*found)
		*result = row_int(&r, 0);
	return rows_end(&r, e);
}

SQL(forget_sent, "DELETE FROM form_sent WHERE at < $1");
SQL(insert_sent, "INSERT INTO form_sent (mark, account_id, at, result) VALUES ($1, $2, $3, $4)");

bool
once_add(struct db *db, const char *mark, int64_t account_id, int64_t result, instant_t now, struct err *e)
{
	return db_exec(db, e, forget_sent, "i", now - REMEMBERED) &&
	       db_exec(db, e, insert_sent, "siii", mark, account_id, now, result);
}
