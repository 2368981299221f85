#include "store/policy/standards.h"

#include <string.h>

#include "base/words.h"
#include "store/policy/policy_editions.h"

#define STANDARDS                                                                                            \
	"SELECT x.id, x.title, x.edition, x.from_day, x.approved_by, x.approved_day, x.change, x.open,"      \
	" x.file, x.digest, x.imported_at, coalesce(p.name, a.login, ''), x.withdrawn_at,"                   \
	" coalesce(q.name, b.login, ''), x.reason, (SELECT count(*) FROM standard_article r"                 \
	" WHERE r.edition_id = x.id) FROM standard_edition x LEFT JOIN account a ON a.id = x.imported_by"    \
	" LEFT JOIN person p ON p.id = a.person_id LEFT JOIN account b ON b.id = x.withdrawn_by"             \
	" LEFT JOIN person q ON q.id = b.person_id WHERE ($1 = 1 OR x.open = 1) "

static struct standard_edition
edition_read(struct rows *r, struct arena *a)
{
	return (struct standard_edition){.id = row_int(r, 0),
		.title = row_text(r, 1, a),
		.edition = row_text(r, 2, a),
		.from_day = (day_t)row_int(r, 3),
		.approved_by = row_text(r, 4, a),
		.approved_day = (day_t)row_int(r, 5),
		.change = row_text(r, 6, a),
		.open = row_int(r, 7) != 0,
		.file = row_text(r, 8, a),
		.digest = row_text(r, 9, a),
		.imported_at = row_int(r, 10),
		.imported_name = row_text(r, 11, a),
		.withdrawn_at = row_int(r, 12),
		.withdrawn_name = row_text(r, 13, a),
		.reason = row_text(r, 14, a),
		.articles = row_int(r, 15)};
}

SQL(list_standards, STANDARDS "ORDER BY x.from_day DESC, x.id DESC");

bool
standards_list(struct db *db, struct arena *a, bool every, struct standard_edition **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_standards, "i", (int64_t)every))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = edition_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(find_standard, STANDARDS "AND x.id = $2");

bool
standard_find(
	struct db *db, struct arena *a, int64_t id, bool every, struct standard_edition *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_standard, "ii", (int64_t)every, id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = edition_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such edition of the standards"));
}

/* One that is not for the reader hides the earlier ones too: what is shown must be in force. */
SQL(find_standard_in_force,
	"SELECT id, open FROM standard_edition WHERE withdrawn_at IS NULL AND from_day <= $1"
	" ORDER BY from_day DESC, id DESC LIMIT 1");

bool
standard_in_force(struct db *db, day_t day, bool every, int64_t *id, struct err *e)
{
	struct rows r;
	*id = 0;
	if (!db_query(db, &r, e, find_standard_in_force, "i", (int64_t)day))
		return false;
	if (rows_next(&r) && (every || row_int(&r, 1) != 0))
		*id = row_int(&r, 0);
	return rows_end(&r, e);
}

/* ---- articles -------------------------------------------------------------------------------- */

SQL(list_articles, "SELECT number, title, text FROM standard_article WHERE edition_id = $1 ORDER BY ord");
SQL(list_article_links,
	"SELECT ord, kind, target FROM standard_link WHERE edition_id = $1 ORDER BY ord, kind, nth");

static void
link_take(struct arena *a, struct standard_article *x, bool clause, const char *target)
{
	const char ***list = clause ? &x->clauses : &x->items;
	size_t *count = clause ? &x->clause_count : &x->item_count;
	*list = ARENA_PUSH(a, *list, *count);
	(*list)[(*count)++] = target;
}

bool
standard_articles(struct db *db, struct arena *a, int64_t id, const struct standard **out, struct err *e)
{
	struct rows r;
	struct standard *s = ARENA_NEW(a, struct standard);
	*out = s;
	if (!db_query(db, &r, e, list_articles, "i", id))
		return false;
	while (rows_next(&r)) {
		s->articles = ARENA_PUSH(a, s->articles, s->count);
		s->articles[s->count++] = (struct standard_article){.number = row_text(&r, 0, a),
			.title = row_text(&r, 1, a),
			.text = row_text(&r, 2, a)};
	}
	if (!rows_end(&r, e) || !db_query(db, &r, e, list_article_links, "i", id))
		return false;
	while (rows_next(&r))
		link_take(a, &s->articles[row_int(&r, 0)], strcmp(row_peek(&r, 1, NULL), "clause") == 0,
			row_text(&r, 2, a));
	return rows_end(&r, e);
}
