#include "store/figure/signal_memory.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct memory_entry {
	struct memory_entry *next;
	struct arena *arena; /* of the entry itself */
	struct signal_state state;
	struct signal_counts *counts;
};

struct signal_memory {
	pthread_mutex_t lock;
	struct memory_entry *entries;
};

struct signal_memory *
signal_memory_create(void)
{
	struct signal_memory *m = calloc(1, sizeof *m);
	if (m == NULL)
		abort();
	pthread_mutex_init(&m->lock, NULL);
	return m;
}

void
signal_memory_destroy(struct signal_memory *m)
{
	if (m == NULL)
		return;
	for (struct memory_entry *entry = m->entries, *next; entry != NULL; entry = next) {
		next = entry->next;
		arena_destroy(entry->arena);
	}
	pthread_mutex_destroy(&m->lock);
	free(m);
}

static struct memory_entry **
entry_of_set(struct signal_memory *m, const struct signal_state *s)
{
	struct memory_entry **at = &m->entries;
	while (*at != NULL &&
		((*at)->state.cycle_id != s->cycle_id || strcmp((*at)->state.set_key, s->set_key) != 0))
		at = &(*at)->next;
	return at;
}

static bool
same_state(const struct signal_state *a, const struct signal_state *b)
{
	return a->edition == b->edition && a->times == b->times && a->live == b->live &&
	       a->count == b->count &&
	       memcmp(a->departments, b->departments, a->count * sizeof *a->departments) == 0;
}

static struct signal_counts *
counts_copy(struct arena *a, const struct questionnaire *q, const struct signal_counts *counts, size_t count)
{
	struct signal_counts *out = ARENA_ARRAY(a, struct signal_counts, count + 1);
	for (size_t i = 0; i < count; i++) {
		out[i] = signals_none(a, q);
		signals_join(&out[i], q, &counts[i]);
	}
	return out;
}

bool
signal_memory_find(struct signal_memory *m, struct arena *a, const struct signal_state *state,
	const struct questionnaire *q, struct signal_counts **out)
{
	pthread_mutex_lock(&m->lock);
	struct memory_entry *entry = *entry_of_set(m, state);
	bool found = entry != NULL && same_state(&entry->state, state);
	if (found)
		*out = counts_copy(a, q, entry->counts, state->count);
	pthread_mutex_unlock(&m->lock);
	return found;
}

void
signal_memory_keep(struct signal_memory *m, const struct signal_state *state, const struct questionnaire *q,
	const struct signal_counts *counts)
{
	struct arena *a = arena_create();
	struct memory_entry *entry = ARENA_NEW(a, struct memory_entry);
	int64_t *departments = ARENA_ARRAY(a, int64_t, state->count + 1);
	memcpy(departments, state->departments, state->count * sizeof *departments);
	*entry = (struct memory_entry){
		.arena = a, .state = *state, .counts = counts_copy(a, q, counts, state->count)};
	entry->state.set_key = arena_strdup(a, state->set_key);
	entry->state.departments = departments;
	pthread_mutex_lock(&m->lock);
	struct memory_entry **at = entry_of_set(m, state), *old = *at;
	entry->next = old != NULL ? old->next : NULL;
	*at = entry;
	pthread_mutex_unlock(&m->lock);
	if (old != NULL)
		arena_destroy(old->arena);
}
