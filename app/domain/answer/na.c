#include "domain/answer/na.h"

#include <string.h>

#include "base/words.h"

const struct na_reason na_reasons[NA_REASONS] = {
	{"duty", 0},
	{"means", 1},
	{"occasion", 2},
	{"elsewhere", 3},
	{"other", 4},
};

static const char *const names[NA_REASONS] = {
	N_("not part of the duties"),
	N_("the equipment or system is not used"),
	N_("there was no occasion in the period"),
	N_("done by another office or a contractor"),
	N_("another reason"),
};

const struct na_reason *
na_find(const char *key)
{
	for (size_t i = 0; i < NA_REASONS; i++)
		if (strcmp(na_reasons[i].key, key) == 0)
			return &na_reasons[i];
	return NULL;
}

const char *
na_name(const struct na_reason *r)
{
	return _(names[r->slot]);
}
