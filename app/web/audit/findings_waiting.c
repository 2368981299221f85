/* Which findings wait for whoever looks: those that can be moved on, or answered, by them. */
#include "domain/organisation/role.h"
#include "web/audit/finding_page.h"
#include "web/show.h"

enum { SHOWN = 5 };

static unsigned
actors_anywhere(const struct account *a)
{
	static const struct {
		enum role role;
		enum finding_actor actor;
	} rows[] = {{ROLE_AUDITOR, FINDING_AUDITOR}, {ROLE_LEAD, FINDING_LEAD},
		{ROLE_MANAGEMENT, FINDING_MANAGEMENT}};
	unsigned actors = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		actors |= (a->roles & rows[i].role) != 0 ? rows[i].actor : 0;
	return actors;
}

/* Going on is what waits, where it is possible now; accepting, reviving and withdrawing are exceptions, until
 * an acceptance has run out.
 */
static bool
waits_for(const struct finding *f, int64_t account_id, unsigned actors, day_t today)
{
	const unsigned exception = FINDING_NEEDS_REASON;
	/* its department hands in plan and report itself */
	const struct finding_facts facts = {
		.planned = f->planned, .approved = true, .reported = true, .own = f->raised_by == account_id};
	for (size_t i = 0; i < finding_move_count; i++) {
		const struct finding_move *m = &finding_moves[i];
		bool onward = (m->needs & exception) == 0 || m->to == FINDING_CLOSED ||
			      (f->state == FINDING_ACCEPTED && finding_open(f->state, f->due_day, today));
		if (m->from == f->state && (m->actors & actors) != 0 && onward &&
			(finding_missing(m, &facts) == 0 || (m->actors & actors) == FINDING_AUDITEE))
			return true;
	}
	return (actors & FINDING_AUDITEE) != 0 &&
	       (f->state == FINDING_CHECKING || (f->state == FINDING_PLANNING && !f->planned));
}

struct waiting {
	struct finding *own; /* of what the account manages: there it is neither auditor nor lead */
	size_t own_count;
	struct finding *list;
	size_t count;
};

static bool
is_own(const struct waiting *w, const struct finding *f)
{
	for (size_t i = 0; i < w->own_count; i++)
		if (w->own[i].id == f->id)
			return true;
	return false;
}

static void
waiting_add(struct call *c, struct waiting *w, const struct finding *f, unsigned actors)
{
	if (!waits_for(f, c->account.id, actors, day_of_instant(c->now)))
		return;
	w->list = ARENA_PUSH(c->arena, w->list, w->count);
	w->list[w->count++] = *f;
}

/* Of what is anybody's to judge, what the account is not too close to. */
static bool
judged_add(struct call *c, struct waiting *w, const struct finding *f, unsigned actors, struct err *e)
{
	if (!waits_for(f, c->account.id, actors, day_of_instant(c->now)))
		return true;
	if (!finding_acting(c->db, c->arena, f, c->account.id, c->now, &actors, e))
		return false;
	waiting_add(c, w, f, actors);
	return true;
}

static bool
waiting_collect(struct call *c, struct waiting *w, struct err *e)
{
	struct finding_filter filter = {
		.open = true, .day = day_of_instant(c->now), .state = FINDING_STATES, .severity = SEVERITIES};
	unsigned actors = actors_anywhere(&c->account);
	struct finding *every = NULL;
	size_t count = 0;
	if (actors != 0 && !findings_list(c->db, c->arena, &filter, &every, &count, e))
		return false;
	filter.manager_id = c->account.id;
	filter.acting = true;
	if ((c->account.roles & ROLE_MANAGER) != 0 &&
		!findings_list(c->db, c->arena, &filter, &w->own, &w->own_count, e))
		return false;
	for (size_t i = 0; i < w->own_count; i++)
		waiting_add(c, w, &w->own[i], FINDING_AUDITEE | (actors & FINDING_MANAGEMENT));
	for (size_t i = 0; i < count; i++)
		if (!is_own(w, &every[i]) && !judged_add(c, w, &every[i], actors, e))
			return false;
	return true;
}

bool
findings_fill_waiting(struct call *c, struct dict *page, struct err *e)
{
	struct waiting w = {0};
	if (!waiting_collect(c, &w, e))
		return false;
	if (w.count == 0)
		return true;
	struct dict *d = dict_add(page, "findings_waiting");
	show_number(d, "waiting", (int64_t)w.count);
	for (size_t i = 0; i < w.count && i < SHOWN; i++)
		finding_fill(c, dict_add(d, "finding"), &w.list[i]);
	return true;
}
