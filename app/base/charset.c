#include "base/charset.h"

#include <iconv.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

static size_t
lines_before(const char *data, const char *at)
{
	size_t line = 1;
	for (; data < at; data++)
		line += *data == '\n';
	return line;
}

/* A text that is nearly UTF-8 is a broken one and not CP932, in which sequences of
 * three bytes that pass for UTF-8 are rarer than those that do not. Returns the
 * first byte that is wrong. */
static const char *
utf8_break(const char *data, size_t length, bool *nearly)
{
	const char *end = data + length, *first = NULL;
	size_t long_ones = 0, wrong = 0;
	for (const char *at = data; at < end;) {
		const char *from = at;
		bool valid = utf8_next(&at, end) >= 0;
		long_ones += valid && at - from >= 3;
		wrong += !valid;
		if (!valid && first == NULL)
			first = from;
	}
	*nearly = long_ones > wrong;
	return first;
}

static bool
from_cp932(struct arena *a, const char *data, size_t length, char **text, size_t *text_length, struct err *e)
{
	iconv_t cd = iconv_open("UTF-8", "CP932");
	if (cd == (iconv_t)-1)
		return err_set(e, ERR_SYSTEM, _("this system cannot convert CP932"));
	size_t room = length * 3, left = length;
	char *in = (char *)data, *out = *text = arena_alloc(a, room + 1);
	size_t bad = iconv(cd, &in, &left, &out, &room);
	iconv_close(cd);
	*text_length = (size_t)(out - *text);
	return bad != (size_t)-1 ||
	       err_set(e, ERR_INPUT, _("line %zu is neither UTF-8 nor CP932"), lines_before(data, in));
}

bool
charset_to_utf8(struct arena *a, const char *data, size_t length, char **text, size_t *text_length,
	const char **name, struct err *e)
{
	bool marked = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0;
	if (marked) {
		data += 3;
		length -= 3;
	}
	if (utf8_valid(data, length)) {
		*name = "UTF-8";
		*text = arena_strndup(a, data, length);
		*text_length = length;
		return true;
	}
	bool nearly;
	const char *broken = utf8_break(data, length, &nearly);
	if (marked || nearly)
		return err_set(e, ERR_INPUT, _("line %zu is not valid UTF-8"), lines_before(data, broken));
	*name = "CP932";
	return from_cp932(a, data, length, text, text_length, e);
}
