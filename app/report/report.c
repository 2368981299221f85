#include "report/report.h"

#include <string.h>

#include "base/words.h"
#include "report/block.h"
#include "report/freeze.h"
#include "report/paper.h"
#include "report/place.h"
#include "report/shelf.h"
#include "store/organisation/people.h"

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
		(*out)[i] = (struct recipe_name){
			r->name, r->title, r->department, r->body, r->paper, r->page, r->sheet, r->numbered};
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
	if (r->sheet != (rq->sheet_id != 0))
		return err_set(e, ERR_INPUT,
			r->sheet ? _("%s is about one sheet: name it") : _("%s is not about one sheet"),
			r->name);
	if (r->sheet)
		return true;
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
		if (!block_possible(c, b->block, e) || !kind->make(c, b, e))
			return false;
	}
	return true;
}

static bool
set_choose(struct db *db, struct arena *a, const struct recipe *r, int64_t cycle_id, const char **set,
	struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	*set = r->set;
	if (!cycle_sets(db, a, cycle_id, &sets, &count, e))
		return false;
	bool has = count == 0;
	for (size_t i = 0; i < count && !has; i++)
		has = strcmp(sets[i].set_key, *set) == 0;
	if (!has)
		*set = sets[0].set_key;
	return true;
}

bool
report_set(struct store *s, struct arena *a, const char *recipe, int64_t cycle_id, const char **set,
	struct err *e)
{
	const struct shelf *shelf = shelf_get(e);
	struct db *db = store_reader(s, e);
	if (shelf == NULL || db == NULL)
		return false;
	const struct recipe *r = shelf_find(shelf, recipe);
	if (r == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such report"));
	return set_choose(db, a, r, cycle_id, set, e);
}

/* A sheet shows no figures, so none are gathered: a department has hundreds of sheets. */
static bool
sheet_of(struct composer *c, struct err *e)
{
	struct figures *f = ARENA_NEW(c->arena, struct figures);
	struct sheet *s = ARENA_NEW(c->arena, struct sheet);
	struct person person = {.number = ""};
	if (!sheet_find(c->db, c->arena, c->request->sheet_id, s, e) ||
		!cycle_find(c->db, c->arena, s->cycle_id, &f->cycle, e) ||
		(s->person_id != 0 && !person_find(c->db, c->arena, s->person_id, &person, e)))
		return false;
	f->set = store_cycle_set(c->store, s->cycle_id, s->set_key, e);
	c->policy = store_cycle_policy(c->store, s->cycle_id, e);
	if (f->set == NULL || c->policy == NULL)
		return false;
	c->sheet = s;
	c->person_number = person.number;
	f->departments = ARENA_NEW(c->arena, struct department_figures);
	f->departments->name = s->department_name;
	f->subject = f->departments;
	c->figures = f;
	if (!c->recipe->filled)
		return true;
	if (s->submitted == NULL)
		return err_set(e, ERR_CONFLICT, _("this sheet has not been submitted yet"));
	return answers_parse(c->arena, f->set, s->submitted, &c->answers, e);
}

static bool
figures_of(struct composer *c, struct err *e)
{
	struct figures *f = ARENA_NEW(c->arena, struct figures);
	struct cycle cycle;
	const char *set = c->request->set_key;
	if (!cycle_find(c->db, c->arena, c->request->cycle_id, &cycle, e))
		return false;
	if (!cycle_opened(cycle.state))
		return err_set(e, ERR_CONFLICT, _("%s has not been opened yet"), cycle.title);
	c->figures = f;
	c->policy = store_cycle_policy(c->store, cycle.id, e);
	return c->policy != NULL &&
	       (set != NULL || set_choose(c->db, c->arena, c->recipe, cycle.id, &set, e)) &&
	       figures_gather(c->store, c->arena, &cycle, set, c->request->department_id, TREND_YEARS, f, e);
}

const char *
document_number_text(struct arena *a, const struct lexicon *w, const struct document *d)
{
	if (d->mark[0] == '\0')
		return "";
	struct filling f[] = {{"mark", d->mark}, {"number", arena_printf(a, "%lld", (long long)d->number)}};
	return text_fill(a, lexicon_text(w, WORD_LETTER_NUMBER), f, 2);
}

const char *
report_full_title(struct arena *a, const struct report *r)
{
	struct filling f[] = {{"title", r->title}, {"unit", lexicon_text(r->lexicon, WORD_DRAFT)}};
	return r->draft ? text_fill(a, lexicon_text(r->lexicon, WORD_TITLE_UNIT), f, 2) : r->title;
}

static struct report
report_of(const struct composer *c)
{
	const struct document *d = c->request->document;
	const struct cycle *cycle = &c->figures->cycle;
	struct department_range range = departments_shown(c);
	return (struct report){.name = c->recipe->name,
		.title = text_fill(c->arena, c->recipe->heading, c->places, c->place_count),
		.label = decided(c, "confidentiality_label"),
		.subject = c->figures->subject->name,
		.lexicon = c->lexicon,
		.edition = d != NULL ? d->edition : cycle->edition,
		.number = d != NULL ? document_number_text(c->arena, c->lexicon, d) : "",
		.reason = d != NULL ? d->reason : "",
		.foot = c->recipe->foot == NULL
				? NULL
				: text_fill(c->arena, c->recipe->foot, c->places, c->place_count),
		.draft = c->recipe->numbered && !cycle_final(cycle->state),
		.issued_by = c->request->issued_by,
		.issued = c->request->now,
		.sections = c->sections,
		.section_count = c->section_count,
		.first_department = range.first,
		.last_department = range.end,
		.department_count = c->figures->department_count,
		.page_url = c->request->page_url,
		.pages = (size_t)c->recipe->pages};
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
	if (!scope_fits(c.recipe, rq, e) || !(c.recipe->sheet ? sheet_of(&c, e) : figures_of(&c, e)))
		return false;
	places_fill(&c);
	if (!blocks_make(&c, e))
		return false;
	*out = report_of(&c);
	return true;
}
