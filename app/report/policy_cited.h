#ifndef REPORT_POLICY_CITED_H
#define REPORT_POLICY_CITED_H

/*
 * The edition of the policy that a paper cites: of those the body has imported, the one in
 * force on the day the paper is about — an audit's first day, the base date of a cycle, the
 * day a finding was raised, the first day of the years of a plan. Before the first one
 * that is the first. The one that comes with the program only where none was imported.
 */

#include "report/block.h"

/* Sets c's cited_title and cited_edition, once what it is about is loaded. */
bool policy_cite(struct composer *c, struct err *e);

#endif
