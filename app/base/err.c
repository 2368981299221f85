#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

bool
err_set(struct err *e, enum err_kind kind, const char *format, ...)
{
	if (e == NULL)
		return false;
	e->kind = kind;
	va_list ap;
	va_start(ap, format);
	vsnprintf(e->text, sizeof e->text, format, ap);
	va_end(ap);
	return false;
}

void
err_clear(struct err *e)
{
	e->kind = ERR_NONE;
	e->text[0] = '\0';
}
