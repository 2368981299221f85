/* What comes back in a workbook: judged sheet by sheet, then stored sheet by sheet. */
#include "store/sheet/answer_book.h"

#include <string.h>

#include "base/words.h"
#include "domain/answer/sheet_code.h"
#include "store/event.h"
#include "store/sheet/proxy.h"
#include "store/sheet/sheet_acts.h"

static const char *const outcome_keys[ANSWER_OUTCOMES] = {
	[ANSWERS_SUBMITTED] = "submitted",
	[ANSWERS_DRAFT] = "draft",
	[ANSWERS_SAME] = "same",
	[ANSWERS_EMPTY] = "empty",
	[ANSWERS_REFUSED] = "refused",
};

const char *
answer_outcome_key(enum answer_outcome o)
{
	return outcome_keys[o];
}

/* A sheet of the file beside what is stored of it. */
struct judging {
	struct store *store;
	struct db *db;
	struct answer_import *import;
	const struct answer_read *read;
	struct answer_row *row;
	struct sheet sheet;
	const struct questionnaire *q;
	struct answer_taken taken;
	struct answers stored;
};

static bool
refused(struct judging *j, const char *why)
{
	j->row->outcome = ANSWERS_REFUSED;
	answer_fault_add(&j->import->faults, j->row->worksheet, "", "%s", why);
	return false;
}

/* Whose sheet it is, whether of this edition, and whether it may be typed in now. */
static bool
sheet_fits(struct judging *j)
{
	struct arena *a = j->import->arena;
	struct err e = {0};
	unsigned actors;
	char digest[DIGEST_SIZE];
	if (!sheet_find(j->db, a, j->read->sheet_id, &j->sheet, &e))
		return refused(j, e.text);
	if (j->sheet.cycle_id != j->import->book.cycle_id ||
		strcmp(j->sheet.set_key, j->read->set_key) != 0 ||
		(j->sheet.code != NULL && strcmp(j->sheet.code, j->read->code) != 0))
		return refused(j, _("the sheet is another one now; hand the workbook out anew"));
	j->q = store_cycle_set(j->store, j->sheet.cycle_id, j->sheet.set_key, &e);
	if (j->q == NULL)
		return refused(j, e.text);
	answer_digest(j->q, digest);
	if (strcmp(digest, j->read->digest) != 0)
		return refused(j, _("the questions have changed since the workbook was handed out"));
	struct sheet_facts facts = sheet_facts(&j->sheet);
	if (!sheet_actors(j->db, a, j->sheet.id, j->import->account_id, &actors, &e) ||
		!sheet_may(SHEET_PROXY, actors, &facts, &e))
		return refused(j, e.text);
	return true;
}

/* Which questions have been answered otherwise since; never how. */
static bool
conflicts(struct judging *j, const struct item **differing, size_t count)
{
	struct arena *a = j->import->arena;
	const char *list = "";
	for (size_t i = 0; i < count; i++)
		list = arena_printf(a, "%s%s%s", list, i > 0 ? ", " : "", differing[i]->id);
	return count == 0 || refused(j, arena_printf(a,
						_("the sheet was changed in the browser after the workbook "
						  "was handed out, and "
						  "differs in: %s"),
						list));
}

static const char *
document_of(struct arena *a, const struct answers *s)
{
	struct buf b = BUF_INIT;
	answers_format(s, &b);
	const char *text = arena_strndup(a, b.data, b.length);
	buf_free(&b);
	return text;
}

static bool
outcome_decide(struct judging *j)
{
	struct arena *a = j->import->arena;
	struct missing *missing;
	struct answers *all = &j->taken.answers;
	const char *stored = j->sheet.draft != NULL ? j->sheet.draft : j->sheet.submitted;
	j->row->given = answers_given(all, j->sheet.flags);
	j->row->asked = answers_asked(j->q, j->sheet.flags);
	j->row->lacking = answers_missing(a, all, j->sheet.flags, &missing);
	bool submit = j->taken.submit && j->taken.refused == 0 && j->row->lacking == 0;
	bool same = stored != NULL && strcmp(stored, document_of(a, all)) == 0;
	bool waits = j->sheet.submitted == NULL || j->sheet.returned_at != 0;
	if (same && !(submit && (waits || j->sheet.draft != NULL)))
		j->row->outcome = ANSWERS_SAME;
	else if (j->sheet.submitted != NULL && j->sheet.returned_at == 0 &&
		 j->read->revision != j->sheet.revision)
		return refused(j, _("the sheet was handed in by someone else in the meantime"));
	else
		j->row->outcome = submit ? ANSWERS_SUBMITTED : ANSWERS_DRAFT;
	return true;
}

/* What was known before the right answers were shown stays: which questions, never how. */
static bool
known_keep(struct judging *j, struct err *e)
{
	struct arena *a = j->import->arena;
	const struct item **standing;
	size_t count;
	if (!sheet_keep_known(a, &j->sheet, true, &j->taken.answers, &standing, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		answer_fault_add(&j->import->faults, j->row->worksheet, "",
			_("the right answers have been shown, so the answer to %s stays as it was"),
			standing[i]->id);
	return true;
}

/* True when there is something to store. */
static bool
sheet_judge(struct judging *j)
{
	struct err e = {0};
	const struct item **differing;
	j->row->worksheet = j->read->worksheet;
	j->row->code = j->read->code;
	j->row->name = "";
	if (!sheet_fits(j))
		return false;
	j->row->name = j->sheet.unit_name[0] != '\0' ? j->sheet.unit_name : j->sheet.department_name;
	answer_sheet_read(j->import->arena, j->read, j->q, j->sheet.flags, &j->taken, &j->import->faults);
	j->row->asked = answers_asked(j->q, j->sheet.flags);
	if (j->taken.given == 0) {
		j->row->outcome = ANSWERS_EMPTY;
		return false;
	}
	const char *stored = j->sheet.draft != NULL ? j->sheet.draft : j->sheet.submitted;
	if (!answers_parse(j->import->arena, j->q, stored != NULL ? stored : "", &j->stored, &e))
		return refused(j, e.text);
	size_t count = answers_merge(j->import->arena, &j->taken.answers, &j->stored, &differing);
	answers_fit(&j->taken.answers, j->sheet.flags);
	if (!known_keep(j, &e))
		return refused(j, e.text);
	if (j->read->revision != j->sheet.revision && !conflicts(j, differing, count))
		return false;
	return outcome_decide(j) && j->row->outcome != ANSWERS_SAME;
}

/* ---- the file --------------------------------------------------------------------------- */

static bool
file_fits(struct db *db, const struct answer_import *i, struct err *e)
{
	struct cycle cycle;
	struct err none;
	if (!cycle_find(db, i->arena, i->book.cycle_id, &cycle, &none) || cycle.opened_at != i->book.opened)
		return err_set(e, ERR_CONFLICT, _("the workbook is of a cycle that is not one of ours"));
	return cycle_live(cycle.state) ||
	       err_set(e, ERR_CONFLICT, _("the workbook is of %s, which takes no more answers"), cycle.title);
}

static bool
day_fits(struct db *db, struct answer_import *i, struct err *e)
{
	struct paper_days days;
	if (!workbook_days(db, i->book.cycle_id, i->now, &days, e))
		return false;
	if (i->day == 0)
		i->day = days.last;
	return (i->day >= days.first && i->day <= days.last) ||
	       err_set(e, ERR_INPUT,
		       _("the day the workbook was handed in must lie between the opening and today"));
}

static bool
file_begin(struct store *s, struct answer_import *i, struct db **db, struct err *e)
{
	i->faults = (struct answer_faults){.arena = i->arena};
	*db = store_reader(s, e);
	if (*db == NULL || !answer_book_read(i->arena, i->data, i->length, &i->book, &i->faults, e) ||
		!file_fits(*db, i, e) || !day_fits(*db, i, e))
		return false;
	i->row_count = i->book.count;
	i->rows = ARENA_ARRAY(i->arena, struct answer_row, i->row_count + 1);
	return true;
}

bool
answer_import_try(struct store *s, struct answer_import *i, struct err *e)
{
	struct db *db;
	if (!file_begin(s, i, &db, e))
		return false;
	for (size_t n = 0; n < i->row_count; n++) {
		struct judging j = {s, db, i, &i->book.sheets[n], &i->rows[n], .q = NULL};
		sheet_judge(&j);
	}
	return true;
}

/* ---- storing ------------------------------------------------------------------------------ */

static bool
sheet_work(struct db *db, struct piece *p, struct err *e)
{
	struct judging *j = p->with;
	j->db = db; /* as it stands now that its turn has come */
	if (!sheet_judge(j))
		return true;
	struct proxy x = {.change = {.sheet_id = j->sheet.id,
				  .proxy_by = j->import->account_id,
				  .paper_day = j->import->day,
				  .base_revision = j->sheet.revision,
				  .submit = j->row->outcome == ANSWERS_SUBMITTED,
				  .answers = j->taken.answers,
				  .now = j->import->now,
				  .arena = j->import->arena}};
	if (!proxy_store(db, p, &x, e))
		return false;
	j->row->receipt = x.change.receipt.number;
	return true;
}

static bool
file_log(struct db *db, struct piece *p, struct err *e)
{
	const struct answer_import *i = p->with;
	size_t counts[ANSWER_OUTCOMES] = {0};
	char day[16];
	for (size_t n = 0; n < i->row_count; n++)
		counts[i->rows[n].outcome]++;
	day_format(i->day, day);
	return event_add(db, i->now, i->account_id, "answers_imported", i->file,
		arena_printf(i->arena, "%zu / %zu / %zu　%s", counts[ANSWERS_SUBMITTED],
			counts[ANSWERS_DRAFT], counts[ANSWERS_REFUSED], day),
		e);
}

bool
answer_import_run(struct store *s, struct answer_import *i, struct err *e)
{
	struct db *db;
	if (!file_begin(s, i, &db, e))
		return false;
	for (size_t n = 0; n < i->row_count; n++) {
		struct judging j = {s, db, i, &i->book.sheets[n], &i->rows[n], .q = NULL};
		struct err failed = {0};
		size_t faults = i->faults.count;
		if (!sheet_judge(&j))
			continue;
		i->faults.count = faults; /* it is judged again */
		j = (struct judging){s, db, i, &i->book.sheets[n], &i->rows[n], .q = NULL};
		if (!writer_run(store_writer(s), sheet_work, &j, &failed))
			refused(&j, failed.text);
	}
	return writer_run(store_writer(s), file_log, i, e);
}
