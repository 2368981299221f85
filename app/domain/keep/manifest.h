#ifndef DOMAIN_KEEP_MANIFEST_H
#define DOMAIN_KEEP_MANIFEST_H

/*
 * The manifest of an archive (保存ファイルの目録): what it is of, how many of what it
 * holds, and each file with its size and SHA-256. It is a JSON document of texts in
 * one form only: the same entries give the same bytes, and a text in another form is
 * refused. Its own SHA-256 is the seal (封印): whoever has the seal on paper can tell
 * for ever whether anything in the archive is as it was sealed.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/secret.h"

struct manifest_entry {
	const char *section, *name, *value; /* section NULL: at the top */
};

/* Entries of a section stand together. */
struct manifest {
	struct arena *arena; /* of what is added */
	struct manifest_entry *entries;
	size_t count;
	const struct manifest_entry **sorted; /* what was parsed, to be found in; NULL: what is added */
};

void manifest_add(struct manifest *m, const char *section, const char *name, const char *value);
const char *manifest_get(const struct manifest *m, const char *section, const char *name); /* NULL: none */

void manifest_write(const struct manifest *m, struct buf *out);
/* ERR_INPUT when it is no such document, or written otherwise than manifest_write would. */
bool manifest_parse(struct arena *a, const char *text, size_t length, struct manifest *out, struct err *e);

void manifest_seal(const char *text, size_t length, char out[DIGEST_SIZE]);

/* For people: groups of eight, and back; blanks, hyphens and the case of letters do not matter. */
enum { SEAL_SHOWN_SIZE = DIGEST_SIZE + 7 };
void seal_show(const char *seal, char out[SEAL_SHOWN_SIZE]);
bool seal_read(const char *typed, char out[DIGEST_SIZE]);

#endif
