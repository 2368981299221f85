/* name=value&… with %XX and '+', as in queries and forms (WHATWG URL, section 5). */
#include <string.h>

#include "http/inside.h"

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

const char *
percent_decode(struct arena *a, const char *s, size_t length, bool form, size_t *out_length)
{
	char *out = arena_alloc(a, length + 1), *to = out;
	for (const char *at = s, *end = s + length; at < end; at++) {
		if (*at == '%') {
			int high = end - at < 3 ? -1 : hex_value(at[1]);
			int low = high < 0 ? -1 : hex_value(at[2]);
			if (low < 0)
				return NULL;
			*to++ = (char)(high * 16 + low);
			at += 2;
		} else {
			*to++ = form && *at == '+' ? ' ' : *at;
		}
	}
	*out_length = (size_t)(to - out);
	return memchr(out, '\0', *out_length) == NULL ? out : NULL;
}

bool
form_next(const char **at, const char *end, struct form_piece *f)
{
	while (*at < end && **at == '&')
		++*at;
	if (*at == end)
		return false;
	const char *stop = memchr(*at, '&', (size_t)(end - *at));
	if (stop == NULL)
		stop = end;
	const char *equals = memchr(*at, '=', (size_t)(stop - *at));
	f->name = *at;
	f->name_length = (size_t)((equals == NULL ? stop : equals) - *at);
	f->value = equals == NULL ? stop : equals + 1;
	f->value_length = (size_t)(stop - f->value);
	*at = stop;
	return true;
}
