#include "store/keep/record_tables.h"

#include "db/db.h"
#include "store/keep/audit_rows.h"
#include "store/keep/policy_rows.h"

#define OF_CYCLE "cycle_id = $1 AND $2 = 0"

/* The next sheets, documents … of the cycle: their parts go with them. */
#define NEXT_OF(table)                 "(SELECT id FROM " table " WHERE " OF_CYCLE " ORDER BY id LIMIT $3)"
#define PARTS(name, table, key, whole) SQL(name, "DELETE FROM " table " WHERE " key " IN " NEXT_OF(whole))
#define ROWS(name, table)              SQL(name, "DELETE FROM " table " WHERE id IN " NEXT_OF(table))
/* Tables without an id, by what is their key beside the cycle. */
#define KEYED(name, table, key)                                                                              \
	SQL(name, "DELETE FROM " table " WHERE cycle_id = $1 AND (" key ") IN (SELECT " key " FROM " table   \
		  " WHERE " OF_CYCLE " ORDER BY " key " LIMIT $3)")
#define COUNT(name, table) SQL(name, "SELECT count(*) FROM " table " WHERE " OF_CYCLE)

/* ---- what belongs to sheets ---- */

#define BY_SHEET(table) table " x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = $1 AND $2 = 0"
SQL(count_evidence, "SELECT count(*) FROM " BY_SHEET("attachment"));
SQL(remove_evidence, "DELETE FROM attachment WHERE id IN (SELECT x.id FROM " BY_SHEET(
			     "attachment") " ORDER BY x.id LIMIT $3)");
SQL(count_paper, "SELECT count(*) FROM " BY_SHEET("paper"));
SQL(remove_paper, "DELETE FROM paper WHERE receipt IN (SELECT x.receipt FROM " BY_SHEET(
			  "paper") " ORDER BY x.receipt LIMIT $3)");
SQL(count_training, "SELECT count(*) FROM " BY_SHEET("lesson"));
SQL(remove_training,
	"DELETE FROM lesson WHERE (sheet_id, person_id) IN (SELECT x.sheet_id, x.person_id FROM " BY_SHEET(
		"lesson") " ORDER BY x.sheet_id, x.person_id LIMIT $3)");

/* ---- sheets ---- */

KEYED(remove_unshown, "unshown", "set_key, department_id, sheet_id");
PARTS(remove_kept, "kept", "sheet_id", "sheet");
PARTS(remove_asks, "na_ask", "sheet_id", "sheet");
PARTS(remove_further, "sheet_department", "sheet_id", "sheet");
PARTS(remove_receipts, "receipt", "sheet_id", "sheet");
COUNT(count_sheets, "sheet");
ROWS(remove_sheets, "sheet");

/* ---- decisions, reminders ---- */

COUNT(count_na_decisions, "na_decision");
KEYED(remove_na_decisions, "na_decision", "set_key, department_id, item, reason");
COUNT(count_remark_decisions, "remark_decision");
KEYED(remove_remark_decisions, "remark_decision", "key");
#define BY_WAVE "reminder r JOIN wave w ON w.id = r.wave_id WHERE w.cycle_id = $1 AND $2 = 0"
SQL(count_all_reminders, "SELECT count(*) FROM " BY_WAVE);
SQL(remove_reminders,
	"DELETE FROM reminder WHERE id IN (SELECT r.id FROM " BY_WAVE " ORDER BY r.id LIMIT $3)");
COUNT(count_waves, "wave");
SQL(remove_waves, "DELETE FROM wave WHERE id IN " NEXT_OF(
			  "wave") " AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.wave_id = wave.id)");

/* ---- summaries ---- */

COUNT(count_tallies, "tally");
KEYED(remove_tallies, "tally", "set_key, department_id, item");
COUNT(count_progress, "progress");
KEYED(remove_progress, "progress", "set_key, department_id");
KEYED(remove_shown_tallies, "shown_tally", "set_key, department_id, item");
KEYED(remove_shown, "shown", "set_key, department_id");
COUNT(count_years, "cycle_year");
KEYED(remove_year_figures, "cycle_year_figure", "set_key, department_id, year, figure");
KEYED(remove_years, "cycle_year", "set_key, department_id, year");

/* ---- documents, plans ---- */

PARTS(remove_document_files, "document_file", "document_id", "document");
COUNT(count_documents, "document");
ROWS(remove_documents, "document");
COUNT(count_approvals, "approval");
KEYED(remove_approvals, "approval", "title");
PARTS(remove_plan_changes, "plan_change", "plan_id", "plan");
COUNT(count_plans, "plan");
ROWS(remove_plans, "plan");
PARTS(remove_practice_decisions, "practice_decision", "practice_id", "practice");
COUNT(count_practices, "practice");
ROWS(remove_practices, "practice");

/* ---- of a fiscal year ---- */

SQL(count_events, "SELECT count(*) FROM event WHERE at >= $1 AND at < $2");
SQL(remove_events, "DELETE FROM event WHERE id IN (SELECT id FROM event WHERE id <= $1 AND $2 = 0 ORDER BY "
		   "id LIMIT $3)");
#define OVER "state NOT IN ('queued', 'running') AND created_at >= $1 AND created_at < $2"
SQL(count_jobs, "SELECT count(*) FROM job WHERE " OVER);
SQL(remove_jobs, "DELETE FROM job WHERE id IN (SELECT id FROM job WHERE " OVER " ORDER BY id LIMIT $3)");

/* ---- of audits ---- */

#define OF_FINDING(name, table) SQL(name, "DELETE FROM " table " WHERE finding_id IN " NEXT_FINDINGS)
OF_FINDING(remove_finding_moves, "finding_move");
OF_FINDING(remove_finding_plans, "finding_plan");
OF_FINDING(remove_finding_reports, "finding_report");
OF_FINDING(remove_finding_public, "finding_public");
OF_FINDING(remove_finding_reminders, "finding_reminder");
OF_FINDING(remove_finding_lines, "finding_line");
#define PAPERS(about, next)       "SELECT id FROM document WHERE about = '" about "' AND about_id IN " next
#define PAPER_FILES(name, papers) SQL(name, "DELETE FROM document_file WHERE document_id IN (" papers ")")
#define PAPER_ROWS(name, papers)  SQL(name, "DELETE FROM document WHERE id IN (" papers ")")
PAPER_FILES(remove_finding_files, PAPERS("finding", NEXT_FINDINGS));
PAPER_ROWS(remove_finding_papers, PAPERS("finding", NEXT_FINDINGS));
SQL(count_findings, "SELECT count(*) FROM (" FINDINGS_GOING("$1", "$2") ") x");
SQL(remove_findings, "DELETE FROM finding WHERE id IN " NEXT_FINDINGS);

#define OF_TARGET "target_id IN (SELECT id FROM audit_plan_target WHERE plan_id IN " NEXT_PLANS ")"
SQL(remove_plan_factors, "DELETE FROM audit_plan_factor WHERE " OF_TARGET);
SQL(remove_plan_targets, "DELETE FROM audit_plan_target WHERE plan_id IN " NEXT_PLANS);
SQL(remove_plan_moves, "DELETE FROM audit_plan_move WHERE plan_id IN " NEXT_PLANS);
PAPER_FILES(remove_plan_files, PAPERS("plan", NEXT_PLANS));
PAPER_ROWS(remove_plan_papers, PAPERS("plan", NEXT_PLANS));
SQL(count_audit_plans, "SELECT count(*) FROM (" PLANS_GOING("$1", "$2") ") x");
SQL(remove_audit_plans, "DELETE FROM audit_plan WHERE id IN " NEXT_PLANS);

#define OF_AUDIT(name, table) SQL(name, "DELETE FROM " table " WHERE engagement_id IN " NEXT_AUDITS)
#define OF_REQUEST(name, table)                                                                              \
	SQL(name, "DELETE FROM " table                                                                       \
		  " WHERE request_id IN (SELECT id FROM audit_request WHERE engagement_id IN " NEXT_AUDITS   \
		  ")")
OF_REQUEST(remove_request_files, "audit_request_file");
OF_REQUEST(remove_request_moves, "audit_request_move");
OF_AUDIT(remove_audit_reminders, "audit_reminder");
OF_AUDIT(remove_requests, "audit_request");
OF_AUDIT(remove_urgent_reports, "urgent_report");
OF_AUDIT(remove_line_evidence, "line_evidence");
OF_AUDIT(remove_line_choices, "line_answer_choice");
OF_AUDIT(remove_line_answers, "line_answer");
SQL(remove_sample_units, "DELETE FROM line_sample_unit WHERE sample_id IN"
			 " (SELECT id FROM line_sample WHERE engagement_id IN " NEXT_AUDITS ")");
OF_AUDIT(remove_samples, "line_sample");
OF_AUDIT(remove_line_acts, "line_act");
OF_AUDIT(remove_line_editions, "line_edition");
OF_AUDIT(remove_drops, "engagement_drop");
OF_AUDIT(remove_lines, "engagement_line");
OF_AUDIT(remove_checklists, "checklist");
OF_AUDIT(remove_waivers, "independence_waiver");
OF_AUDIT(remove_words, "engagement_word");
OF_AUDIT(remove_members, "engagement_member");
OF_AUDIT(remove_leavers, "engagement_leaver");
OF_AUDIT(remove_engagement_moves, "engagement_move");
PAPER_FILES(remove_audit_files, PAPERS("audit", NEXT_AUDITS));
PAPER_ROWS(remove_audit_papers, PAPERS("audit", NEXT_AUDITS));
SQL(count_audits, "SELECT count(*) FROM (" AUDITS_GOING("$1", "$2") ") x");
SQL(remove_audits, "DELETE FROM engagement WHERE id IN " NEXT_AUDITS);
#define NEXT_YEAR_PAPERS "SELECT d.id " YEAR_PAPERS("$1", "$2", "") " ORDER BY d.id LIMIT $3"
PAPER_FILES(remove_year_files, NEXT_YEAR_PAPERS);
SQL(count_year_papers, "SELECT count(*) " YEAR_PAPERS("$1", "$2", ""));
PAPER_ROWS(remove_year_papers, NEXT_YEAR_PAPERS);

/* ---- of the policy ---- */

SQL(remove_review_links, "DELETE FROM policy_review_link WHERE review_id IN " NEXT_REVIEWS);
SQL(count_reviews, "SELECT count(*) FROM (" REVIEWS_GOING("$1", "$2") ") y");
SQL(remove_reviews, "DELETE FROM policy_review WHERE id IN " NEXT_REVIEWS);

SQL(part_risks, "UPDATE risk SET copied_from = NULL WHERE id IN (SELECT n.id FROM risk n WHERE n.copied_from IN ("
		RISKS_GOING("$1", "$2") ") ORDER BY n.id LIMIT $3)");
SQL(remove_risk_changes, "DELETE FROM risk_change WHERE risk_id IN " NEXT_RISKS);
SQL(count_risks, "SELECT count(*) FROM (" RISKS_GOING("$1", "$2") ") y");
SQL(remove_risks, "DELETE FROM risk WHERE id IN " NEXT_RISKS
		  " AND NOT EXISTS (SELECT 1 FROM risk n WHERE n.copied_from = risk.id)"
		  " AND NOT EXISTS (SELECT 1 FROM risk_change c WHERE c.risk_id = risk.id)");
SQL(remove_settlements,
	"DELETE FROM risk_settlement WHERE (year, edition) IN (SELECT s.year, s.edition FROM risk_settlement s"
	" WHERE s.year = " YEAR_FROM("$1") " AND $2 > $1 AND NOT EXISTS (SELECT 1 FROM risk n WHERE n.year = s.year)"
	" ORDER BY s.edition LIMIT $3)");
#define NEXT_RISK_PAPERS "SELECT d.id " RISK_PAPERS("$1", "$2", "") " ORDER BY d.id LIMIT $3"
PAPER_FILES(remove_risk_files, NEXT_RISK_PAPERS);
SQL(count_risk_papers, "SELECT count(*) " RISK_PAPERS("$1", "$2", ""));
PAPER_ROWS(remove_risk_papers, NEXT_RISK_PAPERS);

PAPER_FILES(remove_revision_files, PAPERS("revision", NEXT_POLICIES));
PAPER_ROWS(remove_revision_papers, PAPERS("revision", NEXT_POLICIES));
SQL(remove_paragraphs, "DELETE FROM policy_paragraph WHERE edition_id IN " NEXT_POLICIES);
SQL(remove_clauses, "DELETE FROM policy_clause WHERE edition_id IN " NEXT_POLICIES);
SQL(count_policies, "SELECT count(*) FROM (" POLICIES_GOING("$1", "$2") ") y");
SQL(remove_policies, "DELETE FROM policy_edition WHERE id IN " NEXT_POLICIES);

SQL(remove_standard_links, "DELETE FROM standard_link WHERE edition_id IN " NEXT_STANDARDS);
SQL(remove_articles, "DELETE FROM standard_article WHERE edition_id IN " NEXT_STANDARDS);
SQL(count_standards, "SELECT count(*) FROM (" STANDARDS_GOING("$1", "$2") ") y");
SQL(remove_standards, "DELETE FROM standard_edition WHERE id IN " NEXT_STANDARDS);
SQL(count_procedures, "SELECT count(*) FROM (" PROCEDURES_GOING("$1", "$2") ") y");
SQL(remove_procedures,
	"DELETE FROM entry WHERE id IN (" PROCEDURES_GOING("$1", "$2") " ORDER BY x.id LIMIT $3)");

const struct record_table record_tables[] = {
	{"evidence", "attachment", count_evidence, remove_evidence},
	{"paper", "paper", count_paper, remove_paper},
	{"training", "lesson", count_training, remove_training},
	{"sheets", "unshown", NULL, remove_unshown},
	{"sheets", "kept", NULL, remove_kept},
	{"sheets", "na_ask", NULL, remove_asks},
	{"sheets", "sheet_department", NULL, remove_further},
	{"sheets", "receipt", NULL, remove_receipts},
	{"sheets", "sheet", count_sheets, remove_sheets},
	{"decisions", "na_decision", count_na_decisions, remove_na_decisions},
	{"decisions", "remark_decision", count_remark_decisions, remove_remark_decisions},
	{"reminders", "reminder", count_all_reminders, remove_reminders},
	{"reminders", "wave", count_waves, remove_waves},
	{"tallies", "tally", count_tallies, remove_tallies},
	{"tallies", "progress", count_progress, remove_progress},
	{"tallies", "shown_tally", NULL, remove_shown_tallies},
	{"tallies", "shown", NULL, remove_shown},
	{"tallies", "cycle_year_figure", NULL, remove_year_figures},
	{"tallies", "cycle_year", count_years, remove_years},
	{"documents", "document_file", NULL, remove_document_files},
	{"documents", "document", count_documents, remove_documents},
	{"documents", "approval", count_approvals, remove_approvals},
	{"plans", "plan_change", NULL, remove_plan_changes},
	{"plans", "plan", count_plans, remove_plans},
	{"plans", "practice_decision", NULL, remove_practice_decisions},
	{"plans", "practice", count_practices, remove_practices},
	{"findings", "finding_move", NULL, remove_finding_moves},
	{"findings", "finding_plan", NULL, remove_finding_plans},
	{"findings", "finding_report", NULL, remove_finding_reports},
	{"findings", "finding_public", NULL, remove_finding_public},
	{"findings", "finding_reminder", NULL, remove_finding_reminders},
	{"findings", "document_file", NULL, remove_finding_files},
	{"findings", "document", NULL, remove_finding_papers},
	{"findings", "finding_line", NULL, remove_finding_lines},
	{"findings", "finding", count_findings, remove_findings},
	{"audits", "audit_plan_factor", NULL, remove_plan_factors},
	{"audits", "audit_plan_target", NULL, remove_plan_targets},
	{"audits", "audit_plan_move", NULL, remove_plan_moves},
	{"audits", "document_file", NULL, remove_plan_files},
	{"audits", "document", NULL, remove_plan_papers},
	{"audits", "audit_plan", count_audit_plans, remove_audit_plans},
	{"audits", "audit_request_file", NULL, remove_request_files},
	{"audits", "audit_request_move", NULL, remove_request_moves},
	{"audits", "audit_reminder", NULL, remove_audit_reminders},
	{"audits", "audit_request", NULL, remove_requests},
	{"audits", "urgent_report", NULL, remove_urgent_reports},
	{"audits", "line_evidence", NULL, remove_line_evidence},
	{"audits", "line_answer_choice", NULL, remove_line_choices},
	{"audits", "line_answer", NULL, remove_line_answers},
	{"audits", "line_sample_unit", NULL, remove_sample_units},
	{"audits", "line_sample", NULL, remove_samples},
	{"audits", "line_act", NULL, remove_line_acts},
	{"audits", "line_edition", NULL, remove_line_editions},
	{"audits", "engagement_drop", NULL, remove_drops},
	{"audits", "engagement_line", NULL, remove_lines},
	{"audits", "checklist", NULL, remove_checklists},
	{"audits", "independence_waiver", NULL, remove_waivers},
	{"audits", "engagement_word", NULL, remove_words},
	{"audits", "engagement_member", NULL, remove_members},
	{"audits", "engagement_leaver", NULL, remove_leavers},
	{"audits", "document_file", NULL, remove_audit_files},
	{"audits", "document", NULL, remove_audit_papers},
	{"audits", "engagement_move", NULL, remove_engagement_moves},
	{"audits", "engagement", count_audits, remove_audits},
	{"audits", "document_file", NULL, remove_year_files},
	{"audits", "document", count_year_papers, remove_year_papers},
	{"policy", "policy_review_link", NULL, remove_review_links},
	{"policy", "policy_review", count_reviews, remove_reviews},
	{"policy", "risk_origin", NULL, part_risks},
	{"policy", "risk_change", NULL, remove_risk_changes},
	{"policy", "risk", count_risks, remove_risks},
	{"policy", "risk_settlement", NULL, remove_settlements},
	{"policy", "document_file", NULL, remove_risk_files},
	{"policy", "document", count_risk_papers, remove_risk_papers},
	{"policy", "document_file", NULL, remove_revision_files},
	{"policy", "document", NULL, remove_revision_papers},
	{"policy", "policy_paragraph", NULL, remove_paragraphs},
	{"policy", "policy_clause", NULL, remove_clauses},
	{"policy", "policy_edition", count_policies, remove_policies},
	{"policy", "standard_link", NULL, remove_standard_links},
	{"policy", "standard_article", NULL, remove_articles},
	{"policy", "standard_edition", count_standards, remove_standards},
	{"policy", "entry", count_procedures, remove_procedures},
	{"events", "event", count_events, remove_events},
	{"jobs", "job", count_jobs, remove_jobs},
};
const size_t record_table_count = sizeof record_tables / sizeof *record_tables;
