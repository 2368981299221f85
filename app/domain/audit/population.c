/* The list a sample is drawn from, as people hand it over. */
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "csv/csv_write.h"
#include "domain/answer/table.h"
#include "domain/audit/sampling.h"

enum { KEY, NAME, STRATUM, COLUMNS };

static const struct table_column columns[COLUMNS] = {
	/* 管理番号, 番号 */ [KEY] = {"key", "\u7BA1\u7406\u756A\u53F7", "\u756A\u53F7", 100, true, false},
	/* 名称, 件名 */[NAME] = {"name", "\u540D\u79F0", "\u4EF6\u540D", 200, false, false},
	/* 層, 区分 */[STRATUM] = {"stratum", "\u5C64", "\u533A\u5206", 100, false, false},
};

static const char *
text_of(const struct table_row *r, size_t column)
{
	return r->texts[column] != NULL ? r->texts[column] : "";
}

struct keyed {
	const char *key;
	int line;
};

static int
key_compare(const void *x, const void *y)
{
	const struct keyed *p = x, *q = y;
	int order = strcmp(p->key, q->key);
	return order != 0 ? order : p->line - q->line;
}

static void
doubles_find(const struct table *t, const char *name, struct faults *f)
{
	struct keyed *keys = ARENA_ARRAY(f->arena, struct keyed, t->count);
	for (size_t i = 0; i < t->count; i++)
		keys[i] = (struct keyed){text_of(&t->rows[i], KEY), t->rows[i].line};
	qsort(keys, t->count, sizeof *keys, key_compare);
	for (size_t i = 1; i < t->count; i++)
		if (*keys[i].key != '\0' && strcmp(keys[i].key, keys[i - 1].key) == 0)
			fault_add(f, name, keys[i].line, _("%s stands in line %d already"), keys[i].key,
				keys[i - 1].line);
}

const struct population *
population_read(const char *data, size_t length, const char *name, struct faults *f)
{
	size_t before = f->count;
	const struct table *t = table_parse(data, length, name, columns, COLUMNS, f);
	if (t == NULL)
		return NULL;
	if (t->count > SAMPLING_UNITS_MOST)
		fault_add(f, name, 0, _("a population has %d rows at most; this file has %zu"),
			SAMPLING_UNITS_MOST, t->count);
	doubles_find(t, name, f);
	faults_sort(f, before);
	struct population *p = ARENA_NEW(f->arena, struct population);
	p->units = ARENA_ARRAY(f->arena, struct sampling_unit, t->count);
	for (; p->count < t->count; p->count++) {
		const struct table_row *r = &t->rows[p->count];
		p->units[p->count] =
			(struct sampling_unit){text_of(r, KEY), text_of(r, NAME), text_of(r, STRATUM)};
	}
	return f->count == before ? p : NULL;
}

void
population_write(const struct population *p, struct buf *out)
{
	const char *titles[COLUMNS];
	for (size_t i = 0; i < COLUMNS; i++)
		titles[i] = columns[i].japanese;
	buf_adds(out, "\xEF\xBB\xBF");
	csv_add(out, titles, COLUMNS);
	for (size_t i = 0; i < p->count; i++) {
		const struct sampling_unit *u = &p->units[i];
		csv_add(out, (const char *[COLUMNS]){u->key, u->name, u->stratum}, COLUMNS);
	}
}
