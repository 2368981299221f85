#ifndef BASE_BUF_H
#define BASE_BUF_H

/*
 * A growing run of bytes on the heap, always followed by a NUL that is not
 * counted. BUF_INIT starts one, buf_free ends it; buf_take hands the bytes to
 * the caller (who frees them with free()) and leaves the buffer empty.
 */

#include <stddef.h>

struct buf {
	char *data;
	size_t length, capacity;
};

#define BUF_INIT                                                                                             \
	{                                                                                                    \
		NULL, 0, 0                                                                                   \
	}

void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */
char *buf_take(struct buf *b, size_t *length);

void buf_add(struct buf *b, const void *bytes, size_t length);
void buf_adds(struct buf *b, const char *text);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_reserve(struct buf *b, size_t more);

#endif
