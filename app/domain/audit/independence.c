#include "domain/audit/independence.h"

enum { MONTHS_A_YEAR = 12, DAYS_A_MONTH_LEAST = 28 };

/* The same day of the month so many months later, or the last one of a shorter month. */
static day_t
months_later(day_t d, int months)
{
	struct civil c = civil_of_day(d);
	int month = c.month - 1 + months;
	int year = c.year + month / MONTHS_A_YEAR;
	month = month % MONTHS_A_YEAR + 1;
	day_t found = day_of(year, month, c.day < DAYS_A_MONTH_LEAST ? c.day : DAYS_A_MONTH_LEAST);
	for (int day = DAYS_A_MONTH_LEAST; day < c.day && civil_of_day(found + 1).month == month; day++)
		found++;
	return found;
}

static bool
among(int64_t id, const int64_t *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == id)
			return true;
	return false;
}

struct conflict_list {
	struct arena *arena;
	struct conflict *list;
	size_t count;
};

/* Of several posts in one department the one that counts longest. */
static void
conflict_add(struct conflict_list *o, struct conflict c)
{
	for (size_t i = 0; i < o->count; i++) {
		struct conflict *known = &o->list[i];
		if (known->kind != c.kind || known->department_id != c.department_id)
			continue;
		known->until = known->until > c.until ? known->until : c.until;
		return;
	}
	o->list = ARENA_PUSH(o->arena, o->list, o->count);
	o->list[o->count++] = c;
}

static void
posts_look(struct conflict_list *o, const struct held_post *posts, size_t count, const struct audited *what,
	day_t day, int months, enum conflict_kind kind)
{
	for (size_t i = 0; i < count; i++) {
		const struct held_post *p = &posts[i];
		bool held = p->from <= day && (p->to == 0 || p->to >= day);
		if (p->from > day || !among(p->department_id, what->departments, what->department_count) ||
			held != (kind == CONFLICT_BELONGS))
			continue;
		day_t until = held ? 0 : months_later(p->to + 1, months);
		if (held || day < until)
			conflict_add(o, (struct conflict){kind, p->department_id, until});
	}
}

size_t
conflicts_find(struct arena *a, const struct held_post *posts, size_t post_count, const struct audited *what,
	day_t day, int months, struct conflict **out)
{
	struct conflict_list o = {.arena = a};
	posts_look(&o, posts, post_count, what, day, months, CONFLICT_BELONGS);
	posts_look(&o, posts, post_count, what, day, months, CONFLICT_LEFT);
	*out = o.list;
	return o.count;
}
