/* What a roster does to the departments themselves. */
#include "store/organisation/roster_import.h"

#include <stdlib.h>
#include <string.h>

struct listing {
	struct db *db;
	struct arena *arena;
	day_t day;
	struct roster_department *items;
	size_t count;
	const char **codes; /* in which somebody will hold a post, in order */
	size_t code_count;
};

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
code_add(struct listing *l, const char *code)
{
	l->codes = ARENA_PUSH(l->arena, l->codes, l->code_count);
	l->codes[l->code_count++] = code;
}

static void
further_add(struct listing *l, const struct roster_row *row)
{
	const char **further;
	size_t count = roster_concurrent(l->arena, row, &further);
	for (size_t i = 0; i < count; i++)
		code_add(l, further[i]);
}

static void
codes_add(struct listing *l, const struct roster_row *row)
{
	code_add(l, row->department);
	further_add(l, row);
}

static bool
has_code(const struct listing *l, const char *code)
{
	return l->code_count > 0 && bsearch(&code, l->codes, l->code_count, sizeof code, by_text) != NULL;
}

/* Everyone as the roster leaves them: who is hired later stays, and so do further posts its file has no
 * column for, unless their holder leaves. Leavers come last of the differences, in the order of before. */
static void
codes_gather(struct listing *l, const struct roster *before, const struct roster *after,
	const struct roster_difference *list, size_t count)
{
	bool lacks = (after->lacks & 1u << ROSTER_CONCURRENT) != 0;
	size_t gone = 0;
	for (size_t i = 0; i < after->count; i++)
		codes_add(l, &after->rows[i]);
	for (size_t i = 0; i < before->count; i++) {
		const struct roster_row *was = &before->rows[i];
		while (gone < count && (list[gone].change != ROSTER_GONE || list[gone].before < was))
			gone++;
		if (was->later)
			codes_add(l, was);
		else if (lacks && (gone == count || list[gone].before != was))
			further_add(l, was);
	}
	if (l->code_count > 0)
		qsort(l->codes, l->code_count, sizeof *l->codes, by_text);
}

static void
listing_add(struct listing *l, struct roster_department d)
{
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->items[i].key, d.key) == 0)
			return;
	l->items = ARENA_PUSH(l->arena, l->items, l->count);
	l->items[l->count++] = d;
}

static bool
named_look(struct listing *l, const struct roster_row *row, struct err *e)
{
	struct department d;
	struct err none = {0};
	struct roster_department out = {.key = row->department, .name = row->department_name, .was = ""};
	if (!department_find(l->db, l->arena, row->department, l->day, &d, &none)) {
		out.change = ROSTER_DEPARTMENT_NEW;
		listing_add(l, out);
		return none.kind == ERR_ABSENT || err_set(e, none.kind, "%s", none.text);
	}
	out.was = d.name;
	out.change = ROSTER_DEPARTMENT_BACK;
	if (d.valid_to != 0 && d.valid_to < l->day)
		listing_add(l, out);
	out.change = ROSTER_DEPARTMENT_RENAMED;
	if (strcmp(d.name, row->department_name) != 0)
		listing_add(l, out);
	return true;
}

bool
roster_departments(struct db *db, struct arena *a, const struct roster *before, const struct roster *after,
	day_t day, struct roster_department **out, size_t *count, struct err *e)
{
	struct listing l = {.db = db, .arena = a, .day = day};
	struct roster_difference *list;
	size_t differing = roster_compare(a, before, after, &list);
	const char *last = "";
	codes_gather(&l, before, after, list, differing);
	for (size_t i = 0; i < after->count; i++) {
		if (strcmp(after->rows[i].department, last) == 0) /* rows of one mostly stand together */
			continue;
		last = after->rows[i].department;
		if (!named_look(&l, &after->rows[i], e))
			return false;
	}
	for (size_t i = 0; i < differing; i++) {
		const struct roster_row *was = list[i].before;
		if (was != NULL && !has_code(&l, was->department))
			listing_add(&l, (struct roster_department){ROSTER_DEPARTMENT_ENDED, was->department,
						was->department_name, ""});
	}
	*out = l.items;
	*count = l.count;
	return true;
}
