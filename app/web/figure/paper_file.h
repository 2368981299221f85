#ifndef WEB_FIGURE_PAPER_FILE_H
#define WEB_FIGURE_PAPER_FILE_H

/* A paper that gets no number, printed and answered at once: ?substitute=1 prints signs in place of
 * characters that no font has, which are else named. */

#include "web/web.h"

/* recipe: its name; about: which of the things it is about. */
void page_paper_file(struct call *c, const char *recipe, int64_t about);

#endif
