#include "store/keep/disposal_run.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/event_chain.h"
#include "store/figure/summary_digest.h"
#include "store/keep/audit_rows.h"
#include "store/keep/policy_rows.h"
#include "store/keep/record_tables.h"

static bool
part_of(const struct disposal *d, const char *kind)
{
	for (size_t i = 0; i < d->part_count; i++)
		if (strcmp(d->parts[i].kind, kind) == 0)
			return true;
	return false;
}

static instant_t
year_begins(const struct disposal *d)
{
	return instant_of_day(fiscal_year_first(d->subject.year));
}

static instant_t
year_ends(const struct disposal *d)
{
	return instant_of_day(fiscal_year_last(d->subject.year) + 1);
}

/* ---- beginning ------------------------------------------------------------------------ */

#define LIST_FILES                                                                                           \
	"INSERT INTO disposal_file (disposal_id, digest, size, state) SELECT DISTINCT $1, x.digest, 0, "     \
	"'listed' FROM "
#define ONCE " ON CONFLICT (disposal_id, digest) DO NOTHING"
SQL(list_evidence_files,
	LIST_FILES "attachment x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = $2" ONCE);
SQL(list_issued_files,
	LIST_FILES "document_file x JOIN document d ON d.id = x.document_id WHERE d.cycle_id = $2" ONCE);
SQL(list_archive_files, LIST_FILES "archive x WHERE x.cycle_id = $2 AND x.digest IS NOT NULL" ONCE);
#define ABOUT "substr(x.given, 1, length($2)) = $2"
SQL(list_cycle_results, LIST_FILES "job x WHERE " ABOUT " AND x.digest IS NOT NULL" ONCE);
#define OF_YEAR "x.created_at >= $2 AND x.created_at < $3 AND x.state NOT IN ('queued', 'running')"
SQL(list_year_results, LIST_FILES "job x WHERE " OF_YEAR " AND x.digest IS NOT NULL" ONCE);
SQL(list_year_inputs, "INSERT INTO disposal_file (disposal_id, digest, size, state)"
		      " SELECT DISTINCT $1, x.input, 0, 'listed' FROM job x WHERE " OF_YEAR
		      " AND x.input IS NOT NULL" ONCE);
SQL(drop_cycle_results,
	"UPDATE job SET digest = NULL, filename = NULL WHERE substr(given, 1, length($1)) = $1");
SQL(drop_archive_files, "UPDATE archive SET digest = NULL WHERE cycle_id = $1");

#define OF_PAPERS(papers) LIST_FILES "document_file x WHERE x.document_id IN (" papers ")" ONCE
#define PAPERS(about, going)                                                                                 \
	OF_PAPERS("SELECT d.id FROM document d WHERE d.about = '" about "' AND d.about_id IN (" going ")")
#define OF_AUDITS "IN (" AUDITS_GOING("$2", "$3") ")"
SQL(list_finding_files, PAPERS("finding", FINDINGS_GOING("$2", "$3")));
SQL(list_audit_files, PAPERS("audit", AUDITS_GOING("$2", "$3")));
SQL(list_plan_files, PAPERS("plan", PLANS_GOING("$2", "$3")));
SQL(list_annual_files, OF_PAPERS("SELECT d.id " YEAR_PAPERS("$2", "$3", " AND NOT n.id " OF_AUDITS)));
SQL(list_audit_evidence,
	LIST_FILES "line_evidence x WHERE x.digest <> '' AND x.engagement_id " OF_AUDITS ONCE);
SQL(list_populations, "INSERT INTO disposal_file (disposal_id, digest, size, state)"
		      " SELECT DISTINCT $1, x.list_digest, 0, 'listed' FROM line_sample x"
		      " WHERE x.engagement_id " OF_AUDITS ONCE);
SQL(list_request_files, LIST_FILES "audit_request_file x JOIN audit_request q ON q.id = x.request_id"
				   " WHERE q.engagement_id " OF_AUDITS ONCE);
SQL(list_policy_files, LIST_FILES "policy_edition x WHERE x.id IN (" POLICIES_GOING("$2", "$3") ")" ONCE);
SQL(list_standard_files, LIST_FILES "standard_edition x WHERE x.id IN (" STANDARDS_GOING("$2", "$3") ")" ONCE);
SQL(list_revision_files, PAPERS("revision", POLICIES_GOING("$2", "$3")));
SQL(list_risk_files,
	OF_PAPERS("SELECT d.id " RISK_PAPERS("$2", "$3", " AND n.id NOT IN (" RISKS_GOING("$2", "$3") ")")));
SQL(list_risks_going, "INSERT INTO disposal_record (disposal_id, kind, record_id, year, serial)"
		      " SELECT $1, 'policy', y.id, y.year, 0 FROM risk y WHERE y.id IN ("
		      RISKS_GOING("$2", "$3") ")");
#define LIST_RECORDS(kind, table, going)                                                                     \
	"INSERT INTO disposal_record (disposal_id, kind, record_id, year, serial)"                           \
	" SELECT $1, '" kind "', x.id, x.year, x.serial FROM " table " x WHERE x.id IN (" going ")"
SQL(list_findings_going, LIST_RECORDS("findings", "finding", FINDINGS_GOING("$2", "$3")));
SQL(list_audits_going, LIST_RECORDS("audits", "engagement", AUDITS_GOING("$2", "$3")));

static bool
year_list(struct db *db, const struct disposal *d, struct err *e)
{
	const struct {
		const char *kind, *sql;
	} rows[] = {{"jobs", list_year_results}, {"jobs", list_year_inputs}, {"findings", list_finding_files},
		{"audits", list_audit_files}, {"audits", list_plan_files}, {"audits", list_annual_files},
		{"audits", list_audit_evidence}, {"audits", list_populations}, {"audits", list_request_files},
		{"policy", list_policy_files}, {"policy", list_standard_files}, {"policy", list_revision_files},
		{"policy", list_risk_files}, {"findings", list_findings_going}, {"audits", list_audits_going},
		{"policy", list_risks_going}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (part_of(d, rows[i].kind) &&
			!db_exec(db, e, rows[i].sql, "iii", d->id, year_begins(d), year_ends(d)))
			return false;
	return true;
}

static bool
files_list(struct db *db, struct arena *a, const struct disposal *d, struct err *e)
{
	int64_t cycle = d->subject.cycle_id;
	if (cycle == 0)
		return year_list(db, d, e);
	const char *about = arena_printf(a, "cycle=%lld ", (long long)cycle);
	return (!part_of(d, "evidence") || db_exec(db, e, list_evidence_files, "ii", d->id, cycle)) &&
	       (!part_of(d, "documents") || db_exec(db, e, list_issued_files, "ii", d->id, cycle)) &&
	       db_exec(db, e, list_archive_files, "ii", d->id, cycle) &&
	       db_exec(db, e, list_cycle_results, "is", d->id, about) &&
	       db_exec(db, e, drop_cycle_results, "s", about) &&
	       db_exec(db, e, drop_archive_files, "i", cycle);
}

/* What figures say of themselves must not change with the sheets: that they are of posts. */
SQL(keep_by_post, "INSERT INTO cycle_setting (cycle_id, key, value) SELECT DISTINCT s.cycle_id,"
		  " 'by_post ' || s.set_key, '1' FROM sheet_department x JOIN sheet s ON s.id = x.sheet_id"
		  " WHERE s.cycle_id = $1 AND s.excluded_at IS NULL ON CONFLICT (cycle_id, key) DO NOTHING");
SQL(keep_figures, "UPDATE disposal SET figures = $2 WHERE id = $1");

static bool
figures_keep(struct db *db, const struct disposal *d, struct err *e)
{
	char digest[DIGEST_SIZE];
	return !part_of(d, "sheets") || (summary_digest(db, d->subject.cycle_id, digest, e) &&
						db_exec(db, e, keep_figures, "is", d->id, digest) &&
						db_exec(db, e, keep_by_post, "i", d->subject.cycle_id));
}

SQL(keep_log_head, "UPDATE disposal SET log_last = $2, log_head = $3 WHERE id = $1");

static bool
log_keep(struct db *db, const struct disposal *d, struct err *e)
{
	struct event_mark mark = {0};
	int64_t events;
	if (!part_of(d, "events"))
		return true;
	if (!event_chain_cut(db, year_ends(d), &mark.last, e))
		return false;
	if (mark.last == 0)
		return err_set(e, ERR_CONFLICT,
			_("an event of a later year stands before those of this one, so the log cannot be "
			  "cut off "
			  "there"));
	return event_chain_read(db, &mark, 1, &events, e) &&
	       db_exec(db, e, keep_log_head, "iis", d->id, mark.last, mark.digest);
}

SQL(begin_disposal,
	"UPDATE disposal SET state = 'running', begun_at = $2, executed_by = $3, executor ="
	" (SELECT coalesce(p.name, a.login) FROM account a LEFT JOIN person p ON p.id = a.person_id"
	" WHERE a.id = $3) WHERE id = $1");

bool
disposal_begin(struct db *db, struct arena *a, int64_t id, int64_t account_id, instant_t now, struct err *e)
{
	struct disposal d;
	if (!disposal_find(db, a, id, &d, e))
		return false;
	if (d.state == DISPOSAL_RUNNING)
		return true;
	if (d.state != DISPOSAL_APPROVED)
		return err_set(e, ERR_CONFLICT, _("only what was approved is carried out"));
	return disposal_fits(db, a, &d, day_of_instant(now), e) && figures_keep(db, &d, e) &&
	       files_list(db, a, &d, e) && log_keep(db, &d, e) &&
	       db_exec(db, e, begin_disposal, "iii", id, now, account_id) &&
	       disposal_log(db, a, id, "disposal_begun", account_id, now, e);
}

/* ---- rows --------------------------------------------------------------------------------- */

SQL(count_removed,
	"INSERT INTO disposal_count (disposal_id, kind, what, rows) VALUES ($1, $2, $3, $4)"
	" ON CONFLICT (disposal_id, kind, what) DO UPDATE SET rows = disposal_count.rows + excluded.rows");

static bool
table_step(struct db *db, const struct disposal *d, const struct record_table *t, int most, bool *more,
	struct err *e)
{
	int64_t from = d->subject.cycle_id, to = 0;
	if (strcmp(t->kind, "events") == 0)
		from = d->log_last;
	else if (from == 0) {
		from = year_begins(d);
		to = year_ends(d);
	}
	if (!db_exec(db, e, t->remove, "iii", from, to, (int64_t)most))
		return false;
	int64_t rows = db_changes(db);
	*more = *more || rows > 0;
	return rows == 0 || db_exec(db, e, count_removed, "issi", d->id, t->kind, t->what, rows);
}

/* A kind at a time: its tables go together, some rows of each. */
bool
disposal_step(struct db *db, struct arena *a, int64_t id, int most, bool *more, struct err *e)
{
	struct disposal d;
	*more = false;
	if (!disposal_find(db, a, id, &d, e))
		return false;
	for (size_t i = 0; i < record_table_count; i++) {
		bool begins = i == 0 || strcmp(record_tables[i].kind, record_tables[i - 1].kind) != 0;
		if (begins && *more)
			return true;
		if (part_of(&d, record_tables[i].kind) &&
			!table_step(db, &d, &record_tables[i], most, more, e))
			return false;
	}
	return true;
}

/* ---- files -------------------------------------------------------------------------------- */

SQL(next_file, "SELECT digest, state, size FROM disposal_file WHERE disposal_id = $1 AND state = 'listed'"
	       " ORDER BY digest LIMIT 1");

bool
disposal_file_next(
	struct db *db, struct arena *a, int64_t id, struct disposal_file *out, bool *found, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, next_file, "i", id))
		return false;
	*found = rows_next(&r);
	if (*found)
		*out = (struct disposal_file){row_text(&r, 0, a), row_text(&r, 1, a), row_int(&r, 2)};
	return rows_end(&r, e);
}

SQL(names_of_file, "SELECT EXISTS (SELECT 1 FROM attachment WHERE digest = $1)"
		   " OR EXISTS (SELECT 1 FROM document_file WHERE digest = $1)"
		   " OR EXISTS (SELECT 1 FROM job WHERE digest = $1 OR input = $1)"
		   " OR EXISTS (SELECT 1 FROM archive WHERE digest = $1)"
		   " OR EXISTS (SELECT 1 FROM audit_request_file WHERE digest = $1)"
		   " OR EXISTS (SELECT 1 FROM line_evidence WHERE digest = $1)"
		   " OR EXISTS (SELECT 1 FROM line_sample WHERE list_digest = $1)"
		   " OR EXISTS (SELECT 1 FROM policy_edition WHERE digest = $1)"
		   " OR EXISTS (SELECT 1 FROM standard_edition WHERE digest = $1)");

bool
file_named(struct db *db, const char *digest, bool *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, names_of_file, "s", digest))
		return false;
	*out = rows_next(&r) && row_int(&r, 0) != 0;
	return rows_end(&r, e);
}

SQL(settle_file, "UPDATE disposal_file SET state = $3, size = $4 WHERE disposal_id = $1 AND digest = $2");

bool
disposal_file_settle(struct db *db, int64_t id, const struct disposal_file *f, struct err *e)
{
	return db_exec(db, e, settle_file, "issi", id, f->digest, f->state, f->size);
}

/* ---- the end ------------------------------------------------------------------------------- */

SQL(end_disposal, "UPDATE disposal SET state = 'done', done_at = $2 WHERE id = $1 AND state = 'running'");

bool
disposal_finish(struct db *db, struct arena *a, int64_t id, int64_t account_id, instant_t now, struct err *e)
{
	if (!db_exec(db, e, end_disposal, "ii", id, now))
		return false;
	return db_changes(db) == 0 || disposal_log(db, a, id, "disposal_done", account_id, now, e);
}
