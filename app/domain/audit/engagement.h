#ifndef DOMAIN_AUDIT_ENGAGEMENT_H
#define DOMAIN_AUDIT_ENGAGEMENT_H

/*
 * The course of one audit (監査の実施), planned or by order (特命監査).
 *
 *	実施計画 drafted → 計画承認 approved → 実施通知 announced → 事前資料 requesting → 本調査 fieldwork
 *	→ 判定 judging → 意見交換 exchanging → 報告書案 reporting → 確定 fixed → 通知 notified
 *	→ 委員会報告 presented → フォローアップ following → 完了 completed	beside these: 中止 cancelled
 *
 * Judgements can be changed until the report is fixed; afterwards a reopening raises
 * the edition (版) and needs a reason. Until then an audit can be cancelled, for a reason, and
 * what it keeps stays.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum engagement_state {
	ENGAGEMENT_DRAFTED,
	ENGAGEMENT_APPROVED,
	ENGAGEMENT_ANNOUNCED,
	ENGAGEMENT_REQUESTING,
	ENGAGEMENT_FIELDWORK,
	ENGAGEMENT_JUDGING,
	ENGAGEMENT_EXCHANGING,
	ENGAGEMENT_REPORTING,
	ENGAGEMENT_FIXED,
	ENGAGEMENT_NOTIFIED,
	ENGAGEMENT_PRESENTED,
	ENGAGEMENT_FOLLOWING,
	ENGAGEMENT_COMPLETED,
	ENGAGEMENT_CANCELLED,
	ENGAGEMENT_STATES /* how many */
};

const char *engagement_state_key(enum engagement_state s);  /* "drafted" … */
enum engagement_state engagement_state_of(const char *key); /* ENGAGEMENT_STATES when unknown */

bool engagement_papers(enum engagement_state s); /* working papers may be written: fieldwork to reporting */
bool engagement_final(enum engagement_state s);  /* the report is fixed */
bool engagement_asks(enum engagement_state s);   /* documents are asked for: announced, not yet final */

enum engagement_actor {
	ENGAGEMENT_MEMBER = 1 << 0,     /* 監査人 of this audit */
	ENGAGEMENT_LEAD = 1 << 1,       /* 監査責任者 */
	ENGAGEMENT_MANAGEMENT = 1 << 2, /* CISO相当: approves plans, orders audits */
};

/* What must hold before a move. */
enum engagement_need {
	ENGAGEMENT_NEEDS_REASON = 1 << 0,
	ENGAGEMENT_NEEDS_LEAD = 1 << 1,     /* a lead and an auditor are named, every conflict waived */
	ENGAGEMENT_NEEDS_TARGET = 1 << 2,   /* a department or system, and items to check */
	ENGAGEMENT_NEEDS_JUDGED = 1 << 3,   /* every line is judged, 未確認 being a judgement */
	ENGAGEMENT_NEEDS_SIGNED = 1 << 4,   /* every working paper has its reviewer's sign-off */
	ENGAGEMENT_NEEDS_FINDINGS = 1 << 5, /* no finding is still being checked */
	ENGAGEMENT_NEEDS_CLOSED = 1 << 6,   /* no finding is open */
	ENGAGEMENT_NEEDS_UNTOLD = 1 << 7,   /* its report was never fixed */
};

struct engagement_move {
	const char *name;
	enum engagement_state from, to;
	unsigned actors, needs;
	bool edition; /* raises it */
};
extern const struct engagement_move engagement_moves[];
extern const size_t engagement_move_count;

/* The row of that name out of that state. unmet: what does not hold of the needs, as far as is
 * known. ERR_CONFLICT: no such move, or a need is unmet; ERR_DENIED: not theirs. */
const struct engagement_move *engagement_move_find(
	enum engagement_state from, const char *name, unsigned actors, unsigned unmet, struct err *e);

/* ---- judgements ------------------------------------------------------------------------ */

/* 適合 軽微な不適合 重大な不適合 観察事項 該当なし 未確認: the choices of the scale J6
 * (questionnaires/scales.yaml). */
enum judgement {
	JUDGEMENT_CONFORMS,
	JUDGEMENT_MINOR,
	JUDGEMENT_MAJOR,
	JUDGEMENT_OBSERVATION,
	JUDGEMENT_NA,
	JUDGEMENT_UNCHECKED,
	JUDGEMENTS
};
const char *judgement_key(enum judgement j);  /* "conform" …, the codes of the scale */
enum judgement judgement_of(const char *key); /* JUDGEMENTS when unknown */

/* 適合率 = (適合 + 観察事項) ÷ (適合 + 観察事項 + 軽微 + 重大). An observation conforms and is told
 * apart; 該当なし and 未確認 are outside and counted. */
struct judged {
	long of[JUDGEMENTS];
};
void judged_rate(const struct judged *j, long *numerator, long *denominator);

#endif
