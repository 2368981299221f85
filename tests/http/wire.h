#ifndef TESTS_HTTP_WIRE_H
#define TESTS_HTTP_WIRE_H

/* A client that says exactly the bytes it is given: what no browser would send. */

#include <arpa/inet.h>
#include <check.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/buf.h"

enum { WIRE_PATIENCE = 20 }; /* seconds; only ever used up when something is broken */

static inline int
wire_open(int port)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct sockaddr_in at = {.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	struct timeval patience = {.tv_sec = WIRE_PATIENCE};
	ck_assert_int_eq(connect(fd, (struct sockaddr *)&at, sizeof at), 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	return fd;
}

/* False when the other side has hung up. */
static inline bool
wire_say(int fd, const void *bytes, size_t length)
{
	for (size_t said = 0; said < length;) {
		ssize_t n = send(fd, (const char *)bytes + said, length - said, MSG_NOSIGNAL);
		if (n <= 0)
			return false;
		said += (size_t)n;
	}
	return true;
}

static inline const char *
wire_body(const struct buf *answer)
{
	const char *end = answer->length == 0 ? NULL : strstr(answer->data, "\r\n\r\n");
	return end == NULL ? NULL : end + 4;
}

/* Copies a header's value; "" when the answer has none. */
static inline const char *
wire_header(const struct buf *answer, const char *name, char *out, size_t size)
{
	const char *body = wire_body(answer);
	size_t n = strlen(name);
	out[0] = '\0';
	for (const char *at = answer->data; body != NULL && at < body; at = strstr(at, "\r\n") + 2) {
		if (strncasecmp(at, name, n) != 0 || at[n] != ':')
			continue;
		const char *value = at + n + 1 + strspn(at + n + 1, " ");
		size_t length = strcspn(value, "\r\n");
		memcpy(out, value, length < size ? length : size - 1);
		out[length < size ? length : size - 1] = '\0';
		return out;
	}
	return out;
}

static inline bool
wire_whole(const struct buf *answer, bool head_only)
{
	char length[32];
	const char *body = wire_body(answer);
	if (body == NULL)
		return false;
	wire_header(answer, "Content-Length", length, sizeof length);
	size_t have = answer->length - (size_t)(body - answer->data);
	return head_only || (length[0] != '\0' && have >= strtoul(length, NULL, 10));
}

/* Reads one answer; its status, or 0 when the other side hung up without one. */
static inline int
wire_hear(int fd, struct buf *answer, bool head_only)
{
	char piece[4096];
	buf_clear(answer);
	while (!wire_whole(answer, head_only)) {
		ssize_t n = recv(fd, piece, sizeof piece, 0);
		if (n <= 0)
			break;
		buf_add(answer, piece, (size_t)n);
	}
	return answer->length > 12 && strncmp(answer->data, "HTTP/1.", 7) == 0 ? atoi(answer->data + 9) : 0;
}

/* One request on a connection of its own. */
static inline int
wire_ask(int port, const void *bytes, size_t length, struct buf *answer)
{
	int fd = wire_open(port);
	wire_say(fd, bytes, length);
	int status = wire_hear(fd, answer, length > 5 && memcmp(bytes, "HEAD ", 5) == 0);
	close(fd);
	return status;
}

#endif
