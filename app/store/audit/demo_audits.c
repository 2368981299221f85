#include "store/audit/demo_audits.h"

#include "base/resource.h"
#include "base/words.h"
#include "domain/organisation/register.h"
#include "store/audit/requests.h"
#include "store/organisation/account.h"
#include "store/organisation/departments.h"
#include "store/register/registers.h"

static const char file[] = "questionnaires/demo/audits.yaml";
enum { DAY = 86400, PLANNED_AHEAD = 60 /* days */, ASKED_AHEAD = 20, PERIOD = 180 };

struct playing {
	struct db *db;
	struct arena *arena;
	const struct bank *bank;
	const struct demo_audit *words;
	int64_t auditor, lead, management;
	int64_t audit;
	instant_t now;
};

static bool
people_find(struct playing *p, struct err *e)
{
	const struct {
		const char *login;
		int64_t *id;
	} rows[] = {{"auditor", &p->auditor}, {"lead", &p->lead}, {"management", &p->management}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct account who;
		if (!account_by_login(p->db, p->arena, rows[i].login, &who, e))
			return false;
		*rows[i].id = who.id;
	}
	return true;
}

static struct engagement_act
act_of(const struct playing *p, int64_t account, int days)
{
	instant_t at = p->now + (instant_t)(p->words->begins + days) * DAY;
	return (struct engagement_act){.arena = p->arena,
		.account_id = account,
		.now = at < p->now ? at : p->now - 1,
		.engagement_id = p->audit};
}

static bool
target_find(const struct playing *p, struct engagement *out, struct err *e)
{
	struct department where;
	struct entry system = {0};
	const struct register_kind *kind = register_find(p->bank->registers, "system");
	if (!department_find(p->db, p->arena, p->words->department, day_of_instant(p->now), &where, e) ||
		(*p->words->system != '\0' &&
			!entry_find(p->db, p->arena, kind, p->words->system, &system, e)))
		return false;
	out->department_id = where.id;
	out->entry_id = system.id;
	return true;
}

static bool
audit_plan(struct playing *p, struct err *e)
{
	const struct demo_audit *w = p->words;
	day_t begins = day_of_instant(p->now) + w->begins;
	struct engagement_act x = act_of(p, p->lead, -PLANNED_AHEAD);
	struct engagement g = {.title = w->title,
		.ordered = *w->ordered_by != '\0',
		.ordered_by = w->ordered_by,
		.order_reason = w->order_reason,
		.purpose = w->purpose,
		.theme = w->theme,
		.excluded = w->excluded,
		.place = w->place,
		.covers_from = begins - PERIOD,
		.covers_to = begins - 1,
		.begins_day = begins,
		.ends_day = begins + w->lasts - 1};
	if (!target_find(p, &g, e) || !engagement_add(p->db, &x, &g, e))
		return false;
	p->audit = x.engagement_id = g.id;
	x.revision = 1;
	if (!engagement_name(p->db, &x, p->auditor, false, "", e))
		return false;
	x.revision++;
	return engagement_name(p->db, &x, p->lead, true, "", e);
}

static const struct demo_audits *
words_load(struct arena *a, struct err *e)
{
	struct faults faults = {.arena = a};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_audits *w = yaml_load(&demo_audits_schema, path, file, &faults);
	if (faults.count == 0)
		return w;
	err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file, faults.items[0].line,
		faults.items[0].text);
	return NULL;
}

/* Each audit whose department there is: a smaller body has fewer. */
static bool
audits_walk(struct db *db, struct arena *a, const struct bank *bank, instant_t now,
	bool (*play)(struct playing *p, struct err *e), struct err *e)
{
	struct playing p = {.db = db, .arena = a, .bank = bank, .now = now};
	const struct demo_audits *w = words_load(a, e);
	if (w == NULL || !people_find(&p, e))
		return false;
	for (unsigned i = 0; i < w->audits_count; i++) {
		struct department where;
		struct err absent = {0};
		p.words = &w->audits[i];
		if (!department_find(db, a, p.words->department, day_of_instant(now), &where, &absent))
			continue;
		if (!play(&p, e))
			return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, p.words->line,
				arena_strdup(a, e->text));
	}
	return true;
}

bool
demo_audits(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e)
{
	return audits_walk(db, a, bank, now, audit_plan, e);
}

/* ---- documents -------------------------------------------------------------------------------- */

/* The audit of that title, and the first who manages its department (0: nobody does). */
SQL(find_demo_audit,
	"SELECT g.id, (SELECT a.id FROM account a JOIN post o ON o.person_id = a.person_id AND o.main = 1"
	" WHERE o.department_id = g.department_id AND o.valid_to IS NULL AND a.roles & 2 <> 0 ORDER BY a.id"
	" LIMIT 1) FROM engagement g WHERE g.title = $1 ORDER BY g.id LIMIT 1");

static bool
audit_find(struct playing *p, int64_t *manager, struct err *e)
{
	struct rows r;
	if (!db_query(p->db, &r, e, find_demo_audit, "s", p->words->title))
		return false;
	if (rows_next(&r)) {
		p->audit = row_int(&r, 0);
		*manager = row_int(&r, 1);
	}
	return rows_end(&r, e);
}

static bool
request_play(struct playing *p, const struct demo_request *w, int64_t manager, struct err *e)
{
	struct engagement_act x = act_of(p, p->auditor, -ASKED_AHEAD);
	struct audit_request r = {
		.text = w->text, .item = w->item, .due_day = day_of_instant(x.now) + w->days};
	if (!request_add(p->db, &x, &r, e))
		return false;
	x = act_of(p, manager, -1);
	x.revision = 1;
	return *w->handed == '\0' || manager == 0 || request_act_move(p->db, &x, r.id, "hand", w->handed, e);
}

static bool
requests_play(struct playing *p, struct err *e)
{
	int64_t manager = 0;
	if (p->words->requests_count > 0 && !audit_find(p, &manager, e))
		return false;
	for (unsigned i = 0; i < p->words->requests_count; i++)
		if (!request_play(p, &p->words->requests[i], manager, e))
			return false;
	return true;
}

bool
demo_requests(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e)
{
	return audits_walk(db, a, bank, now, requests_play, e);
}
