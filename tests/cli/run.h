#ifndef TESTS_CLI_RUN_H
#define TESTS_CLI_RUN_H

/* Runs commands in the test's process and keeps what they said. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

enum { SAID_MOST = 1 << 16 };
static char out[SAID_MOST], complaints[SAID_MOST];

static void
stream_take(FILE *from, char *into)
{
	rewind(from);
	into[fread(into, 1, SAID_MOST - 1, from)] = '\0';
	fclose(from);
}

/* Runs a command with both streams in files; returns its exit code. */
static int
run(int argc, char **argv)
{
	FILE *said = tmpfile(), *wrong = tmpfile();
	fflush(NULL);
	int kept[2] = {dup(1), dup(2)};
	dup2(fileno(said), 1);
	dup2(fileno(wrong), 2);
	int code = cli_main(argc, argv);
	fflush(NULL);
	for (int i = 0; i < 2; i++) {
		dup2(kept[i], i + 1);
		close(kept[i]);
	}
	stream_take(said, out);
	stream_take(wrong, complaints);
	return code;
}
#define RUN(...)                                                                                             \
	run(sizeof(char *[]){"tenken", __VA_ARGS__} / sizeof(char *), (char *[]){"tenken", __VA_ARGS__, NULL})

static long
figure(const char *name)
{
	char line[64];
	snprintf(line, sizeof line, "\n%s: ", name);
	const char *at = strstr(out, line);
	ck_assert_msg(at != NULL, "no figure %s", name);
	return strtol(at + strlen(line), NULL, 10);
}

#endif
