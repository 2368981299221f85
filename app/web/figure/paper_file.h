#ifndef WEB_FIGURE_PAPER_FILE_H
#define WEB_FIGURE_PAPER_FILE_H

/* Papers printed in a lane. Whoever asked may be gone before they are answered: the bytes are the call's. */

#include "report/issue.h"
#include "web/web.h"

/* Prints and answers; a failure is the error page's. */
void page_paper_file(struct call *c, const struct issue_request *request);
/* What gets no number, about one thing: ?substitute=1 prints signs in place of characters that no font has. */
void page_paper_about(struct call *c, const char *recipe, int64_t about);

/* For a page that does both itself: in the lane, and behind it. */
void paper_hold(struct call *c, struct issued *i); /* nothing of i is to be freed afterwards */
void paper_answer(struct call *c, const struct issued *i);

/* 差替え: whether the reason can be printed; and, in the lane, the new edition, once for each form. Its bytes are
 * kept, and not given out. */
bool paper_reason(const char *reason, struct err *e);
bool paper_replace(struct call *c, const struct issue_request *request, struct err *e);

#endif
