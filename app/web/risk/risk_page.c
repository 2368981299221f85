#include "web/risk/risk_page.h"

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "web/scope.h"
#include "web/show.h"

enum { YEAR_LEAST = 1990, YEAR_MOST = 2200 };

int64_t
risk_manager(const struct call *c)
{
	return sees_every_department(c) ? 0 : c->account.id;
}

bool
risk_year(struct call *c, int *out, struct err *e)
{
	const char *field = http_field(c->http, "year"), *text = c->parts[0];
	if (text == NULL)
		text = field != NULL ? field : http_query(c->http, "year");
	int64_t year = fiscal_year_of(day_of_instant(c->now));
	if (text != NULL && *text != '\0' && !number_parse(text, YEAR_LEAST, YEAR_MOST, &year))
		return err_set(e, ERR_INPUT, _("a fiscal year is a number like 2026"));
	*out = (int)year;
	return true;
}

bool
risk_of_call(struct call *c, struct risk *out, struct err *e)
{
	int64_t id;
	return number_parse(c->parts[0], 1, INT64_MAX, &id)
		       ? risk_find(c->db, c->arena, id, risk_manager(c), out, e)
		       : err_set(e, ERR_ABSENT, _("there is no such risk assessment"));
}

static void
acceptance_fill(struct call *c, struct dict *row, const struct risk *r)
{
	if (r->treatment != RISK_ACCEPT)
		return;
	if (r->accepted_by == 0) {
		dict_show(row, "acceptance_waits");
		return;
	}
	struct dict *d = dict_add(row, "accepted");
	dict_set(d, "accepted_name", r->accepted_name);
	show_instant(d, c->arena, "accepted_at", r->accepted_at);
	show_day(d, c->arena, "accepted_until", r->accepted_until);
	if (r->accepted_until < day_of_instant(c->now))
		dict_show(d, "expired");
}

void
risk_fill(struct call *c, struct dict *row, const struct risk_words *w, const struct risk *r)
{
	const struct clause *threat = policy_find(store_bank(c->store)->policy, r->threat);
	enum risk_band band = risk_band_of(r->likelihood, r->loss);
	show_number(row, "risk_id", r->id);
	show_number(row, "value", r->likelihood * r->loss);
	show_number(row, "likelihood", r->likelihood);
	show_number(row, "loss", r->loss);
	dict_set(row, "likelihood_word", w->likelihood[r->likelihood - RISK_LEAST]);
	dict_set(row, "loss_word", w->loss[r->loss - RISK_LEAST]);
	dict_set(row, "band_word", w->bands[band]);
	dict_show(row, risk_band_key(band));
	dict_set(row, "asset", r->asset);
	dict_set(row, "threat", r->threat);
	dict_set(row, "threat_title", threat != NULL ? threat->title : "");
	dict_set(row, "asset_department", r->department_name);
	dict_set(row, "owner_name", r->owner_name);
	dict_set(row, "treatment_word", w->treatments[r->treatment]);
	dict_set(row, "grounds", r->grounds);
	dict_set(row, "measure", r->measure);
	acceptance_fill(c, row, r);
}

void
risk_fill_scale(struct dict *page, const struct risk_words *w)
{
	struct dict *d = dict_include(page, "scale", "risk_scale.tpl");
	for (int i = RISK_MOST; i >= RISK_LEAST; i--) {
		struct dict *row = dict_add(d, "step");
		show_number(row, "number", i);
		dict_set(row, "likelihood_word", w->likelihood[i - RISK_LEAST]);
		dict_set(row, "loss_word", w->loss[i - RISK_LEAST]);
	}
	for (int i = 0; i < RISK_BANDS; i++)
		dict_set(d, risk_band_key((enum risk_band)i), w->bands[i]);
}
