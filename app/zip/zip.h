#ifndef ZIP_ZIP_H
#define ZIP_ZIP_H

/*
 * The door to libzip: several files bound into one archive, in memory. Nothing is
 * ever unpacked to a place its name asks for: entries are read by name, into memory,
 * within limits, and each is inflated no further than its limit whatever the archive
 * says of its size. The same files with the same stamp give the same bytes.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"

/* ---- binding ---- */

struct bundle;

/* Every file in it carries the stamp as its time, in JST. */
struct bundle *bundle_create(instant_t stamp);
void bundle_destroy(struct bundle *b); /* NULL accepted */

/* Names are UTF-8 (and said to be); '/' stands for a folder. One that is absolute,
 * climbs, holds a backslash or a control, or is there already is ERR_INPUT. The bytes
 * must stay where they are until bundle_finish. */
bool bundle_add(struct bundle *b, const char *name, const void *data, size_t length, struct err *e);

/* Appends the archive; once per bundle. One without files is ERR_INPUT. */
bool bundle_finish(struct bundle *b, struct buf *out, struct err *e);

/* ---- reading ---- */

struct unbundle;

struct unbundle_limits {
	size_t entries;    /* in the archive */
	size_t entry_size; /* unpacked bytes of one entry */
	size_t total_size; /* of all that are read from it */
	unsigned ratio;    /* of one entry's unpacked bytes to its packed ones, beyond a first MiB */
};

/* data stays the caller's and must live as long. ERR_INPUT for what is no archive. */
struct unbundle *unbundle_open(
	const void *data, size_t length, const struct unbundle_limits *limits, struct err *e);
void unbundle_close(struct unbundle *u); /* NULL accepted */

size_t unbundle_count(const struct unbundle *u);
const char *unbundle_name(const struct unbundle *u, size_t index); /* UTF-8; good until unbundle_close */

/* NUL after the last byte. ERR_ABSENT when there is no such entry, ERR_INPUT when it is
 * broken, locked with a password or larger than the limits. */
bool unbundle_read(
	struct unbundle *u, struct arena *a, const char *name, char **data, size_t *length, struct err *e);

#endif
