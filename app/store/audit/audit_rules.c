#include "store/audit/audit_rules.h"

#include <pthread.h>

#include "base/resource.h"
#include "base/words.h"
#include "store/audit/audit_rules_file.h"
#include "yaml/yaml.h"

static const char file[] = "reports/audit-rules.yaml";

static struct audit_rules loaded;
static struct faults faults;
static pthread_once_t loaded_once = PTHREAD_ONCE_INIT;

static void
rule_take(const struct raw_audit_rule *raw)
{
	enum audit_factor f = audit_factor_of(raw->key);
	if (f == FACTORS) {
		fault_add(&faults, file, raw->line, _("there is no rule %s"), raw->key);
		return;
	}
	if (raw->per < 1)
		fault_add(&faults, file, raw->line, _("per must be 1 at least"));
	loaded.rules[f] = (struct audit_rule){raw->from, raw->per, raw->points, raw->most, raw->none};
	loaded.titles[f] = raw->title;
	loaded.texts[f] = raw->text;
}

static void
rules_load(void)
{
	char path[4096];
	faults.arena = arena_create();
	resource_path(file, path, sizeof path);
	const struct raw_audit_rules *raw = yaml_load(&audit_rules_schema, path, file, &faults);
	for (unsigned i = 0; raw != NULL && i < raw->rules_count; i++)
		rule_take(&raw->rules[i]);
	loaded.targets = raw != NULL ? raw->targets : 0;
	for (int f = 0; f < FACTORS; f++)
		if (loaded.titles[f] == NULL)
			fault_add(&faults, file, 1, _("the rule %s is missing"),
				audit_factor_key((enum audit_factor)f));
}

const struct audit_rules *
audit_rules(struct err *e)
{
	pthread_once(&loaded_once, rules_load);
	if (faults.count == 0)
		return &loaded;
	err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file, faults.items[0].line,
		faults.items[0].text);
	return NULL;
}
