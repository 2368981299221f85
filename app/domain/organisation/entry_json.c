/* An entry's own fields as they are stored: {"key": "text"}, empty ones left out. */
#include <string.h>

#include "domain/organisation/register.h"
#include "json/json.h"

struct filling {
	const struct register_kind *kind;
	struct arena *arena;
	const char **texts;
};

static bool
field_fill(void *context, const char *key, const char *name, const char *text, struct err *e)
{
	(void)name;
	(void)e;
	struct filling *f = context;
	for (size_t i = FIELD_OWN; i < f->kind->count; i++)
		if (strcmp(f->kind->fields[i].key, key) == 0)
			f->texts[i] = arena_strdup(f->arena, text);
	return true;
}

bool
entry_fields_read(struct arena *a, const struct register_kind *kind, const char *document, const char **texts,
	struct err *e)
{
	struct filling f = {kind, a, texts};
	return json_read(document, field_fill, &f, e);
}

const char *
entry_fields(struct arena *a, const struct register_kind *kind, const char *const *texts)
{
	struct buf b = BUF_INIT;
	buf_addc(&b, '{');
	for (size_t i = FIELD_OWN; i < kind->count; i++) {
		if (texts[i][0] == '\0')
			continue;
		if (b.length > 1)
			buf_addc(&b, ',');
		json_add(&b, kind->fields[i].key);
		buf_addc(&b, ':');
		json_add(&b, texts[i]);
	}
	buf_addc(&b, '}');
	const char *out = arena_strdup(a, b.data);
	buf_free(&b);
	return out;
}
