#include "store/risk/reviews.h"

#include <string.h>

#include "base/fits.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/organisation/account.h"

static const char *const causes[REVIEW_CAUSES] = {"results", "change", "both"};
static const char *const links[REVIEW_LINKS] = {"finding", "risk", "edition"};

const char *
review_cause_key(enum review_cause c)
{
	return causes[c];
}

enum review_cause
review_cause_of(const char *key)
{
	int c = 0;
	while (c < REVIEW_CAUSES && strcmp(causes[c], key) != 0)
		c++;
	return (enum review_cause)c;
}

/* ---- what there is ------------------------------------------------------------------------------ */

#define REVIEWS                                                                                              \
	"SELECT id, year, cause, occasion, weighed, revise, decision, decided_by, decided_day, who, at"      \
	" FROM policy_review "

static struct review
review_read(struct rows *r, struct arena *a)
{
	return (struct review){.id = row_int(r, 0),
		.year = (int)row_int(r, 1),
		.cause = review_cause_of(row_peek(r, 2, NULL)),
		.occasion = row_text(r, 3, a),
		.weighed = row_text(r, 4, a),
		.revise = row_int(r, 5) != 0,
		.decision = row_text(r, 6, a),
		.decided_by = row_text(r, 7, a),
		.decided_day = (day_t)row_int(r, 8),
		.who = row_text(r, 9, a),
		.at = row_int(r, 10)};
}

SQL(list_reviews, REVIEWS "ORDER BY decided_day DESC, id DESC");

bool
reviews_list(struct db *db, struct arena *a, struct review **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_reviews, ""))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = review_read(&r, a);
	}
	return rows_end(&r, e);
}

SQL(find_review, REVIEWS "WHERE id = $1");
SQL(list_review_links,
	"SELECT target_id FROM policy_review_link WHERE review_id = $1 AND kind = $2 ORDER BY target_id");

static bool
links_read(struct db *db, struct arena *a, struct review *out, struct err *e)
{
	for (size_t i = 0; i < REVIEW_LINKS; i++) {
		struct rows r;
		if (!db_query(db, &r, e, list_review_links, "is", out->id, links[i]))
			return false;
		while (rows_next(&r)) {
			out->links[i] = ARENA_PUSH(a, out->links[i], out->link_counts[i]);
			out->links[i][out->link_counts[i]++] = row_int(&r, 0);
		}
		if (!rows_end(&r, e))
			return false;
	}
	return true;
}

bool
review_find(struct db *db, struct arena *a, int64_t id, struct review *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_review, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = review_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found ? links_read(db, a, out, e)
		     : err_set(e, ERR_ABSENT, _("there is no such record of a review"));
}

/* ---- a new one ---------------------------------------------------------------------------------- */

static bool
review_fits(const struct review *r, instant_t now, struct err *e)
{
	if (r->cause >= REVIEW_CAUSES)
		return err_set(e, ERR_INPUT, _("choose what gave occasion to the review"));
	if (r->decided_day == 0 || r->decided_day > day_of_instant(now))
		return err_set(e, ERR_INPUT, _("give the day of the decision; it is not in the future"));
	return lines_fit(r->occasion, _("occasion"), REVIEW_TEXT_MOST, true, e) &&
	       lines_fit(r->weighed, _("what was weighed"), REVIEW_TEXT_MOST, true, e) &&
	       lines_fit(r->decision, _("decision"), REVIEW_TEXT_MOST, true, e) &&
	       line_fits(r->decided_by, _("who decided"), REVIEW_NAME_MOST, true, e);
}

SQL(finding_is_there, "SELECT 1 FROM finding WHERE id = $1");
SQL(assessment_is_there, "SELECT 1 FROM risk WHERE id = $1");
SQL(edition_is_there, "SELECT 1 FROM policy_edition WHERE id = $1");
SQL(insert_review_link, "INSERT INTO policy_review_link (review_id, kind, target_id) VALUES ($1, $2, $3)"
			" ON CONFLICT (review_id, kind, target_id) DO NOTHING");

static bool
link_add(struct db *db, int64_t review_id, enum review_link kind, int64_t target, struct err *e)
{
	const char *const queries[REVIEW_LINKS] = {finding_is_there, assessment_is_there, edition_is_there};
	struct rows r;
	if (!db_query(db, &r, e, queries[kind], "i", target))
		return false;
	bool there = rows_next(&r);
	if (!rows_end(&r, e))
		return false;
	if (!there)
		return err_set(e, ERR_INPUT, _("what the review is to name is not there any more"));
	return db_exec(db, e, insert_review_link, "isi", review_id, links[kind], target);
}

SQL(insert_review, "INSERT INTO policy_review (year, cause, occasion, weighed, revise, decision, decided_by,"
		   " decided_day, account_id, who, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		   " RETURNING id");

static bool
review_insert(struct db *db, struct review *r, int64_t account_id, instant_t now, struct err *e)
{
	struct rows q;
	r->year = fiscal_year_of(r->decided_day);
	if (!db_query(db, &q, e, insert_review, "isssissiisi", (int64_t)r->year, causes[r->cause],
		    r->occasion, r->weighed, (int64_t)r->revise, r->decision, r->decided_by,
		    (int64_t)r->decided_day, account_id, r->who, now))
		return false;
	if (rows_next(&q))
		r->id = row_int(&q, 0);
	return rows_end(&q, e);
}

bool
review_add(struct db *db, struct arena *a, struct review *r, int64_t account_id, instant_t now, struct err *e)
{
	struct account who;
	if (!review_fits(r, now, e) || !account_find(db, a, account_id, &who, e))
		return false;
	r->who = who.name;
	if (!review_insert(db, r, account_id, now, e))
		return false;
	for (int k = 0; k < REVIEW_LINKS; k++)
		for (size_t i = 0; i < r->link_counts[k]; i++)
			if (!link_add(db, r->id, (enum review_link)k, r->links[k][i], e))
				return false;
	return event_add(
		db, now, account_id, "policy_reviewed", arena_printf(a, "%d", r->year), r->decision, e);
}
