#include "report/block.h"

#include <string.h>

#include "store/cycle/cycle_settings.h"
#include "store/keep/retained.h"

static const struct block_kind kinds[] = {
	{"letter", block_letter, true},
	{"approval", block_approval, true},
	{"text", block_text, false},
	{"overview", block_overview, false},
	{"progress", block_progress, false},
	{"kinds", block_kinds, true},
	{"measures", block_measures, false},
	{"heat", block_heat, false},
	{"items", block_items, false},
	{"weakest", block_weakest, false},
	{"trend", block_trend, false},
	{"knowledge", block_knowledge, false},
	{"lessons", block_lessons, true},
	{"not_applicable", block_not_applicable, false},
	{"other_sets", block_other_sets, false},
	{"improvement", block_improvement, true},
	{"blank", block_blank, true},
	{"manager_note", block_manager_note, true},
	{"method", block_method, false},
	{"appendix", block_appendix, false},
	{"agenda", block_agenda, true},
	{"points", block_points, true},
	{"key_figures", block_key_figures, true},
	{"two_charts", block_two_charts, true},
	{"listed", block_listed, true},
	{"unanswered", block_unanswered, true},
	{"na_hidden", block_na_hidden, true},
	{"na_decisions", block_na_decisions, true},
	{"plans", block_plans, true},
	{"plans_before", block_plans_before, true},
	{"findings", block_findings, true},
	{"practices", block_practices, true},
	{"remarks", block_remarks, true},
	{"sheet_head", block_sheet_head, true},
	{"sheet_items", block_sheet_items, true},
	{"sheet_sign", block_sheet_sign, true},
};

const struct block_kind *
block_find(const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

size_t
block_names(struct arena *a, const char *const **names)
{
	const size_t count = sizeof kinds / sizeof *kinds;
	const char **out = ARENA_ARRAY(a, const char *, count);
	for (size_t i = 0; i < count; i++)
		out[i] = kinds[i].name;
	*names = out;
	return count;
}

/* Kinds of records (reports/retention.yaml) that they cannot be made without. */
static const struct {
	const char *block, *records;
} needs[] = {
	{"kinds", "sheets"},
	{"unanswered", "sheets"},
	{"remarks", "sheets"},
	{"remarks", "decisions"},
	{"na_decisions", "decisions"},
	{"improvement", "plans"},
	{"plans", "plans"},
	{"practices", "plans"},
};

bool
block_possible(struct composer *c, const char *name, struct err *e)
{
	for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
		if (strcmp(needs[i].block, name) == 0 &&
			!records_there(c->db, c->arena, c->figures->cycle.id, needs[i].records, e))
			return false;
	return true;
}

const char *
say(const struct composer *c, enum word w)
{
	return lexicon_text(c->lexicon, w);
}

const char *
decided(const struct composer *c, const char *key)
{
	return cycle_setting_text(c->db, c->arena, &c->figures->cycle, key);
}

int
decided_number(const struct composer *c, const char *key)
{
	return cycle_setting_number(c->db, &c->figures->cycle, key);
}

const char *
say_unit(const struct composer *c, enum unit unit)
{
	static const enum word units[] = {
		[UNIT_PERSON] = WORD_UNIT_PERSON,
		[UNIT_DEPARTMENT] = WORD_UNIT_DEPARTMENT,
		[UNIT_SYSTEM] = WORD_UNIT_SYSTEM,
		[UNIT_CONTRACT] = WORD_UNIT_CONTRACT,
		[UNIT_ACCOUNT] = WORD_UNIT_ACCOUNT,
		[UNIT_FACILITY] = WORD_UNIT_FACILITY,
		[UNIT_BODY] = WORD_UNIT_BODY,
		[UNIT_ENGAGEMENT] = WORD_UNIT_ENGAGEMENT,
	};
	return say(c, units[unit]);
}

const char *
say_of(const struct composer *c, enum word people, enum word others)
{
	enum unit unit = c->figures->set->unit;
	struct filling f[] = {{"unit", say_unit(c, unit)}};
	return text_fill(c->arena, say(c, unit == UNIT_PERSON ? people : others), f, 1);
}

bool
subject_is_body(const struct composer *c)
{
	return c->figures->subject == &c->figures->body;
}

struct section *
section_go_on(struct composer *c)
{
	c->sections = ARENA_PUSH(c->arena, c->sections, c->section_count);
	c->sections[c->section_count] = (struct section){.half = c->half};
	return &c->sections[c->section_count++];
}

struct section *
section_begin(struct composer *c, const struct recipe_block *b)
{
	struct section *s = section_go_on(c);
	if (b->heading != NULL)
		s->heading = text_fill(c->arena, b->heading, c->places, c->place_count);
	s->level = b->level == 0 ? 1 : b->level;
	s->new_page = b->new_page;
	s->beside = b->beside;
	s->paragraphs = ARENA_ARRAY(c->arena, const char *, b->paragraphs_count);
	s->paragraph_count = b->paragraphs_count;
	for (size_t i = 0; i < b->paragraphs_count; i++)
		s->paragraphs[i] = text_fill(c->arena, b->paragraphs[i], c->places, c->place_count);
	if (b->note != NULL)
		s->note = text_fill(c->arena, b->note, c->places, c->place_count);
	return s;
}

bool
block_text(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	section_begin(c, b);
	return true;
}

double
chart_width(const struct composer *c, const struct recipe_block *b)
{
	return b->beside && c->request->base_url == NULL ? c->width * 0.44 : c->width;
}

struct department_range
departments_shown(const struct composer *c)
{
	size_t all = c->figures->department_count, page = c->request->page > 0 ? c->request->page - 1 : 0;
	if (c->request->base_url == NULL || all <= REPORT_DEPARTMENTS)
		return (struct department_range){0, all};
	size_t last = (all - 1) / REPORT_DEPARTMENTS;
	size_t first = (page < last ? page : last) * REPORT_DEPARTMENTS;
	return (struct department_range){
		first, first + REPORT_DEPARTMENTS < all ? first + REPORT_DEPARTMENTS : all};
}

void
charts_make(
	struct composer *c, struct section *s, size_t rows, size_t most, chart_maker *make, const void *with)
{
	if (c->request->base_url == NULL)
		most = rows;
	for (size_t from = 0, count; from < rows; from += count) {
		count = rows - from < most ? rows - from : most;
		if (from > 0)
			s = section_go_on(c);
		s->chart = make(c, with, from, count);
	}
}
