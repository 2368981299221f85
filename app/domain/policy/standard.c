#include "domain/policy/standard.h"

#include <string.h>

#include "base/words.h"
#include "domain/answer/table.h"

enum { NUMBER, TITLE, TEXT, CLAUSES, ITEMS };

static const struct table_column columns[STANDARD_COLUMNS] = {
	/* 条番号 */ [NUMBER] = {"number", "\u6761\u756A\u53F7", NULL, 50, true, false},
	/* 見出し */[TITLE] = {"title", "\u898B\u51FA\u3057", NULL, STANDARD_TITLE_MOST, false, false},
	/* 本文 */[TEXT] = {"text", "\u672C\u6587", NULL, STANDARD_TEXT_MOST, true, false},
	/* 条項 */[CLAUSES] = {"clauses", "\u6761\u9805", NULL, 500, false, false},
	/* 設問・監査項目, 設問 */[ITEMS] = {"items", "\u8A2D\u554F\u30FB\u76E3\u67FB\u9805\u76EE",
		"\u8A2D\u554F", 1000, false, false},
};

const char *const *
standard_header(struct arena *a)
{
	const char **out = ARENA_ARRAY(a, const char *, STANDARD_COLUMNS);
	for (size_t i = 0; i < STANDARD_COLUMNS; i++)
		out[i] = columns[i].japanese;
	return out;
}

/* ---- what an article is linked to ------------------------------------------------------------ */

/* The length of what parts two keys at the beginning of the text; U+3000, U+3001 and U+FF0C among it. */
static size_t
parting(const char *text)
{
	static const char *const wide[] = {"\xe3\x80\x80", "\xe3\x80\x81", "\xef\xbc\x8c"};
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (strncmp(text, wide[i], 3) == 0)
			return 3;
	return *text != '\0' && strchr(" ,;\t\r\n", *text) != NULL;
}

static size_t
keys_split(struct arena *a, const char *text, const char ***out)
{
	size_t count = 0;
	*out = NULL;
	for (size_t skip; text != NULL && *text != '\0';) {
		for (; (skip = parting(text)) > 0; text += skip)
			;
		const char *from = text;
		while (*text != '\0' && parting(text) == 0)
			text++;
		if (text > from) {
			*out = ARENA_PUSH(a, *out, count);
			(*out)[count++] = arena_strndup(a, from, (size_t)(text - from));
		}
	}
	return count;
}

static bool
item_known(const struct bank *b, const char *id)
{
	for (size_t i = 0; i < b->count; i++)
		if (questionnaire_find(b->sets[i], id) != NULL)
			return true;
	return false;
}

static void
links_check(const struct bank *b, const struct standard_article *x, const char *name, struct faults *f)
{
	for (size_t i = 0; i < x->clause_count; i++)
		policy_name(b->policy, x->clauses[i], x->number, name, x->line, f);
	for (size_t i = 0; i < x->item_count; i++)
		if (!item_known(b, x->items[i]))
			fault_add(f, name, x->line, _("%s: there is no item with the number %s"), x->number,
				x->items[i]);
}

bool
article_is_of(const struct standard_article *x, const struct clause *clause)
{
	for (size_t i = 0; i < x->clause_count; i++)
		for (const struct clause *c = clause; c != NULL; c = c->numbered ? NULL : c->parent)
			if (strcmp(x->clauses[i], c->key) == 0)
				return true;
	return false;
}

bool
article_asks(const struct standard_article *x, const char *item)
{
	for (size_t i = 0; i < x->item_count; i++)
		if (strcmp(x->items[i], item) == 0)
			return true;
	return false;
}

/* ---- the table --------------------------------------------------------------------------------- */

static const struct standard_article *
article_find(const struct standard *s, const char *number, size_t most)
{
	for (size_t i = 0; i < most; i++)
		if (strcmp(s->articles[i].number, number) == 0)
			return &s->articles[i];
	return NULL;
}

static const char *
text_or_none(const char *text)
{
	return text != NULL ? text : "";
}

static void
article_take(struct standard *s, const struct table_row *row, const struct bank *b, const char *name,
	struct faults *f)
{
	struct standard_article *x = &s->articles[s->count];
	*x = (struct standard_article){.number = text_or_none(row->texts[NUMBER]),
		.title = text_or_none(row->texts[TITLE]),
		.text = text_or_none(row->texts[TEXT]),
		.line = row->line};
	x->clause_count = keys_split(f->arena, row->texts[CLAUSES], &x->clauses);
	x->item_count = keys_split(f->arena, row->texts[ITEMS], &x->items);
	const struct standard_article *double_of = article_find(s, x->number, s->count);
	if (double_of != NULL && *x->number != '\0')
		fault_add(f, name, x->line, _("article %s stands in line %d already"), x->number,
			double_of->line);
	links_check(b, x, name, f);
	s->count++;
}

const struct standard *
standard_parse(const char *data, size_t length, const char *name, const struct bank *bank, struct faults *f)
{
	size_t before = f->count;
	const struct table *t = table_parse(data, length, name, columns, STANDARD_COLUMNS, f);
	struct standard *out = ARENA_NEW(f->arena, struct standard);
	if (t != NULL && t->count > STANDARD_ARTICLES_MOST)
		fault_add(f, name, 0, _("more than %d articles"), STANDARD_ARTICLES_MOST);
	else if (t != NULL) {
		out->articles = ARENA_ARRAY(f->arena, struct standard_article, t->count + 1);
		for (size_t i = 0; i < t->count; i++)
			article_take(out, &t->rows[i], bank, name, f);
	}
	if (f->count == before)
		return out;
	faults_sort(f, before);
	return NULL;
}

/* ---- two editions --------------------------------------------------------------------------- */

static bool
keys_same(const char *const *x, size_t x_count, const char *const *y, size_t y_count)
{
	if (x_count != y_count)
		return false;
	for (size_t i = 0; i < x_count; i++)
		if (strcmp(x[i], y[i]) != 0)
			return false;
	return true;
}

static bool
article_same(const struct standard_article *x, const struct standard_article *y)
{
	return strcmp(x->title, y->title) == 0 && strcmp(x->text, y->text) == 0 &&
	       keys_same(x->clauses, x->clause_count, y->clauses, y->clause_count) &&
	       keys_same(x->items, x->item_count, y->items, y->item_count);
}

size_t
standard_compare(struct arena *a, const struct standard *before, const struct standard *after,
	struct article_difference **out)
{
	size_t count = 0;
	*out = NULL;
	for (size_t i = 0; i < after->count; i++) {
		const struct standard_article *y = &after->articles[i],
					      *x = article_find(before, y->number, before->count);
		if (x != NULL && article_same(x, y))
			continue;
		*out = ARENA_PUSH(a, *out, count);
		(*out)[count++] =
			(struct article_difference){x == NULL ? ARTICLE_NEW : ARTICLE_CHANGED, x, y};
	}
	for (size_t i = 0; i < before->count; i++) {
		const struct standard_article *x = &before->articles[i];
		if (article_find(after, x->number, after->count) != NULL)
			continue;
		*out = ARENA_PUSH(a, *out, count);
		(*out)[count++] = (struct article_difference){ARTICLE_GONE, x, NULL};
	}
	return count;
}
