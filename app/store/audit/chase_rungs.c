/* The ladder of reminders for findings, as it is read. */
#include <pthread.h>

#include "base/log.h"
#include "base/resource.h"
#include "store/audit/chases.h"
#include "yaml/schema.h"
#include "yaml/yaml.h"

static const char file[] = "reports/finding-reminders.yaml";

struct raw_text {
	int line, about;
	const char *text;
};

struct raw_chase {
	int line, about, to, days;
	const char *key, *subject;
};

struct raw_chases {
	struct raw_text *texts;
	unsigned texts_count;
	struct raw_chase *rungs;
	unsigned rungs_count;
};

static const cyaml_strval_t abouts[] = {
	{"plan", CHASE_PLAN}, {"measure", CHASE_MEASURE}, {"acceptance", CHASE_ACCEPTANCE}};
static const cyaml_strval_t recipients[] = {{"owner", CHASE_OWNER}, {"manager", CHASE_MANAGER},
	{"lead", CHASE_LEAD}, {"management", CHASE_MANAGEMENT}};

static const struct cyaml_schema_field text_fields[] = {YAML_LINE(struct raw_text, line),
	YAML_WORD("about", YAML_MUST, struct raw_text, about, abouts),
	YAML_TEXT("text", YAML_MUST, struct raw_text, text), YAML_END};
static const struct cyaml_schema_value text_record = YAML_RECORD(struct raw_text, text_fields);

static const struct cyaml_schema_field chase_fields[] = {YAML_LINE(struct raw_chase, line),
	YAML_TEXT("key", YAML_MUST, struct raw_chase, key),
	YAML_WORD("about", YAML_MUST, struct raw_chase, about, abouts),
	YAML_NUMBER("days", YAML_MUST, struct raw_chase, days),
	YAML_WORD("to", YAML_MUST, struct raw_chase, to, recipients),
	YAML_TEXT("subject", YAML_MUST, struct raw_chase, subject), YAML_END};
static const struct cyaml_schema_value chase_record = YAML_RECORD(struct raw_chase, chase_fields);

static const struct cyaml_schema_field file_fields[] = {
	YAML_RECORDS("texts", YAML_MUST, struct raw_chases, texts, text_record),
	YAML_RECORDS("rungs", YAML_MUST, struct raw_chases, rungs, chase_record), YAML_END};
static const struct cyaml_schema_value chases_schema = YAML_ROOT(struct raw_chases, file_fields);

static struct chase_rung *shipped;
static size_t shipped_count;
static pthread_once_t shipped_once = PTHREAD_ONCE_INIT;

static const char *
text_of(const struct raw_chases *raw, int about)
{
	for (unsigned i = 0; i < raw->texts_count; i++)
		if (raw->texts[i].about == about)
			return raw->texts[i].text;
	return "";
}

/* A fault of the file leaves nobody reminded, and is told; a test reads it. */
static void
shipped_load(void)
{
	static struct faults f;
	char path[4096];
	f.arena = arena_create();
	resource_path(file, path, sizeof path);
	const struct raw_chases *raw = yaml_load(&chases_schema, path, file, &f);
	for (size_t i = 0; i < f.count; i++)
		log_line("%s:%d: %s", f.items[i].file, f.items[i].line, f.items[i].text);
	for (unsigned i = 0; raw != NULL && i < raw->rungs_count; i++) {
		const struct raw_chase *r = &raw->rungs[i];
		shipped = ARENA_PUSH(f.arena, shipped, shipped_count);
		shipped[shipped_count++] = (struct chase_rung){r->key, (enum chase_about)r->about,
			(enum chase_to)r->to, r->days, r->subject, text_of(raw, r->about)};
	}
}

const struct chase_rung *
chase_rungs(size_t *count)
{
	pthread_once(&shipped_once, shipped_load);
	*count = shipped_count;
	return shipped;
}
