#include "domain/audit/working_paper.h"

#include <string.h>

#include "base/fits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"

enum { SHORT = 100, LONG = 2000, METHODS = 20 };

const struct paper_field paper_fields[PAPER_TEXTS] = {
	[PAPER_METHODS] = {"used", METHODS, true},
	[PAPER_PLACE] = {"place", SHORT, true},
	[PAPER_MET] = {"met", SHORT, true},
	[PAPER_DONE] = {"done", LONG, false},
	[PAPER_FACTS] = {"facts", LONG, false},
	[PAPER_DIFFERENCE] = {"difference", LONG, false},
	[PAPER_CAUSE] = {"cause", LONG, false},
	[PAPER_EFFECT] = {"effect", LONG, false},
	[PAPER_PROPOSAL] = {"proposal", LONG, false},
	[PAPER_REASON] = {"reason", LONG, false},
};

static const char *const titles[PAPER_TEXTS] = {
	[PAPER_METHODS] = N_("methods"),
	[PAPER_PLACE] = N_("place"),
	[PAPER_MET] = N_("who was met"),
	[PAPER_DONE] = N_("what was done"),
	[PAPER_FACTS] = N_("facts"),
	[PAPER_DIFFERENCE] = N_("difference from the criterion"),
	[PAPER_CAUSE] = N_("cause"),
	[PAPER_EFFECT] = N_("effect"),
	[PAPER_PROPOSAL] = N_("proposal"),
	[PAPER_REASON] = N_("reason"),
};

static bool
judgement_fits(const struct paper *p, struct err *e)
{
	bool facts = !utf8_blank(p->texts[PAPER_FACTS]), reason = !utf8_blank(p->texts[PAPER_REASON]);
	switch (p->judgement) {
	case JUDGEMENT_MINOR:
	case JUDGEMENT_MAJOR:
		return (facts && !utf8_blank(p->texts[PAPER_DIFFERENCE])) ||
		       err_set(e, ERR_INPUT,
			       _("a nonconformity needs the facts and the difference from the criterion"));
	case JUDGEMENT_OBSERVATION:
		return facts || err_set(e, ERR_INPUT, _("an observation needs the facts"));
	case JUDGEMENT_NA:
		return reason || err_set(e, ERR_INPUT, _("write why this item does not apply"));
	case JUDGEMENT_UNCHECKED:
		return reason || err_set(e, ERR_INPUT, _("write why this item was not checked"));
	default:
		return true;
	}
}

bool
paper_fits(const struct paper *p, struct err *e)
{
	for (size_t i = 0; i < PAPER_TEXTS; i++) {
		const struct paper_field *f = &paper_fields[i];
		if (!(f->line ? line_fits : lines_fit)(p->texts[i], _(titles[i]), f->most, false, e))
			return false;
	}
	return judgement_fits(p, e);
}

bool
paper_same(const struct paper *a, const struct paper *b)
{
	bool same = a->judgement == b->judgement && a->recommended == b->recommended && a->good == b->good;
	for (size_t i = 0; i < PAPER_TEXTS && same; i++)
		same = strcmp(a->texts[i], b->texts[i]) == 0;
	return same;
}

bool
paper_facts_same(const struct paper *a, const struct paper *b)
{
	return strcmp(a->texts[PAPER_FACTS], b->texts[PAPER_FACTS]) == 0 &&
	       strcmp(a->texts[PAPER_DIFFERENCE], b->texts[PAPER_DIFFERENCE]) == 0;
}

/* 課 室 係 班 */
static const char *const kinds[] = {"\u8AB2", "\u5BA4", "\u4FC2", "\u73ED"};

static const char *
name_short(struct arena *a, const char *name)
{
	size_t length = strlen(name);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t end = strlen(kinds[i]);
		if (length > end && strcmp(name + length - end, kinds[i]) == 0 && utf8_count(name) > 2)
			return arena_strndup(a, name, length - end);
	}
	return name;
}

const char *
evidence_prefix(struct arena *a, int year, const char *department, const char *clause)
{
	return arena_printf(a, "%s-%s-%s", fiscal_year_mark(a, year), name_short(a, department), clause);
}

const char *
evidence_number(struct arena *a, const char *prefix, int serial)
{
	return arena_printf(a, "%s-%02d", prefix, serial);
}
