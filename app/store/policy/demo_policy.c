#include "store/policy/demo_policy.h"

#include "base/file.h"
#include "base/resource.h"
#include "base/words.h"
#include "store/files.h"
#include "store/organisation/account.h"
#include "store/policy/policy_editions.h"

enum { EDITIONS = 2 };

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct policy_import *i = p->with;
	struct account admin;
	int64_t id;
	if (!account_by_login(db, i->arena, "admin", &admin, e))
		return false;
	i->account_id = admin.id;
	return policy_edition_add(db, i, &id, e);
}

/* The last line before the first clause is what the edition is called. */
static bool
edition_import(struct store *s, struct policy_import *i, struct err *e)
{
	char path[4096];
	char *data;
	size_t length;
	struct faults faults = {.arena = i->arena}, odd = {.arena = i->arena};
	resource_path(arena_printf(i->arena, "questionnaires/demo/%s", i->file), path, sizeof path);
	if (!file_read(i->arena, path, &data, &length, e))
		return false;
	i->text = policy_text_read(data, length, i->file, &faults, &odd);
	if (i->text == NULL || i->text->front_count == 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), i->file,
			faults.count > 0 ? faults.items[0].line : 0,
			faults.count > 0 ? faults.items[0].text : "");
	i->edition = i->text->front[i->text->front_count - 1];
	return file_put(s, data, length, i->digest, e) && writer_run(store_writer(s), add_work, i, e);
}

bool
demo_policy(struct store *s, struct arena *a, instant_t now, struct err *e)
{
	static const char *const files[EDITIONS] = {"policy-1.md", "policy-2.md"};
	const day_t days[EDITIONS] = {day_of(2021, 4, 1), day_of(2026, 4, 1)};
	for (size_t i = 0; i < EDITIONS; i++) {
		struct policy_import import = {.arena = a,
			.title = store_bank(s)->policy->title,
			.file = files[i],
			.from_day = days[i],
			.now = now};
		if (!edition_import(s, &import, e))
			return false;
	}
	return true;
}
