/* The editions of question sets that the secretariat has loaded. */
#include "store/cycle/cycles.h"

#include "base/file.h"
#include "base/secret.h"
#include "base/words.h"
#include "store/event.h"

/* The same text loaded again is the same edition. */
SQL(insert_question_set, "INSERT INTO question_set (key, edition, title, digest, yaml, loaded_at)"
			 " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (digest) DO UPDATE SET loaded_at = "
			 "question_set.loaded_at"
			 " RETURNING id");

bool
question_set_load(struct db *db, const struct questionnaire *q, const char *yaml, size_t length,
	instant_t now, int64_t *id, struct err *e)
{
	char digest[DIGEST_SIZE];
	digest_of(yaml, length, digest);
	struct rows r;
	if (!db_query(db, &r, e, insert_question_set, "ssssbi", q->key, q->edition, q->title, digest, yaml,
		    length, now))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e);
}

bool
question_sets_ship(struct db *db, const struct bank *bank, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	bool ok = true;
	for (size_t i = 0; ok && i < bank->count; i++) {
		const struct questionnaire *q = bank->sets[i];
		char *yaml;
		size_t length;
		int64_t id;
		ok = file_read(a, q->file, &yaml, &length, e) &&
		     question_set_load(db, q, yaml, length, now, &id, e) &&
		     event_add(db, now, 0, "question_set_loaded", q->key, q->edition, e);
	}
	arena_destroy(a);
	return ok;
}

SQL(list_question_sets, "SELECT id, key, title, edition, loaded_at FROM question_set"
			" ORDER BY min(id) OVER (PARTITION BY key), id DESC");

bool
question_sets_list(struct db *db, struct arena *a, struct question_set **out, size_t *count, struct err *e)
{
	struct rows r;
	struct question_set *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_question_sets, ""))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct question_set){.id = row_int(&r, 0),
			.key = row_text(&r, 1, a),
			.title = row_text(&r, 2, a),
			.edition = row_text(&r, 3, a),
			.loaded_at = row_int(&r, 4)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(find_question_set_yaml, "SELECT yaml FROM question_set WHERE id = $1");

bool
question_set_yaml(
	struct db *db, struct arena *a, int64_t id, const char **yaml, size_t *length, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_question_set_yaml, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found) {
		row_peek(&r, 0, length);
		*yaml = row_text(&r, 0, a);
	}
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such question set"));
}
