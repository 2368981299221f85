/* One entry of a register: what may stand in it and what that says. */
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/answer/table.h"
#include "domain/organisation/register.h"

static bool
day_normal(struct arena *a, const char *text, const char **iso)
{
	day_t day;
	char written[16];
	if (!day_read(text, &day))
		return false;
	day_format(day, written);
	*iso = arena_strdup(a, written);
	return true;
}

static const char *
text_refuse(struct arena *a, const struct register_field *f, const char *text)
{
	if (utf8_count(text) > (size_t)f->most)
		return arena_printf(a, _("has %zu characters; at most %zu are possible"), utf8_count(text),
			(size_t)f->most);
	if (strpbrk(text, "\t\r\n") != NULL)
		return _("must stand on one line, without tabs");
	return NULL;
}

static const char *
number_refuse(struct arena *a, const struct register_field *f, const char *text)
{
	int64_t number;
	if (number_parse(text, 0, f->most, &number))
		return NULL;
	return arena_printf(a, _("\"%s\" is not a whole number from 0 to %lld"), text, (long long)f->most);
}

static const char *
choice_refuse(struct arena *a, const struct register_field *f, const char *text)
{
	const char *known = "";
	for (size_t i = 0; i < f->choice_count; i++) {
		if (strcmp(f->choices[i].word, text) == 0)
			return NULL;
		known = arena_printf(a, i > 0 ? _("%s, %s") : "%s%s", known, f->choices[i].word);
	}
	return arena_printf(a, _("\"%s\" is none of the choices (%s)"), text, known);
}

static const char *
reference_refuse(
	struct arena *a, const struct register_field *f, const char *text, const struct references *refs)
{
	if (refs->has(refs->context, f->type, f->of, text))
		return NULL;
	const char *sentence = f->type == REGISTER_PERSON       ? _("nobody in the roster has the number %s")
			       : f->type == REGISTER_DEPARTMENT ? _("there is no department %s")
								: _("no entry there has the number %s");
	return arena_printf(a, sentence, text); // NOLINT: each of them has one %s
}

/* NULL when the text may stand there. */
static const char *
field_refuse(
	struct arena *a, const struct register_field *f, const char **text, const struct references *refs)
{
	if (utf8_blank(*text))
		return f->need == NEED_MUST ? _("must be filled in") : NULL;
	switch (f->type) {
	case REGISTER_NUMBER:
		return number_refuse(a, f, *text);
	case REGISTER_DAY:
		return day_normal(a, *text, text)
			       ? NULL
			       : arena_printf(a, _("\"%s\" is no day; write it as 2026-04-01"), *text);
	case REGISTER_CHOICE:
		return choice_refuse(a, f, *text);
	case REGISTER_PERSON:
	case REGISTER_DEPARTMENT:
	case REGISTER_ENTRY:
		return reference_refuse(a, f, *text, refs);
	default:
		return text_refuse(a, f, *text);
	}
}

/* Keys stand in addresses. */
static const char *
key_refuse(struct arena *a, const char *key)
{
	if (table_code_has_blank(key))
		return arena_printf(a, _("\"%s\" has a blank in it"), key);
	if (table_code_breaks_address(key))
		return arena_printf(a, _("\"%s\" cannot be part of an address of a page"), key);
	return NULL;
}

size_t
entry_check(struct arena *a, const struct register_kind *kind, const char **texts,
	const struct references *refs, struct entry_complaint *out)
{
	size_t count = 0;
	for (size_t i = 0; i < kind->count; i++) {
		const char *wrong = field_refuse(a, &kind->fields[i], &texts[i], refs);
		if (wrong == NULL && i == FIELD_KEY)
			wrong = key_refuse(a, texts[i]);
		if (wrong == NULL && i == FIELD_UNTIL && texts[i][0] != '\0' &&
			texts[FIELD_FROM][0] != '\0' &&
			strcmp(texts[i], texts[FIELD_FROM]) < 0) /* of equal form, so in the order of time */
			wrong = arena_printf(a, _("lies before %s"), kind->fields[FIELD_FROM].title);
		if (wrong != NULL)
			out[count++] = (struct entry_complaint){i, wrong};
		else if (utf8_blank(texts[i]))
			texts[i] = "";
	}
	return count;
}

size_t
entry_lacks(const struct register_kind *kind, const char *const *texts)
{
	size_t count = 0;
	for (size_t i = 0; i < kind->count; i++)
		count += kind->fields[i].need != NEED_MAY && texts[i][0] == '\0';
	return count;
}

flags_t
entry_flags(const struct register_kind *kind, const char *const *texts, flags_t department)
{
	flags_t decides = 0, says = 0;
	for (size_t i = FIELD_OWN; i < kind->count; i++) {
		const struct register_field *f = &kind->fields[i];
		for (size_t c = 0; texts[i][0] != '\0' && c < f->choice_count; c++) {
			decides |= f->choices[c].flags;
			if (strcmp(f->choices[c].word, texts[i]) == 0)
				says |= f->choices[c].flags;
		}
	}
	return (department & ~decides) | says | kind->flags;
}
