#include "report/report.h"

#include <string.h>

#include "base/words.h"
#include "report/about.h"
#include "report/readers.h"
#include "report/paper.h"
#include "report/policy_cited.h"
#include "report/shelf.h"

#define PAGE_CHART_WIDTH 320.0 /* of the narrowest screen; the style sheet lets it grow */

const char *const reader_keys[READERS_COUNT] = {
	[READERS_FULL] = "full", [READERS_AUDITEE] = "auditee", [READERS_PUBLIC] = "public"};

const char *
readers_key(enum readers r)
{
	return reader_keys[r];
}

enum readers
readers_of(const char *key)
{
	size_t r = 0;
	while (r < READERS_COUNT && strcmp(reader_keys[r], key) != 0)
		r++;
	return (enum readers)r;
}

bool
recipe_of_cycle(const struct recipe_name *r)
{
	const struct topic about = {r->about, 0};
	return topic_is_cycle(&about);
}

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
		(*out)[i] = (struct recipe_name){.name = r->name,
			.title = r->title,
			.department = r->department,
			.body = r->body,
			.paper = r->paper,
			.page = r->page,
			.sheet = r->sheet,
			.numbered = r->numbered,
			.about = r->about == NULL ? topic_cycle(0).about : r->about,
			.settles = r->settles,
			.guarded = r->guarded,
			.told = r->told};
		for (size_t k = 0; k < r->blocks_count; k++)
			(*out)[i].tables |= block_has_tables(block_find(r->blocks[k].block));
		for (size_t k = 0; k < r->readers_count; k++)
			(*out)[i].readers[readers_of(r->readers[k])] = true;
	}
	return true;
}

bool
recipes_check(struct err *e)
{
	return shelf_get(e) != NULL;
}

static bool
recipe_reads(const struct recipe *r, enum readers readers)
{
	for (size_t i = 0; i < r->readers_count; i++)
		if (readers_of(r->readers[i]) == readers)
			return true;
	return false;
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
	if (rq->readers != READERS_FULL && !recipe_reads(r, rq->readers))
		return err_set(e, ERR_INPUT, _("%s has no edition for these readers"), r->name);
	if (r->about != NULL && rq->about_id == 0)
		return err_set(e, ERR_INPUT, _("%s is about one of several: name it"), r->name);
	if (r->sheet || (r->about != NULL && !about_find(r->about)->department))
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

bool
report_set(struct store *s, struct arena *a, const char *recipe, int64_t cycle_id, const char **set,
	struct err *e)
{
	const struct shelf *shelf = shelf_get(e);
	struct db *db = store_reader(s, e);
	if (shelf == NULL || db == NULL)
		return false;
	const struct recipe *r = shelf_paper(shelf, a, recipe, e);
	if (r == NULL)
		return false;
	return about_set(db, a, r, cycle_id, set, e);
}

bool
report_about(struct store *s, struct arena *a, const char *recipe, const char *name, int64_t *id,
	struct err *e)
{
	const struct shelf *shelf = shelf_get(e);
	struct db *db = store_reader(s, e);
	if (shelf == NULL || db == NULL)
		return false;
	const struct recipe *r = shelf_paper(shelf, a, recipe, e);
	if (r == NULL)
		return false;
	if (r->about == NULL)
		return err_set(e, ERR_INPUT, _("%s is about a cycle"), r->name);
	return about_find(r->about)->named(db, a, name, id, e);
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
report_of(struct composer *c)
{
	const struct document *d = c->request->document;
	struct department_range range = departments_shown(c);
	const char *title = placed(c, c->recipe->heading);
	const char *foot = c->recipe->foot == NULL ? NULL : placed(c, c->recipe->foot);
	return (struct report){.name = c->recipe->name,
		.title = title,
		.label = c->request->readers == READERS_PUBLIC ? say(c, WORD_PUBLIC_LABEL)
							     : decided(c, "confidentiality_label"),
		.subject = c->figures->subject->name,
		.lexicon = c->lexicon,
		.edition = d != NULL ? d->edition : c->standing.edition,
		.number = d != NULL ? document_number_text(c->arena, c->lexicon, d) : "",
		.reason = d != NULL ? d->reason : "",
		.foot = foot,
		.draft = c->recipe->numbered && (!c->standing.settled || c->request->unissued),
		.issued_by = c->request->readers == READERS_PUBLIC ? "" : c->request->issued_by,
		.issued = c->request->now,
		.sections = c->sections,
		.section_count = c->section_count,
		.first_department = range.first,
		.last_department = range.end,
		.department_count = c->figures->department_count,
		.page_url = c->request->page_url,
		.pages = (size_t)c->recipe->pages,
		.landscape = c->recipe->landscape,
		.left_out = left_out_text(c)};
}

/* Of a sheet nothing is settled or not: it is as it was answered. */
static bool
subject_load(struct composer *c, struct err *e)
{
	const struct about_kind *kind = about_find(
		c->recipe->about == NULL ? topic_cycle(0).about : c->recipe->about);
	struct topic about = request_topic(c->recipe, c->request);
	if (!kind->load(c, e) || !policy_cite(c, e))
		return false;
	if (c->recipe->sheet)
		about.id = c->figures->cycle.id;
	c->standing.edition = 1;
	if (c->recipe->about != NULL && c->recipe->settles == NULL)
		return true;
	if (!topic_standing(c->db, c->arena, &about, c->recipe->settles, &c->standing, e))
		return false;
	return !c->standing.gone || err_set(e, ERR_GONE, _("part of what %s would show was disposed of"),
					    c->recipe->title);
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
		.recipe = rq->base_url == NULL ? shelf_paper(shelf, a, rq->name, e)
					       : shelf_page(shelf, a, rq->name, e),
		.lexicon = shelf->lexicon,
		.width = PAGE_CHART_WIDTH};
	if (c.db == NULL || c.recipe == NULL)
		return false;
	if (rq->base_url == NULL)
		c.width = paper_inner(c.recipe->landscape);
	if (!scope_fits(c.recipe, rq, e) || !subject_load(&c, e))
		return false;
	if (!blocks_make(&c, e))
		return false;
	*out = report_of(&c);
	return true;
}
