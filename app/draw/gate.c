#include "draw/gate.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "draw/pdf.h"

enum { QUOTED = 20, SENTENCE = 700 };

static bool
already(const struct missing_glyph *missing, size_t count, const struct cluster *c)
{
	for (size_t i = 0; i < count; i++)
		if (missing[i].code_point == c->code_point && missing[i].selector == c->selector)
			return true;
	return false;
}

static size_t
missing_collect(const struct typecase *tc, struct missing_glyph **missing)
{
	size_t count = 0;
	*missing = NULL;
	for (size_t i = 0; i < tc->count; i++) {
		const struct type *t = &tc->types[i];
		if (!t->missing || already(*missing, count, &t->cluster))
			continue;
		*missing = ARENA_PUSH(tc->arena, *missing, count);
		(*missing)[count++] = (struct missing_glyph){.code_point = t->cluster.code_point,
			.selector = t->cluster.selector,
			.page = t->page,
			.text = t->text};
	}
	return count;
}

size_t
pdf_missing(struct arena *a, struct canvas *const *pages, size_t page_count, struct missing_glyph **missing)
{
	struct typecase tc;
	typecase_fill(&tc, a, pages, page_count);
	return missing_collect(&tc, missing);
}

/* The beginning of the text, fit to stand in a sentence: what is no UTF-8 or a control becomes '?'. */
static void
text_quote(struct buf *out, const char *text)
{
	size_t count = 0;
	const char *end = text + strlen(text);
	for (const char *at = text; at < end; count++) {
		const char *start = at;
		int32_t c = utf8_next(&at, end);
		if (count == QUOTED) {
			buf_adds(out, "\xE2\x80\xA6");
			return;
		}
		if (c < ' ' || (c >= 0x7F && c < 0xA0))
			buf_addc(out, '?');
		else
			buf_add(out, start, (size_t)(at - start));
	}
}

static void
missing_say(struct buf *out, const struct missing_glyph *m)
{
	struct buf name = BUF_INIT, text = BUF_INIT;
	buf_addf(&name, "U+%04X", m->code_point);
	if (m->selector != 0)
		buf_addf(&name, " U+%04X", m->selector);
	text_quote(&text, m->text);
	if (out->length > 0)
		buf_adds(out, _(", "));
	buf_addf(out, _("%s on page %zu in \"%s\""), name.data, m->page + 1, text.data);
	buf_free(&name);
	buf_free(&text);
}

bool
gate_pass(const struct typecase *tc, struct err *e)
{
	struct missing_glyph *missing;
	size_t count = missing_collect(tc, &missing), said = 0;
	if (count == 0)
		return true;
	struct buf list = BUF_INIT;
	while (said < count && list.length < SENTENCE)
		missing_say(&list, &missing[said++]);
	if (said < count)
		buf_addf(&list, _(" and %zu more"), count - said);
	err_set(e, ERR_INPUT, _("no font can show these characters: %s"), list.data);
	buf_free(&list);
	return false;
}
