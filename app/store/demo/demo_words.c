#include "store/demo/demo_words.h"

#include "base/resource.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "yaml/yaml.h"

const struct demo_words *
demo_words_load(struct arena *a, struct err *e)
{
	char path[4096];
	struct faults f = {.arena = a};
	resource_path("questionnaires/demo/body.yaml", path, sizeof path);
	const struct demo_words *w = yaml_load(&demo_schema, path, "questionnaires/demo/body.yaml", &f);
	if (f.count > 0) {
		err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), f.items[0].file, f.items[0].line,
			f.items[0].text);
		return NULL;
	}
	return w;
}

unsigned
demo_roles(const struct demo_named *n)
{
	unsigned roles = 0;
	for (unsigned i = 0; i < n->roles_count; i++)
		roles |= role_parse(n->roles[i]);
	return roles;
}

bool
demo_accounts(struct arena *a, struct demo_account **out, size_t *count, struct err *e)
{
	const struct demo_words *w = demo_words_load(a, e);
	if (w == NULL)
		return false;
	*count = w->accounts_count;
	*out = ARENA_ARRAY(a, struct demo_account, *count);
	for (size_t i = 0; i < *count; i++)
		(*out)[i] = (struct demo_account){w->accounts[i].login, demo_roles(&w->accounts[i])};
	return true;
}

/* SplitMix64's finisher: neighbours come out far apart. */
uint64_t
demo_mix(uint64_t x)
{
	x += 0x9E3779B97F4A7C15u;
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}
