#include "domain/answer/answer_sheet.h"

#include <string.h>

#include "base/words.h"
#include "domain/answer/answer_layout.h"
#include "xlsx/xlsx.h"

struct writing {
	struct arena *arena;
	const struct answer_book *book;
	struct xlsx *x;
	const char *refusal;
};

void
answer_digest(const struct questionnaire *q, char out[DIGEST_SIZE])
{
	struct buf b = BUF_INIT;
	buf_adds(&b, q->key);
	for (size_t i = 0; i < q->count; i++) {
		const struct item *item = &q->items[i];
		buf_addf(&b, "\n%s\t%s\t%d", item->id, item->text, (int)item->extra);
		for (size_t k = 0; k < item->choice_count; k++)
			buf_addf(&b, "\t%s\t%s", item->choices[k].code, item->choices[k].label);
	}
	digest_of(b.data, b.length, out);
	buf_free(&b);
}

/* ---- the guide ---- */

static void
guide_write(struct writing *w)
{
	static const struct xlsx_column columns[] = {{.width = 96}, {.width = 4, .hidden = true}};
	const struct answer_book *b = w->book;
	const char *const lines[] = {
		_("Fill in the worksheet that bears your name. The coloured cells are yours; the others "
		  "cannot "
		  "be changed."),
		_("Choose the answer from the list that opens beside the cell. Where the choice asks for it, "
		  "write the reason."),
		_("Where a question does not apply to your work, choose so, say which of the reasons it is, "
		  "and "
		  "describe it."),
		_("Write a date as 2026-05-01 and a number as digits."),
		_("The last row says whether the sheet is handed in or kept as a draft. Whatever lacks an "
		  "answer "
		  "is kept as a draft."),
		_("Answers in this file can be read by everyone who opens it. Who does not want that asks "
		  "for a "
		  "file of one's own or for paper."),
		_("Answers given in the browser in the meantime are not overwritten: where the two differ, "
		  "the "
		  "sheet is not taken."),
		_("Save the file as .xlsx under any name and give it back to whoever handed it out."),
	};
	xlsx_sheet(w->x, _("Guide"), columns, 2, XLSX_PROTECTED);
	xlsx_line(w->x, b->title, XLSX_STRONG);
	xlsx_text(w->x, 1, ANSWER_GUIDE, 0);
	xlsx_line(w->x, arena_printf(w->arena, _("%s: %zu sheets"), b->department, b->count), 0);
	xlsx_line(w->x, arena_printf(w->arena, _("Due: %s"), b->due), XLSX_STRONG);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		xlsx_line(w->x, arena_printf(w->arena, "%zu. %s", i + 1, lines[i]), 0);
	if (b->contact[0] != '\0')
		xlsx_line(w->x, arena_printf(w->arena, _("Contact: %s"), b->contact), 0);
}

/* ---- a sheet ---- */

static const char *
choice_text(struct arena *a, const struct choice *c)
{
	return c->mark != NULL && c->mark[0] != '\0' ? arena_printf(a, "%s %s", c->mark, c->label) : c->label;
}

static void
choose(struct writing *w, size_t column, const char *const *choices, size_t count, const char *chosen)
{
	struct xlsx_choice c = {choices, count, w->refusal};
	xlsx_choose(w->x, column, chosen, &c);
}

static void
choices_write(struct writing *w, const struct item *item)
{
	const char **texts = ARENA_ARRAY(w->arena, const char *, item->choice_count + 1);
	for (size_t i = 0; i < item->choice_count; i++)
		texts[i] = choice_text(w->arena, &item->choices[i]);
	choose(w, ANSWER_CHOICE, texts, item->choice_count, "");
}

static void
na_write(struct writing *w)
{
	const char *names[NA_REASONS];
	for (size_t i = 0; i < NA_REASONS; i++)
		names[i] = na_name(&na_reasons[i]);
	choose(w, ANSWER_NA, names, NA_REASONS, "");
}

static bool
reason_wanted(const struct item *item)
{
	for (size_t i = 0; i < item->choice_count; i++)
		if (item->choices[i].reason)
			return true;
	return item->scale->text;
}

static void
item_write(struct writing *w, const struct item *item, size_t number)
{
	struct xlsx *x = w->x;
	xlsx_row(x);
	xlsx_text(x, ANSWER_NUMBER, arena_printf(w->arena, "%zu", number), 0);
	xlsx_text(x, ANSWER_CLAUSE, item->clause->title, XLSX_MUTED);
	xlsx_text(x, ANSWER_QUESTION, item->text, item->priority ? XLSX_STRONG : 0);
	xlsx_text(x, ANSWER_HELP, item->help, XLSX_MUTED);
	if (item->choice_count > 0)
		choices_write(w, item);
	else
		xlsx_text(x, ANSWER_CHOICE, "", 0);
	if (item_takes_na(item))
		na_write(w);
	else
		xlsx_text(x, ANSWER_NA, "", 0);
	xlsx_text(x, ANSWER_REASON, "", reason_wanted(item) ? XLSX_INPUT : 0);
	xlsx_text(x, ANSWER_EXTRA, "", item->extra != EXTRA_NONE ? XLSX_INPUT : 0);
	xlsx_text(x, ANSWER_KEY, item->id, 0);
}

static void
submit_write(struct writing *w)
{
	const char *const choices[] = {_("hand in"), _("keep as a draft")};
	xlsx_row(w->x);
	for (size_t i = 0; i < ANSWER_KEY; i++)
		xlsx_text(w->x, i, i == ANSWER_QUESTION ? _("Hand this sheet in?") : "", XLSX_STRONG);
	choose(w, ANSWER_CHOICE, choices, 2, choices[0]);
	xlsx_text(w->x, ANSWER_KEY, ANSWER_SUBMIT, 0);
}

static void
sheet_write(struct writing *w, const struct answer_sheet *s, size_t number)
{
	const struct xlsx_column columns[ANSWER_COLUMNS] = {{_("No."), 5, XLSX_RIGHT, false},
		{_("Part"), 14, XLSX_LEFT, false}, {_("Question"), 38, XLSX_LEFT, false},
		{_("Explanation"), 40, XLSX_LEFT, false}, {_("Answer"), 20, XLSX_LEFT, false},
		{_("Why it does not apply"), 20, XLSX_LEFT, false},
		{_("Reason or text"), 34, XLSX_LEFT, false}, {_("Date or number"), 13, XLSX_LEFT, false},
		{"", 10, XLSX_LEFT, true}};
	struct xlsx_column *own = ARENA_ARRAY(w->arena, struct xlsx_column, ANSWER_COLUMNS);
	memcpy(own, columns, sizeof columns);
	const struct questionnaire *q = s->questionnaire;
	xlsx_sheet(w->x, arena_printf(w->arena, "%02zu %s", number, s->name), own, ANSWER_COLUMNS,
		XLSX_PROTECTED | XLSX_LANDSCAPE);
	xlsx_line(w->x, arena_printf(w->arena, "%s %s", w->book->title, q->title), XLSX_STRONG);
	xlsx_text(w->x, ANSWER_KEY, s->code, 0);
	xlsx_line(w->x,
		arena_printf(w->arena, "%s %s %s (%s)", w->book->department, s->number, s->name, s->code),
		XLSX_STRONG);
	xlsx_line(w->x, arena_printf(w->arena, _("Due: %s"), w->book->due), 0);
	xlsx_header(w->x);
	size_t asked = 0;
	for (size_t i = 0; i < q->count; i++)
		if (item_applies(&q->items[i], s->flags))
			item_write(w, &q->items[i], ++asked);
	submit_write(w);
}

/* ---- what it was made from ---- */

static void
version_row(struct writing *w, struct buf *sum, const char *const *cells, size_t count)
{
	xlsx_row(w->x);
	for (size_t i = 0; i < count; i++) {
		xlsx_text(w->x, i, cells[i], 0);
		buf_addf(sum, "%s\n", cells[i]);
	}
}

static const char *
number(struct writing *w, int64_t n)
{
	return arena_printf(w->arena, "%lld", (long long)n);
}

static void
version_write(struct writing *w)
{
	static const struct xlsx_column columns[VERSION_COLUMNS] = {
		{.width = 12}, {.width = 18}, {.width = 12}, {.width = 14}, {.width = 30}, {.width = 10}};
	struct buf sum = BUF_INIT;
	char digest[DIGEST_SIZE];
	xlsx_sheet(w->x, ANSWER_VERSION, columns, VERSION_COLUMNS, XLSX_PROTECTED | XLSX_HIDDEN);
	version_row(w, &sum, (const char *const[]){ANSWER_FORMAT}, 1);
	version_row(w, &sum,
		(const char *const[]){
			VERSION_CYCLE, number(w, w->book->cycle_id), number(w, w->book->opened)},
		3);
	for (size_t i = 0; i < w->book->count; i++) {
		const struct answer_sheet *s = &w->book->sheets[i];
		answer_digest(s->questionnaire, digest);
		version_row(w, &sum,
			(const char *const[]){VERSION_SHEET, s->code, number(w, s->sheet_id),
				s->questionnaire->key, digest, number(w, s->revision)},
			VERSION_COLUMNS);
	}
	digest_of(sum.data, sum.length, digest);
	buf_free(&sum);
	xlsx_row(w->x);
	xlsx_text(w->x, 0, VERSION_CHECKSUM, 0);
	xlsx_text(w->x, 1, digest, 0);
}

bool
answer_book_write(struct arena *a, const struct answer_book *b, struct buf *out, struct err *e)
{
	if (b->count == 0)
		return err_set(e, ERR_ABSENT, _("%s has no sheets that wait for answers"), b->department);
	struct writing w = {.arena = a,
		.book = b,
		.x = xlsx_create(b->title, b->department, b->made, false),
		.refusal = _("Choose one of the list.")};
	guide_write(&w);
	for (size_t i = 0; i < b->count; i++)
		sheet_write(&w, &b->sheets[i], i + 1);
	version_write(&w);
	bool ok = xlsx_finish(w.x, out, e);
	xlsx_destroy(w.x);
	return ok;
}
