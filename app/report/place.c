#include "report/place.h"

#include <string.h>

#include "report/about.h"
#include "report/place_inside.h"

static const struct places *const all[] = {&places_usual, &places_of_cycle, &places_of_audits};
enum { ALL = sizeof all / sizeof *all };

static const struct place *
place_find(const char *name)
{
	for (size_t i = 0; i < ALL; i++)
		for (size_t k = 0; k < all[i]->count; k++)
			if (strcmp(all[i]->list[k].name, name) == 0)
				return &all[i]->list[k];
	return NULL;
}

size_t
place_names(struct arena *a, unsigned about, const char *const **names)
{
	const char **out = NULL;
	size_t count = 0;
	for (size_t i = 0; i < ALL; i++)
		for (size_t k = 0; k < all[i]->count; k++) {
			if ((all[i]->list[k].about & about) == 0)
				continue;
			out = ARENA_PUSH(a, out, count);
			out[count++] = all[i]->list[k].name;
		}
	*names = out;
	return count;
}

bool
place_known(const char *name, unsigned about)
{
	const struct place *p = place_find(name);
	return p != NULL && (p->about & about) != 0;
}

const char *
placed(struct composer *c, const char *text)
{
	const enum about about = recipe_about(c->recipe);
	struct filling *list = NULL;
	size_t count = 0;
	const char *at = text, *name;
	while ((name = text_place(c->arena, &at)) != NULL) {
		if (!place_known(name, about))
			continue;
		list = ARENA_PUSH(c->arena, list, count);
		list[count++] = (struct filling){name, place_find(name)->value(c)};
	}
	return text_fill(c->arena, text, list, count);
}
