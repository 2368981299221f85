#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
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
	int length = vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	if (length >= (int)sizeof text)
		utf8_trim(text);
	f->items = ARENA_PUSH(f->arena, f->items, f->count);
	f->items[f->count++] = (struct fault){
		.file = arena_strdup(f->arena, file), .line = line, .text = arena_strdup(f->arena, text)};
}

char *
faults_read_file(struct faults *f, const char *path, const char *name, size_t *length)
{
	struct err e = {0};
	char *text;
	if (file_read(f->arena, path, &text, length, &e))
		return text;
	fault_add(f, name, 0, "%s", e.text);
	return NULL;
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

struct numbered {
	struct fault fault;
	size_t number;
};

static int
by_line(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;
	if (x->fault.line != y->fault.line)
		return x->fault.line < y->fault.line ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

void
faults_sort(struct faults *f, size_t from)
{
	size_t count = f->count - from;
	struct numbered *all = ARENA_ARRAY(f->arena, struct numbered, count);
	for (size_t i = 0; i < count; i++)
		all[i] = (struct numbered){f->items[from + i], i};
	if (count > 0)
		qsort(all, count, sizeof *all, by_line);
	for (size_t i = 0; i < count; i++)
		f->items[from + i] = all[i].fault;
}
