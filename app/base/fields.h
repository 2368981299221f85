#ifndef BASE_FIELDS_H
#define BASE_FIELDS_H

/*
 * What a program writes down for itself: lines of fields parted by tabs. A tab, a line
 * break or a backslash in a text is written \t, \n or \\, so any text may be a field.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

/* A line is its name, fields added behind it, and its end. */
void fields_begin(struct buf *out, const char *name);
void fields_text(struct buf *out, const char *text); /* NULL is read again as "" */
void fields_number(struct buf *out, double v);       /* to ten digits */
void fields_whole(struct buf *out, long long v);
void fields_end(struct buf *out);

struct fields {
	const char **texts; /* the first is the name of the line */
	size_t count;
};

/* The next line of at … end, and at moved behind it. False at the end. */
bool fields_next(struct arena *a, const char **at, const char *end, struct fields *out);

/* Whether the line has this name and so many fields behind it. */
bool fields_are(const struct fields *f, const char *name, size_t count);
/* The n-th field behind the name; 0 for what is none. */
double fields_number_at(const struct fields *f, size_t n);
long long fields_whole_at(const struct fields *f, size_t n);

#endif
