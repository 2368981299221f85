/* Every command of the program, in the order --help shows them. */
#include "cli/cli.h"

const struct command *const commands[] = {
	NULL,
};
const size_t command_count = sizeof commands / sizeof *commands - 1;
