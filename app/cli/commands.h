#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

/* Each is one file, cmd_NAME.c, and one row in commands.c. */

#include "cli/cli.h"

/* Where the body is kept: all commands that open it take it alike. */
#define OPTION_DATA                                                                                          \
	{                                                                                                    \
		.name = "data", .kind = OPTION_TEXT, .value = "DIR",                                         \
		.help = N_("the directory of the body's data"), .required = true                             \
	}

extern const struct command cmd_serve, cmd_routes;
extern const struct command cmd_init, cmd_demo, cmd_roster_import, cmd_verify;
extern const struct command cmd_register_import, cmd_register_list;
extern const struct command cmd_questionnaire_check, cmd_policy_coverage;
extern const struct command cmd_report, cmd_report_verify;
extern const struct command cmd_policy_read, cmd_policy_compare, cmd_policy_import;
extern const struct command cmd_sample;
extern const struct command cmd_sheets_export, cmd_sheets_import;
extern const struct command cmd_archive_write, cmd_archive_verify, cmd_archive_list;

#endif
