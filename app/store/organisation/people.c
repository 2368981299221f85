/* Persons and their absences. Their posts are in posts.c. */
#include "store/organisation/people.h"

#include "base/words.h"

#define PERSON_COLUMNS "SELECT id, number, name, kana, kind, mail, joined_day, left_day FROM person "

static bool
person_one(struct rows *r, struct arena *a, struct person *out, bool *found, struct err *e)
{
	*found = rows_next(r);
	if (*found)
		*out = (struct person){.id = row_int(r, 0),
			.number = row_text(r, 1, a),
			.name = row_text(r, 2, a),
			.kana = row_text(r, 3, a),
			.kind = row_text(r, 4, a),
			.mail = row_text(r, 5, a),
			.joined_day = (day_t)row_int(r, 6),
			.left_day = (day_t)row_int(r, 7)};
	return rows_end(r, e);
}

SQL(find_person, PERSON_COLUMNS "WHERE id = $1");

bool
person_find(struct db *db, struct arena *a, int64_t id, struct person *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_person, "i", id) || !person_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such person"));
}

SQL(find_number, PERSON_COLUMNS "WHERE number = $1");

bool
person_by_number(struct db *db, struct arena *a, const char *number, struct person *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_number, "s", number) || !person_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no staff number %s"), number);
}

SQL(save_person,
	"INSERT INTO person (number, name, kana, kind, mail, joined_day, left_day)"
	" VALUES ($1, $2, $3, $4, $5, nullif($6, 0), nullif($7, 0)) ON CONFLICT (number) DO UPDATE SET"
	" name = excluded.name, kana = excluded.kana, kind = excluded.kind, mail = excluded.mail,"
	" joined_day = excluded.joined_day, left_day = excluded.left_day RETURNING id");

bool
person_save(struct db *db, struct person *p, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, save_person, "sssssii", p->number, p->name, p->kana, p->kind, p->mail,
		    (int64_t)p->joined_day, (int64_t)p->left_day))
		return false;
	if (rows_next(&r))
		p->id = row_int(&r, 0);
	return rows_end(&r, e);
}

/* ---- absences --------------------------------------------------------------------------- */

SQL(list_absences,
	"SELECT from_day, to_day, reason FROM absence WHERE person_id = $1 ORDER BY from_day DESC");

bool
absences_of_person(
	struct db *db, struct arena *a, int64_t person_id, struct absence **out, size_t *count, struct err *e)
{
	struct rows r;
	struct absence *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_absences, "i", person_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] =
			(struct absence){(day_t)row_int(&r, 0), (day_t)row_int(&r, 1), row_text(&r, 2, a)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(save_absence,
	"INSERT INTO absence (person_id, from_day, to_day, reason) VALUES ($1, $2, nullif($3, 0), $4)"
	" ON CONFLICT (person_id, from_day) DO UPDATE SET to_day = excluded.to_day,"
	" reason = excluded.reason");

bool
absence_save(struct db *db, int64_t person_id, const struct absence *b, struct err *e)
{
	if (b->to_day != 0 && b->to_day < b->from_day)
		return err_set(e, ERR_INPUT, _("an absence ends before it begins"));
	return db_exec(
		db, e, save_absence, "iiis", person_id, (int64_t)b->from_day, (int64_t)b->to_day, b->reason);
}

SQL(drop_absence, "DELETE FROM absence WHERE person_id = $1 AND from_day = $2");

bool
absence_drop(struct db *db, int64_t person_id, day_t from, struct err *e)
{
	if (!db_exec(db, e, drop_absence, "ii", person_id, (int64_t)from))
		return false;
	return db_changes(db) > 0 || err_set(e, ERR_ABSENT, _("there is no such absence"));
}

SQL(list_names, "SELECT name FROM person");

bool
names_of_people(struct db *db, struct arena *a, struct names **out, struct err *e)
{
	struct rows r;
	*out = names_create(a);
	if (!db_query(db, &r, e, list_names, ""))
		return false;
	while (rows_next(&r))
		names_add(*out, row_peek(&r, 0, NULL));
	return rows_end(&r, e);
}
