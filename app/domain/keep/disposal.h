#ifndef DOMAIN_KEEP_DISPOSAL_H
#define DOMAIN_KEEP_DISPOSAL_H

/*
 * The way of a disposal (廃棄): nobody disposes of records alone.
 *
 *	提案 proposed → 承認 approved → 執行中 running → 廃棄済 done
 *	             ↘ 差戻し declined      ↘ 取下げ withdrawn (also of what is only proposed)
 *
 * The secretariat proposes; another account of the management or of the secretariat
 * approves or declines. What has begun is brought to its end: it can be interrupted,
 * but not taken back.
 */

#include <stdbool.h>

#include "base/err.h"

enum disposal_state {
	DISPOSAL_PROPOSED,
	DISPOSAL_WITHDRAWN,
	DISPOSAL_DECLINED,
	DISPOSAL_APPROVED,
	DISPOSAL_RUNNING,
	DISPOSAL_DONE,
	DISPOSAL_STATES /* how many */
};

const char *disposal_state_key(enum disposal_state s);  /* "proposed" … "done" */
enum disposal_state disposal_state_of(const char *key); /* DISPOSAL_STATES when unknown */

enum disposal_act {
	DISPOSAL_WITHDRAW,
	DISPOSAL_APPROVE,
	DISPOSAL_DECLINE,
	DISPOSAL_GO_ON, /* once more, after an interruption */
	DISPOSAL_ACTS   /* how many */
};

const char *disposal_act_key(enum disposal_act a); /* "withdraw" "approve" "decline" "go_on" */
bool disposal_act_parse(const char *key, enum disposal_act *out);

bool disposal_may_propose(unsigned roles, struct err *e);
/* proposer: it is the account that proposed it. ERR_DENIED when it is not for them, ERR_CONFLICT
 * when it is not the time. */
bool disposal_may(enum disposal_act a, enum disposal_state s, unsigned roles, bool proposer, struct err *e);
enum disposal_state disposal_after(enum disposal_act a, enum disposal_state s);

#endif
