#ifndef BASE_WORDS_H
#define BASE_WORDS_H

/*
 * The words the program itself says: sentences of errors, of the command line,
 * of complaints beside a field. The code holds the English sentence, the
 * gettext catalogue app/words/ja/ the Japanese one. Longer text that belongs
 * to a page, a question or a report lives in templates/, questionnaires/ and
 * reports/ instead.
 */

#include <libintl.h>

#define _(text)  gettext(text)
#define N_(text) text /* marks a sentence in a table; _() it where it is said */

/* Chooses the catalogue: "ja" unless TENKEN_LANG names another. Called once by
 * main before any thread; without the catalogue the English sentences stay. */
void words_init(void);

#endif
