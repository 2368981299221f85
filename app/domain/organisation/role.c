#include "domain/organisation/role.h"

#include <stddef.h>
#include <string.h>

static const struct {
	enum role role;
	const char *key;
} roles[] = {
	{ROLE_STAFF, "staff"},
	{ROLE_MANAGER, "manager"},
	{ROLE_AUDITOR, "auditor"},
	{ROLE_MANAGEMENT, "management"},
	{ROLE_ADMIN, "admin"},
	{ROLE_LEAD, "lead"},
};

const char *
role_key(enum role r)
{
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (roles[i].role == r)
			return roles[i].key;
	return "";
}

unsigned
role_parse(const char *key)
{
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (strcmp(roles[i].key, key) == 0)
			return roles[i].role;
	return 0;
}
