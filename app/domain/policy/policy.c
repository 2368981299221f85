#include "domain/policy/policy.h"

#include <string.h>

#include "base/words.h"
#include "domain/policy/policy_schema.h"
#include "domain/questionnaire/wording.h"

const struct clause *
policy_find(const struct policy *p, const char *key)
{
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->clauses[i].key, key) == 0)
			return &p->clauses[i];
	return NULL;
}

const struct clause *
policy_name(const struct policy *p, const char *key, const char *about, const char *file, int line,
	struct faults *f)
{
	const struct clause *found = policy_find(p, key);
	if (found != NULL)
		return found;
	const char **known = ARENA_ARRAY(f->arena, const char *, p->count);
	for (size_t i = 0; i < p->count; i++)
		known[i] = p->clauses[i].key;
	fault_unknown(f, file, line, about, _("clause"), key, known, p->count);
	return NULL;
}

static const struct clause *
clause_named(const struct policy *p, const struct place *at, const char *key)
{
	return policy_name(p, key, at->about, at->file, at->line, at->faults);
}

static void
clause_words_check(const struct place *at, const struct raw_clause *raw)
{
	const struct wording rows[] = {
		{"key", raw->key, 20, true, false},
		{"title", raw->title, 60, true, false},
		{"summary", raw->summary, 400, true, true},
		{"display", raw->display, 40, false, false},
	};
	wordings_check(at, rows, sizeof rows / sizeof *rows);
}

/* Appends the clause; its parent must stand before it. */
static void
clause_take(struct policy *p, const struct place *at, const struct raw_clause *raw)
{
	clause_words_check(at, raw);
	if (policy_find(p, raw->key) != NULL)
		place_fault(at, _("this key is used twice; give each clause its own"));
	p->clauses[p->count] = (struct clause){
		.key = raw->key,
		.title = raw->title,
		.summary = raw->summary,
		.display = raw->display != NULL ? raw->display : raw->key,
		.kind = raw->kind,
		.numbered = raw->numbered,
		.parent = raw->parent != NULL ? clause_named(p, at, raw->parent) : NULL,
		.measure = raw->measure,
		.refs = raw->refs,
		.ref_count = raw->refs_count,
		.line = raw->line,
	};
	p->count++;
}

/* What can only be looked up when every clause is known. */
static void
clause_links_check(const struct policy *p, const struct place *at, const struct clause *c)
{
	for (size_t i = 0; i < c->ref_count; i++)
		clause_named(p, at, c->refs[i]);
	if (c->measure == NULL)
		return;
	const struct clause *m = clause_named(p, at, c->measure);
	if (m != NULL && (m->measure == NULL || strcmp(m->measure, m->key) != 0))
		place_fault(at, _("measure %s is not counted under itself; name a clause that is"), m->key);
}

static const struct clause **
measures_named(const struct policy *p, const struct place *at, const char **keys, size_t count)
{
	const struct clause **out = ARENA_ARRAY(at->faults->arena, const struct clause *, count);
	for (size_t i = 0; i < count; i++)
		out[i] = clause_named(p, at, keys[i]);
	return out;
}

static void
coverage_take(struct policy *p, const struct place *at, const struct raw_coverage *raw)
{
	const struct clause *threat = clause_named(p, at, raw->threat);
	if (threat != NULL && threat->kind != CLAUSE_THREAT)
		place_fault(at, _("clause %s is not a threat"), threat->key);
	p->coverage[p->coverage_count++] = (struct coverage_row){
		.threat = threat,
		.strong = measures_named(p, at, raw->strong, raw->strong_count),
		.weak = measures_named(p, at, raw->weak, raw->weak_count),
		.strong_count = raw->strong_count,
		.weak_count = raw->weak_count,
	};
}

static void
policy_build(struct policy *p, const struct raw_policy *raw, const char *name, struct faults *f)
{
	const struct wording rows[] = {
		{"title", raw->title, 60, true, false},
		{"edition", raw->edition, 30, true, false},
		{"body", raw->body, 60, true, false},
	};
	struct place at = {.faults = f, .file = name, .line = raw->line, .about = ""};
	wordings_check(&at, rows, sizeof rows / sizeof *rows);
	if (raw->clauses_count == 0)
		place_fault(&at, _("there are no clauses; list them under \"clauses:\""));
	for (size_t i = 0; i < raw->clauses_count; i++) {
		at.line = raw->clauses[i].line;
		at.about = raw->clauses[i].key;
		clause_take(p, &at, &raw->clauses[i]);
	}
	for (size_t i = 0; i < p->count; i++) {
		at.line = p->clauses[i].line;
		at.about = p->clauses[i].key;
		clause_links_check(p, &at, &p->clauses[i]);
	}
	for (size_t i = 0; i < raw->coverage_count; i++) {
		at.line = raw->coverage[i].line;
		at.about = raw->coverage[i].threat;
		coverage_take(p, &at, &raw->coverage[i]);
	}
}

const struct policy *
policy_parse(const char *yaml, size_t length, const char *name, struct faults *f)
{
	size_t before = f->count;
	const struct raw_policy *raw = yaml_parse(&policy_schema, yaml, length, name, f);
	if (raw == NULL || f->count > before) /* a clause left out would look like many unknown ones */
		return NULL;
	struct policy *p = ARENA_NEW(f->arena, struct policy);
	p->title = raw->title;
	p->edition = raw->edition;
	p->body = raw->body;
	p->clauses = ARENA_ARRAY(f->arena, struct clause, raw->clauses_count);
	p->coverage = ARENA_ARRAY(f->arena, struct coverage_row, raw->coverage_count);
	policy_build(p, raw, name, f);
	faults_sort(f, before);
	return f->count == before ? p : NULL;
}

const struct policy *
policy_load(const char *path, struct faults *f)
{
	size_t length;
	const char *text = faults_read_file(f, path, path, &length);
	return text == NULL ? NULL : policy_parse(text, length, path, f);
}

/* A measure is a clause counted under itself; the axes are those with a parent. */
size_t
policy_measures(const struct policy *p, struct arena *a, const struct clause ***measures)
{
	size_t count = 0;
	*measures = ARENA_ARRAY(a, const struct clause *, p->count);
	for (int top = 0; top <= 1; top++)
		for (size_t i = 0; i < p->count; i++) {
			const struct clause *c = &p->clauses[i];
			bool measure = c->measure != NULL && strcmp(c->measure, c->key) == 0;
			if (measure && (c->parent == NULL) == (top == 1))
				(*measures)[count++] = c;
		}
	return count;
}
