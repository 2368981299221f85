#include "domain/policy/policy_text.h"

#include <string.h>

#include "base/buf.h"
#include "base/charset.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/policy/policy_line.h"

enum { TITLE_MOST = 40 /* code points: a plain line that is longer is text */ };

struct reading {
	struct policy_text *text;
	struct faults *faults, *odd;
	const char *name;
	const char *numbers[POLICY_LEVELS]; /* of the clauses that are open */
	int last[POLICY_LEVELS];            /* their values */
	bool drifted[POLICY_LEVELS];        /* said already */
	int marks[POLICY_LEVELS];           /* heading marks of the first one; -1: none yet */
	bool blank;                         /* since the last line with something in it */
	int line;
};

static struct clause_text *
clause_open(struct reading *r)
{
	return r->text->count > 0 ? &r->text->clauses[r->text->count - 1] : NULL;
}

static const char *
key_make(struct reading *r, const struct policy_line *l)
{
	r->numbers[l->level - 1] = l->number;
	const char *key = "";
	for (int i = 0; i < l->level; i++)
		key = arena_printf(r->faults->arena, "%s%s", key, r->numbers[i] != NULL ? r->numbers[i] : "");
	return key;
}

static void
number_follow(struct reading *r, const struct policy_line *l, const char *key)
{
	int *last = &r->last[l->level - 1];
	if (l->value > *last + 1)
		fault_add(r->odd, r->name, r->line, _("%s comes after number %d: numbers are left out"), key,
			*last);
	*last = l->value;
	for (int i = l->level; i < POLICY_LEVELS; i++) {
		r->last[i] = 0;
		r->numbers[i] = NULL;
	}
}

static void
marks_follow(struct reading *r, const struct policy_line *l, const char *key)
{
	int *first = &r->marks[l->level - 1];
	if (l->listed)
		return;
	if (*first < 0)
		*first = l->marks;
	if (*first == l->marks || r->drifted[l->level - 1])
		return;
	r->drifted[l->level - 1] = true;
	fault_add(r->odd, r->name, r->line,
		_("%s has another depth of heading than the clauses beside it; its number decides"), key);
}

static bool
key_known(const struct policy_text *t, const char *key)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->clauses[i].key, key) == 0)
			return true;
	return false;
}

static bool
titled(const struct policy_line *l)
{
	return l->marks > 0 || (!l->listed && l->level < POLICY_LEVELS && !policy_line_ended(l->rest) &&
				       utf8_count(l->rest) <= TITLE_MOST);
}

static void
paragraph_new(struct reading *r, struct clause_text *c, const char *text)
{
	if (*text == '\0')
		return;
	c->paragraphs = ARENA_PUSH(r->faults->arena, c->paragraphs, c->paragraph_count);
	c->paragraphs[c->paragraph_count++] = text;
}

static void
clause_begin(struct reading *r, const struct policy_line *l)
{
	struct policy_text *t = r->text;
	bool within = l->level == 1 || r->numbers[0] != NULL;
	const char *key = key_make(r, l);
	if (!within || t->count >= POLICY_CLAUSES_MOST) {
		fault_add(r->faults, r->name, r->line,
			within ? _("%s is one clause too many") : _("%s stands outside any numbered clause"),
			key);
		return;
	}
	if (key_known(t, key))
		fault_add(r->faults, r->name, r->line, _("clause %s is there twice; number it anew"), key);
	number_follow(r, l, key);
	marks_follow(r, l, key);
	t->clauses = ARENA_PUSH(r->faults->arena, t->clauses, t->count);
	struct clause_text *c = &t->clauses[t->count++];
	*c = (struct clause_text){.key = key, .title = "", .level = l->level, .line = r->line};
	if (titled(l))
		c->title = l->rest;
	else
		paragraph_new(r, c, l->rest);
}

/* Letters that would run into one another keep a blank between them. */
static const char *
lines_join(struct arena *a, const char *before, const char *after)
{
	unsigned char last = (unsigned char)before[strlen(before) - 1], first = (unsigned char)*after;
	return arena_printf(a, "%s%s%s", before, last < 0x80 && first < 0x80 ? " " : "", after);
}

static void
text_take(struct reading *r, const char *text)
{
	struct clause_text *c = clause_open(r);
	if (c == NULL) {
		r->text->front = ARENA_PUSH(r->faults->arena, r->text->front, r->text->front_count);
		r->text->front[r->text->front_count++] = text;
		return;
	}
	const char **last = c->paragraph_count > 0 ? &c->paragraphs[c->paragraph_count - 1] : NULL;
	bool open = last != NULL && !policy_line_closed(*last);
	if (last == NULL || (r->blank && !open)) {
		paragraph_new(r, c, text);
		return;
	}
	if (r->blank)
		fault_add(r->odd, r->name, r->line, _("a sentence of %s is broken by a blank line; joined"),
			c->key);
	*last = lines_join(r->faults->arena, *last, text);
}

static void
oddities_note(struct reading *r, const char *text)
{
	const char *spaced = policy_line_spaced(r->faults->arena, text);
	const char *doubled = policy_line_doubled(r->faults->arena, text);
	if (spaced != NULL)
		fault_add(r->odd, r->name, r->line, _("letters are set apart: %s; kept as it is"), spaced);
	if (doubled != NULL)
		fault_add(r->odd, r->name, r->line, _("%s stands there twice in a row; kept as it is"),
			doubled);
}

static void
line_take(struct reading *r, const char *line)
{
	struct policy_line l = policy_line_read(r->faults->arena, line);
	if (*l.rest == '\0' && l.level == 0) {
		r->blank = true;
		return;
	}
	oddities_note(r, l.rest);
	if (l.level > 0)
		clause_begin(r, &l);
	else
		text_take(r, l.rest);
	r->blank = false;
}

/* Comments may run over lines: what is left of the text without them. */
static char *
comments_drop(struct arena *a, const char *text, size_t length)
{
	char *out = arena_strndup(a, text, length), *from;
	while ((from = strstr(out, "<!--")) != NULL) {
		char *end = strstr(from, "-->");
		for (char *at = from; *at != '\0' && (end == NULL || at < end + 3); at++)
			*at = *at == '\n' ? '\n' : ' '; /* lines keep their numbers */
	}
	return out;
}

static void
lines_take(struct reading *r, char *text)
{
	for (char *line = text, *next; line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		r->line++;
		line_take(r, line);
	}
}

const struct policy_text *
policy_text_read(const char *text, size_t length, const char *name, struct faults *f, struct faults *odd)
{
	struct err e = {0};
	const char *charset;
	char *utf8;
	size_t before = f->count;
	struct policy_text *out = ARENA_NEW(f->arena, struct policy_text);
	struct reading r = {.text = out, .faults = f, .odd = odd, .name = name, .marks = {-1, -1, -1}};
	if (length > POLICY_TEXT_MOST)
		fault_add(f, name, 0, _("the file is larger than %d KB"), POLICY_TEXT_MOST / 1024);
	else if (!charset_to_utf8(f->arena, text, length, &utf8, &length, &charset, &e))
		fault_add(f, name, 0, "%s", e.text);
	else if (strlen(utf8) != length)
		fault_add(f, name, 0, _("this is not a text file"));
	if (f->count > before)
		return NULL;
	lines_take(&r, comments_drop(f->arena, utf8, length));
	if (out->count == 0 && f->count == before)
		fault_add(f, name, 0, _("no clause was found; clauses begin with \"1.\""));
	return f->count == before ? out : NULL;
}

const char *
clause_text_whole(struct arena *a, const struct clause_text *c)
{
	const char *out = c->title;
	for (size_t i = 0; i < c->paragraph_count; i++)
		out = arena_printf(a, "%s%s%s", out, *out != '\0' ? " " : "", c->paragraphs[i]);
	return out;
}

/* U+FF01 to U+FF5E are ASCII, 0xFEE0 further on. */
static uint32_t
narrow(uint32_t c)
{
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

const char *
clause_text_shadow(struct arena *a, const char *text)
{
	char *out = arena_alloc(a, strlen(text) + 1), *to = out;
	const char *end = text + strlen(text);
	while (text < end) {
		int32_t c = utf8_next(&text, end);
		if (c > ' ' && c != 0x3000)
			to += utf8_put(to, narrow((uint32_t)c));
	}
	*to = '\0';
	return out;
}
