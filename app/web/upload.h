#ifndef WEB_UPLOAD_H
#define WEB_UPLOAD_H

/*
 * A file that was sent, and the row that names it (store/files.h): the row is tried on the writer first and
 * undone, then the file is stored, then the row. So what is refused at first sight
 * leaves no file behind that nothing names.
 */

#include "base/secret.h"
#include "web/web.h"

/* As web_write; the bytes stay until then, the file's digest is in `digest` before the work is called, which
 * it is twice. */
void web_write_file(struct call *c, const void *data, size_t length, char digest[DIGEST_SIZE],
	bool (*work)(struct db *, struct piece *, struct err *), void *with,
	void (*then)(struct call *c, const struct err *failed));

#endif
