#include "base/words.h"
#include "domain/questionnaire/questionnaire_schema.h"

enum { YEAR_LEAST = 2000, YEAR_MOST = 2200, TEXT_LONGEST = 200 };

static void
former_check(const struct place *at, const struct raw_item *raw, size_t k)
{
	const struct raw_former *f = &raw->former[k];
	const struct wording text = {"former text", f->text, TEXT_LONGEST, true, false};
	wordings_check(at, &text, 1);
	if (f->until < YEAR_LEAST || f->until > YEAR_MOST)
		place_fault(at, _("until must be a fiscal year from %d to %d, not %d"), YEAR_LEAST, YEAR_MOST,
			f->until);
	else if (k > 0 && f->until <= raw->former[k - 1].until)
		place_fault(at, _("former wordings must stand oldest first, each until a later year"));
}

/* The wording that was asked in the year: the first that ended in it or later. */
static const struct raw_former *
former_of(const struct raw_item *raw, int year)
{
	for (size_t k = 0; year > 0 && k < raw->former_count; k++)
		if (raw->former[k].until >= year)
			return &raw->former[k];
	return NULL;
}

static void
former_scale_check(
	const struct reading *r, const struct place *at, const struct raw_former *f, const struct item *i)
{
	const struct scale *s = f->scale != NULL ? scale_named(r, at, f->scale) : i->scale;
	if (s != NULL && i->scale != NULL && s->knowledge != i->scale->knowledge)
		place_fault(at, _("a knowledge question stays one; give the other question its own id"));
}

void
former_take(const struct reading *r, const struct raw_item *raw, struct item *i)
{
	struct place at = r->at;
	i->meaning = 1;
	for (size_t k = 0; k < raw->former_count; k++) {
		const struct raw_former *f = &raw->former[k];
		at.line = f->line;
		former_check(&at, raw, k);
		former_scale_check(r, &at, f, i);
		bool before = r->year == 0 || f->until < r->year;
		i->meaning += before && f->change == CHANGE_MEANING;
		i->reworded |= f->until == r->year - 1;
	}
	const struct raw_former *then = former_of(raw, r->year);
	if (then == NULL)
		return;
	i->text = then->text;
	const struct scale *scale = then->scale != NULL ? scale_find(r->scales, then->scale) : NULL;
	i->scale = scale != NULL ? scale : i->scale;
}
