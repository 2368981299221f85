#include "store/audit/working_papers.h"

#include <string.h>

#include "base/fits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/engagement_inside.h"
#include "store/audit/line_inside.h"

/* ---- what all acts begin with -------------------------------------------------------------------- */

static bool
still_as_it_was(bool unchanged, struct err *e)
{
	return unchanged ||
	       err_set(e, ERR_CONFLICT,
		       _("someone else has changed this working paper meanwhile; look at it and do "
			 "it again"));
}

/* The revision is looked at by who calls. */
static bool
paper_time(struct db *db, const struct engagement_act *x, const char *item, struct engagement *g,
	struct line *l, struct err *e)
{
	unsigned actors;
	struct checklist c;
	if (!engagement_find(db, x->arena, x->engagement_id, g, e) ||
		!engagement_acting(db, x, g, &actors, e) ||
		!checklist_find(db, x->arena, g->id, &c, e) || !line_find(db, x->arena, g->id, item, l, e))
		return false;
	if ((actors & ENGAGEMENT_MEMBER) == 0)
		return err_set(e, ERR_DENIED, _("working papers are written by who is named in the audit"));
	if (!engagement_papers(g->state))
		return err_set(e, ERR_CONFLICT,
			_("working papers are written from the fieldwork until the report is fixed"));
	return c.fixed_at != 0 || err_set(e, ERR_CONFLICT, _("fix the checklist first"));
}

bool
line_act_begin(struct db *db, const struct engagement_act *x, const char *item, struct engagement *g,
	struct line *l, struct err *e)
{
	return paper_time(db, x, item, g, l, e) && still_as_it_was(l->revision == x->revision, e);
}

SQL(void_review, "UPDATE engagement_line SET reviewed_by = NULL, reviewed_at = NULL WHERE engagement_id = $1"
		 " AND item = $2");
SQL(touch_line, "UPDATE engagement_line SET revision = revision + 1 WHERE engagement_id = $1 AND item = $2");

bool
line_touch(struct db *db, const struct engagement_act *x, const struct engagement *g, struct line *l,
	struct err *e)
{
	if (!db_exec(db, e, touch_line, "is", g->id, l->item))
		return false;
	l->revision++;
	return l->reviewed_by == 0 ||
	       (db_exec(db, e, void_review, "is", g->id, l->item) &&
		       line_act_add(db, x, g, l->item, l->revision, "review_void", l->reviewed_name, e));
}

/* ---- writing ------------------------------------------------------------------------------------- */

SQL(insert_edition,
	"INSERT INTO line_edition (engagement_id, item, revision, at, account_id, who, judgement, "
	"recommended,"
	" good, used, place, met, done, facts, difference, cause, effect, proposal, reason) SELECT"
	" l.engagement_id, l.item, l.revision, l.made_at, l.made_by, coalesce(p.name, u.login), l.judgement,"
	" l.recommended, l.good, l.used, l.place, l.met, l.done, l.facts, l.difference, l.cause, l.effect,"
	" l.proposal, l.reason FROM engagement_line l JOIN account u ON u.id = l.made_by"
	" LEFT JOIN person p ON p.id = u.person_id WHERE l.engagement_id = $1 AND l.item = $2");
SQL(update_paper,
	"UPDATE engagement_line SET judgement = $3, recommended = $4, good = $5, used = $6, place = $7,"
	" met = $8, done = $9, facts = $10, difference = $11, cause = $12, effect = $13, proposal = $14,"
	" reason = $15, made_by = $16, made_at = $17 WHERE engagement_id = $1 AND item = $2");

static bool
paper_write(struct db *db, const struct engagement_act *x, const struct line *l, const struct paper *p,
	struct err *e)
{
	const char *const *t = p->texts;
	return db_exec(db, e, update_paper, "issiissssssssssii", l->engagement_id, l->item,
		       p->judgement < JUDGEMENTS ? judgement_key(p->judgement) : "", (int64_t)p->recommended,
		       (int64_t)p->good, t[PAPER_METHODS], t[PAPER_PLACE], t[PAPER_MET], t[PAPER_DONE],
		       t[PAPER_FACTS], t[PAPER_DIFFERENCE], t[PAPER_CAUSE], t[PAPER_EFFECT],
		       t[PAPER_PROPOSAL], t[PAPER_REASON], x->account_id, x->now) &&
	       db_exec(db, e, insert_edition, "is", l->engagement_id, l->item);
}

SQL(void_confirmation, "UPDATE engagement_line SET confirmed = '', confirmed_by = '', confirmed_day = NULL,"
		       " confirmed_note = '' WHERE engagement_id = $1 AND item = $2");

/* What the department had said was about other facts. */
static bool
confirmation_void(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const struct line *l, const struct paper *p, struct err *e)
{
	return *l->confirmed == '\0' || paper_facts_same(&l->paper, p) ||
	       (db_exec(db, e, void_confirmation, "is", g->id, l->item) &&
		       line_act_add(db, x, g, l->item, l->revision, "confirm_void", l->confirmed_by, e));
}

bool
paper_save(struct db *db, const struct engagement_act *x, const char *item, const struct paper *p,
	int *revision, struct err *e)
{
	struct engagement g;
	struct line l;
	if (!paper_time(db, x, item, &g, &l, e))
		return false;
	*revision = l.revision;
	if (paper_same(&l.paper, p))
		return true; /* the answer to an earlier sending was lost */
	if (!still_as_it_was(l.revision == x->revision, e) || !paper_fits(p, e) ||
		!line_touch(db, x, &g, &l, e))
		return false;
	*revision = l.revision;
	return paper_write(db, x, &l, p, e) && confirmation_void(db, x, &g, &l, p, e) &&
	       line_act_add(db, x, &g, item, l.revision, "written",
		       p->judgement < JUDGEMENTS ? judgement_key(p->judgement) : "", e);
}

/* ---- confirmation and review --------------------------------------------------------------------- */

static bool
confirmation_fits(const struct engagement_act *x, const struct line *l, const struct line_confirmation *c,
	struct err *e)
{
	if (utf8_blank(l->paper.texts[PAPER_FACTS]))
		return err_set(e, ERR_CONFLICT, _("write the facts before they are confirmed"));
	if (utf8_blank(c->by))
		return err_set(e, ERR_INPUT, _("write who confirmed the facts"));
	if (c->day == 0 || c->day > day_of_instant(x->now))
		return err_set(e, ERR_INPUT,
			_("give the day on which the facts were confirmed; it is not in the "
			  "future"));
	if (!c->agreed && utf8_blank(c->note))
		return err_set(e, ERR_INPUT, _("write what the department objects to"));
	return line_fits(c->by, _("who confirmed"), CONFIRMED_BY_MOST, true, e) &&
	       lines_fit(c->note, _("what was said"), CONFIRMED_NOTE_MOST, false, e);
}

SQL(update_confirmation, "UPDATE engagement_line SET confirmed = $3, confirmed_by = $4, confirmed_day = $5, "
			 "confirmed_note = $6"
			 " WHERE engagement_id = $1 AND item = $2");

bool
line_confirm(struct db *db, const struct engagement_act *x, const char *item,
	const struct line_confirmation *what, struct err *e)
{
	struct engagement g;
	struct line l;
	if (!line_act_begin(db, x, item, &g, &l, e) || !confirmation_fits(x, &l, what, e))
		return false;
	const char *said =
		*what->note == '\0' ? what->by : arena_printf(x->arena, "%s: %s", what->by, what->note);
	return line_touch(db, x, &g, &l, e) &&
	       db_exec(db, e, update_confirmation, "isssis", g.id, item, what->agreed ? "agreed" : "objects",
		       what->by, (int64_t)what->day, what->note) &&
	       line_act_add(db, x, &g, item, l.revision, what->agreed ? "confirmed" : "objected", said, e);
}

SQL(count_own_work,
	"SELECT (SELECT count(*) FROM line_edition WHERE engagement_id = $1 AND item = $2 AND account_id = $3)"
	" + (SELECT count(*) FROM line_evidence WHERE engagement_id = $1 AND item = $2 AND added_by = $3)"
	" + (SELECT count(*) FROM line_sample WHERE engagement_id = $1 AND item = $2 AND account_id = $3)"
	" + (SELECT count(*) FROM line_act WHERE engagement_id = $1 AND item = $2 AND account_id = $3"
	" AND name IN ('confirmed', 'objected'))");
SQL(update_review, "UPDATE engagement_line SET reviewed_by = $3, reviewed_at = $4, revision = revision + 1"
		   " WHERE engagement_id = $1 AND item = $2");

bool
line_review(struct db *db, const struct engagement_act *x, const char *item, struct err *e)
{
	struct engagement g;
	struct line l;
	struct rows r;
	if (!line_act_begin(db, x, item, &g, &l, e) ||
		!db_query(db, &r, e, count_own_work, "isi", g.id, item, x->account_id))
		return false;
	bool own = rows_next(&r) && row_int(&r, 0) > 0;
	if (!rows_end(&r, e))
		return false;
	if (own)
		return err_set(e, ERR_DENIED, _("whoever has written a working paper does not review it"));
	if (l.paper.judgement >= JUDGEMENTS)
		return err_set(e, ERR_CONFLICT, _("there is no judgement to review yet"));
	return db_exec(db, e, update_review, "isii", g.id, item, x->account_id, x->now) &&
	       line_act_add(db, x, &g, item, l.revision + 1, "reviewed", "", e);
}
