/* The checklist of an audit on paper, its working papers (監査調書), evidence and samples. */
#include <string.h>

#include "domain/cycle/fiscal.h"
#include "report/audits.h"
#include "report/readers.h"
#include "store/audit/line_answers.h"
#include "store/audit/line_evidence.h"
#include "store/audit/line_samples.h"
#include "store/audit/working_papers.h"

/* ---- what stands beside a line ---------------------------------------------------------------------- */

static const char *
joined(struct composer *c, const char *before, const char *more)
{
	return before[0] == '\0' ? more : arena_printf(c->arena, "%s\n%s", before, more);
}

static const char *
answer_text(struct composer *c, const struct line_answer *a)
{
	const struct figure done = {.rate = a->done, .hidden = a->hidden};
	struct filling f[] = {{"item", a->question}, {"rate", percent_text(c, &done)},
		{"n", number_text(c->arena, a->answered)}};
	return text_fill(c->arena, say(c, a->hidden ? WORD_SELF_CHECK_HIDDEN : WORD_SELF_CHECK_RATE), f, 3);
}

/* Of the clause, as they were when the checklist was fixed. */
static bool
answers_text(struct composer *c, const struct line *l, const char **out, struct err *e)
{
	struct line_answer *list;
	size_t count;
	*out = "";
	if (!line_answers_list(c->db, c->arena, l->engagement_id, l->clause, &list, &count, e))
		return false;
	if (count > 0 && !readers_see(c, CONTENT_SELF_CHECK)) {
		*out = for_readers(c, CONTENT_SELF_CHECK, list[0].question);
		return true;
	}
	for (size_t i = 0; i < count; i++)
		*out = joined(c, *out, answer_text(c, &list[i]));
	return true;
}

static bool
evidence_text(struct composer *c, const struct line *l, bool names, const char **out, struct err *e)
{
	struct line_evidence *list;
	size_t count;
	*out = "";
	if (!line_evidence_list(c->db, c->arena, l->engagement_id, l->item, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct filling f[] = {{"number", list[i].number}, {"name", list[i].name},
			{"edition", list[i].edition}, {"place", list[i].place}};
		*out = joined(c, *out,
			names ? text_fill(c->arena, say(c, WORD_EVIDENCE_LINE), f, 4) : list[i].number);
	}
	*out = for_readers(c, CONTENT_EVIDENCE, *out);
	return true;
}

static bool
findings_text(struct composer *c, const struct line *l, const char **out, struct err *e)
{
	int64_t *list;
	size_t count;
	*out = "";
	if (!line_findings(c->db, c->arena, l->engagement_id, l->item, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct finding f;
		if (!finding_find(c->db, c->arena, list[i], &f, e))
			return false;
		if (f.state != FINDING_WITHDRAWN)
			*out = joined(c, *out, finding_number(c->arena, &f));
	}
	return true;
}

/* ---- checklist --------------------------------------------------------------------------------------- */

static bool
checklist_row(struct composer *c, struct grid *g, const struct line *l, const struct line *above, struct err *e)
{
	struct table_cell *row = grid_row(g);
	const char *findings;
	row[0].text = l->item;
	row[1].text = clause_text(c, l->clause);
	row[2].text = l->priority ? say(c, WORD_PRIORITY_MARK) : "";
	row[3].text = l->text;
	row[4].text = joined(c, l->paper.texts[PAPER_METHODS][0] != '\0' ? l->paper.texts[PAPER_METHODS] : l->methods, l->help);
	row[7].text = judgement_text(c, l->paper.judgement);
	if (!evidence_text(c, l, false, &row[8].text, e) || !findings_text(c, l, &findings, e))
		return false;
	row[5].text = for_readers(c, CONTENT_PEOPLE, l->paper.texts[PAPER_MET]);
	row[9].text = joined(c, l->paper.texts[PAPER_FACTS], findings);
	if (above == NULL || strcmp(above->clause, l->clause) != 0)
		return answers_text(c, l, &row[6].text, e);
	row[6].text = say(c, WORD_SAME);
	return answers_text(c, l, &row[6].whole, e);
}

/* On its side, A4: ten columns, whose titles stand on every page. */
bool
block_audit_checklist(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.05, ALIGN_LEFT},
		{say(c, WORD_MEASURE), 0.05, ALIGN_LEFT},
		{say(c, WORD_PRIORITY_HEAD), 0.05, ALIGN_CENTRE},
		{say(c, WORD_AUDIT_ITEM), 0.16, ALIGN_LEFT},
		{say(c, WORD_AUDIT_HOW), 0.17, ALIGN_LEFT},
		{say(c, WORD_AUDIT_MET), 0.07, ALIGN_LEFT},
		{say(c, WORD_SELF_CHECK), 0.13, ALIGN_LEFT},
		{say(c, WORD_JUDGEMENT), 0.09, ALIGN_LEFT},
		{say(c, WORD_EVIDENCE_NUMBER), 0.12, ALIGN_LEFT},
		{say(c, WORD_AUDIT_REMARKS), 0.11, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	const struct audit_lines *lines = &c->lines[0];
	for (size_t i = 0; i < lines->count; i++)
		if (!checklist_row(c, &g, &lines->list[i], i == 0 ? NULL : &lines->list[i - 1], e))
			return false;
	struct section *s = section_begin(c, b);
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_LINES);
	return true;
}

/* ---- working papers -------------------------------------------------------------------------------------- */

static const char *
confirmed_text(struct composer *c, const struct line *l)
{
	struct filling f[] = {{"by", l->confirmed_by}, {"day", wareki_day(c->arena, l->confirmed_day)},
		{"note", l->confirmed_note}};
	if (l->confirmed[0] == '\0')
		return "";
	return text_fill(c->arena,
		say(c, strcmp(l->confirmed, "agreed") == 0 ? WORD_CONFIRMED_AGREED : WORD_CONFIRMED_OBJECTS), f, 3);
}

static const char *
reviewed_text(struct composer *c, const struct line *l)
{
	struct filling f[] = {
		{"by", l->reviewed_name}, {"day", wareki_day(c->arena, day_of_instant(l->reviewed_at))}};
	return l->reviewed_at == 0 ? "" : text_fill(c->arena, say(c, WORD_REVIEWED), f, 2);
}

static const char *
judged_text(struct composer *c, const struct line *l)
{
	const char *out = judgement_text(c, l->paper.judgement);
	if (l->paper.recommended)
		out = joined(c, out, say(c, WORD_MARK_RECOMMENDED));
	return l->paper.good ? joined(c, out, say(c, WORD_MARK_GOOD)) : out;
}

static bool
paper_table_fill(struct composer *c, struct grid *g, const struct line *l, struct err *e)
{
	static const struct {
		enum word name;
		enum paper_text text;
	} texts[] = {{WORD_AUDIT_METHODS, PAPER_METHODS}, {WORD_AUDIT_PLACE, PAPER_PLACE},
		{WORD_AUDIT_MET, PAPER_MET}, {WORD_AUDIT_DONE, PAPER_DONE}, {WORD_AUDIT_FACTS, PAPER_FACTS},
		{WORD_AUDIT_DIFFERENCE, PAPER_DIFFERENCE}, {WORD_AUDIT_CAUSE, PAPER_CAUSE},
		{WORD_AUDIT_EFFECT, PAPER_EFFECT}, {WORD_AUDIT_PROPOSAL, PAPER_PROPOSAL}};
	const char *answers, *evidence, *findings;
	if (!answers_text(c, l, &answers, e) || !evidence_text(c, l, true, &evidence, e) ||
		!findings_text(c, l, &findings, e))
		return false;
	fact_add(c, g, WORD_CLAUSE, clause_text(c, l->clause));
	fact_add(c, g, WORD_SELF_CHECK, answers);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		fact_add(c, g, texts[i].name, l->paper.texts[texts[i].text]);
	fact_add(c, g, WORD_JUDGEMENT, judged_text(c, l));
	if (l->paper.texts[PAPER_REASON][0] != '\0')
		fact_add(c, g, WORD_AUDIT_REASON, l->paper.texts[PAPER_REASON]);
	fact_add(c, g, WORD_EVIDENCE, evidence);
	fact_add(c, g, WORD_FINDING_NUMBER, findings);
	fact_add(c, g, WORD_AUDITOR, l->made_name);
	fact_add(c, g, WORD_CONFIRMATION, confirmed_text(c, l));
	fact_add(c, g, WORD_REVIEW, for_readers(c, CONTENT_REVIEWS, reviewed_text(c, l)));
	return true;
}

bool
block_audit_papers(struct composer *c, const struct recipe_block *b, struct err *e)
{
	size_t papers = 0;
	struct section *s = section_begin(c, b);
	for (size_t i = 0; i < c->lines[0].count; i++) {
		const struct line *l = &c->lines[0].list[i];
		if (l->made_by == 0)
			continue;
		if (papers++ > 0)
			s = section_go_on(c);
		struct grid g = facts_grid(c);
		s->heading = arena_printf(c->arena, "%s%s%s", l->item, say(c, WORD_SPACE), l->text);
		s->level = 2;
		if (!paper_table_fill(c, &g, l, e))
			return false;
		s->table = g.table;
		s->new_page = papers > 1;
	}
	if (papers == 0)
		s->note = say(c, WORD_NO_PAPERS);
	return true;
}

/* ---- evidence, samples --------------------------------------------------------------------------------- */

static void
evidence_row(struct composer *c, struct grid *g, const struct line_evidence *v)
{
	struct table_cell *row = grid_row(g);
	struct filling named[] = {{"title", v->name}, {"unit", v->edition}};
	row[0].text = v->number;
	row[1].text = v->edition[0] == '\0' ? v->name
					    : text_fill(c->arena, say(c, WORD_TITLE_UNIT), named, 2);
	row[2].text = v->place;
	row[3].text = v->digest;
}

bool
block_audit_evidence(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_EVIDENCE_NUMBER), 0.2, ALIGN_LEFT},
		{say(c, WORD_EVIDENCE), 0.3, ALIGN_LEFT},
		{say(c, WORD_EVIDENCE_PLACE), 0.22, ALIGN_LEFT},
		{say(c, WORD_EVIDENCE_DIGEST), 0.28, ALIGN_LEFT},
	};
	struct section *s = section_begin(c, b);
	struct grid g = grid_create(c, columns, 4);
	for (size_t a = 0; a < c->audit_count; a++) {
		struct line_evidence *list;
		size_t count;
		if (!line_evidence_list(c->db, c->arena, c->audits[a].id, NULL, &list, &count, e))
			return false;
		for (size_t i = 0; i < count; i++)
			if (readers_see(c, CONTENT_EVIDENCE))
				evidence_row(c, &g, &list[i]);
			else
				left_out(c, CONTENT_EVIDENCE);
	}
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, readers_see(c, CONTENT_EVIDENCE) ? WORD_NO_EVIDENCE : WORD_LEFT_OUT);
	return true;
}

static const char *
drawn_text(struct composer *c, const struct line_sample *m)
{
	struct buf all = BUF_INIT;
	for (size_t i = 0; i < m->count; i++) {
		const char *name = m->units[i].name;
		buf_addf(&all, "%s%s%s%s", i == 0 ? "" : "\n", m->units[i].key,
			name[0] == '\0' ? "" : say(c, WORD_SPACE), name);
	}
	const char *out = arena_strndup(c->arena, all.data, all.length);
	buf_free(&all);
	return out;
}

static enum word
method_word(const char *method)
{
	static const enum word words[SAMPLING_METHODS] = {
		WORD_SAMPLE_SIMPLE, WORD_SAMPLE_SYSTEMATIC, WORD_SAMPLE_STRATIFIED};
	enum sampling_method m = sampling_method_of(method);
	return words[m < SAMPLING_METHODS ? m : SAMPLING_SIMPLE];
}

/* Whoever has the population draws the same units from this (tenken sample). */
static bool
samples_of(struct composer *c, const struct recipe_block *b, size_t a, size_t *drawn, struct err *e)
{
	struct line_sample *list;
	size_t count;
	if (!line_samples_list(c->db, c->arena, c->audits[a].id, NULL, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct line_sample *m = &list[i];
		if (!readers_see(c, CONTENT_EVIDENCE)) {
			left_out(c, CONTENT_EVIDENCE);
			continue;
		}
		struct section *s = (*drawn)++ == 0 ? section_begin(c, b) : section_go_on(c);
		struct grid g = facts_grid(c);
		fact_add(c, &g, WORD_NUMBER, m->item);
		fact_add(c, &g, WORD_SAMPLE_SOURCE, m->source);
		fact_add(c, &g, WORD_SAMPLE_POPULATION, number_text(c->arena, m->population));
		fact_add(c, &g, WORD_SAMPLE_DIGEST, m->population_sha256);
		fact_add(c, &g, WORD_SAMPLE_METHOD, say(c, method_word(m->method)));
		fact_add(c, &g, WORD_SAMPLE_SIZE, number_text(c->arena, m->size));
		fact_add(c, &g, WORD_SAMPLE_SEED, m->seed);
		fact_add(c, &g, WORD_SAMPLE_ALGORITHM, m->algorithm);
		fact_add(c, &g, WORD_SAMPLE_DRAWN, drawn_text(c, m));
		s->table = g.table;
	}
	return true;
}

bool
block_audit_samples(struct composer *c, const struct recipe_block *b, struct err *e)
{
	size_t drawn = 0;
	for (size_t a = 0; a < c->audit_count; a++)
		if (!samples_of(c, b, a, &drawn, e))
			return false;
	return true;
}
