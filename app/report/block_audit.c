/* What an audit is, who carries it out, which items are looked at; one audit, or those of a year. */
#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "report/about.h"
#include "report/audits.h"
#include "report/readers.h"
#include "store/audit/audit_words.h"
#include "store/audit/waivers.h"

static const enum word state_words[ENGAGEMENT_STATES] = {
	[ENGAGEMENT_DRAFTED] = WORD_AUDIT_DRAFTED,
	[ENGAGEMENT_APPROVED] = WORD_AUDIT_APPROVED,
	[ENGAGEMENT_ANNOUNCED] = WORD_AUDIT_ANNOUNCED,
	[ENGAGEMENT_REQUESTING] = WORD_AUDIT_REQUESTING,
	[ENGAGEMENT_FIELDWORK] = WORD_AUDIT_FIELDWORK,
	[ENGAGEMENT_JUDGING] = WORD_AUDIT_JUDGING,
	[ENGAGEMENT_EXCHANGING] = WORD_AUDIT_EXCHANGING,
	[ENGAGEMENT_REPORTING] = WORD_AUDIT_REPORTING,
	[ENGAGEMENT_FIXED] = WORD_AUDIT_FIXED,
	[ENGAGEMENT_NOTIFIED] = WORD_AUDIT_NOTIFIED,
	[ENGAGEMENT_PRESENTED] = WORD_AUDIT_PRESENTED,
	[ENGAGEMENT_FOLLOWING] = WORD_AUDIT_FOLLOWING,
	[ENGAGEMENT_COMPLETED] = WORD_AUDIT_COMPLETED,
	[ENGAGEMENT_CANCELLED] = WORD_AUDIT_CANCELLED,
};

const char *
audit_days(struct composer *c, day_t from, day_t to)
{
	struct filling f[] = {{"from", wareki_day(c->arena, from)}, {"to", wareki_day(c->arena, to)}};
	return from == to ? f[0].value : text_fill(c->arena, say(c, WORD_FROM_TO), f, 2);
}

struct grid
facts_grid(struct composer *c)
{
	const struct column columns[] = {{"", 0.2, ALIGN_LEFT}, {"", 0.8, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, 2);
	g.table->bare = true;
	return g;
}

void
fact_add(struct composer *c, struct grid *g, enum word name, const char *value)
{
	struct table_cell *row = grid_row(g);
	row[0].text = say(c, name);
	row[1].text = value[0] == '\0' ? say(c, WORD_NONE) : value;
}

/* ---- outline ----------------------------------------------------------------------------------- */

static const char *
kind_text(struct composer *c, const struct engagement *x)
{
	struct filling f[] = {{"by", for_readers(c, CONTENT_ORDER, x->ordered_by)},
		{"why", for_readers(c, CONTENT_ORDER, x->order_reason)}};
	return x->ordered ? text_fill(c->arena, say(c, WORD_AUDIT_ORDERED), f, 2) : say(c, WORD_AUDIT_PLANNED);
}

static const struct table *
outline_one(struct composer *c, const struct engagement *x)
{
	struct grid g = facts_grid(c);
	fact_add(c, &g, WORD_AUDIT_NUMBER, engagement_number(c->arena, x));
	fact_add(c, &g, WORD_AUDIT_TITLE, for_readers(c, CONTENT_WORDS, x->title));
	fact_add(c, &g, WORD_AUDIT_PURPOSE, for_readers(c, CONTENT_WORDS, x->purpose));
	fact_add(c, &g, WORD_AUDIT_THEME, for_readers(c, CONTENT_WORDS, x->theme));
	fact_add(c, &g, WORD_AUDIT_KIND, kind_text(c, x));
	fact_add(c, &g, WORD_AUDIT_DEPARTMENT, x->department_name);
	if (x->entry_id != 0)
		fact_add(c, &g, WORD_AUDIT_SYSTEM, for_readers(c, CONTENT_SYSTEMS, x->entry_name));
	fact_add(c, &g, WORD_AUDIT_COVERS, audit_days(c, x->covers_from, x->covers_to));
	fact_add(c, &g, WORD_AUDIT_DAYS, audit_days(c, x->begins_day, x->ends_day));
	fact_add(c, &g, WORD_AUDIT_PLACE, for_readers(c, CONTENT_PLACES, x->place));
	fact_add(c, &g, WORD_AUDIT_DEPTH, say(c, x->key_only ? WORD_AUDIT_KEY : WORD_AUDIT_ALL));
	fact_add(c, &g, WORD_AUDIT_EXCLUDED, for_readers(c, CONTENT_WORDS, x->excluded));
	return g.table;
}

static const struct table *
outline_several(struct composer *c)
{
	const struct column columns[] = {
		{say(c, WORD_AUDIT_NUMBER), 0.12, ALIGN_LEFT},
		{say(c, WORD_AUDIT_DEPARTMENT), 0.18, ALIGN_LEFT},
		{say(c, WORD_AUDIT_SYSTEM), 0.17, ALIGN_LEFT},
		{say(c, WORD_AUDIT_COVERS), 0.2, ALIGN_LEFT},
		{say(c, WORD_AUDIT_DAYS), 0.2, ALIGN_LEFT},
		{say(c, WORD_STATE), 0.13, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, 6);
	for (size_t i = 0; i < c->audit_count; i++) {
		const struct engagement *x = &c->audits[i];
		struct table_cell *row = grid_row(&g);
		row[0].text = engagement_number(c->arena, x);
		row[1].text = x->department_name;
		row[2].text = x->entry_id == 0 ? say(c, WORD_NONE)
					       : for_readers(c, CONTENT_SYSTEMS, x->entry_name);
		row[3].text = audit_days(c, x->covers_from, x->covers_to);
		row[4].text = audit_days(c, x->begins_day, x->ends_day);
		row[5].text = say(c, state_words[x->state]);
	}
	return g.table;
}

bool
block_audit_outline(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct section *s = section_begin(c, b);
	if (recipe_about(c->recipe) == ABOUT_AUDIT)
		s->table = outline_one(c, c->audits);
	else if (c->audit_count > 0)
		s->table = outline_several(c);
	else
		s->note = say(c, WORD_NO_AUDITS);
	return true;
}

/* ---- who -------------------------------------------------------------------------------------- */

static void
team_row(struct composer *c, struct grid *g, const struct engagement *x, const struct engagement_member *m)
{
	struct table_cell *row = grid_row(g);
	row[0].text = engagement_number(c->arena, x);
	row[1].text = say(c, m->lead ? WORD_AUDIT_LEAD : WORD_AUDITOR);
	if (m->left_at != 0) {
		struct filling f[] = {{"role", row[1].text},
			{"day", wareki_day(c->arena, day_of_instant(m->left_at))}};
		row[1].text = text_fill(c->arena, say(c, WORD_AUDIT_LEFT), f, 2);
	}
	row[2].text = for_readers(c, CONTENT_PEOPLE, m->who);
	row[3].text = m->department;
}

static bool
team_rows(struct composer *c, struct grid *g, const struct engagement *x, struct err *e)
{
	struct engagement_member *list, *left;
	size_t count, left_count;
	if (!engagement_members(c->db, c->arena, x->id, &list, &count, e) ||
		!engagement_leavers(c->db, c->arena, x->id, &left, &left_count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		team_row(c, g, x, &list[i]);
	for (size_t i = 0; i < left_count; i++)
		team_row(c, g, x, &left[i]);
	return true;
}

bool
block_audit_team(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_AUDIT_NUMBER), 0.16, ALIGN_LEFT},
		{say(c, WORD_AUDIT_ROLE), 0.24, ALIGN_LEFT},
		{say(c, WORD_AUDIT_NAME), 0.3, ALIGN_LEFT},
		{say(c, WORD_AUDIT_OF), 0.3, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, 4);
	for (size_t i = 0; i < c->audit_count; i++)
		if (!team_rows(c, &g, &c->audits[i], e))
			return false;
	struct section *s = section_begin(c, b);
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_TEAM);
	return true;
}

/* ---- what is looked at --------------------------------------------------------------------------- */

const char *
clause_text(const struct composer *c, const char *key)
{
	const struct clause *clause = policy_find(c->policy, key);
	return clause == NULL ? key : clause->display;
}

bool
block_audit_items(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.09, ALIGN_LEFT},
		{say(c, WORD_CLAUSE), 0.1, ALIGN_LEFT},
		{say(c, WORD_PRIORITY_HEAD), 0.08, ALIGN_CENTRE},
		{say(c, WORD_AUDIT_ITEM), 0.55, ALIGN_LEFT},
		{say(c, WORD_AUDIT_METHODS), 0.18, ALIGN_LEFT},
	};
	for (size_t a = 0; a < c->audit_count; a++) {
		struct section *s = a == 0 ? section_begin(c, b) : section_go_on(c);
		struct grid g = grid_create(c, columns, 5);
		if (c->audit_count > 1)
			g.table->caption = audit_caption(c, a);
		for (size_t i = 0; i < c->lines[a].count; i++) {
			const struct line *l = &c->lines[a].list[i];
			struct table_cell *row = grid_row(&g);
			row[0].text = l->item;
			row[1].text = clause_text(c, l->clause);
			row[2].text = l->priority ? say(c, WORD_PRIORITY_MARK) : "";
			row[3].text = l->text;
			row[4].text = l->methods;
		}
		if (g.table->row_count > 0)
			s->table = g.table;
		else
			s->note = say(c, WORD_NO_LINES);
	}
	return true;
}

const char *
audit_caption(struct composer *c, size_t a)
{
	const struct engagement *x = &c->audits[a];
	return arena_printf(c->arena, "%s%s%s", engagement_number(c->arena, x), say(c, WORD_SPACE),
		x->department_name);
}

/* ---- in the auditors' own words --------------------------------------------------------------------- */

static size_t
part_of(const char *key)
{
	size_t p = 0;
	while (p < AUDIT_PARTS && strcmp(audit_part_key((enum audit_part)p), key) != 0)
		p++;
	return p;
}

static void
words_add(struct composer *c, struct section *s, size_t a, const char *text)
{
	char *list = arena_strdup(c->arena, text), *rest = list;
	bool named = c->audit_count > 1;
	for (char *one; (one = strsep(&rest, "\r\n")) != NULL;) {
		if (*one == '\0')
			continue;
		s->paragraphs = ARENA_PUSH(c->arena, s->paragraphs, s->paragraph_count);
		s->paragraphs[s->paragraph_count++] =
			named ? arena_printf(c->arena, "%s%s%s", audit_caption(c, a), say(c, WORD_SPACE), one)
			      : one;
		named = false;
	}
}

static void
words_section(struct composer *c, const struct recipe_block *b, const char **texts)
{
	struct section *s = section_begin(c, b);
	const size_t before = s->paragraph_count;
	for (size_t a = 0; a < c->audit_count; a++)
		words_add(c, s, a, texts[a]);
	if (s->paragraph_count == before)
		s->note = say(c, WORD_NOTHING_WRITTEN);
}

/* `setting` names the part. What the public reads is written for it: nothing else of these words goes there,
 * and it stands in no other edition. */
bool
block_audit_words(struct composer *c, const struct recipe_block *b, struct err *e)
{
	size_t part = part_of(b->setting == NULL ? "" : b->setting);
	bool open = c->request->readers == READERS_PUBLIC, fits = open == (part == PART_PUBLIC);
	const char **texts = ARENA_ARRAY(c->arena, const char *, c->audit_count);
	if (part == AUDIT_PARTS)
		return err_set(e, ERR_SYSTEM, _("the block audit_words names no part: %s"),
			b->setting == NULL ? "" : b->setting);
	for (size_t a = 0; a < c->audit_count; a++) {
		struct audit_words w;
		if (!audit_words_find(c->db, c->arena, c->audits[a].id, &w, e))
			return false;
		texts[a] = w.texts[part];
		if (fits && open && texts[a][0] != '\0' &&
			!for_everybody(c, CONTENT_WORDS, texts[a], &texts[a], e))
			return false;
		if (!fits && open && texts[a][0] != '\0')
			left_out(c, CONTENT_WORDS);
	}
	if (fits)
		words_section(c, b, texts);
	return true;
}

/* ---- who is not independent, and audits nevertheless ---------------------------------------------------- */

static enum word
waiver_word(enum conflict_kind k)
{
	static const enum word words[CONFLICTS] = {[CONFLICT_BELONGS] = WORD_WAIVER_BELONGS,
		[CONFLICT_LEFT] = WORD_WAIVER_LEFT,
		[CONFLICT_ADMINISTERS] = WORD_WAIVER_ADMINISTERS};
	return words[k];
}

static void
waiver_row(struct composer *c, struct grid *g, const struct waiver *w)
{
	struct table_cell *row = grid_row(g);
	struct filling f[] = {{"day", wareki_day(c->arena, day_of_instant(w->decided_at))},
		{"by", for_readers(c, CONTENT_PEOPLE, w->decided_who)}};
	row[0].text = for_readers(c, CONTENT_PEOPLE, w->who);
	row[1].text = for_readers(c, CONTENT_WAIVERS, say(c, waiver_word(w->kind)));
	row[2].text = for_readers(c, CONTENT_WAIVERS, w->reason);
	row[3].text = text_fill(c->arena, say(c, WORD_WAIVER_DECIDED), f, 2);
	if (w->note[0] != '\0')
		row[3].text = arena_printf(
			c->arena, "%s\n%s", row[3].text, for_readers(c, CONTENT_WAIVERS, w->note));
}

/* Those that were approved, with the condition that was put. */
bool
block_audit_waivers(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_AUDITOR), 0.2, ALIGN_LEFT},
		{say(c, WORD_WAIVER), 0.22, ALIGN_LEFT},
		{say(c, WORD_WAIVER_WHY), 0.34, ALIGN_LEFT},
		{say(c, WORD_WAIVER_BY), 0.24, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, 4);
	for (size_t a = 0; a < c->audit_count; a++) {
		struct waiver *list;
		size_t count;
		if (!waivers_list(c->db, c->arena, c->audits[a].id, &list, &count, e))
			return false;
		for (size_t i = 0; i < count; i++)
			if (list[i].state == WAIVER_APPROVED)
				waiver_row(c, &g, &list[i]);
	}
	struct section *s = section_begin(c, b);
	if (g.table->row_count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_WAIVERS);
	return true;
}
