#include "yaml/shape.h"

#include <limits.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "yaml/schema.h"

enum { WORDS_MOST = 64 };

struct shape {
	const char *name;
	struct faults *faults;
};

static bool value_check(
	const struct shape *s, struct node *n, const char *key, const struct cyaml_schema_value *schema);

static const struct cyaml_schema_field *
field_find(const struct cyaml_schema_value *record, const char *key)
{
	for (const struct cyaml_schema_field *f = record->mapping.fields; f->key != NULL; f++)
		if (strcmp(f->key, key) == 0)
			return f;
	return NULL;
}

static void
unknown_key(const struct shape *s, const struct node *key, const struct cyaml_schema_value *record)
{
	const char *known[WORDS_MOST];
	size_t count = 0;
	for (const struct cyaml_schema_field *f = record->mapping.fields; f->key != NULL; f++)
		if (strcmp(f->key, YAML_LINE_KEY) != 0 && count < WORDS_MOST)
			known[count++] = f->key;
	fault_unknown(s->faults, s->name, key->line, "", _("key"), key->text, known, count);
}

static bool
key_repeated(const struct node *record, size_t at)
{
	for (size_t i = 0; i < at; i += 2)
		if (record->children[i]->kind == NODE_TEXT &&
			strcmp(record->children[i]->text, record->children[at]->text) == 0)
			return true;
	return false;
}

/* Judges the pair at children[at]; false: the whole record cannot be loaded. */
static bool
pair_check(const struct shape *s, struct node *record, size_t at, const struct cyaml_schema_value *schema)
{
	struct node *key = record->children[at], *value = record->children[at + 1];
	if (key->kind != NODE_TEXT) {
		fault_add(s->faults, s->name, key->line, _("a key must be a word"));
		return false;
	}
	bool hidden = strcmp(key->text, YAML_LINE_KEY) == 0;
	const struct cyaml_schema_field *field = hidden ? NULL : field_find(schema, key->text);
	key->dropped = value->dropped = true;
	if (key_repeated(record, at))
		fault_add(s->faults, s->name, key->line, _("\"%s\" stands here a second time; keep one"),
			key->text);
	else if (field == NULL)
		unknown_key(s, key, schema);
	else
		key->dropped = value->dropped = false;
	return key->dropped || value_check(s, value, key->text, &field->value);
}

static bool
record_check(const struct shape *s, struct node *n, const struct cyaml_schema_value *schema)
{
	bool good = true;
	for (size_t i = 0; i + 1 < n->count; i += 2)
		good &= pair_check(s, n, i, schema);
	for (const struct cyaml_schema_field *f = schema->mapping.fields; f->key != NULL; f++) {
		bool there = (f->value.flags & CYAML_FLAG_OPTIONAL) != 0;
		for (size_t i = 0; i + 1 < n->count && !there; i += 2)
			there = n->children[i]->kind == NODE_TEXT &&
				strcmp(n->children[i]->text, f->key) == 0;
		if (!there)
			fault_add(s->faults, s->name, n->line, _("\"%s\" is missing in what begins here"),
				f->key);
		good &= there;
	}
	return good;
}

/* An entry that is wrong is left out; the others are still judged. */
static bool
list_check(const struct shape *s, struct node *n, const char *key, const struct cyaml_schema_value *schema)
{
	size_t dropped = 0;
	for (size_t i = 0; i < n->count; i++) {
		n->children[i]->dropped = !value_check(s, n->children[i], key, schema->sequence.entry);
		dropped += n->children[i]->dropped;
	}
	return dropped == 0 || dropped < n->count;
}

static bool
word_check(
	const struct shape *s, const struct node *n, const char *key, const struct cyaml_schema_value *schema)
{
	const char *known[WORDS_MOST];
	size_t count = 0;
	for (uint32_t i = 0; i < schema->enumeration.count && count < WORDS_MOST; i++) {
		if (strcmp(schema->enumeration.strings[i].str, n->text) == 0)
			return true;
		known[count++] = schema->enumeration.strings[i].str;
	}
	fault_unknown(s->faults, s->name, n->line, key, _("value"), n->text, known, count);
	return false;
}

static bool
number_check(const struct shape *s, const struct node *n, const char *key)
{
	int64_t v;
	const char *digits = n->text + (n->text[0] == '-');
	/* libcyaml would read a leading 0 as octal. */
	if (number_parse(n->text, INT_MIN, INT_MAX, &v) && (digits[0] != '0' || digits[1] == '\0'))
		return true;
	fault_add(s->faults, s->name, n->line, _("\"%s\" must be a whole number, not \"%s\""), key, n->text);
	return false;
}

static enum node_kind
schema_kind(const struct cyaml_schema_value *schema)
{
	return schema->type == CYAML_SEQUENCE  ? NODE_LIST
	       : schema->type == CYAML_MAPPING ? NODE_RECORD
					       : NODE_TEXT;
}

static bool
value_check(const struct shape *s, struct node *n, const char *key, const struct cyaml_schema_value *schema)
{
	if (n->kind != schema_kind(schema)) {
		static const char *const must_be[] = {[NODE_TEXT] = N_("\"%s\" must be a single value"),
			[NODE_LIST] = N_("\"%s\" must be a list: lines that begin with \"- \", or [a, b]"),
			[NODE_RECORD] = N_("\"%s\" must be made of \"key: value\" lines")};
		fault_add(s->faults, s->name, n->line, _(must_be[schema_kind(schema)]), key);
		return false;
	}
	switch (schema->type) {
	case CYAML_MAPPING:
		return record_check(s, n, schema);
	case CYAML_SEQUENCE:
		return list_check(s, n, key, schema);
	case CYAML_ENUM:
		return word_check(s, n, key, schema);
	case CYAML_INT:
		return number_check(s, n, key);
	default:
		return true;
	}
}

bool
shape_check(struct node *root, const struct cyaml_schema_value *schema, const char *name, struct faults *f)
{
	struct shape s = {.name = name, .faults = f};
	return value_check(&s, root, name, schema);
}

/* The entries of a loaded list stand in the order of the tree's undropped ones. */
static void
list_lines(const struct node *n, const struct cyaml_schema_value *schema, void *entries)
{
	const struct cyaml_schema_value *entry = schema->sequence.entry;
	char *at = entries;
	for (size_t i = 0; i < n->count; i++) {
		if (n->children[i]->dropped)
			continue;
		shape_lines(n->children[i], entry, at);
		at += schema->data_size;
	}
}

void
shape_lines(const struct node *n, const struct cyaml_schema_value *schema, void *data)
{
	if (schema->type != CYAML_MAPPING)
		return;
	const struct cyaml_schema_field *line = field_find(schema, YAML_LINE_KEY);
	if (line != NULL)
		memcpy((char *)data + line->data_offset, &n->line, sizeof n->line);
	for (size_t i = 0; i + 1 < n->count; i += 2) {
		if (n->children[i]->dropped)
			continue;
		const struct cyaml_schema_field *f = field_find(schema, n->children[i]->text);
		void *entries;
		if (f->value.type != CYAML_SEQUENCE)
			continue;
		memcpy(&entries, (char *)data + f->data_offset, sizeof entries);
		list_lines(n->children[i + 1], &f->value, entries);
	}
}
