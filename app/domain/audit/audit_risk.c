#include "domain/audit/audit_risk.h"

#include <stdlib.h>
#include <string.h>

static const char *const keys[FACTORS] = {
	[FACTOR_YEARS] = "years",
	[FACTOR_OPEN] = "open",
	[FACTOR_REPEATED] = "repeated",
	[FACTOR_ALARM] = "alarm",
	[FACTOR_GAP] = "gap",
	[FACTOR_RISK] = "risk",
	[FACTOR_PLANNED] = "planned",
};

const char *
audit_factor_key(enum audit_factor f)
{
	return keys[f];
}

enum audit_factor
audit_factor_of(const char *key)
{
	size_t f = 0;
	while (f < FACTORS && strcmp(keys[f], key) != 0)
		f++;
	return (enum audit_factor)f;
}

int
audit_factor_points(const struct audit_rule *rule, const struct factor_value *v)
{
	if (v->state == FACTOR_NONE)
		return rule->none;
	if (v->state != FACTOR_KNOWN || v->value <= rule->from)
		return 0;
	int points = rule->points * ((v->value - rule->from) / rule->per);
	return points < rule->most ? points : rule->most;
}

static int
more_first(const void *left, const void *right)
{
	const struct audit_candidate *a = *(struct audit_candidate *const *)left;
	const struct audit_candidate *b = *(struct audit_candidate *const *)right;
	return a->total != b->total ? (a->total < b->total) - (a->total > b->total)
				    : (a->place > b->place) - (a->place < b->place);
}

void
audit_candidates_rank(const struct audit_rule rules[FACTORS], struct audit_candidate **list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct audit_candidate *c = list[i];
		c->total = 0;
		for (size_t f = 0; f < FACTORS; f++) {
			c->points[f] = audit_factor_points(&rules[f], &c->values[f]);
			c->total += c->points[f];
		}
	}
	if (count > 0)
		qsort(list, count, sizeof *list, more_first);
}
