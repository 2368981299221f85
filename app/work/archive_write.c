/* Writing an archive: what it holds is gathered, named, hashed and bound. */
#include "work/archive.h"

#include <string.h>

#include "base/words.h"
#include "report/freeze.h"
#include "report/issue.h"
#include "store/cycle/cycle_settings.h"
#include "store/event_chain.h"
#include "store/keep/archive_parts.h"
#include "store/keep/archive_rows.h"
#include "store/keep/retained.h"
#include "work/archive_readme.h"
#include "work/archive_seal.h"

struct writing {
	struct store *store;
	struct db *db;
	struct arena *arena;
	const struct archive_wish *wish;
	struct cycle cycle;
	struct sealing sealing;
	struct archive_counts counts;
	size_t document_count, evidence_count; /* files */
	struct retained *kept;
	size_t kept_count;
	struct archived *out;
};

/* ---- what is in it ------------------------------------------------------------------------- */

/* Documents get their bytes when they are first asked for. */
static bool
documents_print(struct writing *w, struct err *e)
{
	struct document *list;
	size_t count;
	if (!documents_of_cycle(w->db, w->arena, w->cycle.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct issued printed;
		struct err why = {0};
		struct arena *a = arena_create();
		bool ok = document_print(w->store, a, &list[i], GLYPHS_SUBSTITUTE, &printed, &why);
		if (ok)
			buf_free(&printed.bytes);
		arena_destroy(a);
		/* Whose figures have been reopened or disposed of since, there never were any bytes of. */
		if (!ok && why.kind != ERR_CONFLICT && why.kind != ERR_GONE)
			return err_set(e, why.kind, "%s", why.text);
		if (w->wish->tell != NULL && !w->wish->tell(w->wish->with, i, count, e))
			return false;
	}
	return true;
}

static bool
questions_add(struct writing *w, struct err *e)
{
	struct archive_part *list;
	size_t count;
	if (!archive_questions(w->db, w->arena, w->cycle.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!sealing_add(&w->sealing, list[i].name, list[i].text, strlen(list[i].text), e))
			return false;
	return true;
}

static bool
database_add(struct writing *w, struct err *e)
{
	struct buf bytes = BUF_INIT;
	bool ok = archive_rows_write(w->db, w->cycle.id, &bytes, e) &&
		  archive_rows_count(w->db, w->cycle.id, &w->counts, e) &&
		  sealing_add(&w->sealing, ARCHIVE_DATABASE,
			  arena_strndup(w->arena, bytes.data, bytes.length), bytes.length, e);
	buf_free(&bytes);
	return ok;
}

/* As of the classes now. */
static bool
kept_read(struct writing *w, struct err *e)
{
	struct record_subject subject = {w->cycle.id, w->cycle.year};
	return retained_list(
		w->db, w->arena, subject, day_of_instant(w->cycle.ended_at), 0, &w->kept, &w->kept_count, e);
}

static bool
readme_add(struct writing *w, struct err *e)
{
	struct buf text = BUF_INIT;
	const struct retained *sheets = retained_find(w->kept, w->kept_count, "sheets");
	struct archive_readme r = {.cycle = &w->cycle,
		.body = cycle_setting_text(w->db, w->arena, &w->cycle, "body_name"),
		.counts = &w->counts,
		.documents = w->document_count,
		.evidence = w->evidence_count,
		.sheets_until = sheets != NULL && !sheets->span.endless ? sheets->span.expires : 0};
	bool ok = archive_readme_write(w->arena, &r, &text, e) &&
		  sealing_add(&w->sealing, ARCHIVE_README, arena_strndup(w->arena, text.data, text.length),
			  text.length, e);
	buf_free(&text);
	return ok;
}

/* ---- the manifest ---------------------------------------------------------------------------- */

static void
count_add(struct manifest *m, const char *name, int64_t count)
{
	manifest_add(m, "totals", name, arena_printf(m->arena, "%lld", (long long)count));
}

/* Until when each kind is kept, or that it is gone. */
static void
records_say(struct writing *w, struct manifest *m)
{
	const struct retained *list = w->kept;
	for (size_t i = 0; i < w->kept_count; i++) {
		char starts[16], expires[16] = "", gone[16];
		day_format(list[i].span.starts, starts);
		if (!list[i].span.endless)
			day_format(list[i].span.expires, expires);
		day_format(day_of_instant(list[i].disposed_at), gone);
		bool disposed = list[i].state == RETAINED_DISPOSED;
		manifest_add(m, "retention", list[i].kind->key,
			arena_printf(m->arena, "%s %s %s%s%s%s", retention_class_key(list[i].kind->years),
				starts, expires, expires[0] != '\0' ? " " : "",
				disposed            ? "disposed "
				: list[i].count > 0 ? "kept"
						    : "none",
				disposed ? gone : ""));
	}
}

static bool
log_say(struct writing *w, struct manifest *m, struct err *e)
{
	struct archive *x = &w->out->record;
	struct event_mark mark = {0};
	int64_t events;
	x->log_head = "";
	if (!archive_log_last(w->db, &w->cycle, &mark.last, e))
		return false;
	if (mark.last == 0)
		return true;
	if (!event_chain_read(w->db, &mark, 1, &events, e))
		return false;
	if (!mark.known)
		return true;
	x->log_last = mark.last;
	x->log_head = arena_strdup(w->arena, mark.digest);
	manifest_add(m, "log", "last", arena_printf(m->arena, "%lld", (long long)mark.last));
	manifest_add(m, "log", "head", mark.digest);
	return true;
}

static bool
facts_say(struct writing *w, struct manifest *m, struct err *e)
{
	const struct cycle *c = &w->cycle;
	char ended[32];
	instant_format(c->ended_at, ended);
	manifest_add(m, NULL, "format", ARCHIVE_FORMAT);
	manifest_add(m, NULL, "schema", arena_printf(m->arena, "%d", STORE_SCHEMA_VERSION));
	manifest_add(m, NULL, "body", cycle_setting_text(w->db, w->arena, c, "body_name"));
	manifest_add(m, "cycle", "title", c->title);
	manifest_add(m, "cycle", "year", arena_printf(m->arena, "%d", c->year));
	manifest_add(m, "cycle", "edition", arena_printf(m->arena, "%d", c->edition));
	manifest_add(m, "cycle", "ended", ended);
	count_add(m, "departments", w->counts.departments);
	count_add(m, "sheets", w->counts.sheets);
	count_add(m, "submitted", w->counts.submitted);
	count_add(m, "documents", w->counts.documents);
	count_add(m, "evidence", w->counts.evidence);
	count_add(m, "events", w->counts.events);
	manifest_add(m, NULL, "evidence", w->wish->evidence ? "included" : "left out");
	records_say(w, m);
	return log_say(w, m, e);
}

/* ---- bound --------------------------------------------------------------------------------- */

static bool
archive_seal(struct writing *w, struct err *e)
{
	char seal[DIGEST_SIZE];
	bool ok = facts_say(w, &w->sealing.manifest, e) &&
		  sealing_finish(&w->sealing, w->cycle.ended_at, &w->out->bytes, seal, e);
	if (!ok)
		return false;
	struct archive *x = &w->out->record;
	x->cycle_id = w->cycle.id;
	x->cycle_title = w->cycle.title;
	x->year = w->cycle.year;
	x->edition = w->cycle.edition;
	x->seal = arena_strdup(w->arena, seal);
	x->size = (int64_t)w->out->bytes.length;
	x->sheets = w->counts.sheets > 0;
	x->evidence = w->wish->evidence && w->counts.evidence > 0;
	w->out->files = w->sealing.count + 1;
	w->out->filename = arena_printf(w->arena, "tenken-%d-%d.zip", w->cycle.year, w->cycle.edition);
	return true;
}

/* Bytes do not change under their digest, so only the rows are read in one snapshot. */
static bool
archive_gather(struct writing *w, struct err *e)
{
	if (!db_begin(w->db, e))
		return false;
	bool ok = database_add(w, e) && questions_add(w, e) &&
		  sealing_add_kept(&w->sealing, w->store, w->db, archive_documents, w->cycle.id,
			  &w->document_count, e) &&
		  (!w->wish->evidence || sealing_add_kept(&w->sealing, w->store, w->db, archive_evidence,
						 w->cycle.id, &w->evidence_count, e)) &&
		  kept_read(w, e) && readme_add(w, e) && archive_seal(w, e);
	db_rollback(w->db);
	return ok;
}

bool
archive_write(struct store *s, struct arena *a, const struct archive_wish *wish, struct archived *out,
	struct err *e)
{
	struct writing w = {.store = s,
		.db = store_reader(s, e),
		.arena = a,
		.wish = wish,
		.out = out,
		.sealing = {.arena = a, .manifest = {.arena = a}}};
	*out = (struct archived){0};
	if (w.db == NULL || !cycle_find(w.db, a, wish->cycle_id, &w.cycle, e))
		return false;
	if (w.cycle.state != CYCLE_ENDED)
		return err_set(e, ERR_CONFLICT,
			_("%s has not ended: only what does not change any more is sealed"), w.cycle.title);
	if (report_freeze_left(s, e) && documents_print(&w, e) && archive_gather(&w, e))
		return true;
	buf_free(&out->bytes);
	return false;
}
