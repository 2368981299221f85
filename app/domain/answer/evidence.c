#include "domain/answer/evidence.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/answer/evidence_office.h"

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

static size_t
big(struct bytes b, size_t at, int bytes)
{
	size_t n = 0;
	for (int i = 0; i < bytes; i++)
		n = n << 8 | b.at[at + (size_t)i];
	return n;
}

/* Chunk by chunk to the last one, and nothing behind it. */
static bool
is_png(struct bytes b)
{
	enum { SIGN_SIZE = 8, AROUND = 12 };
	size_t at = SIGN_SIZE, length = 0;
	if (!HOLDS(b, 0, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"))
		return false;
	while (at + AROUND <= b.length && !HOLDS(b, at + 4, "IEND")) {
		length = big(b, at, 4);
		if (length > b.length - at - AROUND)
			return false;
		at += AROUND + length;
	}
	return at + AROUND == b.length && HOLDS(b, at, "\0\0\0\0IEND\xae\x42\x60\x82");
}

/* Segment by segment to the picture itself, and to its end; telephones put more behind it. */
static bool
is_jpeg(struct bytes b)
{
	enum { SOS = 0xda, FRAME_FIRST = 0xc0, FRAME_LAST = 0xcf, TABLE = 0xc4 };
	bool frame = false;
	size_t at = 2;
	if (!HOLDS(b, 0, "\xff\xd8\xff"))
		return false;
	while (at + 4 <= b.length && b.at[at] == 0xff) {
		unsigned mark = b.at[at + 1];
		if (mark == 0xff) { /* filling */
			at++;
			continue;
		}
		size_t length = big(b, at + 2, 2);
		if (mark == SOS)
			return frame && memmem(b.at + at, b.length - at, "\xff\xd9", 2) != NULL;
		frame |= mark >= FRAME_FIRST && mark <= FRAME_LAST && mark != TABLE;
		if (length < 2 || length > b.length - at - 2)
			return false;
		at += 2 + length;
	}
	return false;
}

/* ---- all of them --------------------------------------------------------------------- */

/* PDF, PNG …; KINDS when it is none of them, −1 with e when it is one that is not taken. */
static int
kind_by_bytes(const char *name, struct bytes b, struct err *e)
{
	static const struct {
		const char *main;
		int kind;
	} mains[] = {{"word/document.xml", DOCX}, {"xl/workbook.xml", XLSX}, {"ppt/presentation.xml", PPTX}};
	if (is_pdf(b) || is_png(b) || is_jpeg(b))
		return is_pdf(b) ? PDF : is_png(b) ? PNG : JPEG;
	const char *main = office_main(name, b.at, b.length, e);
	for (size_t i = 0; main != NULL && i < sizeof mains / sizeof *mains; i++)
		if (strcmp(mains[i].main, main) == 0)
			return mains[i].kind;
	return main == NULL ? -1 : KINDS;
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
	int kind = length > 0 ? kind_by_bytes(name, (struct bytes){data, length}, e) : KINDS;
	if (length == 0)
		err_set(e, ERR_INPUT, _("%s is empty"), name);
	else if (kind == KINDS && office_locked(data, length))
		err_set(e, ERR_INPUT,
			_("%s is of an older Office or locked with a password; save it anew as docx, xlsx, "
			  "pptx or PDF"),
			name);
	else if (kind == KINDS)
		err_set(e, ERR_INPUT,
			_("%s is none of the files that can be handed in: PDF, PNG, JPEG, Word, Excel, "
			  "PowerPoint (without macros)"),
			name);
	else if (kind >= 0 && !ends_as(name, kinds[kind].endings))
		err_set(e, ERR_INPUT, _("%s is not what its name says; save it again under its right kind"),
			name);
	else if (kind >= 0)
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
	const char *dot = strrchr(name, '.');
	const char *stem = arena_strndup(a, name, dot == NULL ? strlen(name) : (size_t)(dot - name));
	if (name[0] == '.' || strpbrk(name, "\r\n\t") != NULL || !utf8_plain(name, strlen(name)) ||
		utf8_tricky(name) || utf8_blank(stem) || utf8_count(name) > EVIDENCE_NAME_MOST)
		return NULL;
	return arena_strdup(a, name);
}
