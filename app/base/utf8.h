#ifndef BASE_UTF8_H
#define BASE_UTF8_H

/*
 * UTF-8 (RFC 3629): shortest forms only, no surrogates, nothing above U+10FFFF.
 * Stored text is never normalised: names keep the form in which they came.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads the code point at *at and moves on; -1 for a byte that begins no valid
 * sequence (then one byte is passed over). *at must be below end. */
int32_t utf8_next(const char **at, const char *end);

/* Writes 1 to 4 bytes to out and returns how many. */
size_t utf8_put(char out[4], uint32_t code_point);

bool utf8_valid(const char *s, size_t length);
size_t utf8_count(const char *s); /* code points of a valid string */
size_t utf8_width(const char *s); /* columns on a terminal: wide characters take two */

/* Takes off what is left of a character that was cut at the end of s. */
void utf8_trim(char *s);

/* True when s may stand in a text answer or a name: valid, without NUL and
 * without control characters other than tab, line feed and carriage return. */
bool utf8_plain(const char *s, size_t length);

/* True when a person would see nothing: no characters, or only white space,
 * the ideographic one (U+3000) and the invisible ones among it. */
bool utf8_blank(const char *s);

/* True when s shows otherwise than it is: a character turns the direction of others
 * round, or cannot be seen at all. Variation selectors, which names need, are not meant. */
bool utf8_tricky(const char *s);

#endif
