#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "xlsx/inside.h"

/* ---- what a format shows ---- */

/* The letters of the first section that mean something: no quoted text, no escaped
 * character, no [colour] or [$-locale]; [h] counts elapsed hours. */
static void
letters_of(const char *code, char *out, size_t size)
{
	size_t n = 0;
	for (const char *c = code; *c != '\0' && *c != ';' && n + 1 < size; c++) {
		if (*c == '"') {
			c = strchr(c + 1, '"');
			if (c == NULL)
				break;
		} else if (*c == '[') {
			const char *close = strchr(c, ']');
			if (close == NULL)
				break;
			if (strspn(c + 1, "hHmMsS") == (size_t)(close - c - 1))
				out[n++] = 'h';
			c = close;
		} else if (*c == '\\' || *c == '_' || *c == '*') {
			const char *next = c + 1;
			if (*next != '\0')
				utf8_next(&next, next + strlen(next));
			c = next - 1;
		} else
			out[n++] = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
	}
	out[n] = '\0';
}

/* m is of a time when hours or seconds stand with it, else of a day; e is the year of an
 * era, but 0.00E+00 an exponent. */
static struct show
show_of_letters(const char *letters)
{
	bool number = strpbrk(letters, "0#?") != NULL;
	bool time = strpbrk(letters, "hs") != NULL;
	bool day = strpbrk(letters, "yd") != NULL || (!number && strpbrk(letters, "eg") != NULL) ||
		   strstr(letters, "aaa") != NULL || (strchr(letters, 'm') != NULL && !time);
	if (day && time)
		return (struct show){.kind = SHOW_INSTANT};
	if (day || time)
		return (struct show){.kind = day ? SHOW_DAY : SHOW_TIME};
	const char *percent = strchr(letters, '%');
	if (percent != NULL) {
		const char *point = strchr(letters, '.');
		return (struct show){SHOW_PERCENT, point != NULL ? (int)strspn(point + 1, "0#?") : 0};
	}
	size_t zeros = strspn(letters, "0");
	if (zeros >= 2 && letters[zeros] == '\0')
		return (struct show){SHOW_ZEROS, (int)zeros};
	return (struct show){.kind = SHOW_PLAIN};
}

struct show
show_of_format(const char *code)
{
	char letters[64];
	letters_of(code, letters, sizeof letters);
	if (strcmp(letters, "general") == 0 || strcmp(letters, "@") == 0)
		return (struct show){.kind = SHOW_PLAIN};
	return show_of_letters(letters);
}

/* ECMA-376 part 1, 18.8.30, with the Japanese ones of 27 to 58. */
struct show
show_of_built_in(int number)
{
	static const struct {
		int first, last;
		struct show show;
	} rows[] = {
		{9, 9, {SHOW_PERCENT, 0}},
		{10, 10, {SHOW_PERCENT, 2}},
		{14, 17, {SHOW_DAY, 0}},
		{18, 21, {SHOW_TIME, 0}},
		{22, 22, {SHOW_INSTANT, 0}},
		{27, 31, {SHOW_DAY, 0}},
		{32, 33, {SHOW_TIME, 0}},
		{34, 36, {SHOW_DAY, 0}},
		{45, 47, {SHOW_TIME, 0}},
		{50, 58, {SHOW_DAY, 0}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (number >= rows[i].first && number <= rows[i].last)
			return rows[i].show;
	return (struct show){.kind = SHOW_PLAIN};
}

/* ---- how a number looks then ---- */

/* 15 digits are what Excel keeps; large numbers stay digits and do not become 1.2E+13. */
static const char *
plain_number(struct arena *a, double v)
{
	if (v == floor(v) && fabs(v) < 1e15)
		return arena_printf(a, "%.0f", v == 0 ? 0.0 : v);
	return arena_printf(a, "%.15g", v);
}

/* Excel has a 29th of February 1900, which never was: serials after it are one more. */
static day_t
day_of_serial(double serial, bool from_1904)
{
	day_t whole = (day_t)floor(serial);
	if (from_1904)
		return day_of(1904, 1, 1) + whole;
	return day_of(1899, 12, 30) + whole + (whole < 60 ? 1 : 0);
}

static const char *
clock_text(struct arena *a, int seconds)
{
	int h = seconds / 3600, m = seconds / 60 % 60, s = seconds % 60;
	return s == 0 ? arena_printf(a, "%02d:%02d", h, m) : arena_printf(a, "%02d:%02d:%02d", h, m, s);
}

static const char *
time_number(struct arena *a, double v, enum show_kind kind, bool from_1904)
{
	double day = floor(v);
	int seconds = (int)lround((v - day) * 86400);
	if (seconds == 86400) {
		day++;
		seconds = 0;
	}
	char text[16];
	day_format(day_of_serial(day, from_1904), text);
	if (kind == SHOW_TIME)
		return clock_text(a, seconds + (v < 1000 ? (int)day * 86400 : 0));
	if (kind == SHOW_DAY || seconds == 0)
		return arena_strdup(a, text);
	return arena_printf(a, "%s %s", text, clock_text(a, seconds));
}

const char *
number_shown(struct arena *a, const char *value, struct show show, bool from_1904)
{
	char *end;
	double v = strtod(value, &end);
	if (end == value || *end != '\0' || !isfinite(v))
		return arena_strdup(a, value);
	switch (show.kind) {
	case SHOW_ZEROS:
		if (v >= 0 && v < 1e15)
			return arena_printf(a, "%0*.0f", show.digits, v);
		break;
	case SHOW_PERCENT:
		return arena_printf(a, "%.*f%%", show.digits, v * 100);
	case SHOW_DAY:
	case SHOW_TIME:
	case SHOW_INSTANT:
		/* Up to 9999-12-31: beyond, Excel shows hash marks. */
		if (v >= 0 && v < 2958466)
			return time_number(a, v, show.kind, from_1904);
		break;
	default:
		break;
	}
	return plain_number(a, v);
}
