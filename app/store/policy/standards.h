#ifndef STORE_POLICY_STANDARDS_H
#define STORE_POLICY_STANDARDS_H

/*
 * The editions of the body's standards (対策基準), each with its articles and with who
 * approved it, when, and why it was revised. In force is, as with the policy
 * (store/policy/policy_editions.h), the one with the latest first day that has come. An edition is for all
 * staff, or only for those who audit, manage or keep it: the latter must not learn that there is one.
 */

#include "base/day.h"
#include "base/secret.h"
#include "db/db.h"
#include "domain/policy/standard.h"

struct standard_edition {
	int64_t id;
	const char *title, *edition, *approved_by, *change, *file, *digest;
	day_t from_day, approved_day;
	bool open; /* for all staff */
	instant_t imported_at, withdrawn_at;
	const char *imported_name, *withdrawn_name, *reason;
	int64_t articles;
};

/* every: the reader may see those that are not for all staff too. The latest first day first. */
bool standards_list(struct db *db, struct arena *a, bool every, struct standard_edition **out, size_t *count,
	struct err *e);
bool standard_find(struct db *db, struct arena *a, int64_t id, bool every, struct standard_edition *out,
	struct err *e); /* ERR_ABSENT also when it is not for the reader */
/* *id 0: there is none, or it is not for the reader. */
bool standard_in_force(struct db *db, day_t day, bool every, int64_t *id, struct err *e);
bool standard_articles(
	struct db *db, struct arena *a, int64_t id, const struct standard **out, struct err *e);

struct standard_import {
	struct arena *arena;
	const char *title, *edition, *approved_by, *change, *file;
	day_t from_day, approved_day;
	bool open;
	char digest[DIGEST_SIZE];
	const struct standard *standard;
	int64_t account_id;
	instant_t now;
};
/* ERR_INPUT for what is missing or too long, ERR_CONFLICT when the same bytes are an edition already. */
bool standard_import_fits(struct db *db, const struct standard_import *i, struct err *e);
bool standard_add(
	struct db *db, const struct standard_import *i, int64_t *id, struct err *e); /* in a piece */

/* ERR_INPUT without a reason, ERR_CONFLICT when it was withdrawn already. In a piece; logged. */
bool standard_withdraw(struct db *db, struct arena *a, int64_t id, const char *reason, int64_t account_id,
	instant_t now, struct err *e);

#endif
