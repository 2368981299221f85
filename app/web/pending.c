#include "web/pending.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = 8, WAITS_SECONDS = 3600 };

struct place {
	char digest[DIGEST_SIZE];
	char *name, *data;
	size_t length;
	int64_t account_id;
	instant_t at;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct place places[PLACES];

static char *
copied(const void *data, size_t length)
{
	char *out = malloc(length + 1);
	if (out == NULL)
		abort();
	memcpy(out, data, length);
	out[length] = '\0';
	return out;
}

static void
place_clear(struct place *p)
{
	free(p->name);
	free(p->data);
	*p = (struct place){0};
}

/* The same bytes of the same person again, else a free or the oldest place. */
static struct place *
place_for(const char *digest, int64_t account_id)
{
	struct place *best = &places[0];
	for (size_t i = 0; i < PLACES; i++) {
		if (places[i].account_id == account_id && strcmp(places[i].digest, digest) == 0)
			return &places[i];
		if (places[i].at < best->at)
			best = &places[i];
	}
	return best;
}

void
pending_put(const char *name, const void *data, size_t length, int64_t account_id, instant_t now,
	char digest[DIGEST_SIZE])
{
	digest_of(data, length, digest);
	pthread_mutex_lock(&lock);
	struct place *p = place_for(digest, account_id);
	place_clear(p);
	memcpy(p->digest, digest, DIGEST_SIZE);
	p->name = copied(name, strlen(name));
	p->data = copied(data, length);
	p->length = length;
	p->account_id = account_id;
	p->at = now;
	pthread_mutex_unlock(&lock);
}

bool
pending_take(struct arena *a, const char *digest, int64_t account_id, instant_t now, struct pending *out)
{
	bool found = false;
	pthread_mutex_lock(&lock);
	for (size_t i = 0; i < PLACES && !found; i++) {
		struct place *p = &places[i];
		found = p->data != NULL && p->account_id == account_id && strcmp(p->digest, digest) == 0 &&
			now - p->at <= WAITS_SECONDS;
		if (!found)
			continue;
		char *data = arena_alloc(a, p->length + 1);
		memcpy(data, p->data, p->length);
		*out = (struct pending){arena_strdup(a, p->name), data, p->length};
	}
	pthread_mutex_unlock(&lock);
	return found;
}

void
pending_forget(void)
{
	pthread_mutex_lock(&lock);
	for (size_t i = 0; i < PLACES; i++)
		place_clear(&places[i]);
	pthread_mutex_unlock(&lock);
}
