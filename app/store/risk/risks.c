#include "store/risk/risks.h"

#include <string.h>

#include "base/words.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/audit/findings.h"
#include "store/organisation/departments.h"
#include "store/organisation/managed.h"

#define RISKS                                                                                                \
	"SELECT r.id, r.year, r.department_id, d.key, t.name, r.asset, r.entry_id, coalesce(n.kind, ''),"    \
	" coalesce(n.key, ''), r.threat, r.likelihood, r.loss, r.grounds, r.measure, r.owner_id,"            \
	" r.owner_name, p.number, r.treatment, r.accepted_by, r.accepted_name, r.accepted_at,"               \
	" r.accepted_until, r.copied_from, r.revision FROM risk r JOIN department d"                         \
	" ON d.id = r.department_id" TERM_LATEST(                                                            \
		"t", "d.id") " JOIN person p ON p.id = r.owner_id LEFT JOIN entry n ON n.id = r.entry_id "
#define OF_MANAGER "($1 = 0 OR r.department_id IN (SELECT department_id FROM led))"

static void
risk_read(struct rows *r, struct arena *a, struct risk *out)
{
	*out = (struct risk){.id = row_int(r, 0),
		.year = (int)row_int(r, 1),
		.department_id = row_int(r, 2),
		.department_key = row_text(r, 3, a),
		.department_name = row_text(r, 4, a),
		.asset = row_text(r, 5, a),
		.entry_id = row_int(r, 6),
		.entry_kind = row_text(r, 7, a),
		.entry_key = row_text(r, 8, a),
		.threat = row_text(r, 9, a),
		.likelihood = (int)row_int(r, 10),
		.loss = (int)row_int(r, 11),
		.grounds = row_text(r, 12, a),
		.measure = row_text(r, 13, a),
		.owner_id = row_int(r, 14),
		.owner_name = row_text(r, 15, a),
		.owner_number = row_text(r, 16, a),
		.treatment = risk_treatment_of(row_peek(r, 17, NULL)),
		.accepted_by = row_int(r, 18),
		.accepted_name = row_text(r, 19, a),
		.accepted_at = row_int(r, 20),
		.accepted_until = (day_t)row_int(r, 21),
		.copied_from = row_int(r, 22),
		.revision = (int)row_int(r, 23)};
}

SQL(list_risks, "WITH RECURSIVE" LED("$1") " " RISKS "WHERE " OF_MANAGER " AND ($2 = 0 OR r.year = $2)"
					   " ORDER BY r.year DESC, r.likelihood * r.loss DESC, r.loss DESC,"
					   " d.key, r.asset, r.threat");

bool
risks_list(struct db *db, struct arena *a, const struct risk_filter *f, struct risk **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_risks, "ii", f->manager_id, (int64_t)f->year))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		risk_read(&r, a, &(*out)[(*count)++]);
	}
	return rows_end(&r, e);
}

SQL(find_risk_years, "SELECT coalesce(min(year), 0), coalesce(max(year), 0) FROM risk");

bool
risk_years(struct db *db, int *first, int *last, struct err *e)
{
	struct rows r;
	*first = *last = 0;
	if (!db_query(db, &r, e, find_risk_years, ""))
		return false;
	if (rows_next(&r)) {
		*first = (int)row_int(&r, 0);
		*last = (int)row_int(&r, 1);
	}
	return rows_end(&r, e);
}

SQL(find_risk, "WITH RECURSIVE" LED("$1") " " RISKS "WHERE " OF_MANAGER " AND r.id = $2");

bool
risk_find(struct db *db, struct arena *a, int64_t id, int64_t manager_id, struct risk *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_risk, "ii", manager_id, id))
		return false;
	bool found = rows_next(&r);
	if (found)
		risk_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such risk assessment"));
}

SQL(list_risk_changes, "SELECT revision, at, who, what, grounds, likelihood, loss, treatment, proposed, "
		       "points, clause, major,"
		       " minor, repeated FROM risk_change WHERE risk_id = $1 ORDER BY revision DESC");

bool
risk_changes(
	struct db *db, struct arena *a, int64_t id, struct risk_change **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_risk_changes, "i", id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct risk_change){.revision = (int)row_int(&r, 0),
			.at = row_int(&r, 1),
			.who = row_text(&r, 2, a),
			.what = row_text(&r, 3, a),
			.grounds = row_text(&r, 4, a),
			.likelihood = (int)row_int(&r, 5),
			.loss = (int)row_int(&r, 6),
			.treatment = risk_treatment_of(row_peek(&r, 7, NULL)),
			.proposal = {.likelihood = (int)row_int(&r, 8),
				.evidence = {.points = (int)row_int(&r, 9),
					.major = (int)row_int(&r, 11),
					.minor = (int)row_int(&r, 12),
					.repeated = row_int(&r, 13) != 0},
				.clause = row_text(&r, 10, a)}};
	}
	return rows_end(&r, e);
}

/* ---- what findings say ------------------------------------------------------------------------ */

static bool
item_bears(const struct bank *b, const char *id, const char *threat)
{
	for (size_t s = 0; s < b->count; s++) {
		const struct item *item = *id == '\0' ? NULL : questionnaire_find(b->sets[s], id);
		for (size_t i = 0; item != NULL && i < item->threat_count; i++)
			if (strcmp(item->threats[i]->key, threat) == 0)
				return true;
	}
	return false;
}

bool
risk_findings(struct db *db, struct arena *a, const struct bank *bank, int64_t department_id,
	const char *threat, int year, struct risk_evidence *out, struct err *e)
{
	const struct finding_filter f = {
		.department_id = department_id, .state = FINDING_STATES, .severity = SEVERITIES};
	struct finding *list;
	size_t count;
	if (!findings_list(db, a, &f, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct finding *x = &list[i];
		if (!finding_counts(x->state) || x->parent_id != 0 || x->year > year || x->year < year - 1 ||
			(strcmp(x->threat, threat) != 0 && !item_bears(bank, x->item, threat)))
			continue;
		out->major += x->severity == SEVERITY_MAJOR;
		out->minor += x->severity == SEVERITY_MINOR;
		out->repeated |= x->times > 1;
	}
	return true;
}
