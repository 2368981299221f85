#include "store/keep/retention.h"

#include <pthread.h>
#include <string.h>

#include "base/resource.h"
#include "base/utf8.h"
#include "base/words.h"
#include "store/event.h"
#include "store/keep/retention_file.h"
#include "yaml/yaml.h"

/* The file belongs to the program, so it is read once and stays; without it nothing is disposed of. */
static const struct raw_retention *shipped;
static struct faults faults;
static pthread_once_t shipped_once = PTHREAD_ONCE_INIT;

static void
shipped_load(void)
{
	char path[4096];
	faults.arena = arena_create();
	resource_path("reports/retention.yaml", path, sizeof path);
	shipped = yaml_load(&retention_schema, path, "reports/retention.yaml", &faults);
}

static bool
shipped_get(struct err *e)
{
	pthread_once(&shipped_once, shipped_load);
	if (shipped != NULL && faults.count == 0)
		return true;
	const struct fault *f = faults.count > 0 ? &faults.items[0] : NULL;
	return err_set(e, ERR_SYSTEM, "%s:%d: %s", f != NULL ? f->file : "reports/retention.yaml",
		f != NULL ? f->line : 0, f != NULL ? f->text : "");
}

const struct retention_kind *
retention_kind_find(const struct retention_kind *list, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].key, key) == 0)
			return &list[i];
	return NULL;
}

SQL(latest_classes, "SELECT kind, class FROM retention_change ORDER BY id");

bool
retention_kinds(struct db *db, struct arena *a, struct retention_kind **out, size_t *count, struct err *e)
{
	struct rows r;
	if (!shipped_get(e) || !db_query(db, &r, e, latest_classes, ""))
		return false;
	*count = shipped->kinds_count;
	*out = ARENA_ARRAY(a, struct retention_kind, *count);
	for (size_t i = 0; i < *count; i++) {
		const struct raw_retention_kind *raw = &shipped->kinds[i];
		(*out)[i] = (struct retention_kind){raw->key, raw->title, raw->help,
			(enum retention_scope)raw->scope, raw->with, raw->years, raw->years};
	}
	while (rows_next(&r)) {
		const struct retention_kind *k = retention_kind_find(*out, *count, row_peek(&r, 0, NULL));
		if (k != NULL)
			(void)retention_class_parse(row_peek(&r, 1, NULL), &(*out)[k - *out].years);
	}
	return rows_end(&r, e);
}

/* ---- changing a class ---------------------------------------------------------------- */

bool
retention_reason_check(const char *reason, struct err *e)
{
	if (utf8_blank(reason))
		return err_set(e, ERR_INPUT, _("say why"));
	return utf8_count(reason) <= RETENTION_REASON_MOST ||
	       err_set(e, ERR_INPUT, _("the reason is longer than %d characters"), RETENTION_REASON_MOST);
}

static bool
class_check(const struct retention_kind *k, int years, struct err *e)
{
	bool known = false;
	for (size_t i = 0; i < RETENTION_CLASSES; i++)
		known = known || retention_classes[i] == years;
	if (!known)
		return err_set(e, ERR_INPUT, _("there is no such class of retention"));
	if (k->scope == RETENTION_OF_NONE)
		return err_set(e, ERR_INPUT, _("records of this kind are always kept"));
	return years != k->years || err_set(e, ERR_INPUT, _("this is the class it has"));
}

SQL(insert_retention_change, "INSERT INTO retention_change (kind, class, reason, account_id, at)"
			     " VALUES ($1, $2, $3, $4, $5)");

static bool
change_add(struct db *db, struct arena *a, const char *kind, const char *class, const char *reason,
	int64_t account_id, instant_t now, struct err *e)
{
	struct retention_kind *list;
	size_t count;
	int years = RETENTION_IN_USE;
	if (!retention_kinds(db, a, &list, &count, e))
		return false;
	const struct retention_kind *k = retention_kind_find(list, count, kind);
	if (k == NULL)
		return err_set(e, ERR_INPUT, _("there is no such kind of records"));
	(void)retention_class_parse(class, &years);
	return class_check(k, years, e) && retention_reason_check(reason, e) &&
	       db_exec(db, e, insert_retention_change, "sssii", kind, class, reason, account_id, now) &&
	       event_add(db, now, account_id, "retention_changed", k->title,
		       arena_printf(a, "%s → %s: %s", retention_class_key(k->years), class, reason), e);
}

bool
retention_change_add(struct db *db, const char *kind, const char *class, const char *reason,
	int64_t account_id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	bool ok = change_add(db, a, kind, class, reason, account_id, now, e);
	arena_destroy(a);
	return ok;
}

SQL(list_retention_changes, "SELECT r.kind, r.class, r.reason, coalesce(p.name, a.login), r.at"
			    " FROM retention_change r JOIN account a ON a.id = r.account_id"
			    " LEFT JOIN person p ON p.id = a.person_id ORDER BY r.id DESC");

bool
retention_changes_list(
	struct db *db, struct arena *a, struct retention_change **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_retention_changes, ""))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		struct retention_change *c = &(*out)[(*count)++];
		*c = (struct retention_change){.kind = row_text(&r, 0, a),
			.reason = row_text(&r, 2, a),
			.who = row_text(&r, 3, a),
			.at = row_int(&r, 4)};
		(void)retention_class_parse(row_peek(&r, 1, NULL), &c->years);
	}
	return rows_end(&r, e);
}
