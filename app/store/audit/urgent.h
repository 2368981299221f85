#ifndef STORE_AUDIT_URGENT_H
#define STORE_AUDIT_URGENT_H

/*
 * 緊急報告: what an auditor comes across that cannot wait for the report. Anyone who audits or
 * leads files one, from the announcement of the audit on; who leads and the management are shown it
 * first, and the management acknowledges it. The department is never shown one: who acts for it
 * sees it only as management, which it is for. Those it is for are told by mail that there is one
 * (store/audit/chases.h). Events: urgent_filed urgent_acknowledged.
 */

#include "store/audit/engagements.h"

enum urgent_kind { URGENT_ILLEGAL, URGENT_URGENT, URGENT_OUTSIDE, URGENT_KINDS };
const char *urgent_kind_key(enum urgent_kind k);  /* "illegal" "urgent" "outside" */
enum urgent_kind urgent_kind_of(const char *key); /* URGENT_KINDS when unknown */

struct urgent_report {
	int64_t id, engagement_id;
	enum urgent_kind kind;
	const char *text, *who;
	instant_t at, acknowledged_at; /* acknowledged 0: not yet */
	const char *acknowledged_who, *note;
};
/* Of one audit, or (0) of all that nobody has acknowledged; newest first. */
bool urgent_list(struct db *db, struct arena *a, int64_t engagement_id, struct urgent_report **out,
	size_t *count, struct err *e);

/* Whether an account is shown those of this audit. */
bool urgent_seen_by(struct db *db, struct arena *a, const struct engagement *g, int64_t account_id,
	bool *seen, struct err *e);

bool urgent_file(struct db *db, const struct engagement_act *x, enum urgent_kind kind, const char *text,
	struct err *e);
/* Somebody who has no mail was told by word that there is one; by whoever may file one. */
bool urgent_told(
	struct db *db, const struct engagement_act *x, int64_t id, int64_t reminder_id, struct err *e);
bool urgent_acknowledge(
	struct db *db, const struct engagement_act *x, int64_t id, const char *note, struct err *e);

#endif
