#include "report/place.h"

#include <string.h>

#include "domain/answer/na.h"
#include "domain/cycle/fiscal.h"
#include "report/about.h"
#include "report/audits.h"
#include "report/readers.h"

typedef const char *place_value(struct composer *c);

static const char *
body(struct composer *c)
{
	return decided(c, "body_name");
}

static const char *
department(struct composer *c)
{
	return subject_is_body(c) ? body(c) : c->figures->subject->name;
}

static const char *
department_count(struct composer *c)
{
	int64_t count = 0;
	for (size_t i = 0; i < c->figures->department_count; i++)
		count += c->figures->departments[i].asked;
	return number_text(c->arena, count);
}

/* One of an occasion is told apart by its title, without the year that may stand in front of it. */
static const char *
fiscal_year(struct composer *c)
{
	const struct cycle *cycle = &c->figures->cycle;
	const char *year = fiscal_year_name(c->arena, cycle->year), *title = cycle->title;
	if (!cycle->adhoc)
		return year;
	if (strncmp(title, year, strlen(year)) == 0)
		title += strlen(year) + strspn(title + strlen(year), " ");
	struct filling f[] = {{"year", year}, {"title", title}};
	return text_fill(c->arena, say(c, WORD_ADHOC_YEAR), f, 2);
}

static const char *
edition(struct composer *c)
{
	return number_text(c->arena, c->standing.edition);
}

static const char *
asked(struct composer *c)
{
	return number_text(c->arena, c->figures->subject->progress.asked);
}

/* Before the body's numbers where they are not of persons but of posts. */
static const char *
in_all(struct composer *c)
{
	return subject_is_body(c) && c->figures->by_post ? say(c, WORD_IN_ALL) : "";
}

/* What to do about those who have not submitted. */
static const char *
request(struct composer *c)
{
	const struct cycle *cycle = &c->figures->cycle;
	return say(c, !cycle_answers(cycle->state)                       ? WORD_REQUEST_CLOSED
		      : cycle_is_late(cycle->due_day, c->request->now) ? WORD_REQUEST_LATE
								       : WORD_REQUEST_EARLY);
}

static const char *
submitted(struct composer *c)
{
	return number_text(c->arena, c->figures->subject->progress.submitted);
}

static const char *
response_rate(struct composer *c)
{
	return progress_cell(c, c->figures->subject).text;
}

static const char *
points(struct composer *c)
{
	return percent_text(c, &c->figures->subject->points);
}

static const char *
done(struct composer *c)
{
	return percent_text(c, &c->figures->subject->done);
}

static const char *
knowledge(struct composer *c)
{
	return percent_text(c, &c->figures->subject->knowledge);
}

static const char *
item_count(struct composer *c)
{
	return number_text(c->arena, (int64_t)c->figures->set->count);
}

static const char *
k(struct composer *c)
{
	return number_text(c->arena, c->figures->cycle.k);
}

static const char *
policy_title(struct composer *c)
{
	return c->policy->title;
}

static const char *
policy_edition(struct composer *c)
{
	return c->policy->edition;
}

static const char *
set_title(struct composer *c)
{
	return c->figures->set->title;
}

static const char *
set_edition(struct composer *c)
{
	return c->figures->set->edition;
}

static const char *
cycle_title(struct composer *c)
{
	return c->figures->cycle.title;
}

static const char *
base_date(struct composer *c)
{
	return wareki_day(c->arena, c->figures->cycle.base_day);
}

static const char *
opens_date(struct composer *c)
{
	return wareki_day(c->arena, c->figures->cycle.opens_day);
}

static const char *
due_date(struct composer *c)
{
	return wareki_day(c->arena, c->figures->cycle.due_day);
}

static const char *
issued_date(struct composer *c)
{
	return wareki_day(c->arena, day_of_instant(c->request->now));
}

static const char *
addressee(struct composer *c)
{
	return decided(c, "addressee");
}

static const char *
honorific(struct composer *c)
{
	return decided(c, "honorific");
}

static const char *
na_alarm(struct composer *c)
{
	return number_text(c->arena, decided_number(c, "na_alarm"));
}

static const char *
grade_bounds(struct composer *c)
{
	const int *b = c->figures->cycle.grading.bounds;
	return arena_printf(c->arena, "A %d / B %d / C %d", b[0] / 10, b[1] / 10, b[2] / 10);
}

static const char *
contact(struct composer *c)
{
	return decided(c, "contact");
}

static const char *
set_purpose(struct composer *c)
{
	return c->figures->set->purpose;
}

static const char *
minutes(struct composer *c)
{
	return number_text(c->arena, c->figures->set->minutes);
}

static const char *
sheet_code_place(struct composer *c)
{
	return c->sheet == NULL || c->sheet->code == NULL ? "" : c->sheet->code;
}

static const char *
sheet_name(struct composer *c)
{
	if (c->sheet == NULL)
		return "";
	return c->figures->set->unit == UNIT_PERSON ? c->sheet->person_name : c->sheet->unit_name;
}

/* 「1 …、2 …」: for a sheet on paper, typed in by these digits. */
static const char *
na_reasons_place(struct composer *c)
{
	const char *out = "";
	for (size_t i = 0; i < NA_REASONS; i++)
		out = arena_printf(c->arena, "%s%s%zu %s", out, i > 0 ? say(c, WORD_COMMA) : "", i + 1,
			na_name(&na_reasons[i]));
	return out;
}

static const char *
receipt(struct composer *c)
{
	return c->sheet == NULL || c->sheet->receipt == NULL ? "" : c->sheet->receipt;
}

/* ---- audits ------------------------------------------------------------------------------------ */

static const char *
readers(struct composer *c)
{
	if (c->request->readers == READERS_FULL)
		return "";
	return say(c, c->request->readers == READERS_PUBLIC ? WORD_READERS_PUBLIC : WORD_READERS_AUDITEE);
}

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

#define PLACE(name, about)                                                                                   \
	{                                                                                                    \
#name, name, about                                                                                  \
	}
static const struct {
	const char *name;
	place_value *value;
	unsigned about;
} places[] = {
	PLACE(addressee, ABOUT_ANY),
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
	PLACE(plan_title, ABOUT_PLAN),
	PLACE(observed, ABOUT_AUDITS),
	PLACE(readers, ABOUT_ANY),
	PLACE(unchecked, ABOUT_AUDITS),
	PLACE(asked, ABOUT_CYCLE),
	PLACE(base_date, ABOUT_CYCLE),
	PLACE(body, ABOUT_ANY),
	PLACE(contact, ABOUT_ANY),
	PLACE(cycle_title, ABOUT_CYCLE),
	PLACE(department, ABOUT_ANY),
	PLACE(department_count, ABOUT_CYCLE),
	PLACE(done, ABOUT_CYCLE),
	PLACE(due_date, ABOUT_CYCLE),
	PLACE(edition, ABOUT_ANY),
	PLACE(fiscal_year, ABOUT_ANY),
	PLACE(grade_bounds, ABOUT_CYCLE),
	PLACE(honorific, ABOUT_ANY),
	PLACE(in_all, ABOUT_CYCLE),
	PLACE(issued_date, ABOUT_ANY),
	PLACE(item_count, ABOUT_CYCLE),
	PLACE(k, ABOUT_CYCLE),
	PLACE(knowledge, ABOUT_CYCLE),
	PLACE(minutes, ABOUT_CYCLE),
	PLACE(na_alarm, ABOUT_CYCLE),
	{"na_reasons", na_reasons_place, ABOUT_CYCLE},
	PLACE(opens_date, ABOUT_CYCLE),
	PLACE(points, ABOUT_CYCLE),
	PLACE(policy_edition, ABOUT_ANY),
	PLACE(policy_title, ABOUT_ANY),
	PLACE(receipt, ABOUT_CYCLE),
	PLACE(request, ABOUT_CYCLE),
	PLACE(response_rate, ABOUT_CYCLE),
	PLACE(risks_settled, ABOUT_RISKS),
	PLACE(set_edition, ABOUT_CYCLE),
	PLACE(set_purpose, ABOUT_CYCLE),
	PLACE(set_title, ABOUT_CYCLE),
	{"sheet_code", sheet_code_place, ABOUT_CYCLE},
	PLACE(sheet_name, ABOUT_CYCLE),
	PLACE(submitted, ABOUT_CYCLE),
};
#undef PLACE
enum { PLACES = sizeof places / sizeof *places };

size_t
place_names(struct arena *a, unsigned about, const char *const **names)
{
	const char **out = ARENA_ARRAY(a, const char *, PLACES);
	size_t count = 0;
	for (size_t i = 0; i < PLACES; i++)
		if ((places[i].about & about) != 0)
			out[count++] = places[i].name;
	*names = out;
	return count;
}

bool
place_known(const char *name, unsigned about)
{
	for (size_t i = 0; i < PLACES; i++)
		if (strcmp(places[i].name, name) == 0)
			return (places[i].about & about) != 0;
	return false;
}

void
places_fill(struct composer *c)
{
	enum about about = recipe_about(c->recipe);
	struct filling *out = ARENA_ARRAY(c->arena, struct filling, PLACES);
	c->places = out;
	c->place_count = 0;
	for (size_t i = 0; i < PLACES; i++)
		if ((places[i].about & about) != 0)
			out[c->place_count++] = (struct filling){places[i].name, places[i].value(c)};
}
