#ifndef REPORT_READERS_H
#define REPORT_READERS_H

/*
 * What readers of an edition are not shown. Everything comes from one set of data; a
 * block asks for each thing that is of a kind below, and what was left out is counted,
 * printed at the end and logged when the edition is issued.
 *
 *	people		names of auditors and of those who were asked	not in public
 *	systems		names of systems				not in public
 *	places		where an audit was carried out			not in public
 *	evidence	evidence: names, places, digests		not in public
 *	details		what was typed into a finding; once it is closed, a
 *			title and the measure written for everybody are
 *			shown instead					not in public
 *	words		what auditors wrote for others than the public	not in public
 *	waivers		why someone audits who is not independent	not in public
 *	self_check	figures of one department's self-check		not in public
 *	factors		what speaks for auditing something		not in public
 *	order		who ordered an audit, and why: it may be what somebody
 *			told in confidence				in full editions only
 *	reviews		who reviewed a working paper			in full editions only
 */

#include "report/block.h"

bool readers_see(const struct composer *c, enum content what);
/* The text, or the mark of what is left out, which is counted; "" stays. */
const char *for_readers(struct composer *c, enum content what, const char *text);
/* What was written for everybody: left out while nothing was, and when it holds a name that is not
 * published, as one may that came into the roster or a register since. */
bool for_everybody(
	struct composer *c, enum content what, const char *text, const char **out, struct err *e);
/* Counts one thing that is left out as a whole. */
void left_out(struct composer *c, enum content what);

/* "people 2, places 1"; "" when everything is shown. */
const char *left_out_text(const struct composer *c);

#endif
