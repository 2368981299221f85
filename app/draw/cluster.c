#include "draw/cluster.h"

#include <harfbuzz/hb.h>

#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

bool
selector_is(uint32_t code_point)
{
	return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
	       (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

/* The marks people's keyboards and file names of other systems leave apart from their base. */
static bool
joins(uint32_t code_point)
{
	return code_point == 0x3099 || code_point == 0x309A || (code_point >= 0x0300 && code_point <= 0x036F);
}

static bool
compose(uint32_t *base, uint32_t mark)
{
	hb_codepoint_t whole;
	if (!hb_unicode_compose(hb_unicode_funcs_get_default(), *base, mark, &whole))
		return false;
	*base = whole;
	return true;
}

bool
cluster_next(const char **at, const char *end, struct cluster *c)
{
	if (*at >= end)
		return false;
	const char *start = *at;
	int32_t first = utf8_next(at, end);
	*c = (struct cluster){.code_point = first < 0 ? REPLACEMENT : (uint32_t)first, .text = start};
	while (*at < end && (unsigned char)**at >= 0xCC) { /* nothing that joins begins with a lower byte */
		const char *peek = *at;
		int32_t next = utf8_next(&peek, end);
		if (next < 0 || first < 0)
			break;
		if (selector_is((uint32_t)next) && c->selector == 0)
			c->selector = (uint32_t)next;
		else if (!joins((uint32_t)next) || c->selector != 0 ||
			 !compose(&c->code_point, (uint32_t)next))
			break;
		*at = peek;
	}
	c->length = (size_t)(*at - start);
	return true;
}
