#include "store/cycle/editions.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/cycle/closings.h"
#include "store/cycle/frozen.h"

/* ---- marks ------------------------------------------------------------------------------ */

SQL(list_marks, "SELECT m.item, max(m.meaning), max(CASE WHEN m.question_set_id = $1 THEN 1 ELSE 0 END)"
		" FROM item_change m JOIN question_set q ON q.id = m.question_set_id"
		" WHERE m.question_set_id <= $1 AND q.key = $2 GROUP BY m.item");

bool
edition_marks_apply(struct db *db, int64_t question_set_id, const struct questionnaire *q, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, list_marks, "is", question_set_id, q->key))
		return false;
	while (rows_next(&r))
		for (size_t i = 0; i < q->count; i++) {
			struct item *item = &q->items[i];
			if (strcmp(item->id, row_peek(&r, 0, NULL)) != 0)
				continue;
			if (item->meaning < row_int(&r, 1))
				item->meaning = (int)row_int(&r, 1);
			item->reworded |= row_int(&r, 2) != 0;
		}
	return rows_end(&r, e);
}

/* ---- comparing -------------------------------------------------------------------------- */

struct succession { /* a set of the cycle and what it was the time before */
	const char *key, *title;
	int64_t question_set_id, before_cycle, before_set;
	int year, before_year;
};

SQL(list_successions,
	"SELECT s.set_key, q.title, s.question_set_id, c.year, p.cycle_id, p.question_set_id, b.year"
	" FROM cycle_set s JOIN question_set q ON q.id = s.question_set_id JOIN cycle c ON c.id = s.cycle_id"
	" JOIN cycle_set p ON p.set_key = s.set_key AND p.cycle_id = (SELECT x.id FROM cycle x"
	" JOIN cycle_set y ON y.cycle_id = x.id AND y.set_key = s.set_key WHERE x.year < c.year"
	" AND x.state NOT IN ('prepared', 'approved')"
	" ORDER BY x.year DESC, x.kind DESC, x.id DESC LIMIT 1)"
	" JOIN cycle b ON b.id = p.cycle_id WHERE s.cycle_id = $1 ORDER BY s.ord");

static bool
successions_list(struct db *db, struct arena *a, int64_t cycle_id, struct succession **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_successions, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct succession){.key = row_text(&r, 0, a),
			.title = row_text(&r, 1, a),
			.question_set_id = row_int(&r, 2),
			.year = (int)row_int(&r, 3),
			.before_cycle = row_int(&r, 4),
			.before_set = row_int(&r, 5),
			.before_year = (int)row_int(&r, 6)};
	}
	return rows_end(&r, e);
}

static bool
succession_compare(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	const struct succession *p, struct edition_difference **list, size_t *count, struct err *e)
{
	const struct questionnaire *before = cycle_set_parse(db, a, bank, p->before_cycle, p->key, e);
	const struct questionnaire *after =
		before == NULL ? NULL : cycle_set_parse(db, a, bank, cycle_id, p->key, e);
	const struct questionnaire *then =
		after == NULL ? NULL : question_set_parse(db, a, bank, p->question_set_id, p->before_year, e);
	if (then == NULL)
		return false;
	*count = edition_compare(a, before, then, after, list);
	return true;
}

/* A mark is the edition's: where another cycle has been approved with it, it stays. */
SQL(find_mark, "SELECT EXISTS (SELECT 1 FROM cycle_set s JOIN cycle c ON c.id = s.cycle_id"
	       " WHERE s.question_set_id = $1 AND c.id <> $3 AND c.state <> 'prepared')"
	       " FROM item_change WHERE question_set_id = $1 AND item = $2");

static bool
row_marked(struct db *db, int64_t cycle_id, struct edition_row *row, struct err *e)
{
	struct rows r;
	if (row->difference.after == NULL)
		return true;
	if (!db_query(
		    db, &r, e, find_mark, "isi", row->question_set_id, row->difference.after->id, cycle_id))
		return false;
	if (rows_next(&r)) {
		row->marked = row_int(&r, 0) == 0;
		row->fixed = !row->marked;
	}
	return rows_end(&r, e);
}

bool
edition_changes(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	struct edition_row **out, size_t *count, struct err *e)
{
	struct succession *successions;
	size_t succession_count;
	*out = NULL;
	*count = 0;
	if (!successions_list(db, a, cycle_id, &successions, &succession_count, e))
		return false;
	for (size_t i = 0; i < succession_count; i++) {
		struct edition_difference *list;
		size_t n;
		if (!succession_compare(db, a, bank, cycle_id, &successions[i], &list, &n, e))
			return false;
		for (size_t k = 0; k < n; k++) {
			*out = ARENA_PUSH(a, *out, *count);
			struct edition_row *row = &(*out)[(*count)++];
			*row = (struct edition_row){.set_key = successions[i].key,
				.set_title = successions[i].title,
				.question_set_id = successions[i].question_set_id,
				.difference = list[k]};
			if (!row_marked(db, cycle_id, row, e))
				return false;
		}
	}
	return true;
}

bool
edition_unmarked(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id, size_t *count,
	struct err *e)
{
	struct edition_row *rows;
	size_t n;
	*count = 0;
	if (!edition_changes(db, a, bank, cycle_id, &rows, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		*count += rows[i].difference.change == EDITION_UNMARKED;
	return true;
}

/* ---- marking ---------------------------------------------------------------------------- */

SQL(save_mark, "INSERT INTO item_change (question_set_id, item, change, meaning, account_id, at)"
	       " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (question_set_id, item) DO UPDATE SET"
	       " change = excluded.change, meaning = excluded.meaning, account_id = excluded.account_id,"
	       " at = excluded.at");

static bool
mark_save(struct db *db, const struct edition_row *row, enum edition_change change, int64_t account_id,
	instant_t now, struct err *e)
{
	int64_t meaning = row->difference.before->meaning + (change == EDITION_MEANING);
	return db_exec(db, e, save_mark, "issiii", row->question_set_id, row->difference.after->id,
		edition_change_key(change), meaning, account_id, now);
}

bool
edition_mark(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id, const char *set_key,
	const char *item, enum edition_change change, int64_t account_id, instant_t now, struct err *e)
{
	struct cycle c;
	struct edition_row *rows;
	size_t count;
	if (!cycle_find(db, a, cycle_id, &c, e) || !edition_changes(db, a, bank, cycle_id, &rows, &count, e))
		return false;
	if (c.state != CYCLE_PREPARED)
		return err_set(e, ERR_CONFLICT, _("the questions of this cycle are fixed already"));
	for (size_t i = 0; i < count; i++) {
		const struct edition_row *row = &rows[i];
		if (row->difference.after == NULL || row->difference.before == NULL ||
			strcmp(row->set_key, set_key) != 0 || strcmp(row->difference.after->id, item) != 0)
			continue;
		if (row->marked || row->difference.change == EDITION_UNMARKED)
			return mark_save(db, row, change, account_id, now, e);
		if (row->fixed)
			return err_set(e, ERR_CONFLICT,
				_("another cycle has been approved with what was said of %s, so it stays"),
				item);
		return err_set(e, ERR_CONFLICT, _("the file itself says what the change of %s means"), item);
	}
	return err_set(e, ERR_INPUT, _("%s has not changed since the last cycle"), item);
}

/* ---- next year -------------------------------------------------------------------------- */

SQL(list_newest, "SELECT (SELECT max(n.id) FROM question_set n WHERE n.key = s.set_key) FROM cycle_set s"
		 " WHERE s.cycle_id = $1 ORDER BY s.ord");

static bool
newest_sets(struct db *db, struct arena *a, int64_t cycle_id, int64_t **ids, size_t *count, struct err *e)
{
	struct rows r;
	*ids = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_newest, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		*ids = ARENA_PUSH(a, *ids, *count);
		(*ids)[(*count)++] = row_int(&r, 0);
	}
	return rows_end(&r, e);
}

/* 29 February becomes 1 March. */
static day_t
year_later(day_t d)
{
	struct civil c = civil_of_day(d);
	return day_of(c.year + 1, c.month, c.day);
}

static const char *
title_next(struct arena *a, const char *title, int year)
{
	const char *now = fiscal_year_name(a, year), *next = fiscal_year_name(a, year + 1);
	const char *at = strstr(title, now);
	return at == NULL ? arena_printf(a, "%s %s", next, title)
			  : arena_printf(a, "%.*s%s%s", (int)(at - title), title, next, at + strlen(now));
}

SQL(find_next, "SELECT title FROM cycle WHERE previous_id = $1 AND year > $2 ORDER BY id LIMIT 1");

/* Pressed twice, or by two people, it is one cycle. */
static bool
next_wanted(struct db *db, struct arena *a, const struct cycle *last, struct err *e)
{
	struct rows r;
	if (!cycle_opened(last->state))
		return err_set(e, ERR_CONFLICT, _("this cycle has not been opened yet"));
	if (!db_query(db, &r, e, find_next, "ii", last->id, (int64_t)last->year))
		return false;
	const char *title = rows_next(&r) ? row_text(&r, 0, a) : NULL;
	if (!rows_end(&r, e))
		return false;
	return title == NULL ||
	       err_set(e, ERR_CONFLICT, _("the cycle after this one has been prepared already: %s"), title);
}

bool
cycle_next(struct db *db, struct arena *a, int64_t from, struct cycle *out, struct err *e)
{
	struct cycle last;
	struct calendar calendar;
	int64_t *sets;
	size_t count;
	if (!cycle_find(db, a, from, &last, e) || !next_wanted(db, a, &last, e) ||
		!newest_sets(db, a, from, &sets, &count, e) || !calendar_load(db, a, &calendar, e))
		return false;
	*out = (struct cycle){.year = last.year + 1,
		.title = title_next(a, last.title, last.year),
		.adhoc = last.adhoc,
		.individual = last.individual,
		.previous_id = last.id,
		.automatic = last.automatic,
		.base_day = year_later(last.base_day),
		.opens_day = open_day_after(&calendar, year_later(last.opens_day)),
		.due_day = open_day_before(&calendar, year_later(last.due_day))};
	if (last.grace_day != 0)
		out->grace_day = open_day_after(&calendar, year_later(last.grace_day));
	return cycle_create(db, out, sets, count, e);
}
