#include "report/block.h"

#include <string.h>

#include "store/cycle/cycle_settings.h"
#include "store/keep/retained.h"

static const struct block_kind kinds[] = {
	{"letter", block_letter, true, ABOUT_ANY},
	{"approval", block_approval, true, ABOUT_ANY},
	{"text", block_text, false, ABOUT_ANY},
	{"overview", block_overview, false, ABOUT_CYCLE},
	{"progress", block_progress, false, ABOUT_CYCLE},
	{"kinds", block_kinds, true, ABOUT_CYCLE},
	{"measures", block_measures, false, ABOUT_CYCLE},
	{"heat", block_heat, false, ABOUT_CYCLE},
	{"items", block_items, false, ABOUT_CYCLE},
	{"weakest", block_weakest, false, ABOUT_CYCLE},
	{"trend", block_trend, false, ABOUT_CYCLE},
	{"knowledge", block_knowledge, false, ABOUT_CYCLE},
	{"lessons", block_lessons, true, ABOUT_CYCLE},
	{"not_applicable", block_not_applicable, false, ABOUT_CYCLE},
	{"other_sets", block_other_sets, false, ABOUT_CYCLE},
	{"improvement", block_improvement, true, ABOUT_CYCLE},
	{"blank", block_blank, true, ABOUT_ANY},
	{"manager_note", block_manager_note, true, ABOUT_CYCLE},
	{"method", block_method, false, ABOUT_CYCLE},
	{"appendix", block_appendix, false, ABOUT_CYCLE},
	{"agenda", block_agenda, true, ABOUT_CYCLE},
	{"points", block_points, true, ABOUT_CYCLE},
	{"key_figures", block_key_figures, true, ABOUT_CYCLE},
	{"audit_figures", block_audit_figures, true, ABOUT_CYCLE},
	{"two_charts", block_two_charts, true, ABOUT_CYCLE},
	{"listed", block_listed, true, ABOUT_ANY},
	{"unanswered", block_unanswered, true, ABOUT_CYCLE},
	{"na_hidden", block_na_hidden, true, ABOUT_CYCLE},
	{"na_decisions", block_na_decisions, true, ABOUT_CYCLE},
	{"plans", block_plans, true, ABOUT_CYCLE},
	{"plans_before", block_plans_before, true, ABOUT_CYCLE},
	{"findings", block_findings, true, ABOUT_CYCLE | ABOUT_YEAR},
	{"risk_scale", block_risk_scale, true, ABOUT_RISKS},
	{"risk_matrix", block_risk_matrix, true, ABOUT_RISKS},
	{"risks", block_risks, true, ABOUT_RISKS},
	{"policy_comparison", block_policy_comparison, true, ABOUT_REVISION},
	{"practices", block_practices, true, ABOUT_CYCLE},
	{"remarks", block_remarks, true, ABOUT_CYCLE},
	{"sheet_head", block_sheet_head, true, ABOUT_CYCLE},
	{"sheet_items", block_sheet_items, true, ABOUT_CYCLE},
	{"audit_waivers", block_audit_waivers, true, ABOUT_AUDITS},
	{"plan_outline", block_plan_outline, true, ABOUT_PLAN},
	{"plan_targets", block_plan_targets, true, ABOUT_PLAN},
	{"plan_rules", block_plan_rules, true, ABOUT_PLAN},
	{"plan_coverage", block_plan_coverage, false, ABOUT_YEAR},
	{"audit_outline", block_audit_outline, false, ABOUT_AUDITS},
	{"findings_by", block_findings_by, false, ABOUT_YEAR},
	{"findings_age", block_findings_age, false, ABOUT_YEAR},
	{"findings_years", block_findings_years, false, ABOUT_YEAR},
	{"audit_team", block_audit_team, true, ABOUT_AUDITS},
	{"audit_items", block_audit_items, true, ABOUT_AUDITS},
	{"audit_words", block_audit_words, true, ABOUT_AUDITS},
	{"audit_judged", block_audit_judged, false, ABOUT_AUDITS},
	{"audit_good", block_audit_good, true, ABOUT_AUDITS},
	{"audit_unchecked", block_audit_unchecked, true, ABOUT_AUDITS},
	{"audit_findings", block_audit_findings, true, ABOUT_AUDITS},
	{"audit_before", block_audit_before, true, ABOUT_AUDITS},
	{"audit_evidence", block_audit_evidence, true, ABOUT_AUDITS},
	{"audit_samples", block_audit_samples, true, ABOUT_AUDITS},
	{"audit_checklist", block_audit_checklist, true, ABOUT_AUDIT},
	{"audit_papers", block_audit_papers, true, ABOUT_AUDIT},
	{"say_do", block_say_do, false, ABOUT_AUDITS},
	{"finding_facts", block_finding_facts, true, ABOUT_FINDING},
	{"finding_plan", block_finding_plan, true, ABOUT_FINDING},
	{"finding_report", block_finding_report, true, ABOUT_FINDING},
	{"finding_moves", block_finding_moves, true, ABOUT_FINDING},
	{"left_out", block_left_out, true, ABOUT_ANY},
	{"sheet_sign", block_sheet_sign, true, ABOUT_CYCLE},
};

const struct block_kind *
block_find(const char *name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

bool
block_has_tables(const struct block_kind *k)
{
	return k->make != block_letter;
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
		if (c->figures->cycle.id != 0 && strcmp(needs[i].block, name) == 0 &&
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

day_t
today_of(const struct composer *c)
{
	return day_of_instant(c->request->now);
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
		s->heading = placed(c, b->heading);
	s->level = b->level == 0 ? 1 : b->level;
	s->new_page = b->new_page;
	s->beside = b->beside;
	s->paragraphs = ARENA_ARRAY(c->arena, const char *, b->paragraphs_count);
	s->paragraph_count = b->paragraphs_count;
	for (size_t i = 0; i < b->paragraphs_count; i++)
		s->paragraphs[i] = placed(c, b->paragraphs[i]);
	if (b->note != NULL)
		s->note = placed(c, b->note);
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
