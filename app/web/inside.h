#ifndef WEB_INSIDE_H
#define WEB_INSIDE_H

/* What the files of this folder share beneath the pages. */

#include "base/lane.h"
#include "web/web.h"

struct files;      /* files.h */
struct attempts;   /* attempts.h */
struct form_cache; /* form_cache.h */

struct web {
	struct store *store;
	struct view *view;
	struct files *files;
	struct attempts *attempts;
	struct form_cache *forms;
	struct lane *lanes[LANE_COUNT];
};

/* web.c: this thread's reader with one view of the store until the end, which must
 * come before the thread turns to another request: an open one holds up checkpoints.
 * NULL when the store fails. */
struct db *snapshot_begin(struct store *s, struct err *e);
void snapshot_end(struct db *db); /* NULL accepted */

/* route.c */
/* The row for a request. NULL with *status 404, or 405 and the methods there are. */
const struct route *route_find(struct arena *a, const char *method, const char *path, const char *parts[4],
	int *status, const char **allowed);
bool route_allows(const struct route *r, const struct account *a);

/* escape.c: as a value of a query (RFC 3986, 2.3) */
const char *query_escape(struct arena *a, const char *text);

/* The scheme and host the browser used, for links people pass on: where this form
 * came from (its key proves it was our page), else the host it asked. */
const char *own_origin(struct call *c);

/* session.c */
extern const char session_cookie[];
bool session_read(struct call *c, struct err *e);            /* who is calling; false: the store failed */
void session_set_cookie(struct call *c, const char *token);  /* "" takes it away */
const char *attempt_name(struct call *c, const char *login); /* under which to count a try */
void attempt_remember(struct call *c, const char *login);    /* gives the browser its mark */
const char *form_key_make(struct call *c);                   /* for the signed-out: a cookie of its own */
bool form_key_right(const struct call *c);

#endif
