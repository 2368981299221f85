/*
 * 自己申告と監査の差 (A693): per audited department and clause, what staff said of themselves,
 * what the manager said of the department, and what the auditor found. What was said is the
 * snapshot beside the checklist: withheld there, withheld here.
 */
#include <string.h>

#include "report/audits.h"
#include "report/readers.h"
#include "store/audit/line_answers.h"

struct said {
	struct figure staff, manager, found;
	bool asked_staff, asked_manager;
};

static const char *
audience_of(struct composer *c, const char *set_key)
{
	const struct bank *b = store_bank(c->store);
	for (size_t i = 0; i < b->count; i++)
		if (strcmp(b->sets[i]->key, set_key) == 0)
			return b->sets[i]->audience;
	return "";
}

/* One withheld question withholds the clause: the others' sum would tell it. */
static void
answer_pool(struct figure *to, bool *asked, const struct line_answer *a)
{
	*asked = true;
	to->hidden = to->hidden || a->hidden;
	to->rate.numerator += a->done.numerator;
	to->rate.denominator += a->done.denominator;
	if (to->hidden)
		to->rate = (struct rate){0};
}

static bool
said_read(struct composer *c, size_t a, const char *clause, struct said *out, struct err *e)
{
	struct line_answer *list;
	size_t count;
	struct lines_counted n = audits_counted(c, a, clause);
	long numerator, denominator;
	*out = (struct said){0};
	if (!line_answers_list(c->db, c->arena, c->audits[a].id, clause, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *audience = audience_of(c, list[i].set_key);
		if (strcmp(audience, "ALL") == 0)
			answer_pool(&out->staff, &out->asked_staff, &list[i]);
		else if (strcmp(audience, "MGR") == 0)
			answer_pool(&out->manager, &out->asked_manager, &list[i]);
	}
	judged_rate(&n.judged, &numerator, &denominator);
	out->found.rate = (struct rate){.numerator = numerator, .denominator = denominator};
	return true;
}

static const char *
rate_cell(struct composer *c, const struct figure *f)
{
	if (f->hidden || f->rate.denominator == 0)
		return percent_text(c, f);
	return arena_printf(c->arena, "%s\n%s", percent_text(c, f), fraction_text(c, f));
}

static const char *
said_cell(struct composer *c, const struct figure *f, bool asked)
{
	return asked ? for_readers(c, CONTENT_SELF_CHECK, rate_cell(c, f)) : say(c, WORD_NONE);
}

static bool
say_do_rows(struct composer *c, struct grid *g, size_t a, struct err *e)
{
	for (const char *const *clause = audits_clauses(c); *clause != NULL; clause++) {
		struct said s;
		if (audits_counted(c, a, *clause).lines == 0)
			continue;
		if (!said_read(c, a, *clause, &s, e))
			return false;
		struct table_cell *row = grid_row(g);
		row[0].text = audit_caption(c, a);
		row[1].text = clause_text(c, *clause);
		row[2].text = said_cell(c, &s.staff, s.asked_staff);
		row[3].text = said_cell(c, &s.manager, s.asked_manager);
		row[4].text = rate_cell(c, &s.found);
		row[5].text = s.asked_staff ? for_readers(c, CONTENT_SELF_CHECK,
						      difference_text(c, &s.staff, &s.found))
					    : say(c, WORD_NONE);
	}
	return true;
}

bool
block_say_do(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_DEPARTMENT), 0.26, ALIGN_LEFT},
		{say(c, WORD_MEASURE), 0.09, ALIGN_LEFT},
		{say(c, WORD_SAID_STAFF), 0.18, ALIGN_RIGHT},
		{say(c, WORD_SAID_MANAGER), 0.18, ALIGN_RIGHT},
		{say(c, WORD_CONFORMITY), 0.13, ALIGN_RIGHT},
		{say(c, WORD_GAP), 0.16, ALIGN_RIGHT},
	};
	struct section *s = section_begin(c, b);
	struct grid g = grid_create(c, columns, 6);
	for (size_t a = 0; a < c->audit_count; a++)
		if (!say_do_rows(c, &g, a, e))
			return false;
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, no_lines_word(c));
	return true;
}
