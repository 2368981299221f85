#include "store/risk/risk_words.h"

#include <pthread.h>

#include "base/resource.h"
#include "base/words.h"
#include "yaml/yaml.h"

static const char file[] = "reports/risk.yaml";
static const struct risk_words *words;
static struct faults faults;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
words_load(void)
{
	char path[4096];
	faults.arena = arena_create();
	resource_path(file, path, sizeof path);
	words = yaml_load(&risk_words_schema, path, file, &faults);
	if (words != NULL &&
		(words->likelihood_count != RISK_MOST || words->loss_count != RISK_MOST ||
			words->bands_count != RISK_BANDS || words->treatments_count != RISK_TREATMENTS))
		fault_add(&faults, file, 0, _("a list does not have as many words as there are steps"));
}

const struct risk_words *
risk_words_get(struct err *e)
{
	pthread_once(&once, words_load);
	if (words != NULL && faults.count == 0)
		return words;
	err_set(e, ERR_SYSTEM, "%s:%d: %s", file, faults.count > 0 ? faults.items[0].line : 0,
		faults.count > 0 ? faults.items[0].text : "");
	return NULL;
}
