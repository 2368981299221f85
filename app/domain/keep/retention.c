#include "domain/keep/retention.h"

#include <string.h>

#include "domain/cycle/fiscal.h"

const int retention_classes[RETENTION_CLASSES] = {1, 3, 5, 10, 30, RETENTION_EVER};

static const struct {
	int years;
	const char *key;
} keys[] = {{1, "1"}, {3, "3"}, {5, "5"}, {10, "10"}, {30, "30"}, {RETENTION_EVER, "ever"},
	{RETENTION_IN_USE, "use"}};
enum { KEYS = sizeof keys / sizeof *keys };

const char *
retention_class_key(int years)
{
	for (size_t i = 0; i < KEYS; i++)
		if (keys[i].years == years)
			return keys[i].key;
	return "";
}

bool
retention_class_parse(const char *key, int *years)
{
	for (size_t i = 0; i < KEYS; i++)
		if (strcmp(keys[i].key, key) == 0) {
			*years = keys[i].years;
			return true;
		}
	return false;
}

static bool
is_endless(int years)
{
	return years == RETENTION_EVER || years == RETENTION_IN_USE;
}

struct retention
retention_count(int years, day_t completed)
{
	struct retention r = {.counting = completed != 0, .endless = is_endless(years)};
	if (!r.counting)
		return r;
	int first = fiscal_year_of(completed) + 1;
	r.starts = fiscal_year_first(first);
	if (!r.endless)
		r.expires = fiscal_year_last(first + years - 1);
	return r;
}

struct retention
retention_longest(struct retention a, struct retention b)
{
	if (!a.counting || (b.counting && a.endless))
		return a;
	if (!b.counting || b.endless)
		return b;
	return a.expires >= b.expires ? a : b;
}

bool
retention_expired(const struct retention *r, day_t today)
{
	return r->counting && !r->endless && today > r->expires;
}
