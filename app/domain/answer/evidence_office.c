#include "domain/answer/evidence_office.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/words.h"
#include "zip/zip.h"

static const char types_part[] = "[Content_Types].xml";
static const char *const mains[] = {"word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"};

struct bytes {
	const unsigned char *at;
	size_t length;
};

#define HOLDS(b, place, sign)                                                                                \
	((place) + sizeof(sign) - 1 <= (b).length && memcmp((b).at + (place), sign, sizeof(sign) - 1) == 0)

static size_t
little(struct bytes b, size_t at, int bytes)
{
	size_t n = 0;
	for (int i = bytes - 1; i >= 0; i--)
		n = n << 8 | b.at[at + (size_t)i];
	return n;
}

bool
office_locked(const void *data, size_t length)
{
	struct bytes b = {data, length};
	return HOLDS(b, 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
}

/* Where the directory of the archive begins, and how many entries it has. */
static bool
directory_find(struct bytes b, size_t *at, size_t *entries)
{
	enum { END_SIZE = 22, COMMENT_MOST = 0xffff };
	if (!HOLDS(b, 0, "PK\x03\x04") || b.length < END_SIZE)
		return false;
	size_t lowest = b.length > END_SIZE + COMMENT_MOST ? b.length - END_SIZE - COMMENT_MOST : 0;
	for (size_t i = b.length - END_SIZE + 1; i-- > lowest;) {
		if (!HOLDS(b, i, "PK\x05\x06"))
			continue;
		*entries = little(b, i + 10, 2);
		*at = little(b, i + 16, 4);
		return *at < i;
	}
	return false;
}

struct entry {
	struct bytes name;
	size_t packed, unpacked;
	bool locked;
};

/* The entry at *at, which moves on to the next. */
static bool
entry_read(struct bytes b, size_t *at, struct entry *out)
{
	enum { ENTRY_SIZE = 46 };
	if (*at + ENTRY_SIZE > b.length || !HOLDS(b, *at, "PK\x01\x02"))
		return false;
	*out = (struct entry){.name = {b.at + *at + ENTRY_SIZE, little(b, *at + 28, 2)},
		.packed = little(b, *at + 20, 4),
		.unpacked = little(b, *at + 24, 4),
		.locked = (little(b, *at + 8, 2) & 1) != 0};
	if (*at + ENTRY_SIZE + out->name.length > b.length)
		return false;
	*at += ENTRY_SIZE + out->name.length + little(b, *at + 30, 2) + little(b, *at + 32, 2);
	return true;
}

/* Names of parts do not distinguish letters. */
static bool
is_named(struct bytes name, const char *wanted)
{
	return name.length == strlen(wanted) && strncasecmp((const char *)name.at, wanted, name.length) == 0;
}

/* No office program writes a part outside the document. */
static bool
climbs(struct bytes name)
{
	return name.length == 0 || name.at[0] == '/' || memchr(name.at, '\\', name.length) != NULL ||
	       memchr(name.at, '\0', name.length) != NULL || memmem(name.at, name.length, "..", 2) != NULL;
}

static bool
is_macro(struct bytes name)
{
	static const char sign[] = "vbaProject";
	for (size_t i = 0; i + sizeof sign - 1 <= name.length; i++)
		if (strncasecmp((const char *)name.at + i, sign, sizeof sign - 1) == 0)
			return true;
	return false;
}

/* XML packs well, and pictures of one colour too; but not like this. */
static bool
swells(const struct entry *x)
{
	enum { FREE = 4 * 1024 * 1024, TIMES = 200 };
	return x->unpacked > FREE && x->unpacked / TIMES > x->packed;
}

struct document {
	const char *main;
	bool types, swells, macros;
	size_t unpacked;
};

static bool
directory_read(struct bytes b, struct document *d)
{
	size_t at, entries;
	if (!directory_find(b, &at, &entries))
		return false;
	for (size_t i = 0; i < entries; i++) {
		struct entry x;
		if (!entry_read(b, &at, &x) || x.locked || climbs(x.name))
			return false;
		d->types |= is_named(x.name, types_part);
		d->swells |= swells(&x);
		d->macros |= is_macro(x.name);
		d->unpacked += x.unpacked;
		for (size_t k = 0; k < sizeof mains / sizeof *mains; k++)
			if (is_named(x.name, mains[k]))
				d->main = mains[k];
	}
	return d->types && d->main != NULL;
}

/* Macros are run only where this list calls them so; it may be in UTF-16, and nobody
 * honest writes it with entities. */
static bool
list_has_macros(char *list, size_t length)
{
	static const char *const signs[] = {"macro", "vbaProject", "vbaData", "&", "<!"};
	size_t kept = 0;
	for (size_t i = 0; i < length; i++)
		if (list[i] != '\0')
			list[kept++] = list[i];
	list[kept] = '\0';
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strcasestr(list, signs[i]) != NULL)
			return true;
	return false;
}

static bool
has_macros(struct bytes b, bool *out, struct err *e)
{
	static const struct unbundle_limits limits = {
		.entries = 0xffff, .entry_size = 4 << 20, .total_size = 4 << 20, .ratio = 200};
	char *list;
	size_t length;
	struct unbundle *u = unbundle_open(b.at, b.length, &limits, e);
	struct arena *a = arena_create();
	bool ok = u != NULL && unbundle_read(u, a, types_part, &list, &length, e);
	*out = ok && list_has_macros(list, length);
	arena_destroy(a);
	unbundle_close(u);
	return ok;
}

const char *
office_main(const char *name, const void *data, size_t length, struct err *e)
{
	enum { UNPACKED_MOST = 1 << 30 };
	struct bytes b = {data, length};
	struct document d = {0};
	struct err damaged = {0};
	bool listed;
	if (!directory_read(b, &d))
		return "";
	if (d.swells || d.unpacked > UNPACKED_MOST) {
		err_set(e, ERR_INPUT,
			_("%s would unpack to far more than a document holds, so it is not taken"), name);
		return NULL;
	}
	if (!has_macros(b, &listed, &damaged))
		return "";
	if (!d.macros && !listed)
		return d.main;
	err_set(e, ERR_INPUT, _("%s holds macros; save it without them"), name);
	return NULL;
}
