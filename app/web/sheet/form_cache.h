#ifndef WEB_SHEET_FORM_CACHE_H
#define WEB_SHEET_FORM_CACHE_H

/* Answering pages made once and filled per person; the essay is in form_cache.c. */

#include "web/sheet/sheet_fill.h"

struct form_cache;

struct form_cache *form_cache_create(void);
void form_cache_destroy(struct form_cache *f); /* NULL accepted */
void form_cache_clear(struct form_cache *f);   /* something every page shows has changed */

/* The same bytes as sheet_fill and page_show, sooner. For pages without complaints. */
void form_cache_show(struct call *c, struct form_cache *f, const struct sheet_page *p);

/* The page's bytes. zip: packed as gzip; only for a form without answers. */
bool form_cache_fill(struct call *c, struct form_cache *f, const struct sheet_page *p, bool zip,
	struct buf *out, struct err *e);

#endif
