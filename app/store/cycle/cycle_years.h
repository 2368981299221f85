#ifndef STORE_CYCLE_CYCLE_YEARS_H
#define STORE_CYCLE_CYCLE_YEARS_H

/* What a final cycle is compared with, kept as it stood when the figures became
 * final: reopening an older year, or mending the lineage of a department, changes
 * nothing that has been reported. */

#include "base/arena.h"
#include "db/db.h"
#include "domain/score/score.h"

struct cycle_year_key {
	int64_t cycle_id;
	const char *set_key;
	int64_t department_id; /* 0: the body */
	int year;
};

struct cycle_year {
	int year;
	int64_t from_cycle_id, from_department_id; /* cycle 0: nothing is known of that year */
	const char *from_name;                     /* "": the department as it is called */
	bool changed;
};

struct cycle_year_figure {
	int year;
	const char *name;
	struct rate rate; /* numerator and denominator only */
	bool hidden;
};

bool cycle_years_drop(struct db *db, int64_t cycle_id, struct err *e); /* of an earlier edition */
bool cycle_year_keep(
	struct db *db, const struct cycle_year_key *key, const struct cycle_year *year, struct err *e);
bool cycle_year_figure_keep(struct db *db, const struct cycle_year_key *key,
	const struct cycle_year_figure *figure, struct err *e);

/* Oldest first; count 0: none were kept. The year of the key does not matter. */
bool cycle_years_read(struct db *db, struct arena *a, const struct cycle_year_key *key,
	struct cycle_year **out, size_t *count, struct err *e);
bool cycle_year_figures_read(struct db *db, struct arena *a, const struct cycle_year_key *key,
	struct cycle_year_figure **out, size_t *count, struct err *e);

/* Final cycles of which nothing has been kept yet: they became final before it was. */
bool cycles_unkept(struct db *db, struct arena *a, int64_t **out, size_t *count, struct err *e);

#endif
