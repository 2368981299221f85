#ifndef BASE_ERR_H
#define BASE_ERR_H

/*
 * A failure is a kind and one sentence for the person who must act.
 *
 * Every function that can fail returns false and takes a struct err last. The
 * sentence goes through words.h, so it reaches people in their language; the
 * kind decides the HTTP status (web) or the exit code (cli), each in one small
 * table. Our own mistakes are assert(); out of memory aborts; a wrong field of
 * a form is a complaint beside that field and not an err.
 */

#include <stdbool.h>

enum err_kind {
	ERR_NONE,
	ERR_INPUT,    /* what was sent cannot be used */
	ERR_ABSENT,   /* there is no such thing */
	ERR_GONE,     /* there was, and it was disposed of in its time */
	ERR_DENIED,   /* the person may not */
	ERR_CONFLICT, /* not in this state */
	ERR_BUSY,     /* try again shortly */
	ERR_SYSTEM,   /* disk, library, installation */
};

struct err {
	enum err_kind kind;
	char text[1024];
};

/* Returns false always, so that failing is one line. An err that is already
 * set is overwritten; a sentence that is too long ends after a whole character;
 * e may be NULL. */
bool err_set(struct err *e, enum err_kind kind, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

void err_clear(struct err *e);

#endif
