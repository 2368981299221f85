#ifndef WEB_FILES_H
#define WEB_FILES_H

/* The files of static/, read once at the start, packed and ready to be sent. */

#include "base/buf.h"
#include "base/err.h"
#include "base/secret.h"

struct files;

struct file {
	const char *name, *type;
	const char *bytes;
	size_t length;
	struct buf packed; /* gzip; empty when it gains nothing */
	char digest[DIGEST_SIZE];
};

struct files *files_load(const char *directory, struct err *e);
void files_destroy(struct files *f);                                    /* NULL accepted */
const struct file *files_find(const struct files *f, const char *name); /* NULL: there is none */

/* Of all files together: /static/x?v=VERSION may be kept for ever. */
const char *files_version(const struct files *f);

#endif
