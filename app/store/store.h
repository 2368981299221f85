#ifndef STORE_STORE_H
#define STORE_STORE_H

/*
 * What the program remembers: the data directory, its one database file and the
 * one hand that writes to it. Reading goes through a connection of the calling
 * thread's own; every change goes through the writer.
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/writer.h"

struct store;

enum { STORE_SCHEMA_VERSION = 3 }; /* kept in the file; opening an older one brings it up to date */

/* Creates DIR/tenken.db with the schema, an empty body. ERR_CONFLICT if there is one. */
bool store_create(const char *directory, struct err *e);
/* Takes back what store_create made, when filling it has failed; closed before. */
void store_discard(const char *directory);

bool store_there(const char *directory); /* whether there is a body in it */

/* Opens an existing body. The bank (policy, scales, shipped sets) is loaded from
 * the program's files once and shared. */
struct store *store_open(const char *directory, struct err *e);
const char *store_directory(const struct store *s);
void store_close(struct store *s); /* finishes what the writer holds; NULL accepted */

/* This thread's read connection; lives as long as the store. NULL with e on failure. */
struct db *store_reader(struct store *s, struct err *e);
bool store_answers(struct db *db, struct err *e); /* for who watches over the program */
struct writer *store_writer(struct store *s);
const struct bank *store_bank(struct store *s);
struct signal_memory *store_signals(struct store *s); /* signal_memory.h */

/* The question set of a cycle, as frozen when it opened: parsed once per store and
 * shared by all threads. NULL with ERR_ABSENT when the cycle does not have it. */
const struct questionnaire *store_cycle_set(
	struct store *s, int64_t cycle_id, const char *set_key, struct err *e);
/* The policy the cycle stands on: that of the program when it opened. */
const struct policy *store_cycle_policy(struct store *s, int64_t cycle_id, struct err *e);

/* Where store_cycle_set has them from (store/cycle/frozen.h). */
struct frozen *store_frozen(struct store *s);

#endif
