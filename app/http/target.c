/* The request target: path and query, decoded here because the library hands out
 * C strings, which a %00 cuts short. */
#include <string.h>

#include "base/utf8.h"
#include "http/inside.h"

enum { TARGET_MOST = 4096, STATUS_BAD = 400, STATUS_TOO_LONG = 414 };

/* NULL for a broken escape, a NUL or control character, and what is not UTF-8. */
static const char *
plain_decode(struct arena *a, const char *s, size_t length, bool form)
{
	size_t n;
	const char *out = percent_decode(a, s, length, form, &n);
	if (out == NULL || !utf8_valid(out, n))
		return NULL;
	for (const char *c = out; c < out + n; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			return NULL;
	return out;
}

static bool
query_read(struct http_request *rq, const char *at)
{
	const char *end = at + strlen(at);
	for (struct form_piece f; form_next(&at, end, &f);) {
		struct pair p = {plain_decode(rq->arena, f.name, f.name_length, true),
			plain_decode(rq->arena, f.value, f.value_length, true)};
		if (p.name == NULL || p.value == NULL)
			return false;
		rq->query = ARENA_PUSH(rq->arena, rq->query, rq->query_count);
		rq->query[rq->query_count++] = p;
	}
	return true;
}

int
target_read(struct http_request *rq)
{
	const char *at = rq->target;
	rq->path = "/";
	if (at == NULL)
		return STATUS_BAD;
	if (strlen(at) > TARGET_MOST)
		return STATUS_TOO_LONG;
	if (strncmp(at, "http://", 7) == 0 || strncmp(at, "https://", 8) == 0)
		at = strchr(strstr(at, "//") + 2, '/'); /* absolute form: RFC 9112, 3.2.2 */
	if (at == NULL || at[0] != '/' || strpbrk(at, " #") != NULL)
		return STATUS_BAD;
	size_t length = strcspn(at, "?");
	const char *path = plain_decode(rq->arena, at, length, false);
	if (path == NULL)
		return STATUS_BAD;
	rq->path = path;
	return at[length] == '\0' || query_read(rq, at + length + 1) ? 0 : STATUS_BAD;
}
