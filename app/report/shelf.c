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

/* One fault a line. */
static void
faults_say(const struct faults *f, struct err *e)
{
	const char *list = "";
	for (size_t i = 0; i < f->count; i++) {
		const char *one = arena_printf(
			f->arena, _("%s line %d: %s"), f->items[i].file, f->items[i].line, f->items[i].text);
		list = arena_printf(f->arena, "%s%s%s", list, i > 0 ? "\n" : "", one);
	}
	err_set(e, ERR_SYSTEM, "%s", list);
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
			faults_say(&f, e);
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

static const struct recipe *
shelf_named(const struct shelf *s, struct arena *a, const char *name, bool page, struct err *e)
{
	const struct recipe *found = shelf_find(s, name);
	const char *list = "";
	if (found != NULL)
		return found;
	for (size_t i = 0; i < s->count; i++) {
		const struct recipe *r = s->recipes[i];
		if (page ? r->page : r->paper)
			list = arena_printf(a, "%s%s%s", list, *list != '\0' ? ", " : "", r->name);
	}
	err_set(e, ERR_ABSENT, _("there is no report %s; known are: %s"), name, list);
	return NULL;
}

const struct recipe *
shelf_paper(const struct shelf *s, struct arena *a, const char *name, struct err *e)
{
	return shelf_named(s, a, name, false, e);
}

const struct recipe *
shelf_page(const struct shelf *s, struct arena *a, const char *name, struct err *e)
{
	return shelf_named(s, a, name, true, e);
}
