/* The running application, and work that leaves the server's threads. */
#include "web/web.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

#include "base/resource.h"
#include "base/words.h"
#include "web/attempts.h"
#include "web/files.h"
#include "web/inside.h"
#include "web/pending.h"
#include "web/sheet/form_cache.h"

static const struct {
	const char *name;
	size_t capacity;
} lanes[LANE_COUNT] = {
	[LANE_PASSWORD] = {"password", 64}, /* of 20 ms each */
	[LANE_PAPER] = {"paper", 32},
	[LANE_SHEETS] = {"sheets", 8},
};

struct web *
web_create(struct store *s, struct err *e)
{
	char templates[PATH_MAX], files[PATH_MAX];
	struct web *w = calloc(1, sizeof *w);
	if (w == NULL)
		abort();
	resource_path("templates", templates, sizeof templates);
	resource_path("static", files, sizeof files);
	w->store = s;
	w->attempts = attempts_create();
	w->forms = form_cache_create();
	w->view = view_create(templates, e);
	w->files = w->view == NULL ? NULL : files_load(files, e);
	for (size_t i = 0; i < LANE_COUNT; i++)
		w->lanes[i] = lane_create(lanes[i].name, lanes[i].capacity);
	if (w->files != NULL)
		return w;
	web_destroy(w);
	return NULL;
}

void
web_destroy(struct web *w)
{
	if (w == NULL)
		return;
	for (size_t i = 0; i < LANE_COUNT; i++)
		lane_destroy(w->lanes[i]);
	files_destroy(w->files);
	if (w->view != NULL)
		view_destroy(w->view);
	attempts_destroy(w->attempts);
	pending_forget();
	form_cache_destroy(w->forms);
	free(w);
}

/* ---- one snapshot per turn ------------------------------------------------------ */

struct db *
snapshot_begin(struct store *s, struct err *e)
{
	struct db *db = store_reader(s, e);
	return db != NULL && db_begin(db, e) ? db : NULL;
}

void
snapshot_end(struct db *db)
{
	struct err e;
	if (db != NULL && !db_commit(db, &e))
		db_rollback(db);
}

/* ---- work elsewhere ------------------------------------------------------------- */

struct errand {
	struct piece piece; /* first: the writer hands it back */
	struct call *call;
	bool (*slow)(struct call *c, struct err *e);
	void (*then)(struct call *c, const struct err *failed);
};

/* Back on a server thread, whose reader is another one than the lane's. */
static void
errand_end(struct http_request *rq, void *with)
{
	(void)rq;
	struct errand *errand = with;
	struct call *c = errand->call;
	struct err e = {0};
	struct db *db = c->db = snapshot_begin(c->store, &e);
	if (db == NULL)
		page_error(c, &e);
	else
		errand->then(c, errand->piece.ok ? NULL : &errand->piece.err);
	snapshot_end(db); /* c->db may be a lane's by now */
}

static void
errand_written(struct piece *p)
{
	struct errand *errand = (struct errand *)p;
	http_wake(errand->call->http, errand_end, errand);
}

static void
errand_refused(struct errand *errand)
{
	errand->piece.ok = false;
	err_set(&errand->piece.err, ERR_BUSY, _("Too many people are waiting just now. Try again shortly."));
	http_wake(errand->call->http, errand_end, errand);
}

void
web_write(struct call *c, bool (*work)(struct db *, struct piece *, struct err *), void *with,
	void (*then)(struct call *c, const struct err *failed))
{
	struct errand *errand = ARENA_NEW(c->arena, struct errand);
	errand->piece = (struct piece){.work = work, .done = errand_written, .with = with};
	errand->call = c;
	errand->then = then;
	http_hold(c->http);
	if (!writer_add(store_writer(c->store), &errand->piece))
		errand_refused(errand);
}

static void
errand_run(void *with)
{
	struct errand *errand = with;
	struct call *c = errand->call;
	struct db *db = c->db = snapshot_begin(c->store, &errand->piece.err);
	errand->piece.ok = db != NULL && errand->slow(c, &errand->piece.err);
	snapshot_end(db);
	assert(errand->piece.ok || errand->piece.err.kind != ERR_NONE);
	http_wake(c->http, errand_end, errand);
}

void
web_slow(struct call *c, enum web_lane lane, bool (*work)(struct call *c, struct err *e),
	void (*then)(struct call *c, const struct err *failed))
{
	struct errand *errand = ARENA_NEW(c->arena, struct errand);
	*errand = (struct errand){.call = c, .slow = work, .then = then};
	http_hold(c->http);
	if (!lane_add(c->web->lanes[lane], errand_run, errand))
		errand_refused(errand);
}
