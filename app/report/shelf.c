#include "report/shelf.h"

#include <pthread.h>
#include <string.h>

#include "base/words.h"

bool
shelf_read(struct shelf *s, struct faults *f)
{
	char **names;
	size_t count, before = f->count;
	struct err e = {0};
	*s = (struct shelf){.lexicon = lexicon_load(f)};
	if (!recipe_names(f->arena, &names, &count, &e)) {
		fault_add(f, "reports", 0, "%s", e.text);
		return false;
	}
	s->recipes = ARENA_ARRAY(f->arena, const struct recipe *, count);
	for (size_t i = 0; i < count; i++) {
		const struct recipe *r = recipe_load(names[i], f);
		if (r != NULL)
			s->recipes[s->count++] = r;
	}
	return f->count == before;
}

/* Keeps what was read only when all of it was sound; a fault may be mended
 * meanwhile. */
const struct shelf *
shelf_get(struct err *e)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	static struct shelf shelf;
	static struct faults f; /* holds the arena of what the shelf keeps */
	static bool ready;
	pthread_mutex_lock(&lock);
	if (!ready) {
		f = (struct faults){.arena = arena_create()};
		ready = shelf_read(&shelf, &f);
		if (!ready) {
			err_set(e, ERR_SYSTEM, _("%s line %d: %s"), f.items[0].file, f.items[0].line,
				f.items[0].text);
			arena_destroy(f.arena);
		}
	}
	pthread_mutex_unlock(&lock);
	return ready ? &shelf : NULL;
}

const struct recipe *
shelf_find(const struct shelf *s, const char *name)
{
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->recipes[i]->name, name) == 0)
			return s->recipes[i];
	return NULL;
}
