#include "base/nearest.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum { LONGEST = 64 }; /* code points: longer words get no guess */

/* Returns the number of code points, or LONGEST + 1 for what is too long. */
static size_t
word_fold(const char *s, int32_t out[LONGEST])
{
	const char *end = s + strlen(s);
	size_t n = 0;
	while (s < end) {
		int32_t c = utf8_next(&s, end);
		if (n == LONGEST)
			return LONGEST + 1;
		out[n++] = c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
	}
	return n;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
word_distance(const int32_t *a, size_t n, const int32_t *b, size_t m)
{
	size_t rows[3][LONGEST + 1];
	for (size_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			row[j] = least(above[j], row[j - 1]) + 1;
			row[j] = least(row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], above2[j - 2] + 1);
		}
	}
	return rows[n % 3][m];
}

const char *
nearest(const char *said, const char *const *known, size_t count)
{
	int32_t a[LONGEST], b[LONGEST];
	size_t n = word_fold(said, a), best = 2 + n / 4, found_length = 0;
	const char *found = NULL;
	for (size_t i = 0; n > 0 && n <= LONGEST && i < count; i++) {
		size_t m = word_fold(known[i], b);
		size_t d = m > LONGEST ? best : word_distance(a, n, b, m);
		/* Of two as near, the one of the same length: 6(1)② is rather 6(1)① than 6(1). */
		bool better = d < best || (d == best && found != NULL && m == n && found_length != n);
		if (better && d < n) {
			best = d;
			found = known[i];
			found_length = m;
		}
	}
	return found;
}
