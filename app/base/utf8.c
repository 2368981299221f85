#include "base/utf8.h"

#include <string.h>

int32_t
utf8_next(const char **at, const char *end)
{
	static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
	const unsigned char *p = (const unsigned char *)*at;
	*at += 1;
	if (p[0] < 0x80)
		return p[0];
	int more = p[0] >= 0xF0 ? 3 : p[0] >= 0xE0 ? 2 : 1;
	if (p[0] < 0xC2 || p[0] > 0xF4 || end - (const char *)p <= more)
		return -1;
	uint32_t c = p[0] & (0x3Fu >> more);
	for (int i = 1; i <= more; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return -1;
		c = c << 6 | (p[i] & 0x3F);
	}
	if (c < least[more] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return -1;
	*at += more;
	return (int32_t)c;
}

size_t
utf8_put(char out[4], uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

bool
utf8_valid(const char *s, size_t length)
{
	const char *end = s + length;
	while (s < end)
		if (utf8_next(&s, end) < 0)
			return false;
	return true;
}

size_t
utf8_count(const char *s)
{
	size_t n = 0;
	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

/* East Asian Width W and F, and what is drawn over the character before it.
 * Ambiguous ones (①, ○) take one column, as terminals have it by default. */
static int
character_width(int32_t c)
{
	static const struct {
		int32_t first, last;
		int width;
	} ranges[] = {{0x300, 0x36F, 0}, {0x1100, 0x115F, 2}, {0x200B, 0x200D, 0}, {0x2E80, 0x303E, 2},
		{0x3041, 0x3098, 2}, {0x3099, 0x309A, 0}, {0x309B, 0xA4CF, 2}, {0xAC00, 0xD7A3, 2},
		{0xF900, 0xFAFF, 2}, {0xFE00, 0xFE0F, 0}, {0xFE30, 0xFE6F, 2}, {0xFEFF, 0xFEFF, 0},
		{0xFF01, 0xFF60, 2}, {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1FAFF, 2}, {0x20000, 0x3FFFD, 2},
		{0xE0100, 0xE01EF, 0}};
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return ranges[i].width;
	return 1;
}

size_t
utf8_width(const char *s)
{
	const char *end = s + strlen(s);
	size_t width = 0;
	while (s < end)
		width += (size_t)character_width(utf8_next(&s, end));
	return width;
}

void
utf8_trim(char *s)
{
	size_t length = strlen(s), last = length;
	while (last > 0 && ((unsigned char)s[last - 1] & 0xC0) == 0x80)
		last--;
	if (last > 0 && !utf8_valid(s + last - 1, length - last + 1))
		s[last - 1] = '\0';
}

bool
utf8_plain(const char *s, size_t length)
{
	const char *end = s + length;
	while (s < end) {
		int32_t c = utf8_next(&s, end);
		bool layout = c == '\t' || c == '\n' || c == '\r';
		if (c < 0 || (c < 0x20 && !layout) || (c >= 0x7F && c < 0xA0))
			return false;
	}
	return true;
}

bool
utf8_blank(const char *s)
{
	const char *end = s + strlen(s);
	while (s < end) {
		int32_t c = utf8_next(&s, end);
		bool space = c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000;
		bool unseen = (c >= 0x2000 && c <= 0x200D) || c == 0xFEFF;
		if (!space && !unseen)
			return false;
	}
	return true;
}

bool
utf8_tricky(const char *s)
{
	static const int32_t ranges[][2] = {{0xAD, 0xAD}, {0x61C, 0x61C}, {0x180E, 0x180E}, {0x200B, 0x200F},
		{0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
	const char *end = s + strlen(s);
	while (s < end) {
		int32_t c = utf8_next(&s, end);
		for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
			if (c >= ranges[i][0] && c <= ranges[i][1])
				return true;
	}
	return false;
}
