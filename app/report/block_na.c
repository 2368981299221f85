/* What was not applicable: hidden by the flags of a department, or answered so, and what was decided. */
#include "report/block.h"

#include <string.h>

#include "domain/cycle/fiscal.h"
#include "store/decision/na.h"

/* 「A及びB」, 「A又はB」: the conditions in the words of the departments' page. */
static const char *
condition_words(struct composer *c, struct condition when)
{
	const char *out = "";
	for (size_t i = 0; i < flag_count(); i++)
		if (when.flags & flag_parse(flag_key(i)))
			out = arena_printf(c->arena, "%s%s%s", out,
				out[0] == '\0' ? "" : say(c, when.any ? WORD_OR : WORD_AND), flag_name(i));
	return out;
}

/* Who is shown the item: for one department whether it is hidden there, for the
 * body in how many. */
static bool
hidden_row(struct composer *c, struct grid *g, const struct item *item, const struct cycle_department *list,
	size_t count)
{
	size_t hidden = 0;
	for (size_t i = 0; i < count; i++)
		if ((subject_is_body(c) || list[i].department_id == c->figures->subject->department_id) &&
			!item_applies(item, list[i].flags))
			hidden++;
	if (hidden == 0)
		return false;
	struct table_cell *row = grid_row(g);
	row[0].text = item->id;
	row[1].text = item->text;
	row[2].text = condition_words(c, item->when);
	if (subject_is_body(c))
		row[3].text = text_fill(c->arena, say(c, WORD_HIDDEN_IN),
			&(struct filling){"count", number_text(c->arena, (int64_t)hidden)}, 1);
	return true;
}

static bool
hidden_section(struct composer *c, struct section *s, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	if (!cycle_departments(c->db, c->arena, c->figures->cycle.id, &list, &count, e))
		return false;
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.08, ALIGN_LEFT},
		{say(c, WORD_ITEM), subject_is_body(c) ? 0.44 : 0.66, ALIGN_LEFT},
		{say(c, WORD_CONDITION), 0.26, ALIGN_LEFT},
		{say(c, WORD_TREATMENT), 0.22, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, subject_is_body(c) ? 4 : 3);
	for (size_t i = 0; i < c->figures->set->count; i++)
		hidden_row(c, &g, &c->figures->set->items[i], list, count);
	g.table->caption = say(c, WORD_HIDDEN_TABLE);
	if (g.table->row_count > 0)
		s->table = g.table;
	return true;
}

/* 該当なし of all answers to the item. */
static struct figure
na_share(const struct composer *c, size_t index)
{
	const struct figure *f = &c->figures->subject->items[index];
	return (struct figure){.hidden = f->hidden,
		.rate = {.numerator = f->rate.na, .denominator = f->rate.denominator + f->rate.na}};
}

static void
na_row(struct composer *c, struct grid *g, size_t index, bool alarming)
{
	const struct item *item = &c->figures->set->items[index];
	struct figure share = na_share(c, index);
	struct table_cell *row = grid_row(g);
	row[0].text = item->id;
	row[1].text = item->text;
	row[2].text = fraction_text(c, &share);
	row[3] = figure_cell(c, &share, c->figures->subject->department_id, item->id);
	if (alarming)
		row[4].text = say(c, WORD_NA_ALARM);
}

/* brief: only what is above the bound. */
static struct grid
na_grid(struct composer *c, bool brief)
{
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.09, ALIGN_LEFT},
		{say(c, WORD_ITEM), 0.5, ALIGN_LEFT},
		{say(c, WORD_NA_FRACTION), 0.15, ALIGN_RIGHT},
		{say(c, WORD_NA_RATE), 0.14, ALIGN_RIGHT},
		{say(c, WORD_REMARK), 0.12, ALIGN_CENTRE},
	};
	struct grid g = grid_create(c, columns, 5);
	int alarm = decided_number(c, "na_alarm") * 10;
	for (size_t i = 0; i < c->figures->set->count; i++) {
		struct figure share = na_share(c, i);
		bool alarming = shown_of(&share).known && shown_of(&share).tenths > alarm;
		if (item_scored(&c->figures->set->items[i]) && !item_hidden(c, i) &&
			share.rate.numerator > 0 && (alarming || !brief))
			na_row(c, &g, i, alarming);
	}
	g.table->caption = say(c, WORD_NA_TABLE);
	return g;
}

bool
block_not_applicable(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct section *s = section_begin(c, b);
	const char *note = s->note;
	s->note = NULL;
	if (!hidden_section(c, s, e))
		return false;
	struct grid g = na_grid(c, b->brief);
	if (g.table->row_count > 0) {
		s = s->table == NULL ? s : section_go_on(c);
		s->table = g.table;
		s->note = note;
	} else if (c->figures->subject->hidden) {
		s->note = say(c, WORD_WITHHELD_HERE);
	} else if (b->brief) {
		s->note = placed(c, say(c, WORD_NO_NA_ALARM));
	} else if (s->table == NULL) {
		s->note = say(c, WORD_NOTHING_TO_SHOW);
	}
	return true;
}

/* ---- the list of what was decided -------------------------------------------------- */

static const char *
flags_words(struct composer *c, flags_t flags)
{
	const char *out = "";
	for (size_t i = 0; i < flag_count(); i++)
		if (flags & flag_parse(flag_key(i)))
			out = arena_printf(c->arena, "%s%s%s", out, out[0] == '\0' ? "" : say(c, WORD_COMMA),
				flag_name(i));
	return out[0] == '\0' ? say(c, WORD_NONE) : out;
}

static size_t
hidden_count(const struct questionnaire *q, flags_t flags)
{
	size_t count = 0;
	for (size_t i = 0; i < q->count; i++)
		count += !item_applies(&q->items[i], flags);
	return count;
}

static const char *
or_none(struct composer *c, const char *text)
{
	return text == NULL || text[0] == '\0' ? say(c, WORD_NONE) : text;
}

/* Who has decided which conditions a department meets, and why. */
static bool
flags_section(struct composer *c, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	if (!cycle_departments(c->db, c->arena, c->figures->cycle.id, &list, &count, e))
		return false;
	const struct column columns[] = {
		{say(c, WORD_DEPARTMENT), 0.18, ALIGN_LEFT},
		{say(c, WORD_FLAGS_MET), 0.3, ALIGN_LEFT},
		{say(c, WORD_FLAGS_REASON), 0.24, ALIGN_LEFT},
		{say(c, WORD_FLAGS_APPROVER), 0.16, ALIGN_LEFT},
		{say(c, WORD_HIDDEN_ITEMS), 0.12, ALIGN_RIGHT},
	};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < count; i++) {
		if (!subject_is_body(c) && list[i].department_id != c->figures->subject->department_id)
			continue;
		struct table_cell *row = grid_row(&g);
		row[0].text = list[i].name;
		row[1].text = flags_words(c, list[i].flags);
		row[2].text = or_none(c, list[i].reason);
		row[3].text = or_none(c, list[i].approver);
		row[4].text = number_text(c->arena, (int64_t)hidden_count(c->figures->set, list[i].flags));
	}
	g.table->caption = say(c, WORD_FLAGS_TABLE);
	if (g.table->row_count > 0)
		section_go_on(c)->table = g.table;
	return true;
}

bool
block_na_hidden(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct section *s = section_begin(c, b);
	const char *note = s->note;
	size_t begun = c->section_count;
	s->note = NULL;
	if (!flags_section(c, e) || !hidden_section(c, section_go_on(c), e))
		return false;
	struct section *last = &c->sections[c->section_count - 1];
	last->note = last->table == NULL && c->section_count > begun ? say(c, WORD_NOTHING_HIDDEN) : note;
	return true;
}

/* Decisions on the answers to one question for one reason, over the departments shown. */
struct decided_group {
	size_t item;
	const struct na_reason *reason;
	int64_t count, accepted, review, undecided; /* answers; then groups */
	const struct na_group *one;                 /* of a single department */
};

static void
group_take(struct decided_group *d, const struct na_group *g)
{
	d->count += g->count;
	d->accepted += g->state == NA_ACCEPTED;
	d->review += g->state == NA_REVIEW;
	d->undecided += g->state == NA_UNDECIDED || g->state == NA_GROWN;
	d->one = g;
}

/* A department whose figures are withheld has no part in it, alone or in a sum. */
static bool
row_withheld(const struct figures *f, const struct na_row *row)
{
	for (size_t i = 0; i < f->department_count; i++)
		if (f->departments[i].department_id == row->department_id)
			return row->hidden || f->departments[i].hidden;
	return true;
}

static size_t
groups_pool(struct composer *c, const struct figures *f, const struct na_table *t, struct decided_group **out)
{
	const size_t slots = NA_REASONS + 1;
	size_t count = 0;
	struct decided_group *all = ARENA_ARRAY(c->arena, struct decided_group, f->set->count * slots);
	for (size_t r = 0; r < t->count; r++)
		for (size_t i = 0; i < t->rows[r].count && !row_withheld(f, &t->rows[r]); i++) {
			const struct na_group *g = &t->rows[r].groups[i];
			size_t item = (size_t)(g->item - t->set->items);
			size_t slot = g->reason == NULL ? NA_REASONS : (size_t)g->reason->slot;
			all[item * slots + slot].item = item;
			all[item * slots + slot].reason = g->reason;
			group_take(&all[item * slots + slot], g);
		}
	for (size_t i = 0; i < f->set->count * slots; i++)
		if (all[i].count > 0)
			all[count++] = all[i];
	*out = all;
	return count;
}

/* In how many departments it was decided so: only what there is. */
static const char *
decision_counts(struct composer *c, const struct decided_group *d)
{
	const struct {
		enum word word;
		int64_t count;
	} states[] = {{WORD_NA_DECISION_ACCEPTED, d->accepted}, {WORD_NA_DECISION_REVIEW, d->review},
		{WORD_NA_DECISION_OPEN, d->undecided}};
	const char *out = "";
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		struct filling f = {"count", number_text(c->arena, states[i].count)};
		if (states[i].count > 0)
			out = arena_printf(c->arena, "%s%s%s", out, out[0] == '\0' ? "" : "\n",
				text_fill(c->arena, say(c, states[i].word), &f, 1));
	}
	return out;
}

/* By whom and when, in one department's list; how many departments have, in the body's. */
static const char *
decision_words(struct composer *c, const struct decided_group *d)
{
	if (subject_is_body(c))
		return decision_counts(c, d);
	if (d->one->state == NA_UNDECIDED)
		return say(c, WORD_NA_UNDECIDED);
	struct filling f[] = {
		{"who", d->one->who}, {"day", wareki_day(c->arena, day_of_instant(d->one->at))}};
	enum word w = d->one->state == NA_ACCEPTED ? WORD_NA_ACCEPTED
		      : d->one->state == NA_REVIEW ? WORD_NA_REVIEW
						   : WORD_NA_GROWN;
	return text_fill(c->arena, say(c, w), f, 2);
}

static void
group_row(struct composer *c, struct grid *g, const struct figures *f, const struct decided_group *d,
	bool first)
{
	const struct item *item = &f->set->items[d->item];
	struct rate all = f->subject->items[d->item].rate;
	struct figure share = {.hidden = f->subject->items[d->item].hidden,
		.rate = {.numerator = all.na, .denominator = all.denominator + all.na}};
	struct shown shown = shown_of(&share);
	bool alarming = shown.known && shown.tenths > decided_number(c, "na_alarm") * 10;
	struct table_cell *row = grid_row(g);
	row[0].text = item->id;
	row[1].text = first ? item->text : say(c, WORD_SAME);
	row[1].whole = item->text;
	row[2].text = d->reason == NULL ? say(c, WORD_NA_NO_REASON) : na_name(d->reason);
	row[3].text = number_text(c->arena, d->count);
	if (first) {
		row[4].text = fraction_text(c, &share);
		row[5] = (struct table_cell){.text = percent_text(c, &share), .strong = alarming};
	}
	if (first && alarming)
		row[5].text = arena_printf(c->arena, "%s\n%s", row[5].text, say(c, WORD_NA_ALARM));
	row[6].text = decision_words(c, d);
}

static bool
set_decisions(struct composer *c, const struct figures *f, size_t *tables, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.08, ALIGN_LEFT},
		{say(c, WORD_ITEM), 0.27, ALIGN_LEFT},
		{say(c, WORD_NA_REASON), 0.17, ALIGN_LEFT},
		{say(c, WORD_NA_COUNT), 0.07, ALIGN_RIGHT},
		{say(c, WORD_NA_FRACTION_SHORT), 0.11, ALIGN_RIGHT},
		{say(c, WORD_NA_RATE), 0.1, ALIGN_RIGHT},
		{say(c, WORD_NA_DECISION), 0.2, ALIGN_LEFT},
	};
	struct na_table t;
	struct decided_group *groups;
	int64_t department = subject_is_body(c) ? -1 : c->figures->subject->department_id;
	if (!na_read(c->db, c->arena, &f->cycle, f->set, department, &t, e))
		return false;
	size_t count = groups_pool(c, f, &t, &groups);
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < count; i++)
		group_row(c, &g, f, &groups[i], i == 0 || groups[i - 1].item != groups[i].item);
	g.table->caption = f->set->title;
	if (count > 0) {
		section_go_on(c)->table = g.table;
		++*tables;
	}
	return true;
}

/* Every other set that the cycle asks. */
static bool
other_decisions(struct composer *c, size_t *tables, struct err *e)
{
	const struct cycle *cycle = &c->figures->cycle;
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct figures *f = ARENA_NEW(c->arena, struct figures);
		if (strcmp(sets[i].set_key, c->figures->set->key) == 0)
			continue;
		if (!figures_gather(
			    c->store, c->arena, cycle, sets[i].set_key, c->request->department_id, 1, f, e) ||
			!set_decisions(c, f, tables, e))
			return false;
	}
	return true;
}

bool
block_na_decisions(struct composer *c, const struct recipe_block *b, struct err *e)
{
	size_t tables = 0;
	struct section *s = section_begin(c, b);
	const char *note = subject_is_body(c) ? note_withheld(c, s->note) : s->note;
	s->note = c->figures->subject->hidden ? say(c, WORD_NA_WITHHELD) : NULL;
	if (!set_decisions(c, c->figures, &tables, e) || !other_decisions(c, &tables, e))
		return false;
	s = &c->sections[c->section_count - 1];
	if (tables > 0)
		s->note = note;
	else if (!c->figures->subject->hidden)
		s->note = say(c, WORD_NO_NA);
	return true;
}
