/* What a handler asks about a request. */
#include <stdlib.h>
#include <string.h>

#include "http/inside.h"

struct arena *
http_arena(struct http_request *rq)
{
	return rq->arena;
}

const char *
http_method(const struct http_request *rq)
{
	return rq->method;
}

const char *
http_path(const struct http_request *rq)
{
	return rq->path;
}

const char *
http_target(const struct http_request *rq)
{
	return rq->refused == 0 && rq->target[0] == '/' ? rq->target : "/";
}

const char *
http_header(const struct http_request *rq, const char *name)
{
	return MHD_lookup_connection_value(rq->connection, MHD_HEADER_KIND, name);
}

const char *
http_cookie(const struct http_request *rq, const char *name)
{
	return MHD_lookup_connection_value(rq->connection, MHD_COOKIE_KIND, name);
}

const char *
http_query(const struct http_request *rq, const char *name)
{
	for (size_t i = 0; i < rq->query_count; i++)
		if (strcmp(rq->query[i].name, name) == 0)
			return rq->query[i].value;
	return NULL;
}

int
http_refused(const struct http_request *rq)
{
	return rq->refused;
}

size_t
http_field_count(const struct http_request *rq)
{
	return rq->field_count;
}

const struct http_field *
http_field_at(const struct http_request *rq, size_t i)
{
	return &rq->fields[i];
}

const char *
http_field(const struct http_request *rq, const char *name)
{
	for (size_t i = 0; i < rq->field_count; i++)
		if (strcmp(rq->fields[i].name, name) == 0)
			return rq->fields[i].value;
	return NULL;
}

static int
by_name(const void *a, const void *b)
{
	const struct http_field *const *x = a, *const *y = b;
	int order = strcmp((*x)->name, (*y)->name);
	return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* Sorted, so that a form of thousands of fields costs no more than it should. */
const struct http_field *
http_repeated(const struct http_request *rq)
{
	size_t n = rq->field_count;
	if (n < 2)
		return NULL;
	const struct http_field **sorted = ARENA_ARRAY(rq->arena, const struct http_field *, n);
	for (size_t i = 0; i < n; i++)
		sorted[i] = &rq->fields[i];
	qsort(sorted, n, sizeof *sorted, by_name);
	for (size_t i = 1; i < n; i++)
		if (strcmp(sorted[i - 1]->name, sorted[i]->name) == 0)
			return sorted[i];
	return NULL;
}

bool
http_takes_gzip(const struct http_request *rq)
{
	const char *accepted = http_header(rq, "Accept-Encoding");
	const char *at = accepted == NULL ? NULL : strstr(accepted, "gzip");
	return at != NULL && strncmp(at + 4, ";q=0", 4) != 0;
}
