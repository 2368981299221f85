#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

/*
 * "Did you mean …": the known word that is fewest edits (a character put in,
 * left out, replaced, or two swapped) away from what was said, or NULL when none
 * is near enough to be worth a guess. Capitals do not count as a difference.
 */
const char *nearest(const char *said, const char *const *known, size_t count);

#endif
