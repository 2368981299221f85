#ifndef WEB_ATTEMPTS_H
#define WEB_ATTEMPTS_H

/*
 * How often a sign-in name was tried. Five tries in a quarter of an hour are free;
 * each further one closes the name for twice as long, half a minute at first and a
 * quarter of an hour at most. It makes no difference whether the name exists. Kept in
 * memory, in a table of fixed size in which the longest unused gives way.
 *
 * A stranger could keep a name closed for good. So a browser whose person has signed
 * in keeps a mark, and what comes with the mark is counted apart. A mark is worth
 * nothing for another name, nor after the program has started anew.
 */

#include <stdbool.h>

#include "base/day.h"
#include "base/secret.h"

struct attempts;

struct attempts *attempts_create(void);
void attempts_destroy(struct attempts *a); /* NULL accepted */

/* Counts a try before its password is looked at, so that many at once do not slip
 * through. False: closed for *seconds more. */
bool attempt_begin(struct attempts *a, const char *login, instant_t now, int *seconds);
void attempt_mark(const struct attempts *a, const char *login, char out[DIGEST_SIZE]);
void attempt_passed(struct attempts *a, const char *login); /* it was right: all is forgotten */

#endif
