#include "report/lexicon.h"

#include <string.h>

#include "base/resource.h"
#include "base/words.h"
#include "report/lexicon_schema.h"

struct lexicon {
	const char *texts[WORD_COUNT];
};

#define LEXICON_KEY(name, key) #key,
static const char *const keys[] = {LEXICON(LEXICON_KEY)};
#undef LEXICON_KEY

static const char **
slot_of(struct lexicon *w, const char *key)
{
	for (size_t i = 0; i < WORD_COUNT; i++)
		if (strcmp(keys[i], key) == 0)
			return &w->texts[i];
	return NULL;
}

static const struct lexicon *
lexicon_take(const struct raw_words *raw, const char *name, struct faults *f)
{
	struct lexicon *w = ARENA_NEW(f->arena, struct lexicon);
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

const struct lexicon *
lexicon_parse(const char *yaml, size_t length, const char *name, struct faults *f)
{
	size_t before = f->count;
	const struct raw_words *raw = yaml_parse(&lexicon_schema, yaml, length, name, f);
	return raw == NULL || f->count > before ? NULL : lexicon_take(raw, name, f);
}

const struct lexicon *
lexicon_load(struct faults *f)
{
	char path[4096];
	size_t before = f->count;
	resource_path("reports/words.yaml", path, sizeof path);
	const struct raw_words *raw = yaml_load(&lexicon_schema, path, "reports/words.yaml", f);
	return raw == NULL || f->count > before ? NULL : lexicon_take(raw, "reports/words.yaml", f);
}

const char *
lexicon_text(const struct lexicon *w, enum word word)
{
	return w->texts[word];
}
