/* Raising a finding: from an empty form, from a question, or from a line of an audit's checklist, whose
 * paper is copied into it. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/pages.h"
#include "web/show.h"

static enum finding_severity
severity_of(const struct paper *p)
{
	switch (p->judgement) {
	case JUDGEMENT_MAJOR:
		return SEVERITY_MAJOR;
	case JUDGEMENT_MINOR:
		return SEVERITY_MINOR;
	case JUDGEMENT_OBSERVATION:
		return SEVERITY_OBSERVATION;
	default:
		return p->recommended ? SEVERITY_RECOMMENDATION : SEVERITIES;
	}
}

static void
finding_copy(struct call *c, const struct engagement *g, const struct line *l, struct finding *out)
{
	*out = (struct finding){.severity = severity_of(&l->paper),
		.department_key = g->department_key,
		.item = l->item,
		.clause = l->clause,
		.threat = arena_strndup(c->arena, l->threats, strcspn(l->threats, " ")),
		.facts = l->paper.texts[PAPER_FACTS],
		.criterion = l->paper.texts[PAPER_DIFFERENCE],
		.cause = l->paper.texts[PAPER_CAUSE],
		.effect = l->paper.texts[PAPER_EFFECT],
		.proposal = l->paper.texts[PAPER_PROPOSAL]};
}

/* The finding that the last audit raised from the same item, for whoever raises this one to look at. */
static bool
earlier_fill(struct call *c, struct dict *d, const struct engagement *g, const struct line *l, struct err *e)
{
	struct line_before b;
	int64_t *ids;
	size_t count;
	struct finding f;
	if (!line_before(c->db, c->arena, g, l->item, &b, e))
		return false;
	if (b.engagement_id == 0)
		return true;
	if (!line_findings(c->db, c->arena, b.engagement_id, l->item, &ids, &count, e) ||
		(count > 0 && !finding_find(c->db, c->arena, ids[0], &f, e)))
		return false;
	if (count > 0) {
		struct dict *row = dict_add(d, "repeats");
		show_number(row, "earlier_id", f.id);
		dict_set(row, "earlier_number", finding_number(c->arena, &f));
	}
	return true;
}

/* What was sent names the line as what was asked does. */
static const char *
named(struct call *c, const char *name)
{
	const char *sent = http_field(c->http, name), *asked = http_query(c->http, name);
	return sent != NULL ? sent : asked != NULL ? asked : "";
}

static bool
line_copy(struct call *c, struct dict *page, struct finding *out, struct err *e)
{
	struct engagement g;
	struct line l;
	unsigned actors;
	if (*named(c, "audit") == '\0')
		return true;
	c->parts[0] = named(c, "audit");
	c->parts[1] = named(c, "item");
	bool found = line_of_call(c, &g, &actors, &l, e);
	c->parts[0] = c->parts[1] = NULL;
	if (!found)
		return false;
	finding_copy(c, &g, &l, out);
	struct dict *d = dict_add(page, "from_line");
	show_number(d, "engagement_id", g.id);
	dict_set(d, "engagement_number", engagement_number(c->arena, &g));
	dict_set(d, "item", l.item);
	return earlier_fill(c, d, &g, &l, e);
}

void
finding_show_new(struct call *c, const struct err *refused)
{
	struct err e = {0};
	struct finding f = {.severity = SEVERITIES};
	struct dict *page = page_begin(c, _("Raise a finding"));
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (line_copy(c, page, &f, &e) && finding_fill_form(c, page, &f, &e)) {
		page_show(c, finding_status(refused), "finding_new.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_finding_new(struct call *c)
{
	finding_show_new(c, NULL);
}
