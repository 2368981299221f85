/* Choosing what is looked at in an audit, and fixing it. */
#include <string.h>

#include "base/fits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/engagement_inside.h"
#include "store/audit/line_inside.h"
#include "store/organisation/departments.h"

bool
line_engagement(struct db *db, const struct engagement_act *x, struct engagement *out, struct err *e)
{
	unsigned actors;
	if (!engagement_find(db, x->arena, x->engagement_id, out, e) ||
		!engagement_acting(db, x, out, &actors, e))
		return false;
	return (actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) != 0 ||
	       err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
}

bool
line_reason_fits(const char *reason, struct err *e)
{
	if (utf8_blank(reason))
		return err_set(e, ERR_INPUT, _("say why"));
	return line_fits(reason, _("reason"), LINE_REASON_MOST, true, e);
}

SQL(insert_line_act, "INSERT INTO line_act (engagement_id, item, revision, at, account_id, who, name, note)"
		     " SELECT $1, $2, $3, $4, $5, coalesce(p.name, u.login), $6, $7 FROM account u"
		     " LEFT JOIN person p ON p.id = u.person_id WHERE u.id = $5");

bool
line_act_add(struct db *db, const struct engagement_act *x, const struct engagement *g, const char *item,
	int revision, const char *name, const char *note, struct err *e)
{
	const char *number = engagement_number(x->arena, g);
	return db_exec(db, e, insert_line_act, "isiiiss", g->id, item, (int64_t)revision, x->now,
		       x->account_id, name, note) &&
	       event_add(db, x->now, x->account_id, arena_printf(x->arena, "line_%s", name),
		       *item == '\0' ? number : arena_printf(x->arena, "%s %s", number, item), "", e);
}

/* ---- choosing --------------------------------------------------------------------------------- */

/* The items may be chosen anew. */
static bool
choosable(struct db *db, const struct engagement_act *x, struct engagement *g, struct err *e)
{
	struct checklist c;
	if (!line_engagement(db, x, g, e) || !checklist_find(db, x->arena, g->id, &c, e))
		return false;
	if (c.fixed_at != 0)
		return err_set(
			e, ERR_CONFLICT, _("the checklist is fixed; items can only be added, with a reason"));
	return g->state == ENGAGEMENT_DRAFTED ||
	       err_set(e, ERR_CONFLICT, _("items are chosen while the audit is being planned"));
}

static bool
clause_among(const char *const *clauses, const char *key)
{
	if (*clauses == NULL)
		return true;
	while (*clauses != NULL && strcmp(*clauses, key) != 0)
		clauses++;
	return *clauses != NULL;
}

static const char *
threats_of(struct arena *a, const struct item *i)
{
	const char *keys = "";
	for (size_t t = 0; t < i->threat_count; t++)
		keys = arena_printf(a, "%s%s%s", keys, t > 0 ? " " : "", i->threats[t]->key);
	return keys;
}

SQL(insert_line, "INSERT INTO engagement_line (engagement_id, item, ord, set_key, clause, text, help, "
		 "methods, threats,"
		 " weight, priority, by_hand) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
		 " ON CONFLICT (engagement_id, item) DO NOTHING");

struct banked {
	const struct questionnaire *set;
	const struct item *item;
	int ord; /* among all items for auditors */
};

static bool
line_insert(struct db *db, const struct engagement_act *x, const struct banked *b, const char *by_hand,
	struct err *e)
{
	const struct item *i = b->item;
	return db_exec(db, e, insert_line, "isissssssiis", x->engagement_id, i->id, (int64_t)b->ord,
		b->set->key, i->clause->key, i->text, i->help, i->methods, threats_of(x->arena, i),
		(int64_t)i->weight, (int64_t)i->priority, by_hand);
}

/* Every item for auditors, whoever is asked it. */
static size_t
banked_list(struct arena *a, const struct bank *bank, struct banked **out)
{
	size_t count = 0;
	*out = NULL;
	for (size_t s = 0; s < bank->count; s++)
		for (size_t i = 0; questionnaire_is_audit(bank->sets[s]) && i < bank->sets[s]->count; i++) {
			*out = ARENA_PUSH(a, *out, count);
			(*out)[count] = (struct banked){bank->sets[s], &bank->sets[s]->items[i], (int)count};
			count++;
		}
	return count;
}

SQL(clear_lines, "DELETE FROM engagement_line WHERE engagement_id = $1 AND by_hand = ''");

static bool
is_dropped(const struct line_drop *drops, size_t count, const char *item)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(drops[i].item, item) == 0)
			return true;
	return false;
}

static bool
lines_insert(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const struct bank *bank, const char *const *clauses, struct err *e)
{
	struct banked *list;
	struct line_drop *drops;
	size_t count = banked_list(x->arena, bank, &list), dropped;
	struct department d;
	if (!department_at(db, x->arena, g->department_id, g->begins_day, &d, e) ||
		!lines_dropped(db, x->arena, g->id, &drops, &dropped, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct item *item = list[i].item;
		bool asked = condition_holds(list[i].set->when, d.flags) && item_applies(item, d.flags) &&
			     (!g->key_only || item->priority) && clause_among(clauses, item->clause->key) &&
			     !is_dropped(drops, dropped, item->id);
		if (asked && !line_insert(db, x, &list[i], "", e))
			return false;
	}
	return true;
}

bool
checklist_choose(struct db *db, const struct engagement_act *x, const struct bank *bank,
	const char *const *clauses, struct err *e)
{
	struct engagement g;
	const char *note = *clauses == NULL ? "" : *clauses;
	for (size_t i = 1; *clauses != NULL && clauses[i] != NULL; i++)
		note = arena_printf(x->arena, "%s %s", note, clauses[i]);
	return choosable(db, x, &g, e) && db_exec(db, e, clear_lines, "i", g.id) &&
	       lines_insert(db, x, &g, bank, clauses, e) && line_act_add(db, x, &g, "", 0, "chosen", note, e);
}

/* ---- single items ------------------------------------------------------------------------------ */

static bool
addable(struct db *db, const struct engagement_act *x, const char *item, struct engagement *g, struct err *e)
{
	struct line there;
	struct err absent = {0};
	if (!line_engagement(db, x, g, e))
		return false;
	if (g->state > ENGAGEMENT_REPORTING)
		return err_set(e, ERR_CONFLICT, _("the checklist of this audit takes no more items"));
	if (line_find(db, x->arena, g->id, item, &there, &absent))
		return err_set(e, ERR_CONFLICT, _("%s is on the checklist already"), item);
	return absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
}

SQL(undo_drop, "DELETE FROM engagement_drop WHERE engagement_id = $1 AND item = $2");

bool
line_add(struct db *db, const struct engagement_act *x, const struct bank *bank, const char *item,
	const char *reason, struct err *e)
{
	struct engagement g;
	struct banked *list;
	size_t count = banked_list(x->arena, bank, &list), i = 0;
	while (i < count && strcmp(list[i].item->id, item) != 0)
		i++;
	if (i == count)
		return err_set(e, ERR_INPUT, _("there is no item for auditors with the number %s"), item);
	return addable(db, x, item, &g, e) && line_reason_fits(reason, e) &&
	       db_exec(db, e, undo_drop, "is", g.id, item) && line_insert(db, x, &list[i], reason, e) &&
	       line_act_add(db, x, &g, item, 1, "added", reason, e);
}

SQL(delete_line, "DELETE FROM engagement_line WHERE engagement_id = $1 AND item = $2");
SQL(insert_drop, "INSERT INTO engagement_drop (engagement_id, item, reason) VALUES ($1, $2, $3)");

bool
line_drop(struct db *db, const struct engagement_act *x, const char *item, const char *reason, struct err *e)
{
	struct engagement g;
	struct line l;
	return choosable(db, x, &g, e) && line_find(db, x->arena, g.id, item, &l, e) &&
	       line_reason_fits(reason, e) && db_exec(db, e, delete_line, "is", g.id, item) &&
	       db_exec(db, e, insert_drop, "iss", g.id, item, reason) &&
	       line_act_add(db, x, &g, item, 0, "dropped", reason, e);
}

SQL(insert_checklist,
	"INSERT INTO checklist (engagement_id, fixed_at, fixed_by, who) SELECT $1, $2, $3,"
	" coalesce(p.name, u.login) FROM account u LEFT JOIN person p ON p.id = u.person_id WHERE u.id = $3");

bool
checklist_fix(struct db *db, const struct engagement_act *x, struct err *e)
{
	struct engagement g;
	struct checklist c;
	struct line *list;
	size_t count;
	if (!line_engagement(db, x, &g, e) || !checklist_find(db, x->arena, g.id, &c, e) ||
		!lines_list(db, x->arena, g.id, &list, &count, e))
		return false;
	if (c.fixed_at != 0)
		return err_set(e, ERR_CONFLICT, _("the checklist is fixed already"));
	if (count == 0)
		return err_set(e, ERR_CONFLICT, _("choose the items to check first"));
	if (g.state > ENGAGEMENT_REPORTING)
		return err_set(e, ERR_CONFLICT, _("the checklist of this audit takes no more items"));
	return db_exec(db, e, insert_checklist, "iii", g.id, x->now, x->account_id) &&
	       line_act_add(db, x, &g, "", 0, "fixed", "", e);
}
