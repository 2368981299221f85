#ifndef WEB_CYCLE_CYCLE_PAGE_H
#define WEB_CYCLE_CYCLE_PAGE_H

/* What the pages of one cycle share: the page itself (page_cycle.c) and its moves (page_cycle_move.c). */

#include "store/cycle/cycles.h"
#include "web/web.h"

/* The cycle of the path, in whatever state. */
bool cycle_of_call(struct call *c, struct cycle *out, struct err *e);

struct move_form; /* a move that was sent and what is wrong with it */

/* f NULL: nothing was sent. */
void cycle_show(struct call *c, int status, const struct move_form *f);

/* {{#move}} for each move it may make now. */
bool cycle_fill_moves(struct call *c, struct dict *page, const struct cycle *cycle, const struct move_form *f,
	struct err *e);

#endif
