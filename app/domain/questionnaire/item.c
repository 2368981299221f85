/* One item of a question set: from what is written to what it means. */
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/questionnaire/questionnaire_schema.h"

enum { ID_MOST = 12, KNOWLEDGE_LEAST = 2, KNOWLEDGE_MOST = CHOICE_SLOTS, FILES_MOST = 5 };

static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

static void
item_words_check(const struct place *at, const struct raw_item *raw)
{
	const struct wording rows[] = {
		{"clause", raw->clause, 20, true, false},
		{"text", raw->text, 200, true, false},
		{"scale", raw->scale, 8, true, false},
		{"help", raw->help, 400, true, true},
		{"advice", raw->advice, 400, false, true},
		{"explanation", raw->explanation, 600, false, true},
	};
	wordings_check(at, rows, sizeof rows / sizeof *rows);
	for (size_t i = 0; i < raw->evidence_count; i++) {
		const struct wording row = {"evidence", raw->evidence[i], 60, true, false};
		wordings_check(at, &row, 1);
	}
	for (size_t i = 0; i < raw->choices_count; i++) {
		const struct wording row = {"choices", raw->choices[i], 100, true, false};
		wordings_check(at, &row, 1);
	}
}

static void
item_id_check(const struct reading *r, const struct raw_item *raw)
{
	size_t length = strspn(raw->id, capitals);
	bool digit_first = raw->id[0] >= '0' && raw->id[0] <= '9';
	if (length < 2 || length > ID_MOST || raw->id[length] != '\0' || digit_first)
		place_fault(&r->at,
			_("an id is 2 to %d capital letters and digits, beginning with a letter, like S611"),
			ID_MOST);
	const struct item *same = questionnaire_find(r->q, raw->id);
	if (same != NULL)
		place_fault(
			&r->at, _("this id stands on line %d already; give each item its own"), same->line);
}

const struct scale *
scale_named(const struct reading *r, const struct place *at, const char *key)
{
	const struct scale *found = scale_find(r->scales, key);
	if (found != NULL || key[0] == '\0')
		return found;
	const char **known = ARENA_ARRAY(at->faults->arena, const char *, r->scales->count);
	for (size_t i = 0; i < r->scales->count; i++)
		known[i] = r->scales->items[i].key;
	fault_unknown(at->faults, at->file, at->line, at->about, _("scale"), key, known, r->scales->count);
	return NULL;
}

void
condition_take(const struct place *at, const char *text, struct condition *c)
{
	const char *wrong, *known[32];
	if (text == NULL || condition_parse(text, c, &wrong))
		return;
	size_t length = strspn(wrong, capitals), count = flag_count();
	for (size_t i = 0; i < count; i++)
		known[i] = flag_key(i);
	char *flag = arena_strndup(at->faults->arena, wrong, length);
	if (length > 0 && flag_parse(flag) == 0)
		fault_unknown(at->faults, at->file, at->line, at->about, _("flag"), flag, known, count);
	else
		place_fault(at, _("when \"%s\" must be flags joined by & (all) or by | (any), not by both"),
			text);
}

static const char *
audience_named(const struct reading *r, const char *key)
{
	for (size_t i = 0; i < AUDIENCES; i++)
		if (strcmp(audiences[i], key) == 0)
			return key;
	fault_unknown(
		r->at.faults, r->at.file, r->at.line, r->at.about, _("audience"), key, audiences, AUDIENCES);
	return "";
}

static const struct clause **
threats_named(const struct reading *r, const struct raw_item *raw)
{
	const struct place *at = &r->at;
	const struct clause **out = ARENA_ARRAY(at->faults->arena, const struct clause *, raw->threats_count);
	const char **known = ARENA_ARRAY(at->faults->arena, const char *, r->policy->count);
	size_t count = 0;
	for (size_t i = 0; i < r->policy->count; i++)
		if (r->policy->clauses[i].kind == CLAUSE_THREAT && r->policy->clauses[i].parent != NULL)
			known[count++] = r->policy->clauses[i].key;
	for (size_t i = 0; i < raw->threats_count; i++) {
		out[i] = policy_find(r->policy, raw->threats[i]);
		if (out[i] == NULL || out[i]->kind != CLAUSE_THREAT)
			fault_unknown(at->faults, at->file, at->line, at->about, _("threat"), raw->threats[i],
				known, count);
	}
	return out;
}

static unsigned
cia_parse(const struct place *at, const char *letters)
{
	unsigned all = 0;
	for (const char *c = letters; *c != '\0'; c++) {
		unsigned one = *c == 'C' ? CIA_C : *c == 'I' ? CIA_I : *c == 'A' ? CIA_A : 0;
		if (one == 0 || (all & one) != 0) {
			place_fault(
				at, _("cia must be letters of C, I and A, each once, not \"%s\""), letters);
			return 0;
		}
		all |= one;
	}
	return all;
}

/* Signs joined by a middle dot, U+30FB; each stands in scales.yaml. */
static void
methods_check(const struct reading *r, const char *methods)
{
	static const char dot[] = "\xE3\x83\xBB";
	const char **known = ARENA_ARRAY(r->at.faults->arena, const char *, r->scales->method_count);
	for (size_t i = 0; i < r->scales->method_count; i++)
		known[i] = r->scales->methods[i].key;
	for (const char *at = methods; at != NULL;) {
		const char *end = strstr(at, dot);
		const char *one = end == NULL ? arena_strdup(r->at.faults->arena, at)
					      : arena_strndup(r->at.faults->arena, at, end - at);
		bool found = false;
		for (size_t i = 0; i < r->scales->method_count; i++)
			found |= strcmp(known[i], one) == 0;
		if (!found)
			fault_unknown(r->at.faults, r->at.file, r->at.line, r->at.about, _("audit method"),
				one, known, r->scales->method_count);
		at = end == NULL ? NULL : end + sizeof dot - 1;
	}
}

static void
knowledge_check(const struct place *at, const struct raw_item *raw)
{
	int count = (int)raw->choices_count;
	if (count < KNOWLEDGE_LEAST || count > KNOWLEDGE_MOST)
		place_fault(at, _("a knowledge question needs %d to %d choices, not %d"), KNOWLEDGE_LEAST,
			KNOWLEDGE_MOST, count);
	else if (raw->answer < 1 || raw->answer > count)
		place_fault(at, _("answer must be the number of the right choice, 1 to %d, not %d"), count,
			raw->answer);
	if (raw->explanation == NULL)
		place_fault(at, _("%s is missing; write it"), "explanation");
}

static void
item_rules_check(const struct reading *r, const struct raw_item *raw, const struct item *i)
{
	const struct place *at = &r->at;
	bool audit = questionnaire_is_audit(r->q), knowledge = i->scale->knowledge, text = i->scale->text;
	if (knowledge)
		knowledge_check(at, raw);
	else if (raw->choices_count > 0 || raw->answer != 0 || raw->explanation != NULL)
		place_fault(at, _("only a knowledge question has choices, answer and explanation"));
	if ((knowledge || text) && raw->extra != EXTRA_NONE)
		place_fault(at, _("only a scored question has extra; take it out"));
	if ((knowledge || text) && raw->evidence_files != 0)
		place_fault(at, _("only a scored question has evidence_files; take it out"));
	if (raw->evidence_files < 0 || raw->evidence_files > FILES_MOST)
		place_fault(at, _("evidence_files must be from 0 to %d, not %d"), FILES_MOST,
			raw->evidence_files);
	if (!(text && raw->weight == 0) && (raw->weight < 1 || raw->weight > 3))
		place_fault(at, _("weight must be 1, 2 or 3, not %d"), raw->weight);
	if (!text && raw->threats_count == 0)
		place_fault(at, _("%s is missing; write it"), "threats");
	if (!text && (raw->cia == NULL || raw->cia[0] == '\0'))
		place_fault(at, _("%s is missing; write it"), "cia");
	if (audit && raw->methods == NULL)
		place_fault(at, _("%s is missing; write it"), "methods");
	if (!audit && raw->methods != NULL)
		place_fault(at, _("methods belong to audit items; take them out"));
	if (!r->q->extension && !knowledge && !text && i->clause != NULL && i->clause->measure == NULL)
		place_fault(at, _("clause %s is not counted under any measure; name one that is"),
			i->clause->key);
}

/* The choices of a knowledge question are its own: k1, k2 … with ①, ② … */
static void
knowledge_choices(struct arena *a, const struct raw_item *raw, struct item *i)
{
	enum { CIRCLED_ONE = 0x2460 };
	struct choice *choices = ARENA_ARRAY(a, struct choice, raw->choices_count);
	for (size_t k = 0; k < raw->choices_count && k < KNOWLEDGE_MOST; k++) {
		char mark[4];
		size_t length = utf8_put(mark, CIRCLED_ONE + (uint32_t)k);
		bool right = raw->answer == (int)k + 1;
		choices[k] = (struct choice){.code = arena_printf(a, "k%zu", k + 1),
			.label = raw->choices[k],
			.mark = arena_strndup(a, mark, length),
			.role = CHOICE_SCORED,
			.points = right ? 100 : 0,
			.done = right,
			.slot = (int)k};
	}
	i->choices = choices;
	i->choice_count = raw->choices_count;
}

static void
item_links(const struct reading *r, const struct raw_item *raw, struct item *i)
{
	const struct place *at = &r->at;
	if (raw->clause != NULL && raw->clause[0] != '\0')
		i->clause = policy_name(r->policy, raw->clause, at->about, at->file, at->line, at->faults);
	i->audience = raw->audience != NULL ? audience_named(r, raw->audience) : r->q->audience;
	i->scale = raw->scale != NULL ? scale_named(r, at, raw->scale) : NULL;
	i->threats = threats_named(r, raw);
	i->threat_count = raw->threats_count;
	i->cia = raw->cia != NULL ? cia_parse(at, raw->cia) : 0;
	condition_take(at, raw->when, &i->when);
	if (raw->methods != NULL)
		methods_check(r, raw->methods);
}

void
item_take(struct reading *r, const struct raw_item *raw)
{
	item_id_check(r, raw);
	item_words_check(&r->at, raw);
	struct item *i = &r->q->items[r->q->count++];
	*i = (struct item){
		.id = raw->id,
		.text = raw->text,
		.help = raw->help,
		.explanation = raw->explanation,
		.advice = raw->advice,
		.extra = raw->extra,
		.weight = raw->weight,
		.priority = raw->priority,
		.when_text = raw->when != NULL ? raw->when : "",
		.evidence = raw->evidence,
		.evidence_count = raw->evidence_count,
		.evidence_files = raw->evidence_files,
		.methods = raw->methods,
		.line = raw->line,
	};
	item_links(r, raw, i);
	if (i->scale != NULL)
		item_rules_check(r, raw, i);
	former_take(r, raw, i);
	if (i->scale == NULL)
		return;
	i->choices = i->scale->choices;
	i->choice_count = i->scale->count;
	if (i->scale->knowledge)
		knowledge_choices(r->at.faults->arena, raw, i);
}

bool
item_applies(const struct item *i, flags_t department)
{
	return condition_holds(i->when, department);
}

bool
item_takes_na(const struct item *i)
{
	for (size_t k = 0; k < i->choice_count; k++)
		if (i->choices[k].role == CHOICE_NA)
			return true;
	return false;
}

const struct choice *
item_choice(const struct item *i, const char *code)
{
	for (size_t k = 0; k < i->choice_count; k++)
		if (strcmp(i->choices[k].code, code) == 0)
			return &i->choices[k];
	return NULL;
}
