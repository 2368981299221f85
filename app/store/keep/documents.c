#include "store/keep/documents.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/event.h"
#include "store/keep/retained.h"

#define DOCUMENT_COLUMNS                                                                                     \
	"SELECT d.id, d.about, d.about_id, d.recipe, d.set_key, d.department_id, d.readers, d.edition,"      \
	" d.about_edition, d.year, d.number, d.mark, d.reason, d.issued_at, d.issued_by"                     \
	" FROM document d "

static void
document_read(struct rows *r, struct arena *a, struct document *out)
{
	*out = (struct document){.id = row_int(r, 0),
		.about = {row_text(r, 1, a), row_int(r, 2)},
		.recipe = row_text(r, 3, a),
		.set_key = row_text(r, 4, a),
		.department_id = row_int(r, 5),
		.readers = row_text(r, 6, a),
		.edition = (int)row_int(r, 7),
		.about_edition = (int)row_int(r, 8),
		.year = (int)row_int(r, 9),
		.number = row_int(r, 10),
		.mark = row_text(r, 11, a),
		.reason = row_text(r, 12, a),
		.issued_at = row_int(r, 13),
		.issued_by = row_text(r, 14, a)};
}

static bool
document_one(struct rows *r, struct arena *a, struct document *out, bool *found, struct err *e)
{
	*found = rows_next(r);
	if (*found)
		document_read(r, a, out);
	return rows_end(r, e);
}

static bool
document_must(struct rows *r, struct arena *a, struct document *out, struct err *e)
{
	bool found;
	if (!document_one(r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such document"));
}

SQL(find_document, DOCUMENT_COLUMNS "WHERE d.id = $1");

bool
document_find(struct db *db, struct arena *a, int64_t id, struct document *out, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, find_document, "i", id) && document_must(&r, a, out, e);
}

SQL(find_bytes, DOCUMENT_COLUMNS "JOIN document_file f ON f.document_id = d.id WHERE f.format = $1"
				 " AND f.digest = $2 ORDER BY d.id LIMIT 1");

bool
document_of_bytes(struct db *db, struct arena *a, const char *format, const char *digest,
	struct document *out, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, find_bytes, "ss", format, digest) && document_must(&r, a, out, e);
}

SQL(find_latest_document,
	DOCUMENT_COLUMNS "WHERE d.about = $1 AND d.about_id = $2 AND d.recipe = $3 AND d.set_key = $4"
			 " AND d.department_id = $5 AND d.readers = $6 ORDER BY d.edition DESC LIMIT 1");

bool
document_latest(struct db *db, struct arena *a, const struct document *key, struct document *out, bool *found,
	struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, find_latest_document, "sissis", key->about.about, key->about.id,
		       key->recipe, key->set_key, key->department_id, key->readers) &&
	       document_one(&r, a, out, found, e);
}

SQL(list_documents,
	DOCUMENT_COLUMNS "WHERE d.about = $1 AND d.about_id = $2 ORDER BY d.year, d.number, d.edition");

bool
documents_about(struct db *db, struct arena *a, const struct topic *about, struct document **out,
	size_t *count, struct err *e)
{
	struct rows r;
	struct document *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_documents, "si", about->about, about->id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		document_read(&r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

bool
documents_of_cycle(
	struct db *db, struct arena *a, int64_t cycle_id, struct document **out, size_t *count, struct err *e)
{
	struct topic about = topic_cycle(cycle_id);
	return documents_about(db, a, &about, out, count, e);
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

SQL(insert_document,
	"INSERT INTO document (about, about_id, cycle_id, recipe, set_key, department_id, readers, edition,"
	" about_edition, year, number, mark, reason, issued_at, issued_by)"
	" VALUES ($1, $2, nullif($3, 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id");

static bool
document_add(struct db *db, struct document *d, struct err *e)
{
	struct rows r;
	int64_t cycle_id = topic_is_cycle(&d->about) ? d->about.id : 0;
	if (!db_query(db, &r, e, insert_document, "siissisiiiissis", d->about.about, d->about.id, cycle_id,
		    d->recipe, d->set_key, d->department_id, d->readers, (int64_t)d->edition,
		    (int64_t)d->about_edition, (int64_t)d->year, d->number, d->mark, d->reason, d->issued_at,
		    d->issued_by))
		return false;
	if (rows_next(&r))
		d->id = row_int(&r, 0);
	return rows_end(&r, e);
}

/* The edition after `last`: its number stays, whatever the year. */
static bool
edition_follow(struct db *db, struct document_issue *i, const struct document *last, int standing,
	struct err *e)
{
	struct document *d = &i->document;
	d->edition = last->edition + 1 > standing ? last->edition + 1 : standing;
	d->year = last->year;
	d->number = last->number;
	d->mark = last->mark;
	if (d->reason[0] == '\0' && !topic_reopened(db, i->arena, &d->about, last->about_edition,
					    last->issued_at, &d->reason, e))
		return false;
	return d->reason[0] != '\0' || err_set(e, ERR_CONFLICT,
					       _("what this document shows has changed since it was issued: "
						 "give the reason for a new edition"));
}

static bool
document_number(struct db *db, struct document_issue *i, int standing, struct err *e)
{
	struct document *d = &i->document;
	d->edition = standing;
	d->year = fiscal_year_of(day_of_instant(d->issued_at));
	return number_take(db, d->year, i->first_number, &d->number, e);
}

/* RECIPE, what it is about, the department; the id of a cycle alone. */
static const char *
log_subject(struct arena *a, const struct document *d)
{
	return arena_printf(a, "%s %s%lld/%lld", d->recipe, topic_is_cycle(&d->about) ? "" : d->about.about,
		(long long)d->about.id, (long long)d->department_id);
}

bool
document_redacted(struct db *db, struct arena *a, const struct document *d, int64_t account_id,
	const char *left_out, struct err *e)
{
	return event_add(db, d->issued_at, account_id, "document_redacted",
		arena_printf(a, "%s %s", log_subject(a, d), d->readers), left_out, e);
}

static bool
document_log(struct db *db, struct arena *a, const struct document_issue *i, struct err *e)
{
	const struct document *d = &i->document;
	if (!event_add(db, d->issued_at, i->account_id, "document_issued", log_subject(a, d),
		    arena_printf(a, "%s%lld-%d %s", d->mark, (long long)d->number, d->edition, d->reason), e))
		return false;
	return i->left_out == NULL || i->left_out[0] == '\0' ||
	       document_redacted(db, a, d, i->account_id, i->left_out, e);
}

bool
document_issue(struct db *db, struct document_issue *i, struct err *e)
{
	struct standing now;
	struct document last, *d = &i->document;
	bool found;
	if (!topic_standing(db, i->arena, &d->about, i->settles, &now, e) ||
		!document_latest(db, i->arena, d, &last, &found, e))
		return false;
	if (!now.settled && !now.gone)
		return err_set(e, ERR_CONFLICT, _("documents are issued once the figures are final"));
	if (topic_is_cycle(&d->about) && !records_there(db, i->arena, d->about.id, "documents", e))
		return false;
	if (found && d->reason[0] == '\0' && (last.about_edition == now.version || now.gone)) {
		*d = last;
		return true;
	}
	if (now.gone)
		return err_set(e, ERR_GONE,
			_("part of what this document shows was disposed of: no other edition can be made"));
	if (!found && d->reason[0] != '\0')
		return err_set(e, ERR_CONFLICT, _("what has not been issued yet has nothing to replace"));
	d->about_edition = now.version;
	return (found ? edition_follow(db, i, &last, now.edition, e)
		      : document_number(db, i, now.edition, e)) &&
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
