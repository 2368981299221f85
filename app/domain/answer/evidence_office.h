#ifndef DOMAIN_ANSWER_EVIDENCE_OFFICE_H
#define DOMAIN_ANSWER_EVIDENCE_OFFICE_H

/*
 * Office documents (ECMA-376, part 2): a ZIP archive whose directory names the parts.
 * Nothing of a document is unpacked but the list of what its parts are, which is also
 * what says whether there are macros among them, whatever their names.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

bool office_locked(const void *data, size_t length); /* older than these, or behind a password */

/* The main part: "word/document.xml" and the like; "" when the bytes are no such
 * document. NULL with ERR_INPUT, speaking of it as name, for one that has macros or
 * that would unpack to far more than documents do. */
const char *office_main(const char *name, const void *data, size_t length, struct err *e);

#endif
