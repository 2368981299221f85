#ifndef DOMAIN_AUDIT_REQUEST_H
#define DOMAIN_AUDIT_REQUEST_H

/*
 * What becomes of a request for documents (資料依頼) to the department that is audited.
 *
 *	依頼中 asked → 提出 handed → 受領 accepted
 *	beside these: 差戻し returned (with what is lacking), 取下げ withdrawn
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "base/err.h"

enum request_state {
	REQUEST_ASKED,
	REQUEST_HANDED,
	REQUEST_RETURNED,
	REQUEST_ACCEPTED,
	REQUEST_WITHDRAWN,
	REQUEST_STATES /* how many */
};
const char *request_state_key(enum request_state s);  /* "asked" … */
enum request_state request_state_of(const char *key); /* REQUEST_STATES when unknown */

bool request_waits(enum request_state s); /* for the department */

enum request_actor {
	REQUEST_AUDITOR = 1 << 0, /* who audits, or leads, this audit */
	REQUEST_AUDITEE = 1 << 1, /* acts for the department */
};

enum request_need {
	REQUEST_NEEDS_REASON = 1 << 0,
	REQUEST_NEEDS_ANSWER = 1 << 1, /* words or a file */
};

struct request_move {
	const char *name; /* "hand" "accept" "return" "withdraw" */
	enum request_state from, to;
	unsigned actors, needs;
};
extern const struct request_move request_moves[];
extern const size_t request_move_count;

/* ERR_CONFLICT: no such move; ERR_DENIED: not theirs; ERR_INPUT: something it needs is missing. */
const struct request_move *request_move_find(
	enum request_state from, const char *name, unsigned actors, unsigned unmet, struct err *e);

bool request_overdue(enum request_state s, day_t due, day_t today);

#endif
