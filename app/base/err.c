#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

/* What was cut off in the middle of a character loses the rest of it too. */
static void
text_end_whole(char *text, size_t length)
{
	size_t end = length;
	while (end > 0 && ((unsigned char)text[end - 1] & 0xC0) == 0x80)
		end--;
	if (end > 0 && !utf8_valid(text + end - 1, length - (end - 1)))
		text[end - 1] = '\0';
}

bool
err_set(struct err *e, enum err_kind kind, const char *format, ...)
{
	if (e == NULL)
		return false;
	e->kind = kind;
	va_list ap;
	va_start(ap, format);
	int length = vsnprintf(e->text, sizeof e->text, format, ap);
	va_end(ap);
	if (length >= (int)sizeof e->text)
		text_end_whole(e->text, sizeof e->text - 1);
	return false;
}

void
err_clear(struct err *e)
{
	e->kind = ERR_NONE;
	e->text[0] = '\0';
}
