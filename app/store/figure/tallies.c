#include "store/figure/tallies.h"

#include <string.h>

SQL(list_progress, "SELECT p.department_id, p.asked, p.drafts, p.submitted, p.late, p.returned,"
		   " p.confirmed, p.excluded FROM progress p"
		   " JOIN cycle_department d ON d.cycle_id = p.cycle_id AND d.department_id = p.department_id"
		   " WHERE p.cycle_id = $1 AND p.set_key = $2 AND ($3 = 0 OR p.department_id = $3)"
		   " ORDER BY d.ord, p.department_id");

bool
progress_list(struct db *db, struct arena *a, int64_t cycle_id, const char *set_key, int64_t department_id,
	struct progress_row **out, size_t *count, struct err *e)
{
	struct rows r;
	struct progress_row *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_progress, "isi", cycle_id, set_key, department_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct progress_row){.department_id = row_int(&r, 0),
			.asked = row_int(&r, 1),
			.drafts = row_int(&r, 2),
			.submitted = row_int(&r, 3),
			.late = row_int(&r, 4),
			.returned = row_int(&r, 5),
			.confirmed = row_int(&r, 6),
			.excluded = row_int(&r, 7)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

/* A sheet that counts in several departments counts here as often. */
SQL(list_kinds,
	"SELECT s.person_kind, count(*),"
	" count(CASE WHEN s.submitted IS NULL AND s.draft IS NOT NULL THEN 1 END), count(s.submitted),"
	" count(CASE WHEN s.submitted IS NOT NULL AND s.late <> 0 THEN 1 END)"
	" FROM sheet s JOIN (SELECT sheet_id FROM sheet_department UNION ALL SELECT id FROM sheet"
	" WHERE cycle_id = $1 AND set_key = $2) w ON w.sheet_id = s.id"
	" WHERE s.cycle_id = $1 AND s.set_key = $2 AND s.excluded_at IS NULL GROUP BY s.person_kind"
	" ORDER BY count(*) DESC, s.person_kind");

bool
kinds_list(struct db *db, struct arena *a, int64_t cycle_id, const char *set_key, struct kind_progress **out,
	size_t *count, struct err *e)
{
	struct rows r;
	struct kind_progress *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_kinds, "is", cycle_id, set_key))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct kind_progress){.kind = row_text(&r, 0, a),
			.progress = {.asked = row_int(&r, 1),
				.drafts = row_int(&r, 2),
				.submitted = row_int(&r, 3),
				.late = row_int(&r, 4)}};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

/* Department and item follow each other in the primary key, so one walk reads all. */
#define CELLS  "SELECT department_id, item, s0, s1, s2, s3, s4, na, unknown, n0, n1, n2, n3, n4 FROM "
#define OF_SET " WHERE cycle_id = $1 AND set_key = $2"
SQL(list_tallies, CELLS "tally" OF_SET " ORDER BY department_id");
SQL(list_department_tallies, CELLS "tally" OF_SET " AND department_id = $3");
SQL(list_shown_tallies, CELLS "shown_tally" OF_SET " ORDER BY department_id");
SQL(list_department_shown, CELLS "shown_tally" OF_SET " AND department_id = $3");

static size_t
place_of_department(const int64_t *departments, size_t count, int64_t id)
{
	size_t i = 0;
	while (i < count && departments[i] != id)
		i++;
	return i;
}

static size_t
place_of_item(const struct questionnaire *q, const char *id)
{
	size_t i = 0;
	while (i < q->count && strcmp(q->items[i].id, id) != 0)
		i++;
	return i;
}

struct table {
	const struct questionnaire *questionnaire;
	const int64_t *departments;
	size_t department_count;
	struct tally *cells;
};

static void
table_fill(struct table *t, struct rows *r)
{
	int64_t last = 0;
	size_t row = t->department_count;
	while (rows_next(r)) {
		if (row_int(r, 0) != last) { /* rows of one department stand together */
			last = row_int(r, 0);
			row = place_of_department(t->departments, t->department_count, last);
		}
		size_t column = place_of_item(t->questionnaire, row_peek(r, 1, NULL));
		if (row == t->department_count || column == t->questionnaire->count)
			continue;
		struct tally *cell = &t->cells[row * t->questionnaire->count + column];
		for (int i = 0; i < CHOICE_SLOTS; i++)
			cell->slots[i] = row_int(r, 2 + i);
		cell->na = row_int(r, 2 + CHOICE_SLOTS);
		cell->unknown = row_int(r, 3 + CHOICE_SLOTS);
		for (int i = 0; i < NA_REASONS; i++)
			cell->na_for[i] = row_int(r, 4 + CHOICE_SLOTS + i);
	}
}

bool
tallies_read(struct db *db, struct arena *a, int64_t cycle_id, const struct questionnaire *q, bool shown,
	const int64_t *departments, size_t department_count, struct tally **out, struct err *e)
{
	struct rows r;
	struct table table = {.questionnaire = q,
		.departments = departments,
		.department_count = department_count,
		.cells = ARENA_ARRAY(a, struct tally, department_count * q->count)};
	bool asked = department_count == 1
			     ? db_query(db, &r, e, shown ? list_department_shown : list_department_tallies,
				       "isi", cycle_id, q->key, departments[0])
			     : db_query(db, &r, e, shown ? list_shown_tallies : list_tallies, "is", cycle_id,
				       q->key);
	if (!asked)
		return false;
	table_fill(&table, &r);
	*out = table.cells;
	return rows_end(&r, e);
}

/* From the few who hold several posts, not over every sheet. Once the sheets are disposed of it stands
 * among the settings of the cycle. */
SQL(any_further, "SELECT EXISTS (SELECT 1 FROM sheet_department x CROSS JOIN sheet s"
		 " WHERE s.id = x.sheet_id AND s.cycle_id = $1 AND s.set_key = $2 AND s.excluded_at IS NULL)"
		 " OR EXISTS (SELECT 1 FROM cycle_setting WHERE cycle_id = $1 AND key = 'by_post ' || $2)");

bool
counts_by_post(struct db *db, int64_t cycle_id, const char *set_key, bool *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, any_further, "is", cycle_id, set_key))
		return false;
	*out = rows_next(&r) && row_int(&r, 0) != 0;
	return rows_end(&r, e);
}
