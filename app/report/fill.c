#include "report/fill.h"

#include <string.h>

/* {name} with nothing but lower-case letters, digits and '_' inside. */
static size_t
place_length(const char *brace)
{
	size_t inner = strspn(brace + 1, "abcdefghijklmnopqrstuvwxyz0123456789_");
	return inner > 0 && brace[1 + inner] == '}' ? inner + 2 : 0;
}

static const char *
value_of(const char *name, size_t length, const struct filling *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(list[i].name) == length && strncmp(list[i].name, name, length) == 0)
			return list[i].value;
	return NULL;
}

const char *
text_fill(struct arena *a, const char *text, const struct filling *list, size_t count)
{
	const char *brace = strchr(text, '{');
	if (brace == NULL)
		return text;
	char *out = arena_strdup(a, "");
	for (; brace != NULL; brace = strchr(text, '{')) {
		size_t length = place_length(brace);
		const char *value = length == 0 ? NULL : value_of(brace + 1, length - 2, list, count);
		if (value == NULL)
			length = length == 0 ? 1 : length;
		out = value != NULL
			      ? arena_printf(a, "%s%.*s%s", out, (int)(brace - text), text, value)
			      : arena_printf(a, "%s%.*s", out, (int)((size_t)(brace - text) + length), text);
		text = brace + length;
	}
	return arena_printf(a, "%s%s", out, text);
}

const char *
text_place(struct arena *a, const char **at)
{
	for (const char *brace = strchr(*at, '{'); brace != NULL; brace = strchr(brace + 1, '{')) {
		size_t length = place_length(brace);
		if (length == 0)
			continue;
		*at = brace + length;
		return arena_strndup(a, brace + 1, length - 2);
	}
	return NULL;
}
