#include "report/quality_export.h"

#include "base/words.h"
#include "report/quality_words.h"

enum { TABLES = 4 };

struct writing {
	struct arena *arena;
	const struct quality_tables *from;
	const struct quality *set; /* being written */
	const char **cells;
	size_t count;
};

static void
put(struct writing *w, const char *text)
{
	w->cells = ARENA_PUSH(w->arena, w->cells, w->count);
	w->cells[w->count++] = text;
}

static void
put_number(struct writing *w, int64_t number)
{
	put(w, arena_printf(w->arena, "%lld", (long long)number));
}

static const char *
withheld_mark(void)
{
	return shown_of(&(struct figure){.hidden = true}).mark;
}

static void
put_counts(struct writing *w, const struct figure *f)
{
	if (f->hidden) {
		put(w, withheld_mark());
		put(w, withheld_mark());
	} else {
		put_number(w, f->rate.numerator);
		put_number(w, f->rate.denominator);
	}
	put(w, quality_percent(w->arena, f));
}

/* ---- candidates -------------------------------------------------------------------------- */

static const char *
advice_of(unsigned reasons)
{
	if (reasons_reword(reasons) && reasons_retire(reasons))
		return _("reword or retire");
	return reasons_retire(reasons) ? _("retire") : _("reword");
}

static void
candidates_write(struct writing *w)
{
	const struct quality *q = w->set;
	for (size_t i = 0; i < q->item_count; i++) {
		const char **sentences;
		const struct quality_item *item = &q->items[i];
		size_t count = quality_sentences(w->arena, q, item, w->from->bounds, &sentences);
		for (size_t n = 0; n < count; n++) {
			put(w, q->set->title);
			put(w, item->item->id);
			put(w, item->item->text);
			put(w, advice_of(item->reasons));
			put(w, sentences[n]);
		}
	}
}

/* ---- signals ------------------------------------------------------------------------------- */

static void
row_write(struct writing *w, const struct quality_row *row, const char *name)
{
	put(w, w->set->set->title);
	put(w, name);
	if (row->withheld)
		put(w, withheld_mark());
	else
		put_number(w, row->counted);
	for (int i = 0; i < SIGNALS; i++)
		put_counts(w, &row->of[i]);
}

static void
signals_write(struct writing *w)
{
	row_write(w, &w->set->body, _("all departments shown"));
	for (size_t i = 0; i < w->set->row_count; i++)
		if (w->set->rows[i].asked)
			row_write(w, &w->set->rows[i], w->set->rows[i].name);
}

/* ---- pairs ----------------------------------------------------------------------------------- */

static void
pairs_write(struct writing *w)
{
	for (size_t i = 0; i < w->set->pair_count; i++) {
		const struct quality_pair *p = &w->set->pairs[i];
		put(w, w->set->set->title);
		put(w, p->pair->item->id);
		put(w, p->pair->other->id);
		put(w, p->pair->why);
		put_counts(w, &p->figure);
	}
}

/* ---- questions --------------------------------------------------------------------------------- */

static void
put_rate(struct writing *w, const struct rate *r, bool hidden)
{
	struct figure f = figure_of(*r, hidden);
	if (hidden)
		put(w, withheld_mark());
	else
		put_number(w, r->numerator);
	put(w, quality_percent(w->arena, &f));
}

static void
put_before(struct writing *w, const struct quality_item *i, const struct rate *r)
{
	struct figure f = figure_of(*r, i->before_hidden);
	put(w, i->comparable ? quality_percent(w->arena, &f) : "");
}

static void
items_write(struct writing *w)
{
	for (size_t i = 0; i < w->set->item_count; i++) {
		const struct quality_item *item = &w->set->items[i];
		const struct item_record *now = &item->now, *before = &item->before;
		put(w, w->set->set->title);
		put(w, item->item->id);
		put(w, item->item->text);
		if (item->hidden)
			put(w, withheld_mark());
		else
			put_number(w, now->answered);
		put_rate(w, &now->na, item->hidden);
		put_rate(w, &now->unknown, item->hidden);
		put_rate(w, &now->comments, item->hidden);
		put_rate(w, &now->same, item->hidden);
		put_before(w, item, &before->na);
		put_before(w, item, &before->unknown);
		put_before(w, item, &before->comments);
		put_before(w, item, &before->same);
	}
}

/* ---- all of it ----------------------------------------------------------------------------------- */

static void
table_write(struct writing *w, void (*write)(struct writing *w), const struct export_column *columns,
	size_t column_count, struct export_table *t)
{
	w->cells = NULL;
	w->count = 0;
	for (size_t i = 0; i < w->from->count; i++) {
		w->set = &w->from->sets[i];
		write(w);
	}
	struct export_column *own = ARENA_ARRAY(w->arena, struct export_column, column_count);
	for (size_t i = 0; i < column_count; i++)
		own[i] = columns[i];
	t->columns = own;
	t->column_count = column_count;
	t->cells = w->cells;
	t->row_count = w->count / column_count;
}

static void
tables_write(struct writing *w, struct export_table *t)
{
	enum { WORDS = 14, TEXT = 44, SENTENCE = 70 };
	const struct export_column candidates[] = {{_("Sheet"), WORDS, false}, {_("Question"), 0, false},
		{_("Wording"), TEXT, false}, {_("Advice"), WORDS, false}, {_("Reason"), SENTENCE, false}};
	const struct export_column signals[] = {{_("Sheet"), WORDS, false}, {_("Department"), WORDS, false},
		{_("Sheets counted"), 0, true}, {_("All alike"), 0, true}, {_("All alike: of"), 0, true},
		{_("All alike (%)"), 0, true}, {_("Too fast"), 0, true}, {_("Too fast: of"), 0, true},
		{_("Too fast (%)"), 0, true}, {_("Contradictory"), 0, true},
		{_("Contradictory: of"), 0, true}, {_("Contradictory (%)"), 0, true}};
	const struct export_column pairs[] = {{_("Sheet"), WORDS, false}, {_("Question"), 0, false},
		{_("Other question"), 0, false}, {_("What cannot be"), SENTENCE, false},
		{_("Contradictory"), 0, true}, {_("Answered both"), 0, true},
		{_("Contradictory (%)"), 0, true}};
	const struct export_column items[] = {{_("Sheet"), WORDS, false}, {_("Question"), 0, false},
		{_("Wording"), TEXT, false}, {_("Answers"), 0, true}, {_("Not applicable"), 0, true},
		{_("Not applicable (%)"), 0, true}, {_("Not known"), 0, true}, {_("Not known (%)"), 0, true},
		{_("Comments"), 0, true}, {_("Comments (%)"), 0, true}, {_("Most common answer"), 0, true},
		{_("Most common answer (%)"), 0, true}, {_("Year before: not applicable (%)"), 0, true},
		{_("Year before: not known (%)"), 0, true}, {_("Year before: comments (%)"), 0, true},
		{_("Year before: most common answer (%)"), 0, true}};
	table_write(w, candidates_write, candidates, sizeof candidates / sizeof *candidates, &t[0]);
	table_write(w, signals_write, signals, sizeof signals / sizeof *signals, &t[1]);
	table_write(w, pairs_write, pairs, sizeof pairs / sizeof *pairs, &t[2]);
	table_write(w, items_write, items, sizeof items / sizeof *items, &t[3]);
}

void
quality_export(struct arena *a, const struct quality_tables *q, struct export *out)
{
	struct writing w = {.arena = a, .from = q};
	struct export_table *t = ARENA_ARRAY(a, struct export_table, TABLES);
	const char *title = arena_printf(a, _("Quality of answers: %s"), q->cycle->title);
	const char *const names[TABLES] = {_("Candidates for rewording or retiring"), _("Signals"),
		_("Contradictory pairs"), _("By question")};
	tables_write(&w, t);
	for (int i = 0; i < TABLES; i++) {
		const char **lines = ARENA_ARRAY(a, const char *, 2);
		lines[0] = title;
		lines[1] = names[i];
		t[i].name = names[i];
		t[i].lines = lines;
		t[i].line_count = 2;
		t[i].note =
			_("The figures leave out every department that is withheld. They tell of questions,"
			  " not of people.");
	}
	*out = (struct export){
		.title = title, .author = q->author, .issued = q->now, .tables = t, .count = TABLES};
}
