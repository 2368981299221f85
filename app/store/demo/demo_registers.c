#include "store/demo/demo_registers.h"

#include <string.h>

#include "base/resource.h"
#include "base/words.h"
#include "store/register/registers.h"

static const char file[] = "questionnaires/demo/registers.yaml";

struct filling {
	struct db *db;
	struct arena *arena;
	const struct registers *all;
	struct acting by;
	bool first;
};

/* A smaller department's people own several. */
SQL(person_at_place, "WITH staff AS (SELECT p.number FROM department d JOIN post o ON o.department_id = d.id "
		     "AND o.main = 1"
		     " JOIN person p ON p.id = o.person_id WHERE d.key = $1 AND o.valid_from <= $3"
		     " AND (o.valid_to IS NULL OR o.valid_to >= $3))"
		     " SELECT number FROM staff ORDER BY number LIMIT 1 OFFSET ($2 - 1) % (SELECT "
		     "max(count(*), 1) FROM staff)");

static bool
owner_find(const struct filling *f, const char *department, int place, const char **number, struct err *e)
{
	struct rows r;
	if (!db_query(f->db, &r, e, person_at_place, "sii", department, (int64_t)place,
		    (int64_t)day_of_instant(f->by.now)))
		return false;
	*number = rows_next(&r) ? row_text(&r, 0, f->arena) : "";
	return rows_end(&r, e);
}

static void
values_take(const struct demo_entry *d, const struct register_kind *kind, struct arena *a, const char **texts)
{
	for (unsigned v = 0; v < d->values_count; v++) {
		size_t length = strcspn(d->values[v], "=");
		const char *key = arena_strndup(a, d->values[v], length);
		for (size_t i = FIELD_OWN; d->values[v][length] == '=' && i < kind->count; i++)
			if (strcmp(kind->fields[i].key, key) == 0)
				texts[i] = d->values[v] + length + 1;
	}
}

static bool
entry_fill(const struct filling *f, const struct demo_entry *d, const struct register_kind *kind,
	const char **texts, struct err *e)
{
	const char *department = f->first ? d->department : d->later;
	for (size_t i = 0; i < kind->count; i++)
		texts[i] = "";
	texts[FIELD_KEY] = d->key;
	texts[FIELD_NAME] = d->name;
	texts[FIELD_DEPARTMENT] = department;
	texts[FIELD_FROM] = d->from;
	texts[FIELD_UNTIL] = d->until != NULL ? d->until : "";
	values_take(d, kind, f->arena, texts);
	return owner_find(f, department, d->place, &texts[FIELD_OWNER], e);
}

static bool
entry_make(const struct filling *f, const struct demo_entry *d, struct err *e)
{
	const struct register_kind *kind = register_find(f->all, d->kind);
	if (kind == NULL)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, d->line, d->kind);
	struct reference_source source = {f->db, day_of_instant(f->by.now), e};
	struct references refs = references_of(&source);
	struct entry_complaint *wrong = ARENA_ARRAY(f->arena, struct entry_complaint, kind->count);
	struct entry entry = {.texts = ARENA_ARRAY(f->arena, const char *, kind->count)};
	if (!entry_fill(f, d, kind, entry.texts, e))
		return false;
	if (entry_check(f->arena, kind, entry.texts, &refs, wrong) > 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), file, d->line,
			arena_printf(f->arena, "%s: %s", kind->fields[wrong[0].field].key, wrong[0].text));
	return f->first ? entry_add(f->db, f->arena, kind, &entry, f->by, e)
			: entry_save(f->db, f->arena, kind, &entry, f->by, e);
}

bool
demo_registers(
	struct db *db, struct arena *a, const struct registers *all, bool first, instant_t now, struct err *e)
{
	const struct filling f = {db, a, all, {.now = now}, first};
	struct faults faults = {.arena = a};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_entries *w = yaml_load(&demo_entries_schema, path, file, &faults);
	if (faults.count > 0)
		return err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file,
			faults.items[0].line, faults.items[0].text);
	for (unsigned i = 0; i < w->entries_count; i++)
		if ((first || w->entries[i].later != NULL) && !entry_make(&f, &w->entries[i], e))
			return false;
	return true;
}
