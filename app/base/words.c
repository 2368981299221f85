#include "base/words.h"

#include <locale.h>
#include <stdlib.h>

#include "base/resource.h"

void
words_init(void)
{
	const char *language = getenv("TENKEN_LANG");
	setenv("LANGUAGE", language != NULL && language[0] != '\0' ? language : "ja", 1);
	/* gettext translates nothing in the plain C locale; C.UTF-8 is always there and sorts bytes. */
	setlocale(LC_ALL, "C.UTF-8");
	char directory[4096];
	resource_path("locale", directory, sizeof directory);
	bindtextdomain("tenken", directory);
	bind_textdomain_codeset("tenken", "UTF-8");
	textdomain("tenken");
}
