#include "store/keep/holds.h"

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/event.h"

bool
record_subject_name(
	struct db *db, struct arena *a, struct record_subject subject, const char **out, struct err *e)
{
	struct cycle c;
	if (subject.cycle_id == 0) {
		*out = fiscal_year_name(a, subject.year);
		return true;
	}
	if (!cycle_find(db, a, subject.cycle_id, &c, e))
		return false;
	*out = c.title;
	return true;
}

static bool
hold_log(struct db *db, struct arena *a, struct record_subject subject, const char *what, const char *title,
	const char *reason, int64_t account_id, instant_t now, struct err *e)
{
	const char *name;
	return record_subject_name(db, a, subject, &name, e) &&
	       event_add(db, now, account_id, what, name,
		       title[0] == '\0' ? reason : arena_printf(a, "%s: %s", title, reason), e);
}

/* Of the kinds that are kept for such a subject; "" for all of them. */
static bool
title_find(struct db *db, struct arena *a, struct record_subject subject, const char *kind,
	const char **title, struct err *e)
{
	struct retention_kind *list;
	size_t count;
	*title = "";
	if (kind[0] == '\0')
		return true;
	if (!retention_kinds(db, a, &list, &count, e))
		return false;
	const struct retention_kind *k = retention_kind_find(list, count, kind);
	if (k == NULL || k->scope != (subject.cycle_id != 0 ? RETENTION_OF_CYCLE : RETENTION_OF_YEAR))
		return err_set(e, ERR_INPUT, _("there is no such kind of records"));
	*title = k->title;
	return true;
}

SQL(insert_hold, "INSERT INTO retention_hold (cycle_id, year, kind, reason, set_by, set_at)"
		 " VALUES (nullif($1, 0), $2, $3, $4, $5, $6)");

bool
hold_add(struct db *db, struct record_subject subject, const char *kind, const char *reason,
	int64_t account_id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	const char *title;
	bool ok = title_find(db, a, subject, kind, &title, e) && retention_reason_check(reason, e) &&
		  db_exec(db, e, insert_hold, "iissii", subject.cycle_id, (int64_t)subject.year, kind, reason,
			  account_id, now) &&
		  hold_log(db, a, subject, "hold_set", title, reason, account_id, now, e);
	arena_destroy(a);
	return ok;
}

SQL(lift_hold, "UPDATE retention_hold SET lifted_by = $2, lifted_at = $3, lifted_reason = $4"
	       " WHERE id = $1 AND lifted_at IS NULL");

static const struct hold *
hold_of(const struct hold *list, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].id == id)
			return &list[i];
	return NULL;
}

static bool
lift(struct db *db, struct arena *a, struct record_subject subject, int64_t id, const char *reason,
	int64_t account_id, instant_t now, struct err *e)
{
	struct hold *list;
	size_t count;
	if (!holds_list(db, a, subject, &list, &count, e))
		return false;
	const struct hold *h = hold_of(list, count, id);
	if (h == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such hold"));
	if (h->lifted_at != 0)
		return err_set(e, ERR_CONFLICT, _("this hold was lifted already"));
	return retention_reason_check(reason, e) &&
	       db_exec(db, e, lift_hold, "iiis", id, account_id, now, reason) &&
	       hold_log(db, a, subject, "hold_lifted", h->title, reason, account_id, now, e);
}

bool
hold_lift(struct db *db, struct record_subject subject, int64_t id, const char *reason, int64_t account_id,
	instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	bool ok = lift(db, a, subject, id, reason, account_id, now, e);
	arena_destroy(a);
	return ok;
}

SQL(list_holds,
	"SELECT h.id, h.kind, h.reason, coalesce(p.name, s.login), h.set_at, coalesce(h.lifted_at, 0),"
	" coalesce(q.name, l.login, ''), h.lifted_reason FROM retention_hold h"
	" JOIN account s ON s.id = h.set_by LEFT JOIN person p ON p.id = s.person_id"
	" LEFT JOIN account l ON l.id = h.lifted_by LEFT JOIN person q ON q.id = l.person_id"
	" WHERE coalesce(h.cycle_id, 0) = $1 AND h.year = $2 ORDER BY h.id DESC");

bool
holds_list(struct db *db, struct arena *a, struct record_subject subject, struct hold **out, size_t *count,
	struct err *e)
{
	struct rows r;
	struct retention_kind *kinds;
	size_t n;
	*out = NULL;
	*count = 0;
	if (!retention_kinds(db, a, &kinds, &n, e) ||
		!db_query(db, &r, e, list_holds, "ii", subject.cycle_id, (int64_t)subject.year))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		struct hold *h = &(*out)[(*count)++];
		*h = (struct hold){.id = row_int(&r, 0),
			.kind = row_text(&r, 1, a),
			.reason = row_text(&r, 2, a),
			.who = row_text(&r, 3, a),
			.at = row_int(&r, 4),
			.lifted_at = row_int(&r, 5),
			.lifted_by = row_text(&r, 6, a),
			.lifted_reason = row_text(&r, 7, a)};
		const struct retention_kind *k = retention_kind_find(kinds, n, h->kind);
		h->title = k != NULL ? k->title : "";
	}
	return rows_end(&r, e);
}
