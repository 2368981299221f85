#ifndef DOMAIN_POLICY_POLICY_H
#define DOMAIN_POLICY_POLICY_H

/*
 * The policy (情報セキュリティ基本方針) as a tree of clauses. The file
 * questionnaires/policy.yaml holds every numbered node and, with keys of our own
 * (6(7)a …), the unnumbered paragraphs. Titles and numbers are the policy's;
 * summaries are ours.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "yaml/yaml.h"

enum clause_kind { CLAUSE_PURPOSE, CLAUSE_DEFINITION, CLAUSE_THREAT, CLAUSE_SCOPE, CLAUSE_DUTY };

struct clause {
	const char *key;   /* "6(3)①" */
	const char *title; /* short title shown beside a question */
	const char *summary;
	const char *display; /* how the key is shown: 6(7)a → 「6(7) 第1段落」; same as key otherwise */
	enum clause_kind kind;
	bool numbered; /* one of the 44 of the policy itself */
	const struct clause *parent;
	const char
		*measure; /* key of the clause its score is counted under: 6(3)① → 6(3), 7 → 6(9), 10b → 10 */
	const char *const *refs; /* keys of clauses it refers to */
	size_t ref_count;
	int line;
};

/* What the body expects of its questions for one threat (3(1) … 3(5)): the
 * measures that bear on it most (◎) and somewhat (○). */
struct coverage_row {
	const struct clause *threat;
	const struct clause **strong, **weak;
	size_t strong_count, weak_count;
};

struct policy {
	const char *title, *edition, *body; /* 情報セキュリティ基本方針, 令和8年3月, the body's name */
	struct clause *clauses;             /* in document order, parents first */
	size_t count;
	struct coverage_row *coverage;
	size_t coverage_count;
};

/* Everything lives in f->arena. Returns NULL when f gained a fault. */
const struct policy *policy_load(const char *path, struct faults *f);
const struct policy *policy_parse(const char *yaml, size_t length, const char *name, struct faults *f);

const struct clause *policy_find(const struct policy *p, const char *key); /* NULL when absent */

/* As policy_find, but an absent key is a fault of the file ("did you mean …"). */
const struct clause *policy_name(const struct policy *p, const char *key, const char *about, const char *file,
	int line, struct faults *f);

/* The nine axes of the radar, 6(1) … 6(9), in order; then the other scored measures 5, 8, 9, 10. */
size_t policy_measures(const struct policy *p, struct arena *a, const struct clause ***measures);
enum { MEASURE_AXES = 9 };

#endif
