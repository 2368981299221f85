/* What stands in the cells of tables: numbers, percentages, marks and links. */
#include "report/block.h"

#include <stdio.h>
#include <string.h>

struct grid
grid_create(struct composer *c, const struct column *columns, size_t count)
{
	struct grid g = {ARENA_NEW(c->arena, struct table), NULL, count, c->arena};
	struct column *own = ARENA_ARRAY(c->arena, struct column, count);
	memcpy(own, columns, count * sizeof *own);
	g.table->columns = own;
	g.table->column_count = count;
	g.table->row_headers = true;
	return g;
}

struct table_cell *
grid_row(struct grid *g)
{
	size_t used = g->table->row_count * g->column_count;
	for (size_t i = 0; i < g->column_count; i++)
		g->cells = ARENA_PUSH(g->arena, g->cells, used + i);
	struct table_cell *row = &g->cells[used];
	for (size_t i = 0; i < g->column_count; i++)
		row[i] = (struct table_cell){.text = ""};
	g->table->cells = g->cells;
	g->table->row_count++;
	return row;
}

const char *
number_text(struct arena *a, int64_t n)
{
	char digits[24], out[40];
	int length = snprintf(digits, sizeof digits, "%lld", (long long)(n < 0 ? -n : n));
	size_t to = 0;
	if (n < 0)
		out[to++] = '-';
	for (int i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			out[to++] = ',';
		out[to++] = digits[i];
	}
	return arena_strndup(a, out, to);
}

const char *
percent_text(struct composer *c, const struct figure *f)
{
	struct shown s = shown_of(f);
	if (!s.known)
		return s.mark;
	return arena_printf(c->arena, "%d.%d%s", s.tenths / 10, s.tenths % 10, say(c, WORD_PERCENT));
}

const char *
difference_text(struct composer *c, const struct figure *now, const struct figure *before)
{
	struct shown a = shown_of(now), b = shown_of(before);
	if (!a.known || !b.known)
		return now->hidden || !b.known ? (now->hidden ? a.mark : b.mark) : a.mark;
	int tenths = a.tenths - b.tenths;
	int size = tenths < 0 ? -tenths : tenths;
	enum word sign = tenths > 0 ? WORD_PLUS : tenths < 0 ? WORD_MINUS : WORD_PLUS_MINUS;
	return arena_printf(c->arena, "%s%d.%d", say(c, sign), size / 10, size % 10);
}

const char *
fraction_text(struct composer *c, const struct figure *f)
{
	if (f->hidden)
		return shown_of(f).mark;
	return arena_printf(c->arena, "%s / %s", number_text(c->arena, f->rate.numerator),
		number_text(c->arena, f->rate.denominator));
}

struct table_cell
cycle_cell(struct composer *c, const struct figure *f, int64_t cycle, int64_t department, const char *what)
{
	struct table_cell cell = {.text = percent_text(c, f)};
	if (c->request->base_url != NULL && !f->hidden && cycle != 0 && department >= 0)
		cell.link = arena_printf(c->arena, "%s/%lld/%s/%lld/%s", c->request->base_url,
			(long long)cycle, c->figures->set->key, (long long)department, what);
	return cell;
}

struct table_cell
figure_cell(struct composer *c, const struct figure *f, int64_t department, const char *what)
{
	return cycle_cell(c, f, c->figures->cycle.id, department, what);
}

struct table_cell
progress_cell(struct composer *c, const struct department_figures *d)
{
	struct figure f = {.rate = {.numerator = d->progress.submitted, .denominator = d->progress.asked}};
	if (!d->asked)
		return (struct table_cell){.text = say_of(c, WORD_NOT_ASKED, WORD_NOT_ASKED_UNITS)};
	return figure_cell(c, &f, d->department_id, "all");
}

bool
item_scored(const struct item *i)
{
	return !i->scale->knowledge && !i->scale->text;
}

void
outcomes_of(const struct item *i, const struct tally *t, unsigned out[OUTCOME_COUNT])
{
	memset(out, 0, OUTCOME_COUNT * sizeof *out);
	for (size_t k = 0; k < i->choice_count; k++) {
		const struct choice *choice = &i->choices[k];
		if (choice->slot < 0)
			continue;
		int to = choice->done ? OUTCOME_DONE : choice->points > 0 ? OUTCOME_PARTLY : OUTCOME_NOT;
		out[to] += (unsigned)t->slots[choice->slot];
	}
	out[OUTCOME_UNKNOWN] = (unsigned)t->unknown;
}

bool
item_hidden(const struct composer *c, size_t item)
{
	return c->figures->subject->hidden || c->figures->subject->items[item].hidden;
}

/* Lower rate first; then the heavier item; then the order of the set. */
static bool
weaker(const struct figures *f, size_t a, size_t b)
{
	int x = rate_tenths(f->subject->items[a].rate), y = rate_tenths(f->subject->items[b].rate);
	if (x != y)
		return x < y;
	if (f->set->items[a].weight != f->set->items[b].weight)
		return f->set->items[a].weight > f->set->items[b].weight;
	return a < b;
}

size_t
weakest_items(struct composer *c, size_t most, size_t **indexes)
{
	const struct figures *f = c->figures;
	size_t *list = ARENA_ARRAY(c->arena, size_t, most + 1), count = 0;
	for (size_t i = 0; i < f->set->count; i++) {
		if (!item_scored(&f->set->items[i]) || !shown_of(&f->subject->items[i]).known)
			continue;
		size_t at = count < most ? count++ : most;
		list[at] = i;
		for (; at > 0 && weaker(f, list[at], list[at - 1]); at--) {
			size_t swap = list[at];
			list[at] = list[at - 1];
			list[at - 1] = swap;
		}
	}
	*indexes = list;
	return count;
}

const char *
note_withheld(struct composer *c, const char *note)
{
	if (c->figures->withheld_count == 0)
		return note;
	struct filling count = {"count", number_text(c->arena, (int64_t)c->figures->withheld_count)};
	bool live = cycle_live(c->figures->cycle.state);
	const char *more =
		text_fill(c->arena, say(c, live ? WORD_WITHHELD_NOTE_LIVE : WORD_WITHHELD_NOTE), &count, 1);
	return note == NULL ? more : arena_printf(c->arena, "%s\n%s", note, more);
}

static bool
measure_asked(const struct figures *f, const struct clause *measure)
{
	for (size_t i = 0; i < f->set->count; i++) {
		const char *key = f->set->items[i].clause->measure;
		if (item_scored(&f->set->items[i]) && key != NULL && strcmp(key, measure->key) == 0)
			return true;
	}
	return false;
}

size_t
measures_asked(struct composer *c, size_t **indexes)
{
	const struct figures *f = c->figures;
	size_t count = 0;
	*indexes = ARENA_ARRAY(c->arena, size_t, f->measure_count);
	for (size_t m = 0; m < f->measure_count; m++)
		if (measure_asked(f, f->measures[m]))
			(*indexes)[count++] = m;
	return count;
}
