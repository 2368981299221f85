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

bool
charset_to_utf8(struct arena *a, const char *data, size_t length, char **text, size_t *text_length,
	const char **name, struct err *e)
{
	if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
		data += 3;
		length -= 3;
	}
	if (utf8_valid(data, length)) {
		*name = "UTF-8";
		*text = arena_strndup(a, data, length);
		*text_length = length;
		return true;
	}
	iconv_t cd = iconv_open("UTF-8", "CP932");
	if (cd == (iconv_t)-1)
		return err_set(e, ERR_SYSTEM, _("this system cannot convert CP932"));
	size_t room = length * 3, left = length;
	char *in = (char *)data, *out = *text = arena_alloc(a, room + 1);
	size_t bad = iconv(cd, &in, &left, &out, &room);
	iconv_close(cd);
	if (bad == (size_t)-1)
		return err_set(
			e, ERR_INPUT, _("line %zu is neither UTF-8 nor CP932"), lines_before(data, in));
	*name = "CP932";
	*text_length = (size_t)(out - *text);
	return true;
}
