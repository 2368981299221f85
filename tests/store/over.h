#ifndef TESTS_STORE_OVER_H
#define TESTS_STORE_OVER_H

/* Audits of fiscal 2026 beside the cycle that ended. Audit 1 (R08-A01) is over, as are its finding 1 and what
 * was passed on from it, 4; audit 2 has an open finding 2 beside the closed 3; finding 5 of audit 3 was found
 * again the year after, as 6, and that is open. Audit 1 has a row of every table. */

#include "store/ended.h"

static const char over_audits[] =
	"INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, department_id, depth, "
	"covers_from,"
	" covers_to, begins_day, ends_day, place, excluded, state, created_by, created_at) SELECT n, 2026, n,"
	" 'planned', '監査', '', '', 1, 'all', 0, 0, 0, 0, '', '', s, 1, 0 FROM"
	" (SELECT 1 AS n, 'completed' AS s UNION SELECT 2, 'following' UNION SELECT 3, 'completed');"
	"INSERT INTO engagement_move (engagement_id, at, account_id, who, name, from_state, to_state, "
	"edition,"
	" reason) SELECT id, 1800000000, 1, 'lead', 'complete', 'following', state, 1, '' FROM engagement;"
	"INSERT INTO finding (id, year, serial, department_id, title, severity, clause, facts, criterion, "
	"cause,"
	" effect, proposal, state, raised_by, raised_at, closed_at, predecessor_id, parent_id)"
	" SELECT n, y, n, 1, '指摘', 'minor', '6(1)', '', '', '', '', '', s, 1, 1790000000, c, p, f FROM"
	" (SELECT 1 AS n, 2026 AS y, 'closed' AS s, 1800000000 AS c, NULL AS p, NULL AS f"
	" UNION SELECT 2, 2026, 'doing', NULL, NULL, NULL UNION SELECT 3, 2026, 'closed', 1800000000, NULL, "
	"NULL"
	" UNION SELECT 4, 2026, 'withdrawn', NULL, NULL, 1 UNION SELECT 5, 2026, 'closed', 1800000000, NULL, "
	"NULL"
	" UNION SELECT 6, 2027, 'doing', NULL, 5, NULL);"
	"INSERT INTO finding_move (finding_id, at, account_id, who, name, from_state, to_state, reason, "
	"revision)"
	" SELECT id, 1800000000, 1, 'lead', 'close', 'verifying', state, '', 1 FROM finding;"
	"INSERT INTO finding_line VALUES (1, 1, ''), (2, 2, 'A1'), (3, 2, 'A1'), (5, 3, '')";

static const char over_parts[] =
	"INSERT INTO finding_plan VALUES (1, 1, '', '', '直す', 0, 0, 11, '氏名', 20800, 0, 1, 'a', 1);"
	"INSERT INTO finding_report VALUES (1, 1, 20800, '直した', '', '', 0, 1, 'a', 1);"
	"INSERT INTO finding_reminder (finding_id, about, due_day, rung, recipient, person_id, address, "
	"subject,"
	" text, planned_at, state) VALUES (1, 'plan', 20800, 'eve', 'owner', 11, '', '', '', 0, 'sent');"
	"INSERT INTO engagement_member SELECT id, 1, 1, 'lead', '', 1, 0 FROM engagement;"
	"INSERT INTO engagement_leaver (engagement_id, account_id, lead, who, department, named_at, left_by,"
	" left_at) VALUES (1, 1, 0, 'a', '', 0, 1, 0);"
	"INSERT INTO finding_public (finding_id, title, measure, at, account_id, who) VALUES (1, '件名', '', 0,"
	" 1, 'a');"
	"INSERT INTO engagement_line (engagement_id, item, ord, set_key, clause, text, help, methods, "
	"threats,"
	" weight, priority) SELECT id, 'A1', 1, 'audit', '6(1)', '', '', '', '', 1, 0 FROM engagement;"
	"INSERT INTO engagement_drop VALUES (1, 'A2', '理由');"
	"INSERT INTO checklist VALUES (1, 0, 1, 'lead');"
	"INSERT INTO line_edition VALUES (1, 'A1', 1, 0, 1, 'a', '', 0, 0, '', '', '', '', '', '', '', '', "
	"'', '');"
	"INSERT INTO line_act (engagement_id, item, revision, at, account_id, who, name, note)"
	" VALUES (1, 'A1', 1, 0, 1, 'a', 'write', '');"
	"INSERT INTO line_answer VALUES (1, 'p', 'P1', 1, '6(1)', '', '', 1, '', 1, 0, 0, 5, 5, 5, 5, 5, 0);"
	"INSERT INTO line_answer_choice VALUES (1, 'p', 'P1', 1, 'はい', 5);"
	"INSERT INTO line_sample_unit VALUES (1, 1, 'k', 'n', '', '');"
	"INSERT INTO independence_waiver (engagement_id, account_id, who, kind, department_id, reason, "
	"asked_by,"
	" asked_who, asked_at, state) VALUES (1, 1, 'a', 'own', 1, '理由', 1, 'a', 0, 'approved');"
	"INSERT INTO engagement_word (engagement_id, part, text, at, account_id, who) VALUES (1, 'overview', "
	"'総評',"
	" 0, 1, 'a');"
	"INSERT INTO audit_reminder (engagement_id, about, about_id, due_day, rung, recipient, person_id, "
	"address,"
	" subject, text, planned_at, state) VALUES (1, 'urgent', 1, 0, 'urgent-lead', 'lead', 11, '', '', '', 0,"
	" 'sent');"
	"INSERT INTO urgent_report (engagement_id, kind, text, at, account_id, who) VALUES (1, 'urgent', "
	"'急', 0, 1,"
	" 'a');"
	"INSERT INTO audit_request_move (request_id, at, account_id, who, from_state, to_state, words)"
	" VALUES (1, 0, 1, 'a', 'asked', 'answered', '');"
	"INSERT INTO audit_plan (id, kind, first_year, last_year, title, aims, state, created_by, created_at)"
	" VALUES (1, 'year', 2026, 2026, '年度計画', '', 'approved', 1, 0);"
	"INSERT INTO audit_plan_move (plan_id, at, account_id, who, name, to_state, edition, reason)"
	" VALUES (1, 0, 1, 'a', 'approve', 'approved', 1, '');"
	"INSERT INTO audit_plan_target (id, plan_id, edition, department_id, ord, proposed, chosen, year, "
	"points,"
	" engagement_id) VALUES (1, 1, 1, 1, 1, 1, 1, 2026, 5, 1);"
	"INSERT INTO audit_plan_factor VALUES (1, 'age', 0, 1, 5);"
	"INSERT INTO document (id, about, about_id, recipe, set_key, department_id, readers, edition, "
	"about_edition,"
	" year, number, mark, reason, issued_at, issued_by) VALUES"
	" (11, 'audit', 1, 'audit', '', 0, 'full', 1, 1, 2026, 21, '監', '', 1800000000, 'a'),"
	" (12, 'audit', 2, 'audit', '', 0, 'full', 1, 1, 2026, 22, '監', '', 1800000000, 'a'),"
	" (15, 'plan', 1, 'audit-plan', '', 0, 'full', 1, 1, 2026, 25, '監', '', 1800000000, 'a'),"
	" (13, 'finding', 1, 'findings', '', 0, 'full', 1, 1, 2026, 23, '監', '', 1800000000, 'a'),"
	" (14, 'year', 2026, 'audit-year', '', 0, 'full', 1, 1, 2026, 24, '監', '', 1800000000, 'a')";

/* request: the file that was handed in on request. */
static inline void
over_fill(struct ended *x, char request[DIGEST_SIZE])
{
	struct err e = {0};
	ck_assert(file_put(x->review.store, "request", 7, request, &e));
	ended_script(x, over_audits);
	ended_script(x,
		arena_printf(x->review.arena,
			"INSERT INTO line_evidence (engagement_id, item, prefix, serial, name, edition, "
			"place,"
			" secrecy, digest, added_at, added_by) VALUES (1, 'A1', 'E', 1, '台帳', '', '', 2, "
			"'%s', 0,"
			" 1), (1, 'A1', 'E', 2, '図', '', '', 2, '%s', 0, 1), (2, 'A1', 'E', 3, '図', '', "
			"'', 2,"
			" '%s', 0, 1);"
			"INSERT INTO line_sample (id, engagement_id, item, at, account_id, who, source,"
			" list_digest, population, population_sha256, size, method, seed, algorithm) VALUES"
			" (1, 1, 'A1', 0, 1, 'a', '台帳', '%s', 1, '', 1, 'random', '', '');"
			"INSERT INTO audit_request (id, engagement_id, serial, text, item, due_day, state, "
			"asked_by,"
			" who, asked_at) VALUES (1, 1, 1, '台帳', '', 20700, 'answered', 1, 'a', 0);"
			"INSERT INTO audit_request_file (request_id, digest, name, kind, size, secrecy, "
			"added_at,"
			" added_by) VALUES (1, '%s', 'a.pdf', 'pdf', 7, 2, 0, 1)",
			x->evidence, x->shared, x->shared, x->paper, request));
	ended_script(x, over_parts);
}

#endif
