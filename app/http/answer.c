/* Answers, and the headers that every one of them carries. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zlib.h>

#include "http/inside.h"

/* Nothing from elsewhere, no script in the page, no frame around it; what a page
 * shows is the visitor's alone, so no cache keeps it. */
static const struct pair always[] = {
	{"Content-Security-Policy",
		"default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
		"frame-ancestors 'none'; form-action 'self'; base-uri 'none'"},
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
	{"Referrer-Policy", "same-origin"},
	{"Cache-Control", "no-store"},
};

void
http_set_header(struct http_request *rq, const char *name, const char *value)
{
	rq->headers = ARENA_PUSH(rq->arena, rq->headers, rq->header_count);
	rq->headers[rq->header_count++] =
		(struct pair){arena_strdup(rq->arena, name), arena_strdup(rq->arena, value)};
}

static bool
header_given(const struct http_request *rq, const char *name)
{
	for (size_t i = 0; i < rq->header_count; i++)
		if (strcasecmp(rq->headers[i].name, name) == 0)
			return true;
	return false;
}

static void
answer_queue(struct http_request *rq, int status, const char *type, struct MHD_Response *response)
{
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		if (!header_given(rq, always[i].name))
			MHD_add_response_header(response, always[i].name, always[i].value);
	for (size_t i = 0; i < rq->header_count; i++)
		MHD_add_response_header(response, rq->headers[i].name, rq->headers[i].value);
	if (type != NULL)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	if (rq->refused != 0 || rq->server->stopping)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
	rq->answered = MHD_queue_response(rq->connection, (unsigned)status, response) == MHD_YES;
	MHD_destroy_response(response);
}

void
http_answer(struct http_request *rq, int status, const char *type, struct buf *body)
{
	size_t length = 0;
	char *bytes = body == NULL ? NULL : buf_take(body, &length);
	struct MHD_Response *response =
		length == 0 ? MHD_create_response_from_buffer(0, (void *)"", MHD_RESPMEM_PERSISTENT)
			    : MHD_create_response_from_buffer(length, bytes, MHD_RESPMEM_MUST_FREE);
	if (length == 0)
		free(bytes);
	answer_queue(rq, status, type, response);
}

void
http_answer_static(struct http_request *rq, int status, const char *type, const char *encoding,
	const void *bytes, size_t length)
{
	struct MHD_Response *response =
		MHD_create_response_from_buffer(length, (void *)bytes, MHD_RESPMEM_PERSISTENT);
	if (encoding != NULL)
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_ENCODING, encoding);
	answer_queue(rq, status, type, response);
}

void
http_pack(const void *bytes, size_t length, struct buf *out)
{
	enum { WINDOW_BITS = 15, GZIP_WRAPPER = 16, MEMORY_LEVEL = 9 };
	z_stream z = {0};
	if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, WINDOW_BITS + GZIP_WRAPPER, MEMORY_LEVEL,
		    Z_DEFAULT_STRATEGY) != Z_OK)
		abort();
	uLong most = deflateBound(&z, length);
	buf_reserve(out, most);
	z.next_in = (Bytef *)bytes;
	z.avail_in = (uInt)length;
	z.next_out = (Bytef *)out->data + out->length;
	z.avail_out = (uInt)most;
	if (deflate(&z, Z_FINISH) != Z_STREAM_END)
		abort(); /* deflateBound made room */
	out->length += z.total_out;
	out->data[out->length] = '\0';
	deflateEnd(&z);
}
