#ifndef DOMAIN_CYCLE_CALENDAR_H
#define DOMAIN_CYCLE_CALENDAR_H

/*
 * The office calendar (閉庁日): weekends, the national holidays of Japan, the turn of
 * the year and the body's own closing days. Holidays follow the law of 1948 (国民の
 * 祝日に関する法律) as it stood in each year from 2000 on: Happy Mondays, the substitute
 * holiday of 1973 and of 2007, days between two holidays, the accession of 2019 and
 * the Olympic moves of 2020 and 2021. The equinoxes are reckoned by the usual formula,
 * which has met every announcement so far; the law leaves them to the observatory,
 * so a later year may differ by a day.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"

enum { CALENDAR_FIRST_YEAR = 2000, CALENDAR_LAST_YEAR = 2050 }; /* outside: no holidays are known */

const char *holiday_name(day_t d); /* in people's language; NULL: an ordinary day */

struct closing { /* from the first to the last of these days */
	day_t first, last;
	const char *name;
};

struct calendar {
	int december_from; /* 29: closed from 29 December; 0: the year's end is not special */
	int january_to;    /* 3: closed to 3 January; 0 */
	const struct closing *closings;
	size_t count;
};

bool day_is_closed(const struct calendar *c, day_t d);
/* d itself when it is open, else the nearest open day before or after. A year's
 * length of closing days in a row is taken for a mistake, and d is given back. */
day_t open_day_before(const struct calendar *c, day_t d);
day_t open_day_after(const struct calendar *c, day_t d);

#endif
