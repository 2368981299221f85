#include "base/day.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { DAY = 86400, JST = 9 * 3600 };

instant_t
clock_now(void)
{
	return (instant_t)time(NULL);
}

/* Counts from 1 March, so that the leap day is the last of its year; an era is 400 years = 146,097 days. */
day_t
day_of(int year, int month, int day)
{
	year -= month <= 2;
	int era = (year >= 0 ? year : year - 399) / 400;
	int of_era = year - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct civil
civil_of_day(day_t d)
{
	d += 719468;
	int era = (d >= 0 ? d : d - 146096) / 146097;
	int day_of_era = d - era * 146097;
	int year = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int of_year = day_of_era - (365 * year + year / 4 - year / 100);
	int m = (5 * of_year + 2) / 153;
	int month = m < 10 ? m + 3 : m - 9;
	return (struct civil){.year = year + era * 400 + (month <= 2),
		.month = month,
		.day = of_year - (153 * m + 2) / 5 + 1};
}

bool
day_parse(const char *iso, day_t *out)
{
	int y, m, d, used = 0;
	if (strlen(iso) != 10 || sscanf(iso, "%4d-%2d-%2d%n", &y, &m, &d, &used) != 3 || used != 10)
		return false;
	char again[16];
	if (y < 1900 || y > 2999 || m < 1 || m > 12 || d < 1 || d > 31)
		return false;
	*out = day_of(y, m, d);
	day_format(*out, again);
	return strcmp(iso, again) == 0;
}

bool
day_read(const char *text, day_t *out)
{
	char iso[16];
	int y, m, d, used = 0;
	if (sscanf(text, "%4d%*1[-/.]%2d%*1[-/.]%2d%n", &y, &m, &d, &used) != 3 || text[used] != '\0' ||
		strpbrk(text, "+ \t") != NULL || y < 0 || m < 0 || d < 0)
		return false;
	snprintf(iso, sizeof iso, "%04d-%02d-%02d", y % 10000, m % 100, d % 100);
	return day_parse(iso, out);
}

void
day_format(day_t d, char out[16])
{
	struct civil c = civil_of_day(d);
	snprintf(out, 16, "%04d-%02d-%02d", c.year % 10000, c.month % 100, c.day % 100);
}

int
day_weekday(day_t d)
{
	return (int)(((d + 4) % 7 + 7) % 7);
}

day_t
day_of_instant(instant_t t)
{
	t += JST;
	return (day_t)(t >= 0 ? t / DAY : (t - DAY + 1) / DAY);
}

instant_t
instant_of_day(day_t d)
{
	return (instant_t)d * DAY - JST;
}

struct civil
civil_of_instant(instant_t t)
{
	day_t d = day_of_instant(t);
	int rest = (int)(t - instant_of_day(d));
	struct civil c = civil_of_day(d);
	c.hour = rest / 3600;
	c.minute = rest / 60 % 60;
	c.second = rest % 60;
	return c;
}

void
instant_format(instant_t t, char out[32])
{
	struct civil c = civil_of_instant(t);
	snprintf(
		out, 32, "%04d-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour, c.minute, c.second);
}
