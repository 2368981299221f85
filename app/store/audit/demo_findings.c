#include "store/audit/demo_findings.h"

#include <string.h>

#include "base/resource.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/audit/finding_public.h"
#include "store/organisation/account.h"
#include "store/organisation/departments.h"

static const char file[] = "questionnaires/demo/findings.yaml";
enum { DAY = 86400 };

struct playing {
	struct db *db;
	struct arena *arena;
	const struct bank *bank;
	const struct demo_finding *words;
	int64_t auditor, lead, manager, owner, finding;
	instant_t now;
};

/* The first who manages the department: account and person. */
SQL(find_head,
	"SELECT a.id, a.person_id FROM account a JOIN post o ON o.person_id = a.person_id AND o.main = 1"
	" WHERE o.department_id = $1 AND o.valid_to IS NULL AND a.roles & 2 <> 0 ORDER BY a.id LIMIT 1");

static bool
people_find(struct playing *p, int64_t department, struct err *e)
{
	struct rows r;
	struct account auditor, lead;
	if (!account_by_login(p->db, p->arena, "auditor", &auditor, e) ||
		!account_by_login(p->db, p->arena, "lead", &lead, e) ||
		!db_query(p->db, &r, e, find_head, "i", department))
		return false;
	p->auditor = auditor.id;
	p->lead = lead.id;
	if (rows_next(&r)) {
		p->manager = row_int(&r, 0);
		p->owner = row_int(&r, 1);
	}
	return rows_end(&r, e);
}

static bool
act_at(const struct playing *p, int64_t account, int days, struct finding_act *x, struct err *e)
{
	struct finding f;
	*x = (struct finding_act){.arena = p->arena,
		.policy = p->bank->policy,
		.account_id = account,
		.now = p->now - (int64_t)(p->words->ago - days) * DAY,
		.finding_id = p->finding};
	if (p->finding == 0)
		return true;
	bool found = finding_find(p->db, p->arena, p->finding, &f, e);
	x->revision = f.revision;
	return found;
}

static bool
plan_hand_in(const struct playing *p, int days, struct err *e)
{
	struct finding_act x;
	struct finding_plan plan = {.stopgap = "",
		.cause = p->words->plan_cause,
		.measure = p->words->measure,
		.owner_id = p->owner};
	if (!act_at(p, p->manager, days, &x, e))
		return false;
	plan.due_day = day_of_instant(x.now) + p->words->plan_days;
	return finding_plan_file(p->db, &x, &plan, e);
}

static bool
report_hand_in(const struct playing *p, int days, struct err *e)
{
	struct finding_act x;
	if (!act_at(p, p->manager, days, &x, e))
		return false;
	const struct finding_report report = {.day = day_of_instant(x.now),
		.done = p->words->report,
		.effect = p->words->report_effect,
		.remaining = ""};
	return finding_report_file(p->db, &x, &report, e);
}

/* The way a finding goes, and days after it was raised; papers are handed in before their move. */
static const struct step {
	const char *move;
	int days;
	enum finding_state to;
	enum finding_actor by;
	bool (*before)(const struct playing *p, int days, struct err *e);
} steps[] = {
	{"check", 2, FINDING_CHECKING, FINDING_AUDITOR, NULL},
	{"confirm", 6, FINDING_CONFIRMED, FINDING_LEAD, NULL},
	{"notify", 7, FINDING_PLANNING, FINDING_LEAD, NULL},
	{"approve", 14, FINDING_PLANNED, FINDING_LEAD, plan_hand_in},
	{"start", 15, FINDING_DOING, FINDING_AUDITEE, NULL},
	{"report", 70, FINDING_REPORTED, FINDING_AUDITEE, report_hand_in},
	{"verify", 75, FINDING_VERIFYING, FINDING_AUDITOR, NULL},
	{"close", 100, FINDING_CLOSED, FINDING_LEAD, NULL},
};

static bool
step_take(const struct playing *p, const struct step *s, struct err *e)
{
	struct finding_act x;
	int64_t who = s->by == FINDING_AUDITOR ? p->auditor : s->by == FINDING_LEAD ? p->lead : p->manager;
	return (s->before == NULL || s->before(p, s->days, e)) && act_at(p, who, s->days, &x, e) &&
	       finding_act_move(p->db, &x, s->move, s->to == FINDING_CLOSED ? p->words->verdict : "", 0, e);
}

static bool
words_publish(const struct playing *p, struct err *e)
{
	struct finding_act x;
	const struct finding_public words = {
		.title = p->words->public_title, .measure = p->words->public_measure};
	return *words.title == '\0' || (act_at(p, p->auditor, p->words->ago, &x, e) &&
						finding_publish(p->db, &x, p->bank->registers, &words, e));
}

static bool
finding_play(struct playing *p, int64_t predecessor, struct err *e)
{
	struct department where;
	struct finding_act x;
	struct err absent = {0};
	const struct demo_finding *w = p->words;
	if (!department_find(p->db, p->arena, w->department, day_of_instant(p->now), &where, &absent))
		return absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
	if (!people_find(p, where.id, e) || !act_at(p, p->auditor, 0, &x, e))
		return false;
	struct finding f = {.department_id = where.id,
		.title = w->title,
		.clause = w->clause,
		.threat = w->threat,
		.item = w->item,
		.facts = w->facts,
		.criterion = w->criterion,
		.cause = w->cause,
		.effect = w->effect,
		.proposal = w->proposal,
		.severity = finding_severity_of(w->severity),
		.predecessor_id = predecessor};
	if (!finding_raise(p->db, &x, &f, e))
		return false;
	p->finding = f.id;
	enum finding_state reached = finding_state_of(w->reached);
	if (p->manager == 0 && reached > FINDING_PLANNING)
		reached = FINDING_PLANNING;
	for (size_t i = 0; i < sizeof steps / sizeof *steps && steps[i].to <= reached; i++)
		if (!step_take(p, &steps[i], e))
			return false;
	return words_publish(p, e);
}

/* Early in a fiscal year both may fall into the one before. */
static bool
repeats(const struct demo_findings *w, const struct demo_finding *one, instant_t now)
{
	day_t today = day_of_instant(now);
	return one->again > 0 &&
	       fiscal_year_of(today - w->findings[one->again - 1].ago) < fiscal_year_of(today - one->ago);
}

bool
demo_findings(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e)
{
	struct faults faults = {.arena = a};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_findings *w = yaml_load(&demo_findings_schema, path, file, &faults);
	if (faults.count > 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file,
			faults.items[0].line, faults.items[0].text);
	int64_t *ids = ARENA_ARRAY(a, int64_t, w->findings_count + 1);
	for (unsigned i = 0; i < w->findings_count; i++) {
		const struct demo_finding *one = &w->findings[i];
		struct playing p = {.db = db, .arena = a, .bank = bank, .words = one, .now = now};
		if (!finding_play(&p, repeats(w, one, now) ? ids[one->again - 1] : 0, e))
			return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, one->line,
				arena_strdup(a, e->text));
		ids[i] = p.finding;
	}
	return true;
}
