#include "store/audit/urgent.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/chases.h"
#include "store/organisation/account.h"
#include "store/organisation/managed.h"

static const char *const kind_keys[URGENT_KINDS] = {
	[URGENT_ILLEGAL] = "illegal",
	[URGENT_URGENT] = "urgent",
	[URGENT_OUTSIDE] = "outside",
};

const char *
urgent_kind_key(enum urgent_kind k)
{
	return kind_keys[k];
}

enum urgent_kind
urgent_kind_of(const char *key)
{
	size_t k = 0;
	while (k < URGENT_KINDS && strcmp(kind_keys[k], key) != 0)
		k++;
	return (enum urgent_kind)k;
}

SQL(list_urgent, "SELECT id, engagement_id, kind, text, who, at, acknowledged_at, acknowledged_who, note"
		 " FROM urgent_report WHERE engagement_id = $1 OR ($1 = 0 AND acknowledged_at IS NULL)"
		 " ORDER BY id DESC");

bool
urgent_list(struct db *db, struct arena *a, int64_t engagement_id, struct urgent_report **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_urgent, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct urgent_report){.id = row_int(&r, 0),
			.engagement_id = row_int(&r, 1),
			.kind = urgent_kind_of(row_peek(&r, 2, NULL)),
			.text = row_text(&r, 3, a),
			.who = row_text(&r, 4, a),
			.at = row_int(&r, 5),
			.acknowledged_at = row_int(&r, 6),
			.acknowledged_who = row_text(&r, 7, a),
			.note = row_text(&r, 8, a)};
	}
	return rows_end(&r, e);
}

bool
urgent_seen_by(struct db *db, struct arena *a, const struct engagement *g, int64_t account_id, bool *seen,
	struct err *e)
{
	unsigned actors;
	bool looks, acts;
	if (!engagement_actors(db, a, g, account_id, &actors, e) ||
		!manages_today(db, account_id, g->department_id, &looks, &acts, e))
		return false;
	*seen = (actors & ENGAGEMENT_MANAGEMENT) != 0 ||
		((actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) != 0 && !acts);
	return true;
}

static bool
text_fits(const char *text, struct err *e)
{
	return utf8_count(text) <= ENGAGEMENT_TEXT_MOST ||
	       err_set(e, ERR_INPUT, _("a text has more than %d characters"), ENGAGEMENT_TEXT_MOST);
}

/* ---- acts --------------------------------------------------------------------------------------- */

static bool
urgent_files(
	struct db *db, const struct engagement_act *x, const struct engagement *g, bool *files, struct err *e)
{
	unsigned actors;
	bool seen;
	if (!engagement_actors(db, x->arena, g, x->account_id, &actors, e) ||
		!urgent_seen_by(db, x->arena, g, x->account_id, &seen, e))
		return false;
	*files = seen && (actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) != 0;
	return true;
}

static bool
may_file(struct db *db, const struct engagement_act *x, const struct engagement *g, struct err *e)
{
	bool files;
	if (!urgent_files(db, x, g, &files, e))
		return false;
	if (!files)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
	return (g->state >= ENGAGEMENT_ANNOUNCED && g->state < ENGAGEMENT_COMPLETED) ||
	       err_set(e, ERR_CONFLICT,
		       _("an urgent report belongs to an audit from its announcement to its completion"));
}

SQL(insert_urgent, "INSERT INTO urgent_report (engagement_id, kind, text, at, account_id, who)"
		   " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id");

static bool
urgent_insert(struct db *db, const struct engagement_act *x, const struct engagement *g,
	enum urgent_kind kind, const char *text, int64_t *id, struct err *e)
{
	struct rows r;
	struct account who;
	if (!account_find(db, x->arena, x->account_id, &who, e) ||
		!db_query(db, &r, e, insert_urgent, "issiis", g->id, urgent_kind_key(kind), text, x->now,
			x->account_id, who.name))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e);
}

bool
urgent_file(
	struct db *db, const struct engagement_act *x, enum urgent_kind kind, const char *text, struct err *e)
{
	struct engagement g;
	int64_t id = 0;
	if (!engagement_find(db, x->arena, x->engagement_id, &g, e) || !may_file(db, x, &g, e))
		return false;
	if (kind == URGENT_KINDS)
		return err_set(e, ERR_INPUT, _("choose what kind of urgent matter it is"));
	if (utf8_blank(text))
		return err_set(e, ERR_INPUT, _("write what was found"));
	return text_fits(text, e) && urgent_insert(db, x, &g, kind, text, &id, e) &&
	       chases_plan_urgent(db, x, &g, id, e) &&
	       event_add(db, x->now, x->account_id, "urgent_filed", engagement_number(x->arena, &g), "", e);
}

SQL(acknowledge_urgent, "UPDATE urgent_report SET acknowledged_at = $3, acknowledged_by = $4, "
			"acknowledged_who = $5, note = $6"
			" WHERE id = $1 AND engagement_id = $2 AND acknowledged_at IS NULL");

bool
urgent_acknowledge(struct db *db, const struct engagement_act *x, int64_t id, const char *note, struct err *e)
{
	struct engagement g;
	struct account who;
	unsigned actors;
	if (!engagement_find(db, x->arena, x->engagement_id, &g, e) ||
		!engagement_actors(db, x->arena, &g, x->account_id, &actors, e) ||
		!account_find(db, x->arena, x->account_id, &who, e))
		return false;
	if ((actors & ENGAGEMENT_MANAGEMENT) == 0)
		return err_set(e, ERR_DENIED, _("the management acknowledges an urgent report"));
	if (!text_fits(note, e) || !db_exec(db, e, acknowledge_urgent, "iiiiss", id, g.id, x->now,
					   x->account_id, who.name, note))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_CONFLICT, _("this report has been acknowledged already"));
	return event_add(
		db, x->now, x->account_id, "urgent_acknowledged", engagement_number(x->arena, &g), "", e);
}

SQL(find_urgent_reminder, "SELECT count(*) FROM audit_reminder r WHERE r.id = $1 AND r.about = 'urgent'"
			  " AND r.about_id = $2 AND r.engagement_id = $3");

static bool
reminder_is_of(struct db *db, int64_t reminder_id, int64_t id, int64_t engagement_id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_urgent_reminder, "iii", reminder_id, id, engagement_id))
		return false;
	bool is = rows_next(&r) && row_int(&r, 0) == 1;
	if (!rows_end(&r, e))
		return false;
	return is || err_set(e, ERR_ABSENT, _("there is no such reminder"));
}

bool
urgent_told(struct db *db, const struct engagement_act *x, int64_t id, int64_t reminder_id, struct err *e)
{
	struct engagement g;
	bool files;
	if (!engagement_find(db, x->arena, x->engagement_id, &g, e) || !urgent_files(db, x, &g, &files, e))
		return false;
	if (!files)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
	return reminder_is_of(db, reminder_id, id, g.id, e) &&
	       chase_told(db, x->arena, "audits", true, reminder_id, x->account_id, x->now, e);
}
