#include "store/policy/demo_standard.h"

#include "base/file.h"
#include "base/resource.h"
#include "base/words.h"
#include "store/files.h"
#include "store/organisation/account.h"
#include "store/policy/standards.h"

static const char file[] = "questionnaires/demo/standards.yaml";
enum { MONTH = 30 };

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct standard_import *i = p->with;
	struct account admin;
	int64_t id;
	if (!account_by_login(db, i->arena, "admin", &admin, e))
		return false;
	i->account_id = admin.id;
	return standard_add(db, i, &id, e);
}

static bool
articles_read(struct store *s, struct standard_import *i, struct faults *f, struct err *e)
{
	char path[4096];
	char *data;
	size_t length;
	resource_path(arena_printf(i->arena, "questionnaires/demo/%s", i->file), path, sizeof path);
	if (!file_read(i->arena, path, &data, &length, e))
		return false;
	i->standard = standard_parse(data, length, i->file, store_bank(s), f);
	return i->standard == NULL || file_put(s, data, length, i->digest, e);
}

bool
demo_standard(struct store *s, struct arena *a, instant_t now, struct err *e)
{
	struct faults f = {.arena = a};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_standard *w = yaml_load(&demo_standard_schema, path, file, &f);
	struct standard_import i = {.arena = a, .from_day = day_of(2026, 5, 1), .open = true, .now = now};
	i.approved_day = i.from_day - MONTH;
	if (w != NULL) {
		i.title = w->title;
		i.edition = w->edition;
		i.approved_by = w->approved_by;
		i.change = w->change;
		i.file = w->file;
		if (!articles_read(s, &i, &f, e))
			return false;
	}
	if (f.count > 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), f.items[0].file, f.items[0].line,
			f.items[0].text);
	return writer_run(store_writer(s), add_work, &i, e);
}
