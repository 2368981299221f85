#include "draw/lines.h"

#include <linebreak.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "draw/cluster.h"
#include "draw/face.h"

/* JIS X 4051: characters no line begins with, by their kind, and those no line ends with.
 * UAX #14 knows most of them, but lets small kana begin a line and knows no 〜 or ゝ. */
static const uint32_t never_first[] = {0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x2019,
	0x201D, 0x2030, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
	0x3019, 0x301C, 0x301F, 0x303B, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085,
	0x3087, 0x308E, 0x3095, 0x3096, 0x309B, 0x309C, 0x309D, 0x309E, 0x30A0, 0x30A1, 0x30A3, 0x30A5,
	0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FB, 0x30FC, 0x30FD,
	0x30FE, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF5E,
	0xFF60, 0xFF61, 0xFF63, 0xFF64, 0xFF65, 0xFF67, 0xFF68, 0xFF69, 0xFF6A, 0xFF6B, 0xFF6C, 0xFF6D,
	0xFF6E, 0xFF6F, 0xFF70, 0xFF9E, 0xFF9F};
static const uint32_t never_last[] = {0x28, 0x5B, 0x7B, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E,
	0x3010, 0x3014, 0x3016, 0x3018, 0x301D, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62};

/* One place of the text and whether a line may end after it. */
struct place {
	struct cluster cluster;
	double width;
	bool space;
	bool newline; /* belongs to no line */
	bool may_end;
};

struct breaker {
	struct arena *arena;
	struct place *places;
	size_t count;
	struct line_run *runs;
	size_t run_count;
};

static int
number_compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

#define AMONG(list, code_point)                                                                              \
	(bsearch(&(code_point), (list), sizeof(list) / sizeof *(list), sizeof *(list), number_compare) !=    \
		NULL)

static bool
may_part(uint32_t before, uint32_t after)
{
	return !AMONG(never_first, after) && !AMONG(never_last, before);
}

static void
places_read(struct breaker *b, enum face face, double size, const char *text, const char *breaks)
{
	struct cluster c;
	for (const char *at = text, *end = text + strlen(text); cluster_next(&at, end, &c);) {
		bool crlf = c.code_point == '\r' && at < end && *at == '\n';
		if (crlf)
			at++;
		bool newline = c.code_point == '\n' || c.code_point == '\r';
		b->places = ARENA_PUSH(b->arena, b->places, b->count);
		b->places[b->count++] = (struct place){
			.cluster = c,
			.width = newline ? 0 : cluster_width(face, size, &c),
			.space = c.code_point == ' ' || c.code_point == 0x3000,
			.newline = newline,
			.may_end = breaks[at - text - 1] == LINEBREAK_ALLOWBREAK,
		};
	}
	for (size_t i = 0; i + 1 < b->count; i++)
		b->places[i].may_end = b->places[i].may_end && may_part(b->places[i].cluster.code_point,
								       b->places[i + 1].cluster.code_point);
}

/* Where the line that begins at `first` ends: the place after its last. Spaces
 * may hang over the edge; they are not drawn. */
static size_t
line_end(const struct breaker *b, size_t first, double room)
{
	double width = 0;
	size_t allowed = first;
	for (size_t i = first; i < b->count && !b->places[i].newline; i++) {
		const struct place *p = &b->places[i];
		width += p->width;
		if (width > room + 1e-6 && !p->space) {
			if (allowed > first)
				return allowed;
			return i > first ? i : i + 1;
		}
		if (p->may_end)
			allowed = i + 1;
		if (i + 1 == b->count || b->places[i + 1].newline)
			return i + 1;
	}
	return first;
}

static void
run_add(struct breaker *b, size_t first, size_t end)
{
	while (end > first && b->places[end - 1].space)
		end--;
	struct line_run run = {.text = ""};
	if (end > first) {
		const char *from = b->places[first].cluster.text;
		const struct cluster *last = &b->places[end - 1].cluster;
		run.text = arena_strndup(b->arena, from, (size_t)(last->text + last->length - from));
	}
	for (size_t i = first; i < end; i++)
		run.width += b->places[i].width;
	b->runs = ARENA_PUSH(b->arena, b->runs, b->run_count);
	b->runs[b->run_count++] = run;
}

static pthread_once_t started = PTHREAD_ONCE_INIT;

size_t
lines_break(struct arena *a, enum face face, double size, double width, double first_indent, const char *text,
	struct line_run **lines)
{
	pthread_once(&started, init_linebreak);
	struct breaker b = {.arena = a};
	size_t length = strlen(text);
	char *breaks = arena_alloc(a, length + 1);
	set_linebreaks_utf8((const utf8_t *)text, length, "ja", breaks);
	places_read(&b, face, size, text, breaks);
	for (size_t at = 0; at < b.count;) {
		size_t end = line_end(&b, at, at == 0 ? width - first_indent : width);
		run_add(&b, at, end);
		at = end < b.count && b.places[end].newline ? end + 1 : end;
	}
	*lines = b.runs;
	return b.run_count;
}
