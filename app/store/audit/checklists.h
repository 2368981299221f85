#ifndef STORE_AUDIT_CHECKLISTS_H
#define STORE_AUDIT_CHECKLISTS_H

/*
 * The checklist of an audit (監査チェックリスト): items of the bank as they were when they
 * were chosen, and their working papers (domain/audit/working_paper.h; what is written into
 * these is store/audit/working_papers.h).
 *
 * Items are chosen while the audit is planned, by clause, by the department's flags and by its
 * depth; single ones are added and dropped by hand, with a reason. Fixing it (確定) takes what
 * the department said in its self-check beside it (line_answers.h). From then on items only
 * come, each with its reason. Every act is kept:
 *
 *	chosen added dropped fixed	of the checklist
 *	written confirmed objected	of a paper
 *	reviewed review_void confirm_void
 *	evidence_added evidence_removed sample_drawn finding_raised
 */

#include "domain/audit/working_paper.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/audit/engagements.h"

enum { LINE_REASON_MOST = 500 /* code points */ };

struct line {
	int64_t engagement_id;
	const char *item, *set_key, *clause, *text, *help;
	const char *methods, *threats; /* proposed ones; keys, a blank between two */
	int ord, weight;
	bool priority;       /* 重点 */
	const char *by_hand; /* why it was added; "": chosen with the rest */
	struct paper paper;
	int64_t made_by, reviewed_by; /* 0: nobody yet */
	const char *made_name, *reviewed_name;
	instant_t made_at, reviewed_at;
	const char *confirmed; /* "agreed" "objects"; "": not asked yet */
	const char *confirmed_by, *confirmed_note;
	day_t confirmed_day;
	int revision;
	int64_t evidence, samples, findings; /* how many */
	enum judgement
		before; /* lines_list: as line_before of store/audit/working_papers.h; JUDGEMENTS: none */
};
bool lines_list(struct db *db, struct arena *a, int64_t engagement_id, struct line **out, size_t *count,
	struct err *e); /* in the order of the bank */
bool line_find(struct db *db, struct arena *a, int64_t engagement_id, const char *item, struct line *out,
	struct err *e);

/* How far it has come, and for 適合率 (judged_rate). clause NULL: of the whole. */
struct lines_counted {
	struct judged judged;
	long lines, open, reviewed, confirmed; /* open: without a judgement */
	long recommended, good;
};
struct lines_counted lines_count(const struct line *list, size_t count, const char *clause);

struct checklist {
	instant_t fixed_at; /* 0: not yet */
	const char *who;
};
bool checklist_find(
	struct db *db, struct arena *a, int64_t engagement_id, struct checklist *out, struct err *e);

struct line_drop {
	const char *item, *reason;
};
bool lines_dropped(struct db *db, struct arena *a, int64_t engagement_id, struct line_drop **out,
	size_t *count, struct err *e);

/* ---- acts: each in a piece, kept and logged; by who audits or leads it ------------------------- */

/* Every item of the bank's audit sets that the department is asked, of those clauses (keys, NULL at
 * the end; none: every one) and in the depth of the audit. What had been chosen before and is not
 * among them goes, but for what was added by hand. Only while the audit is planned, and before it is
 * fixed. */
bool checklist_choose(struct db *db, const struct engagement_act *x, const struct bank *bank,
	const char *const *clauses, struct err *e);
/* ERR_INPUT without a reason, or for what is no item of an audit set; ERR_CONFLICT when it is there. */
bool line_add(struct db *db, const struct engagement_act *x, const struct bank *bank, const char *item,
	const char *reason, struct err *e);
bool line_drop(struct db *db, const struct engagement_act *x, const char *item, const char *reason,
	struct err *e); /* while it may be chosen */
/* ERR_CONFLICT when it is fixed, or has no items. */
bool checklist_fix(struct db *db, const struct engagement_act *x, struct err *e);

struct line_acted {
	instant_t at;
	const char *item, *who, *name, *note;
	int revision;
};
bool line_acts(struct db *db, struct arena *a, int64_t engagement_id, const char *item,
	struct line_acted **out, size_t *count, struct err *e); /* newest first; item NULL: of every line */

#endif
