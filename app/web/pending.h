#ifndef WEB_PENDING_H
#define WEB_PENDING_H

/*
 * A roster that was uploaded and shown, and waits an hour for a yes. It stays in
 * memory only, under the digest of its bytes: what is confirmed is what was shown.
 * At most a handful wait; the oldest makes room. Any thread.
 */

#include "base/arena.h"
#include "base/day.h"
#include "base/secret.h"

struct pending {
	const char *name, *data;
	size_t length;
};

void pending_put(const char *name, const void *data, size_t length, int64_t account_id, instant_t now,
	char digest[DIGEST_SIZE]);

/* Only for the account that put it; copied into the arena. False when it is there no more. */
bool pending_take(
	struct arena *a, const char *digest, int64_t account_id, instant_t now, struct pending *out);

void pending_forget(void); /* all of them */

#endif
