#ifndef STORE_AUDIT_FINDING_PUBLIC_H
#define STORE_AUDIT_FINDING_PUBLIC_H

/*
 * What everybody may read of a finding (概要版): a title and the measure taken, written for
 * that by an auditor. Nothing else that was typed into a finding is ever published, and this
 * only once the finding is closed. The latest edition counts; the earlier ones stay.
 */

#include "domain/organisation/register.h"
#include "store/audit/findings.h"

struct finding_public {
	const char *title, *measure; /* "" where nothing was written */
	const char *who;             /* who wrote last; "" for nobody */
	instant_t at;
};
bool finding_public_find(
	struct db *db, struct arena *a, int64_t finding_id, struct finding_public *out, struct err *e);

/* May now write it: an auditor or lead, of a confirmed finding. */
bool finding_publishes(const struct finding *f, unsigned actors);

/* ERR_INPUT without a title or with a text that is too long, and when one holds a name that is
 * not published (store/register/private_names.h). */
bool finding_publish(struct db *db, const struct finding_act *x, const struct registers *registers,
	const struct finding_public *what, struct err *e);

#endif
