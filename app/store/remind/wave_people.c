/* Who is in a wave of reminders: planned a few people at a time. */
#include "store/remind/reminders.h"

#include "base/buf.h"
#include "base/words.h"
#include "store/event.h"
#include "store/remind/reminder_sql.h"

/* Those with sheets that wait, by the key of the table, so that it stops after the last one asked for. */
#define HAS_WAITING(cycle, department)                                                                       \
	"EXISTS (SELECT 1 FROM sheet s WHERE s.person_id = q.id AND s.cycle_id = " cycle                     \
	" AND " SHEET_WAITS(department) ")"
#define NEXT_PEOPLE                                                                                          \
	" FROM person q WHERE q.id > $4 AND " STAYS("$3") " AND " HAS_WAITING(                               \
		"$1", "$2") " ORDER BY q.id LIMIT $5"

SQL(last_of_next, "SELECT coalesce(max(n.id), 0) FROM (SELECT q.id AS id" NEXT_PEOPLE ") n");
SQL(plan_people, "INSERT INTO reminder (wave_id, person_id, address, state) SELECT $6, q.id, q.mail,"
		 " CASE WHEN " ON_LEAVE("$3") " THEN 'absent' WHEN $7 = 1 AND q.mail <> '' THEN 'planned' "
					      "ELSE 'by_hand' END" NEXT_PEOPLE
					      " ON CONFLICT (wave_id, person_id) DO NOTHING");
SQL(plan_chiefs,
	REACH("$1", "$2", "$3",
		"$4") " INSERT INTO reminder (wave_id, person_id, address, state) SELECT $5, p.id, p.mail,"
		      " CASE WHEN $6 = 1 AND p.mail <> '' THEN 'planned' ELSE 'by_hand' END FROM person p"
		      " WHERE p.id IN (SELECT person_id FROM reach) ON CONFLICT (wave_id, person_id) DO "
		      "NOTHING");
SQL(untold_sections,
	REACH("$1", "$2", "$3",
		"$4") " SELECT c.name FROM waiting w JOIN cycle_department c ON c.cycle_id = $1"
		      " AND c.department_id = w.department_id WHERE NOT EXISTS (SELECT 1 FROM reach r"
		      " WHERE r.department_id = w.department_id) ORDER BY c.ord");

/* Sections whose people wait and of which nobody can be told; "" for none. */
static bool
untold_words(
	struct db *db, struct arena *a, const struct wave *w, day_t today, const char **out, struct err *e)
{
	struct rows r;
	size_t length;
	struct buf names = BUF_INIT;
	if (!db_query(db, &r, e, untold_sections, "iiis", w->cycle_id, w->department_id, (int64_t)today,
		    rung_to_key(w->to)))
		return false;
	while (rows_next(&r))
		buf_addf(&names, "%s%s", names.length > 0 ? _(", ") : "", row_peek(&r, 0, &length));
	*out = arena_strdup(a, names.data == NULL ? "" : names.data);
	buf_free(&names);
	return rows_end(&r, e);
}

static bool
chiefs_plan(struct db *db, const struct wave *w, bool by_mail, day_t today, struct err *e)
{
	const char *untold;
	struct arena *a = arena_create();
	bool ok = db_exec(db, e, plan_chiefs, "iiisii", w->cycle_id, w->department_id, (int64_t)today,
			  rung_to_key(w->to), w->id, (int64_t)by_mail) &&
		  untold_words(db, a, w, today, &untold, e) &&
		  (*untold == '\0' || event_add(db, w->planned_at, w->account_id, "reminders_untold",
					      w->cycle_title, untold, e));
	arena_destroy(a);
	return ok;
}

bool
wave_plan(struct db *db, const struct wave *w, bool by_mail, int most, int64_t *last, day_t today,
	struct err *e)
{
	struct rows r;
	int64_t after = *last;
	*last = 0;
	if (w->to != RUNG_PERSON)
		return chiefs_plan(db, w, by_mail, today, e);
	if (!db_query(db, &r, e, last_of_next, "iiiii", w->cycle_id, w->department_id, (int64_t)today, after,
		    (int64_t)most))
		return false;
	if (rows_next(&r))
		*last = row_int(&r, 0);
	return rows_end(&r, e) && db_exec(db, e, plan_people, "iiiiiii", w->cycle_id, w->department_id,
					  (int64_t)today, after, (int64_t)most, w->id, (int64_t)by_mail);
}

/* ---- before it is begun -------------------------------------------------------------------- */

SQL(reach_people, "SELECT count(*) FILTER (WHERE n.leave = 0 AND n.mail <> ''),"
		  " count(*) FILTER (WHERE n.leave = 0 AND n.mail = ''), count(*) FILTER (WHERE n.leave = 1),"
		  " min(n.id) FILTER (WHERE n.leave = 0) FROM (SELECT q.id AS id, q.mail AS mail,"
		  " CASE WHEN " ON_LEAVE("$3") " THEN 1 ELSE 0 END AS leave FROM person q WHERE " STAYS(
			  "$3") " AND " HAS_WAITING("$1", "$2") ") n");
SQL(reach_chiefs, REACH("$1", "$2", "$3", "$4") " SELECT count(*) FILTER (WHERE p.mail <> ''), count(*) "
						"FILTER (WHERE p.mail = ''), 0, min(p.id)"
						" FROM person p WHERE p.id IN (SELECT person_id FROM reach)");

bool
wave_reach(struct db *db, struct arena *a, const struct wave *w, day_t today, struct wave_reach *out,
	struct err *e)
{
	struct rows r;
	bool asked = w->to == RUNG_PERSON ? db_query(db, &r, e, reach_people, "iii", w->cycle_id,
						    w->department_id, (int64_t)today)
					  : db_query(db, &r, e, reach_chiefs, "iiis", w->cycle_id,
						    w->department_id, (int64_t)today, rung_to_key(w->to));
	if (!asked)
		return false;
	(void)rows_next(&r);
	*out = (struct wave_reach){.with = row_int(&r, 0),
		.without = row_int(&r, 1),
		.absent = row_int(&r, 2),
		.first_person = row_int(&r, 3),
		.untold = ""};
	return rows_end(&r, e) && (w->to == RUNG_PERSON || untold_words(db, a, w, today, &out->untold, e));
}
