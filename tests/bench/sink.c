/*
 * A mail server that takes everything at once, so that what is measured is the sending.
 *
 *	sink   prints the port it listens on; told by SIGTERM it prints messages and recipients
 *
 * Speaks as much of SMTP (RFC 5321) as a client that sends one message after the other needs;
 * one connection after the other. Recipients are told apart by the number they begin with.
 */
#include <arpa/inet.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum { NUMBERS = 1 << 20 };

static unsigned char seen[NUMBERS];
static size_t messages, recipients;

static void
finish(int signal_number)
{
	(void)signal_number;
	printf("%zu %zu\n", messages, recipients);
	fflush(stdout);
	_exit(0);
}

static void
recipient_count(const char *line)
{
	const char *at = strchr(line, '<');
	size_t number = at == NULL ? 0 : strtoul(at + 1, NULL, 10);
	if (number < NUMBERS && seen[number]++ == 0)
		recipients++;
}

static void
say(FILE *to, const char *reply)
{
	fprintf(to, "%s\r\n", reply);
	fflush(to);
}

/* False at the end of the connection. */
static bool
line_take(FILE *from, FILE *to, bool *message)
{
	char line[4096];
	if (fgets(line, sizeof line, from) == NULL)
		return false;
	if (*message) {
		if (strcmp(line, ".\r\n") != 0)
			return true;
		*message = false;
		messages++;
		say(to, "250 taken");
	} else if (strncasecmp(line, "DATA", 4) == 0) {
		*message = true;
		say(to, "354 go on");
	} else if (strncasecmp(line, "QUIT", 4) == 0) {
		say(to, "221 bye");
		return false;
	} else {
		if (strncasecmp(line, "RCPT", 4) == 0)
			recipient_count(line);
		say(to, "250 fine");
	}
	return true;
}

static void
serve(int fd)
{
	FILE *from = fdopen(fd, "r"), *to = fdopen(dup(fd), "w");
	bool message = false;
	say(to, "220 sink");
	while (line_take(from, to, &message))
		;
	fclose(from);
	fclose(to);
}

int
main(void)
{
	struct sockaddr_in at = {.sin_family = AF_INET};
	socklen_t size = sizeof at;
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (bind(fd, (struct sockaddr *)&at, size) != 0 || listen(fd, 8) != 0 ||
		getsockname(fd, (struct sockaddr *)&at, &size) != 0)
		return 1;
	signal(SIGTERM, finish);
	signal(SIGPIPE, SIG_IGN);
	printf("%u\n", ntohs(at.sin_port));
	fflush(stdout);
	for (int one; (one = accept(fd, NULL, NULL)) >= 0;)
		serve(one);
	return 1;
}
