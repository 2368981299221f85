#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

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
		utf8_trim(e->text);
	return false;
}

void
err_clear(struct err *e)
{
	e->kind = ERR_NONE;
	e->text[0] = '\0';
}
