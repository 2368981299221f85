#include "report/verify.h"

#include <string.h>

#include "report/shelf.h"
#include "store/keep/disposals.h"

const char *
verdict_key(enum verdict v)
{
	static const char *const keys[VERDICTS] = {[VERDICT_ISSUED] = "issued",
		[VERDICT_SUPERSEDED] = "superseded",
		[VERDICT_REOPENED] = "reopened",
		[VERDICT_ALTERED] = "altered",
		[VERDICT_DISPOSED] = "disposed",
		[VERDICT_UNKNOWN] = "unknown"};
	return keys[v];
}

/* What the file says of itself; NULL when it says nothing. */
static const char *
fingerprint_of(struct arena *a, const char *bytes, size_t length)
{
	static const char key[] = "/" PDF_FINGERPRINT " (";
	const char *at = length == 0 ? NULL : memmem(bytes, length, key, sizeof key - 1);
	const char *end = at == NULL ? NULL : bytes + length;
	if (at == NULL || (size_t)(end - at) < sizeof key - 1 + DIGEST_SIZE)
		return NULL;
	at += sizeof key - 1;
	for (size_t i = 0; i < DIGEST_SIZE - 1; i++)
		if (strchr("0123456789abcdef", at[i]) == NULL || at[i] == '\0')
			return NULL;
	return arena_strndup(a, at, DIGEST_SIZE - 1);
}

/* ERR_ABSENT is an answer here, not a failure. */
static bool
found_or_absent(bool found, bool *out, struct err *e)
{
	*out = found;
	if (found || e->kind != ERR_ABSENT)
		return found;
	*e = (struct err){0};
	return true;
}

/* What is not there any more has not changed either. */
static bool
still_settled(struct db *db, struct arena *a, const struct document *d, const char *settles)
{
	struct standing now;
	struct err none = {0};
	return !topic_standing(db, a, &d->about, settles, &now, &none) ||
	       now.gone || (now.settled && now.version == d->about_edition);
}

static bool
known_edition(struct db *db, struct arena *a, struct verified *out, struct err *e)
{
	struct document latest;
	struct document_file record;
	bool found, kept;
	const struct shelf *shelf = shelf_get(e);
	if (shelf == NULL || !document_latest(db, a, &out->document, &latest, &found, e) ||
		!document_file_find(db, a, out->document.id, record_format, &record, &kept, e) ||
		!report_number(a, &out->document, &out->number, e))
		return false;
	const struct recipe *r = shelf_find(shelf, out->document.recipe);
	out->title = r == NULL ? out->document.recipe : r->title;
	out->standing = latest.edition;
	out->fingerprint = kept ? record.digest : "";
	if (out->verdict != VERDICT_ISSUED)
		return true;
	if (latest.edition > out->document.edition)
		out->verdict = VERDICT_SUPERSEDED;
	else if (r != NULL && !still_settled(db, a, &out->document, r->settles))
		out->verdict = VERDICT_REOPENED;
	return true;
}

/* The record whose digest the file names went, and so did these very bytes; or others. */
static bool
no_edition(struct db *db, const char *digest, const char *fingerprint, struct verified *out, struct err *e)
{
	bool record = false, bytes = false;
	instant_t at = 0;
	if (!disposed_file(db, digest, &bytes, &at, e) ||
		(fingerprint != NULL && !disposed_file(db, fingerprint, &record, &at, e)))
		return false;
	*out = (struct verified){.verdict = !record ? VERDICT_UNKNOWN
					    : bytes ? VERDICT_DISPOSED
						    : VERDICT_ALTERED,
		.disposed_at = record ? at : 0};
	return true;
}

bool
report_verify(
	struct store *s, struct arena *a, const char *bytes, size_t length, struct verified *out, struct err *e)
{
	char digest[DIGEST_SIZE];
	bool found;
	struct err why = {0};
	struct db *db = store_reader(s, e);
	const char *fingerprint = fingerprint_of(a, bytes, length);
	*out = (struct verified){.verdict = VERDICT_ISSUED};
	if (db == NULL)
		return false;
	sha256_of(bytes, length, digest);
	bool ok = found_or_absent(document_of_bytes(db, a, pdf_format, digest, &out->document, &why), &found, &why);
	if (ok && !found && fingerprint != NULL) {
		out->verdict = VERDICT_ALTERED;
		ok = found_or_absent(
			document_of_bytes(db, a, record_format, fingerprint, &out->document, &why), &found, &why);
	}
	if (!ok) {
		*e = why;
		return false;
	}
	return found ? known_edition(db, a, out, e) : no_edition(db, digest, fingerprint, out, e);
}
