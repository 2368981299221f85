#ifndef STORE_POLICY_POLICY_EDITIONS_H
#define STORE_POLICY_POLICY_EDITIONS_H

/*
 * The editions of the body's policy that were imported, each with its clauses in their
 * original wording (原文ママ) and the file it was read from. In force on a day is the one
 * with the latest first day that is not after it. An edition is never changed; one that
 * was imported by mistake is withdrawn and stays to be seen.
 */

#include "base/day.h"
#include "base/secret.h"
#include "db/db.h"
#include "domain/policy/policy_text.h"

enum { POLICY_TITLE_MOST = 100, POLICY_EDITION_MOST = 50, POLICY_REASON_MOST = 500 /* code points */ };

struct policy_edition {
	int64_t id;
	const char *title, *edition, *file, *digest, *front;
	day_t from_day;
	instant_t imported_at, withdrawn_at; /* withdrawn_at 0: it counts */
	const char *imported_name;           /* "" the command line */
	const char *withdrawn_name, *reason;
	int64_t clauses;
};

/* The latest first day first. */
bool policy_editions_list(
	struct db *db, struct arena *a, struct policy_edition **out, size_t *count, struct err *e);
bool policy_edition_find(
	struct db *db, struct arena *a, int64_t id, struct policy_edition *out, struct err *e);

/* *id 0: none has been imported, or none is in force yet. */
bool policy_edition_in_force(struct db *db, day_t day, int64_t *id, struct err *e);

/* Its clauses as they were read. */
bool policy_edition_text(
	struct db *db, struct arena *a, int64_t id, const struct policy_text **out, struct err *e);

struct policy_import {
	struct arena *arena;
	const char *title, *edition, *file;
	day_t from_day;
	char digest[DIGEST_SIZE]; /* of the bytes, which were put (store/files.h) */
	const struct policy_text *text;
	int64_t account_id; /* 0: the command line */
	instant_t now;
};

/* Whether it can be imported as it is: ERR_INPUT for words or a day that are missing, ERR_CONFLICT when
 * the same bytes are an edition already. */
bool policy_import_fits(struct db *db, const struct policy_import *i, struct err *e);

/* The same, then stored. In a piece; logged. */
bool policy_edition_add(struct db *db, const struct policy_import *i, int64_t *id, struct err *e);

/* ERR_INPUT without a reason, ERR_CONFLICT when it was withdrawn already. In a piece; logged. */
bool policy_edition_withdraw(struct db *db, struct arena *a, int64_t id, const char *reason,
	int64_t account_id, instant_t now, struct err *e);

#endif
