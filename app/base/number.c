#include "base/number.h"

#include <errno.h>
#include <stdlib.h>

bool
number_parse(const char *s, int64_t least, int64_t most, int64_t *out)
{
	const char *digits = s[0] == '-' ? s + 1 : s;
	if (digits[0] < '0' || digits[0] > '9')
		return false;
	char *end;
	errno = 0;
	long long v = strtoll(s, &end, 10);
	if (errno != 0 || *end != '\0' || v < least || v > most)
		return false;
	*out = v;
	return true;
}
