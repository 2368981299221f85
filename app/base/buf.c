#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf)BUF_INIT;
}

void
buf_clear(struct buf *b)
{
	b->length = 0;
	if (b->data != NULL)
		b->data[0] = '\0';
}

char *
buf_take(struct buf *b, size_t *length)
{
	buf_reserve(b, 0);
	char *data = b->data;
	if (length != NULL)
		*length = b->length;
	*b = (struct buf)BUF_INIT;
	return data;
}

void
buf_reserve(struct buf *b, size_t more)
{
	size_t need = b->length + more + 1;
	if (need <= b->capacity)
		return;
	size_t capacity = b->capacity < 64 ? 64 : b->capacity;
	while (capacity < need)
		capacity *= 2;
	b->data = realloc(b->data, capacity);
	if (b->data == NULL)
		abort();
	b->capacity = capacity;
	b->data[b->length] = '\0';
}

void
buf_add(struct buf *b, const void *bytes, size_t length)
{
	buf_reserve(b, length);
	if (length > 0)
		memcpy(b->data + b->length, bytes, length);
	b->length += length;
	b->data[b->length] = '\0';
}

void
buf_adds(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

void
buf_addc(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void
buf_addf(struct buf *b, const char *format, ...)
{
	va_list ap, again;
	va_start(ap, format);
	va_copy(again, ap);
	int length = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (length < 0)
		abort();
	buf_reserve(b, (size_t)length);
	vsnprintf(b->data + b->length, (size_t)length + 1, format, again);
	va_end(again);
	b->length += (size_t)length;
}
