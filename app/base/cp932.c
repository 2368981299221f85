#include "base/cp932.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { CHARACTER_MOST = 8 }; /* bytes of one in either charset, its NUL included */

struct cp932 {
	iconv_t to, back;
};

struct cp932 *
cp932_create(void)
{
	struct cp932 *c = malloc(sizeof *c);
	if (c == NULL)
		abort();
	c->to = iconv_open("CP932", "UTF-8");
	c->back = iconv_open("UTF-8", "CP932");
	if (c->to != (iconv_t)-1 && c->back != (iconv_t)-1)
		return c;
	cp932_destroy(c);
	return NULL;
}

void
cp932_destroy(struct cp932 *c)
{
	if (c == NULL)
		return;
	if (c->to != (iconv_t)-1)
		iconv_close(c->to);
	if (c->back != (iconv_t)-1)
		iconv_close(c->back);
	free(c);
}

/* Better than what the tables say (a yen sign as a backslash), or than nothing. */
static const char *
kindred(int32_t code_point)
{
	static const struct {
		int32_t from;
		const char *to;
	} rows[] = {
		{0x00A0, " "},
		{0x00A5, "\uFFE5"},
		{0x2011, "\u2010"},
		{0x2012, "\u2015"},
		{0x2013, "\u2015"},
		{0x203E, "\uFFE3"},
		{0x3099, "\u309B"},
		{0x309A, "\u309C"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].from == code_point)
			return rows[i].to;
	return NULL;
}

static bool
variation_selector(int32_t code_point)
{
	return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
	       (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

/* One character through a table; false when it is not there. */
static bool
pass(iconv_t table, const char *from, char to[CHARACTER_MOST])
{
	char *in = (char *)from, *out = to;
	size_t left = strlen(from), room = CHARACTER_MOST - 1;
	bool ok = iconv(table, &in, &left, &out, &room) == 0;
	*out = '\0';
	iconv(table, NULL, NULL, NULL, NULL);
	return ok;
}

static void
character_add(struct cp932 *c, struct buf *out, const char *from, int32_t code_point, cp932_changed *changed,
	void *with)
{
	char bytes[CHARACTER_MOST], again[CHARACTER_MOST];
	const char *wanted = kindred(code_point);
	if (variation_selector(code_point)) {
		changed(with, from, "");
		return;
	}
	if (wanted == NULL)
		wanted = from;
	if (!pass(c->to, wanted, bytes)) {
		wanted = "\u3013";
		pass(c->to, wanted, bytes);
	}
	buf_adds(out, bytes);
	if (pass(c->back, bytes, again) && strcmp(again, from) != 0)
		changed(with, from, again);
}

void
cp932_add(struct cp932 *c, struct buf *out, const char *text, cp932_changed *changed, void *with)
{
	const char *end = text + strlen(text);
	while (text < end) {
		const char *from = text;
		int32_t code_point = utf8_next(&text, end);
		if (code_point >= 0 && code_point < 0x80) {
			buf_addc(out, (char)code_point);
			continue;
		}
		char character[CHARACTER_MOST] = "";
		memcpy(character, from, (size_t)(text - from));
		character_add(c, out, character, code_point, changed, with);
	}
}
