#include "report/report.h"

#include <string.h>

#include "base/words.h"
#include "report/block.h"
#include "report/paper.h"
#include "report/place.h"
#include "report/shelf.h"
#include "store/setting.h"

enum { TREND_YEARS = 3 };
#define PAGE_CHART_WIDTH 320.0 /* of the narrowest screen; the style sheet lets it grow */

bool
recipes_list(struct arena *a, struct recipe_name **out, size_t *count, struct err *e)
{
	const struct shelf *shelf = shelf_get(e);
	if (shelf == NULL)
		return false;
	*out = ARENA_ARRAY(a, struct recipe_name, shelf->count);
	*count = shelf->count;
	for (size_t i = 0; i < shelf->count; i++) {
		const struct recipe *r = shelf->recipes[i];
		(*out)[i] =
			(struct recipe_name){r->name, r->title, r->department, r->body, r->paper, r->page};
	}
	return true;
}

bool
recipes_check(struct err *e)
{
	return shelf_get(e) != NULL;
}

static bool
name_refused(const struct shelf *shelf, struct arena *a, const struct report_request *rq, struct err *e)
{
	const char *list = "";
	for (size_t i = 0; i < shelf->count; i++) {
		const struct recipe *r = shelf->recipes[i];
		if (rq->base_url == NULL ? r->paper : r->page)
			list = arena_printf(a, "%s%s%s", list, *list != '\0' ? ", " : "", r->name);
	}
	return err_set(e, ERR_ABSENT, _("there is no report %s; known are: %s"), rq->name, list);
}

static bool
scope_fits(const struct recipe *r, const struct report_request *rq, struct err *e)
{
	if (!rq->tables && (rq->base_url == NULL ? !r->paper : !r->page))
		return err_set(e, ERR_INPUT,
			rq->base_url == NULL ? _("%s is a page and cannot be printed")
					     : _("%s can be printed but not shown as a page"),
			r->name);
	if (rq->department_id == 0 && !r->body)
		return err_set(e, ERR_INPUT, _("%s is about one department: name it"), r->name);
	if (rq->department_id != 0 && !r->department)
		return err_set(e, ERR_INPUT, _("%s is about the body as a whole"), r->name);
	return true;
}

static bool
blocks_make(struct composer *c, struct err *e)
{
	for (size_t i = 0; i < c->recipe->blocks_count; i++) {
		const struct recipe_block *b = &c->recipe->blocks[i];
		const struct block_kind *kind = block_find(b->block);
		if (kind->paper_only && c->request->base_url != NULL)
			continue;
		c->half = b->half;
		if (!kind->make(c, b, e))
			return false;
	}
	return true;
}

/* The set asked for; else the recipe's own, or the cycle's first where it has not that one. */
static bool
set_choose(struct composer *c, int64_t cycle_id, const char **set, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	*set = c->request->set_key != NULL ? c->request->set_key : c->recipe->set;
	if (!cycle_sets(c->db, c->arena, cycle_id, &sets, &count, e))
		return false;
	bool has = c->request->set_key != NULL || count == 0;
	for (size_t i = 0; i < count && !has; i++)
		has = strcmp(sets[i].set_key, *set) == 0;
	if (!has)
		*set = sets[0].set_key;
	return true;
}

static bool
figures_of(struct composer *c, struct err *e)
{
	struct figures *f = ARENA_NEW(c->arena, struct figures);
	struct cycle cycle;
	const char *set;
	if (!cycle_find(c->db, c->arena, c->request->cycle_id, &cycle, e))
		return false;
	if (!cycle_opened(cycle.state))
		return err_set(e, ERR_CONFLICT, _("%s has not been opened yet"), cycle.title);
	c->figures = f;
	return set_choose(c, cycle.id, &set, e) &&
	       figures_gather(c->store, c->arena, &cycle, set, c->request->department_id, TREND_YEARS, f, e);
}

bool
report_make(
	struct store *s, struct arena *a, const struct report_request *rq, struct report *out, struct err *e)
{
	const struct shelf *shelf = shelf_get(e);
	if (shelf == NULL)
		return false;
	struct composer c = {.arena = a,
		.store = s,
		.db = store_reader(s, e),
		.request = rq,
		.recipe = shelf_find(shelf, rq->name),
		.lexicon = shelf->lexicon,
		.width = rq->base_url == NULL ? PAPER_INNER : PAGE_CHART_WIDTH};
	if (c.db == NULL)
		return false;
	if (c.recipe == NULL)
		return name_refused(shelf, a, rq, e);
	if (!scope_fits(c.recipe, rq, e) || !figures_of(&c, e))
		return false;
	places_fill(&c);
	if (!blocks_make(&c, e))
		return false;
	struct department_range range = departments_shown(&c);
	*out = (struct report){.name = c.recipe->name,
		.title = text_fill(a, c.recipe->heading, c.places, c.place_count),
		.label = setting_text(c.db, a, "confidentiality_label"),
		.subject = c.figures->subject->name,
		.lexicon = c.lexicon,
		.edition = c.figures->cycle.edition,
		.draft = !cycle_final(c.figures->cycle.state),
		.issued_by = rq->issued_by,
		.issued = rq->now,
		.sections = c.sections,
		.section_count = c.section_count,
		.first_department = range.first,
		.last_department = range.end,
		.department_count = c.figures->department_count,
		.page_url = rq->page_url};
	return true;
}
