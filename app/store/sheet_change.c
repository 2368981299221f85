/* Saving and submitting: what counts is what was acknowledged last. */
#include "store/sheets.h"

#include <assert.h>
#include <string.h>

#include "base/secret.h"
#include "base/words.h"

struct present { /* the sheet as it stands when its turn has come */
	int64_t cycle_id, department_id, person_id;
	const char *set_key, *draft, *submitted;
	int year, revision;
	enum cycle_state state;
	day_t due_day;
	flags_t flags;
};

SQL(find_present, "SELECT s.cycle_id, s.department_id, s.person_id, s.set_key, s.draft, s.submitted, c.year,"
		  " s.revision, c.state, c.due_day, d.flags FROM sheet s JOIN cycle c ON c.id = s.cycle_id"
		  " JOIN cycle_department d ON d.cycle_id = s.cycle_id AND d.department_id = s.department_id"
		  " WHERE s.id = $1");

static bool
present_find(struct db *db, struct arena *a, int64_t id, struct present *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_present, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = (struct present){.cycle_id = row_int(&r, 0),
			.department_id = row_int(&r, 1),
			.person_id = row_int(&r, 2),
			.set_key = row_text(&r, 3, a),
			.draft = row_text(&r, 4, a),
			.submitted = row_text(&r, 5, a),
			.year = (int)row_int(&r, 6),
			.revision = (int)row_int(&r, 7),
			.state = cycle_state_of(row_peek(&r, 8, NULL)),
			.due_day = (day_t)row_int(&r, 9),
			.flags = (flags_t)row_int(&r, 10)};
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such sheet"));
}

static bool
change_allowed(const struct present *s, const struct sheet_change *c, struct err *e)
{
	if (s->person_id != c->person_id)
		return err_set(e, ERR_DENIED, _("this sheet belongs to someone else"));
	if (s->state == CYCLE_CLOSED)
		return err_set(
			e, ERR_CONFLICT, _("the cycle has been closed, so the answers were not stored"));
	if (s->state != CYCLE_OPEN)
		return err_set(e, ERR_CONFLICT,
			_("the cycle has not been opened yet, so the answers were not stored"));
	return true;
}

/* A form of an older revision: what another window saved since is not erased. */
static bool
change_merge(const struct present *s, struct sheet_change *c, struct err *e)
{
	c->flags = s->flags;
	answers_fit(&c->answers, c->flags);
	if (c->base_revision == s->revision)
		return true;
	struct answers stored;
	const char *document = s->draft != NULL ? s->draft : s->submitted;
	if (!answers_parse(c->arena, c->answers.questionnaire, document == NULL ? "" : document, &stored, e))
		return false;
	c->merged = true;
	c->replaced_count = answers_merge(c->arena, &c->answers, &stored, &c->replaced);
	answers_fit(&c->answers, c->flags);
	return true;
}

static const char *
change_document(const struct sheet_change *c)
{
	struct buf document = BUF_INIT;
	answers_format(&c->answers, &document);
	const char *text = arena_strndup(c->arena, document.data, document.length);
	buf_free(&document);
	return text;
}

static bool
same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

SQL(save_draft, "UPDATE sheet SET draft = $2, draft_at = $3, revision = revision + 1 WHERE id = $1");
SQL(drop_draft, "UPDATE sheet SET draft = NULL, draft_at = NULL, revision = revision + 1 WHERE id = $1");

/* What is the same as what was submitted is no draft. */
static bool
change_save(struct db *db, struct piece *p, const struct present *s, struct sheet_change *c,
	const char *document, struct err *e)
{
	const char *draft = same(document, s->submitted) ? NULL : document;
	c->revision = s->revision;
	if (same(draft, s->draft))
		return true;
	c->revision = s->revision + 1;
	if (draft == NULL)
		return db_exec(db, e, drop_draft, "i", c->sheet_id);
	if (s->submitted == NULL && s->draft == NULL)
		batch_progress(
			p, s->cycle_id, s->set_key, s->department_id, (struct progress_delta){.drafts = 1});
	return db_exec(db, e, save_draft, "isi", c->sheet_id, draft, c->now);
}

/* Counts what the submission changes: old answers out, new ones in. */
static bool
change_tally(struct piece *p, const struct present *s, const struct sheet_change *c, struct err *e)
{
	const struct questionnaire *q = c->answers.questionnaire;
	struct answers before = answers_none(c->arena, q);
	if (s->submitted != NULL && !answers_parse(c->arena, q, s->submitted, &before, e))
		return false;
	for (size_t i = 0; i < q->count; i++) {
		struct tally delta = {0};
		tally_answer(&delta, &before.items[i], -1);
		tally_answer(&delta, &c->answers.items[i], +1);
		if (!tally_empty(&delta))
			batch_tally(p, s->cycle_id, s->set_key, s->department_id, q->items[i].id, &delta);
	}
	return true;
}

static void
change_progress(struct piece *p, const struct present *s, bool late)
{
	if (s->submitted == NULL)
		batch_progress(p, s->cycle_id, s->set_key, s->department_id,
			(struct progress_delta){
				.submitted = 1, .drafts = s->draft != NULL ? -1 : 0, .late = late});
}

SQL(count_receipts, "SELECT count(*) FROM receipt WHERE sheet_id = $1");
SQL(insert_receipt, "INSERT INTO receipt (number, sheet_id, submitted_at, answered, digest)"
		    " VALUES ($1, $2, $3, $4, $5)");

static bool
receipt_create(
	struct db *db, const struct present *s, struct sheet_change *c, const char *document, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_receipts, "i", c->sheet_id))
		return false;
	long long earlier = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e))
		return false;
	char digest[DIGEST_SIZE];
	digest_of(document, strlen(document), digest);
	c->receipt = (struct receipt){.sheet_id = c->sheet_id,
		.submitted_at = c->now,
		.answered = (int)answers_given(&c->answers, c->flags),
		.number = receipt_number(c->arena, s->year, c->sheet_id, earlier + 1)};
	return db_exec(db, e, insert_receipt, "siiis", c->receipt.number, c->sheet_id, c->now,
		(int64_t)c->receipt.answered, digest);
}

/* The first submission decides whether the sheet was late; a revision does not. */
SQL(save_submission, "UPDATE sheet SET submitted = $2, submitted_at = $3, first_at = coalesce(first_at, $3),"
		     " late = CASE WHEN first_at IS NULL THEN $4 ELSE late END,"
		     " draft = NULL, draft_at = NULL, revision = revision + 1 WHERE id = $1");

static bool
change_submit(struct db *db, struct piece *p, const struct present *s, struct sheet_change *c,
	const char *document, struct err *e)
{
	if (same(document, s->submitted)) /* sent twice, or a draft taken back */
		return change_save(db, p, s, c, document, e) &&
		       receipt_of_sheet(db, c->arena, c->sheet_id, &c->receipt, e);
	bool late = cycle_is_late(s->due_day, c->now);
	c->revision = s->revision + 1;
	change_progress(p, s, late);
	return change_tally(p, s, c, e) &&
	       db_exec(db, e, save_submission, "isii", c->sheet_id, document, c->now, (int64_t)late) &&
	       receipt_create(db, s, c, document, e);
}

SQL(drop_kept, "DELETE FROM kept WHERE sheet_id = $1");

bool
sheet_change(struct db *db, struct piece *p, struct sheet_change *c, struct err *e)
{
	struct present s = {0};
	assert(c->arena != NULL && c->answers.questionnaire != NULL);
	if (!present_find(db, c->arena, c->sheet_id, &s, e) || !change_allowed(&s, c, e) ||
		!change_merge(&s, c, e))
		return false;
	if (c->submit)
		c->missing_count = answers_missing(c->arena, &c->answers, c->flags, &c->missing);
	const char *document = change_document(c);
	bool stored = c->submit && c->missing_count == 0 ? change_submit(db, p, &s, c, document, e)
							 : change_save(db, p, &s, c, document, e);
	return stored && db_exec(db, e, drop_kept, "i", c->sheet_id);
}

/* ---- typed after the session had ended ------------------------------------------------ */

SQL(find_owner, "SELECT person_id FROM sheet WHERE id = $1");
SQL(save_kept,
	"INSERT INTO kept (sheet_id, answers, kept_at) VALUES ($1, $2, $3)"
	" ON CONFLICT (sheet_id) DO UPDATE SET answers = excluded.answers, kept_at = excluded.kept_at");

bool
sheet_keep(
	struct db *db, int64_t sheet_id, int64_t person_id, const char *answers, instant_t now, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_owner, "i", sheet_id))
		return false;
	int64_t owner = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e))
		return false;
	if (owner == 0)
		return err_set(e, ERR_ABSENT, _("there is no such sheet"));
	if (owner != person_id)
		return err_set(e, ERR_DENIED, _("this sheet belongs to someone else"));
	return db_exec(db, e, save_kept, "isi", sheet_id, answers, now);
}
