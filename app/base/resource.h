#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H

#include <stddef.h>

/*
 * Where the files that belong to the program stand: templates, questionnaires,
 * reports, static, locale. The directory is TENKEN_HOME if set, else the one
 * above that of the running program (build/tenken → the project itself).
 * "locale" is built, not written, and stands beside the program.
 *
 * Writes the path of `name` (e.g. "templates/home.tpl") to out; name may be "".
 */
void resource_path(const char *name, char *out, size_t size);

#endif
