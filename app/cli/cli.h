#ifndef CLI_CLI_H
#define CLI_CLI_H

/*
 * The terminal's door: a table of commands, one file each (cmd_NAME.c). Options
 * are declared, so --help, unknown options and missing values are handled once.
 * Wrong use exits 2, failure exits 1, each with one sentence on standard error;
 * figures a program may read are printed one per line as "name: value".
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum option_kind { OPTION_TEXT, OPTION_NUMBER, OPTION_FRACTION, OPTION_SWITCH };

struct option_row {
	const char *name; /* "data" for --data; "o" for -o */
	enum option_kind kind;
	const char *value; /* what --help calls it: DIR */
	const char *help;
	bool required;
	int64_t least, most;
	bool (*check)(const char *value, struct err *e); /* OPTION_TEXT only; may be NULL */
};

struct arguments {
	const char **positional;
	size_t count;
	const char *const *texts; /* per option row, NULL when not given */
	const int64_t *numbers;
	const double *fractions;
	const bool *given;
};

struct command {
	const char *name; /* "serve", "roster import" */
	const char *summary;
	const char *operands; /* "FILE", "[FILE…]", "" */
	size_t operand_least, operand_most;
	const struct option_row *options;
	size_t option_count;
	bool (*run)(const struct arguments *a, struct err *e);
};

extern const struct command *const commands[];
extern const size_t command_count;

int cli_main(int argc, char **argv);

#endif
