#include "store/decision/na.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/cycle/frozen.h"
#include "store/event.h"
#include "store/figure/shown.h"
#include "store/figure/tallies.h"

static const char *
reason_key(const struct na_reason *r)
{
	return r != NULL ? r->key : "";
}

/* ---- reading ------------------------------------------------------------------------ */

bool
na_group_open(const struct na_group *g)
{
	return g->state != NA_ACCEPTED;
}

SQL(list_na_decisions, "SELECT item, reason, state, count, comment, who, at FROM na_decision"
		       " WHERE cycle_id = $1 AND set_key = $2 AND department_id = $3");

static struct na_group *
group_find(const struct na_row *row, const char *item, const char *reason)
{
	for (size_t i = 0; i < row->count; i++) {
		struct na_group *g = &row->groups[i];
		if (strcmp(g->item->id, item) == 0 && strcmp(reason_key(g->reason), reason) == 0)
			return g;
	}
	return NULL;
}

static enum na_state
state_of(const char *key, int64_t decided, int64_t count)
{
	if (strcmp(key, "review") == 0)
		return NA_REVIEW;
	return count > decided ? NA_GROWN : NA_ACCEPTED;
}

static bool
decisions_place(struct db *db, struct arena *a, int64_t cycle_id, const char *set_key, struct na_row *row,
	struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, list_na_decisions, "isi", cycle_id, set_key, row->department_id))
		return false;
	while (rows_next(&r)) {
		struct na_group *g = group_find(row, row_text(&r, 0, a), row_peek(&r, 1, NULL));
		if (g == NULL)
			continue;
		g->decided_count = row_int(&r, 3);
		g->state = state_of(row_peek(&r, 2, NULL), g->decided_count, g->count);
		g->comment = row_text(&r, 4, a);
		g->who = row_text(&r, 5, a);
		g->at = row_int(&r, 6);
	}
	return rows_end(&r, e);
}

/* One group a reason; what is left has none. */
static void
groups_of_item(struct arena *a, const struct item *i, const struct tally *t, struct na_row *row)
{
	int64_t left = t->na;
	for (int k = 0; k <= NA_REASONS; k++) {
		int64_t count = k < NA_REASONS ? t->na_for[k] : left;
		left -= count;
		if (count <= 0)
			continue;
		row->groups = ARENA_PUSH(a, row->groups, row->count);
		row->groups[row->count++] = (struct na_group){.item = i,
			.reason = k < NA_REASONS ? &na_reasons[k] : NULL,
			.count = count,
			.answered = tally_answered(t),
			.comment = "",
			.who = ""};
	}
}

struct na_reading {
	struct db *db;
	struct arena *arena;
	const struct cycle *cycle;
	struct na_table *table;
	const struct tally *tallies; /* row-major: departments × items */
	struct tally *together;      /* per item */
	int64_t together_respondents;
};

static bool
row_read(struct na_reading *n, struct na_row row, const struct tally *tallies, struct err *e)
{
	struct na_table *t = n->table;
	for (size_t i = 0; !row.hidden && i < t->set->count; i++)
		groups_of_item(n->arena, &t->set->items[i], &tallies[i], &row);
	t->rows = ARENA_PUSH(n->arena, t->rows, t->count);
	t->rows[t->count++] = row;
	return row.count == 0 ||
	       decisions_place(n->db, n->arena, n->cycle->id, t->set->key, &t->rows[t->count - 1], e);
}

static bool
department_read(struct na_reading *n, const struct cycle_department *d, const struct tally *tallies,
	int64_t respondents, struct err *e)
{
	const struct questionnaire *q = n->table->set;
	bool hidden = !q->duty && respondents < n->cycle->k;
	if (respondents == 0)
		return true;
	for (size_t i = 0; hidden && i < q->count; i++)
		tally_add(&n->together[i], &tallies[i]);
	n->together_respondents += hidden ? respondents : 0;
	return row_read(n,
		(struct na_row){.department_id = d->department_id,
			.name = d->name,
			.respondents = respondents,
			.hidden = hidden},
		tallies, e);
}

/* What is known of the departments: while people answer, only what may be shown of them. */
static bool
tallies_known(struct na_reading *n, const struct cycle_department *departments, size_t count,
	struct tally **tallies, int64_t *respondents, struct err *e)
{
	const struct questionnaire *q = n->table->set;
	const struct cycle *c = n->cycle;
	bool shown = cycle_live(c->state) && !q->duty;
	struct progress_row *progress;
	size_t rows;
	int64_t *ids = ARENA_ARRAY(n->arena, int64_t, count);
	for (size_t i = 0; i < count; i++)
		ids[i] = departments[i].department_id;
	if (!tallies_read(n->db, n->arena, c->id, q, shown, ids, count, tallies, e))
		return false;
	if (shown)
		return shown_respondents(n->db, c->id, q->key, ids, count, respondents, e);
	if (!progress_list(n->db, n->arena, c->id, q->key, 0, &progress, &rows, e))
		return false;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < rows; k++)
			if (progress[k].department_id == ids[i])
				respondents[i] = progress[k].submitted;
	return true;
}

bool
na_read(struct db *db, struct arena *a, const struct cycle *c, const struct questionnaire *q,
	int64_t department_id, struct na_table *out, struct err *e)
{
	struct cycle_department *departments;
	struct tally *tallies;
	size_t count;
	*out = (struct na_table){.set = q};
	struct na_reading n = {db, a, c, out, NULL, ARENA_ARRAY(a, struct tally, q->count), 0};
	if (!cycle_departments(db, a, c->id, &departments, &count, e))
		return false;
	int64_t *respondents = ARENA_ARRAY(a, int64_t, count);
	if (!tallies_known(&n, departments, count, &tallies, respondents, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if ((department_id < 0 || departments[i].department_id == department_id) &&
			!department_read(&n, &departments[i], tallies + i * q->count, respondents[i], e))
			return false;
	struct na_row together = {.department_id = NA_TOGETHER,
		.name = "",
		.respondents = n.together_respondents,
		.hidden = n.together_respondents < c->k};
	return department_id >= 0 || n.together_respondents == 0 || row_read(&n, together, n.together, e);
}

SQL(list_na_sets, "SELECT DISTINCT set_key FROM tally WHERE cycle_id = $1 AND na > 0 ORDER BY set_key");

static bool
set_undecided(struct db *db, struct arena *a, const struct bank *bank, const struct cycle *c,
	const char *set_key, int64_t *count, struct err *e)
{
	struct na_table t;
	const struct questionnaire *q = cycle_set_parse(db, a, bank, c->id, set_key, e);
	if (q == NULL || !na_read(db, a, c, q, -1, &t, e))
		return false;
	for (size_t i = 0; i < t.count; i++)
		for (size_t k = 0; k < t.rows[i].count; k++)
			*count += na_group_open(&t.rows[i].groups[k]);
	return true;
}

bool
na_undecided(struct db *db, struct arena *a, const struct bank *bank, const struct cycle *c, int64_t *count,
	struct err *e)
{
	struct rows r;
	const char **keys = NULL;
	size_t n = 0;
	*count = 0;
	if (!db_query(db, &r, e, list_na_sets, "i", c->id))
		return false;
	while (rows_next(&r)) {
		keys = ARENA_PUSH(a, keys, n);
		keys[n++] = row_text(&r, 0, a);
	}
	bool ok = rows_end(&r, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = set_undecided(db, a, bank, c, keys[i], count, e);
	return ok;
}

/* ---- asking back ---------------------------------------------------------------------- */

SQL(list_na_requests,
	"SELECT DISTINCT q.item, d.comment FROM na_ask q JOIN sheet s ON s.id = q.sheet_id"
	" JOIN na_decision d ON d.cycle_id = s.cycle_id AND d.set_key = s.set_key AND d.item = q.item"
	" AND d.department_id = q.department_id AND d.reason = q.reason WHERE q.sheet_id = $1");

bool
na_requests(struct db *db, struct arena *a, int64_t sheet_id, const struct questionnaire *q,
	struct na_request **out, size_t *count, struct err *e)
{
	struct rows r;
	struct na_request *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_na_requests, "i", sheet_id))
		return false;
	while (rows_next(&r)) {
		const struct item *i = questionnaire_find(q, row_peek(&r, 0, NULL));
		if (i == NULL)
			continue;
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct na_request){.item = i, .comment = row_text(&r, 1, a)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}
