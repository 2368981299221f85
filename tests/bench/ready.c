/*
 * The reference for serving a page: libmicrohttpd alone, sending one ready buffer.
 *
 *	ready BYTES THREADS   prints the port it listens on; ends when told by a signal
 */
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct MHD_Response *ready;

static enum MHD_Result
answer(void *with, struct MHD_Connection *c, const char *url, const char *method, const char *version,
	const char *data, size_t *size, void **state)
{
	static int seen;
	(void)with, (void)url, (void)method, (void)version, (void)data, (void)size;
	if (*state == NULL) {
		*state = &seen;
		return MHD_YES;
	}
	return MHD_queue_response(c, MHD_HTTP_OK, ready);
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	size_t size = strtoul(argv[1], NULL, 10);
	char *page = malloc(size + 1);
	memset(page, 'x', size);
	ready = MHD_create_response_from_buffer(size, page, MHD_RESPMEM_PERSISTENT);
	MHD_add_response_header(ready, "Content-Type", "text/html; charset=utf-8");
	struct MHD_Daemon *d = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, NULL,
		MHD_OPTION_THREAD_POOL_SIZE, (unsigned)strtoul(argv[2], NULL, 10),
		MHD_OPTION_CONNECTION_LIMIT, 2048u, MHD_OPTION_END);
	if (d == NULL)
		return 1;
	printf("%u\n", (unsigned)MHD_get_daemon_info(d, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	pause();
	return 0;
}
