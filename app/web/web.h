#ifndef WEB_WEB_H
#define WEB_WEB_H

/*
 * The browser's door: a table of routes (route.c), and per row one page function.
 * The dispatcher does once what every page needs: session, roles, form key (CSRF),
 * 403, 404, 405, and the error page. A page is five lines: get, decide, show.
 *
 * A page that changes something hands a piece to the writer with web_write and is
 * called back after the commit; it holds no thread meanwhile.
 */

#include "http/http.h"
#include "store/account.h"
#include "store/store.h"
#include "view/view.h"

struct web; /* the running application: store, view, lanes, caches */

struct call {
	struct web *web;
	struct http_request *http;
	struct arena *arena;
	struct db *db;		    /* this thread's reader */
	struct store *store;
	instant_t now;
	struct account account;	    /* id 0: nobody is signed in */
	const char *form_key;	    /* of the session */
	const char *parts[4];	    /* what stood at the {} of the path */
	void *state;		    /* the page's own, across web_write */
};

typedef void page_function(struct call *c);

struct route {
	const char *method, *path; /* "/sheets/{}" */
	unsigned roles;		   /* who may; ROLE_ANYONE: also the signed-out */
	page_function *page;
	const char *menu;	   /* key of the menu entry; NULL: none */
};

extern const struct route routes[];
extern const size_t route_count;

struct web *web_create(struct store *s, struct err *e);
void web_destroy(struct web *w);
void web_handle(struct http_request *rq, void *web); /* the http_handler */

/* Answers. page_* take the dict over. */
struct dict *page_begin(struct call *c, const char *title);	  /* a dict with menu, name, form key filled in */
void page_show(struct call *c, int status, const char *file, struct dict *page); /* inside layout.tpl */
void page_error(struct call *c, const struct err *e);
void page_redirect(struct call *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
void page_file(struct call *c, const char *type, const char *filename, struct buf *bytes); /* download */

/* Runs work on the writer; then(c, err) is called after the commit, on a server
 * thread; err is NULL when it is durably stored. */
void web_write(struct call *c, bool (*work)(struct db *, struct piece *, struct err *), void *with,
	void (*then)(struct call *c, const struct err *failed));

/* Runs slow work (password, paper) in a lane; 503 with Retry-After when it is full. */
enum web_lane { LANE_PASSWORD, LANE_PAPER };
void web_slow(struct call *c, enum web_lane lane, bool (*work)(struct call *c, struct err *e),
	void (*then)(struct call *c, const struct err *failed));

#endif
