#ifndef STORE_AUDIT_AUDIT_RULES_FILE_H
#define STORE_AUDIT_AUDIT_RULES_FILE_H

/* reports/audit-rules.yaml as it is read. */

struct raw_audit_rule {
	int line, from, per, points, most, none;
	const char *key, *title, *text;
};

struct raw_audit_rules {
	int targets;
	struct raw_audit_rule *rules;
	unsigned rules_count;
};

extern const struct cyaml_schema_value audit_rules_schema;

#endif
