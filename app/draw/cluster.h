#ifndef DRAW_CLUSTER_H
#define DRAW_CLUSTER_H

/*
 * What stands in one place of a line: a character with the variation selector
 * and the combining marks that follow it. Stored text keeps its form; only for
 * drawing are a base and a mark joined where Unicode has one character for the
 * pair (か and U+3099 are drawn as が, and extract as the pair that was stored).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cluster {
	uint32_t code_point; /* to be drawn; U+FFFD for a byte that is no UTF-8 */
	uint32_t selector;   /* 0: none */
	const char *text;    /* the bytes as stored */
	size_t length;
};

bool selector_is(uint32_t code_point);

/* Takes the next cluster off the text; false at its end. */
bool cluster_next(const char **at, const char *end, struct cluster *c);

#endif
