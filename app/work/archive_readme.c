#include "work/archive_readme.h"

#include <string.h>

#include "base/file.h"
#include "base/resource.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"

enum { PATH_SIZE = 4096 };

static const char *
number_text(struct arena *a, int64_t n)
{
	return arena_printf(a, "%lld", (long long)n);
}

bool
archive_text_write(struct arena *a, const char *file, const struct filling *list, size_t count, struct buf *out,
	struct err *e)
{
	char path[PATH_SIZE], *text;
	size_t length;
	resource_path(file, path, sizeof path);
	if (!file_read(a, path, &text, &length, e))
		return false;
	buf_adds(out, "\xEF\xBB\xBF");
	for (const char *at = text_fill(a, text, list, count), *end; *at != '\0'; at = end + 1) {
		end = strchr(at, '\n');
		size_t line = end != NULL ? (size_t)(end - at) : strlen(at);
		buf_add(out, at, line);
		buf_adds(out, "\r\n");
		if (end == NULL)
			break;
	}
	return true;
}

bool
archive_readme_write(struct arena *a, const struct archive_readme *r, struct buf *out, struct err *e)
{
	const struct cycle *c = r->cycle;
	const struct filling list[] = {{"body", r->body}, {"title", c->title},
		{"fiscal_year", fiscal_year_name(a, c->year)}, {"edition", number_text(a, c->edition)},
		{"ended", wareki_day(a, day_of_instant(c->ended_at))},
		{"sheets", number_text(a, r->counts->sheets)},
		{"submitted", number_text(a, r->counts->submitted)},
		{"documents", number_text(a, (int64_t)r->documents)},
		{"evidence", number_text(a, (int64_t)r->evidence)},
		{"sheets_until", r->sheets_until != 0 ? wareki_day(a, r->sheets_until) : _("for ever")}};
	return archive_text_write(a, "reports/archive.txt", list, sizeof list / sizeof *list, out, e);
}
