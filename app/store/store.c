#include "store/store.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/resource.h"
#include "base/words.h"
#include "store/checkpoint.h"
#include "store/cycle/frozen.h"
#include "store/figure/signal_memory.h"
#include "store/schema.h"

struct reader {
	struct reader *next;
	pthread_t thread;
	struct db *db;
};

struct store {
	char path[DATABASE_PATH_SIZE];
	const char *directory;
	uint64_t serial; /* tells stores apart that stood at the same address */
	struct writer *writer;
	struct checkpoint *checkpoint;
	struct arena *arena; /* of the bank */
	const struct bank *bank;
	struct frozen *frozen;
	struct signal_memory *signals;
	pthread_mutex_t lock;
	struct reader *readers;
};

static bool
bank_open(struct store *s, struct err *e)
{
	char questionnaires[DATABASE_PATH_SIZE];
	resource_path("questionnaires", questionnaires, sizeof questionnaires);
	struct faults f = {.arena = s->arena};
	s->bank = bank_load(questionnaires, &f);
	if (s->bank == NULL && f.count > 0)
		return err_set(e, ERR_SYSTEM, _("the question files are faulty: %s, line %d: %s"),
			f.items[0].file, f.items[0].line, f.items[0].text);
	return s->bank != NULL || err_set(e, ERR_SYSTEM, _("the question files cannot be read"));
}

struct store *
store_open(const char *directory, struct err *e)
{
	static _Atomic uint64_t serials;
	struct store *s = calloc(1, sizeof *s);
	if (s == NULL)
		abort();
	s->serial = ++serials;
	s->arena = arena_create();
	s->directory = arena_strdup(s->arena, directory);
	pthread_mutex_init(&s->lock, NULL);
	struct db *db = bank_open(s, e) ? database_open(directory, s->path, e) : NULL;
	if (db == NULL) {
		store_close(s);
		return NULL;
	}
	s->writer = writer_create(db);
	if ((db = db_open(s->path, DB_WRITE, e)) == NULL) {
		store_close(s);
		return NULL;
	}
	s->checkpoint = checkpoint_create(db);
	s->frozen = frozen_create(s->bank);
	s->signals = signal_memory_create();
	return s;
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	checkpoint_destroy(s->checkpoint);
	writer_destroy(s->writer);
	while (s->readers != NULL) {
		struct reader *r = s->readers;
		s->readers = r->next;
		db_close(r->db);
		free(r);
	}
	frozen_destroy(s->frozen);
	signal_memory_destroy(s->signals);
	arena_destroy(s->arena);
	pthread_mutex_destroy(&s->lock);
	free(s);
}

/* ---- using it -------------------------------------------------------------------- */

static struct db *
reader_of_thread(struct store *s, struct err *e)
{
	pthread_mutex_lock(&s->lock);
	struct reader *r = s->readers;
	while (r != NULL && !pthread_equal(r->thread, pthread_self()))
		r = r->next;
	if (r == NULL) {
		struct db *db = db_open(s->path, DB_READ, e);
		if (db != NULL && (r = calloc(1, sizeof *r)) == NULL)
			abort();
		if (r != NULL) {
			*r = (struct reader){.next = s->readers, .thread = pthread_self(), .db = db};
			s->readers = r;
		}
	}
	pthread_mutex_unlock(&s->lock);
	return r == NULL ? NULL : r->db;
}

struct db *
store_reader(struct store *s, struct err *e)
{
	static _Thread_local struct {
		uint64_t serial;
		struct db *db;
	} mine;
	if (mine.serial != s->serial || mine.db == NULL) {
		mine.db = reader_of_thread(s, e);
		mine.serial = s->serial;
	}
	return mine.db;
}

SQL(ask_store, "SELECT count(*) FROM cycle");

bool
store_answers(struct db *db, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, ask_store, ""))
		return false;
	(void)rows_next(&r);
	return rows_end(&r, e);
}

const char *
store_directory(const struct store *s)
{
	return s->directory;
}

struct writer *
store_writer(struct store *s)
{
	return s->writer;
}

const struct bank *
store_bank(struct store *s)
{
	return s->bank;
}

struct signal_memory *
store_signals(struct store *s)
{
	return s->signals;
}

const struct questionnaire *
store_cycle_set(struct store *s, int64_t cycle_id, const char *set_key, struct err *e)
{
	struct db *db = store_reader(s, e);
	return db == NULL ? NULL : frozen_find(s->frozen, db, cycle_id, set_key, e);
}

const struct policy *
store_cycle_policy(struct store *s, int64_t cycle_id, struct err *e)
{
	struct db *db = store_reader(s, e);
	return db == NULL ? NULL : frozen_policy(s->frozen, db, cycle_id, e);
}

struct frozen *
store_frozen(struct store *s)
{
	return s->frozen;
}
