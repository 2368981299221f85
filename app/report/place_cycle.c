/* Places of a cycle, and of one sheet of it. */
#include "domain/answer/na.h"
#include "domain/cycle/fiscal.h"
#include "report/place_inside.h"

static const char *
department_count(struct composer *c)
{
	int64_t count = 0;
	for (size_t i = 0; i < c->figures->department_count; i++)
		count += c->figures->departments[i].asked;
	return number_text(c->arena, count);
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

#define PLACE(name, about) {#name, name, about}
static const struct place list[] = {
	PLACE(asked, ABOUT_CYCLE),
	PLACE(base_date, ABOUT_CYCLE),
	PLACE(cycle_title, ABOUT_CYCLE),
	PLACE(department_count, ABOUT_CYCLE),
	PLACE(done, ABOUT_CYCLE),
	PLACE(due_date, ABOUT_CYCLE),
	PLACE(grade_bounds, ABOUT_CYCLE),
	PLACE(in_all, ABOUT_CYCLE),
	PLACE(item_count, ABOUT_CYCLE),
	PLACE(k, ABOUT_CYCLE),
	PLACE(knowledge, ABOUT_CYCLE),
	PLACE(minutes, ABOUT_CYCLE),
	PLACE(na_alarm, ABOUT_CYCLE),
	{"na_reasons", na_reasons_place, ABOUT_CYCLE},
	PLACE(opens_date, ABOUT_CYCLE),
	PLACE(points, ABOUT_CYCLE),
	PLACE(receipt, ABOUT_CYCLE),
	PLACE(request, ABOUT_CYCLE),
	PLACE(response_rate, ABOUT_CYCLE),
	PLACE(set_edition, ABOUT_CYCLE),
	PLACE(set_purpose, ABOUT_CYCLE),
	PLACE(set_title, ABOUT_CYCLE),
	{"sheet_code", sheet_code_place, ABOUT_CYCLE},
	PLACE(sheet_name, ABOUT_CYCLE),
	PLACE(submitted, ABOUT_CYCLE),
};
#undef PLACE
const struct places places_of_cycle = {list, sizeof list / sizeof *list};
