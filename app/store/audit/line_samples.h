#ifndef STORE_AUDIT_LINE_SAMPLES_H
#define STORE_AUDIT_LINE_SAMPLES_H

/*
 * Samples (抽出) drawn for a line: what decides one (domain/audit/sampling.h) and what came
 * out. The population stays as a CSV file (store/files.h), from which `tenken sample`
 * draws the same units again. None is ever changed or taken back: whoever draws again, to get
 * another, draws beside it.
 */

#include "domain/audit/sampling.h"
#include "store/audit/checklists.h"

enum { SAMPLE_SOURCE_MOST = 200 /* code points */ };

struct sampled_unit {
	const char *key, *name, *stratum, *rank; /* rank "": the method ranks nothing */
};

struct line_sample {
	int64_t id, engagement_id;
	const char *item, *who;
	instant_t at;
	const char *source; /* the register, or the file */
	const char *list_digest, *population_sha256;
	int64_t population, size;
	const char *method, *seed, *algorithm;
	struct sampled_unit *units;
	size_t count;
};

/* In the order in which they were drawn, with their units; item NULL: of every line. */
bool line_samples_list(struct db *db, struct arena *a, int64_t engagement_id, const char *item,
	struct line_sample **out, size_t *count, struct err *e);
bool line_sample_find(struct db *db, struct arena *a, int64_t id, struct line_sample *out, struct err *e);

/* Draws and keeps what was drawn; sets id. x->revision is the line's. ERR_INPUT: sample_draw says why.
 * list_digest: of the file that population_write made of the population. */
struct sampling {
	const struct population *population;
	enum sampling_method method;
	const char *seed, *source, *list_digest;
	size_t size;
};
bool line_sample_draw(struct db *db, const struct engagement_act *x, const char *item,
	const struct sampling *s, int64_t *id, struct err *e);

#endif
