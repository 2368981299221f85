#ifndef BASE_ARENA_H
#define BASE_ARENA_H

/*
 * Memory that lives as long as a piece of work: one request, one batch, one
 * command. Everything taken from an arena goes back at once when it is reset
 * or destroyed; nothing in it is freed singly. An arena belongs to one thread
 * at a time. Memory comes zeroed; running out of it aborts.
 */

#include <stddef.h>

struct arena;

struct arena *arena_create(void);
void arena_destroy(struct arena *a); /* NULL accepted */
void arena_reset(struct arena *a);

void *arena_alloc(struct arena *a, size_t size);
char *arena_strdup(struct arena *a, const char *s); /* NULL gives NULL */
char *arena_strndup(struct arena *a, const char *s, size_t length);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(a, type)      ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (n)))

/* Makes room for one more element in an arena-held array that doubles:
 * items = ARENA_PUSH(a, items, count); items[count++] = …; */
#define ARENA_PUSH(a, items, count) ((__typeof__(items))arena_push((a), (items), (count), sizeof *(items)))
void *arena_push(struct arena *a, void *items, size_t count, size_t size);

#endif
