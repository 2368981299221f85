#include "base/fields.h"

#include <stdlib.h>
#include <string.h>

void
fields_begin(struct buf *out, const char *name)
{
	buf_adds(out, name);
}

void
fields_text(struct buf *out, const char *text)
{
	buf_addc(out, '\t');
	for (const char *c = text == NULL ? "" : text; *c != '\0'; c++) {
		if (*c == '\t' || *c == '\n' || *c == '\\') {
			buf_addc(out, '\\');
			buf_addc(out, *c == '\t' ? 't' : *c == '\n' ? 'n' : '\\');
		} else {
			buf_addc(out, *c);
		}
	}
}

void
fields_number(struct buf *out, double v)
{
	buf_addf(out, "\t%.10g", v);
}

void
fields_whole(struct buf *out, long long v)
{
	buf_addf(out, "\t%lld", v);
}

void
fields_end(struct buf *out)
{
	buf_addc(out, '\n');
}

/* A field of its own length, its escapes undone. */
static const char *
field_take(struct arena *a, const char *from, const char *until)
{
	char *out = arena_strndup(a, from, (size_t)(until - from)), *to = out;
	for (const char *c = from; c < until; c++) {
		if (*c != '\\' || c + 1 == until) {
			*to++ = *c;
			continue;
		}
		c++;
		*to++ = *c == 't' ? '\t' : *c == 'n' ? '\n' : *c;
	}
	*to = '\0';
	return out;
}

bool
fields_next(struct arena *a, const char **at, const char *end, struct fields *out)
{
	*out = (struct fields){0};
	if (*at >= end)
		return false;
	const char *stop = memchr(*at, '\n', (size_t)(end - *at));
	const char *line_end = stop == NULL ? end : stop;
	for (const char *from = *at; from <= line_end;) {
		const char *tab = memchr(from, '\t', (size_t)(line_end - from));
		const char *until = tab == NULL ? line_end : tab;
		out->texts = ARENA_PUSH(a, out->texts, out->count);
		out->texts[out->count++] = field_take(a, from, until);
		from = until + 1;
	}
	*at = stop == NULL ? end : stop + 1;
	return true;
}

bool
fields_are(const struct fields *f, const char *name, size_t count)
{
	return f->count == count + 1 && strcmp(f->texts[0], name) == 0;
}

double
fields_number_at(const struct fields *f, size_t n)
{
	return n + 1 < f->count ? strtod(f->texts[n + 1], NULL) : 0;
}

long long
fields_whole_at(const struct fields *f, size_t n)
{
	return n + 1 < f->count ? strtoll(f->texts[n + 1], NULL, 10) : 0;
}
