#include "store/audit/demo_papers.h"

#include <string.h>

#include "base/resource.h"
#include "base/words.h"
#include "store/audit/line_evidence.h"
#include "store/audit/working_papers.h"
#include "store/organisation/account.h"

static const char file[] = "questionnaires/demo/papers.yaml";
enum { DAY = 86400, SECRECY_USUAL = 2 };

struct playing {
	struct db *db;
	struct arena *arena;
	const struct bank *bank;
	const struct demo_checklist *words;
	int64_t auditor, lead, management;
	struct engagement audit;
	instant_t now;
};

static const char *
said(const char *text)
{
	return text != NULL ? text : "";
}

static bool
people_find(struct playing *p, struct err *e)
{
	struct account auditor, lead, management;
	bool found = account_by_login(p->db, p->arena, "auditor", &auditor, e) &&
		     account_by_login(p->db, p->arena, "lead", &lead, e) &&
		     account_by_login(p->db, p->arena, "management", &management, e);
	p->auditor = found ? auditor.id : 0;
	p->lead = found ? lead.id : 0;
	p->management = found ? management.id : 0;
	return found;
}

/* days: after the audit began. */
static struct engagement_act
act_of(const struct playing *p, int64_t account, int days, int revision)
{
	instant_t at = instant_of_day(p->audit.begins_day + days) + DAY / 2;
	return (struct engagement_act){.arena = p->arena,
		.account_id = account,
		.now = at < p->now ? at : p->now - 1,
		.engagement_id = p->audit.id,
		.revision = revision};
}

static bool
line_act(const struct playing *p, int64_t account, const char *item, int days, struct engagement_act *out,
	struct err *e)
{
	struct line l;
	bool found = line_find(p->db, p->arena, p->audit.id, item, &l, e);
	*out = act_of(p, account, days, found ? l.revision : 0);
	return found;
}

/* ---- the checklist --------------------------------------------------------------------------------- */

static const char **
clauses_of(struct arena *a, const char *list)
{
	const char **out = NULL;
	size_t count = 0;
	while (*list != '\0') {
		size_t length = strcspn(list, " ");
		out = ARENA_PUSH(a, out, count);
		out[count++] = arena_strndup(a, list, length);
		list += length + strspn(list + length, " ");
	}
	out = ARENA_PUSH(a, out, count);
	out[count] = NULL;
	return out;
}

static bool
checklist_play(const struct playing *p, struct err *e)
{
	struct engagement_act x = act_of(p, p->auditor, -20, 0), fix = act_of(p, p->lead, -18, 0);
	const struct demo_checklist *w = p->words;
	return checklist_choose(p->db, &x, p->bank, clauses_of(p->arena, w->clauses), e) &&
	       (w->added == NULL || line_add(p->db, &x, p->bank, w->added, said(w->added_reason), e)) &&
	       checklist_fix(p->db, &fix, e);
}

/* ---- papers ------------------------------------------------------------------------------------------ */

static struct paper
paper_of(const struct demo_paper *w)
{
	return (struct paper){.judgement = judgement_of(w->judgement),
		.recommended = strcmp(said(w->mark), "recommended") == 0,
		.good = strcmp(said(w->mark), "good") == 0,
		.texts = {[PAPER_METHODS] = said(w->used),
			[PAPER_PLACE] = said(w->place),
			[PAPER_MET] = said(w->met),
			[PAPER_DONE] = said(w->done),
			[PAPER_FACTS] = said(w->facts),
			[PAPER_DIFFERENCE] = said(w->difference),
			[PAPER_CAUSE] = said(w->cause),
			[PAPER_EFFECT] = said(w->effect),
			[PAPER_PROPOSAL] = said(w->proposal),
			[PAPER_REASON] = said(w->reason)}};
}

static bool
evidence_play(const struct playing *p, const struct demo_paper *w, struct err *e)
{
	struct engagement_act x;
	struct line_evidence v = {.item = w->item,
		.name = said(w->evidence),
		.edition = said(w->edition),
		.place = said(w->where),
		.secrecy = SECRECY_USUAL,
		.digest = "",
		.kind = "",
		.file_name = ""};
	return w->evidence == NULL ||
	       (line_act(p, p->auditor, w->item, 1, &x, e) && line_evidence_add(p->db, &x, &v, e));
}

static bool
confirmation_play(const struct playing *p, const struct demo_paper *w, struct err *e)
{
	struct engagement_act x;
	struct line_confirmation c = {
		.agreed = w->objection == NULL, .by = said(w->confirmed), .note = said(w->objection)};
	if (w->confirmed == NULL)
		return true;
	if (!line_act(p, p->auditor, w->item, 2, &x, e))
		return false;
	c.day = day_of_instant(x.now);
	return line_confirm(p->db, &x, w->item, &c, e);
}

static bool
paper_play(const struct playing *p, const struct demo_paper *w, struct err *e)
{
	struct engagement_act x;
	struct err absent = {0};
	int revision;
	struct paper paper = paper_of(w);
	if (!line_act(p, p->auditor, w->item, 0, &x, &absent)) /* a department without what it is about */
		return absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
	return paper_save(p->db, &x, w->item, &paper, &revision, e) && evidence_play(p, w, e) &&
	       confirmation_play(p, w, e) &&
	       (w->reviewed == 0 ||
		       (line_act(p, p->lead, w->item, 3, &x, e) && line_review(p->db, &x, w->item, e)));
}

/* What the file has no words for was found as it should be. */
static bool
rest_play(const struct playing *p, struct err *e)
{
	struct line *list;
	size_t count;
	if (p->words->rest == NULL)
		return true;
	if (!lines_list(p->db, p->arena, p->audit.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct demo_paper rest = {.item = list[i].item,
			.judgement = "conform",
			.used = list[i].methods,
			.done = p->words->rest,
			.reviewed = 1};
		if (list[i].paper.judgement == JUDGEMENTS && !paper_play(p, &rest, e))
			return false;
	}
	return true;
}

/* ---- its way ------------------------------------------------------------------------------------------ */

/* Findings of that department, year and item were raised from the line. */
SQL(link_findings,
	"INSERT INTO finding_line (finding_id, engagement_id, item) SELECT f.id, g.id, f.item FROM finding f"
	" JOIN engagement g ON g.department_id = f.department_id AND g.year = f.year"
	" JOIN engagement_line l ON l.engagement_id = g.id AND l.item = f.item WHERE g.id = $1"
	" ON CONFLICT (finding_id) DO NOTHING");

static const struct step {
	const char *move;
	enum engagement_state to;
	enum engagement_actor by;
	int days; /* after the audit began */
} steps[] = {
	{"approve", ENGAGEMENT_APPROVED, ENGAGEMENT_MANAGEMENT, -15},
	{"announce", ENGAGEMENT_ANNOUNCED, ENGAGEMENT_LEAD, -14},
	{"begin", ENGAGEMENT_FIELDWORK, ENGAGEMENT_LEAD, 0},
	{"judge", ENGAGEMENT_JUDGING, ENGAGEMENT_LEAD, 10},
	{"exchange", ENGAGEMENT_EXCHANGING, ENGAGEMENT_LEAD, 14},
	{"draft", ENGAGEMENT_REPORTING, ENGAGEMENT_LEAD, 20},
	{"fix", ENGAGEMENT_FIXED, ENGAGEMENT_LEAD, 30},
	{"notify", ENGAGEMENT_NOTIFIED, ENGAGEMENT_LEAD, 31},
	{"present", ENGAGEMENT_PRESENTED, ENGAGEMENT_LEAD, 60},
	{"follow", ENGAGEMENT_FOLLOWING, ENGAGEMENT_LEAD, 61},
	{"complete", ENGAGEMENT_COMPLETED, ENGAGEMENT_LEAD, 120},
};

static bool
papers_play(const struct playing *p, struct err *e)
{
	for (unsigned i = 0; i < p->words->papers_count; i++)
		if (!paper_play(p, &p->words->papers[i], e))
			return false;
	return rest_play(p, e) && db_exec(p->db, e, link_findings, "i", p->audit.id);
}

static bool
audit_play(struct playing *p, struct err *e)
{
	enum engagement_state reached = engagement_state_of(p->words->reached);
	if (!checklist_play(p, e))
		return false;
	for (size_t i = 0; i < sizeof steps / sizeof *steps && steps[i].to <= reached; i++) {
		struct engagement g;
		if (!engagement_find(p->db, p->arena, p->audit.id, &g, e))
			return false;
		int64_t who = steps[i].by == ENGAGEMENT_MANAGEMENT ? p->management : p->lead;
		struct engagement_act x = act_of(p, who, steps[i].days, g.revision);
		if (!engagement_act_move(p->db, &x, steps[i].move, "", e))
			return false;
		if (steps[i].to == ENGAGEMENT_FIELDWORK && !papers_play(p, e))
			return false;
	}
	return true;
}

/* By its title; a smaller body has fewer audits. */
static bool
audit_find(struct playing *p, bool *found, struct err *e)
{
	struct engagement *list;
	size_t count;
	*found = false;
	if (!engagements_list(p->db, p->arena, &(struct engagement_filter){0}, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].title, p->words->audit) == 0 && list[i].state == ENGAGEMENT_DRAFTED) {
			p->audit = list[i];
			*found = true;
		}
	return true;
}

bool
demo_papers(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e)
{
	struct faults faults = {.arena = a};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_papers *w = yaml_load(&demo_papers_schema, path, file, &faults);
	if (faults.count > 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file,
			faults.items[0].line, faults.items[0].text);
	struct playing p = {.db = db, .arena = a, .bank = bank, .now = now};
	if (!people_find(&p, e))
		return false;
	for (unsigned i = 0; i < w->checklists_count; i++) {
		bool found;
		p.words = &w->checklists[i];
		if (!audit_find(&p, &found, e))
			return false;
		if (found && !audit_play(&p, e))
			return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, p.words->line,
				arena_strdup(a, e->text));
	}
	return true;
}
