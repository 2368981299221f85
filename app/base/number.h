#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Reads a whole decimal number: the entire string, within [least, most], no
 * sign other than '-', no blanks, no leading '+'. */
bool number_parse(const char *s, int64_t least, int64_t most, int64_t *out);

#endif
