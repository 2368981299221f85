#include "store/keep/documents.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/event.h"
#include "store/keep/retained.h"

#define DOCUMENT_COLUMNS                                                                                     \
	"SELECT id, cycle_id, recipe, set_key, department_id, edition, cycle_edition, year, number, mark,"   \
	" reason, issued_at, issued_by FROM document "

static void
document_read(struct rows *r, struct arena *a, struct document *out)
{
	*out = (struct document){.id = row_int(r, 0),
		.cycle_id = row_int(r, 1),
		.recipe = row_text(r, 2, a),
		.set_key = row_text(r, 3, a),
		.department_id = row_int(r, 4),
		.edition = (int)row_int(r, 5),
		.cycle_edition = (int)row_int(r, 6),
		.year = (int)row_int(r, 7),
		.number = row_int(r, 8),
		.mark = row_text(r, 9, a),
		.reason = row_text(r, 10, a),
		.issued_at = row_int(r, 11),
		.issued_by = row_text(r, 12, a)};
}

static bool
document_one(struct rows *r, struct arena *a, struct document *out, bool *found, struct err *e)
{
	*found = rows_next(r);
	if (*found)
		document_read(r, a, out);
	return rows_end(r, e);
}

SQL(find_document, DOCUMENT_COLUMNS "WHERE id = $1");

bool
document_find(struct db *db, struct arena *a, int64_t id, struct document *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_document, "i", id) || !document_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such document"));
}

SQL(find_latest_document,
	DOCUMENT_COLUMNS "WHERE cycle_id = $1 AND recipe = $2 AND set_key = $3 AND department_id = $4"
			 " ORDER BY edition DESC LIMIT 1");

bool
document_latest(struct db *db, struct arena *a, const struct document *key, struct document *out, bool *found,
	struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, find_latest_document, "issi", key->cycle_id, key->recipe, key->set_key,
		       key->department_id) &&
	       document_one(&r, a, out, found, e);
}

SQL(list_documents, DOCUMENT_COLUMNS "WHERE cycle_id = $1 ORDER BY year, number, edition");

bool
documents_of_cycle(
	struct db *db, struct arena *a, int64_t cycle_id, struct document **out, size_t *count, struct err *e)
{
	struct rows r;
	struct document *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_documents, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		document_read(&r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

/* ---- issuing --------------------------------------------------------------------------- */

SQL(count_document, "INSERT INTO document_counter (year, number) VALUES ($1, max($2, 1))"
		    " ON CONFLICT (year) DO UPDATE SET number = number + 1 RETURNING number");

static bool
number_take(struct db *db, int year, int64_t first, int64_t *number, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_document, "ii", (int64_t)year, first))
		return false;
	if (rows_next(&r))
		*number = row_int(&r, 0);
	return rows_end(&r, e);
}

SQL(insert_document, "INSERT INTO document (cycle_id, recipe, set_key, department_id, edition, cycle_edition,"
		     " year, number, mark, reason, issued_at, issued_by)"
		     " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id");

static bool
document_add(struct db *db, struct document *d, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_document, "issiiiiissis", d->cycle_id, d->recipe, d->set_key,
		    d->department_id, (int64_t)d->edition, (int64_t)d->cycle_edition, (int64_t)d->year,
		    d->number, d->mark, d->reason, d->issued_at, d->issued_by))
		return false;
	if (rows_next(&r))
		d->id = row_int(&r, 0);
	return rows_end(&r, e);
}

/* The first one since the edition it replaces. */
SQL(find_reopening, "SELECT reason FROM cycle_move WHERE cycle_id = $1 AND edition > $2 ORDER BY id LIMIT 1");

static bool
reason_of_reopening(
	struct db *db, struct arena *a, const struct document *last, const char **reason, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_reopening, "ii", last->cycle_id, (int64_t)last->cycle_edition))
		return false;
	*reason = rows_next(&r) ? row_text(&r, 0, a) : "";
	return rows_end(&r, e);
}

/* The edition after `last`: its number stays, whatever the year. */
static bool
edition_follow(struct db *db, struct arena *a, const struct cycle *c, const struct document *last,
	struct document *d, struct err *e)
{
	d->edition = last->edition + 1 > c->edition ? last->edition + 1 : c->edition;
	d->year = last->year;
	d->number = last->number;
	d->mark = last->mark;
	return d->reason[0] != '\0' || reason_of_reopening(db, a, last, &d->reason, e);
}

static bool
document_number(struct db *db, const struct cycle *c, struct document_issue *i, struct err *e)
{
	struct document *d = &i->document;
	d->edition = c->edition;
	d->year = fiscal_year_of(day_of_instant(d->issued_at));
	return number_take(db, d->year, i->first_number, &d->number, e);
}

static bool
document_log(struct db *db, struct arena *a, const struct document_issue *i, struct err *e)
{
	const struct document *d = &i->document;
	const char *subject = arena_printf(
		a, "%s %lld/%lld", d->recipe, (long long)d->cycle_id, (long long)d->department_id);
	return event_add(db, d->issued_at, i->account_id, "document_issued", subject,
		arena_printf(a, "%s%lld-%d %s", d->mark, (long long)d->number, d->edition, d->reason), e);
}

bool
document_issue(struct db *db, struct document_issue *i, struct err *e)
{
	struct cycle c;
	struct document last, *d = &i->document;
	bool found;
	if (!cycle_find(db, i->arena, d->cycle_id, &c, e) ||
		!document_latest(db, i->arena, d, &last, &found, e))
		return false;
	if (!cycle_final(c.state))
		return err_set(e, ERR_CONFLICT, _("documents are issued once the figures are final"));
	if (!records_there(db, i->arena, d->cycle_id, "documents", e))
		return false;
	if (found && d->reason[0] == '\0' && last.cycle_edition == c.edition) {
		*d = last;
		return true;
	}
	if (!found && d->reason[0] != '\0')
		return err_set(e, ERR_CONFLICT, _("what has not been issued yet has nothing to replace"));
	d->cycle_edition = c.edition;
	return (found ? edition_follow(db, i->arena, &c, &last, d, e) : document_number(db, &c, i, e)) &&
	       document_add(db, d, e) && document_log(db, i->arena, i, e);
}

/* ---- files ------------------------------------------------------------------------------- */

SQL(find_document_file, "SELECT digest, size FROM document_file WHERE document_id = $1 AND format = $2");

bool
document_file_find(struct db *db, struct arena *a, int64_t document_id, const char *format,
	struct document_file *out, bool *found, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_document_file, "is", document_id, format))
		return false;
	*found = rows_next(&r);
	if (*found)
		*out = (struct document_file){
			.format = format, .digest = row_text(&r, 0, a), .size = row_int(&r, 1)};
	return rows_end(&r, e);
}

SQL(insert_document_file, "INSERT INTO document_file (document_id, format, digest, size)"
			  " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING");

bool
document_file_add(struct db *db, int64_t document_id, const struct document_file *file, struct err *e)
{
	return db_exec(
		db, e, insert_document_file, "issi", document_id, file->format, file->digest, file->size);
}
