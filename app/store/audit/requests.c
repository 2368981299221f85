#include "store/audit/requests.h"

#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/request_inside.h"
#include "store/organisation/account.h"
#include "store/organisation/managed.h"

const char *
request_number(struct arena *a, const struct engagement *g, const struct audit_request *r)
{
	return arena_printf(a, "%s-%02d", engagement_number(a, g), r->serial);
}

#define REQUEST_COLUMNS                                                                                      \
	"SELECT r.id, r.engagement_id, r.serial, r.text, r.item, r.due_day, r.state, r.answer,"              \
	" r.answered_who, r.answered_at, r.revision, r.who, r.asked_at FROM audit_request r "

static struct audit_request
request_read(struct rows *r, struct arena *a)
{
	return (struct audit_request){.id = row_int(r, 0),
		.engagement_id = row_int(r, 1),
		.serial = (int)row_int(r, 2),
		.text = row_text(r, 3, a),
		.item = row_text(r, 4, a),
		.due_day = (day_t)row_int(r, 5),
		.state = request_state_of(row_peek(r, 6, NULL)),
		.answer = row_text(r, 7, a),
		.answered_who = row_text(r, 8, a),
		.answered_at = row_int(r, 9),
		.revision = (int)row_int(r, 10),
		.who = row_text(r, 11, a),
		.asked_at = row_int(r, 12)};
}

SQL(list_requests, REQUEST_COLUMNS "WHERE r.engagement_id = $1 ORDER BY r.serial");

bool
requests_list(struct db *db, struct arena *a, int64_t engagement_id, struct audit_request **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_requests, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = request_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(find_request, REQUEST_COLUMNS "WHERE r.id = $1");

bool
request_find(struct db *db, struct arena *a, int64_t id, struct audit_request *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_request, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = request_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such request"));
}

SQL(list_request_moves, "SELECT at, who, words, to_state FROM audit_request_move WHERE request_id = $1"
			" ORDER BY id DESC");

bool
request_moves_of(struct db *db, struct arena *a, int64_t request_id, struct request_moved **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_request_moves, "i", request_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct request_moved){.at = row_int(&r, 0),
			.who = row_text(&r, 1, a),
			.words = row_text(&r, 2, a),
			.to = request_state_of(row_peek(&r, 3, NULL))};
	}
	return rows_end(&r, e);
}

bool
request_actors(struct db *db, const struct engagement_act *x, const struct engagement *g, unsigned *out,
	struct err *e)
{
	unsigned actors;
	bool looks, acts;
	*out = 0;
	if (!engagement_acting(db, x, g, &actors, e) ||
		!manages_today(db, x->account_id, g->department_id, &looks, &acts, e))
		return false;
	if (acts)
		*out = REQUEST_AUDITEE;
	else if ((actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) != 0)
		*out = REQUEST_AUDITOR;
	return true;
}

/* ---- what waits ------------------------------------------------------------------------------- */

static bool
waiting_collect(struct db *db, const struct engagement_act *x, const struct engagement *g,
	struct request_waiting **out, size_t *count, struct err *e)
{
	struct audit_request *list;
	size_t n;
	unsigned actors;
	if (!requests_list(db, x->arena, g->id, &list, &n, e) ||
		(n > 0 && !request_actors(db, x, g, &actors, e)))
		return false;
	for (size_t i = 0; i < n; i++) {
		bool mine = request_waits(list[i].state)      ? (actors & REQUEST_AUDITEE) != 0
			    : list[i].state == REQUEST_HANDED ? (actors & REQUEST_AUDITOR) != 0
							      : false;
		bool late = request_waits(list[i].state) && (actors & REQUEST_AUDITOR) != 0;
		if (!mine && !late)
			continue;
		*out = ARENA_PUSH(x->arena, *out, *count);
		(*out)[(*count)++] = (struct request_waiting){*g, list[i]};
	}
	return true;
}

static void
by_due_day(struct request_waiting *list, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k > 0 && list[k].request.due_day < list[k - 1].request.due_day; k--) {
			struct request_waiting one = list[k];
			list[k] = list[k - 1];
			list[k - 1] = one;
		}
}

bool
requests_waiting(struct db *db, const struct engagement_act *x, struct request_waiting **out, size_t *count,
	struct err *e)
{
	struct engagement *list;
	size_t n;
	*out = NULL;
	*count = 0;
	if (!engagements_list(db, x->arena, &(struct engagement_filter){.running = true}, &list, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!waiting_collect(db, x, &list[i], out, count, e))
			return false;
	by_due_day(*out, *count);
	return true;
}

/* ---- acts ---------------------------------------------------------------------------------------- */

/* The department is asked from when it was told of the audit until the report is fixed. */
static bool
asks(const struct engagement *g, struct err *e)
{
	if (g->state < ENGAGEMENT_ANNOUNCED)
		return err_set(e, ERR_CONFLICT, _("the department has not been told of this audit yet"));
	return engagement_asks(g->state) ||
	       err_set(e, ERR_CONFLICT, _("the report is fixed, so nothing more is asked for"));
}

bool
request_act_begin(struct db *db, const struct engagement_act *x, int64_t request_id,
	struct request_doing *out, struct err *e)
{
	if (!request_find(db, x->arena, request_id, &out->request, e) ||
		!engagement_find(db, x->arena, out->request.engagement_id, &out->audit, e) ||
		!request_actors(db, x, &out->audit, &out->actors, e))
		return false;
	return out->request.revision == x->revision ||
	       err_set(e, ERR_CONFLICT,
		       _("someone else has changed this request meanwhile; look at it and do it again"));
}

SQL(insert_request,
	"INSERT INTO audit_request (engagement_id, serial, text, item, due_day, state, asked_by, who, "
	"asked_at)"
	" SELECT $1, coalesce(max(serial), 0) + 1, $2, $3, $4, 'asked', $5, $6, $7 FROM audit_request"
	" WHERE engagement_id = $1 RETURNING id, serial");

static bool
request_insert(struct db *db, const struct engagement_act *x, struct audit_request *what, struct err *e)
{
	struct rows r;
	struct account who;
	if (!account_find(db, x->arena, x->account_id, &who, e) ||
		!db_query(db, &r, e, insert_request, "issiisi", x->engagement_id, what->text, what->item,
			(int64_t)what->due_day, x->account_id, who.name, x->now))
		return false;
	if (rows_next(&r)) {
		what->id = row_int(&r, 0);
		what->serial = (int)row_int(&r, 1);
	}
	return rows_end(&r, e);
}

static bool
request_fits(const struct engagement_act *x, const struct audit_request *what, struct err *e)
{
	if (utf8_blank(what->text))
		return err_set(e, ERR_INPUT, _("write what is asked for"));
	if (utf8_count(what->text) > REQUEST_TEXT_MOST)
		return err_set(e, ERR_INPUT, _("a text has more than %d characters"), REQUEST_TEXT_MOST);
	return what->due_day >= day_of_instant(x->now) ||
	       err_set(e, ERR_INPUT, _("give a day to come by which it is handed in"));
}

bool
request_add(struct db *db, const struct engagement_act *x, struct audit_request *what, struct err *e)
{
	struct engagement g;
	unsigned actors;
	if (!engagement_find(db, x->arena, x->engagement_id, &g, e) ||
		!request_actors(db, x, &g, &actors, e))
		return false;
	if ((actors & REQUEST_AUDITOR) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
	return asks(&g, e) && request_fits(x, what, e) && request_insert(db, x, what, e) &&
	       event_add(db, x->now, x->account_id, "audit_requested", request_number(x->arena, &g, what),
		       "", e);
}

SQL(move_request,
	"UPDATE audit_request SET state = $2, revision = revision + 1, answer = CASE WHEN $2 = 'handed'"
	" THEN $3 ELSE answer END, answered_who = CASE WHEN $2 = 'handed' THEN $4 ELSE answered_who END,"
	" answered_at = CASE WHEN $2 = 'handed' THEN $5 ELSE answered_at END WHERE id = $1");
SQL(insert_request_move,
	"INSERT INTO audit_request_move (request_id, at, account_id, who, from_state, to_state, words)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7)");

static bool
move_store(struct db *db, const struct engagement_act *x, const struct request_doing *d,
	const struct request_move *m, const char *words, struct err *e)
{
	struct account who;
	const char *to = request_state_key(m->to);
	return account_find(db, x->arena, x->account_id, &who, e) &&
	       db_exec(db, e, move_request, "isssi", d->request.id, to, words, who.name, x->now) &&
	       db_exec(db, e, insert_request_move, "iiissss", d->request.id, x->now, x->account_id, who.name,
		       request_state_key(m->from), to, words) &&
	       event_add(db, x->now, x->account_id, "audit_request_moved",
		       request_number(x->arena, &d->audit, &d->request), to, e);
}

bool
requests_void(struct db *db, const struct engagement_act *x, const struct engagement *g, struct err *e)
{
	struct audit_request *list;
	size_t count;
	if (!requests_list(db, x->arena, g->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct request_doing d = {.audit = *g, .request = list[i]};
		const struct request_move m = {"withdraw", list[i].state, REQUEST_WITHDRAWN, 0, 0};
		bool open = request_waits(list[i].state) || list[i].state == REQUEST_HANDED;
		if (open && !move_store(db, x, &d, &m, _("this audit was cancelled"), e))
			return false;
	}
	return true;
}

bool
request_act_move(struct db *db, const struct engagement_act *x, int64_t request_id, const char *name,
	const char *words, struct err *e)
{
	struct request_doing d;
	struct request_file *files;
	size_t count;
	if (!request_act_begin(db, x, request_id, &d, e) ||
		!request_files(db, x->arena, request_id, &files, &count, e))
		return false;
	if (utf8_count(words) > REQUEST_TEXT_MOST)
		return err_set(e, ERR_INPUT, _("a text has more than %d characters"), REQUEST_TEXT_MOST);
	unsigned unmet = utf8_blank(words) ? REQUEST_NEEDS_REASON : 0;
	unmet |= utf8_blank(words) && count == 0 ? REQUEST_NEEDS_ANSWER : 0;
	const struct request_move *m = request_move_find(d.request.state, name, d.actors, unmet, e);
	return m != NULL && (m->to == REQUEST_WITHDRAWN || asks(&d.audit, e)) &&
	       move_store(db, x, &d, m, words, e);
}
