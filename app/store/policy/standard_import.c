/* Taking over an edition of the standards, and taking one back. */
#include "base/fits.h"
#include "base/words.h"
#include "store/event.h"
#include "store/policy/policy_editions.h"
#include "store/policy/standards.h"

SQL(standard_of_digest, "SELECT edition FROM standard_edition WHERE digest = $1 AND withdrawn_at IS NULL");

static bool
digest_is_new(struct db *db, const struct standard_import *i, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, standard_of_digest, "s", i->digest))
		return false;
	const char *there = rows_next(&r) ? row_text(&r, 0, i->arena) : NULL;
	if (!rows_end(&r, e))
		return false;
	return there == NULL ||
	       err_set(e, ERR_CONFLICT, _("this file has been imported already, as the edition %s"), there);
}

bool
standard_import_fits(struct db *db, const struct standard_import *i, struct err *e)
{
	if (!line_fits(i->title, _("name of the document"), POLICY_TITLE_MOST, true, e) ||
		!line_fits(i->edition, _("edition"), POLICY_EDITION_MOST, true, e) ||
		!line_fits(i->approved_by, _("who approved it"), POLICY_TITLE_MOST, true, e) ||
		!lines_fit(i->change, _("reason of the revision"), POLICY_REASON_MOST, true, e))
		return false;
	if (i->from_day == 0)
		return err_set(e, ERR_INPUT, _("say from which day the edition is in force"));
	if (i->approved_day == 0 || i->approved_day > day_of_instant(i->now))
		return err_set(e, ERR_INPUT,
			_("say on which day the edition was approved; it is not in the future"));
	return digest_is_new(db, i, e);
}

SQL(insert_standard,
	"INSERT INTO standard_edition (title, edition, from_day, approved_by, approved_day, change, open,"
	" file, digest, imported_at, imported_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
	" RETURNING id");
SQL(insert_article, "INSERT INTO standard_article (edition_id, ord, number, title, text)"
		    " VALUES ($1, $2, $3, $4, $5)");
SQL(insert_article_link, "INSERT INTO standard_link (edition_id, ord, kind, nth, target)"
			 " VALUES ($1, $2, $3, $4, $5)");

static bool
links_insert(struct db *db, int64_t id, size_t ord, const char *kind, const char *const *list, size_t count,
	struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (!db_exec(
			    db, e, insert_article_link, "iisis", id, (int64_t)ord, kind, (int64_t)i, list[i]))
			return false;
	return true;
}

static bool
articles_insert(struct db *db, int64_t id, const struct standard *s, struct err *e)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct standard_article *x = &s->articles[i];
		if (!db_exec(db, e, insert_article, "iisss", id, (int64_t)i, x->number, x->title, x->text) ||
			!links_insert(db, id, i, "clause", x->clauses, x->clause_count, e) ||
			!links_insert(db, id, i, "item", x->items, x->item_count, e))
			return false;
	}
	return true;
}

bool
standard_add(struct db *db, const struct standard_import *i, int64_t *id, struct err *e)
{
	struct rows r;
	if (!standard_import_fits(db, i, e) ||
		!db_query(db, &r, e, insert_standard, "ssisisissii", i->title, i->edition,
			(int64_t)i->from_day, i->approved_by, (int64_t)i->approved_day, i->change,
			(int64_t)i->open, i->file, i->digest, i->now, i->account_id))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e) && articles_insert(db, *id, i->standard, e) &&
	       event_add(db, i->now, i->account_id, "standard_imported", i->edition,
		       arena_printf(i->arena, "%s %zu", i->file, i->standard->count), e);
}

SQL(withdraw_standard, "UPDATE standard_edition SET withdrawn_at = $2, withdrawn_by = $3, reason = $4"
		       " WHERE id = $1 AND withdrawn_at IS NULL");

bool
standard_withdraw(struct db *db, struct arena *a, int64_t id, const char *reason, int64_t account_id,
	instant_t now, struct err *e)
{
	struct standard_edition x;
	if (!standard_find(db, a, id, true, &x, e) ||
		!line_fits(reason, _("reason"), POLICY_REASON_MOST, true, e) ||
		!db_exec(db, e, withdraw_standard, "iiis", id, now, account_id, reason))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_CONFLICT, _("this edition has been withdrawn already"));
	return event_add(db, now, account_id, "standard_withdrawn", x.edition, reason, e);
}
