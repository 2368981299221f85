#include "domain/questionnaire/hints.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

static const char *const keys[HINTS] = {"name", "address", "phone", "mail", "secret", "device", "place"};

const char *
hint_key(size_t i)
{
	return keys[i];
}

/* ---- names -------------------------------------------------------------------------- */

enum { BUCKETS = 8192, NAME_LEAST = 2, NAME_MOST = 12 /* code points */ };

struct name {
	struct name *next;
	const char *text;
	size_t length;
	bool surname; /* counts only before a form of address */
};

struct names {
	struct arena *arena;
	struct name *buckets[BUCKETS];
};

struct names *
names_create(struct arena *a)
{
	struct names *n = ARENA_NEW(a, struct names);
	n->arena = a;
	return n;
}

static size_t
bucket_of(const char *text, size_t length)
{
	uint64_t h = 1469598103934665603u;
	for (size_t i = 0; i < length; i++)
		h = (h ^ (unsigned char)text[i]) * 1099511628211u;
	return h % BUCKETS;
}

static const struct name *
name_find(const struct names *n, const char *text, size_t length, bool surname)
{
	const struct name *found = n->buckets[bucket_of(text, length)];
	while (found != NULL && (found->surname != surname || found->length != length ||
					memcmp(found->text, text, length) != 0))
		found = found->next;
	return found;
}

static void
name_put(struct names *n, const char *text, size_t length, bool surname)
{
	if (length == 0 || name_find(n, text, length, surname) != NULL)
		return;
	struct name *name = ARENA_NEW(n->arena, struct name), **bucket = &n->buckets[bucket_of(text, length)];
	*name = (struct name){*bucket, arena_strndup(n->arena, text, length), length, surname};
	*bucket = name;
}

enum { IDEOGRAPHIC_BLANK = 0x3000, FULL_WIDTH_FIRST = 0xFF01, FULL_WIDTH_LAST = 0xFF5E };

/* Without blanks, full-width letters and digits as ASCII: only to look into. *gap: where the first
 * blank stood. */
static const char *
folded(struct arena *a, const char *text, size_t *gap)
{
	const char *at = text, *end = text + strlen(text);
	char *out = arena_alloc(a, strlen(text) + 1), *to = out;
	*gap = 0;
	while (at < end) {
		int32_t c = utf8_next(&at, end);
		if (c == ' ' || c == '\t' || c == IDEOGRAPHIC_BLANK) {
			*gap = *gap == 0 ? (size_t)(to - out) : *gap;
			continue;
		}
		if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
			c -= FULL_WIDTH_FIRST - '!';
		to += utf8_put(to, (uint32_t)(c < 0 ? '?' : c));
	}
	*to = '\0';
	return out;
}

void
names_add(struct names *n, const char *name)
{
	size_t gap;
	const char *text = folded(n->arena, name, &gap);
	if (utf8_count(text) >= NAME_LEAST)
		name_put(n, text, strlen(text), false);
	name_put(n, text, gap, true);
}

/* What follows a surname when someone is meant. */
static const char *const addresses[] = {
	N_("-san"),
	N_("-sama"),
	N_("-shi"),
	N_("-kun"),
	N_("-kacho"),
	N_("-kakaricho"),
	N_("-shunin"),
	N_("-shuji"),
	N_("-jicho"),
	N_("-hancho"),
};

static bool
address_follows(const char *text)
{
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
		if (strncmp(text, _(addresses[i]), strlen(_(addresses[i]))) == 0)
			return true;
	return false;
}

static bool
name_at(const struct names *n, const char *text, const char *end)
{
	const char *to = text;
	for (int length = 1; to < end && length <= NAME_MOST; length++) {
		utf8_next(&to, end);
		size_t bytes = (size_t)(to - text);
		if (name_find(n, text, bytes, false) != NULL ||
			(name_find(n, text, bytes, true) != NULL && address_follows(to)))
			return true;
	}
	return false;
}

/* ---- details of procedures -------------------------------------------------------------- */

static const struct {
	enum hint hint;
	const char *word;
} words[] = {
	{HINT_SECRET, N_("password")},
	{HINT_SECRET, N_("passcode")},
	{HINT_SECRET, N_("personal identification number")},
	{HINT_SECRET, N_("secret key")},
	{HINT_DEVICE, N_("server name")},
	{HINT_DEVICE, N_("router")},
	{HINT_DEVICE, N_("firewall")},
	{HINT_DEVICE, N_("model number")},
	{HINT_PLACE, N_("server room")},
	{HINT_PLACE, N_("machine room")},
	{HINT_PLACE, N_("safe box")},
	{HINT_PLACE, N_("storehouse")},
	{HINT_PLACE, N_("spare key")},
	{HINT_PLACE, N_("key cabinet")},
};

/* How many digits stand at text. */
static size_t
digits(const char *text)
{
	return strspn(text, "0123456789");
}

/* 192.0.2.7 */
static bool
address_at(const char *text)
{
	for (int part = 0; part < 4; part++) {
		size_t n = digits(text);
		if (n < 1 || n > 3)
			return false;
		text += n;
		if (part < 3 && *text++ != '.')
			return false;
	}
	return true;
}

/* 0475-12-3456: three groups that begin with 0, or ten or eleven digits in a row that do. */
static bool
phone_at(const char *text)
{
	size_t first = digits(text);
	if (text[0] != '0')
		return false;
	if (first == 10 || first == 11)
		return true;
	if (first < 2 || first > 5 || text[first] != '-')
		return false;
	const char *second = text + first + 1;
	size_t middle = digits(second);
	return middle >= 1 && middle <= 4 && second[middle] == '-' && digits(second + middle + 1) >= 3;
}

/* SV-01, FW2: letters, then digits. A paper size or a year of an era is neither. */
static bool
device_at(const char *text)
{
	size_t letters = 0;
	while (isalpha((unsigned char)text[letters]))
		letters++;
	size_t hyphen = text[letters] == '-' || text[letters] == '_';
	return letters >= 2 && letters <= 8 && digits(text + letters + hyphen) >= (hyphen ? 1 : 2);
}

static unsigned
hints_at(const char *text, bool word_begins)
{
	unsigned hints = 0;
	if (*text == '@' && isalnum((unsigned char)text[1]))
		hints |= HINT_MAIL;
	if (!word_begins)
		return hints;
	if (address_at(text))
		hints |= HINT_ADDRESS;
	if (phone_at(text))
		hints |= HINT_PHONE;
	if (device_at(text))
		hints |= HINT_DEVICE;
	return hints;
}

unsigned
hints_of(const struct names *n, const char *text)
{
	unsigned hints = 0;
	size_t gap;
	struct arena *a = arena_create();
	const char *look = folded(a, text, &gap), *end = look + strlen(look);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t unused;
		if (strstr(look, folded(a, _(words[i].word), &unused)) != NULL)
			hints |= words[i].hint;
	}
	bool begins = true;
	for (const char *at = look; at < end;) {
		hints |= hints_at(at, begins);
		if ((hints & HINT_NAME) == 0 && name_at(n, at, end))
			hints |= HINT_NAME;
		begins = !isalnum((unsigned char)*at);
		utf8_next(&at, end);
	}
	arena_destroy(a);
	return hints;
}
