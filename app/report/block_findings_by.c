/* Findings for the management: by what they are and where, how old the open ones are, year by year. */
#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "report/audits.h"
#include "store/organisation/departments.h"

static bool
findings_of(struct composer *c, int year, struct finding **out, size_t *count, struct err *e)
{
	const struct finding_filter f = {.year = year, .state = FINDING_STATES, .severity = SEVERITIES};
	return findings_list(c->db, c->arena, &f, out, count, e);
}

/* ---- by what they are ---------------------------------------------------------------------------- */

/* Which group one belongs to, and where the group stands: by gravity, in the policy, among the departments. */
typedef const char *finding_group(struct composer *c, const struct finding *f);

struct ranking {
	const struct policy *policy;
	struct department *departments; /* in the official order */
	size_t department_count;
};
typedef size_t finding_rank(const struct ranking *r, const struct finding *f);

static const char *
by_severity(struct composer *c, const struct finding *f)
{
	return say(c, severity_word(f->severity));
}

static const char *
by_clause(struct composer *c, const struct finding *f)
{
	const struct clause *clause = policy_find(c->policy, f->clause);
	return clause == NULL ? f->clause
			      : arena_printf(c->arena, "%s%s%s", clause->display, say(c, WORD_SPACE), clause->title);
}

static const char *
by_threat(struct composer *c, const struct finding *f)
{
	const struct clause *threat = policy_find(c->policy, f->threat);
	return threat == NULL ? say(c, WORD_NO_THREAT) : threat->title;
}

static const char *
by_department(struct composer *c, const struct finding *f)
{
	(void)c;
	return f->department_name;
}

static const char *
by_state(struct composer *c, const struct finding *f)
{
	return say(c, finding_state_word(f->state));
}

static size_t
severity_rank(const struct ranking *r, const struct finding *f)
{
	(void)r;
	return f->severity;
}

static size_t
policy_rank(const struct policy *p, const char *key)
{
	const struct clause *clause = policy_find(p, key);
	return clause == NULL ? p->count : (size_t)(clause - p->clauses);
}

static size_t
clause_rank(const struct ranking *r, const struct finding *f)
{
	return policy_rank(r->policy, f->clause);
}

static size_t
threat_rank(const struct ranking *r, const struct finding *f)
{
	return policy_rank(r->policy, f->threat);
}

/* One that has ended stands after the others. */
static size_t
department_rank(const struct ranking *r, const struct finding *f)
{
	size_t i = 0;
	while (i < r->department_count && r->departments[i].id != f->department_id)
		i++;
	return i;
}

static size_t
state_rank(const struct ranking *r, const struct finding *f)
{
	(void)r;
	return f->state;
}

static const struct {
	const char *key;
	enum word title;
	finding_group *group;
	finding_rank *rank;
} groupings[] = {
	{"severity", WORD_SEVERITY, by_severity, severity_rank},
	{"clause", WORD_CLAUSE, by_clause, clause_rank},
	{"threat", WORD_THREAT, by_threat, threat_rank},
	{"department", WORD_DEPARTMENT, by_department, department_rank},
	{"state", WORD_STATE, by_state, state_rank},
};
enum { GROUPINGS = sizeof groupings / sizeof *groupings };

static void
counts_row(struct composer *c, struct grid *g, const char *name, const struct finding_counts *n)
{
	const struct figure closed = {.rate = {.numerator = n->closed, .denominator = n->confirmed}};
	struct table_cell *row = grid_row(g);
	row[0].text = name;
	row[1].text = number_text(c->arena, n->confirmed);
	row[2].text = number_text(c->arena, n->closed);
	row[3].text = number_text(c->arena, n->open);
	row[4] = (struct table_cell){.text = number_text(c->arena, n->overdue), .strong = n->overdue > 0};
	row[5].text = number_text(c->arena, n->repeated);
	row[6].text = percent_text(c, &closed);
	row[7].text = n->closed == 0
			      ? say(c, WORD_NONE)
			      : number_text(c->arena, (2 * n->days_to_close + n->closed) / (2 * n->closed));
	row[8].text = number_text(c->arena, n->spread);
}

static struct grid
counts_grid(struct composer *c, enum word first)
{
	const struct column columns[] = {
		{say(c, first), 0.25, ALIGN_LEFT},
		{say(c, WORD_FINDING_CONFIRMED), 0.08, ALIGN_RIGHT},
		{say(c, WORD_FINDING_CLOSED), 0.08, ALIGN_RIGHT},
		{say(c, WORD_FINDING_OPEN), 0.09, ALIGN_RIGHT},
		{say(c, WORD_PLAN_OVERDUE), 0.1, ALIGN_RIGHT},
		{say(c, WORD_FINDING_AGAIN), 0.08, ALIGN_RIGHT},
		{say(c, WORD_FINDING_IMPROVED), 0.1, ALIGN_RIGHT},
		{say(c, WORD_DAYS_TO_CLOSE), 0.13, ALIGN_RIGHT},
		{say(c, WORD_PLAN_SPREAD), 0.09, ALIGN_RIGHT},
	};
	return grid_create(c, columns, sizeof columns / sizeof *columns);
}

/* Of those that are left, one whose group stands first. */
static const struct finding *
group_first(const struct ranking *r, finding_rank *rank, const struct finding *list, size_t count)
{
	const struct finding *first = &list[0];
	for (size_t i = 1; i < count; i++)
		if (rank(r, &list[i]) < rank(r, first))
			first = &list[i];
	return first;
}

/* The findings of one group, taken out of the list. */
static size_t
group_take(struct composer *c, finding_group *group, const char *name, struct finding *list, size_t *count,
	struct finding *taken)
{
	size_t n = 0, left = 0;
	for (size_t i = 0; i < *count; i++)
		if (strcmp(group(c, &list[i]), name) == 0)
			taken[n++] = list[i];
		else
			list[left++] = list[i];
	*count = left;
	return n;
}

bool
block_findings_by(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct finding *list;
	size_t count, k = 0;
	while (k < GROUPINGS && (b->setting == NULL || strcmp(groupings[k].key, b->setting) != 0))
		k++;
	if (k == GROUPINGS)
		return err_set(e, ERR_SYSTEM, _("the block findings_by groups by nothing: %s"),
			b->setting == NULL ? "" : b->setting);
	struct ranking ranking = {.policy = c->policy};
	if (!findings_of(c, c->figures->cycle.year, &list, &count, e) ||
		!departments_list(c->db, c->arena, today_of(c), &ranking.departments, &ranking.department_count, e))
		return false;
	struct finding *taken = ARENA_ARRAY(c->arena, struct finding, count + 1);
	struct grid g = counts_grid(c, groupings[k].title);
	while (count > 0) {
		const char *name = groupings[k].group(c, group_first(&ranking, groupings[k].rank, list, count));
		struct finding_counts n = findings_count(
			taken, group_take(c, groupings[k].group, name, list, &count, taken), today_of(c));
		if (n.confirmed + n.spread > 0)
			counts_row(c, &g, name, &n);
	}
	struct section *s = section_begin(c, b);
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_FINDINGS);
	return true;
}

/* ---- how old ---------------------------------------------------------------------------------------- */

/* Days since it was confirmed, up to and with. */
static const int ages[] = {30, 90, 180, 365, INT32_MAX};
enum { AGES = sizeof ages / sizeof *ages };

static const char *
age_name(struct composer *c, size_t i)
{
	struct filling f[] = {{"from", number_text(c->arena, i == 0 ? 0 : ages[i - 1] + 1)},
		{"to", number_text(c->arena, ages[i])}};
	return text_fill(c->arena, say(c, i + 1 < AGES ? WORD_AGE_FROM_TO : WORD_AGE_FROM), f, 2);
}

/* Open ones of the year and of those before it; what was passed on apart. */
bool
block_findings_age(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct finding *list;
	size_t count;
	int64_t of[AGES + 1][2] = {{0}};
	const struct column columns[] = {{say(c, WORD_AGE), 0.4, ALIGN_LEFT},
		{say(c, WORD_FINDING_OPEN), 0.3, ALIGN_RIGHT}, {say(c, WORD_PLAN_OVERDUE), 0.3, ALIGN_RIGHT}};
	if (!findings_of(c, 0, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct finding *f = &list[i];
		size_t age = f->parent_id != 0 ? AGES : 0;
		if (f->year > c->figures->cycle.year || !finding_counts(f->state) ||
			!finding_open(f->state, f->due_day, today_of(c)))
			continue;
		while (age < AGES && today_of(c) - day_of_instant(f->confirmed_at) > ages[age])
			age++;
		of[age][0]++;
		of[age][1] += finding_overdue(f->state, f->wait_day, today_of(c));
	}
	struct grid g = grid_create(c, columns, 3);
	for (size_t i = 0; i <= AGES; i++) {
		struct table_cell *row = grid_row(&g);
		row[0].text = i < AGES ? age_name(c, i) : say(c, WORD_PLAN_SPREAD);
		row[1].text = number_text(c->arena, of[i][0]);
		row[2].text = number_text(c->arena, of[i][1]);
	}
	section_begin(c, b)->table = g.table;
	return true;
}

/* ---- year by year ------------------------------------------------------------------------------------- */

bool
block_findings_years(struct composer *c, const struct recipe_block *b, struct err *e)
{
	enum { YEARS = 5 };
	struct grid g = counts_grid(c, WORD_YEAR);
	for (int year = c->figures->cycle.year - YEARS + 1; year <= c->figures->cycle.year; year++) {
		struct finding *list;
		size_t count;
		if (!findings_of(c, year, &list, &count, e))
			return false;
		struct finding_counts n = findings_count(list, count, today_of(c));
		if (count > 0 || g.table->row_count > 0)
			counts_row(c, &g, fiscal_year_name(c->arena, year), &n);
	}
	struct section *s = section_begin(c, b);
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_FINDINGS);
	return true;
}
