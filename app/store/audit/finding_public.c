#include "store/audit/finding_public.h"

#include "base/fits.h"
#include "base/words.h"
#include "store/audit/finding_inside.h"
#include "store/register/private_names.h"

SQL(find_public, "SELECT title, measure, who, at FROM finding_public WHERE finding_id = $1"
		 " ORDER BY id DESC LIMIT 1");

bool
finding_public_find(
	struct db *db, struct arena *a, int64_t finding_id, struct finding_public *out, struct err *e)
{
	struct rows r;
	*out = (struct finding_public){"", "", "", 0};
	if (!db_query(db, &r, e, find_public, "i", finding_id))
		return false;
	if (rows_next(&r))
		*out = (struct finding_public){
			row_text(&r, 0, a), row_text(&r, 1, a), row_text(&r, 2, a), row_int(&r, 3)};
	return rows_end(&r, e);
}

bool
finding_publishes(const struct finding *f, unsigned actors)
{
	return finding_counts(f->state) && (actors & (FINDING_AUDITOR | FINDING_LEAD)) != 0;
}

static bool
may_publish(struct db *db, const struct finding_act *x, struct finding *f, struct err *e)
{
	unsigned actors;
	if (!finding_act_begin(db, x, f, &actors, e))
		return false;
	if (!finding_counts(f->state))
		return err_set(e, ERR_CONFLICT, _("only a confirmed finding is ever published"));
	return finding_publishes(f, actors) ? finding_independent(db, x, f->department_id, e)
					    : err_set(e, ERR_DENIED, _("this is not yours to do with this finding"));
}

static bool
words_fit(struct db *db, const struct finding_act *x, const struct registers *registers,
	const struct finding_public *what, struct err *e)
{
	return line_fits(what->title, _("title for everybody"), FINDING_TITLE_MOST, true, e) &&
	       lines_fit(what->measure, _("measure for everybody"), FINDING_TEXT_MOST, false, e) &&
	       names_nobody(db, x->arena, registers, what->title, e) &&
	       names_nobody(db, x->arena, registers, what->measure, e);
}

SQL(insert_public, "INSERT INTO finding_public (finding_id, title, measure, at, account_id, who)"
		   " VALUES ($1, $2, $3, $4, $5, $6)");
SQL(touch_published, "UPDATE finding SET revision = revision + 1 WHERE id = $1");

bool
finding_publish(struct db *db, const struct finding_act *x, const struct registers *registers,
	const struct finding_public *what, struct err *e)
{
	struct finding f;
	const char *who;
	return may_publish(db, x, &f, e) && words_fit(db, x, registers, what, e) &&
	       finding_actor_name(db, x->arena, x->account_id, &who, e) &&
	       db_exec(db, e, insert_public, "issiis", f.id, what->title, what->measure, x->now,
		       x->account_id, who) &&
	       db_exec(db, e, touch_published, "i", f.id) &&
	       event_add(db, x->now, x->account_id, "finding_worded", finding_number(x->arena, &f), "", e);
}
