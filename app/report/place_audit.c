/* Places of audits, their plans and findings, and of risks. */
#include "domain/cycle/fiscal.h"
#include "report/audits.h"
#include "report/place_inside.h"
#include "report/readers.h"

static const char *
audit_number(struct composer *c)
{
	return engagement_number(c->arena, c->audits);
}

static const char *
audit_title(struct composer *c)
{
	return c->audits->title;
}

static const char *
audit_purpose(struct composer *c)
{
	return c->audits->purpose;
}

static const char *
audit_held(struct composer *c)
{
	return audit_days(c, c->audits->begins_day, c->audits->ends_day);
}

static const char *
audit_covers(struct composer *c)
{
	return audit_days(c, c->audits->covers_from, c->audits->covers_to);
}

static const char *
audit_place(struct composer *c)
{
	const char *place = for_readers(c, CONTENT_PLACES, c->audits->place);
	return place[0] == '\0' ? say(c, WORD_NONE) : place;
}

static const char *
audit_count(struct composer *c)
{
	return number_text(c->arena, (int64_t)c->audit_count);
}

static const char *
audit_line_count(struct composer *c)
{
	return number_text(c->arena, audits_counted(c, SIZE_MAX, NULL).lines);
}

static const char *
judged_place(struct composer *c, enum judgement j)
{
	return number_text(c->arena, audits_counted(c, SIZE_MAX, NULL).judged.of[j]);
}

static const char *
conforming(struct composer *c)
{
	return judged_place(c, JUDGEMENT_CONFORMS);
}

static const char *
minor(struct composer *c)
{
	return judged_place(c, JUDGEMENT_MINOR);
}

static const char *
major(struct composer *c)
{
	return judged_place(c, JUDGEMENT_MAJOR);
}

static const char *
observed(struct composer *c)
{
	return judged_place(c, JUDGEMENT_OBSERVATION);
}

static const char *
unchecked(struct composer *c)
{
	const struct lines_counted n = audits_counted(c, SIZE_MAX, NULL);
	return number_text(c->arena, n.judged.of[JUDGEMENT_UNCHECKED] + n.open);
}

static const char *
finding_number_place(struct composer *c)
{
	return finding_number(c->arena, c->finding);
}

static const char *
plan_title(struct composer *c)
{
	return c->plan->title;
}

static const char *
finding_title(struct composer *c)
{
	return c->finding->title;
}

/* Who approved it and when, or of which day the draft is. */
static const char *
risks_settled(struct composer *c)
{
	const struct risk_settlement *s = c->risks->settled ? c->risks->list : NULL;
	const struct filling f[] = {{"who", s == NULL ? "" : s->approved_by},
		{"day", wareki_day(c->arena, s == NULL ? today_of(c) : s->approved_day)}};
	return text_fill(c->arena, say(c, s == NULL ? WORD_RISK_UNSETTLED : WORD_RISK_SETTLED), f, 2);
}

#define PLACE(name, about) {#name, name, about}
static const struct place list[] = {
	PLACE(audit_count, ABOUT_AUDITS),
	PLACE(audit_covers, ABOUT_AUDIT),
	PLACE(audit_held, ABOUT_AUDIT),
	PLACE(audit_line_count, ABOUT_AUDITS),
	PLACE(audit_number, ABOUT_AUDIT),
	PLACE(audit_place, ABOUT_AUDIT),
	PLACE(audit_purpose, ABOUT_AUDIT),
	PLACE(audit_title, ABOUT_AUDIT),
	PLACE(conforming, ABOUT_AUDITS),
	{"finding_number", finding_number_place, ABOUT_FINDING},
	PLACE(finding_title, ABOUT_FINDING),
	PLACE(major, ABOUT_AUDITS),
	PLACE(minor, ABOUT_AUDITS),
	PLACE(observed, ABOUT_AUDITS),
	PLACE(plan_title, ABOUT_PLAN),
	PLACE(risks_settled, ABOUT_RISKS),
	PLACE(unchecked, ABOUT_AUDITS),
};
#undef PLACE
const struct places places_of_audits = {list, sizeof list / sizeof *list};
