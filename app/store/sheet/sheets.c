/* Sheets and receipts as they are read. What changes them is in sheet_change.c. */
#include "store/sheet/sheets.h"

#include "base/words.h"
#include "domain/cycle/fiscal.h"

#define SHEET_COLUMNS(documents)                                                                             \
	"SELECT s.id, s.cycle_id, s.department_id, s.person_id, s.set_key, s.person_name, s.person_kind,"    \
	" s.revision, " documents ", s.draft_at, s.submitted_at, s.first_at, k.kept_at, s.late,"             \
	" (SELECT r.number FROM receipt r WHERE r.sheet_id = s.id"                                           \
	" ORDER BY length(r.number) DESC, r.number DESC LIMIT 1),"                                           \
	" c.state, c.due_day, d.name, s.flags, s.unit_id, s.unit_name, s.code, s.seconds, s.returned_at,"    \
	" s.confirmed_at, s.proxy_at, s.excluded_at, s.return_comment, s.excluded_reason, s.excluded_text,"  \
	" c.grace_day, c.individual, EXISTS (SELECT 1 FROM na_ask q WHERE q.sheet_id = s.id), s.told_at,"    \
	" l.taught_at, l.read_at, coalesce(tp.name, t.login),"                                               \
	" CASE WHEN s.proxy_at IS NULL THEN 0 ELSE (SELECT y.day FROM receipt z"                             \
	" JOIN paper y ON y.receipt = z.number WHERE z.sheet_id = s.id ORDER BY y.typed_at DESC LIMIT 1) "   \
	"END "                                                                                               \
	"FROM sheet s "                                                                                      \
	"JOIN cycle c ON c.id = s.cycle_id"                                                                  \
	" JOIN cycle_department d ON d.cycle_id = s.cycle_id AND d.department_id = s.department_id"          \
	" LEFT JOIN kept k ON k.sheet_id = s.id"                                                             \
	" LEFT JOIN lesson l ON l.sheet_id = s.id AND l.person_id = s.person_id"                             \
	" LEFT JOIN account t ON t.id = s.proxy_by LEFT JOIN person tp ON tp.id = t.person_id "
#define WITH_DOCUMENTS    SHEET_COLUMNS("s.draft, s.submitted, k.answers")
#define WITHOUT_DOCUMENTS SHEET_COLUMNS("NULL, NULL, NULL")

static void
sheet_read(struct rows *r, struct arena *a, struct sheet *out)
{
	*out = (struct sheet){.id = row_int(r, 0),
		.cycle_id = row_int(r, 1),
		.department_id = row_int(r, 2),
		.person_id = row_int(r, 3),
		.set_key = row_text(r, 4, a),
		.person_name = row_text(r, 5, a),
		.person_kind = row_text(r, 6, a),
		.revision = (int)row_int(r, 7),
		.draft = row_text(r, 8, a),
		.submitted = row_text(r, 9, a),
		.kept = row_text(r, 10, a),
		.draft_at = row_int(r, 11),
		.submitted_at = row_int(r, 12),
		.first_at = row_int(r, 13),
		.kept_at = row_int(r, 14),
		.late = row_int(r, 15) != 0,
		.receipt = row_text(r, 16, a),
		.state = cycle_state_of(row_peek(r, 17, NULL)),
		.due_day = (day_t)row_int(r, 18),
		.department_name = row_text(r, 19, a),
		.flags = (flags_t)row_int(r, 20),
		.unit_id = row_int(r, 21),
		.unit_name = row_text(r, 22, a),
		.code = row_text(r, 23, a),
		.seconds = (int)row_int(r, 24),
		.returned_at = row_int(r, 25),
		.confirmed_at = row_int(r, 26),
		.proxy_at = row_int(r, 27),
		.excluded_at = row_int(r, 28),
		.return_comment = row_text(r, 29, a),
		.excluded_reason = row_text(r, 30, a),
		.excluded_text = row_text(r, 31, a),
		.grace_day = (day_t)row_int(r, 32),
		.individual = row_int(r, 33) != 0,
		.asked = row_int(r, 34) != 0,
		.told_at = row_int(r, 35),
		.taught_at = row_int(r, 36),
		.read_at = row_int(r, 37),
		.proxy_name = row_text(r, 38, a),
		.paper_day = (day_t)row_int(r, 39)};
}

struct sheet_facts
sheet_facts(const struct sheet *s)
{
	return (struct sheet_facts){.cycle = s->state,
		.draft = s->draft_at != 0,
		.submitted = s->submitted_at != 0,
		.returned = s->returned_at != 0,
		.confirmed = s->confirmed_at != 0,
		.excluded = s->excluded_at != 0,
		.asked = s->asked};
}

enum sheet_state
sheet_standing(const struct sheet *s)
{
	struct sheet_facts f = sheet_facts(s);
	return sheet_state_of(&f);
}

bool
sheet_answerable(const struct sheet *s)
{
	struct sheet_facts f = sheet_facts(s);
	return sheet_may(SHEET_ANSWER, ACTOR_OWNER, &f, NULL);
}

bool
sheet_taught(const struct sheet *s, bool from_paper)
{
	return s->taught_at != 0 && !(from_paper && s->proxy_at != 0);
}

bool
sheet_keep_known(struct arena *a, const struct sheet *s, bool from_paper, struct answers *answers,
	const struct item ***refused, size_t *count, struct err *e)
{
	struct answers submitted;
	*count = 0;
	if (s->submitted == NULL || !sheet_taught(s, from_paper))
		return true;
	if (!answers_parse(a, answers->questionnaire, s->submitted, &submitted, e))
		return false;
	*count = answers_stand(a, answers, &submitted, refused);
	return true;
}

SQL(find_sheet, WITH_DOCUMENTS "WHERE s.id = $1");

bool
sheet_find(struct db *db, struct arena *a, int64_t id, struct sheet *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_sheet, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		sheet_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such sheet"));
}

static bool
sheets_read(struct rows *r, struct arena *a, struct sheet **out, size_t *count, struct err *e)
{
	struct sheet *list = NULL;
	size_t n = 0;
	while (rows_next(r)) {
		list = ARENA_PUSH(a, list, n);
		sheet_read(r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(r, e);
}

SQL(list_person_sheets,
	WITHOUT_DOCUMENTS "JOIN cycle_set o ON o.cycle_id = s.cycle_id AND o.set_key = s.set_key"
			  " WHERE s.person_id = $1 ORDER BY c.year DESC, s.cycle_id DESC, o.ord, d.ord");

bool
sheets_of_person(
	struct db *db, struct arena *a, int64_t person_id, struct sheet **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_person_sheets, "i", person_id) && sheets_read(&r, a, out, count, e);
}

SQL(list_department_sheets, WITHOUT_DOCUMENTS
	"LEFT JOIN person p ON p.id = s.person_id WHERE s.id IN (SELECT id FROM sheet WHERE cycle_id = $1"
	" AND department_id = $2 AND set_key = $3 UNION ALL SELECT h.id FROM sheet_department x"
	" JOIN sheet h ON h.id = x.sheet_id WHERE x.department_id = $2 AND h.cycle_id = $1"
	" AND h.set_key = $3) ORDER BY p.number");

bool
sheets_of_department(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	const char *set_key, struct sheet **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_department_sheets, "iis", cycle_id, department_id, set_key) &&
	       sheets_read(&r, a, out, count, e);
}

/* What a list may be narrowed to, by its name. */
const char *const sheet_filters[SHEET_FILTERS] = {"fresh", "draft", "unsubmitted", "submitted", "returned",
	"confirmed", "excluded", "late", "proxied", "unnamed"};

#define LIVING  "s.excluded_at IS NULL"
#define NEVER   LIVING " AND s.submitted_at IS NULL"
#define COUNTED LIVING " AND s.submitted_at IS NOT NULL"

SQL(list_sheets, WITHOUT_DOCUMENTS
	"LEFT JOIN person p ON p.id = s.person_id"
	" JOIN cycle_set o ON o.cycle_id = s.cycle_id AND o.set_key = s.set_key"
	" WHERE s.cycle_id = $1 AND ($2 = 0 OR s.department_id = $2) AND ($3 = '' OR s.set_key = $3)"
	" AND CASE $4 WHEN '' THEN 1"
	" WHEN 'fresh' THEN " NEVER " AND s.draft_at IS NULL WHEN 'draft' THEN " NEVER
	" AND s.draft_at IS NOT NULL WHEN 'unsubmitted' THEN " NEVER " WHEN 'submitted' THEN " COUNTED
	" AND s.returned_at IS NULL AND s.confirmed_at IS NULL"
	" WHEN 'returned' THEN " COUNTED " AND s.returned_at IS NOT NULL"
	" WHEN 'confirmed' THEN " COUNTED " AND s.confirmed_at IS NOT NULL"
	" WHEN 'excluded' THEN s.excluded_at IS NOT NULL WHEN 'late' THEN " COUNTED " AND s.late <> 0"
	" WHEN 'proxied' THEN s.proxy_at IS NOT NULL"
	" WHEN 'unnamed' THEN " NEVER " AND s.person_id IS NULL ELSE 0 END"
	" ORDER BY d.ord, d.department_id, o.ord, p.number, s.id LIMIT $5 OFFSET $6");

bool
sheets_list(struct db *db, struct arena *a, const struct sheet_wanted *w, struct sheet **out, size_t *count,
	struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_sheets, "iissii", w->cycle_id, w->department_id,
		       w->set_key != NULL ? w->set_key : "", w->filter != NULL ? w->filter : "",
		       (int64_t)w->most, (int64_t)w->skip) &&
	       sheets_read(&r, a, out, count, e);
}

const char *
receipt_number(struct arena *a, int year, int64_t sheet_id, int64_t nth)
{
	return arena_printf(
		a, "%s-%06lld-%lld", fiscal_year_mark(a, year), (long long)sheet_id, (long long)nth);
}

SQL(find_receipt, "SELECT number, sheet_id, submitted_at, answered FROM receipt WHERE sheet_id = $1"
		  " ORDER BY length(number) DESC, number DESC LIMIT 1");

bool
receipt_of_sheet(struct db *db, struct arena *a, int64_t sheet_id, struct receipt *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_receipt, "i", sheet_id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = (struct receipt){.number = row_text(&r, 0, a),
			.sheet_id = row_int(&r, 1),
			.submitted_at = row_int(&r, 2),
			.answered = (int)row_int(&r, 3)};
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("this sheet has not been submitted yet"));
}
