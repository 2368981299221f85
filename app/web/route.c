/* Every page of the program: who may see it and which function shows it. This table
 * dispatches requests, makes the menu, and is what `tenken routes` prints. */
#include <string.h>

#include "domain/organisation/role.h"
#include "web/entry.h"
#include "web/inside.h"
#include "web/pages.h"
#include "web/scope.h"

enum { STATUS_ABSENT = 404, STATUS_METHOD = 405, PARTS_MOST = 4 };

/* Who decides about the disposal of records. */
enum { KEEPERS = ROLE_MANAGEMENT | ROLE_ADMIN };
/* Who may see working papers of audits, as far as the audit lets them. */
enum { READS_PAPERS = AUDITORS | ROLE_MANAGEMENT };

/* Who plans audits and orders them. */
enum { AUDIT_PLANNERS = ROLE_LEAD | ROLE_MANAGEMENT };

const struct route routes[] = {
	{"GET", "/healthz", ROLE_ANYONE, .page = page_health},
	{"GET", "/static/{}", ROLE_ANYONE, .page = page_static},
	{"GET", "/signin", ROLE_ANYONE, .page = page_signin},
	{"POST", "/signin", ROLE_ANYONE, .page = page_signin_post},
	{"POST", "/signout", ROLE_ALL, .page = page_signout_post, .kept = page_signout_post},
	{"GET", "/invite/{}", ROLE_ANYONE, .page = page_invite},
	{"POST", "/invite/{}", ROLE_ANYONE, .page = page_invite_post},
	{"GET", "/account", ROLE_ALL, .page = page_account},
	{"POST", "/account", ROLE_ALL, .page = page_account_post},

	{"GET", "/", ROLE_ALL, .page = page_home, .menu = "home"},
	{"GET", "/sheets/{}", ROLE_ALL, .page = page_sheet},
	{"POST", "/sheets/{}", ROLE_ALL, .page = page_sheet_post, .flags = ROUTE_RETYPED,
		.kept = page_sheet_keep},
	{"GET", "/sheets/{}/receipt", ROLE_ALL, .page = page_receipt},
	{"POST", "/sheets/{}/receipt", ROLE_ALL, .page = page_receipt_read},
	{"GET", "/sheets/{}/paper", ROLE_ALL, .page = page_sheet_paper},
	{"GET", "/sheets/{}/evidence", ROLE_ALL, .page = page_evidence},
	{"POST", "/sheets/{}/evidence", ROLE_ALL, .page = page_evidence_post, .flags = ROUTE_UPLOAD},
	{"GET", "/sheets/{}/evidence/{}", ROLE_ALL, .page = page_evidence_file},
	{"POST", "/sheets/{}/evidence/{}", ROLE_ALL, .page = page_evidence_remove},
	{"GET", "/evidence", ROLE_MANAGER | AUDITORS | ROLE_ADMIN, .page = page_evidence_list},
	{"GET", "/proxy", ROLE_MANAGER | ROLE_ADMIN, .page = page_proxy},
	{"GET", "/proxy/{}", ROLE_MANAGER | ROLE_ADMIN, .page = page_proxy_sheet},
	{"POST", "/proxy/{}", ROLE_MANAGER | ROLE_ADMIN, .page = page_proxy_post, .flags = ROUTE_RETYPED,
		.kept = page_proxy_keep},
	{"GET", "/policy", ROLE_ALL, .page = page_policy, .menu = "policy"},
	{"GET", "/policy/editions", ROLE_ALL, .page = page_policy_editions},
	{"GET", "/policy/editions/{}", ROLE_ALL, .page = page_policy_edition},
	{"GET", "/policy/editions/{}/file", ROLE_ALL, .page = page_policy_file},
	{"GET", "/policy/editions/{}/comparison.pdf", SEES_EVERY | ROLE_MANAGER, .page = page_policy_paper},
	{"POST", "/policy/editions/{}/withdraw", ROLE_ADMIN, .page = page_policy_withdraw},
	{"GET", "/policy/import", ROLE_ADMIN, .page = page_policy_import},
	{"POST", "/policy/import", ROLE_ADMIN, .page = page_policy_import_post, .flags = ROUTE_UPLOAD},
	{"POST", "/policy/import/apply", ROLE_ADMIN, .page = page_policy_import_apply},
	{"GET", "/policy/reviews", SEES_EVERY, .page = page_reviews},
	{"POST", "/policy/reviews", ROLE_ADMIN, .page = page_review_add},
	{"GET", "/policy/reviews/new", ROLE_ADMIN, .page = page_review_new},
	{"GET", "/policy/reviews/{}", SEES_EVERY, .page = page_review},
	{"GET", "/risks", SEES_EVERY | ROLE_MANAGER, .page = page_risks, .menu = "risks"},
	{"POST", "/risks", ROLE_ADMIN, .page = page_risk_add},
	{"GET", "/risks/new", ROLE_ADMIN, .page = page_risk_new},
	{"POST", "/risks/copy", ROLE_ADMIN, .page = page_risks_copy},
	{"POST", "/risks/{}/settle", ROLE_ADMIN, .page = page_risk_settle},
	{"GET", "/risks/{}/tables", SEES_EVERY | ROLE_MANAGER, .page = page_risk_tables},
	{"GET", "/risks/{}", SEES_EVERY | ROLE_MANAGER, .page = page_risk},
	{"POST", "/risks/{}", ROLE_ADMIN, .page = page_risk_save},
	{"POST", "/risks/{}/accept", ROLE_MANAGEMENT, .page = page_risk_accept},
	{"GET", "/procedures", SEES_EVERY | ROLE_MANAGER, .page = page_procedures},
	{"GET", "/standards", ROLE_ALL, .page = page_standards},
	{"GET", "/standards/import", ROLE_ADMIN, .page = page_standard_import},
	{"POST", "/standards/import", ROLE_ADMIN, .page = page_standard_import_post, .flags = ROUTE_UPLOAD},
	{"POST", "/standards/import/apply", ROLE_ADMIN, .page = page_standard_import_apply},
	{"GET", "/standards/{}", ROLE_ALL, .page = page_standard},
	{"GET", "/standards/{}/table", ROLE_ALL, .page = page_standard_table},
	{"POST", "/standards/{}/withdraw", ROLE_ADMIN, .page = page_standard_withdraw},
	{"GET", "/policy/compare", SEES_EVERY | ROLE_MANAGER, .page = page_policy_compare},
	{"GET", "/policy/compare/tables", SEES_EVERY | ROLE_MANAGER, .page = page_policy_tables},
	{"GET", "/entries", ROLE_ALL, .page = page_entries},
	{"GET", "/entries/{}/{}", ROLE_ALL, .page = page_entry},

	{"GET", "/section", ROLE_MANAGER, .page = page_section, .menu = "section"},
	{"GET", "/answer-sheets", ROLE_MANAGER | ROLE_ADMIN, .page = page_answer_book},
	{"POST", "/answer-sheets", ROLE_MANAGER | ROLE_ADMIN, .page = page_answer_book_post,
		.flags = ROUTE_UPLOAD},
	{"POST", "/answer-sheets/apply", ROLE_MANAGER | ROLE_ADMIN, .page = page_answer_book_apply},
	{"GET", "/answer-sheets/{}/{}", ROLE_MANAGER | ROLE_ADMIN, .page = page_answer_book_file},
	{"GET", "/section/na", ROLE_MANAGER, .page = page_section_na},
	{"POST", "/section/na", ROLE_MANAGER, .page = page_section_na_post},
	{"GET", "/section/lessons", ROLE_MANAGER, .page = page_section_lessons},
	{"POST", "/section", ROLE_MANAGER, .page = page_section_post},
	{"GET", "/sheets/{}/status", ROLE_MANAGER | ROLE_ADMIN, .page = page_sheet_status},
	{"POST", "/sheets/{}/status", ROLE_MANAGER | ROLE_ADMIN, .page = page_sheet_status_post},
	{"GET", "/section/plan", ROLE_MANAGER, .page = page_section_plans},
	{"POST", "/section/plan", ROLE_MANAGER, .page = page_section_plan_post},
	{"GET", "/section/plan/{}", ROLE_MANAGER, .page = page_section_plan},
	{"POST", "/section/plan/{}", ROLE_MANAGER, .page = page_section_plan_post},
	{"POST", "/section/practices", ROLE_MANAGER, .page = page_section_practice},
	{"GET", "/dashboard", SEES_EVERY, .page = page_dashboard, .menu = "dashboard"},
	{"GET", "/figures/{}/{}/{}/{}", SEES_EVERY | ROLE_MANAGER, .page = page_figure},
	{"GET", "/reports", SEES_EVERY | ROLE_MANAGER, .page = page_reports, .menu = "reports"},
	{"POST", "/reports/bind", SEES_EVERY | ROLE_MANAGER, .page = page_bind_post},
	{"GET", "/reports/{}/{}", SEES_EVERY | ROLE_MANAGER, .page = page_report_list},
	{"POST", "/reports/approvals", ROLE_ADMIN, .page = page_approvals_post},
	{"GET", "/reports/{}/{}/{}", SEES_EVERY | ROLE_MANAGER, .page = page_document},
	{"POST", "/reports/{}/{}/{}", ROLE_ADMIN, .page = page_document_post},
	{"GET", "/reports/{}/{}/{}/tables", SEES_EVERY | ROLE_MANAGER, .page = page_report_tables},

	{"GET", "/findings", SEES_EVERY | ROLE_MANAGER, .page = page_findings, .menu = "findings"},
	{"POST", "/findings", AUDITORS, .page = page_finding_raise},
	{"GET", "/findings/new", AUDITORS, .page = page_finding_new},
	{"GET", "/findings/{}", SEES_EVERY | ROLE_MANAGER, .page = page_finding},
	{"POST", "/findings/{}/words", AUDITORS, .page = page_finding_edit},
	{"POST", "/findings/{}/state", AUDITORS | ROLE_MANAGER | ROLE_MANAGEMENT, .page = page_finding_move},
	{"POST", "/findings/{}/plan", ROLE_MANAGER, .page = page_finding_plan},
	{"POST", "/findings/{}/report", ROLE_MANAGER, .page = page_finding_report},
	{"POST", "/findings/{}/public", AUDITORS, .page = page_finding_publish},
	{"POST", "/findings/{}/departments", ROLE_LEAD | ROLE_MANAGEMENT, .page = page_finding_spread},

	{"GET", "/audit-plans", SEES_EVERY, .page = page_audit_plans},
	{"POST", "/audit-plans", ROLE_LEAD, .page = page_audit_plan_add},
	{"GET", "/audit-plans/{}", SEES_EVERY, .page = page_audit_plan},
	{"POST", "/audit-plans/{}", AUDIT_PLANNERS, .page = page_audit_plan_move},
	{"POST", "/audit-plans/{}/words", ROLE_LEAD, .page = page_audit_plan_reword},
	{"POST", "/audit-plans/{}/proposal", ROLE_LEAD, .page = page_audit_plan_propose},
	{"POST", "/audit-plans/{}/targets/{}", ROLE_LEAD, .page = page_audit_plan_order},
	{"POST", "/audit-plans/{}/targets/{}/audit", ROLE_LEAD, .page = page_audit_plan_engage},
	{"GET", "/audits", SEES_EVERY | ROLE_MANAGER, .page = page_audits, .menu = "audits"},
	{"POST", "/audits", AUDIT_PLANNERS, .page = page_audit_add},
	{"GET", "/audits/new", AUDIT_PLANNERS, .page = page_audit_new},
	{"GET", "/audits/{}", SEES_EVERY | ROLE_MANAGER, .page = page_audit},
	{"GET", "/audits/{}/edit", AUDIT_PLANNERS, .page = page_audit_edit},
	{"POST", "/audits/{}/edit", AUDIT_PLANNERS, .page = page_audit_edit_post},
	{"POST", "/audits/{}/state", AUDITORS | ROLE_MANAGEMENT, .page = page_audit_move},
	{"POST", "/audits/{}/members", AUDIT_PLANNERS, .page = page_audit_name},
	{"POST", "/audits/{}/members/{}", AUDIT_PLANNERS, .page = page_audit_unname},
	{"GET", "/audits/{}/report", SEES_EVERY | ROLE_MANAGER, .page = page_audit_report},
	{"POST", "/audits/{}/report", AUDITORS, .page = page_audit_report_post},
	{"GET", "/audit-years", SEES_EVERY, .page = page_audit_year},
	{"GET", "/audit-years/{}", SEES_EVERY, .page = page_audit_year},
	{"GET", "/papers/{}/{}", SEES_EVERY | ROLE_MANAGER, .page = page_audit_paper},
	{"POST", "/papers/{}/{}", ROLE_LEAD | ROLE_ADMIN, .page = page_audit_paper_post},
	{"GET", "/papers/{}/{}/tables", SEES_EVERY | ROLE_MANAGER, .page = page_audit_paper_tables},
	{"GET", "/audits/{}/checklist", READS_PAPERS, .page = page_checklist},
	{"POST", "/audits/{}/checklist", AUDITORS, .page = page_checklist_post},
	{"GET", "/audits/{}/papers", READS_PAPERS, .page = page_papers},
	{"GET", "/audits/{}/checklist/{}", READS_PAPERS, .page = page_line},
	{"POST", "/audits/{}/checklist/{}", AUDITORS, .page = page_line_post, .flags = ROUTE_RETYPED,
		.kept = page_line_keep},
	{"GET", "/audits/{}/checklist/{}/history", READS_PAPERS, .page = page_line_history},
	{"POST", "/audits/{}/checklist/{}/confirmation", AUDITORS, .page = page_line_confirm},
	{"POST", "/audits/{}/checklist/{}/review", AUDITORS, .page = page_line_review},
	{"POST", "/audits/{}/checklist/{}/evidence", AUDITORS, .page = page_line_evidence,
		.flags = ROUTE_UPLOAD},
	{"GET", "/audits/{}/checklist/{}/evidence/{}", READS_PAPERS, .page = page_line_evidence_file},
	{"POST", "/audits/{}/checklist/{}/evidence/{}", AUDITORS, .page = page_line_evidence_remove},
	{"POST", "/audits/{}/checklist/{}/samples", AUDITORS, .page = page_line_sample, .flags = ROUTE_UPLOAD},
	{"GET", "/audits/{}/checklist/{}/samples/{}", READS_PAPERS, .page = page_line_sample_file},
	{"POST", "/audits/{}/waivers", AUDIT_PLANNERS, .page = page_waiver_ask},
	{"POST", "/audits/{}/waivers/{}", ROLE_MANAGEMENT, .page = page_waiver_decide},
	{"POST", "/audits/{}/urgent", AUDITORS, .page = page_urgent_file},
	{"POST", "/audits/{}/urgent/{}", ROLE_MANAGEMENT, .page = page_urgent_acknowledge},
	{"POST", "/audits/{}/urgent/{}/told/{}", AUDITORS, .page = page_urgent_told},
	{"POST", "/audits/{}/requests", AUDITORS, .page = page_request_add},
	{"GET", "/audits/{}/requests/{}", SEES_EVERY | ROLE_MANAGER, .page = page_request},
	{"POST", "/audits/{}/requests/{}", AUDITORS | ROLE_MANAGER, .page = page_request_move},
	{"POST", "/audits/{}/requests/{}/files", ROLE_MANAGER, .page = page_request_file_add,
		.flags = ROUTE_UPLOAD},
	{"GET", "/audits/{}/requests/{}/files/{}", SEES_EVERY | ROLE_MANAGER, .page = page_request_file},
	{"POST", "/audits/{}/requests/{}/files/{}", ROLE_MANAGER, .page = page_request_file_remove},

	{"GET", "/jobs", SEES_EVERY | ROLE_MANAGER, .page = page_jobs},
	{"GET", "/jobs/{}", SEES_EVERY | ROLE_MANAGER, .page = page_job},
	{"POST", "/jobs/{}", SEES_EVERY | ROLE_MANAGER, .page = page_job_post},
	{"GET", "/jobs/{}/result", SEES_EVERY | ROLE_MANAGER, .page = page_job_result},

	{"GET", "/admin", ROLE_ADMIN, .page = page_admin, .menu = "admin"},
	{"GET", "/admin/roster", ROLE_ADMIN, .page = page_roster},
	{"GET", "/admin/roster/file", ROLE_ADMIN, .page = page_roster_file},
	{"POST", "/admin/roster", ROLE_ADMIN, .page = page_roster_post, .flags = ROUTE_UPLOAD},
	{"POST", "/admin/roster/apply", ROLE_ADMIN, .page = page_roster_apply},
	{"GET", "/admin/departments", ROLE_ADMIN, .page = page_departments},
	{"POST", "/admin/departments", ROLE_ADMIN, .page = page_departments_post},
	{"GET", "/admin/departments/{}", ROLE_ADMIN, .page = page_department},
	{"POST", "/admin/departments/{}", ROLE_ADMIN, .page = page_department_post},
	{"POST", "/admin/departments/{}/{}", ROLE_ADMIN, .page = page_department_act},
	{"GET", "/admin/people/{}", ROLE_ADMIN, .page = page_person},
	{"POST", "/admin/people/{}/{}", ROLE_ADMIN, .page = page_person_act},
	{"GET", "/admin/registers", ROLE_ADMIN, .page = page_registers},
	{"GET", "/admin/registers/{}", ROLE_ADMIN, .page = page_register},
	{"GET", "/admin/registers/{}/file", ROLE_ADMIN, .page = page_register_file},
	{"GET", "/admin/registers/{}/import", ROLE_ADMIN, .page = page_register_import},
	{"POST", "/admin/registers/{}/import", ROLE_ADMIN, .page = page_register_import_post,
		.flags = ROUTE_UPLOAD},
	{"POST", "/admin/registers/{}/import/apply", ROLE_ADMIN, .page = page_register_import_apply},
	{"GET", "/admin/entries/{}", ROLE_ADMIN | ROLE_MANAGER, .page = page_entry_form},
	{"POST", "/admin/entries/{}", ROLE_ADMIN | ROLE_MANAGER, .page = page_entry_post},
	{"GET", "/admin/entries/{}/{}", ROLE_ADMIN | ROLE_MANAGER, .page = page_entry_form},
	{"POST", "/admin/entries/{}/{}", ROLE_ADMIN | ROLE_MANAGER, .page = page_entry_post},
	{"POST", "/admin/entries/{}/{}/end", ROLE_ADMIN | ROLE_MANAGER, .page = page_entry_end},
	{"GET", "/admin/questionnaires", ROLE_ADMIN, .page = page_question_sets},
	{"POST", "/admin/questionnaires", ROLE_ADMIN, .page = page_question_sets_post, .flags = ROUTE_UPLOAD},
	{"GET", "/admin/questionnaires/{}", ROLE_ADMIN, .page = page_question_set},
	{"POST", "/admin/questionnaires/{}", ROLE_ADMIN, .page = page_question_set_try},
	{"GET", "/admin/cycles", ROLE_ADMIN, .page = page_cycles},
	{"POST", "/admin/cycles", ROLE_ADMIN, .page = page_cycles_post},
	{"GET", "/admin/cycles/{}", ROLE_ADMIN, .page = page_cycle},
	{"POST", "/admin/cycles/{}", ROLE_ADMIN, .page = page_cycle_move},
	{"GET", "/admin/cycles/{}/edit", ROLE_ADMIN, .page = page_cycle_edit},
	{"POST", "/admin/cycles/{}/edit", ROLE_ADMIN, .page = page_cycle_edit_post},
	{"POST", "/admin/cycles/{}/discard", ROLE_ADMIN, .page = page_cycle_discard},
	{"GET", "/admin/cycles/{}/changes", ROLE_ADMIN, .page = page_editions},
	{"POST", "/admin/cycles/{}/changes", ROLE_ADMIN, .page = page_editions_post},
	{"POST", "/admin/cycles/{}/next", ROLE_ADMIN, .page = page_cycle_next},
	{"POST", "/admin/cycles/{}/archive", ROLE_ADMIN, .page = page_archive_post},
	{"GET", "/admin/archives/{}", ROLE_ADMIN, .page = page_archive},
	{"GET", "/admin/archives/{}/file", ROLE_ADMIN, .page = page_archive_file},
	{"GET", "/admin/cycles/{}/waiting", ROLE_ADMIN, .page = page_waiting},
	{"GET", "/admin/na/{}", ROLE_ADMIN, .page = page_na},
	{"POST", "/admin/na/{}", ROLE_ADMIN, .page = page_na_post},
	{"GET", "/admin/quality/{}", ROLE_ADMIN, .page = page_quality},
	{"GET", "/admin/quality/{}/tables", ROLE_ADMIN, .page = page_quality_tables},
	{"GET", "/admin/lessons/{}", ROLE_ADMIN, .page = page_lessons},
	{"GET", "/admin/lessons/{}/file", ROLE_ADMIN, .page = page_lessons_file},
	{"GET", "/admin/remarks/{}", ROLE_ADMIN, .page = page_remarks},
	{"POST", "/admin/remarks/{}", ROLE_ADMIN, .page = page_remarks_post},
	{"POST", "/admin/remarks/{}/rest", ROLE_ADMIN, .page = page_remarks_rest},
	{"GET", "/admin/plans/{}", ROLE_ADMIN, .page = page_plans},
	{"POST", "/admin/plans/{}", ROLE_ADMIN, .page = page_plan_post},
	{"GET", "/admin/plans/{}/{}", ROLE_ADMIN, .page = page_plan},
	{"POST", "/admin/plans/{}/{}", ROLE_ADMIN, .page = page_plan_post},
	{"POST", "/admin/practices/{}", ROLE_ADMIN, .page = page_practice_post},
	{"GET", "/admin/accounts", ROLE_ADMIN, .page = page_users},
	{"GET", "/admin/accounts/{}", ROLE_ADMIN, .page = page_user},
	{"POST", "/admin/accounts/{}", ROLE_ADMIN, .page = page_user_post},
	{"POST", "/admin/accounts/{}/invite", ROLE_ADMIN, .page = page_user_invite},
	{"POST", "/admin/invitations", ROLE_ADMIN, .page = page_invite_all},
	{"GET", "/admin/settings", ROLE_ADMIN, .page = page_settings},
	{"POST", "/admin/settings", ROLE_ADMIN, .page = page_settings_post},
	{"GET", "/admin/reminders", ROLE_ADMIN, .page = page_reminders},
	{"GET", "/admin/reminders/now", ROLE_ADMIN, .page = page_remind},
	{"POST", "/admin/reminders/now", ROLE_ADMIN, .page = page_remind_post},
	{"GET", "/admin/reminders/rungs/{}", ROLE_ADMIN, .page = page_rung},
	{"POST", "/admin/reminders/rungs/{}", ROLE_ADMIN, .page = page_rung_post},
	{"GET", "/admin/chases", ROLE_ADMIN, .page = page_chases},
	{"POST", "/admin/chases", ROLE_ADMIN, .page = page_chases_post},
	{"GET", "/admin/chases/rungs/{}", ROLE_ADMIN, .page = page_chase_rung},
	{"POST", "/admin/chases/rungs/{}", ROLE_ADMIN, .page = page_chase_rung_post},
	{"GET", "/admin/waves/{}", ROLE_ADMIN, .page = page_wave},
	{"POST", "/admin/waves/{}", ROLE_ADMIN, .page = page_wave_post},
	{"GET", "/admin/calendar", ROLE_ADMIN, .page = page_calendar},
	{"POST", "/admin/calendar", ROLE_ADMIN, .page = page_calendar_post},
	{"GET", "/admin/events", ROLE_ADMIN, .page = page_events},
	{"GET", "/admin/retention", KEEPERS, .page = page_retention},
	{"GET", "/admin/retention/classes", ROLE_ADMIN, .page = page_retention_classes},
	{"POST", "/admin/retention/classes", ROLE_ADMIN, .page = page_retention_classes_post},
	{"GET", "/admin/retention/cycles/{}", KEEPERS, .page = page_retained},
	{"POST", "/admin/retention/cycles/{}", ROLE_ADMIN, .page = page_retained_post},
	{"GET", "/admin/retention/years/{}", KEEPERS, .page = page_retained_year},
	{"POST", "/admin/retention/years/{}", ROLE_ADMIN, .page = page_retained_year_post},
	{"GET", "/admin/disposals/{}", KEEPERS, .page = page_disposal},
	{"POST", "/admin/disposals/{}", KEEPERS, .page = page_disposal_post},
};
const size_t route_count = sizeof routes / sizeof *routes;

/* Matches segment by segment; {} takes one that is not empty. */
static bool
path_matches(struct arena *a, const char *pattern, const char *path, const char *parts[PARTS_MOST])
{
	size_t count = 0;
	while (*pattern == '/' && *path == '/') {
		size_t want = strcspn(++pattern, "/"), have = strcspn(++path, "/");
		bool hole = want == 2 && strncmp(pattern, "{}", 2) == 0;
		if (hole && have > 0 && count < PARTS_MOST)
			parts[count++] = arena_strndup(a, path, have);
		else if (hole || want != have || strncmp(pattern, path, want) != 0)
			return false;
		pattern += want;
		path += have;
	}
	return *pattern == '\0' && *path == '\0';
}

const struct route *
route_find(struct arena *a, const char *method, const char *path, const char *parts[4], int *status,
	const char **allowed)
{
	const char *wanted = strcmp(method, "HEAD") == 0 ? "GET" : method;
	*allowed = NULL;
	for (size_t i = 0; i < route_count; i++) {
		if (!path_matches(a, routes[i].path, path, parts))
			continue;
		if (strcmp(routes[i].method, wanted) == 0)
			return &routes[i];
		const char *more = strcmp(routes[i].method, "GET") == 0 ? "GET, HEAD" : routes[i].method;
		*allowed = *allowed == NULL ? more : arena_printf(a, "%s, %s", *allowed, more);
	}
	*status = *allowed == NULL ? STATUS_ABSENT : STATUS_METHOD;
	return NULL;
}

bool
route_allows(const struct route *r, const struct account *a)
{
	return r->roles == ROLE_ANYONE || (r->roles & a->roles) != 0;
}
