#include "store/figure/sheet_signals.h"

#include "store/figure/shown.h"
#include "store/figure/signal_memory.h"
#include "store/sheet/sheet_count.h"

struct counting {
	struct db *db;
	struct arena *sheet; /* of one sheet */
	const struct questionnaire *questionnaire;
	const int64_t *departments;
	size_t count, last; /* last: sheets of one department often stand together */
	struct signal_counts *counts;
	flags_t flags; /* what least was worked out for */
	int64_t least;
	bool *counts_here; /* per item */
};

/* A row a sheet and department. Times of a sheet that somebody typed in are the typist's. */
#define COLUMNS                                                                                              \
	"s.id, s.flags, CASE WHEN s.proxy_at IS NULL AND s.seconds > 0 THEN s.seconds ELSE 0 END,"           \
	" CASE WHEN u.sheet_id IS NOT NULL THEN u.document WHEN s.excluded_at IS NULL THEN s.submitted END,"
#define AS_SHOWN                                                                                             \
	" LEFT JOIN unshown u ON u.cycle_id = $1 AND u.set_key = $2 AND u.sheet_id = s.id"                   \
	" AND u.department_id = "
#define OF_SET " WHERE s.cycle_id = $1 AND s.set_key = $2"
SQL(list_signal_sheets,
	"SELECT " COLUMNS
	" s.department_id, EXISTS (SELECT 1 FROM sheet_department x WHERE x.sheet_id = s.id)"
	" FROM sheet s" AS_SHOWN "s.department_id" OF_SET " UNION ALL SELECT " COLUMNS " p.department_id, 1"
	" FROM sheet_department p JOIN sheet s ON s.id = p.sheet_id" AS_SHOWN "p.department_id" OF_SET);

static size_t
department_place(struct counting *c, int64_t id)
{
	if (c->last < c->count && c->departments[c->last] == id)
		return c->last;
	size_t i = 0;
	while (i < c->count && c->departments[i] != id)
		i++;
	return c->last = i;
}

static int64_t
least_for(struct counting *c, flags_t flags)
{
	if (c->least == 0 || flags != c->flags)
		c->least = signals_reading_seconds(c->questionnaire, flags);
	c->flags = flags;
	return c->least;
}

/* Which questions of a sheet of several departments count in this one. */
static bool
counts_fill(struct counting *c, int64_t sheet_id, int64_t department_id, struct err *e)
{
	struct sheet_places p;
	size_t here = 0;
	if (!sheet_places(c->db, c->sheet, sheet_id, &p, e))
		return false;
	while (here < p.count && p.list[here].department_id != department_id)
		here++;
	for (size_t i = 0; i < c->questionnaire->count; i++)
		c->counts_here[i] = here < p.count &&
				    sheet_item_counts(&c->questionnaire->items[i], p.list, p.count, here);
	return true;
}

static bool
sheet_take(struct counting *c, struct rows *r, struct err *e)
{
	struct answers answers;
	int64_t department = row_int(r, 4);
	bool several = row_int(r, 5) != 0;
	size_t place = department_place(c, department);
	if (place == c->count || row_null(r, 3))
		return true;
	if (!answers_parse(c->sheet, c->questionnaire, row_peek(r, 3, NULL), &answers, e) ||
		(several && !counts_fill(c, row_int(r, 0), department, e)))
		return false;
	signals_add(&c->counts[place], &(struct signal_sheet){.answers = &answers,
					       .seconds = row_int(r, 2),
					       .least = least_for(c, (flags_t)row_int(r, 1)),
					       .counts = several ? c->counts_here : NULL});
	return true;
}

static bool
sheets_count(struct store *s, struct arena *a, const struct signal_state *state,
	const struct questionnaire *q, struct signal_counts **out, struct err *e)
{
	struct rows r;
	struct counting c = {.db = store_reader(s, e),
		.questionnaire = q,
		.departments = state->departments,
		.count = state->count,
		.counts = ARENA_ARRAY(a, struct signal_counts, state->count + 1),
		.counts_here = ARENA_ARRAY(a, bool, q->count)};
	for (size_t i = 0; i < c.count; i++)
		c.counts[i] = signals_none(a, q);
	if (c.db == NULL || !db_query(c.db, &r, e, list_signal_sheets, "is", state->cycle_id, q->key))
		return false;
	c.sheet = arena_create();
	bool ok = true;
	while (ok && rows_next(&r)) {
		ok = sheet_take(&c, &r, e);
		arena_reset(c.sheet);
	}
	arena_destroy(c.sheet);
	*out = c.counts;
	return rows_end(&r, ok ? e : NULL) && ok;
}

bool
sheet_signals_read(struct store *s, struct arena *a, const struct cycle *c, const struct questionnaire *q,
	const int64_t *departments, size_t count, struct signal_counts **out, struct err *e)
{
	struct db *db = store_reader(s, e);
	struct signal_state state = {.cycle_id = c->id,
		.set_key = q->key,
		.edition = c->edition,
		.live = cycle_live(c->state),
		.departments = departments,
		.count = count};
	if (db == NULL || !shown_times(db, c->id, q->key, &state.times, e))
		return false;
	if (state.live && q->duty) /* few sheets, shown as they are: no state to know them by */
		return sheets_count(s, a, &state, q, out, e);
	if (signal_memory_find(store_signals(s), a, &state, q, out))
		return true;
	if (!sheets_count(s, a, &state, q, out, e))
		return false;
	signal_memory_keep(store_signals(s), &state, q, *out);
	return true;
}

SQL(count_answerers, "SELECT count(DISTINCT person_id),"
		     " count(DISTINCT CASE WHEN proxy_at IS NULL AND seconds > 0 THEN person_id END)"
		     " FROM sheet WHERE cycle_id = $1 AND set_key = $2 AND submitted IS NOT NULL"
		     " AND excluded_at IS NULL");

bool
sheet_answerers(
	struct db *db, int64_t cycle_id, const char *set_key, int64_t *all, int64_t *timed, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_answerers, "is", cycle_id, set_key))
		return false;
	bool found = rows_next(&r);
	*all = found ? row_int(&r, 0) : 0;
	*timed = found ? row_int(&r, 1) : 0;
	return rows_end(&r, e);
}
