/* Deciding on answers that say a question does not apply, and asking back. */
#include "store/decision/na.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/event.h"

static const char *
reason_key(const struct na_reason *r)
{
	return r != NULL ? r->key : "";
}

SQL(save_na_decision,
	"INSERT INTO na_decision (cycle_id, set_key, department_id, item, reason, state, count, comment,"
	" account_id, who, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
	" (SELECT coalesce(p.name, a.login) FROM account a LEFT JOIN person p ON p.id = a.person_id"
	" WHERE a.id = $9), $10)"
	" ON CONFLICT (cycle_id, set_key, department_id, item, reason) DO UPDATE SET"
	" state = excluded.state, count = excluded.count, comment = excluded.comment,"
	" account_id = excluded.account_id, who = excluded.who, at = excluded.at");

static bool
choice_allowed(struct db *db, struct arena *a, const struct na_choice *c, struct err *e)
{
	struct cycle cycle;
	if (!cycle_find(db, a, c->cycle_id, &cycle, e))
		return false;
	if (!cycle_live(cycle.state))
		return err_set(e, ERR_CONFLICT,
			_("answers that do not apply are decided from the opening of a cycle until its "
			  "figures are final"));
	if (utf8_count(c->comment) > NA_COMMENT_MOST)
		return err_set(e, ERR_INPUT, _("the comment has more than %d characters"), NA_COMMENT_MOST);
	if (c->review && c->department_id == NA_TOGETHER)
		return err_set(
			e, ERR_INPUT, _("what several departments answered together can only be accepted"));
	return !c->review || !utf8_blank(c->comment) ||
	       err_set(e, ERR_INPUT, _("write what is to be looked at again"));
}

/* ---- whose answers they are --------------------------------------------------------------- */

SQL(list_na_sheets, "SELECT s.id, s.submitted FROM sheet s WHERE s.cycle_id = $1 AND s.set_key = $2"
		    " AND (s.department_id = $3 OR EXISTS (SELECT 1 FROM sheet_department x"
		    " WHERE x.sheet_id = s.id AND x.department_id = $3))"
		    " AND s.submitted IS NOT NULL AND s.excluded_at IS NULL");
SQL(drop_na_asks, "DELETE FROM na_ask WHERE department_id = $1 AND item = $2 AND reason = $3"
		  " AND sheet_id IN (SELECT id FROM sheet WHERE cycle_id = $4 AND set_key = $5)");
SQL(insert_na_ask, "INSERT INTO na_ask (sheet_id, department_id, item, reason) VALUES ($1, $2, $3, $4)");

static bool
is_asked(struct arena *a, const struct na_choice *c, const char *document)
{
	struct answers s;
	if (!answers_parse(a, c->set, document, &s, NULL))
		return false;
	const struct answer *given = &s.items[c->item - c->set->items];
	return given->choice != NULL && given->choice->role == CHOICE_NA && given->na == c->reason;
}

static bool
sheets_asked(struct db *db, struct arena *a, const struct na_choice *c, int64_t **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_na_sheets, "isi", c->cycle_id, c->set->key, c->department_id))
		return false;
	while (rows_next(&r)) {
		if (!is_asked(a, c, row_peek(&r, 1, NULL)))
			continue;
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = row_int(&r, 0);
	}
	return rows_end(&r, e);
}

static bool
sheets_ask(struct db *db, struct arena *a, const struct na_choice *c, struct err *e)
{
	int64_t *sheets;
	size_t count = 0;
	const char *reason = reason_key(c->reason);
	if (!db_exec(db, e, drop_na_asks, "issis", c->department_id, c->item->id, reason, c->cycle_id,
		    c->set->key))
		return false;
	if (c->review && !sheets_asked(db, a, c, &sheets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!db_exec(db, e, insert_na_ask, "iiss", sheets[i], c->department_id, c->item->id, reason))
			return false;
	return true;
}

bool
na_decide(struct db *db, const struct na_choice *c, struct err *e)
{
	struct arena *a = arena_create();
	const char *state = c->review ? "review" : "accepted";
	bool ok = choice_allowed(db, a, c, e) &&
		  db_exec(db, e, save_na_decision, "isisssisii", c->cycle_id, c->set->key, c->department_id,
			  c->item->id, reason_key(c->reason), state, c->count, c->comment, c->account_id,
			  c->now) &&
		  sheets_ask(db, a, c, e) &&
		  event_add(db, c->now, c->account_id, c->review ? "na_review" : "na_accepted",
			  arena_printf(a, "%s %s", c->set->title, c->item->id), c->comment, e);
	arena_destroy(a);
	return ok;
}
