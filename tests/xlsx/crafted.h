#ifndef TESTS_XLSX_CRAFTED_H
#define TESTS_XLSX_CRAFTED_H

/* A workbook put together by hand, for what spreadsheet programs write and we do not. */

#include <check.h>

#include "base/buf.h"
#include "zip/zip.h"

struct crafted {
	const char *sheet;   /* what stands in <sheetData> of the only sheet */
	const char *whole;   /* instead of that: the whole part */
	const char *strings; /* what stands in <sst>; NULL: there is no such part */
	const char *styles;  /* what stands in <styleSheet>; NULL: there is no such part */
	const char *book;    /* attributes of <workbookPr> */
};

#define CRAFTED_HEAD   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define CRAFTED_MAIN   "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define CRAFTED_OFFICE "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define CRAFTED_RELATION(id, type, target)                                                                   \
	"<Relationship Id=\"" id                                                                             \
	"\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type                \
	"\" Target=\"" target "\"/>"
#define CRAFTED_RELATIONS(items)                                                                             \
	CRAFTED_HEAD                                                                                         \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" items       \
	"</Relationships>"

static inline void
craft(const struct crafted *c, struct buf *out)
{
	static const char top[] =
		CRAFTED_RELATIONS(CRAFTED_RELATION("rId1", "officeDocument", "xl/workbook.xml"));
	static const char under[] = CRAFTED_RELATIONS(CRAFTED_RELATION("rId1", "worksheet",
		"worksheets/sheet1.xml") CRAFTED_RELATION("rId2", "sharedStrings", "/xl/sharedStrings.xml")
			CRAFTED_RELATION("rId3", "styles", "styles.xml"));
	static const char under_bare[] =
		CRAFTED_RELATIONS(CRAFTED_RELATION("rId1", "worksheet", "worksheets/sheet1.xml"));
	struct buf book = BUF_INIT, sheet = BUF_INIT, strings = BUF_INIT, styles = BUF_INIT;
	buf_addf(&book,
		CRAFTED_HEAD "<workbook " CRAFTED_MAIN " " CRAFTED_OFFICE "><workbookPr %s/><sheets>"
			     "<sheet name=\"名簿\" sheetId=\"4\" r:id=\"rId1\"/></sheets></workbook>",
		c->book != NULL ? c->book : "");
	if (c->whole != NULL)
		buf_adds(&sheet, c->whole);
	else
		buf_addf(&sheet,
			CRAFTED_HEAD "<worksheet " CRAFTED_MAIN "><sheetData>%s</sheetData></worksheet>",
			c->sheet);
	buf_addf(&strings, CRAFTED_HEAD "<sst " CRAFTED_MAIN ">%s</sst>",
		c->strings != NULL ? c->strings : "");
	buf_addf(&styles, CRAFTED_HEAD "<styleSheet " CRAFTED_MAIN ">%s</styleSheet>",
		c->styles != NULL ? c->styles : "");
	bool bare = c->strings == NULL && c->styles == NULL;
	struct err e = {0};
	struct bundle *b = bundle_create(0);
	bundle_add(b, "_rels/.rels", top, sizeof top - 1, &e);
	bundle_add(b, "xl/_rels/workbook.xml.rels", bare ? under_bare : under,
		bare ? sizeof under_bare - 1 : sizeof under - 1, &e);
	bundle_add(b, "xl/workbook.xml", book.data, book.length, &e);
	bundle_add(b, "xl/worksheets/sheet1.xml", sheet.data, sheet.length, &e);
	bundle_add(b, "xl/sharedStrings.xml", strings.data, strings.length, &e);
	bundle_add(b, "xl/styles.xml", styles.data, styles.length, &e);
	ck_assert_msg(bundle_finish(b, out, &e), "%s", e.text);
	bundle_destroy(b);
	buf_free(&book);
	buf_free(&sheet);
	buf_free(&strings);
	buf_free(&styles);
}

#endif
