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

static bool
origin_plain(const char *origin)
{
	static const char host[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:[]";
	size_t scheme = strncmp(origin, "https://", 8) == 0 ? 8 : strncmp(origin, "http://", 7) == 0 ? 7 : 0;
	return scheme > 0 && origin[scheme] != '\0' && origin[scheme + strspn(origin + scheme, host)] == '\0';
}

const char *
own_origin(struct call *c)
{
	const char *origin = http_header(c->http, "Origin"), *host = http_header(c->http, "Host");
	if (origin != NULL && origin_plain(origin))
		return origin;
	return arena_printf(c->arena, "http://%s", host != NULL ? host : "");
}
