#include "store/sheet/sheet_acts.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/organisation/account.h"
#include "store/organisation/managed.h"
#include "store/sheet/sheet_count.h"

const char *const sheet_exclusions[SHEET_EXCLUSIONS] = {
	"suspended", "parental", "seconded", "absent", "hired", "left", "other"};

bool
sheet_exclusion_known(const char *reason)
{
	for (size_t i = 0; i < SHEET_EXCLUSIONS; i++)
		if (strcmp(sheet_exclusions[i], reason) == 0)
			return true;
	return false;
}

/* ---- who acts ------------------------------------------------------------------------------ */

static bool
actors_of(struct db *db, struct arena *a, const struct sheet *s, int64_t account_id, unsigned *out,
	struct err *e)
{
	struct account who;
	bool acts = false;
	if (!account_find(db, a, account_id, &who, e) ||
		((who.roles & ROLE_MANAGER) != 0 &&
			!manages(db, a, s->cycle_id, account_id, s->department_id, &acts, e)))
		return false;
	*out = who.person_id != 0 && who.person_id == s->person_id ? ACTOR_OWNER : 0;
	if ((who.roles & ROLE_ADMIN) != 0)
		*out |= ACTOR_SECRETARIAT;
	if (acts)
		*out |= ACTOR_MANAGER;
	return true;
}

bool
sheet_actors(
	struct db *db, struct arena *a, int64_t sheet_id, int64_t account_id, unsigned *out, struct err *e)
{
	struct sheet s;
	return sheet_find(db, a, sheet_id, &s, e) && actors_of(db, a, &s, account_id, out, e);
}

SQL(find_subject,
	"SELECT c.year, q.title, CASE s.unit_name WHEN '' THEN d.name ELSE s.unit_name END FROM sheet s"
	" JOIN cycle c ON c.id = s.cycle_id"
	" JOIN cycle_department d ON d.cycle_id = s.cycle_id AND d.department_id = s.department_id"
	" JOIN cycle_set o ON o.cycle_id = s.cycle_id AND o.set_key = s.set_key"
	" JOIN question_set q ON q.id = o.question_set_id WHERE s.id = $1");

bool
sheet_log(struct db *db, struct arena *a, int64_t sheet_id, int64_t account_id, const char *what,
	const char *detail, instant_t now, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_subject, "i", sheet_id))
		return false;
	const char *subject = rows_next(&r) ? arena_printf(a, "%lld %s %s", (long long)row_int(&r, 0),
						      row_text(&r, 1, a), row_text(&r, 2, a))
					    : "";
	return rows_end(&r, e) && event_add(db, now, account_id, what, subject, detail, e);
}

/* ---- one sheet ------------------------------------------------------------------------------- */

static bool
act_begin(struct db *db, const struct sheet_act *x, enum sheet_action what, struct sheet *s, struct err *e)
{
	unsigned actors;
	if (!sheet_find(db, x->arena, x->sheet_id, s, e) ||
		!actors_of(db, x->arena, s, x->account_id, &actors, e))
		return false;
	struct sheet_facts facts = sheet_facts(s);
	return sheet_may(what, actors, &facts, e);
}

/* What the act leaves counts in the summaries from now on. */
static bool
act_count(struct db *db, struct piece *p, const struct sheet_act *x, const struct sheet *s,
	const struct sheet_facts *after, struct err *e)
{
	struct sheet_places places;
	struct sheet_facts before = sheet_facts(s);
	struct progress_delta old = sheet_counts(&before, s->late), new = sheet_counts(after, s->late);
	struct answers answers;
	if (!sheet_places(db, x->arena, s->id, &places, e))
		return false;
	sheet_count_progress(p, &places, &old, &new);
	if (before.excluded == after->excluded || !before.submitted)
		return true;
	if (!answers_parse(x->arena, x->questionnaire, s->submitted, &answers, e))
		return false;
	return sheet_count_answers(db, p, &places, x->questionnaire, after->excluded ? &answers : NULL,
		after->excluded ? NULL : &answers, e);
}

SQL(set_returned, "UPDATE sheet SET returned_at = $2, returned_by = $3, return_comment = $4,"
		  " confirmed_at = NULL, confirmed_by = NULL WHERE id = $1");

bool
sheet_return(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e)
{
	struct sheet s;
	if (!act_begin(db, x, SHEET_RETURN, &s, e))
		return false;
	if (utf8_blank(x->text))
		return err_set(e, ERR_INPUT, _("a sheet is returned with a comment that says what to do"));
	struct sheet_facts after = sheet_facts(&s);
	after.returned = true;
	after.confirmed = false;
	return act_count(db, p, x, &s, &after, e) &&
	       db_exec(db, e, set_returned, "iiis", s.id, x->now, x->account_id, x->text) &&
	       sheet_log(db, x->arena, s.id, x->account_id, "sheet_returned", x->text, x->now, e);
}

SQL(set_confirmed, "UPDATE sheet SET confirmed_at = $2, confirmed_by = $3 WHERE id = $1");

static bool
confirm_one(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e)
{
	struct sheet s;
	if (!act_begin(db, x, SHEET_CONFIRM, &s, e))
		return false;
	struct sheet_facts after = sheet_facts(&s);
	after.confirmed = true;
	return act_count(db, p, x, &s, &after, e) &&
	       db_exec(db, e, set_confirmed, "iii", s.id, x->now, x->account_id);
}

bool
sheet_confirm(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e)
{
	return confirm_one(db, p, x, e) &&
	       sheet_log(db, x->arena, x->sheet_id, x->account_id, "sheet_confirmed", "", x->now, e);
}

SQL(set_excluded, "UPDATE sheet SET excluded_at = $2, excluded_by = $3, excluded_reason = $4,"
		  " excluded_text = $5 WHERE id = $1");

bool
sheet_exclude(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e)
{
	struct sheet s;
	if (!act_begin(db, x, SHEET_EXCLUDE, &s, e))
		return false;
	if (!sheet_exclusion_known(x->reason))
		return err_set(e, ERR_INPUT, _("choose why the sheet need not be answered"));
	if (strcmp(x->reason, "other") == 0 && utf8_blank(x->text))
		return err_set(e, ERR_INPUT, _("say why the sheet need not be answered"));
	struct sheet_facts after = sheet_facts(&s);
	after.excluded = true;
	return act_count(db, p, x, &s, &after, e) &&
	       db_exec(db, e, set_excluded, "iiiss", s.id, x->now, x->account_id, x->reason, x->text) &&
	       sheet_log(db, x->arena, s.id, x->account_id, "sheet_excluded",
		       utf8_blank(x->text) ? x->reason : x->text, x->now, e);
}

SQL(set_included, "UPDATE sheet SET excluded_at = NULL, excluded_by = NULL, excluded_reason = NULL,"
		  " excluded_text = NULL WHERE id = $1");

bool
sheet_include(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e)
{
	struct sheet s;
	if (!act_begin(db, x, SHEET_INCLUDE, &s, e))
		return false;
	struct sheet_facts after = sheet_facts(&s);
	after.excluded = false;
	return act_count(db, p, x, &s, &after, e) && db_exec(db, e, set_included, "i", s.id) &&
	       sheet_log(db, x->arena, s.id, x->account_id, "sheet_included", "", x->now, e);
}

SQL(set_assigned, "UPDATE sheet SET person_id = $2, person_name = $3, person_kind = $4 WHERE id = $1");
SQL(find_answerer, "SELECT name, kind FROM person WHERE id = $1 AND left_day IS NULL");

/* A person's own sheet stays that person's. */
static bool
office_sheet(const struct sheet_act *x, struct err *e)
{
	return x->questionnaire->unit != UNIT_PERSON ||
	       err_set(e, ERR_CONFLICT, _("a personal sheet is answered by its person and nobody else"));
}

bool
sheet_assign(struct db *db, struct piece *p, const struct sheet_act *x, struct err *e)
{
	struct sheet s;
	struct rows r;
	(void)p; /* who answers changes no count */
	if (!act_begin(db, x, SHEET_ASSIGN, &s, e) || !office_sheet(x, e) ||
		!db_query(db, &r, e, find_answerer, "i", x->person_id))
		return false;
	bool found = rows_next(&r);
	const char *name = found ? row_text(&r, 0, x->arena) : NULL;
	const char *kind = found ? row_text(&r, 1, x->arena) : NULL;
	if (!rows_end(&r, e))
		return false;
	if (!found)
		return err_set(e, ERR_INPUT, _("there is nobody of that number who could answer"));
	return db_exec(db, e, set_assigned, "iiss", s.id, x->person_id, name, kind) &&
	       sheet_log(db, x->arena, s.id, x->account_id, "sheet_assigned", name, x->now, e);
}

/* ---- a whole department ------------------------------------------------------------------------ */

SQL(list_confirmable, "SELECT id FROM sheet WHERE cycle_id = $1 AND department_id = $2 AND set_key = $3"
		      " AND submitted IS NOT NULL AND returned_at IS NULL AND confirmed_at IS NULL"
		      " AND excluded_at IS NULL ORDER BY id");
SQL(find_department_name, "SELECT name FROM cycle_department WHERE cycle_id = $1 AND department_id = $2");

static bool
confirmable_list(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, const char *set_key,
	int64_t **out, int64_t *count, struct err *e)
{
	struct rows r;
	size_t n = 0;
	*out = NULL;
	if (!db_query(db, &r, e, list_confirmable, "iis", cycle_id, department_id, set_key))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, n);
		(*out)[n++] = row_int(&r, 0);
	}
	*count = (int64_t)n;
	return rows_end(&r, e);
}

bool
sheets_confirm(struct db *db, struct piece *p, struct arena *a, int64_t cycle_id, int64_t department_id,
	const char *set_key, int64_t account_id, instant_t now, int64_t *confirmed, struct err *e)
{
	struct rows r;
	int64_t *ids;
	if (!confirmable_list(db, a, cycle_id, department_id, set_key, &ids, confirmed, e))
		return false;
	if (*confirmed == 0)
		return true;
	for (int64_t i = 0; i < *confirmed; i++) {
		struct sheet_act x = {.sheet_id = ids[i], .account_id = account_id, .now = now, .arena = a};
		if (!confirm_one(db, p, &x, e))
			return false;
	}
	if (!db_query(db, &r, e, find_department_name, "ii", cycle_id, department_id))
		return false;
	const char *name = rows_next(&r) ? row_text(&r, 0, a) : "";
	return rows_end(&r, e) && event_add(db, now, account_id, "sheets_confirmed", name,
					  arena_printf(a, "%s %lld", set_key, (long long)*confirmed), e);
}
