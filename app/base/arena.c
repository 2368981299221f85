#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 16 * 1024, ALIGN = 16 };

struct block {
	struct block *next;
	size_t used, size;
	_Alignas(ALIGN) unsigned char bytes[];
};

struct arena {
	struct block *head;
};

static struct block *
block_create(size_t size, struct block *next)
{
	struct block *b = malloc(sizeof *b + size);
	if (b == NULL)
		abort();
	*b = (struct block){.next = next, .size = size};
	return b;
}

struct arena *
arena_create(void)
{
	struct arena *a = malloc(sizeof *a);
	if (a == NULL)
		abort();
	a->head = block_create(BLOCK, NULL);
	return a;
}

static void
blocks_free(struct block *b)
{
	while (b != NULL) {
		struct block *next = b->next;
		free(b);
		b = next;
	}
}

void
arena_destroy(struct arena *a)
{
	if (a == NULL)
		return;
	blocks_free(a->head);
	free(a);
}

void
arena_reset(struct arena *a)
{
	blocks_free(a->head->next);
	a->head->next = NULL;
	a->head->used = 0;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	struct block *b = a->head;
	if (b->size - b->used < size) {
		if (size > BLOCK / 4) { /* a large piece gets a block of its own, behind the open one */
			b->next = block_create(size, b->next);
			b = b->next;
		} else {
			b = a->head = block_create(BLOCK, b);
		}
	}
	void *p = b->bytes + b->used;
	b->used += size;
	return memset(p, 0, size);
}

char *
arena_strndup(struct arena *a, const char *s, size_t length)
{
	char *copy = arena_alloc(a, length + 1);
	if (length > 0)
		memcpy(copy, s, length);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
	va_list ap, again;
	va_start(ap, format);
	va_copy(again, ap);
	int length = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (length < 0)
		abort();
	char *text = arena_alloc(a, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

/* Room is 1, 2, 4, 8 …: an array is full exactly when its count is zero or a power of two. */
void *
arena_push(struct arena *a, void *items, size_t count, size_t size)
{
	if (count != 0 && (count & (count - 1)) != 0)
		return items;
	void *larger = arena_alloc(a, (count == 0 ? 1 : count * 2) * size);
	if (count > 0)
		memcpy(larger, items, count * size);
	return larger;
}
