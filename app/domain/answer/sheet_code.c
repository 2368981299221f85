#include "domain/answer/sheet_code.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "domain/cycle/fiscal.h"

static const char signs[] = "23456789ACDEFGHJKMNPQRTUVWXY";
enum { BASE = sizeof signs - 1, BODY_LEAST = 4, BODY_MOST = 12, MARK = 3, CHECK = 2, MODULUS = 97 };

static int
check_of(const char *mark, const char *body)
{
	int n = 0;
	for (const char *at = mark; *at != '\0'; at++)
		n = (n * 36 + (*at <= '9' ? *at - '0' : *at - 'A' + 10)) % MODULUS;
	for (const char *at = body; *at != '\0'; at++)
		n = (n * 36 + (*at <= '9' ? *at - '0' : *at - 'A' + 10)) % MODULUS;
	return n;
}

/* Neighbouring sheets get codes far apart, and no two the same: the factor has no divisor in common
 * with the base. */
static const char *
body_of(struct arena *a, int64_t sheet_id)
{
	uint64_t size = (uint64_t)BASE * BASE * BASE * BASE, id = (uint64_t)sheet_id;
	size_t length = BODY_LEAST;
	for (; id >= size && length < BODY_MOST; length++)
		size *= BASE;
	uint64_t value = (id * 387420489u + 271828) % size;
	char *body = arena_alloc(a, length + 1);
	body[length] = '\0';
	for (size_t i = length; i-- > 0; value /= BASE)
		body[i] = signs[value % BASE];
	return body;
}

const char *
sheet_code(struct arena *a, int year, int64_t sheet_id)
{
	const char *mark = fiscal_year_mark(a, year), *body = body_of(a, sheet_id);
	return arena_printf(a, "%s-%s-%02d", mark, body, check_of(mark, body));
}

enum { TYPED_MOST = 32, FULL_WIDTH_FIRST = 0xFF01, FULL_WIDTH_LAST = 0xFF5E, FULL_WIDTH_TO_ASCII = 0xFEE0 };

/* Letters and digits only; "" when there are too many. */
static void
signs_of(const char *typed, char out[TYPED_MOST])
{
	size_t n = 0;
	const char *end = typed + strlen(typed);
	while (typed < end) {
		int32_t c = utf8_next(&typed, end);
		if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
			c -= FULL_WIDTH_TO_ASCII;
		if (c <= 0 || c > 'z' || !isalnum(c))
			continue;
		if (n == TYPED_MOST - 1) {
			n = 0;
			break;
		}
		out[n++] = (char)toupper(c);
	}
	out[n] = '\0';
}

const char *
sheet_code_read(struct arena *a, const char *typed)
{
	char given[TYPED_MOST];
	signs_of(typed, given);
	size_t length = strlen(given);
	if (length < MARK + BODY_LEAST + CHECK || !isupper((unsigned char)given[0]))
		return NULL;
	const char *mark = arena_strndup(a, given, MARK);
	const char *body = arena_strndup(a, given + MARK, length - MARK - CHECK);
	const char *code = arena_printf(a, "%s-%s-%02d", mark, body, check_of(mark, body));
	return strcmp(code + strlen(code) - CHECK, given + length - CHECK) == 0 ? code : NULL;
}
