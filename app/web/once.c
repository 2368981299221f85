#include "web/once.h"

#include <string.h>

#include "base/secret.h"
#include "store/once.h"
#include "web/form.h"

/* NULL: the form has no word of its own. */
static const char *
mark_of(struct call *c)
{
	struct buf b = BUF_INIT;
	char digest[DIGEST_SIZE];
	if (*form_text(c, "once") == '\0')
		return NULL;
	buf_addf(&b, "%lld %s", (long long)c->account.id, http_path(c->http));
	for (size_t i = 0; i < http_field_count(c->http); i++) {
		const struct http_field *f = http_field_at(c->http, i);
		buf_addf(&b, " %zu %s %zu ", strlen(f->name), f->name, f->length);
		buf_add(&b, f->value, f->length);
	}
	digest_of(b.data, b.length, digest);
	buf_free(&b);
	return arena_strdup(c->arena, digest);
}

struct once {
	const char *mark;
	int64_t account_id, *result;
	instant_t now;
	struct piece inner;
};

static bool
once_work(struct db *db, struct piece *p, struct err *e)
{
	struct once *o = p->with;
	bool found;
	int64_t before;
	if (!once_find(db, o->mark, &found, &before, e))
		return false;
	if (found && o->result != NULL)
		*o->result = before;
	if (found)
		return true;
	o->inner.batch = p->batch;
	return o->inner.work(db, &o->inner, e) &&
	       once_add(db, o->mark, o->account_id, o->result != NULL ? *o->result : 0, o->now, e);
}

void
web_write_once(struct call *c, bool (*work)(struct db *, struct piece *, struct err *), void *with,
	int64_t *result, void (*then)(struct call *c, const struct err *failed))
{
	struct once *o = ARENA_NEW(c->arena, struct once);
	*o = (struct once){.mark = mark_of(c),
		.account_id = c->account.id,
		.result = result,
		.now = c->now,
		.inner = {.work = work, .with = with}};
	if (o->mark == NULL)
		web_write(c, work, with, then);
	else
		web_write(c, once_work, o, then);
}

/* ---- in a lane ---------------------------------------------------------------------------------- */

bool
once_done(struct call *c, bool *done, struct err *e)
{
	int64_t result;
	const char *mark = mark_of(c);
	*done = false;
	return mark == NULL || once_find(c->db, mark, done, &result, e);
}

static bool
keep_work(struct db *db, struct piece *p, struct err *e)
{
	const struct once *o = p->with;
	return once_add(db, o->mark, o->account_id, 0, o->now, e);
}

bool
once_keep(struct call *c, struct err *e)
{
	struct once o = {.mark = mark_of(c), .account_id = c->account.id, .now = c->now};
	return o.mark == NULL || writer_run(store_writer(c->store), keep_work, &o, e);
}
