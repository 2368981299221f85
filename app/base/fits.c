#include "base/fits.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

bool
lines_fit(const char *text, const char *what, size_t most, bool must, struct err *e)
{
	if (must && utf8_blank(text))
		return err_set(e, ERR_INPUT, _("%s: write something here"), what);
	return utf8_count(text) <= most ||
	       err_set(e, ERR_INPUT, _("%s: more than %d characters"), what, (int)most);
}

bool
line_fits(const char *text, const char *what, size_t most, bool must, struct err *e)
{
	if (strpbrk(text, "\r\n") != NULL)
		return err_set(e, ERR_INPUT, _("%s: write it in one line"), what);
	return lines_fit(text, what, most, must, e);
}
