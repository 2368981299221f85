#include "web/upload.h"

#include "store/files.h"

struct upload {
	const void *data;
	size_t length;
	char *digest;
	struct piece inner;
	void (*then)(struct call *c, const struct err *failed);
	void *state; /* the page's own */
	bool fits;
};

/* The page's state comes back before it is called. */
static void
upload_end(struct call *c, const struct err *failed)
{
	struct upload *u = c->state;
	c->state = u->state;
	u->then(c, failed);
}

static bool
row_work(struct db *db, struct piece *p, struct err *e)
{
	struct upload *u = p->with;
	u->inner.batch = p->batch;
	return u->inner.work(db, &u->inner, e);
}

static bool
put_work(struct call *c, struct err *e)
{
	const struct upload *u = c->state;
	return file_put(c->store, u->data, u->length, u->digest, e);
}

static void
after_put(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		upload_end(c, failed);
	else
		web_write(c, row_work, c->state, upload_end);
}

/* What fails is undone by the writer, so what fits fails as well. */
static bool
rehearse_work(struct db *db, struct piece *p, struct err *e)
{
	struct upload *u = p->with;
	u->fits = row_work(db, p, e);
	return !u->fits ? false : err_set(e, ERR_CONFLICT, "rehearsed");
}

static void
after_rehearsal(struct call *c, const struct err *failed)
{
	const struct upload *u = c->state;
	if (u->fits)
		web_slow(c, LANE_PAPER, put_work, after_put);
	else
		upload_end(c, failed);
}

static bool
digest_work(struct call *c, struct err *e)
{
	const struct upload *u = c->state;
	(void)e;
	sha256_of(u->data, u->length, u->digest);
	return true;
}

static void
after_digest(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		upload_end(c, failed);
	else
		web_write(c, rehearse_work, c->state, after_rehearsal);
}

void
web_write_file(struct call *c, const void *data, size_t length, char digest[DIGEST_SIZE],
	bool (*work)(struct db *, struct piece *, struct err *), void *with,
	void (*then)(struct call *c, const struct err *failed))
{
	struct upload *u = ARENA_NEW(c->arena, struct upload);
	*u = (struct upload){.data = data,
		.length = length,
		.digest = digest,
		.inner = {.work = work, .with = with},
		.then = then,
		.state = c->state};
	c->state = u;
	web_slow(c, LANE_PAPER, digest_work, after_digest);
}
