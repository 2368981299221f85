#include "store/sheet/attachments.h"

#include <string.h>

#include "base/words.h"
#include "store/sheet/sheet_acts.h"

#define ATTACHMENT_COLUMNS                                                                                   \
	"SELECT id, sheet_id, item, digest, name, kind, size, secrecy, added_at, removed_at FROM "           \
	"attachment "

static struct attachment
attachment_read(struct rows *r, struct arena *a)
{
	return (struct attachment){.id = row_int(r, 0),
		.sheet_id = row_int(r, 1),
		.item = row_text(r, 2, a),
		.digest = row_text(r, 3, a),
		.name = row_text(r, 4, a),
		.kind = row_text(r, 5, a),
		.size = row_int(r, 6),
		.secrecy = (int)row_int(r, 7),
		.added_at = row_int(r, 8),
		.removed_at = row_int(r, 9)};
}

SQL(list_attachments, ATTACHMENT_COLUMNS "WHERE sheet_id = $1 AND removed_at IS NULL ORDER BY id");

bool
attachments_list(struct db *db, struct arena *a, int64_t sheet_id, struct attachment **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_attachments, "i", sheet_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = attachment_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(find_attachment, ATTACHMENT_COLUMNS "WHERE id = $1");

bool
attachment_find(struct db *db, struct arena *a, int64_t id, struct attachment *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_attachment, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = attachment_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such file"));
}

static bool
attachment_log(struct db *db, const struct attachment_act *x, const char *what, struct err *e)
{
	const struct attachment *f = &x->attachment;
	return sheet_log(db, x->arena, f->sheet_id, x->account_id, what,
		arena_printf(x->arena, "%s %s", f->item, f->name), x->now, e);
}

/* Whoever answers the sheet, while it can be answered. */
static bool
may_change(struct db *db, const struct attachment_act *x, struct err *e)
{
	struct sheet s;
	if (!sheet_find(db, x->arena, x->attachment.sheet_id, &s, e))
		return false;
	if (x->person_id == 0 || s.person_id != x->person_id)
		return err_set(e, ERR_DENIED, _("this sheet belongs to someone else"));
	struct sheet_facts facts = sheet_facts(&s);
	return sheet_may(SHEET_ANSWER, ACTOR_OWNER, &facts, e);
}

static bool
is_same(const struct attachment *a, const struct attachment *b)
{
	return strcmp(a->item, b->item) == 0 && strcmp(a->digest, b->digest) == 0 &&
	       strcmp(a->name, b->name) == 0 && a->secrecy == b->secrecy;
}

static bool
has_room(struct db *db, struct attachment_act *x, struct err *e)
{
	struct attachment *list;
	size_t count, same = 0;
	int64_t total = x->attachment.size;
	if (!attachments_list(db, x->arena, x->attachment.sheet_id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		same += strcmp(list[i].item, x->item->id) == 0;
		total += list[i].size;
		x->there |= is_same(&list[i], &x->attachment);
	}
	if (x->there)
		return true;
	if ((int)same >= x->item->evidence_files)
		return err_set(e, ERR_CONFLICT,
			_("this question takes %d files at most; take one back before adding another"),
			x->item->evidence_files);
	return total <= x->total_most ||
	       err_set(e, ERR_CONFLICT, _("the files of this sheet would be larger than %lld MB together"),
		       (long long)(x->total_most / (1024 * 1024)));
}

SQL(insert_attachment,
	"INSERT INTO attachment (sheet_id, item, digest, name, kind, size, secrecy, added_at, added_by)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");

bool
attachment_add(struct db *db, struct piece *p, struct attachment_act *x, struct err *e)
{
	const struct attachment *f = &x->attachment;
	(void)p;
	if (!may_change(db, x, e) || !has_room(db, x, e))
		return false;
	return x->there || (db_exec(db, e, insert_attachment, "issssiiii", f->sheet_id, f->item, f->digest,
				    f->name, f->kind, f->size, (int64_t)f->secrecy, x->now, x->account_id) &&
				   attachment_log(db, x, "attachment_added", e));
}

SQL(drop_attachment,
	"UPDATE attachment SET removed_at = $2, removed_by = $3 WHERE id = $1 AND removed_at IS NULL");

bool
attachment_remove(struct db *db, struct piece *p, struct attachment_act *x, struct err *e)
{
	(void)p;
	if (!may_change(db, x, e) ||
		!db_exec(db, e, drop_attachment, "iii", x->attachment.id, x->now, x->account_id))
		return false;
	return db_changes(db) == 0 || attachment_log(db, x, "attachment_removed", e);
}

bool
attachment_note_read(struct db *db, struct piece *p, struct attachment_act *x, struct err *e)
{
	(void)p;
	return attachment_log(db, x, "attachment_read", e);
}

SQL(list_cycle_attachments,
	"SELECT f.id, f.sheet_id, f.item, f.digest, f.name, f.kind, f.size, f.secrecy, f.added_at,"
	" f.removed_at, s.set_key, s.unit_name, d.name, s.person_id FROM attachment f JOIN sheet s ON s.id = "
	"f.sheet_id"
	" JOIN cycle_department d ON d.cycle_id = s.cycle_id AND d.department_id = s.department_id"
	" WHERE s.cycle_id = $1 AND f.removed_at IS NULL AND ($2 = 0 OR s.department_id = $2)"
	" ORDER BY d.ord, s.set_key, s.id, f.id LIMIT $3 OFFSET $4");

bool
attachments_of_cycle(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, int skip,
	int most, struct attachment_row **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_cycle_attachments, "iiii", cycle_id, department_id, (int64_t)most,
		    (int64_t)skip))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct attachment_row){.file = attachment_read(&r, a),
			.set_key = row_text(&r, 10, a),
			.unit_name = row_text(&r, 11, a),
			.department_name = row_text(&r, 12, a),
			.person_id = row_int(&r, 13)};
	}
	return rows_end(&r, e);
}
