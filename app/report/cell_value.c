#include "report/cell_value.h"

#include <string.h>

#include "csv/csv_write.h"

static bool
begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* Digits with commas and a sign of the lexicon, as a plain number; NULL: it is none. */
static const char *
number_read(struct arena *a, const struct lexicon *words, const char *text)
{
	static const enum word signs[] = {WORD_PLUS, WORD_MINUS, WORD_PLUS_MINUS};
	bool minus = false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *sign = lexicon_text(words, signs[i]);
		if (!begins(text, sign))
			continue;
		minus = signs[i] == WORD_MINUS;
		text += strlen(sign);
		break;
	}
	char *out = arena_printf(a, "%s%s", minus ? "-" : "", text), *to = out;
	for (const char *from = out; *from != '\0'; from++)
		if (*from != ',')
			*to++ = *from;
	*to = '\0';
	return csv_number(out) ? out : NULL;
}

static bool
fraction_read(struct arena *a, const struct lexicon *words, const char *text, struct cell_value *out)
{
	const char *slash = strstr(text, " / ");
	if (slash == NULL)
		return false;
	const char *above = number_read(a, words, arena_strndup(a, text, (size_t)(slash - text)));
	const char *below = number_read(a, words, slash + 3);
	*out = (struct cell_value){VALUE_FRACTION, above, below};
	return above != NULL && below != NULL;
}

static bool
percent_read(struct arena *a, const struct lexicon *words, const char *text, struct cell_value *out)
{
	const char *sign = lexicon_text(words, WORD_PERCENT);
	size_t length = strlen(text), tail = strlen(sign);
	if (length <= tail || strcmp(text + length - tail, sign) != 0)
		return false;
	const char *number = number_read(a, words, arena_strndup(a, text, length - tail));
	*out = (struct cell_value){VALUE_PERCENT, number, NULL};
	return number != NULL;
}

void
cell_value(struct arena *a, const struct lexicon *words, const char *text, struct cell_value *out)
{
	if (text == NULL || strpbrk(text, "0123456789") == NULL) {
		*out = (struct cell_value){.kind = VALUE_MARK};
		return;
	}
	const char *number = number_read(a, words, text);
	*out = (struct cell_value){VALUE_PLAIN, number, NULL};
	if (number == NULL && !fraction_read(a, words, text, out) && !percent_read(a, words, text, out))
		*out = (struct cell_value){.kind = VALUE_TEXT};
}

/* A line of Latin letters or digits goes on behind a blank; Japanese needs none. */
static bool
parted(char before, char after)
{
	return (signed char)before > 0 && (signed char)after > 0;
}

const char *
text_on_one_line(struct arena *a, const char *text)
{
	if (text == NULL || strchr(text, '\n') == NULL)
		return text;
	char *out = arena_strdup(a, text), *to = out;
	for (const char *at = text; *at != '\0'; at++)
		if (*at != '\n')
			*to++ = *at;
		else if (at > text && parted(at[-1], at[1]))
			*to++ = ' ';
	*to = '\0';
	return out;
}

const char *
lines_on_one_line(struct arena *a, const char *text)
{
	if (text == NULL || strchr(text, '\n') == NULL)
		return text;
	char *out = arena_strdup(a, text + strspn(text, "\n"));
	for (char *at = out; *at != '\0'; at++)
		if (*at == '\n')
			*at = ' ';
	return out;
}
