#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/* Reads a whole file into the arena, NUL after the last byte. */
bool file_read(struct arena *a, const char *path, char **data, size_t *length, struct err *e);

/* Writes beside the place and renames, synced: the old file or the new one, never half of one.
 * Which of the two a power cut leaves is settled by directory_sync. */
bool file_write(const char *path, const void *data, size_t length, struct err *e);

/* Names in a directory that end in suffix, sorted by bytes, without "." entries. */
bool file_list(struct arena *a, const char *directory, const char *suffix, char ***names, size_t *count,
	struct err *e);

bool directory_make(const char *path, struct err *e); /* with parents; existing is fine; mode 0700 */
bool directory_sync(const char *path, struct err *e); /* the names in it are on disk */

/* Holds the file, which is made, until the program ends however it ends or the descriptor is closed.
 * *held false: another program holds it. */
bool file_hold(const char *path, int *fd, bool *held, struct err *e);

#endif
