/* What is done with risks: judged, judged anew, accepted. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "report/risk_proposal.h"
#include "store/organisation/departments.h"
#include "store/organisation/people.h"
#include "store/register/registers.h"
#include "web/form.h"
#include "web/risk/risk_page.h"

struct saving {
	struct risk_act act;
	struct risk risk;
	struct risk_proposal proposal;
	day_t until;
	const char *grounds;
};

static void
after(struct call *c, const struct err *failed, const char *done)
{
	struct saving *w = c->state;
	bool refusal = failed != NULL && (failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT ||
						 failed->kind == ERR_DENIED);
	if (failed == NULL)
		page_redirect(c, "/risks/%lld?done=%s", (long long)w->risk.id, done);
	else if (!refusal)
		page_error(c, failed);
	else if (c->parts[0] != NULL)
		risk_show(c, failed);
	else
		risk_show_new(c, failed);
}

static void
after_save(struct call *c, const struct err *failed)
{
	after(c, failed, "saved");
}

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	struct saving *w = p->with;
	return risk_save(db, &w->act, &w->risk, &w->proposal, e);
}

static struct saving *
saving_begin(struct call *c)
{
	struct saving *w = ARENA_NEW(c->arena, struct saving);
	w->act = (struct risk_act){c->arena, store_bank(c->store)->policy, c->account.id, c->now};
	c->state = w;
	return w;
}

static bool
number_typed(struct call *c, const char *name, int64_t least, int *out, struct err *e)
{
	int64_t number;
	if (!number_parse(form_text(c, name), least, INT32_MAX, &number))
		return err_set(
			e, ERR_INPUT, _("choose likelihood and loss, from %d to %d"), RISK_LEAST, RISK_MOST);
	*out = (int)number;
	return true;
}

/* Who is not in the roster gets the same answer as nobody. */
static bool
owner_read(struct call *c, struct risk *r, struct err *e)
{
	struct person owner;
	struct err absent = {0};
	const char *number = form_text(c, "owner");
	if (*number == '\0')
		return true;
	if (person_by_number(c->db, c->arena, number, &owner, &absent)) {
		r->owner_id = owner.id;
		r->owner_name = owner.name;
	}
	return absent.kind == ERR_NONE || absent.kind == ERR_ABSENT ||
	       err_set(e, absent.kind, "%s", absent.text);
}

static bool
judgement_read(struct call *c, struct risk *r, struct err *e)
{
	r->grounds = form_lines(c->arena, form_text(c, "grounds"));
	r->measure = form_lines(c->arena, form_text(c, "measure"));
	r->treatment = risk_treatment_of(form_text(c, "treatment"));
	return number_typed(c, "likelihood", RISK_LEAST, &r->likelihood, e) &&
	       number_typed(c, "loss", RISK_LEAST, &r->loss, e) && owner_read(c, r, e);
}

/* Of a register, or by hand with the department's code; an entry's owner answers unless somebody is named. */
static bool
entry_read(struct call *c, struct risk *r, struct err *e)
{
	const char *text = form_text(c, "entry"), *slash = strchr(text, '/');
	const struct register_kind *kind =
		slash == NULL ? NULL
			      : register_find(store_bank(c->store)->registers,
					arena_strndup(c->arena, text, (size_t)(slash - text)));
	struct entry x;
	if (kind == NULL || kind->confidential)
		return err_set(e, ERR_INPUT, _("choose an entry of a register, or write the asset"));
	if (!entry_find(c->db, c->arena, kind, slash + 1, &x, e))
		return false;
	r->entry_id = x.id;
	r->asset = x.texts[FIELD_NAME];
	r->department_id = x.department_id;
	if (r->owner_id == 0) {
		r->owner_id = x.owner_id;
		r->owner_name = x.owner_name;
	}
	return true;
}

static bool
asset_read(struct call *c, struct risk *r, struct err *e)
{
	struct department d;
	r->asset = form_text(c, "asset");
	if (*form_text(c, "entry") != '\0')
		return entry_read(c, r, e);
	if (!department_find(c->db, c->arena, form_text(c, "department"), day_of_instant(c->now), &d, e))
		return err_set(e, e->kind == ERR_ABSENT ? ERR_INPUT : e->kind, "%s",
			_("there is no department with this code"));
	r->department_id = d.id;
	return true;
}

/* What is proposed is worked out from what is decided; one that is refused may name no department. */
static void
save(struct call *c, struct saving *w, bool read, struct err *e)
{
	if (read && w->risk.likelihood <= RISK_MOST)
		read = risk_proposal_make(c->store, c->arena, &w->risk, &w->proposal, e);
	if (read)
		web_write(c, save_work, w, after_save);
	else
		after_save(c, e);
}

void
page_risk_add(struct call *c)
{
	static const char *const names[] = {"year", "entry", "asset", "department", "threat", "likelihood",
		"loss", "grounds", "owner", "treatment", "measure", NULL};
	struct err e = {0};
	struct saving *w = saving_begin(c);
	w->risk.threat = form_text(c, "threat");
	bool read = form_check(c, names, &e) && risk_year(c, &w->risk.year, &e) &&
		    judgement_read(c, &w->risk, &e) && asset_read(c, &w->risk, &e);
	save(c, w, read, &e);
}

void
page_risk_save(struct call *c)
{
	static const char *const names[] = {
		"revision", "likelihood", "loss", "grounds", "owner", "treatment", "measure", NULL};
	struct err e = {0};
	struct saving *w = saving_begin(c);
	bool read = form_check(c, names, &e) && risk_of_call(c, &w->risk, &e) &&
		    number_typed(c, "revision", 1, &w->risk.revision, &e);
	w->risk.owner_id = 0;
	save(c, w, read && judgement_read(c, &w->risk, &e), &e);
}

/* ---- accepting ------------------------------------------------------------------------------------- */

static void
after_accept(struct call *c, const struct err *failed)
{
	after(c, failed, "accepted");
}

static bool
accept_work(struct db *db, struct piece *p, struct err *e)
{
	struct saving *w = p->with;
	return risk_accept(db, &w->act, w->risk.id, w->risk.revision, w->until, w->grounds, e);
}

void
page_risk_accept(struct call *c)
{
	static const char *const names[] = {"revision", "until", "reason", NULL};
	struct err e = {0};
	struct saving *w = saving_begin(c);
	const char *until = form_text(c, "until");
	w->grounds = form_lines(c->arena, form_text(c, "reason"));
	if (!form_check(c, names, &e) || !risk_of_call(c, &w->risk, &e) ||
		!number_typed(c, "revision", 1, &w->risk.revision, &e))
		page_error(c, &e);
	else if (*until != '\0' && !day_parse(until, &w->until)) {
		err_set(&e, ERR_INPUT, _("%s is not a day"), until);
		after_accept(c, &e);
	} else
		web_write(c, accept_work, w, after_accept);
}
