#include "report/policy_cited.h"

#include <string.h>

#include "domain/cycle/fiscal.h"
#include "report/about.h"
#include "store/policy/policy_editions.h"

/* The editions that count, the latest first. */
struct editions {
	struct policy_edition *list;
	size_t count;
};

static bool
editions_read(struct composer *c, struct editions *out, struct err *e)
{
	size_t all;
	out->count = 0;
	if (!policy_editions_list(c->db, c->arena, &out->list, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (out->list[i].withdrawn_at == 0)
			out->list[out->count++] = out->list[i];
	return true;
}

/* Of a year whose assessment or list goes on, as it is today. */
static day_t
day_in_year(const struct composer *c)
{
	const day_t last = fiscal_year_last(c->figures->cycle.year);
	return today_of(c) < last ? today_of(c) : last;
}

static day_t
day_about(const struct composer *c, const struct editions *editions)
{
	switch (recipe_about(c->recipe)) {
	case ABOUT_CYCLE:
		return c->figures->cycle.base_day;
	case ABOUT_FINDING:
		return day_of_instant(c->finding->raised_at);
	case ABOUT_PLAN:
		return fiscal_year_first(c->plan->first_year);
	case ABOUT_RISKS:
		return c->risks->settled ? c->risks->list->approved_day : day_in_year(c);
	case ABOUT_REVISION:
		for (size_t i = 0; i < editions->count; i++)
			if (editions->list[i].id == c->request->about_id)
				return editions->list[i].from_day;
		return day_in_year(c);
	default:
		return day_in_year(c);
	}
}

static void
cite(struct composer *c, const struct editions *editions, day_t day, bool *cited)
{
	size_t i = 0;
	while (i + 1 < editions->count && editions->list[i].from_day > day)
		i++;
	const char *name = editions->list[i].edition;
	if (c->cited_title == NULL) {
		c->cited_title = editions->list[i].title;
		c->cited_edition = name;
	} else if (!cited[i])
		c->cited_edition = arena_printf(c->arena, "%s%s%s", c->cited_edition, say(c, WORD_COMMA), name);
	cited[i] = true;
}

/* The audits of a year may have been carried out under two editions: then both are named. */
bool
policy_cite(struct composer *c, struct err *e)
{
	struct editions editions;
	if (!editions_read(c, &editions, e))
		return false;
	bool *cited = ARENA_ARRAY(c->arena, bool, editions.count + 1);
	for (size_t i = 0; i < c->audit_count && editions.count > 0; i++)
		cite(c, &editions, c->audits[i].begins_day, cited);
	if (c->audit_count == 0 && editions.count > 0)
		cite(c, &editions, day_about(c, &editions), cited);
	return true;
}
