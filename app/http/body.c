/*
 * The body, within bounds. An upload goes through the library's post processor as
 * it arrives. A plain form is gathered and taken apart here: the post processor of
 * 0.9.75 reports a field twice when its bytes arrive singly, does not know a last
 * name without '=', and cuts a name at %00.
 *
 * What goes beyond the bounds is read and dropped for a while, so that the client
 * is still there to be told.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "http/inside.h"

enum {
	STATUS_BAD = 400,
	STATUS_TOO_LARGE = 413,
	STATUS_UNKNOWN_TYPE = 415,
	PARSER_ROOM = 16 * 1024,
	DROPPED_MOST = 64 * 1024 * 1024,
	SLOWEST = 32, /* bytes a millisecond that put the deadline off */
};

/* NULL: no more are taken. */
static struct http_field *
field_add(struct http_request *rq, const char *name, const char *filename)
{
	if (rq->field_count == rq->server->config.field_most) {
		rq->refused = STATUS_TOO_LARGE;
		return NULL;
	}
	rq->fields = ARENA_PUSH(rq->arena, rq->fields, rq->field_count);
	struct http_field *f = &rq->fields[rq->field_count++];
	*f = (struct http_field){.name = name, .value = "", .filename = filename};
	return f;
}

/* ---- uploads -------------------------------------------------------------------- */

static void
value_append(struct http_request *rq, struct http_field *f, const char *data, size_t size)
{
	size_t need = f->length + size + 1;
	if (f->length == 0)
		rq->value_room = 0;
	if (need > rq->value_room) {
		rq->value_room = need > 2 * rq->value_room ? need : 2 * rq->value_room;
		char *larger = arena_alloc(rq->arena, rq->value_room);
		memcpy(larger, f->value, f->length);
		f->value = larger;
	}
	char *value = (char *)f->value; /* ours: it lives in the arena */
	memcpy(value + f->length, data, size);
	f->length += size;
	value[f->length] = '\0';
}

/* The library may report a part's beginning, without a byte, before its first bytes. */
static bool
part_continues(const struct http_field *last, const char *name, const char *filename)
{
	return last != NULL && last->length == 0 && strcmp(last->name, name) == 0 &&
	       (last->filename == NULL) == (filename == NULL);
}

static enum MHD_Result
part_take(void *with, enum MHD_ValueKind kind, const char *name, const char *filename, const char *type,
	const char *encoding, const char *data, uint64_t offset, size_t size)
{
	(void)kind, (void)type, (void)encoding;
	struct http_request *rq = with;
	if (name == NULL || (offset > 0 && rq->field_count == 0)) {
		rq->refused = STATUS_BAD;
		return MHD_NO;
	}
	struct http_field *last = rq->field_count == 0 ? NULL : &rq->fields[rq->field_count - 1];
	bool more = offset > 0 || part_continues(last, name, filename);
	struct http_field *f =
		more ? last : field_add(rq, arena_strdup(rq->arena, name), arena_strdup(rq->arena, filename));
	if (f == NULL)
		return MHD_NO;
	if (f->filename == NULL && f->length + size > rq->server->config.value_most) {
		rq->refused = STATUS_TOO_LARGE;
		return MHD_NO;
	}
	if (size > 0)
		value_append(rq, f, data, size);
	return MHD_YES;
}

static void
parts_check(struct http_request *rq)
{
	for (size_t i = 0; i < rq->field_count && rq->refused == 0; i++) {
		const struct http_field *f = &rq->fields[i];
		bool text = f->filename != NULL ||
			    (utf8_valid(f->value, f->length) && memchr(f->value, '\0', f->length) == NULL);
		if (!text || !utf8_valid(f->name, strlen(f->name)) ||
			(f->filename != NULL && !utf8_valid(f->filename, strlen(f->filename))))
			rq->refused = STATUS_BAD;
	}
}

/* ---- plain forms ---------------------------------------------------------------- */

static void
form_read(struct http_request *rq)
{
	const char *at = rq->body.data, *end = at + rq->body.length;
	for (struct form_piece p; rq->refused == 0 && form_next(&at, end, &p);) {
		size_t name_length, length;
		const char *name = percent_decode(rq->arena, p.name, p.name_length, true, &name_length);
		const char *value = percent_decode(rq->arena, p.value, p.value_length, true, &length);
		struct http_field *f = NULL;
		if (name == NULL || value == NULL || !utf8_valid(name, name_length) ||
			!utf8_valid(value, length))
			rq->refused = STATUS_BAD;
		else if (length > rq->server->config.value_most)
			rq->refused = STATUS_TOO_LARGE;
		else if ((f = field_add(rq, name, NULL)) != NULL)
			f->value = value, f->length = length;
	}
}

/* ---- both ----------------------------------------------------------------------- */

static bool
type_is(const struct http_request *rq, const char *type)
{
	const char *said = http_header(rq, MHD_HTTP_HEADER_CONTENT_TYPE);
	size_t n = strlen(type);
	return said != NULL && strncasecmp(said, type, n) == 0 && strchr("; \t", said[n]) != NULL;
}

/* More than we would even read and drop, or a client that asks before it sends. */
static bool
answer_before_body(const struct http_request *rq, const char *length)
{
	unsigned long long announced = length == NULL ? 0 : strtoull(length, NULL, 10);
	bool asks = http_header(rq, MHD_HTTP_HEADER_EXPECT) != NULL;
	return announced > DROPPED_MOST || (asks && announced > rq->body_most);
}

bool
body_begin(struct http_request *rq)
{
	const struct http_config *c = &rq->server->config;
	const char *length = http_header(rq, MHD_HTTP_HEADER_CONTENT_LENGTH);
	bool announced = http_header(rq, MHD_HTTP_HEADER_TRANSFER_ENCODING) != NULL ||
			 (length != NULL && strspn(length, "0") != strlen(length));
	if (!announced)
		return true;
	rq->body_most = c->body_allowed == NULL ? c->body_most : c->body_allowed(rq, rq->server->with);
	if (answer_before_body(rq, length)) {
		rq->refused = STATUS_TOO_LARGE;
		return false;
	}
	if (type_is(rq, MHD_HTTP_POST_ENCODING_FORM_URLENCODED))
		return true;
	if (type_is(rq, MHD_HTTP_POST_ENCODING_MULTIPART_FORMDATA))
		rq->parts = MHD_create_post_processor(rq->connection, PARSER_ROOM, part_take, rq);
	if (rq->parts == NULL)
		rq->refused = STATUS_UNKNOWN_TYPE;
	return true;
}

bool
body_take(struct http_request *rq, const char *data, size_t length)
{
	rq->body_length += length;
	link_expect(rq->link,
		rq->begun + rq->server->config.seconds * 1000 + (int64_t)(rq->body_length / SLOWEST));
	if (rq->refused != 0)
		return rq->body_length <= DROPPED_MOST;
	if (rq->body_length > rq->body_most)
		rq->refused = STATUS_TOO_LARGE;
	else if (rq->parts == NULL)
		buf_add(&rq->body, data, length);
	else if (MHD_post_process(rq->parts, data, length) != MHD_YES && rq->refused == 0)
		rq->refused = STATUS_BAD;
	return true;
}

void
body_end(struct http_request *rq)
{
	if (rq->parts != NULL) {
		bool whole = MHD_destroy_post_processor(rq->parts) == MHD_YES;
		rq->parts = NULL;
		if (!whole && rq->refused == 0)
			rq->refused = STATUS_BAD;
		parts_check(rq);
	} else if (rq->body.length > 0 && rq->refused == 0) {
		form_read(rq);
	}
}
