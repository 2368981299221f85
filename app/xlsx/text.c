#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "xlsx/inside.h"

void
text_start(struct text_taking *t, const char *name)
{
	if (strcmp(name, "rPh") == 0)
		t->phonetic++;
	else if (strcmp(name, "t") == 0)
		t->open = t->phonetic == 0;
}

void
text_end(struct text_taking *t, const char *name)
{
	if (strcmp(name, "rPh") == 0)
		t->phonetic--;
	else if (strcmp(name, "t") == 0)
		t->open = false;
}

void
text_add(struct text_taking *t, const char *text, size_t length)
{
	if (t->open)
		buf_add(&t->text, text, length);
}

/* _x000D_: a character XML cannot hold, or an underscore that only looked so. */
static size_t
escape_length(const char *at, uint32_t *code_point)
{
	if (at[0] != '_' || at[1] != 'x' || strspn(at + 2, "0123456789abcdefABCDEF") < 4 || at[6] != '_')
		return 0;
	char digits[5] = {at[2], at[3], at[4], at[5], '\0'};
	*code_point = (uint32_t)strtoul(digits, NULL, 16);
	bool whole = *code_point != 0 && !(*code_point >= 0xD800 && *code_point <= 0xDFFF);
	return whole ? 7 : 0;
}

const char *
text_take(struct text_taking *t, struct arena *a)
{
	buf_reserve(&t->text, 0);
	char *out = arena_strndup(a, t->text.data, t->text.length);
	buf_clear(&t->text);
	t->open = false;
	if (strstr(out, "_x") == NULL)
		return out;
	char *to = out;
	for (const char *at = out; *at != '\0';) {
		uint32_t code_point;
		size_t n = escape_length(at, &code_point);
		if (n > 0)
			to += utf8_put(to, code_point);
		else
			*to++ = *at;
		at += n > 0 ? n : 1;
	}
	*to = '\0';
	return out;
}

bool
text_fits(size_t length, struct err *e)
{
	return length <= XLSX_TEXT_MOST ||
	       err_set(e, ERR_INPUT, _("the workbook holds a text longer than a cell can have"));
}

struct strings {
	struct parts *parts;
	struct text_taking taking;
	struct err err;
};

static void
on_start(void *with, const char *name, const char *const *attributes)
{
	(void)attributes;
	text_start(&((struct strings *)with)->taking, name);
}

static void
on_end(void *with, const char *name)
{
	struct strings *s = with;
	text_end(&s->taking, name);
	if (strcmp(name, "si") != 0)
		return;
	struct parts *p = s->parts;
	if (!text_fits(s->taking.text.length, &s->err))
		return;
	if (p->string_count >= XLSX_CELLS_MOST) {
		err_set(&s->err, ERR_INPUT, _("the workbook has more than %d texts"), XLSX_CELLS_MOST);
		return;
	}
	p->strings = ARENA_PUSH(p->arena, p->strings, p->string_count);
	p->strings[p->string_count++] = text_take(&s->taking, p->arena);
}

static void
on_text(void *with, const char *text, size_t length)
{
	text_add(&((struct strings *)with)->taking, text, length);
}

bool
strings_read(struct parts *p, const char *path, struct err *e)
{
	struct strings s = {.parts = p};
	const struct xml handlers = {.start = on_start, .end = on_end, .text = on_text, .stop = &s.err};
	bool ok = part_read(p, path, &handlers, &s, e);
	buf_free(&s.taking.text);
	return ok;
}
