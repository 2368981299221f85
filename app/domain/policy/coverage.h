#ifndef DOMAIN_POLICY_COVERAGE_H
#define DOMAIN_POLICY_COVERAGE_H

/*
 * What the question sets cover: how many items each clause has for each audience,
 * and how many bear on each threat within each measure. Extensions are not derived
 * from the policy and do not count; free text asks nothing and does not either.
 */

#include "domain/questionnaire/questionnaire.h"

struct coverage {
	const struct bank *bank;
	const struct clause **measures, **threats;
	size_t measure_count, threat_count;
	size_t *clause_cells; /* clause × audience: items on the clause itself */
	size_t *threat_cells; /* threat × measure */
};

struct coverage *coverage_of(const struct bank *b, struct arena *a);

size_t coverage_clause(const struct coverage *c, size_t clause, size_t audience);
size_t coverage_threat(const struct coverage *c, size_t threat, size_t measure);

enum bearing { BEARING_NONE, BEARING_WEAK, BEARING_STRONG };
/* What the policy file expects of the cell. */
enum bearing coverage_expected(const struct coverage *c, size_t threat, size_t measure);

/* What is missing: a duty that no self-check or no audit item asks about (items on
 * a clause under it count), or an empty cell where the bearing is strong. */
enum gap_kind { GAP_SELF_CHECK, GAP_AUDIT, GAP_CELL };
struct gap {
	enum gap_kind kind;
	const struct clause *clause; /* the duty; the measure of a cell */
	const struct clause *threat; /* of a cell */
};
size_t coverage_gaps(const struct coverage *c, struct arena *a, struct gap **gaps);

#endif
