#include "store/sheet/batch.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "store/figure/shown.h"

enum { BUCKETS = 4096 };

struct cell { /* one row of `tally`; of `progress` where item is "" */
	struct cell *next;
	int64_t cycle_id, department_id;
	const char *set_key, *item;
	struct tally tally;
	struct progress_delta progress;
};

struct entry {
	struct cell *cell;
	struct tally tally;
	struct progress_delta progress;
};

struct batch {
	struct arena *arena; /* cells and journal, until batch_clear */
	struct cell *buckets[BUCKETS];
	struct cell **cells; /* in the order they were met */
	size_t cell_count;
	struct entry *journal; /* of the piece that runs */
	size_t journal_count;
};

struct batch *
batch_create(void)
{
	struct batch *b = calloc(1, sizeof *b);
	if (b == NULL)
		abort();
	b->arena = arena_create();
	return b;
}

void
batch_destroy(struct batch *b)
{
	arena_destroy(b->arena);
	free(b);
}

void
batch_clear(struct batch *b)
{
	struct arena *a = b->arena;
	arena_reset(a);
	*b = (struct batch){.arena = a};
}

static size_t
cell_bucket(const struct cell *c)
{
	uint64_t h = (uint64_t)c->cycle_id * 31 + (uint64_t)c->department_id;
	for (const char *s = c->set_key; *s != '\0'; s++)
		h = h * 31 + (unsigned char)*s;
	for (const char *s = c->item; *s != '\0'; s++)
		h = h * 31 + (unsigned char)*s;
	return (h * 0x9E3779B97F4A7C15u >> 40) % BUCKETS;
}

static bool
cell_same(const struct cell *c, const struct cell *d)
{
	return c->department_id == d->department_id && c->cycle_id == d->cycle_id &&
	       strcmp(c->item, d->item) == 0 && strcmp(c->set_key, d->set_key) == 0;
}

static struct cell *
batch_cell(struct batch *b, struct cell key)
{
	size_t at = cell_bucket(&key);
	for (struct cell *c = b->buckets[at]; c != NULL; c = c->next)
		if (cell_same(c, &key))
			return c;
	struct cell *c = ARENA_NEW(b->arena, struct cell);
	*c = key;
	c->set_key = arena_strdup(b->arena, key.set_key);
	c->item = arena_strdup(b->arena, key.item);
	c->next = b->buckets[at];
	b->buckets[at] = c;
	b->cells = ARENA_PUSH(b->arena, b->cells, b->cell_count);
	return b->cells[b->cell_count++] = c;
}

static struct entry *
journal_entry(struct piece *p, int64_t cycle_id, const char *set_key, int64_t department_id, const char *item)
{
	struct batch *b = p->batch;
	b->journal = ARENA_PUSH(b->arena, b->journal, b->journal_count);
	struct entry *entry = &b->journal[b->journal_count++];
	*entry = (struct entry){.cell = batch_cell(b, (struct cell){.cycle_id = cycle_id,
							      .department_id = department_id,
							      .set_key = set_key,
							      .item = item})};
	return entry;
}

void
batch_tally(struct piece *p, int64_t cycle_id, const char *set_key, int64_t department_id, const char *item,
	const struct tally *delta)
{
	journal_entry(p, cycle_id, set_key, department_id, item)->tally = *delta;
}

void
batch_progress(struct piece *p, int64_t cycle_id, const char *set_key, int64_t department_id,
	struct progress_delta delta)
{
	journal_entry(p, cycle_id, set_key, department_id, "")->progress = delta;
}

void
batch_forget(struct batch *b)
{
	b->journal = NULL;
	b->journal_count = 0;
}

void
progress_add(struct progress_delta *sum, const struct progress_delta *d, int sign)
{
	sum->asked += sign * d->asked;
	sum->drafts += sign * d->drafts;
	sum->submitted += sign * d->submitted;
	sum->late += sign * d->late;
	sum->returned += sign * d->returned;
	sum->confirmed += sign * d->confirmed;
	sum->excluded += sign * d->excluded;
	sum->changed += sign * d->changed;
}

void
batch_keep(struct batch *b)
{
	for (size_t i = 0; i < b->journal_count; i++) {
		struct entry *entry = &b->journal[i];
		tally_add(&entry->cell->tally, &entry->tally);
		progress_add(&entry->cell->progress, &entry->progress, +1);
	}
	batch_forget(b);
}

SQL(add_tally, "INSERT INTO tally (cycle_id, set_key, department_id, item, s0, s1, s2, s3, s4, na, unknown,"
	       " n0, n1, n2, n3, n4)"
	       " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
	       " ON CONFLICT (cycle_id, set_key, department_id, item) DO UPDATE SET"
	       " s0 = tally.s0 + excluded.s0, s1 = tally.s1 + excluded.s1, s2 = tally.s2 + excluded.s2,"
	       " s3 = tally.s3 + excluded.s3, s4 = tally.s4 + excluded.s4,"
	       " na = tally.na + excluded.na, unknown = tally.unknown + excluded.unknown,"
	       " n0 = tally.n0 + excluded.n0, n1 = tally.n1 + excluded.n1, n2 = tally.n2 + excluded.n2,"
	       " n3 = tally.n3 + excluded.n3, n4 = tally.n4 + excluded.n4");

static bool
tally_apply(struct db *db, const struct cell *c, struct err *e)
{
	const struct tally *t = &c->tally;
	return tally_empty(t) ||
	       db_exec(db, e, add_tally, "isisiiiiiiiiiiii", c->cycle_id, c->set_key, c->department_id,
		       c->item, t->slots[0], t->slots[1], t->slots[2], t->slots[3], t->slots[4], t->na,
		       t->unknown, t->na_for[0], t->na_for[1], t->na_for[2], t->na_for[3], t->na_for[4]);
}

SQL(add_progress,
	"INSERT INTO progress (cycle_id, set_key, department_id, asked, drafts, submitted, late, returned,"
	" confirmed, excluded) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
	" ON CONFLICT (cycle_id, set_key, department_id) DO UPDATE SET"
	" asked = progress.asked + $4, drafts = progress.drafts + $5, submitted = progress.submitted + $6,"
	" late = progress.late + $7, returned = progress.returned + $8,"
	" confirmed = progress.confirmed + $9, excluded = progress.excluded + $10");

static bool
progress_apply(struct db *db, const struct cell *c, struct err *e)
{
	static const struct progress_delta none;
	const struct progress_delta *d = &c->progress;
	if (memcmp(d, &none, sizeof none) == 0)
		return true;
	return db_exec(db, e, add_progress, "isiiiiiiii", c->cycle_id, c->set_key, c->department_id,
		(int64_t)d->asked, (int64_t)d->drafts, (int64_t)d->submitted, (int64_t)d->late,
		(int64_t)d->returned, (int64_t)d->confirmed, (int64_t)d->excluded);
}

bool
batch_apply(struct batch *b, struct db *db, struct err *e)
{
	for (size_t i = 0; i < b->cell_count; i++)
		if (!tally_apply(db, b->cells[i], e) || !progress_apply(db, b->cells[i], e))
			return false;
	for (size_t i = 0; i < b->cell_count; i++) {
		const struct cell *c = b->cells[i];
		if (c->progress.changed > 0 &&
			!shown_publish(db, c->cycle_id, c->set_key, c->department_id, e))
			return false;
	}
	return true;
}
