#include "store/sheet/sheet_lines.h"

SQL(list_sheet_lines,
	"SELECT s.id, s.department_id, s.set_key, q.title, s.unit_name, p.number, s.person_name,"
	" s.person_kind, p.mail <> '', s.draft IS NOT NULL, s.submitted IS NOT NULL, s.late,"
	" s.returned_at IS NOT NULL, s.excluded_at IS NOT NULL, s.first_at FROM sheet s"
	" JOIN cycle_department d ON d.cycle_id = s.cycle_id AND d.department_id = s.department_id"
	" JOIN cycle_set o ON o.cycle_id = s.cycle_id AND o.set_key = s.set_key"
	" JOIN question_set q ON q.id = o.question_set_id LEFT JOIN person p ON p.id = s.person_id"
	" WHERE s.cycle_id = $1 AND ($2 = 0 OR s.department_id = $2)"
	" ORDER BY d.ord, d.department_id, o.ord, p.number, s.unit_name, s.id");

static const char *
text_or_none(struct rows *r, int column, struct arena *a)
{
	return row_null(r, column) ? "" : row_text(r, column, a);
}

bool
sheet_lines(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, struct sheet_line **out,
	size_t *count, struct err *e)
{
	struct rows r;
	struct sheet_line *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_sheet_lines, "ii", cycle_id, department_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct sheet_line){.id = row_int(&r, 0),
			.department_id = row_int(&r, 1),
			.set_key = row_text(&r, 2, a),
			.set_title = row_text(&r, 3, a),
			.unit_name = row_text(&r, 4, a),
			.number = text_or_none(&r, 5, a),
			.name = row_text(&r, 6, a),
			.kind = row_text(&r, 7, a),
			.mail = row_int(&r, 8) != 0,
			.draft = row_int(&r, 9) != 0,
			.submitted = row_int(&r, 10) != 0,
			.late = row_int(&r, 11) != 0,
			.returned = row_int(&r, 12) != 0,
			.excluded = row_int(&r, 13) != 0,
			.submitted_at = row_int(&r, 14)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}
