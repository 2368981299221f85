#include "domain/questionnaire/wording.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

void
place_fault(const struct place *p, const char *format, ...)
{
	char text[1024];
	va_list ap;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	fault_add(p->faults, p->file, p->line, "%s%s%s", p->about, p->about[0] != '\0' ? ": " : "", text);
}

static void
wording_check(const struct place *p, const struct wording *w)
{
	if (w->text == NULL) {
		if (w->must)
			place_fault(p, _("%s is missing; write it"), w->key);
		return;
	}
	if (utf8_blank(w->text)) {
		if (w->must || w->text[0] != '\0')
			place_fault(p, _("%s is empty; write it"), w->key);
		return;
	}
	size_t length = utf8_count(w->text);
	if (length > w->most)
		place_fault(p, _("%s has %zu characters; at most %zu fit, so shorten it"), w->key, length,
			w->most);
	if (!w->lines && strpbrk(w->text, "\r\n") != NULL)
		place_fault(p, _("%s has a line break; write it on one line"), w->key);
}

void
wordings_check(const struct place *p, const struct wording *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		wording_check(p, &rows[i]);
}
