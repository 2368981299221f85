#include "store/writer.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/words.h"
#include "store/sheet/batch.h"

enum { QUEUE_MOST = 4096 };

struct writer {
	struct db *db;
	struct batch *batch;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t work;
	struct piece *first, **last; /* what waits, in the order it came */
	size_t waiting;
	struct writer_counts counts;
	bool ending;
};

/* Everything that waits, or NULL when the writer is to end. */
static struct piece *
pieces_take(struct writer *w)
{
	pthread_mutex_lock(&w->lock);
	while (w->first == NULL && !w->ending)
		pthread_cond_wait(&w->work, &w->lock);
	struct piece *pieces = w->first;
	w->first = NULL;
	w->last = &w->first;
	w->waiting = 0;
	pthread_mutex_unlock(&w->lock);
	return pieces;
}

/* False when not only the piece but the transaction around it is lost. */
static bool
piece_run(struct writer *w, struct piece *p, struct err *e)
{
	p->batch = w->batch;
	if (!db_savepoint(w->db, e))
		return false;
	p->ok = p->work(w->db, p, &p->err);
	p->batch = NULL;
	if (!p->ok) {
		batch_forget(w->batch);
		db_undo(w->db);
		return db_in_transaction(w->db) ||
		       err_set(e, p->err.kind == ERR_NONE ? ERR_SYSTEM : p->err.kind, "%s", p->err.text);
	}
	batch_keep(w->batch);
	return db_release(w->db, e);
}

static bool
batch_run(struct writer *w, struct piece *pieces, struct err *e)
{
	if (!db_begin(w->db, e))
		return false;
	for (struct piece *p = pieces; p != NULL; p = p->next)
		if (!piece_run(w, p, e))
			return false;
	return batch_apply(w->batch, w->db, e) && db_commit(w->db, e);
}

/* A batch that cannot be committed fails whole: none of it is on disk. */
static void
pieces_fail(struct piece *pieces, const struct err *e)
{
	for (struct piece *p = pieces; p != NULL; p = p->next) {
		if (p->ok || p->err.kind == ERR_NONE)
			p->err = *e;
		p->ok = false;
	}
}

static void
pieces_tell(struct piece *pieces)
{
	while (pieces != NULL) {
		struct piece *p = pieces;
		pieces = p->next; /* done() may free the piece, or hand it in again */
		p->next = NULL;
		p->done(p);
	}
}

static void
pieces_count(struct writer *w, const struct piece *pieces)
{
	pthread_mutex_lock(&w->lock);
	w->counts.commits++;
	for (; pieces != NULL; pieces = pieces->next)
		w->counts.pieces++;
	pthread_mutex_unlock(&w->lock);
}

static void *
writer_main(void *with)
{
	struct writer *w = with;
	struct piece *pieces;
	while ((pieces = pieces_take(w)) != NULL) {
		struct err e = {0};
		if (batch_run(w, pieces, &e)) {
			pieces_count(w, pieces);
		} else {
			db_rollback(w->db);
			pieces_fail(pieces, &e);
		}
		batch_clear(w->batch);
		pieces_tell(pieces);
	}
	return NULL;
}

struct writer *
writer_create(struct db *db)
{
	struct writer *w = calloc(1, sizeof *w);
	if (w == NULL)
		abort();
	w->db = db;
	w->batch = batch_create();
	w->last = &w->first;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->work, NULL);
	if (pthread_create(&w->thread, NULL, writer_main, w) != 0)
		abort();
	return w;
}

void
writer_destroy(struct writer *w)
{
	if (w == NULL)
		return;
	pthread_mutex_lock(&w->lock);
	w->ending = true;
	pthread_cond_signal(&w->work);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->work);
	batch_destroy(w->batch);
	db_close(w->db);
	free(w);
}

bool
writer_add(struct writer *w, struct piece *p)
{
	p->ok = false;
	p->next = NULL;
	err_clear(&p->err);
	pthread_mutex_lock(&w->lock);
	bool room = w->waiting < QUEUE_MOST && !w->ending;
	if (room) {
		*w->last = p;
		w->last = &p->next;
		w->waiting++;
		pthread_cond_signal(&w->work);
	}
	pthread_mutex_unlock(&w->lock);
	return room;
}

struct writer_counts
writer_counts(struct writer *w)
{
	pthread_mutex_lock(&w->lock);
	struct writer_counts counts = w->counts;
	pthread_mutex_unlock(&w->lock);
	return counts;
}

/* ---- one piece, waited for ----------------------------------------------------- */

struct waiter {
	struct piece piece;
	pthread_mutex_t lock;
	pthread_cond_t told;
	bool done;
};

static void
waiter_done(struct piece *p)
{
	struct waiter *waiter = (struct waiter *)p; /* the piece is its first member */
	pthread_mutex_lock(&waiter->lock);
	waiter->done = true;
	pthread_cond_signal(&waiter->told);
	pthread_mutex_unlock(&waiter->lock);
}

bool
writer_run(
	struct writer *w, bool (*work)(struct db *, struct piece *, struct err *), void *with, struct err *e)
{
	struct waiter waiter = {.piece = {.work = work, .done = waiter_done, .with = with},
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.told = PTHREAD_COND_INITIALIZER};
	if (!writer_add(w, &waiter.piece))
		return err_set(e, ERR_BUSY, _("too much is waiting to be stored; try again shortly"));
	pthread_mutex_lock(&waiter.lock);
	while (!waiter.done)
		pthread_cond_wait(&waiter.told, &waiter.lock);
	pthread_mutex_unlock(&waiter.lock);
	pthread_mutex_destroy(&waiter.lock);
	pthread_cond_destroy(&waiter.told);
	if (!waiter.piece.ok && e != NULL)
		*e = waiter.piece.err;
	return waiter.piece.ok;
}
