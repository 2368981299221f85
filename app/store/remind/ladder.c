#include "store/remind/ladder.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/resource.h"
#include "base/words.h"
#include "store/event.h"
#include "store/remind/ladder_file.h"
#include "yaml/yaml.h"

/* The file belongs to the program, so it is read once and stays. */
static const struct raw_ladder *shipped;
static pthread_once_t shipped_once = PTHREAD_ONCE_INIT;

static void
shipped_load(void)
{
	static const struct raw_ladder none;
	static struct faults f;
	char path[4096];
	f.arena = arena_create();
	resource_path("reports/reminders.yaml", path, sizeof path);
	shipped = yaml_load(&ladder_schema, path, "reports/reminders.yaml", &f);
	for (size_t i = 0; i < f.count; i++)
		log_line("%s:%d: %s", f.items[i].file, f.items[i].line, f.items[i].text);
	if (shipped == NULL)
		shipped = &none;
}

static int
rungs_order(const void *a, const void *b)
{
	const struct rung *x = a, *y = b;
	if (x->days != y->days)
		return x->days < y->days ? -1 : 1;
	return x->to != y->to ? (int)x->to - (int)y->to : strcmp(x->key, y->key);
}

static struct rung *
rung_of_key(struct rung *list, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].key, key) == 0)
			return &list[i];
	return NULL;
}

SQL(changed_rungs, "SELECT key, used, days, recipient, subject, text FROM rung ORDER BY key");

static bool
rungs_change(struct db *db, struct arena *a, struct rung **list, size_t *count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, changed_rungs, ""))
		return false;
	while (rows_next(&r)) {
		const char *key = row_text(&r, 0, a);
		struct rung *rung = rung_of_key(*list, *count, key);
		if (rung == NULL) {
			*list = ARENA_PUSH(a, *list, *count);
			rung = &(*list)[(*count)++];
		}
		*rung = (struct rung){.key = key,
			.used = row_int(&r, 1) != 0,
			.days = (int)row_int(&r, 2),
			.subject = row_text(&r, 4, a),
			.text = row_text(&r, 5, a)};
		(void)rung_to_parse(row_text(&r, 3, a), &rung->to);
	}
	return rows_end(&r, e);
}

bool
ladder_load(struct db *db, struct arena *a, struct rung **out, size_t *count, struct err *e)
{
	struct rung *list = NULL;
	size_t n = 0;
	pthread_once(&shipped_once, shipped_load);
	for (unsigned i = 0; i < shipped->rungs_count; i++) {
		const struct raw_rung *raw = &shipped->rungs[i];
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct rung){
			raw->key, true, raw->days, (enum rung_to)raw->to, raw->subject, raw->text};
	}
	if (!rungs_change(db, a, &list, &n, e))
		return false;
	qsort(list, n, sizeof *list, rungs_order);
	*out = list;
	*count = n;
	return true;
}

bool
rung_find(struct db *db, struct arena *a, const char *key, struct rung *out, struct err *e)
{
	struct rung *list;
	size_t count;
	if (!ladder_load(db, a, &list, &count, e))
		return false;
	const struct rung *found = rung_of_key(list, count, key);
	if (found == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such rung of the ladder"));
	*out = *found;
	return true;
}

bool
rung_key_make(struct db *db, struct arena *a, const char **key, struct err *e)
{
	struct rung *list;
	size_t count, n = 1;
	if (!ladder_load(db, a, &list, &count, e))
		return false;
	if (count >= RUNGS_MOST)
		return err_set(e, ERR_CONFLICT, _("the ladder has at most %d rungs"), RUNGS_MOST);
	do
		*key = arena_printf(a, "own-%zu", n++);
	while (rung_of_key(list, count, *key) != NULL);
	return true;
}

SQL(save_rung, "INSERT INTO rung (key, used, days, recipient, subject, text) VALUES ($1, $2, $3, $4, $5, $6)"
	       " ON CONFLICT (key) DO UPDATE SET used = excluded.used, days = excluded.days,"
	       " recipient = excluded.recipient, subject = excluded.subject, text = excluded.text");

bool
rung_save(struct db *db, const struct rung *r, int64_t account_id, instant_t now, struct err *e)
{
	return rung_check(r, e) &&
	       db_exec(db, e, save_rung, "siisss", r->key, (int64_t)r->used, (int64_t)r->days,
		       rung_to_key(r->to), r->subject, r->text) &&
	       event_add(db, now, account_id, "rung_saved", r->key, r->subject, e);
}
