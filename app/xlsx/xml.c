#include "xlsx/xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

struct reading {
	XML_Parser parser;
	const struct xml *x;
	void *with;
	bool typed; /* it declares a document type */
	unsigned depth;
	bool deep; /* further than a spreadsheet program goes, and each level costs memory */
};

enum { DEPTH_MOST = 64 };

static const char *
name_local(const char *name)
{
	const char *bar = strrchr(name, '|');
	return bar != NULL ? bar + 1 : name;
}

static void
stop_if_told(struct reading *r)
{
	if (r->x->stop != NULL && r->x->stop->kind != ERR_NONE)
		XML_StopParser(r->parser, XML_FALSE);
}

static void
on_start(void *with, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *r = with;
	if (++r->depth > DEPTH_MOST) {
		r->deep = true;
		XML_StopParser(r->parser, XML_FALSE);
		return;
	}
	r->x->start(r->with, name_local(name), (const char *const *)attributes);
	stop_if_told(r);
}

static void
on_end(void *with, const XML_Char *name)
{
	struct reading *r = with;
	r->depth--;
	if (r->x->end != NULL)
		r->x->end(r->with, name_local(name));
	stop_if_told(r);
}

static void
on_text(void *with, const XML_Char *text, int length)
{
	struct reading *r = with;
	if (r->x->text != NULL)
		r->x->text(r->with, text, (size_t)length);
}

static void
on_doctype(void *with, const XML_Char *name, const XML_Char *system, const XML_Char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	struct reading *r = with;
	r->typed = true;
	XML_StopParser(r->parser, XML_FALSE);
}

static bool
outcome(const struct reading *r, enum XML_Status status, const char *part, struct err *e)
{
	if (r->typed)
		return err_set(e, ERR_INPUT,
			_("\"%s\" in the workbook declares entities, which no spreadsheet program does: it "
			  "is "
			  "not read"),
			part);
	if (r->deep)
		return err_set(e, ERR_INPUT,
			_("\"%s\" in the workbook is nested deeper than any spreadsheet program writes: it is not "
			  "read"),
			part);
	if (r->x->stop != NULL && r->x->stop->kind != ERR_NONE) {
		*e = *r->x->stop;
		return false;
	}
	if (status == XML_STATUS_OK)
		return true;
	enum XML_Error code = XML_GetErrorCode(r->parser);
	if (code == XML_ERROR_NO_MEMORY)
		abort();
	return err_set(e, ERR_INPUT, _("\"%s\" in the workbook is damaged (line %lu: %s)"), part,
		(unsigned long)XML_GetCurrentLineNumber(r->parser), XML_ErrorString(code));
}

bool
xml_read(const char *data, size_t length, const struct xml *x, void *with, const char *part, struct err *e)
{
	enum { STEP = 1 << 20 };
	struct reading r = {.parser = XML_ParserCreateNS(NULL, '|'), .x = x, .with = with};
	if (r.parser == NULL)
		abort();
	XML_SetUserData(r.parser, &r);
	XML_SetElementHandler(r.parser, on_start, on_end);
	XML_SetCharacterDataHandler(r.parser, on_text);
	XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
	enum XML_Status status = XML_STATUS_OK;
	for (size_t at = 0; status == XML_STATUS_OK && at <= length; at += STEP) {
		size_t n = length - at < STEP ? length - at : STEP;
		status = XML_Parse(r.parser, data + at, (int)n, at + STEP > length);
	}
	bool ok = outcome(&r, status, part, e);
	XML_ParserFree(r.parser);
	return ok;
}

const char *
xml_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(name_local(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}
