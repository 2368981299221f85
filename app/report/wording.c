#include "report/wording.h"

#include <string.h>

#include "base/resource.h"
#include "base/words.h"
#include "report/wording_schema.h"

struct wording {
	const char *texts[WORD_COUNT];
};

#define WORDING_KEY(name, key) #key,
static const char *const keys[] = {WORDINGS(WORDING_KEY)};
#undef WORDING_KEY

static const char **
slot_of(struct wording *w, const char *key)
{
	for (size_t i = 0; i < WORD_COUNT; i++)
		if (strcmp(keys[i], key) == 0)
			return &w->texts[i];
	return NULL;
}

static const struct wording *
wording_take(const struct raw_words *raw, const char *name, struct faults *f)
{
	struct wording *w = ARENA_NEW(f->arena, struct wording);
	size_t before = f->count;
	for (size_t i = 0; i < raw->words_count; i++) {
		const char **slot = slot_of(w, raw->words[i].key);
		if (slot == NULL)
			fault_unknown(f, name, raw->words[i].line, "", _("word"), raw->words[i].key, keys,
				WORD_COUNT);
		else if (*slot != NULL)
			fault_add(f, name, raw->words[i].line, _("the word \"%s\" stands here twice"),
				raw->words[i].key);
		else
			*slot = raw->words[i].text;
	}
	for (size_t i = 0; i < WORD_COUNT; i++)
		if (w->texts[i] == NULL)
			fault_add(f, name, 0, _("the word \"%s\" is missing"), keys[i]);
	return f->count == before ? w : NULL;
}

const struct wording *
wording_parse(const char *yaml, size_t length, const char *name, struct faults *f)
{
	size_t before = f->count;
	const struct raw_words *raw = yaml_parse(&wording_schema, yaml, length, name, f);
	return raw == NULL || f->count > before ? NULL : wording_take(raw, name, f);
}

const struct wording *
wording_load(struct faults *f)
{
	char path[4096];
	size_t before = f->count;
	resource_path("reports/words.yaml", path, sizeof path);
	const struct raw_words *raw = yaml_load(&wording_schema, path, "reports/words.yaml", f);
	return raw == NULL || f->count > before ? NULL : wording_take(raw, "reports/words.yaml", f);
}

const char *
wording_text(const struct wording *w, enum word word)
{
	return w->texts[word];
}
