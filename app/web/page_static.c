/* Style sheet, script and pictures. The page names them with ?v=, the version of
 * their content, and such an answer is kept for ever; without it, the browser asks
 * again and is told 304. */
#include <string.h>

#include "web/entry.h"
#include "web/files.h"
#include "web/inside.h"

enum { STATUS_UNCHANGED = 304, STATUS_ABSENT = 404 };

void
page_static(struct call *c)
{
	const struct file *f = files_find(c->web->files, c->parts[0]);
	if (f == NULL) {
		page_status(c, STATUS_ABSENT, NULL);
		return;
	}
	bool packed = f->packed.length > 0 && f->packed.length < f->length && http_takes_gzip(c->http);
	const char *etag = arena_printf(c->arena, "\"%.16s%s\"", f->digest, packed ? "-gz" : "");
	const char *version = http_query(c->http, "v"), *held = http_header(c->http, "If-None-Match");
	bool forever = version != NULL && strcmp(version, files_version(c->web->files)) == 0;
	http_set_header(
		c->http, "Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
	http_set_header(c->http, "ETag", etag);
	http_set_header(c->http, "Vary", "Accept-Encoding");
	if (held != NULL && strstr(held, etag) != NULL)
		http_answer(c->http, STATUS_UNCHANGED, NULL, NULL);
	else if (packed)
		http_answer_static(c->http, 200, f->type, "gzip", f->packed.data, f->packed.length);
	else
		http_answer_static(c->http, 200, f->type, NULL, f->bytes, f->length);
}
