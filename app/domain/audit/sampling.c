#include "domain/audit/sampling.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/words.h"

/* A unit that may be drawn, by its rank. */
struct ranked {
	size_t index; /* in the population */
	char rank[DIGEST_SIZE];
};

static const char *const method_keys[SAMPLING_METHODS] = {
	[SAMPLING_SIMPLE] = "simple",
	[SAMPLING_SYSTEMATIC] = "systematic",
	[SAMPLING_STRATIFIED] = "stratified",
};

const char *
sampling_method_key(enum sampling_method m)
{
	return method_keys[m];
}

enum sampling_method
sampling_method_of(const char *key)
{
	size_t m = 0;
	while (m < SAMPLING_METHODS && strcmp(method_keys[m], key) != 0)
		m++;
	return (enum sampling_method)m;
}

static void
seeded_digest(struct buf *b, const char *seed, const char *what, char out[DIGEST_SIZE])
{
	buf_clear(b);
	buf_adds(b, seed);
	buf_addc(b, '\n');
	buf_adds(b, what);
	sha256_of(b->data, b->length, out);
}

static int
rank_compare(const void *x, const void *y)
{
	return strcmp(((const struct ranked *)x)->rank, ((const struct ranked *)y)->rank);
}

/* ---- simple, and within a stratum ------------------------------------------------- */

struct drawing {
	struct arena *arena;
	const struct population *population;
	const char *seed;
	char **ranks; /* by index in the population; NULL: not drawn */
};

/* Draws n of the units of a stratum; its name NULL: of all. */
static void
ranks_draw(struct drawing *d, const struct stratum *of)
{
	const struct population *p = d->population;
	struct buf b = BUF_INIT;
	struct ranked *list = ARENA_ARRAY(d->arena, struct ranked, of->units);
	size_t count = 0;
	for (size_t i = 0; i < p->count; i++) {
		if (of->name != NULL && strcmp(p->units[i].stratum, of->name) != 0)
			continue;
		list[count].index = i;
		seeded_digest(&b, d->seed, p->units[i].key, list[count++].rank);
	}
	buf_free(&b);
	qsort(list, count, sizeof *list, rank_compare);
	for (size_t i = 0; i < of->drawn; i++)
		d->ranks[list[i].index] = list[i].rank;
}

/* ---- systematic ---------------------------------------------------------------------- */

static uint64_t
number_of_hex(const char *hex, size_t digits)
{
	char head[17] = "";
	memcpy(head, hex, digits);
	return strtoull(head, NULL, 16);
}

static void
steps_draw(struct drawing *d, size_t n)
{
	static char drawn[] = "";
	struct buf b = BUF_INIT;
	char digest[DIGEST_SIZE];
	size_t all = d->population->count;
	seeded_digest(&b, d->seed, "start", digest);
	buf_free(&b);
	uint64_t start = number_of_hex(digest, 16) % all;
	for (size_t i = 0; i < n; i++)
		d->ranks[(start + i * all / n) % all] = drawn;
}

/* ---- stratified ------------------------------------------------------------------------ */

static size_t
strata_count(struct arena *a, const struct population *p, struct stratum **out)
{
	size_t count = 0;
	*out = NULL;
	for (size_t i = 0; i < p->count; i++) {
		size_t s = 0;
		while (s < count && strcmp((*out)[s].name, p->units[i].stratum) != 0)
			s++;
		if (s > SAMPLING_STRATA_MOST)
			return count;
		if (s == count) {
			*out = ARENA_PUSH(a, *out, count);
			(*out)[count++] = (struct stratum){.name = p->units[i].stratum};
		}
		(*out)[s].units++;
	}
	return count;
}

/* The largest remainder that has not had its unit yet; of equal ones the first. */
static struct stratum *
remainder_largest(struct stratum *strata, size_t count, size_t all, size_t n)
{
	struct stratum *best = NULL;
	size_t most = 0;
	for (size_t s = 0; s < count; s++) {
		size_t whole = n * strata[s].units / all, remainder = n * strata[s].units % all;
		if (strata[s].drawn > whole || (best != NULL && remainder <= most))
			continue;
		best = &strata[s];
		most = remainder;
	}
	return best;
}

static void
shares_give(struct stratum *strata, size_t count, size_t all, size_t n)
{
	size_t given = 0;
	for (size_t s = 0; s < count; s++)
		given += strata[s].drawn = n * strata[s].units / all;
	for (; given < n; given++)
		remainder_largest(strata, count, all, n)->drawn++;
}

static bool
strata_draw(struct drawing *d, struct sample_drawn *out, size_t n, struct err *e)
{
	out->stratum_count = strata_count(d->arena, d->population, &out->strata);
	if (out->stratum_count > SAMPLING_STRATA_MOST)
		return err_set(e, ERR_INPUT, _("a population has %d strata at most"), SAMPLING_STRATA_MOST);
	shares_give(out->strata, out->stratum_count, d->population->count, n);
	for (size_t s = 0; s < out->stratum_count; s++)
		ranks_draw(d, &out->strata[s]);
	return true;
}

/* ---- drawing --------------------------------------------------------------------------- */

static void
population_digest(const struct population *p, char out[DIGEST_SIZE])
{
	struct buf b = BUF_INIT;
	for (size_t i = 0; i < p->count; i++) {
		buf_adds(&b, p->units[i].key);
		buf_addc(&b, '\n');
		buf_adds(&b, p->units[i].stratum);
		buf_addc(&b, '\n');
	}
	sha256_of(b.data, b.length, out);
	buf_free(&b);
}

static bool
draw_allowed(
	const struct population *p, enum sampling_method method, size_t size, const char *seed, struct err *e)
{
	bool strata = false;
	for (size_t i = 0; i < p->count; i++)
		strata = strata || *p->units[i].stratum != '\0';
	if (size == 0 || size > p->count)
		return err_set(e, ERR_INPUT, _("of %zu units, draw 1 to %zu"), p->count, p->count);
	if (utf8_blank(seed) || strlen(seed) > SAMPLING_SEED_MOST || !utf8_valid(seed, strlen(seed)))
		return err_set(e, ERR_INPUT, _("the seed is a text of 1 to %d bytes"), SAMPLING_SEED_MOST);
	if (method == SAMPLING_STRATIFIED && !strata)
		return err_set(e, ERR_INPUT, _("no unit names its stratum; stratified drawing needs it"));
	return true;
}

static void
drawn_collect(const struct drawing *d, struct sample_drawn *out, size_t size)
{
	out->units = ARENA_ARRAY(d->arena, const struct sampling_unit *, size);
	out->ranks = ARENA_ARRAY(d->arena, const char *, size);
	for (size_t i = 0; i < d->population->count; i++) {
		if (d->ranks[i] == NULL)
			continue;
		out->ranks[out->count] = d->ranks[i];
		out->units[out->count++] = &d->population->units[i];
	}
}

bool
sample_draw(struct arena *a, const struct population *p, enum sampling_method method, size_t size,
	const char *seed, struct sample_drawn *out, struct err *e)
{
	*out = (struct sample_drawn){0};
	if (!draw_allowed(p, method, size, seed, e))
		return false;
	struct drawing d = {a, p, seed, ARENA_ARRAY(a, char *, p->count)};
	switch (method) {
	case SAMPLING_SYSTEMATIC:
		steps_draw(&d, size);
		break;
	case SAMPLING_STRATIFIED:
		if (!strata_draw(&d, out, size, e))
			return false;
		break;
	default:
		ranks_draw(&d, &(struct stratum){.units = p->count, .drawn = size});
	}
	drawn_collect(&d, out, size);
	if (method == SAMPLING_SYSTEMATIC)
		out->ranks = NULL;
	population_digest(p, out->population_digest);
	return true;
}
