#include "report/recipe.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/resource.h"
#include "base/words.h"
#include "report/about.h"
#include "report/place.h"
#include "report/recipe_schema.h"

/* What else stands in reports/. */
static const char *const others[] = {"audit-reminders.yaml", "audit-rules.yaml", "reminders.yaml",
	"retention.yaml", "risk.yaml", "settings.yaml", "words.yaml"};

static bool
is_recipe(const char *file)
{
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(others[i], file) == 0)
			return false;
	return true;
}

static void
text_check(const struct recipe *r, const char *file, int line, const char *text, struct faults *f)
{
	const char *at = text, *name;
	unsigned about = recipe_about(r);
	while (text != NULL && (name = text_place(f->arena, &at)) != NULL) {
		const char *const *known;
		size_t count = place_names(f->arena, about, &known);
		if (!place_known(name, about))
			fault_unknown(f, file, line, "", _("place"), name, known, count);
	}
}

static void
kind_check(const struct recipe *r, const char *file, const struct recipe_block *b, struct faults *f)
{
	const struct block_kind *kind = block_find(b->block);
	if (kind == NULL) {
		const char *const *known;
		size_t count = block_names(f->arena, &known);
		fault_unknown(f, file, b->line, "", _("block"), b->block, known, count);
	} else if (kind->paper_only && !r->paper) {
		fault_add(f, file, b->line,
			_("the block \"%s\" is for paper only; set paper: 1 or take it out"), b->block);
	} else if ((kind->about & recipe_about(r)) == 0) {
		fault_add(f, file, b->line,
			_("the block \"%s\" has nothing to say about what this recipe is about"), b->block);
	}
}

static void
block_check(const struct recipe *r, const char *file, const struct recipe_block *b, struct faults *f)
{
	const char *const texts[] = {b->heading, b->title, b->note};
	kind_check(r, file, b, f);
	if (b->level < 0 || b->level > 3)
		fault_add(f, file, b->line, _("level is 1, 2 or 3, not %d"), b->level);
	if (b->count < 0 || b->count > 50)
		fault_add(f, file, b->line, _("count is from 1 to 50, not %d"), b->count);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		text_check(r, file, b->line, texts[i], f);
	for (size_t i = 0; i < b->paragraphs_count; i++)
		text_check(r, file, b->line, b->paragraphs[i], f);
	for (size_t i = 0; i < b->items_count; i++)
		text_check(r, file, b->line, b->items[i], f);
}

/* What is about something else than a cycle says when it is settled, and for whom it is. */
static void
about_check(const struct recipe *r, const char *file, struct faults *f)
{
	const char *const *known;
	if ((r->about == NULL) != (r->set != NULL))
		fault_add(f, file, 0, _("what is about a cycle names its question set by set, and nothing else does"));
	if (r->about == NULL) {
		if (r->settles != NULL || r->readers_count > 0)
			fault_add(f, file, 0, _("settles and readers are for what is about an audit"));
		return;
	}
	if (about_find(r->about) == NULL) {
		size_t count = about_names(f->arena, &known);
		fault_unknown(f, file, 0, "", "about", r->about, known, count);
		return;
	}
	if (r->numbered != (r->settles != NULL))
		fault_add(f, file, 0,
			_("what is numbered says by settles: from when on, and nothing else does"));
	if (r->settles != NULL && !topic_settles(r->about, r->settles))
		fault_add(f, file, 0, _("\"%s\" is no state that it settles by"), r->settles);
	for (size_t i = 0; i < r->readers_count; i++)
		if (readers_of(r->readers[i]) == READERS_COUNT)
			fault_unknown(f, file, 0, "", "readers", r->readers[i], reader_keys, READERS_COUNT);
}

static const struct recipe *
recipe_take(struct recipe *r, const char *name, const char *file, size_t before, struct faults *f)
{
	if (r == NULL)
		return NULL;
	r->name = arena_strdup(f->arena, name);
	if (!r->paper && !r->page)
		fault_add(f, file, 0, _("neither paper nor page is 1: nobody could see it"));
	if (!r->department && !r->body && !r->sheet)
		fault_add(f, file, 0, _("neither department nor body is 1: it could be made for nobody"));
	about_check(r, file, f);
	text_check(r, file, 0, r->heading, f);
	text_check(r, file, 0, r->foot, f);
	for (size_t i = 0; i < r->blocks_count; i++)
		block_check(r, file, &r->blocks[i], f);
	return f->count == before ? r : NULL;
}

const struct recipe *
recipe_parse(const char *yaml, size_t length, const char *name, struct faults *f)
{
	size_t before = f->count;
	const char *file = arena_printf(f->arena, "reports/%s.yaml", name);
	return recipe_take(yaml_parse(&recipe_schema, yaml, length, file, f), name, file, before, f);
}

/* A name never leaves the directory: it must be one of the list. */
const struct recipe *
recipe_load(const char *name, struct faults *f)
{
	size_t before = f->count, count;
	struct err e = {0};
	char **names;
	char path[4096];
	if (!recipe_names(f->arena, &names, &count, &e)) {
		fault_add(f, "reports", 0, "%s", e.text);
		return NULL;
	}
	const char *file = arena_printf(f->arena, "reports/%s.yaml", name);
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0) {
			resource_path(file, path, sizeof path);
			return recipe_take(yaml_load(&recipe_schema, path, file, f), name, file, before, f);
		}
	fault_unknown(f, "reports", 0, "", _("report"), name, (const char *const *)names, count);
	return NULL;
}

static int
names_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

bool
recipe_names(struct arena *a, char ***names, size_t *count, struct err *e)
{
	char path[4096], **files;
	size_t file_count;
	resource_path("reports", path, sizeof path);
	*names = NULL;
	*count = 0;
	if (!file_list(a, path, ".yaml", &files, &file_count, e))
		return false;
	for (size_t i = 0; i < file_count; i++) {
		if (!is_recipe(files[i]))
			continue;
		*names = ARENA_PUSH(a, *names, *count);
		(*names)[(*count)++] = arena_strndup(a, files[i], strlen(files[i]) - strlen(".yaml"));
	}
	qsort(*names, *count, sizeof **names,
		names_compare); /* the ending had a part in the order of files */
	return true;
}
