#ifndef DOMAIN_AUDIT_AUDIT_RISK_H
#define DOMAIN_AUDIT_AUDIT_RISK_H

/*
 * What speaks for auditing something this year, in points: a proposal of an order, which a person
 * changes. The rules are data (reports/audit-rules.yaml); here they are only worked out:
 *
 *	nothing is known of it (never audited)		none
 *	value ≤ from					0
 *	else points × ((value − from) ÷ per, rounded down), at most `most`
 *
 * What is withheld (domain/score/withhold.h) gives no points, whatever it is, and is said to be unknown.
 */

#include <stddef.h>

enum audit_factor {
	FACTOR_YEARS,    /* since the last audit: years */
	FACTOR_OPEN,     /* findings that are not closed */
	FACTOR_REPEATED, /* of these, those found again */
	FACTOR_ALARM,    /* 得点率 below the alarm: tenths of a point */
	FACTOR_GAP,      /* 乖離 = 実施率 − 適合率: tenths of a point */
	FACTOR_RISK,     /* the greatest risk value of the last assessment: likelihood × loss */
	FACTOR_PLANNED,  /* 1: the mid-term plan says this year */
	FACTORS
};
const char *audit_factor_key(enum audit_factor f);  /* "years" … */
enum audit_factor audit_factor_of(const char *key); /* FACTORS when unknown */

struct audit_rule {
	int from, per, points, most, none;
};

enum factor_state { FACTOR_APART, FACTOR_KNOWN, FACTOR_NONE, FACTOR_HIDDEN };
/* apart: it has no meaning for this target; none: there is no value; hidden: withheld. */
struct factor_value {
	enum factor_state state;
	int value;
};

int audit_factor_points(const struct audit_rule *rule, const struct factor_value *v);

struct audit_candidate {
	struct factor_value values[FACTORS];
	int points[FACTORS], total; /* filled in */
	int place;                  /* in the official order */
};
/* Most points first, then in the official order. */
void audit_candidates_rank(
	const struct audit_rule rules[FACTORS], struct audit_candidate **list, size_t count);

#endif
