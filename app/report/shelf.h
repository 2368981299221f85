#ifndef REPORT_SHELF_H
#define REPORT_SHELF_H

/* Every recipe and the lexicon, read once per process: a dashboard should not
 * read YAML for each visitor. Any thread may ask. */

#include "report/lexicon.h"
#include "report/recipe.h"

struct shelf {
	const struct recipe **recipes; /* sorted by name */
	size_t count;
	const struct lexicon *lexicon;
};

const struct shelf *shelf_get(struct err *e); /* NULL: ERR_SYSTEM with every fault */
const struct recipe *shelf_find(const struct shelf *s, const char *name); /* NULL when absent */
/* The same for a paper, or a page, that somebody names; NULL with ERR_ABSENT, which lists those there are. */
const struct recipe *shelf_paper(const struct shelf *s, struct arena *a, const char *name, struct err *e);
const struct recipe *shelf_page(const struct shelf *s, struct arena *a, const char *name, struct err *e);

/* Reads everything afresh and names every fault. */
bool shelf_read(struct shelf *s, struct faults *f);

#endif
