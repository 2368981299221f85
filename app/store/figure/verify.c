/* The proof that the summaries of a cycle are true: everything is counted again from
 * the documents of the sheets and held against what the writer kept. */
#include "store/figure/verify.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "store/sheet/sheet_count.h"
#include "store/sheet/sheets.h"

void
verify_differs(struct check *c, const char *format, ...)
{
	char line[1024];
	va_list ap;
	va_start(ap, format);
	vsnprintf(line, sizeof line, format, ap);
	va_end(ap);
	c->result->differences++;
	c->say(c->with, line);
}

static size_t
department_place(const struct check *c, int64_t id)
{
	size_t i = 0;
	while (i < c->department_count && c->departments[i].department_id != id)
		i++;
	return i;
}

static struct tally *
tally_place(struct check *c, size_t department, const char *item)
{
	const struct item *i = questionnaire_find(c->questionnaire, item);
	if (department == c->department_count || i == NULL)
		return NULL;
	return &c->tallies[department * c->questionnaire->count + (size_t)(i - c->questionnaire->items)];
}

/* ---- one sheet ------------------------------------------------------------------------- */

SQL(verify_sheets, "SELECT s.id, s.department_id, s.submitted, s.draft IS NOT NULL, s.late, r.number, "
		   "r.digest, r.answered, s.flags, s.returned_at IS NOT NULL, s.confirmed_at IS NOT NULL, "
		   "s.excluded_at IS NOT NULL, "
		   "EXISTS (SELECT 1 FROM sheet_department x WHERE x.sheet_id = s.id)"
		   " FROM sheet s LEFT JOIN receipt r ON r.number = (SELECT l.number FROM receipt l"
		   " WHERE l.sheet_id = s.id ORDER BY length(l.number) DESC, l.number DESC LIMIT 1)"
		   " WHERE s.cycle_id = $1 AND s.set_key = $2 ORDER BY s.department_id");

static void
receipt_check(struct check *c, struct rows *r, const char *document, size_t length, int64_t answered)
{
	long long sheet = row_int(r, 0);
	char digest[DIGEST_SIZE];
	if (row_null(r, 5)) {
		verify_differs(c, _("sheet %lld was submitted but has no receipt"), sheet);
		return;
	}
	digest_of(document, length, digest);
	if (strcmp(digest, row_peek(r, 6, NULL)) != 0)
		verify_differs(c, _("sheet %lld: the answers are not those of receipt %s"), sheet,
			row_peek(r, 5, NULL));
	else if (row_int(r, 7) != answered)
		verify_differs(c, _("receipt %s says %lld answers, the sheet holds %lld"),
			row_peek(r, 5, NULL), (long long)row_int(r, 7), (long long)answered);
}

static void
answers_count(struct check *c, const struct answers *answers, const struct sheet_place *places, size_t count)
{
	const struct questionnaire *q = c->questionnaire;
	for (size_t i = 0; i < count; i++) {
		size_t place = department_place(c, places[i].department_id);
		for (size_t k = 0; k < q->count; k++)
			if (sheet_item_counts(&q->items[k], places, count, i))
				tally_answer(&c->tallies[place * q->count + k], &answers->items[k], +1);
	}
}

static void
document_check(struct check *c, struct rows *r, const struct sheet_place *places, size_t count, bool counts)
{
	size_t length;
	struct err e = {0};
	struct answers answers;
	const char *document = row_peek(r, 2, &length);
	if (!answers_parse(c->sheet, c->questionnaire, document, &answers, &e)) {
		verify_differs(c, _("sheet %lld cannot be read: %s"), (long long)row_int(r, 0), e.text);
		return;
	}
	if (counts)
		answers_count(c, &answers, places, count);
	int64_t given = (int64_t)answers_given(&answers, (flags_t)row_int(r, 8));
	c->result->answers += given;
	receipt_check(c, r, document, length, given);
}

/* Most count in one department, which is known without asking. */
static bool
places_of(struct check *c, struct rows *r, size_t place, struct sheet_place **out, size_t *count)
{
	struct err e = {0};
	struct sheet_places further;
	*out = ARENA_NEW(c->sheet, struct sheet_place);
	**out = (struct sheet_place){c->departments[place].department_id, c->departments[place].flags};
	*count = 1;
	if (row_int(r, 12) == 0)
		return true;
	if (!sheet_places(c->db, c->sheet, row_int(r, 0), &further, &e)) {
		verify_differs(c, "%s", e.text);
		return false;
	}
	*out = further.list;
	*count = further.count;
	return true;
}

static void
sheet_check(struct check *c, struct rows *r)
{
	size_t place = department_place(c, row_int(r, 1)), count;
	struct sheet_place *places;
	struct sheet_facts facts = {.cycle = c->cycle->state,
		.draft = row_int(r, 3) != 0,
		.submitted = !row_null(r, 2),
		.returned = row_int(r, 9) != 0,
		.confirmed = row_int(r, 10) != 0,
		.excluded = row_int(r, 11) != 0};
	c->result->sheets++;
	if (place == c->department_count) {
		verify_differs(c, _("sheet %lld belongs to a department outside the cycle"),
			(long long)row_int(r, 0));
		return;
	}
	if (!places_of(c, r, place, &places, &count))
		return;
	struct progress_delta counts = sheet_counts(&facts, row_int(r, 4) != 0);
	for (size_t i = 0; i < count; i++)
		progress_add(&c->progress[department_place(c, places[i].department_id)], &counts, +1);
	if (!facts.submitted && !row_null(r, 5))
		verify_differs(c, _("receipt %s stands for a sheet without submitted answers"),
			row_peek(r, 5, NULL));
	c->result->submissions += facts.submitted;
	if (facts.submitted)
		document_check(c, r, places, count, !facts.excluded);
	arena_reset(c->sheet);
}

static bool
sheets_check(struct check *c, struct err *e)
{
	struct rows r;
	if (!db_query(c->db, &r, e, verify_sheets, "is", c->cycle->id, c->questionnaire->key))
		return false;
	while (rows_next(&r))
		sheet_check(c, &r);
	return rows_end(&r, e);
}

/* ---- the summaries of one set ---------------------------------------------------------------- */

SQL(verify_tallies, "SELECT department_id, item, s0, s1, s2, s3, s4, na, unknown, n0, n1, n2, n3, n4"
		    " FROM tally WHERE cycle_id = $1 AND set_key = $2 ORDER BY department_id");

static bool
tallies_subtract(struct check *c, struct err *e)
{
	struct rows r;
	if (!db_query(c->db, &r, e, verify_tallies, "is", c->cycle->id, c->questionnaire->key))
		return false;
	while (rows_next(&r)) {
		struct tally stored = {.na = -row_int(&r, 7), .unknown = -row_int(&r, 8)};
		for (int i = 0; i < CHOICE_SLOTS; i++)
			stored.slots[i] = -row_int(&r, 2 + i);
		for (int i = 0; i < NA_REASONS; i++)
			stored.na_for[i] = -row_int(&r, 9 + i);
		struct tally *t = tally_place(c, department_place(c, row_int(&r, 0)), row_peek(&r, 1, NULL));
		if (t != NULL)
			tally_add(t, &stored);
		else if (!tally_empty(&stored))
			verify_differs(c,
				_("fiscal year %d, %s: a summary of %s belongs to nothing that was asked"),
				c->cycle->year, c->questionnaire->title, row_peek(&r, 1, NULL));
	}
	return rows_end(&r, e);
}

static void
tallies_compare(struct check *c)
{
	size_t items = c->questionnaire->count;
	for (size_t i = 0; i < c->department_count * items; i++) {
		const struct tally *t = &c->tallies[i];
		if (!tally_empty(t))
			verify_differs(c,
				_("fiscal year %d, %s, %s, %s: the summary differs from the answers by"
				  " %+lld/%+lld/%+lld/%+lld/%+lld, not applicable %+lld (by reason"
				  " %+lld/%+lld/%+lld/%+lld/%+lld), unknown %+lld"),
				c->cycle->year, c->questionnaire->title, c->departments[i / items].name,
				c->questionnaire->items[i % items].id, -(long long)t->slots[0],
				-(long long)t->slots[1], -(long long)t->slots[2], -(long long)t->slots[3],
				-(long long)t->slots[4], -(long long)t->na, -(long long)t->na_for[0],
				-(long long)t->na_for[1], -(long long)t->na_for[2], -(long long)t->na_for[3],
				-(long long)t->na_for[4], -(long long)t->unknown);
	}
}

static void
progress_compare(struct check *c, size_t place, const struct progress_row *stored)
{
	const struct progress_delta *p = &c->progress[place];
	const struct {
		const char *what;
		int64_t stored, counted;
	} figures[] = {{N_("asked"), stored->asked, p->asked}, {N_("drafts"), stored->drafts, p->drafts},
		{N_("submitted"), stored->submitted, p->submitted}, {N_("late"), stored->late, p->late},
		{N_("returned"), stored->returned, p->returned},
		{N_("confirmed"), stored->confirmed, p->confirmed},
		{N_("excluded"), stored->excluded, p->excluded}};
	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
		if (figures[i].stored != figures[i].counted)
			verify_differs(c, _("fiscal year %d, %s, %s: %s is kept as %lld and counted as %lld"),
				c->cycle->year, c->questionnaire->title, c->departments[place].name,
				_(figures[i].what), (long long)figures[i].stored,
				(long long)figures[i].counted);
}

static bool
progress_check(struct check *c, struct err *e)
{
	struct progress_row *rows;
	size_t count;
	if (!progress_list(c->db, c->arena, c->cycle->id, c->questionnaire->key, 0, &rows, &count, e))
		return false;
	struct progress_row *stored = ARENA_ARRAY(c->arena, struct progress_row, c->department_count);
	for (size_t i = 0; i < count; i++)
		stored[department_place(c, rows[i].department_id)] = rows[i];
	for (size_t i = 0; i < c->department_count; i++)
		progress_compare(c, i, &stored[i]);
	return true;
}

static bool
set_check(struct check *c, const char *set_key, struct err *e)
{
	c->questionnaire = frozen_find(c->frozen, c->db, c->cycle->id, set_key, e);
	if (c->questionnaire == NULL)
		return false;
	c->tallies = ARENA_ARRAY(c->arena, struct tally, c->department_count * c->questionnaire->count);
	c->progress = ARENA_ARRAY(c->arena, struct progress_delta, c->department_count);
	if (!sheets_check(c, e) || !tallies_subtract(c, e))
		return false;
	tallies_compare(c);
	return progress_check(c, e);
}

bool
cycle_check(struct check *c, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, c->cycle->id, &sets, &count, e) ||
		!cycle_departments(c->db, c->arena, c->cycle->id, &c->departments, &c->department_count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!set_check(c, sets[i].set_key, e))
			return false;
	return true;
}
