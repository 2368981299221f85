#include "domain/questionnaire/questionnaire.h"

#include <string.h>

#include "base/words.h"
#include "domain/questionnaire/questionnaire_schema.h"

const char *const audiences[AUDIENCES] = {"ALL", "MGR", "SYS", "CON", "SNS", "FAC", "SEC", "AUD"};

enum { MINUTES_MOST = 240, KEY_MOST = 32 };

static const char *
text_or_none(const char *text)
{
	return text != NULL ? text : "";
}

static bool
key_fits(const char *key)
{
	return key[0] >= 'a' && key[0] <= 'z' && strlen(key) <= KEY_MOST &&
	       key[strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_-")] == '\0';
}

static void
set_words_check(const struct place *at, const struct raw_set *raw)
{
	const struct wording rows[] = {
		{"key", raw->key, KEY_MOST, true, false},
		{"title", raw->title, 60, true, false},
		{"edition", raw->edition, 30, true, false},
		{"audience", raw->audience, 8, true, false},
		{"label", raw->label, 30, false, false},
		{"purpose", raw->purpose, 1000, true, true},
	};
	wordings_check(at, rows, sizeof rows / sizeof *rows);
	if (raw->key != NULL && raw->key[0] != '\0' && !key_fits(raw->key))
		place_fault(at,
			_("key \"%s\" must be small letters, digits, - and _, beginning with a letter"),
			raw->key);
	if (raw->unit == 0)
		place_fault(at, _("%s is missing; write it"), "unit");
	if (raw->kind == 0)
		place_fault(at, _("%s is missing; write it"), "kind");
	if (raw->minutes < 1 || raw->minutes > MINUTES_MOST)
		place_fault(at, _("minutes must be from 1 to %d, not %d"), MINUTES_MOST, raw->minutes);
}

static void
set_rules_check(const struct place *at, const struct raw_set *raw, const struct questionnaire *q)
{
	bool audience_known = false;
	for (size_t i = 0; i < AUDIENCES; i++)
		audience_known |= strcmp(audiences[i], q->audience) == 0;
	if (!audience_known && q->audience[0] != '\0')
		fault_unknown(at->faults, at->file, at->line, at->about, _("audience"), q->audience,
			audiences, AUDIENCES);
	if (audience_known && raw->unit != 0 &&
		(strcmp(q->audience, "AUD") == 0) != questionnaire_is_audit(q))
		place_fault(at, _("audience AUD and unit engagement belong together; change one of them"));
	if (raw->extension && q->label[0] == '\0')
		place_fault(at, _("an extension needs a label that says so; write it"));
	if (!raw->extension && q->label[0] != '\0')
		place_fault(
			at, _("a label is printed for extensions only; take it out or set extension to 1"));
	if (q->concurrent && raw->unit != 0 && q->unit != UNIT_PERSON)
		place_fault(at,
			_("concurrent: each is for sets that people answer for themselves (unit person)"));
	if (raw->items_count == 0)
		place_fault(at, _("there are no items; list them under \"items:\""));
}

static void
set_take(struct reading *r, const struct raw_set *raw)
{
	struct questionnaire *q = r->q;
	*q = (struct questionnaire){
		.key = text_or_none(raw->key),
		.title = text_or_none(raw->title),
		.file = r->at.file,
		.edition = text_or_none(raw->edition),
		.audience = text_or_none(raw->audience),
		.label = text_or_none(raw->label),
		.purpose = text_or_none(raw->purpose),
		.unit = raw->unit > 0 ? (enum unit)(raw->unit - 1) : UNIT_PERSON,
		.extension = raw->extension,
		.duty = raw->kind == SET_DUTY,
		.concurrent = raw->concurrent == CONCURRENT_EACH,
		.minutes = raw->minutes,
		.items = ARENA_ARRAY(r->at.faults->arena, struct item, raw->items_count),
	};
	set_words_check(&r->at, raw);
	set_rules_check(&r->at, raw, q);
	condition_take(&r->at, raw->when, &q->when);
	for (size_t i = 0; i < raw->items_count; i++) {
		r->at.line = raw->items[i].line;
		r->at.about = raw->items[i].id;
		item_take(r, &raw->items[i]);
	}
	pairs_take(r, raw);
}

const struct questionnaire *
questionnaire_parse(const char *yaml, size_t length, const char *name, const struct policy *p,
	const struct scales *s, int year, struct faults *f)
{
	size_t before = f->count;
	const struct raw_set *raw = yaml_parse(&questionnaire_schema, yaml, length, name, f);
	if (raw == NULL)
		return NULL;
	struct reading r = {.q = ARENA_NEW(f->arena, struct questionnaire),
		.policy = p,
		.scales = s,
		.year = year,
		.at = {.faults = f, .file = arena_strdup(f->arena, name), .line = raw->line, .about = ""}};
	set_take(&r, raw);
	faults_sort(f, before);
	return f->count == before ? r.q : NULL;
}

const struct questionnaire *
questionnaire_load(
	const char *path, const struct policy *p, const struct scales *s, int year, struct faults *f)
{
	size_t length;
	const char *text = faults_read_file(f, path, path, &length);
	return text == NULL ? NULL : questionnaire_parse(text, length, path, p, s, year, f);
}

bool
questionnaire_is_audit(const struct questionnaire *q)
{
	return q->unit == UNIT_ENGAGEMENT;
}

bool
questionnaire_teaches(const struct questionnaire *q)
{
	for (size_t i = 0; i < q->count; i++)
		if (q->items[i].scale->knowledge)
			return true;
	return false;
}

const struct item *
questionnaire_find(const struct questionnaire *q, const char *id)
{
	for (size_t i = 0; i < q->count; i++)
		if (strcmp(q->items[i].id, id) == 0)
			return &q->items[i];
	return NULL;
}
