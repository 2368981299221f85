#include "domain/keep/manifest.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "json/json.h"

enum { GROUP = 8 };

void
manifest_add(struct manifest *m, const char *section, const char *name, const char *value)
{
	m->entries = ARENA_PUSH(m->arena, m->entries, m->count);
	m->entries[m->count++] = (struct manifest_entry){
		arena_strdup(m->arena, section), arena_strdup(m->arena, name), arena_strdup(m->arena, value)};
}

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static int
entry_order(const struct manifest_entry *a, const struct manifest_entry *b)
{
	if (a->section == NULL || b->section == NULL)
		return a->section != b->section ? (a->section == NULL ? -1 : 1) : strcmp(a->name, b->name);
	int order = strcmp(a->section, b->section);
	return order != 0 ? order : strcmp(a->name, b->name);
}

static int
by_name(const void *a, const void *b)
{
	return entry_order(
		*(const struct manifest_entry *const *)a, *(const struct manifest_entry *const *)b);
}

/* An archive from elsewhere may name very many files. */
static void
entries_sort(struct manifest *m)
{
	m->sorted = ARENA_ARRAY(m->arena, const struct manifest_entry *, m->count + 1);
	for (size_t i = 0; i < m->count; i++)
		m->sorted[i] = &m->entries[i];
	qsort(m->sorted, m->count, sizeof *m->sorted, by_name);
}

const char *
manifest_get(const struct manifest *m, const char *section, const char *name)
{
	const struct manifest_entry wanted = {section, name, NULL}, *key = &wanted;
	if (m->sorted != NULL) {
		const struct manifest_entry **found =
			bsearch(&key, m->sorted, m->count, sizeof *m->sorted, by_name);
		return found != NULL ? (*found)->value : NULL;
	}
	for (size_t i = 0; i < m->count; i++)
		if (is_same(m->entries[i].section, section) && strcmp(m->entries[i].name, name) == 0)
			return m->entries[i].value;
	return NULL;
}

/* ---- its one form ------------------------------------------------------------------------ */

static void
line_begin(struct buf *out, const char *section, const char *name)
{
	buf_adds(out, section != NULL ? "\t\t" : "\t");
	json_add(out, name);
	buf_adds(out, ": ");
}

void
manifest_write(const struct manifest *m, struct buf *out)
{
	const char *open = NULL; /* the section the line before stands in */
	buf_adds(out, "{\n");
	for (size_t i = 0; i < m->count; i++) {
		const struct manifest_entry *x = &m->entries[i];
		bool same = is_same(open, x->section);
		if (open != NULL && !same)
			buf_adds(out, "\n\t}");
		if (i > 0)
			buf_adds(out, ",\n");
		if (x->section != NULL && !same) {
			line_begin(out, NULL, x->section);
			buf_adds(out, "{\n");
		}
		line_begin(out, x->section, x->name);
		json_add(out, x->value);
		open = x->section;
	}
	buf_adds(out, open != NULL ? "\n\t}\n}\n" : "\n}\n");
}

static bool
entry_take(void *context, const char *key, const char *name, const char *text, struct err *e)
{
	(void)e;
	if (name == NULL)
		manifest_add(context, NULL, key, text);
	else
		manifest_add(context, key, name, text);
	return true;
}

bool
manifest_parse(struct arena *a, const char *text, size_t length, struct manifest *out, struct err *e)
{
	struct buf again = BUF_INIT;
	*out = (struct manifest){.arena = a};
	if (strlen(text) != length || !json_read(text, entry_take, out, e))
		return err_set(e, ERR_INPUT, _("the manifest cannot be read"));
	manifest_write(out, &again);
	bool same = again.length == length && memcmp(again.data, text, length) == 0;
	buf_free(&again);
	entries_sort(out);
	return same || err_set(e, ERR_INPUT, _("the manifest is not in the form in which it was written"));
}

/* ---- the seal ------------------------------------------------------------------------------ */

void
manifest_seal(const char *text, size_t length, char out[DIGEST_SIZE])
{
	sha256_of(text, length, out);
}

void
seal_show(const char *seal, char out[SEAL_SHOWN_SIZE])
{
	size_t n = 0;
	for (size_t i = 0; seal[i] != '\0' && n + 1 < SEAL_SHOWN_SIZE; i++) {
		if (i > 0 && i % GROUP == 0)
			out[n++] = ' ';
		out[n++] = seal[i];
	}
	out[n] = '\0';
}

bool
seal_read(const char *typed, char out[DIGEST_SIZE])
{
	size_t n = 0;
	for (; *typed != '\0'; typed++) {
		int c = tolower((unsigned char)*typed);
		if (c == ' ' || c == '-' || c == '\n' || c == '\t')
			continue;
		if (!isxdigit(c) || n + 1 >= DIGEST_SIZE)
			return false;
		out[n++] = (char)c;
	}
	out[n] = '\0';
	return n == DIGEST_SIZE - 1;
}
