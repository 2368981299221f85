#ifndef STORE_SHEET_LESSONS_H
#define STORE_SHEET_LESSONS_H

/*
 * 答え合わせ: after submission whoever answers a sheet is shown the right answers of
 * its knowledge questions with their explanations, and what to do next about each ×.
 * Whoever has read that says so, once; it is the record of a training after clause
 * 6(5) of the policy, and holds no answer. Nobody else can say it for them: not who
 * typed a paper in, and nobody of a sheet that has another answerer now.
 *
 * From the moment the right answers are shown the answers to the knowledge questions
 * stand as they were submitted, or else 理解度 would be that of people who had just
 * been told. What else was answered can still be corrected (sheets.h).
 *
 * A sheet is counted once, in the department and kind of staff its person had on the
 * base date; excluded ones are not. What was read after the figures became final is
 * on record, and in no document (lesson_counts, before).
 */

#include "domain/questionnaire/questionnaire.h"
#include "store/sheet/sheets.h"

/* Inside a piece, before the right answers go out. Shown again, the first time stays.
 * ERR_DENIED for a sheet that is not the person's, ERR_CONFLICT before submission. */
bool lesson_teach(struct db *db, int64_t sheet_id, int64_t person_id, instant_t now, struct err *e);

/* The person has read it; said again, the first time stays. ERR_CONFLICT when it was not shown. */
bool lesson_read(
	struct db *db, struct arena *a, int64_t sheet_id, int64_t person_id, instant_t now, struct err *e);

enum lesson_filter { LESSON_ALL, LESSON_READ, LESSON_UNREAD };

struct lesson_wanted {
	int64_t cycle_id, department_id; /* department_id 0: every one */
	const char *set_key;
	enum lesson_filter filter;
	int64_t skip, most; /* most 0: all */
};

/* Whoever submitted: a row of the 研修の記録. */
struct lesson_row {
	const char *number, *name, *department, *kind; /* but for the number, as on the base date */
	instant_t read_at;                             /* 0: not yet */
};
bool lessons_list(struct db *db, struct arena *a, const struct lesson_wanted *w, struct lesson_row **out,
	size_t *count, struct err *e); /* by department and staff number */

/* Sheets, not posts: who holds several counts once. */
struct lesson_count {
	const char *name; /* of a department or a kind of staff; "" of all together */
	int64_t submitted, read;
};
enum lesson_axis { LESSONS_TOGETHER, LESSONS_BY_DEPARTMENT, LESSONS_BY_KIND };

/* Of a set; departments in official order, kinds by number. department_id 0: every one.
 * before: only what was read until then; 0: all. Together there is always one row. */
bool lesson_counts(struct db *db, struct arena *a, int64_t cycle_id, const char *set_key,
	int64_t department_id, enum lesson_axis axis, instant_t before, struct lesson_count **out,
	size_t *count, struct err *e);

#endif
