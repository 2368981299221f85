#include "store/cycle/cycle_years.h"

SQL(drop_years, "DELETE FROM cycle_year WHERE cycle_id = $1");
SQL(drop_year_figures, "DELETE FROM cycle_year_figure WHERE cycle_id = $1");

bool
cycle_years_drop(struct db *db, int64_t cycle_id, struct err *e)
{
	return db_exec(db, e, drop_years, "i", cycle_id) && db_exec(db, e, drop_year_figures, "i", cycle_id);
}

SQL(keep_year, "INSERT INTO cycle_year (cycle_id, set_key, department_id, year, from_cycle_id,"
	       " from_department_id, from_name, changed) VALUES ($1, $2, $3, $4, nullif($5, 0), $6, $7,"
	       " $8)");

bool
cycle_year_keep(struct db *db, const struct cycle_year_key *key, const struct cycle_year *year, struct err *e)
{
	return db_exec(db, e, keep_year, "isiiiisi", key->cycle_id, key->set_key, key->department_id,
		(int64_t)year->year, year->from_cycle_id, year->from_department_id, year->from_name,
		(int64_t)year->changed);
}

SQL(keep_year_figure, "INSERT INTO cycle_year_figure (cycle_id, set_key, department_id, year, figure,"
		      " numerator, denominator, hidden) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

bool
cycle_year_figure_keep(struct db *db, const struct cycle_year_key *key,
	const struct cycle_year_figure *figure, struct err *e)
{
	return db_exec(db, e, keep_year_figure, "isiisiii", key->cycle_id, key->set_key, key->department_id,
		(int64_t)figure->year, figure->name, figure->rate.numerator, figure->rate.denominator,
		(int64_t)figure->hidden);
}

SQL(list_years, "SELECT year, from_cycle_id, from_department_id, from_name, changed FROM cycle_year"
		" WHERE cycle_id = $1 AND set_key = $2 AND department_id = $3 ORDER BY year");

bool
cycle_years_read(struct db *db, struct arena *a, const struct cycle_year_key *key, struct cycle_year **out,
	size_t *count, struct err *e)
{
	struct rows r;
	struct cycle_year *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_years, "isi", key->cycle_id, key->set_key, key->department_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct cycle_year){.year = (int)row_int(&r, 0),
			.from_cycle_id = row_int(&r, 1),
			.from_department_id = row_int(&r, 2),
			.from_name = row_text(&r, 3, a),
			.changed = row_int(&r, 4) != 0};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(list_year_figures, "SELECT year, figure, numerator, denominator, hidden FROM cycle_year_figure"
		       " WHERE cycle_id = $1 AND set_key = $2 AND department_id = $3");

bool
cycle_year_figures_read(struct db *db, struct arena *a, const struct cycle_year_key *key,
	struct cycle_year_figure **out, size_t *count, struct err *e)
{
	struct rows r;
	struct cycle_year_figure *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_year_figures, "isi", key->cycle_id, key->set_key, key->department_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct cycle_year_figure){.year = (int)row_int(&r, 0),
			.name = row_text(&r, 1, a),
			.rate = {.numerator = row_int(&r, 2), .denominator = row_int(&r, 3)},
			.hidden = row_int(&r, 4) != 0};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(list_unkept,
	"SELECT c.id FROM cycle c WHERE c.state IN ('final', 'reported', 'improving', 'ended')"
	" AND NOT EXISTS (SELECT 1 FROM cycle_year y WHERE y.cycle_id = c.id)"
	" AND NOT EXISTS (SELECT 1 FROM disposal d JOIN disposal_part p ON p.disposal_id = d.id"
	" WHERE d.cycle_id = c.id AND p.kind = 'tallies' AND d.state IN ('running', 'done'))"
	" ORDER BY c.year, c.id");

bool
cycles_unkept(struct db *db, struct arena *a, int64_t **out, size_t *count, struct err *e)
{
	struct rows r;
	size_t n = 0;
	*out = NULL;
	if (!db_query(db, &r, e, list_unkept, ""))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, n);
		(*out)[n++] = row_int(&r, 0);
	}
	*count = n;
	return rows_end(&r, e);
}
