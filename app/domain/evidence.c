#include "domain/evidence.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "base/words.h"

enum { PDF, PNG, JPEG, DOCX, XLSX, PPTX, KINDS };

static const struct evidence_kind kinds[KINDS] = {
	[PDF] = {"pdf", "application/pdf", "pdf "},
	[PNG] = {"png", "image/png", "png "},
	[JPEG] = {"jpeg", "image/jpeg", "jpg jpeg "},
	[DOCX] = {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx "},
	[XLSX] = {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx "},
	[PPTX] = {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
		"pptx "},
};

struct bytes {
	const unsigned char *at;
	size_t length;
};

static bool
holds(struct bytes b, size_t at, const char *sign, size_t length)
{
	return at + length <= b.length && memcmp(b.at + at, sign, length) == 0;
}

#define HOLDS(b, at, sign) holds(b, at, sign, sizeof(sign) - 1)

static bool
is_pdf(struct bytes b)
{
	enum { END_WITHIN = 1024 };
	size_t from = b.length > END_WITHIN ? b.length - END_WITHIN : 0;
	return HOLDS(b, 0, "%PDF-") && memmem(b.at + from, b.length - from, "%%EOF", 5) != NULL;
}

static bool
is_png(struct bytes b)
{
	return HOLDS(b, 0, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR") && b.length >= 45 &&
	       HOLDS(b, b.length - 12, "\0\0\0\0IEND\xae\x42\x60\x82");
}

static bool
is_jpeg(struct bytes b)
{
	return HOLDS(b, 0, "\xff\xd8\xff") && b.length > 4 && HOLDS(b, b.length - 2, "\xff\xd9");
}

/* ---- office documents: a ZIP archive whose directory names the parts ------------------- */

static size_t
little(struct bytes b, size_t at, int bytes)
{
	size_t n = 0;
	for (int i = bytes - 1; i >= 0; i--)
		n = n << 8 | b.at[at + (size_t)i];
	return n;
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

static bool
is_named(struct bytes name, const char *wanted)
{
	return name.length == strlen(wanted) && memcmp(name.at, wanted, name.length) == 0;
}

/* The kind whose main part the archive holds; KINDS when it is no such document. */
static int
office_kind(struct bytes b)
{
	static const struct {
		const char *part;
		int kind;
	} mains[] = {{"word/document.xml", DOCX}, {"xl/workbook.xml", XLSX}, {"ppt/presentation.xml", PPTX}};
	enum { ENTRY_SIZE = 46 };
	size_t at, entries;
	bool types = false;
	int kind = KINDS;
	if (!directory_find(b, &at, &entries))
		return KINDS;
	for (size_t i = 0; i < entries; i++) {
		if (at + ENTRY_SIZE > b.length || !HOLDS(b, at, "PK\x01\x02"))
			return KINDS;
		struct bytes name = {b.at + at + ENTRY_SIZE, little(b, at + 28, 2)};
		if (at + ENTRY_SIZE + name.length > b.length)
			return KINDS;
		if (memmem(name.at, name.length, "vbaProject", 10) != NULL)
			return KINDS;
		types |= is_named(name, "[Content_Types].xml");
		for (size_t k = 0; k < sizeof mains / sizeof *mains; k++)
			if (is_named(name, mains[k].part))
				kind = mains[k].kind;
		at += ENTRY_SIZE + name.length + little(b, at + 30, 2) + little(b, at + 32, 2);
	}
	return types ? kind : KINDS;
}

/* ---- all of them --------------------------------------------------------------------- */

static int
kind_by_bytes(struct bytes b)
{
	return is_pdf(b) ? PDF : is_png(b) ? PNG : is_jpeg(b) ? JPEG : office_kind(b);
}

static bool
ends_as(const char *name, const char *endings)
{
	const char *dot = strrchr(name, '.');
	for (size_t length; dot != NULL && *endings != '\0'; endings += length + 1) {
		length = strcspn(endings, " ");
		if (strlen(dot + 1) == length && strncasecmp(dot + 1, endings, length) == 0)
			return true;
	}
	return false;
}

const struct evidence_kind *
evidence_kind_of(const char *name, const void *data, size_t length, struct err *e)
{
	int kind = kind_by_bytes((struct bytes){data, length});
	if (kind == KINDS)
		err_set(e, ERR_INPUT,
			_("%s is none of the files that can be handed in: PDF, PNG, JPEG, Word, Excel, "
			  "PowerPoint (without macros)"),
			name);
	else if (!ends_as(name, kinds[kind].endings))
		err_set(e, ERR_INPUT, _("%s is not what its name says; save it again under its right kind"),
			name);
	else
		return &kinds[kind];
	return NULL;
}

const struct evidence_kind *
evidence_kind_find(const char *key)
{
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].key, key) == 0)
			return &kinds[i];
	return NULL;
}

const char *
evidence_name(struct arena *a, const char *sent)
{
	const char *name = sent;
	for (const char *c = sent; *c != '\0'; c++)
		if (*c == '/' || *c == '\\')
			name = c + 1;
	if (name[0] == '\0' || name[0] == '.' || strpbrk(name, "\r\n\t") != NULL ||
		!utf8_plain(name, strlen(name)) || utf8_count(name) > EVIDENCE_NAME_MOST)
		return NULL;
	return arena_strdup(a, name);
}
