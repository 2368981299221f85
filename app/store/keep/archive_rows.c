#include "store/keep/archive_rows.h"

#include <stdio.h>

#include "store/schema.h"
#include "store/store.h"

/* ---- whom it names ------------------------------------------------------------------- */

/* What the log says of the cycle names its fiscal year, or its documents. */
#define EVENTS                                                                                               \
	"event v JOIN cycle y ON y.id = $1"                                                                  \
	" WHERE (substr(v.what, 1, 6) = 'cycle_' AND v.subject = '' || y.year)"                              \
	" OR substr(v.subject, 1, length(y.year) + 1) = y.year || ' '"                                       \
	" OR (v.what = 'document_issued' AND instr(v.subject, ' ' || y.id || '/') > 0)"
#define ACCOUNTS                                                                                             \
	"(SELECT approved_by FROM cycle WHERE id = $1"                                                       \
	" UNION SELECT account_id FROM cycle_move WHERE cycle_id = $1"                                       \
	" UNION SELECT returned_by FROM sheet WHERE cycle_id = $1"                                           \
	" UNION SELECT confirmed_by FROM sheet WHERE cycle_id = $1"                                          \
	" UNION SELECT proxy_by FROM sheet WHERE cycle_id = $1"                                              \
	" UNION SELECT excluded_by FROM sheet WHERE cycle_id = $1"                                           \
	" UNION SELECT x.added_by FROM attachment x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = $1" \
	" UNION SELECT x.removed_by FROM attachment x JOIN sheet s ON s.id = x.sheet_id"                     \
	" WHERE s.cycle_id = $1"                                                                             \
	" UNION SELECT x.typed_by FROM paper x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = $1"      \
	" UNION SELECT account_id FROM na_decision WHERE cycle_id = $1"                                      \
	" UNION SELECT account_id FROM remark_decision WHERE cycle_id = $1"                                  \
	" UNION SELECT account_id FROM wave WHERE cycle_id = $1"                                             \
	" UNION SELECT account_id FROM approval WHERE cycle_id = $1"                                         \
	" UNION SELECT m.account_id FROM item_change m JOIN cycle_set q"                                     \
	" ON q.question_set_id = m.question_set_id WHERE q.cycle_id = $1"                                    \
	" UNION SELECT proposed_by FROM disposal WHERE cycle_id = $1"                                        \
	" UNION SELECT decided_by FROM disposal WHERE cycle_id = $1"                                         \
	" UNION SELECT executed_by FROM disposal WHERE cycle_id = $1"                                        \
	" UNION SELECT set_by FROM retention_hold WHERE cycle_id = $1"                                       \
	" UNION SELECT lifted_by FROM retention_hold WHERE cycle_id = $1"                                    \
	" UNION SELECT x.account_id FROM practice_decision x JOIN practice p ON p.id = x.practice_id"        \
	" WHERE p.cycle_id = $1"                                                                             \
	" UNION SELECT v.account_id FROM " EVENTS ")"
#define PEOPLE                                                                                               \
	"(SELECT person_id FROM sheet WHERE cycle_id = $1"                                                   \
	" UNION SELECT x.person_id FROM lesson x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = $1"    \
	" UNION SELECT owner_id FROM plan WHERE cycle_id = $1"                                               \
	" UNION SELECT r.person_id FROM reminder r JOIN wave w ON w.id = r.wave_id WHERE w.cycle_id = $1"    \
	" UNION SELECT a.person_id FROM account a WHERE a.id IN " ACCOUNTS ")"
#define DEPARTMENTS                                                                                          \
	"(SELECT department_id FROM cycle_department WHERE cycle_id = $1"                                    \
	" UNION SELECT department_id FROM plan WHERE cycle_id = $1"                                          \
	" UNION SELECT department_id FROM practice WHERE cycle_id = $1"                                      \
	" UNION SELECT department_id FROM wave WHERE cycle_id = $1)"

SQL(take_departments,
	"SELECT id, key, valid_from, valid_to FROM department WHERE id IN " DEPARTMENTS " ORDER BY id");
SQL(take_people, "SELECT id, number, name, kind FROM person WHERE id IN " PEOPLE " ORDER BY id");
SQL(take_accounts, "SELECT id, login, person_id, 0 AS roles, 0 AS active, created_at FROM account"
		   " WHERE id IN " ACCOUNTS " ORDER BY id");

/* ---- the cycle and what was asked ------------------------------------------------------- */

SQL(take_sets, "SELECT q.id, q.key, q.edition, q.title, q.digest, q.yaml, q.loaded_at FROM question_set q"
	       " JOIN cycle_set c ON c.question_set_id = q.id WHERE c.cycle_id = $1 ORDER BY q.id");
SQL(take_cycle, "SELECT id, year, title, kind, state, base_day, opens_day, due_day, grace_day, automatic, "
		"edition, k, grade_a,"
		" grade_b, grade_c, individual, approver, approved_at, approved_by, opened_at, final_at,"
		" reported_day, ended_at FROM cycle WHERE id = $1");
SQL(take_moves, "SELECT id, cycle_id, at, account_id, by_itself, from_state, to_state, edition, reason"
		" FROM cycle_move WHERE cycle_id = $1 ORDER BY id");
SQL(take_rule_texts, "SELECT t.digest, t.yaml FROM rule_text t JOIN cycle_rules r"
		     " ON t.digest IN (r.policy, r.scales) WHERE r.cycle_id = $1 ORDER BY t.digest");
SQL(take_rules, "SELECT cycle_id, policy, scales FROM cycle_rules WHERE cycle_id = $1");
SQL(take_cycle_sets, "SELECT cycle_id, set_key, ord, question_set_id FROM cycle_set WHERE cycle_id = $1"
		     " ORDER BY ord, set_key");
SQL(take_cycle_departments, "SELECT cycle_id, department_id, name, kind, ord, flags, approver, reason"
			    " FROM cycle_department WHERE cycle_id = $1 ORDER BY department_id");
SQL(take_changes,
	"SELECT m.question_set_id, m.item, m.change, m.meaning, m.account_id, m.at FROM item_change m"
	" JOIN cycle_set q ON q.question_set_id = m.question_set_id WHERE q.cycle_id = $1"
	" ORDER BY m.question_set_id, m.item");
SQL(take_settings, "SELECT cycle_id, key, value FROM cycle_setting WHERE cycle_id = $1 ORDER BY key");

/* ---- sheets and what belongs to them ------------------------------------------------------- */

SQL(take_sheets,
	"SELECT id, cycle_id, set_key, unit_id, unit_name, department_id, flags, person_id, person_name,"
	" person_kind, code, revision, draft, draft_at, submitted, submitted_at, first_at, told_at, late,"
	" seconds, returned_at, returned_by, return_comment, confirmed_at, confirmed_by, proxy_at, proxy_by,"
	" excluded_at, excluded_by, excluded_reason, excluded_text FROM sheet"
	" WHERE cycle_id = $1 ORDER BY id");
#define PART(columns, table)                                                                                 \
	"SELECT " columns " FROM " table                                                                     \
	" x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = $1 ORDER BY "
SQL(take_further, PART("x.sheet_id, x.department_id", "sheet_department") "x.sheet_id, x.department_id");
SQL(take_receipts, PART("x.number, x.sheet_id, x.submitted_at, x.answered, x.digest", "receipt") "x.number");
SQL(take_evidence, PART("x.id, x.sheet_id, x.item, x.digest, x.name, x.kind, x.size, x.secrecy, x.added_at,"
			" x.added_by, x.removed_at, x.removed_by",
			   "attachment") "x.id");
SQL(take_papers, PART("x.receipt, x.sheet_id, x.day, x.typed_by, x.typed_at", "paper") "x.receipt");
SQL(take_lessons,
	PART("x.sheet_id, x.person_id, x.taught_at, x.read_at", "lesson") "x.sheet_id, x.person_id");

/* ---- summaries ------------------------------------------------------------------------------ */

SQL(take_tallies,
	"SELECT cycle_id, set_key, department_id, item, s0, s1, s2, s3, s4, na, unknown, n0, n1, n2, n3, n4"
	" FROM tally WHERE cycle_id = $1 ORDER BY set_key, department_id, item");
SQL(take_progress,
	"SELECT cycle_id, set_key, department_id, asked, drafts, submitted, late, returned, confirmed,"
	" excluded FROM progress WHERE cycle_id = $1 ORDER BY set_key, department_id");
SQL(take_years, "SELECT cycle_id, set_key, department_id, year, from_cycle_id, from_department_id, from_name,"
		" changed FROM cycle_year WHERE cycle_id = $1 ORDER BY set_key, department_id, year");
SQL(take_year_figures, "SELECT cycle_id, set_key, department_id, year, figure, numerator, denominator, hidden"
		       " FROM cycle_year_figure WHERE cycle_id = $1"
		       " ORDER BY set_key, department_id, year, figure");

/* ---- what people decided, and were told ----------------------------------------------------- */

SQL(take_na_decisions,
	"SELECT cycle_id, set_key, department_id, item, reason, state, count, comment, account_id, who,"
	" at FROM na_decision WHERE cycle_id = $1 ORDER BY set_key, department_id, item, reason");
SQL(take_remark_decisions,
	"SELECT cycle_id, key, revision, state, wording, reason, account_id, at FROM remark_decision"
	" WHERE cycle_id = $1 ORDER BY key, revision");
SQL(take_plans,
	"SELECT id, cycle_id, department_id, set_key, item, measure, owner_id, owner_name, due_day, state,"
	" done_day, result, revision FROM plan WHERE cycle_id = $1 ORDER BY id");
SQL(take_plan_changes,
	"SELECT c.plan_id, c.revision, c.at, c.who, c.measure, c.owner_name, c.due_day, c.state,"
	" c.done_day, c.result FROM plan_change c JOIN plan p ON p.id = c.plan_id"
	" WHERE p.cycle_id = $1 ORDER BY c.plan_id, c.revision");
SQL(take_practices,
	"SELECT id, cycle_id, department_id, text, consent, who, at, state, revision FROM practice"
	" WHERE cycle_id = $1 ORDER BY id");
SQL(take_practice_decisions,
	"SELECT d.practice_id, d.revision, d.state, d.account_id, d.at FROM practice_decision d"
	" JOIN practice p ON p.id = d.practice_id WHERE p.cycle_id = $1 ORDER BY d.practice_id, d.revision");
SQL(take_waves,
	"SELECT id, cycle_id, due_day, rung, recipient, department_id, day, subject, text, state, tries,"
	" retry_at, planned_at, account_id FROM wave WHERE cycle_id = $1 ORDER BY id");
SQL(take_reminders,
	"SELECT r.id, r.wave_id, r.person_id, r.address, r.state, r.tries, r.sent_at, r.message_id, r.error"
	" FROM reminder r JOIN wave w ON w.id = r.wave_id WHERE w.cycle_id = $1 ORDER BY r.id");

/* ---- documents, retention, the log ------------------------------------------------------------ */

SQL(take_documents,
	"SELECT id, about, about_id, cycle_id, recipe, set_key, department_id, readers, edition,"
	" about_edition, year, number, mark, reason, issued_at, issued_by FROM document"
	" WHERE cycle_id = $1 ORDER BY id");
SQL(take_document_files, "SELECT f.document_id, f.format, f.digest, f.size FROM document_file f"
			 " JOIN document d ON d.id = f.document_id WHERE d.cycle_id = $1"
			 " ORDER BY f.document_id, f.format");
SQL(take_approvals,
	"SELECT cycle_id, title, name, day, account_id, at FROM approval WHERE cycle_id = $1 ORDER BY title");
SQL(take_holds, "SELECT id, cycle_id, year, kind, reason, set_by, set_at, lifted_by, lifted_at, lifted_reason"
		" FROM retention_hold WHERE cycle_id = $1 ORDER BY id");
SQL(take_disposals,
	"SELECT id, cycle_id, year, state, reason, proposed_by, proposer, proposed_at, decided_by, decider,"
	" decided_at, comment, executed_by, executor, begun_at, done_at, figures FROM disposal"
	" WHERE cycle_id = $1 ORDER BY id");
#define OF_DISPOSAL(columns, table, order)                                                                   \
	"SELECT " columns " FROM " table " x JOIN disposal d ON d.id = x.disposal_id WHERE d.cycle_id = $1"  \
	" ORDER BY x.disposal_id, " order
SQL(take_disposal_parts, OF_DISPOSAL("x.disposal_id, x.kind, x.class, x.starts_day, x.expires_day",
				 "disposal_part", "x.kind"));
SQL(take_disposal_counts,
	OF_DISPOSAL("x.disposal_id, x.kind, x.what, x.rows", "disposal_count", "x.kind, x.what"));
SQL(take_disposal_files,
	OF_DISPOSAL("x.disposal_id, x.digest, x.size, x.state", "disposal_file", "x.digest"));
SQL(take_events,
	"SELECT v.id, v.at, v.account_id, v.what, v.subject, v.detail FROM " EVENTS " ORDER BY v.id");

/* Whatever is referred to stands before. */
static const struct archive_taking takings[] = {
	{"department", take_departments},
	{"person", take_people},
	{"account", take_accounts},
	{"question_set", take_sets},
	{"cycle", take_cycle},
	{"cycle_move", take_moves},
	{"rule_text", take_rule_texts},
	{"cycle_rules", take_rules},
	{"cycle_set", take_cycle_sets},
	{"cycle_department", take_cycle_departments},
	{"item_change", take_changes},
	{"cycle_setting", take_settings},
	{"sheet", take_sheets},
	{"sheet_department", take_further},
	{"receipt", take_receipts},
	{"attachment", take_evidence},
	{"paper", take_papers},
	{"lesson", take_lessons},
	{"tally", take_tallies},
	{"progress", take_progress},
	{"cycle_year", take_years},
	{"cycle_year_figure", take_year_figures},
	{"na_decision", take_na_decisions},
	{"remark_decision", take_remark_decisions},
	{"plan", take_plans},
	{"plan_change", take_plan_changes},
	{"practice", take_practices},
	{"practice_decision", take_practice_decisions},
	{"wave", take_waves},
	{"reminder", take_reminders},
	{"document", take_documents},
	{"document_file", take_document_files},
	{"approval", take_approvals},
	{"retention_hold", take_holds},
	{"disposal", take_disposals},
	{"disposal_part", take_disposal_parts},
	{"disposal_count", take_disposal_counts},
	{"disposal_file", take_disposal_files},
	{"event", take_events},
};

static bool
rows_fill(struct db *from, int64_t of, const struct archive_taking *list, size_t count, struct db *to, struct err *e)
{
	if (!db_begin(to, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!db_copy(from, list[i].query, of, to, list[i].table, NULL, e))
			return false;
	return db_commit(to, e);
}

static bool
application_mark(struct db *db, struct err *e)
{
	char script[64];
	snprintf(script, sizeof script, "PRAGMA application_id=%d", ARCHIVE_APPLICATION_ID);
	return db_script(db, script, e);
}

bool
archive_rows_take(struct db *db, int64_t of, const struct archive_taking *list, size_t count, struct buf *out,
	struct err *e)
{
	struct db *to = database_memory(e);
	bool ok = to != NULL && application_mark(to, e) && rows_fill(db, of, list, count, to, e) &&
		  db_bytes(to, out, e);
	db_close(to);
	return ok;
}

bool
archive_rows_write(struct db *db, int64_t cycle_id, struct buf *out, struct err *e)
{
	return archive_rows_take(db, cycle_id, takings, sizeof takings / sizeof *takings, out, e);
}

SQL(count_archived,
	"SELECT (SELECT count(*) FROM sheet WHERE cycle_id = $1),"
	" (SELECT count(*) FROM sheet WHERE cycle_id = $1 AND submitted IS NOT NULL),"
	" (SELECT count(*) FROM cycle_department WHERE cycle_id = $1),"
	" (SELECT count(*) FROM document WHERE cycle_id = $1),"
	" (SELECT count(*) FROM attachment x JOIN sheet s ON s.id = x.sheet_id WHERE s.cycle_id = $1),"
	" (SELECT count(*) FROM " EVENTS ")");

bool
archive_rows_count(struct db *db, int64_t cycle_id, struct archive_counts *out, struct err *e)
{
	struct rows r;
	*out = (struct archive_counts){0};
	if (!db_query(db, &r, e, count_archived, "i", cycle_id))
		return false;
	if (rows_next(&r))
		*out = (struct archive_counts){.sheets = row_int(&r, 0),
			.submitted = row_int(&r, 1),
			.departments = row_int(&r, 2),
			.documents = row_int(&r, 3),
			.evidence = row_int(&r, 4),
			.events = row_int(&r, 5)};
	return rows_end(&r, e);
}
