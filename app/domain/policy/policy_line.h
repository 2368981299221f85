#ifndef DOMAIN_POLICY_POLICY_LINE_H
#define DOMAIN_POLICY_POLICY_LINE_H

/* One line of a policy document: what it begins with, and what is odd about it. */

#include <stdbool.h>

#include "base/arena.h"

struct policy_line {
	int level;          /* of the clause it begins: 1 "1.", 2 "(1)", 3 "①"; 0: it begins none */
	int value;          /* of its number */
	const char *number; /* as in a key: "1", "(1)", "①" */
	int marks;          /* # before it */
	bool listed;        /* an entry of a list */
	const char *rest;   /* what follows, without blanks around it */
};

struct policy_line policy_line_read(struct arena *a, const char *line);

bool policy_line_ended(const char *text);  /* in a full stop */
bool policy_line_closed(const char *text); /* nothing more is to come: a full stop, a bracket, a colon */
const char *policy_line_spaced(struct arena *a, const char *text);  /* the first "L G W A N" in it; or NULL */
const char *policy_line_doubled(struct arena *a, const char *text); /* the first kanji said twice; or NULL */

#endif
