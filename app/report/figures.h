#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

/*
 * The figures of one cycle and one question set, gathered from the summaries and
 * already withheld where they must be (domain/score/withhold.h): whoever shows them
 * cannot show too much. Everything a dashboard or a report prints comes from here.
 * The body's overall figures are of everyone; its measures, items and tallies leave
 * the withheld departments out, which a reader must be told when there are any.
 * While the cycle is open, so do the overall figures: who looked before and after
 * one submission would otherwise read it off the difference.
 */

#include "domain/score/score.h"
#include "draw/chart.h"
#include "store/cycle/cycles.h"
#include "store/figure/tallies.h"
#include "store/store.h"

struct figure {
	struct rate rate; /* meaningful only when not hidden */
	bool hidden;      /* 「※」 */
};

struct department_figures {
	int64_t department_id;
	const char *key, *name, *kind;
	struct progress_row progress;
	int64_t counted; /* sheets in the figures: while the cycle is live they lag behind (store/figure/shown.h) */
	bool asked;                            /* false: 対象者なし */
	struct figure done, points, knowledge; /* 実施率 得点率 理解度 over all items */
	struct figure done_or_partly;          /* 一部実施を含む率 */
	struct figure *measures;               /* 得点率 by measure, in the order of figures.measures */
	struct figure *measures_done;          /* 実施率 by measure */
	struct figure *items;                  /* 実施率 (knowledge: right answers) per item */
	struct tally *tallies;                 /* per item; zero where the row is withheld */
	bool hidden;                           /* the row as a whole */
};

enum { YEAR_OF_SEVERAL = -1 }; /* in place of a department: several that have been merged since */

struct year_figures {
	int year;
	int64_t cycle_id, department_id; /* of that year: the department may be a predecessor; 0: the body */
	const char *from;                /* its name then, or those of several; NULL or "" where it was the same */
	bool present;
	struct figure points, done, knowledge, response; /* response: of people, by everybody */
	bool changed; /* other questions than the year before, or one of another meaning: the line is broken
		       */
};

struct figures {
	struct cycle cycle;
	const struct questionnaire *set;
	const struct clause **measures; /* policy_measures */
	size_t measure_count;
	struct department_figures *departments; /* official order */
	size_t department_count;
	struct department_figures body; /* pooled over people */
	size_t withheld_count; /* departments shown as 「※」 and left out of the body's measures and items */
	const struct department_figures
		*subject; /* the department asked for, or &body: so a struct figures is not copied */
	struct year_figures *years; /* the subject's, oldest first, up to this cycle */
	size_t year_count;
	bool by_post;        /* somebody is counted in several departments: the body's numbers are 延べ */
	const bool *changed; /* per item: its meaning is not last year's; NULL: none is */
	struct figure comparable_now,
		comparable_before; /* 得点率 over the items that can be compared with last year */
};

/* department_id 0: the body as a whole. ERR_ABSENT when the cycle has no such
 * set or department. years: how many at most (3). A duty set is never withheld. */
bool figures_gather(struct store *s, struct arena *a, const struct cycle *c, const char *set_key,
	int64_t department_id, int years, struct figures *out, struct err *e);

struct figure figure_of(struct rate r, bool hidden); /* a hidden one holds no number at all */
struct shown shown_of(const struct figure *f);       /* number, 「－」 or 「※」 */

#endif
