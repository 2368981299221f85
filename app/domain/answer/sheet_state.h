#ifndef DOMAIN_ANSWER_SHEET_STATE_H
#define DOMAIN_ANSWER_SHEET_STATE_H

/*
 * What has become of a sheet (回答票), and who may do what with it.
 *
 *	未着手 fresh → 一時保存 draft → 提出 submitted ⇄ 差戻し returned
 *	→ 所属長確認 confirmed → 確定 fixed		beside these: 対象外 excluded
 *
 * A returned sheet goes on counting with the answers it was submitted with until
 * it is submitted again: otherwise the figures before and after would tell what
 * one person answered. A confirmed one is changed by nobody until it is returned.
 * Once the figures of the cycle are final nothing is done with a sheet any more.
 */

#include "domain/cycle/cycle.h"

enum sheet_state {
	SHEET_FRESH,
	SHEET_DRAFT,
	SHEET_SUBMITTED, /* also once more after having been returned */
	SHEET_RETURNED,
	SHEET_CONFIRMED,
	SHEET_FIXED, /* submitted, and the figures are final */
	SHEET_EXCLUDED,
	SHEET_STATES /* how many */
};

/* What is recorded of a sheet, as far as its state goes. */
struct sheet_facts {
	enum cycle_state cycle;
	bool draft, submitted, returned, confirmed, excluded;
	bool asked; /* 見直しのお願い: as it was submitted, it may be submitted again like a returned one */
};

enum sheet_state sheet_state_of(const struct sheet_facts *f);
const char *sheet_state_key(enum sheet_state s); /* "fresh" … "excluded" */

enum sheet_action {
	SHEET_ANSWER,  /* save or submit */
	SHEET_PROXY,   /* type in what stands on paper */
	SHEET_RETURN,  /* 差戻し */
	SHEET_CONFIRM, /* 所属長確認 */
	SHEET_EXCLUDE, /* 対象外にする */
	SHEET_INCLUDE, /* take that back */
	SHEET_ASSIGN,  /* name who answers for an office */
	SHEET_ACTIONS  /* how many */
};

/* Who acts on it; one account may be several. */
enum sheet_actor {
	ACTOR_OWNER = 1 << 0,       /* who answers it */
	ACTOR_MANAGER = 1 << 1,     /* manages its department */
	ACTOR_SECRETARIAT = 1 << 2, /* runs the cycles */
};

/* ERR_DENIED when it is not theirs to do, ERR_CONFLICT when the sheet or its cycle does not allow it now. */
bool sheet_may(enum sheet_action a, unsigned actors, const struct sheet_facts *f, struct err *e);

#endif
