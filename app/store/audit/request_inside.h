#ifndef STORE_AUDIT_REQUEST_INSIDE_H
#define STORE_AUDIT_REQUEST_INSIDE_H

/* What the files of requests share. */

#include "store/audit/requests.h"

struct request_doing {
	struct engagement audit;
	struct audit_request request;
	unsigned actors; /* enum request_actor */
};

/* The request an act is about. ERR_CONFLICT when it has been changed since. */
bool request_act_begin(struct db *db, const struct engagement_act *x, int64_t request_id,
	struct request_doing *out, struct err *e);

/* Withdraws those that are open, of an audit that is cancelled. */
bool requests_void(struct db *db, const struct engagement_act *x, const struct engagement *g, struct err *e);

#endif
