#include <stdio.h>
#include <string.h>

#include "web/entry.h"
#include "web/inside.h"

const char *
query_escape(struct arena *a, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
	char *out = arena_alloc(a, strlen(text) * 3 + 1), *to = out;
	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL)
			*to++ = *text;
		else
			to += sprintf(to, "%%%02X", (unsigned char)*text);
	}
	return out;
}

/* Browsers read "//host" and "/\host" as another host. */
const char *
next_local(const char *next)
{
	enum { NEXT_MOST = 1024 };
	if (next == NULL || next[0] != '/' || next[1] == '/' || strlen(next) > NEXT_MOST)
		return "/";
	for (const char *c = next; *c != '\0'; c++)
		if ((unsigned char)*c <= 0x20 || (unsigned char)*c >= 0x7f || *c == '\\')
			return "/";
	return next;
}
