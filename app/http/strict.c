/*
 * What libmicrohttpd 0.9.75 lets through and RFC 9112 forbids.
 *
 * The library cuts the head of a request into C strings inside its read buffer, so
 * a NUL byte hides what follows it and a bare line feed looks like a proper line
 * end. Both change the distance between one string and the next, which is what is
 * measured here: name, ':', blanks, value, CR, LF, next name. Other versions lay
 * the buffer out differently (and, from 1.0, refuse all this themselves), so the
 * distances are only looked at in the version they were measured with.
 */
#include <string.h>
#include <strings.h>

#include "http/inside.h"

enum { STATUS_BAD = 400, STATUS_NOT_IMPLEMENTED = 501 };

struct head {
	bool layout; /* distances mean something */
	bool bad, coding_unknown;
	unsigned hosts, lengths, codings, types;
	const char *next; /* where the next line must begin */
};

static bool
layout_known(void)
{
	return strncmp(MHD_get_version(), "0.9.75", 6) == 0;
}

/* RFC 9110, 5.6.2 */
static bool
is_token(const char *s)
{
	for (const char *c = s; *c != '\0'; c++)
		if ((unsigned char)*c <= 0x20 || (unsigned char)*c >= 0x7f ||
			strchr("\"(),/:;<=>?@[\\]{}", *c))
			return false;
	return s[0] != '\0';
}

static bool
is_field_value(const char *s)
{
	for (; *s != '\0'; s++)
		if (((unsigned char)*s < 0x20 && *s != '\t') || *s == 0x7f)
			return false;
	return true;
}

/* Where the line after this string begins, if a CR LF ends it. */
static const char *
line_after(const char *s)
{
	const char *end = s + strlen(s);
	return end[1] == '\0' ? end + 2 : NULL;
}

static bool
line_in_place(const struct head *h, const char *name, const char *value)
{
	if (name != h->next)
		return false;
	for (const char *c = name + strlen(name) + 1; c < value; c++)
		if (*c != ' ' && *c != '\t')
			return false;
	return value > name;
}

static enum MHD_Result
header_check(void *with, enum MHD_ValueKind kind, const char *name, const char *value)
{
	(void)kind;
	struct head *h = with;
	if (value == NULL)
		value = "";
	if (!is_token(name) || !is_field_value(value))
		h->bad = true;
	if (h->layout && !h->bad) {
		h->bad = !line_in_place(h, name, value);
		h->next = h->bad ? NULL : line_after(value);
	}
	h->hosts += strcasecmp(name, "Host") == 0;
	h->types += strcasecmp(name, "Content-Type") == 0;
	if (strcasecmp(name, "Content-Length") == 0) {
		h->lengths++;
		h->bad |= value[0] == '\0' || value[strspn(value, "0123456789")] != '\0';
	}
	if (strcasecmp(name, "Transfer-Encoding") == 0) {
		h->codings++;
		h->coding_unknown |= strcasecmp(value, "chunked") != 0;
	}
	return MHD_YES;
}

/* The blank line ends the head; after a cut value there would be text instead. */
static bool
head_ends(const struct head *h)
{
	return h->next != NULL && h->next[0] == '\0' && h->next[1] == '\0';
}

int
strict_head(const struct http_request *rq, const char *method, const char *version)
{
	bool newer = strcmp(version, "HTTP/1.1") == 0;
	if (rq->target == NULL || !is_token(method) || (!newer && strcmp(version, "HTTP/1.0") != 0))
		return STATUS_BAD;
	struct head h = {.layout = layout_known()};
	if (h.layout) {
		if (rq->target_at != method + strlen(method) + 1 ||
			version != rq->target_at + strlen(rq->target) + 1)
			return STATUS_BAD;
		h.next = line_after(version);
	}
	MHD_get_connection_values(rq->connection, MHD_HEADER_KIND, header_check, &h);
	if (h.bad || h.hosts > 1 || h.lengths > 1 || h.codings > 1 || h.types > 1)
		return STATUS_BAD;
	if ((newer && h.hosts == 0) || (h.lengths > 0 && h.codings > 0) || (!newer && h.codings > 0))
		return STATUS_BAD;
	if (h.layout && !head_ends(&h))
		return STATUS_BAD;
	return h.coding_unknown ? STATUS_NOT_IMPLEMENTED : 0;
}
