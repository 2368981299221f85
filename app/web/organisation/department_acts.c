/* A department begins, is renamed, moved, split, merged, ended. */
#include "web/organisation/department_acts.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/answer/table.h"
#include "web/inside.h"

enum { KEY_MOST = 40, OTHERS_MOST = 200, WHY_MOST = 300, PLACE_MOST = 100000, PARTS = 4 };

/* Where each value of an act stands; the first is the day, the next two who decided and why. */
enum { VALUE_FIRST = 3 };
#define DECIDED(day_title)                                                                                   \
	{"on", day_title, ACT_PAST, true, 0}, {"approver", N_("Approved by"), ACT_LINE, true, 0},            \
	{                                                                                                    \
		"reason", N_("Reason"), ACT_LINE, true, WHY_MOST                                             \
	}

const char *
department_address(struct arena *a, const char *key)
{
	return arena_printf(a, "/admin/departments/%s", query_escape(a, key));
}

static bool
key_check(const char *key, struct err *e)
{
	return (!table_code_has_blank(key) && !table_code_breaks_address(key) && strcmp(key, "body") != 0) ||
	       err_set(e, ERR_INPUT, _("the department code \"%s\" cannot be part of an address of a page"),
		       key);
}

/* 0 for an empty code. */
static bool
code_find(struct db *db, const struct act_run *w, const char *code, int64_t *id, struct err *e)
{
	struct department d;
	*id = 0;
	if (code[0] == '\0')
		return true;
	if (!department_find(db, w->arena, code, w->by.day, &d, e))
		return false;
	*id = d.id;
	return true;
}

static bool
work_add(struct db *db, struct act_run *w, struct err *e)
{
	const char *const *v = w->values + VALUE_FIRST;
	struct department d = {.key = v[0],
		.name = v[1],
		.kind = v[2],
		.valid_from = w->by.day,
		.approver = w->by.approver,
		.reason = w->by.reason};
	return key_check(d.key, e) && code_find(db, w, v[3], &d.parent_id, e) &&
	       department_add(db, &d, &w->by, e);
}

static bool
work_rename(struct db *db, struct act_run *w, struct err *e)
{
	return department_rename(db, w->subject_id, w->values[VALUE_FIRST], &w->by, e);
}

static bool
work_move(struct db *db, struct act_run *w, struct err *e)
{
	const char *const *v = w->values + VALUE_FIRST;
	int64_t parent, place;
	if (!code_find(db, w, v[0], &parent, e))
		return false;
	if (!number_parse(v[2], 1, PLACE_MOST, &place))
		return err_set(
			e, ERR_INPUT, _("the place in the order is a number from 1 to %d"), PLACE_MOST);
	return department_move(db, w->subject_id, parent, v[1], (int)place, &w->by, e);
}

static bool
work_split(struct db *db, struct act_run *w, struct err *e)
{
	struct department parts[PARTS];
	size_t count = 0;
	for (size_t i = 0; i < PARTS; i++) {
		const char *key = w->values[VALUE_FIRST + 2 * i], *name = w->values[VALUE_FIRST + 1 + 2 * i];
		if (key[0] == '\0' && name[0] == '\0')
			continue;
		if (key[0] == '\0' || name[0] == '\0')
			return err_set(e, ERR_INPUT, _("each new department needs its code and its name"));
		if (!key_check(key, e))
			return false;
		parts[count++] = (struct department){.key = key, .name = name};
	}
	return department_split(db, w->subject_id, parts, count, &w->by, e);
}

/* This department and the others named go over into one, new or there already. */
static bool
work_merge(struct db *db, struct act_run *w, struct err *e)
{
	const char *const *v = w->values + VALUE_FIRST;
	struct department into = {.key = v[1], .name = v[2]}, there;
	struct err absent = {0};
	int64_t *ids = NULL;
	size_t count = 0;
	ids = ARENA_PUSH(w->arena, ids, count);
	ids[count++] = w->subject_id;
	char *rest = NULL, *others = arena_strdup(w->arena, v[0]);
	for (char *code = strtok_r(others, " ,", &rest); code != NULL; code = strtok_r(NULL, " ,", &rest)) {
		ids = ARENA_PUSH(w->arena, ids, count);
		if (!code_find(db, w, code, &ids[count], e))
			return false;
		count++;
	}
	if (!key_check(into.key, e))
		return false;
	if (into.name[0] == '\0' && !department_find(db, w->arena, into.key, w->by.day, &there, &absent))
		return err_set(e, ERR_INPUT, _("%s is a new code; give the name of the new department too"),
			into.key);
	return department_merge(db, ids, count, &into, &w->by, e);
}

static bool
work_predecessor(struct db *db, struct act_run *w, struct err *e)
{
	int64_t predecessor;
	return code_find(db, w, w->values[VALUE_FIRST], &predecessor, e) &&
	       department_came_of(db, w->subject_id, predecessor, &w->by, e);
}

static bool
work_end(struct db *db, struct act_run *w, struct err *e)
{
	return department_end(db, w->subject_id, &w->by, e);
}

#define CODE(key, must)                                                                                      \
	{                                                                                                    \
		key, N_("Department code"), ACT_LINE, must, KEY_MOST                                         \
	}
#define NAME(key, must)                                                                                      \
	{                                                                                                    \
		key, N_("Department name"), ACT_LINE, must, 0                                                \
	}
#define PARENT                                                                                               \
	{                                                                                                    \
		"parent", N_("Code of the department above (empty: none)"), ACT_DEPARTMENT, false, KEY_MOST  \
	}
#define KIND                                                                                                 \
	{                                                                                                    \
		"kind", N_("Kind"), ACT_KIND, true, 0                                                        \
	}

static const struct act new_list[] = {
	{"", N_("Add a department"),
		N_("People come to it by the roster or, one by one, on a person's page."), "department_added",
		work_add, {DECIDED(N_("First day")), CODE("key", true), NAME("name", true), KIND, PARENT}},
};

static const struct act act_list[] = {
	{"rename", N_("Rename"), N_("It stays the same department; its figures go on."), "department_renamed",
		work_rename, {DECIDED(N_("From")), NAME("name", true)}},
	{"move", N_("Change its place"), N_("The department above it, its kind and its official order."),
		"department_moved", work_move,
		{DECIDED(N_("From")), PARENT, KIND, {"ord", N_("Official order"), ACT_LINE, true, 6}}},
	{"split", N_("Split"),
		N_("It ends the day before. Everyone goes to the first new department; move those of the "
		   "others "
		   "by the roster or on their pages."),
		"department_split", work_split,
		{DECIDED(N_("First day of the new departments")),
			{"key1", N_("Code of the first new department"), ACT_LINE, true, KEY_MOST},
			{"name1", N_("Name of the first new department"), ACT_LINE, true, 0},
			{"key2", N_("Code of the second new department"), ACT_LINE, true, KEY_MOST},
			{"name2", N_("Name of the second new department"), ACT_LINE, true, 0},
			{"key3", N_("Code of the third new department"), ACT_LINE, false, KEY_MOST},
			{"name3", N_("Name of the third new department"), ACT_LINE, false, 0},
			{"key4", N_("Code of the fourth new department"), ACT_LINE, false, KEY_MOST},
			{"name4", N_("Name of the fourth new department"), ACT_LINE, false, 0}}},
	{"merge", N_("Merge"),
		N_("It ends the day before, with the others named here, and everyone goes over into one "
		   "department: a new one, or one there is already (then only this department is needed)."),
		"department_merged", work_merge,
		{DECIDED(N_("First day of the merged department")),
			{"others", N_("Codes of the other departments, apart by blanks"), ACT_LINE, false,
				OTHERS_MOST},
			{"key", N_("Code of the department they go over into"), ACT_DEPARTMENT, true,
				KEY_MOST},
			{"name", N_("Its name, if it is new"), ACT_LINE, false, 0}}},
	{"predecessor", N_("Record what it came out of"),
		N_("For one that began with a roster: its figures go on from those of the other department, "
		   "and the registers of one that has ended go over to it."),
		"predecessor_recorded", work_predecessor,
		{DECIDED(N_("Day of the change")),
			{"predecessor", N_("Code of the department it came out of"), ACT_DEPARTMENT, true,
				KEY_MOST}}},
	{"end", N_("End"), N_("Only when nobody holds a post in it and no department stands under it."),
		"department_ended", work_end, {DECIDED(N_("Last day"))}},
};

const struct acts department_new = {new_list, sizeof new_list / sizeof *new_list};
const struct acts department_acts = {act_list, sizeof act_list / sizeof *act_list};
