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
#include "store/organisation/account.h"
#include "store/store.h"
#include "view/view.h"

struct web; /* the running application: store, view, lanes, static files */
struct route;

struct call {
	struct web *web;
	struct http_request *http;
	const struct route *route; /* NULL: there is none for this path */
	struct arena *arena;
	struct db *db; /* this thread's reader */
	struct store *store;
	instant_t now;
	bool signed_in;
	struct account account; /* id 0: nobody. Without signed_in: whose session has ended */
	const char *form_key;   /* what a form must send back; NULL until page_begin for the signed-out */
	const char *parts[4];   /* what stood at the {} of the path */
	void *state;            /* the page's own, across web_write and web_slow */
};

typedef void page_function(struct call *c);

enum route_flag {
	ROUTE_UPLOAD = 1 << 0, /* those who may see it may send files */
	ROUTE_RETYPED =
		1 << 1, /* a form of an earlier session goes to kept: it is shown again, not carried out */
};

struct route {
	const char *method, *path; /* "/sheets/{}"; GET answers HEAD too */
	unsigned roles;            /* who may; ROLE_ANYONE: also the signed-out */
	page_function *page;
	const char *menu; /* key of the menu entry that leads here; NULL: none */
	unsigned flags;
	/* Called in place of page when the session ended while someone typed but is
	 * still remembered, and the form key is that session's: keeps what was sent.
	 * NULL: the person is told that nothing was stored. */
	page_function *kept;
};

extern const struct route routes[];
extern const size_t route_count;

struct web *web_create(struct store *s, struct err *e);
void web_destroy(struct web *w);                             /* after http_stop; NULL accepted */
void web_handle(struct http_request *rq, void *web);         /* the http_handler */
size_t web_body_allowed(struct http_request *rq, void *web); /* for http_config */

/* Answers. page_* take the dict over. */
/* Fills in title, body_name, static_version, form_key, once and, for the signed-in, account_name,
 * department_name, menu_KEY and here_KEY. */
struct dict *page_begin(struct call *c, const char *title);
void page_show(struct call *c, int status, const char *file, struct dict *page); /* inside layout.tpl */
void page_error(struct call *c, const struct err *e);
/* The HTTP status of a failure, which is logged if ours. */
int error_status(struct call *c, const struct err *e);
void page_status(struct call *c, int status, const char *sentence); /* the error page; sentence may be NULL */
void page_redirect(struct call *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
void page_file(struct call *c, const char *type, const char *filename, struct buf *bytes); /* download */
const char *file_type(const char *filename);                                               /* by its ending */

/* Runs work on the writer; then(c, err) is called after the commit, on a server
 * thread; err is NULL when it is durably stored. */
void web_write(struct call *c, bool (*work)(struct db *, struct piece *, struct err *), void *with,
	void (*then)(struct call *c, const struct err *failed));

/* Runs slow work (password, paper, going through every sheet) in a lane; 503 with Retry-After when it is
 * full. During work c->db is the lane's reader. */
enum web_lane { LANE_PASSWORD, LANE_PAPER, LANE_SHEETS, LANE_COUNT };
void web_slow(struct call *c, enum web_lane lane, bool (*work)(struct call *c, struct err *e),
	void (*then)(struct call *c, const struct err *failed));

#endif
