#include "store/keep/audit_archive.h"

#include "store/keep/archive_rows.h"

/* ---- which ----------------------------------------------------------------------------------- */

#define AUDITS "(SELECT id FROM engagement WHERE year = $1)"
#define FINDINGS                                                                                             \
	"(SELECT f.id FROM finding f WHERE f.year = $1 OR f.id IN (SELECT l.finding_id FROM finding_line l"  \
	" WHERE l.engagement_id IN " AUDITS "))"
#define PLANS    "(SELECT id FROM audit_plan WHERE first_year = $1 AND last_year = $1)"
#define TARGETS  "(SELECT id FROM audit_plan_target WHERE plan_id IN " PLANS ")"
#define SAMPLES  "(SELECT id FROM line_sample WHERE engagement_id IN " AUDITS ")"
#define REQUESTS "(SELECT id FROM audit_request WHERE engagement_id IN " AUDITS ")"
#define ISSUED                                                                                               \
	"(SELECT d.id FROM document d WHERE (d.about = 'audit' AND d.about_id IN " AUDITS                    \
	") OR (d.about = 'finding' AND d.about_id IN " FINDINGS                                              \
	") OR (d.about = 'plan' AND d.about_id IN " PLANS ") OR (d.about = 'year' AND d.about_id = $1))"

/* ---- whom they name ---------------------------------------------------------------------------- */

#define BY(column, table, key, of) "SELECT " column " FROM " table " WHERE " key " IN " of
#define BY_AUDIT(column, table)    " UNION " BY(column, table, "engagement_id", AUDITS)
#define BY_FINDING(column, table)  " UNION " BY(column, table, "finding_id", FINDINGS)
#define BY_REQUEST(column, table)  " UNION " BY(column, table, "request_id", REQUESTS)
#define ACCOUNTS                                                                                             \
	"(" BY("created_by", "engagement", "id", AUDITS) BY_AUDIT("account_id", "engagement_move") BY_AUDIT( \
		"account_id", "engagement_member") BY_AUDIT("named_by",                                      \
		"engagement_member") BY_AUDIT("account_id", "engagement_leaver") BY_AUDIT("left_by",         \
		"engagement_leaver") BY_AUDIT("made_by", "engagement_line") BY_AUDIT("reviewed_by",          \
		"engagement_line") BY_AUDIT("account_id", "engagement_word") BY_AUDIT("fixed_by",            \
		"checklist") BY_AUDIT("account_id", "line_edition") BY_AUDIT("account_id",                   \
		"line_act") BY_AUDIT("added_by", "line_evidence") BY_AUDIT("removed_by",                     \
		"line_evidence") BY_AUDIT("account_id", "line_sample") BY_AUDIT("account_id",                \
		"independence_waiver") BY_AUDIT("asked_by", "independence_waiver") BY_AUDIT("decided_by",    \
		"independence_waiver") BY_AUDIT("account_id", "urgent_report") BY_AUDIT("acknowledged_by",   \
		"urgent_report") BY_AUDIT("asked_by", "audit_request") BY_REQUEST("account_id",              \
		"audit_request_move") BY_REQUEST("added_by", "audit_request_file") BY_REQUEST("removed_by",  \
		"audit_request_file") " UNION " BY("raised_by", "finding", "id", FINDINGS)                   \
		BY_FINDING("account_id", "finding_move") BY_FINDING("account_id", "finding_plan")            \
			BY_FINDING("account_id", "finding_report") BY_FINDING("account_id",                  \
				"finding_public") " UNION " BY("created_by", "audit_plan", "id",             \
				PLANS) " UNION " BY("account_id", "audit_plan_move", "plan_id", PLANS) ")"
#define PEOPLE                                                                                               \
	"(" BY("owner_id", "finding_plan", "finding_id", FINDINGS) BY_FINDING(                               \
		"person_id", "finding_reminder") BY_AUDIT("person_id",                                       \
		"audit_reminder") " UNION SELECT a.person_id FROM account a WHERE a.id IN " ACCOUNTS ")"
#define ENTRIES "(" BY("entry_id", "engagement", "id", AUDITS) ")"
#define DEPARTMENTS                                                                                          \
	"(" BY("department_id", "engagement", "id", AUDITS)                                                  \
		BY_AUDIT("department_id", "independence_waiver") " UNION " BY("department_id", "finding",    \
			"id", FINDINGS) " UNION " BY("department_id", "audit_plan_target", "plan_id",        \
			PLANS) " UNION " BY("department_id", "entry", "id", ENTRIES) ")"

SQL(take_departments, "SELECT x.* FROM department x WHERE id IN " DEPARTMENTS " ORDER BY 1");
SQL(take_terms,
	"SELECT department_id, valid_from, name, kind, ord, flags, flags_approver, flags_reason, approver,"
	" reason, set_at FROM department_term WHERE department_id IN " DEPARTMENTS " ORDER BY 1, 2");
SQL(take_people, "SELECT id, number, name, kind FROM person WHERE id IN " PEOPLE " ORDER BY 1");
SQL(take_accounts, "SELECT id, login, person_id, 0 AS roles, 0 AS active, created_at FROM account"
		   " WHERE id IN " ACCOUNTS " ORDER BY 1");
SQL(take_entries, "SELECT id, kind, key, name, department_id, valid_from, valid_to, '{}' AS fields FROM entry"
		  " WHERE id IN " ENTRIES " ORDER BY 1");

/* ---- the records ---------------------------------------------------------------------------------- */

#define TAKE(name, table, key, of, order)                                                                    \
	SQL(name, "SELECT x.* FROM " table " x WHERE x." key " IN " of " ORDER BY " order)
#define TAKE_AUDIT(name, table, order)   TAKE(name, table, "engagement_id", AUDITS, order)
#define TAKE_FINDING(name, table, order) TAKE(name, table, "finding_id", FINDINGS, order)

TAKE(take_audits, "engagement", "id", AUDITS, "1");
TAKE_AUDIT(take_moves, "engagement_move", "1");
TAKE_AUDIT(take_members, "engagement_member", "1, 2");
TAKE_AUDIT(take_leavers, "engagement_leaver", "1");
TAKE_AUDIT(take_words, "engagement_word", "1");
TAKE_AUDIT(take_drops, "engagement_drop", "1, 2");
TAKE_AUDIT(take_waivers, "independence_waiver", "1");
TAKE_AUDIT(take_audit_reminders, "audit_reminder", "1");
TAKE_AUDIT(take_urgent, "urgent_report", "1");
TAKE_AUDIT(take_checklists, "checklist", "1");
TAKE_AUDIT(take_lines, "engagement_line", "1, 2");
TAKE_AUDIT(take_line_editions, "line_edition", "1, 2, 3");
TAKE_AUDIT(take_line_acts, "line_act", "1");
TAKE_AUDIT(take_line_answers, "line_answer", "1, 2, 3");
TAKE_AUDIT(take_line_choices, "line_answer_choice", "1, 2, 3, 4");
TAKE_AUDIT(take_line_evidence, "line_evidence", "1");
TAKE_AUDIT(take_samples, "line_sample", "1");
TAKE(take_units, "line_sample_unit", "sample_id", SAMPLES, "1, 2");
TAKE_AUDIT(take_requests, "audit_request", "1");
TAKE(take_request_moves, "audit_request_move", "request_id", REQUESTS, "1");
TAKE(take_request_files, "audit_request_file", "request_id", REQUESTS, "1");
/* Of which one of another year it is the same, or was passed on from, is in the archive of that year. */
SQL(take_findings,
	"SELECT id, year, serial, department_id, title, severity, clause, threat, item, facts, criterion, "
	"cause,"
	" effect, proposal, state, due_day, raised_by, raised_at, confirmed_at, closed_at, CASE WHEN "
	"predecessor_id IN " FINDINGS
	" THEN predecessor_id END AS predecessor_id, times, CASE WHEN parent_id IN " FINDINGS
	" THEN parent_id END AS parent_id, revision FROM finding WHERE id IN " FINDINGS " ORDER BY 1");
SQL(take_finding_lines, "SELECT x.* FROM finding_line x WHERE x.finding_id IN " FINDINGS
			" AND x.engagement_id IN " AUDITS " ORDER BY 1");
TAKE_FINDING(take_finding_moves, "finding_move", "1");
TAKE_FINDING(take_finding_plans, "finding_plan", "1, 2");
TAKE_FINDING(take_finding_reports, "finding_report", "1, 2");
TAKE_FINDING(take_finding_public, "finding_public", "1");
TAKE_FINDING(take_finding_reminders, "finding_reminder", "1");
TAKE(take_plans, "audit_plan", "id", PLANS, "1");
TAKE(take_plan_moves, "audit_plan_move", "plan_id", PLANS, "1");
SQL(take_targets,
	"SELECT id, plan_id, edition, department_id, entry_id, ord, proposed, chosen, year, points, reason,"
	" changed_who, CASE WHEN engagement_id IN " AUDITS " THEN engagement_id END AS engagement_id"
	" FROM audit_plan_target WHERE plan_id IN " PLANS " ORDER BY 1");
TAKE(take_factors, "audit_plan_factor", "target_id", TARGETS, "1, 2");
TAKE(take_documents, "document", "id", ISSUED, "1");
TAKE(take_document_files, "document_file", "document_id", ISSUED, "1, 2");

/* Whatever is referred to stands before. */
static const struct archive_taking takings[] = {
	{"department", take_departments},
	{"department_term", take_terms},
	{"person", take_people},
	{"account", take_accounts},
	{"entry", take_entries},
	{"engagement", take_audits},
	{"engagement_move", take_moves},
	{"engagement_member", take_members},
	{"engagement_leaver", take_leavers},
	{"engagement_word", take_words},
	{"engagement_drop", take_drops},
	{"independence_waiver", take_waivers},
	{"urgent_report", take_urgent},
	{"checklist", take_checklists},
	{"engagement_line", take_lines},
	{"line_edition", take_line_editions},
	{"line_act", take_line_acts},
	{"line_answer", take_line_answers},
	{"line_answer_choice", take_line_choices},
	{"line_evidence", take_line_evidence},
	{"line_sample", take_samples},
	{"line_sample_unit", take_units},
	{"audit_request", take_requests},
	{"audit_request_move", take_request_moves},
	{"audit_request_file", take_request_files},
	{"audit_reminder", take_audit_reminders},
	{"finding", take_findings},
	{"finding_line", take_finding_lines},
	{"finding_move", take_finding_moves},
	{"finding_plan", take_finding_plans},
	{"finding_report", take_finding_reports},
	{"finding_public", take_finding_public},
	{"finding_reminder", take_finding_reminders},
	{"audit_plan", take_plans},
	{"audit_plan_move", take_plan_moves},
	{"audit_plan_target", take_targets},
	{"audit_plan_factor", take_factors},
	{"document", take_documents},
	{"document_file", take_document_files},
};

bool
audit_archive_rows(struct db *db, int year, struct buf *out, struct err *e)
{
	return archive_rows_take(db, year, takings, sizeof takings / sizeof *takings, out, e);
}

/* ---- how many ----------------------------------------------------------------------------------- */

SQL(count_archived_audits,
	"SELECT (SELECT count(*) FROM engagement WHERE year = $1),"
	" (SELECT count(*) FROM engagement_line WHERE engagement_id IN " AUDITS "),"
	" (SELECT count(*) FROM finding WHERE id IN " FINDINGS "),"
	" (SELECT count(*) FROM audit_plan WHERE id IN " PLANS "),"
	" (SELECT count(*) FROM document WHERE id IN " ISSUED "),"
	" (SELECT count(*) FROM line_evidence WHERE engagement_id IN " AUDITS "),"
	" (SELECT count(*) FROM engagement WHERE year = $1 AND state NOT IN ('completed', 'cancelled'))"
	" + (SELECT count(*) FROM finding WHERE id IN " FINDINGS " AND state NOT IN ('closed', 'withdrawn')),"
	" (SELECT coalesce(max(at), 0) FROM (SELECT at FROM engagement_move WHERE engagement_id IN " AUDITS
	" UNION ALL SELECT at FROM finding_move WHERE finding_id IN " FINDINGS ") m)");

bool
audit_archive_count(struct db *db, int year, struct audit_archive_counts *out, struct err *e)
{
	struct rows r;
	*out = (struct audit_archive_counts){0};
	if (!db_query(db, &r, e, count_archived_audits, "i", (int64_t)year))
		return false;
	if (rows_next(&r))
		*out = (struct audit_archive_counts){.audits = row_int(&r, 0),
			.lines = row_int(&r, 1),
			.findings = row_int(&r, 2),
			.plans = row_int(&r, 3),
			.documents = row_int(&r, 4),
			.evidence = row_int(&r, 5),
			.open = row_int(&r, 6),
			.last = row_int(&r, 7)};
	return rows_end(&r, e);
}

/* ---- the files ---------------------------------------------------------------------------------- */

static bool
parts_read(struct db *db, struct arena *a, const char *sql, int64_t year, struct archive_part **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, sql, "i", year))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] =
			(struct archive_part){.name = row_text(&r, 0, a), .digest = row_text(&r, 1, a)};
	}
	return rows_end(&r, e);
}

SQL(archived_papers,
	"SELECT 'documents/' || d.year || '-' || substr('000' || d.number, -4) || '-' || d.edition || '-' || "
	"d.recipe"
	" || '-' || d.readers || '-' || d.about || d.about_id || '-' || coalesce(p.key, 'body') || '.' || "
	"f.format,"
	" f.digest FROM document d JOIN document_file f ON f.document_id = d.id LEFT JOIN department p"
	" ON p.id = d.department_id WHERE d.id IN " ISSUED " ORDER BY 1");

bool
audit_archive_documents(
	struct db *db, struct arena *a, int64_t year, struct archive_part **out, size_t *count, struct err *e)
{
	return parts_read(db, a, archived_papers, year, out, count, e);
}

SQL(archived_proofs, "SELECT 'evidence/' || digest || '.' || kind, digest FROM line_evidence WHERE digest <> "
		     "'' AND engagement_id IN " AUDITS
		     " UNION SELECT 'evidence/' || list_digest || '.list', list_digest FROM line_sample WHERE"
		     " list_digest IS NOT NULL AND list_digest <> '' AND engagement_id IN " AUDITS
		     " UNION SELECT 'evidence/' || digest || '.' || kind, digest FROM audit_request_file "
		     "WHERE request_id IN " REQUESTS " ORDER BY 1");

bool
audit_archive_evidence(
	struct db *db, struct arena *a, int64_t year, struct archive_part **out, size_t *count, struct err *e)
{
	return parts_read(db, a, archived_proofs, year, out, count, e);
}

SQL(archived_issued, "SELECT id FROM document WHERE id IN " ISSUED " ORDER BY id");

bool
audit_archive_issued(struct db *db, struct arena *a, int year, int64_t **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, archived_issued, "i", (int64_t)year))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = row_int(&r, 0);
	}
	return rows_end(&r, e);
}
