#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/day.h"

void
log_line(const char *format, ...)
{
	char text[1024], at[32];
	va_list ap;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	instant_format(clock_now(), at);
	fprintf(stderr, "%s %s\n", at, text);
}
