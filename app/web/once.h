#ifndef WEB_ONCE_H
#define WEB_ONCE_H

/*
 * What a form makes is made once, also when it is sent twice: a double click, or going back and sending it
 * again. Its page gives it a word of its own, <input type="hidden" name="once" value="{{once}}">; the form's
 * mark is the digest of that, its address and all that was filled in. So the same form filled in otherwise is
 * another one, and the same words on a page that was opened anew are meant. A form without the word is
 * carried out whenever it comes.
 */

#include "web/web.h"

/* As web_write. *result, an id that the work sets, is what it was when the same form was carried out before;
 * NULL: it sets none. */
void web_write_once(struct call *c, bool (*work)(struct db *, struct piece *, struct err *), void *with,
	int64_t *result, void (*then)(struct call *c, const struct err *failed));

/* The same for work in a lane, which has one thread: *done true, it was carried out before; else the work is
 * to be done and then kept. */
bool once_done(struct call *c, bool *done, struct err *e);
bool once_keep(struct call *c, struct err *e);

#endif
