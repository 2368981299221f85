#include "domain/organisation/register.h"

#include <string.h>

#include "base/words.h"
#include "domain/organisation/register_schema.h"
#include "domain/questionnaire/wording.h"

enum { KEY_MOST = 20, TITLE_MOST = 40, HELP_MOST = 200, TEXT_MOST = 1000, CODE_MOST = 40, NAME_MOST = 100 };

const struct register_kind *
register_find(const struct registers *r, const char *key)
{
	for (size_t i = 0; i < r->count; i++)
		if (strcmp(r->kinds[i].key, key) == 0)
			return &r->kinds[i];
	return NULL;
}

const struct register_kind *
register_of_unit(const struct registers *r, enum unit unit)
{
	for (size_t i = 0; unit != UNIT_BODY && i < r->count; i++)
		if (r->kinds[i].unit == unit)
			return &r->kinds[i];
	return NULL;
}

/* Keys stand in addresses, forms and stored documents. */
static void
key_check(const struct place *at, const char *key)
{
	if (key[0] == '\0' || key[strspn(key, "abcdefghijklmnopqrstuvwxyz_")] != '\0' ||
		strlen(key) > KEY_MOST)
		place_fault(at, _("key \"%s\" must be small letters, %d at most"), key, KEY_MOST);
}

static flags_t
flags_take(const struct place *at, const char *text)
{
	const char *unknown;
	flags_t flags = 0;
	if (text != NULL && !flags_parse(text, &flags, &unknown))
		place_fault(at, _("there is no flag \"%s\""), unknown);
	return flags;
}

static void
choices_take(struct register_field *f, const struct place *at, const struct raw_register_field *raw)
{
	f->choices = ARENA_ARRAY(at->faults->arena, struct register_choice, raw->choices_count + 1);
	for (size_t i = 0; i < raw->choices_count; i++) {
		const struct raw_register_choice *c = &raw->choices[i];
		const struct wording rows[] = {{"word", c->word, TITLE_MOST, true, false}};
		struct place where = *at;
		where.line = c->line;
		wordings_check(&where, rows, 1);
		flags_t flags = flags_take(&where, c->flags);
		for (size_t k = 0; k < i; k++)
			if (strcmp(raw->choices[k].word, c->word) == 0)
				place_fault(&where, _("choice \"%s\" stands here twice"), c->word);
		f->choices[f->choice_count++] = (struct register_choice){c->word, flags};
	}
	if (f->choice_count < 2)
		place_fault(at, _("a field of choices needs two at least; add them"));
}

static void
field_take(struct register_kind *kind, const struct place *at, const struct raw_register_field *raw)
{
	const struct wording rows[] = {{"key", raw->key, KEY_MOST, true, false},
		{"title", raw->title, TITLE_MOST, true, false}, {"help", raw->help, HELP_MOST, false, false}};
	wordings_check(at, rows, sizeof rows / sizeof *rows);
	key_check(at, raw->key);
	for (size_t i = 0; i < kind->count; i++)
		if (strcmp(kind->fields[i].key, raw->key) == 0 ||
			strcmp(kind->fields[i].title, raw->title) == 0)
			place_fault(at, _("this key or title stands in \"%s\" already"), kind->key);
	if ((raw->type == REGISTER_TEXT || raw->type == REGISTER_NUMBER) && raw->most <= 0)
		place_fault(at, _("a text or number needs \"most\": how long or how large it may be"));
	if ((raw->type == REGISTER_ENTRY) != (raw->of != NULL))
		place_fault(at, _("\"of\" names the kind of an entry and belongs to type entry only"));
	if (raw->type != REGISTER_CHOICE && raw->choices_count > 0)
		place_fault(at, _("choices belong to type choice only; take them out"));
	struct register_field *f = &kind->fields[kind->count++];
	*f = (struct register_field){.key = raw->key,
		.title = raw->title,
		.help = raw->help,
		.type = raw->type,
		.need = raw->need,
		.most = raw->most > 0 ? raw->most : TEXT_MOST,
		.of = raw->of};
	if (raw->type == REGISTER_CHOICE)
		choices_take(f, at, raw);
}

/* What every kind has, in the order of FIELD_KEY and its fellows. */
static void
common_take(struct register_kind *kind, const struct raw_columns *c, const struct raw_register *raw)
{
	const struct register_field fields[FIELD_OWN] = {
		[FIELD_KEY] = {"key", c->key, NULL, REGISTER_TEXT, NEED_MUST, CODE_MOST, NULL, NULL, 0},
		[FIELD_NAME] = {"name", raw->name, NULL, REGISTER_TEXT, NEED_MUST, NAME_MOST, NULL, NULL, 0},
		[FIELD_DEPARTMENT] = {"department", c->department, NULL, REGISTER_DEPARTMENT, NEED_MUST,
			CODE_MOST, NULL, NULL, 0},
		[FIELD_OWNER] = {"owner", raw->owner, c->owner, REGISTER_PERSON, raw->owner_need, CODE_MOST,
			NULL, NULL, 0},
		[FIELD_FROM] = {"from", c->from, NULL, REGISTER_DAY, NEED_MAY, 0, NULL, NULL, 0},
		[FIELD_UNTIL] = {"until", c->until, NULL, REGISTER_DAY, NEED_MAY, 0, NULL, NULL, 0},
	};
	memcpy(kind->fields, fields, sizeof fields);
	kind->count = FIELD_OWN;
	kind->name_title = c->name;
	kind->department_title = c->department_name;
	kind->owner_title = c->owner_name;
}

static void
kind_take(struct registers *r, struct place *at, const struct raw_columns *columns,
	const struct raw_register *raw)
{
	const struct wording rows[] = {{"key", raw->key, KEY_MOST, true, false},
		{"title", raw->title, TITLE_MOST, true, false},
		{"counter", raw->counter, TITLE_MOST, true, false},
		{"name", raw->name, TITLE_MOST, true, false}, {"owner", raw->owner, TITLE_MOST, true, false},
		{"help", raw->help, HELP_MOST, true, false}};
	wordings_check(at, rows, sizeof rows / sizeof *rows);
	key_check(at, raw->key);
	if (register_find(r, raw->key) != NULL)
		place_fault(at, _("this key is used twice; give each register its own"));
	if (raw->unit != 0 && register_of_unit(r, (enum unit)(raw->unit - 1)) != NULL)
		place_fault(at, _("this unit belongs to another register already"));
	if (raw->unit != 0 && raw->confidential != 0)
		place_fault(at, _("sheets would show what is confidential; leave out the unit"));
	struct register_kind *kind = &r->kinds[r->count++];
	*kind = (struct register_kind){.key = raw->key,
		.title = raw->title,
		.help = raw->help,
		.counter = raw->counter,
		.confidential = raw->confidential != 0,
		.flags = flags_take(at, raw->flags),
		.unit = raw->unit != 0 ? (enum unit)(raw->unit - 1) : UNIT_BODY,
		.fields =
			ARENA_ARRAY(at->faults->arena, struct register_field, raw->fields_count + FIELD_OWN)};
	common_take(kind, columns, raw);
	for (size_t i = 0; i < raw->fields_count; i++) {
		at->line = raw->fields[i].line;
		at->about = arena_printf(at->faults->arena, "%s.%s", raw->key, raw->fields[i].key);
		field_take(kind, at, &raw->fields[i]);
	}
}

/* A field may name a kind that stands further below. */
static void
links_check(const struct registers *r, const struct raw_registers *raw, struct place *at)
{
	for (size_t i = 0; i < raw->kinds_count; i++)
		for (size_t k = 0; k < raw->kinds[i].fields_count; k++) {
			const struct raw_register_field *f = &raw->kinds[i].fields[k];
			at->line = f->line;
			at->about = f->key;
			const struct register_kind *of = f->of != NULL ? register_find(r, f->of) : NULL;
			if (f->of != NULL && of == NULL)
				place_fault(at, _("there is no register \"%s\""), f->of);
			else if (of != NULL && of->confidential && !raw->kinds[i].confidential)
				place_fault(
					at, _("the register \"%s\" is confidential; this one is not"), f->of);
		}
}

const struct registers *
registers_parse(const char *yaml, size_t length, const char *name, struct faults *f)
{
	size_t before = f->count;
	const struct raw_registers *raw = yaml_parse(&registers_schema, yaml, length, name, f);
	if (raw == NULL || f->count > before)
		return NULL;
	struct registers *r = ARENA_NEW(f->arena, struct registers);
	struct place at = {.faults = f, .file = name};
	r->kinds = ARENA_ARRAY(f->arena, struct register_kind, raw->kinds_count + 1);
	for (size_t i = 0; i < raw->kinds_count; i++) {
		at.line = raw->kinds[i].line;
		at.about = raw->kinds[i].key;
		kind_take(r, &at, &raw->columns, &raw->kinds[i]);
	}
	links_check(r, raw, &at);
	faults_sort(f, before);
	return f->count == before ? r : NULL;
}

const struct registers *
registers_load(const char *path, struct faults *f)
{
	size_t length;
	const char *text = faults_read_file(f, path, path, &length);
	return text == NULL ? NULL : registers_parse(text, length, path, f);
}
