#include "domain/audit/independence.h"

#include <string.h>

#include "base/words.h"

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
conflicts_find(struct arena *a, const struct auditor *who, const struct audited *what, day_t day, int months,
	struct conflict **out)
{
	struct conflict_list o = {.arena = a};
	posts_look(&o, who->posts, who->post_count, what, day, months, CONFLICT_BELONGS);
	posts_look(&o, who->posts, who->post_count, what, day, months, CONFLICT_LEFT);
	if (who->person_id != 0 && who->person_id == what->owner_id)
		conflict_add(&o, (struct conflict){CONFLICT_ADMINISTERS, what->owner_department_id, 0});
	*out = o.list;
	return o.count;
}

static const struct {
	const char *key, *sentence;
} words[CONFLICTS] = {
	[CONFLICT_BELONGS] = {"belongs", N_("belongs to the department that is audited")},
	[CONFLICT_LEFT] = {"left", N_("left the department that is audited too short a time ago")},
	[CONFLICT_ADMINISTERS] = {"administers", N_("administers the system that is audited")},
};

const char *
conflict_key(enum conflict_kind k)
{
	return words[k].key;
}

enum conflict_kind
conflict_of(const char *key)
{
	size_t k = 0;
	while (k < CONFLICTS && strcmp(words[k].key, key) != 0)
		k++;
	return (enum conflict_kind)k;
}

const char *
conflict_sentence(enum conflict_kind k)
{
	return _(words[k].sentence);
}
