#include "store/sheet/answer_book.h"

#include "base/words.h"
#include "domain/answer/sheet_code.h"
#include "domain/cycle/fiscal.h"
#include "store/organisation/people.h"
#include "store/setting.h"
#include "store/sheet/sheet_acts.h"

struct gathering {
	struct store *store;
	struct db *db;
	struct arena *arena;
	const struct cycle *cycle;
	int64_t account_id;
	struct answer_sheet *sheets;
	size_t count;
};

static bool
may_type_in(struct gathering *g, const struct sheet *s, bool *may, struct err *e)
{
	unsigned actors = ACTOR_SECRETARIAT;
	struct sheet_facts facts = sheet_facts(s);
	if (g->account_id != 0 && !sheet_actors(g->db, g->arena, s->id, g->account_id, &actors, e))
		return false;
	*may = sheet_may(SHEET_PROXY, actors, &facts, NULL);
	return true;
}

static bool
sheet_take(struct gathering *g, const struct sheet *s, const struct questionnaire *q, struct err *e)
{
	struct person person = {.number = ""};
	if (s->person_id != 0 && !person_find(g->db, g->arena, s->person_id, &person, e))
		return false;
	const char *unit = s->unit_name[0] != '\0' ? s->unit_name : s->department_name;
	const char *name = arena_printf(g->arena, "%s %s", q->title, unit);
	g->sheets = ARENA_PUSH(g->arena, g->sheets, g->count);
	g->sheets[g->count++] = (struct answer_sheet){.sheet_id = s->id,
		.code = s->code != NULL ? s->code : sheet_code(g->arena, g->cycle->year, s->id),
		.name = q->unit == UNIT_PERSON ? s->person_name : name,
		.number = q->unit == UNIT_PERSON ? person.number : "",
		.questionnaire = q,
		.flags = s->flags,
		.revision = s->revision};
	return true;
}

static bool
set_gather(struct gathering *g, int64_t department_id, const char *set_key, struct err *e)
{
	struct sheet *list;
	size_t count;
	const struct questionnaire *q = store_cycle_set(g->store, g->cycle->id, set_key, e);
	if (q == NULL || !sheets_of_department(
				 g->db, g->arena, g->cycle->id, department_id, set_key, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool may, waits = list[i].submitted_at == 0 || list[i].returned_at != 0;
		if (!may_type_in(g, &list[i], &may, e) || (waits && may && !sheet_take(g, &list[i], q, e)))
			return false;
	}
	return true;
}

bool
answer_book_gather(struct store *s, struct arena *a, const struct cycle *c,
	const struct cycle_department *department, int64_t account_id, instant_t now, struct answer_book *out,
	struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	struct gathering g = {
		.store = s, .db = store_reader(s, e), .arena = a, .cycle = c, .account_id = account_id};
	if (g.db == NULL || !cycle_sets(g.db, a, c->id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!set_gather(&g, department->department_id, sets[i].set_key, e))
			return false;
	*out = (struct answer_book){.cycle_id = c->id,
		.opened = c->opened_at,
		.title = c->title,
		.department = department->name,
		.due = wareki_day(a, c->due_day),
		.contact = setting_text(g.db, a, "contact"),
		.made = now,
		.sheets = g.sheets,
		.count = g.count};
	return g.count > 0 ||
	       err_set(e, ERR_ABSENT, _("%s has no sheets that wait for answers"), department->name);
}
