#include "base/lane.h"

#include <pthread.h>
#include <stdlib.h>

struct job {
	void (*work)(void *);
	void *with;
};

struct lane {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t more;
	bool ending;
	size_t first, count, capacity;
	struct job jobs[];
};

static void *
lane_run(void *arg)
{
	struct lane *l = arg;
	pthread_mutex_lock(&l->lock);
	for (;;) {
		while (l->count == 0 && !l->ending)
			pthread_cond_wait(&l->more, &l->lock);
		if (l->count == 0)
			break;
		struct job job = l->jobs[l->first];
		l->first = (l->first + 1) % l->capacity;
		l->count--;
		pthread_mutex_unlock(&l->lock);
		job.work(job.with);
		pthread_mutex_lock(&l->lock);
	}
	pthread_mutex_unlock(&l->lock);
	return NULL;
}

struct lane *
lane_create(const char *name, size_t capacity)
{
	struct lane *l = calloc(1, sizeof *l + capacity * sizeof l->jobs[0]);
	if (l == NULL)
		abort();
	l->capacity = capacity;
	pthread_mutex_init(&l->lock, NULL);
	pthread_cond_init(&l->more, NULL);
	if (pthread_create(&l->thread, NULL, lane_run, l) != 0)
		abort();
	pthread_setname_np(l->thread, name);
	return l;
}

void
lane_destroy(struct lane *l)
{
	if (l == NULL)
		return;
	pthread_mutex_lock(&l->lock);
	l->ending = true;
	pthread_cond_signal(&l->more);
	pthread_mutex_unlock(&l->lock);
	pthread_join(l->thread, NULL);
	pthread_cond_destroy(&l->more);
	pthread_mutex_destroy(&l->lock);
	free(l);
}

bool
lane_add(struct lane *l, void (*work)(void *), void *with)
{
	pthread_mutex_lock(&l->lock);
	bool room = l->count < l->capacity && !l->ending;
	if (room) {
		l->jobs[(l->first + l->count++) % l->capacity] = (struct job){work, with};
		pthread_cond_signal(&l->more);
	}
	pthread_mutex_unlock(&l->lock);
	return room;
}
