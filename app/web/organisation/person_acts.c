/* A person is transferred, holds a further post, is absent, leaves. */
#include "web/organisation/person_acts.h"

#include <string.h>

#include "base/words.h"
#include "store/cycle/latecomers.h"
#include "store/organisation/people.h"

enum { KEY_MOST = 40, MAIL_MOST = 254, WHY_MOST = 300 };

/* The department of the code, which must exist on the day, or have existed. */
static bool
place_find(struct db *db, const struct act_run *w, const char *code, struct department *d, struct err *e)
{
	if (!department_find(db, w->arena, code, w->by.day, d, e))
		return false;
	return (w->by.day >= d->valid_from && (d->valid_to == 0 || w->by.day <= d->valid_to)) ||
	       err_set(e, ERR_INPUT, _("%s did not exist on %s"), d->name, w->values[0]);
}

/* Nobody gets a post after the last day; ERR_CONFLICT. */
static bool
person_there(struct db *db, const struct act_run *w, struct err *e)
{
	struct person p;
	if (!person_find(db, w->arena, w->subject_id, &p, e))
		return false;
	return p.left_day == 0 || w->by.day <= p.left_day ||
	       err_set(e, ERR_CONFLICT, _("%s has left; who comes back is entered by the roster"), p.name);
}

static bool
work_transfer(struct db *db, struct act_run *w, struct err *e)
{
	struct department d;
	return person_there(db, w, e) && place_find(db, w, w->values[1], &d, e) &&
	       post_change(db, w->subject_id, d.id, w->values[2], w->by.day, e);
}

static bool
work_further(struct db *db, struct act_run *w, struct err *e)
{
	struct department d;
	return person_there(db, w, e) && place_find(db, w, w->values[1], &d, e) &&
	       post_add(db, w->subject_id, d.id, w->values[2], w->by.day, e);
}

static bool
work_further_end(struct db *db, struct act_run *w, struct err *e)
{
	struct department d;
	return department_find(db, w->arena, w->values[1], w->by.day, &d, e) &&
	       post_end(db, w->subject_id, d.id, w->by.day + 1, e);
}

static bool
work_absent(struct db *db, struct act_run *w, struct err *e)
{
	const struct absence absence = {w->days[0], w->days[1], w->values[2]};
	return absence_save(db, w->subject_id, &absence, e);
}

static bool
work_present(struct db *db, struct act_run *w, struct err *e)
{
	return absence_drop(db, w->subject_id, w->by.day, e);
}

static bool
work_leave(struct db *db, struct act_run *w, struct err *e)
{
	return person_leave(db, w->subject_id, w->by.day, w->by.now, e);
}

static bool
work_ask(struct db *db, struct act_run *w, struct err *e)
{
	const struct latecomer late = {w->subject_id, w->by.account_id, w->by.now, w->bank};
	return latecomer_ask(db, w->arena, &late, e);
}

static bool
work_mail(struct db *db, struct act_run *w, struct err *e)
{
	struct person p;
	const char *at = strchr(w->values[0], '@');
	if (w->values[0][0] != '\0' && (at == NULL || at == w->values[0] || at[1] == '\0' ||
					       strpbrk(w->values[0], " \t<>,") != NULL))
		return err_set(e, ERR_INPUT, _("%s is not a mail address"), w->values[0]);
	if (!person_find(db, w->arena, w->subject_id, &p, e))
		return false;
	p.mail = w->values[0];
	return person_save(db, &p, e);
}

#define CODE                                                                                                 \
	{                                                                                                    \
		"department", N_("Department code"), ACT_DEPARTMENT, true, KEY_MOST                          \
	}
#define TITLE                                                                                                \
	{                                                                                                    \
		"title", N_("Title of the post"), ACT_LINE, false, 0                                         \
	}

static const struct act list[] = {
	{"transfer", N_("Transfer (main post)"), N_("The main post changes from that day on."),
		"post_changed", work_transfer, {{"on", N_("From"), ACT_PAST, true, 0}, CODE, TITLE}},
	{"further", N_("Add a further post"), N_("Held beside the main post."), "post_added", work_further,
		{{"on", N_("From"), ACT_PAST, true, 0}, CODE, TITLE}},
	{"further-end", N_("End a further post"), N_("The main post is not ended here."), "post_ended",
		work_further_end, {{"on", N_("Last day"), ACT_PAST, true, 0}, CODE}},
	{"absence", N_("Enter an absence"),
		N_("Leave, parental leave, a long secondment. The same first day changes what was entered, "
		   "so "
		   "give it again with the last day when the absence ends."),
		"absence_saved", work_absent,
		{{"from", N_("First day"), ACT_DAY, true, 0},
			{"to", N_("Last day (empty: open)"), ACT_DAY, false, 0},
			{"reason", N_("Reason"), ACT_LINE, true, WHY_MOST}}},
	{"absence-drop", N_("Take an absence back"), N_("For one that was entered by mistake."),
		"absence_dropped", work_present, {{"from", N_("First day"), ACT_DAY, true, 0}}},
	{"leave", N_("Leave"), N_("All posts end on that day. Past answers stay."), "person_left", work_leave,
		{{"on", N_("Last day"), ACT_PAST, true, 0}}},
	{"ask", N_("Ask in the cycle under way"),
		N_("For whoever came after the base date: makes the sheets of the own that are missing. It cannot "
		   "be undone, but the sheets can be excluded."),
		"person_asked", work_ask, {{0}}},
	{"mail", N_("Change the mail address"), N_("Reminders go there; empty: none."), "mail_saved",
		work_mail, {{"mail", N_("Mail address"), ACT_LINE, false, MAIL_MOST}}},
};

const struct acts person_acts = {list, sizeof list / sizeof *list};
