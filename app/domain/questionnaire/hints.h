#ifndef DOMAIN_QUESTIONNAIRE_HINTS_H
#define DOMAIN_QUESTIONNAIRE_HINTS_H

/*
 * What in a text deserves a second look before it enters a document: the name of
 * someone in the roster, and details of procedures that are not public. Simple
 * patterns that point, and decide nothing: they find too much and too little.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum hint {
	HINT_NAME = 1 << 0,    /* 氏名 of the roster, or a surname followed by a form of address */
	HINT_ADDRESS = 1 << 1, /* four numbers joined by dots */
	HINT_PHONE = 1 << 2,
	HINT_MAIL = 1 << 3,
	HINT_SECRET = 1 << 4, /* passwords and the like */
	HINT_DEVICE = 1 << 5, /* names of equipment: a word, or letters followed by digits as in SV-01 */
	HINT_PLACE = 1 << 6,  /* rooms, safes, keys */
};
enum { HINTS = 7 };
const char *hint_key(size_t i); /* "name" … of 1 << i */

/* The names of a roster, gathered once for many texts. A name in two parts gives
 * its surname too. Blanks between the parts, and in a text, do not count. */
struct names;
struct names *names_create(struct arena *a);
void names_add(struct names *n, const char *name);

unsigned hints_of(const struct names *n, const char *text);

#endif
