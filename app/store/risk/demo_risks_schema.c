#include "store/risk/demo_risks.h"

#include "yaml/schema.h"

static const struct cyaml_schema_field risk_fields[] = {
	YAML_LINE(struct demo_risk, line),
	YAML_TEXT("entry", YAML_MUST, struct demo_risk, entry),
	YAML_TEXT("threat", YAML_MUST, struct demo_risk, threat),
	YAML_NUMBER("likelihood", YAML_MUST, struct demo_risk, likelihood),
	YAML_NUMBER("loss", YAML_MUST, struct demo_risk, loss),
	YAML_TEXT("treatment", YAML_MUST, struct demo_risk, treatment),
	YAML_TEXT("grounds", YAML_MUST, struct demo_risk, grounds),
	YAML_TEXT("measure", YAML_MUST, struct demo_risk, measure),
	YAML_NUMBER("accepted", YAML_MUST, struct demo_risk, accepted),
	YAML_END,
};
static const struct cyaml_schema_value risk_schema = YAML_RECORD(struct demo_risk, risk_fields);

static const struct cyaml_schema_field review_fields[] = {
	YAML_LINE(struct demo_review, line),
	YAML_NUMBER("ago", YAML_MUST, struct demo_review, ago),
	YAML_TEXT("cause", YAML_MUST, struct demo_review, cause),
	YAML_TEXT("occasion", YAML_MUST, struct demo_review, occasion),
	YAML_TEXT("weighed", YAML_MUST, struct demo_review, weighed),
	YAML_NUMBER("revise", YAML_MUST, struct demo_review, revise),
	YAML_TEXT("decision", YAML_MUST, struct demo_review, decision),
	YAML_TEXT("decided_by", YAML_MUST, struct demo_review, decided_by),
	YAML_END,
};
static const struct cyaml_schema_value review_schema = YAML_RECORD(struct demo_review, review_fields);

static const struct cyaml_schema_field settled_fields[] = {
	YAML_LINE(struct demo_settled, line),
	YAML_TEXT("approved_by", YAML_MUST, struct demo_settled, approved_by),
	YAML_END,
};
static const struct cyaml_schema_value settled_schema = YAML_RECORD(struct demo_settled, settled_fields);

static const struct cyaml_schema_field risks_fields[] = {
	YAML_RECORDS("risks", YAML_MUST, struct demo_risks, risks, risk_schema),
	YAML_RECORDS("settled", YAML_MAY, struct demo_risks, settled, settled_schema),
	YAML_RECORDS("reviews", YAML_MUST, struct demo_risks, reviews, review_schema),
	YAML_END,
};
const struct cyaml_schema_value demo_risks_schema = YAML_ROOT(struct demo_risks, risks_fields);
