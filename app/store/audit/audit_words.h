#ifndef STORE_AUDIT_AUDIT_WORDS_H
#define STORE_AUDIT_AUDIT_WORDS_H

/*
 * What an audit's report says in the auditors' own words: 総評, 横断的な課題, 見直しへの提言, and
 * the summary for everybody (概要版). The program proposes none of them. The latest
 * edition counts; the earlier ones stay.
 */

#include "domain/organisation/register.h"
#include "store/audit/engagements.h"

enum audit_part { PART_OVERVIEW, PART_ISSUES, PART_PROPOSALS, PART_PUBLIC, AUDIT_PARTS };
const char *audit_part_key(enum audit_part p); /* "overview" "issues" "proposals" "public" */

enum { AUDIT_WORDS_MOST = 4000 /* code points */ };

struct audit_words {
	const char *texts[AUDIT_PARTS]; /* "" where nothing was written */
	const char *who;                /* who wrote last; "" for nobody */
	instant_t at;
};
bool audit_words_find(
	struct db *db, struct arena *a, int64_t engagement_id, struct audit_words *out, struct err *e);

/* By who is named in the audit, from its fieldwork until its report is fixed. x->revision is not looked at:
 * before are the texts it was made from. ERR_CONFLICT when others stand there now; ERR_INPUT when what everybody
 * reads holds a name that is not published (store/register/private_names.h). */
bool audit_words_save(struct db *db, const struct engagement_act *x, const struct registers *registers,
	const struct audit_words *before, const struct audit_words *now, struct err *e);

#endif
