/* Entries as a file, and two states of a register side by side. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "domain/answer/table.h"
#include "domain/organisation/register.h"

enum { NAMES_ONLY = 2 };

/* The names beside the codes are there for people; reading passes them over. */
static struct table_column *
columns_of(const struct register_kind *kind, struct arena *a)
{
	struct table_column *columns = ARENA_ARRAY(a, struct table_column, kind->count + NAMES_ONLY);
	for (size_t i = 0; i < kind->count; i++)
		columns[i] = (struct table_column){.english = kind->fields[i].key,
			.japanese = kind->fields[i].title,
			.also = i == FIELD_NAME    ? kind->name_title
				: i == FIELD_OWNER ? kind->fields[i].help
						   : NULL,
			.most = SIZE_MAX,
			.must = i == FIELD_KEY};
	columns[kind->count] = (struct table_column){
		.english = "department_name", .japanese = kind->department_title, .most = SIZE_MAX};
	columns[kind->count + 1] = (struct table_column){
		.english = "owner_name", .japanese = kind->owner_title, .most = SIZE_MAX};
	return columns;
}

size_t
entries_header(const struct register_kind *kind, struct arena *a, const char ***titles)
{
	const struct table_column *columns = columns_of(kind, a);
	*titles = ARENA_ARRAY(a, const char *, kind->count + NAMES_ONLY);
	for (size_t i = 0; i < kind->count + NAMES_ONLY; i++)
		(*titles)[i] = columns[i].japanese;
	return kind->count + NAMES_ONLY;
}

/* Equal keys stand together, the earlier line first. */
static int
by_key(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a, *y = *(const struct entry *const *)b;
	int order = strcmp(x->texts[FIELD_KEY], y->texts[FIELD_KEY]);
	return order != 0 ? order : (x > y) - (x < y);
}

static const struct entry **
keyed(struct arena *a, const struct entries *list)
{
	const struct entry **k = ARENA_ARRAY(a, const struct entry *, list->count + 1);
	for (size_t i = 0; i < list->count; i++)
		k[i] = &list->rows[i];
	if (list->count > 0)
		qsort(k, list->count, sizeof *k, by_key);
	return k;
}

static void
doubles_check(const struct entries *list, const char *name, struct faults *f)
{
	const struct entry **k = keyed(f->arena, list);
	for (size_t i = 1, first = 0; i < list->count; i++) {
		const char *key = k[i]->texts[FIELD_KEY];
		if (strcmp(key, k[first]->texts[FIELD_KEY]) != 0)
			first = i;
		else if (key[0] != '\0')
			fault_add(f, name, k[i]->line, _("number %s stands in line %d already"), key,
				k[first]->line);
	}
}

const struct entries *
entries_parse(
	const struct register_kind *kind, const char *data, size_t length, const char *name, struct faults *f)
{
	size_t faults = f->count;
	const struct table *t =
		table_parse(data, length, name, columns_of(kind, f->arena), kind->count + NAMES_ONLY, f);
	struct entries *out = ARENA_NEW(f->arena, struct entries);
	if (t != NULL) {
		out->charset = t->charset;
		out->rows = ARENA_ARRAY(f->arena, struct entry, t->count + 1);
		for (; out->count < t->count; out->count++)
			out->rows[out->count] = (struct entry){.texts = t->rows[out->count].texts,
				.department_name = "",
				.owner_name = "",
				.line = t->rows[out->count].line};
		doubles_check(out, name, f);
	}
	if (f->count == faults)
		return out;
	faults_sort(f, faults);
	return NULL;
}

void
entries_check(const struct register_kind *kind, const struct entries *rows, const struct references *refs,
	const char *name, struct faults *f)
{
	struct entry_complaint *wrong = ARENA_ARRAY(f->arena, struct entry_complaint, kind->count);
	for (size_t i = 0; i < rows->count; i++) {
		size_t count = entry_check(f->arena, kind, rows->rows[i].texts, refs, wrong);
		for (size_t k = 0; k < count; k++)
			fault_add(f, name, rows->rows[i].line, "%s: %s", kind->fields[wrong[k].field].title,
				wrong[k].text);
	}
}

static const struct entry *
entry_of_key(const struct entry **k, size_t count, const char *key)
{
	const struct entry wanted = {.texts = &key}, *p = &wanted;
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(p->texts[FIELD_KEY], k[middle]->texts[FIELD_KEY]);
		if (order == 0)
			return k[middle];
		*(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
	}
	return NULL;
}

void
entries_fill(struct arena *a, const struct register_kind *kind, const struct entries *before,
	const struct entries *after, day_t first)
{
	const struct entry **old = keyed(a, before);
	char day[16];
	day_format(first, day);
	for (size_t i = 0; i < after->count; i++) {
		const char **texts = after->rows[i].texts;
		const struct entry *was = entry_of_key(old, before->count, texts[FIELD_KEY]);
		if (texts[FIELD_FROM] != NULL && texts[FIELD_FROM][0] == '\0')
			texts[FIELD_FROM] = NULL;
		for (size_t k = 0; k < kind->count; k++)
			if (texts[k] == NULL)
				texts[k] = was != NULL       ? was->texts[k]
					   : k == FIELD_FROM ? arena_strdup(a, day)
							     : "";
	}
}

static bool
entry_same(const struct register_kind *kind, const struct entry *a, const struct entry *b)
{
	for (size_t i = 0; i < kind->count; i++)
		if (strcmp(a->texts[i], b->texts[i]) != 0)
			return false;
	return true;
}

bool
entry_there(const struct entry *e, day_t day)
{
	char text[16];
	day_format(day, text);
	return e->texts[FIELD_UNTIL][0] == '\0' || strcmp(e->texts[FIELD_UNTIL], text) >= 0;
}

bool
entry_department_ended(const struct entry *e, day_t day)
{
	return e->department_until != 0 && e->department_until < day;
}

size_t
entries_compare(struct arena *a, const struct register_kind *kind, const struct entries *before,
	const struct entries *after, day_t day, struct entry_difference **differences)
{
	const struct entry **old = keyed(a, before), **new = keyed(a, after);
	struct entry_difference *d =
		ARENA_ARRAY(a, struct entry_difference, before->count + after->count + 1);
	size_t count = 0;
	for (enum register_change change = REGISTER_NEW; change <= REGISTER_CHANGED; change++)
		for (size_t i = 0; i < after->count; i++) {
			const struct entry *is = &after->rows[i];
			const struct entry *was = entry_of_key(old, before->count, is->texts[FIELD_KEY]);
			if ((was == NULL) == (change == REGISTER_NEW) &&
				(was == NULL || !entry_same(kind, was, is)))
				d[count++] = (struct entry_difference){change, was, is};
		}
	for (size_t i = 0; i < before->count; i++) {
		const struct entry *was = &before->rows[i];
		if (entry_there(was, day) && entry_of_key(new, after->count, was->texts[FIELD_KEY]) == NULL)
			d[count++] = (struct entry_difference){REGISTER_GONE, was, NULL};
	}
	*differences = d;
	return count;
}
