/* What was judged: how often, by department and clause; what was good, and what nobody could check. */
#include "report/audits.h"
#include "report/readers.h"

/* 適合 観察 軽微 重大 該当なし 未確認, 判定なし: in the order in which tables have them. */
static const enum judgement order[] = {JUDGEMENT_CONFORMS, JUDGEMENT_OBSERVATION, JUDGEMENT_MINOR,
	JUDGEMENT_MAJOR, JUDGEMENT_NA, JUDGEMENT_UNCHECKED};
enum { ORDER = sizeof order / sizeof *order, COLUMNS = ORDER + 4 };

static void
counted_row(struct composer *c, struct grid *g, const char *name, const struct lines_counted *n, bool strong)
{
	struct table_cell *row = grid_row(g);
	long numerator, denominator;
	judged_rate(&n->judged, &numerator, &denominator);
	const struct figure rate = {.rate = {.numerator = numerator, .denominator = denominator}};
	row[0] = (struct table_cell){.text = name, .strong = strong};
	row[1].text = number_text(c->arena, n->lines);
	for (size_t i = 0; i < ORDER; i++)
		row[2 + i].text = number_text(c->arena, n->judged.of[order[i]]);
	row[2 + ORDER].text = number_text(c->arena, n->open);
	row[3 + ORDER].text =
		arena_printf(c->arena, "%s\n%s", percent_text(c, &rate), fraction_text(c, &rate));
}

/* Over a narrow column the long ones are broken between words. */
static const char *
judgement_title(struct composer *c, enum judgement j)
{
	return j == JUDGEMENT_MINOR   ? say(c, WORD_MINOR_HEAD)
	       : j == JUDGEMENT_MAJOR ? say(c, WORD_MAJOR_HEAD)
				      : judgement_text(c, j);
}

static struct grid
counted_grid(struct composer *c, const char *caption, enum word first)
{
	struct column columns[COLUMNS] = {{say(c, first), 0.145, ALIGN_LEFT},
		{say(c, WORD_AUDIT_ITEMS), 0.075, ALIGN_RIGHT}};
	for (size_t i = 0; i < ORDER; i++)
		columns[2 + i] = (struct column){judgement_title(c, order[i]), 0.095, ALIGN_RIGHT};
	columns[2 + ORDER] = (struct column){say(c, WORD_UNJUDGED), 0.1, ALIGN_RIGHT};
	columns[3 + ORDER] = (struct column){say(c, WORD_CONFORMITY), 0.11, ALIGN_RIGHT};
	struct grid g = grid_create(c, columns, COLUMNS);
	g.table->caption = caption;
	return g;
}

bool
block_audit_judged(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct section *s = section_begin(c, b);
	const struct lines_counted all = audits_counted(c, SIZE_MAX, NULL);
	const char *const *clauses = audits_clauses(c);
	if (all.lines == 0) {
		s->note = say(c, no_lines_word(c));
		return true;
	}
	if (c->audit_count > 1) {
		struct grid g = counted_grid(c, say(c, WORD_JUDGED_BY_DEPARTMENT), WORD_DEPARTMENT);
		for (size_t i = 0; i < c->audit_count; i++) {
			const struct lines_counted one = audits_counted(c, i, NULL);
			if (one.lines > 0)
				counted_row(c, &g, audit_caption(c, i), &one, false);
		}
		counted_row(c, &g, say(c, WORD_WHOLE), &all, true);
		s->table = g.table;
		s = section_go_on(c);
		s->note = b->note == NULL ? NULL : placed(c, b->note);
	}
	struct grid g = counted_grid(c, say(c, WORD_JUDGED_BY_CLAUSE), WORD_MEASURE);
	for (; *clauses != NULL; clauses++) {
		const struct lines_counted one = audits_counted(c, SIZE_MAX, *clauses);
		const struct clause *clause = policy_find(c->policy, *clauses);
		counted_row(c, &g,
			arena_printf(c->arena, "%s%s%s", clause->display, say(c, WORD_SPACE), clause->title), &one,
			false);
	}
	counted_row(c, &g, say(c, WORD_WHOLE), &all, true);
	s->table = g.table;
	return true;
}

/* ---- single lines --------------------------------------------------------------------------------- */

typedef bool line_wanted(const struct line *l);

static bool
is_good(const struct line *l)
{
	return l->paper.good;
}

static bool
is_unchecked(const struct line *l)
{
	return l->paper.judgement == JUDGEMENT_UNCHECKED || l->paper.judgement == JUDGEMENTS;
}

static const char *
line_said(struct composer *c, const struct line *l, enum paper_text what)
{
	const char *text = l->paper.texts[what];
	if (text[0] == '\0')
		return what == PAPER_REASON && l->paper.judgement == JUDGEMENTS ? say(c, WORD_UNJUDGED) : "";
	return for_readers(c, what == PAPER_FACTS ? CONTENT_DETAILS : CONTENT_WORDS, text);
}

static bool
lines_block(struct composer *c, const struct recipe_block *b, line_wanted *wanted, enum paper_text what,
	enum word said, enum word none)
{
	const struct column columns[] = {
		{say(c, WORD_DEPARTMENT), 0.2, ALIGN_LEFT},
		{say(c, WORD_NUMBER), 0.1, ALIGN_LEFT},
		{say(c, WORD_AUDIT_ITEM), 0.35, ALIGN_LEFT},
		{say(c, said), 0.35, ALIGN_LEFT},
	};
	struct section *s = section_begin(c, b);
	struct grid g = grid_create(c, columns, 4);
	for (size_t a = 0; a < c->audit_count; a++)
		for (size_t i = 0; i < c->lines[a].count; i++) {
			const struct line *l = &c->lines[a].list[i];
			if (!wanted(l))
				continue;
			struct table_cell *row = grid_row(&g);
			row[0].text = c->audits[a].department_name;
			row[1].text = l->item;
			row[2].text = l->text;
			row[3].text = line_said(c, l, what);
		}
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, none);
	return true;
}

bool
block_audit_good(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	return lines_block(c, b, is_good, PAPER_FACTS, WORD_AUDIT_FACTS, WORD_NO_GOOD);
}

/* Told apart from what conforms, with the reason: nobody has looked at it. */
bool
block_audit_unchecked(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	return lines_block(c, b, is_unchecked, PAPER_REASON, WORD_AUDIT_REASON, WORD_NO_UNCHECKED);
}
