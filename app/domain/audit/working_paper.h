#ifndef DOMAIN_AUDIT_WORKING_PAPER_H
#define DOMAIN_AUDIT_WORKING_PAPER_H

/*
 * The working paper (監査調書) of one line of a checklist: what was done, what was found,
 * and what the auditor makes of it. The judgement is the auditor's; here only stands
 * what a paper must say to bear it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/audit/engagement.h"

/* The texts of a paper, in the order in which they are written. */
enum paper_text {
	PAPER_METHODS, /* those that were used: 閲・聞, as an item proposes them */
	PAPER_PLACE,
	PAPER_MET,        /* 応対者 */
	PAPER_DONE,       /* 実施した手続 */
	PAPER_FACTS,      /* 事実 */
	PAPER_DIFFERENCE, /* 基準との差 */
	PAPER_CAUSE,
	PAPER_EFFECT,
	PAPER_PROPOSAL,
	PAPER_REASON, /* why it was not checked, or does not apply */
	PAPER_TEXTS
};

struct paper_field {
	const char *key; /* of the column and of the form's field */
	size_t most;     /* code points */
	bool line;       /* it has one */
};
extern const struct paper_field paper_fields[PAPER_TEXTS];

struct paper {
	enum judgement judgement; /* JUDGEMENTS: none yet */
	bool recommended, good;   /* 推奨事項, 好事例: marks beside the judgement */
	const char *texts[PAPER_TEXTS];
};

/* ERR_INPUT: a text is too long or of more lines than it may have, 軽微な不適合 or 重大な不適合 without facts
 * and the difference from the criterion, 観察事項 without facts, 該当なし or 未確認 without the reason. */
bool paper_fits(const struct paper *p, struct err *e);

bool paper_same(const struct paper *a, const struct paper *b);
/* What the department confirms: the facts and the difference. */
bool paper_facts_same(const struct paper *a, const struct paper *b);

/* Numbers of evidence (証拠番号) are this and a serial: "R08-…-6(4)". The department's name without
 * the word for what kind of section it is, where something of two characters is left. */
const char *evidence_prefix(struct arena *a, int year, const char *department, const char *clause);
const char *evidence_number(struct arena *a, const char *prefix, int serial); /* "R08-…-6(4)-03" */

#endif
