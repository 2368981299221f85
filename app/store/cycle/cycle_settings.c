#include "store/cycle/cycle_settings.h"

#include <stdlib.h>

SQL(keep_setting, "INSERT INTO cycle_setting (cycle_id, key, value) VALUES ($1, $2, $3)"
		  " ON CONFLICT (cycle_id, key) DO UPDATE SET value = excluded.value");

bool
cycle_settings_keep(struct db *db, int64_t cycle_id, struct err *e)
{
	struct arena *a = arena_create();
	struct setting *list;
	size_t count;
	bool ok = settings_list(db, a, &list, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = db_exec(db, e, keep_setting, "iss", cycle_id, list[i].key, list[i].value);
	arena_destroy(a);
	return ok;
}

SQL(find_kept_setting, "SELECT value FROM cycle_setting WHERE cycle_id = $1 AND key = $2");

/* NULL: none was kept, for the cycle is not final or was so before settings were kept. */
static const char *
kept_value(struct db *db, struct arena *a, const struct cycle *c, const char *key)
{
	struct rows r;
	if (!cycle_final(c->state) || !db_query(db, &r, NULL, find_kept_setting, "is", c->id, key))
		return NULL;
	const char *value = rows_next(&r) ? row_text(&r, 0, a) : NULL;
	rows_end(&r, NULL);
	return value;
}

const char *
cycle_setting_text(struct db *db, struct arena *a, const struct cycle *c, const char *key)
{
	const char *kept = kept_value(db, a, c, key);
	return kept != NULL ? kept : setting_text(db, a, key);
}

int
cycle_setting_number(struct db *db, const struct cycle *c, const char *key)
{
	struct arena *a = arena_create();
	const char *kept = kept_value(db, a, c, key);
	int n = kept != NULL ? atoi(kept) : setting_number(db, key);
	arena_destroy(a);
	return n;
}
