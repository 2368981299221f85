#include "draw/pdf.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "base/words.h"
#include "draw/gate.h"
#include "draw/sheet.h"
#include "draw/subset.h"

/* libharu keeps its first error and refuses everything after it, so it is
 * enough to look once at the end of each step. */
struct printer {
	struct arena *arena; /* of the whole document */
	HPDF_Doc doc;
	HPDF_Page *sheets;
	size_t sheet_count;
	struct pdf_outline *outline; /* pages counted through */
	size_t outline_count;
	HPDF_STATUS fault, detail;
	struct typecase tc;
	HPDF_Font fonts[FONT_COUNT];
	struct err *e;
};

static void
fault_keep(HPDF_STATUS error, HPDF_STATUS detail, void *with)
{
	struct printer *p = with;
	if (p->fault == 0) {
		p->fault = error;
		p->detail = detail;
	}
}

static bool
printer_well(const struct printer *p)
{
	return p->fault == 0 || err_set(p->e, ERR_SYSTEM, _("the PDF could not be made (error %04lX, %lu)"),
					(unsigned long)p->fault, (unsigned long)p->detail);
}

/* Replaces libharu's ToUnicode, which writes operators readers complain about
 * and knows nothing of our codes. */
static void
to_unicode_replace(struct printer *p, unsigned font)
{
	HPDF_Dict cmap = HPDF_Dict_GetItem(p->fonts[font], "ToUnicode", HPDF_OCLASS_DICT);
	struct buf text = BUF_INIT;
	if (cmap == NULL)
		return;
	typecase_to_unicode(&p->tc, font, &text);
	HPDF_MemStream_FreeData(cmap->stream);
	HPDF_Stream_Write(cmap->stream, (const HPDF_BYTE *)text.data, (HPDF_UINT)text.length);
	buf_free(&text);
}

/* libharu takes a font only from a file; this one exists in memory alone. */
static bool
font_load_bytes(struct printer *p, unsigned font, const struct buf *bytes)
{
	int fd = memfd_create("font", MFD_CLOEXEC);
	if (fd < 0 || write(fd, bytes->data, bytes->length) != (ssize_t)bytes->length) {
		if (fd >= 0)
			close(fd);
		return err_set(p->e, ERR_SYSTEM, _("no memory for a font"));
	}
	char path[40];
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	const char *name = HPDF_LoadTTFontFromFile(p->doc, path, HPDF_TRUE);
	close(fd);
	if (name != NULL)
		p->fonts[font] = HPDF_GetFont(p->doc, name, "UTF-8");
	return printer_well(p);
}

static bool
font_load(struct printer *p, unsigned font)
{
	if (p->tc.font_counts[font] == 0)
		return true;
	struct buf bytes = BUF_INIT;
	bool ok = subset_make(&p->tc, font, &bytes, p->e) && font_load_bytes(p, font, &bytes);
	buf_free(&bytes);
	if (ok)
		to_unicode_replace(p, font);
	return ok;
}

/* A text string of the document itself (title, outline): UTF-16 with its mark,
 * written as bytes because libharu's own encoder loses what is above U+FFFF. */
static void
text_put(struct printer *p, HPDF_Dict dict, const char *key, const char *text)
{
	struct buf bytes = BUF_INIT;
	buf_add(&bytes, "\xFE\xFF", 2);
	for (const char *at = text, *end = at + strlen(at); at < end;) {
		int32_t c = utf8_next(&at, end);
		uint32_t v = c < 0 ? 0xFFFD : (uint32_t)c;
		uint32_t units[2] = {v, 0};
		if (v >= 0x10000) {
			units[0] = 0xD800 + ((v - 0x10000) >> 10);
			units[1] = 0xDC00 + ((v - 0x10000) & 0x3FF);
		}
		for (int i = 0; i < (v >= 0x10000 ? 2 : 1); i++) {
			buf_addc(&bytes, (char)(units[i] >> 8));
			buf_addc(&bytes, (char)units[i]);
		}
	}
	HPDF_Dict_Add(
		dict, key, HPDF_Binary_New(p->doc->mmgr, (HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.length));
	buf_free(&bytes);
}

static void
info_put(struct printer *p, const struct pdf_info *info)
{
	struct civil c = civil_of_instant(info->issued);
	HPDF_Date issued = {c.year, c.month, c.day, c.hour, c.minute, c.second, '+', 9, 0};
	HPDF_SetInfoDateAttr(p->doc, HPDF_INFO_CREATION_DATE, issued);
	HPDF_SetInfoDateAttr(p->doc, HPDF_INFO_MOD_DATE, issued);
	if (p->doc->info == NULL)
		return;
	if (info->title != NULL)
		text_put(p, p->doc->info, "Title", info->title);
	if (info->author != NULL)
		text_put(p, p->doc->info, "Author", info->author);
	if (info->subject != NULL)
		text_put(p, p->doc->info, "Subject", info->subject);
	if (info->fingerprint != NULL)
		HPDF_Dict_Add(p->doc->info, PDF_FINGERPRINT,
			HPDF_String_New(p->doc->mmgr, info->fingerprint, NULL));
	HPDF_Dict_Add(p->doc->catalog, "Lang", HPDF_String_New(p->doc->mmgr, "ja-JP", NULL));
	HPDF_Dict preferences = HPDF_Dict_New(p->doc->mmgr);
	HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
	HPDF_Dict_Add(p->doc->catalog, "ViewerPreferences", preferences);
}

/* Where an entry of the outline leads: the place on the page, at the reader's own zoom. */
static void
outline_lead(HPDF_Outline entry, HPDF_Page page, double top)
{
	HPDF_Destination d = HPDF_Page_CreateDestination(page);
	HPDF_Destination_SetXYZ(d, 0, (HPDF_REAL)top, 1);
	HPDF_Real zoom = d == NULL ? NULL : HPDF_Array_GetItem(d, 4, HPDF_OCLASS_REAL);
	if (zoom != NULL)
		zoom->value = 0; /* "keep the zoom"; libharu's own check does not let it in */
	HPDF_Outline_SetDestination(entry, d);
}

static void
outline_put(struct printer *p)
{
	enum { LEVELS = 3 };
	HPDF_Outline parents[LEVELS + 1] = {NULL};
	int depth = 0; /* entries that could be parents of the next */
	for (size_t i = 0; i < p->outline_count; i++) {
		const struct pdf_outline *o = &p->outline[i];
		int level = o->level < 0 ? 0 : o->level >= LEVELS ? LEVELS - 1 : o->level;
		level = level > depth ? depth : level;
		HPDF_Outline entry = HPDF_CreateOutline(p->doc, parents[level], "-", NULL);
		if (entry == NULL)
			return;
		text_put(p, entry, "Title", o->title);
		HPDF_Outline_SetOpened(entry, level == 0);
		outline_lead(entry, p->sheets[o->page], HPDF_Page_GetHeight(p->sheets[o->page]) - o->y);
		parents[level + 1] = entry;
		depth = level + 1;
	}
	if (p->outline_count > 0)
		HPDF_SetPageMode(p->doc, HPDF_PAGE_MODE_USE_OUTLINE);
}

static void
outline_note(struct printer *p, const char *title, int level, size_t page, double y)
{
	p->outline = ARENA_PUSH(p->arena, p->outline, p->outline_count);
	p->outline[p->outline_count++] = (struct pdf_outline){
		.title = arena_strdup(p->arena, title), .level = level, .page = page, .y = y};
}

static void
page_print(struct printer *p, const struct canvas *page)
{
	HPDF_Page sheet = HPDF_AddPage(p->doc);
	HPDF_Page_SetWidth(sheet, (HPDF_REAL)page->width);
	HPDF_Page_SetHeight(sheet, (HPDF_REAL)page->height);
	struct sheet s = {.page = sheet, .height = page->height, .tc = &p->tc, .fonts = p->fonts};
	sheet_print(&s, page);
	p->sheets = ARENA_PUSH(p->arena, p->sheets, p->sheet_count);
	p->sheets[p->sheet_count++] = sheet;
}

static void
part_print(struct printer *p, const struct pdf_part *part)
{
	size_t first = p->sheet_count;
	int under = part->title != NULL;
	if (under)
		outline_note(p, part->title, 0, first, 0);
	for (size_t i = 0; i < part->outline_count; i++)
		outline_note(p, part->outline[i].title, part->outline[i].level + under,
			first + part->outline[i].page, part->outline[i].y);
	for (size_t i = 0; i < part->page_count && p->fault == 0; i++)
		page_print(p, part->pages[i]);
}

static bool
document_take(struct printer *p, struct buf *out)
{
	HPDF_SaveToStream(p->doc);
	if (!printer_well(p))
		return false;
	HPDF_Stream stream = p->doc->stream;
	for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
		HPDF_UINT length;
		const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(stream, i, &length);
		buf_add(out, bytes, length);
	}
	return printer_well(p);
}

/* ---- binding ----------------------------------------------------------------------------- */

struct binding {
	size_t documents, total;
	pdf_part_maker *make;
	void *with;
};

static bool
parts_learn(struct printer *p, struct binding *b, struct arena *a)
{
	for (size_t i = 0; i < b->documents; i++, arena_reset(a)) {
		struct pdf_part part = {0};
		if (!b->make(b->with, &(struct pdf_binding){i, b->total, 0}, a, &part, p->e))
			return false;
		typecase_learn(&p->tc, part.pages, part.page_count, b->total);
		b->total += part.page_count;
	}
	return true;
}

static bool
parts_print(struct printer *p, const struct binding *b, struct arena *a)
{
	for (size_t i = 0; i < b->documents; i++, arena_reset(a)) {
		struct pdf_part part = {0};
		if (!b->make(b->with, &(struct pdf_binding){i, p->sheet_count, b->total}, a, &part, p->e))
			return false;
		part_print(p, &part);
		if (!printer_well(p))
			return false;
	}
	return true;
}

static bool
document_make(struct printer *p, const struct binding *b, const struct pdf_info *info, struct arena *a,
	struct buf *out)
{
	p->doc = HPDF_New(fault_keep, p);
	if (p->doc == NULL)
		return err_set(p->e, ERR_SYSTEM, _("no memory for a PDF"));
	HPDF_SetCompressionMode(p->doc, HPDF_COMP_ALL);
	HPDF_UseUTFEncodings(p->doc);
	bool ok = true;
	for (unsigned f = 0; ok && f < FONT_COUNT; f++)
		ok = font_load(p, f);
	if (ok && parts_print(p, b, a)) {
		outline_put(p);
		info_put(p, info);
		ok = printer_well(p) && document_take(p, out);
	} else {
		ok = false;
	}
	HPDF_Free(p->doc);
	return ok;
}

bool
pdf_bind(size_t documents, pdf_part_maker *make, void *with, const struct pdf_info *info,
	enum glyph_gate gate, struct buf *out, struct err *e)
{
	struct arena *part = arena_create();
	struct printer p = {.e = e, .arena = arena_create()};
	struct binding b = {.documents = documents, .make = make, .with = with};
	typecase_begin(&p.tc, p.arena);
	bool ok = parts_learn(&p, &b, part) && (gate == GLYPHS_SUBSTITUTE || gate_pass(&p.tc, e)) &&
		  document_make(&p, &b, info, part, out);
	arena_destroy(p.arena);
	arena_destroy(part);
	return ok;
}

/* What was drawn already. */
static bool
part_give(void *with, const struct pdf_binding *b, struct arena *a, struct pdf_part *out, struct err *e)
{
	(void)b;
	(void)a;
	(void)e;
	*out = *(const struct pdf_part *)with;
	return true;
}

bool
pdf_write(struct canvas *const *pages, size_t page_count, const struct pdf_outline *outline,
	size_t outline_count, const struct pdf_info *info, enum glyph_gate gate, struct buf *out,
	struct err *e)
{
	struct pdf_part part = {NULL, pages, page_count, outline, outline_count};
	return pdf_bind(1, part_give, &part, info, gate, out, e);
}
