#ifndef DOMAIN_AUDIT_SAMPLING_H
#define DOMAIN_AUDIT_SAMPLING_H

/*
 * Drawing a sample (抽出) that anyone can draw again: population, size, method and seed
 * decide it, and nothing else. The algorithm, "sha256-rank-1", needs no program of ours:
 *
 *	単純無作為 simple	the rank of a unit is SHA-256 (FIPS 180-4) of seed, line feed and
 *			its key, in hex; the units of the smallest ranks are the sample
 *	系統 systematic	in the order of the population: the first is number h mod N, counted
 *			from 0, h being the first 8 bytes of SHA-256 of seed, line feed and
 *			"start", read as one number, high byte first; the i-th after it is
 *			i × N ÷ n further on, rounded down, and goes on from the beginning
 *	層化 stratified	each stratum gets its share of n, n × its units ÷ N: the whole parts
 *			first, what is left by the larger remainder, of equal ones to the
 *			stratum that comes first; simple drawing within each
 *
 * The sample stands in the order of the population. The digest of the population is
 * SHA-256 of every key and stratum, each followed by a line feed: whoever draws again
 * knows by it that the list is the same.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/secret.h"
#include "yaml/yaml.h"

#define SAMPLING_ALGORITHM "sha256-rank-1"
enum { SAMPLING_UNITS_MOST = 200000, SAMPLING_SIZE_MOST = 2000, SAMPLING_STRATA_MOST = 500, SAMPLING_SEED_MOST = 100 /* bytes */ };

enum sampling_method { SAMPLING_SIMPLE, SAMPLING_SYSTEMATIC, SAMPLING_STRATIFIED, SAMPLING_METHODS };
enum sampling_method sampling_method_of(const char *key); /* "simple" …; SAMPLING_METHODS when unknown */
const char *sampling_method_key(enum sampling_method m);

struct sampling_unit {
	const char *key, *name, *stratum; /* name and stratum may be "" */
};

struct population {
	struct sampling_unit *units;
	size_t count;
};

/* A list as CSV or workbook, with columns for the key (管理番号), the name (名称) and the
 * stratum (層); only the first must be there. NULL when f gained a fault. */
const struct population *population_read(const char *data, size_t length, const char *name, struct faults *f);

/* The same list as a CSV file that population_read takes: UTF-8, with its mark. */
void population_write(const struct population *p, struct buf *out);

struct stratum {
	const char *name;
	size_t units, drawn;
};

struct sample_drawn {
	const struct sampling_unit **units;
	const char **ranks; /* hex of each; NULL when the method is systematic */
	size_t count;
	struct stratum *strata; /* stratified only, in the order in which they first come */
	size_t stratum_count;
	char population_digest[DIGEST_SIZE];
};

/* ERR_INPUT: a size of 0, above the population or what a person can look at (SAMPLING_SIZE_MOST), a seed that is blank or too long,
 * stratified without strata or with too many. */
bool sample_draw(struct arena *a, const struct population *p, enum sampling_method method, size_t size,
	const char *seed, struct sample_drawn *out, struct err *e);

#endif
