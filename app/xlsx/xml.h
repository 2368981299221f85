#ifndef XLSX_XML_H
#define XLSX_XML_H

/*
 * XML handed over piece by piece: the door to expat. Names come without their
 * namespace. A document type declaration is refused, so there are no entities but
 * the five every document has; so is what is nested deeper than 64 elements.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct xml {
	void (*start)(void *with, const char *name, const char *const *attributes); /* name, value, …, NULL */
	void (*end)(void *with, const char *name);
	void (*text)(void *with, const char *text, size_t length); /* may come in parts */
	/* Looked at after each start and end: not ERR_NONE stops the reading. */
	const struct err *stop;
};

bool xml_read(
	const char *data, size_t length, const struct xml *x, void *with, const char *part, struct err *e);

/* The value of an attribute; NULL when it is not there. */
const char *xml_attribute(const char *const *attributes, const char *name);

#endif
