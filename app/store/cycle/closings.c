#include "store/cycle/closings.h"

#include "base/utf8.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/event.h"
#include "store/setting.h"

SQL(list_closings, "SELECT id, first, last, name FROM closing_day ORDER BY first, id");

bool
closings_list(struct db *db, struct arena *a, struct closing_row **out, size_t *count, struct err *e)
{
	struct rows r;
	struct closing_row *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_closings, ""))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct closing_row){
			row_int(&r, 0), {(day_t)row_int(&r, 1), (day_t)row_int(&r, 2), row_text(&r, 3, a)}};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

bool
calendar_load(struct db *db, struct arena *a, struct calendar *out, struct err *e)
{
	struct closing_row *list;
	size_t count;
	if (!closings_list(db, a, &list, &count, e))
		return false;
	struct closing *closings = ARENA_ARRAY(a, struct closing, count);
	for (size_t i = 0; i < count; i++)
		closings[i] = list[i].days;
	*out = (struct calendar){.december_from = setting_number(db, "closed_december_from"),
		.january_to = setting_number(db, "closed_january_to"),
		.closings = closings,
		.count = count};
	return true;
}

/* ---- changing ---------------------------------------------------------------------------- */

static bool
closing_fits(const struct closing *c, struct err *e)
{
	if (c->last < c->first)
		return err_set(e, ERR_INPUT, _("the last closing day is before the first"));
	if (c->last - c->first >= CLOSING_DAYS_MOST)
		return err_set(e, ERR_INPUT, _("at most %d closing days in a row"), CLOSING_DAYS_MOST);
	if (*c->name == '\0' || utf8_count(c->name) > CLOSING_NAME_MOST)
		return err_set(e, ERR_INPUT, _("closing days have a name of at most %d characters"),
			CLOSING_NAME_MOST);
	return true;
}

static bool
closing_event(struct db *db, const char *what, const struct closing *c, int64_t account_id, instant_t now,
	struct err *e)
{
	struct arena *a = arena_create();
	const char *days =
		arena_printf(a, "%s%s%s", wareki_day(a, c->first), _(" to "), wareki_day(a, c->last));
	bool ok = event_add(db, now, account_id, what, c->name, days, e);
	arena_destroy(a);
	return ok;
}

SQL(insert_closing, "INSERT INTO closing_day (first, last, name) VALUES ($1, $2, $3)");

bool
closing_add(struct db *db, const struct closing *c, int64_t account_id, instant_t now, struct err *e)
{
	return closing_fits(c, e) &&
	       db_exec(db, e, insert_closing, "iis", (int64_t)c->first, (int64_t)c->last, c->name) &&
	       closing_event(db, "closing_added", c, account_id, now, e);
}

SQL(delete_closing, "DELETE FROM closing_day WHERE id = $1 RETURNING first, last, name");

bool
closing_remove(struct db *db, int64_t id, int64_t account_id, instant_t now, struct err *e)
{
	struct rows r;
	struct closing c = {0};
	struct arena *a = arena_create();
	bool ok = db_query(db, &r, e, delete_closing, "i", id);
	if (ok && rows_next(&r))
		c = (struct closing){(day_t)row_int(&r, 0), (day_t)row_int(&r, 1), row_text(&r, 2, a)};
	ok = ok && rows_end(&r, e) &&
	     (c.name != NULL || err_set(e, ERR_ABSENT, _("there are no such closing days"))) &&
	     closing_event(db, "closing_removed", &c, account_id, now, e);
	arena_destroy(a);
	return ok;
}
