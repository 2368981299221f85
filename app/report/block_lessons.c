/* 研修の記録: how many of those who submitted have read the right answers. A record of
 * training like attendance, and no answer: it is not withheld. What is read after the
 * figures have become final changes nothing that was issued. */
#include "report/block.h"

#include "store/sheet/lessons.h"

static bool
counts_of(struct composer *c, enum lesson_axis axis, struct lesson_count **out, size_t *count, struct err *e)
{
	const struct cycle *cycle = &c->figures->cycle;
	return lesson_counts(c->db, c->arena, cycle->id, c->figures->set->key, c->request->department_id,
		axis, cycle->final_at, out, count, e);
}

static const char *
share_text(struct composer *c, const struct lesson_count *n)
{
	struct figure share = {.rate = {.numerator = n->read, .denominator = n->submitted}};
	return percent_text(c, &share);
}

static void
count_row(struct composer *c, struct grid *g, const char *name, const struct lesson_count *n)
{
	struct table_cell *row = grid_row(g);
	row[0].text = name;
	row[1].text = number_text(c->arena, n->submitted);
	row[2].text = number_text(c->arena, n->read);
	row[3].text = share_text(c, n);
}

static bool
kinds_table(struct composer *c, struct section *s, const struct lesson_count *all, struct err *e)
{
	const struct column columns[] = {{say(c, WORD_STAFF_KIND), 0.4, ALIGN_LEFT},
		{say(c, WORD_LESSON_SUBMITTED), 0.2, ALIGN_RIGHT},
		{say(c, WORD_LESSON_READ), 0.2, ALIGN_RIGHT}, {say(c, WORD_LESSON_SHARE), 0.2, ALIGN_RIGHT}};
	struct lesson_count *kinds;
	size_t count;
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	if (!counts_of(c, LESSONS_BY_KIND, &kinds, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		count_row(c, &g, kinds[i].name[0] != '\0' ? kinds[i].name : say(c, WORD_NO_KIND), &kinds[i]);
	count_row(c, &g, say(c, WORD_WHOLE), all);
	g.table->caption = say(c, WORD_LESSON_TABLE);
	s->table = g.table;
	return true;
}

/* Nobody has read it where there was no such record yet: then there is nothing to count. */
static const char *
sentence(struct composer *c, const struct lesson_count *n)
{
	const struct filling f[] = {{"submitted", number_text(c->arena, n->submitted)},
		{"read", number_text(c->arena, n->read)}, {"rate", share_text(c, n)}};
	return text_fill(c->arena, say(c, n->read > 0 ? WORD_LESSON_SENTENCE : WORD_LESSON_NONE), f, 3);
}

static void
paragraph_add(struct composer *c, struct section *s, const char *text)
{
	const char **said = ARENA_ARRAY(c->arena, const char *, s->paragraph_count + 1);
	for (size_t i = 0; i < s->paragraph_count; i++)
		said[i] = s->paragraphs[i];
	said[s->paragraph_count++] = text;
	s->paragraphs = said;
}

/* Without a heading it is a note under what stands before it. */
bool
block_lessons(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct lesson_count *all;
	size_t count;
	if (!questionnaire_teaches(c->figures->set))
		return true;
	if (!counts_of(c, LESSONS_TOGETHER, &all, &count, e))
		return false;
	struct section *s = section_begin(c, b);
	if (b->heading == NULL)
		s->note = sentence(c, &all[0]);
	else
		paragraph_add(c, s, sentence(c, &all[0]));
	if (all[0].read == 0 && b->heading != NULL)
		s->note = NULL;
	return all[0].read == 0 || b->brief || !subject_is_body(c) || kinds_table(c, s, &all[0], e);
}
