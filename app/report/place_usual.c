/* Places that every recipe may use. */
#include <string.h>

#include "domain/cycle/fiscal.h"
#include "report/place_inside.h"

static const char *
body(struct composer *c)
{
	return decided(c, "body_name");
}

static const char *
department(struct composer *c)
{
	return subject_is_body(c) ? body(c) : c->figures->subject->name;
}

/* One of an occasion is told apart by its title, without the year that may stand in front of it. */
static const char *
fiscal_year(struct composer *c)
{
	const struct cycle *cycle = &c->figures->cycle;
	const char *year = fiscal_year_name(c->arena, cycle->year), *title = cycle->title;
	if (!cycle->adhoc)
		return year;
	if (strncmp(title, year, strlen(year)) == 0)
		title += strlen(year) + strspn(title + strlen(year), " ");
	struct filling f[] = {{"year", year}, {"title", title}};
	return text_fill(c->arena, say(c, WORD_ADHOC_YEAR), f, 2);
}

static const char *
edition(struct composer *c)
{
	return number_text(c->arena, c->standing.edition);
}

static const char *
policy_title(struct composer *c)
{
	return c->cited_title != NULL ? c->cited_title : c->policy->title;
}

static const char *
policy_edition(struct composer *c)
{
	return c->cited_edition != NULL ? c->cited_edition : c->policy->edition;
}

static const char *
issued_date(struct composer *c)
{
	return wareki_day(c->arena, day_of_instant(c->request->now));
}

static const char *
addressee(struct composer *c)
{
	return decided(c, "addressee");
}

static const char *
honorific(struct composer *c)
{
	return decided(c, "honorific");
}

static const char *
contact(struct composer *c)
{
	return decided(c, "contact");
}

static const char *
readers(struct composer *c)
{
	if (c->request->readers == READERS_FULL)
		return "";
	return say(c, c->request->readers == READERS_PUBLIC ? WORD_READERS_PUBLIC : WORD_READERS_AUDITEE);
}

#define PLACE(name, about) {#name, name, about}
static const struct place list[] = {
	PLACE(addressee, ABOUT_ANY),
	PLACE(body, ABOUT_ANY),
	PLACE(contact, ABOUT_ANY),
	PLACE(department, ABOUT_ANY),
	PLACE(edition, ABOUT_ANY),
	PLACE(fiscal_year, ABOUT_ANY),
	PLACE(honorific, ABOUT_ANY),
	PLACE(issued_date, ABOUT_ANY),
	PLACE(policy_edition, ABOUT_ANY),
	PLACE(policy_title, ABOUT_ANY),
	PLACE(readers, ABOUT_ANY),
};
#undef PLACE
const struct places places_usual = {list, sizeof list / sizeof *list};
