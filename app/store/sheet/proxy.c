#include "store/sheet/proxy.h"

#include "base/words.h"

SQL(find_code, "SELECT id FROM sheet WHERE code = $1");

bool
sheet_by_code(struct db *db, struct arena *a, const char *code, struct sheet *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_code, "s", code))
		return false;
	int64_t id = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e) && sheet_find(db, a, id, out, e);
}

SQL(find_words,
	"SELECT s.id FROM sheet s LEFT JOIN person p ON p.id = s.person_id WHERE s.cycle_id = $1"
	" AND ($2 = 0 OR s.department_id = $2) AND s.excluded_at IS NULL AND s.code IS NOT NULL"
	" AND (p.number = $3 OR s.person_name LIKE '%' || $3 || '%' OR s.unit_name LIKE '%' || $3 || '%')"
	" ORDER BY s.department_id, p.number, s.id LIMIT $4");

bool
sheets_find_words(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, const char *words,
	int most, struct sheet **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = ARENA_ARRAY(a, struct sheet, (size_t)most);
	*count = 0;
	if (!db_query(db, &r, e, find_words, "iisi", cycle_id, department_id, words, (int64_t)most))
		return false;
	while (rows_next(&r))
		(*out)[(*count)++].id = row_int(&r, 0);
	if (!rows_end(&r, e))
		return false;
	for (size_t i = 0; i < *count; i++)
		if (!sheet_find(db, a, (*out)[i].id, &(*out)[i], e))
			return false;
	return true;
}

#define DAYS "SELECT c.opens_day, c.opened_at FROM cycle c WHERE c.id = "
SQL(find_days, DAYS "(SELECT s.cycle_id FROM sheet s WHERE s.id = $1)");
SQL(find_cycle_days, DAYS "$1");

static bool
days_find(struct db *db, const char *sql, int64_t id, instant_t now, struct paper_days *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, sql, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found) {
		day_t planned = (day_t)row_int(&r, 0);
		day_t opened = row_null(&r, 1) ? planned : day_of_instant(row_int(&r, 1));
		*out = (struct paper_days){planned < opened ? planned : opened, day_of_instant(now)};
	}
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such sheet"));
}

bool
paper_days(struct db *db, int64_t sheet_id, instant_t now, struct paper_days *out, struct err *e)
{
	return days_find(db, find_days, sheet_id, now, out, e);
}

bool
workbook_days(struct db *db, int64_t cycle_id, instant_t now, struct paper_days *out, struct err *e)
{
	return days_find(db, find_cycle_days, cycle_id, now, out, e);
}

static bool
paper_day_check(struct db *db, const struct sheet_change *c, struct err *e)
{
	struct paper_days days;
	if (!paper_days(db, c->sheet_id, c->now, &days, e))
		return false;
	return (c->paper_day >= days.first && c->paper_day <= days.last) ||
	       err_set(e, ERR_INPUT, _("the day on the paper must lie between the opening and today"));
}

bool
proxy_changed(struct err *e)
{
	return err_set(
		e, ERR_CONFLICT, _("the sheet was saved by someone else while the paper was typed in"));
}

SQL(find_revision, "SELECT revision FROM sheet WHERE id = $1");

static bool
unchanged_check(struct db *db, const struct sheet_change *c, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_revision, "i", c->sheet_id))
		return false;
	bool same = rows_next(&r) && row_int(&r, 0) == c->base_revision;
	if (!rows_end(&r, e))
		return false;
	return same || proxy_changed(e);
}

/* Not of a submission that stands as the person made it. */
SQL(insert_paper, "INSERT INTO paper (receipt, sheet_id, day, typed_by, typed_at)"
		  " SELECT $1, $2, $3, $4, $5 FROM sheet WHERE id = $2 AND proxy_at IS NOT NULL"
		  " ON CONFLICT (receipt) DO UPDATE SET day = excluded.day");

bool
proxy_store(struct db *db, struct piece *p, struct proxy *x, struct err *e)
{
	struct sheet_change *c = &x->change;
	if (!paper_day_check(db, c, e) || !unchanged_check(db, c, e) || !sheet_change(db, p, c, e))
		return false;
	return !c->submit || c->missing_count > 0 ||
	       db_exec(db, e, insert_paper, "siiii", c->receipt.number, c->sheet_id, (int64_t)c->paper_day,
		       c->proxy_by, c->now);
}
