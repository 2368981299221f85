/* What a reminder says to one person: who has not submitted what, and nothing of any answer. */
#include "store/remind/reminders.h"

#include <string.h>

#include "base/buf.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/remind/reminder_sql.h"
#include "store/setting.h"

enum { NAMES_MOST = 100 };

SQL(name_of_person,
	"SELECT p.name, coalesce(t.name, '') FROM person p" LATEST_POST("o", "p.id", "t") " WHERE p.id = $1");
/* A sheet that stands for something else than the person says for what. */
SQL(sets_of_person, "SELECT u.title, nullif(nullif(s.unit_name, s.person_name), '') FROM sheet s"
		    " JOIN person q ON q.id = s.person_id JOIN cycle_set k ON k.cycle_id = s.cycle_id"
		    " AND k.set_key = s.set_key JOIN question_set u ON u.id = k.question_set_id"
		    " WHERE s.person_id = $4 AND s.cycle_id = $1 AND " SHEET_WAITS("$2") " AND " THERE(
			    "$3") " ORDER BY k.ord, s.id");

static bool
person_words(struct db *db, struct arena *a, int64_t person_id, struct rung_words *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, name_of_person, "i", person_id))
		return false;
	if (rows_next(&r)) {
		out->name = row_text(&r, 0, a);
		out->department = row_text(&r, 1, a);
	}
	return rows_end(&r, e);
}

static bool
sets_words(struct db *db, struct arena *a, const struct wave *w, int64_t person_id, struct rung_words *out,
	bool *waits, struct err *e)
{
	struct rows r;
	size_t length;
	struct buf lines = BUF_INIT;
	if (!db_query(db, &r, e, sets_of_person, "iiii", w->cycle_id, w->department_id, (int64_t)w->day,
		    person_id))
		return false;
	while (rows_next(&r)) {
		const char *unit = row_text(&r, 1, a), *end = lines.length > 0 ? "\n" : "";
		if (unit == NULL)
			buf_addf(&lines, _("%s- %s"), end, row_peek(&r, 0, &length));
		else
			buf_addf(&lines, _("%s- %s (%s)"), end, row_peek(&r, 0, &length), unit);
		*waits = true;
	}
	out->sets = arena_strdup(a, lines.data == NULL ? "" : lines.data);
	buf_free(&lines);
	return rows_end(&r, e);
}

/* ---- managers and heads ------------------------------------------------------------------------ */

SQL(people_of_chief,
	REACH("$1", "$2", "$3",
		"$4") " SELECT q.name, c.name FROM reach r"
		      " JOIN cycle_department c ON c.cycle_id = $1 AND c.department_id = r.department_id"
		      " JOIN sheet s ON s.cycle_id = $1 AND s.department_id = r.department_id"
		      " JOIN person q ON q.id = s.person_id WHERE r.person_id = $5 AND " SHEET_WAITS(
			      "$2") " AND " THERE("$3") " GROUP BY c.ord, c.name, q.number, q.name"
							" ORDER BY c.ord, q.number");

struct list {
	struct buf names, departments;
	int64_t count, sections;
	const char *last;
};

static void
list_add(struct list *l, const char *name, const char *section)
{
	bool first = l->count++ == 0;
	if (first || strcmp(l->last, section) != 0) {
		buf_addf(&l->departments, "%s%s", l->sections++ > 0 ? _(", ") : "", section);
		l->last = section;
	}
	if (l->count <= NAMES_MOST)
		buf_addf(&l->names, _("%s- %s (%s)"), first ? "" : "\n", name, section);
}

static bool
names_words(struct db *db, struct arena *a, const struct wave *w, int64_t person_id, struct rung_words *out,
	bool *waits, struct err *e)
{
	struct rows r;
	struct list l = {.names = BUF_INIT, .departments = BUF_INIT};
	if (!db_query(db, &r, e, people_of_chief, "iiisi", w->cycle_id, w->department_id, (int64_t)w->day,
		    rung_to_key(w->to), person_id))
		return false;
	while (rows_next(&r))
		list_add(&l, row_text(&r, 0, a), row_text(&r, 1, a));
	if (l.count > NAMES_MOST)
		buf_addf(&l.names, _("\nand %lld more"), (long long)(l.count - NAMES_MOST));
	*waits = l.count > 0;
	out->names = arena_strdup(a, *waits ? l.names.data : "");
	out->department = arena_strdup(a, *waits ? l.departments.data : "");
	out->count = arena_printf(a, "%lld", (long long)l.count);
	buf_free(&l.names);
	buf_free(&l.departments);
	return rows_end(&r, e);
}

bool
wave_words(struct db *db, struct arena *a, const struct wave *w, int64_t person_id, struct rung_words *out,
	bool *waits, struct err *e)
{
	*out = (struct rung_words){.name = "",
		.body = setting_text(db, a, "body_name"),
		.cycle = w->cycle_title,
		.due = wareki_day(a, w->due_day),
		.department = "",
		.sets = "",
		.count = "",
		.names = "",
		.link = setting_text(db, a, "service_url")};
	*waits = false;
	return person_words(db, a, person_id, out, e) &&
	       (w->to == RUNG_PERSON ? sets_words(db, a, w, person_id, out, waits, e)
				     : names_words(db, a, w, person_id, out, waits, e));
}
