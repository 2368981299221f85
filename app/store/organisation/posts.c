/* Who belongs where from when to when. */
#include "store/organisation/people.h"

#include <string.h>

#include "base/words.h"

SQL(list_posts,
	"SELECT o.id, o.person_id, o.department_id, o.main, o.title, o.valid_from, o.valid_to, d.key, t.name"
	" FROM post o JOIN department d ON d.id = o.department_id" TERM_ON(
		"t", "d.id", "max(o.valid_from, d.valid_from)") " WHERE o.person_id = $1"
								" ORDER BY o.valid_from DESC, o.main DESC, "
								"o.id");

bool
posts_of_person(
	struct db *db, struct arena *a, int64_t person_id, struct post **out, size_t *count, struct err *e)
{
	struct rows r;
	struct post *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_posts, "i", person_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct post){.id = row_int(&r, 0),
			.person_id = row_int(&r, 1),
			.department_id = row_int(&r, 2),
			.main = row_int(&r, 3) != 0,
			.title = row_text(&r, 4, a),
			.valid_from = (day_t)row_int(&r, 5),
			.valid_to = (day_t)row_int(&r, 6),
			.department_key = row_text(&r, 7, a),
			.department_name = row_text(&r, 8, a)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(list_department_people,
	"SELECT DISTINCT p.number, p.name FROM person p JOIN post o ON o.person_id = p.id"
	" WHERE o.department_id = $1 AND o.valid_from <= $2 AND (o.valid_to IS NULL OR o.valid_to >= $2)"
	" ORDER BY p.number");

bool
department_people(struct db *db, struct arena *a, int64_t department_id, day_t day,
	struct department_person **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_department_people, "ii", department_id, (int64_t)day))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] =
			(struct department_person){.number = row_text(&r, 0, a), .name = row_text(&r, 1, a)};
	}
	return rows_end(&r, e);
}

/* Until when the main post of that day goes, or could go: 0 without end. */
SQL(find_main, "SELECT id, department_id, title, valid_from, coalesce(valid_to, 0) FROM post"
	       " WHERE person_id = $1 AND main = 1 AND valid_from <= $2"
	       " AND (valid_to IS NULL OR valid_to >= $2) ORDER BY valid_from DESC LIMIT 1");
SQL(find_next, "SELECT coalesce(min(valid_from) - 1, 0) FROM post"
	       " WHERE person_id = $1 AND main = 1 AND valid_from > $2");

static bool
main_find(struct db *db, struct arena *a, int64_t person_id, day_t day, struct post *out, struct err *e)
{
	struct rows r;
	*out = (struct post){0};
	if (!db_query(db, &r, e, find_main, "ii", person_id, (int64_t)day))
		return false;
	if (rows_next(&r))
		*out = (struct post){.id = row_int(&r, 0),
			.department_id = row_int(&r, 1),
			.title = row_text(&r, 2, a),
			.valid_from = (day_t)row_int(&r, 3),
			.valid_to = (day_t)row_int(&r, 4)};
	if (!rows_end(&r, e))
		return false;
	if (out->id != 0)
		return true;
	if (!db_query(db, &r, e, find_next, "ii", person_id, (int64_t)day))
		return false;
	out->valid_to = rows_next(&r) ? (day_t)row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

/* The next post is the same one, and only began earlier than was known. */
SQL(begin_earlier,
	"UPDATE post SET valid_from = $5 WHERE person_id = $1 AND department_id = $2 AND title = $3"
	" AND main = 1 AND valid_from = $4");

static bool
next_begins(struct db *db, int64_t person_id, int64_t department_id, const char *title, day_t day, day_t next,
	bool *ok, struct err *e)
{
	*ok = db_exec(
		db, e, begin_earlier, "iisii", person_id, department_id, title, (int64_t)next, (int64_t)day);
	return *ok && db_changes(db) > 0;
}

SQL(replace_post, "UPDATE post SET department_id = $2, title = $3 WHERE id = $1");
SQL(close_post, "UPDATE post SET valid_to = $2 WHERE id = $1");
SQL(insert_post, "INSERT INTO post (person_id, department_id, main, title, valid_from, valid_to)"
		 " VALUES ($1, $2, $3, $4, $5, nullif($6, 0))");

bool
post_change(
	struct db *db, int64_t person_id, int64_t department_id, const char *title, day_t day, struct err *e)
{
	struct arena *a = arena_create();
	struct post now;
	bool ok = main_find(db, a, person_id, day, &now, e);
	if (ok && now.id != 0 && now.department_id == department_id && strcmp(now.title, title) == 0)
		;
	else if (ok && now.id != 0 && now.valid_from == day)
		ok = db_exec(db, e, replace_post, "iis", now.id, department_id, title);
	else if (ok && now.id == 0 && now.valid_to != 0 &&
		 next_begins(db, person_id, department_id, title, day, now.valid_to + 1, &ok, e))
		;
	else
		ok = ok && (now.id == 0 || db_exec(db, e, close_post, "ii", now.id, (int64_t)day - 1)) &&
		     db_exec(db, e, insert_post, "iiisii", person_id, department_id, INT64_C(1), title,
			     (int64_t)day, (int64_t)now.valid_to);
	arena_destroy(a);
	return ok;
}

SQL(holds_post, "SELECT 1 FROM post WHERE person_id = $1 AND department_id = $2"
		" AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)");

bool
post_add(struct db *db, int64_t person_id, int64_t department_id, const char *title, day_t day, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, holds_post, "iii", person_id, department_id, (int64_t)day))
		return false;
	bool holds = rows_next(&r);
	if (!rows_end(&r, e))
		return false;
	if (holds)
		return err_set(e, ERR_CONFLICT, _("this person has a post in that department already"));
	return db_exec(db, e, insert_post, "iiisii", person_id, department_id, INT64_C(0), title,
		(int64_t)day, INT64_C(0));
}

/* What would have begun on that very day never was. */
SQL(drop_further,
	"DELETE FROM post WHERE person_id = $1 AND department_id = $2 AND main = 0 AND valid_from = $3");
SQL(end_further, "UPDATE post SET valid_to = $3 - 1 WHERE person_id = $1 AND department_id = $2 AND main = 0"
		 " AND valid_from < $3 AND (valid_to IS NULL OR valid_to >= $3)");

bool
post_end(struct db *db, int64_t person_id, int64_t department_id, day_t day, struct err *e)
{
	if (!db_exec(db, e, drop_further, "iii", person_id, department_id, (int64_t)day))
		return false;
	int64_t dropped = db_changes(db);
	if (!db_exec(db, e, end_further, "iii", person_id, department_id, (int64_t)day))
		return false;
	return dropped + db_changes(db) > 0 ||
	       err_set(e, ERR_ABSENT, _("this person has no further post in that department"));
}

/* Posts that began later go over as they are; those that hold are cut in two. Nobody holds two in one
 * department: a further post ends where the person is at home already. */
SQL(transfer_later, "UPDATE post SET department_id = $2 WHERE department_id = $1 AND valid_from >= $3");
SQL(transfer_held, "INSERT INTO post (person_id, department_id, main, title, valid_from, valid_to)"
		   " SELECT person_id, $2, main, title, $3, valid_to FROM post WHERE department_id = $1"
		   " AND valid_from < $3 AND (valid_to IS NULL OR valid_to >= $3)");
SQL(transfer_close, "UPDATE post SET valid_to = $2 - 1 WHERE department_id = $1"
		    " AND valid_from < $2 AND (valid_to IS NULL OR valid_to >= $2)");
SQL(transfer_doubles, "DELETE FROM post WHERE department_id = $1 AND main = 0 AND valid_from = $2"
		      " AND EXISTS (SELECT 1 FROM post o WHERE o.person_id = post.person_id"
		      " AND o.department_id = $1 AND o.id <> post.id AND (o.main = 1 OR o.id < post.id)"
		      " AND o.valid_from <= $2 AND (o.valid_to IS NULL OR o.valid_to >= $2))");

bool
posts_transfer(struct db *db, int64_t from, int64_t to, day_t day, struct err *e)
{
	return db_exec(db, e, transfer_later, "iii", from, to, (int64_t)day) &&
	       db_exec(db, e, transfer_held, "iii", from, to, (int64_t)day) &&
	       db_exec(db, e, transfer_close, "ii", from, (int64_t)day) &&
	       db_exec(db, e, transfer_doubles, "ii", to, (int64_t)day);
}

/* A post that would have begun the day after never was. Who has a later one came back. */
SQL(drop_next_posts, "DELETE FROM post WHERE person_id = $1 AND valid_from = $2 + 1");
SQL(close_posts, "UPDATE post SET valid_to = $2 WHERE person_id = $1 AND valid_from <= $2"
		 " AND (valid_to IS NULL OR valid_to > $2)");
SQL(set_left, "UPDATE person SET left_day = $2 WHERE id = $1 AND NOT EXISTS"
	      " (SELECT 1 FROM post WHERE person_id = $1 AND main = 1 AND valid_from > $2)");
SQL(close_account, "UPDATE account SET active = 0 WHERE person_id = $1");
SQL(close_sessions, "UPDATE session SET ended_at = $2 WHERE ended_at IS NULL AND account_id IN"
		    " (SELECT id FROM account WHERE person_id = $1)");

bool
person_leave(struct db *db, int64_t person_id, day_t last, instant_t now, struct err *e)
{
	if (!db_exec(db, e, drop_next_posts, "ii", person_id, (int64_t)last) ||
		!db_exec(db, e, close_posts, "ii", person_id, (int64_t)last) ||
		!db_exec(db, e, set_left, "ii", person_id, (int64_t)last))
		return false;
	if (db_changes(db) == 0 || last >= day_of_instant(now))
		return true;
	return db_exec(db, e, close_account, "i", person_id) &&
	       db_exec(db, e, close_sessions, "ii", person_id, now);
}
