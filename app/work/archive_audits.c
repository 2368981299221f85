#include "work/archive_audits.h"

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "report/issue.h"
#include "store/event.h"
#include "store/setting.h"
#include "work/archive.h"
#include "work/archive_readme.h"
#include "work/archive_seal.h"

struct writing {
	struct store *store;
	struct db *db;
	struct arena *arena;
	int year;
	bool evidence;
	struct sealing sealing;
	size_t document_files, evidence_files;
	struct archived_audits *out;
};

void
audit_totals(const struct audit_archive_counts *n, struct archive_total out[AUDIT_TOTALS])
{
	const struct archive_total list[AUDIT_TOTALS] = {{"audits", n->audits}, {"lines", n->lines},
		{"findings", n->findings}, {"plans", n->plans}, {"documents", n->documents},
		{"evidence", n->evidence}};
	for (size_t i = 0; i < AUDIT_TOTALS; i++)
		out[i] = list[i];
}

/* ---- what is in it ------------------------------------------------------------------------------ */

/* Of what was issued and cannot be printed any more there never were any bytes. */
static bool
document_bytes(struct writing *w, int64_t id, struct err *e)
{
	struct document d;
	struct issued printed;
	struct err why = {0};
	struct arena *a = arena_create();
	bool ok = document_find(w->db, a, id, &d, &why) &&
		  document_print(w->store, a, &d, GLYPHS_SUBSTITUTE, &printed, &why);
	if (ok)
		buf_free(&printed.bytes);
	arena_destroy(a);
	return ok || why.kind == ERR_CONFLICT || why.kind == ERR_GONE || err_set(e, why.kind, "%s", why.text);
}

static bool
documents_print(struct writing *w, struct err *e)
{
	int64_t *list;
	size_t count;
	if (!audit_archive_issued(w->db, w->arena, w->year, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!document_bytes(w, list[i], e))
			return false;
	return true;
}

static bool
database_add(struct writing *w, struct err *e)
{
	struct buf bytes = BUF_INIT;
	bool ok = audit_archive_rows(w->db, w->year, &bytes, e) &&
		  sealing_add(&w->sealing, ARCHIVE_DATABASE,
			  arena_strndup(w->arena, bytes.data, bytes.length), bytes.length, e);
	buf_free(&bytes);
	return ok;
}

static const char *
number_text(struct arena *a, int64_t n)
{
	return arena_printf(a, "%lld", (long long)n);
}

static bool
readme_add(struct writing *w, struct err *e)
{
	struct buf text = BUF_INIT;
	struct arena *a = w->arena;
	const struct audit_archive_counts *n = &w->out->counts;
	const struct filling list[] = {{"body", setting_text(w->db, a, "body_name")},
		{"fiscal_year", fiscal_year_name(a, w->year)}, {"audits", number_text(a, n->audits)},
		{"lines", number_text(a, n->lines)}, {"findings", number_text(a, n->findings)},
		{"plans", number_text(a, n->plans)},
		{"documents", number_text(a, (int64_t)w->document_files)},
		{"evidence", number_text(a, (int64_t)w->evidence_files)}};
	bool ok = archive_text_write(
			  a, "reports/archive-audits.txt", list, sizeof list / sizeof *list, &text, e) &&
		  sealing_add(&w->sealing, ARCHIVE_README, arena_strndup(a, text.data, text.length),
			  text.length, e);
	buf_free(&text);
	return ok;
}

static bool
archive_seal(struct writing *w, struct err *e)
{
	struct manifest *m = &w->sealing.manifest;
	struct archive_total totals[AUDIT_TOTALS];
	audit_totals(&w->out->counts, totals);
	manifest_add(m, NULL, "format", ARCHIVE_FORMAT);
	manifest_add(m, NULL, "of", ARCHIVE_OF_AUDITS);
	manifest_add(m, NULL, "schema", arena_printf(m->arena, "%d", STORE_SCHEMA_VERSION));
	manifest_add(m, NULL, "body", setting_text(w->db, w->arena, "body_name"));
	manifest_add(m, NULL, "year", arena_printf(m->arena, "%d", w->year));
	for (size_t i = 0; i < AUDIT_TOTALS; i++)
		manifest_add(m, "totals", totals[i].name, number_text(m->arena, totals[i].count));
	manifest_add(m, NULL, "evidence", w->evidence ? "included" : "left out");
	return sealing_finish(&w->sealing, w->out->counts.last, &w->out->bytes, w->out->seal, e);
}

/* ---- together ------------------------------------------------------------------------------------ */

static bool
is_over(struct writing *w, struct err *e)
{
	struct audit_archive_counts *n = &w->out->counts;
	if (!audit_archive_count(w->db, w->year, n, e))
		return false;
	const char *year = fiscal_year_name(w->arena, w->year);
	if (n->audits == 0)
		return err_set(e, ERR_ABSENT, _("there are no audits of %s"), year);
	return n->open == 0 ||
	       err_set(e, ERR_CONFLICT,
		       _("of the audits and findings of %s %lld are not over: only what does not "
			 "change any more is sealed"),
		       year, (long long)n->open);
}

/* Bytes do not change under their digest, so only the rows are read in one snapshot. */
static bool
archive_gather(struct writing *w, struct err *e)
{
	if (!db_begin(w->db, e))
		return false;
	bool ok = is_over(w, e) && database_add(w, e) &&
		  sealing_add_kept(&w->sealing, w->store, w->db, audit_archive_documents, w->year,
			  &w->document_files, e) &&
		  (!w->evidence || sealing_add_kept(&w->sealing, w->store, w->db, audit_archive_evidence,
					   w->year, &w->evidence_files, e)) &&
		  readme_add(w, e) && archive_seal(w, e);
	db_rollback(w->db);
	return ok;
}

bool
audits_archive(
	struct store *s, struct arena *a, int year, bool evidence, struct archived_audits *out, struct err *e)
{
	struct writing w = {.store = s,
		.db = store_reader(s, e),
		.arena = a,
		.year = year,
		.evidence = evidence,
		.sealing = {.arena = a, .manifest = {.arena = a}},
		.out = out};
	*out = (struct archived_audits){.filename = arena_printf(a, "tenken-audits-%d.zip", year)};
	if (w.db != NULL && is_over(&w, e) && documents_print(&w, e) && archive_gather(&w, e)) {
		out->files = w.sealing.count + 1;
		return true;
	}
	buf_free(&out->bytes);
	return false;
}

bool
audits_archive_log(
	struct db *db, int year, const char *seal, int64_t account_id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	bool ok = event_add(db, now, account_id, "audits_archived", arena_printf(a, "%d", year), seal, e);
	arena_destroy(a);
	return ok;
}
