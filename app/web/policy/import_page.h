#ifndef WEB_POLICY_IMPORT_PAGE_H
#define WEB_POLICY_IMPORT_PAGE_H

/* An edition of the policy or the standards from a file: read, shown with what it would change, and only then
 * taken over. What the two differ in is a kind. */

#include "view/view.h"
#include "web/pending.h"
#include "web/web.h"
#include "yaml/yaml.h"

/* What is being imported; a kind has its own after it. */
struct importing {
	const struct import_kind *kind;
	struct pending file;
	const char *filename; /* as it may be kept */
	char digest[DIGEST_SIZE];
	struct faults faults;
	int64_t id; /* of the edition it has become */
};

struct import_kind {
	const char *title;        /* of the page, to be translated */
	const char *file;         /* its template */
	const char *field;        /* of the form, which has the file */
	const char *const *names; /* what is typed beside it; the last is NULL */
	const char *place;        /* where editions are shown */
	size_t size;              /* of its struct, which begins with struct importing */
	/* What the form shows besides the typed fields; may be NULL. */
	void (*form_fill)(struct call *c, struct dict *page);
	/* The typed fields and the file. *read false: the faults say why. */
	bool (*read)(struct call *c, struct importing *w, bool *read, struct err *e);
	bool (*fits)(struct db *db, const struct importing *w, struct err *e);
	bool (*changes_fill)(struct call *c, struct dict *dry, const struct importing *w, struct err *e);
	bool (*add)(struct db *db, struct importing *w, struct err *e); /* in a piece; sets id */
};

void import_show(struct call *c, const struct import_kind *k);
void import_try(struct call *c, const struct import_kind *k);
void import_apply(struct call *c, const struct import_kind *k);

#endif
