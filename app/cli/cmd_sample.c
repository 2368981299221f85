/* tenken sample: draws a sample that anyone can draw again. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/shipped.h"
#include "domain/audit/sampling.h"

enum { SIZE, SEED, METHOD };

static void
strata_say(const struct sample_drawn *d)
{
	for (size_t i = 0; i < d->stratum_count; i++)
		printf("stratum: %s %zu / %zu\n", d->strata[i].name, d->strata[i].drawn, d->strata[i].units);
}

static void
units_say(const struct sample_drawn *d)
{
	for (size_t i = 0; i < d->count; i++) {
		printf("%s\t%s", d->units[i]->key, d->units[i]->name);
		if (d->ranks != NULL)
			printf("\t%.16s", d->ranks[i]);
		printf("\n");
	}
}

static bool
method_known(const char *value, struct err *e)
{
	return sampling_method_of(value) < SAMPLING_METHODS ||
	       err_set(e, ERR_INPUT, _("there is no method \"%s\"; take simple, systematic or stratified"),
		       value);
}

static bool
sample_say(struct arena *a, const struct arguments *x, const struct population *p, struct err *e)
{
	struct sample_drawn d;
	char token[TOKEN_SIZE];
	const char *method = x->given[METHOD] ? x->texts[METHOD] : "simple", *seed = x->texts[SEED];
	if (seed == NULL) {
		token_make(token);
		seed = token;
	}
	if (!sample_draw(a, p, sampling_method_of(method), (size_t)x->numbers[SIZE], seed, &d, e))
		return false;
	units_say(&d);
	strata_say(&d);
	printf("algorithm: %s\nmethod: %s\nseed: %s\npopulation: %zu\npopulation_sha256: %s\nsample: %zu\n",
		SAMPLING_ALGORITHM, method, seed, p->count, d.population_digest, d.count);
	return true;
}

static bool
run(const struct arguments *x, struct err *e)
{
	struct faults f = {.arena = arena_create()};
	char *data;
	size_t length;
	bool ok = file_read(f.arena, x->positional[0], &data, &length, e);
	const struct population *p = ok ? population_read(data, length, x->positional[0], &f) : NULL;
	ok = ok && faults_say(&f, e) && sample_say(f.arena, x, p, e);
	arena_destroy(f.arena);
	return ok;
}

static const struct option_row options[] = {
	[SIZE] = {.name = "size",
		.kind = OPTION_NUMBER,
		.value = "N",
		.help = N_("how many units to draw"),
		.required = true,
		.least = 1,
		.most = SAMPLING_SIZE_MOST},
	[SEED] = {.name = "seed",
		.kind = OPTION_TEXT,
		.value = "TEXT",
		.help = N_("what decides the draw; the same seed draws the same sample (default: a new one, "
			   "printed)")},
	[METHOD] = {.name = "method",
		.kind = OPTION_TEXT,
		.value = "NAME",
		.help = N_("simple, systematic or stratified (default: simple)"),
		.check = method_known},
};

const struct command cmd_sample = {
	.name = "sample",
	.summary = N_("draw a sample that anyone can draw again from a list (CSV or workbook) with the columns key,"
		      " name and stratum, of which only the key must be there"),
	.operands = "FILE",
	.operand_least = 1,
	.operand_most = 1,
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
