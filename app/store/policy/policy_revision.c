#include "store/policy/policy_revision.h"

#include <string.h>

const char *
revised_key(const struct revised_clause *r)
{
	return r->pair->before != NULL ? r->pair->before->key : r->pair->after->key;
}

bool
clause_is_of(const struct clause *c, const char *key)
{
	return c != NULL && (strcmp(c->key, key) == 0 ||
				    (!c->numbered && c->parent != NULL && strcmp(c->parent->key, key) == 0));
}

/* ---- what hangs on a clause --------------------------------------------------------------- */

static void
items_take(struct arena *a, const struct bank *b, struct revised_clause *row)
{
	const char *key = revised_key(row);
	for (size_t s = 0; s < b->count; s++)
		for (size_t i = 0; i < b->sets[s]->count; i++) {
			const struct item *item = &b->sets[s]->items[i];
			if (!clause_is_of(item->clause, key))
				continue;
			row->items = ARENA_PUSH(a, row->items, row->item_count);
			row->items[row->item_count++] = item;
		}
}

static bool
standards_read(struct db *db, struct arena *a, const struct revision_reader *reader,
	const struct standard **out, struct err *e)
{
	static const struct standard none = {0};
	int64_t id;
	*out = &none;
	return standard_in_force(db, reader->day, reader->standards, &id, e) &&
	       (id == 0 || standard_articles(db, a, id, out, e));
}

static void
articles_take(struct arena *a, const struct policy *p, const struct standard *s, struct revised_clause *row)
{
	const char *key = revised_key(row);
	for (size_t i = 0; i < s->count; i++) {
		const struct standard_article *x = &s->articles[i];
		bool hangs = false;
		for (size_t k = 0; k < x->clause_count && !hangs; k++)
			hangs = clause_is_of(policy_find(p, x->clauses[k]), key);
		if (!hangs)
			continue;
		row->articles = ARENA_PUSH(a, row->articles, row->article_count);
		row->articles[row->article_count++] = x;
	}
}

static bool
findings_read(struct db *db, struct arena *a, const struct revision_reader *reader, struct finding **list,
	size_t *count, struct err *e)
{
	const struct finding_filter f = {.manager_id = reader->manager_id,
		.told = reader->manager_id != 0,
		.state = FINDING_STATES,
		.severity = SEVERITIES};
	*list = NULL;
	*count = 0;
	return !reader->findings || findings_list(db, a, &f, list, count, e);
}

static void
findings_take(struct arena *a, const struct policy *p, const struct finding *list, size_t count,
	struct revised_clause *row)
{
	const char *key = revised_key(row);
	for (size_t i = 0; i < count; i++) {
		if (list[i].state == FINDING_WITHDRAWN || !clause_is_of(policy_find(p, list[i].clause), key))
			continue;
		row->findings = ARENA_PUSH(a, row->findings, row->finding_count);
		row->findings[row->finding_count++] = &list[i];
	}
}

/* ---- the table ------------------------------------------------------------------------------ */

static void
runs_make(struct arena *a, struct revised_clause *row)
{
	const struct policy_pair *p = row->pair;
	text_diff(a, p->before != NULL ? clause_text_whole(a, p->before) : "",
		p->after != NULL ? clause_text_whole(a, p->after) : "", &row->before, &row->after);
}

bool
policy_revision_read(struct db *db, struct arena *a, const struct bank *bank, int64_t before, int64_t after,
	const struct revision_reader *reader, struct policy_revision *out, struct err *e)
{
	const struct policy_text *x, *y;
	const struct standard *standard;
	struct finding *list;
	size_t count;
	*out = (struct policy_revision){0};
	if (!policy_edition_find(db, a, before, &out->before, e) ||
		!policy_edition_find(db, a, after, &out->after, e) ||
		!policy_edition_text(db, a, before, &x, e) || !policy_edition_text(db, a, after, &y, e) ||
		!standards_read(db, a, reader, &standard, e) ||
		!findings_read(db, a, reader, &list, &count, e))
		return false;
	out->comparison = policy_compare(a, x, y);
	for (size_t i = 0; i < out->comparison.count; i++) {
		const struct policy_pair *p = &out->comparison.pairs[i];
		if (p->change == POLICY_SAME && !p->moved)
			continue;
		out->rows = ARENA_PUSH(a, out->rows, out->count);
		struct revised_clause *row = &out->rows[out->count++];
		*row = (struct revised_clause){.pair = p};
		runs_make(a, row);
		items_take(a, bank, row);
		articles_take(a, bank->policy, standard, row);
		findings_take(a, bank->policy, list, count, row);
	}
	return true;
}

bool
policy_revision_usual(struct db *db, struct arena *a, int64_t *before, int64_t *after, struct err *e)
{
	struct policy_edition *list;
	size_t count;
	*before = *after = 0;
	if (!policy_editions_list(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && *before == 0; i++)
		if (list[i].withdrawn_at == 0)
			*(*after == 0 ? after : before) = list[i].id;
	return true;
}

SQL(find_edition_before, "SELECT id FROM policy_edition WHERE withdrawn_at IS NULL AND (from_day < $1 OR "
			 "(from_day = $1 AND id < $2))"
			 " ORDER BY from_day DESC, id DESC LIMIT 1");

bool
policy_edition_before(struct db *db, const struct policy_edition *x, int64_t *before, struct err *e)
{
	struct rows r;
	*before = 0;
	if (x->withdrawn_at != 0)
		return true;
	if (!db_query(db, &r, e, find_edition_before, "ii", (int64_t)x->from_day, x->id))
		return false;
	if (rows_next(&r))
		*before = row_int(&r, 0);
	return rows_end(&r, e);
}
