#include "cli/shipped.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/resource.h"
#include "base/words.h"

const char *
shipped_questionnaires(struct arena *a)
{
	char path[PATH_MAX], real[PATH_MAX];
	resource_path("questionnaires", path, sizeof path);
	return arena_strdup(a, realpath(path, real) != NULL ? real : path);
}

bool
faults_say(const struct faults *f, struct err *e)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct fault *x = &f->items[i];
		if (x->line > 0)
			fprintf(stderr, "%s:%d: %s\n", x->file, x->line, x->text);
		else
			fprintf(stderr, "%s: %s\n", x->file, x->text);
	}
	return f->count == 0 ||
	       err_set(e, ERR_INPUT, _("%zu faults found; correct them and check again"), f->count);
}
