#ifndef DOMAIN_POLICY_POLICY_SCHEMA_H
#define DOMAIN_POLICY_POLICY_SCHEMA_H

/* policy.yaml as it is written, before its keys are looked up. Known to policy.c only. */

#include "domain/policy/policy.h"

struct raw_clause {
	const char *key, *title, *summary, *display, *parent, *measure;
	enum clause_kind kind;
	bool numbered;
	const char **refs;
	size_t refs_count;
	int line;
};

struct raw_coverage {
	const char *threat;
	const char **strong, **weak;
	size_t strong_count, weak_count;
	int line;
};

struct raw_policy {
	const char *title, *edition, *body;
	struct raw_clause *clauses;
	size_t clauses_count;
	struct raw_coverage *coverage;
	size_t coverage_count;
	int line;
};

extern const struct cyaml_schema_value policy_schema; /* struct raw_policy */

#endif
