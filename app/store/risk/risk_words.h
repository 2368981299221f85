#ifndef STORE_RISK_RISK_WORDS_H
#define STORE_RISK_RISK_WORDS_H

/* The words of the scales on which risks are assessed (reports/risk.yaml), as pages and papers print them. */

#include "base/arena.h"
#include "base/err.h"
#include "domain/audit/risk.h"

struct risk_words {
	const char **likelihood, **loss; /* RISK_LEAST to RISK_MOST, from 0 */
	const char **bands;              /* by enum risk_band */
	const char **treatments;         /* by enum risk_treatment */
	unsigned likelihood_count, loss_count, bands_count, treatments_count;
};

extern const struct cyaml_schema_value risk_words_schema; /* struct risk_words */

/* The file belongs to the program, so it is read once. ERR_SYSTEM when it is faulty. */
const struct risk_words *risk_words_get(struct err *e);

#endif
