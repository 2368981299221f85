#ifndef WEB_ATTEMPTS_H
#define WEB_ATTEMPTS_H

/*
 * How often a sign-in name was tried. Five tries in a quarter of an hour are free;
 * each further one closes the name for twice as long, half a minute at first and a
 * quarter of an hour at most. It makes no difference whether the name exists. Kept in
 * memory, in a table of fixed size in which the longest unused gives way.
 */

#include <stdbool.h>

#include "base/day.h"

struct attempts;

struct attempts *attempts_create(void);
void attempts_destroy(struct attempts *a); /* NULL accepted */

/* Counts a try before its password is looked at, so that many at once do not slip
 * through. False: closed for *seconds more. */
bool attempt_begin(struct attempts *a, const char *login, instant_t now, int *seconds);
void attempt_passed(struct attempts *a, const char *login); /* it was right: all is forgotten */

#endif
