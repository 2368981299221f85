#include "base/resource.h"

#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void
resource_path(const char *name, char *out, size_t size)
{
	const char *home = getenv("TENKEN_HOME");
	char self[PATH_MAX] = "";
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
	self[n > 0 ? n : 0] = '\0';
	char *beside = dirname(self);
	if (strncmp(name, "locale", 6) == 0)
		snprintf(out, size, "%s/%s", beside, name);
	else if (home != NULL && home[0] != '\0')
		snprintf(out, size, "%s/%s", home, name);
	else
		snprintf(out, size, "%s/../%s", beside, name);
}
