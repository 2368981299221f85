#include "store/sheet/sheet_count.h"

#include <string.h>

#include "store/figure/shown.h"

struct progress_delta
sheet_counts(const struct sheet_facts *f, bool late)
{
	if (f->excluded)
		return (struct progress_delta){.excluded = 1};
	if (!f->submitted)
		return (struct progress_delta){.asked = 1, .drafts = f->draft};
	return (struct progress_delta){
		.asked = 1, .submitted = 1, .late = late, .returned = f->returned, .confirmed = f->confirmed};
}

SQL(find_places, "SELECT w.cycle_id, w.set_key, d.department_id, d.flags FROM"
		 " (SELECT 0 AS further, cycle_id, set_key, department_id FROM sheet WHERE id = $1 UNION ALL"
		 " SELECT 1, s.cycle_id, s.set_key, x.department_id FROM sheet_department x"
		 " JOIN sheet s ON s.id = x.sheet_id WHERE x.sheet_id = $1) w"
		 " JOIN cycle_department d ON d.cycle_id = w.cycle_id AND d.department_id = w.department_id"
		 " ORDER BY w.further, d.ord");

bool
sheet_places(struct db *db, struct arena *a, int64_t sheet_id, struct sheet_places *out, struct err *e)
{
	struct rows r;
	*out = (struct sheet_places){.sheet_id = sheet_id};
	if (!db_query(db, &r, e, find_places, "i", sheet_id))
		return false;
	while (rows_next(&r)) {
		out->cycle_id = row_int(&r, 0);
		out->set_key = row_text(&r, 1, a);
		out->list = ARENA_PUSH(a, out->list, out->count);
		out->list[out->count++] = (struct sheet_place){row_int(&r, 2), (flags_t)row_int(&r, 3)};
	}
	return rows_end(&r, e);
}

bool
sheet_item_counts(const struct item *item, const struct sheet_place *places, size_t count, size_t i)
{
	if (item_applies(item, places[i].flags))
		return true;
	for (size_t k = 0; k < count; k++)
		if (item_applies(item, places[k].flags))
			return false;
	return i == 0;
}

void
sheet_count_progress(struct piece *p, const struct sheet_places *places, const struct progress_delta *before,
	const struct progress_delta *after)
{
	static const struct progress_delta none;
	struct progress_delta delta = *after;
	progress_add(&delta, before, -1);
	if (memcmp(&delta, &none, sizeof none) == 0)
		return;
	for (size_t i = 0; i < places->count; i++)
		batch_progress(p, places->cycle_id, places->set_key, places->list[i].department_id, delta);
}

bool
sheet_count_answers(struct db *db, struct piece *p, const struct sheet_places *places,
	const struct questionnaire *q, const struct answers *before, const struct answers *after,
	struct err *e)
{
	for (size_t k = 0; k < q->count; k++) {
		struct tally delta = {0};
		if (before != NULL)
			tally_answer(&delta, &before->items[k], -1);
		if (after != NULL)
			tally_answer(&delta, &after->items[k], +1);
		if (tally_empty(&delta))
			continue;
		for (size_t i = 0; i < places->count; i++)
			if (sheet_item_counts(&q->items[k], places->list, places->count, i))
				batch_tally(p, places->cycle_id, places->set_key,
					places->list[i].department_id, q->items[k].id, &delta);
	}
	for (size_t i = 0; !q->duty && i < places->count; i++)
		if (!shown_change(db, p, places->cycle_id, places->set_key, places->list[i].department_id,
			    places->sheet_id, e))
			return false;
	return true;
}
