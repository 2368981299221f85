/* Files that are handed in with the answer to a request. */
#include <string.h>

#include "base/words.h"
#include "store/audit/request_inside.h"

#define FILE_COLUMNS                                                                                         \
	"SELECT id, request_id, digest, name, kind, size, secrecy, added_at, removed_at"                     \
	" FROM audit_request_file "

static struct request_file
file_read(struct rows *r, struct arena *a)
{
	return (struct request_file){.id = row_int(r, 0),
		.request_id = row_int(r, 1),
		.digest = row_text(r, 2, a),
		.name = row_text(r, 3, a),
		.kind = row_text(r, 4, a),
		.size = row_int(r, 5),
		.secrecy = (int)row_int(r, 6),
		.added_at = row_int(r, 7),
		.removed_at = row_int(r, 8)};
}

SQL(list_request_files, FILE_COLUMNS "WHERE request_id = $1 AND removed_at IS NULL ORDER BY id");

bool
request_files(struct db *db, struct arena *a, int64_t request_id, struct request_file **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_request_files, "i", request_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = file_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(find_request_file, FILE_COLUMNS "WHERE id = $1");

bool
request_file_find(struct db *db, struct arena *a, int64_t id, struct request_file *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_request_file, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = file_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such file"));
}

/* Which file it was is said by the seal of its contents: its name is for who may open it. */
static bool
file_log(struct db *db, const struct engagement_act *x, const struct request_doing *d, const char *what,
	const char *digest, struct err *e)
{
	return event_add(
		db, x->now, x->account_id, what, request_number(x->arena, &d->audit, &d->request), digest, e);
}

static bool
may_change(struct db *db, const struct engagement_act *x, int64_t request_id, struct request_doing *d,
	struct err *e)
{
	if (!request_act_begin(db, x, request_id, d, e))
		return false;
	if ((d->actors & REQUEST_AUDITEE) == 0)
		return err_set(e, ERR_DENIED, _("only the manager of the department hands this in"));
	return request_waits(d->request.state) ||
	       err_set(e, ERR_CONFLICT, _("files are added and taken back before it is handed in"));
}

/* *there: the very same was added before. */
static bool
has_room(struct db *db, const struct engagement_act *x, const struct request_file *what, int64_t total_most,
	bool *there, struct err *e)
{
	struct request_file *list;
	size_t count;
	int64_t total = what->size;
	*there = false;
	if (!request_files(db, x->arena, what->request_id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		total += list[i].size;
		*there |= strcmp(list[i].digest, what->digest) == 0 &&
			  strcmp(list[i].name, what->name) == 0 && list[i].secrecy == what->secrecy;
	}
	if (*there)
		return true;
	if (count >= REQUEST_FILES_MOST)
		return err_set(e, ERR_CONFLICT, _("a request takes %d files at most"), REQUEST_FILES_MOST);
	return total <= total_most ||
	       err_set(e, ERR_CONFLICT, _("the files of this request would be larger than %lld MB together"),
		       (long long)(total_most / (1024 * 1024)));
}

SQL(insert_request_file,
	"INSERT INTO audit_request_file (request_id, digest, name, kind, size, secrecy, added_at, added_by)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

bool
request_file_add(struct db *db, const struct engagement_act *x, const struct request_file *what,
	int64_t total_most, struct err *e)
{
	struct request_doing d;
	bool there;
	if (!may_change(db, x, what->request_id, &d, e) || !has_room(db, x, what, total_most, &there, e))
		return false;
	return there ||
	       (db_exec(db, e, insert_request_file, "isssiiii", what->request_id, what->digest, what->name,
			what->kind, what->size, (int64_t)what->secrecy, x->now, x->account_id) &&
		       file_log(db, x, &d, "audit_file_added", what->digest, e));
}

SQL(drop_request_file, "UPDATE audit_request_file SET removed_at = $2, removed_by = $3 WHERE id = $1 AND "
		       "removed_at IS NULL");

bool
request_file_remove(
	struct db *db, const struct engagement_act *x, const struct request_file *what, struct err *e)
{
	struct request_doing d;
	return may_change(db, x, what->request_id, &d, e) &&
	       db_exec(db, e, drop_request_file, "iii", what->id, x->now, x->account_id) &&
	       (db_changes(db) == 0 || file_log(db, x, &d, "audit_file_removed", what->digest, e));
}

bool
request_file_note_read(
	struct db *db, const struct engagement_act *x, const struct request_file *what, struct err *e)
{
	struct request_doing d;
	return request_find(db, x->arena, what->request_id, &d.request, e) &&
	       engagement_find(db, x->arena, d.request.engagement_id, &d.audit, e) &&
	       file_log(db, x, &d, "audit_file_read", what->digest, e);
}
