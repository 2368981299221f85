/* What stands between a request and its page. */
#include <string.h>

#include "base/words.h"
#include "domain/organisation/role.h"
#include "web/inside.h"

enum {
	STATUS_BAD = 400,
	STATUS_DENIED = 403,
	STATUS_TOO_LARGE = 413,
	BODY_MOST = 1024 * 1024,
	UPLOAD_MOST = 32 * 1024 * 1024, /* a roster of 100,000 people has about 10 MB */
};

static struct call *
call_create(struct http_request *rq, struct web *w, struct db *db)
{
	struct call *c = ARENA_NEW(http_arena(rq), struct call);
	*c = (struct call){.web = w,
		.http = rq,
		.arena = http_arena(rq),
		.db = db,
		.store = w->store,
		.now = clock_now()};
	return c;
}

static void
call_sign_in_first(struct call *c)
{
	page_status(c, STATUS_DENIED,
		_("You are not signed in any more, so nothing was stored. Please sign in again."));
}

/* Somebody must sign in first: a page is come back to, a form is told plainly. */
static void
call_sign_in(struct call *c)
{
	bool form = strcmp(http_method(c->http), "POST") == 0;
	if (form && c->account.id != 0 && c->route->kept != NULL && form_key_right(c))
		c->route->kept(c);
	else if (form)
		call_sign_in_first(c);
	else if (strcmp(http_target(c->http), "/") == 0)
		page_redirect(c, "/signin");
	else
		page_redirect(c, "/signin?next=%s", query_escape(c->arena, http_target(c->http)));
}

/* False: the form was refused. Browsers say where a request comes from; what comes
 * from another site cannot know the form key either, but why let it try. */
static bool
form_passes(struct call *c)
{
	const char *site = http_header(c->http, "Sec-Fetch-Site");
	const struct http_field *twice = http_repeated(c->http);
	bool foreign = site != NULL && strcmp(site, "cross-site") == 0;
	if (!foreign && !form_key_right(c) && (c->route->flags & ROUTE_RETYPED) != 0)
		c->route->kept(c);
	else if (foreign || !form_key_right(c))
		page_status(c, STATUS_DENIED,
			_("This page was opened too long ago or in another session. Go back, load it again "
			  "and send it once more."));
	else if (twice != NULL)
		page_status(c, STATUS_BAD,
			arena_printf(c->arena, _("The field \"%s\" was sent more than once."), twice->name));
	else
		return true;
	return false;
}

static void
call_dispatch(struct call *c)
{
	int status;
	const char *allowed;
	c->route =
		route_find(c->arena, http_method(c->http), http_path(c->http), c->parts, &status, &allowed);
	if (c->route == NULL) {
		if (allowed != NULL)
			http_set_header(c->http, "Allow", allowed);
		page_status(c, status, NULL);
	} else if (c->route->roles != ROLE_ANYONE && !c->signed_in) {
		call_sign_in(c);
	} else if (!route_allows(c->route, &c->account)) {
		page_status(c, STATUS_DENIED, NULL);
	} else if (strcmp(c->route->method, "POST") != 0 || form_passes(c)) {
		c->route->page(c);
	}
}

/* What was too large before anybody looked at it: a file, of someone whose session has
 * ended meanwhile, is not too large. */
static void
call_refused(struct call *c)
{
	struct err e = {0};
	int status = http_refused(c->http);
	const char *allowed;
	if (status != STATUS_TOO_LARGE || c->db == NULL || !session_read(c, &e)) {
		page_status(c, status, NULL);
		return;
	}
	const struct route *r =
		route_find(c->arena, http_method(c->http), http_path(c->http), c->parts, &status, &allowed);
	if (r != NULL && (r->flags & ROUTE_UPLOAD) != 0 && !c->signed_in)
		call_sign_in_first(c);
	else
		page_status(c, STATUS_TOO_LARGE, NULL);
}

void
web_handle(struct http_request *rq, void *web)
{
	struct web *w = web;
	struct err e = {0};
	struct db *db = snapshot_begin(w->store, &e);
	struct call *c = call_create(rq, w, db);
	if (http_refused(rq) != 0)
		call_refused(c);
	else if (db == NULL || !session_read(c, &e))
		page_error(c, &e);
	else
		call_dispatch(c);
	snapshot_end(db); /* c may be another thread's by now */
}

/* Only who may send a file to this page may send much. */
size_t
web_body_allowed(struct http_request *rq, void *web)
{
	int status;
	const char *allowed, *parts[4];
	struct web *w = web;
	struct err e = {0};
	const struct route *r =
		route_find(http_arena(rq), http_method(rq), http_path(rq), parts, &status, &allowed);
	if (r == NULL || (r->flags & ROUTE_UPLOAD) == 0)
		return BODY_MOST;
	struct db *db = snapshot_begin(w->store, &e);
	struct call *c = call_create(rq, w, db);
	bool may = db != NULL && session_read(c, &e) && c->signed_in && route_allows(r, &c->account);
	snapshot_end(db);
	return may ? UPLOAD_MOST : BODY_MOST;
}
