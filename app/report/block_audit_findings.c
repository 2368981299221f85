/* Findings of audits in their report: each with what it rests on, and what became of those of earlier years. */
#include "domain/cycle/fiscal.h"
#include "report/about.h"
#include "report/audits.h"
#include "report/readers.h"
#include "store/audit/finding_public.h"
#include "store/audit/working_papers.h"

static const char *
detail(struct composer *c, const char *text)
{
	return for_readers(c, CONTENT_DETAILS, text);
}

/* Anybody may read what a closed one was about, in words written for that; while it is open, it shows where
 * the body is weak. */
bool
finding_title_text(struct composer *c, const struct finding *f, const char **out, struct err *e)
{
	struct finding_public p;
	*out = f->title;
	if (readers_see(c, CONTENT_DETAILS))
		return true;
	*out = f->state == FINDING_CLOSED ? "" : detail(c, f->title);
	return f->state != FINDING_CLOSED || (finding_public_find(c->db, c->arena, f->id, &p, e) &&
						     for_everybody(c, CONTENT_DETAILS, p.title, out, e));
}

static void
finding_facts_fill(struct composer *c, struct grid *g, const struct finding *f)
{
	const struct clause *threat = policy_find(c->policy, f->threat);
	fact_add(c, g, WORD_FINDING_NUMBER, finding_number(c->arena, f));
	fact_add(c, g, WORD_DEPARTMENT, f->department_name);
	fact_add(c, g, WORD_CLAUSE, clause_text(c, f->clause));
	fact_add(c, g, WORD_SEVERITY, say(c, severity_word(f->severity)));
	fact_add(c, g, WORD_AUDIT_FACTS, detail(c, f->facts));
	fact_add(c, g, WORD_AUDIT_DIFFERENCE, detail(c, f->criterion));
	fact_add(c, g, WORD_AUDIT_CAUSE, detail(c, f->cause));
	fact_add(c, g, WORD_THREAT, threat == NULL ? "" : threat->title);
	fact_add(c, g, WORD_AUDIT_EFFECT, detail(c, f->effect));
	fact_add(c, g, WORD_AUDIT_PROPOSAL, detail(c, f->proposal));
	fact_add(c, g, WORD_DUE, f->due_day == 0 ? "" : wareki_day(c->arena, f->due_day));
	if (f->times > 1) {
		struct filling times[] = {{"times", number_text(c->arena, f->times)}};
		fact_add(c, g, WORD_FINDING_AGAIN, text_fill(c->arena, say(c, WORD_FINDING_TIMES), times, 1));
	}
	fact_add(c, g, WORD_STATE, say(c, finding_state_word(f->state)));
}

/* 講じた措置: what was reported to be done. Where nothing was, what was planned, called a plan. Anybody reads what
 * was written for everybody. */
static bool
measure_add(struct composer *c, struct grid *g, const struct finding *f, struct err *e)
{
	struct finding_plan *plans;
	struct finding_report *reports;
	struct finding_public p;
	size_t planned, reported;
	const char *text;
	if (!readers_see(c, CONTENT_DETAILS)) {
		if (!finding_public_find(c->db, c->arena, f->id, &p, e) ||
			!for_everybody(c, CONTENT_DETAILS, p.measure, &text, e))
			return false;
		fact_add(c, g, WORD_MEASURE_TAKEN, text);
		return true;
	}
	if (!finding_plans(c->db, c->arena, f->id, &plans, &planned, e) ||
		!finding_reports(c->db, c->arena, f->id, &reports, &reported, e))
		return false;
	if (reported > 0)
		fact_add(c, g, WORD_MEASURE_TAKEN, reports[0].done);
	else if (planned > 0)
		fact_add(c, g, WORD_PLAN_LASTING, plans[0].measure);
	return true;
}

static bool
findings_of_audits(struct composer *c, struct finding **out, size_t *count, struct err *e)
{
	*out = NULL;
	*count = 0;
	for (size_t a = 0; a < c->audit_count; a++) {
		int64_t *ids;
		size_t n;
		if (!line_findings(c->db, c->arena, c->audits[a].id, NULL, &ids, &n, e))
			return false;
		for (size_t i = 0; i < n; i++) {
			*out = ARENA_PUSH(c->arena, *out, *count);
			if (!finding_find(c->db, c->arena, ids[i], &(*out)[*count], e))
				return false;
			*count += (*out)[*count].state != FINDING_WITHDRAWN;
		}
	}
	return true;
}

static bool
finding_section(struct composer *c, const struct finding *f, struct err *e)
{
	struct grid g = facts_grid(c);
	struct section *s = section_go_on(c);
	const char *title;
	finding_facts_fill(c, &g, f);
	if (!finding_title_text(c, f, &title, e) ||
		(f->state == FINDING_CLOSED && !measure_add(c, &g, f, e)))
		return false;
	s->heading = arena_printf(
		c->arena, "%s%s%s", finding_number(c->arena, f), say(c, WORD_SPACE), title);
	s->level = 3;
	s->table = g.table;
	return true;
}

/* The gravest first, each in a table of its own. */
static bool
finding_sections(struct composer *c, const struct finding *list, size_t count, struct err *e)
{
	for (int severity = 0; severity < SEVERITIES; severity++)
		for (size_t i = 0; i < count; i++)
			if (list[i].severity == (enum finding_severity)severity && !finding_section(c, &list[i], e))
				return false;
	return true;
}

/* Confirmed ones of the year that no audit has raised; and how many were passed on besides. */
static bool
findings_outside(struct composer *c, struct finding **out, size_t *count, int64_t *passed, struct err *e)
{
	const struct finding_filter of_year = {.year = c->figures->cycle.year,
		.department_id = c->request->department_id,
		.state = FINDING_STATES,
		.severity = SEVERITIES};
	size_t all;
	*count = 0;
	*passed = 0;
	if (!findings_list(c->db, c->arena, &of_year, out, &all, e))
		return false;
	for (size_t i = 0; i < all; i++) {
		const struct finding f = (*out)[i];
		int64_t audit;
		const char *item;
		if (!finding_counts(f.state))
			continue;
		if (!line_of_finding(c->db, c->arena, f.id, &audit, &item, e))
			return false;
		if (f.parent_id != 0)
			++*passed;
		else if (audit == 0)
			(*out)[(*count)++] = f;
	}
	return true;
}

static bool
outside_sections(struct composer *c, struct err *e)
{
	struct finding *list;
	size_t count;
	int64_t passed;
	if (!findings_outside(c, &list, &count, &passed, e))
		return false;
	if (count > 0) {
		struct section *s = section_go_on(c);
		s->heading = say(c, WORD_FINDINGS_OUTSIDE);
		s->level = 2;
	}
	if (!finding_sections(c, list, count, e))
		return false;
	if (passed > 0) {
		struct filling f[] = {{"count", number_text(c->arena, passed)}};
		section_go_on(c)->note = text_fill(c->arena, say(c, WORD_FINDINGS_PASSED_ON), f, 1);
	}
	return true;
}

/* Of a year also those that were raised outside its audits, told apart. */
bool
block_audit_findings(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct finding *list;
	size_t count;
	if (!findings_of_audits(c, &list, &count, e))
		return false;
	struct section *s = section_begin(c, b);
	if (count == 0)
		s->note = say(c, WORD_NO_AUDIT_FINDINGS);
	return finding_sections(c, list, count, e) &&
	       (recipe_about(c->recipe) != ABOUT_YEAR || outside_sections(c, e));
}

/* ---- those of earlier years -------------------------------------------------------------------------- */

static bool
before_rows(struct composer *c, struct grid *g, int64_t department_id, struct err *e)
{
	const struct finding_filter filter = {.before_year = c->figures->cycle.year,
		.department_id = department_id,
		.state = FINDING_STATES,
		.severity = SEVERITIES};
	struct finding *list;
	size_t count;
	if (!findings_list(c->db, c->arena, &filter, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct finding *f = &list[i];
		struct table_cell *row = grid_row(g);
		bool overdue = finding_overdue(f->state, f->wait_day, today_of(c));
		row[0].text = finding_number(c->arena, f);
		row[1].text = f->department_name;
		if (!finding_title_text(c, f, &row[2].text, e))
			return false;
		row[3].text = say(c, severity_word(f->severity));
		row[4] = (struct table_cell){.text = say(c, finding_state_word(f->state)), .strong = overdue};
		row[5].text = f->closed_at == 0 ? say(c, WORD_NONE)
						: wareki_day(c->arena, day_of_instant(f->closed_at));
	}
	return true;
}

/* Of an audit those of its department; of a year all there are. */
bool
block_audit_before(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_FINDING_NUMBER), 0.12, ALIGN_LEFT},
		{say(c, WORD_DEPARTMENT), 0.16, ALIGN_LEFT},
		{say(c, WORD_FINDING_TITLE), 0.28, ALIGN_LEFT},
		{say(c, WORD_SEVERITY), 0.15, ALIGN_LEFT},
		{say(c, WORD_STATE), 0.12, ALIGN_LEFT},
		{say(c, WORD_CLOSED_DAY), 0.17, ALIGN_LEFT},
	};
	const bool year = recipe_about(c->recipe) == ABOUT_YEAR;
	struct section *s = section_begin(c, b);
	struct grid g = grid_create(c, columns, 6);
	if (year && !before_rows(c, &g, c->request->department_id, e))
		return false;
	for (size_t a = 0; a < c->audit_count && !year; a++)
		if (!before_rows(c, &g, c->audits[a].department_id, e))
			return false;
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_FINDINGS_BEFORE);
	return true;
}

/* ---- the papers of one ---------------------------------------------------------------------------------- */

bool
block_finding_facts(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct grid g = facts_grid(c);
	fact_add(c, &g, WORD_FINDING_TITLE, c->finding->title);
	finding_facts_fill(c, &g, c->finding);
	section_begin(c, b)->table = g.table;
	return true;
}

static const char *
yes_text(const struct composer *c, bool yes)
{
	return say(c, yes ? WORD_NEEDED : WORD_NOT_NEEDED);
}

bool
block_finding_plan(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct finding_plan *list;
	size_t count;
	if (!finding_plans(c->db, c->arena, c->finding->id, &list, &count, e))
		return false;
	struct section *s = section_begin(c, b);
	if (count == 0) {
		s->note = say(c, WORD_NO_PLAN);
		return true;
	}
	struct grid g = facts_grid(c);
	fact_add(c, &g, WORD_PLAN_STOPGAP, list[0].stopgap);
	fact_add(c, &g, WORD_AUDIT_CAUSE, list[0].cause);
	fact_add(c, &g, WORD_PLAN_LASTING, list[0].measure);
	fact_add(c, &g, WORD_PLAN_SPREAD, yes_text(c, list[0].spread));
	fact_add(c, &g, WORD_PLAN_BUDGET, yes_text(c, list[0].budget));
	fact_add(c, &g, WORD_OWNER, list[0].owner_name);
	fact_add(c, &g, WORD_DUE, wareki_day(c->arena, list[0].due_day));
	fact_add(c, &g, WORD_FILED_BY, list[0].who);
	fact_add(c, &g, WORD_FILED_DAY, wareki_day(c->arena, day_of_instant(list[0].at)));
	s->table = g.table;
	return true;
}

bool
block_finding_report(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct finding_report *list;
	size_t count;
	if (!finding_reports(c->db, c->arena, c->finding->id, &list, &count, e))
		return false;
	struct section *s = section_begin(c, b);
	if (count == 0) {
		s->note = say(c, WORD_NO_REPORT);
		return true;
	}
	struct grid g = facts_grid(c);
	fact_add(c, &g, WORD_REPORT_DAY, wareki_day(c->arena, list[0].day));
	fact_add(c, &g, WORD_REPORT_DONE, list[0].done);
	fact_add(c, &g, WORD_REPORT_EFFECT, list[0].effect);
	fact_add(c, &g, WORD_REPORT_REMAINING, list[0].remaining);
	fact_add(c, &g, WORD_FILED_BY, list[0].who);
	fact_add(c, &g, WORD_FILED_DAY, wareki_day(c->arena, day_of_instant(list[0].at)));
	s->table = g.table;
	return true;
}

/* What was passed on begins with that; whose finding it was is not for the department to know. */
static void
passed_row(struct composer *c, struct grid *g, const struct finding *f)
{
	struct table_cell *row = grid_row(g);
	row[0].text = wareki_day(c->arena, day_of_instant(f->raised_at));
	row[1].text = f->raised_name;
	row[2].text = say(c, finding_state_word(FINDING_PLANNING));
	row[3].text = say(c, WORD_MOVED_PASSED_ON);
}

/* Every decision about it, as it was taken. */
bool
block_finding_moves(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_MOVED_DAY), 0.2, ALIGN_LEFT},
		{say(c, WORD_MOVED_BY), 0.18, ALIGN_LEFT},
		{say(c, WORD_STATE), 0.16, ALIGN_LEFT},
		{say(c, WORD_MOVED_REASON), 0.46, ALIGN_LEFT},
	};
	struct finding_moved *list;
	size_t count;
	if (!finding_moves_of(c->db, c->arena, c->finding->id, &list, &count, e))
		return false;
	struct grid g = grid_create(c, columns, 4);
	if (c->finding->parent_id != 0)
		passed_row(c, &g, c->finding);
	for (size_t i = count; i-- > 0;) {
		struct table_cell *row = grid_row(&g);
		row[0].text = wareki_day(c->arena, day_of_instant(list[i].at));
		row[1].text = list[i].who;
		row[2].text = say(c, finding_state_word(list[i].to));
		row[3].text = list[i].reason;
	}
	struct section *s = section_begin(c, b);
	if (g.table->row_count > 0)
		s->table = g.table;
	return true;
}
