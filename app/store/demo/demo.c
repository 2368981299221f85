#include "store/demo/demo.h"

#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/audit/demo_audits.h"
#include "store/audit/demo_findings.h"
#include "store/audit/demo_papers.h"
#include "store/cycle/closings.h"
#include "store/demo/demo_registers.h"
#include "store/demo/demo_words.h"
#include "store/event.h"
#include "store/organisation/account.h"
#include "store/policy/demo_policy.h"
#include "store/policy/demo_standard.h"
#include "store/risk/demo_risks.h"
#include "store/sheet/lessons.h"
#include "store/sheet/sheet_acts.h"

enum { FIRST_YEAR = 2024, OPEN_YEAR = 2026, DAY = 86400, CHUNK = 1000, LARGE = 1000 };

struct demo {
	struct store *store;
	struct arena *arena;
	const struct demo_words *words;
	const struct demo_wish *wish;
	struct calendar calendar;
	/* the year in hand */
	struct cycle cycle;
	instant_t opens, until; /* when answers came */
	double answered;
	/* the sheets in hand */
	const struct questionnaire *questionnaire;
	struct asked *sheets;
	size_t first, last;
};

struct asked {
	int64_t id, unit_id, department_id, person_id;
	flags_t flags;
	bool named;
};

/* ---- question sets and cycles ------------------------------------------------------ */

/* The file says the newest edition; an older year's is loaded under its own name. */
static const char *
yaml_of_year(struct arena *a, const char *yaml, const char *edition)
{
	const char *line = strstr(yaml, "\nedition:");
	if (line == NULL)
		return yaml;
	const char *rest = strchr(line + 1, '\n');
	return arena_printf(
		a, "%.*s\nedition: %s%s", (int)(line - yaml), yaml, edition, rest != NULL ? rest : "\n");
}

static bool
set_load(struct demo *d, struct db *db, const struct questionnaire *shipped, int64_t *id, struct err *e)
{
	char *yaml;
	size_t length;
	if (!file_read(d->arena, shipped->file, &yaml, &length, e))
		return false;
	struct questionnaire q = *shipped;
	const char *text = yaml;
	if (d->cycle.year != OPEN_YEAR) {
		q.edition = arena_printf(
			d->arena, "%s%s", fiscal_year_name(d->arena, d->cycle.year), d->words->edition);
		text = yaml_of_year(d->arena, yaml, q.edition);
	}
	return question_set_load(db, &q, text, strlen(text), d->opens, id, e);
}

static bool
sets_load(struct demo *d, struct db *db, int64_t *ids, struct err *e)
{
	const struct bank *bank = store_bank(d->store);
	for (unsigned i = 0; i < d->words->sets_count; i++) {
		size_t k = 0;
		while (k < bank->count && strcmp(bank->sets[k]->key, d->words->sets[i]) != 0)
			k++;
		if (k == bank->count)
			return err_set(e, ERR_SYSTEM, _("there is no question set %s"), d->words->sets[i]);
		if (!set_load(d, db, bank->sets[k], &ids[i], e))
			return false;
	}
	return true;
}

static bool
cycle_go(struct demo *d, struct db *db, struct piece *p, const char *move, instant_t at, struct err *e)
{
	bool hindered = strcmp(move, "confirm") == 0 || strcmp(move, "finalise") == 0;
	return cycle_move_make(db, p, store_bank(d->store), d->cycle.id, move,
		hindered ? d->words->left_open : "", 0, at, e);
}

/* Made in the first year; handed over where a department was split. */
static bool
registers_keep(const struct demo *d, struct db *db, struct err *e)
{
	int year = d->cycle.year;
	instant_t at = instant_of_day(fiscal_year_first(year)) + 10 * 3600;
	return (year != FIRST_YEAR && year != OPEN_YEAR) ||
	       demo_registers(db, d->arena, store_bank(d->store)->registers, year == FIRST_YEAR, at, e);
}

static bool
cycle_begin(struct db *db, struct piece *p, struct err *e)
{
	struct demo *d = p->with;
	const char *year = arena_printf(d->arena, "%d", d->cycle.year);
	int64_t *ids = ARENA_ARRAY(d->arena, int64_t, d->words->sets_count);
	return demo_reorganise(db, d->arena, d->words, d->cycle.year, e) && registers_keep(d, db, e) &&
	       sets_load(d, db, ids, e) && cycle_create(db, &d->cycle, ids, d->words->sets_count, e) &&
	       event_add(db, d->opens - 7 * DAY, 0, "cycle_created", year, d->cycle.title, e) &&
	       cycle_set_approver(db, d->cycle.id, d->words->approver, e) &&
	       cycle_go(d, db, p, "approve", d->opens - 3 * DAY, e) &&
	       cycle_go(d, db, p, "open", d->opens, e);
}

/* The secretariat confirms for the managers of the fictional body. */
static bool
sheets_close(struct demo *d, struct db *db, struct piece *p, instant_t at, struct err *e)
{
	struct account admin;
	struct cycle_department *departments;
	size_t count;
	int64_t confirmed;
	if (!account_by_login(db, d->arena, "admin", &admin, e) ||
		!cycle_departments(db, d->arena, d->cycle.id, &departments, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		for (unsigned k = 0; k < d->words->sets_count; k++)
			if (!sheets_confirm(db, p, d->arena, d->cycle.id, departments[i].department_id,
				    d->words->sets[k], admin.id, at, &confirmed, e))
				return false;
	return true;
}

static bool
cycle_end(struct db *db, struct piece *p, struct err *e)
{
	struct demo *d = p->with;
	instant_t at = instant_of_day(d->cycle.due_day + 15) + 9 * 3600;
	bool ok = cycle_go(d, db, p, "confirm", at - 8 * DAY, e) && sheets_close(d, db, p, at - DAY, e) &&
		  cycle_go(d, db, p, "finalise", at, e) &&
		  cycle_set_reported(db, d->cycle.id, d->cycle.due_day + 40, e) &&
		  cycle_go(d, db, p, "report", at + 25 * DAY, e);
	if (d->cycle.year + 1 == OPEN_YEAR) /* its improvements are not done yet */
		return ok;
	return ok && cycle_go(d, db, p, "improve", at + 26 * DAY, e) &&
	       cycle_go(d, db, p, "end", at + 120 * DAY, e);
}

/* ---- answers ------------------------------------------------------------------------ */

/* -1 to +1, the same for the same thing in the same year. */
static double
bent(uint64_t seed)
{
	return (double)(demo_mix(seed) % 2001) / 1000 - 1;
}

static struct demo_respondent
respondent_of(const struct demo *d, const struct asked *s)
{
	uint64_t person = (uint64_t)s->person_id * 1000, department = (uint64_t)s->department_id * 7919;
	double level = 0.74 + 0.03 * (d->cycle.year - FIRST_YEAR) + 0.13 * bent(department) +
		       0.05 * bent(department + (uint64_t)d->cycle.year) + 0.1 * bent(person);
	/* who is responsible for several answers differently of each */
	bool entry = register_of_unit(store_bank(d->store)->registers, d->questionnaire->unit) != NULL;
	uint64_t unit = entry ? (uint64_t)s->unit_id * 104729 : 0;
	const struct demo_habits *h = &d->words->habits;
	uint64_t seed = demo_mix(person + unit + (uint64_t)d->cycle.year), hand = demo_mix(seed + 29);
	bool hurried = (int)(hand % 100) < h->hurried;
	int spread = (int)(demo_mix(hand) % 100); /* half as long to twice as long */
	return (struct demo_respondent){.seed = seed,
		.level = level,
		.flags = s->flags,
		.year = d->cycle.year,
		.alike = (int)(demo_mix(seed + 31) % 100) < h->alike,
		.seconds = hurried ? 1 + spread / 8 : h->seconds * (50 + spread * 3 / 2) / 100};
}

/* Most read on after submitting; some close the window. */
static bool
sheet_learn(struct demo *d, struct db *db, const struct asked *s, uint64_t fate, instant_t at,
	struct arena *a, struct err *e)
{
	uint64_t chance = demo_mix(fate + 1) % 10;
	if (!questionnaire_teaches(d->questionnaire) || chance == 0)
		return true;
	return lesson_teach(db, s->id, s->person_id, at, e) &&
	       (chance < 3 || lesson_read(db, a, s->id, s->person_id, at + 60 + (instant_t)(fate % 300), e));
}

static bool
sheet_answer(
	struct demo *d, struct db *db, struct piece *p, const struct asked *s, struct arena *a, struct err *e)
{
	struct demo_respondent r = respondent_of(d, s);
	uint64_t fate = demo_mix(r.seed + 17);
	double rank = (double)(fate % 10000) / 10000;
	bool submits = rank < d->answered, begins = submits || fate % 3 != 0;
	if (!begins || (s->named && d->cycle.year == OPEN_YEAR))
		return true;
	size_t count = d->questionnaire->count;
	instant_t at = d->opens + (instant_t)(demo_mix(fate) % (uint64_t)(d->until - d->opens));
	if (submits && d->cycle.year != OPEN_YEAR && fate % 25 == 0)
		at = instant_of_day(d->cycle.due_day + 1) + (instant_t)(fate % (7 * DAY));
	struct sheet_change c = {.sheet_id = s->id,
		.person_id = s->person_id,
		.shown = at - r.seconds,
		.submit = submits,
		.answers = demo_answers(a, d->words, d->questionnaire, &r, submits ? count : count / 2),
		.flags = s->flags,
		.now = at,
		.arena = a};
	if (!sheet_change(db, p, &c, e) || (submits && !sheet_learn(d, db, s, fate, at, a, e)))
		return false;
	return c.missing_count == 0 ||
	       err_set(e, ERR_SYSTEM, _("the demonstration left %s unanswered"), c.missing[0].item->id);
}

static bool
chunk_answer(struct db *db, struct piece *p, struct err *e)
{
	struct demo *d = p->with;
	struct arena *a = arena_create();
	bool ok = true;
	for (size_t i = d->first; ok && i < d->last; i++) {
		ok = sheet_answer(d, db, p, &d->sheets[i], a, e);
		arena_reset(a);
	}
	arena_destroy(a);
	return ok;
}

SQL(demo_sheets,
	"SELECT s.id, s.department_id, s.person_id, s.flags, a.login <> p.number, s.unit_id FROM sheet s"
	" JOIN person p ON p.id = s.person_id JOIN account a ON a.person_id = p.id"
	" WHERE s.cycle_id = $1 AND s.set_key = $2 ORDER BY s.department_id, s.id");

static bool
sheets_load(struct demo *d, struct arena *a, size_t *count, struct err *e)
{
	struct rows r;
	struct db *db = store_reader(d->store, e);
	d->sheets = NULL;
	*count = 0;
	if (db == NULL || !db_query(db, &r, e, demo_sheets, "is", d->cycle.id, d->questionnaire->key))
		return false;
	while (rows_next(&r)) {
		d->sheets = ARENA_PUSH(a, d->sheets, *count);
		d->sheets[(*count)++] = (struct asked){.id = row_int(&r, 0),
			.department_id = row_int(&r, 1),
			.person_id = row_int(&r, 2),
			.flags = (flags_t)row_int(&r, 3),
			.named = row_int(&r, 4) != 0,
			.unit_id = row_int(&r, 5)};
	}
	return rows_end(&r, e);
}

static bool
set_answer(struct demo *d, const char *set_key, struct err *e)
{
	struct arena *a = arena_create();
	size_t count = 0;
	d->questionnaire = store_cycle_set(d->store, d->cycle.id, set_key, e);
	bool ok = d->questionnaire != NULL && sheets_load(d, a, &count, e);
	/* In a small body one after another, so that figures are shown as far as they would have been. */
	size_t most = count > LARGE ? CHUNK : 1;
	for (d->first = 0; ok && d->first < count; d->first = d->last) {
		d->last = d->first + most < count ? d->first + most : count;
		ok = writer_run(store_writer(d->store), chunk_answer, d, e);
	}
	arena_destroy(a);
	return ok;
}

/* ---- years -------------------------------------------------------------------------- */

static void
year_plan(struct demo *d, int year)
{
	bool open = year == OPEN_YEAR;
	day_t today = day_of_instant(d->wish->now), opens = open ? today - 14 : day_of(year, 10, 1);
	d->opens = instant_of_day(opens) + 9 * 3600;
	d->cycle = (struct cycle){.year = year,
		.title = arena_printf(d->arena, "%s %s", fiscal_year_name(d->arena, year), d->words->title),
		.base_day = day_of(year, 6, 1),
		.opens_day = opens,
		.due_day = open ? open_day_after(&d->calendar, today + 21) : day_of(year, 10, 31),
		.automatic = open};
	if (open)
		d->cycle.grace_day = open_day_after(&d->calendar, d->cycle.due_day + 7);
	d->until = open ? d->wish->now - 60 : instant_of_day(d->cycle.due_day) + 17 * 3600;
	d->answered = open ? d->wish->answered : 0.95;
}

static bool
year_make(struct demo *d, int year, struct err *e)
{
	struct writer *w = store_writer(d->store);
	year_plan(d, year);
	if (!writer_run(w, cycle_begin, d, e))
		return false;
	for (unsigned i = 0; i < d->words->sets_count; i++)
		if (!set_answer(d, d->words->sets[i], e))
			return false;
	return year == OPEN_YEAR || writer_run(w, cycle_end, d, e);
}

/* ---- the body ----------------------------------------------------------------------- */

SQL(demo_passwords, "UPDATE account SET password = $1 WHERE $2 = 0 OR login <>"
		    " (SELECT p.number FROM person p WHERE p.id = account.person_id)");

static bool
body_make(struct db *db, struct piece *p, struct err *e)
{
	struct demo *d = p->with;
	char hash[PASSWORD_HASH_SIZE];
	password_hash(d->wish->password, hash);
	return demo_people(db, d->arena, d->words, d->wish, e) &&
	       db_exec(db, e, demo_passwords, "si", hash, (int64_t)(d->wish->staff > LARGE));
}

static bool
audits_play(struct db *db, struct piece *p, struct err *e)
{
	const struct demo *d = p->with;
	return demo_findings(db, d->arena, store_bank(d->store), d->wish->now, e) &&
	       demo_audits(db, d->arena, store_bank(d->store), d->wish->now, e) &&
	       demo_papers(db, d->arena, store_bank(d->store), d->wish->now, e) &&
	       demo_requests(db, d->arena, store_bank(d->store), d->wish->now, e) &&
	       demo_risks(db, d->arena, store_bank(d->store)->policy, store_bank(d->store)->registers,
		       d->wish->now, e);
}

/* Last, so that the newest edition of each set is the one loaded last. */
static bool
sets_ship(struct db *db, struct piece *p, struct err *e)
{
	const struct demo *d = p->with;
	return question_sets_ship(db, store_bank(d->store), d->opens, e);
}

bool
demo_fill(struct store *s, const struct demo_wish *wish, struct err *e)
{
	struct demo d = {.store = s, .arena = arena_create(), .wish = wish};
	d.words = demo_words_load(d.arena, e);
	struct db *db = store_reader(s, e);
	bool ok = d.words != NULL && writer_run(store_writer(s), body_make, &d, e) && db != NULL &&
		  calendar_load(db, d.arena, &d.calendar, e);
	for (int year = FIRST_YEAR; ok && year <= OPEN_YEAR; year++)
		ok = year_make(&d, year, e);
	ok = ok && writer_run(store_writer(s), audits_play, &d, e) && demo_policy(s, d.arena, wish->now, e) &&
	     demo_standard(s, d.arena, wish->now, e);
	ok = ok && writer_run(store_writer(s), sets_ship, &d, e);
	arena_destroy(d.arena);
	return ok;
}
