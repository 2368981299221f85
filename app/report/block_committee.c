/* What a committee is handed: the subject, three points, key figures, two charts side by side, lists. */
#include "report/block.h"

#include <string.h>

bool
block_agenda(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct agenda *g = ARENA_NEW(c->arena, struct agenda);
	*g = (struct agenda){.committee = decided(c, "committee"),
		.mark = decided(c, "committee_collect"),
		.date = placed(c, say(c, WORD_LETTER_DATE)),
		.sender = decided(c, "sender"),
		.title = placed(c, b->title == NULL ? "" : b->title)};
	section_go_on(c)->agenda = g;
	return true;
}

/* The year just before this one; NULL when nothing is known of it. */
static const struct year_figures *
last_year(const struct figures *f)
{
	if (f->year_count < 2)
		return NULL;
	const struct year_figures *y = &f->years[f->year_count - 2];
	return y->present && y->year == f->cycle.year - 1 ? y : NULL;
}

static struct figure
response_now(const struct figures *f)
{
	const struct progress_row *p = &f->subject->progress;
	return (struct figure){.rate = {.numerator = p->submitted, .denominator = p->asked}};
}

/* ---- three points -------------------------------------------------------------------------- */

static const char *
point_answering(struct composer *c)
{
	const struct figures *f = c->figures;
	const struct year_figures *before = last_year(f);
	struct figure none = {{0}, false}, now = response_now(f);
	struct filling fillings[] = {{"in_all", c->figures->by_post ? say(c, WORD_IN_ALL) : ""},
		{"asked", number_text(c->arena, f->subject->progress.asked)},
		{"submitted", number_text(c->arena, f->subject->progress.submitted)},
		{"rate", percent_text(c, &now)},
		{"before", percent_text(c, before != NULL ? &before->response : &none)}};
	return text_fill(c->arena, say(c, WORD_POINT_ANSWERING), fillings, 5);
}

static const char *
point_results(struct composer *c)
{
	const struct figures *f = c->figures;
	struct filling fillings[] = {{"done", percent_text(c, &f->subject->done)},
		{"points", percent_text(c, &f->subject->points)},
		{"difference", difference_text(c, &f->comparable_now, &f->comparable_before)}};
	return text_fill(c->arena, say(c, WORD_POINT_RESULTS), fillings, 3);
}

/* The weakest measure of those asked about; the measure count when none has a value. */
static size_t
weakest_measure(struct composer *c)
{
	size_t *list, count = measures_asked(c, &list), best = c->figures->measure_count;
	int least = 0;
	for (size_t i = 0; i < count; i++) {
		struct shown s = shown_of(&c->figures->subject->measures[list[i]]);
		if (!s.known || (best < c->figures->measure_count && s.tenths >= least))
			continue;
		best = list[i];
		least = s.tenths;
	}
	return best;
}

static const char *
point_weakness(struct composer *c)
{
	const struct figures *f = c->figures;
	size_t *items, count = weakest_items(c, 1, &items), m = weakest_measure(c);
	if (count == 0 || m == f->measure_count)
		return say(c, WORD_POINT_NO_WEAKNESS);
	const struct item *item = &f->set->items[items[0]];
	struct filling fillings[] = {
		{"measure", arena_printf(c->arena, "%s %s", f->measures[m]->display, f->measures[m]->title)},
		{"measure_points", percent_text(c, &f->subject->measures[m])}, {"id", item->id},
		{"text", item->text}, {"rate", percent_text(c, &f->subject->items[items[0]])}};
	return text_fill(c->arena, say(c, WORD_POINT_WEAKNESS), fillings, 5);
}

bool
block_points(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const char *const points[] = {point_answering(c), point_results(c), point_weakness(c)};
	struct section *s = section_begin(c, b);
	s->numbered = true;
	for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
		s->paragraphs = ARENA_PUSH(c->arena, s->paragraphs, s->paragraph_count);
		s->paragraphs[s->paragraph_count++] = arena_printf(c->arena, "(%zu) %s", i + 1, points[i]);
	}
	return true;
}

/* ---- key figures ----------------------------------------------------------------------------- */

static void
key_row(struct composer *c, struct grid *g, const char *name, const struct figure *before,
	const struct figure *now, const char *difference)
{
	struct table_cell *row = grid_row(g);
	row[0].text = name;
	row[1].text = percent_text(c, before);
	row[2] = (struct table_cell){.text = percent_text(c, now), .strong = true};
	row[3].text = difference;
}

static struct grid
key_grid(struct composer *c)
{
	const struct column columns[] = {{say(c, WORD_INDICATOR), 0.34, ALIGN_LEFT},
		{say(c, WORD_YEAR_BEFORE), 0.2, ALIGN_RIGHT}, {say(c, WORD_YEAR_NOW), 0.2, ALIGN_RIGHT},
		{say(c, WORD_DIFFERENCE), 0.26, ALIGN_RIGHT}};
	return grid_create(c, columns, 4);
}

bool
block_key_figures(struct composer *c, const struct recipe_block *b, struct err *e)
{
	static const struct year_figures unknown;
	const struct figures *f = c->figures;
	const struct year_figures *before = last_year(f) != NULL ? last_year(f) : &unknown;
	struct grid g = key_grid(c);
	struct figure response = response_now(f), improved, improved_last;
	if (!improved_rates(c, &improved, &improved_last, e))
		return false;
	const struct department_figures *d = f->subject;
	key_row(c, &g, say(c, WORD_RESPONSE_RATE), &before->response, &response,
		difference_text(c, &response, &before->response));
	key_row(c, &g, say(c, WORD_DONE_RATE), &before->done, &d->done,
		difference_text(c, &d->done, &before->done));
	key_row(c, &g, say(c, WORD_POINTS_RATE), &before->points, &d->points,
		difference_text(c, &d->points, &before->points));
	key_row(c, &g, say(c, WORD_COMPARABLE_POINTS), &f->comparable_before, &f->comparable_now,
		difference_text(c, &f->comparable_now, &f->comparable_before));
	key_row(c, &g, say(c, WORD_KNOWLEDGE_RATE), &before->knowledge, &d->knowledge,
		difference_text(c, &d->knowledge, &before->knowledge));
	key_row(c, &g, say(c, WORD_IMPROVED_RATE), &improved_last, &improved,
		difference_text(c, &improved, &improved_last));
	section_begin(c, b)->table = g.table;
	return true;
}

/* ---- audits ------------------------------------------------------------------------------------ */

/* Of the audits of a fiscal year whose reports are fixed, and the findings raised in it. */
struct audited_year {
	struct figure conformity, closed;
	int64_t confirmed, spread;
};

static bool
audited_read(struct composer *c, int year, struct audited_year *out, struct err *e)
{
	struct engagement *audits;
	struct finding *findings;
	size_t count, finding_count;
	long numerator, denominator;
	struct judged all = {{0}};
	const struct engagement_filter of_year = {.year = year};
	const struct finding_filter raised = {.year = year, .state = FINDING_STATES, .severity = SEVERITIES};
	if (!engagements_list(c->db, c->arena, &of_year, &audits, &count, e) ||
		!findings_list(c->db, c->arena, &raised, &findings, &finding_count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct line *lines;
		size_t line_count;
		if (!engagement_final(audits[i].state))
			continue;
		if (!lines_list(c->db, c->arena, audits[i].id, &lines, &line_count, e))
			return false;
		struct lines_counted n = lines_count(lines, line_count, NULL);
		for (size_t j = 0; j < JUDGEMENTS; j++)
			all.of[j] += n.judged.of[j];
	}
	judged_rate(&all, &numerator, &denominator);
	struct finding_counts n = findings_count(findings, finding_count, today_of(c));
	*out = (struct audited_year){
		.conformity = {.rate = {.numerator = numerator, .denominator = denominator}},
		.closed = {.rate = {.numerator = n.closed, .denominator = n.confirmed}},
		.confirmed = n.confirmed,
		.spread = n.spread};
	return true;
}

static void
count_row(struct composer *c, struct grid *g, enum word name, int64_t before, int64_t now)
{
	struct table_cell *row = grid_row(g);
	row[0].text = say(c, name);
	row[1].text = number_text(c->arena, before);
	row[2] = (struct table_cell){.text = number_text(c->arena, now), .strong = true};
	row[3].text = say(c, WORD_NONE);
}

static bool
audit_rows(struct composer *c, struct grid *g, struct err *e)
{
	struct audited_year now, before;
	const int year = c->figures->cycle.year;
	if (!audited_read(c, year, &now, e) || !audited_read(c, year - 1, &before, e))
		return false;
	if (now.conformity.rate.denominator + before.conformity.rate.denominator > 0)
		key_row(c, g, say(c, WORD_AUDIT_CONFORMITY), &before.conformity, &now.conformity,
			difference_text(c, &now.conformity, &before.conformity));
	if (now.confirmed + before.confirmed > 0) {
		count_row(c, g, WORD_AUDIT_FINDINGS_COUNT, before.confirmed, now.confirmed);
		key_row(c, g, say(c, WORD_AUDIT_FINDINGS_CLOSED), &before.closed, &now.closed,
			difference_text(c, &now.closed, &before.closed));
	}
	if (now.spread + before.spread > 0)
		count_row(c, g, WORD_AUDIT_FINDINGS_SPREAD, before.spread, now.spread);
	return true;
}

bool
block_audit_figures(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct grid g = key_grid(c);
	if (!audit_rows(c, &g, e))
		return false;
	struct section *s = section_begin(c, b);
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_AUDIT_FIGURES);
	return true;
}

/* ---- two charts ------------------------------------------------------------------------------ */

static void
chart_place(struct composer *c, struct canvas *both, const struct canvas *one, double x, const char *title)
{
	canvas_text(both, FACE_GOTHIC_BOLD, 9, 0, ANCHOR_MIDDLE, x + one->width / 2, 10, title);
	canvas_place(both, one, x, 16 + (both->height - 16 - one->height) / 2);
	both->description = both->description == NULL
				    ? one->description
				    : arena_printf(c->arena, "%s %s", both->description, one->description);
}

bool
block_two_charts(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const double gap = 12, width = (c->width - gap) / 2;
	const struct canvas *left = measures_chart(c, width), *right = trend_chart(c, width);
	double depth = left->height > right->height ? left->height : right->height;
	struct canvas *both = canvas_create(c->arena, c->width, depth + 16);
	both->title = say(c, WORD_TWO_CHARTS);
	chart_place(c, both, left, 0, say(c, WORD_RADAR));
	chart_place(c, both, right, width + gap, say(c, WORD_TREND));
	section_begin(c, b)->chart = both;
	return true;
}

/* ---- lists the body has written ------------------------------------------------------------------ */

static void
lines_add(struct composer *c, struct section *s, const char *setting)
{
	char *list = arena_strdup(c->arena, decided(c, setting)), *rest = list;
	for (char *line; (line = strsep(&rest, "\r\n")) != NULL;) {
		if (line[0] == '\0')
			continue;
		s->paragraphs = ARENA_PUSH(c->arena, s->paragraphs, s->paragraph_count);
		s->paragraphs[s->paragraph_count] =
			placed(c, arena_printf(c->arena, "(%zu) %s", s->paragraph_count + 1, line));
		s->paragraph_count++;
	}
}

bool
block_listed(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct grid audits = key_grid(c);
	if (b->audited != NULL && !audit_rows(c, &audits, e))
		return false;
	struct section *s = section_begin(c, b);
	s->numbered = true;
	lines_add(c, s, b->setting == NULL ? "" : b->setting);
	if (audits.table->row_count > 0)
		lines_add(c, s, b->audited);
	return true;
}
