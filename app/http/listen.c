/* The listening socket: made here, not by the library, for a sentence when it fails. */
#include "http/listen.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/words.h"

static int
socket_bound(const struct addrinfo *at)
{
	int fd = socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, at->ai_protocol);
	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
	if (bind(fd, at->ai_addr, at->ai_addrlen) == 0 && listen(fd, SOMAXCONN) == 0)
		return fd;
	int why = errno;
	close(fd);
	errno = why;
	return -1;
}

static int
port_of(int fd)
{
	struct sockaddr_storage at;
	socklen_t size = sizeof at;
	if (getsockname(fd, (struct sockaddr *)&at, &size) != 0)
		return 0;
	return ntohs(at.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&at)->sin6_port
					      : ((struct sockaddr_in *)&at)->sin_port);
}

bool
listen_open(const char *address, int port, int *fd, int *bound, struct err *e)
{
	char service[16];
	snprintf(service, sizeof service, "%d", port);
	struct addrinfo *found, want = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE};
	int why = getaddrinfo(address, service, &want, &found);
	if (why != 0)
		return err_set(e, ERR_INPUT, _("cannot listen on %s: %s"), address, gai_strerror(why));
	*fd = socket_bound(found);
	why = errno;
	freeaddrinfo(found);
	if (*fd < 0 && why == EADDRINUSE)
		return err_set(
			e, ERR_CONFLICT, _("port %d of %s is taken by another program"), port, address);
	if (*fd < 0)
		return err_set(e, ERR_SYSTEM, _("cannot listen on %s: %s"), address, strerror(why));
	*bound = port_of(*fd);
	return true;
}
