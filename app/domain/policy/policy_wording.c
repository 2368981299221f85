#include "domain/policy/policy_wording.h"

#include <stdint.h>
#include <string.h>

static const struct clause_text *
find(const struct policy_text *t, const char *key, size_t length)
{
	for (size_t i = 0; i < t->count; i++)
		if (strncmp(t->clauses[i].key, key, length) == 0 && t->clauses[i].key[length] == '\0')
			return &t->clauses[i];
	return NULL;
}

const struct clause_text *
policy_text_find(const struct policy_text *t, const char *key)
{
	return find(t, key, strlen(key));
}

bool
policy_wording(const struct policy_text *t, const char *key, struct policy_wording *out)
{
	size_t length = strlen(key);
	size_t nth = length > 1 && key[length - 1] >= 'a' && key[length - 1] <= 'z'
			     ? (size_t)(key[length - 1] - 'a')
			     : SIZE_MAX;
	const struct clause_text *c = find(t, key, nth != SIZE_MAX ? length - 1 : length);
	if (c == NULL)
		return false;
	*out = (struct policy_wording){c, c->paragraphs, c->paragraph_count};
	if (c->paragraph_count > 1 && nth < c->paragraph_count) {
		out->paragraphs += nth;
		out->count = 1;
	}
	return true;
}

struct policy_unplaced
policy_unplaced(struct arena *a, const struct policy *p, const struct policy_text *t)
{
	struct policy_unplaced u = {0};
	for (size_t i = 0; i < t->count; i++)
		if (policy_find(p, t->clauses[i].key) == NULL) {
			u.unknown = ARENA_PUSH(a, u.unknown, u.unknown_count);
			u.unknown[u.unknown_count++] = &t->clauses[i];
		}
	for (size_t i = 0; i < p->count; i++)
		if (p->clauses[i].numbered && policy_text_find(t, p->clauses[i].key) == NULL) {
			u.missing = ARENA_PUSH(a, u.missing, u.missing_count);
			u.missing[u.missing_count++] = &p->clauses[i];
		}
	return u;
}
