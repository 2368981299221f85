#ifndef STORE_ORGANISATION_ACCOUNT_H
#define STORE_ORGANISATION_ACCOUNT_H

/* Accounts, invitations and sessions. Tokens go out once; digests stay. */

#include "base/arena.h"
#include "base/day.h"
#include "base/secret.h"
#include "db/db.h"
#include "store/event.h"

struct account {
	int64_t id, person_id, department_id; /* 0: none; the department of the latest main post */
	const char *login, *name;             /* name: the person's, or the login */
	const char *department_name;
	unsigned roles;
	const char *password; /* Argon2id string or NULL */
	bool active;
	day_t left_day; /* 0: employed, or outside the roster */
};

bool account_usable(const struct account *a, instant_t now); /* active, and the person has not left */
bool account_find(struct db *db, struct arena *a, int64_t id, struct account *out, struct err *e);
bool account_by_login(struct db *db, struct arena *a, const char *login, struct account *out, struct err *e);
/* id 0: the person has none. */
bool account_of_person(struct db *db, int64_t person_id, int64_t *id, struct err *e);
bool account_create(struct db *db, const char *login, int64_t person_id, unsigned roles, instant_t now,
	int64_t *id, struct err *e);
bool account_set_password(struct db *db, int64_t id, const char *hash, struct err *e); /* ends its sessions */

bool account_set_roles(
	struct db *db, int64_t id, unsigned roles, struct err *e); /* the last administrator stays one */
/* Who may change roles: ERR_CONFLICT when nobody is left who may. */
bool administrators_count(struct db *db, int64_t *count, struct err *e);
bool administrator_left(struct db *db, struct err *e);
/* Accounts whose sign-in name, staff number, name or reading contains the words, by staff number. */
bool accounts_search(struct db *db, struct arena *a, const char *words, int skip, int most,
	struct account **out, size_t *count, struct err *e);

bool invitation_create(
	struct db *db, int64_t account_id, instant_t now, char token[TOKEN_SIZE], struct err *e); /* 7 days */
/* One for each account that may sign in and has no password yet, by department. */
struct invited {
	const char *department, *number, *name, *login; /* department and number "" outside the roster */
	int64_t account_id;
	char token[TOKEN_SIZE];
};
bool invitations_create(
	struct db *db, struct arena *a, instant_t now, struct invited **out, size_t *count, struct err *e);
bool accounts_uninvited(struct db *db, size_t *count, struct err *e); /* how many those are */
bool invitation_find(struct db *db, struct arena *a, const char *token, instant_t now, struct account *out,
	struct err *e); /* ERR_ABSENT when unknown, used or expired */
bool invitation_use(
	struct db *db, const char *token, instant_t now, const char *password_hash, struct err *e);

struct session {
	int64_t account_id;
	const char *form_key;
	instant_t expires_at, ended_at; /* ended_at 0: not signed out */
};

enum { INVITATION_SECONDS = 7 * 86400 };
enum { SESSION_SECONDS = 8 * 3600, SESSION_REMEMBERED = 14 * 86400 };

bool session_create(struct db *db, int64_t account_id, instant_t now, char token[TOKEN_SIZE], struct err *e);
/* Also finds one that has expired or was ended, while it is remembered. */
bool session_find(struct db *db, struct arena *a, const char *token, struct session *out, struct err *e);
bool session_end(struct db *db, const char *token, instant_t now, struct err *e);
bool sessions_forget(struct db *db, instant_t now, struct err *e);

#endif
