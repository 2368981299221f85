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

/* Going on is what waits; accepting, reviving and withdrawing are exceptions, until an acceptance has run
 * out.
 */
static bool
waits_for(const struct finding *f, unsigned actors, day_t today)
{
	const unsigned exception = FINDING_NEEDS_REASON;
	for (size_t i = 0; i < finding_move_count; i++) {
		const struct finding_move *m = &finding_moves[i];
		bool onward = (m->needs & exception) == 0 || m->to == FINDING_CLOSED ||
			      (f->state == FINDING_ACCEPTED && finding_open(f->state, f->due_day, today));
		if (m->from == f->state && (m->actors & actors) != 0 && onward)
			return true;
	}
	return (actors & FINDING_AUDITEE) != 0 &&
	       (f->state == FINDING_CHECKING || f->state == FINDING_PLANNING);
}

static bool
waiting_collect(struct call *c, const struct finding_filter *filter, unsigned actors, struct finding **out,
	size_t *count, struct err *e)
{
	struct finding *list;
	size_t all;
	if (!findings_list(c->db, c->arena, filter, &list, &all, e))
		return false;
	for (size_t i = 0; i < all; i++) {
		if (!waits_for(&list[i], actors, filter->day))
			continue;
		*out = ARENA_PUSH(c->arena, *out, *count);
		(*out)[(*count)++] = list[i];
	}
	return true;
}

bool
findings_fill_waiting(struct call *c, struct dict *page, struct err *e)
{
	struct finding_filter filter = {
		.open = true, .day = day_of_instant(c->now), .state = FINDING_STATES, .severity = SEVERITIES};
	unsigned actors = actors_anywhere(&c->account);
	struct finding *list = NULL;
	size_t count = 0;
	if (actors != 0 && !waiting_collect(c, &filter, actors, &list, &count, e))
		return false;
	filter.manager_id = c->account.id;
	filter.acting = filter.told = true;
	if ((c->account.roles & ROLE_MANAGER) != 0 &&
		!waiting_collect(c, &filter, FINDING_AUDITEE, &list, &count, e))
		return false;
	if (count == 0)
		return true;
	struct dict *d = dict_add(page, "findings_waiting");
	show_number(d, "waiting", (int64_t)count);
	for (size_t i = 0; i < count && i < SHOWN; i++)
		finding_fill(c, dict_add(d, "finding"), &list[i]);
	return true;
}
