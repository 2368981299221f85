#ifndef WEB_PAGES_H
#define WEB_PAGES_H

/* The page functions the table of routes names, and what they share. */

#include "store/cycle/cycles.h"
#include "store/sheet/sheets.h"
#include "web/web.h"

page_function page_answer_book, page_answer_book_post, page_answer_book_apply, page_answer_book_file;
page_function page_home, page_section, page_policy;
page_function page_section_post;
page_function page_sheet, page_sheet_post, page_receipt, page_receipt_read, page_sheet_status,
	page_sheet_status_post;
page_function page_sheet_keep; /* a POST that came after its session had ended */
page_function page_proxy, page_proxy_sheet, page_proxy_post, page_proxy_keep;
page_function page_evidence, page_evidence_post, page_evidence_file, page_evidence_remove;
page_function page_evidence_list;
page_function page_dashboard, page_figure, page_reports, page_report_tables;
page_function page_sheet_paper, page_report_list, page_document, page_document_post, page_bind_post,
	page_approvals_post;
page_function page_calendar, page_calendar_post;
page_function page_reminders, page_remind, page_remind_post;
page_function page_rung, page_rung_post, page_wave, page_wave_post;
page_function page_chases, page_chases_post, page_chase_rung, page_chase_rung_post;
page_function page_section_plans, page_section_plan, page_section_plan_post, page_section_practice;
page_function page_plans, page_plan, page_plan_post, page_practice_post;
page_function page_remarks, page_remarks_post, page_remarks_rest;
page_function page_quality, page_quality_tables;
page_function page_lessons, page_lessons_file, page_section_lessons;
page_function page_section_na, page_section_na_post, page_na, page_na_post;
page_function page_jobs, page_job, page_job_post, page_job_result;

page_function page_audit_year, page_audit_report, page_audit_report_post;
page_function page_audit_paper, page_audit_paper_post, page_audit_paper_tables;
page_function page_findings, page_finding, page_finding_new, page_finding_raise, page_finding_edit;
page_function page_finding_move, page_finding_plan, page_finding_report, page_finding_spread, page_finding_publish;
page_function page_checklist, page_checklist_post, page_papers;
page_function page_line, page_line_post, page_line_keep, page_line_confirm, page_line_review, page_line_history;
page_function page_line_evidence, page_line_evidence_file, page_line_evidence_remove;
page_function page_line_sample, page_line_sample_file;

page_function page_policy_editions, page_policy_edition, page_policy_file, page_policy_withdraw;
page_function page_policy_import, page_policy_import_post, page_policy_import_apply;
page_function page_risks, page_risk, page_risk_new, page_risk_add, page_risk_save, page_risk_accept;
page_function page_reviews, page_review, page_review_new, page_review_add;
page_function page_risk_settle, page_risks_copy, page_risk_tables;
page_function page_procedures;
page_function page_standards, page_standard, page_standard_table, page_standard_withdraw;
page_function page_standard_import, page_standard_import_post, page_standard_import_apply;
page_function page_policy_paper, page_policy_compare, page_policy_tables;
page_function page_audits, page_audit, page_audit_new, page_audit_add, page_audit_edit, page_audit_edit_post;
page_function page_audit_move, page_audit_name, page_audit_unname;
page_function page_audit_plans, page_audit_plan, page_audit_plan_add, page_audit_plan_reword, page_audit_plan_move;
page_function page_audit_plan_propose, page_audit_plan_order, page_audit_plan_engage;
page_function page_waiver_ask, page_waiver_decide;
page_function page_urgent_file, page_urgent_acknowledge, page_urgent_told;
page_function page_request, page_request_add, page_request_move;
page_function page_request_file_add, page_request_file, page_request_file_remove;

page_function page_admin, page_events, page_settings, page_settings_post;
page_function page_retention, page_retention_classes, page_retention_classes_post;
page_function page_retained, page_retained_post, page_retained_year, page_retained_year_post;
page_function page_disposal, page_disposal_post;
page_function page_archive, page_archive_file, page_archive_post;
page_function page_roster, page_roster_file, page_roster_post, page_roster_apply;
page_function page_registers, page_register, page_register_file;
page_function page_register_import, page_register_import_post, page_register_import_apply;
page_function page_entry_form, page_entry_post, page_entry_end;
page_function page_entries, page_entry;
page_function page_question_sets, page_question_sets_post;
page_function page_question_set, page_question_set_try;
page_function page_editions, page_editions_post, page_cycle_next;
page_function page_cycles, page_cycles_post, page_cycle, page_cycle_move, page_waiting;
page_function page_cycle_edit, page_cycle_edit_post, page_cycle_discard;
page_function page_departments, page_departments_post;
page_function page_department, page_department_post, page_department_act;
page_function page_person, page_person_act;
page_function page_users, page_user, page_user_post, page_user_invite, page_invite_all;

extern const char report_body[]; /* stands for the whole body in a path */

/* What the report c->parts[0] of the cycle c->parts[1] is about, if it may be seen: a
 * department by its key, or the whole body (department is zero then). paper: it must
 * be one that can be printed. */
bool report_subject(struct call *c, const char *key, bool paper, struct cycle *cycle,
	struct cycle_department *department, struct err *e);
/* Where its tables are. set_key NULL: of the set the report is about. */
const char *report_tables_address(
	struct arena *a, const char *recipe, int64_t cycle, const char *key, const char *set_key);

/* The sheet the path names and its questions. ERR_DENIED unless it is the caller's own. */
bool sheet_of_call(struct call *c, struct sheet *s, const struct questionnaire **q, struct err *e);

/* {{#archiving}}: writing a closed year out, and what was written. */
bool cycle_fill_archives(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e);

/* One {{#set}} a question set of the cycle, with {{#progress}} once it has been opened. */
bool cycle_fill_sets(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e);

#endif
