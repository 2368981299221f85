#ifndef REPORT_AUDITS_H
#define REPORT_AUDITS_H

/* What the blocks about audits share. */

#include "report/block.h"

/* The checklists of c->audits. */
bool audits_read(struct composer *c, struct err *e);

/* Of one clause, NULL of all; over one audit, or (SIZE_MAX) all of them. */
struct lines_counted audits_counted(const struct composer *c, size_t audit, const char *clause);
/* The clauses that are looked at, in the order of the policy; NULL at the end. */
const char *const *audits_clauses(const struct composer *c);

/* What to say where there are none: a year's are not shown before their reports are settled. */
enum word no_lines_word(const struct composer *c);

const char *audit_days(struct composer *c, day_t from, day_t to);
const char *audit_caption(struct composer *c, size_t audit); /* number and department */
const char *clause_text(const struct composer *c, const char *key);
const char *judgement_text(const struct composer *c, enum judgement j); /* 適合 …; "" for none yet */
enum word severity_word(enum finding_severity s);
enum word finding_state_word(enum finding_state s);
/* What it is called, for the readers of the edition: everybody reads of a closed one, in words written for that. */
bool finding_title_text(struct composer *c, const struct finding *f, const char **out, struct err *e);

/* A table of two columns: what it is, and what it says; nothing is said by a mark. */
struct grid facts_grid(struct composer *c);
void fact_add(struct composer *c, struct grid *g, enum word name, const char *value);

#endif
