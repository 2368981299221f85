#ifndef DOMAIN_AUDIT_RISK_H
#define DOMAIN_AUDIT_RISK_H

/*
 * Risk values for the review of the policy (clause 8): how likely a threat is, 1 to 5,
 * times how great the loss would be, 1 to 5. Bands: 1–4 低, 5–9 中, 10–15 高, 16–25 極高.
 *
 * Weak results of self-checks and audits raise the likelihood as a proposal only: a
 * person decides.
 */

#include <stdbool.h>

enum { RISK_LEAST = 1, RISK_MOST = 5 };

enum risk_band { RISK_LOW, RISK_MIDDLE, RISK_HIGH, RISK_EXTREME, RISK_BANDS };
enum risk_band risk_band_of(int likelihood, int loss);
const char *risk_band_key(enum risk_band b); /* "low" … */

enum risk_treatment {
	RISK_REDUCE, /* 低減 */
	RISK_AVOID,  /* 回避 */
	RISK_SHARE,  /* 移転 */
	RISK_ACCEPT, /* 受容: needs an approver who is not the owner, and a last day */
	RISK_TREATMENTS
};
const char *risk_treatment_key(enum risk_treatment t);  /* "reduce" … */
enum risk_treatment risk_treatment_of(const char *key); /* RISK_TREATMENTS when unknown */

/* What is known of the items that bear on the threat where the asset stands. */
struct risk_evidence {
	int points;       /* 得点率 of the self-check, in tenths; -1: none, or withheld */
	int alarm;        /* below this many tenths it is weak */
	int major, minor; /* judgements of the last audit */
	bool repeated;    /* one of them was found before */
};

/* One step up for each of: weak points; a major judgement, or two minor ones; a repeated
 * finding. At most two steps, never above RISK_MOST. */
int risk_propose(int likelihood, const struct risk_evidence *x);

#endif
