/* Who works in the fictional body. */
#include "store/demo/demo_words.h"

#include <string.h>

#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/organisation/account.h"
#include "store/organisation/people.h"

enum { FIRST_NUMBER = 1001, FIRST_FURTHER_KEY = 101, SMALLEST = 2, FOUNDED = 2010 };

struct office {
	struct department department;
	int weight; /* of the people to be shared out; 0: the size is fixed */
	int people, temporary, least;
	const struct demo_department *words; /* NULL for a further one */
};

struct offices {
	struct office *list;
	size_t count;
};

static flags_t
flags_of(const char *text)
{
	flags_t flags = 0;
	const char *unknown;
	flags_parse(text, &flags, &unknown);
	return flags;
}

static void
office_add(struct arena *a, struct offices *o, struct office new)
{
	new.department.ord = (int)o->count + 1;
	o->list = ARENA_PUSH(a, o->list, o->count);
	o->list[o->count++] = new;
}

/* How many people an office needs for the sign-in names that stand in it, and at
 * least two, so that it can be split. */
static int
places_named(const struct demo_words *w, const char *department)
{
	int most = 2;
	for (unsigned i = 0; i < w->accounts_count; i++)
		if (strcmp(w->accounts[i].department, department) == 0 && w->accounts[i].place > most)
			most = w->accounts[i].place;
	return most;
}

static struct offices
offices_of(struct arena *a, const struct demo_words *w, int wanted)
{
	struct offices o = {0};
	int now = 0;
	for (unsigned i = 0; i < w->departments_count; i++) {
		const struct demo_department *d = &w->departments[i];
		int size = d->regular + d->temporary;
		office_add(a, &o,
			(struct office){.words = d,
				.weight = size > SMALLEST ? size : 0,
				.people = size,
				.least = places_named(w, d->key),
				.department = {.key = d->key,
					.name = d->name,
					.kind = d->kind,
					.flags = flags_of(d->flags),
					.valid_from = fiscal_year_first(d->from != 0 ? d->from : FOUNDED),
					.valid_to = d->until != 0 ? fiscal_year_last(d->until) : 0}});
		now += d->until == 0; /* those there are in the open year */
	}
	for (int n = 1; now < wanted; now++, n++)
		office_add(a, &o,
			(struct office){.weight = 2 + (int)(demo_mix((uint64_t)n) % 30),
				.least = 1,
				.department = {.key = arena_printf(a, "%03d", FIRST_FURTHER_KEY + n - 1),
					.name = arena_printf(
						a, "%s%d%s", w->further.prefix, n, w->further.suffix),
					.kind = "internal",
					.flags = flags_of(w->further.flags),
					.valid_from = fiscal_year_first(FOUNDED)}});
	return o;
}

/* Shares the staff out by weight; the very small offices keep their size. */
static void
offices_staff(struct offices *o, int staff)
{
	int64_t weights = 0, left = staff;
	for (size_t i = 0; i < o->count; i++) {
		weights += o->list[i].weight;
		left -= o->list[i].weight == 0 ? o->list[i].people : 0;
	}
	int64_t rest = left;
	for (size_t i = 0; i < o->count; i++)
		if (o->list[i].weight > 0) {
			int share = (int)(left * o->list[i].weight / weights), least = o->list[i].least;
			o->list[i].people = share > least ? share : least;
			rest -= o->list[i].people;
		}
	for (size_t i = 0; rest != 0; i = (i + 1) % o->count) {
		int step = rest > 0 ? 1 : -1;
		if (o->list[i].weight > 0 && o->list[i].people + step >= o->list[i].least) {
			o->list[i].people += step;
			rest -= step;
		}
	}
}

static void
offices_kinds(struct offices *o)
{
	for (size_t i = 0; i < o->count; i++) {
		const struct demo_department *d = o->list[i].words;
		int usual = d != NULL ? d->regular + d->temporary : 4;
		int temporary = d != NULL ? d->temporary : 1;
		o->list[i].temporary = usual > 0 ? o->list[i].people * temporary / usual : 0;
	}
}

/* ---- people ----------------------------------------------------------------------- */

static bool
person_add(struct db *db, struct arena *a, const struct demo_words *w, const struct office *o, int place,
	int n, int64_t *id, struct err *e)
{
	/* The first names of the list come first, so that even the smallest body has
	 * its rare characters. */
	uint64_t m = demo_mix((uint64_t)n);
	const struct demo_name *sur = &w->surnames[(unsigned)n % w->surnames_count];
	const struct demo_name *given = &w->given[m % w->given_count];
	const char *kind = w->kinds[place > o->people - o->temporary && w->kinds_count > 1];
	struct person p = {.number = arena_printf(a, "%06d", FIRST_NUMBER + n),
		.name = arena_printf(a, "%s\u3000%s", sur->name, given->name),
		.kana = arena_printf(a, "%s\u3000%s", sur->kana, given->kana),
		.kind = kind,
		.mail = ""};
	bool ok = person_save(db, &p, e) &&
		  post_change(db, p.id, o->department.id, "", o->department.valid_from, e);
	*id = p.id;
	return ok;
}

static const struct demo_named *
named_at(const struct demo_words *w, const char *department, int place)
{
	for (unsigned i = 0; i < w->accounts_count; i++)
		if (strcmp(w->accounts[i].department, department) == 0 && w->accounts[i].place == place)
			return &w->accounts[i];
	return NULL;
}

static bool
office_people(struct db *db, struct arena *a, const struct demo_words *w, const struct demo_wish *wish,
	const struct office *o, int *n, struct err *e)
{
	for (int place = 1; place <= o->people; place++, ++*n) {
		int64_t person_id = 0, account_id;
		const struct demo_named *named = named_at(w, o->department.key, place);
		unsigned roles = place == 1 ? ROLE_STAFF | ROLE_MANAGER : ROLE_STAFF;
		const char *login = arena_printf(a, "%06d", FIRST_NUMBER + *n);
		if (!person_add(db, a, w, o, place, *n, &person_id, e) ||
			!account_create(db, named != NULL ? named->login : login, person_id,
				named != NULL ? demo_roles(named) : roles, wish->now, &account_id, e))
			return false;
		arena_reset(a);
	}
	return true;
}

bool
demo_people(struct db *db, struct arena *a, const struct demo_words *w, const struct demo_wish *wish,
	struct err *e)
{
	struct arena *each = arena_create();
	struct offices o = offices_of(a, w, wish->departments);
	offices_staff(&o, wish->staff);
	offices_kinds(&o);
	struct decision by = {.approver = "", .reason = "", .now = wish->now};
	bool ok = true;
	int n = 0;
	for (size_t i = 0; ok && i < o.count; i++)
		ok = department_add(db, &o.list[i].department, &by, e) &&
		     office_people(db, each, w, wish, &o.list[i], &n, e);
	arena_destroy(each);
	return ok;
}

/* ---- reorganisation ---------------------------------------------------------------- */

SQL(demo_movers, "SELECT o.person_id FROM post o JOIN person p ON p.id = o.person_id"
		 " WHERE o.department_id = $1 AND o.main = 1 AND (o.valid_to IS NULL OR o.valid_to >= $2)"
		 " ORDER BY p.number LIMIT (SELECT (count(*) + $3 - 1) / $3 FROM post"
		 " WHERE department_id = $1 AND main = 1 AND (valid_to IS NULL OR valid_to >= $2))");
SQL(demo_head, "UPDATE account SET roles = roles | $2 WHERE person_id = $1");

/* The first of them becomes the head. */
static bool
people_move(
	struct db *db, struct arena *a, int64_t from, const struct department *to, int shares, struct err *e)
{
	struct rows r;
	int64_t *people = NULL;
	size_t count = 0;
	if (!db_query(db, &r, e, demo_movers, "iii", from, (int64_t)to->valid_from, (int64_t)shares))
		return false;
	while (rows_next(&r)) {
		people = ARENA_PUSH(a, people, count);
		people[count++] = row_int(&r, 0);
	}
	if (!rows_end(&r, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!post_change(db, people[i], to->id, "", to->valid_from, e))
			return false;
	return count == 0 || db_exec(db, e, demo_head, "ii", people[0], (int64_t)ROLE_MANAGER);
}

/* The successors of a department take equal shares of its people, in order. */
static bool
successor_begin(
	struct db *db, struct arena *a, const struct demo_department *d, day_t day, int shares, struct err *e)
{
	struct department from, to;
	return department_find(db, a, d->after, day, &from, e) &&
	       department_find(db, a, d->key, day, &to, e) &&
	       lineage_add(db, from.id, to.id, to.valid_from, e) &&
	       people_move(db, a, from.id, &to, shares, e);
}

bool
demo_reorganise(struct db *db, struct arena *a, const struct demo_words *w, int year, struct err *e)
{
	for (unsigned i = 0; i < w->departments_count; i++) {
		const struct demo_department *d = &w->departments[i];
		int shares = 0; /* this one and the later ones of the same origin */
		if (d->from != year || d->after == NULL)
			continue;
		for (unsigned k = i; k < w->departments_count; k++)
			shares += w->departments[k].from == year && w->departments[k].after != NULL &&
				  strcmp(w->departments[k].after, d->after) == 0;
		if (!successor_begin(db, a, d, fiscal_year_first(year), shares, e))
			return false;
	}
	return true;
}
