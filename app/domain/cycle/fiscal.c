#include "domain/cycle/fiscal.h"

#include "base/words.h"

/* An era begins on a day in the middle of a year; the fiscal years that bear its
 * name begin with the one in which it began, and 1988 and 2018 keep the old one. */
static const struct era {
	int first_year;         /* western, of its year 1 */
	struct civil first_day; /* from here on dates are in it */
	char letter;
	const char *name;
} eras[] = {
	{2019, {.year = 2019, .month = 5, .day = 1}, 'R', N_("Reiwa")},
	{1989, {.year = 1989, .month = 1, .day = 8}, 'H', N_("Heisei")},
	{1926, {.year = 1926, .month = 12, .day = 25}, 'S', N_("Showa")},
};
enum { ERA_COUNT = sizeof eras / sizeof *eras };

static const struct era *
era_of_day(day_t d)
{
	for (int i = 0; i < ERA_COUNT; i++)
		if (d >= day_of(eras[i].first_day.year, eras[i].first_day.month, eras[i].first_day.day))
			return &eras[i];
	return NULL;
}

static const struct era *
era_of_fiscal_year(int year)
{
	for (int i = 0; i < ERA_COUNT; i++)
		if (year >= eras[i].first_year)
			return &eras[i];
	return NULL;
}

/* 元 for the first year, else the number; before the eras we know, the western year. */
static const char *
year_name(struct arena *a, const struct era *e, int year)
{
	if (e == NULL)
		return arena_printf(a, "%d", year);
	int number = year - e->first_year + 1;
	if (number == 1)
		return arena_printf(a, _("%s 1 (gannen)"), _(e->name));
	return arena_printf(a, _("%1$s %2$d"), _(e->name), number);
}

int
fiscal_year_of(day_t d)
{
	struct civil c = civil_of_day(d);
	return c.month >= 4 ? c.year : c.year - 1;
}

day_t
fiscal_year_first(int year)
{
	return day_of(year, 4, 1);
}

day_t
fiscal_year_last(int year)
{
	return day_of(year + 1, 3, 31);
}

const char *
fiscal_year_name(struct arena *a, int year)
{
	return arena_printf(a, _("fiscal year %s"), year_name(a, era_of_fiscal_year(year), year));
}

const char *
fiscal_year_mark(struct arena *a, int year)
{
	const struct era *e = era_of_fiscal_year(year);
	if (e == NULL)
		return arena_printf(a, "%d", year);
	return arena_printf(a, "%c%02d", e->letter, year - e->first_year + 1);
}

const char *
wareki_day(struct arena *a, day_t d)
{
	struct civil c = civil_of_day(d);
	return arena_printf(a, _("%1$s-%2$d-%3$d"), year_name(a, era_of_day(d), c.year), c.month, c.day);
}

const char *
wareki_short(struct arena *a, day_t d)
{
	struct civil c = civil_of_day(d);
	const struct era *e = era_of_day(d);
	if (e == NULL)
		return arena_printf(a, "%d.%d.%d", c.year, c.month, c.day);
	return arena_printf(a, "%c%d.%d.%d", e->letter, c.year - e->first_year + 1, c.month, c.day);
}

const char *
wareki_instant(struct arena *a, instant_t t)
{
	struct civil c = civil_of_instant(t);
	return arena_printf(a, _("%1$s %2$02d:%3$02d"), wareki_day(a, day_of_instant(t)), c.hour, c.minute);
}
