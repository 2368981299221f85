/* The people of a day as a roster, and what a new roster must agree with. */
#include "store/organisation/people.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"

/* Whoever has a main post on the day, and whoever is known to be hired only after it. */
SQL(current_roster,
	"SELECT p.number, p.name, p.kana, p.kind, d.key, t.name, coalesce(a.login, p.number),"
	" coalesce(a.roles, 1), p.mail, o.title, (SELECT group_concat(key, ' ') FROM (SELECT f.key FROM post "
	"c"
	" JOIN department f ON f.id = c.department_id WHERE c.person_id = p.id AND c.main = 0"
	" AND c.valid_from <= max($1, o.valid_from) AND (c.valid_to IS NULL OR c.valid_to >= $1)"
	" ORDER BY f.key)), p.joined_day, p.left_day, b.from_day, b.to_day, b.reason, o.valid_from > $1"
	" FROM person p JOIN post o ON o.person_id = p.id AND o.main = 1"
	" AND (o.valid_to IS NULL OR o.valid_to >= $1)"
	" AND (o.valid_from <= $1 OR (p.joined_day > $1 AND o.valid_from = p.joined_day))"
	" JOIN department d ON d.id = o.department_id" TERM_ON(
		"t", "d.id", "max($1, d.valid_from)") " LEFT JOIN account a ON a.person_id = p.id"
						      " LEFT JOIN absence b ON b.person_id = p.id"
						      " AND b.from_day = (SELECT min(from_day) FROM absence"
						      " WHERE person_id = p.id AND (to_day IS NULL OR to_day "
						      ">= $1))"
						      " ORDER BY t.ord, d.id, p.number");

static struct roster_row
row_read(struct rows *r, struct arena *a)
{
	return (struct roster_row){.number = row_text(r, 0, a),
		.name = row_text(r, 1, a),
		.kana = row_text(r, 2, a),
		.kind = row_text(r, 3, a),
		.department = row_text(r, 4, a),
		.department_name = row_text(r, 5, a),
		.login = row_text(r, 6, a),
		.roles = (unsigned)row_int(r, 7),
		.mail = row_text(r, 8, a),
		.title = row_text(r, 9, a),
		.concurrent = row_text(r, 10, a),
		.joined = (day_t)row_int(r, 11),
		.left = (day_t)row_int(r, 12),
		.absent_from = (day_t)row_int(r, 13),
		.absent_to = (day_t)row_int(r, 14),
		.absence = row_text(r, 15, a),
		.later = row_int(r, 16) != 0};
}

bool
roster_current(struct db *db, struct arena *a, day_t day, struct roster *out, struct err *e)
{
	struct rows r;
	*out = (struct roster){.charset = "UTF-8"};
	if (!db_query(db, &r, e, current_roster, "i", (int64_t)day))
		return false;
	while (rows_next(&r)) {
		out->rows = ARENA_PUSH(a, out->rows, out->count);
		out->rows[out->count++] = row_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(count_people, "SELECT count(*) FROM post WHERE main = 1 AND valid_from <= $1"
		  " AND (valid_to IS NULL OR valid_to >= $1)");

bool
people_count(struct db *db, day_t day, int64_t *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_people, "i", (int64_t)day))
		return false;
	*out = rows_next(&r) ? row_int(&r, 0) : 0;
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

/* ---- what does not fit ------------------------------------------------------------------ */

struct fitting {
	struct db *db;
	struct arena *arena;
	const struct roster *roster;
	const char *name;
	day_t day;
	struct faults *f;
	const char **codes; /* of main departments, in order */
};

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A department of the file may be new, or come back after it ended, unless others came of it. */
static bool
main_fits(struct fitting *w, const struct roster_row *row, const struct department *d, struct err *e)
{
	struct kin *kin;
	size_t count;
	if (d->valid_from > w->day)
		fault_add(
			w->f, w->name, row->line, _("%s %s did not exist yet on that day"), d->key, d->name);
	if (d->valid_to == 0 || d->valid_to >= w->day)
		return true;
	if (!department_kin(w->db, w->arena, d->id, true, &kin, &count, e))
		return false;
	if (count > 0)
		fault_add(w->f, w->name, row->line, _("%s %s has ended; %s came of it"), d->key, d->name,
			kin[0].department.name);
	return true;
}

static bool
code_fits(struct fitting *w, const struct roster_row *row, const char *code, bool main, struct err *e)
{
	struct department d;
	struct err none = {0};
	bool lives = department_find(w->db, w->arena, code, w->day, &d, &none);
	if (!lives && none.kind != ERR_ABSENT)
		return err_set(e, none.kind, "%s", none.text);
	if (main)
		return !lives || main_fits(w, row, &d, e);
	lives = lives && d.valid_from <= w->day && (d.valid_to == 0 || d.valid_to >= w->day);
	if (!lives && bsearch(&code, w->codes, w->roster->count, sizeof code, by_text) == NULL)
		fault_add(w->f, w->name, row->line, _("%s: there is no department %s on that day"),
			roster_title(ROSTER_CONCURRENT), code);
	return true;
}

static bool
row_fits(struct fitting *w, const struct roster_row *row, bool first, struct err *e)
{
	const char **codes;
	if (first && !code_fits(w, row, row->department, true, e))
		return false;
	size_t count = roster_concurrent(w->arena, row, &codes);
	for (size_t i = 0; i < count; i++)
		if (!code_fits(w, row, codes[i], false, e))
			return false;
	if (row->left != 0 && row->left < w->day)
		fault_add(w->f, w->name, row->line, _("%s left before the day from which the roster counts"),
			row->name);
	return true;
}

bool
roster_fits(struct db *db, struct arena *a, const struct roster *r, day_t day, instant_t now,
	const char *name, struct faults *f, struct err *e)
{
	struct fitting w = {.db = db, .arena = a, .roster = r, .name = name, .day = day, .f = f};
	w.codes = ARENA_ARRAY(a, const char *, r->count + 1);
	if (day > day_of_instant(now))
		fault_add(f, name, 0, _("a roster cannot count from a day in the future"));
	for (size_t i = 0; i < r->count; i++)
		w.codes[i] = r->rows[i].department;
	if (r->count > 0)
		qsort(w.codes, r->count, sizeof *w.codes, by_text);
	for (size_t i = 0; i < r->count; i++) {
		const struct roster_row *row = &r->rows[i];
		bool first = i == 0 || strcmp(r->rows[i - 1].department, row->department) != 0;
		if (!row_fits(&w, row, first, e))
			return false;
	}
	return true;
}
