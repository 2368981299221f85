#include "domain/policy/policy_line.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

enum {
	CIRCLED_1 = 0x2460, /* ① to ⑳ */
	CIRCLED_20 = 0x2473,
	WIDE_0 = 0xFF10,
	WIDE_9 = 0xFF19,
	IDEOGRAPHIC_SPACE = 0x3000,
	FULL_STOP = 0x3002, /* 。 */
	KANJI_FIRST = 0x4E00,
	KANJI_LAST = 0x9FFF,
	NUMBER_MOST = 999,
	SPACED_LEAST = 3, /* letters */
};

static int32_t
peek(const char *s, const char **after)
{
	const char *end = s + strlen(s);
	*after = s;
	return s < end ? utf8_next(after, end) : 0;
}

static bool
passed(const char **s, int32_t wanted)
{
	const char *after;
	if (peek(*s, &after) != wanted)
		return false;
	*s = after;
	return true;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static const char *
blanks_pass(const char *s)
{
	while (blank(*s) || passed(&s, IDEOGRAPHIC_SPACE))
		s += blank(*s);
	return s;
}

/* Half-width or full-width digits; 0 when there is none. */
static int
digits_pass(const char **s)
{
	int value = 0;
	for (;;) {
		const char *after;
		int32_t c = peek(*s, &after);
		int digit = c >= '0' && c <= '9' ? c - '0' : c >= WIDE_0 && c <= WIDE_9 ? c - WIDE_0 : -1;
		if (digit < 0 || value > NUMBER_MOST)
			return value;
		value = value * 10 + digit;
		*s = after;
	}
}

static bool
number_first(struct arena *a, struct policy_line *l, const char **s)
{
	const char *at = *s;
	l->value = digits_pass(&at);
	if (l->value == 0 || !(passed(&at, '.') || passed(&at, 0xFF0E /* ． */)) ||
		isdigit((unsigned char)*at))
		return false;
	l->level = 1;
	l->number = arena_printf(a, "%d", l->value);
	*s = at;
	return true;
}

static bool
number_second(struct arena *a, struct policy_line *l, const char **s)
{
	const char *at = *s;
	if (!passed(&at, '(') && !passed(&at, 0xFF08 /* （ */))
		return false;
	l->value = digits_pass(&at);
	if (l->value == 0 || !(passed(&at, ')') || passed(&at, 0xFF09 /* ） */)))
		return false;
	l->level = 2;
	l->number = arena_printf(a, "(%d)", l->value);
	*s = at;
	return true;
}

static bool
number_third(struct arena *a, struct policy_line *l, const char **s)
{
	const char *after;
	int32_t c = peek(*s, &after);
	if (c < CIRCLED_1 || c > CIRCLED_20)
		return false;
	l->level = 3;
	l->value = c - CIRCLED_1 + 1;
	l->number = arena_strndup(a, *s, (size_t)(after - *s));
	*s = after;
	return true;
}

static const char *
marks_pass(struct policy_line *l, const char *s)
{
	for (s = blanks_pass(s); *s == '#'; s++)
		l->marks++;
	s = blanks_pass(s);
	if ((*s == '-' || *s == '*') && blank(s[1])) {
		l->listed = true;
		s = blanks_pass(s + 1);
	}
	return s;
}

static char *
blanks_cut(char *s)
{
	static const char wide[] = "\xE3\x80\x80"; /* U+3000 */
	for (size_t n = strlen(s); n > 0; n = strlen(s)) {
		if (blank(s[n - 1]))
			s[n - 1] = '\0';
		else if (n >= 3 && strcmp(s + n - 3, wide) == 0)
			s[n - 3] = '\0';
		else
			break;
	}
	return s;
}

struct policy_line
policy_line_read(struct arena *a, const char *line)
{
	struct policy_line l = {.number = ""};
	const char *s = marks_pass(&l, line);
	if (!number_first(a, &l, &s) && !number_second(a, &l, &s) && !number_third(a, &l, &s))
		l.value = 0;
	l.rest = blanks_cut(arena_strdup(a, blanks_pass(s)));
	return l;
}

static int32_t
last_letter(const char *text)
{
	int32_t last = 0;
	for (const char *end = text + strlen(text); text < end;)
		last = utf8_next(&text, end);
	return last;
}

bool
policy_line_ended(const char *text)
{
	return last_letter(text) == FULL_STOP;
}

bool
policy_line_closed(const char *text)
{
	static const int32_t ends[] = {0, FULL_STOP, 0x300D /* 」 */, 0xFF09 /* ） */, 0xFF1A /* ： */};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (last_letter(text) == ends[i])
			return true;
	return false;
}

const char *
policy_line_spaced(struct arena *a, const char *text)
{
	for (const char *s = text; *s != '\0'; s++) {
		size_t letters = 0;
		const char *end = s;
		if (!isalpha((unsigned char)*s) || (s > text && isalnum((unsigned char)s[-1])))
			continue;
		while (isalpha((unsigned char)*end) && !isalnum((unsigned char)end[1])) {
			letters++;
			end += end[1] == ' ' && isalpha((unsigned char)end[2]) ? 2 : 1;
		}
		if (letters >= SPACED_LEAST)
			return arena_strndup(a, s, (size_t)(end - s));
	}
	return NULL;
}

/* Words in which a kanji rightly stands twice: 内部部局, and what is called 部局 部長 部員 部会 elsewhere. */
static bool
doubled_rightly(const char *second)
{
	static const char *const words[] = {
		"\u90E8\u5C40", "\u90E8\u9577", "\u90E8\u54E1", "\u90E8\u4F1A", "\u90E8\u9580"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(second, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

const char *
policy_line_doubled(struct arena *a, const char *text)
{
	const char *end = text + strlen(text);
	for (int32_t before = 0; text < end;) {
		const char *from = text;
		int32_t c = utf8_next(&text, end);
		if (c == before && c >= KANJI_FIRST && c <= KANJI_LAST && !doubled_rightly(from))
			return arena_strndup(a, from, (size_t)(text - from));
		before = c;
	}
	return NULL;
}
