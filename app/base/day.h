#ifndef BASE_DAY_H
#define BASE_DAY_H

/*
 * Calendar days and instants. A day is the number of days since 1970-01-01 in
 * the proleptic Gregorian calendar; an instant is seconds since 1970-01-01
 * 00:00 UTC. The body lives in Japan Standard Time, nine hours ahead of UTC all
 * the year, so no time zone table is needed. Functions of the domain never read
 * the clock: the instant is passed in; only the doors call clock_now().
 */

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day_t;
typedef int64_t instant_t;

struct civil {
	int year, month, day;     /* 2026, 1–12, 1–31 */
	int hour, minute, second; /* of the day in JST; 0 for a bare day */
};

instant_t clock_now(void);

day_t day_of(int year, int month, int day);
bool day_parse(const char *iso, day_t *out); /* "2026-10-16", real days only */
bool day_read(const char *text, day_t *out); /* as spreadsheets write it, too: "2026/4/1", "2026.4.1" */
void day_format(day_t d, char out[16]);      /* "2026-10-16" */
int day_weekday(day_t d);                    /* 0 Sunday … 6 Saturday */

struct civil civil_of_day(day_t d);
struct civil civil_of_instant(instant_t t);     /* in JST */
day_t day_of_instant(instant_t t);              /* the JST day */
instant_t instant_of_day(day_t d);              /* 00:00 JST; + 86399 is 23:59:59 */
void instant_format(instant_t t, char out[32]); /* "2026-10-16 14:03:21" in JST */

#endif
