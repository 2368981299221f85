#include "store/audit/line_evidence.h"

#include <string.h>

#include "base/fits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/line_inside.h"

#define EVIDENCE_COLUMNS                                                                                     \
	"SELECT v.id, v.engagement_id, v.item, v.prefix, v.serial, v.name, v.edition, v.place, v.secrecy,"   \
	" v.digest, v.kind, v.file_name, v.size, coalesce(p.name, u.login), v.added_at, v.removed_at"        \
	" FROM line_evidence v JOIN account u ON u.id = v.added_by LEFT JOIN person p ON p.id = "            \
	"u.person_id "

static struct line_evidence
evidence_read(struct rows *r, struct arena *a)
{
	return (struct line_evidence){.id = row_int(r, 0),
		.engagement_id = row_int(r, 1),
		.item = row_text(r, 2, a),
		.number = evidence_number(a, row_text(r, 3, a), (int)row_int(r, 4)),
		.name = row_text(r, 5, a),
		.edition = row_text(r, 6, a),
		.place = row_text(r, 7, a),
		.secrecy = (int)row_int(r, 8),
		.digest = row_text(r, 9, a),
		.kind = row_text(r, 10, a),
		.file_name = row_text(r, 11, a),
		.size = row_int(r, 12),
		.who = row_text(r, 13, a),
		.added_at = row_int(r, 14),
		.removed_at = row_int(r, 15)};
}

SQL(list_evidence,
	EVIDENCE_COLUMNS "JOIN engagement_line l ON l.engagement_id = v.engagement_id"
			 " AND l.item = v.item WHERE v.engagement_id = $1 AND ($2 IS NULL OR v.item = $2)"
			 " AND v.removed_at IS NULL ORDER BY l.ord, v.prefix, v.serial");

bool
line_evidence_list(struct db *db, struct arena *a, int64_t engagement_id, const char *item,
	struct line_evidence **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_evidence, "is", engagement_id, item))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = evidence_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(find_evidence, EVIDENCE_COLUMNS "WHERE v.id = $1");

bool
line_evidence_find(struct db *db, struct arena *a, int64_t id, struct line_evidence *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_evidence, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = evidence_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such evidence"));
}

static bool
evidence_fits(const struct line_evidence *v, struct err *e)
{
	if (utf8_blank(v->name))
		return err_set(e, ERR_INPUT, _("write what the evidence is called"));
	return line_fits(v->name, _("name"), LINE_EVIDENCE_NAME_MOST, true, e) &&
	       line_fits(v->edition, _("edition or place"), LINE_EVIDENCE_TEXT_MOST, false, e) &&
	       line_fits(v->place, _("edition or place"), LINE_EVIDENCE_TEXT_MOST, false, e);
}

SQL(insert_evidence,
	"INSERT INTO line_evidence (engagement_id, item, prefix, serial, name, edition, place, secrecy, "
	"digest,"
	" kind, file_name, size, added_at, added_by) SELECT $1, $2, $3, coalesce(max(serial), 0) + 1, $4, $5,"
	" $6, $7, $8, $9, $10, $11, $12, $13 FROM line_evidence WHERE prefix = $3 RETURNING id, serial");

static bool
evidence_insert(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const struct line *l, struct line_evidence *v, struct err *e)
{
	struct rows r;
	const char *prefix = evidence_prefix(x->arena, g->year, g->department_name, l->clause);
	if (!db_query(db, &r, e, insert_evidence, "isssssisssiii", g->id, l->item, prefix, v->name,
		    v->edition, v->place, (int64_t)v->secrecy, v->digest, v->kind, v->file_name, v->size,
		    x->now, x->account_id))
		return false;
	if (rows_next(&r)) {
		v->id = row_int(&r, 0);
		v->number = evidence_number(x->arena, prefix, (int)row_int(&r, 1));
	}
	return rows_end(&r, e);
}

static const char *
evidence_said(struct arena *a, const struct line_evidence *v)
{
	return arena_printf(a, "%s %s", v->number, v->name);
}

bool
line_evidence_add(struct db *db, const struct engagement_act *x, struct line_evidence *what, struct err *e)
{
	struct engagement g;
	struct line l;
	return line_act_begin(db, x, what->item, &g, &l, e) && evidence_fits(what, e) &&
	       line_touch(db, x, &g, &l, e) && evidence_insert(db, x, &g, &l, what, e) &&
	       line_act_add(
		       db, x, &g, l.item, l.revision, "evidence_added", evidence_said(x->arena, what), e);
}

SQL(remove_evidence, "UPDATE line_evidence SET removed_at = $2, removed_by = $3 WHERE id = $1");

bool
line_evidence_remove(
	struct db *db, const struct engagement_act *x, int64_t id, const char *reason, struct err *e)
{
	struct engagement g;
	struct line l;
	struct line_evidence v;
	if (!line_evidence_find(db, x->arena, id, &v, e))
		return false;
	if (v.engagement_id != x->engagement_id || v.removed_at != 0)
		return err_set(e, ERR_ABSENT, _("there is no such evidence"));
	const char *said = arena_printf(x->arena, "%s: %s", evidence_said(x->arena, &v), reason);
	return line_act_begin(db, x, v.item, &g, &l, e) && line_reason_fits(reason, e) &&
	       line_touch(db, x, &g, &l, e) &&
	       db_exec(db, e, remove_evidence, "iii", id, x->now, x->account_id) &&
	       line_act_add(db, x, &g, l.item, l.revision, "evidence_removed", said, e);
}

bool
line_evidence_note_read(
	struct db *db, const struct engagement_act *x, const struct line_evidence *what, struct err *e)
{
	return event_add(db, x->now, x->account_id, "line_evidence_read", what->number, "", e);
}
