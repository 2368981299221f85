#include <stdio.h>

#include "base/words.h"
#include "cli/commands.h"
#include "domain/organisation/role.h"
#include "web/web.h"

static void
roles_print(unsigned roles)
{
	if (roles == ROLE_ANYONE)
		printf(" anyone");
	for (unsigned r = 1; (r & ROLE_ALL) != 0; r <<= 1)
		if ((roles & r) != 0)
			printf(" %s", role_key(r));
	putchar('\n');
}

static bool
routes_run(const struct arguments *a, struct err *e)
{
	(void)a, (void)e;
	for (size_t i = 0; i < route_count; i++) {
		printf("%-6s %-40s", routes[i].method, routes[i].path);
		roles_print(routes[i].roles);
	}
	return true;
}

const struct command cmd_routes = {
	.name = "routes",
	.summary = N_("print every page: method, path, who may see it"),
	.operands = "",
	.run = routes_run,
};
