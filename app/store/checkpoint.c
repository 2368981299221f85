#include "store/checkpoint.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "base/log.h"

enum { LOOK_MS = 500 };

struct checkpoint {
	struct db *db;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t told;
	bool ending;
};

/* False when it is time to end. */
static bool
checkpoint_wait(struct checkpoint *c)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += LOOK_MS * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&c->lock);
	if (!c->ending)
		pthread_cond_timedwait(&c->told, &c->lock, &until);
	bool on = !c->ending;
	pthread_mutex_unlock(&c->lock);
	return on;
}

static void *
checkpoint_main(void *with)
{
	struct checkpoint *c = with;
	struct err e = {0};
	while (checkpoint_wait(c))
		if (!db_checkpoint(c->db, &e))
			log_line("checkpoint: %s", e.text);
	return NULL;
}

struct checkpoint *
checkpoint_create(struct db *db)
{
	struct checkpoint *c = calloc(1, sizeof *c);
	if (c == NULL)
		abort();
	c->db = db;
	pthread_condattr_t monotonic;
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->told, &monotonic);
	pthread_condattr_destroy(&monotonic);
	if (pthread_create(&c->thread, NULL, checkpoint_main, c) != 0)
		abort();
	pthread_setname_np(c->thread, "checkpoint");
	return c;
}

void
checkpoint_destroy(struct checkpoint *c)
{
	if (c == NULL)
		return;
	pthread_mutex_lock(&c->lock);
	c->ending = true;
	pthread_cond_signal(&c->told);
	pthread_mutex_unlock(&c->lock);
	pthread_join(c->thread, NULL);
	pthread_mutex_destroy(&c->lock);
	pthread_cond_destroy(&c->told);
	db_close(c->db);
	free(c);
}
