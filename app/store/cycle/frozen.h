#ifndef STORE_CYCLE_FROZEN_H
#define STORE_CYCLE_FROZEN_H

/* The question sets of cycles and the policy they are of, each parsed once and shared by all threads. */

#include "db/db.h"
#include "domain/questionnaire/questionnaire.h"

struct frozen;

struct frozen *frozen_create(const struct bank *bank);
void frozen_destroy(struct frozen *f); /* NULL accepted */
const struct questionnaire *frozen_find(
	struct frozen *f, struct db *db, int64_t cycle_id, const char *set_key, struct err *e);
/* The policy they are of (store/cycle/cycle_rules.h). */
const struct policy *frozen_policy(struct frozen *f, struct db *db, int64_t cycle_id, struct err *e);

/* Parses one edition with the wording of a year; without the marks of store/cycle/editions.h. */
const struct questionnaire *question_set_parse(
	struct db *db, struct arena *a, const struct bank *bank, int64_t id, int year, struct err *e);
/* Parses the edition a cycle has of a set, with the wording of the cycle's year. */
const struct questionnaire *cycle_set_parse(struct db *db, struct arena *a, const struct bank *bank,
	int64_t cycle_id, const char *set_key, struct err *e);

#endif
