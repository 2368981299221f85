#ifndef DOMAIN_POLICY_POLICY_WORDING_H
#define DOMAIN_POLICY_POLICY_WORDING_H

/*
 * What a policy document in the body's own words says on a clause of the clause tree
 * (domain/policy/policy.h), whose keys both share, and which clauses the two do not
 * have in common.
 */

#include "domain/policy/policy.h"
#include "domain/policy/policy_text.h"

struct policy_wording {
	const struct clause_text *clause;
	const char *const *paragraphs;
	size_t count;
};

const struct clause_text *policy_text_find(const struct policy_text *t, const char *key); /* NULL: none */

/* By key. A key of ours for a paragraph (6(7)a) is that paragraph, and the whole clause
 * where the document has it in one. False when the document has no such clause. */
bool policy_wording(const struct policy_text *t, const char *key, struct policy_wording *out);

/* Clauses of the document that no question can name, and numbered clauses of the tree
 * on which the document says nothing. */
struct policy_unplaced {
	const struct clause_text **unknown;
	size_t unknown_count;
	const struct clause **missing;
	size_t missing_count;
};
struct policy_unplaced policy_unplaced(struct arena *a, const struct policy *p, const struct policy_text *t);

#endif
