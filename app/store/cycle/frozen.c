#include "store/cycle/frozen.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "store/cycle/cycle_rules.h"
#include "store/cycle/editions.h"

struct entry {
	struct entry *next;
	int64_t cycle_id;
	const char *set_key;
	const struct questionnaire *questionnaire;
};

struct rules_entry {
	struct rules_entry *next;
	int64_t cycle_id;
	struct cycle_rules rules;
};

struct frozen {
	const struct bank *bank;
	struct arena *arena;
	pthread_mutex_t lock;
	struct entry *entries;
	struct rules_entry *rules;
};

struct frozen *
frozen_create(const struct bank *bank)
{
	struct frozen *f = calloc(1, sizeof *f);
	if (f == NULL)
		abort();
	f->bank = bank;
	f->arena = arena_create();
	pthread_mutex_init(&f->lock, NULL);
	return f;
}

void
frozen_destroy(struct frozen *f)
{
	if (f == NULL)
		return;
	arena_destroy(f->arena);
	pthread_mutex_destroy(&f->lock);
	free(f);
}

SQL(find_set_yaml, "SELECT key, yaml FROM question_set WHERE id = $1");

static const struct questionnaire *
set_parse(
	struct db *db, struct arena *a, const struct cycle_rules *rules, int64_t id, int year, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_set_yaml, "i", id))
		return NULL;
	const struct questionnaire *q = NULL;
	const char *key = "";
	struct faults f = {.arena = a};
	bool found = rows_next(&r);
	if (found) {
		size_t length;
		const char *yaml = row_peek(&r, 1, &length);
		key = row_text(&r, 0, a);
		q = questionnaire_parse(yaml, length, key, rules->policy, rules->scales, year, &f);
	}
	if (!rows_end(&r, e))
		return NULL;
	if (!found)
		err_set(e, ERR_ABSENT, _("there is no such question set"));
	else if (q == NULL)
		err_set(e, ERR_SYSTEM, _("the stored question set %s cannot be read: line %d: %s"), key,
			f.count > 0 ? f.items[0].line : 0, f.count > 0 ? f.items[0].text : "");
	return q;
}

const struct questionnaire *
question_set_parse(
	struct db *db, struct arena *a, const struct bank *bank, int64_t id, int year, struct err *e)
{
	const struct cycle_rules rules = {bank->policy, bank->scales};
	return set_parse(db, a, &rules, id, year, e);
}

SQL(find_cycle_set, "SELECT s.question_set_id, c.year FROM cycle_set s JOIN cycle c ON c.id = s.cycle_id"
		    " WHERE s.cycle_id = $1 AND s.set_key = $2");

static const struct questionnaire *
set_of_cycle(struct db *db, struct arena *a, const struct cycle_rules *rules, int64_t cycle_id,
	const char *set_key, struct err *e)
{
	struct rows r;
	int64_t id = 0;
	int year = 0;
	if (!db_query(db, &r, e, find_cycle_set, "is", cycle_id, set_key))
		return NULL;
	if (rows_next(&r)) {
		id = row_int(&r, 0);
		year = (int)row_int(&r, 1);
	}
	if (!rows_end(&r, e))
		return NULL;
	if (id == 0) {
		err_set(e, ERR_ABSENT, _("the cycle has no question set %s"), set_key);
		return NULL;
	}
	const struct questionnaire *q = set_parse(db, a, rules, id, year, e);
	return q != NULL && edition_marks_apply(db, id, q, e) ? q : NULL;
}

const struct questionnaire *
cycle_set_parse(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	const char *set_key, struct err *e)
{
	struct cycle_rules rules;
	return cycle_rules_read(db, a, bank, cycle_id, &rules, e)
		       ? set_of_cycle(db, a, &rules, cycle_id, set_key, e)
		       : NULL;
}

/* Under the lock. */
static const struct cycle_rules *
rules_of(struct frozen *f, struct db *db, int64_t cycle_id, struct err *e)
{
	struct rules_entry *entry = f->rules;
	while (entry != NULL && entry->cycle_id != cycle_id)
		entry = entry->next;
	if (entry != NULL)
		return &entry->rules;
	entry = ARENA_NEW(f->arena, struct rules_entry);
	entry->cycle_id = cycle_id;
	if (!cycle_rules_read(db, f->arena, f->bank, cycle_id, &entry->rules, e))
		return NULL;
	entry->next = f->rules;
	f->rules = entry;
	return &entry->rules;
}

const struct policy *
frozen_policy(struct frozen *f, struct db *db, int64_t cycle_id, struct err *e)
{
	pthread_mutex_lock(&f->lock);
	const struct cycle_rules *rules = rules_of(f, db, cycle_id, e);
	pthread_mutex_unlock(&f->lock);
	return rules == NULL ? NULL : rules->policy;
}

static const struct questionnaire *
entry_add(struct frozen *f, struct db *db, int64_t cycle_id, const char *set_key, struct err *e)
{
	const struct cycle_rules *rules = rules_of(f, db, cycle_id, e);
	const struct questionnaire *q =
		rules == NULL ? NULL : set_of_cycle(db, f->arena, rules, cycle_id, set_key, e);
	if (q == NULL)
		return NULL;
	struct entry *entry = ARENA_NEW(f->arena, struct entry);
	*entry = (struct entry){.next = f->entries,
		.cycle_id = cycle_id,
		.set_key = arena_strdup(f->arena, set_key),
		.questionnaire = q};
	f->entries = entry;
	return q;
}

const struct questionnaire *
frozen_find(struct frozen *f, struct db *db, int64_t cycle_id, const char *set_key, struct err *e)
{
	pthread_mutex_lock(&f->lock);
	struct entry *entry = f->entries;
	while (entry != NULL && (entry->cycle_id != cycle_id || strcmp(entry->set_key, set_key) != 0))
		entry = entry->next;
	const struct questionnaire *q =
		entry != NULL ? entry->questionnaire : entry_add(f, db, cycle_id, set_key, e);
	pthread_mutex_unlock(&f->lock);
	return q;
}
