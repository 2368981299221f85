#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/words.h"
#include "yaml/yaml.h"

enum { FEW = 16 };

void
fault_add(struct faults *f, const char *file, int line, const char *format, ...)
{
	char text[2048];
	va_list ap;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	size_t length = strlen(text);
	while (length > 0 && !utf8_valid(text, length)) /* cut within a character */
		text[--length] = '\0';
	f->items = ARENA_PUSH(f->arena, f->items, f->count);
	f->items[f->count++] = (struct fault){
		.file = arena_strdup(f->arena, file), .line = line, .text = arena_strdup(f->arena, text)};
}

void
fault_unknown(struct faults *f, const char *file, int line, const char *about, const char *what,
	const char *said, const char *const *known, size_t count)
{
	const char *meant = nearest(said, known, count), *colon = about[0] != '\0' ? ": " : "";
	if (meant != NULL) {
		fault_add(f, file, line, _("%s%sthere is no %s \"%s\"; did you mean \"%s\"?"), about, colon,
			what, said, meant);
		return;
	}
	struct buf list = BUF_INIT;
	for (size_t i = 0; i < count && count <= FEW; i++)
		buf_addf(&list, "%s%s", i > 0 ? ", " : "", known[i]);
	if (list.length > 0)
		fault_add(f, file, line, _("%s%sthere is no %s \"%s\"; known are: %s"), about, colon, what,
			said, list.data);
	else
		fault_add(f, file, line, _("%s%sthere is no %s \"%s\""), about, colon, what, said);
	buf_free(&list);
}

void
faults_sort(struct faults *f, size_t from)
{
	for (size_t i = from + 1; i < f->count; i++) {
		struct fault moved = f->items[i];
		size_t at = i;
		for (; at > from && f->items[at - 1].line > moved.line; at--)
			f->items[at] = f->items[at - 1];
		f->items[at] = moved;
	}
}
