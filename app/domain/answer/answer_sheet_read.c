#include "domain/answer/answer_sheet.h"

#include <string.h>

#include "base/day.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/answer/answer_layout.h"
#include "xlsx/xlsx.h"

struct reading {
	struct arena *arena;
	const struct xlsx_table *table;
	const struct questionnaire *q;
	flags_t flags;
	struct answer_taken *out;
	struct answer_faults *faults;
	bool *seen; /* per item */
	const struct xlsx_cells *row;
};

#define REFUSE(r, column, ...)                                                                               \
	((r)->out->refused++, answer_fault_add((r)->faults, (r)->table->name,                                \
				      xlsx_cell_name((r)->arena, (column), (r)->row->number), __VA_ARGS__))

/* Blanks of either width within and around it do not count. */
static const char *
squeezed(struct arena *a, const char *text)
{
	char *out = arena_strdup(a, text), *to = out;
	const char *end = text + strlen(text);
	for (const char *at = text; at < end;) {
		const char *from = at;
		int32_t c = utf8_next(&at, end);
		if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0x3000)
			continue;
		memcpy(to, from, (size_t)(at - from));
		to += at - from;
	}
	*to = '\0';
	return out;
}

/* Enough of what was typed to be known again. */
static const char *
brief(struct arena *a, const char *text)
{
	enum { MOST = 90 };
	char *out = arena_strndup(a, text, strlen(text) < MOST ? strlen(text) : MOST);
	utf8_trim(out);
	return out;
}

static bool
alike(struct arena *a, const char *typed, const char *known)
{
	return strcmp(typed, squeezed(a, known)) == 0;
}

static const struct choice *
choice_of(struct arena *a, const struct item *item, const char *typed)
{
	for (size_t i = 0; i < item->choice_count; i++) {
		const struct choice *c = &item->choices[i];
		const char *mark = c->mark != NULL ? c->mark : "";
		if (alike(a, typed, c->label) || alike(a, typed, arena_printf(a, "%s%s", mark, c->label)) ||
			(*mark != '\0' && alike(a, typed, mark)) || strcmp(typed, c->code) == 0)
			return c;
	}
	return NULL;
}

static const struct na_reason *
na_of(struct arena *a, const char *typed)
{
	for (size_t i = 0; i < NA_REASONS; i++)
		if (alike(a, typed, na_name(&na_reasons[i])))
			return &na_reasons[i];
	return NULL;
}

/* The text of a cell that may be used; NULL for none, a formula refused among it. */
static const char *
cell_of(struct reading *r, size_t column)
{
	const char *text = xlsx_cell(r->row, column);
	if (column < r->row->count && r->row->cells[column].formula) {
		REFUSE(r, column, _("a formula stands here; write the value itself"));
		return NULL;
	}
	return utf8_blank(text) ? NULL : text;
}

static void
choice_read(struct reading *r, const struct item *item, struct answer *answer)
{
	const char *text = cell_of(r, ANSWER_CHOICE);
	if (text == NULL)
		return;
	answer->choice = choice_of(r->arena, item, squeezed(r->arena, text));
	if (answer->choice == NULL)
		REFUSE(r, ANSWER_CHOICE, _("\"%s\" is none of the choices"), brief(r->arena, text));
}

static void
na_read(struct reading *r, struct answer *answer)
{
	const char *text = cell_of(r, ANSWER_NA);
	if (text == NULL)
		return;
	answer->na = na_of(r->arena, squeezed(r->arena, text));
	if (answer->na == NULL)
		REFUSE(r, ANSWER_NA, _("\"%s\" is none of the reasons"), brief(r->arena, text));
	else if (answer->choice == NULL || answer->choice->role != CHOICE_NA)
		REFUSE(r, ANSWER_NA,
			_("this reason goes only with the answer that the question does not apply"));
}

static const char *
text_read(struct reading *r, size_t most)
{
	const char *text = cell_of(r, ANSWER_REASON);
	if (text == NULL)
		return "";
	if (utf8_plain(text, strlen(text)) && utf8_count(text) <= most)
		return text;
	REFUSE(r, ANSWER_REASON, _("the text is longer than %zu characters, or is no text"), most);
	return "";
}

static const char *
extra_read(struct reading *r, const struct item *item)
{
	int64_t number;
	day_t day;
	char iso[16];
	const char *text = cell_of(r, ANSWER_EXTRA);
	if (text == NULL)
		return "";
	const char *typed = squeezed(r->arena, text);
	if (item->extra == EXTRA_NUMBER && number_parse(typed, 0, 999999999, &number))
		return typed;
	if (item->extra == EXTRA_DATE && day_read(typed, &day)) {
		day_format(day, iso);
		return arena_strdup(r->arena, iso);
	}
	if (item->extra == EXTRA_DATE)
		REFUSE(r, ANSWER_EXTRA, _("\"%s\" is no date; write it as 2026-05-01"),
			brief(r->arena, text));
	else if (item->extra == EXTRA_NUMBER)
		REFUSE(r, ANSWER_EXTRA, _("\"%s\" is no whole number"), brief(r->arena, text));
	else
		REFUSE(r, ANSWER_EXTRA, _("nothing is asked for here"));
	return "";
}

static void
item_read(struct reading *r, const struct item *item)
{
	struct answer *answer = &r->out->answers.items[item - r->q->items];
	choice_read(r, item, answer);
	na_read(r, answer);
	if (item->scale->text)
		answer->extra = text_read(r, TEXT_MOST);
	else {
		answer->reason = text_read(r, REASON_MOST);
		answer->extra = extra_read(r, item);
	}
	r->out->given += answer->choice != NULL || (item->scale->text && answer->extra[0] != '\0');
}

static void
submit_read(struct reading *r)
{
	const char *text = cell_of(r, ANSWER_CHOICE);
	const char *typed = text != NULL ? squeezed(r->arena, text) : "";
	r->out->submit = alike(r->arena, typed, _("hand in"));
	if (!r->out->submit && text != NULL && !alike(r->arena, typed, _("keep as a draft")))
		REFUSE(r, ANSWER_CHOICE, _("\"%s\" is none of the choices"), brief(r->arena, text));
}

static void
row_read(struct reading *r)
{
	const char *key = xlsx_cell(r->row, ANSWER_KEY);
	if (r->row->number == 1 || *key == '\0')
		return;
	if (strcmp(key, ANSWER_SUBMIT) == 0) {
		submit_read(r);
		return;
	}
	const struct item *item = questionnaire_find(r->q, key);
	if (item == NULL || !item_applies(item, r->flags)) {
		REFUSE(r, ANSWER_NUMBER, _("the row is none of the questions of this sheet"));
		return;
	}
	bool *seen = &r->seen[item - r->q->items];
	if (*seen)
		REFUSE(r, ANSWER_NUMBER, _("the row is there twice"));
	else
		item_read(r, item);
	*seen = true;
}

/* Who typed below the table, or beside it, is told: the row has no key. */
static void
stray_read(struct reading *r, bool begun)
{
	if (!begun || xlsx_cell(r->row, ANSWER_KEY)[0] != '\0')
		return;
	for (size_t i = ANSWER_CHOICE; i < ANSWER_KEY; i++)
		if (!utf8_blank(xlsx_cell(r->row, i)))
			REFUSE(r, i, _("the row belongs to no question"));
}

void
answer_sheet_read(struct arena *a, const struct answer_read *sheet, const struct questionnaire *q,
	flags_t flags, struct answer_taken *out, struct answer_faults *f)
{
	*out = (struct answer_taken){.answers = answers_none(a, q)};
	struct reading r = {.arena = a,
		.table = sheet->table,
		.q = q,
		.flags = flags,
		.out = out,
		.faults = f,
		.seen = ARENA_ARRAY(a, bool, q->count + 1)};
	bool begun = false;
	for (size_t i = 0; i < sheet->table->count; i++) {
		r.row = &sheet->table->rows[i];
		row_read(&r);
		stray_read(&r, begun);
		begun = begun || (r.row->number > 1 && xlsx_cell(r.row, ANSWER_KEY)[0] != '\0');
	}
	answers_fit(&out->answers, flags);
}
