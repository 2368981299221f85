#ifndef STORE_ORGANISATION_PEOPLE_H
#define STORE_ORGANISATION_PEOPLE_H

/*
 * Persons (職員等), the posts they hold from when to when, their absences, and the
 * roster that says all this at once. On a day a person has at most one main post
 * and any number of further ones (兼務). Nobody is ever deleted: leaving is a date.
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/organisation/roster.h"
#include "domain/questionnaire/hints.h"
#include "store/organisation/departments.h"

struct person {
	int64_t id;
	const char *number, *name, *kana, *kind, *mail;
	day_t joined_day, left_day; /* 0: not known; still employed. left_day is the last day */
};

struct post {
	int64_t id, person_id, department_id;
	bool main; /* else 兼務 */
	const char *title;
	day_t valid_from, valid_to;                   /* valid_to 0: held */
	const char *department_key, *department_name; /* as when the post began */
};

struct absence {
	day_t from_day, to_day; /* to_day 0: open */
	const char *reason;
};

/* Left-joins the latest main post of `person` (an expression) and its department as it is called last: as
 * nothing is entered before its day, that is today's, or the last one of who has left. */
#define LATEST_POST(post, person, term)                                                                      \
	" LEFT JOIN post " post " ON " post ".id = (SELECT y.id FROM post y WHERE y.person_id = " person     \
	" AND y.main = 1 ORDER BY y.valid_from DESC LIMIT 1) LEFT" TERM_LATEST(term, post ".department_id")

bool person_find(struct db *db, struct arena *a, int64_t id, struct person *out, struct err *e);
bool person_by_number(struct db *db, struct arena *a, const char *number, struct person *out, struct err *e);
bool person_save(struct db *db, struct person *p, struct err *e); /* by number; sets id */
bool posts_of_person(struct db *db, struct arena *a, int64_t person_id, struct post **out, size_t *count,
	struct err *e); /* newest first, main before further ones */

/* Who may be put in charge of something: those who hold a post of the department on the day, by staff number.
 */
struct department_person {
	const char *number, *name;
};
bool department_people(struct db *db, struct arena *a, int64_t department_id, day_t day,
	struct department_person **out, size_t *count, struct err *e);

/* The main post holding on the day becomes this one from that day on (to where it would have ended). */
bool post_change(
	struct db *db, int64_t person_id, int64_t department_id, const char *title, day_t day, struct err *e);
/* A further post begins, or ends the day before. */
bool post_add(
	struct db *db, int64_t person_id, int64_t department_id, const char *title, day_t day, struct err *e);
bool post_end(struct db *db, int64_t person_id, int64_t department_id, day_t day, struct err *e);
/* Everyone who holds a post in `from` holds it in `to` from that day on. */
bool posts_transfer(struct db *db, int64_t from, int64_t to, day_t day, struct err *e);
/* The last day: posts held then end with it, sessions and the account with its passing. Who has a later post
 * has come back and only lacks the days between. */
bool person_leave(struct db *db, int64_t person_id, day_t last, instant_t now, struct err *e);

bool absences_of_person(struct db *db, struct arena *a, int64_t person_id, struct absence **out,
	size_t *count, struct err *e);
bool absence_save(
	struct db *db, int64_t person_id, const struct absence *b, struct err *e); /* by first day */
bool absence_drop(struct db *db, int64_t person_id, day_t from, struct err *e);

/* Everybody's name, for finding them in texts. */
bool names_of_people(struct db *db, struct arena *a, struct names **out, struct err *e);

/* ---- the roster ------------------------------------------------------------------------ */

/* The people of a day as a roster, for comparing. */
bool roster_current(struct db *db, struct arena *a, day_t day, struct roster *out, struct err *e);
/* How many have a main post on the day. */
bool people_count(struct db *db, day_t day, int64_t *out, struct err *e);
/* From when a roster counts if nobody says: today; for the first one the first day of the fiscal year, so
 * that the base date of this year's cycle finds people. */
bool roster_usual_day(struct db *db, instant_t now, day_t *out, struct err *e);

/* What the file alone cannot know, as faults with their lines: departments that had ended or had not begun,
 * further ones that are not there, leavers of earlier days, a day in the future. */
bool roster_fits(struct db *db, struct arena *a, const struct roster *r, day_t day, instant_t now,
	const char *name, struct faults *f, struct err *e);

/* Applies a whole roster as it stands on a day: new departments (in file order), new people with their
 * accounts, changes, leavers. Transfers end the old post the day before. Nothing that began later is
 * touched. Runs inside a piece. */
bool roster_apply(
	struct db *db, struct arena *a, const struct roster *r, day_t day, instant_t now, struct err *e);

#endif
