#include "domain/cycle/calendar.h"

#include "base/words.h"

enum { SUNDAY, MONDAY, SATURDAY = 6 };
enum { FOREVER = 9999, SUBSTITUTE_LAW = 2007, SEARCH_MOST = 366 };

/* How the day of a row is found. */
enum rule { ON_DAY, ON_MONDAY, ON_SPRING, ON_AUTUMN };

struct holiday {
	const char *name;
	int from, to; /* years */
	enum rule rule;
	int month, day; /* ON_MONDAY: the day-th Monday */
};

static const struct holiday holidays[] = {
	{N_("New Year's Day"), 1949, FOREVER, ON_DAY, 1, 1},
	{N_("Coming of Age Day"), 2000, FOREVER, ON_MONDAY, 1, 2},
	{N_("National Foundation Day"), 1967, FOREVER, ON_DAY, 2, 11},
	{N_("The Emperor's Birthday"), 1989, 2018, ON_DAY, 12, 23},
	{N_("The Emperor's Birthday"), 2020, FOREVER, ON_DAY, 2, 23},
	{N_("Vernal Equinox Day"), 1949, FOREVER, ON_SPRING, 3, 0},
	{N_("Greenery Day"), 1989, 2006, ON_DAY, 4, 29},
	{N_("Showa Day"), 2007, FOREVER, ON_DAY, 4, 29},
	{N_("Day of the Accession"), 2019, 2019, ON_DAY, 5, 1},
	{N_("Constitution Memorial Day"), 1949, FOREVER, ON_DAY, 5, 3},
	{N_("Greenery Day"), 2007, FOREVER, ON_DAY, 5, 4},
	{N_("Children's Day"), 1949, FOREVER, ON_DAY, 5, 5},
	{N_("Marine Day"), 1996, 2002, ON_DAY, 7, 20},
	{N_("Marine Day"), 2003, 2019, ON_MONDAY, 7, 3},
	{N_("Marine Day"), 2020, 2020, ON_DAY, 7, 23},
	{N_("Marine Day"), 2021, 2021, ON_DAY, 7, 22},
	{N_("Marine Day"), 2022, FOREVER, ON_MONDAY, 7, 3},
	{N_("Mountain Day"), 2016, 2019, ON_DAY, 8, 11},
	{N_("Mountain Day"), 2020, 2020, ON_DAY, 8, 10},
	{N_("Mountain Day"), 2021, 2021, ON_DAY, 8, 8},
	{N_("Mountain Day"), 2022, FOREVER, ON_DAY, 8, 11},
	{N_("Respect for the Aged Day"), 1966, 2002, ON_DAY, 9, 15},
	{N_("Respect for the Aged Day"), 2003, FOREVER, ON_MONDAY, 9, 3},
	{N_("Autumnal Equinox Day"), 1948, FOREVER, ON_AUTUMN, 9, 0},
	{N_("Health and Sports Day"), 2000, 2019, ON_MONDAY, 10, 2},
	{N_("Sports Day"), 2020, 2020, ON_DAY, 7, 24},
	{N_("Sports Day"), 2021, 2021, ON_DAY, 7, 23},
	{N_("Sports Day"), 2022, FOREVER, ON_MONDAY, 10, 2},
	{N_("Enthronement Ceremony Day"), 2019, 2019, ON_DAY, 10, 22},
	{N_("Culture Day"), 1948, FOREVER, ON_DAY, 11, 3},
	{N_("Labour Thanksgiving Day"), 1948, FOREVER, ON_DAY, 11, 23},
};

/* Good from 1980 to 2099: the mean drift of a tropical year, less the leap days. */
static int
equinox(double base, int year)
{
	int n = year - 1980;
	return (int)(base + 0.242194 * n) - n / 4;
}

static int
monday_of(int year, int month, int nth)
{
	int first = 1 + (MONDAY - day_weekday(day_of(year, month, 1)) + 7) % 7;
	return first + 7 * (nth - 1);
}

static int
day_in_month(const struct holiday *h, int year)
{
	switch (h->rule) {
	case ON_MONDAY:
		return monday_of(year, h->month, h->day);
	case ON_SPRING:
		return equinox(20.8431, year);
	case ON_AUTUMN:
		return equinox(23.2488, year);
	default:
		return h->day;
	}
}

/* A holiday (祝日) in its own right: NULL for a day that is one because of others. */
static const char *
proper_name(day_t d)
{
	struct civil c = civil_of_day(d);
	for (size_t i = 0; i < sizeof holidays / sizeof *holidays; i++) {
		const struct holiday *h = &holidays[i];
		if (h->month == c.month && c.year >= h->from && c.year <= h->to &&
			day_in_month(h, c.year) == c.day)
			return h->name;
	}
	return NULL;
}

/* A holiday fell on a Sunday: until 2006 the Monday after it is free, since then the
 * next day that is none. */
static bool
is_substitute(day_t d, int year)
{
	if (year < SUBSTITUTE_LAW)
		return day_weekday(d) == MONDAY && proper_name(d - 1) != NULL;
	for (day_t before = d - 1; proper_name(before) != NULL; before--)
		if (day_weekday(before) == SUNDAY)
			return true;
	return false;
}

const char *
holiday_name(day_t d)
{
	int year = civil_of_day(d).year;
	if (year < CALENDAR_FIRST_YEAR || year > CALENDAR_LAST_YEAR)
		return NULL;
	const char *name = proper_name(d);
	if (name != NULL)
		return _(name);
	if (is_substitute(d, year))
		return _("Substitute holiday");
	bool between = proper_name(d - 1) != NULL && proper_name(d + 1) != NULL;
	return between && (year >= SUBSTITUTE_LAW || day_weekday(d) != SUNDAY) ? _("Citizens' holiday")
									       : NULL;
}

/* ---- the office ---------------------------------------------------------------------------- */

bool
day_is_closed(const struct calendar *c, day_t d)
{
	int weekday = day_weekday(d);
	struct civil civil = civil_of_day(d);
	if (weekday == SUNDAY || weekday == SATURDAY || holiday_name(d) != NULL ||
		(civil.month == 12 && c->december_from != 0 && civil.day >= c->december_from) ||
		(civil.month == 1 && civil.day <= c->january_to))
		return true;
	for (size_t i = 0; i < c->count; i++)
		if (d >= c->closings[i].first && d <= c->closings[i].last)
			return true;
	return false;
}

static day_t
open_day(const struct calendar *c, day_t d, int step)
{
	for (int i = 0; i < SEARCH_MOST; i++)
		if (!day_is_closed(c, d + i * step))
			return d + i * step;
	return d;
}

day_t
open_day_before(const struct calendar *c, day_t d)
{
	return open_day(c, d, -1);
}

day_t
open_day_after(const struct calendar *c, day_t d)
{
	return open_day(c, d, 1);
}
