/* Verifying an archive: everything in it is held against its manifest, and the manifest against what
 * the database says. Each fault is a sentence, and one does not end it. */
#include "work/archive.h"
#include "work/archive_audits.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/keep/manifest.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/figure/verify.h"
#include "store/keep/archive_parts.h"
#include "store/keep/archive_rows.h"
#include "zip/zip.h"

static const struct unbundle_limits limits = {
	.entries = 200000, .entry_size = (size_t)1 << 30, .total_size = (size_t)5 << 28, .ratio = 1000};

struct verifying {
	struct unbundle *zip;
	struct arena *arena;
	struct manifest manifest;
	void (*say)(void *, const char *line);
	void *with;
	struct archive_report *report;
	struct db *db; /* NULL: it could not be opened */
	char *database;
	size_t database_length;
};

static void __attribute__((format(printf, 2, 3))) fault(struct verifying *v, const char *format, ...)
{
	char line[1024];
	va_list ap;
	va_start(ap, format);
	vsnprintf(line, sizeof line, format, ap);
	va_end(ap);
	v->report->faults++;
	v->say(v->with, line);
}

/* ---- the files against the manifest ------------------------------------------------------------ */

static void
file_check(struct verifying *v, const char *name, const char *digest)
{
	struct err e = {0};
	char *data, found[DIGEST_SIZE], size[32];
	size_t length;
	struct arena *a = strcmp(name, ARCHIVE_DATABASE) == 0 ? v->arena : arena_create();
	v->report->files++;
	if (!unbundle_read(v->zip, a, name, &data, &length, &e)) {
		fault(v, "%s", e.text);
	} else {
		const char *bytes = manifest_get(&v->manifest, "bytes", name);
		sha256_of(data, length, found);
		snprintf(size, sizeof size, "%zu", length);
		if (strcmp(found, digest) != 0)
			fault(v, _("\"%s\" is not the file that was sealed"), name);
		else if (bytes == NULL || strcmp(bytes, size) != 0)
			fault(v, _("the manifest does not say of \"%s\" how large it is"), name);
		if (a == v->arena) {
			v->database = data;
			v->database_length = length;
		}
	}
	if (a != v->arena)
		arena_destroy(a);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
extras_check(struct verifying *v)
{
	size_t count = unbundle_count(v->zip);
	const char **names = ARENA_ARRAY(v->arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = unbundle_name(v->zip, i);
	qsort(names, count, sizeof *names, by_bytes);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], ARCHIVE_MANIFEST) != 0 &&
			manifest_get(&v->manifest, "sha256", names[i]) == NULL)
			fault(v, _("\"%s\" is in the archive, but not in its manifest"), names[i]);
		if (i > 0 && strcmp(names[i - 1], names[i]) == 0)
			fault(v, _("\"%s\" is in the archive twice"), names[i]);
	}
}

static void
files_check(struct verifying *v)
{
	for (size_t i = 0; i < v->manifest.count; i++) {
		const struct manifest_entry *x = &v->manifest.entries[i];
		if (x->section != NULL && strcmp(x->section, "sha256") == 0)
			file_check(v, x->name, x->value);
	}
	extras_check(v);
	if (v->database == NULL)
		fault(v, _("the archive has no \"%s\""), ARCHIVE_DATABASE);
}

/* ---- the manifest against the database ------------------------------------------------------------- */

static void
fact_check(struct verifying *v, const char *section, const char *name, const char *value)
{
	const char *said = manifest_get(&v->manifest, section, name);
	if (said == NULL || strcmp(said, value) != 0)
		fault(v, _("the manifest says of %s \"%s\", the database \"%s\""), name,
			said != NULL ? said : "", value);
}

static void
facts_check(struct verifying *v, const struct archive_facts *f)
{
	if (f->cycles != 1)
		fault(v, _("the archive holds %lld cycles instead of one"), (long long)f->cycles);
	else if (!f->ended)
		fault(v, _("the cycle in the archive has not ended"));
	if (f->secrets > 0)
		fault(v, _("the archive holds what opens accounts"));
	fact_check(v, "cycle", "title", f->title);
	fact_check(v, "cycle", "year", f->year);
	fact_check(v, "cycle", "edition", f->edition);
}

static bool
totals_check(struct verifying *v, int64_t cycle_id, struct err *e)
{
	struct archive_counts n;
	if (!archive_rows_count(v->db, cycle_id, &n, e))
		return false;
	const struct {
		const char *name;
		int64_t count;
	} totals[] = {{"departments", n.departments}, {"sheets", n.sheets}, {"submitted", n.submitted},
		{"documents", n.documents}, {"evidence", n.evidence}, {"events", n.events}};
	for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
		fact_check(v, "totals", totals[i].name,
			arena_printf(v->arena, "%lld", (long long)totals[i].count));
	v->report->sheets = n.sheets;
	return true;
}

/* ---- the database against the files ---------------------------------------------------------------- */

/* Under the very name, with the very bytes. */
static void
part_check(struct verifying *v, const struct archive_part *p)
{
	char found[DIGEST_SIZE];
	const char *digest = p->digest, *sealed = manifest_get(&v->manifest, "sha256", p->name);
	if (digest == NULL) {
		sha256_of(p->text, strlen(p->text), found);
		digest = found;
	}
	if (sealed == NULL)
		fault(v, _("the database names \"%s\", and the archive does not have it"), p->name);
	else if (strcmp(sealed, digest) != 0)
		fault(v, _("\"%s\" is not the file that the database names"), p->name);
}

static bool
says(const struct verifying *v, const char *name, const char *value)
{
	const char *said = manifest_get(&v->manifest, NULL, name);
	return said != NULL && strcmp(said, value) == 0;
}

static bool
parts_check(struct verifying *v, int64_t cycle_id, struct err *e)
{
	struct archive_part *lists[3] = {NULL};
	size_t counts[3] = {0};
	bool without = says(v, "evidence", "left out");
	if (!archive_questions(v->db, v->arena, cycle_id, &lists[0], &counts[0], e) ||
		!archive_documents(v->db, v->arena, cycle_id, &lists[1], &counts[1], e) ||
		(!without && !archive_evidence(v->db, v->arena, cycle_id, &lists[2], &counts[2], e)))
		return false;
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < counts[i]; k++)
			part_check(v, &lists[i][k]);
	return true;
}

/* ---- the answers against the summaries ------------------------------------------------------------- */

/* By what was asked and how it is scored as it stands in the archive. */
static const struct bank *
bank_read(struct verifying *v, struct err *e)
{
	char *policy, *scales;
	size_t policy_length, scales_length;
	struct faults f = {.arena = v->arena};
	struct bank *b = ARENA_NEW(v->arena, struct bank);
	if (!unbundle_read(v->zip, v->arena, "questionnaires/policy.yaml", &policy, &policy_length, e) ||
		!unbundle_read(v->zip, v->arena, "questionnaires/scales.yaml", &scales, &scales_length, e))
		return NULL;
	b->policy = policy_parse(policy, policy_length, "policy.yaml", &f);
	b->scales = scales_parse(scales, scales_length, "scales.yaml", &f);
	if (b->policy != NULL && b->scales != NULL)
		return b;
	err_set(e, ERR_INPUT, "%s", f.count > 0 ? f.items[0].text : "");
	return NULL;
}

static void
difference_say(void *with, const char *line)
{
	struct verifying *v = with;
	v->report->faults++;
	v->say(v->with, line);
}

static bool
recount(struct verifying *v, struct err *e)
{
	const struct bank *bank = bank_read(v, e);
	if (bank == NULL)
		return false;
	struct verify_result result;
	struct frozen *frozen = frozen_create(bank);
	struct check c = {.db = v->db, .frozen = frozen, .say = difference_say, .with = v, .result = &result};
	bool ok = body_verify(&c, e);
	frozen_destroy(frozen);
	v->report->answers = result.answers;
	v->report->disposed = result.disposed > 0;
	return ok;
}

/* ---- of audits ---------------------------------------------------------------------------------------- */

static bool
audit_totals_check(struct verifying *v, int year, struct err *e)
{
	struct audit_archive_counts n;
	struct archive_total totals[AUDIT_TOTALS];
	if (!audit_archive_count(v->db, year, &n, e))
		return false;
	audit_totals(&n, totals);
	for (size_t i = 0; i < AUDIT_TOTALS; i++)
		fact_check(v, "totals", totals[i].name,
			arena_printf(v->arena, "%lld", (long long)totals[i].count));
	if (n.audits == 0 || n.open > 0)
		fault(v, _("the audits in the archive are not over"));
	return true;
}

static bool
audit_parts_check(struct verifying *v, int year, struct err *e)
{
	struct archive_part *list;
	size_t count;
	if (!audit_archive_documents(v->db, v->arena, year, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		part_check(v, &list[i]);
	if (says(v, "evidence", "left out"))
		return true;
	if (!audit_archive_evidence(v->db, v->arena, year, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		part_check(v, &list[i]);
	return true;
}

static bool
audits_check(struct verifying *v, const struct archive_facts *f, struct err *e)
{
	int64_t year;
	const char *said = manifest_get(&v->manifest, NULL, "year");
	if (f->cycles > 0)
		fault(v, _("the archive of audits holds a cycle"));
	if (f->secrets > 0)
		fault(v, _("the archive holds what opens accounts"));
	if (said == NULL || !number_parse(said, 2000, 2200, &year))
		return err_set(e, ERR_INPUT, _("the manifest does not say of which year the audits are"));
	return audit_totals_check(v, (int)year, e) && audit_parts_check(v, (int)year, e);
}

static bool
database_check(struct verifying *v, struct err *e)
{
	struct archive_facts facts;
	if (!archive_facts_read(v->db, v->arena, &facts, e))
		return false;
	if (says(v, "of", ARCHIVE_OF_AUDITS))
		return audits_check(v, &facts, e);
	facts_check(v, &facts);
	return totals_check(v, facts.cycle_id, e) && parts_check(v, facts.cycle_id, e) && recount(v, e);
}

/* ---- together ------------------------------------------------------------------------------------------ */

static bool
manifest_open(struct verifying *v, const void *bytes, size_t length, char seal[DIGEST_SIZE], struct err *e)
{
	char *text;
	size_t size;
	v->zip = unbundle_open(bytes, length, &limits, e);
	if (v->zip == NULL)
		return false;
	if (!unbundle_read(v->zip, v->arena, ARCHIVE_MANIFEST, &text, &size, e))
		return err_set(
			e, ERR_INPUT, _("this is no archive of tenken: it has no manifest that can be read"));
	manifest_seal(text, size, seal);
	if (!manifest_parse(v->arena, text, size, &v->manifest, e))
		return false;
	const char *format = manifest_get(&v->manifest, NULL, "format");
	return (format != NULL && strcmp(format, ARCHIVE_FORMAT) == 0) ||
	       err_set(e, ERR_INPUT, _("this archive is in a form that is not known here: %s"),
		       format != NULL ? format : "");
}

static void
seal_check(struct verifying *v, const char *seal)
{
	char given[DIGEST_SIZE];
	if (seal == NULL)
		return;
	v->report->sealed = seal_read(seal, given) && strcmp(given, v->report->seal) == 0;
	if (!v->report->sealed)
		fault(v, _("the seal of this archive is %s, and not the one that was given"),
			v->report->seal);
}

bool
archive_verify(const void *bytes, size_t length, const char *seal, void (*say)(void *, const char *line),
	void *with, struct archive_report *out, struct err *e)
{
	struct verifying v = {.arena = arena_create(), .say = say, .with = with, .report = out};
	struct err why = {0};
	*out = (struct archive_report){0};
	bool ok = manifest_open(&v, bytes, length, out->seal, e);
	if (ok) {
		seal_check(&v, seal);
		files_check(&v);
		v.db = v.database == NULL ? NULL : archive_rows_open(v.database, v.database_length, &why);
		if (v.database != NULL && (v.db == NULL || !database_check(&v, &why)))
			fault(&v, "%s", why.text);
	}
	db_close(v.db);
	unbundle_close(v.zip);
	arena_destroy(v.arena);
	return ok;
}

bool
archive_list(const void *bytes, size_t length, void (*say)(void *, const char *line), void *with,
	char seal[DIGEST_SIZE], struct err *e)
{
	struct verifying v = {.arena = arena_create()};
	bool ok = manifest_open(&v, bytes, length, seal, e);
	for (size_t i = 0; ok && i < v.manifest.count; i++) {
		const struct manifest_entry *x = &v.manifest.entries[i];
		say(with, arena_printf(v.arena, "%s%s%s: %s", x->section != NULL ? x->section : "",
				  x->section != NULL ? " " : "", x->name, x->value));
	}
	unbundle_close(v.zip);
	arena_destroy(v.arena);
	return ok;
}
