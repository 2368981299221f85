#ifndef BASE_CP932_H
#define BASE_CP932_H

/*
 * Text for programs that know no UTF-8, in CP932 (what Windows in Japan calls
 * Shift_JIS). Every character that is not the same when it is read again is told:
 * 〜 becomes ～, what CP932 cannot say becomes 〓 (as on paper), the selectors of
 * variants of kanji are dropped.
 */

#include "base/buf.h"

struct cp932;

struct cp932 *cp932_create(void);    /* NULL: this system cannot convert */
void cp932_destroy(struct cp932 *c); /* NULL accepted */

/* from and to are UTF-8, one character each; to is "" for a dropped one. Both are good
 * until the function returns. */
typedef void cp932_changed(void *with, const char *from, const char *to);
/* Appends the text, which is valid UTF-8. */
void cp932_add(struct cp932 *c, struct buf *out, const char *text, cp932_changed *changed, void *with);

#endif
