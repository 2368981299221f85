#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

/*
 * Text that comes from elsewhere, made UTF-8. A byte order mark decides for
 * UTF-8; valid UTF-8 stays; anything else is read as CP932 (what Windows in
 * Japan calls Shift_JIS; the real SHIFT_JIS lacks ①, ㈱ and 髙), unless it is so
 * nearly UTF-8 that a broken file is likelier than text of kanji nobody wrote.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/* The mark is taken off. *name becomes "UTF-8" or "CP932". A byte that is
 * neither gives ERR_INPUT with the line it stands in. */
bool charset_to_utf8(struct arena *a, const char *data, size_t length, char **text, size_t *text_length,
	const char **name, struct err *e);

#endif
