#include "store/keep/archive_parts.h"

#include <string.h>

/* What was asked, and by which rules it was counted. */
SQL(archived_questions,
	"SELECT 'policy', t.yaml FROM cycle_rules r JOIN rule_text t ON t.digest = r.policy"
	" WHERE r.cycle_id = $1"
	" UNION ALL SELECT 'scales', t.yaml FROM cycle_rules r JOIN rule_text t ON t.digest = r.scales"
	" WHERE r.cycle_id = $1"
	" UNION ALL SELECT 'sets/' || c.set_key, q.yaml FROM cycle_set c"
	" JOIN question_set q ON q.id = c.question_set_id WHERE c.cycle_id = $1 ORDER BY 1");

bool
archive_questions(struct db *db, struct arena *a, int64_t cycle_id, struct archive_part **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, archived_questions, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct archive_part){
			.name = arena_printf(a, "questionnaires/%s.yaml", row_peek(&r, 0, NULL)),
			.text = row_text(&r, 1, a)};
	}
	return rows_end(&r, e);
}

SQL(archived_documents,
	"SELECT d.year, d.number, d.edition, d.recipe, coalesce(p.key, 'body'), f.format, f.digest"
	" FROM document d JOIN document_file f ON f.document_id = d.id"
	" LEFT JOIN department p ON p.id = d.department_id WHERE d.cycle_id = $1"
	" ORDER BY d.year, d.number, d.edition, f.format");

bool
archive_documents(struct db *db, struct arena *a, int64_t cycle_id, struct archive_part **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, archived_documents, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] =
			(struct archive_part){.name = arena_printf(a, "documents/%lld-%04lld-%lld-%s-%s.%s",
						      (long long)row_int(&r, 0), (long long)row_int(&r, 1),
						      (long long)row_int(&r, 2), row_text(&r, 3, a),
						      row_text(&r, 4, a), row_text(&r, 5, a)),
				.digest = row_text(&r, 6, a)};
	}
	return rows_end(&r, e);
}

SQL(archived_evidence, "SELECT DISTINCT f.digest, f.kind FROM attachment f JOIN sheet s ON s.id = f.sheet_id"
		       " WHERE s.cycle_id = $1 ORDER BY f.digest, f.kind");

bool
archive_evidence(struct db *db, struct arena *a, int64_t cycle_id, struct archive_part **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, archived_evidence, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		const char *digest = row_text(&r, 0, a);
		(*out)[(*count)++] = (struct archive_part){
			.name = arena_printf(a, "evidence/%s.%s", digest, row_peek(&r, 1, NULL)),
			.digest = digest};
	}
	return rows_end(&r, e);
}

SQL(archived_facts, "SELECT id, title, year, edition, state FROM cycle ORDER BY id");
SQL(archived_secrets, "SELECT (SELECT count(*) FROM account WHERE password IS NOT NULL)"
		      " + (SELECT count(*) FROM session) + (SELECT count(*) FROM invitation)");

bool
archive_facts_read(struct db *db, struct arena *a, struct archive_facts *out, struct err *e)
{
	struct rows r;
	*out = (struct archive_facts){.title = "", .year = "", .edition = ""};
	if (!db_query(db, &r, e, archived_facts, ""))
		return false;
	while (rows_next(&r)) {
		if (out->cycles++ > 0)
			continue;
		out->cycle_id = row_int(&r, 0);
		out->title = row_text(&r, 1, a);
		out->year = row_text(&r, 2, a);
		out->edition = row_text(&r, 3, a);
		out->ended = strcmp(row_peek(&r, 4, NULL), "ended") == 0;
	}
	if (!rows_end(&r, e) || !db_query(db, &r, e, archived_secrets, ""))
		return false;
	out->secrets = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}
