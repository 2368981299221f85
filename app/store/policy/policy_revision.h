#ifndef STORE_POLICY_POLICY_REVISION_H
#define STORE_POLICY_POLICY_REVISION_H

/*
 * What a new edition of the policy changes (新旧対照表): clause by clause the wording of
 * before and after with what differs, and what hangs on the clause: questions and audit
 * items of the bank, articles of the standards, and findings, as far as the reader may see them. Clauses that
 * stayed word for word under their number are counted only.
 *
 * What hangs on a clause does so by the number it had before; on a new clause, by its own.
 */

#include "domain/policy/policy_compare.h"
#include "domain/policy/text_diff.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/audit/findings.h"
#include "store/policy/policy_editions.h"
#include "store/policy/standards.h"

struct revised_clause {
	const struct policy_pair *pair;
	struct text_runs before, after; /* nothing where there is no such clause */
	const struct item **items;
	size_t item_count;
	const struct standard_article **articles; /* of the standards in force */
	size_t article_count;
	const struct finding **findings;
	size_t finding_count;
};

/* The key it is known by: that of before, of a new clause its own. */
const char *revised_key(const struct revised_clause *r);

struct revision_reader {
	day_t day;          /* on which the standards are in force */
	bool standards;     /* may see those that are not for all staff */
	bool findings;      /* may see some */
	int64_t manager_id; /* only those of what the account manages; 0: all */
};

struct policy_revision {
	struct policy_edition before, after;
	struct policy_comparison comparison;
	struct revised_clause *rows;
	size_t count;
};

bool policy_revision_read(struct db *db, struct arena *a, const struct bank *bank, int64_t before,
	int64_t after, const struct revision_reader *reader, struct policy_revision *out, struct err *e);

/* The edition that came, or comes, into force last, and the one before it. *before 0: there are not two. */
bool policy_revision_usual(struct db *db, struct arena *a, int64_t *before, int64_t *after, struct err *e);

/* The edition it came after; *before 0: it is the first, or was withdrawn. */
bool policy_edition_before(struct db *db, const struct policy_edition *x, int64_t *before, struct err *e);

/* A clause of the tree is the clause of that key, or one of our keys for its paragraphs. */
bool clause_is_of(const struct clause *c, const char *key);

#endif
