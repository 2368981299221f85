#include "web/attempts.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES = 4096, FREE_TRIES = 5, WINDOW = 15 * 60, FIRST_DELAY = 30, LONGEST_DELAY = 15 * 60 };

struct attempt {
	char digest[DIGEST_SIZE]; /* of the name: some people type their password there */
	int tries;
	instant_t last, closed_until;
};

struct attempts {
	pthread_mutex_t lock;
	char secret[TOKEN_SIZE]; /* what marks are made with */
	struct attempt names[NAMES];
};

struct attempts *
attempts_create(void)
{
	struct attempts *a = calloc(1, sizeof *a);
	if (a == NULL)
		abort();
	pthread_mutex_init(&a->lock, NULL);
	token_make(a->secret);
	return a;
}

void
attempts_destroy(struct attempts *a)
{
	if (a == NULL)
		return;
	pthread_mutex_destroy(&a->lock);
	free(a);
}

/* Of digests, so that they have one length and nothing runs together. */
void
attempt_mark(const struct attempts *a, const char *login, char out[DIGEST_SIZE])
{
	char digest[DIGEST_SIZE], both[TOKEN_SIZE + DIGEST_SIZE];
	digest_of(login, strlen(login), digest);
	snprintf(both, sizeof both, "%s%s", a->secret, digest);
	digest_of(both, strlen(both), out);
}

/* The name's place, or the one that was used longest ago. */
static struct attempt *
attempt_find(struct attempts *a, const char *login)
{
	char digest[DIGEST_SIZE];
	digest_of(login, strlen(login), digest);
	struct attempt *oldest = &a->names[0];
	for (size_t i = 0; i < NAMES; i++) {
		if (strcmp(a->names[i].digest, digest) == 0)
			return &a->names[i];
		if (a->names[i].last < oldest->last)
			oldest = &a->names[i];
	}
	*oldest = (struct attempt){0};
	memcpy(oldest->digest, digest, sizeof digest);
	return oldest;
}

static int
delay_after(int tries)
{
	int delay = FIRST_DELAY;
	for (int i = FREE_TRIES; i < tries && delay < LONGEST_DELAY; i++)
		delay *= 2;
	return delay < LONGEST_DELAY ? delay : LONGEST_DELAY;
}

bool
attempt_begin(struct attempts *a, const char *login, instant_t now, int *seconds)
{
	pthread_mutex_lock(&a->lock);
	struct attempt *at = attempt_find(a, login);
	bool open = at->closed_until <= now;
	*seconds = open ? 0 : (int)(at->closed_until - now);
	if (open) {
		if (now - (at->closed_until > at->last ? at->closed_until : at->last) > WINDOW)
			at->tries = 0;
		at->last = now;
		if (++at->tries >= FREE_TRIES)
			at->closed_until = now + delay_after(at->tries);
	}
	pthread_mutex_unlock(&a->lock);
	return open;
}

void
attempt_passed(struct attempts *a, const char *login)
{
	pthread_mutex_lock(&a->lock);
	*attempt_find(a, login) = (struct attempt){0};
	pthread_mutex_unlock(&a->lock);
}
