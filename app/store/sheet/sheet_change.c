/* Saving and submitting: what counts is what was acknowledged last. */
#include "store/sheet/sheets.h"

#include <assert.h>
#include <string.h>

#include "base/secret.h"
#include "base/words.h"
#include "domain/score/signals.h"
#include "store/sheet/sheet_acts.h"
#include "store/sheet/sheet_count.h"

struct present { /* the sheet as it stands when its turn has come */
	int64_t person_id;
	const char *draft, *submitted;
	int year, revision;
	struct sheet_facts facts;
	bool late, taught, proxied;
	day_t due_day;
	flags_t flags;
	int64_t seconds, kept_seconds;
	instant_t kept_at;
	instant_t stored_at;        /* last; 0: never */
	struct sheet_places places; /* once they are needed */
};

SQL(find_present, "SELECT s.person_id, s.draft, s.submitted, c.year, s.revision, c.state, c.due_day, s.flags,"
		  " s.late, s.returned_at, s.confirmed_at, s.excluded_at,"
		  " EXISTS (SELECT 1 FROM na_ask q WHERE q.sheet_id = s.id), s.seconds, k.seconds,"
		  " CASE WHEN s.draft_at > coalesce(s.submitted_at, 0) THEN s.draft_at"
		  " ELSE s.submitted_at END, s.proxy_at,"
		  " EXISTS (SELECT 1 FROM lesson l WHERE l.sheet_id = s.id AND l.person_id = s.person_id), k.kept_at"
		  " FROM sheet s JOIN cycle c ON c.id = s.cycle_id"
		  " LEFT JOIN kept k ON k.sheet_id = s.id WHERE s.id = $1");

static bool
present_find(struct db *db, struct arena *a, int64_t id, struct present *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_present, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = (struct present){.person_id = row_int(&r, 0),
			.draft = row_text(&r, 1, a),
			.submitted = row_text(&r, 2, a),
			.year = (int)row_int(&r, 3),
			.revision = (int)row_int(&r, 4),
			.due_day = (day_t)row_int(&r, 6),
			.flags = (flags_t)row_int(&r, 7),
			.late = row_int(&r, 8) != 0,
			.seconds = row_int(&r, 13),
			.kept_seconds = row_int(&r, 14),
			.stored_at = row_int(&r, 15),
			.proxied = !row_null(&r, 16),
			.taught = row_int(&r, 17) != 0,
			.kept_at = row_int(&r, 18),
			.facts = {.cycle = cycle_state_of(row_peek(&r, 5, NULL)),
				.draft = !row_null(&r, 1),
				.submitted = !row_null(&r, 2),
				.returned = !row_null(&r, 9),
				.confirmed = !row_null(&r, 10),
				.excluded = !row_null(&r, 11),
				.asked = row_int(&r, 12) != 0}};
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such sheet"));
}

static bool
change_allowed(struct db *db, const struct present *s, const struct sheet_change *c, struct err *e)
{
	unsigned actors = s->person_id == c->person_id ? ACTOR_OWNER : 0;
	if (c->proxy_by == 0)
		return sheet_may(SHEET_ANSWER, actors, &s->facts, e);
	return sheet_actors(db, c->arena, c->sheet_id, c->proxy_by, &actors, e) &&
	       sheet_may(SHEET_PROXY, actors, &s->facts, e);
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
	c->former = stored;
	c->replaced_count = answers_merge(c->arena, &c->answers, &stored, &c->replaced);
	answers_fit(&c->answers, c->flags);
	return true;
}

/* What stands has not been replaced. */
static void
replaced_drop(struct sheet_change *c, const struct item *refused)
{
	size_t left = 0;
	for (size_t i = 0; i < c->replaced_count; i++)
		if (c->replaced[i] != refused)
			c->replaced[left++] = c->replaced[i];
	c->replaced_count = left;
}

/* What is known after the right answers were shown is not what was known before. */
static bool
change_keep_known(const struct present *s, struct sheet_change *c, struct err *e)
{
	struct answers submitted;
	bool typed_again = c->paper_day != 0 && s->proxied;
	if (!s->taught || typed_again || s->submitted == NULL)
		return true;
	if (!answers_parse(c->arena, c->answers.questionnaire, s->submitted, &submitted, e))
		return false;
	c->refused_count = answers_stand(c->arena, &c->answers, &submitted, &c->refused);
	for (size_t i = 0; i < c->refused_count; i++)
		replaced_drop(c, c->refused[i]);
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

/* What somebody else has typed in, even once, took a time that nobody knows. */
static int64_t
seconds_after(const struct present *s, const struct sheet_change *c)
{
	if (c->proxy_by != 0 || s->seconds < 0)
		return SHEET_SECONDS_UNKNOWN;
	return s->seconds + (c->kept >= s->kept_at ? s->kept_seconds : 0) +
	       signals_hand_seconds(c->shown, s->stored_at, c->now);
}

SQL(save_draft, "UPDATE sheet SET draft = $2, draft_at = $3, seconds = $4, revision = revision + 1"
		" WHERE id = $1");
SQL(drop_draft, "UPDATE sheet SET draft = NULL, draft_at = NULL, seconds = $2, revision = revision + 1"
		" WHERE id = $1");
SQL(save_seconds, "UPDATE sheet SET seconds = $2 WHERE id = $1");

/* Once the places are known, what changes between before and after goes to the summaries. */
static bool
change_progress(struct db *db, struct piece *p, struct present *s, const struct sheet_change *c,
	const struct sheet_facts *after, bool late, struct err *e)
{
	if (s->places.count == 0 && !sheet_places(db, c->arena, c->sheet_id, &s->places, e))
		return false;
	struct progress_delta old = sheet_counts(&s->facts, s->late), new = sheet_counts(after, late);
	sheet_count_progress(p, &s->places, &old, &new);
	return true;
}

/* What is the same as what was submitted is no draft. */
static bool
change_save(struct db *db, struct piece *p, struct present *s, struct sheet_change *c, const char *document,
	struct err *e)
{
	const char *draft = same(document, s->submitted) ? NULL : document;
	int64_t seconds = seconds_after(s, c);
	c->revision = s->revision;
	if (same(draft, s->draft))
		return seconds == s->seconds || c->proxy_by != 0 ||
		       db_exec(db, e, save_seconds, "ii", c->sheet_id, seconds);
	c->revision = s->revision + 1;
	if (draft == NULL)
		return db_exec(db, e, drop_draft, "ii", c->sheet_id, seconds);
	struct sheet_facts after = s->facts;
	after.draft = true;
	return (after.submitted || s->facts.draft || change_progress(db, p, s, c, &after, s->late, e)) &&
	       db_exec(db, e, save_draft, "isii", c->sheet_id, draft, c->now, seconds);
}

/* Counts what the submission changes: old answers out, new ones in. */
static bool
change_tally(struct db *db, struct piece *p, struct present *s, const struct sheet_change *c, bool late,
	struct err *e)
{
	struct answers before;
	struct sheet_facts after = {.cycle = s->facts.cycle, .submitted = true};
	if (!change_progress(db, p, s, c, &after, late, e))
		return false;
	if (s->submitted != NULL &&
		!answers_parse(c->arena, c->answers.questionnaire, s->submitted, &before, e))
		return false;
	return sheet_count_answers(db, p, &s->places, c->answers.questionnaire,
		s->submitted != NULL ? &before : NULL, &c->answers, e);
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

/* The first submission decides whether the sheet was late; a revision does not. Nor do others
 * learn of one that nobody asked for by name: together with the counts it would tell what changed. */
SQL(save_submission,
	"UPDATE sheet SET submitted = $2, submitted_at = $3, first_at = coalesce(first_at, $3),"
	" told_at = CASE WHEN told_at IS NULL OR returned_at IS NOT NULL THEN $3 ELSE told_at END,"
	" late = $4, draft = NULL, draft_at = NULL, returned_at = NULL, returned_by = NULL,"
	" return_comment = NULL, proxy_by = nullif($5, 0),"
	" proxy_at = CASE $5 WHEN 0 THEN NULL ELSE $3 END, seconds = $6,"
	" revision = revision + 1 WHERE id = $1");

static bool
first_is_late(const struct present *s, const struct sheet_change *c)
{
	return c->paper_day != 0 ? c->paper_day > s->due_day : cycle_is_late(s->due_day, c->now);
}

/* The day on a paper may have been mistyped. */
static bool
late_after(const struct present *s, const struct sheet_change *c)
{
	bool mended = s->proxied && c->paper_day != 0 && !s->facts.returned;
	return s->facts.submitted && !mended ? s->late : first_is_late(s, c);
}

static bool
submission_store(struct db *db, struct piece *p, struct present *s, struct sheet_change *c,
	const char *document, struct err *e)
{
	bool late = late_after(s, c);
	c->revision = s->revision + 1;
	return change_tally(db, p, s, c, late, e) &&
	       db_exec(db, e, save_submission, "isiiii", c->sheet_id, document, c->now, (int64_t)late,
		       c->proxy_by, seconds_after(s, c));
}

static bool
proxy_log(struct db *db, const struct sheet_change *c, struct err *e)
{
	return c->proxy_by == 0 || sheet_log(db, c->arena, c->sheet_id, c->proxy_by, "sheet_proxied",
					   c->receipt.number, c->now, e);
}

SQL(drop_asks, "DELETE FROM na_ask WHERE sheet_id = $1");

static bool
change_submit(struct db *db, struct piece *p, struct present *s, struct sheet_change *c, const char *document,
	struct err *e)
{
	if (s->facts.asked && !db_exec(db, e, drop_asks, "i", c->sheet_id))
		return false;
	if (!same(document, s->submitted))
		return submission_store(db, p, s, c, document, e) && receipt_create(db, s, c, document, e) &&
		       proxy_log(db, c, e);
	/* Sent twice, a draft taken back, or returned and found to be right: the receipt stands. */
	return (s->facts.returned || late_after(s, c) != s->late ? submission_store(db, p, s, c, document, e)
				  : change_save(db, p, s, c, document, e)) &&
	       receipt_of_sheet(db, c->arena, c->sheet_id, &c->receipt, e);
}

/* Only by a form that showed it: another window, a paper or a workbook knows nothing of it. */
SQL(drop_kept, "DELETE FROM kept WHERE sheet_id = $1 AND kept_at <= $2");

bool
sheet_change(struct db *db, struct piece *p, struct sheet_change *c, struct err *e)
{
	struct present s = {0};
	assert(c->arena != NULL && c->answers.questionnaire != NULL);
	if (!present_find(db, c->arena, c->sheet_id, &s, e) || !change_allowed(db, &s, c, e) ||
		!change_merge(&s, c, e) || !change_keep_known(&s, c, e))
		return false;
	if (c->submit)
		c->missing_count = answers_missing(c->arena, &c->answers, c->flags, &c->missing);
	const char *document = change_document(c);
	bool stored = c->submit && c->missing_count == 0 ? change_submit(db, p, &s, c, document, e)
							 : change_save(db, p, &s, c, document, e);
	return stored && db_exec(db, e, drop_kept, "ii", c->sheet_id, c->kept);
}

/* ---- typed after the session had ended ------------------------------------------------ */

SQL(find_owner, "SELECT s.person_id, CASE WHEN s.draft_at > coalesce(k.kept_at, s.submitted_at, 0)"
		" THEN s.draft_at ELSE coalesce(k.kept_at, s.submitted_at) END"
		" FROM sheet s LEFT JOIN kept k ON k.sheet_id = s.id WHERE s.id = $1");
SQL(save_kept, "INSERT INTO kept (sheet_id, answers, kept_at, seconds) VALUES ($1, $2, $3, $4)"
	       " ON CONFLICT (sheet_id) DO UPDATE SET answers = excluded.answers, kept_at = excluded.kept_at,"
	       " seconds = kept.seconds + excluded.seconds");

bool
sheet_keep(struct db *db, int64_t sheet_id, int64_t person_id, const char *answers, instant_t shown,
	instant_t now, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_owner, "i", sheet_id))
		return false;
	bool found = rows_next(&r);
	int64_t owner = found ? row_int(&r, 0) : 0;
	instant_t stored_at = found ? row_int(&r, 1) : 0;
	if (!rows_end(&r, e))
		return false;
	if (owner == 0)
		return err_set(e, ERR_ABSENT, _("there is no such sheet"));
	if (owner != person_id)
		return err_set(e, ERR_DENIED, _("this sheet belongs to someone else"));
	return db_exec(db, e, save_kept, "isii", sheet_id, answers, now,
		signals_hand_seconds(shown, stored_at, now));
}
