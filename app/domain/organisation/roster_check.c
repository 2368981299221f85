/* What only shows when rows are laid side by side: doubles, and what changed since. */
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "domain/organisation/roster.h"

/* Equal keys stand together, the earlier line first. */
struct keyed {
	const char *key;
	const struct roster_row *row;
};

static int
by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static const char *
number_of(const struct roster_row *r)
{
	return r->number;
}

static const char *
department_of(const struct roster_row *r)
{
	return r->department;
}

const char *
roster_login(const struct roster_row *r)
{
	return r->login != NULL && r->login[0] != '\0' ? r->login : r->number;
}

static struct keyed *
keyed_rows(struct arena *a, const struct roster *r, const char *(*key)(const struct roster_row *))
{
	struct keyed *k = ARENA_ARRAY(a, struct keyed, r->count + 1);
	for (size_t i = 0; i < r->count; i++)
		k[i] = (struct keyed){key(&r->rows[i]), &r->rows[i]};
	if (r->count > 0)
		qsort(k, r->count, sizeof *k, by_key);
	return k;
}

static void
doubles_check(const struct roster *r, const char *name, struct faults *f,
	const char *(*key)(const struct roster_row *), const char *sentence)
{
	const struct keyed *k = keyed_rows(f->arena, r, key);
	for (size_t i = 1, first = 0; i < r->count; i++) {
		if (strcmp(k[i].key, k[first].key) != 0)
			first = i;
		else if (k[i].key[0] != '\0') /* what is empty has been said */
			fault_add(f, name, k[i].row->line, sentence, k[i].key, k[first].row->line);
	}
}

static void
departments_check(const struct roster *r, const char *name, struct faults *f)
{
	const struct keyed *k = keyed_rows(f->arena, r, department_of);
	for (size_t i = 1, first = 0; i < r->count; i++) {
		if (strcmp(k[i].key, k[first].key) != 0)
			first = i;
		else if (k[i].row->department_name[0] != '\0' && k[first].row->department_name[0] != '\0' &&
			 strcmp(k[i].row->department_name, k[first].row->department_name) != 0)
			fault_add(f, name, k[i].row->line,
				_("department %s is called %s here and %s in line %d"), k[i].key,
				k[i].row->department_name, k[first].row->department_name, k[first].row->line);
	}
}

/* A further department that is the main one, too. */
static void
concurrent_check(const struct roster *r, const char *name, struct faults *f)
{
	const char **codes;
	for (size_t i = 0; i < r->count; i++) {
		size_t count = roster_concurrent(f->arena, &r->rows[i], &codes);
		for (size_t k = 0; k < count; k++)
			if (strcmp(codes[k], r->rows[i].department) == 0)
				fault_add(f, name, r->rows[i].line, _("%s names %s, which is %s already"),
					roster_title(ROSTER_CONCURRENT), codes[k],
					roster_title(ROSTER_DEPARTMENT));
	}
}

void
roster_check(const struct roster *r, const char *name, struct faults *f)
{
	doubles_check(r, name, f, number_of, _("staff number %s stands in line %d already"));
	doubles_check(r, name, f, roster_login, _("sign-in name %s is taken in line %d already"));
	departments_check(r, name, f);
	concurrent_check(r, name, f);
}

size_t
roster_changed(struct arena *a, const struct roster_difference *d, enum roster_column **columns)
{
	size_t count = 0;
	*columns = ARENA_ARRAY(a, enum roster_column, ROSTER_COLUMNS);
	for (int c = 0; c < ROSTER_COLUMNS; c++)
		if (strcmp(roster_text(a, d->before, c), roster_text(a, d->after, c)) != 0)
			(*columns)[count++] = c;
	return count;
}

static int
key_against(const void *key, const void *element)
{
	return strcmp(key, ((const struct keyed *)element)->key);
}

static const struct roster_row *
row_find(const struct keyed *k, size_t count, const char *number)
{
	const struct keyed *found = count > 0 ? bsearch(number, k, count, sizeof *k, key_against) : NULL;
	return found != NULL ? found->row : NULL;
}

static bool
row_differs(struct arena *a, const struct roster_row *was, const struct roster_row *is, unsigned lacks,
	struct roster_difference *out)
{
	enum roster_column *columns;
	struct roster_row *whole = ARENA_NEW(a, struct roster_row);
	*whole = *is;
	roster_complete(whole, was, lacks);
	*out = (struct roster_difference){ROSTER_CHANGED, was, whole};
	return roster_changed(a, out, &columns) > 0;
}

size_t
roster_compare(struct arena *a, const struct roster *before, const struct roster *after,
	struct roster_difference **differences)
{
	const struct keyed *old = keyed_rows(a, before, number_of), *new = keyed_rows(a, after, number_of);
	struct roster_difference *d =
		ARENA_ARRAY(a, struct roster_difference, before->count + after->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < after->count; i++)
		if (row_find(old, before->count, after->rows[i].number) == NULL)
			d[count++] = (struct roster_difference){ROSTER_NEW, NULL, &after->rows[i]};
	for (size_t i = 0; i < after->count; i++) {
		const struct roster_row *was = row_find(old, before->count, after->rows[i].number);
		if (was != NULL && row_differs(a, was, &after->rows[i], after->lacks, &d[count]))
			count++;
	}
	for (size_t i = 0; i < before->count; i++)
		if (!before->rows[i].later && row_find(new, after->count, before->rows[i].number) == NULL)
			d[count++] = (struct roster_difference){ROSTER_GONE, &before->rows[i], NULL};
	*differences = d;
	return count;
}
