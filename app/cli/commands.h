#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

/* Each is one file, cmd_NAME.c, and one row in commands.c. */

#include "cli/cli.h"

extern const struct command cmd_serve, cmd_routes;
extern const struct command cmd_init, cmd_demo, cmd_roster_import, cmd_verify;
extern const struct command cmd_questionnaire_check, cmd_policy_coverage;
extern const struct command cmd_report;

#endif
