#include "store/register/private_names.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

enum { SHORTEST = 3 /* code points */ };

/* Without spaces, whatever their width, and without the ends of lines. */
static const char *
closed_up(struct arena *a, const char *text)
{
	char *out = ARENA_ARRAY(a, char, strlen(text) + 1);
	size_t n = 0;
	for (const char *p = text; *p != '\0';) {
		size_t gap = strncmp(p, "\u3000", 3) == 0 ? 3 : strchr(" \t\r\n", *p) != NULL;
		if (gap == 0)
			out[n++] = *p++;
		p += gap;
	}
	out[n] = '\0';
	return out;
}

static void
name_add(struct private_names *out, struct arena *a, const char *name)
{
	const char *closed = closed_up(a, name);
	if (utf8_count(closed) < SHORTEST)
		return;
	out->list = ARENA_PUSH(a, out->list, out->count);
	out->list[out->count++] = closed;
}

static bool
kind_is_private(const struct registers *registers, const char *key)
{
	const struct register_kind *kind = register_find(registers, key);
	return (kind != NULL && kind->confidential) || strcmp(key, "system") == 0 ||
	       strcmp(key, "facility") == 0;
}

SQL(list_private_names, "SELECT '', name FROM person UNION ALL SELECT kind, name FROM entry");

bool
private_names_load(struct db *db, struct arena *a, const struct registers *registers,
	struct private_names *out, struct err *e)
{
	struct rows r;
	*out = (struct private_names){0};
	if (!db_query(db, &r, e, list_private_names, ""))
		return false;
	while (rows_next(&r)) {
		const char *kind = row_text(&r, 0, a);
		if (*kind == '\0' || kind_is_private(registers, kind))
			name_add(out, a, row_peek(&r, 1, NULL));
	}
	return rows_end(&r, e);
}

const char *
private_name_in(const struct private_names *names, struct arena *a, const char *text)
{
	const char *closed = closed_up(a, text);
	for (size_t i = 0; i < names->count; i++)
		if (strstr(closed, names->list[i]) != NULL)
			return names->list[i];
	return NULL;
}

bool
names_nobody(
	struct db *db, struct arena *a, const struct registers *registers, const char *text, struct err *e)
{
	struct private_names names;
	if (!private_names_load(db, a, registers, &names, e))
		return false;
	const char *found = private_name_in(&names, a, text);
	return found == NULL ||
	       err_set(e, ERR_INPUT, _("%s is a name that is not published; say it in another way"), found);
}
