/* Every command of the program, in the order --help shows them. */
#include "cli/commands.h"

const struct command *const commands[] = {
	&cmd_serve,
	&cmd_init,
	&cmd_demo,
	&cmd_roster_import,
	&cmd_register_import,
	&cmd_register_list,
	&cmd_questionnaire_check,
	&cmd_policy_coverage,
	&cmd_policy_read,
	&cmd_policy_compare,
	&cmd_policy_import,
	&cmd_sheets_export,
	&cmd_sheets_import,
	&cmd_report_verify,
	&cmd_report,
	&cmd_sample,
	&cmd_verify,
	&cmd_archive_write,
	&cmd_archive_verify,
	&cmd_archive_list,
	&cmd_routes,
};
const size_t command_count = sizeof commands / sizeof *commands;
