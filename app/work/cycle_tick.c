#include "work/cycle_tick.h"

#include "store/cycle/cycles.h"

struct moving {
	const struct bank *bank;
	const struct cycle *cycle;
	instant_t now;
};

/* Somebody may have moved it by hand since it was read. */
static bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	const struct moving *m = p->with;
	struct arena *a = arena_create();
	struct cycle c;
	bool ok = cycle_find(db, a, m->cycle->id, &c, e);
	struct cycle_days days = cycle_days(&c);
	const char *name = ok ? cycle_move_due(c.state, &days, day_of_instant(m->now)) : NULL;
	if (name != NULL)
		ok = cycle_move_itself(db, p, m->bank, c.id, name, m->now, e);
	arena_destroy(a);
	return ok;
}

/* A server that stood still over several of its days catches up. */
static bool
cycle_catch_up(struct store *s, const struct cycle *c, instant_t now, struct err *e)
{
	struct moving m = {store_bank(s), c, now};
	for (enum cycle_state i = c->state; i < CYCLE_CONFIRMING; i++)
		if (!writer_run(store_writer(s), move_work, &m, e))
			return false;
	return true;
}

bool
cycles_tick(struct store *s, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	struct cycle *list;
	size_t count = 0;
	struct db *db = store_reader(s, e);
	bool ok = db != NULL && cycles_list(db, a, &list, &count, e);
	for (size_t i = 0; i < count; i++) {
		struct cycle_days days = cycle_days(&list[i]);
		if (cycle_move_due(list[i].state, &days, day_of_instant(now)) != NULL)
			ok = cycle_catch_up(s, &list[i], now, e) && ok;
	}
	arena_destroy(a);
	return ok;
}
