#ifndef REPORT_RISK_PROPOSAL_H
#define REPORT_RISK_PROPOSAL_H

/*
 * What self-check and audit say of a threat to a department, and the likelihood they
 * propose (domain/audit/risk.h). Points are those that everybody may see already: of the
 * measures that bear on the threat most (policy.yaml, coverage) the lowest that the last
 * final cycle shows of the department; what is withheld there is not used, so nothing
 * that is hidden can be read off a proposal.
 */

#include "store/risk/risks.h"
#include "store/store.h"

bool risk_proposal_make(
	struct store *s, struct arena *a, const struct risk *r, struct risk_proposal *out, struct err *e);

#endif
