#ifndef JSON_JSON_H
#define JSON_JSON_H

/*
 * The door to jansson. The documents we keep have two levels at most and hold
 * nothing but texts: {"key": "text"} or {"key": {"name": "text", …}}. They are
 * handed over text by text, in the order in which they stand.
 */

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

/* name is NULL where the text stands directly under the key. What is passed lives
 * until the function returns; false stops the reading with the err it set. */
typedef bool json_take(void *context, const char *key, const char *name, const char *text, struct err *e);

/* ERR_INPUT for what is no such document: repeated keys, lone surrogates, NUL and
 * bytes that are not UTF-8 among it. */
bool json_read(const char *text, json_take *take, void *context, struct err *e);

/* Adds the text in quotes, escaped as little as JSON asks. */
void json_add(struct buf *out, const char *text);

#endif
