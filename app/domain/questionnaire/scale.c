#include "domain/questionnaire/scale.h"

#include <string.h>

#include "base/words.h"
#include "domain/questionnaire/scale_schema.h"
#include "domain/questionnaire/wording.h"

const struct scale *
scale_find(const struct scales *s, const char *key)
{
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->items[i].key, key) == 0)
			return &s->items[i];
	return NULL;
}

/* Codes are stored and stand in forms: small letters, then digits. */
static bool
code_fits(const char *code)
{
	size_t letters = strspn(code, "abcdefghijklmnopqrstuvwxyz");
	size_t digits = strspn(code + letters, "0123456789");
	return letters > 0 && letters + digits <= 12 && code[letters + digits] == '\0';
}

static void
choice_check(const struct place *at, const struct raw_choice *raw)
{
	const struct wording rows[] = {
		{"label", raw->label, 40, true, false}, {"mark", raw->mark, 2, true, false}};
	wordings_check(at, rows, sizeof rows / sizeof *rows);
	if (!code_fits(raw->code))
		place_fault(
			at, _("code \"%s\" must be small letters, digits after them, 12 at most"), raw->code);
	if (raw->points < 0 || raw->points > 100)
		place_fault(at, _("%s: points must be from 0 to 100, not %d"), raw->code, raw->points);
	if (raw->role != CHOICE_SCORED && (raw->points != 0 || raw->done || raw->partly))
		place_fault(at, _("%s: only a scored choice has points, done or partly; set them to 0"),
			raw->code);
	if (raw->role == CHOICE_NA && !raw->reason)
		place_fault(at, _("%s: what does not apply needs a reason; set it to 1"), raw->code);
	if (raw->done && raw->partly)
		place_fault(at, _("%s: done and partly exclude each other; set one to 0"), raw->code);
}

static void
choices_take(struct scale *s, const struct place *scale_at, const struct raw_scale *raw)
{
	int slot = 0;
	struct place at = *scale_at;
	s->choices = ARENA_ARRAY(at.faults->arena, struct choice, raw->choices_count);
	for (size_t i = 0; i < raw->choices_count; i++) {
		const struct raw_choice *r = &raw->choices[i];
		at.line = r->line;
		choice_check(&at, r);
		for (size_t k = 0; k < i; k++)
			if (strcmp(raw->choices[k].code, r->code) == 0)
				place_fault(&at, _("code \"%s\" is used twice"), r->code);
		s->choices[s->count++] = (struct choice){.code = r->code,
			.label = r->label,
			.mark = r->mark,
			.role = r->role,
			.points = r->points,
			.done = r->done,
			.partly = r->partly,
			.reason = r->reason,
			.slot = r->role == CHOICE_SCORED ? slot++ : -1};
	}
	if (slot > CHOICE_SLOTS || s->count > CHOICE_MOST)
		place_fault(scale_at,
			_("at most %d scored choices and %d in all can be counted; leave some out"),
			CHOICE_SLOTS, CHOICE_MOST);
	if (slot < 2 && raw->kind == SCALE_CHOICE)
		place_fault(scale_at, _("a scale needs two scored choices at least; add them"));
}

static void
scale_take(struct scales *s, const struct place *at, const struct raw_scale *raw)
{
	const struct wording rows[] = {
		{"key", raw->key, 8, true, false}, {"title", raw->title, 40, true, false}};
	wordings_check(at, rows, sizeof rows / sizeof *rows);
	if (scale_find(s, raw->key) != NULL)
		place_fault(at, _("this key is used twice; give each scale its own"));
	struct scale *scale = &s->items[s->count++];
	*scale = (struct scale){.key = raw->key,
		.title = raw->title,
		.knowledge = raw->kind == SCALE_KNOWLEDGE,
		.text = raw->kind == SCALE_TEXT,
		.line = raw->line};
	if (raw->kind != SCALE_CHOICE && raw->choices_count > 0)
		place_fault(at, _("a scale of this kind has no choices of its own; take them out"));
	else
		choices_take(scale, at, raw);
}

const struct scales *
scales_parse(const char *yaml, size_t length, const char *name, struct faults *f)
{
	size_t before = f->count;
	const struct raw_scales *raw = yaml_parse(&scales_schema, yaml, length, name, f);
	if (raw == NULL || f->count > before)
		return NULL;
	struct scales *s = ARENA_NEW(f->arena, struct scales);
	s->items = ARENA_ARRAY(f->arena, struct scale, raw->scales_count);
	s->methods = raw->methods;
	s->method_count = raw->methods_count;
	if (raw->scales_count == 0)
		fault_add(f, name, 0, _("there are no scales; list them under \"scales:\""));
	for (size_t i = 0; i < raw->scales_count; i++) {
		struct place at = {
			.faults = f, .file = name, .line = raw->scales[i].line, .about = raw->scales[i].key};
		scale_take(s, &at, &raw->scales[i]);
	}
	return f->count == before ? s : NULL;
}

const struct scales *
scales_load(const char *path, struct faults *f)
{
	size_t length;
	const char *text = faults_read_file(f, path, path, &length);
	return text == NULL ? NULL : scales_parse(text, length, path, f);
}
